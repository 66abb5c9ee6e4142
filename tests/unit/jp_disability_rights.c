/* Rights to disability benefits of whole lives: insured, contributions, ages, the agreement. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_disability_life.h"

#include "jp/disability.h"

/* The last day of the work is an insured one, the day after is not. */
static void to_the_day(void **state)
{
	struct life life;
	(void)state;
	event_life(
		&life, "2026-11-21", BORN_1985,
		"'periods':[" JP_WORK("2015-04-01", "2020-03-31") "]," DISABLED("2020-03-31", "2"));
	assert_due(&life, basic_id, "2021-11", 847300);
	assert_due(&life, employees_id, "2021-11", 493290);
	life_free(&life);
	event_life(
		&life, "2026-11-21", BORN_1985,
		"'periods':[" JP_WORK("2015-04-01", "2020-03-31") "]," DISABLED("2020-04-01", "2"));
	assert_not_due(&life, basic_id, "not insured in Japan on 2020-04-01");
	assert_not_due(&life, employees_id, "not in the employees' insurance on 2020-04-01");
	assert_not_due(&life, allowance_id, "not in the employees' insurance");
	assert_true(test_of(&life, "JP.dis_two_thirds")->met);
	life_free(&life);
}

#define GERMANY_AND_JAPAN                                              \
	"'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK( \
		"2011-09-01", "2015-03-31") "," DE_WORK("2020-04-01", "2030-12-31") "],"

/*
 * Examined in Germany on 2023-05-10, certified 2024-11-10: J = E = 60, G = 43 + 56 = 99.
 * basic     1,091,100 x 60/159 = 411,735.85
 * employees 493,290 x (60 + 240 x 60/159)/300 = 247,575.74; spouse 243,800 x 60/159 = 92,000
 */
static void due_by_the_agreement(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   FAMILY GERMANY_AND_JAPAN DISABLED("2023-05-10", "2"));
	assert_due(&life, basic_id, "2024-12", 411736);
	assert_due(&life, employees_id, "2024-12", 339576);
	assert_true(benefit_of(&life, basic_id)->by_agreement);
	assert_true(benefit_of(&life, employees_id)->by_agreement);
	assert_string_equal(factor_of(benefit_of(&life, basic_id), "proration"), "0.377358");
	assert_string_equal(factor_of(benefit_of(&life, employees_id), "proration"), "0.501887");
	assert_string_equal(component_of(benefit_of(&life, employees_id), "spouse_addition"),
			    "92000");
	/* The contributions needed no help: only the day did. */
	assert_false(test_of(&life, "JP.dis_two_thirds")->by_agreement);
	life_free(&life);
	/* Grade 3: the floor is shared by the ratio of the months: 635,500 x 60/159 = 239,811.3. */
	event_life(&life, "2026-11-21", BORN_1985, GERMANY_AND_JAPAN DISABLED("2023-05-10", "3"));
	assert_due(&life, employees_id, "2024-12", 247576);
	life_free(&life);
}

/* A day on which nobody insured the person; the allowance is never helped. */
static void outside_both(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK(
			   "2020-06-01", "2030-12-31") "]," DISABLED("2020-05-31", "2"));
	assert_not_due(&life, basic_id, "not insured in Japan on 2020-05-31");
	life_free(&life);
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK(
			   "2020-06-01", "2030-12-31") "]," DISABLED("2020-06-01", "'allowance'"));
	assert_not_due(&life, allowance_id, "not in the employees' insurance");
	life_free(&life);
	/* Exempt mini-jobs bring no contributions: their days are nobody's. */
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[" JP_WORK("2015-04-01",
					 "2020-03-31") ","
						       "{'country':'DE','kind':'employment','from':"
						       "'2020-06-01','to':'2026-10-31',"
						       "'flags':['minijob_exempt'],'pay':{'monthly'"
						       ":450}}]," DISABLED("2023-05-10", "2"));
	assert_not_due(&life, basic_id, "not insured in Japan on 2023-05-10");
	life_free(&life);
	/* No own month at all. */
	event_life(
		&life, "2026-11-21", BORN_1985,
		"'periods':[" DE_WORK("2011-09-01", "2030-12-31") "]," DISABLED("2023-05-10", "2"));
	assert_not_due(&life, basic_id, "own paid or exempt month");
	assert_not_due(&life, employees_id, "no own month of employees' insurance");
	life_free(&life);
}

/*
 * Agreement art. 13 (3): insured in Japan as a resident and in Germany on the same day; the basic
 * pension is due without the agreement, so nothing is deemed for the employees' pension.
 */
static void not_deemed_beside_a_national_pension(void **state)
{
	struct life life;
	(void)state;
	event_life(
		&life, "2026-11-21", BORN_1985,
		"'periods':[" JP_WORK("2010-04-01", "2015-03-31") "," JP_MONTHS(
			"voluntary", "2015-04-01",
			"2024-12-31") "," DE_WORK("2015-04-01",
						  "2024-12-31") "]," DISABLED("2022-05-10", "2"));
	assert_due(&life, basic_id, "2023-12", 847300);
	assert_false(benefit_of(&life, basic_id)->by_agreement);
	assert_not_due(&life, employees_id, "not in the employees' insurance");
	life_free(&life);
}

#define THIRTY_OF_SIXTY                                                           \
	"'periods':[" JP_WORK("2019-07-01", "2021-12-31") "," JP_MONTHS(          \
		"unpaid", "2022-01-01",                                           \
		"2024-07-31") "," JP_WORK("2024-08-01",                           \
					  "2025-12-31") "," DE_WORK("2022-01-01", \
								    "2023-12-31") "],"

