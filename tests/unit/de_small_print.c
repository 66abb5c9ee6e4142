/* German rules that only rare lives show: first own month, mini-jobs, open records, credits of a refund. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_refund_life.h"

/*
 * Born 1955-06-10: regular age 65y9m, first month 2021-04. No own month until 2024-01: then the 300 lent ones
 * count at once (agreement Art. 11, own minimum of one month), so the pension is due from 2024-02.
 */
static void first_own_month(void **state)
{
	struct life life;
	const struct tot_aggregation rule = {
		.id = "x.w5", .condition = "DE.w5", .own_minimum = 1, .only_if_needed = true};
	struct tot_lent lent = {.condition = "DE.w5", .rule = &rule, .lender = "JP"};
	(void)state;
	tot_months_add_range(&lent.months, tot_month_make(1985, 4), tot_month_make(2010, 4));
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1955-06-10','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'employment','from':'2024-01','to':'2024-12',"
			 "'pay':{'monthly':3000}}],'plan':{'claims':[{'country':'DE',"
			 "'benefit':'old_age','when':'earliest'}]}}");
	life.view.lent = &lent;
	life.view.lent_count = 1;
	life_place(&life);
	life_evaluate(&life);
	assert_month(benefit(&life, "DE.old_age.regular")->earliest_start, "2024-02");
	life_close(&life);
}

/* A mini-job beside a posting is another job, not the posting written again (DECISIONS 39). */
static void mini_job_beside_posting(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "2026-11-21", "'born':'1970-01-10','sex':'male','nationalities':['DE']",
		  "'periods':[{'country':'DE','kind':'employment','from':'2011-01',"
		  "'to':'2012-12','flags':['minijob_exempt'],'pay':{'monthly':400}}],"
		  "'postings':[{'home':'DE','host':'JP','from':'2010-01-01',"
		  "'planned_to':'2013-12-31','as':'employee'}]");
	assert_int_equal(test_of(&life, "DE.w5")->own, 48);
	life_close(&life);
}

/*
 * Mini-jobs with pay by year. 2015, household, 4,800: 4,800 x (18.7 - 5) % = 657.60 (s. 168 (1) no. 1c).
 * 2016, 1,200: base 12 x 175 = 2,100 (s. 163 (8)); 2,100 x 18.7 % - 1,200 x 15 % = 212.70.
 */
static void mini_jobs_by_year(void **state)
{
	struct life life;
	(void)state;
	read_person(
		&life, "2026-11-21", "US", "US",
		"'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
		"'to':'2015-12','flags':['minijob','household'],'pay':{'yearly':{'2015':4800}}},"
		"{'country':'DE','kind':'employment','from':'2016-01','to':'2016-12',"
		"'flags':['minijob'],'pay':{'yearly':{'2016':1200}}}]");
	assert_cents(&refund_on(&life, NULL)->gross, 87030);
	life_close(&life);
}

/* 0.1000 point of 2015 is 3,536.30; mini-job 18.7 - 15 % = 130.84, in a household 13.7 % = 484.47. */
static void mini_jobs_as_points(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
		    "'to':'2015-12','flags':['minijob'],'pay':{'points':0.1}}]");
	assert_cents(&refund_on(&life, NULL)->gross, 13084);
	life_close(&life);
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
		    "'to':'2015-12','flags':['minijob','household'],'pay':{'points':0.1}}]");
	assert_cents(&refund_on(&life, NULL)->gross, 48447);
	life_close(&life);
}

/* Open record, 48,000 in 2026: 11 of 12 months lie before 2026-12; 9.3 % of 44,000 = 4,092.00. */
static void open_record_by_year(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2026-01',"
		    "'pay':{'yearly':{'2026':48000}}}]");
	assert_cents(&refund_on(&life, NULL)->gross, 409200);
	life_close(&life);
}

/* s. 210 (1) no. 1 was open from 2018-01-01, long before the regular age (no. 2). */
static void earlier_way(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "2026-11-21",
		  "'born':'1955-06-15','sex':'male','nationalities':['US'],"
		  "'residence':[{'country':'US','from':'1955-06-15'}]",
		  "'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
		  "'to':'2015-12','pay':{'monthly':3000}}]");
	assert_true(refund_of(&life, "DE.refund")->eligible);
	assert_date(refund_of(&life, "DE.refund")->opens, "2018-01-01");
	life_close(&life);
}

/* s. 210 (4): points of a divorce change the refund from the day on which they take effect. */
static void divorce_not_yet_effective(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
		    "'to':'2015-12','pay':{'monthly':3000}}],'credits':[{'country':'DE',"
		    "'kind':'pension_rights_adjustment','points':-0.1,'from':'2010-01-01',"
		    "'to':'2015-06-30','effective':'2027-01-01'}]");
	/* 12 x 9.35 % of 3,000. */
	assert_cents(&refund_on(&life, NULL)->gross, 336600);
	life_close(&life);
}

/*
 * Marriage until 2005-06: price 29,569 x 19.5 % = 5,765.955 (s. 187 (3)); 1.0000 point lost: 2,882.98 less.
 * Until 2000-06: 54,513 DM x 19.3 % = 10,521.009 DM = 5,379.30 EUR; 0.1000 gained: 268.97 more.
 */
static void divorces_before_2012(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
		    "'to':'2015-12','pay':{'monthly':3000}}],'credits':[{'country':'DE',"
		    "'kind':'pension_rights_adjustment','points':-1,'from':'2002-01-01',"
		    "'to':'2005-06-30'},{'country':'DE','kind':'pension_rights_adjustment',"
		    "'points':0.1,'from':'1995-01-01','to':'2000-06-30'}]");
	assert_cents(&refund_on(&life, NULL)->gross, 336600 - 288298 + 26897);
	life_close(&life);
}

/* s. 82: miners' points have the factor 1.3333; the only part of a pension shows its own factors. */
static void miners_only(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "2026-11-21", "'born':'1955-06-10','sex':'male','nationalities':['DE']",
		  "'periods':[{'country':'DE','kind':'employment','from':'2000-01',"
		  "'to':'2009-12','flags':['miners'],'pay':{'points':10}}]");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_string_equal(factor(regular, "type_factor"), "1.3333");
	/* 10 x 1.3333 x 42.52 = 566.92. */
	assert_cents(&regular->amount, 56692);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_own_month),
		cmocka_unit_test(mini_job_beside_posting),
		cmocka_unit_test(mini_jobs_by_year),
		cmocka_unit_test(mini_jobs_as_points),
		cmocka_unit_test(open_record_by_year),
		cmocka_unit_test(earlier_way),
		cmocka_unit_test(divorce_not_yet_effective),
		cmocka_unit_test(divorces_before_2012),
		cmocka_unit_test(miners_only),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
