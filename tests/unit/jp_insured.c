/* Who is insured by the law of the day: ages, residence, voluntary insurance, shortened years. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

/* A life of records and the months that they give; NULL = do not look at it. */
struct row {
	const char *title, *as_of, *person, *periods;
	const char *employment, *category_3, *voluntary, *complementary, *unpaid;
};

#define DE "'sex':'female','nationalities':['DE']"
#define JP "'sex':'female','nationalities':['JP']"
#define RECORD(kind, from, to) "{'country':'JP','kind':'" kind "','from':'" from "','to':'" to "'}"
#define LIVED(first, second, moved)                                                      \
	",'residence':[{'country':'" first "','from':'1930-01-01','to':'" moved "-01'}," \
	"{'country':'" second "','from':'" moved "-02'}]"

static struct row rows[] = {
	{"EPA s. 14: until 2002-03 the insurance ends at 65", "2026-11-21",
	 "'born':'1935-05-10'," DE, RECORD("employment", "1995-04", "2004-12"),
	 "1995-04..2000-04, 2002-04..2004-12", NULL, NULL, NULL, NULL},
	{"who was 65 after that stays insured until 70", "2026-11-21", "'born':'1937-05-10'," DE,
	 RECORD("employment", "2000-04", "2010-12"), "2000-04..2007-04", NULL, NULL, NULL, NULL},
	{"Act 34/1985 suppl. s. 8 (5) no. 1: no category 3 before 1986-04", "2026-11-21",
	 "'born':'1955-05-10'," JP, RECORD("dependent_spouse", "1980-01", "1990-12"), NULL,
	 "1986-04..1990-12", NULL, "1980-01..1986-03", NULL},
	{"NPA s. 7: category 3 abroad until 2020-03", "2026-11-21",
	 "'born':'1975-05-10'," DE LIVED("JP", "DE", "2018-06"),
	 RECORD("dependent_spouse", "2017-01", "2022-12"), NULL, "2017-01..2020-03", NULL, "none",
	 NULL},
	{"a Japanese spouse abroad: complementary from 2020-04", "2026-11-21",
	 "'born':'1975-05-10'," JP LIVED("JP", "DE", "2018-06"),
	 RECORD("resident", "1995-05", "2016-12") "," RECORD("dependent_spouse", "2017-01",
							     "2022-12"),
	 NULL, "2017-01..2020-03", NULL, "2020-04..2035-04", NULL},
	{"without a residence category 3 is taken as written", "2026-11-21",
	 "'born':'1975-05-10'," DE, RECORD("dependent_spouse", "2017-01", "2022-12"), NULL,
	 "2017-01..2022-12", NULL, NULL, NULL},
	{"voluntary abroad: a national", "2026-11-21",
	 "'born':'1975-05-10'," JP LIVED("JP", "DE", "2018-06"),
	 RECORD("resident", "1995-05", "2018-05") "," RECORD("voluntary", "2018-06", "2020-12"),
	 NULL, NULL, "2018-06..2020-12", "2021-01..2035-04", NULL},
	{"voluntary abroad: not a German with 59 months", "2026-11-21",
	 "'born':'1975-05-10'," DE LIVED("JP", "DE", "2018-06"),
	 RECORD("resident", "2013-07", "2018-05") "," RECORD("voluntary", "2018-07", "2020-12"),
	 NULL, NULL, "none", NULL, NULL},
	{"Act 104/2007 s. 8: a German in Germany with 60 months", "2026-11-21",
	 "'born':'1975-05-10'," DE LIVED("JP", "DE", "2018-06"),
	 RECORD("resident", "2013-06", "2018-05") "," RECORD("voluntary", "2018-07", "2020-12"),
	 NULL, NULL, "2018-07..2020-12", NULL, NULL},
	{"a German in France", "2026-11-21", "'born':'1975-05-10'," DE LIVED("JP", "FR", "2018-06"),
	 RECORD("resident", "2013-06", "2018-05") "," RECORD("voluntary", "2018-07", "2020-12"),
	 NULL, NULL, "none", NULL, NULL},
	{"NPA suppl. s. 5: from 60 until 480 months are full", "2026-11-21",
	 "'born':'1960-05-10'," DE,
	 RECORD("resident", "1982-05", "2020-04") "," RECORD("voluntary", "2020-05", "2025-04"),
	 NULL, NULL, "2020-05..2022-04", NULL, NULL},
	{"nobody needs months from 60 on with 480 before", "2026-11-21", "'born':'1960-05-10'," DE,
	 RECORD("resident", "1980-05", "2020-04") "," RECORD("voluntary", "2020-05", "2025-04"),
	 NULL, NULL, "none", NULL, NULL},
	{"s. 27: each paid month pushes an exempt one beyond 480, so all 24 are needed",
	 "2026-11-21", "'born':'1960-05-10'," DE,
	 RECORD("resident", "1980-05", "2018-04") "," RECORD(
		 "exempt_full", "2018-05", "2020-04") "," RECORD("voluntary", "2020-05", "2025-04"),
	 NULL, NULL, "2020-05..2022-04", NULL, NULL},
	{"from 65 until the ten years are met", "2026-11-21", "'born':'1960-05-10'," DE,
	 RECORD("resident", "2012-05", "2020-04") "," RECORD("voluntary", "2024-05", "2030-04"),
	 NULL, NULL, "2024-05..2026-04", NULL, NULL},
	{"born from 1975-04-02: nothing from 65 on", "2026-11-21", "'born':'1975-04-02'," DE,
	 RECORD("voluntary", "2039-01", "2045-03"), NULL, NULL, "2039-01..2040-03", NULL, NULL},
	{"born up to 1975-04-01: to 70", "2026-11-21", "'born':'1975-04-01'," DE,
	 RECORD("voluntary", "2039-01", "2045-02"), NULL, NULL, "2039-01..2045-02", NULL, NULL},
	{"the limit before Act 74/2025: 1965-04-01", "2025-06-19", "'born':'1965-04-02'," DE,
	 RECORD("voluntary", "2029-01", "2035-03"), NULL, NULL, "2029-01..2030-03", NULL, NULL},
	{"and on its first day", "2025-06-20", "'born':'1965-04-02'," DE,
	 RECORD("voluntary", "2029-01", "2035-03"), NULL, NULL, "2029-01..2035-03", NULL, NULL},
	{"joined abroad and not paid: complementary", "2026-11-21",
	 "'born':'1975-05-10'," JP LIVED("JP", "DE", "2018-06"),
	 RECORD("resident", "1995-05", "2018-05") "," RECORD("unpaid", "2018-06", "2035-04"), NULL,
	 NULL, NULL, "2018-06..2035-04", "none"},
	{"no. 10: a settled foreigner in Japan before 1982", "2026-11-21",
	 "'born':'1940-05-10'," DE
	 ",'residence':[{'country':'DE','from':'1940-05-10','to':'1969-12-31'},"
	 "{'country':'JP','from':'1970-01-01','permanent':true}]",
	 RECORD("resident", "1982-01", "2000-04"), NULL, NULL, NULL, "1961-04..1981-12", "none"},
	{"nobody settled: neither abroad nor in Japan", "2026-11-21",
	 "'born':'1940-05-10'," DE
	 ",'residence':[{'country':'DE','from':'1940-05-10','to':'1969-12-31'},"
	 "{'country':'JP','from':'1970-01-01'}]",
	 RECORD("resident", "1982-01", "2000-04"), NULL, NULL, NULL, "none", "none"},
};