/* The contributions are short alone and met with the lent months; lent to the unpaid ones too. */
static void contributions_by_the_agreement(void **state)
{
	struct life life;
	(void)state;
	/* 2019-07 to 2021-12 paid, 30 to 2024-06 unpaid; 24 of these are German months as well. */
	event_life(&life, "2026-11-21", BORN_1985,
		   THIRTY_OF_SIXTY DISABLED("2024-08-20", "'allowance'"));
	const struct tot_qualifying *test = test_of(&life, "JP.dis_two_thirds");
	assert_int_equal(test->own, 30);
	assert_int_equal(test->lent, 24);
	assert_int_equal(test->counted, 54);
	assert_int_equal(test->insured_months, 60);
	assert_true(test->met && test->by_agreement);
	assert_string_equal(test->required_ratio, "2/3");
	assert_string_equal(test->lent_by, "DE");
	assert_not_due(&life, allowance_id, "no agreement lends");
	life_free(&life);
}

#define ONE_YEAR_RECORD                                                              \
	"'periods':[" JP_MONTHS("unpaid", "2005-02-01", "2023-06-30") "," JP_MONTHS( \
		"resident", "2023-07-01", "2026-12-31") "],"

/* No unpaid month from 2023-07 to 2024-06; one month earlier the year holds an unpaid one. */
static void one_year(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985, ONE_YEAR_RECORD DISABLED("2024-08-20", "2"));
	const struct tot_qualifying *test = test_of(&life, "JP.dis_two_thirds");
	assert_true(test->met);
	assert_string_equal(test->rule, "one_year");
	assert_due(&life, basic_id, "2026-03", 847300);
	life_free(&life);
	event_life(&life, "2026-11-21", BORN_1985, ONE_YEAR_RECORD DISABLED("2024-07-31", "2"));
	test = test_of(&life, "JP.dis_two_thirds");
	assert_false(test->met);
	assert_string_equal(test->rule, "two_thirds");
	/* 2005-02 to 2024-05 are 232 insured months, 155 are needed, 11 are paid. */
	assert_int_equal(test->insured_months, 232);
	assert_int_equal(test->missing, 144);
	assert_not_due(&life, basic_id, "11 of 232 insured months");
	life_free(&life);
}

/* The rule ends with events of 2036-03-31. */
static void one_year_ends(void **state)
{
	struct life life;
	(void)state;
	const char *const record =
		"'periods':[" JP_MONTHS("unpaid", "2005-02-01", "2033-06-30") "," JP_MONTHS(
			"resident", "2033-07-01", "2038-12-31") "],";
	char rest[1000];
	snprintf(rest, sizeof(rest), "%s" DISABLED("2036-03-31", "2"), record);
	event_life(&life, "2026-11-21", BORN_1985, rest);
	assert_true(test_of(&life, "JP.dis_two_thirds")->met);
	life_free(&life);
	snprintf(rest, sizeof(rest), "%s" DISABLED("2036-04-01", "2"), record);
	event_life(&life, "2026-11-21", BORN_1985, rest);
	assert_false(test_of(&life, "JP.dis_two_thirds")->met);
	life_free(&life);
}

/* Grade 3 in Germany beside category 1 in Japan: no basic pension stands in the way. */
static void deemed_for_grade_3(void **state)
{
	struct life life;
	(void)state;
	event_life(
		&life, "2026-11-21", BORN_1985,
		"'periods':[" JP_WORK("2010-04-01", "2015-03-31") "," JP_MONTHS(
			"voluntary", "2015-04-01",
			"2024-12-31") "," DE_WORK("2015-04-01",
						  "2024-12-31") "]," DISABLED("2022-05-10", "3"));
	/* E 60, G 2015-04 to 2023-11 = 104: 493,290 x (60 + 240 x 60/164)/300 = 243,036.05. */
	assert_due(&life, employees_id, "2023-12", 243036);
	assert_true(benefit_of(&life, employees_id)->by_agreement);
	life_free(&life);
}

/* No own paid month: German months are not lent. From 60 on only who was insured before. */
static void nothing_of_ones_own(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", BORN_1985,
		   "'periods':[" JP_MONTHS("unpaid", "2020-01-01", "2026-10-31") "," DE_WORK(
			   "2010-01-01", "2019-12-31") "]," DISABLED("2023-05-10", "2"));
	assert_int_equal(test_of(&life, "JP.dis_two_thirds")->lent, 0);
	assert_false(test_of(&life, "JP.dis_two_thirds")->met);
	life_free(&life);
	event_life(&life, "2026-11-21",
		   "'born':'1960-05-10','sex':'female','nationalities':['DE'],'residence':[{"
		   "'country':'JP','from':'2021-01-01'}]",
		   "'periods':[]," DISABLED("2024-01-15", "2"));
	assert_not_due(&life, basic_id, "not insured in Japan");
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(to_the_day),
		cmocka_unit_test(due_by_the_agreement),
		cmocka_unit_test(outside_both),
		cmocka_unit_test(not_deemed_beside_a_national_pension),
		cmocka_unit_test(contributions_by_the_agreement),
		cmocka_unit_test(one_year),
		cmocka_unit_test(one_year_ends),
		cmocka_unit_test(deemed_for_grade_3),
		cmocka_unit_test(nothing_of_ones_own),
	};
	return cmocka_run_group_tests_name("jp_disability_rights", tests, NULL, NULL);
}
