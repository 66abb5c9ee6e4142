/* Refund of contributions: how much, and what it erases; contributions of a month. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_refund_life.h"

/* --- how much ------------------------------------------------------------------------------------- */

static void expect_gross(const char *periods, int64_t cents, int months, int paid)
{
	struct life life;
	char rest[1500];
	snprintf(rest, sizeof(rest), "'periods':[%s]", periods);
	read_person(&life, "2026-11-21", "US", "US", rest);
	const struct tot_refund *refund = refund_on(&life, NULL);
	assert_cents(&refund->gross, cents);
	assert_int_equal(refund->months, months);
	assert_int_equal(refund->paid_months, paid);
	life_close(&life);
}

/*
 * 4,000 DM: 1995 9.3 % 372.00 DM = 190.20 EUR x 12; 1996 9.6 % 384.00 DM = 196.34 x 12; sum 4,638.48. 5,000 DM in
 * 1999: 10.15 % 507.50 DM = 259.48 x 3, from April 9.75 % 487.50 DM = 249.25 x 9; sum 3,021.69. By year: 15,000 x
 * 10.15 % = 1,522.50 DM = 778.44, 45,000 x 9.75 % = 4,387.50 DM = 2,243.29; sum 3,021.73.
 */
static void german_marks(void **state)
{
	(void)state;
	expect_gross("{'country':'DE','kind':'employment','from':'1995-01','to':'1996-12',"
		     "'pay':{'monthly':4000}}",
		     463848, 24, 24);
	expect_gross("{'country':'DE','kind':'employment','from':'1999-01','to':'1999-12',"
		     "'pay':{'monthly':5000}}",
		     302169, 12, 12);
	expect_gross("{'country':'DE','kind':'employment','from':'1999-01','to':'1999-12',"
		     "'pay':{'yearly':{'1999':60000}}}",
		     302173, 12, 12);
}

/*
 * East 1995: 7,000 DM above the ceiling 6,400: 9.3 % 595.20 DM = 304.32 EUR x 12 = 3,651.84, no factor. East before
 * 1990-07: nothing; 1990-07..12: 2,700 x 9.35 % = 252.45 DM = 129.08 x 6 = 774.48.
 */
static void east(void **state)
{
	(void)state;
	expect_gross("{'country':'DE','kind':'employment','from':'1995-01','to':'1995-12',"
		     "'region':'east','pay':{'monthly':7000}}",
		     365184, 12, 12);
	expect_gross("{'country':'DE','kind':'employment','from':'1990-01','to':'1990-12',"
		     "'region':'east','pay':{'monthly':2700}}",
		     77448, 12, 6);
}

/*
 * 2018: insured mini-job of 150: 10.05 x 12 = 120.60. Unemployment benefit, care, child-raising: nothing.
 * Self-employed 3,000 in 2020: half of 18.6 %, 279.00 x 12 = 3,348.00. Two jobs of 4,000 in 2021: 7,100 x 9.3 % =
 * 660.30 x 12 = 7,923.60. Points 1.0000 in 2019: 39,301 x 9.3 % = 3,654.99. Sick benefit 2,000 in 2022: 186.00 x 12.
 */
static void kinds(void **state)
{
	(void)state;
	expect_gross("{'country':'DE','kind':'employment','from':'2018-01','to':'2018-12',"
		     "'flags':['minijob'],'pay':{'monthly':150}}",
		     12060, 12, 12);
	expect_gross("{'country':'DE','kind':'benefit_unemployment','from':'2018-01',"
		     "'to':'2018-12','pay':{'monthly':1500}},{'country':'DE','kind':'care',"
		     "'from':'2019-01','to':'2019-12','pay':{'monthly':500}},{'country':'DE',"
		     "'kind':'child_raising','from':'2020-01','to':'2020-12'}",
		     0, 36, 0);
	expect_gross("{'country':'DE','kind':'self_employment','from':'2020-01','to':'2020-12',"
		     "'pay':{'monthly':3000}}",
		     334800, 12, 12);
	expect_gross("{'country':'DE','kind':'employment','from':'2021-01','to':'2021-12',"
		     "'pay':{'monthly':4000}},{'country':'DE','kind':'employment',"
		     "'from':'2021-01','to':'2021-12','pay':{'monthly':4000}}",
		     792360, 12, 12);
	expect_gross("{'country':'DE','kind':'employment','from':'2019-01','to':'2019-12',"
		     "'pay':{'points':1}}",
		     365499, 12, 12);
	expect_gross("{'country':'DE','kind':'benefit_sickness','from':'2022-01','to':'2022-12',"
		     "'pay':{'monthly':2000}}",
		     223200, 12, 12);
}

/* Bonus of December 2022: 12 x 1,050 are free, 10,000 fit: 6,000 x 9.3 % x 11 + 16,000 x 9.3 % = 7,626.00. */
static void bonus(void **state)
{
	(void)state;
	expect_gross("{'country':'DE','kind':'employment','from':'2022-01','to':'2022-12',"
		     "'pay':{'monthly':6000,'bonuses':[{'every':12,'amount':10000}]}}",
		     762600, 12, 12);
}

