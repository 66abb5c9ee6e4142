/* Japanese months: acquisition and loss, categories, ages, derived months, postings, refunds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

/* A life of records and what its months must be, by kind; NULL = do not look at it. */
struct placed {
	const char *title, *born, *more, *periods;
	const char *employment, *resident, *unpaid, *complementary;
};

static const struct placed placed[] = {
	{"EPA s. 19: leaving on the last day keeps the month", "1980-05-10",
	 "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2020-01-15','to':'2020-03-31'}",
	 "2020-01..2020-03", "none", NULL, NULL},
	{"EPA s. 19: leaving one day earlier loses it", "1980-05-10", "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2020-01-15','to':'2020-03-30'}",
	 "2020-01..2020-02", "none", NULL, NULL},
	{"EPA s. 19 (2): in and out within a month counts once", "1980-05-10",
	 "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2020-05-10','to':'2020-05-20'}", "2020-05",
	 "none", NULL, NULL},
	{"EPA s. 19 (2): unless another insurance begins later in that month", "1980-05-10",
	 "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2020-05-10','to':'2020-05-20'},"
	 "{'country':'JP','kind':'resident','from':'2020-05-25','to':'2020-07-31'}",
	 "none", "2020-05..2020-07", NULL, NULL},
	{"two short employments in a month: the later one, once", "1980-05-10",
	 "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2020-05-02','to':'2020-05-08'},"
	 "{'country':'JP','kind':'employment','from':'2020-05-10','to':'2020-05-20'}",
	 "2020-05", "none", NULL, NULL},
	{"NPA s. 11-2: the last category of a month owns it", "1980-05-10",
	 "'nationalities':['DE']",
	 "{'country':'JP','kind':'resident','from':'2020-01-01','to':'2020-05-15'},"
	 "{'country':'JP','kind':'employment','from':'2020-05-16','to':'2020-07-31'}",
	 "2020-05..2020-07", "2020-01..2020-04", NULL, NULL},
	{"the employee before the resident on the same day", "1980-05-10", "'nationalities':['DE']",
	 "{'country':'JP','kind':'resident','from':'2019-01-01','to':'2019-12-31'},"
	 "{'country':'JP','kind':'employment','from':'2019-04-15','to':'2019-09-29'}",
	 "2019-04..2019-08", "2019-01..2019-03, 2019-09..2019-12", NULL, NULL},
	{"category 1 from the month of 20: born on the 1st", "2000-04-01", "'nationalities':['DE']",
	 "{'country':'JP','kind':'resident','from':'2018-01-01','to':'2020-06-30'}", "none",
	 "2020-03..2020-06", NULL, NULL},
	{"category 1 from the month of 20: born on the 2nd", "2000-04-02", "'nationalities':['DE']",
	 "{'country':'JP','kind':'resident','from':'2018-01-01','to':'2020-06-30'}", "none",
	 "2020-04..2020-06", NULL, NULL},
	{"born on 29 February: 20 is reached on the 28th", "2000-02-29", "'nationalities':['DE']",
	 "{'country':'JP','kind':'resident','from':'2018-01-01','to':'2020-03-31'}", "none",
	 "2020-02..2020-03", NULL, NULL},
	{"category 1 ends before the month of 60: born on the 1st", "1966-04-01",
	 "'nationalities':['DE']",
	 "{'country':'JP','kind':'resident','from':'2025-11-01','to':'2026-12-31'}", "none",
	 "2025-11..2026-02", NULL, NULL},
	{"born on 29 February: 60 is reached on 28 February", "1964-02-29",
	 "'nationalities':['DE']",
	 "{'country':'JP','kind':'resident','from':'2023-12-01','to':'2026-12-31'}", "none",
	 "2023-12..2024-01", NULL, NULL},
	{"employees before 20 and after 60", "1990-06-15", "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2008-04-01','to':'2051-03-31'}",
	 "2008-04..2051-03", "none", NULL, NULL},
	{"employees until 70", "1950-05-10", "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2018-01-01','to':'2025-12-31'}",
	 "2018-01..2020-04", "none", NULL, NULL},
	{"NPA s. 7: a resident without a record is an unpaid month", "1984-05-17",
	 "'nationalities':['DE'],"
	 "'residence':[{'country':'JP','from':'2014-04-01','to':'2020-03-31'}]",
	 "{'country':'JP','kind':'employment','from':'2014-04-01','to':'2018-03-31'}",
	 "2014-04..2018-03", "none", "2018-04..2020-03", "none"},
	{"moved out one day before the end of the month: no unpaid month", "1984-05-17",
	 "'nationalities':['DE'],"
	 "'residence':[{'country':'JP','from':'2014-04-01','to':'2020-03-30'}]",
	 "{'country':'JP','kind':'employment','from':'2014-04-01','to':'2018-03-31'}",
	 "2014-04..2018-03", "none", "2018-04..2020-02", "none"},
	{"DECISIONS 9: German work keeps a resident out", "1984-05-17",
	 "'nationalities':['DE'],"
	 "'residence':[{'country':'JP','from':'2014-04-01','to':'2015-03-31'}]",
	 "{'country':'DE','kind':'employment','from':'2014-04-01','to':'2015-01-15'}", "none",
	 "none", "2015-02..2015-03", "none"},
	{"DECISIONS 9: work in a third state does not", "1984-05-17",
	 "'nationalities':['DE'],"
	 "'residence':[{'country':'JP','from':'2014-04-01','to':'2015-03-31'}]",
	 "{'country':'US','kind':'employment','from':'2014-04-01','to':'2015-01-15'}", "none",
	 "none", "2014-04..2015-03", "none"},
	{"nothing is derived without a residence", "1984-05-17", "'nationalities':['DE']",
	 "{'country':'JP','kind':'employment','from':'2014-04-01','to':'2014-09-30'}",
	 "2014-04..2014-09", "none", "none", "none"},
	{"NPA suppl. s. 7: a Japanese national abroad", "1984-05-17",
	 "'nationalities':['JP'],"
	 "'residence':[{'country':'JP','from':'1984-05-17','to':'2010-03-31'},"
	 "{'country':'DE','from':'2010-04-01','to':'2012-12-31'},"
	 "{'country':'JP','from':'2013-01-01','to':'2044-12-31'}]",
	 "{'country':'JP','kind':'employment','from':'2004-05-01','to':'2010-03-31'},"
	 "{'country':'JP','kind':'employment','from':'2013-01-01','to':'2044-12-31'}",
	 "2004-05..2010-03, 2013-01..2044-12", "none", "none", "2010-04..2012-12"},
	{"Act 34/1985 s. 8 (5) no. 11: permanent resident, the stay abroad before", "1980-05-10",
	 "'nationalities':['DE'],"
	 "'residence':[{'country':'JP','from':'2010-04-01','to':'2020-04-30'},"
	 "{'country':'JP','from':'2020-05-01','to':'2041-01-31','permanent':true}]",
	 "{'country':'JP','kind':'employment','from':'2010-04-01','to':'2041-01-31'}",
	 "2010-04..2041-01", "none", "none", "2000-05..2010-03"},
	{"no. 11: naturalised, the stay abroad before", "1980-05-10",
	 "'nationalities':[{'country':'DE','to':'2015-02-28'},"
	 "{'country':'JP','from':'2015-03-01'}],"
	 "'residence':[{'country':'JP','from':'2005-04-01','to':'2041-01-31'}]",
	 "{'country':'JP','kind':'employment','from':'2005-04-01','to':'2041-01-31'}",
	 "2005-04..2041-01", "none", "none", "2000-05..2005-03"},
};

