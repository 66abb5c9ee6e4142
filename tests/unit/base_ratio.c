/* Exact fractions: lowest terms, arithmetic, rounding, overflow that is carried on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/random.h"
#include "totalise/decimal.h"

#define IS(ratio, n, d)                              \
	do {                                         \
		const struct tot_ratio is = (ratio); \
		assert_false(is.overflow);           \
		assert_int_equal(is.num, n);         \
		assert_int_equal(is.den, d);         \
	} while (0)

static struct tot_ratio of(int64_t num, int64_t den)
{
	return tot_ratio_of(num, den);
}

static void fractions_are_kept_in_lowest_terms(void **state)
{
	(void)state;
	IS(of(6, 8), 3, 4);
	IS(of(-6, 8), -3, 4);
	IS(of(6, -8), -3, 4);
	IS(of(-6, -8), 3, 4);
	IS(of(0, 5), 0, 1);
	IS(of(0, -5), 0, 1);
	IS(of(INT64_MAX, INT64_MAX), 1, 1);
}

static void arithmetic(void **state)
{
	(void)state;
	IS(tot_ratio_add(of(1, 2), of(1, 3)), 5, 6);
	IS(tot_ratio_sub(of(1, 3), of(1, 2)), -1, 6);
	IS(tot_ratio_mul(of(2, 3), of(9, 4)), 3, 2);
	IS(tot_ratio_div(of(2, 3), of(-4, 9)), -3, 2);
	/* National Pension Act s. 27: weights 1/2, 5/8, 3/4, 7/8 add up to 11/4. */
	IS(tot_ratio_add(tot_ratio_add(of(1, 2), of(5, 8)), tot_ratio_add(of(3, 4), of(7, 8))), 11,
	   4);
}

static void laws_of_arithmetic_on_random_fractions(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= 5000; s++) {
		uint64_t seed = s;
		const struct tot_ratio a =
			of(random_int(&seed, -999, 999), random_int(&seed, 1, 999));
		const struct tot_ratio b =
			of(random_int(&seed, -999, 999), random_int(&seed, 1, 999));
		const struct tot_ratio c = of(random_int(&seed, 1, 999), random_int(&seed, 1, 999));
		const struct tot_ratio left = tot_ratio_mul(tot_ratio_add(a, b), c);
		const struct tot_ratio right =
			tot_ratio_add(tot_ratio_mul(a, c), tot_ratio_mul(b, c));
		const struct tot_ratio back =
			tot_ratio_div(tot_ratio_sub(tot_ratio_add(a, b), b), c);
		const int64_t order = a.num * b.den - b.num * a.den;
		const int compared = tot_ratio_compare(a, b);
		if (tot_ratio_compare(left, right) != 0 || left.num != right.num ||
		    left.den != right.den || tot_ratio_compare(tot_ratio_mul(back, c), a) != 0 ||
		    (order > 0) != (compared > 0) || (order < 0) != (compared < 0))
			fail_msg("seed %llu", (unsigned long long)s);
	}
}

static void rounding_once_at_the_end(void **state)
{
	(void)state;
	const struct {
		int64_t num, den, scale;
		enum tot_rounding way;
		int64_t expected;
	} cases[] = {
		{7, 15, 10000, TOT_HALF_UP, 4667},
		{-7, 15, 10000, TOT_HALF_UP, -4667},
		{1, 2, 1, TOT_HALF_UP, 1},
		{1, 2, 1, TOT_HALF_DOWN, 0},
		{-1, 2, 1, TOT_HALF_UP, -1},
		{-1, 2, 1, TOT_HALF_DOWN, 0},
		{2, 3, 1, TOT_DOWN, 0},
		{1, 3, 1, TOT_UP, 1},
		{1000004, 100000, 1, TOT_UP_IF_ANY, 10},
		{100001, 10000, 1, TOT_UP_IF_ANY, 11},
		{3, 4, 100, TOT_EXACT_ONLY, 75},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t got;
		assert_int_equal(tot_ratio_round(&got, of(cases[i].num, cases[i].den),
						 cases[i].scale, cases[i].way),
				 TOT_OK);
		assert_int_equal(got, cases[i].expected);
	}
}

