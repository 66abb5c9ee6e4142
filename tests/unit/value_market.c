/* Interest, indexation and exchange: the two modes, curves, identities that hold in each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "near.h"
#include "support/value_world.h"

#define MONTHS 600

static void a_curve_meets_its_points(void **state)
{
	(void)state;
	static const struct tot_rate_point curve[] = {
		{1, 0.01}, {5, 0.02}, {10, 0.025}, {30, 0.03}};
	double out[MONTHS];
	assert_int_equal(tot_discounts(out, MONTHS, curve, 4, 0.0), TOT_OK);
	for (size_t i = 0; i < 4; i++) {
		const size_t m = (size_t)(12 * curve[i].years);
		assert_near(out[m], pow(1.0 + curve[i].rate, -curve[i].years), 1e-12);
	}
	/* flat outside, and never above the neighbours between two points */
	assert_near(out[6], pow(1.01, -0.5), 1e-12);
	assert_near(out[599], pow(1.03, -599.0 / 12), 1e-12);
	for (size_t m = 61; m < 120; m++) {
		const double rate = pow(out[m], -12.0 / (double)m) - 1.0;
		assert_true(rate >= 0.02 - 1e-12 && rate <= 0.025 + 1e-12);
	}
}

static void a_short_curve_is_flat_or_a_line(void **state)
{
	(void)state;
	static const struct tot_rate_point curve[] = {{2, 0.01}, {4, 0.03}};
	double out[MONTHS];
	assert_int_equal(tot_discounts(out, MONTHS, curve, 1, 0.0), TOT_OK);
	assert_near(out[240], pow(1.01, -20), 1e-12);
	assert_int_equal(tot_discounts(out, MONTHS, curve, 2, 0.01), TOT_OK);
	assert_near(out[36], pow(1.03, -3), 1e-12);
}

static void a_curve_out_of_order_is_refused(void **state)
{
	(void)state;
	static const struct tot_rate_point twice[] = {{2, 0.01}, {2, 0.03}, {3, 0.01}};
	const struct tot_rate_point wild[] = {{2, 0.01}, {3, (double)NAN}};
	double out[MONTHS];
	assert_int_equal(tot_discounts(out, MONTHS, twice, 3, 0.0), TOT_ERR_DOMAIN);
	assert_int_equal(tot_discounts(out, MONTHS, wild, 2, 0.0), TOT_ERR_DOMAIN);
	assert_int_equal(tot_discounts(out, MONTHS, twice, 0, 0.0), TOT_ERR_DOMAIN);
}

/* A rate below -100 percent is no rate: the factors stay finite. */
static void no_shift_makes_a_factor_infinite(void **state)
{
	(void)state;
	static const struct tot_rate_point curve[] = {{1, -0.5}};
	double out[24];
	assert_int_equal(tot_discounts(out, 24, curve, 1, -0.9), TOT_OK);
	assert_true(isfinite(out[23]));
}

static struct tot_terms terms_of(struct tot_scenario *life)
{
	struct tot_ctx ctx = {
		.law = law, .as_of = {2026, 12, 1}, .arena = &arena, .notices = &notices};
	struct tot_terms terms;
	assert_int_equal(tot_terms_make(&terms, life, &ctx), TOT_OK);
	return terms;
}

static struct tot_market market_of(struct tot_scenario *life)
{
	const struct tot_terms terms = terms_of(life);
	struct tot_market market;
	assert_int_equal(tot_market_make(&market, &terms, law, &arena), TOT_OK);
	return market;
}

/* Fisher: pensions that rise with prices, at (1+r)(1+i)-1, are worth what they are at r. */
static void the_two_modes_agree_on_indexed_pensions(void **state)
{
	(void)state;
	static double prices[] = {0.02};
	struct tot_scenario life = illustration();
	life.compare.has_discount_rate = true;
	life.compare.discount_rate = 0.01;
	const double real = compare(&life)->strategies[0].value;
	life = illustration();
	life.compare.mode = "nominal";
	life.compare.has_discount_rate = true;
	life.compare.discount_rate = 1.01 * 1.02 - 1.0;
	life.compare.rates_jp = prices;
	life.compare.rates_jp_count = 1;
	/* Adjustments come once a year, prices move all the time: within one year of them. */
	assert_near(compare(&life)->strategies[0].value / real, 1.0, 0.02);
}

/* "with the full slide of the past-30-years case 1.3": 25.5 / 36.2 of the basic part in prices. */
static void the_full_slide_lowers_the_yield_of_the_illustration(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	struct tot_amount *basic = &world.keep.findings[1].benefits[0].amount;
	basic->value = llround((double)basic->value * 25.5 / 36.2);
	const struct tot_valued *refund = strategy(compare(&life), "refund-jp");
	assert_int_equal(refund->implied_yield_count, 1);
	assert_near(refund->implied_yields[0], 0.013, 0.0005);
}

static size_t month(int year, int number)
{
	return (size_t)(tot_month_make(year, number) - tot_month_make(2026, 12));
}

