/* Survivors' pensions of whole lives: insured at the death, years, contributions, the agreement. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_survivor_life.h"

/*
 * 300 months, not insured any more: 156 x 2,137.5 + 144 x 1,644.3 = 570,229.2, three quarters
 * 427,671.9. Own pension 360,000: max(427,671.9; 285,114.6 + 180,000) - 360,000 = 105,114.6.
 */
static void long_term(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, OLD_MAN, WIFE("1958-03-03", ",'own_pension':{'JP.employees':30000}"),
		  CAREER DIED("2026-05-10"));
	const struct tot_qualifying *years = test_of(&life, "JP.surv_25y");
	assert_true(years->met);
	assert_int_equal(years->own, 300);
	assert_due(&life, employees_id, "2026-06", 105115);
	assert_true(says(benefit_of(&life, employees_id), "long-term"));
	assert_not_due(&life, addition_id, "it ends at 65");
	assert_not_due(&life, lump_id, "drew an old-age");
	/* The old-age pension had begun: it was due, and nobody draws it any more. */
	assert_true(benefit_of(&life, "JP.old_age.basic")->entitled);
	assert_false(benefit_of(&life, "JP.old_age.basic")->chosen);
	life_free(&life);
	/* Born 1955, 71: 633,700 - 844,900 x 348/480 = 21,147.5 more; the own pension is higher. */
	open_life(&life, OLD_MAN, WIFE("1955-06-01", ""), CAREER DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 448819);
	assert_due(&life, addition_id, "2026-06", 21148);
	life_free(&life);
	open_life(&life, OLD_MAN, WIFE("1955-06-01", ",'own_pension':{'JP.employees':100000}"),
		  CAREER DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 0);
	assert_true(says(benefit_of(&life, employees_id), "comes first"));
	life_free(&life);
	/* A widow of 60: the addition with 240 months. 427,671.9 + 635,500. */
	open_life(&life, OLD_MAN, WIFE("1966-03-03", ""), CAREER DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 1063172);
	life_free(&life);
}

/* Older cohorts: 20 to 24 years of employees' insurance, 15 to 19 after 40, 21 to 24 of all. */
static void fewer_years(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, "'born':'1950-06-01','sex':'male','nationalities':['DE']",
		  WIFE("1958-03-03", ""),
		  "'periods':[" JP_WORK("1975-04-01", "1995-03-31") "]," DIED("2026-05-10"));
	assert_int_equal(test_of(&life, "JP.surv_25y")->required, 240);
	assert_true(test_of(&life, "JP.surv_25y")->met);
	life_free(&life);
	open_life(&life, "'born':'1946-06-01','sex':'male','nationalities':['DE']",
		  WIFE("1958-03-03", ""),
		  "'periods':[" JP_WORK("1990-04-01", "2005-03-31") "]," DIED("2026-05-10"));
	assert_int_equal(test_of(&life, "JP.surv_25y")->required, 180);
	assert_true(test_of(&life, "JP.widow_add_240")->met);
	life_free(&life);
	open_life(&life, "'born':'1946-06-01','sex':'female','nationalities':['DE']",
		  HUSBAND("1945-03-03", ""),
		  "'periods':[" JP_WORK("1982-04-01", "1997-03-31") "]," DIED("2026-05-10"));
	assert_int_equal(test_of(&life, "JP.surv_25y")->required, 180);
	life_free(&life);
	/* Born 1952-06-01: 21 years; 20 years after 40 shorten nothing. */
	open_life(&life, "'born':'1952-06-01','sex':'male','nationalities':['DE']",
		  WIFE("1958-03-03", ""),
		  "'periods':[" JP_WORK("1992-05-01", "2012-04-30") "]," DIED("2026-05-10"));
	assert_int_equal(test_of(&life, "JP.surv_25y")->required, 300);
	assert_int_equal(test_of(&life, "JP.surv_25y")->missing, 60);
	assert_not_due(&life, employees_id, "nor 25 years (240 of 300 months)");
	life_free(&life);
	/* Born 1928-06-01: 23 years of all insurance. */
	open_life(&life, "'born':'1928-06-01','sex':'male','nationalities':['DE']",
		  WIFE("1958-03-03", ""),
		  "'periods':[" JP_MONTHS("resident", "1965-04-01",
					  "1988-03-31") "]," DIED("2026-05-10"));
	assert_int_equal(test_of(&life, "JP.surv_25y")->required, 276);
	life_free(&life);
}