static void check_kind(const struct life *life, enum tot_kind kind, const char *expected,
		       const char *title)
{
	char text[512];
	if (!expected)
		return;
	tot_months_print(text, sizeof(text), &life->own.by_kind[kind]);
	if (strcmp(text, expected) != 0)
		fail_msg("%s: %s, expected %s", title, text, expected);
}

static void insured_by_the_law_of_the_day(void **state)
{
	const struct row *row = *state;
	struct life life;
	char text[2000];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'%s','person':{%s},'periods':[%s]}",
		 row->as_of, row->person, row->periods);
	life_read(&life, text);
	life_place(&life);
	check_kind(&life, TOT_EMPLOYMENT, row->employment, row->title);
	check_kind(&life, TOT_DEPENDENT_SPOUSE, row->category_3, row->title);
	check_kind(&life, TOT_VOLUNTARY, row->voluntary, row->title);
	check_kind(&life, TOT_COMPLEMENTARY, row->complementary, row->title);
	check_kind(&life, TOT_UNPAID, row->unpaid, row->title);
	life_close(&life);
}

/* NPA suppl. s. 5 (1) no. 2: no voluntary month beside a basic pension claimed early. */
static void none_beside_an_early_claim(void **state)
{
	static const struct {
		const char *resident, *claim, *months;
	} claims[] = {
		{"1985-05", "'age':'62'", "2020-05..2022-04"},
		{"1985-05", "'start':'2022-06'", "2020-05..2022-04"},
		{"1985-05", "'when':'regular'", "2020-05..2025-04"},
		{"1985-05", "'age':'66'", "2020-05..2025-04"},
		/* the ten years are not met before */
		{"2012-05", "'age':'61'", "2020-05..2025-04"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(claims) / sizeof(claims[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1960-05-10','sex':'male','nationalities':['JP']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'%s',"
			 "'to':'2020-04'},{'country':'JP','kind':'voluntary','from':'2020-05',"
			 "'to':'2025-04'}],'plan':{'claims':[{'country':'DE','benefit':'old_age',"
			 "'when':'regular'},{'country':'JP','benefit':'old_age',%s}]}}",
			 claims[i].resident, claims[i].claim);
		life_read(&life, text);
		life_place(&life);
		assert_months(&life.own.by_kind[TOT_VOLUNTARY], claims[i].months);
		life_close(&life);
	}
}

/* Years that a right before 2017-08 needs, by birth: required, met, earliest start. */
struct years {
	const char *title, *born, *periods, *start;
	int required;
};

static struct years years[] = {
	{"25 years: born from 1956-04-02, in 2017-08 10", "1956-04-02",
	 RECORD("employment", "1980-04", "2002-03"), "2017-09", 120},
	{"20 years of employees' insurance, born up to 1952-04-01", "1952-04-01",
	 RECORD("employment", "1980-04", "2000-03"), "2012-04", 240},
	{"19 years and 11 months are not enough", "1952-04-01",
	 RECORD("employment", "1980-05", "2000-03"), "2017-09", 120},
	{"24 years, born 1955-04-02 to 1956-04-01", "1956-04-01",
	 RECORD("employment", "1980-04", "2004-03"), "2016-04", 288},
	{"15 years after 40, born up to 1947-04-01", "1947-04-01",
	 RECORD("employment", "1987-03", "2002-02"), "2007-04", 180},
	{"women after 35", "1947-04-01", RECORD("employment", "1982-03", "1997-02"), "2007-04",
	 180},
	{"residents have no fewer years when born in 1947", "1947-04-01",
	 RECORD("resident", "1982-03", "2004-02"), "2017-09", 120},
	{"21 years in all, born up to 1927-04-01", "1927-04-01",
	 RECORD("resident", "1961-04", "1982-03"), NULL, 252},
};

static void years_by_birth(void **state)
{
	const struct years *row = *state;
	struct life life;
	char text[1000];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'%s',"
		 "'sex':'%s','nationalities':['JP']},'periods':[%s],"
		 "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'60'}]}}",
		 row->born, strstr(row->title, "women") ? "female" : "male", row->periods);
	life_open(&life, text);
	if (row->start)
		assert_month(benefit(&life, "JP.old_age.basic")->earliest_start, row->start);
	assert_int_equal(test_of(&life, "JP.old_basic_10y")->required, row->required);
	assert_true(test_of(&life, "JP.old_basic_10y")->met);
	life_close(&life);
}

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

int main(void)
{
	struct CMUnitTest tests[COUNT(rows) + COUNT(years) + 1] = {
		[COUNT(rows) + COUNT(years)] = cmocka_unit_test(none_beside_an_early_claim)};
	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] = (struct CMUnitTest){rows[i].title, insured_by_the_law_of_the_day, NULL,
					       NULL, &rows[i]};
	for (size_t i = 0; i < COUNT(years); i++)
		tests[COUNT(rows) + i] =
			(struct CMUnitTest){years[i].title, years_by_birth, NULL, NULL, &years[i]};
	return _cmocka_run_group_tests("jp_insured", tests, COUNT(tests), load_law, free_law);
}
