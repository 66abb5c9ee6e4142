/* Earnings points and amounts of whole lives; each figure is worked out in the comment from the law files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_life.h"

/* A man without residence or plan: regular age. `rest` begins with 'periods'. */
static void open_man(struct life *life, const char *as_of, const char *born, const char *rest)
{
	char text[4000];
	const int size = snprintf(text, sizeof(text),
				  "{'format':'totalise-scenario/1','as_of':'%s','person':{"
				  "'born':'%s','sex':'male','nationalities':['DE']},%s}",
				  as_of, born, rest);
	assert_true(size > 0 && (size_t)size < sizeof(text));
	life_open(life, text);
}

static const struct tot_benefit *regular(const struct life *life)
{
	return benefit(life, "DE.old_age.regular");
}

static const char *year_points(const struct tot_benefit *from, const char *year)
{
	for (const struct tot_named *group = from->factors; group; group = group->next)
		for (const struct tot_named *item = group->children; item; item = item->next)
			if (strcmp(item->name, year) == 0)
				return item->value;
	return "(none)";
}

static void expect_year(const struct life *life, const char *year, const char *points)
{
	assert_string_equal(year_points(regular(life), year), points);
}

/*
 * 2009 11,700 / 30,506 = 0.3835; 2010 46,800 / 31,144 = 1.5027; 2011 / 32,100 = 1.4579; 2012 / 33,002
 * = 1.4181; 2013 / 33,659 = 1.3904; 2014 11,700 / 34,514 = 0.3390; 2020 9 x 5,600 / 39,167 = 1.2868; 2021
 * 12 x 5,740.00 / 40,463 = 1.7023; 2022 12 x 5,883.50 / 42,053 = 1.6789; 2023 12 x 6,030.59 / 44,732 = 1.6178;
 * 2024 12 x 6,181.35 / 47,085 = 1.5754; 2025 12 x 6,335.89 / 50,493 = 1.5058; 2026-2050 12 x 6,494.28 / 51,944 =
 * 1.5003 each (25 years, 37.5075); 2051 5 x 6,494.28 / 51,944 = 0.6251; sum 53.9912; x 42.52 = 2,295.71.
 */
static void engineer(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1984-05-17",
		 "'periods':[{'country':'DE','kind':'employment','from':'2009-10-01',"
		 "'to':'2014-03-31','pay':{'monthly':3900}},{'country':'DE','kind':'employment',"
		 "'from':'2020-04-01','to':null,'pay':{'monthly':5600,'growth':0.025}}]");
	const struct tot_benefit *pension = regular(&life);
	expect_year(&life, "2009", "0.3835");
	expect_year(&life, "2014", "0.3390");
	expect_year(&life, "2023", "1.6178");
	expect_year(&life, "2025", "1.5058");
	expect_year(&life, "2050", "1.5003");
	expect_year(&life, "2051", "0.6251");
	assert_string_equal(factor(pension, "points"), "53.9912");
	assert_string_equal(factor(pension, "access_factor"), "1.000");
	assert_string_equal(factor(pension, "type_factor"), "1.0");
	assert_string_equal(factor(pension, "pension_value"), "42.52");
	assert_cents(&pension->amount, 229571);
	assert_int_equal(pension->status, TOT_PROJECTED);
	assert_month(pension->start, "2051-06");
	assert_true(pension->chosen);
	assert_string_equal(pension->formula,
			    "53.9912 points x 1.000 x 1.0 x 42.52 EUR = 2,295.71 EUR a month");
	life_close(&life);
}

/*
 * Start 2012-03: preliminary averages of 2011 (30,268) and 2012 (32,446). 2007 25,000 / 29,951 = 0.8347; 2008
 * 30,000 / 30,625 = 0.9796; 2009 / 30,506 = 0.9834; 2010 / 31,144 = 0.9633; 2011 / 30,268 = 0.9911; 2012 5,000 /
 * 32,446 = 0.1541; sum 4.9062; x 42.52 (value of the day of decision) = 208.61.
 */
