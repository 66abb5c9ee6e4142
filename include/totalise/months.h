/* Sets of calendar months: the language of time and entitlement. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_MONTHS_H
#define TOTALISE_MONTHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "totalise/date.h"

#define TOT_MONTHS_WORDS 40

/*
 * 2,560 months, 1900-01 to 2113-04, one bit each. A value: copy it, compare it with tot_months_equal.
 * Zero-initialised it is the empty set. Only src/base/months.c touches `words`.
 */
struct tot_months {
	uint64_t words[TOT_MONTHS_WORDS];
};

/* Add one month; outside the capacity it is ignored. */
void tot_months_add(struct tot_months *set, tot_month month);

/* Add every month from `from` to before `end` (half open), clipped to the capacity. */
void tot_months_add_range(struct tot_months *set, tot_month from, tot_month end);

bool tot_months_has(const struct tot_months *set, tot_month month);

/* a := a united with, cut with, without b. */
void tot_months_or(struct tot_months *a, const struct tot_months *b);
void tot_months_and(struct tot_months *a, const struct tot_months *b);
void tot_months_andnot(struct tot_months *a, const struct tot_months *b);

/* Keep the months from `from` to before `end`. */
void tot_months_clip(struct tot_months *set, tot_month from, tot_month end);

/* Keep the earliest `n` months (s. 122 (3): at most n months, the oldest first). */
void tot_months_keep_first(struct tot_months *set, int n);

int tot_months_count(const struct tot_months *set);
int tot_months_count_and(const struct tot_months *a, const struct tot_months *b);
int tot_months_count_andnot(const struct tot_months *a, const struct tot_months *b);

/* Months of the set from `from` to before `end`. */
int tot_months_count_range(const struct tot_months *set, tot_month from, tot_month end);

/* First month of the set that is not before `from`; TOT_MONTH_NONE if there is none. */
tot_month tot_months_next(const struct tot_months *set, tot_month from);

/* Last month of the set; TOT_MONTH_NONE when empty. */
tot_month tot_months_last(const struct tot_months *set);

bool tot_months_equal(const struct tot_months *a, const struct tot_months *b);
bool tot_months_subset(const struct tot_months *a, const struct tot_months *of);

/*
 * The run of months that starts with the first month not before `from`.
 * Returned: false if there is none; else *first and *end (half open).
 * Example: for (m = 0; tot_months_run(&set, m, &first, &end); m = end) ...
 */
bool tot_months_run(const struct tot_months *set, tot_month from, tot_month *first, tot_month *end);

/* The set as "2003-01..2005-03, 2007-01"; cut at `size` with "..."; "none" when empty. */
void tot_months_print(char *out, size_t size, const struct tot_months *set);

#endif