static void run_placed(void **state)
{
	const struct placed *row = *state;
	char text[2048];
	struct life life;
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		 "'person':{'born':'%s','sex':'male',%s},"
		 "'periods':[%s]}",
		 row->born, row->more, row->periods);
	life_read(&life, text);
	life_place(&life);
	if (row->employment)
		assert_months(&life.own.by_kind[TOT_EMPLOYMENT], row->employment);
	if (row->resident)
		assert_months(&life.own.by_kind[TOT_RESIDENT], row->resident);
	if (row->unpaid)
		assert_months(&life.own.by_kind[TOT_UNPAID], row->unpaid);
	if (row->complementary) {
		/* The rest of life after the last stay is not what the case is about. */
		struct tot_months set = life.own.by_kind[TOT_COMPLEMENTARY];
		assert_months(&set, row->complementary);
	}
	life_close(&life);
}

/* De-jp Art. 7: 60 calendar months, the first only if it is whole. */
static void posted_to_japan(void **state)
{
	struct life life;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE'],"
			 "'residence':[{'country':'JP','from':'2015-01-15','to':'2020-06-30'}]},"
			 "'postings':[{'home':'DE','host':'JP','from':'2015-01-15',"
			 "'planned_to':'2020-06-30','as':'employee'}],"
			 "'periods':[]}");
	life_place(&life);
	/* 2015-02 to 2020-01 are the 60 months; then Japanese insurance, pay unknown. */
	assert_months(&life.own.by_kind[TOT_EMPLOYMENT], "2020-02..2020-06");
	assert_months(&life.own.by_kind[TOT_UNPAID], "none");
	life_close(&life);
}

