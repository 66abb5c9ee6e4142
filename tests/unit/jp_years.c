/* Amounts by fiscal year: the full basic pension since 1986, additions, thresholds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

#include "jp/old_age.h"

/* Born 1927-06-01: 65 on 1992-05-31; 300 of 312 months (26 years) paid; 22 years are enough. */
static void basic_pension_by_year(void **state)
{
	static const struct {
		const char *as_of;
		int64_t full, amount;
	} rows[] = {
		/* x 300/312, half up */
		{"1992-07-01", 725300, 697404}, {"1994-09-30", 747300, 718558},
		{"1994-10-01", 780000, 750000}, {"1999-06-01", 804200, 773269},
		{"2003-06-01", 797000, 766346}, {"2013-09-30", 786500, 756250},
		{"2013-10-01", 778500, 748558}, {"2021-06-01", 780900, 750865},
		{"2023-06-01", 792600, 762115}, {"2026-06-01", 844900, 812404},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000], full[32];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'%s',"
			 "'person':{'born':'1927-06-01','sex':'male','nationalities':['JP']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'1961-04',"
			 "'to':'1986-03'}]}",
			 rows[i].as_of);
		life_open(&life, text);
		const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
		assert_month(basic->start, "1992-06");
		snprintf(full, sizeof(full), "%lld", (long long)rows[i].full);
		assert_string_equal(factor(basic, "full_amount"), full);
		assert_yen(&basic->amount, rows[i].amount);
		life_close(&life);
	}
}

/* EPA s. 44: the spouse with the special addition by the pensioner's birth, by fiscal year. */
static void spouse_addition_by_year(void **state)
{
	static const struct {
		const char *born, *as_of;
		int64_t amount; /* 0: the law book has no amount of the year */
	} rows[] = {
		{"1950-06-01", "2015-07-01", 390100}, {"1950-06-01", "2017-07-01", 389800},
		{"1950-06-01", "2021-07-01", 390500}, {"1950-06-01", "2023-07-01", 397500},
		{"1950-06-01", "2025-07-01", 415900}, {"1943-04-01", "2026-07-01", 387700},
		{"1942-04-01", "2026-07-01", 351800}, {"1941-04-01", "2026-07-01", 315700},
		{"1940-04-01", "2026-07-01", 279800}, {"1934-04-01", "2026-07-01", 243800},
		{"1948-06-01", "2014-07-01", 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'%s',"
			 "'person':{'born':'%s','sex':'male','nationalities':['JP']},"
			 "'family':{'spouse':{'born':'1962-07-01','sex':'female',"
			 "'nationalities':['JP'],'married':'1984-01-01'}},"
			 "'periods':[{'country':'JP','kind':'employment','from':'1970-04',"
			 "'to':'1995-03','pay':{'average':300000}}]}",
			 rows[i].as_of, rows[i].born);
		life_open(&life, text);
		const struct tot_benefit *spouse = benefit(&life, "JP.old_age.spouse_addition");
		assert_true(spouse->entitled);
		assert_int_equal(spouse->amount.known, rows[i].amount != 0);
		if (rows[i].amount)
			assert_yen(&spouse->amount, rows[i].amount);
		life_close(&life);
	}
}

/* EPA s. 46 (3): the threshold of each year; B = T = 300,000 suspends half of what is beyond it. */
static void threshold_by_year(void **state)
{
	static const struct {
		int year, month;
		int64_t threshold;
	} rows[] = {
		{2009, 6, 480000}, {2010, 6, 470000}, {2011, 6, 460000}, {2015, 6, 470000},
		{2017, 6, 460000}, {2019, 6, 470000}, {2023, 6, 480000}, {2024, 6, 500000},
		{2025, 6, 510000}, {2026, 6, 650000}, {2030, 6, 650000},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		struct tot_jp_work work;
		struct tot_jp_suspension found;
		/* Born in 1935: 65 in 2000, at work all the time. */
		life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
				 "'person':{'born':'1935-06-10','sex':'male','nationalities':["
				 "'JP']},'periods':[{'country':'JP','kind':'employment','from':"
				 "'1970-04','to':'2031-03','pay':{'average':300000}}]}");
		assert_int_equal(tot_jp_work_of(&work, &life.view, &life.ctx), TOT_OK);
		assert_int_equal(tot_jp_suspended(&found, &work,
						  tot_month_make(rows[i].year, rows[i].month),
						  tot_ratio_of(4800000, 1), false, &life.ctx),
				 TOT_OK);
		assert_true(found.tested && !found.unknown);
		assert_int_equal(tot_ratio_compare(found.monthly,
						   tot_ratio_of(700000 - rows[i].threshold, 2)),
				 0);
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(basic_pension_by_year),
		cmocka_unit_test(spouse_addition_by_year),
		cmocka_unit_test(threshold_by_year),
	};
	return cmocka_run_group_tests_name("jp_years", tests, load_law, free_law);
}
