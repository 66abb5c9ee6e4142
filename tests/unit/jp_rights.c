/* Rights to old-age pensions: ten years, first months, what is missing or left out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

static const char basic_id[] = "JP.old_age.basic", employees_id[] = "JP.old_age.employees";

static void missing_pay(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2010-04',"
			 "'to':'2020-03'}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_true(employees->entitled);
	assert_false(employees->amount.known);
	assert_int_equal(employees->status, TOT_INCOMPLETE_RECORD);
	assert_true(employees->reason_count > 0);
	assert_yen(&benefit(&life, basic_id)->amount, 211825);
	life_close(&life);
}

/* DECISIONS 6: no table for FY2021; the basic pension is computed with the amount of that year. */
static void no_revaluation_table(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2022-01-16',"
			 "'person':{'born':'1970-01-05','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2012-01',"
			 "'to':'2021-12',"
			 "'pay':{'average':650000}}]}");
	assert_false(benefit(&life, employees_id)->amount.known);
	assert_int_equal(benefit(&life, employees_id)->status, TOT_INCOMPLETE_RECORD);
	assert_yen(&benefit(&life, basic_id)->amount, 195225);
	life_close(&life);
}

static void ten_years_missing(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2010-04',"
			 "'to':'2020-02',"
			 "'pay':{'average':300000}}]}");
	const struct tot_qualifying *test = test_of(&life, "JP.old_basic_10y");
	const struct tot_benefit *basic = benefit(&life, basic_id);
	assert_int_equal(test->counted, 119);
	assert_int_equal(test->missing, 1);
	assert_int_equal(test->met_on, TOT_MONTH_NONE);
	assert_false(basic->entitled);
	assert_false(basic->amount.known);
	assert_int_equal(basic->earliest_start, TOT_MONTH_NONE);
	assert_int_equal(basic->start, TOT_MONTH_NONE);
	assert_string_equal(basic->reasons[0], "119 of 120 months: 1 month missing");
	life_close(&life);
}

/* The 120th month is over in March 2020: the right of somebody of 60 then exists in April 2020. */
static void earliest_after_the_120th_month(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1958-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2010-04',"
			 "'to':'2020-03',"
			 "'pay':{'average':300000}}]}");
	assert_month(test_of(&life, "JP.old_epi_10y")->met_on, "2020-03");
	assert_month(benefit(&life, employees_id)->earliest_start, "2020-05");
	life_close(&life);
}

/* Act 62/2012: with 180 months a right only since 2017-08, first paid for September 2017. */
static void ten_years_since_2017(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1945-05-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'1970-01',"
			 "'to':'1984-12'}]}");
	const struct tot_benefit *basic = benefit(&life, basic_id);
	assert_true(basic->entitled);
	assert_month(basic->earliest_start, "2017-09");
	assert_month(basic->start, "2017-09");
	assert_string_equal(factor(basic, "timing_factor"), "1.000");
	/* existing group: 844,900 x 180/480 = 316,837.5 */
	assert_yen(&basic->amount, 316838);
	life_close(&life);
}

/* Act 34/1985: employees' months before 20 and from 60 raise no basic pension. */
static void months_outside_20_to_59(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1961-08-08','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'1979-04',"
			 "'to':'2026-07',"
			 "'pay':{'average':300000}}]}");
	const struct tot_benefit *basic = benefit(&life, basic_id);
	/* 20 on 1981-08-07, 60 on 2021-08-07: the full 480 months */
	assert_string_equal(factor(basic, "months"), "480");
	assert_yen(&basic->amount, 847300);
	/* 568 months, cap 480: 1,766 x 480 - 847,300 = 380 */
	assert_string_equal(factor(benefit(&life, employees_id), "months"), "568");
	assert_string_equal(factor(benefit(&life, employees_id), "transitional_addition"), "380");
	life_close(&life);
}

static void deferred_months_only(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'deferred','from':'1991-04',"
			 "'to':'2005-03'}]}");
	const struct tot_qualifying *test = test_of(&life, "JP.old_basic_10y");
	assert_int_equal(test->own, 168);
	assert_false(test->met);
	assert_false(benefit(&life, basic_id)->entitled);
	life_close(&life);
}

static void nothing_is_left_out(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1960-06-20','sex':'male','nationalities':['DE']},"
		  "'family':{'spouse':{'born':'1970-01-01','sex':'female','nationalities':['JP'],"
		  "'married':'1995-01-01'}},"
		  "'periods':[{'country':'JP','kind':'resident','from':'1985-04','to':'1990-03',"
		  "'flags':['additional_premium']},"
		  "{'country':'JP','kind':'employment','from':'1990-04','to':'2026-03',"
		  "'pay':{'average':300000}}]}");
	int not_modelled = 0;
	for (const struct tot_diag_item *item = life.notices.first; item; item = item->next)
		not_modelled += strcmp(item->code, "not-modelled") == 0;
	assert_int_equal(not_modelled, 0);
	/* 60 months x 200; both parts from 65 on; the special pension at 64; nothing suspended */
	assert_yen(&benefit(&life, "JP.old_age.additional")->amount, 12000);
	assert_true(benefit(&life, "JP.old_age.spouse_addition")->entitled);
	assert_month(benefit(&life, "JP.old_age.special")->start, "2024-07");
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "0");
	life_close(&life);
}

/* A career beyond every bound of law: this amount is refused, the rest of the report stands. */
static void absurd_pay(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-05-17','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'1991-01',"
			 "'to':'2014-12','pay':{'average':999999999999}}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_true(employees->entitled);
	assert_false(employees->amount.known);
	assert_int_equal(employees->status, TOT_INCOMPLETE_RECORD);
	assert_non_null(strstr(employees->reasons[0], "beyond what can be computed"));
	/* 847,300 x 288/480 */
	assert_yen(&benefit(&life, basic_id)->amount, 508380);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(missing_pay),
		cmocka_unit_test(no_revaluation_table),
		cmocka_unit_test(ten_years_missing),
		cmocka_unit_test(earliest_after_the_120th_month),
		cmocka_unit_test(ten_years_since_2017),
		cmocka_unit_test(months_outside_20_to_59),
		cmocka_unit_test(deferred_months_only),
		cmocka_unit_test(nothing_is_left_out),
		cmocka_unit_test(absurd_pay),
	};
	return cmocka_run_group_tests_name("jp_rights", tests, load_law, free_law);
}
