/* Old-age pensions of whole lives; the comments work each figure out from the law files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

static const char basic_id[] = "JP.old_age.basic", employees_id[] = "JP.old_age.employees";

/*
 * 480,000 a month: grade 470,000. Two bonuses of 900,000: 12 x 470,000 + 1,800,000 = 7,440,000 a
 * fiscal year, FY2014 to FY2019. Born 1984, FY2026:
 * regular   7,440,000 x (1.038 + 1.033 + 1.036 + 1.032 + 1.023 + 1.020 = 6.182) x 5.481/1000 =
 *   252,093.55
 * guarantee 7,440,000 x (.932 + .909 + .909 + .910 + .910 + .903 = 5.473) x 5.769/1000 x 1.082 =
 *   254,171.11
 * addition  1,766 x 72 - 847,300 x 72/480 = 127,152 - 127,095 = 57
 * employees 254,228.11; basic 847,300 x 72/480 = 127,095; average 7,440,000 x 6.182 / 72 =
 *   638,806.67
 */
static void engineer(void **state)
{
	struct life life;
	struct tot_lent lent[2];
	(void)state;
	life_read(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1984-05-17','sex':'male','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'employment','from':'2014-04-01',"
		  "'to':'2020-03-31',"
		  "'pay':{'monthly':480000,'bonuses':[{'every':7,'amount':900000},{'every':12,"
		  "'amount':900000}]}}]}");
	life_place(&life);
	life_lend(&life, lent, "JP.old_basic_10y", tot_month_make(2009, 10),
		  tot_month_make(2014, 4));
	life_lend(&life, lent, "JP.old_epi_10y", tot_month_make(2009, 10), tot_month_make(2014, 4));
	life_evaluate(&life);
	const struct tot_benefit *basic = benefit(&life, basic_id);
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_true(employees->entitled && employees->by_agreement);
	assert_yen(&basic->amount, 127095);
	assert_yen(&employees->amount, 254228);
	assert_string_equal(factor(employees, "months"), "72");
	assert_string_equal(factor(employees, "regular"), "252094");
	assert_string_equal(factor(employees, "guarantee"), "254171");
	assert_string_equal(factor(employees, "transitional_addition"), "57");
	assert_string_equal(factor(employees, "average_remuneration"), "638806.67");
	assert_string_equal(factor(basic, "weighted_months"), "72");
	assert_string_equal(factor(basic, "full_amount"), "847300");
	assert_int_equal(employees->status, TOT_OK);
	/* 65 on 2049-05-16, first paid for June, first payment in August; 254,228 / 6 = 42,371.3 */
	assert_month(employees->start, "2049-06");
	assert_month(employees->first_payment, "2049-08");
	assert_int_equal(employees->each_payment, 42371);
	assert_int_equal(employees->age.years, 65);
	/* The 54 German months lie before: the 120th is the 66th Japanese one. */
	const struct tot_qualifying *test = test_of(&life, "JP.old_epi_10y");
	assert_int_equal(test->own, 72);
	assert_int_equal(test->lent, 54);
	assert_int_equal(test->counted, 126);
	assert_month(test->met_on, "2019-09");
	assert_month(basic->earliest_start, "2044-06");
	/* Every amount is explained: the id is in the trace with its steps. */
	const struct tot_step *step = tot_trace_find(&life.trace, employees_id);
	assert_non_null(step);
	assert_non_null(step->children);
	life_close(&life);
}

/*
 * RULES 18, Bob: 60 months at 500,000, 60 at 200,000, 180 at 650,000: average 530,000; basic
 * 488,063, earnings-related 871,479. Addition (FY2021): 1,628 x 300 - 780,900 x 300/480 = 337.5:
 * 871,816.5.
 */
