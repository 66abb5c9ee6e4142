/* Lump sums of whole lives under both laws: two stays, what a payment takes, German months. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

#define HEAD                                                                                 \
	"{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\","                      \
	"\"person\":{\"born\":\"1980-05-10\",\"sex\":\"male\",\"nationalities\":[\"BR\"],"   \
	"\"residence\":[{\"country\":\"JP\",\"from\":\"2010-04-01\",\"to\":\"2015-03-31\"}," \
	"{\"country\":\"JP\",\"from\":\"2020-07-01\",\"to\":\"2026-06-30\"}]},"

/* 60 months to 2015-03 and 72 months from 2020-07 to 2026-06, a year of them as a resident. */
#define WORK(from, to, average)                                                          \
	"{\"country\":\"JP\",\"kind\":\"employment\",\"from\":\"" from "\",\"to\":\"" to \
	"\",\"pay\":{\"average\":" average "}}"
#define RESIDENT(from, to) \
	"{\"country\":\"JP\",\"kind\":\"resident\",\"from\":\"" from "\",\"to\":\"" to "\"}"
#define GERMANY                                                                                 \
	"{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2016-01-01\",\"to\":\"2018-12-" \
	"31\","                                                                                 \
	"\"pay\":{\"monthly\":3000}}"
#define FIRST_STAY WORK("2010-04-01", "2015-03-31", "400000")
#define SECOND_STAY                          \
	RESIDENT("2020-07-01", "2021-06-30") \
	"," WORK("2021-07-01", "2026-06-30", "500000")
#define NINE_MONTHS RESIDENT("2010-04-01", "2010-12-31")
#define FOUR_YEARS WORK("2011-01-01", "2015-03-31", "400000")
#define BY_SCHEME ",\"choices\":{\"jp.lump_sum.erases\":\"scheme\"}"
#define PAID(scheme)                                                                \
	",\"events\":[{\"kind\":\"refund\",\"country\":\"JP\",\"scheme\":\"" scheme \
	"\",\"filed\":\"2015-06-01\"}]"

static const struct tot_refund *refund_of(const struct tot_outcome *outcome, const char *id)
{
	const struct tot_findings *found = tot_outcome_findings(outcome, "JP");
	for (size_t i = 0; i < found->refund_count; i++)
		if (strcmp(found->refunds[i].id, id) == 0)
			return &found->refunds[i];
	fail_msg("no refund %s", id);
	return NULL;
}

static const struct tot_qualifying *test_of(const struct tot_outcome *outcome, const char *state,
					    const char *id)
{
	const struct tot_qualifying *test =
		tot_findings_find_test(tot_outcome_findings(outcome, state), id);
	assert_non_null(test);
	return test;
}

static void assert_set(const struct tot_months *set, const char *expected)
{
	char text[200];
	tot_months_print(text, sizeof(text), set);
	assert_string_equal(text, expected);
}

/* Without the first payment: 132 months, a pension instead of a lump sum. */
static void never_paid(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life, HEAD "\"periods\":[" FIRST_STAY "," SECOND_STAY "," GERMANY "]}");
	const struct tot_refund *refund = refund_of(life.outcome, "JP.lump_sum.employees");
	assert_false(refund->eligible);
	assert_string_equal(refund->reasons[0],
			    "132 qualifying months: 120 or more give a pension instead");
	life_free(&life);
}

/*
 * Paid for the first stay: its 60 months are gone for both states, the second payment is about the
 * rest. Employees' 5.5 x 500,000 = 2,750,000; National Pension 16,610 x 1/2 x 12 = 99,660 (last paid
 * month 2021-06). Window of the second stay.
 */