static void posted_from_japan(void **state)
{
	struct life life;
	(void)state;
	life_read(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
		  "'postings':[{'home':'JP','host':'DE','from':'2015-01-01',"
		  "'planned_to':'2017-12-31','as':'employee',"
		  "'pay':{'monthly':300000}}],"
		  "'periods':[{'country':'JP','kind':'employment','from':'2015-01-01',"
		  "'to':'2015-06-30',"
		  "'pay':{'monthly':500000}},"
		  "{'country':'JP','kind':'employment','from':'2015-07-01','to':'2015-12-31'}]}");
	life_place(&life);
	assert_months(&life.own.by_kind[TOT_EMPLOYMENT], "2015-01..2017-12");
	/* DECISIONS 39: the written pay counts, else that of the posting. */
	struct tot_jp_pay pay;
	assert_int_equal(
		tot_jp_pay_of(&pay, &life.own, &life.own.by_kind[TOT_EMPLOYMENT], &life.ctx),
		TOT_OK);
	assert_int_equal(pay.unknown, 0);
	assert_int_equal(pay.months[5].remuneration, 500000);
	assert_int_equal(pay.months[6].remuneration, 300000);
	life_close(&life);
}

/* Open records end before the planned start: 65 is reached on 2049-05-16. */
static void open_records(void **state)
{
	struct life life;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2040-04-01',"
			 "'to':null}]}");
	life_place(&life);
	assert_months(&life.own.by_kind[TOT_EMPLOYMENT], "2040-04..2049-05");
	assert_true(life.own.spans[0].open);
	life_close(&life);
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2040-04-01',"
			 "'to':null}],"
			 "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'62'}]}}");
	life_place(&life);
	assert_months(&life.own.by_kind[TOT_EMPLOYMENT], "2040-04..2046-05");
	life_close(&life);
	/* Never past the age limit: 70 is reached on 2054-05-16. */
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2040-04-01',"
			 "'to':null}],"
			 "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'72'}]}}");
	life_place(&life);
	assert_months(&life.own.by_kind[TOT_EMPLOYMENT], "2040-04..2054-04");
	life_close(&life);
}

/* Voluntary insurance ends before the month of 65. */
static void voluntary_until_65(void **state)
{
	struct life life;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'voluntary','from':'2044-01-01',"
			 "'to':'2052-12-31'}]}");
	life_place(&life);
	assert_months(&life.own.by_kind[TOT_VOLUNTARY], "2044-01..2049-04");
	life_close(&life);
}

/* DECISIONS 38: what lies up to the day is gone, later months of that month stay. */
static void refund_erases(void **state)
{
	struct life life;
	(void)state;
	life_read(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE'],"
		  "'residence':[{'country':'JP','from':'2010-01-01','to':'2021-12-31'}]},"
		  "'periods':[{'country':'JP','kind':'employment','from':'2010-04-01',"
		  "'to':'2014-03-31'},"
		  "{'country':'JP','kind':'resident','from':'2020-01-01','to':'2021-12-31'}],"
		  "'events':[{'kind':'refund','country':'JP','scheme':'employees',"
		  "'filed':'2021-03-10'}]}");
	life_place(&life);
	assert_months(&life.own.by_kind[TOT_EMPLOYMENT], "none");
	assert_months(&life.own.by_kind[TOT_RESIDENT], "2021-03..2021-12");
	/* No unpaid month before a later lump sum (DECISIONS 9). */
	assert_months(&life.own.by_kind[TOT_UNPAID], "none");
	assert_date(life.own.erased_until, "2021-03-10");
	life_close(&life);
}

static void refund_erases_by_scheme(void **state)
{
	struct life life;
	(void)state;
	life_read(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'employment','from':'2010-04-01',"
		  "'to':'2014-03-31'},"
		  "{'country':'JP','kind':'resident','from':'2020-01-01','to':'2020-12-31'}],"
		  "'choices':{'jp.lump_sum.erases':'scheme'},"
		  "'events':[{'kind':'refund','country':'JP','scheme':'employees',"
		  "'filed':'2021-03-10'}]}");
	life_place(&life);
	assert_months(&life.own.by_kind[TOT_EMPLOYMENT], "none");
	assert_months(&life.own.by_kind[TOT_RESIDENT], "2020-01..2020-12");
	assert_true(tot_date_is_none(life.own.erased_until));
	life_close(&life);
}

/*
 * DECISIONS 29, EPA s. 24: pay of two employers is added before the grade, bonuses before the cap.
 */