/* The report: 2.598 percent each July to 2039, then wages at 3 percent. */
static void german_pensions_follow_the_report(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	life.compare.mode = "nominal";
	const struct tot_market market = market_of(&life);
	assert_near(market.level[TOT_PATH_DE][month(2027, 6)], 1.0, 1e-12);
	assert_near(market.level[TOT_PATH_DE][month(2027, 7)], 1.02598, 1e-12);
	assert_near(market.level[TOT_PATH_DE][month(2039, 7)], pow(1.02598, 13), 1e-9);
	assert_near(market.level[TOT_PATH_DE][month(2040, 7)], pow(1.02598, 13) * 1.03, 1e-9);
}

/* Fiscal year 2027: wages 1.001 x 1.009; the basic part would slide by more, so it stays. */
static void japanese_pensions_slide_and_never_fall_by_it(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	life.compare.mode = "nominal";
	const struct tot_market market = market_of(&life);
	const double slide = 1.0 - pow(25.5 / 36.21, 1.0 / 33.0);
	assert_true(slide > 0.010009);
	assert_near(market.level[TOT_PATH_JP_BASIC][month(2027, 4)], 1.0, 1e-12);
	assert_near(market.level[TOT_PATH_JP_EMPLOYEES][month(2027, 4)],
		    1.001 * 1.009 * (1.0 - slide / 3.0), 1e-9);
	for (size_t m = 1; m < market.months; m++)
		assert_true(market.level[TOT_PATH_JP_BASIC][m] >=
			    market.level[TOT_PATH_JP_BASIC][m - 1] - 1e-12);
	/* In the end nothing of it is left undone: 31 years against a third of it in four. */
	const double after = market.level[TOT_PATH_JP_BASIC][month(2058, 1)] /
			     market.level[TOT_PATH_JP_EMPLOYEES][month(2058, 1)];
	assert_near(after, pow(1.0 - slide, 31.0) / pow(1.0 - slide / 3.0, 4.0), 0.002);
}

static void parity_needs_no_projected_rate_at_equal_interest(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	life.compare.currency = "EUR";
	const double parity = compare(&life)->strategies[0].value;
	life = illustration();
	life.compare.currency = "EUR";
	life.compare.exchange_mode = "scenario";
	assert_near(compare(&life)->strategies[0].value, parity, 1e-6);
}

/* Each stream at its own interest: a yen of 30 years is worth its own discounted yen. */
static void parity_takes_each_currency_with_its_own_curve(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	life.compare.currency = "EUR";
	life.compare.mode = "nominal";
	const struct tot_market euro = market_of(&life);
	life.compare.currency = "JPY";
	const struct tot_market yen = market_of(&life);
	const double spot = tot_parity(&(struct tot_terms){.jpy_per_eur = 1837561});
	for (size_t m = 0; m < 400; m += 37) {
		assert_near(euro.worth[1][m] * spot, yen.worth[1][m], 1e-12);
		assert_near(yen.worth[0][m] / spot, euro.worth[0][m], 1e-12);
	}
	assert_true(euro.worth[0][360] < yen.worth[1][120]);
}

static void without_interest_a_value_is_a_sum(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	life.compare.has_discount_rate = true;
	life.compare.discount_rate = 0.0;
	const struct tot_valued *refund = strategy(compare(&life), "refund-jp");
	double sum = 0.0;
	for (size_t i = 0; i < refund->flow_count; i++)
		sum += (double)refund->flows[i].amount;
	assert_near(refund->value, sum, 1e-6);
}

/* A = 1 - d x annuity-due, by year, for every table. */
static void insurance_and_annuity_add_up(void **state)
{
	(void)state;
	static const char *const tables[] = {"DE", "JP"};
	for (size_t t = 0; t < 2; t++) {
		struct tot_survival s;
		assert_int_equal(tot_survival_make(&s, law, tables[t], "medium", 1.3,
						   (struct tot_date){1961, 1, 1}, TOT_FEMALE,
						   (struct tot_date){2026, 1, 1}, &arena),
				 TOT_OK);
		double annuity = 0.0, insurance = 0.0, v = 1.0;
		for (size_t m = 0; m < s.count; m += 12, v /= 1.03) {
			const double next = m + 12 < s.count ? s.alive[m + 12] : 0.0;
			annuity += v * s.alive[m];
			insurance += v / 1.03 * (s.alive[m] - next);
		}
		assert_near(insurance, 1.0 - 0.03 / 1.03 * annuity, 1e-12);
	}
}

static int run(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_curve_meets_its_points),
		cmocka_unit_test(a_short_curve_is_flat_or_a_line),
		cmocka_unit_test(a_curve_out_of_order_is_refused),
		cmocka_unit_test(no_shift_makes_a_factor_infinite),
		cmocka_unit_test(the_two_modes_agree_on_indexed_pensions),
		cmocka_unit_test(the_full_slide_lowers_the_yield_of_the_illustration),
		cmocka_unit_test(german_pensions_follow_the_report),
		cmocka_unit_test(japanese_pensions_slide_and_never_fall_by_it),
		cmocka_unit_test(parity_needs_no_projected_rate_at_equal_interest),
		cmocka_unit_test(parity_takes_each_currency_with_its_own_curve),
		cmocka_unit_test(without_interest_a_value_is_a_sum),
		cmocka_unit_test(insurance_and_annuity_add_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(void)
{
	return run_in_world(run);
}