#define IN_GERMANY                                                     \
	"'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK( \
		"2011-09-01", "2015-03-31") "," DE_WORK("2020-04-01", "2030-12-31") "],"

/*
 * Died at work in Germany on 2024-05-10: J = E = 60, G = 43 + 49 = 92.
 * basic 1,091,100 x 60/152 = 430,697.37; employees 493,290 x 49/95 x 3/4 = 190,825.34
 */
static void insured_in_germany(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN, WIFE("1982-03-03", "") WITH_A_CHILD, IN_GERMANY DIED("2024-05-10"));
	assert_due(&life, basic_id, "2024-06", 430697);
	assert_due(&life, employees_id, "2024-06", 190825);
	assert_true(benefit_of(&life, basic_id)->by_agreement);
	assert_string_equal(factor_of(benefit_of(&life, employees_id), "proration"), "0.515789");
	life_free(&life);
	/* A widow of 45 without a child: 635,500 x 60/152 = 250,855.26 more. */
	open_life(&life, MAN, WIFE("1979-03-03", ""), IN_GERMANY DIED("2024-05-10"));
	assert_due(&life, employees_id, "2024-06", 441681);
	assert_due(&life, addition_id, "2024-06", 250855);
	assert_true(benefit_of(&life, addition_id)->by_agreement);
	life_free(&life);
	/* On a day in nobody's insurance nothing is due. */
	open_life(&life, MAN, WIFE("1979-03-03", ""),
		  "'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK(
			  "2020-06-01", "2022-12-31") "]," DIED("2023-01-01"));
	assert_not_due(&life, employees_id, "neither in the employees' insurance on 2023-01-01");
	assert_not_due(&life, basic_id, "neither insured in Japan");
	life_free(&life);
	/* No own month: the agreement cannot help. */
	open_life(&life, MAN, WIFE("1979-03-03", "") WITH_A_CHILD,
		  "'periods':[" DE_WORK("2020-06-01", "2025-12-31") "]," DIED("2023-01-01"));
	assert_not_due(&life, employees_id, "no month of employees' insurance");
	assert_false(benefit_of(&life, basic_id)->entitled);
	life_free(&life);
}

/*
 * 60 Japanese and 300 German months: 25 years by the agreement. The employees' pension is that of
 * the real months: 98,658 x 3/4 = 73,993.5; the addition 635,500 x 60/240 = 158,875; the basic
 * pension 1,091,100 x 60/360 = 181,850.
 */
static void years_by_the_agreement(void **state)
{
	struct life life;
	static const char record[] = "'periods':[" DE_WORK("1990-04-01", "2015-03-31") "," JP_WORK(
		"2015-04-01", "2020-03-31") "]," DIED("2026-05-10");
	(void)state;
	open_life(&life, OLD_MAN, WIFE("1970-03-03", ""), record);
	const struct tot_qualifying *years = test_of(&life, "JP.surv_25y");
	assert_true(years->met && years->by_agreement);
	assert_int_equal(years->counted, 360);
	assert_due(&life, employees_id, "2026-06", 232869);
	assert_due(&life, addition_id, "2026-06", 158875);
	assert_true(benefit_of(&life, employees_id)->by_agreement);
	assert_string_equal(factor_of(benefit_of(&life, employees_id), "proration"), "(none)");
	life_free(&life);
	open_life(&life, OLD_MAN, WIFE("1970-03-03", "") WITH_A_CHILD, record);
	assert_due(&life, basic_id, "2026-06", 181850);
	life_free(&life);
	/*
	 * 240 Japanese months inside 480 German ones: the basic pension by the agreement,
	 * 1,091,100 x 240/720, is less than the addition that is suspended for it.
	 */
	open_life(&life, "'born':'1954-06-01','sex':'male','nationalities':['DE']",
		  WIFE("1976-03-03", "") WITH_A_CHILD,
		  "'periods':[" DE_WORK("1974-01-01", "2013-12-31") "," JP_WORK(
			  "1990-01-01", "2009-12-31") "]," DIED("2026-05-10"));
	assert_due(&life, basic_id, "2026-06", 635500);
	assert_true(says(benefit_of(&life, basic_id), "not less than the widow's addition"));
	life_free(&life);
}

