/* Pension beside work: the test, full suspension, ceilings, leave. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_work_life.h"

#include "jp/old_age.h"

/*
 * EPA s. 46, born 1961-05-10, first month 2026-06. 420 months at an average of 600,000: B = 600,000 x
 * 5.481/1000 x 420 / 12 = 115,101; T = 600,000; (715,101 - 650,000) / 2 = 32,550.5; share 0.282799.
 */
static void beside_work_at_65(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("1991-05-01", "2028-03-31", "'average':600000"), ""));
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_month(employees->start, "2026-06");
	assert_string_equal(factor(employees, "months"), "420");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31", "'average':600000"), ""));
	/* 276 months: B = 600,000 x 5.481/1000 x 276 / 12 = 75,637.8; half of 25,637.8 = 12,818.9 */
	employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "suspended_share"), "0.169477");
	assert_true(says(employees, "12,819 yen a month are not paid"));
	/* The amount is that before the test (DECISIONS 33). */
	assert_string_equal(factor(employees, "regular"), "907654");
	life_close(&life);
}

/* Work that ends on the last day before the first month, or begins in it: no test. */
static void months_that_are_tested(void **state)
{
	static const struct {
		const char *from, *to;
		bool tested;
	} rows[] = {
		{"2003-05-01", "2026-05-31", false},
		{"2003-05-01", "2026-06-01", true},
		{"2003-05-01", "2026-06-30", true},
		{"2003-05-01", "2027-06-30", true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("%s", "%s", "'average':600000"), ""),
			 rows[i].from, rows[i].to);
		life_open(&life, text);
		const char *share = factor(benefit(&life, employees_id), "suspended_share");
		if ((strcmp(share, "0") != 0) != rows[i].tested)
			fail_msg("%s to %s: %s", rows[i].from, rows[i].to, share);
		life_close(&life);
	}
	struct life life;
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2020-03-31", "'average':600000") "," WORK(
				      "2026-06-01", "2027-03-31", "'average':600000"),
			      ""));
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "0");
	life_close(&life);
}

/* jp-22: bonuses of the last twelve months; low pay is not suspended at all. */
static void bonuses_and_low_pay(void **state)
{
	struct life life;
	(void)state;
	/*
	 * 2003-05 to 2026-04 = 276 months at 500,000, with 23 x 1,200,000 of bonuses (December):
	 * (138,000,000 + 27,600,000) x 5.481/1000 = 907,653.6; B = 75,637.8; T = 500,000 + 100,000.
	 */
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31",
				   "'monthly':500000,'bonuses':[{'every':12,'amount':1200000}]"),
			      ""));
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "0.169477");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31", "'average':300000"), ""));
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "0");
	life_close(&life);
}

/* Full suspension takes the spouse addition along. */
static void suspended_as_a_whole(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31", "'average':900000"),
			      ",'family':{'spouse':{'born':'1970-07-20','sex':'female',"
			      "'nationalities':['DE'],'married':'1999-01-01'}}"));
	/* B = 900,000 x 5.481/1000 x 23 = 113,456.7; (1,013,456.7 - 650,000)/2 is more than that. */
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "1");
	assert_string_equal(factor(benefit(&life, "JP.old_age.spouse_addition"), "suspended_share"),
			    "1");
	life_close(&life);
}

/*
 * From 70 on work is tested although it is no insurance any more. Born 1956-05-10, claimed at 70
 * (2026-06), at work to 75 for 600,000.
 */
static void beside_work_from_70(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  LIFE("2026-11-21", "1956-05-10", "male",
		       WORK("2003-05-01", "2031-03-31", "'average':600000"),
		       ",'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'70'}]}"));
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "months"), "276");
	assert_string_equal(factor(employees, "suspended_share"), "0.169477");
	life_close(&life);
}

/*
 * Below 65 until 2022-03 (EPA suppl. s. 11): 280,000 and 470,000. Born 1958-06-10, a woman of 61 in
 * 2019-06, at work since 2003-04: 194 months before the right.
 */
static void below_65_until_2022_03(void **state)
{
	static const struct {
		const char *pay, *share;
	} rows[] = {
		/* B 21,266.28 and 240,000 are below 280,000 */
		{"240000", "0"},
		/* B 35,443.8: (35,443.8 + 400,000 - 280,000) / 2 is more than B */
		{"400000", "1"},
		/* B 23,924.565: (23,924.565 + 270,000 - 280,000) / 2 = 6,962.2825 */
		{"270000", "0.291010"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1958-06-10", "female",
			      WORK("2003-04", "2022-12", "'average':%s"), ""),
			 rows[i].pay);
		life_open(&life, text);
		assert_month(benefit(&life, special_id)->start, "2019-07");
		assert_string_equal(factor(benefit(&life, special_id), "suspended_share"),
				    rows[i].share);
		life_close(&life);
	}
}

