/* Worked examples of the German law pack: valuation, children under ten, basic pension, bought points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/basic_pension.h"
#include "unit/de_examples.h"

/* 288 months to 2026-01 with 24 points; the added period begins in the month of the event. */
static void valuation(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	struct tot_timeline own;
	struct tot_de_account account;
	struct tot_de_special special;
	const tot_month start = month_in(in, "start");
	const tot_month event = month_in(in, "event");
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1980-03-10','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'employment','from':'2002-02','to':'2026-01',"
			 "'pay':{'points':24}}]}");
	life_place(&life);
	const struct tot_de_cut cut = {.start = start, .before = start, .open_until = start};
	assert_int_equal(tot_de_cut_timeline(&own, &life.view, &cut, &life.ctx), TOT_OK);
	const struct tot_de_basis basis = basis_for(start);
	assert_int_equal(tot_de_points_account(&account, &own, life.scenario, &basis, &life.ctx),
			 TOT_OK);
	struct tot_de_special_case it = {.own = &own,
					 .born = date_in(in, "born"),
					 .end = event + 1,
					 .without_last_years = true,
					 .calculation_months = whole(in, "contribution_months"),
					 .basis = &basis};
	tot_months_add_range(&it.added, event, event + whole(out, "added_months"));
	assert_int_equal(tot_de_special_points(&special, &account, &it, &life.ctx), TOT_OK);
	assert_int_equal(special.valuation.basic_months, whole(out, "assignable_months"));
	assert_int_equal(special.valuation.value, scaled(out, "value_per_month", 4));
	assert_int_equal(special.free, scaled(out, "points_added", 4));
	assert_int_equal(account.sum[TOT_DE_WEST],
			 scaled(in, "contribution_points", 4) + scaled(out, "points_added", 4));
	life_close(&life);
}

static void extra_points(const struct tot_json *in, const struct tot_json *out)
{
	tot_points extra;
	const tot_points month = scaled(in, "monthly_points", 4);
	assert_int_equal(tot_de_extra_of_month(&extra, month, month, false, law), TOT_OK);
	assert_int_equal(extra * whole(in, "months"), scaled(out, "extra_points", 4));
}

static void supplement(const struct tot_json *in, const struct tot_json *out)
{
	tot_points points = -1;
	const struct tot_ratio sum = tot_ratio_of(scaled(in, "points_in_valued_months", 4), 1);
	assert_int_equal(tot_de_supplement_points(&points, sum, whole(in, "valued_months"),
						  whole(in, "grundrente_months"), today, law, NULL),
			 TOT_OK);
	assert_int_equal(points, scaled(out, "points", 4));
	assert_int_equal(pension(points, 10000, scaled(in, "current_pension_value", 5)),
			 scaled(out, "monthly", 2));
}

static void income(const struct tot_json *in, const struct tot_json *out, int year)
{
	tot_cents paid = -1;
	const struct tot_date on = {year, 11, 21};
	assert_int_equal(tot_de_income_test(&paid, scaled(in, "supplement_monthly", 2),
					    scaled(in, "income", 2), false, on, law, NULL),
			 TOT_OK);
	assert_int_equal(paid, scaled(out, "paid", 2));
}

static void income_2021(const struct tot_json *in, const struct tot_json *out)
{
	income(in, out, 2021);
}

static void income_2026(const struct tot_json *in, const struct tot_json *out)
{
	income(in, out, 2026);
}

static void bought(const struct tot_json *in, const struct tot_json *out)
{
	tot_cents cost = -1;
	assert_int_equal(tot_de_buy_off_cost(&cost, scaled(in, "points", 4),
					     scaled(in, "access_factor", 3), 2026, law),
			 TOT_OK);
	assert_int_equal(cost, scaled(out, "cost", 2));
	assert_int_equal(tot_de_buy_off_cost(&cost, 400000, 0, 2026, law), TOT_ERR_DOMAIN);
	assert_int_equal(tot_de_buy_off_cost(&cost, 400000, 892, 2011, law), TOT_ERR_NO_PARAMETER);
}

static const struct example examples[] = {
	{"de-013", valuation},	 {"de-026", bought},	  {"de-033", extra_points},
	{"de-034", supplement},	 {"de-035", supplement},  {"de-036", supplement},
	{"de-037", supplement},	 {"de-038", supplement},  {"de-039", supplement},
	{"de-040", income_2021}, {"de-041", income_2026},
};

int main(void)
{
	return run_examples(examples, sizeof(examples) / sizeof(examples[0]));
}