static void start_in_the_past(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1947-01-02",
		 "'periods':[{'country':'DE','kind':'employment','from':'2007-03','to':'2014-12',"
		 "'pay':{'monthly':2500}}]");
	const struct tot_benefit *pension = regular(&life);
	assert_month(pension->start, "2012-03");
	expect_year(&life, "2010", "0.9633");
	expect_year(&life, "2011", "0.9911");
	expect_year(&life, "2012", "0.1541");
	assert_string_equal(factor(pension, "points"), "4.9062");
	assert_cents(&pension->amount, 20861);
	assert_int_equal(pension->status, TOT_OK);
	life_close(&life);
}

/*
 * 1985 24,000 x 3.3129 = 79,509.60, above the western ceiling 64,800: / 35,286 = 1.8364. 1990, first half 6,000 x
 * 3.0707 = 18,424.20 / 41,946 = 0.4392; second half 6,000 x 2.3473 = 14,083.80 / 41,946 = 0.3358. 1991 ceilings
 * 3,000 and 3,400: 38,400 x 1.7235 = 66,182.40 / 44,421 = 1.4899. 2018 ceiling 5,800: 69,600 x 1.1339 = 78,919.44
 * / 38,212 = 2.0653. 2024 ceiling 7,450: 89,400 x 1.014 = 90,651.60 / 47,085 = 1.9253. 2025: one law, 60,000 /
 * 50,493 (preliminary: year before the start 2026-06) = 1.1883.
 */
static void east(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1960-01-10",
		 "'periods':["
		 "{'country':'DE','kind':'employment','from':'1985-01','to':'1985-12','region':'"
		 "east',"
		 "'pay':{'monthly':2000}},"
		 "{'country':'DE','kind':'employment','from':'1990-01','to':'1990-12','region':'"
		 "east',"
		 "'pay':{'monthly':1000}},"
		 "{'country':'DE','kind':'employment','from':'1991-01','to':'1991-12','region':'"
		 "east',"
		 "'pay':{'monthly':4000}},"
		 "{'country':'DE','kind':'employment','from':'2018-01','to':'2018-12','region':'"
		 "east',"
		 "'pay':{'monthly':6000}},"
		 "{'country':'DE','kind':'employment','from':'2024-01','to':'2024-12','region':'"
		 "east',"
		 "'pay':{'monthly':8000}},"
		 "{'country':'DE','kind':'employment','from':'2025-01','to':'2025-12','region':'"
		 "east',"
		 "'pay':{'monthly':5000}}]");
	assert_month(regular(&life)->start, "2026-06");
	expect_year(&life, "1985", "1.8364");
	expect_year(&life, "1990", "0.7750");
	expect_year(&life, "1991", "1.4899");
	expect_year(&life, "2018", "2.0653");
	expect_year(&life, "2024", "1.9253");
	expect_year(&life, "2025", "1.1883");
	assert_int_equal(regular(&life)->status, TOT_OK);
	life_close(&life);
}

/*
 * As of 2022-03-01 points (East) have their own value: 2018 as above, preliminary factor and average are not
 * asked for (start 2026). 5 years without points open the pension. 2.0653 x 33.47 = 69.13; west 2019
 * 39,301 / 39,301 = 1.0000 x 34.19 = 34.19; together 103.32.
 */
static void east_value(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2022-03-01", "1960-01-10",
		 "'periods':["
		 "{'country':'DE','kind':'voluntary','from':'1978-01','to':'1982-12',"
		 "'pay':{'points':0}},"
		 "{'country':'DE','kind':'employment','from':'2018-01','to':'2018-12','region':'"
		 "east',"
		 "'pay':{'monthly':6000}},"
		 "{'country':'DE','kind':'employment','from':'2019-01','to':'2019-12',"
		 "'pay':{'yearly':{'2019':39301}}}]");
	assert_cents(&regular(&life)->amount, 10332);
	assert_string_equal(factor(regular(&life), "points"), "3.0653");
	life_close(&life);
}

