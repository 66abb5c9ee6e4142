/* Published tables cell by cell: lump sums of both schemes, premiums by month, grade and kind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

#include "support/table.h"

enum { COLUMNS = 10, STEP = 6, AVERAGE = 100000 };

static struct tot_jp_pay_month career[72];

static tot_month month_of(const char *text)
{
	tot_month month = 0;
	assert_true(tot_month_parse(&month, text));
	return month;
}

/* The payment for `months` months that end with `last`, all at the same pay. */
static struct tot_jp_lump_sum employees_sum(tot_month last, int months)
{
	struct bench bench;
	struct tot_jp_lump_sum sum;
	for (int i = 0; i < months; i++)
		career[i] = (struct tot_jp_pay_month){.month = last - months + 1 + i,
						      .remuneration = AVERAGE};
	const struct tot_jp_pay pay = {.months = career, .count = (size_t)months};
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(tot_jp_lump_sum_employees(&sum, &pay, tot_ratio_of(1, 1), &bench.ctx),
			 TOT_OK);
	assert_true(sum.known);
	bench_close(&bench);
	return sum;
}

/* The factor of a cell holds in the first and the last month of its row, for all months of it. */
static void factors(void **state)
{
	const struct table_row *row = *state;
	for (int i = 0; i < COLUMNS && row->cell[2 + i][0]; i++) {
		int64_t factor;
		assert_int_equal(tot_decimal_parse(&factor, row->cell[2 + i], 1), TOT_OK);
		for (int end = 0; end < 2; end++) {
			const tot_month last = month_of(row->cell[end]);
			const int months = STEP * (i + 1);
			const int more_months = months + STEP - 1;
			const struct tot_jp_lump_sum more = employees_sum(last, more_months);
			assert_int_equal(employees_sum(last, months).factor, factor);
			assert_int_equal(more.factor, factor);
			assert_int_equal(more.paid_months, months);
			/* Before 2003-04 the pay is raised to total remuneration. */
			if (last - more_months + 1 >= month_of("2003-04"))
				assert_int_equal(more.gross, factor * AVERAGE / 10);
		}
	}
}

/* Beyond the last cell nothing more is paid. */
static void caps(void **state)
{
	const struct table_row *row = *state;
	int cells = 0;
	while (cells < COLUMNS && row->cell[2 + cells][0])
		cells++;
	assert_int_equal(employees_sum(month_of(row->cell[1]), 72).paid_months, STEP * cells);
}

static void payments(void **state)
{
	const struct table_row *row = *state;
	const int year = atoi(row->cell[0]);
	int cells = 0;
	struct bench bench;
	struct tot_jp_lump_sum sum;
	bench_open(&bench, 2026, 11, 21);
	for (; cells < COLUMNS && row->cell[1 + cells][0]; cells++) {
		int64_t payment;
		assert_int_equal(tot_decimal_parse(&payment, row->cell[1 + cells], 0), TOT_OK);
		for (int end = 4; end <= 15; end += 11) {
			const int months[TOT_JP_WEIGHTS] = {[TOT_JP_PAID] = STEP * (cells + 1)};
			assert_int_equal(tot_jp_lump_sum_national(&sum, months,
								  tot_month_make(year, 1) + end - 1,
								  &bench.ctx),
					 TOT_OK);
			assert_int_equal(sum.gross, payment);
		}
	}
	const int most[TOT_JP_WEIGHTS] = {[TOT_JP_PAID] = 100};
	assert_int_equal(tot_jp_lump_sum_national(&sum, most, tot_month_make(year, 12), &bench.ctx),
			 TOT_OK);
	assert_int_equal(sum.paid_months, STEP * cells);
	bench_close(&bench);
}

static tot_yen yen_of(const char *text)
{
	int64_t yen = 0;
	assert_int_equal(tot_decimal_parse(&yen, text, 0), TOT_OK);
	return yen;
}

static void premiums(void **state)
{
	const struct table_row *row = *state;
	struct bench bench;
	struct tot_shares shares;
	const tot_month month = month_of(row->cell[0]);
	struct tot_pay_step steps[] = {{month, yen_of(row->cell[2])}};
	struct tot_bonus bonuses[] = {{month, 0, yen_of(row->cell[3])}};
	struct tot_period record = {.country = "JP",
				    .from = tot_month_first_day(month),
				    .pointer = "",
				    .pay = {.form = TOT_PAY_MONTHLY,
					    .steps = steps,
					    .step_count = 1,
					    .bonuses = bonuses,
					    .bonus_count = bonuses[0].amount > 0}};
	assert_true(tot_kind_parse(&record.kind, row->cell[1]));
	bench_open(&bench, tot_month_year(month), tot_month_number(month), 1);
	assert_int_equal(tot_scheme_jp.ops->contribution(&shares, &record, month, &bench.ctx),
			 TOT_OK);
	assert_int_equal(shares.employee, yen_of(row->cell[4]));
	assert_int_equal(shares.employer, yen_of(row->cell[5]));
	bench_close(&bench);
}

int main(void)
{
	static const struct {
		const char *group, *path;
		CMUnitTestFunction test;
	} tables[] = {
		{"jp_tables: factors", "tests/tables/jp_lump_sum_employees.csv", factors},
		{"jp_tables: caps", "tests/tables/jp_lump_sum_employees.csv", caps},
		{"jp_tables: payments", "tests/tables/jp_lump_sum_national.csv", payments},
		{"jp_tables: premiums", "tests/tables/jp_premiums.csv", premiums},
	};
	int failed = load_law(NULL);
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]) && failed >= 0; i++)
		failed += table_run(tables[i].group, tables[i].path, tables[i].test);
	free_law(NULL);
	return failed;
}