static void two_stays(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life, HEAD "\"periods\":[" FIRST_STAY "," SECOND_STAY "," GERMANY
				  "]" PAID("all") "}");
	const struct tot_refund *refund = refund_of(life.outcome, "JP.lump_sum.employees");
	assert_true(refund->eligible);
	assert_int_equal(refund->months, 60);
	assert_int_equal(refund->gross.value, 2750000);
	assert_set(&refund->erases, "2020-07..2026-06");
	assert_int_equal(refund->erases_by_kind[TOT_EMPLOYMENT], 60);
	assert_int_equal(refund->erases_by_kind[TOT_RESIDENT], 12);
	assert_int_equal(tot_date_compare(refund->opens, (struct tot_date){2026, 7, 1}), 0);
	assert_int_equal(tot_date_compare(refund->closes, (struct tot_date){2028, 6, 30}), 0);
	const struct tot_refund *national = refund_of(life.outcome, "JP.lump_sum.national");
	assert_true(national->eligible);
	assert_int_equal(national->gross.value, 99660);
	assert_int_equal(national->net.value, 99660);
	/* 36 German and the 72 months that remain */
	assert_int_equal(test_of(life.outcome, "DE", "DE.w5")->lent, 72);
	assert_int_equal(test_of(life.outcome, "JP", "JP.old_basic_10y")->own, 72);
	/* the second payment would end Germany's five years as well */
	bool five_years = false;
	for (size_t i = 0; i < refund->effect_count; i++)
		five_years |= strcmp(refund->effects[i], "DE.w5") == 0;
	assert_true(five_years);
	life_free(&life);
}

/* jp.lump_sum.erases: scheme: a payment of the employees' scheme leaves category 1 (s. 29 (5)). */
static void one_scheme(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life, HEAD "\"periods\":[" NINE_MONTHS "," FOUR_YEARS "," SECOND_STAY
				  "]" PAID("employees") BY_SCHEME "}");
	const struct tot_refund *refund = refund_of(life.outcome, "JP.lump_sum.employees");
	assert_int_equal(refund->months, 60);
	assert_set(&refund->erases, "2021-07..2026-06");
	/* 9 months of the first stay and 12 of the second: 18 are paid for */
	const struct tot_refund *national = refund_of(life.outcome, "JP.lump_sum.national");
	assert_int_equal(national->months, 21);
	assert_int_equal(national->paid_months, 18);
	assert_int_equal(national->gross.value, 149490);
	assert_int_equal(test_of(life.outcome, "JP", "JP.old_basic_10y")->own, 81);
	life_free(&life);
}

/* jp-40: four Japanese months and German ones: 0.5 x 400,000 x 4/6; no lent month for category 1. */
static void six_months(const char *periods, int64_t gross, bool eligible)
{
	struct life life;
	char text[1500];
	snprintf(text, sizeof(text), HEAD "\"periods\":[%s," GERMANY "]}", periods);
	life_evaluate(&life, text);
	const struct tot_refund *refund = refund_of(life.outcome, "JP.lump_sum.employees");
	assert_int_equal(refund->eligible, eligible);
	assert_int_equal(refund->gross.known, gross > 0);
	if (gross > 0)
		assert_int_equal(refund->gross.value, gross);
	assert_int_equal(test_of(life.outcome, "JP", "JP.lump_epi_6m")->by_agreement, eligible);
	assert_false(refund_of(life.outcome, "JP.lump_sum.national")->eligible);
	life_free(&life);
}

static void german_months_fill_six(void **state)
{
	(void)state;
	six_months(WORK("2026-03-01", "2026-06-30", "400000"), 133333, true);
	six_months(WORK("2026-06-01", "2026-06-30", "400000"), 33333, true);
	/* no month of employees' insurance: German months lend nothing to the National Pension */
	six_months(RESIDENT("2026-03-01", "2026-06-30"), 0, false);
}

/* A strategy that claims after each stay pays twice, each time by the table of its own last month. */
static void claimed_after_each_stay(void **state)
{
	struct life life;
	struct tot_outcome *with;
	struct tot_refund_plan plans[] = {{"JP", "all", {2015, 6, 1}}, {"JP", "all", {2026, 9, 1}}};
	const struct tot_strategy strategy = {
		.id = "twice", .title = "", .refunds = plans, .refund_count = 2};
	int64_t paid = 0;
	(void)state;
	life_evaluate(&life, HEAD "\"periods\":[" FIRST_STAY "," SECOND_STAY "]}");
	assert_true(tot_evaluate(&with, life.scenario, &strategy, false, &life.ctx) >= 0);
	for (size_t i = 0; i < with->taken_count; i++)
		if (with->taken[i].paid)
			paid += with->taken[i].refund.gross.value;
	/* 2015-03: cap 36, factor 3.1 x 400,000; then 2,750,000 and 99,660 */
	assert_int_equal(paid, 1240000 + 2750000 + 99660);
	assert_int_equal(test_of(with, "JP", "JP.old_basic_10y")->own, 0);
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(never_paid),
		cmocka_unit_test(two_stays),
		cmocka_unit_test(one_scheme),
		cmocka_unit_test(german_months_fill_six),
		cmocka_unit_test(claimed_after_each_stay),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
