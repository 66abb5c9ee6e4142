/* Scaled integers: every way to round, overflow, and text forms. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/random.h"
#include "totalise/decimal.h"

#define UNTOUCHED INT64_C(-4711)

/* n / d for small numbers, each rounding told in words of its own. False: it does not come out even. */
static bool naive(int64_t *out, int64_t n, int64_t d, enum tot_rounding rounding)
{
	const int64_t size = n < 0 ? -n : n;
	int64_t whole = 0;
	while ((whole + 1) * d <= size)
		whole++;
	const int64_t twice_rest = 2 * (size - whole * d);
	/* law/de RULES 0.1: t = floor(x * 10^4); t / 10^4 if it divides, else one more. */
	const int64_t t = size * 10000 / d;
	switch (rounding) {
	case TOT_HALF_UP: whole += twice_rest >= d; break;
	case TOT_HALF_DOWN: whole += twice_rest > d; break;
	case TOT_DOWN: break;
	case TOT_UP: whole += twice_rest > 0; break;
	case TOT_UP_IF_ANY: whole += t % 10000 != 0; break;
	case TOT_EXACT_ONLY:
		if (twice_rest)
			return false;
		break;
	}
	*out = n < 0 ? -whole : whole;
	return true;
}

static const enum tot_rounding ways[] = {TOT_HALF_UP, TOT_HALF_DOWN, TOT_DOWN,
					 TOT_UP,      TOT_UP_IF_ANY, TOT_EXACT_ONLY};
#define WAYS (sizeof(ways) / sizeof(ways[0]))

static void all_small_quotients_in_all_ways(void **state)
{
	(void)state;
	for (size_t w = 0; w < WAYS; w++)
		for (int64_t d = 1; d <= 24; d++)
			for (int64_t n = -80; n <= 80; n++) {
				int64_t got = UNTOUCHED, expected = UNTOUCHED;
				const bool even = naive(&expected, n, d, ways[w]);
				const enum tot_status status = tot_mul_div(&got, n, 1, d, ways[w]);
				assert_int_equal(status, even ? TOT_OK : TOT_ERR_DOMAIN);
				assert_int_equal(got, expected);
			}
}

static void large_divisors_in_all_ways(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= 3000; s++) {
		uint64_t seed = s;
		const int64_t d = random_int(&seed, 1, 100000);
		const int64_t n =
			(int64_t)random_int(&seed, -40, 40) * d + random_int(&seed, -30, 30);
		for (size_t w = 0; w < WAYS; w++) {
			int64_t got = UNTOUCHED, expected = UNTOUCHED;
			const bool even = naive(&expected, n, d, ways[w]);
			const enum tot_status status = tot_mul_div(&got, n, 1, d, ways[w]);
			if (status != (even ? TOT_OK : TOT_ERR_DOMAIN) || got != expected)
				fail_msg("seed %llu, way %zu", (unsigned long long)s, w);
		}
	}
}

static void check(int64_t a, int64_t b, int64_t d, enum tot_rounding way, int64_t expected)
{
	int64_t got = UNTOUCHED;
	assert_int_equal(tot_mul_div(&got, a, b, d, way), TOT_OK);
	assert_int_equal(got, expected);
}

static void points_of_a_year(void **state)
{
	(void)state;
	/* SGB VI s. 70 (1): 40,000 DM of 35,286 DM = 1.13359..., rounded 1.1336. */
	check(4000000, 10000, 3528600, TOT_HALF_UP, 11336);
}

static void a_full_number_looks_at_four_decimals(void **state)
{
	(void)state;
	/* s. 121 (3), law/de RULES 0.1: 10.00004 stays 10, 10.0001 is 11. */
	check(1000004, 1, 100000, TOT_UP_IF_ANY, 10);
	check(1000009, 1, 100000, TOT_UP_IF_ANY, 10);
	check(100001, 1, 10000, TOT_UP_IF_ANY, 11);
	check(100000, 1, 10000, TOT_UP_IF_ANY, 10);
	check(1000010, 1, 100000, TOT_UP_IF_ANY, 11);
	check(-1000004, 1, 100000, TOT_UP_IF_ANY, -10);
	check(-100001, 1, 10000, TOT_UP_IF_ANY, -11);
	check(1000004, 1, 100000, TOT_UP, 11);
	/* 1/3 has threes in the first four decimals; a divisor below 10,000 never hides a rest. */
	check(1, 1, 3, TOT_UP_IF_ANY, 1);
	check(1, 1, 9999, TOT_UP_IF_ANY, 1);
	check(1, 1, 10000, TOT_UP_IF_ANY, 1);
	check(1, 1, 10001, TOT_UP_IF_ANY, 0);
}

