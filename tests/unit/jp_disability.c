/* Amounts of disability benefits of whole lives; the comments work each figure out from the law files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_disability_life.h"

#include "jp/disability.h"

/*
 * Examined 2020-05-10, certified 2021-11-10: 80 months up to November. 131,544 x 300/80 = 493,290;
 * basic 847,300 + 243,800; the spouse 243,800.
 */
static void employee_of_grade_2(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985, FAMILY EMPLOYED DISABLED("2020-05-10", "2"));
	assert_due(&life, basic_id, "2021-12", 1091100);
	assert_due(&life, employees_id, "2021-12", 737090);
	const struct tot_benefit *employees = benefit_of(&life, employees_id);
	assert_false(employees->by_agreement);
	assert_true(employees->chosen);
	assert_string_equal(factor_of(employees, "months"), "80");
	assert_string_equal(factor_of(employees, "regular"), "131544");
	assert_string_equal(component_of(employees, "spouse_addition"), "243800");
	assert_string_equal(component_of(benefit_of(&life, basic_id), "child_additions"), "243800");
	assert_non_null(tot_trace_find(&life.trace, employees_id));
	assert_not_due(&life, allowance_id, "below grade 3");
	const struct tot_qualifying *test = test_of(&life, "JP.dis_two_thirds");
	/* 2015-04 to 2020-03, the second month before the examination. */
	assert_int_equal(test->own, 60);
	assert_int_equal(test->insured_months, 60);
	life_free(&life);
}

/* 1.25 x 847,300 + 243,800; 1.25 x 493,290 + 243,800 = 860,412.5. */
static void grade_1(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985, FAMILY EMPLOYED DISABLED("2020-05-10", "1"));
	assert_due(&life, basic_id, "2021-12", 1302925);
	assert_due(&life, employees_id, "2021-12", 860413);
	life_free(&life);
}

/* The floor of grade 3 is 635,500; no addition, no basic pension. */
static void grade_3(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985, FAMILY EMPLOYED DISABLED("2020-05-10", "3"));
	assert_not_due(&life, basic_id, "grade 1 or 2");
	assert_due(&life, employees_id, "2021-12", 635500);
	life_free(&life);
}

/* Twice the floor, once, in the month of the certification. */
static void allowance(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   FAMILY EMPLOYED DISABLED("2020-05-10", "'allowance'"));
	assert_due(&life, allowance_id, "2021-11", 1271000);
	assert_null(benefit_of(&life, allowance_id)->amount.per);
	assert_not_due(&life, employees_id, "grade 1, 2 or 3");
	life_free(&life);
}

static void allowance_is_shut(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   EMPLOYED "'events':[{'kind':'disability','since':'2020-05-10',"
			    "'determined':'2025-05-11','capacity':'none','grade':'allowance'},"
			    "{'kind':'benefit','country':'JP','what':'survivor',"
			    "'from':'2023-01-01'}]");
	assert_not_due(&life, allowance_id, "within five years");
	assert_not_due(&life, allowance_id, "another pension is drawn");
	life_free(&life);
	/* A benefit that has ended is no longer drawn; to the day five years are in time. */
	event_life(&life, "2026-11-21", BORN_1985,
		   EMPLOYED "'events':[{'kind':'disability','since':'2020-05-10',"
			    "'determined':'2025-05-10','capacity':'none','grade':'allowance'},"
			    "{'kind':'benefit','country':'JP','what':'survivor',"
			    "'from':'2023-01-01','to':'2023-12-31'},"
			    "{'kind':'benefit','country':'DE','what':'survivor',"
			    "'from':'2023-01-01'}]");
	assert_due(&life, allowance_id, "2025-05", 1271000);
	life_free(&life);
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[" JP_WORK("2015-04-01",
					 "2020-03-31") "],"
						       "'events':[{'kind':'disability','since':'"
						       "2020-03-10','determined':'2021-02-01',"
						       "'capacity':'none','grade':'allowance'},{'"
						       "kind':'death','on':'2021-01-05'}]");
	assert_not_due(&life, allowance_id, "died on 2021-01-05");
	life_free(&life);
}