/*
 * 2023 from May, ceiling 7,300: bonus of May 1,000, one month leaves 300 free: 8 x 7,000 + 300 = 56,300 / 44,732 =
 * 1.2586. 2024, ceiling 7,550: bonus of July 2,000 fits into 7 x 550: 86,000 / 47,085 = 1.8265. 2022, ceiling
 * 7,050: 5,000 a month and 40,000 in another job: 24,600 are free: 84,600 / 42,053 = 2.0117. 2021, ceiling 7,100: two
 * jobs of 4,000: 85,200 / 40,463 = 2.1056. 2020: 30,000 and 20,000 by year: 50,000 / 39,167 = 1.2766.
 */
static void bonuses_and_several_jobs(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1980-01-10",
		 "'periods':["
		 "{'country':'DE','kind':'substitute','from':'2000-01','to':'2000-12'},"
		 "{'country':'DE','kind':'employment','from':'2023-05','to':'2024-12','pay':{"
		 "'monthly':7000,'bonuses':[{'month':'2023-05','amount':1000},"
		 "{'month':'2024-07','amount':2000}]}},"
		 "{'country':'DE','kind':'employment','from':'2022-01','to':'2022-12',"
		 "'pay':{'monthly':5000}},"
		 "{'country':'DE','kind':'employment','from':'2022-01','to':'2022-12',"
		 "'pay':{'yearly':{'2022':40000}}},"
		 "{'country':'DE','kind':'employment','from':'2021-01','to':'2021-12',"
		 "'pay':{'monthly':4000}},"
		 "{'country':'DE','kind':'employment','from':'2021-01','to':'2021-12',"
		 "'pay':{'monthly':4000}},"
		 "{'country':'DE','kind':'employment','from':'2020-01','to':'2020-12',"
		 "'pay':{'yearly':{'2020':30000}}},"
		 "{'country':'DE','kind':'employment','from':'2020-03','to':'2020-05',"
		 "'pay':{'yearly':{'2020':20000}}}]");
	expect_year(&life, "2020", "1.2766");
	expect_year(&life, "2021", "2.1056");
	expect_year(&life, "2022", "2.0117");
	expect_year(&life, "2023", "1.2586");
	expect_year(&life, "2024", "1.8265");
	life_close(&life);
}

/*
 * 2020 three months of 90,000 a year: ceiling 3 x 6,900 = 20,700 / 39,167 = 0.5285. 2001 in EUR: 1,000 EUR = 1,955.83
 * DM, x 12 = 23,469.96 / 55,216 = 0.4251. 2005 in DEM: 4,000 DEM = 2,045.17 EUR, x 12 = 24,542.04 / 29,202 = 0.8404.
 */
static void part_of_a_year_and_currencies(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1980-01-10",
		 "'periods':["
		 "{'country':'DE','kind':'employment','from':'2020-10-17','to':'2020-12-01',"
		 "'pay':{'yearly':{'2020':90000}}},"
		 "{'country':'DE','kind':'employment','from':'2001-01','to':'2001-12',"
		 "'pay':{'monthly':1000,'currency':'EUR'}},"
		 "{'country':'DE','kind':'employment','from':'2005-01','to':'2005-12',"
		 "'pay':{'monthly':4000,'currency':'DEM'}},"
		 "{'country':'DE','kind':'employment','from':'2010-01','to':'2014-12',"
		 "'pay':{'points':5}}]");
	expect_year(&life, "2020", "0.5285");
	expect_year(&life, "2001", "0.4251");
	expect_year(&life, "2005", "0.8404");
	life_close(&life);
}

