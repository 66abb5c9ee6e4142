/* Strategies: the standard set, closed refunds, the order of two, assumptions and limits. */
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

static void a_closed_refund_says_why(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_comparison *made = compare(&life);
	assert_int_equal(made->strategy_count, 4);
	assert_string_equal(made->strategies[0].id, "keep");
	assert_string_equal(made->strategies[1].id, "refund-jp");
	assert_string_equal(made->strategies[2].id, "refund-de");
	assert_string_equal(made->strategies[3].id, "refund-both");
	assert_false(made->strategies[1].closed);
	for (size_t i = 2; i < 4; i++) {
		assert_true(made->strategies[i].closed);
		assert_int_equal(made->strategies[i].flow_count, 0);
	}
	assert_string_equal(made->strategies[2].reasons[0], "no to Germany");
}

static void nothing_to_refund_is_nothing_to_decide(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	refund_of(&world.keep, 1)->eligible = false;
	world.keep.findings[0].refund_count = 0;
	const struct tot_comparison *made = compare(&life);
	assert_string_equal(made->verdict, "none");
	assert_string_equal(strategy(made, "refund-de")->reasons[0],
			    "There is nothing to refund in Germany");
	assert_int_equal(strategy(made, "refund-both")->reason_count, 2);
}

static void open_german_refund(void)
{
	struct tot_refund *refund = refund_of(&world.keep, 0);
	refund->eligible = true;
	refund->gross = money(500000, "EUR");
}

static void a_window_that_opens_later_is_the_day_of_filing(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	open_german_refund();
	refund_of(&world.keep, 0)->opens = (struct tot_date){2028, 5, 1};
	const struct tot_comparison *made = compare(&life);
	const struct tot_valued *german = strategy(made, "refund-de");
	assert_int_equal(tot_date_compare(german->flows[0].date, (struct tot_date){2028, 9, 1}), 0);
	assert_int_equal(german->flows[0].condition, TOT_IF_ALIVE);
	const struct tot_outcome *both = strategy(made, "refund-both")->outcome;
	assert_int_equal(both->taken_count, 2);
	assert_ptr_equal(both->taken[0].scheme, &japan);
	assert_ptr_equal(both->taken[1].scheme, &germany);
	assert_int_equal(both->taken[0].filed.year, 2026);
	assert_int_equal(both->taken[1].filed.year, 2028);
}

/* COMPARISON 1: the German clock of 24 months; a refund shut only today is valued on its day. */
static void a_refund_that_only_waits_is_filed_on_its_day(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	open_german_refund();
	refund_of(&world.keep, 0)->eligible = false;
	refund_of(&world.keep, 0)->opens = (struct tot_date){2028, 5, 1};
	const struct tot_valued *closed = strategy(compare(&life), "refund-de");
	assert_true(closed->closed);
	assert_string_equal(closed->title, "Refund from Germany");
	assert_string_equal(closed->reasons[0], "no to Germany");
	world.german_refund_waits = true;
	const struct tot_comparison *made = compare(&life);
	const struct tot_valued *later = strategy(made, "refund-de");
	assert_false(later->closed);
	assert_string_equal(later->title, "Refund from Germany, filed 2028-05-01");
	/* COMPARISON 3.2: four months of processing */
	assert_int_equal(later->flows[0].date.year, 2028);
	assert_int_equal(later->flows[0].date.month, 9);
	assert_false(strategy(made, "refund-both")->closed);
}

static void a_refund_that_another_opens_is_found_in_the_pair(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	refund_of(&world.keep, 0)->gross = money(500000, "EUR");
	world.german_refund_needs_japanese_first = true;
	const struct tot_comparison *made = compare(&life);
	assert_true(strategy(made, "refund-de")->closed);
	assert_false(strategy(made, "refund-both")->closed);
}

static void the_order_that_works_is_taken(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	open_german_refund();
	refund_of(&world.keep, 1)->opens = (struct tot_date){2027, 2, 1};
	world.japanese_refund_needs_german_months = true;
	const struct tot_valued *both = strategy(compare(&life), "refund-both");
	assert_false(both->closed);
	assert_ptr_equal(both->outcome->taken[0].scheme, &japan);
	assert_int_equal(both->outcome->taken[1].filed.month, 2);
}

/*
 * COMPARISON 4: a Japanese refund first opens one in Germany, a German one first pays less in Japan:
 * the two orders are two strategies.
 */