/* Pay that is not known, and a fiscal year without a table. */
static void incomplete(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[" JP_MONTHS("employment", "2015-04-01",
					   "2026-10-31") "]," DISABLED("2020-05-10", "2"));
	assert_int_equal(benefit_of(&life, employees_id)->status, TOT_INCOMPLETE_RECORD);
	assert_false(benefit_of(&life, employees_id)->amount.known);
	assert_true(says(benefit_of(&life, employees_id), "pay of 80 months unknown"));
	life_free(&life);
	event_life(
		&life, "2012-06-01", "'born':'1975-01-10','sex':'male','nationalities':['DE']",
		"'periods':[" JP_WORK("2005-04-01", "2012-03-31") "]," DISABLED("2010-03-01", "3"));
	assert_int_equal(benefit_of(&life, employees_id)->status, TOT_INCOMPLETE_RECORD);
	life_free(&life);
}

/* A spouse of 65, a rich one, a divorced one: no addition; three children. */
static void family(void **state)
{
	static const struct {
		const char *spouse;
		int64_t employees;
	} cases[] = {
		{"'born':'1961-11-23','sex':'female','married':'2014-05-05'", 737090},
		{"'born':'1961-11-22','sex':'female','married':'2014-05-05'", 493290},
		{"'born':'1987-03-03','sex':'female','married':'2014-05-05','divorced':"
		 "'2026-11-01'",
		 493290},
		{"'born':'1987-03-03','sex':'female','married':'2014-05-05','died':'2026-11-01'",
		 493290},
		{"'born':'1987-03-03','sex':'female','married':'2026-12-01'", 493290},
		{"'born':'1987-03-03','sex':'female','married':'2014-05-05','yearly_income':{'"
		 "amount':8500000,"
		 "'currency':'JPY'}",
		 493290},
		{"'born':'1987-03-03','sex':'female','married':'2014-05-05','yearly_income':{'"
		 "amount':8499999,"
		 "'currency':'JPY'}",
		 737090},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		char rest[2000];
		snprintf(rest, sizeof(rest),
			 "'family':{'spouse':{%s,'nationalities':['DE']},'children':["
			 "{'born':'2008-04-02'},{'born':'2008-04-01'},{'born':'2006-11-23',"
			 "'disabled':true},{'born':'2024-01-01'},{'born':'2026-11-22'}]}," EMPLOYED
				 DISABLED("2020-05-10", "2"),
			 cases[i].spouse);
		event_life(&life, "2026-11-21", BORN_1985, rest);
		/*
		 * Born 2008-04-01: 18 on 2026-03-31, gone; 2008-04-02 stays until 2027-03; disabled
		 * until the day before 20. 847,300 + 2 x 243,800 + 81,300.
		 */
		assert_due(&life, basic_id, "2021-12", 1416200);
		assert_due(&life, employees_id, "2021-12", cases[i].employees);
		life_free(&life);
	}
}

/*
 * From April 2028: 269,600 x 1.085 = 292,516, to 100 yen 292,500 for each child, for new rights
 * only in Japan; 202,200 x 1.085 = 219,387 -> 219,400 for the spouse of a new right.
 */
static void reform_of_2028(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2028-06-01", BORN_1985,
		   FAMILY "'periods':[" JP_WORK("2015-04-01",
						"2030-10-31") "]," DISABLED("2020-05-10", "2"));
	assert_due(&life, basic_id, "2021-12", 1139800);
	assert_int_equal(benefit_of(&life, basic_id)->status, TOT_PROJECTED);
	assert_due(&life, employees_id, "2021-12", 737090);
	life_free(&life);
	event_life(&life, "2028-11-01", BORN_1985,
		   FAMILY "'periods':[" JP_WORK("2015-04-01",
						"2030-10-31") "]," DISABLED("2026-11-10", "2"));
	assert_due(&life, basic_id, "2028-06", 847300);
	assert_due(&life, employees_id, "2028-06", 712690);
	life_free(&life);
	event_life(&life, "2028-11-01",
		   BORN_1985 ",'residence':[{'country':'JP','from':'2015-04-01'}]",
		   FAMILY "'periods':[" JP_WORK("2015-04-01",
						"2030-10-31") "]," DISABLED("2026-11-10", "2"));
	assert_due(&life, basic_id, "2028-06", 1139800);
	life_free(&life);
}

