/* Single rules at their edges: weights beyond 480 months, older tables, long service, no figure. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

static struct tot_jp_pay_month career[300];

static struct tot_jp_pay pay_from(tot_month first, int months, tot_yen remuneration)
{
	for (int i = 0; i < months; i++)
		career[i] =
			(struct tot_jp_pay_month){.month = first + i, .remuneration = remuneration};
	return (struct tot_jp_pay){.months = career, .count = (size_t)months};
}

/*
 * DECISIONS 40: 400 paid leave room for 80 half-exempt months, first the 50 since 2009-04 at 3/4,
 * then 30 of the older ones at 2/3; the other 20 weigh 1/3: 400 + 37.5 + 20 + 20/3 = 2785/6.
 */
static void later_era_first(void **state)
{
	const struct tot_jp_basic_months months = {
		.until_2009_03 = {[TOT_JP_HALF_EXEMPT] = 50},
		.from_2009_04 = {[TOT_JP_PAID] = 400, [TOT_JP_HALF_EXEMPT] = 50}};
	struct tot_ratio weighted;
	(void)state;
	assert_int_equal(tot_jp_weighted_months(&weighted, &months, 480, law), TOT_OK);
	assert_int_equal(tot_ratio_compare(weighted, tot_ratio_of(2785, 6)), 0);
}

/* NPA s. 27: 24 months of each exemption since 2009-04: 24 x (7/8 + 3/4 + 5/8 + 1/2) = 66. */
static void all_exemptions(void **state)
{
	const struct tot_jp_basic_months months = {.from_2009_04 = {0, 24, 24, 24, 24}};
	const struct tot_jp_basic_months older = {.until_2009_03 = {0, 24, 24, 24, 24}};
	struct tot_ratio weighted;
	(void)state;
	assert_int_equal(tot_jp_weighted_months(&weighted, &months, 480, law), TOT_OK);
	assert_int_equal(tot_ratio_compare(weighted, tot_ratio_of(66, 1)), 0);
	/* until 2009-03: 24 x (5/6 + 2/3 + 1/2 + 1/3) = 56 */
	assert_int_equal(tot_jp_weighted_months(&weighted, &older, 480, law), TOT_OK);
	assert_int_equal(tot_ratio_compare(weighted, tot_ratio_of(56, 1)), 0);
}

static void employees_sum(tot_month first, int months, int64_t factor, tot_yen gross)
{
	struct bench bench;
	struct tot_jp_lump_sum sum;
	const struct tot_jp_pay pay = pay_from(first, months, 300000);
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(tot_jp_lump_sum_employees(&sum, &pay, tot_ratio_of(1, 1), &bench.ctx),
			 TOT_OK);
	assert_true(sum.known);
	assert_int_equal(sum.factor, factor);
	assert_int_equal(sum.gross, gross);
	bench_close(&bench);
}

/* lump_sum_epi.json: the factor of each last month; 1.3 only where bonuses count. */
static void employees_lump_sum_by_date(void **state)
{
	(void)state;
	/* until 2003-03: 36 months 3.0, no 1.3 */
	employees_sum(tot_month_make(1999, 4), 36, 30, 900000);
	/* 2003-04 to 2005-03: 12 months 0.8; 6 of them before 2003-04: (6 x 1.3 + 6)/12 = 1.15 */
	employees_sum(tot_month_make(2002, 10), 12, 8, 276000);
	/* last month 2009-08: 14.996 percent: 2.7 for 36 */
	employees_sum(tot_month_make(2006, 9), 36, 27, 810000);
	/* all before 2021-04: cap 36; one month more: cap 60 */
	employees_sum(tot_month_make(2016, 4), 60, 33, 990000);
	employees_sum(tot_month_make(2016, 5), 60, 55, 1650000);
}

static enum tot_status national_sum(tot_yen *gross, int paid, tot_month last)
{
	struct bench bench;
	struct tot_jp_lump_sum sum;
	const int months[TOT_JP_WEIGHTS] = {paid};
	bench_open(&bench, 2026, 11, 21);
	const enum tot_status status = tot_jp_lump_sum_national(&sum, months, last, &bench.ctx);
	*gross = sum.known ? sum.gross : -1;
	bench_close(&bench);
	return status;
}

