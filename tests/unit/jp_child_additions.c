/* Additions for children to Japanese old-age pensions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_addition_life.h"

/*
 * Act 74/2025: a right from 2028-04-01 (65 on 2028-04-01): 202,200 x 1.085 = 219,387 and 149,200 x
 * 1.085 = 161,882: 219,400 + 161,900. One day older: the amounts of today.
 */
static void reform_of_2025(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1963-04-02", WORK("2000-04", "2020-03"),
			      SPOUSE("1970-07-20"), ""));
	assert_yen(&benefit(&life, spouse_id)->amount, 381300);
	assert_false(benefit(&life, transfer_id)->entitled);
	assert_string_equal(reason(benefit(&life, transfer_id)),
			    "the law has none for the spouse's year of birth");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1963-04-01", WORK("2000-04", "2020-03"),
			      SPOUSE("1970-07-20"), ""));
	assert_yen(&benefit(&life, spouse_id)->amount, 423700);
	life_close(&life);
}

/*
 * Three children at 65 in 2027-01: 2 x 243,800 + 81,300. From 2028-04 each 292,500 (as of 2028-05
 * the base amounts at the newest rate); the eldest, 18 in 2027-06, leaves in 2028-03.
 */
static void three_children(void **state)
{
	struct life life;
	(void)state;
	static const char children[] =
		"'children':[{'born':'2009-06-10'},{'born':'2012-04-01'},{'born':'2012-04-02'},"
		"{'born':'2027-05-01'},{'born':'2001-01-01'}]";
	char text[2000];
	static const char form[] =
		"{'format':'totalise-scenario/1','as_of':'%s',"
		"'person':{'born':'1962-01-10','sex':'male','nationalities':['DE']},"
		"'periods':[" WORK("2000-04", "2020-03") "],'family':{%s}}";
	snprintf(text, sizeof(text), form, "2026-11-21", children);
	life_open(&life, text);
	const struct tot_benefit *child = benefit(&life, child_id);
	assert_yen(&child->amount, 568900);
	assert_string_equal(factor(child, "children"), "3");
	/* Born 2012-04-02: 18 on 2030-04-01, until March 2031. */
	assert_month(child->end, "2031-04");
	life_close(&life);
	snprintf(text, sizeof(text), form, "2028-05-01", children);
	life_open(&life, text);
	assert_yen(&benefit(&life, child_id)->amount, 585000);
	assert_int_equal(benefit(&life, child_id)->status, TOT_PROJECTED);
	life_close(&life);
}

/* A disabled child until the month of 20; later children do not count any more. */
static void disabled_child(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"),
			      "'children':[{'born':'2008-03-20','disabled':true}]", ""));
	assert_yen(&benefit(&life, child_id)->amount, 243800);
	assert_month(benefit(&life, child_id)->end, "2028-04");
	assert_null(tot_findings_find_benefit(&life.found, spouse_id));
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"),
			      "'children':[{'born':'2008-03-20'}]", ""));
	assert_false(benefit(&life, child_id)->entitled);
	life_close(&life);
}

/*
 * From 2028-04 in the basic pension: 200 paid months of 300: 292,500 x 200/300 = 195,000; only for a
 * child in Japan.
 */
static void child_in_the_basic_pension(void **state)
{
	struct life life;
	static const char form[] =
		"{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		"'person':{'born':'1970-01-10','sex':'male','nationalities':['DE'],"
		"'residence':[{'country':'%s','from':'2000-01-01'}]},"
		"'periods':[{'country':'JP','kind':'resident','from':'2000-01','to':'2016-08'}],"
		"'family':{'children':[{'born':'2020-01-01'}]}}";
	char text[1000];
	(void)state;
	snprintf(text, sizeof(text), form, "JP");
	life_open(&life, text);
	const struct tot_benefit *child = benefit(&life, child_id);
	assert_true(child->entitled);
	assert_month(child->start, "2035-02");
	assert_string_equal(factor(child, "proration"), "0.666667");
	assert_yen(&child->amount, 195000);
	life_close(&life);
	snprintf(text, sizeof(text), form, "DE");
	life_open(&life, text);
	assert_false(benefit(&life, child_id)->entitled);
	life_close(&life);
}

/* From 2028-04 the child must live in Japan: a gap in the residence is not Japan; rights that exist stay. */
static void where_the_child_lives(void **state)
{
	static const struct {
		const char *born, *residence;
		bool due;
	} rows[] = {
		{"1970-01-10", "{'country':'JP','from':'1990-01-01','to':'2030-01-01'}", false},
		{"1970-01-10", "{'country':'JP','from':'1990-01-01'}", true},
		{"1970-01-10", "{'country':'US','from':'1990-01-01'}", false},
		{"1970-01-10", "{'country':'JM','from':'1990-01-01'}", false},
		/* 65 in 2027-01: the right exists on 2028-04-01 */
		{"1962-01-10", "{'country':'DE','from':'1990-01-01'}", true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'%s','sex':'male','nationalities':['DE'],"
			 "'residence':[%s]},'family':{'children':[{'born':'2019-01-01'},"
			 "{'born':'2018-01-01'}]},'periods':[" WORK("2000-04", "2020-03") "]}",
			 rows[i].born, rows[i].residence);
		life_open(&life, text);
		assert_int_equal(benefit(&life, child_id)->entitled, rows[i].due);
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reform_of_2025),
		cmocka_unit_test(three_children),
		cmocka_unit_test(disabled_child),
		cmocka_unit_test(child_in_the_basic_pension),
		cmocka_unit_test(where_the_child_lives),
	};
	return cmocka_run_group_tests_name("jp_child_additions", tests, load_law, free_law);
}