/* 300 months and more: as they are, also by the agreement; an allowance above its floor. */
static void long_careers(void **state)
{
	struct life life;
	(void)state;
	/* 300 x 1,644.3 = 493,290 from 300 months; the spouse's part x 300/(300 + 44). */
	event_life(
		&life, "2032-11-21", "'born':'1980-01-10','sex':'male','nationalities':['DE']",
		"'family':{'spouse':{'born':'1987-03-03','sex':'female','nationalities':['DE'],"
		"'married':'2014-05-05'}},'periods':[" JP_WORK(
			"2003-04-01",
			"2028-03-31") "," DE_WORK("2028-04-01",
						  "2033-12-31") "]," DISABLED("2030-05-10", "2"));
	assert_string_equal(factor_of(benefit_of(&life, employees_id), "proration"), "1");
	/* 202,200 x 1.085 -> 219,400 x 300/344 = 191,337.2. */
	assert_due(&life, employees_id, "2031-12", 684627);
	life_free(&life);
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[{'country':'JP','kind':'employment','from':'2015-04-01','to':"
		   "'2024-03-31','pay':{'average':600000}}],"
		   "'events':[{'kind':'disability','since':'2020-05-10','capacity':'none',"
		   "'grade':'allowance'},{'kind':'benefit','country':'JP','what':'rehabilitation',"
		   "'from':'2020-06-01'},{'kind':'benefit','country':'JP','what':'survivor',"
		   "'from':'2025-06-01'},{'kind':'benefit','country':'JP','what':'survivor',"
		   "'from':'2015-06-01','to':'2022-01-01'}]");
	assert_not_due(&life, allowance_id, "another pension is drawn");
	life_free(&life);
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[{'country':'JP','kind':'employment','from':'2015-04-01','to':"
		   "'2024-03-31','pay':{'average':600000}}],"
		   "'events':[{'kind':'disability','since':'2020-05-10','capacity':'none',"
		   "'grade':'allowance'},{'kind':'benefit','country':'JP','what':'rehabilitation',"
		   "'from':'2020-06-01'},{'kind':'benefit','country':'JP','what':'survivor',"
		   "'from':'2025-06-01'}]");
	assert_due(&life, allowance_id, "2021-11", 1973160);
	life_free(&life);
}

/* Pay beyond 64 bits: no amount, and the reason. */
static void boundless_pay(void **state)
{
	struct life life;
	(void)state;
	whole_life(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':"
			  "'1970-05-17','sex':'male','nationalities':['DE']},'family':{'spouse':{"
			  "'born':'1980-01-01','sex':'female','nationalities':['DE'],'married':"
			  "'2000-01-01'}},'periods':[{'country':'JP','kind':'employment','from':"
			  "'1991-01-01','to':'2026-12-31','pay':{'average':999999999999}}],"
			  "'events':[{'kind':'disability','since':'2020-05-10','capacity':'none',"
			  "'grade':2},{'kind':'death','on':'2025-05-10'}]}");
	assert_true(says(benefit_of(&life, "JP.survivor.employees"), "beyond what can"));
	assert_true(benefit_of(&life, employees_id)->entitled);
	assert_false(benefit_of(&life, employees_id)->amount.known);
	assert_true(says(benefit_of(&life, employees_id), "beyond what can be computed"));
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(employee_of_grade_2),
		cmocka_unit_test(grade_1),
		cmocka_unit_test(grade_3),
		cmocka_unit_test(allowance),
		cmocka_unit_test(allowance_is_shut),
		cmocka_unit_test(incomplete),
		cmocka_unit_test(family),
		cmocka_unit_test(reform_of_2028),
		cmocka_unit_test(long_careers),
		cmocka_unit_test(boundless_pay),
	};
	return cmocka_run_group_tests_name("jp_disability", tests, NULL, NULL);
}
