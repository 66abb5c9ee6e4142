/* German pensions for reduced earning capacity with Japanese months (Art. 11; DECISIONS 14, 28). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

#define LIFE(born, german, japanese, since, choices)                                           \
	"{\"format\":\"totalise-scenario/"                                                     \
	"1\",\"as_of\":\"2026-11-21\",\"person\":{\"born\":\"" born                            \
	"\",\"sex\":\"male\",\"nationalities\":[\"DE\"]},\"periods\":[{\"country\":\"DE\","    \
	"\"kind\":"                                                                            \
	"\"employment\"," german "},{\"country\":\"JP\"," japanese "}],\"events\":[{\"kind\":" \
	"\"disability\",\"since\":\"" since "\",\"capacity\":\"none\"}]" choices "}"

static const struct tot_benefit *pension_of(struct life *life, const char *text)
{
	life_evaluate(life, text);
	const struct tot_benefit *pension = tot_findings_find_benefit(
		tot_outcome_findings(life->outcome, "DE"), "DE.disability.full");
	assert_non_null(pension);
	return pension;
}

/* 18 German months; 44 Japanese ones of work meet the five years and the three in five. */
static void tests_with_japan(void **state)
{
	struct life life;
	(void)state;
	const struct tot_benefit *pension = pension_of(
		&life, LIFE("1980-03-10",
			    "\"from\":\"2022-01\",\"to\":\"2023-06\",\"pay\":{\"points\":1.5}",
			    "\"kind\":\"employment\",\"from\":\"2023-07-01\",\"to\":\"2027-02-28\","
			    "\"pay\":{\"monthly\":400000}",
			    "2027-02-15", ""));
	assert_true(pension->entitled && pension->by_agreement);
	assert_int_equal(pension->test->own, 18);
	assert_true(pension->test->met);
	/* Points come from the 18 months and the added period alone. */
	assert_true(pension->amount.value > 0);
	life_free(&life);
}

/* Months of category 1 without work meet the five years, not the three in five. */
static void only_work_for_three_in_five(void **state)
{
	struct life life;
	(void)state;
	const struct tot_benefit *pension = pension_of(
		&life, LIFE("1980-03-10",
			    "\"from\":\"2022-01\",\"to\":\"2023-06\",\"pay\":{\"points\":1.5}",
			    "\"kind\":\"resident\",\"from\":\"2023-07-01\",\"to\":\"2027-02-28\"",
			    "2027-02-15", ""));
	assert_false(pension->entitled);
	assert_true(pension->test->met);
	life_free(&life);
}

static void expect_factor(const char *text, const char *expected)
{
	struct life life;
	const struct tot_benefit *pension = pension_of(&life, text);
	const struct tot_named *item = pension->factors;
	while (item && strcmp(item->name, "access_factor") != 0)
		item = item->next;
	assert_non_null(item);
	assert_string_equal(item->value, expected);
	life_free(&life);
}

/* s. 77 (4), DECISIONS 28: 479 months and a Japanese one; the choice takes it away. */
static void long_service(void **state)
{
	(void)state;
#define OWN "\"from\":\"1986-02\",\"to\":\"2025-12\",\"pay\":{\"points\":40}"
#define ONE "\"kind\":\"resident\",\"from\":\"1985-12-01\",\"to\":\"1985-12-31\""
	expect_factor(LIFE("1965-03-10", OWN, ONE, "2026-01-15", ""), "0.922");
	expect_factor(LIFE("1965-03-10", OWN, ONE, "2026-01-15",
			   ",\"choices\":{\"de.calculation_periods_with_japan\":\"no\"}"),
		      "0.892");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tests_with_japan),
		cmocka_unit_test(only_work_for_three_in_five),
		cmocka_unit_test(long_service),
	};
	return cmocka_run_group_tests_name("tests", tests, NULL, NULL);
}