#define BEFORE_UNPAID_MONTHS                                                                       \
	"'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK(                             \
		"2020-04-01",                                                                      \
		"2023-03-31") "," JP_MONTHS("unpaid", "2023-04-01",                                \
					    "2030-12-31") "],'events':[{'kind':'disability','"     \
							  "since':'2021-06-10','capacity':'none'," \
							  "'grade':2},"                            \
							  "{'kind':'death','on':'2030-12-31'}]"

/* Left Japan; examined as an employee less than five years before the death. */
static void after_an_examination(void **state)
{
	struct life life;
	static const char record[] = "'periods':[" JP_WORK(
		"2015-04-01", "2020-03-31") "],"
					    "'events':[{'kind':'disability','since':'2019-06-10',"
					    "'capacity':'none','grade':3},"
					    "{'kind':'death','on':'2024-06-09'}]";
	(void)state;
	open_life(&life, MAN, WIFE("1988-03-03", ""), record);
	assert_due(&life, employees_id, "2024-07", 369968);
	assert_not_due(&life, basic_id, "neither insured in Japan");
	life_free(&life);
	open_life(&life, MAN, WIFE("1988-03-03", ""),
		  "'periods':[" JP_WORK(
			  "2015-04-01",
			  "2020-03-31") "],"
					"'events':[{'kind':'disability','since':'2019-06-10','"
					"capacity':'none',"
					"'grade':3},{'kind':'death','on':'2024-06-10'}]");
	assert_false(benefit_of(&life, employees_id)->entitled);
	life_free(&life);
	/* Examined in Germany: E 60, G 43 to the death on 2023-12-31: (60 + 240 x 60/103)/300. */
	open_life(&life, MAN, WIFE("1988-03-03", ""),
		  "'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK(
			  "2020-04-01",
			  "2023-10-31") "],"
					"'events':[{'kind':'disability','since':'2022-06-10','"
					"capacity':'none',"
					"'grade':3},{'kind':'death','on':'2023-12-31'}]");
	/* 493,290 x 0.666019 x 3/4 = 246,405.6 */
	assert_due(&life, employees_id, "2024-01", 246406);
	assert_true(benefit_of(&life, employees_id)->by_agreement);
	life_free(&life);
	/* A disability pension of grade 2 at the death: whatever the contributions. */
	open_life(&life, MAN, WIFE("1988-03-03", ""),
		  "'periods':[" JP_WORK("2015-04-01", "2017-03-31") "," JP_MONTHS(
			  "unpaid", "2017-04-01",
			  "2025-12-31") "],"
					"'events':[{'kind':'disability','since':'2016-12-10','"
					"capacity':'none',"
					"'grade':2},{'kind':'death','on':'2025-12-31'}]");
	assert_false(test_of(&life, "JP.surv_two_thirds")->met);
	assert_due(&life, employees_id, "2026-01", 369968);
	assert_not_due(&life, lump_id, "drew an old-age or disability");
	life_free(&life);
	/* The same by a disability pension that needs the agreement: shared. */
	open_life(&life, MAN, WIFE("1988-03-03", ""), BEFORE_UNPAID_MONTHS);
	assert_true(benefit_of(&life, employees_id)->entitled);
	assert_true(benefit_of(&life, employees_id)->by_agreement);
	life_free(&life);
}

