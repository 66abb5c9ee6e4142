/* Benefits of category 1 after a death, its month, and benefits drawn before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_survivor_life.h"

#define CATEGORY_1(until) "'periods':[" JP_MONTHS("resident", "2012-01-01", until) "],"

#define EXEMPT(kind, year) \
	",{'country':'JP','kind':'" kind "','from':'" year "-01','to':'" year "-12'}"
#define PAID_AND_QUARTER                                                                \
	"'periods':[{'country':'JP','kind':'resident','from':'2010-01','to':'2011-12'," \
	"'flags':['additional_premium']}" EXEMPT("exempt_quarter", "2012")
#define HALF_TO_FULL                  \
	EXEMPT("exempt_half", "2013") \
	EXEMPT("exempt_three_quarters", "2014") EXEMPT("exempt_full", "2015")
#define DEFERRED_LATER             \
	EXEMPT("deferred", "2016") \
	EXEMPT("deferred", "2017") EXEMPT("deferred", "2018") EXEMPT("deferred", "2019") "],"
#define ALL_WEIGHTS PAID_AND_QUARTER HALF_TO_FULL DEFERRED_LATER

/* 40 months of category 1: 120,000. 120 months: the widow's 847,300 x 120/480 x 3/4 from 60. */
static void category_1(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN, WIFE("1970-03-03", ""), CATEGORY_1("2015-04-30") DIED("2026-05-10"));
	assert_due(&life, lump_id, "2026-05", 120000);
	assert_true(benefit_of(&life, lump_id)->chosen);
	assert_not_due(&life, widows_id, "40 of 120 months");
	life_free(&life);
	open_life(&life, MAN, WIFE("1970-03-03", ""), CATEGORY_1("2021-12-31") DIED("2026-05-10"));
	assert_due(&life, widows_id, "2030-04", 158869);
	assert_true(benefit_of(&life, widows_id)->chosen);
	assert_due(&life, lump_id, "2026-05", 120000);
	assert_false(benefit_of(&life, lump_id)->chosen);
	life_free(&life);
	/* Beside an employees' pension that is higher the lump sum is what is left to choose. */
	open_life(&life, MAN, WIFE("1970-03-03", ""),
		  "'periods':[" JP_MONTHS("resident", "2010-01-01", "2019-12-31") "," JP_WORK(
			  "2020-04-01", "2030-10-31") "]," DIED("2026-05-10"));
	assert_true(benefit_of(&life, widows_id)->entitled);
	assert_false(benefit_of(&life, widows_id)->chosen);
	assert_true(benefit_of(&life, lump_id)->chosen);
	life_free(&life);
	/* Weights 3/4, 1/2, 1/4 and nothing: 24 + 9 + 6 + 3 = 42; 36 with the premium: 8,500. */
	open_life(&life, MAN, WIFE("1970-03-03", ""), ALL_WEIGHTS DIED("2026-05-10"));
	assert_due(&life, lump_id, "2026-05", 120000);
	assert_string_equal(factor_of(benefit_of(&life, lump_id), "weighted_months"), "42");
	/* Paid 24 and the exempt months by their weights: 24 + 10.5 + 9 + 7.5 + 6 = 57. */
	assert_due(&life, widows_id, "2030-04", 75463);
	life_free(&life);
}

static void category_1_is_shut(void **state)
{
	static const struct {
		const char *family, *words;
	} cases[] = {
		{WIFE("1970-03-03", ",'remarried':'2026-10-01'"), "married again"},
		{WIFE("1961-03-03", ""), "from 60 to 64 only"},
		{WIFE("1970-03-03", ",'yearly_income':{'amount':46257,'currency':'EUR'}"),
		 "earns too much"},
		{"'spouse':{'born':'1970-03-03','sex':'female','nationalities':['DE'],'married':'"
		 "2016-05-11'}",
		 "ten years of marriage"},
	};
	struct life life;
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		open_life(&life, MAN, cases[i].family, CATEGORY_1("2021-12-31") DIED("2026-05-10"));
		assert_not_due(&life, widows_id, cases[i].words);
		life_free(&life);
	}
	open_life(&life, MAN, "'children':[]", CATEGORY_1("2021-12-31") DIED("2026-05-10"));
	assert_not_due(&life, lump_id, "no relative of the household");
	life_free(&life);
	event_life(
		&life, "2026-11-21", MAN,
		"'family':{" WIFE("1970-03-03", "") "}," CATEGORY_1(
			"2021-12-31") "'events':[{'kind':'benefit','country':'JP','what':'"
				      "disability',"
				      "'from':'2023-01-01'},{'kind':'death','on':'2026-05-10'}]");
	assert_not_due(&life, lump_id, "drew an old-age or disability");
	assert_not_due(&life, widows_id, "drew an old-age or disability");
	life_free(&life);
}

