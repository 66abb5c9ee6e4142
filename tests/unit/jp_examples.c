/* The worked examples of the Japanese law pack on old-age pensions, one test each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_examples.h"

static const struct tot_jp_timing on_time = {0, 0, 1000, 0};

static struct tot_jp_basic basic_in(int year, const struct tot_jp_basic_months *months,
				    struct tot_date born)
{
	struct bench bench;
	struct tot_jp_basic basic;
	bench_open(&bench, year, 6, 1);
	assert_int_equal(tot_jp_basic_pension(&basic, months, born, &on_time, &bench.ctx), TOT_OK);
	bench_close(&bench);
	return basic;
}

static void full_pension(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_jp_basic_months months = {
		.until_2009_03 = {(int)whole(in, "months_paid")}};
	const int year = (int)whole(in, "fiscal_year");
	assert_int_equal(basic_in(year, &months, date_of(in, "born")).amount,
			 whole(out, "pension_per_year"));
	assert_int_equal(basic_in(year, &months, (struct tot_date){1956, 4, 1}).amount,
			 whole(out, "existing_group"));
}

/* Full pension 780,900: that of fiscal year 2021. */
static void paid_2021(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_jp_basic_months months = {.from_2009_04 = {(int)whole(in, "months_paid")}};
	const struct tot_jp_basic basic = basic_in(2021, &months, (struct tot_date){1970, 1, 5});
	assert_int_equal(basic.full, whole(in, "full"));
	assert_int_equal(basic.amount, whole(out, "pension_per_year"));
}

static void exempt(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_jp_basic_months months = {
		.until_2009_03 = {[TOT_JP_FULL_EXEMPT] = count(in, "full_exempt_until_2009_03")},
		.from_2009_04 = {[TOT_JP_PAID] = count(in, "paid"),
				 [TOT_JP_QUARTER_EXEMPT] = count(in, "quarter_exempt_from_2009_04"),
				 [TOT_JP_FULL_EXEMPT] = count(in, "full_exempt_from_2009_04")}};
	const int year = tot_json_get(in, "full") ? 2021 : 2026;
	const struct tot_jp_basic basic = basic_in(year, &months, (struct tot_date){1970, 1, 5});
	assert_int_equal(
		tot_ratio_compare(basic.weighted, tot_ratio_of(whole(out, "weighted_months"), 1)),
		0);
	assert_int_equal(basic.amount, whole(out, "pension_per_year"));
}

static void claimed_at(int years, const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	struct tot_jp_timing timing;
	struct tot_jp_basic basic;
	const struct tot_date born = {1970, 5, 10};
	const struct tot_jp_basic_months months = {.from_2009_04 = {480}};
	bench_open(&bench, 2026, 6, 1);
	assert_int_equal(tot_jp_timing_of(&timing, born, month_of("2035-05"),
					  tot_jp_start_at_age(born, (struct tot_age){years, 0}),
					  law),
			 TOT_OK);
	assert_int_equal(timing.early + timing.late, tot_json_get(in, "months_early")
							     ? whole(in, "months_early")
							     : whole(in, "months_late"));
	assert_int_equal(tot_jp_basic_pension(&basic, &months, born, &timing, &bench.ctx), TOT_OK);
	assert_int_equal(basic.amount, whole(out, "pension_per_year"));
	bench_close(&bench);
}

static void early_at_60(const struct tot_json *in, const struct tot_json *out)
{
	claimed_at(60, in, out);
}

static void late_at_75(const struct tot_json *in, const struct tot_json *out)
{
	claimed_at(75, in, out);
}

static int64_t yen_of(struct tot_ratio ratio)
{
	int64_t yen = 0;
	assert_int_equal(tot_ratio_round(&yen, ratio, 1, TOT_HALF_UP), TOT_OK);
	return yen;
}

static struct tot_jp_earnings earnings_of(const struct tot_jp_pay *pay, struct tot_date born,
					  int year, bool revalue)
{
	struct bench bench;
	struct tot_jp_earnings earnings;
	bench_open(&bench, year, 6, 1);
	assert_int_equal(tot_jp_earnings_related(&earnings, pay, born, revalue, &bench.ctx),
			 TOT_OK);
	bench_close(&bench);
	return earnings;
}

