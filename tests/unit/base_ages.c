/* Completed ages of tests/tables/base_ages.csv. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/table.h"
#include "totalise/date.h"

static void age_is_reached_on(void **state)
{
	const struct table_row *row = *state;
	struct tot_date birth, expected;
	struct tot_age age;
	assert_true(tot_date_parse(&birth, row->cell[0]));
	assert_true(tot_age_parse(&age, row->cell[1]));
	assert_true(tot_date_parse(&expected, row->cell[2]));
	char text[TOT_DATE_TEXT];
	assert_string_equal(tot_date_print(text, tot_age_reached(birth, age)), row->cell[2]);
	const struct tot_age then = tot_age_on(birth, expected);
	const struct tot_age before = tot_age_on(birth, tot_date_add_days(expected, -1));
	const int months = 12 * age.years + age.months;
	assert_int_equal(12 * then.years + then.months, months);
	assert_true(12 * before.years + before.months < months);
}

int main(void)
{
	return table_run("base ages", "tests/tables/base_ages.csv", age_is_reached_on);
}
