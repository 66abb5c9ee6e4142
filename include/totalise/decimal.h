/* Scaled integers and exact fractions: all arithmetic that a statute rounds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_DECIMAL_H
#define TOTALISE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "totalise/status.h"

typedef int64_t tot_yen;     /* 1 JPY */
typedef int64_t tot_cents;   /* 0.01 of EUR, DM, RM or M */
typedef int64_t tot_points;  /* 0.0001 earnings point */
typedef int64_t tot_factor;  /* 0.001 */
typedef int64_t tot_factor4; /* 0.0001 */

/* The statutes' ways to round; the sign of negative values mirrors the positive case. */
enum tot_rounding {
	TOT_HALF_UP,   /* a half goes away from zero (SGB VI s. 121 (2); NPA s. 17 (1)) */
	TOT_HALF_DOWN, /* a half goes towards zero (deduction from Japanese wages) */
	TOT_DOWN,      /* towards zero */
	TOT_UP,	       /* away from zero */
	TOT_UP_IF_ANY, /* away from zero if any of the first four decimals is not zero (s. 121 (3)) */
	TOT_EXACT_ONLY /* TOT_ERR_DOMAIN if it does not come out even */
};

/*
 * a * b / divisor, multiplied first and rounded once (SGB VI s. 121 (4)).
 *
 * Returned   result
 * Status     TOT_OK; TOT_ERR_OVERFLOW if the result leaves 64 bits; TOT_ERR_DOMAIN if the divisor is
 *            not positive or TOT_EXACT_ONLY leaves a rest; nothing written then
 * Example    40,000 DM * 10,000 / 35,286 DM, half up = 11336 (1.1336 points)
 */
TOT_NODISCARD enum tot_status tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
					  enum tot_rounding rounding);

/* Sum with overflow check; nothing written on TOT_ERR_OVERFLOW. */
TOT_NODISCARD enum tot_status tot_add(int64_t *result, int64_t a, int64_t b);

/* value rounded to a multiple of `step` (> 0): 847,276 to 100 half up = 847,300. */
TOT_NODISCARD enum tot_status tot_round_to(int64_t *result, int64_t value, int64_t step,
					   enum tot_rounding rounding);

/* An exact fraction in lowest terms, den > 0. Zero-initialised it is not valid; use tot_ratio_of. */
struct tot_ratio {
	int64_t num, den;
	bool overflow; /* an operation left 64 bits; carried on to the rounding, which reports it */
};

struct tot_ratio tot_ratio_of(int64_t num, int64_t den);
struct tot_ratio tot_ratio_add(struct tot_ratio a, struct tot_ratio b);
struct tot_ratio tot_ratio_sub(struct tot_ratio a, struct tot_ratio b);
struct tot_ratio tot_ratio_mul(struct tot_ratio a, struct tot_ratio b);
struct tot_ratio tot_ratio_div(struct tot_ratio a, struct tot_ratio b);

/* Negative, zero or positive as a is less than, equal to or greater than b. */
int tot_ratio_compare(struct tot_ratio a, struct tot_ratio b);

/*
 * The fraction in units of 1/scale, rounded once.
 * Status: TOT_ERR_OVERFLOW, TOT_ERR_DOMAIN as tot_mul_div.
 * Example: 7/15 with scale 10,000, half up = 4667
 */
TOT_NODISCARD enum tot_status tot_ratio_round(int64_t *result, struct tot_ratio ratio,
					      int64_t scale, enum tot_rounding rounding);

/* Parse "7/15", "3" or "-1"; false otherwise. */
bool tot_ratio_parse(struct tot_ratio *out, const char *text);

/* 10 to the power of `decimals` (0 to 18). */
int64_t tot_pow10(int decimals);

#define TOT_DECIMAL_TEXT 32

/*
 * A scaled integer as decimal text with exactly `decimals` decimals into TOT_DECIMAL_TEXT bytes.
 * Example: 123456 with 2 decimals = "1234.56". Returns the buffer.
 */
const char *tot_decimal_print(char *out, int64_t value, int decimals);

/* The same with thousands set off by commas: "1,234.56". */
const char *tot_decimal_print_grouped(char *out, int64_t value, int decimals);

/*
 * Parse decimal text ("-12.5") into units of 10^-decimals.
 * Status: TOT_ERR_DATA if it is no plain decimal number or has more decimals; TOT_ERR_OVERFLOW.
 */
TOT_NODISCARD enum tot_status tot_decimal_parse(int64_t *out, const char *text, int decimals);

/*
 * A binary number that stood in a JSON file, as units of 10^-decimals.
 * Status: TOT_ERR_DATA if it is not finite or not within 1e-6 of a whole unit (too many decimals).
 */
TOT_NODISCARD enum tot_status tot_decimal_from_double(int64_t *out, double value, int decimals);

#endif