static void bob(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_jp_pay pay =
		pay_from(month_of("2003-04"), (int)whole(in, "months"), whole(in, "average"));
	const struct tot_date born = {1970, 1, 5};
	const struct tot_jp_earnings earnings = earnings_of(&pay, born, 2022, false);
	const struct tot_jp_basic_months months = {.from_2009_04 = {300}};
	assert_int_equal(yen_of(earnings.average), whole(out, "average"));
	assert_int_equal(yen_of(earnings.amount), whole(out, "pension_per_year"));
	assert_false(earnings.has_guarantee);
	assert_int_equal(yen_of(earnings.amount) + basic_in(2021, &months, born).amount,
			 whole(out, "with_basic_fy2021"));
}

static void carl(const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	const int months = (int)whole(in, "months");
	const struct tot_jp_pay pay = pay_from(month_of("2010-01"), months, whole(in, "smr"));
	const struct tot_date born = {1970, 1, 5};
	const struct tot_jp_basic_months basic = {.from_2009_04 = {months}};
	assert_int_equal(basic_in(2021, &basic, born).amount, whole(out, "basic"));
	assert_int_equal(yen_of(earnings_of(&pay, born, 2022, false).amount),
			 whole(out, "earnings_related"));
	const struct tot_pay_step step = {month_of("2021-01"), whole(in, "smr")};
	struct tot_pay_step steps[1] = {step};
	const struct tot_period record = {
		.country = "JP",
		.kind = TOT_EMPLOYMENT,
		.from = {2021, 1, 1},
		.pointer = "",
		.pay = {.form = TOT_PAY_MONTHLY, .steps = steps, .step_count = 1}};
	struct tot_shares shares;
	bench_open(&bench, 2021, 6, 1);
	assert_int_equal(
		tot_scheme_jp.ops->contribution(&shares, &record, month_of("2021-06"), &bench.ctx),
		TOT_OK);
	assert_int_equal(shares.employee * months, whole(out, "premiums"));
	bench_close(&bench);
}

static void david(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_jp_pay pay =
		pay_from(month_of("2003-04"), (int)whole(in, "employees_months"), whole(in, "smr"));
	const struct tot_date born = {1970, 1, 5};
	const struct tot_jp_basic_months months = {
		.from_2009_04 = {(int)whole(in, "basic_months")}};
	const int64_t earned = yen_of(earnings_of(&pay, born, 2022, false).amount);
	assert_int_equal(earned, whole(out, "earnings_related"));
	assert_int_equal(earned + basic_in(2021, &months, born).amount, whole(out, "total"));
}

/* Segments [first month, last month, standard monthly remuneration]. */
static void segments(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_jp_pay pay = {.months = career};
	const struct tot_json *list = tot_json_get(in, "segments");
	for (size_t i = 0; i < list->count; i++) {
		const struct tot_json *part = tot_json_at(list, i);
		const tot_month last = month_of(tot_json_at(part, 1)->string);
		int64_t amount = 0;
		assert_int_equal(tot_decimal_from_double(&amount, tot_json_at(part, 2)->number, 0),
				 TOT_OK);
		for (tot_month m = month_of(tot_json_at(part, 0)->string); m <= last; m++)
			career[pay.count++] =
				(struct tot_jp_pay_month){.month = m, .remuneration = amount};
	}
	const struct tot_jp_earnings earnings =
		earnings_of(&pay, date_of(in, "born"), (int)whole(in, "fiscal_year"), true);
	assert_int_equal(yen_of(earnings.regular), whole(out, "regular"));
	assert_int_equal(yen_of(earnings.guarantee), whole(out, "guarantee"));
	assert_int_equal(yen_of(earnings.amount), whole(out, "pension_per_year"));
	if (tot_json_get(out, "months"))
		assert_int_equal(earnings.months, whole(out, "months"));
}

static void addition(const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	struct tot_ratio amount;
	bench_open(&bench, 2026, 6, 1);
	assert_int_equal(tot_jp_transitional_addition(&amount, (int)whole(in, "employees_months"),
						      (int)whole(in, "of_which_age_20_to_59"),
						      date_of(in, "born"), &bench.ctx),
			 TOT_OK);
	assert_int_equal(yen_of(amount), whole(out, "addition_per_year"));
	bench_close(&bench);
}

int main(void)
{
	static const struct example examples[] = {
		{"jp-01", full_pension}, {"jp-02", paid_2021}, {"jp-03", exempt},
		{"jp-04", exempt},	 {"jp-05", exempt},    {"jp-06", exempt},
		{"jp-10", bob},		 {"jp-11", carl},      {"jp-12", david},
		{"jp-13", segments},	 {"jp-14", segments},  {"jp-15", segments},
		{"jp-16", addition},	 {"jp-17", addition},  {"jp-18", early_at_60},
		{"jp-19", late_at_75},
	};
	return run_examples("jp_examples", examples, sizeof(examples) / sizeof(examples[0]));
}
