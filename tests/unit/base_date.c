/* Days, months and ages against a calendar that is counted day by day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/random.h"
#include "totalise/date.h"

static struct tot_date date(int year, int month, int day)
{
	return (struct tot_date){year, month, day};
}

/* Length of a month by the rule of 1582, written once more and otherwise. */
static int naive_length(int year, int month)
{
	switch (month) {
	case 2: return year % 400 == 0 || (year % 4 == 0 && year % 100) ? 29 : 28;
	case 4:
	case 6:
	case 9:
	case 11: return 30;
	default: return 31;
	}
}

static struct tot_date naive_next(struct tot_date day)
{
	if (day.day < naive_length(day.year, day.month))
		return date(day.year, day.month, day.day + 1);
	return day.month < 12 ? date(day.year, day.month + 1, 1) : date(day.year + 1, 1, 1);
}

static void day_numbers_of_known_days(void **state)
{
	(void)state;
	assert_int_equal(tot_date_to_day(date(1900, 1, 1)), 0);
	assert_int_equal(tot_date_to_day(date(1899, 12, 31)), -1);
	/* The Unix epoch and the first day of 2000: 25,567 and 10,957 days further. */
	assert_int_equal(tot_date_to_day(date(1970, 1, 1)), 25567);
	assert_int_equal(tot_date_to_day(date(2000, 1, 1)), 25567 + 10957);
}

static void day_numbers_1850_to_2199(void **state)
{
	(void)state;
	struct tot_date day = date(1850, 1, 1);
	for (tot_day number = tot_date_to_day(day); day.year < 2200; number++) {
		assert_int_equal(tot_date_to_day(day), number);
		assert_int_equal(tot_date_compare(tot_date_from_day(number), day), 0);
		assert_true(tot_date_valid(day));
		const struct tot_date next = naive_next(day);
		assert_true(tot_date_compare(day, next) < 0 && tot_date_compare(next, day) > 0);
		assert_int_equal(tot_date_compare(tot_date_add_days(day, 1), next), 0);
		assert_int_equal(tot_date_compare(tot_date_add_days(next, -1), day), 0);
		day = next;
	}
}

static void days_that_do_not_exist(void **state)
{
	(void)state;
	const struct tot_date wrong[] = {
		{1900, 2, 29}, {2100, 2, 29},  {2023, 2, 29}, {2024, 2, 30}, {2024, 4, 31},
		{2024, 0, 1},  {2024, 13, 1},  {2024, 1, 0},  {2024, 1, 32}, {2024, -1, 1},
		{2024, 1, -1}, {1799, 12, 31}, {2200, 1, 1},  {0, 0, 0},
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(tot_date_valid(wrong[i]));
	assert_true(tot_date_valid(date(2000, 2, 29)));
	assert_true(tot_date_valid(date(2024, 2, 29)));
	assert_true(tot_date_is_none(date(0, 0, 0)));
	assert_false(tot_date_is_none(date(1800, 1, 1)));
	assert_int_equal(tot_days_in_month(2024, 0), 0);
	assert_int_equal(tot_days_in_month(2024, 13), 0);
}

static void months_and_their_days(void **state)
{
	(void)state;
	tot_month number = tot_month_make(1850, 1);
	assert_int_equal(number, -600);
	for (int year = 1850; year < 2200; year++)
		for (int month = 1; month <= 12; month++, number++) {
			assert_int_equal(tot_month_make(year, month), number);
			assert_int_equal(tot_month_year(number), year);
			assert_int_equal(tot_month_number(number), month);
			assert_int_equal(tot_month_of(date(year, month, 17)), number);
			const struct tot_date first = tot_month_first_day(number);
			const struct tot_date last = tot_month_last_day(number);
			assert_int_equal(tot_date_compare(first, date(year, month, 1)), 0);
			const struct tot_date expected =
				date(year, month, naive_length(year, month));
			assert_int_equal(tot_date_compare(last, expected), 0);
			/* National Pension Act s. 4-3 and the budget year: April to March. */
			assert_int_equal(tot_month_fiscal_year(number),
					 month >= 4 ? year : year - 1);
		}
	assert_int_equal(tot_month_make(1900, 1), 0);
	assert_int_equal(tot_month_make(2113, 5), TOT_MONTH_LIMIT);
}

static void adding_months_clamps_to_the_last_day(void **state)
{
	(void)state;
	const struct {
		struct tot_date from;
		int months;
		struct tot_date expected;
	} cases[] = {
		{{2024, 8, 31}, 6, {2025, 2, 28}},    {{2023, 8, 31}, 6, {2024, 2, 29}},
		{{2024, 2, 29}, 12, {2025, 2, 28}},   {{2024, 2, 29}, 48, {2028, 2, 29}},
		{{2024, 1, 31}, 1, {2024, 2, 29}},    {{2024, 3, 31}, -1, {2024, 2, 29}},
		{{2024, 3, 30}, 1, {2024, 4, 30}},    {{2024, 3, 31}, 1, {2024, 4, 30}},
		{{2024, 1, 15}, -13, {2022, 12, 15}}, {{1900, 1, 1}, -1, {1899, 12, 1}},
		{{2024, 5, 1}, 0, {2024, 5, 1}},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct tot_date got =
			tot_date_add_months_clamped(cases[i].from, cases[i].months);
		assert_int_equal(tot_date_compare(got, cases[i].expected), 0);
	}
}

/* BGB s. 188 (2), (3) word for word: the day before the one that bears the birth's number, else the last day. */
static struct tot_date naive_reached(struct tot_date birth, int months)
{
	int year = birth.year, month = birth.month;
	for (int i = 0; i < months; i++)
		if (++month > 12) {
			month = 1;
			year++;
		}
	if (birth.day > naive_length(year, month) + 1)
		return date(year, month, naive_length(year, month));
	if (birth.day > 1)
		return date(year, month, birth.day - 1);
	return month > 1 ? date(year, month - 1, naive_length(year, month - 1))
			 : date(year - 1, 12, 31);
}

static void ages_are_reached_as_the_civil_code_says(void **state)
{
	(void)state;
	for (struct tot_date birth = date(1959, 12, 25); birth.year < 1965;
	     birth = naive_next(birth))
		for (int months = 0; months < 12 * 70; months += 5) {
			const struct tot_age age = {months / 12, months % 12};
			const struct tot_date got = tot_age_reached(birth, age);
			assert_int_equal(tot_date_compare(got, naive_reached(birth, months)), 0);
		}
}

static void age_on_a_day_is_the_last_one_reached(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= 2000; s++) {
		uint64_t seed = s;
		const struct tot_date birth = tot_date_from_day(random_int(&seed, 18000, 40000));
		const struct tot_date day = tot_date_add_days(birth, random_int(&seed, -40, 36000));
		int expected = 0;
		while (tot_date_compare(naive_reached(birth, expected + 1), day) <= 0)
			expected++;
		const struct tot_age got = tot_age_on(birth, day);
		if (12 * got.years + got.months != expected)
			fail_msg("seed %llu: age %d months, expected %d", (unsigned long long)s,
				 12 * got.years + got.months, expected);
	}
}