/*
 * Points as given stay exact until the sum: 1.0000 over 36 months, 26 of them before the start 2012-03 =
 * 0.7222...; 0.5000 over 2009 in another record; 2.0000 / 3 of 2011-2013 with 14 of 36 months = 0.7777...; sum
 * 0.7222... + 0.5 + 0.7777... = 2.0000.
 */
static void points_as_given(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1947-01-02",
		 "'periods':["
		 "{'country':'DE','kind':'voluntary','from':'1965-01','to':'1969-12',"
		 "'pay':{'points':0}},"
		 "{'country':'DE','kind':'employment','from':'2010-01','to':'2012-12',"
		 "'pay':{'points':1}},"
		 "{'country':'DE','kind':'employment','from':'2009-01','to':'2009-12',"
		 "'pay':{'points':{'2009':0.5}}},"
		 "{'country':'DE','kind':'employment','from':'2011-01','to':'2013-12',"
		 "'pay':{'points':2}}]");
	assert_string_equal(factor(regular(&life), "points"), "2.0000");
	life_close(&life);
}

/* Pay of 24 of 84 months is missing: their points are left out, the amount says so. */
static void pay_missing(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1980-01-10",
		 "'periods':[{'country':'DE','kind':'employment','from':'2010-01','to':'2014-12',"
		 "'pay':{'points':5}},{'country':'DE','kind':'employment','from':'2015-01',"
		 "'to':'2015-12'},{'country':'DE','kind':'employment','from':'2016-01',"
		 "'to':'2017-12','pay':{'yearly':{'2016':36187}}}]");
	assert_string_equal(factor(regular(&life), "points"), "6.0000");
	assert_cents(&regular(&life)->amount, 25512);
	assert_int_equal(regular(&life)->status, TOT_INCOMPLETE_RECORD);
	assert_true(has_reason(regular(&life)->reasons, regular(&life)->reason_count, "24 months"));
	assert_int_equal(test_of(&life, "DE.w5")->own, 96);
	life_close(&life);
}

/* A final average that is not known yet and not replaced by the rule of the start: provisional. */
static void statuses(void **state)
{
	static const struct {
		const char *born, *to;
		enum tot_status status;
	} cases[] = {
		{"1980-01-10", "2024-12", TOT_OK},	    /* 2024 is final */
		{"1980-01-10", "2025-12", TOT_PROVISIONAL}, /* 2025 is not, start 2047 */
		{"1960-01-10", "2026-12", TOT_OK},	    /* start 2026: 2025, 2026 preliminary */
		{"1960-10-10", "2026-12", TOT_PROVISIONAL}, /* start 2027-03: 2025 must be final */
		{"1980-01-10", "2027-01", TOT_PROJECTED},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		char text[300];
		snprintf(text, sizeof(text),
			 "'periods':[{'country':'DE','kind':'employment','from':'2015-01',"
			 "'to':'%s','pay':{'monthly':3000}}]",
			 cases[i].to);
		open_man(&life, "2026-11-21", cases[i].born, text);
		assert_int_equal(regular(&life)->status, cases[i].status);
		life_close(&life);
	}
}

/*
 * As of 2018-05-01 the final average of 2016 is known (36,187), that of 2017 is not (preliminary 37,103), and
 * later pay is in wages of 2018 (preliminary 37,873, ceiling 6,500): 2016 36,187 = 1.0000; 2017 37,103 = 1.0000;
 * 2018 and 2019 7,000 a month: 78,000 / 37,873 = 2.0595; value 31.03.
 */
static void known_in_2018(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2018-05-01", "1980-01-10",
		 "'periods':[{'country':'DE','kind':'employment','from':'2016-01','to':'2017-12',"
		 "'pay':{'yearly':{'2016':36187,'2017':37103}}},{'country':'DE',"
		 "'kind':'employment','from':'2018-01','to':'2020-12','pay':{'monthly':7000}}]");
	expect_year(&life, "2016", "1.0000");
	expect_year(&life, "2017", "1.0000");
	expect_year(&life, "2018", "2.0595");
	expect_year(&life, "2020", "2.0595");
	assert_string_equal(factor(regular(&life), "pension_value"), "31.03");
	assert_int_equal(regular(&life)->status, TOT_PROJECTED);
	life_close(&life);
}

