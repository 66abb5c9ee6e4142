/* Chance and its price: equivalents, regret, tornado, heat map, draws, simulation. */
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
#include "value/draws.h"

#define YEARS 100

/* COMPARISON 5: ((r+h)/(r+h/g))^(g/(g-1)) at constant force; steps of a tenth of a year. */
static void the_annuity_equivalent_meets_its_closed_form(void **state)
{
	(void)state;
	static double alive[20000], discount[20000];
	const double h = 0.02, r = 0.03, step = 0.05;
	for (size_t t = 0; t < 20000; t++) {
		alive[t] = exp(-h * step * (double)t);
		discount[t] = exp(-r * step * (double)t);
	}
	for (size_t i = 1; i < TOT_GAMMAS; i++) {
		const double g = tot_gammas[i];
		assert_near(tot_annuity_equivalent(alive, discount, 20000, g),
			    pow((r + h) / (r + h / g), g / (g - 1.0)), 2e-3);
	}
	/* gamma 1: exp(h / (r + h)), the limit of the same formula */
	assert_near(tot_annuity_equivalent(alive, discount, 20000, 1.0), exp(h / (r + h)), 2e-3);
	assert_near(tot_annuity_equivalent(alive, discount, 20000, 1.000001),
		    tot_annuity_equivalent(alive, discount, 20000, 1.0), 1e-5);
}

static struct tot_consumer consumer(double income)
{
	struct tot_consumer one = {.years = YEARS};
	for (size_t t = 0; t < YEARS; t++) {
		one.alive[t] = exp(-0.02 * (double)t);
		one.discount[t] = exp(-0.03 * (double)t);
		one.income[t] = income;
	}
	return one;
}

static void nothing_differs_so_nothing_is_needed(void **state)
{
	(void)state;
	const struct tot_consumer one = consumer(100.0);
	for (size_t g = 0; g < TOT_GAMMAS; g++) {
		double wealth;
		assert_true(tot_equivalent_wealth(&wealth, &one, 500.0, &one, tot_gammas[g]));
		assert_near(wealth, 500.0, 1e-3);
	}
}

/* All income from the annuity: the wealth that replaces it is its price times the equivalent. */
static void wealth_for_a_whole_annuity_is_its_equivalent(void **state)
{
	(void)state;
	const struct tot_consumer with = consumer(100.0), without = consumer(0.0);
	double fair = 0.0, wealth;
	for (size_t t = 0; t < YEARS; t++)
		fair += 100.0 * with.alive[t] * with.discount[t];
	for (size_t g = 0; g < TOT_GAMMAS; g++) {
		assert_true(tot_equivalent_wealth(&wealth, &with, 0.0, &without, tot_gammas[g]));
		assert_near(wealth / fair,
			    tot_annuity_equivalent(with.alive, with.discount, YEARS, tot_gammas[g]),
			    1e-6);
	}
}

static void nothing_to_live_on_has_no_equivalent(void **state)
{
	(void)state;
	const struct tot_consumer none = consumer(0.0);
	double wealth;
	assert_false(tot_equivalent_wealth(&wealth, &none, 0.0, &none, 2.0));
}

/* A small pension on top of a large one is worth less than on its own. */
static void other_income_makes_a_pension_worth_less(void **state)
{
	(void)state;
	double alone, beside;
	struct tot_consumer with = consumer(110.0), without = consumer(10.0);
	assert_true(tot_equivalent_wealth(&alone, &with, 0.0, &without, 2.0));
	with = consumer(1100.0);
	without = consumer(1000.0);
	assert_true(tot_equivalent_wealth(&beside, &with, 0.0, &without, 2.0));
	assert_true(beside < alone);
}

/* Expected gain = chance-weighted gains: what both regrets leave is the difference. */
static void regrets_differ_by_the_difference(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_valued *refund = strategy(compare(&life), "refund-jp");
	assert_true(refund->keep_better.known);
	assert_near(refund->regret_this - refund->regret_keep, refund->difference, 1.0);
	assert_true(refund->keep_better.value > 0.5 && refund->keep_better.value < 1.0);
}

