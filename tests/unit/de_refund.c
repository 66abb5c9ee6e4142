/* Refund of contributions: who can take it, and when. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_refund_life.h"

/* 100 months, living in a third country, no right to voluntary insurance: the number does not matter. */
static void third_country(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US", hundred_months);
	const struct tot_refund *refund = refund_on(&life, NULL);
	assert_true(refund->eligible);
	assert_int_equal(refund->reason_count, 0);
	assert_date(refund->opens, "2024-05-01");
	assert_true(tot_date_is_none(refund->closes));
	assert_int_equal(refund->months, 100);
	assert_int_equal(refund->paid_months, 100);
	/* 3,000 x 9.45 % = 283.50 (12); 9.35 % = 280.50 (36); 9.3 % = 279.00 (52) = 28,008.00 */
	assert_cents(&refund->gross, 2800800);
	assert_cents(&refund->net, 2800800);
	assert_int_equal(refund->status, TOT_OK);
	life_close(&life);
}

static void right_to_voluntary_insurance(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "JP", "JP", hundred_months);
	const struct tot_refund *refund = refund_on(&life, "60 months and more");
	assert_false(refund->eligible);
	assert_true(says(refund, "60 months and more"));
	assert_cents(&refund->gross, 2800800);
	life_close(&life);
	read_person(&life, "2026-11-21", "DE", "JP", hundred_months);
	refund = refund_on(&life, NULL);
	assert_false(refund->eligible);
	assert_true(says(refund, "German national"));
	assert_false(says(refund, "regular age"));
	assert_int_equal(refund->status, TOT_OK);
	life_close(&life);
	/* Below five years the regular age opens another way: 67 is completed on 2037-06-14. */
	read_person(&life, "2026-11-21", "DE", "JP",
		    "'periods':[{'country':'DE','kind':'employment','from':'2025-01',"
		    "'to':'2025-12','pay':{'monthly':3000}}]");
	refund = refund_on(&life, NULL);
	assert_true(says(refund, "2037-06-14"));
	assert_int_equal(refund->status, TOT_OK);
	life_close(&life);
	read_person(&life, "2026-11-21", "US", "DE", hundred_months);
	assert_true(says(refund_on(&life, NULL), "resident of Germany"));
	life_close(&life);
}

/* Insured until any day of 2024-10: 24 full months end with 2026-10, a claim counts from 2026-11-01. */
static void twenty_four_months(void **state)
{
	static const struct {
		const char *as_of;
		bool eligible;
	} days[] = {{"2026-10-31", false}, {"2026-11-01", true}};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct life life;
		read_person(&life, days[i].as_of, "US", "US",
			    "'periods':[{'country':'DE','kind':'employment','from':'2020-01-01',"
			    "'to':'2024-10-02','pay':{'monthly':3000}}]");
		const struct tot_refund *refund = refund_on(&life, NULL);
		assert_true(refund->eligible == days[i].eligible);
		assert_date(refund->opens, "2026-11-01");
		assert_true(says(refund, "2026-11-01") == !days[i].eligible);
		life_close(&life);
	}
}

static void insured_now(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2026-11-21',"
		    "'pay':{'monthly':3000}},{'country':'DE','kind':'employment',"
		    "'from':'2001-01','to':'2001-12','pay':{'monthly':3000}}]");
	const struct tot_refund *refund = refund_on(&life, NULL);
	assert_false(refund->eligible);
	assert_true(says(refund, "compulsorily insured"));
	assert_int_equal(refund->months, 13);
	life_close(&life);
}

/* Regular age 65 completed 2010-06-14, 48 months: at once, whatever the nationality; not with lent months. */
static const struct tot_aggregation lending = {
	.id = "de.w5", .condition = "DE.w5", .own_minimum = 1, .only_if_needed = true};

static void regular_age_without_five_years(void **state)
{
	struct tot_lent lent = {.condition = "DE.w5", .rule = &lending, .lender = "JP"};
	(void)state;
	tot_months_add_range(&lent.months, tot_month_make(1980, 1), tot_month_make(1981, 1));
	for (int with = 0; with < 2; with++) {
		struct life life;
		life_read(&life,
			  "{'format':'totalise-scenario/1','as_of':'2012-03-01','person':{"
			  "'born':'1945-06-15','sex':'male','nationalities':['DE']},'periods':["
			  "{'country':'DE','kind':'employment','from':'2008-01','to':'2011-12',"
			  "'pay':{'monthly':1000}}]}");
		life.view.lent = &lent;
		life.view.lent_count = (size_t)with;
		life_place(&life);
		const struct tot_refund *refund = refund_on(&life, NULL);
		assert_true(refund->eligible == !with);
		if (!with)
			assert_date(refund->opens, "2010-06-15");
		/* 1,000 x 9.95 % x 48 */
		assert_cents(&refund->gross, 477600);
		life_close(&life);
	}
}