static void what_cannot_be_rounded_writes_nothing(void **state)
{
	(void)state;
	int64_t got = -4711;
	assert_int_equal(tot_ratio_round(&got, of(1, 3), 100, TOT_EXACT_ONLY), TOT_ERR_DOMAIN);
	assert_int_equal(tot_ratio_round(&got, (struct tot_ratio){0}, 1, TOT_DOWN), TOT_ERR_DOMAIN);
	assert_int_equal(tot_ratio_round(&got, of(INT64_MAX, 1), 2, TOT_DOWN), TOT_ERR_OVERFLOW);
	assert_int_equal(got, -4711);
}

static void overflow_is_carried_to_the_rounding(void **state)
{
	(void)state;
	const struct tot_ratio huge = of(INT64_MAX, 1), tiny = of(1, INT64_MAX - 1);
	const struct tot_ratio lost[] = {
		tot_ratio_mul(huge, of(2, 1)),
		tot_ratio_add(huge, huge),
		tot_ratio_add(tiny, of(1, INT64_MAX)),
		tot_ratio_div(of(1, 2), of(0, 1)),
		tot_ratio_of(1, 0),
		tot_ratio_of(INT64_MIN, 1),
		tot_ratio_div(tiny, of(3, 1)),
		tot_ratio_sub(of(-INT64_MAX, 1), of(1, 1)),
	};
	for (size_t i = 0; i < sizeof(lost) / sizeof(lost[0]); i++) {
		int64_t got = -4711;
		const struct tot_ratio later =
			tot_ratio_mul(tot_ratio_add(lost[i], of(1, 2)), of(0, 1));
		assert_true(lost[i].overflow && later.overflow);
		assert_int_equal(tot_ratio_round(&got, later, 1, TOT_DOWN), TOT_ERR_OVERFLOW);
		assert_int_equal(got, -4711);
	}
	/* The way there may leave 64 bits when the result does not. */
	IS(tot_ratio_mul(huge, of(1, INT64_MAX)), 1, 1);
	IS(tot_ratio_sub(huge, huge), 0, 1);
	assert_true(tot_ratio_compare(huge, of(INT64_MAX - 1, 1)) > 0);
	assert_true(tot_ratio_compare(of(1, INT64_MAX), tiny) < 0);
}

static void text_forms(void **state)
{
	(void)state;
	struct tot_ratio got;
	assert_true(tot_ratio_parse(&got, "7/15"));
	IS(got, 7, 15);
	assert_true(tot_ratio_parse(&got, "-10/4"));
	IS(got, -5, 2);
	assert_true(tot_ratio_parse(&got, "3"));
	IS(got, 3, 1);
	assert_true(tot_ratio_parse(&got, "-1"));
	IS(got, -1, 1);
	const char *wrong[] = {"",
			       "/",
			       "7/",
			       "/15",
			       "7/0",
			       "7/-15",
			       "7/15/2",
			       "a",
			       "7 / 15",
			       "1.5",
			       "7/1.5",
			       "99999999999999999999/1",
			       "1/99999999999999999999",
			       "0000000000000000000000000000000000000001/2"};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (tot_ratio_parse(&got, wrong[i]))
			fail_msg("\"%s\" was taken for a fraction", wrong[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fractions_are_kept_in_lowest_terms),
		cmocka_unit_test(arithmetic),
		cmocka_unit_test(laws_of_arithmetic_on_random_fractions),
		cmocka_unit_test(rounding_once_at_the_end),
		cmocka_unit_test(what_cannot_be_rounded_writes_nothing),
		cmocka_unit_test(overflow_is_carried_to_the_rounding),
		cmocka_unit_test(text_forms),
	};
	return cmocka_run_group_tests_name("base ratio", tests, NULL, NULL);
}