/* The month of the death counts if it is over, and if the insurance began in it. */
static void month_of_the_death(void **state)
{
	static const struct {
		const char *from, *died, *months;
	} cases[] = {{"2020-04-01", "2026-05-30", "73"},
		     {"2020-04-01", "2026-05-31", "74"},
		     {"2026-05-03", "2026-05-10", "1"}};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		char rest[1000];
		snprintf(rest, sizeof(rest),
			 "'family':{" WIFE(
				 "1988-03-03",
				 "") "},'periods':["
				     "{'country':'JP','kind':'employment','from':'%s'," PAID "}],"
				     "'events':[{'kind':'death','on':'%s'}]",
			 cases[i].from, cases[i].died);
		event_life(&life, "2026-11-21", MAN, rest);
		assert_due(&life, employees_id, "2026-06", 369968);
		assert_string_equal(factor_of(benefit_of(&life, employees_id), "months"),
				    cases[i].months);
		life_free(&life);
	}
}

/* Lump sum of a child; benefits drawn that do not matter, and one that does. */
static void small_print(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN, "'children':[{'born':'2004-06-06'}]",
		  CATEGORY_1("2021-12-31") OTHERS_DRAWN);
	assert_due(&life, lump_id, "2026-05", 120000);
	life_free(&life);
	open_life(&life, MAN, WIFE("1970-03-03", ",'remarried':'2027-10-01','died':'2027-11-01'"),
		  CATEGORY_1("2021-12-31") OLD_AGE_DRAWN);
	assert_not_due(&life, lump_id, "drew an old-age");
	life_free(&life);
	/* Of two parts the widow's pension, where it is the higher; paid first in an even month. */
	open_life(&life, MAN, WIFE("1987-02-03", ""), A_LITTLE_WORK DIED("2026-05-10"));
	assert_true(benefit_of(&life, widows_id)->chosen);
	assert_int_equal(benefit_of(&life, widows_id)->first_payment,
			 benefit_of(&life, widows_id)->start + 1);
	life_free(&life);
	/* Own pensions of other kinds do not come first; 65 exactly. */
	open_life(&life, OLD_MAN, WIFE("1958-03-03", ",'own_pension':{'JP.basic':60000,'DE':500}"),
		  CAREER DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 427672);
	life_free(&life);
	/* A widow of deaths from 2048-04-01 is under the new law whatever her birth. */
	open_life(&life, MAN, WIFE("1989-04-01", ""),
		  "'periods':[" JP_WORK("2020-04-01", "2048-12-31") "]," DIED("2048-04-01"));
	assert_not_due(&life, addition_id, "deaths from 2028-04-01");
	life_free(&life);
	open_life(&life, MAN, WIFE("1989-04-01", ""),
		  "'periods':[" JP_WORK("2020-04-01", "2048-12-31") "]," DIED("2048-03-31"));
	assert_true(benefit_of(&life, addition_id)->entitled);
	life_free(&life);
	/* From 2028 the basic pension of children is due beside a parent without a right. */
	open_life(&life, MAN, RICH_WIFE_AND_CHILDREN, EMPLOYED DIED("2028-05-01"));
	assert_true(says(benefit_of(&life, basic_id), "the children, 2 of them"));
	life_free(&life);
	/* A long-term pension with fewer than 240 months of work has no addition. */
	open_life(&life, OLD_MAN, WIFE("1966-03-03", ""),
		  "'periods':[" JP_MONTHS("resident", "1975-06-01", "1995-03-31") "," JP_WORK(
			  "2004-04-01", "2015-03-31") "]," DIED("2026-05-10"));
	assert_not_due(&life, addition_id, "less than 240 months");
	/* 132 x 1,644.3 x 3/4. */
	assert_due(&life, employees_id, "2026-06", 162786);
	life_free(&life);
	/* 400 months, short-term: nothing is added to them; a spouse who lives in Japan. */
	open_life(&life, "'born':'1975-06-01','sex':'male','nationalities':['DE']",
		  WIFE("1990-03-03", AT_HOME_IN("JP")) WITH_A_CHILD,
		  "'periods':[" JP_WORK("2003-04-01", "2036-12-31") "]," DIED("2028-05-10"));
	/* 301 months to 2028-04: 494,934.3 x 3/4. */
	assert_due(&life, employees_id, "2028-06", 371201);
	assert_due(&life, basic_id, "2028-06", 1091100);
	life_free(&life);
}

/* Nobody pays contributions for the month of a death (EPA s. 19) or later, and the lump sum was the person's own to claim. */
static void after_the_death(void **state)
{
	struct life life;
	static const char record[] =
		"'periods':[{'country':'JP','kind':'employment','from':'2024-04-01','pay':{"
		"'monthly':300000}}]," DIED("2026-05-10");
	(void)state;
	event_life(&life, "2026-11-21", MAN, record);
	const struct tot_refund *lump = &tot_outcome_findings(life.outcome, "JP")->refunds[0];
	assert_false(lump->eligible);
	assert_non_null(strstr(lump->reasons[0], "died on 2026-05-10"));
	assert_int_equal(life.outcome->contribution_count, 0);
	life_free(&life);
	event_life(&life, "2026-04-30", MAN, record);
	assert_int_equal(life.outcome->contribution_count, 1);
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(category_1),	      cmocka_unit_test(category_1_is_shut),
		cmocka_unit_test(month_of_the_death), cmocka_unit_test(after_the_death),
		cmocka_unit_test(small_print),
	};
	return cmocka_run_group_tests_name("jp_survivors_death", tests, NULL, NULL);
}
