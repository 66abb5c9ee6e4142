/* Ages of pensions for disability: the added period, what a later pension takes over (s. 59, 77 (3), 88). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_life.h"

#include "de/pension.h"

/* The pension of 0.892 from 2026-09, of a man born 1980-03-10, seen by one that begins later. */
static void expect_later(const char *end, const char *until, const char *start,
			 tot_factor access_factor, tot_points personal)
{
	struct tot_de_earlier later,
		earlier = {.drawn = true,
			   .personal = {100000},
			   .access_factor = 892,
			   .from = tot_month_make(2026, 9),
			   .early = {tot_month_make(2042, 4), tot_month_make(2045, 4)},
			   .regular = tot_month_make(2047, 4)};
	tot_month before, first;
	assert_true(tot_month_parse(&earlier.end, end));
	assert_true(tot_month_parse(&before, until));
	assert_true(tot_month_parse(&first, start));
	assert_int_equal(tot_de_earlier_at(&later, &earlier, before, first, law), TOT_OK);
	assert_int_equal(later.access_factor, access_factor);
	assert_int_equal(later.personal[TOT_DE_WEST], personal);
}

/*
 * s. 77 (3) sentence 3: no. 2 gives back 0.003 for months between 62 and 65 alone, no. 3 gives 0.005 for
 * months after the regular age. s. 88: the later pension begins in one of the 24 months after the first.
 */
static void not_drawn_any_more(void **state)
{
	(void)state;
	/* A death in 2035-05, before 62: nothing comes back. */
	expect_later("2029-09", "2035-06", "2035-05", 892, 0);
	expect_later("2029-09", "2043-04", "2043-04", 892 + 12 * 3, 0);
	expect_later("2029-09", "2047-04", "2047-04", 1000, 0);
	expect_later("2029-09", "2048-04", "2048-04", 1000 + 12 * 5, 0);
	expect_later("2047-04", "2048-04", "2048-04", 892 + 12 * 5, 100000);
	expect_later("2029-09", "2031-08", "2031-08", 892, 100000);
	expect_later("2029-09", "2031-09", "2031-09", 892, 0);
	/* Of a death in 2031-08 the pension to survivors begins that month. */
	expect_later("2029-09", "2031-09", "2031-08", 892, 100000);
	/* It had not begun. */
	expect_later("2029-09", "2026-09", "2026-09", 0, 0);
}

/* The added period ends with the regular age where that is lower (s. 253a (4)): born 1950-03-10. */
static void ends_of_the_added_period(void **state)
{
	struct tot_months added;
	char text[64];
	(void)state;
	const struct tot_date born = {1980, 3, 10}, old = {1950, 3, 10};
	const struct tot_date start = {2026, 3, 1}, late = {2014, 7, 1};
	assert_int_equal(
		tot_de_added_period(&added, born, tot_month_make(2026, 2), start, law, NULL),
		TOT_OK);
	assert_int_equal(tot_months_count(&added), 245);
	tot_months_print(text, sizeof(text), &added);
	assert_string_equal(text, "2026-02..2046-06");
	/* Born 1950-03: 62 years were completed in 2012-03: nothing is added. */
	assert_int_equal(tot_de_added_period(&added, old, tot_month_make(2014, 6), late, law, NULL),
			 TOT_OK);
	assert_int_equal(tot_months_count(&added), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(not_drawn_any_more),
		cmocka_unit_test(ends_of_the_added_period),
	};
	return cmocka_run_group_tests_name("tests", tests, load_law, free_law);
}
