/* Shares of single months: premium of category 1 and its parts, the employees' halves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

static struct tot_shares shares_of(enum tot_kind kind, unsigned flags, tot_yen pay, int year,
				   int month)
{
	struct bench bench;
	struct tot_shares shares = {.employee = -1};
	const tot_month at = tot_month_make(year, month);
	struct tot_pay_step steps[1] = {{at, pay}};
	const struct tot_period record = {.country = "JP",
					  .kind = kind,
					  .flags = flags,
					  .from = tot_month_first_day(at),
					  .pointer = "",
					  .pay = {.form = pay ? TOT_PAY_MONTHLY : TOT_PAY_NONE,
						  .steps = steps,
						  .step_count = pay > 0}};
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(tot_scheme_jp.ops->contribution(&shares, &record, at, &bench.ctx), TOT_OK);
	bench_close(&bench);
	return shares;
}

/* np_premium.json, FY2026: 17,920; partly exempt 13,440, 8,960, 4,480; additional premium 400. */
static void category_1(void **state)
{
	(void)state;
	assert_int_equal(shares_of(TOT_RESIDENT, 0, 0, 2026, 6).employee, 17920);
	assert_int_equal(shares_of(TOT_SELF_EMPLOYMENT, 0, 0, 2026, 6).employee, 17920);
	assert_int_equal(shares_of(TOT_VOLUNTARY, 0, 0, 2026, 6).employee, 17920);
	assert_int_equal(shares_of(TOT_EXEMPT_QUARTER, 0, 0, 2026, 6).employee, 13440);
	assert_int_equal(shares_of(TOT_EXEMPT_HALF, 0, 0, 2026, 6).employee, 8960);
	assert_int_equal(shares_of(TOT_EXEMPT_THREE_QUARTERS, 0, 0, 2026, 6).employee, 4480);
	assert_int_equal(shares_of(TOT_RESIDENT, TOT_FLAG_ADDITIONAL_PREMIUM, 0, 2026, 6).employee,
			 18320);
	/* RULES 18, FY2021: 16,610; the parts paid 12,460, 8,310 and 4,150 */
	assert_int_equal(shares_of(TOT_EXEMPT_QUARTER, 0, 0, 2022, 1).employee, 12460);
	assert_int_equal(shares_of(TOT_EXEMPT_HALF, 0, 0, 2022, 1).employee, 8310);
	assert_int_equal(shares_of(TOT_EXEMPT_THREE_QUARTERS, 0, 0, 2022, 1).employee, 4150);
}

static void nothing_due(void **state)
{
	static const enum tot_kind kinds[] = {TOT_EXEMPT_FULL, TOT_DEFERRED, TOT_UNPAID,
					      TOT_DEPENDENT_SPOUSE, TOT_COMPLEMENTARY};
	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		assert_int_equal(shares_of(kinds[i], 0, 0, 2026, 6).employee, 0);
	assert_int_equal(
		shares_of(TOT_EMPLOYMENT, TOT_FLAG_PREMIUM_WAIVED, 300000, 2026, 6).employee, 0);
	assert_int_equal(shares_of(TOT_RESIDENT, TOT_FLAG_PREMIUM_WAIVED, 0, 2026, 6).employee, 0);
}

/* 118,000 x 17.828 percent = 21,037.04; the half 10,518.52 has more than 50 sen: 10,519. */
static void employees_half(void **state)
{
	(void)state;
	struct tot_shares shares = shares_of(TOT_EMPLOYMENT, 0, 118000, 2016, 6);
	assert_int_equal(shares.base, 118000);
	assert_int_equal(shares.employee, 10519);
	assert_int_equal(shares.employer, 10518);
	/* 150,000 x 17.474 percent = 26,211: of the half 13,105.5 exactly 50 sen are dropped. */
	shares = shares_of(TOT_EMPLOYMENT, 0, 150000, 2014, 10);
	assert_int_equal(shares.employee, 13105);
	assert_int_equal(shares.employer, 13106);
}

/* RULES 18, jp-11: 120 months at the ceiling: 650,000 x 9.15 percent x 120. */
static void ten_years_at_the_ceiling(void **state)
{
	(void)state;
	assert_int_equal(shares_of(TOT_EMPLOYMENT, 0, 650000, 2021, 6).employee * 120, 7137000);
}

static struct tot_shares of_record(const char *from, const char *to, int year, int month)
{
	struct bench bench;
	struct tot_shares shares = {.employee = -1};
	struct tot_period record = {.country = "JP", .kind = TOT_RESIDENT, .pointer = ""};
	assert_true(tot_date_parse(&record.from, from));
	assert_true(tot_date_parse(&record.to, to));
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(tot_scheme_jp.ops->contribution(&shares, &record,
							 tot_month_make(year, month), &bench.ctx),
			 TOT_OK);
	bench_close(&bench);
	return shares;
}

/* NPA s. 11: nothing for the month of the loss; acquired and lost in one month it counts. */
static void month_of_the_loss(void **state)
{
	(void)state;
	assert_int_equal(of_record("2026-01-01", "2026-11-29", 2026, 11).employee, 0);
	assert_int_equal(of_record("2026-01-01", "2026-11-30", 2026, 11).employee, 17920);
	assert_int_equal(of_record("2026-11-02", "2026-11-20", 2026, 11).employee, 17920);
}

/* What cannot be told is an error and writes nothing. */
static void unknown(void **state)
{
	struct bench bench;
	struct tot_shares shares = {.employee = -1};
	const tot_month early = tot_month_make(1960, 1);
	const struct tot_period work = {.country = "JP", .kind = TOT_EMPLOYMENT, .pointer = ""};
	const struct tot_period resident = {.country = "JP", .kind = TOT_RESIDENT, .pointer = ""};
	(void)state;
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(tot_scheme_jp.ops->contribution(&shares, &work, early, &bench.ctx),
			 TOT_INCOMPLETE_RECORD);
	assert_int_equal(tot_scheme_jp.ops->contribution(&shares, &resident, early, &bench.ctx),
			 TOT_ERR_NO_PARAMETER);
	assert_int_equal(shares.employee, -1);
	bench_close(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(category_1),	     cmocka_unit_test(nothing_due),
		cmocka_unit_test(employees_half),    cmocka_unit_test(ten_years_at_the_ceiling),
		cmocka_unit_test(month_of_the_loss), cmocka_unit_test(unknown),
	};
	return cmocka_run_group_tests_name("jp_contributions", tests, load_law, free_law);
}
