/* Survivors' benefits of whole lives; the comments work each figure out from the law files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_event_life.h"

static const char basic_id[] = "JP.survivor.basic", employees_id[] = "JP.survivor.employees",
		  addition_id[] = "JP.survivor.widow_addition",
		  lump_id[] = "JP.survivor.death_lump_sum",
		  widows_id[] = "JP.survivor.widow_pension";

#define MAN "'born':'1978-01-10','sex':'male','nationalities':['DE']"
#define WOMAN "'born':'1978-01-10','sex':'female','nationalities':['DE']"
#define EMPLOYED "'periods':[" JP_WORK("2020-04-01", "2040-10-31") "],"
#define DIED(day) "'events':[{'kind':'death','on':'" day "'}]"
#define WIFE(born, more)          \
	"'spouse':{'born':'" born \
	"','sex':'female','nationalities':['DE'],'married':'2008-05-05'" more "}"
#define HUSBAND(born, more)       \
	"'spouse':{'born':'" born \
	"','sex':'male','nationalities':['DE'],'married':'2008-05-05'" more "}"
#define CHILD "{'born':'2016-06-06'}"
#define WITH_A_CHILD ",'children':[" CHILD "]"
#define THREE_CHILDREN ",'children':[" CHILD ",{'born':'2012-06-06'},{'born':'2000-06-06'}]"

static void open_life(struct life *life, const char *person, const char *family, const char *rest)
{
	char text[4000];
	snprintf(text, sizeof(text), "'family':{%s},%s", family, rest);
	event_life(life, "2026-11-21", person, text);
}

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

#define OLD_MAN "'born':'1955-06-01','sex':'male','nationalities':['DE']"
#define CAREER "'periods':[" JP_WORK("1990-04-01", "2015-03-31") "],"

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

#define OTHERS_DRAWN                                                                         \
	"'events':[{'kind':'benefit','country':'JP','what':'survivor','from':'2020-01-01'}," \
	"{'kind':'benefit','country':'DE','what':'old_age','from':'2020-01-01'},"            \
	"{'kind':'disability','since':'2025-05-01','capacity':'none','grade':2},"            \
	"{'kind':'death','on':'2026-05-10'}]"
#define OLD_AGE_DRAWN                                                                       \
	"'events':[{'kind':'benefit','country':'JP','what':'old_age','from':'2020-01-01'}," \
	"{'kind':'death','on':'2026-05-10'}]"
#define A_LITTLE_WORK                                                                              \
	"'periods':[" JP_MONTHS("resident", "1998-02-01",                                          \
				"2025-12-31") ",{'country':'JP','kind':'employment','from':'2026-" \
					      "01-01','to':'2030-12-31','pay':{"                   \
					      "'average':98000}}],"
#define RICH_WIFE_AND_CHILDREN                                                           \
	WIFE("1982-03-03", ",'yearly_income':{'amount':9000000,'currency':'JPY'}")       \
	",'children':[{'born':'2004-01-01'},{'born':'2016-06-06'},{'born':'2014-06-06'," \
	"'disabled':true}]"
#define AT_HOME_IN(country) ",'residence':[{'country':'" country "','from':'1990-03-03'}]"

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
		cmocka_unit_test(widow_with_children),
		cmocka_unit_test(widow_of_45),
		cmocka_unit_test(young_widow),
		cmocka_unit_test(husband),
		cmocka_unit_test(children_alone),
		cmocka_unit_test(later_ranks),
		cmocka_unit_test(long_term),
		cmocka_unit_test(fewer_years),
		cmocka_unit_test(insured_in_germany),
		cmocka_unit_test(years_by_the_agreement),
		cmocka_unit_test(after_an_examination),
		cmocka_unit_test(category_1),
		cmocka_unit_test(category_1_is_shut),
		cmocka_unit_test(income),
		cmocka_unit_test(law_of_2028),
		cmocka_unit_test(month_of_the_death),
		cmocka_unit_test(after_the_death),
		cmocka_unit_test(small_print),
		cmocka_unit_test(contributions),
		cmocka_unit_test(rates_of_the_recipient),
		cmocka_unit_test(the_rest),
	};
	return cmocka_run_group_tests_name("jp_survivors", tests, NULL, NULL);
}