static void national_lump_sum_by_date(void **state)
{
	tot_yen gross = 0;
	(void)state;
	assert_int_equal(national_sum(&gross, 5, tot_month_make(2026, 6)), TOT_OK);
	assert_int_equal(gross, -1);
	assert_int_equal(national_sum(&gross, 6, tot_month_make(2003, 12)), TOT_OK);
	assert_int_equal(gross, 39900);
	assert_int_equal(national_sum(&gross, 70, tot_month_make(2021, 3)), TOT_OK);
	assert_int_equal(gross, 297720); /* FY2020: cap 36 */
	assert_int_equal(national_sum(&gross, 70, tot_month_make(2021, 4)), TOT_OK);
	assert_int_equal(gross, 498300); /* FY2021: cap 60 */
	/* after the last premium that is fixed (FY2027) its table is assumed */
	assert_int_equal(national_sum(&gross, 6, tot_month_make(2029, 6)), TOT_PROJECTED);
	assert_int_equal(gross, 54870);
}

/* Income Tax Act s. 30 (3): 25 years give 20 x 400,000 + 5 x 700,000; one year 800,000. */
static void retirement_deduction(void **state)
{
	struct bench bench;
	struct tot_jp_lump_tax tax;
	const struct tot_date on = {2026, 9, 1};
	(void)state;
	bench_open(&bench, 2026, 9, 1);
	assert_int_equal(tot_jp_lump_sum_tax(&tax, 1000000, 289, on, false, &bench.ctx), TOT_OK);
	assert_int_equal(tax.years, 25);
	assert_int_equal(tax.deduction, 11500000);
	assert_int_equal(tax.tax, 0);
	assert_int_equal(tot_jp_lump_sum_tax(&tax, 801999, 12, on, false, &bench.ctx), TOT_OK);
	assert_int_equal(tax.deduction, 800000);
	assert_int_equal(tax.taxable, 0); /* 999 below 1,000 */
	/* no brackets before 2007 in the law book */
	assert_int_equal(tot_jp_lump_sum_tax(&tax, 801999, 12, (struct tot_date){2006, 9, 1}, false,
					     &bench.ctx),
			 TOT_ERR_NO_PARAMETER);
	bench_close(&bench);
}

static void no_figure(void **state)
{
	struct tot_jp_timing timing;
	struct tot_value full;
	tot_yen amount;
	(void)state;
	/* former scales of the cohorts up to 1941-04-01 */
	assert_int_equal(tot_jp_timing_of(&timing, (struct tot_date){1940, 6, 1},
					  tot_month_make(2005, 5), tot_month_make(2000, 6), law),
			 TOT_ERR_NO_PARAMETER);
	assert_int_equal(
		tot_jp_standard_remuneration(&amount, 300000, tot_month_make(1985, 9), law),
		TOT_ERR_NO_PARAMETER);
	assert_int_equal(tot_jp_full_basic(&full, (struct tot_date){1970, 1, 1},
					   (struct tot_date){2026, 11, 21}, law),
			 TOT_OK);
	/* every fiscal year has its own amount: the last one is an assumption afterwards */
	assert_int_equal(tot_jp_full_basic(&full, (struct tot_date){1970, 1, 1},
					   (struct tot_date){2027, 4, 1}, law),
			 TOT_PROJECTED);
	assert_int_equal(full.value, 847300);
}

/* Bonuses did not count before 2003-04. */
static void bonus_before_2003_04(void **state)
{
	const tot_yen bonus[] = {1234567, 400999};
	tot_yen sum = -1;
	(void)state;
	assert_int_equal(tot_jp_standard_bonus(&sum, bonus, 2, tot_month_make(2003, 3), law),
			 TOT_OK);
	assert_int_equal(sum, 0);
	assert_int_equal(tot_jp_standard_bonus(&sum, bonus, 2, tot_month_make(2003, 4), law),
			 TOT_OK);
	assert_int_equal(sum, 1500000);
	assert_int_equal(tot_jp_standard_bonus(&sum, bonus + 1, 1, tot_month_make(2003, 4), law),
			 TOT_OK);
	assert_int_equal(sum, 400000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(later_era_first),
		cmocka_unit_test(all_exemptions),
		cmocka_unit_test(employees_lump_sum_by_date),
		cmocka_unit_test(national_lump_sum_by_date),
		cmocka_unit_test(retirement_deduction),
		cmocka_unit_test(no_figure),
		cmocka_unit_test(bonus_before_2003_04),
	};
	return cmocka_run_group_tests_name("jp_rules", tests, load_law, free_law);
}
