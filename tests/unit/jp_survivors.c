/* Survivors' pensions of whole lives: who is paid, how much; the comments work figures out from the law files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_survivor_life.h"

/*
 * At work since 2020-04, died 2026-05-10: 73 months to April, 120,033.9 x 300/73 = 493,290, of it
 * three quarters 369,967.5. Two children: 847,300 + 487,600.
 */
static void widow_with_children(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN,
		  WIFE("1982-03-03", "") ",'children':[" CHILD ",{'born':'2019-06-06'}]",
		  EMPLOYED DIED("2026-05-10"));
	assert_due(&life, basic_id, "2026-06", 1334900);
	assert_due(&life, employees_id, "2026-06", 369968);
	assert_string_equal(factor_of(benefit_of(&life, employees_id), "months"), "73");
	assert_string_equal(component_of(benefit_of(&life, basic_id), "child_additions"), "487600");
	assert_not_due(&life, addition_id, "suspended");
	assert_not_due(&life, lump_id, "too few");
	assert_not_due(&life, lump_id, "survivors' basic pension is due");
	assert_not_due(&life, widows_id, "0 of 120 months");
	assert_not_due(&life, "JP.old_age.basic", "47 months missing");
	assert_true(says(benefit_of(&life, employees_id), "short-term"));
	assert_non_null(tot_trace_find(&life.trace, employees_id));
	/* Contributions to the second month before: 2020-04 to 2026-03. */
	assert_int_equal(test_of(&life, "JP.surv_two_thirds")->insured_months, 72);
	life_free(&life);
}

/* 369,967.5 + 635,500 = 1,005,467.5; the addition is shown once more by its own id. */
static void widow_of_45(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN, WIFE("1981-03-03", ""), EMPLOYED DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 1005468);
	assert_due(&life, addition_id, "2026-06", 635500);
	assert_false(benefit_of(&life, addition_id)->chosen);
	assert_string_equal(component_of(benefit_of(&life, employees_id), "widow_addition"),
			    "635500");
	assert_not_due(&life, basic_id, "no child");
	life_free(&life);
	/* 40 is reached on the day of the death, or a day later. */
	open_life(&life, MAN, WIFE("1986-05-11", ""), EMPLOYED DIED("2026-05-10"));
	assert_true(benefit_of(&life, addition_id)->entitled);
	life_free(&life);
	open_life(&life, MAN, WIFE("1986-05-12", ""), EMPLOYED DIED("2026-05-10"));
	assert_not_due(&life, addition_id, "below 40");
	assert_due(&life, employees_id, "2026-06", 369968);
	life_free(&life);
	/* Below 40 at the death of 2021 with a child, who was still a child when she was 40. */
	open_life(&life, MAN, WIFE("1984-01-01", "") ",'children':[{'born':'2007-06-06'}]",
		  EMPLOYED DIED("2021-05-10"));
	assert_true(benefit_of(&life, addition_id)->entitled);
	assert_true(says(benefit_of(&life, employees_id), "short-term"));
	life_free(&life);
}

/* Below 30 without a child: five years. */
static void young_widow(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN, WIFE("1998-03-03", ""), EMPLOYED DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 369968);
	assert_true(says(benefit_of(&life, employees_id), "until 2031-05-31"));
	life_free(&life);
	open_life(&life, MAN, WIFE("1992-03-03", ""), EMPLOYED DIED("2021-11-10"));
	assert_due(&life, employees_id, "2021-12", 369968);
	life_free(&life);
	open_life(&life, MAN, WIFE("1992-03-03", ""), EMPLOYED DIED("2021-10-10"));
	assert_not_due(&life, employees_id, "five years of the pension are over");
	life_free(&life);
	event_life(
		&life, "2026-11-21", "'born':'1970-01-10','sex':'male','nationalities':['DE']",
		"'family':{" WIFE("1990-03-03", "") ",'dependants':[{'relation':'parent',"
						    "'born':'1945-01-01'}]},'periods':[" JP_WORK(
							    "2010-04-01",
							    "2030-10-31") "]," DIED("2019-05-10"));
	assert_not_due(&life, employees_id, "five years of the pension are over");
	life_free(&life);
}