static void products_beyond_64_bits_are_kept_until_the_division(void **state)
{
	(void)state;
	check(INT64_MAX, INT64_MAX, INT64_MAX, TOT_EXACT_ONLY, INT64_MAX);
	check(INT64_MAX, 1000000, 2000000, TOT_DOWN, INT64_MAX / 2);
	check(-INT64_MAX, 3, 3, TOT_HALF_UP, -INT64_MAX);
	check(INT64_MIN, 1, 2, TOT_EXACT_ONLY, INT64_MIN / 2);
}

static void overflow_and_bad_divisors_write_nothing(void **state)
{
	(void)state;
	int64_t got = UNTOUCHED;
	assert_int_equal(tot_mul_div(&got, INT64_MAX, 2, 1, TOT_DOWN), TOT_ERR_OVERFLOW);
	assert_int_equal(tot_mul_div(&got, INT64_MIN, INT64_MIN, 1, TOT_DOWN), TOT_ERR_OVERFLOW);
	assert_int_equal(tot_mul_div(&got, INT64_MIN, 2, 1, TOT_DOWN), TOT_ERR_OVERFLOW);
	assert_int_equal(tot_mul_div(&got, 1, 1, 0, TOT_DOWN), TOT_ERR_DOMAIN);
	assert_int_equal(tot_mul_div(&got, 1, 1, -3, TOT_DOWN), TOT_ERR_DOMAIN);
	assert_int_equal(tot_mul_div(&got, 1, 1, INT64_MIN, TOT_DOWN), TOT_ERR_DOMAIN);
	assert_int_equal(tot_add(&got, INT64_MAX, 1), TOT_ERR_OVERFLOW);
	assert_int_equal(tot_add(&got, INT64_MIN, -1), TOT_ERR_OVERFLOW);
	assert_int_equal(tot_round_to(&got, INT64_MAX, 10, TOT_UP), TOT_ERR_OVERFLOW);
	assert_int_equal(tot_round_to(&got, 5, 0, TOT_UP), TOT_ERR_DOMAIN);
	assert_int_equal(tot_round_to(&got, 5, -10, TOT_UP), TOT_ERR_DOMAIN);
	assert_int_equal(got, UNTOUCHED);
	assert_int_equal(tot_add(&got, INT64_MAX, INT64_MIN), TOT_OK);
	assert_int_equal(got, -1);
}

static void multiples(void **state)
{
	(void)state;
	const struct {
		int64_t value, step;
		enum tot_rounding way;
		int64_t expected;
	} cases[] = {
		{847276, 100, TOT_HALF_UP, 847300},
		{847250, 100, TOT_HALF_UP, 847300},
		{847250, 100, TOT_HALF_DOWN, 847200},
		{847251, 100, TOT_HALF_DOWN, 847300},
		{847299, 100, TOT_DOWN, 847200},
		{847201, 100, TOT_UP, 847300},
		{-847250, 100, TOT_HALF_UP, -847300},
		{-847250, 100, TOT_HALF_DOWN, -847200},
		/* s. 18 (1) SGB IV: the reference amount goes up to a multiple of 420. */
		{41581, 420, TOT_UP, 42000},
		{42000, 420, TOT_UP, 42000},
		{0, 7, TOT_UP, 0},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t got;
		assert_int_equal(tot_round_to(&got, cases[i].value, cases[i].step, cases[i].way),
				 TOT_OK);
		assert_int_equal(got, cases[i].expected);
	}
}

static void powers_of_ten(void **state)
{
	(void)state;
	int64_t expected = 1;
	for (int i = 0; i <= 18; i++, expected = i <= 18 ? expected * 10 : expected)
		assert_int_equal(tot_pow10(i), expected);
}

static void printed_forms(void **state)
{
	(void)state;
	const struct {
		int64_t value;
		int decimals;
		const char *plain, *grouped;
	} cases[] = {
		{123456, 2, "1234.56", "1,234.56"},
		{-123456, 2, "-1234.56", "-1,234.56"},
		{5, 2, "0.05", "0.05"},
		{-5, 2, "-0.05", "-0.05"},
		{0, 2, "0.00", "0.00"},
		{0, 0, "0", "0"},
		{999, 0, "999", "999"},
		{1000, 0, "1000", "1,000"},
		{-1000000, 0, "-1000000", "-1,000,000"},
		{1000500, 0, "1000500", "1,000,500"},
		{7, 4, "0.0007", "0.0007"},
		{INT64_MAX, 0, "9223372036854775807", "9,223,372,036,854,775,807"},
		{INT64_MIN, 0, "-9223372036854775808", "-9,223,372,036,854,775,808"},
		{INT64_MIN, 2, "-92233720368547758.08", "-92,233,720,368,547,758.08"},
		{INT64_MIN, 18, "-9.223372036854775808", "-9.223372036854775808"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[TOT_DECIMAL_TEXT];
		assert_string_equal(tot_decimal_print(text, cases[i].value, cases[i].decimals),
				    cases[i].plain);
		tot_decimal_print_grouped(text, cases[i].value, cases[i].decimals);
		assert_string_equal(text, cases[i].grouped);
	}
}

static void printed_is_read_back(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= 20000; s++) {
		uint64_t seed = s;
		const int64_t value = (int64_t)(random_bits(&seed) >> random_int(&seed, 1, 63));
		const int decimals = random_int(&seed, 0, 18);
		for (int sign = -1; sign <= 1; sign += 2) {
			char text[TOT_DECIMAL_TEXT];
			int64_t again = UNTOUCHED;
			tot_decimal_print(text, sign * value, decimals);
			if (tot_decimal_parse(&again, text, decimals) != TOT_OK ||
			    again != sign * value)
				fail_msg("seed %llu: %s with %d decimals", (unsigned long long)s,
					 text, decimals);
		}
	}
}