/* Alive at 65 of those alive at 32, times alive at the crossing of those alive at 65. */
static void chances_at_the_crossing_multiply(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_valued *refund = strategy(compare(&life), "refund-jp");
	assert_true(refund->alive_then.known && refund->alive_then_from_65.known);
	const double to_65 = refund->alive_then.value / refund->alive_then_from_65.value;
	/* 23rd complete table: 0.8958 of men alive at 65 per man alive at 0; 0.905 from 32 on */
	assert_true(to_65 > 0.88 && to_65 < 0.92);
}

static void the_tornado_is_sorted_and_spans_the_answer(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_comparison *made = compare(&life);
	const double gain = made->base->value - made->best->value;
	double last = HUGE_VAL;
	assert_true(made->sensitivity_count > 6);
	for (size_t i = 0; i < made->sensitivity_count;) {
		double low = gain, high = gain;
		const size_t bar = made->sensitivity[i].bar;
		for (; i < made->sensitivity_count && made->sensitivity[i].bar == bar; i++) {
			low = fmin(low, made->sensitivity[i].gain);
			high = fmax(high, made->sensitivity[i].gain);
			assert_int_equal(made->sensitivity[i].turns,
					 (made->sensitivity[i].gain < 0.0) != (gain < 0.0));
		}
		assert_true(high - low <= last + 1e-9);
		last = high - low;
	}
	assert_string_equal(made->sensitivity[0].assumption, "discount rate");
}

/* Dead before the pension: the refund alone is left. */
static void the_heat_map_knows_early_death(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_comparison *made = compare(&life);
	assert_true(made->heat.known);
	assert_near(made->heat.ages[0], 60.0, 1e-9);
	assert_near(made->heat.gain[0][2], -made->best->refund_value, 1e-6);
	/* Later death is never worse for keeping, higher interest never better, at old age. */
	for (size_t a = 1; a < TOT_HEAT_AGES; a++)
		assert_true(made->heat.gain[a][2] >= made->heat.gain[a - 1][2]);
	for (size_t r = 1; r < TOT_HEAT_RATES; r++)
		assert_true(made->heat.gain[TOT_HEAT_AGES - 1][r] <
			    made->heat.gain[TOT_HEAT_AGES - 1][r - 1]);
}

static void moments(double *mean, double *variance, bool sobol, size_t draws)
{
	struct tot_source *source = tot_source_make(YEARS, 5, sobol);
	double sum = 0.0, squares = 0.0;
	const double count = (double)(draws * YEARS);
	assert_non_null(source);
	for (size_t i = 0; i < draws; i++) {
		struct tot_shocks shocks;
		tot_source_next(&shocks, source);
		for (size_t t = 0; t < YEARS; t++) {
			sum += shocks.by_year[1][t];
			squares += shocks.by_year[1][t] * shocks.by_year[1][t];
		}
	}
	tot_source_free(source);
	*mean = sum / count;
	*variance = squares / count;
}

static void shocks_are_standard_normal(void **state)
{
	(void)state;
	for (int sobol = 0; sobol < 2; sobol++) {
		double mean, variance;
		moments(&mean, &variance, sobol, 2000);
		assert_near(mean, 0.0, 0.01);
		assert_near(variance, 1.0, 0.02);
	}
}

static void every_second_draw_is_the_mirror(void **state)
{
	(void)state;
	struct tot_source *source = tot_source_make(10, 5, false);
	struct tot_shocks one, two;
	tot_source_next(&one, source);
	tot_source_next(&two, source);
	for (int f = 0; f < TOT_FACTORS; f++)
		for (size_t t = 0; t < 10; t++)
			assert_near(one.by_year[f][t], -two.by_year[f][t], 0.0);
	tot_source_free(source);
}

static const struct tot_simulation *simulated(uint64_t seed, bool sobol, const char *mode)
{
	struct tot_scenario life = illustration();
	life.compare.simulate = true;
	life.compare.draws = 4000;
	life.compare.seed = seed;
	life.compare.sobol = sobol;
	life.compare.mode = mode;
	life.compare.currency = "EUR";
	const struct tot_simulation *made = compare(&life)->simulation;
	assert_non_null(made);
	return made;
}