/* A husband: from 55 at the death, paid from 60, earlier with a basic pension. */
static void husband(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, WOMAN, HUSBAND("1968-11-30", ""), EMPLOYED DIED("2026-05-10"));
	assert_due(&life, employees_id, "2028-12", 369968);
	assert_not_due(&life, addition_id, "only for a widow");
	assert_not_due(&life, widows_id, "only for a widow");
	life_free(&life);
	open_life(&life, WOMAN, HUSBAND("1968-11-30", "") WITH_A_CHILD,
		  EMPLOYED DIED("2026-05-10"));
	assert_due(&life, basic_id, "2026-06", 1091100);
	assert_due(&life, employees_id, "2026-06", 369968);
	assert_true(says(benefit_of(&life, employees_id), "the spouse"));
	life_free(&life);
	/* Younger: the child has the employees' pension, the husband the basic one. */
	open_life(&life, WOMAN, HUSBAND("1976-11-30", "") WITH_A_CHILD,
		  EMPLOYED DIED("2026-05-10"));
	assert_due(&life, basic_id, "2026-06", 1091100);
	assert_true(says(benefit_of(&life, basic_id), "the spouse"));
	assert_due(&life, employees_id, "2026-06", 369968);
	assert_true(says(benefit_of(&life, employees_id), "the children"));
	life_free(&life);
	open_life(&life, WOMAN, HUSBAND("1976-11-30", ""), EMPLOYED DIED("2026-05-10"));
	assert_not_due(&life, employees_id, "below 55");
	life_free(&life);
}

/* Three children alone: (847,300 + 243,800 + 81,300) / 3, and 369,967.5 / 3 = 123,322.5. */
static void children_alone(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN, "'children':[" CHILD "," CHILD "," CHILD "]",
		  EMPLOYED DIED("2026-05-10"));
	assert_due(&life, basic_id, "2026-06", 390800);
	assert_due(&life, employees_id, "2026-06", 123323);
	assert_true(says(benefit_of(&life, basic_id), "the children, 3 of them"));
	life_free(&life);
	open_life(&life, MAN, "'children':[" CHILD "]", EMPLOYED DIED("2026-05-10"));
	assert_due(&life, basic_id, "2026-06", 847300);
	life_free(&life);
}

/* Parents from 55 at the death, paid from 60; grandchildren; grandparents. */
static void later_ranks(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN,
		  "'dependants':[{'relation':'grandparent','born':'1940-01-01'},"
		  "{'relation':'parent','born':'1968-01-01'},"
		  "{'relation':'parent','born':'1956-01-01'},"
		  "{'relation':'parent','born':'1972-01-01'}]",
		  EMPLOYED DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 184984);
	assert_true(says(benefit_of(&life, employees_id), "the parents, 2 of them"));
	life_free(&life);
	open_life(&life, MAN,
		  "'dependants':[{'relation':'grandparent','born':'1940-01-01'},"
		  "{'relation':'grandchild','born':'2015-01-01'}]",
		  EMPLOYED DIED("2026-05-10"));
	assert_due(&life, employees_id, "2026-06", 369968);
	assert_true(says(benefit_of(&life, employees_id), "the grandchildren"));
	life_free(&life);
	open_life(&life, MAN, "'dependants':[{'relation':'grandparent','born':'1940-01-01'}]",
		  EMPLOYED DIED("2026-05-10"));
	assert_true(says(benefit_of(&life, employees_id), "the grandparents"));
	life_free(&life);
	/* Not where a child had the right at the death, or nobody fits. */
	open_life(&life, MAN,
		  "'children':[{'born':'2004-01-01'}],"
		  "'dependants':[{'relation':'parent','born':'1950-01-01'}]",
		  EMPLOYED DIED("2021-05-10"));
	assert_false(benefit_of(&life, employees_id)->entitled);
	life_free(&life);
	open_life(&life, MAN, "'dependants':[{'relation':'parent','born':'1980-01-01'}]",
		  EMPLOYED DIED("2026-05-10"));
	assert_not_due(&life, employees_id, "no relative of the list");
	life_free(&life);
}