static void forum_bob(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2022-01-16',"
			 "'person':{'born':'1975-01-05','sex':'male','nationalities':['DE']},"
			 "'choices':{'jp.employees.revaluation':'off'},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2003-04',"
			 "'to':'2008-03',"
			 "'pay':{'average':500000}},"
			 "{'country':'JP','kind':'employment','from':'2008-04','to':'2013-03',"
			 "'pay':{'average':200000}},"
			 "{'country':'JP','kind':'employment','from':'2013-04','to':'2028-03',"
			 "'pay':{'average':650000}}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_yen(&benefit(&life, basic_id)->amount, 488063);
	assert_string_equal(factor(employees, "regular"), "871479");
	assert_string_equal(factor(employees, "average_remuneration"), "530000.00");
	assert_string_equal(factor(employees, "guarantee"), "(none)");
	assert_yen(&employees->amount, 871817);
	/* Months after December 2021 have pay; the basic pension rests on none. */
	assert_int_equal(employees->status, TOT_PROJECTED);
	assert_int_equal(benefit(&life, basic_id)->status, TOT_OK);
	life_close(&life);
}

/* Carl: 650,000 x 5.481/1000 x 120 = 427,518; 780,900 x 120/480; 1,628 x 120 - 195,225 = 135. */
static void forum_carl(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2022-01-16',"
			 "'person':{'born':'1970-01-05','sex':'male','nationalities':['DE']},"
			 "'choices':{'jp.employees.revaluation':'off'},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2012-01',"
			 "'to':'2021-12',"
			 "'pay':{'average':650000}}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_yen(&benefit(&life, basic_id)->amount, 195225);
	assert_string_equal(factor(employees, "regular"), "427518");
	assert_yen(&employees->amount, 427653);
	assert_int_equal(employees->status, TOT_OK);
	life_close(&life);
}

/* Adam: 456 paid and 24 fully exempt months since 2009-04: 780,900 x 468/480 = 761,377.5. */
static void forum_adam(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2022-01-16',"
		  "'person':{'born':'1970-06-15','sex':'male','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'resident','from':'1990-06-15',"
		  "'to':'2009-12-31'},"
		  "{'country':'JP','kind':'exempt_full','from':'2010-01-01','to':'2011-12-31'},"
		  "{'country':'JP','kind':'resident','from':'2012-01-01'}]}");
	const struct tot_benefit *basic = benefit(&life, basic_id);
	assert_yen(&basic->amount, 761378);
	assert_string_equal(factor(basic, "months"), "480");
	assert_string_equal(factor(basic, "weighted_months"), "468");
	assert_false(benefit(&life, employees_id)->entitled);
	life_close(&life);
}

/*
 * David: 780,900 + 320,000 x 5.481/1000 x 360 = 631,411.2; 1,628 x 360 - 780,900 x 360/480 = 405.
 */
static void forum_david(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2022-01-16',"
			 "'person':{'born':'1973-04-02','sex':'male','nationalities':['DE']},"
			 "'choices':{'jp.employees.revaluation':'off'},"
			 "'periods':[{'country':'JP','kind':'resident','from':'1993-04-01',"
			 "'to':'2003-03-31'},"
			 "{'country':'JP','kind':'employment','from':'2003-04','to':'2033-03',"
			 "'pay':{'average':320000}}]}");
	assert_yen(&benefit(&life, basic_id)->amount, 780900);
	assert_string_equal(factor(benefit(&life, employees_id), "regular"), "631411");
	assert_yen(&benefit(&life, employees_id)->amount, 631816);
	life_close(&life);
}

/* jp-14 as a life: 732,693.72 guaranteed; addition 1,766 x 240 - 847,300 x 240/480 = 190. */
static void across_2003_04(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'1993-04',"
			 "'to':'2003-03',"
			 "'pay':{'monthly':410000}},"
			 "{'country':'JP','kind':'employment','from':'2003-04','to':'2013-03',"
			 "'pay':{'monthly':500000}}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "regular"), "726329");
	assert_string_equal(factor(employees, "guarantee"), "732694");
	assert_yen(&employees->amount, 732884);
	/* (441,529 x 120 + 530,350 x 120) / 240 */
	assert_string_equal(factor(employees, "average_remuneration"), "485939.50");
	life_close(&life);
}

