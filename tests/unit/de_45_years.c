/* The 45 years, months of divorce, and work lent to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

/*
 * 1984-01..2024-12 are 492 months of work; 24 months of unemployment benefit, 12 of them in the window of a start
 * in 2029-06 (from 2027-06); 12 months of assistance never; sickness without benefit never, with it yes.
 */
static void window_of_45_years(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1964-05-17", "male",
		"},'periods':["
		"{'country':'DE','kind':'employment','from':'1984-01','to':'2024-12',"
		"'pay':{'points':41}},"
		"{'country':'DE','kind':'benefit_unemployment','from':'2026-06','to':'2028-05',"
		"'pay':{'points':1}},"
		"{'country':'DE','kind':'benefit_unemployment','from':'2025-01','to':'2025-12',"
		"'flags':['assistance'],'pay':{'points':1}},"
		"{'country':'DE','kind':'creditable_sickness','from':'1983-01','to':'1983-06'},"
		"{'country':'DE','kind':'creditable_sickness','from':'1982-01','to':'1982-06',"
		"'flags':['benefit_paid']},"
		"{'country':'DE','kind':'creditable_education','from':'1981-06','to':'1981-12'}],"
		"'plan':{'claims':[{'country':'DE','benefit':'old_age','start':'2029-06'}]}");
	const struct tot_qualifying *test = test_of(&life, "DE.w45");
	assert_int_equal(test->own, 492 + 12 + 6);
	assert_int_equal(test->missing, 30);
	assert_int_equal(test_of(&life, "DE.w5")->own, 492 + 24 + 12);
	assert_int_equal(test_of(&life, "DE.w35")->own, 492 + 24 + 12 + 6 + 6 + 7);
	life_close(&life);
}

/* Voluntary months of the window do not count where credited unemployment runs beside them. */
static void voluntary_beside_unemployment(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1964-05-17", "male",
		    "},'periods':["
		    "{'country':'DE','kind':'employment','from':'1984-01','to':'2026-12',"
		    "'pay':{'points':43}},"
		    "{'country':'DE','kind':'voluntary','from':'2027-01','to':'2029-05',"
		    "'pay':{'contribution':200}},"
		    "{'country':'DE','kind':'creditable_unemployment','from':'2027-03','to':'2027-"
		    "12'}],"
		    "'plan':{'claims':[{'country':'DE','benefit':'old_age','start':'2029-06'}]}");
	/* 516 + 29 voluntary, less 2027-06..2027-12 = 7. */
	assert_int_equal(test_of(&life, "DE.w45")->own, 516 + 29 - 7);
	life_close(&life);
}

/* A Japanese year of work is lent to the 45 years and is among the 18 years that voluntary months ask for. */
static const struct tot_aggregation lending = {
	.id = "de.w45", .condition = "DE.w45", .own_minimum = 1, .only_if_needed = true};

static void lent_work(void **state)
{
	struct life life;
	struct tot_lent lent = {.condition = "DE.w45", .rule = &lending, .lender = "JP"};
	(void)state;
	tot_months_add_range(&lent.months, tot_month_make(1994, 7), tot_month_make(1996, 1));
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1960-02-20','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'employment','from':'1978-01','to':'1994-12',"
			 "'pay':{'points':17}},{'country':'DE','kind':'voluntary','from':'1996-01',"
			 "'to':'2025-12','pay':{'contribution':150}}],'plan':{'claims':[{"
			 "'country':'DE','benefit':'old_age','start':'2026-01'}]}}");
	life.view.lent = &lent;
	life.view.lent_count = 1;
	life_place(&life);
	life_evaluate(&life);
	/* 204 of work + 12 lent = 216: the 360 voluntary months count; 6 lent months overlap. */
	const struct tot_qualifying *test = test_of(&life, "DE.w45");
	assert_int_equal(test->own, 204 + 360);
	assert_int_equal(test->lent, 12);
	assert_int_equal(test->overlap, 6);
	assert_true(test->met && test->by_agreement);
	const struct tot_benefit *by_45 = benefit(&life, "DE.old_age.especially_long_insured");
	assert_true(by_45->entitled && by_45->by_agreement);
	assert_true(by_45->amount.known);
	life_close(&life);
	/* Without the Japanese months 204 of 540. */
	lent.months = (struct tot_months){{0}};
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1960-02-20','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'employment','from':'1978-01','to':'1994-12',"
			 "'pay':{'points':17}},{'country':'DE','kind':'voluntary','from':'1996-01',"
			 "'to':'2025-12','pay':{'contribution':150}}]}");
	life.view.lent = &lent;
	life.view.lent_count = 1;
	life_place(&life);
	life_evaluate(&life);
	assert_int_equal(test_of(&life, "DE.w45")->counted, 204);
	life_close(&life);
}

/* Divorce months count for 5 and 35 years from their effect on, in the free months of the marriage. */
static void divorce_months(void **state)
{
	struct life life;
	static const char *const effect[] = {"2031-06-01", "2031-06-02"};
	(void)state;
	for (int late = 0; late < 2; late++) {
		char rest[700];
		snprintf(rest, sizeof(rest),
			 "},'periods':[{'country':'DE','kind':'employment','from':'1995-01',"
			 "'to':'1997-12','pay':{'points':3}}],'credits':[{'country':'DE',"
			 "'kind':'pension_rights_adjustment','points':3.13,'from':'1994-07',"
			 "'to':'1999-06','effective':'%s'}]",
			 effect[late]);
		open_person(&life, "1964-05-17", "male", rest);
		/* 3.13 / 0.0313 = 100 months, but only 60 - 36 are free. */
		const struct tot_qualifying *test = test_of(&life, "DE.w5");
		assert_int_equal(test->own, 36);
		assert_int_equal(test->credits, 24);
		assert_true(test->met);
		assert_int_equal(test_of(&life, "DE.w45")->credits, 0);
		assert_month(test->met_on, late ? "2031-06" : "2031-05");
		assert_month(benefit(&life, "DE.old_age.regular")->start,
			     late ? "2031-07" : "2031-06");
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(window_of_45_years),
		cmocka_unit_test(voluntary_beside_unemployment),
		cmocka_unit_test(divorce_months),
		cmocka_unit_test(lent_work),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