/* Contributions that only German months make enough, or nothing does. */
static void contributions(void **state)
{
	struct life life;
	(void)state;
	/* 11 of 36 months paid, 60 German: 71 of 96. E 12 to 2026-01: (12 + 288 x 12/72)/300 = 1/5. */
	open_life(&life, MAN, WIFE("1988-03-03", ""),
		  "'periods':[" JP_MONTHS("unpaid", "2023-01-01", "2025-01-31") "," DE_WORK(
			  "2010-01-01",
			  "2014-12-31") "," JP_WORK("2025-02-01",
						    "2026-12-31") "]," DIED("2026-02-10"));
	const struct tot_qualifying *test = test_of(&life, "JP.surv_two_thirds");
	assert_int_equal(test->own, 11);
	assert_int_equal(test->counted, 71);
	assert_true(test->by_agreement);
	/* 493,290 x 1/5 x 3/4 = 73,993.5 */
	assert_due(&life, employees_id, "2026-03", 73994);
	assert_true(benefit_of(&life, employees_id)->by_agreement);
	life_free(&life);
	open_life(&life, MAN, WIFE("1988-03-03", ""),
		  "'periods':[" JP_MONTHS("unpaid", "2023-01-01", "2025-06-30") "," JP_WORK(
			  "2025-07-01", "2026-12-31") "]," DIED("2026-02-10"));
	assert_not_due(&life, employees_id, "6 of 36 insured months");
	life_free(&life);
	/* A disability after the death is none; one whose pension had not begun gives no right. */
	open_life(&life, MAN, WIFE("1988-03-03", ""),
		  "'periods':[" JP_WORK("2015-04-01",
					"2020-03-31") "],"
						      "'events':[{'kind':'disability','since':'"
						      "2019-08-10','first_examined':"
						      "'2019-06-10','determined':'2020-12-10','"
						      "capacity':'none','grade':2},"
						      "{'kind':'disability','since':'2027-01-10','"
						      "capacity':'none','grade':2},"
						      "{'kind':'death','on':'2020-12-20'}]");
	assert_not_due(&life, "JP.disability.basic", "died on 2020-12-20");
	assert_due(&life, employees_id, "2021-01", 369968);
	life_free(&life);
	/* Children alone, by the agreement: (847,300 + 243,800)/2 x 60/152 = 215,348.7. */
	open_life(&life, MAN, "'children':[" CHILD "," CHILD "]", IN_GERMANY DIED("2024-05-10"));
	assert_due(&life, basic_id, "2024-06", 215349);
	life_free(&life);
	/* A spouse elsewhere than in Japan or Germany; the older child left the pension first. */
	open_life(&life, MAN, WIFE("1990-03-03", AT_HOME_IN("US")) THREE_CHILDREN,
		  EMPLOYED DIED("2028-05-01"));
	assert_due(&life, basic_id, "2028-06", 847300);
	life_free(&life);
	event_life(&life, "2036-01-01", MAN,
		   "'family':{" WIFE("1990-03-03", "") THREE_CHILDREN
		   "}," EMPLOYED DIED("2028-05-01"));
	assert_true(says(benefit_of(&life, employees_id), "until 2040-03-31"));
	life_free(&life);
}

#define RESIDENT_OF_63                                                                          \
	"'born':'1963-05-10','sex':'male','nationalities':['JP'],'residence':[{'country':'JP'," \
	"'from':'1963-05-10'}]"
#define UNTIL_60_AND_DEATH                                                                      \
	"'periods':[" JP_MONTHS("resident", "2003-01-01", "2023-05-08") "," JP_MONTHS(          \
		"exempt_full", "1983-05-09", "2002-12-31") "],'events':[{'kind':'death','on':'" \
							   "2026-05-10','work_accident':true}]"

/* Former insured at 60 to 64 in Japan; work accident; pay unknown; no death. */
static void the_rest(void **state)
{
	struct life life;
	(void)state;
	event_life(&life, "2026-11-21", RESIDENT_OF_63,
		   "'family':{" WIFE("1982-03-03", "") WITH_A_CHILD "}," UNTIL_60_AND_DEATH);
	assert_due(&life, basic_id, "2026-06", 1091100);
	assert_true(says(benefit_of(&life, basic_id), "six years"));
	life_free(&life);
	open_life(&life, MAN, WIFE("1982-03-03", ""),
		  "'periods':[" JP_MONTHS("employment", "2020-04-01",
					  "2030-12-31") "]," DIED("2026-05-10"));
	assert_int_equal(benefit_of(&life, employees_id)->status, TOT_INCOMPLETE_RECORD);
	assert_true(says(benefit_of(&life, employees_id), "unknown"));
	life_free(&life);
	open_life(&life, MAN, WIFE("1982-03-03", ""), EMPLOYED "'events':[]");
	assert_null(tot_findings_find_benefit(tot_outcome_findings(life.outcome, "JP"), basic_id));
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_term),
		cmocka_unit_test(fewer_years),
		cmocka_unit_test(insured_in_germany),
		cmocka_unit_test(years_by_the_agreement),
		cmocka_unit_test(after_an_examination),
		cmocka_unit_test(contributions),
		cmocka_unit_test(the_rest),
	};
	return cmocka_run_group_tests_name("jp_survivors_rights", tests, NULL, NULL);
}
