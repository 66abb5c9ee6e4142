/* Exact fractions in lowest terms. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/decimal.h"
#include "wide.h"

static uint64_t narrow_gcd(uint64_t a, uint64_t b)
{
	while (b) {
		const uint64_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

/* Wide division is slow: once both numbers are narrow, which is nearly always so, the narrow one goes on. */
static tot_wide gcd(tot_wide a, tot_wide b)
{
	while (b) {
		if (a >= 0 && b > 0 && a <= INT64_MAX && b <= INT64_MAX)
			return narrow_gcd((uint64_t)a, (uint64_t)b);
		const tot_wide rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

static struct tot_ratio reduce(tot_wide num, tot_wide den, bool overflow)
{
	const struct tot_ratio lost = {0, 1, true};
	if (overflow || den == 0)
		return lost;
	if (den < 0) {
		num = -num;
		den = -den;
	}
	const tot_wide common = gcd(num < 0 ? -num : num, den);
	const bool narrow = num <= INT64_MAX && num >= -INT64_MAX && den <= INT64_MAX;
	if (common > 1 && narrow) {
		num = (int64_t)num / (int64_t)common;
		den = (int64_t)den / (int64_t)common;
	} else if (common > 1) {
		num /= common;
		den /= common;
	}
	if (num > INT64_MAX || num < -INT64_MAX || den > INT64_MAX)
		return lost;
	return (struct tot_ratio){(int64_t)num, (int64_t)den, false};
}

struct tot_ratio tot_ratio_of(int64_t num, int64_t den)
{
	return reduce(num, den, false);
}

struct tot_ratio tot_ratio_add(struct tot_ratio a, struct tot_ratio b)
{
	tot_wide left, right, sum;
	const bool overflow = __builtin_mul_overflow((tot_wide)a.num, (tot_wide)b.den, &left) ||
			      __builtin_mul_overflow((tot_wide)b.num, (tot_wide)a.den, &right) ||
			      __builtin_add_overflow(left, right, &sum);
	return reduce(overflow ? 0 : sum, (tot_wide)a.den * b.den,
		      overflow || a.overflow || b.overflow);
}

struct tot_ratio tot_ratio_sub(struct tot_ratio a, struct tot_ratio b)
{
	b.num = -b.num;
	return tot_ratio_add(a, b);
}

struct tot_ratio tot_ratio_mul(struct tot_ratio a, struct tot_ratio b)
{
	return reduce((tot_wide)a.num * b.num, (tot_wide)a.den * b.den, a.overflow || b.overflow);
}

struct tot_ratio tot_ratio_div(struct tot_ratio a, struct tot_ratio b)
{
	return reduce((tot_wide)a.num * b.den, (tot_wide)a.den * b.num, a.overflow || b.overflow);
}

int tot_ratio_compare(struct tot_ratio a, struct tot_ratio b)
{
	const tot_wide left = (tot_wide)a.num * b.den, right = (tot_wide)b.num * a.den;
	return left == right ? 0 : left < right ? -1 : 1;
}

enum tot_status tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				enum tot_rounding rounding)
{
	if (ratio.overflow)
		return TOT_ERR_OVERFLOW;
	return tot_wide_round(result, (tot_wide)ratio.num * scale, ratio.den, rounding);
}

bool tot_ratio_parse(struct tot_ratio *out, const char *text)
{
	char num[TOT_DECIMAL_TEXT];
	size_t used = 0;
	for (; text[used] && text[used] != '/'; used++) {
		if (used + 1 >= sizeof(num))
			return false;
		num[used] = text[used];
	}
	num[used] = '\0';
	int64_t n, d = 1;
	if (tot_decimal_parse(&n, num, 0) != TOT_OK)
		return false;
	if (text[used] == '/' && tot_decimal_parse(&d, text + used + 1, 0) != TOT_OK)
		return false;
	if (d <= 0)
		return false;
	*out = tot_ratio_of(n, d);
	return true;
}
