/* 15, 20, 25 and 33 years: what counts, what is lent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

static void expect(const struct life *life, const char *id, int own, int credits, int required)
{
	const struct tot_qualifying *test = test_of(life, id);
	assert_int_equal(test->own, own);
	assert_int_equal(test->credits, credits);
	assert_int_equal(test->required, required);
	assert_int_equal(test->met, own + credits >= required);
}

/*
 * Columns of law/de/waiting_periods.json (s. 51 (1), s. 51 (3a), s. 76g (2), s. 244 (5)): work
 * 240, voluntary 24, benefit for unemployment 12, for sickness 6 and 5 with assistance, credited
 * sickness with benefit 4 and without 3, maternity with benefit 2, credited unemployment with
 * benefit 7, education 9.
 */
static const char kinds[] =
	"},'periods':["
	"{'country':'DE','kind':'employment','from':'1985-01','to':'2004-12','pay':{'points':20}},"
	"{'country':'DE','kind':'voluntary','from':'2005-01','to':'2006-12',"
	"'pay':{'contribution':100}},"
	"{'country':'DE','kind':'benefit_unemployment','from':'2007-01','to':'2007-12',"
	"'pay':{'points':0.5}},"
	"{'country':'DE','kind':'benefit_sickness','from':'2008-01','to':'2008-06',"
	"'pay':{'points':0.2}},"
	"{'country':'DE','kind':'benefit_sickness','from':'2008-07','to':'2008-11',"
	"'flags':['assistance'],'pay':{'points':0.2}},"
	"{'country':'DE','kind':'creditable_sickness','from':'2009-01','to':'2009-04',"
	"'flags':['benefit_paid']},"
	"{'country':'DE','kind':'creditable_sickness','from':'2010-01','to':'2010-03'},"
	"{'country':'DE','kind':'creditable_maternity','from':'2011-01','to':'2011-02',"
	"'flags':['benefit_paid']},"
	"{'country':'DE','kind':'creditable_unemployment','from':'2012-01','to':'2012-07',"
	"'flags':['benefit_paid']},"
	"{'country':'DE','kind':'creditable_education','from':'1983-01','to':'1983-09'}]";

static void months_by_kind(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1964-05-17", "female", kinds);
	const int contributions = 240 + 24 + 12 + 6 + 5;
	expect(&life, "DE.w5", contributions, 0, 60);
	expect(&life, "DE.w15", contributions, 0, 180);
	expect(&life, "DE.w20", contributions, 0, 240);
	expect(&life, "DE.w25", 0, 0, 300);
	expect(&life, "DE.w35", contributions + 4 + 3 + 2 + 7 + 9, 0, 420);
	expect(&life, "DE.gr33", 240 + 6 + 4 + 2, 0, 396);
	assert_month(test_of(&life, "DE.w15")->met_on, "1999-12");
	assert_month(test_of(&life, "DE.w20")->met_on, "2004-12");
	assert_int_equal(test_of(&life, "DE.gr33")->met_on, TOT_MONTH_NONE);
	assert_int_equal(test_of(&life, "DE.gr33")->missing, 396 - 252);
	life_close(&life);
}

/*
 * Child-raising and consideration count for the 33 years, exempt mini-jobs never (s. 76g (2), s.
 * 52 (2)).
 */
static void children_and_minijobs(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1964-05-17", "female",
		    ",'residence':[{'country':'DE','from':'1964-05-17'}]},"
		    "'family':{'children':[{'born':'1995-03-10'}]},'periods':["
		    "{'country':'DE','kind':'employment','from':'2020-01','to':'2020-12',"
		    "'flags':['minijob_exempt'],'pay':{'monthly':450}}]");
	/* Raising 1995-04..1998-03, consideration 1995-03..2005-03: 121 months in all. */
	assert_int_equal(test_of(&life, "DE.gr33")->own, 121);
	assert_int_equal(test_of(&life, "DE.gr33")->credits, 0);
	assert_int_equal(test_of(&life, "DE.w15")->own, 36);
	/* 12 x 450 / 39,167 x 15 / 18.6 = 0.1112 points, / 0.0313 = 3.55: 4 months. */
	assert_int_equal(test_of(&life, "DE.w15")->credits, 4);
	assert_int_equal(test_of(&life, "DE.w20")->credits, 4);
	life_close(&life);
}

/* s. 51 (2), (4): underground work only, and substitute periods of the miners' scheme. */
static void underground(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1940-05-17", "male",
		    "},'periods':["
		    "{'country':'DE','kind':'substitute','from':'1956-06','to':'1957-05',"
		    "'flags':['miners']},"
		    "{'country':'DE','kind':'substitute','from':'1957-06','to':'1957-12'},"
		    "{'country':'DE','kind':'employment','from':'1958-01','to':'1981-12',"
		    "'flags':['underground'],'pay':{'points':24}},"
		    "{'country':'DE','kind':'employment','from':'1982-01','to':'1990-12',"
		    "'flags':['miners'],'pay':{'points':9}}]");
	expect(&life, "DE.w25", 12 + 288, 0, 300);
	assert_month(test_of(&life, "DE.w25")->met_on, "1981-12");
	life_close(&life);
}

static const struct tot_aggregation rules[] = {
	{.id = "de.w15", .condition = "DE.w15", .own_minimum = 1, .only_if_needed = true},
	{.id = "de.w20", .condition = "DE.w20", .own_minimum = 1, .only_if_needed = true},
	{.id = "de.w25", .condition = "DE.w25", .own_minimum = 1, .only_if_needed = true},
	{.id = "de.gr33", .condition = "DE.gr33", .own_minimum = 1, .only_if_needed = true},
};

/* 170 own months and 120 of Japan from 1999-01, of which 22 fall on own ones. */
static void lent(void **state)
{
	struct life life;
	struct tot_lent list[4];
	(void)state;
	for (size_t i = 0; i < 4; i++) {
		list[i] = (struct tot_lent){
			.condition = rules[i].condition, .rule = &rules[i], .lender = "JP"};
		tot_months_add_range(&list[i].months, tot_month_make(1999, 1),
				     tot_month_make(2009, 1));
	}
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1964-05-17','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'employment','from':'1986-09','to':'2000-10',"
			 "'pay':{'points':14}}]}");
	life.view.lent = list;
	life.view.lent_count = 4;
	life_place(&life);
	life_evaluate(&life);
	const struct tot_qualifying *w15 = test_of(&life, "DE.w15");
	assert_int_equal(w15->own, 170);
	assert_int_equal(w15->overlap, 22);
	assert_int_equal(w15->lent, 98);
	assert_true(w15->met && w15->by_agreement);
	/* The 180th month is the tenth lent one: 2001-08. */
	assert_month(w15->met_on, "2001-08");
	assert_int_equal(test_of(&life, "DE.w20")->counted, 268);
	assert_int_equal(test_of(&life, "DE.gr33")->counted, 268);
	assert_false(test_of(&life, "DE.gr33")->met);
	/* No own month underground: below the least that the agreement asks for. */
	assert_int_equal(test_of(&life, "DE.w25")->lent, 0);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_by_kind),
		cmocka_unit_test(children_and_minijobs),
		cmocka_unit_test(underground),
		cmocka_unit_test(lent),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