/* Income of a spouse: 46,257 euro at 183.7561 are 8,500,006 yen; the rate can be given. */
static void income(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, MAN,
		  WIFE("1982-03-03", ",'yearly_income':{'amount':46257,'currency':'EUR'}")
			  WITH_A_CHILD,
		  EMPLOYED DIED("2026-05-10"));
	/* The child lives with her: its basic pension is suspended, the employees' one is not. */
	assert_not_due(&life, basic_id, "live with a parent");
	assert_true(says(benefit_of(&life, employees_id), "the children"));
	life_free(&life);
	open_life(&life, MAN,
		  WIFE("1982-03-03", ",'yearly_income':{'amount':46257,'currency':'EUR'}")
			  WITH_A_CHILD,
		  EMPLOYED "'compare':{'exchange':{'jpy_per_eur':180}}," DIED("2026-05-10"));
	assert_due(&life, basic_id, "2026-06", 1091100);
	life_free(&life);
	open_life(&life, MAN,
		  WIFE("1982-03-03", ",'yearly_income':{'amount':46257,'currency':'EUR'}"),
		  EMPLOYED DIED("2026-05-10"));
	assert_not_due(&life, employees_id, "earns too much");
	life_free(&life);
	/* Married again: the child has the employees' pension. */
	open_life(&life, MAN, WIFE("1982-03-03", ",'remarried':'2026-10-01'") WITH_A_CHILD,
		  EMPLOYED DIED("2026-05-10"));
	assert_not_due(&life, basic_id, "live with a parent");
	assert_true(says(benefit_of(&life, employees_id), "the children"));
	life_free(&life);
	open_life(&life, MAN, WIFE("1982-03-03", ",'died':'2026-10-01'"),
		  EMPLOYED DIED("2026-05-10"));
	assert_not_due(&life, employees_id, "has died or married again");
	life_free(&life);
	open_life(&life, MAN, WIFE("1982-03-03", ",'divorced':'2020-10-01'"),
		  EMPLOYED DIED("2026-05-10"));
	assert_not_due(&life, employees_id, "no relative");
	life_free(&life);
}

/*
 * Deaths from 2028-04-01: below 60 and without a child five years at the whole 493,290, no
 * addition; wives born before 1989-04-02 keep the old law with the addition x 0.962.
 */