/* 2.0000 points gained by a divorce, marriage until 2020-12: half of 2 x 7,542.486 = 7,542.49 on top. */
static void divorce(void **state)
{
	struct life life;
	(void)state;
	char rest[700];
	snprintf(rest, sizeof(rest),
		 "%s,'credits':[{'country':'DE','kind':'pension_rights_adjustment','points':2,"
		 "'from':'2015-01','to':'2020-12'}]",
		 hundred_months);
	read_person(&life, "2026-11-21", "US", "US", rest);
	assert_cents(&refund_on(&life, NULL)->gross, 2800800 + 754249);
	life_close(&life);
}

static void nothing_to_pay(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US", "'periods':[]");
	const struct tot_refund *refund = refund_on(&life, NULL);
	assert_false(refund->eligible);
	assert_true(says(refund, "no German contributions"));
	life_close(&life);
}

/* --- what it erases ------------------------------------------------------------------------------- */

/* Filed 2020-06-10: days before are gone, the rest of June stays, what was open goes on. */
static void after_refund(void **state)
{
	struct life life;
	struct tot_months months;
	(void)state;
	read_person(
		&life, "2026-11-21", "US", "US",
		"'periods':["
		"{'country':'DE','kind':'creditable_education','from':'1989-01','to':'1990-12'},"
		"{'country':'DE','kind':'employment','from':'2010-01','to':'2012-12',"
		"'pay':{'monthly':3000}},"
		"{'country':'DE','kind':'voluntary','from':'2020-01','to':'2020-08',"
		"'pay':{'contribution':200}},"
		"{'country':'DE','kind':'employment','from':'2026-01','pay':{'monthly':3000}},"
		"{'country':'DE','kind':'other_system','from':'2015-01','to':'2015-12'}],"
		"'events':[{'kind':'refund','country':'DE','filed':'2020-06-10'}]");
	tot_timeline_kinds(&months, &life.own,
			   TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_KIND_BIT(TOT_VOLUNTARY) |
				   TOT_KIND_BIT(TOT_CREDITABLE_EDUCATION));
	assert_months(&months, "2020-06..2020-08, 2026-01..2037-06");
	tot_timeline_kinds(&months, &life.own, TOT_KIND_BIT(TOT_OTHER_SYSTEM));
	assert_months(&months, "2015-01..2015-12");
	life_evaluate(&life);
	/* 3 + 138 months to 2037-06. */
	assert_int_equal(test_of(&life, "DE.w5")->own, 141);
	assert_int_equal(refund_of(&life, "DE.refund")->months, 3 + 11);
	life_close(&life);
}

static void erased_kinds(void **state)
{
	struct life life;
	(void)state;
	read_person(
		&life, "2026-11-21", "US", "US",
		"'periods':["
		"{'country':'DE','kind':'creditable_education','from':'1989-01','to':'1990-12'},"
		"{'country':'DE','kind':'employment','from':'2010-01','to':'2012-12',"
		"'pay':{'monthly':3000}},"
		"{'country':'DE','kind':'employment','from':'2030-01','to':'2031-12'}]");
	const struct tot_refund *refund = refund_on(&life, NULL);
	assert_int_equal(refund->erases_by_kind[TOT_EMPLOYMENT], 36);
	assert_int_equal(refund->erases_by_kind[TOT_CREDITABLE_EDUCATION], 24);
	assert_int_equal(tot_months_count(&refund->erases), 60);
	life_close(&life);
}

/* --- contributions of a month --------------------------------------------------------------------- */

static void shares_of(const char *period, const char *month, int64_t base, int64_t employee,
		      int64_t employer)
{
	struct life life;
	char rest[600];
	struct tot_shares shares;
	tot_month of;
	snprintf(rest, sizeof(rest),
		 "'periods':[{'country':'DE','from':'1995-01','to':'2026-12',%s}]", period);
	read_person(&life, "2026-11-21", "US", "US", rest);
	assert_true(tot_month_parse(&of, month));
	assert_int_equal(
		tot_scheme_de.ops->contribution(&shares, &life.scenario->periods[0], of, &life.ctx),
		TOT_OK);
	assert_int_equal(shares.base, base);
	assert_int_equal(shares.employee, employee);
	assert_int_equal(shares.employer, employer);
	life_close(&life);
}

/* 2024: ceiling 7,550, 9.3 % = 702.15 each. Miners 2024: 9,300, 9.3 % 864.90 and 15.4 % 1,432.20. */
static void contributions(void **state)
{
	(void)state;
	shares_of("'kind':'employment','pay':{'monthly':9999}", "2024-05", 755000, 70215, 70215);
	shares_of("'kind':'employment','flags':['miners'],'pay':{'monthly':9999}", "2024-05",
		  930000, 86490, 143220);
	shares_of("'kind':'self_employment','pay':{'monthly':3000}", "2024-05", 300000, 55800, 0);
	shares_of("'kind':'benefit_unemployment','pay':{'monthly':3000}", "2024-05", 300000, 0,
		  55800);
	shares_of("'kind':'employment','flags':['minijob'],'pay':{'monthly':150}", "2018-05", 17500,
		  1005, 2250);
	shares_of("'kind':'employment','flags':['minijob_exempt'],'pay':{'monthly':500}", "2024-05",
		  0, 0, 7500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(german_marks),	 cmocka_unit_test(east),
		cmocka_unit_test(kinds),	 cmocka_unit_test(bonus),
		cmocka_unit_test(divorce),	 cmocka_unit_test(nothing_to_pay),
		cmocka_unit_test(after_refund),	 cmocka_unit_test(erased_kinds),
		cmocka_unit_test(contributions),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