/* A civil servant with 48 months of the statutory insurance (s. 210 (1a)), also as a German. */
static void other_system(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "DE", "DE",
		    "'periods':[{'country':'DE','kind':'employment','from':'2000-01',"
		    "'to':'2003-12','pay':{'yearly':{'2000':54256,'2001':55216,'2002':28626,"
		    "'2003':28938}}},{'country':'DE','kind':'other_system','from':'2004-01'}]");
	const struct tot_refund *refund = refund_on(&life, "right as a German");
	assert_true(refund->eligible);
	assert_int_equal(refund->erases_by_kind[TOT_EMPLOYMENT], 48);
	assert_int_equal(refund->erases_by_kind[TOT_OTHER_SYSTEM], 0);
	life_close(&life);
}

static void benefits_drawn(void **state)
{
	struct life life;
	char rest[600];
	(void)state;
	/* Rehabilitation in 2021-06: only 2021-07..2022-04 = 10 months of 279.00. */
	snprintf(rest, sizeof(rest),
		 "%s,'events':[{'kind':'benefit','country':'DE','what':'rehabilitation',"
		 "'from':'2021-06-10'}]",
		 hundred_months);
	read_person(&life, "2026-11-21", "US", "US", rest);
	const struct tot_refund *refund = refund_on(&life, NULL);
	assert_true(refund->eligible);
	assert_int_equal(refund->paid_months, 10);
	assert_cents(&refund->gross, 279000);
	assert_int_equal(tot_months_count(&refund->erases), 100);
	life_close(&life);
	snprintf(rest, sizeof(rest),
		 "%s,'events':[{'kind':'benefit','country':'JP','what':'old_age',"
		 "'from':'2025-06-10','thanks_to_agreement':true}]",
		 hundred_months);
	read_person(&life, "2026-11-21", "US", "US", rest);
	refund = refund_on(&life, NULL);
	assert_false(refund->eligible);
	assert_true(says(refund, "Japanese pension"));
	life_close(&life);
}

/* A written claim that has started: nothing is left to pay back. */
static void claim_that_has_started(void **state)
{
	struct life life;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1955-06-15','sex':'male','nationalities':['US']},'periods':["
			 "{'country':'DE','kind':'employment','from':'2000-01','to':'2006-12',"
			 "'pay':{'monthly':3000}}],'plan':{'claims':[{'country':'DE',"
			 "'benefit':'old_age','when':'regular'}]}}");
	life_place(&life);
	const struct tot_refund *refund = refund_on(&life, NULL);
	assert_false(refund->eligible);
	assert_cents(&refund->gross, 0);
	life_close(&life);
}

static void insured_in_japan(void **state)
{
	static const char *const choice[] = {"no", "yes"};
	(void)state;
	for (int blocks = 0; blocks < 2; blocks++) {
		struct life life;
		char rest[700];
		snprintf(rest, sizeof(rest),
			 "'periods':[{'country':'DE','kind':'employment','from':'2014-01',"
			 "'to':'2016-12','pay':{'monthly':3000}},{'country':'JP',"
			 "'kind':'employment','from':'2017-01'}],"
			 "'choices':{'de.refund.japanese_insurance_blocks':'%s'}",
			 choice[blocks]);
		read_person(&life, "2026-11-21", "JP", "JP", rest);
		const struct tot_refund *refund = refund_on(&life, NULL);
		assert_true(refund->eligible == !blocks);
		assert_true(says(refund, "insured in Japan") == (bool)blocks);
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(third_country),
		cmocka_unit_test(right_to_voluntary_insurance),
		cmocka_unit_test(twenty_four_months),
		cmocka_unit_test(insured_now),
		cmocka_unit_test(regular_age_without_five_years),
		cmocka_unit_test(other_system),
		cmocka_unit_test(benefits_drawn),
		cmocka_unit_test(claim_that_has_started),
		cmocka_unit_test(insured_in_japan),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