static void law_of_2028(void **state)
{
	struct life life;
	(void)state;
	open_life(&life, WOMAN, HUSBAND("1976-11-30", ""), EMPLOYED DIED("2028-05-01"));
	assert_due(&life, employees_id, "2028-06", 493290);
	assert_true(says(benefit_of(&life, employees_id), "until 2033-05-31"));
	life_free(&life);
	open_life(&life, MAN,
		  WIFE("1989-04-02", ",'yearly_income':{'amount':9000000,'currency':"
				     "'JPY'}"),
		  EMPLOYED DIED("2028-05-01"));
	assert_due(&life, employees_id, "2028-06", 493290);
	assert_not_due(&life, addition_id, "deaths from 2028-04-01");
	life_free(&life);
	open_life(&life, MAN, WIFE("1985-04-01", ""), EMPLOYED DIED("2028-05-01"));
	assert_due(&life, employees_id, "2028-06", 981319);
	life_free(&life);
	open_life(&life, MAN, WIFE("1989-04-02", ""), EMPLOYED DIED("2028-03-31"));
	assert_due(&life, employees_id, "2028-04", 369968);
	life_free(&life);
	/* With a child three quarters; its addition only in Japan, and a spouse lives in Germany. */
	open_life(&life, MAN, WIFE("1990-04-02", "") WITH_A_CHILD, EMPLOYED DIED("2028-05-01"));
	assert_due(&life, employees_id, "2028-06", 369968);
	assert_due(&life, basic_id, "2028-06", 847300);
	life_free(&life);
	/* The child left the pension in 2035-03: five years from then. */
	event_life(&life, "2036-01-01", MAN,
		   "'family':{" WIFE("1990-04-02", "") ",'children':[" CHILD
						       "]}," EMPLOYED DIED("2028-05-01"));
	assert_true(says(benefit_of(&life, employees_id), "until 2040-03-31"));
	life_free(&life);
	/* A disabled spouse: on after the five years, until 65. */
	event_life(&life, "2034-01-01", WOMAN,
		   "'family':{" HUSBAND("1976-11-30",
					",'disabled':true") "}," EMPLOYED DIED("2028-05-01"));
	assert_true(benefit_of(&life, employees_id)->entitled);
	assert_true(says(benefit_of(&life, employees_id), "until 2041-11-29"));
	life_free(&life);
	event_life(&life, "2034-01-01", WOMAN,
		   "'family':{" HUSBAND("1976-11-30", "") "}," EMPLOYED DIED("2028-05-01"));
	assert_not_due(&life, employees_id, "five years of the pension are over");
	life_free(&life);
	/* From 60: three quarters for life; a parent must be 60 now. */
	open_life(&life, WOMAN, HUSBAND("1968-05-01", ""), EMPLOYED DIED("2028-05-01"));
	assert_due(&life, employees_id, "2028-06", 369968);
	life_free(&life);
	open_life(&life, WOMAN,
		  HUSBAND("1960-05-01", ",'yearly_income':{'amount':9000000,'currency':'JPY'}"),
		  EMPLOYED DIED("2028-05-01"));
	assert_not_due(&life, employees_id, "earns too much");
	life_free(&life);
	open_life(&life, MAN, "'dependants':[{'relation':'parent','born':'1970-01-01'}]",
		  EMPLOYED DIED("2028-05-01"));
	assert_not_due(&life, employees_id, "no relative");
	life_free(&life);
}

/*
 * Revalued by the rates of the widow's group, with the accrual of the deceased (7.230 and 5.562 per
 * mille). 300,000 times the sums of the monthly rates of FY2026:
 * born to 1956-04-01    105,237,600 x 7.230/1000 + 7,624,800 x 5.562/1000 = 803276.99
 * born from 1956-04-02  105,555,000 x 7.230/1000 + 7,642,800 x 5.562/1000 = 805671.90
 */
static void rates_of_the_recipient(void **state)
{
	struct life life;
	const char *const same = "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
				 "'person':{'born':'1945-06-01','sex':'male',"
				 "'nationalities':['DE']},'family':{'spouse':{'born':"
				 "'%s','sex':'female','nationalities':['DE'],"
				 "'married':'1980-01-01'}},'periods':[{'country':'JP',"
				 "'kind':'employment','from':'1980-04-01','to':"
				 "'2005-03-31','pay':{'average':300000}}],'events':[{"
				 "'kind':'death','on':'2026-05-10'}]}";
	static const char *const births[] = {"1956-04-01", "1956-04-02"};
	static const char *const regular[] = {"803277", "805672"};
	(void)state;
	for (int i = 0; i < 2; i++) {
		char text[1000];
		snprintf(text, sizeof(text), same, births[i]);
		whole_life(&life, text);
		const struct tot_benefit *employees = benefit_of(&life, employees_id);
		assert_string_equal(factor_of(employees, "regular"), regular[i]);
		life_free(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widow_with_children),
		cmocka_unit_test(widow_of_45),
		cmocka_unit_test(young_widow),
		cmocka_unit_test(husband),
		cmocka_unit_test(children_alone),
		cmocka_unit_test(later_ranks),
		cmocka_unit_test(income),
		cmocka_unit_test(law_of_2028),
		cmocka_unit_test(rates_of_the_recipient),
	};
	return cmocka_run_group_tests_name("jp_survivors", tests, NULL, NULL);
}
