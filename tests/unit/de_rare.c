/* Rarer German lives: preliminary factors, future children, credits, exceptions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_refund_life.h"

static const char *points(const struct life *life)
{
	return factor(benefit(life, "DE.old_age.regular"), "points");
}

/*
 * Start 2018-09: 2017 preliminary factor 1.1193 and average 37,103: 33,579.00 / 37,103 = 0.9050; 2018 eight months
 * 24,000 x 1.1248 = 26,995.20 / 37,873 = 0.7128; with 4.0000 given 5.6178.
 */
static void preliminary_east(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "2026-11-21", "'born':'1953-01-10','sex':'male','nationalities':['DE']",
		  "'periods':["
		  "{'country':'DE','kind':'employment','from':'2013-01','to':'2016-12',"
		  "'pay':{'points':4}},"
		  "{'country':'DE','kind':'employment','from':'2017-01','to':'2017-12',"
		  "'region':'east','pay':{'yearly':{'2017':30000}}},"
		  "{'country':'DE','kind':'employment','from':'2018-01','to':'2018-12',"
		  "'region':'east','pay':{'monthly':3000}}]");
	assert_month(benefit(&life, "DE.old_age.regular")->start, "2018-09");
	assert_string_equal(points(&life), "5.6178");
	life_close(&life);
}

/* 2028: 96,000 / 51,944 = 1.8481, the yearly maximum is that of 2026, 1.9521. */
static void child_of_the_future(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "2026-11-21",
		  "'born':'1990-01-10','sex':'female','nationalities':['DE'],"
		  "'residence':[{'country':'DE','from':'1990-01-10'}]",
		  "'family':{'children':[{'born':'2027-12-10'}]},'periods':["
		  "{'country':'DE','kind':'employment','from':'2028-01','to':'2028-12',"
		  "'pay':{'monthly':8000}},"
		  "{'country':'DE','kind':'voluntary','from':'2010-01','to':'2013-12',"
		  "'pay':{'points':0}}]");
	/* 1.9521 + 2 x 0.9996 for 2029 and 2030 */
	assert_string_equal(points(&life), "3.9513");
	assert_int_equal(benefit(&life, "DE.old_age.regular")->status, TOT_PROJECTED);
	life_close(&life);
}

/*
 * One marriage, 2.0000 gained and 1.5000 lost: 0.5 / 0.0313 = 16 months. Mini-job: 5,400 x 15 / 18.7 / 35,363 =
 * 0.1225 and 0.1000 given: 0.2225 / 0.0313 = 8 months. A refund takes all of it away.
 */
static void credits(void **state)
{
	static const char *const events[] = {
		"", ",'events':[{'kind':'refund','country':'DE','filed':'2016-02-01'}]"};
	(void)state;
	for (int refunded = 0; refunded < 2; refunded++) {
		struct life life;
		char rest[1500];
		snprintf(rest, sizeof(rest),
			 "'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
			 "'to':'2015-12','flags':['minijob_exempt'],'pay':{'yearly':{'2015':5400}}}"
			 "],"
			 "'credits':["
			 "{'country':'DE','kind':'pension_rights_adjustment','points':2,"
			 "'from':'2000-01','to':'2008-12'},"
			 "{'country':'DE','kind':'pension_rights_adjustment','points':-1.5,"
			 "'from':'2000-01','to':'2008-12'},"
			 "{'country':'DE','kind':'minijob_supplement','points':0.1,"
			 "'from':'2010-01','to':'2010-12'}]%s",
			 events[refunded]);
		open_text(&life, "2026-11-21",
			  "'born':'1960-01-10','sex':'male','nationalities':['DE']", rest);
		assert_int_equal(test_of(&life, "DE.w5")->credits, refunded ? 0 : 24);
		assert_int_equal(test_of(&life, "DE.w45")->credits, refunded ? 0 : 8);
		life_close(&life);
	}
}

/* Before 1992 there was no current pension value: tests yes, amount no. */
static void before_1992(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "1990-05-01", "'born':'1925-01-10','sex':'male','nationalities':['DE']",
		  "'periods':[{'country':'DE','kind':'employment','from':'1970-01',"
		  "'to':'1989-12','pay':{'monthly':2000}}]");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_month(regular->start, "1990-02");
	assert_true(regular->entitled);
	assert_false(regular->amount.known);
	assert_int_equal(regular->status, TOT_INCOMPLETE_RECORD);
	life_close(&life);
}