static void a_newborn_has_no_age_before_birth(void **state)
{
	(void)state;
	const struct tot_age before = tot_age_on(date(1980, 5, 1), date(1979, 1, 1));
	assert_int_equal(before.years, 0);
	assert_int_equal(before.months, 0);
}

static void dates_are_read_strictly(void **state)
{
	(void)state;
	const char *wrong[] = {
		"",	      "2018",	    "2018-03",	   "2018-3-31",	  "2018-03-32",
		"2018-02-29", "2018-13-01", "2018-00-10",  "2018-01-00",  "1799-12-31",
		"2200-01-01", "2018/03/31", "2018-03-31 ", " 2018-03-31", "2018-03-3a",
		"+018-03-31", "-018-03-31", "2018-+3-31",  "20180331",	  "2018-03-311"};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct tot_date out = {1, 2, 3};
		assert_false(tot_date_parse(&out, wrong[i]));
		assert_int_equal(tot_date_compare(out, date(1, 2, 3)), 0);
	}
}

static void months_are_read_strictly(void **state)
{
	(void)state;
	const char *wrong[] = {"",	  "2018",    "2018-1",	   "2018-13", "2018-00",
			       "1899-12", "2113-05", "2018-03-01", "2018 03", "2018-0x"};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		tot_month out = -77;
		assert_false(tot_month_parse(&out, wrong[i]));
		assert_int_equal(out, -77);
	}
	tot_month out;
	assert_true(tot_month_parse(&out, "2113-04"));
	assert_int_equal(out, TOT_MONTH_LIMIT - 1);
	assert_true(tot_month_parse(&out, "1900-01"));
	assert_int_equal(out, 0);
}

static void ages_are_read_strictly(void **state)
{
	(void)state;
	const char *wrong[] = {"",     "y",    "65y",	 "65y6",   "65y12m", "65m",
			       "121",  "-1",   "65 ",	 "65y6m ", "y6m",    "65ym",
			       "1000", "65.5", "65y6mm", "65y123m"};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct tot_age out = {-7, -7};
		if (tot_age_parse(&out, wrong[i]))
			fail_msg("\"%s\" was taken for an age", wrong[i]);
		assert_int_equal(out.years, -7);
	}
}

static void printed_is_read_back(void **state)
{
	(void)state;
	char text[TOT_DATE_TEXT];
	for (struct tot_date day = date(1890, 1, 1); day.year < 2110;
	     day = tot_date_add_days(day, 17)) {
		struct tot_date again;
		assert_true(tot_date_parse(&again, tot_date_print(text, day)));
		assert_int_equal(tot_date_compare(again, day), 0);
	}
	for (tot_month month = 0; month < TOT_MONTH_LIMIT; month++) {
		tot_month again;
		assert_true(tot_month_parse(&again, tot_month_print(text, month)));
		assert_int_equal(again, month);
	}
	for (int months = 0; months < 12 * 121; months++) {
		struct tot_age again;
		assert_true(tot_age_parse(
			&again, tot_age_print(text, (struct tot_age){months / 12, months % 12})));
		assert_int_equal(12 * again.years + again.months, months);
	}
	assert_string_equal(tot_age_print(text, (struct tot_age){66, 6}), "66y6m");
	assert_string_equal(tot_age_print(text, (struct tot_age){67, 0}), "67");
	assert_string_equal(tot_date_print(text, date(0, 0, 0)), "-");
	assert_string_equal(tot_month_print(text, TOT_MONTH_NONE), "-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(day_numbers_of_known_days),
		cmocka_unit_test(day_numbers_1850_to_2199),
		cmocka_unit_test(days_that_do_not_exist),
		cmocka_unit_test(months_and_their_days),
		cmocka_unit_test(adding_months_clamps_to_the_last_day),
		cmocka_unit_test(ages_are_reached_as_the_civil_code_says),
		cmocka_unit_test(age_on_a_day_is_the_last_one_reached),
		cmocka_unit_test(a_newborn_has_no_age_before_birth),
		cmocka_unit_test(dates_are_read_strictly),
		cmocka_unit_test(months_are_read_strictly),
		cmocka_unit_test(ages_are_read_strictly),
		cmocka_unit_test(printed_is_read_back),
	};
	return cmocka_run_group_tests_name("base date", tests, NULL, NULL);
}