/* Bonuses before 2003-04 weigh nothing, the one of 2003-04 does: jp-14 and one bonus of 100,999. */
static void bonus_counts_since_2003_04(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'1993-04',"
			 "'to':'2013-03',"
			 "'pay':{'monthly':410000,'bonuses':[{'month':'2003-03','amount':900000},"
			 "{'month':'2003-04','amount':100999}]}}]}");
	/*
	 * Guarantee, rates: before 7 x .99 + 3 x .917 = 9.681 x 12 = 116.172; since .917 x 2 + .923
	 * + .926 + .924 + .924 + .914 + .927 + .934 + .937 = 9.243 x 12 = 110.916; bonus 100,000 x
	 * .917. (410,000 x 116.172 x .0075 + (410,000 x 110.916 + 91,700) x .005769) x 1.082 =
	 * (357,228.9 + 45,567,260 x .005769 = 262,877.52294) x 1.082 = 670,955.1496...
	 */
	assert_string_equal(factor(benefit(&life, employees_id), "guarantee"), "670955");
	life_close(&life);
}

/*
 * EPA suppl. s. 17-4 (8): 50,000 a month revalues below round(70,477 x 1.085) = 76,468, which takes
 * its place: 76,468 x 120 x 7.125/1000 = 65,380.14. Guarantee 50,000 x 116.172 x .0075 x 1.082 =
 * 47,136.79. Addition 1,766 x 120 - 847,300 x 120/480 = 95.
 */
static void least_average(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'1993-04',"
			 "'to':'2003-03',"
			 "'pay':{'average':50000}}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "regular"), "65380");
	assert_string_equal(factor(employees, "guarantee"), "47137");
	assert_yen(&employees->amount, 65475);
	life_close(&life);
}

/* An average of a notice: 400,000 x 5.481/1000 x 120 = 263,088, regular way only; addition 95. */
static void average_revalued(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2010-04',"
			 "'to':'2020-03',"
			 "'pay':{'average_revalued':400000}}]}");
	assert_yen(&benefit(&life, employees_id)->amount, 263183);
	assert_string_equal(factor(benefit(&life, employees_id), "guarantee"), "(none)");
	assert_int_equal(refund_of(&life, "JP.lump_sum.employees")->status, TOT_INCOMPLETE_RECORD);
	life_close(&life);
}

/*
 * DECISIONS 29: the months of the notice at rate 1, later ones revalued. FY2026:
 * (60 x 400,000 + 300,000 x 12 x (1.033 + 1.036 + 1.032 + 1.023 + 1.020)) x 5.481/1000
 * = 233,043.35; addition 1,766 x 120 - 847,300 x 120/480 = 95.
 */
static void average_revalued_and_later_pay(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2010-04',"
			 "'to':'2015-03','pay':{'average_revalued':400000}},"
			 "{'country':'JP','kind':'employment','from':'2015-04','to':'2020-03',"
			 "'pay':{'average':300000}}]}");
	assert_yen(&benefit(&life, employees_id)->amount, 233138);
	assert_string_equal(factor(benefit(&life, employees_id), "guarantee"), "(none)");
	assert_non_null(strstr(benefit(&life, employees_id)->reasons[0], "revalued already"));
	life_close(&life);
}

/*
 * DECISIONS 31, born 1960-05-10, 65 on 2025-05-09, at work until 2027: the pension from June 2025
 * has the 109 months of 2016-04 to 2025-04. Averages of 300,000, FY2026:
 * guarantee 300,000 x (8.067 x 12 + .834) x 5.769/1000 x 1.082 = 182,838.62
 * addition 1,766 x 109 - 847,300 x 49/480 (2016-04 to 2020-04) = 105,998.79
 */

static void at_work_at_65(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1960-05-10','sex':'male','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'resident','from':'1990-01','to':'2000-12'},"
		  "{'country':'JP','kind':'employment','from':'2016-04-01','to':'2027-03-31',"
		  "'pay':{'average':300000}}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_month(employees->start, "2025-06");
	assert_string_equal(factor(employees, "months"), "109");
	assert_yen(&employees->amount, 288837);
	life_close(&life);
}

