/* Scaled integers: multiply first, divide once, round where the statute says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/decimal.h"

#include <math.h>
#include <stdio.h>

#include "wide.h"

/* floor(n / d), one more if `rounding` says so; n >= 0, d > 0. False: TOT_EXACT_ONLY left a rest. */
static bool divide(tot_uwide *out, tot_uwide n, tot_uwide d, enum tot_rounding rounding)
{
	const tot_uwide quotient = n / d, rest = n % d;
	bool up = false;
	switch (rounding) {
	case TOT_HALF_UP: up = rest >= d - rest; break;
	case TOT_HALF_DOWN: up = rest > d - rest; break;
	case TOT_DOWN: break;
	case TOT_UP: up = rest != 0; break;
	/* s. 121 (3) SGB VI looks at the first four decimals only: 10.00004 stays 10. */
	case TOT_UP_IF_ANY: up = rest >= d / 10000 + (d % 10000 != 0); break;
	case TOT_EXACT_ONLY:
		if (rest)
			return false;
		break;
	}
	*out = quotient + (up ? 1 : 0);
	return true;
}

enum tot_status tot_wide_round(int64_t *result, tot_wide num, tot_wide den,
			       enum tot_rounding rounding)
{
	if (den <= 0)
		return TOT_ERR_DOMAIN;
	const bool negative = num < 0;
	tot_uwide quotient;
	if (!divide(&quotient, negative ? (tot_uwide)-num : (tot_uwide)num, (tot_uwide)den,
		    rounding))
		return TOT_ERR_DOMAIN;
	if (quotient > (tot_uwide)INT64_MAX)
		return TOT_ERR_OVERFLOW;
	*result = negative ? -(int64_t)quotient : (int64_t)quotient;
	return TOT_OK;
}

enum tot_status tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
			    enum tot_rounding rounding)
{
	return tot_wide_round(result, (tot_wide)a * b, divisor, rounding);
}

enum tot_status tot_add(int64_t *result, int64_t a, int64_t b)
{
	int64_t sum;
	if (__builtin_add_overflow(a, b, &sum))
		return TOT_ERR_OVERFLOW;
	*result = sum;
	return TOT_OK;
}

enum tot_status tot_round_to(int64_t *result, int64_t value, int64_t step,
			     enum tot_rounding rounding)
{
	int64_t units;
	const enum tot_status status = tot_mul_div(&units, value, 1, step, rounding);
	if (status != TOT_OK)
		return status;
	int64_t multiple;
	if (__builtin_mul_overflow(units, step, &multiple))
		return TOT_ERR_OVERFLOW;
	*result = multiple;
	return TOT_OK;
}

int64_t tot_pow10(int decimals)
{
	int64_t power = 1;
	for (int i = 0; i < decimals && i < 18; i++)
		power *= 10;
	return power;
}

/* Whole part, with commas if `grouped`, of a value that is not negative. */
static int print_whole(char *out, size_t size, uint64_t whole, bool grouped)
{
	if (!grouped || whole < 1000)
		return snprintf(out, size, "%llu", (unsigned long long)whole);
	const int used = print_whole(out, size, whole / 1000, true);
	return used + snprintf(out + used, size - (size_t)used, ",%03u", (unsigned)(whole % 1000));
}

static const char *print(char *out, int64_t value, int decimals, bool grouped)
{
	const int places = decimals < 18 ? decimals : 18;
	const uint64_t scale = (uint64_t)tot_pow10(places);
	const uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	const int sign = value < 0;
	if (sign)
		out[0] = '-';
	const int used =
		sign + print_whole(out + sign, TOT_DECIMAL_TEXT - 1, magnitude / scale, grouped);
	if (places > 0)
		snprintf(out + used, TOT_DECIMAL_TEXT - (size_t)used, ".%0*llu", places,
			 (unsigned long long)(magnitude % scale));
	return out;
}

const char *tot_decimal_print(char *out, int64_t value, int decimals)
{
	return print(out, value, decimals, false);
}

const char *tot_decimal_print_grouped(char *out, int64_t value, int decimals)
{
	return print(out, value, decimals, true);
}

/* Take one digit into the value; false on overflow. */
static bool push_digit(int64_t *value, char digit)
{
	return !__builtin_mul_overflow(*value, 10, value) &&
	       !__builtin_add_overflow(*value, digit - '0', value);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

enum tot_status tot_decimal_parse(int64_t *out, const char *text, int decimals)
{
	const bool negative = *text == '-';
	text += negative;
	if (!is_digit(*text))
		return TOT_ERR_DATA;
	int64_t value = 0;
	for (; is_digit(*text); text++)
		if (!push_digit(&value, *text))
			return TOT_ERR_OVERFLOW;
	int left = decimals;
	if (*text == '.') {
		text++;
		if (!is_digit(*text))
			return TOT_ERR_DATA;
		for (; is_digit(*text); text++) {
			if (left == 0 && *text != '0')
				return TOT_ERR_DATA;
			if (left == 0)
				continue;
			if (!push_digit(&value, *text))
				return TOT_ERR_OVERFLOW;
			left--;
		}
	}
	if (*text != '\0')
		return TOT_ERR_DATA;
	for (; left > 0; left--)
		if (!push_digit(&value, '0'))
			return TOT_ERR_OVERFLOW;
	*out = negative ? -value : value;
	return TOT_OK;
}

enum tot_status tot_decimal_from_double(int64_t *out, double value, int decimals)
{
	const double scaled = value * (double)tot_pow10(decimals);
	if (!isfinite(scaled) || fabs(scaled) > 9e15)
		return TOT_ERR_DATA;
	const double whole = nearbyint(scaled);
	/* 1e-6 of a unit covers the error of one multiplication up to 15 digits. */
	if (fabs(scaled - whole) > 1e-6 * (1.0 + fabs(whole) * 1e-9))
		return TOT_ERR_DATA;
	*out = (int64_t)whole;
	return TOT_OK;
}
