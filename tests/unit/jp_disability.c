/* Disability benefits of whole lives; the comments work each figure out from the law files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_event_life.h"

#include "jp/disability.h"

static const char basic_id[] = "JP.disability.basic", employees_id[] = "JP.disability.employees",
		  allowance_id[] = "JP.disability.allowance";

#define BORN_1985 "'born':'1985-01-10','sex':'male','nationalities':['DE']"
#define FAMILY                                                                           \
	"'family':{'spouse':{'born':'1987-03-03','sex':'female','nationalities':['DE']," \
	"'married':'2014-05-05'},'children':[{'born':'2016-06-06'}]},"
#define DISABLED(first, grade)                                                  \
	"'events':[{'kind':'disability','since':'" first "','capacity':'none'," \
	"'grade':" grade "}]"
#define EMPLOYED "'periods':[" JP_WORK("2015-04-01", "2026-10-31") "],"

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
		cmocka_unit_test(employee_of_grade_2),
		cmocka_unit_test(grade_1),
		cmocka_unit_test(grade_3),
		cmocka_unit_test(allowance),
		cmocka_unit_test(allowance_is_shut),
		cmocka_unit_test(to_the_day),
		cmocka_unit_test(due_by_the_agreement),
		cmocka_unit_test(outside_both),
		cmocka_unit_test(not_deemed_beside_a_national_pension),
		cmocka_unit_test(contributions_by_the_agreement),
		cmocka_unit_test(one_year),
		cmocka_unit_test(one_year_ends),
		cmocka_unit_test(from_60_to_64),
		cmocka_unit_test(before_20),
		cmocka_unit_test(employee_from_65),
		cmocka_unit_test(later_grade),
		cmocka_unit_test(without_a_grade),
		cmocka_unit_test(incomplete),
		cmocka_unit_test(family),
		cmocka_unit_test(reform_of_2028),
		cmocka_unit_test(young_people),
		cmocka_unit_test(deemed_for_grade_3),
		cmocka_unit_test(long_careers),
		cmocka_unit_test(boundless_pay),
		cmocka_unit_test(nothing_of_ones_own),
		cmocka_unit_test(certification_day),
	};
	return cmocka_run_group_tests_name("jp_disability", tests, NULL, NULL);
}
