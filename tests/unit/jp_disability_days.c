/* Ages and days of disability benefits of whole lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_disability_life.h"

#include "jp/disability.h"

#define BORN_1960(residence)                                                       \
	"'born':'1960-05-10','sex':'female','nationalities':['JP'],'residence':[{" \
	"'country':'" residence "','from':'1960-05-10'}]"
#define UNTIL_60                                                                     \
	"'periods':[" JP_MONTHS("unpaid", "1990-01-01", "2018-12-31") "," JP_MONTHS( \
		"resident", "2019-01-01", "2020-05-08") "],"

/* From 60 to 64 a former insured resident; the year ends with the latest insured month, 2020-04. */
static void from_60_to_64(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1960("JP"), UNTIL_60 DISABLED("2024-01-15", "2"));
	assert_string_equal(test_of(&life, "JP.dis_two_thirds")->rule, "one_year");
	assert_due(&life, basic_id, "2025-08", 847300);
	life_free(&life);
	event_life(&life, "2026-11-21", BORN_1960("JP"), UNTIL_60 DISABLED("2025-05-09", "2"));
	assert_not_due(&life, basic_id, "not insured in Japan on 2025-05-09");
	life_free(&life);
	event_life(&life, "2026-11-21", BORN_1960("US"), UNTIL_60 DISABLED("2024-01-15", "2"));
	assert_not_due(&life, basic_id, "not insured in Japan on 2024-01-15");
	life_free(&life);
}

/* Before 20 and not as an employee: from 20, for residents of Japan, without contributions. */
static void before_20(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21",
		   "'born':'2003-07-07','sex':'female','nationalities':['JP'],'residence':[{"
		   "'country':'JP','from':'2003-07-07'}]",
		   "'periods':[]," DISABLED("2019-02-03", "1"));
	assert_due(&life, basic_id, "2023-08", 1059125);
	assert_true(says(benefit_of(&life, basic_id), "income limit"));
	life_free(&life);
	event_life(&life, "2026-11-21", "'born':'2003-07-07','sex':'female','nationalities':['JP']",
		   "'periods':[]," DISABLED("2019-02-03", "1"));
	assert_not_due(&life, basic_id, "residents of Japan");
	life_free(&life);
}

/*
 * At 66 an employee with a right to an old-age pension is in no category: no basic pension, but
 * the employees' one, whose floor holds for every grade then.
 */
static void employee_from_65(void **state)
{
	struct life life;
	(void)state;
	event_life(
		&life, "2026-11-21", "'born':'1958-01-10','sex':'male','nationalities':['DE']",
		"'periods':[" JP_WORK("2005-04-01", "2026-10-31") "]," DISABLED("2024-03-01", "2"));
	assert_not_due(&life, basic_id, "not insured in Japan on 2024-03-01");
	assert_due(&life, employees_id, "2025-10", 635500);
	/* The insured months end before that of 65: 2005-04 to 2022-12. */
	assert_int_equal(test_of(&life, "JP.dis_two_thirds")->insured_months, 213);
	life_free(&life);
	/* Of the older group the floor is 633,700. */
	event_life(
		&life, "2026-11-21", "'born':'1956-01-10','sex':'male','nationalities':['DE']",
		"'periods':[" JP_WORK("2005-04-01", "2025-10-31") "]," DISABLED("2024-03-01", "3"));
	assert_due(&life, employees_id, "2025-10", 633700);
	life_free(&life);
}

/* The grade is reached after the certification: due from the claim, which must come before 65. */
static void later_grade(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   EMPLOYED "'events':[{'kind':'disability','first_examined':'2020-05-10',"
			    "'since':'2025-02-14','capacity':'none','grade':2,"
			    "'work_accident':true}]");
	/* 80 months still: those after the month of the certification do not count. */
	assert_due(&life, basic_id, "2025-03", 847300);
	assert_string_equal(factor_of(benefit_of(&life, employees_id), "months"), "80");
	assert_true(says(benefit_of(&life, employees_id), "suspended for six years"));
	life_free(&life);
	event_life(&life, "2026-11-21", "'born':'1960-05-10','sex':'male','nationalities':['DE']",
		   "'periods':[" JP_WORK(
			   "2010-04-01",
			   "2024-03-31") "],"
					 "'events':[{'kind':'disability','first_examined':'2020-05-"
					 "10',"
					 "'since':'2025-05-09','capacity':'none','grade':2}]");
	assert_not_due(&life, basic_id, "before 65 only");
	assert_not_due(&life, employees_id, "before 65 only");
	life_free(&life);
}