/*
 * The same, claimed at 66: months up to August 2025 (113). All months: guarantee 300,000 x (96.804
 * + 5 x .834) x 5.769/1000 x 1.082 = 189,085.669, addition 1,766 x 113 - 86,495.208 = 113,062.792;
 * the increase of 8.4 percent is on the 109 months before 65: 288,837.409 x .084 = 24,262.342. Sum
 * 326,410.80.
 */
static void at_work_at_66(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1960-05-10','sex':'male','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'resident','from':'1990-01','to':'2000-12'},"
		  "{'country':'JP','kind':'employment','from':'2016-04-01','to':'2027-03-31',"
		  "'pay':{'average':300000}}],"
		  "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'66'}]}}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_month(employees->start, "2026-06");
	assert_string_equal(factor(employees, "months"), "113");
	assert_string_equal(factor(employees, "timing_factor"), "1.084");
	assert_yen(&employees->amount, 326411);
	life_close(&life);
}

/* Sixty months early both parts are reduced as a whole. */
static void early_claim(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2022-01-16',"
			 "'person':{'born':'1970-01-05','sex':'male','nationalities':['DE']},"
			 "'choices':{'jp.employees.revaluation':'off'},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2012-01',"
			 "'to':'2021-12',"
			 "'pay':{'average':650000}}],"
			 "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'60'}]}}");
	/* 195,225 x 0.76 = 148,371; 427,653 x 0.76 = 325,016.28 */
	assert_yen(&benefit(&life, basic_id)->amount, 148371);
	assert_yen(&benefit(&life, employees_id)->amount, 325016);
	life_close(&life);
}

/* Future months take the newest rate: 12 x 300,000 x .921 each; projected after December 2026. */
static void future_months(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1970-06-20','sex':'male','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'resident','from':'2000-04','to':'2010-03'},"
		  "{'country':'JP','kind':'employment','from':'2027-04','to':'2029-03',"
		  "'pay':{'average':300000}}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	/*
	 * 24 x 300,000 x .921 x 5.481/1000 = 36,345.61; 24 x 300,000 x .817 x 5.769/1000 x 1.082 =
	 * 36,718.07
	 */
	assert_string_equal(factor(employees, "regular"), "36346");
	assert_string_equal(factor(employees, "guarantee"), "36718");
	assert_int_equal(employees->status, TOT_PROJECTED);
	life_close(&life);
}

/*
 * The highest average that the law can give, for 40 years, one month early. The monthly rates of
 * FY2026 add up to 472.788 and 417.732 (months from April 2026 on: 0.921, 0.817):
 * guarantee 1,025,001 x 417.732 x 5.769/1000 x 1.082 = 2,672,697.66
 * addition  1,766 x 480 - 847,300 = 380; (2,672,697.664 + 380) x 0.996 = 2,662,385.35
 */
static void highest_average(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1983-04-02','sex':'male','nationalities':['DE']},"
		  "'periods':[{'country':'JP','kind':'employment','from':'2003-04',"
		  "'to':'2043-03','pay':{'average':1025001}}],"
		  "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'64y11m'}]}}");
	assert_yen(&benefit(&life, employees_id)->amount, 2662385);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(engineer),
		cmocka_unit_test(forum_bob),
		cmocka_unit_test(forum_carl),
		cmocka_unit_test(forum_adam),
		cmocka_unit_test(forum_david),
		cmocka_unit_test(across_2003_04),
		cmocka_unit_test(bonus_counts_since_2003_04),
		cmocka_unit_test(least_average),
		cmocka_unit_test(average_revalued),
		cmocka_unit_test(average_revalued_and_later_pay),
		cmocka_unit_test(at_work_at_65),
		cmocka_unit_test(at_work_at_66),
		cmocka_unit_test(early_claim),
		cmocka_unit_test(future_months),
		cmocka_unit_test(highest_average),
	};
	return cmocka_run_group_tests_name("jp_pensions", tests, load_law, free_law);
}