/* Inflation: 1922 and 1923 have no average; nothing before 1948-06-21 is paid back (s. 210 (2)). */
static void inflation(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "2026-11-21", "'born':'1905-01-10','sex':'male','nationalities':['US']",
		  "'periods':[{'country':'DE','kind':'employment','from':'1922-01',"
		  "'to':'1930-12','pay':{'monthly':100}}]");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_month(regular->start, "1970-02");
	assert_int_equal(regular->status, TOT_INCOMPLETE_RECORD);
	assert_cents(&refund_of(&life, "DE.refund")->gross, 0);
	assert_false(refund_of(&life, "DE.refund")->eligible);
	life_close(&life);
}

/* An exception agreed by the authorities has no 60 months. */
static void exception(void **state)
{
	struct life life;
	(void)state;
	open_text(&life, "2026-11-21", "'born':'1980-01-10','sex':'male','nationalities':['DE']",
		  "'periods':[],'postings':[{'home':'DE','host':'JP','from':'2010-03-01',"
		  "'planned_to':'2018-02-28','as':'employee','basis':'exception',"
		  "'pay':{'monthly':4000}}]");
	assert_int_equal(test_of(&life, "DE.w5")->own, 96);
	life_close(&life);
}

/* The agreement may ask for own months of certain kinds before it lends. */
static void minimum_of_kinds(void **state)
{
	struct life life;
	const struct tot_aggregation rule = {.id = "x.w5",
					     .condition = "DE.w5",
					     .own_minimum = 1,
					     .own_minimum_kinds = TOT_KIND_BIT(TOT_EMPLOYMENT),
					     .only_if_needed = true};
	struct tot_lent lent = {.condition = "DE.w5", .rule = &rule, .lender = "JP"};
	(void)state;
	tot_months_add_range(&lent.months, tot_month_make(2000, 1), tot_month_make(2010, 1));
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1980-01-10','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'voluntary','from':'2011-01','to':'2011-12',"
			 "'pay':{'contribution':100}}]}");
	life.view.lent = &lent;
	life.view.lent_count = 1;
	life_place(&life);
	life_evaluate(&life);
	assert_int_equal(test_of(&life, "DE.w5")->lent, 0);
	assert_false(test_of(&life, "DE.w5")->met);
	life_close(&life);
}

/* Voluntary contributions beside the other system: s. 210 (1a) is used up. */
static void voluntary_beside_other_system(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "DE", "DE",
		    "'periods':[{'country':'DE','kind':'employment','from':'2000-01',"
		    "'to':'2003-12','pay':{'points':4}},{'country':'DE','kind':'other_system',"
		    "'from':'2004-01'},{'country':'DE','kind':'voluntary','from':'2005-01',"
		    "'to':'2005-06','pay':{'contribution':100}}]");
	assert_false(refund_on(&life, NULL)->eligible);
	life_close(&life);
}

/* East 2018: 1.0000 point stands for 38,212 / 1.1339 = 33,699.62; 9.3 % of it 3,134.06. */
static void eastern_points_refunded(void **state)
{
	struct life life;
	(void)state;
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2018-01',"
		    "'to':'2018-12','region':'east','pay':{'points':1}}]");
	assert_cents(&refund_on(&life, NULL)->gross, 313406);
	life_close(&life);
}

/* Filed in January 2030: 24 x 279.00, twelve of them of a year that is not known yet. */
static void refund_of_the_future(void **state)
{
	struct life life;
	const struct tot_date filed = {2030, 1, 15};
	(void)state;
	read_person(&life, "2026-11-21", "US", "US",
		    "'periods':[{'country':'DE','kind':'employment','from':'2026-01',"
		    "'to':'2027-12','pay':{'monthly':3000}}]");
	assert_int_equal(tot_scheme_de.ops->refund(&life.found, &life.view, filed, NULL, &life.ctx),
			 TOT_OK);
	const struct tot_refund *refund = refund_of(&life, "DE.refund");
	assert_true(refund->eligible);
	assert_date(refund->opens, "2030-01-01");
	assert_cents(&refund->gross, 669600);
	assert_int_equal(refund->status, TOT_PROJECTED);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(preliminary_east),
		cmocka_unit_test(child_of_the_future),
		cmocka_unit_test(credits),
		cmocka_unit_test(before_1992),
		cmocka_unit_test(inflation),
		cmocka_unit_test(exception),
		cmocka_unit_test(minimum_of_kinds),
		cmocka_unit_test(voluntary_beside_other_system),
		cmocka_unit_test(eastern_points_refunded),
		cmocka_unit_test(refund_of_the_future),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