static void without_a_grade(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   EMPLOYED "'events':[{'kind':'disability','since':'2020-05-10',"
			    "'capacity':'none'},{'kind':'death','on':'2021-11-30'}]");
	assert_not_due(&life, basic_id, "grade of the Japanese tables");
	assert_not_due(&life, employees_id, "died on 2021-11-30");
	life_free(&life);
	/* Nothing is said of a disability that the life does not have. */
	event_life(&life, "2026-11-21", BORN_1985, EMPLOYED "'events':[]");
	const struct tot_findings *found = tot_outcome_findings(life.outcome, "JP");
	assert_null(tot_findings_find_test(found, "JP.dis_two_thirds"));
	assert_null(tot_findings_find_benefit(found, basic_id));
	life_free(&life);
}

/* An employee of 18: insured like any other; a later certification of a disability before 20. */
static void young_people(void **state)
{
	struct life life;
	(void)state;
	event_life(
		&life, "2026-11-21", "'born':'2003-07-07','sex':'female','nationalities':['JP']",
		"'periods':[" JP_WORK("2021-08-01", "2026-10-31") "]," DISABLED("2022-02-03", "2"));
	assert_due(&life, basic_id, "2023-09", 847300);
	assert_due(&life, employees_id, "2023-09", 493290);
	life_free(&life);
	/* Certified on 2024-08-01, after 20; resident abroad on the day looked at. */
	event_life(&life, "2024-02-01",
		   "'born':'2003-07-07','sex':'female','nationalities':['JP'],'residence':[{"
		   "'country':'JP','from':'2003-07-07'}]",
		   "'periods':[]," DISABLED("2023-02-01", "2"));
	assert_due(&life, basic_id, "2024-09", 795000);
	life_free(&life);
	event_life(&life, "2026-11-21",
		   "'born':'2003-07-07','sex':'female','nationalities':['JP'],'residence':[{"
		   "'country':'US','from':'2003-07-07'}]",
		   "'periods':[]," DISABLED("2023-02-01", "3"));
	assert_not_due(&life, basic_id, "residents of Japan");
	life_free(&life);
}

static void assert_certified(const char *first, const char *day)
{
	const struct tot_figures *sets[] = {tot_scheme_jp.figures};
	struct tot_law *book = NULL;
	struct tot_diag diag = {0};
	struct tot_date from, certified;
	char text[TOT_DATE_TEXT];
	assert_int_equal(tot_law_load(&book, NULL, sets, 1, &diag), TOT_OK);
	assert_true(tot_date_parse(&from, first));
	assert_int_equal(tot_jp_certification_day(&certified, from, book), TOT_OK);
	assert_string_equal(tot_date_print(text, certified), day);
	tot_law_free(book);
	tot_diag_free(&diag);
}

/* Civil Code s. 143 (2): where the month lacks the day, the day after its last one. */
static void certification_day(void **state)
{
	(void)state;
	assert_certified("2024-01-15", "2025-07-15");
	assert_certified("2024-08-31", "2026-03-01");
	assert_certified("2024-02-29", "2025-08-29");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_60_to_64),     cmocka_unit_test(before_20),
		cmocka_unit_test(employee_from_65),  cmocka_unit_test(later_grade),
		cmocka_unit_test(without_a_grade),   cmocka_unit_test(young_people),
		cmocka_unit_test(certification_day),
	};
	return cmocka_run_group_tests_name("jp_disability_days", tests, NULL, NULL);
}