static void the_same_seed_gives_the_same_draws(void **state)
{
	(void)state;
	const struct tot_simulation *a = simulated(3, false, "real"),
				    *b = simulated(3, false, "real"),
				    *c = simulated(4, false, "real");
	assert_memory_equal(a->quantiles, b->quantiles, sizeof(a->quantiles));
	assert_memory_not_equal(a->quantiles, c->quantiles, sizeof(a->quantiles));
}

/* Draws lie around the assumptions: their mean is near the value, their quantiles in order. */
static void draws_lie_around_the_value(void **state)
{
	(void)state;
	static const char *const modes[] = {"real", "nominal"};
	for (size_t m = 0; m < 2; m++)
		for (int sobol = 0; sobol < 2; sobol++) {
			struct tot_scenario life = illustration();
			life.compare.mode = modes[m];
			life.compare.currency = "EUR";
			const struct tot_comparison *plain = compare(&life);
			const struct tot_simulation *made = simulated(7, sobol, modes[m]);
			assert_near(made->mean, plain->base->value - plain->best->value,
				    0.1 * plain->base->value);
			for (size_t q = 1; q < TOT_QUANTILES; q++)
				assert_true(made->quantiles[q] >= made->quantiles[q - 1]);
			assert_near(made->regret_refund - made->regret_keep, made->mean, 1e-6);
		}
}

static void the_verdict_asks_for_four_of_five_draws(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	life.compare.simulate = true;
	life.compare.draws = 2000;
	const struct tot_comparison *made = compare(&life);
	const double sure =
		fmax(made->simulation->keep_better, 1.0 - made->simulation->keep_better);
	bool said = false;
	for (size_t i = 0; i < made->depends_count; i++)
		said |= strncmp(made->verdict_depends_on[i], "chance", 6) == 0;
	assert_int_equal(said, sure <= 0.8);
}

/* Carl's arithmetic for a refund: what it grows to, and the rent for life that this buys. */
static void invested_refunds_become_a_rent(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_comparison *made = compare(&life);
	assert_int_equal(made->invest_count, 6);
	assert_near(made->invest[0].capital, 1286938.0, 1.0);
	/* six payments cut to whole yen; the rest of the year comes in the February after */
	assert_near(made->invest[0].pension, 142474.0, 6.0);
	/* at 5 percent from April and August 2027 to the first payment in February 2060 */
	assert_near(made->invest[5].capital,
		    1050456 * pow(1.05, 394.0 / 12) + 236482 * pow(1.05, 390.0 / 12), 1.0);
	/* At the implied yield both rents are alike: 1.6 percent lies between the two. */
	assert_true(made->invest[1].annuity < made->invest[1].pension);
	assert_true(made->invest[3].annuity > made->invest[3].pension);
}

static int run(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_annuity_equivalent_meets_its_closed_form),
		cmocka_unit_test(nothing_differs_so_nothing_is_needed),
		cmocka_unit_test(wealth_for_a_whole_annuity_is_its_equivalent),
		cmocka_unit_test(nothing_to_live_on_has_no_equivalent),
		cmocka_unit_test(other_income_makes_a_pension_worth_less),
		cmocka_unit_test(regrets_differ_by_the_difference),
		cmocka_unit_test(chances_at_the_crossing_multiply),
		cmocka_unit_test(the_tornado_is_sorted_and_spans_the_answer),
		cmocka_unit_test(the_heat_map_knows_early_death),
		cmocka_unit_test(shocks_are_standard_normal),
		cmocka_unit_test(every_second_draw_is_the_mirror),
		cmocka_unit_test(the_same_seed_gives_the_same_draws),
		cmocka_unit_test(draws_lie_around_the_value),
		cmocka_unit_test(the_verdict_asks_for_four_of_five_draws),
		cmocka_unit_test(invested_refunds_become_a_rent),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(void)
{
	return run_in_world(run);
}