/* The four formulas below 65 and the one rule, by pension a month (B) and pay (T), 2019-07. */
static void formulas_of_the_test(void **state)
{
	static const struct {
		const char *title, *pay, *month;
		int64_t pension, suspended;
	} rows[] = {
		{"both small", "150000", "2019-07", 100000, 0},
		{"(B + T - 280,000) / 2", "300000", "2019-07", 100000, 60000},
		{"(470,000 + B - 280,000) / 2 + (T - 470,000)", "480000", "2019-07", 250000,
		 230000},
		{"T / 2", "300000", "2019-07", 300000, 150000},
		{"470,000 / 2 + (T - 470,000)", "480000", "2019-07", 300000, 245000},
		{"from 2022-04 the rule of 65 and more: 470,000", "480000", "2022-04", 300000,
		 155000},
		{"2023-04: 480,000", "480000", "2023-04", 300000, 150000},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		struct tot_jp_work work;
		struct tot_jp_suspension found;
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1958-06-10", "female",
			      WORK("2003-04", "2024-12", "'average':%s"), ""),
			 rows[i].pay);
		life_open(&life, text);
		tot_month month = 0;
		assert_true(tot_month_parse(&month, rows[i].month));
		assert_int_equal(tot_jp_work_of(&work, &life.view, &life.ctx), TOT_OK);
		assert_int_equal(tot_jp_suspended(&found, &work, month,
						  tot_ratio_of(rows[i].pension * 12, 1), true,
						  &life.ctx),
				 TOT_OK);
		assert_true(found.tested && !found.unknown);
		if (tot_ratio_compare(found.monthly, tot_ratio_of(rows[i].suspended, 1)) != 0)
			fail_msg("%s", rows[i].title);
		life_close(&life);
	}
}

/* Pay that is not known, and days before the first threshold of the law book: nothing is said. */
static void test_without_figures(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1961-05-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2003-05-01',"
			 "'to':'2026-04-30','pay':{'average':300000}},"
			 "{'country':'JP','kind':'employment','from':'2026-05-01',"
			 "'to':'2028-04-30'}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "suspended_share"), "(none)");
	assert_true(says(employees, "may be suspended"));
	life_close(&life);
}

/* Work again after 70 is tested like work before; a month that ends early is tested with its pay. */
static void work_begun_after_70(void **state)
{
	struct life life;
	struct tot_jp_work work;
	struct tot_jp_suspension found;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1950-05-10", "male",
			      WORK("1990-04", "2010-03", "'average':300000") "," WORK(
				      "2022-04-01", "2026-06-10", "'average':500000"),
			      ""));
	assert_int_equal(tot_jp_work_of(&work, &life.view, &life.ctx), TOT_OK);
	const struct tot_ratio yearly = tot_ratio_of(2400000, 1), nothing = tot_ratio_of(0, 1);
	assert_int_equal(
		tot_jp_suspended(&found, &work, tot_month_make(2022, 4), yearly, false, &life.ctx),
		TOT_OK);
	assert_false(found.tested);
	assert_int_equal(
		tot_jp_suspended(&found, &work, tot_month_make(2026, 6), yearly, false, &life.ctx),
		TOT_OK);
	/* (200,000 + 500,000 - 650,000) / 2 */
	assert_true(found.tested);
	assert_int_equal(tot_ratio_compare(found.monthly, tot_ratio_of(25000, 1)), 0);
	assert_int_equal(
		tot_jp_suspended(&found, &work, tot_month_make(2026, 6), nothing, true, &life.ctx),
		TOT_OK);
	assert_int_equal(tot_ratio_compare(found.share, nothing), 0);
	life_close(&life);
}

/*
 * Act 74/2025: pay of 800,000 from 2027-04 to 2030-03 is 5 x 650,000 + 12 x 680,000 + 12 x 710,000 + 7 x
 * 750,000 = 25,180,000; x 5.481/1000 = 138,011.58 at face value.
 */
static void ceilings_of_the_reform(void **state)
{
	struct life life;
	(void)state;
	life_open(
		&life,
		LIFE("2026-11-21", "1970-06-10", "male",
		     WORK("2027-04", "2030-03",
			  "'monthly':800000") ",{'country':'JP',"
					      "'kind':'resident','from':'1995-01','to':'2009-12'}",
		     ""));
	assert_string_equal(factor(benefit(&life, employees_id), "regular"), "138012");
	assert_string_equal(factor(benefit(&life, employees_id), "average_remuneration"),
			    "699444.44");
	life_close(&life);
}

/* EPA s. 81-2: a year of leave counts with the 410,000 before it, whatever is written for it. */
static void leave_counts_as_before(void **state)
{
	static const char *const pays[] = {"", ",'pay':{'monthly':0}", ",'pay':{'monthly':100000}"};
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct life life;
		char text[1200];
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1980-06-10", "female",
			      WORK("2010-04", "2020-03",
				   "'monthly':400000") ",{'country':'JP','kind':'employment','from'"
						       ":'2020-04',"
						       "'to':'2021-03','flags':['premium_waived']%"
						       "s}",
			      ""),
			 pays[i]);
		life_open(&life, text);
		/* 132 x 410,000 x 5.481/1000 = 296,631.72 */
		assert_string_equal(factor(benefit(&life, employees_id), "regular"), "296632");
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(beside_work_at_65),	  cmocka_unit_test(months_that_are_tested),
		cmocka_unit_test(bonuses_and_low_pay),	  cmocka_unit_test(suspended_as_a_whole),
		cmocka_unit_test(beside_work_from_70),	  cmocka_unit_test(below_65_until_2022_03),
		cmocka_unit_test(formulas_of_the_test),	  cmocka_unit_test(test_without_figures),
		cmocka_unit_test(work_begun_after_70),	  cmocka_unit_test(ceilings_of_the_reform),
		cmocka_unit_test(leave_counts_as_before),
	};
	return cmocka_run_group_tests_name("jp_work", tests, load_law, free_law);
}