/*
 * Mini-job 2018 with insurance: base 175 x 12 = 2,100 / 38,212 = 0.0550. Miners 2020: ceiling 8,450, 101,400 /
 * 39,167 = 2.5889; x 1.3333 x 42.52 = 146.77. General 4.0550 x 42.52 = 172.42. Together 319.19.
 */
static void minijob_and_miners(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "2026-11-21", "1980-01-10",
		 "'periods':["
		 "{'country':'DE','kind':'employment','from':'2018-01','to':'2018-12',"
		 "'flags':['minijob'],'pay':{'monthly':150}},"
		 "{'country':'DE','kind':'employment','from':'2020-01','to':'2020-12',"
		 "'flags':['miners'],'pay':{'monthly':9000}},"
		 "{'country':'DE','kind':'employment','from':'2010-01','to':'2013-12',"
		 "'pay':{'points':4}}]");
	expect_year(&life, "2018", "0.0550");
	expect_year(&life, "2020", "2.5889");
	assert_cents(&regular(&life)->amount, 31919);
	life_close(&life);
}

/*
 * Exempt mini-job 400 a month from 2006-01 to 2006-12: flat rate 12 percent to June, 15 from July, rate 19.5:
 * (2,400 x 12 + 2,400 x 15) / 19.5 = 3,323.08 / 29,494 = 0.1127. Credits: 2.5000 of a divorce, -0.4000 lost in
 * another, 0.3000 bought. Service without pay: 1980 1.0000, 1982 six months of 0.75 a year = 0.3750.
 */
static void points_beside_pay(void **state)
{
	struct life life;
	(void)state;
	open_man(
		&life, "2026-11-21", "1961-01-10",
		"'periods':["
		"{'country':'DE','kind':'employment','from':'2006-01','to':'2006-12',"
		"'flags':['minijob_exempt'],'pay':{'monthly':400}},"
		"{'country':'DE','kind':'service','from':'1980-01','to':'1980-12'},"
		"{'country':'DE','kind':'service','from':'1982-01','to':'1982-06'}],"
		"'credits':["
		"{'country':'DE','kind':'pension_rights_adjustment','points':2.5,'from':'1990-01',"
		"'to':'1999-12'},"
		"{'country':'DE','kind':'pension_rights_adjustment','points':-0.4,'from':'2001-01',"
		"'to':'2005-12'},"
		"{'country':'DE','kind':'bought','points':0.3,'from':'2020-01','to':'2020-01'}]");
	/* 0.1127 + 2.5 - 0.4 + 0.3 + 1.0 + 0.375 = 3.8877 */
	assert_string_equal(factor(regular(&life), "points"), "3.8877");
	/* 18 own months; s. 52: 0.1127 / 0.0313 = 4, 2.5 / 0.0313 = 80 of 120 months of marriage. */
	assert_int_equal(test_of(&life, "DE.w5")->own, 18);
	assert_int_equal(test_of(&life, "DE.w5")->credits, 84);
	assert_int_equal(test_of(&life, "DE.w45")->credits, 4);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(engineer),
		cmocka_unit_test(start_in_the_past),
		cmocka_unit_test(east),
		cmocka_unit_test(east_value),
		cmocka_unit_test(bonuses_and_several_jobs),
		cmocka_unit_test(part_of_a_year_and_currencies),
		cmocka_unit_test(points_as_given),
		cmocka_unit_test(pay_missing),
		cmocka_unit_test(statuses),
		cmocka_unit_test(known_in_2018),
		cmocka_unit_test(minijob_and_miners),
		cmocka_unit_test(points_beside_pay),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
