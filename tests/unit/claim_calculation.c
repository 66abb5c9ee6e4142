/* Japanese months help conditions inside the amount of a German pension (DECISIONS 21, 28). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

static const char *factor_of(const struct tot_benefit *benefit, const char *name)
{
	for (const struct tot_named *item = benefit->factors; item; item = item->next)
		if (strcmp(item->name, name) == 0)
			return item->value;
	return "(none)";
}

static void expect(const char *start_of_japan, const char *choices, const char *points,
		   const char *supplement)
{
	struct life life;
	char text[1200];
	snprintf(text, sizeof(text),
		 "{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"
		 "\"born\":\"1958-05-17\",\"sex\":\"male\",\"nationalities\":[\"DE\"]},"
		 "\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"1975-05-01\","
		 "\"to\":\"1991-12-31\",\"pay\":{\"points\":8}},"
		 "{\"country\":\"JP\",\"kind\":\"employment\",\"from\":\"%s\","
		 "\"to\":\"2011-12-31\",\"pay\":{\"monthly\":300000}}]%s}",
		 start_of_japan, choices);
	life_evaluate(&life, text);
	const struct tot_benefit *regular = tot_findings_find_benefit(
		tot_outcome_findings(life.outcome, "DE"), "DE.old_age.regular");
	assert_non_null(regular);
	assert_string_equal(factor_of(regular, "points"), points);
	assert_string_equal(factor_of(regular, "supplement"), supplement);
	life_free(&life);
}

/*
 * 200 German months of 0.04 before 1992. With 240 Japanese ones 35 years: 1.5 x 0.04 = 0.06 makes 12 points; average 0.06
 * below the full cap 0.0667: 0.0067 x 0.875 = 0.0059, x 200 = 1.1800. Japanese months have no part in the average.
 */
static void with_japan(void **state)
{
	(void)state;
	expect("1992-01-01", "", "12.0000", "1.1800");
}

/* Without them 8 points; the 33 years stay: 0.04, 0.0667 - 0.04 = 0.0267 x 0.875 = 0.0234, x 200. */
static void without_japan(void **state)
{
	(void)state;
	expect("1992-01-01", ",\"choices\":{\"de.calculation_periods_with_japan\":\"no\"}",
	       "8.0000", "4.6800");
}

/* 200 + 219 months: no 35 years, cap 0.0334 + 23 x 0.001389 = 0.0653: 0.0253 x 0.875 = 0.0221, x 200. */
static void a_month_short(void **state)
{
	(void)state;
	expect("1993-10-01", "", "8.0000", "4.4200");
}

/* 200 + 195 months: no 33 years. */
static void too_few(void **state)
{
	(void)state;
	expect("1995-10-01", "", "8.0000", "(none)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(with_japan),
		cmocka_unit_test(without_japan),
		cmocka_unit_test(a_month_short),
		cmocka_unit_test(too_few),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
