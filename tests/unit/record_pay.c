/* Pay of one month: growth of tests/tables/record_growth.csv, steps, bonuses, years, currency. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/table.h"
#include "totalise/scenario.h"

static struct tot_period record(const char *country, int year, int month)
{
	return (struct tot_period){.country = country,
				   .kind = TOT_EMPLOYMENT,
				   .from = {year, month, 1},
				   .pay = {.form = TOT_PAY_MONTHLY}};
}

/* DECISIONS.md 17: the first amount times (1+g)^n, rounded once; the rows were made with exact fractions. */
static void growth(void **state)
{
	const struct table_row *row = *state;
	const int years = atoi(row->cell[2]);
	struct tot_pay_step step = {.amount = strtoll(row->cell[0], NULL, 10)};
	struct tot_period period = record("DE", 1900, 2);
	period.pay.steps = &step;
	period.pay.step_count = 1;
	period.pay.growth = strtoll(row->cell[1], NULL, 10);
	int64_t amount = -1;
	const tot_month month = tot_month_make(1900 + years, 1);
	assert_int_equal(tot_pay_monthly(&amount, &period, month, 2200), TOT_OK);
	assert_int_equal(amount, strtoll(row->cell[3], NULL, 10));
}

static void check_monthly(const struct tot_period *period, int year, int month, int freeze,
			  int64_t expected)
{
	int64_t amount = -1;
	assert_int_equal(tot_pay_monthly(&amount, period, tot_month_make(year, month), freeze),
			 TOT_OK);
	assert_int_equal(amount, expected);
}

/* DECISIONS.md 2: growth is applied up to and including January of year a and stops there. */
static void growth_stops(void **state)
{
	(void)state;
	struct tot_pay_step step = {.amount = 560000};
	struct tot_period period = record("DE", 2020, 4);
	period.pay.steps = &step;
	period.pay.step_count = 1;
	period.pay.growth = 25000;
	check_monthly(&period, 2020, 4, 2026, 560000);
	check_monthly(&period, 2020, 12, 2026, 560000);
	check_monthly(&period, 2021, 1, 2026, 574000);	/* 5,600 x 1.025 */
	check_monthly(&period, 2026, 1, 2026, 649428);	/* 5,600 x 1.025^6 = 6,494.283... */
	check_monthly(&period, 2050, 12, 2026, 649428); /* in wages of 2026 */
	check_monthly(&period, 2050, 12, 2019, 560000); /* begun after year a: no growth at all */
}

static void steps(void **state)
{
	(void)state;
	struct tot_pay_step list[] = {{tot_month_make(2015, 4), 300000},
				      {tot_month_make(2016, 10), 320000},
				      {tot_month_make(2018, 1), 350000}};
	struct tot_period period = record("JP", 2014, 6);
	period.pay.steps = list;
	period.pay.step_count = 3;
	/* The first step holds from the start of the record, whatever it says. */
	check_monthly(&period, 2014, 6, 2026, 300000);
	check_monthly(&period, 2016, 9, 2026, 300000);
	check_monthly(&period, 2016, 10, 2026, 320000);
	check_monthly(&period, 2017, 12, 2026, 320000);
	check_monthly(&period, 2030, 1, 2026, 350000);
}

static void other_forms(void **state)
{
	(void)state;
	int64_t amount = 7;
	struct tot_period period = record("JP", 2014, 6);
	period.pay.form = TOT_PAY_AVERAGE;
	assert_int_equal(tot_pay_monthly(&amount, &period, tot_month_make(2015, 1), 2026),
			 TOT_ERR_DOMAIN);
	assert_int_equal(amount, 7);
}

static void overflow(void **state)
{
	(void)state;
	int64_t amount = 7;
	struct tot_pay_step step = {.amount = TOT_SCENARIO_AMOUNT_MAX};
	struct tot_period period = record("DE", 1900, 1);
	period.pay.steps = &step;
	period.pay.step_count = 1;
	period.pay.growth = 500000;
	assert_int_equal(tot_pay_monthly(&amount, &period, tot_month_make(2113, 4), 2200),
			 TOT_ERR_OVERFLOW);
	assert_int_equal(amount, 7);
}

static void bonuses(void **state)
{
	(void)state;
	struct tot_bonus list[] = {{TOT_MONTH_NONE, 7, 500000},
				   {TOT_MONTH_NONE, 12, 600000},
				   {tot_month_make(2018, 12), 0, 100000}};
	struct tot_period period = record("JP", 2014, 6);
	period.pay.bonuses = list;
	period.pay.bonus_count = 3;
	assert_int_equal(tot_pay_bonus(&period, tot_month_make(2015, 7)), 500000);
	assert_int_equal(tot_pay_bonus(&period, tot_month_make(2015, 8)), 0);
	assert_int_equal(tot_pay_bonus(&period, tot_month_make(2017, 12)), 600000);
	assert_int_equal(tot_pay_bonus(&period, tot_month_make(2018, 12)), 700000);
}

static void years(void **state)
{
	(void)state;
	struct tot_pay_year list[] = {{2005, 3100000}, {2006, 3200000}};
	struct tot_period period = record("DE", 2005, 1);
	period.pay.form = TOT_PAY_YEARLY;
	period.pay.years = list;
	period.pay.year_count = 2;
	int64_t amount = 0;
	assert_true(tot_pay_year(&amount, &period, 2006));
	assert_int_equal(amount, 3200000);
	assert_false(tot_pay_year(&amount, &period, 2007));
}

static void currency(void **state)
{
	(void)state;
	struct tot_period german = record("DE", 1990, 1), japanese = record("JP", 1990, 1);
	assert_string_equal(tot_pay_currency(&german, tot_month_make(2001, 12)), "DEM");
	assert_string_equal(tot_pay_currency(&german, tot_month_make(2002, 1)), "EUR");
	assert_string_equal(tot_pay_currency(&japanese, tot_month_make(2001, 12)), "JPY");
	german.pay.currency = "EUR";
	assert_string_equal(tot_pay_currency(&german, tot_month_make(1999, 1)), "EUR");
	assert_int_equal(tot_currency_decimals("JPY"), 0);
	assert_int_equal(tot_currency_decimals("EUR"), 2);
	assert_int_equal(tot_currency_decimals("DEM"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(growth_stops), cmocka_unit_test(steps),
		cmocka_unit_test(other_forms),	cmocka_unit_test(overflow),
		cmocka_unit_test(bonuses),	cmocka_unit_test(years),
		cmocka_unit_test(currency),
	};
	const int failed = cmocka_run_group_tests_name("record pay", tests, NULL, NULL);
	return table_run("record growth", "tests/tables/record_growth.csv", growth) + failed;
}