static void an_order_that_pays_something_else_is_shown_too(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	open_german_refund();
	const struct tot_comparison *same = compare(&life);
	assert_int_equal(same->strategy_count, 4);
	life = illustration();
	open_german_refund();
	world.japanese_refund_shrinks_without_german_months = true;
	const struct tot_comparison *made = compare(&life);
	assert_int_equal(made->strategy_count, 5);
	assert_string_equal(made->strategies[4].id, "refund-both-turned");
	assert_string_equal(made->strategies[4].title, "Refunds from both states, Germany first");
	assert_true(made->strategies[4].value < made->strategies[3].value);
}

static void a_given_strategy_without_its_refund_is_closed(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	struct tot_refund_plan plans[] = {{"DE", NULL, {2027, 1, 1}}};
	struct tot_strategy given[] = {{.id = "keep", .title = "Wait"},
				       {.id = "now", .refunds = plans, .refund_count = 1}};
	life.compare.strategies = given;
	life.compare.strategy_count = 2;
	const struct tot_comparison *made = compare(&life);
	assert_int_equal(made->strategy_count, 2);
	assert_ptr_equal(made->strategies[0].outcome, &world.keep);
	assert_string_equal(made->strategies[0].title, "Wait");
	assert_string_equal(made->strategies[1].title, "now");
	assert_true(made->strategies[1].closed);
	assert_string_equal(made->strategies[1].reasons[0], "no to Germany");
	assert_string_equal(made->verdict, "none");
}

static const struct tot_assumption *assumption(const struct tot_comparison *made, const char *name)
{
	for (size_t i = 0; i < made->assumption_count; i++)
		if (strcmp(made->assumptions[i].name, name) == 0)
			return &made->assumptions[i];
	fail_msg("no assumption %s", name);
	return NULL;
}

static void every_default_is_listed(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	struct tot_residence home = {.country = "DE", .from = {2020, 1, 1}};
	life.person.residence = &home;
	life.person.residence_count = 1;
	life.compare = (struct tot_compare){0};
	const struct tot_comparison *made = compare(&life);
	static const char *const expected[][2] = {
		{"currency", "EUR"},
		{"valuation.mode", "real"},
		{"valuation.discount_rate", "0.01"},
		{"mortality.table", "DE-male-2022-2024"},
		{"mortality.health_factor", "1"},
		{"exchange.jpy_per_eur", "183.7561"},
		{"exchange.mode", "parity"},
		{"tax", "gross"},
		{"fees.fixed_jpy", "30000"},
		{"fees.percent", "0"},
		{"fees.transfer_jpy", "2500"},
		{"delays.refund_months", "4"},
		{"delays.tax_refund_months", "8"},
	};
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		const struct tot_assumption *found = assumption(made, expected[i][0]);
		assert_string_equal(found->value, expected[i][1]);
		assert_memory_equal(found->source, "default", 7);
	}
	assert_memory_equal(assumption(made, "mortality.improvement")->value, "medium", 6);
	life = illustration();
	made = compare(&life);
	assert_string_equal(assumption(made, "currency")->source, "");
	assert_string_equal(assumption(made, "fees.fixed_jpy")->source, "");
	assert_string_equal(assumption(made, "mortality.table")->value, "JP-male-2020");
}

static void nothing_asked_for_is_left_out_in_silence(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	life.compare.mode = "nominal";
	life.compare.has_discount_rate = true;
	life.compare.discount_rate = 0.03;
	life.compare.tax = "net";
	const size_t before = notices.warnings;
	const struct tot_comparison *made = compare(&life);
	assert_int_equal(notices.warnings, before);
	assert_string_equal(assumption(made, "valuation.mode")->value, "nominal");
	assert_string_equal(assumption(made, "valuation.discount_rate")->value, "0.03");
	assert_string_equal(assumption(made, "indexation.JP")->value,
			    "valuation-2024-past-30-years");
	assert_string_equal(assumption(made, "tax")->value, "net");
}

static int run(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_closed_refund_says_why),
		cmocka_unit_test(nothing_to_refund_is_nothing_to_decide),
		cmocka_unit_test(a_window_that_opens_later_is_the_day_of_filing),
		cmocka_unit_test(a_refund_that_only_waits_is_filed_on_its_day),
		cmocka_unit_test(a_refund_that_another_opens_is_found_in_the_pair),
		cmocka_unit_test(the_order_that_works_is_taken),
		cmocka_unit_test(an_order_that_pays_something_else_is_shown_too),
		cmocka_unit_test(a_given_strategy_without_its_refund_is_closed),
		cmocka_unit_test(every_default_is_listed),
		cmocka_unit_test(nothing_asked_for_is_left_out_in_silence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(void)
{
	return run_in_world(run);
}