static void text_forms_that_are_read(void **state)
{
	(void)state;
	const struct {
		const char *text;
		int decimals;
		int64_t expected;
	} cases[] = {
		{"12.5", 2, 1250}, {"-12.5", 2, -1250},
		{"12", 2, 1200},   {"0", 4, 0},
		{"-0", 0, 0},	   {"12.50000", 2, 1250},
		{"7.000", 0, 7},   {"9223372036854775807", 0, INT64_MAX},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t got;
		assert_int_equal(tot_decimal_parse(&got, cases[i].text, cases[i].decimals), TOT_OK);
		assert_int_equal(got, cases[i].expected);
	}
}

static void text_forms_that_are_refused(void **state)
{
	(void)state;
	const char *wrong[] = {"",   "-",  ".",	 "5.",	".5",	 "1.234", "1,234.56", "1e3", "0x10",
			       " 1", "1 ", "+1", "--1", "1.2.3", "nan",	  "inf",      "12a", "-.5"};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		int64_t got = UNTOUCHED;
		if (tot_decimal_parse(&got, wrong[i], 2) != TOT_ERR_DATA || got != UNTOUCHED)
			fail_msg("\"%s\" was taken for a number", wrong[i]);
	}
	const char *large[] = {"9223372036854775808", "92233720368547758.08",
			       "99999999999999999999999"};
	for (size_t i = 0; i < sizeof(large) / sizeof(large[0]); i++) {
		int64_t got = UNTOUCHED;
		assert_int_equal(tot_decimal_parse(&got, large[i], 2), TOT_ERR_OVERFLOW);
		assert_int_equal(got, UNTOUCHED);
	}
}

static void binary_numbers_of_four_decimals(void **state)
{
	(void)state;
	for (int64_t value = -1000000; value <= 1000000; value += 7) {
		int64_t got;
		assert_int_equal(tot_decimal_from_double(&got, (double)value / 10000.0, 4), TOT_OK);
		assert_int_equal(got, value);
	}
	int64_t got;
	assert_int_equal(tot_decimal_from_double(&got, 123456789012.34, 2), TOT_OK);
	assert_int_equal(got, 12345678901234);
	assert_int_equal(tot_decimal_from_double(&got, -0.0, 2), TOT_OK);
	assert_int_equal(got, 0);
}

static void binary_numbers_that_are_refused(void **state)
{
	(void)state;
	const double wrong[] = {(double)NAN, (double)INFINITY, -(double)INFINITY,
				1e300,	     -1e300,	       1e16,
				0.001,	     12.345,	       1e-5};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		int64_t got = UNTOUCHED;
		assert_int_equal(tot_decimal_from_double(&got, wrong[i], 2), TOT_ERR_DATA);
		assert_int_equal(got, UNTOUCHED);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_small_quotients_in_all_ways),
		cmocka_unit_test(large_divisors_in_all_ways),
		cmocka_unit_test(points_of_a_year),
		cmocka_unit_test(a_full_number_looks_at_four_decimals),
		cmocka_unit_test(products_beyond_64_bits_are_kept_until_the_division),
		cmocka_unit_test(overflow_and_bad_divisors_write_nothing),
		cmocka_unit_test(multiples),
		cmocka_unit_test(powers_of_ten),
		cmocka_unit_test(printed_forms),
		cmocka_unit_test(printed_is_read_back),
		cmocka_unit_test(text_forms_that_are_read),
		cmocka_unit_test(text_forms_that_are_refused),
		cmocka_unit_test(binary_numbers_of_four_decimals),
		cmocka_unit_test(binary_numbers_that_are_refused),
	};
	return cmocka_run_group_tests_name("base decimal", tests, NULL, NULL);
}