static void two_employers(void **state)
{
	struct life life;
	struct tot_jp_pay pay;
	(void)state;
	life_read(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'employment','from':'2020-04-01',"
		  "'to':'2020-12-31',"
		  "'pay':{'monthly':200000,'bonuses':[{'month':'2020-07','amount':1000000}]}},"
		  "{'country':'JP','kind':'employment','from':'2020-07-01','to':'2020-12-31',"
		  "'pay':{'monthly':200000,'bonuses':[{'month':'2020-07','amount':700900}]}}]}");
	life_place(&life);
	assert_int_equal(
		tot_jp_pay_of(&pay, &life.own, &life.own.by_kind[TOT_EMPLOYMENT], &life.ctx),
		TOT_OK);
	assert_int_equal(pay.count, 9);
	assert_int_equal(pay.months[0].remuneration, 200000);
	assert_int_equal(pay.months[3].remuneration, 410000); /* 395,000 <= 400,000 < 425,000 */
	assert_int_equal(pay.months[3].bonus, 1500000);	      /* 1,000,000 + 700,000 */
	life_close(&life);
}

/* DECISIONS 29: 3,600,000 over nine months is 400,000 (grade 410,000), over twelve 300,000. */
static void yearly_pay(void **state)
{
	struct life life;
	struct tot_jp_pay pay;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2015-04-01',"
			 "'to':'2017-03-31',"
			 "'pay':{'yearly':{'2015':3600000,'2016':3600000}}}]}");
	life_place(&life);
	assert_int_equal(
		tot_jp_pay_of(&pay, &life.own, &life.own.by_kind[TOT_EMPLOYMENT], &life.ctx),
		TOT_OK);
	assert_int_equal(pay.count, 21);
	assert_int_equal(pay.unknown, 3); /* no entry for 2017 */
	assert_int_equal(pay.months[0].remuneration, 410000);
	assert_int_equal(pay.months[9].remuneration, 300000);
	life_close(&life);
}

/* Coverage: months of leave without premiums have the remuneration before the leave. */
static void parental_leave(void **state)
{
	struct life life;
	struct tot_jp_pay pay;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2020-01-01',"
			 "'to':'2020-06-30','pay':{'monthly':300000,"
			 "'bonuses':[{'month':'2020-06','amount':500000}]}},"
			 "{'country':'JP','kind':'employment','from':'2020-07-01',"
			 "'to':'2021-06-30','flags':['premium_waived']}]}");
	life_place(&life);
	assert_int_equal(
		tot_jp_pay_of(&pay, &life.own, &life.own.by_kind[TOT_EMPLOYMENT], &life.ctx),
		TOT_OK);
	assert_int_equal(pay.count, 18);
	assert_int_equal(pay.unknown, 0);
	assert_int_equal(pay.months[17].remuneration, 300000);
	assert_int_equal(pay.months[6].bonus, 0);
	life_close(&life);
}

/* DECISIONS 2: growth up to January of the year of as_of, then wages of that year. */
static void growth_stops(void **state)
{
	struct life life;
	struct tot_jp_pay pay;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1984-05-17','sex':'female','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2025-01-01',"
			 "'to':'2028-12-31',"
			 "'pay':{'monthly':300000,'growth':0.1}}]}");
	life_place(&life);
	assert_int_equal(
		tot_jp_pay_of(&pay, &life.own, &life.own.by_kind[TOT_EMPLOYMENT], &life.ctx),
		TOT_OK);
	assert_int_equal(pay.months[0].remuneration, 300000);
	assert_int_equal(pay.months[12].remuneration, 340000); /* 330,000 <= pay < 350,000 */
	assert_int_equal(pay.months[47].remuneration, 340000);
	life_close(&life);
}

int main(void)
{
	enum { ROWS = sizeof(placed) / sizeof(placed[0]), OTHERS = 10 };
	static struct placed rows[ROWS];
	static struct CMUnitTest tests[ROWS + OTHERS];
	const struct CMUnitTest others[OTHERS] = {
		cmocka_unit_test(posted_to_japan), cmocka_unit_test(posted_from_japan),
		cmocka_unit_test(open_records),	   cmocka_unit_test(voluntary_until_65),
		cmocka_unit_test(refund_erases),   cmocka_unit_test(refund_erases_by_scheme),
		cmocka_unit_test(two_employers),   cmocka_unit_test(yearly_pay),
		cmocka_unit_test(growth_stops),	   cmocka_unit_test(parental_leave),
	};
	for (size_t i = 0; i < ROWS; i++) {
		rows[i] = placed[i];
		tests[i] = (struct CMUnitTest){.name = placed[i].title,
					       .test_func = run_placed,
					       .initial_state = &rows[i]};
	}
	for (size_t i = 0; i < OTHERS; i++)
		tests[ROWS + i] = others[i];
	return _cmocka_run_group_tests("jp_months", tests, ROWS + OTHERS, load_law, free_law);
}
