/* Hand-made lives for tests of the comparison: a law of two pensions and two refunds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_TESTS_VALUE_WORLD_H
#define TOT_TESTS_VALUE_WORLD_H

#include <string.h>

#include "value/value.h"

static struct tot_law *law;
static struct tot_arena arena;
static struct tot_diag notices;

static const struct tot_scheme germany = {
	.id = "de", .state = "DE", .name = "Germany", .currency = "EUR"};
static const struct tot_scheme japan = {
	.id = "jp", .state = "JP", .name = "Japan", .currency = "JPY"};

/* The life as it stands, and what each refund makes of it: the law of these tests. */
static struct world {
	struct tot_outcome keep;
	bool german_refund_needs_japanese_first;
	bool japanese_refund_needs_german_months;
	bool japanese_refund_shrinks_without_german_months;
	bool german_refund_waits; /* not possible today, possible on its day */
} world;

static inline struct tot_refund *refund_of(struct tot_outcome *outcome, size_t state)
{
	return &outcome->findings[state].refunds[0];
}

static inline void take(struct tot_outcome *outcome, size_t state,
			const struct tot_refund_plan *plan)
{
	struct tot_refund *refund = refund_of(outcome, state);
	refund->eligible |= state == 0 && world.german_refund_waits;
	outcome->taken[outcome->taken_count++] = (struct tot_taken){
		outcome->schemes[state], plan->filed, plan->scheme, *refund, refund->eligible};
	outcome->closed |= !refund->eligible;
	if (!refund->eligible)
		return;
	outcome->findings[state].benefit_count = 0;
	*refund_of(outcome, state) =
		(struct tot_refund){.id = refund->id, .country = refund->country};
	if (state == 1 && world.german_refund_needs_japanese_first)
		refund_of(outcome, 0)->eligible = true;
	if (state == 0 && world.japanese_refund_needs_german_months)
		refund_of(outcome, 1)->eligible = false;
	if (state == 0 && world.japanese_refund_shrinks_without_german_months)
		refund_of(outcome, 1)->gross.value /= 2;
}

enum tot_status tot_evaluate(struct tot_outcome **out, const struct tot_scenario *life,
			     const struct tot_strategy *strategy, bool effects, struct tot_ctx *ctx)
{
	(void)life;
	assert_false(effects);
	assert_null(ctx->trace);
	struct tot_outcome *made = tot_arena_alloc(ctx->arena, sizeof(*made));
	*made = world.keep;
	for (size_t i = 0; i < strategy->refund_count; i++)
		take(made, strcmp(strategy->refunds[i].country, "JP") == 0, &strategy->refunds[i]);
	*out = made;
	return TOT_OK;
}

const struct tot_findings *tot_outcome_findings(const struct tot_outcome *outcome,
						const char *state)
{
	return &outcome->findings[strcmp(state, "JP") == 0];
}

static inline struct tot_benefit *pension(size_t state, const char *id, int64_t amount,
					  tot_month start)
{
	struct tot_findings *findings = &world.keep.findings[state];
	struct tot_benefit *benefit = &findings->benefits[findings->benefit_count++];
	*benefit = (struct tot_benefit){
		.id = id,
		.title = id,
		.country = state ? "JP" : "DE",
		.entitled = true,
		.chosen = true,
		.start = start,
		.amount = {true, amount, state ? "JPY" : "EUR", state ? "year" : "month"}};
	return benefit;
}

static inline const char **reason(const char *text)
{
	const char **list = tot_arena_alloc(&arena, sizeof(*list));
	list[0] = text;
	return list;
}

/* Nobody may take a refund, no pension is due. */
static inline void make_world(void)
{
	world = (struct world){0};
	world.keep.schemes[0] = &germany;
	world.keep.schemes[1] = &japan;
	world.keep.state_count = 2;
	for (size_t s = 0; s < 2; s++) {
		world.keep.findings[s].country = s ? "JP" : "DE";
		world.keep.findings[s].refund_count = 1;
		*refund_of(&world.keep, s) =
			(struct tot_refund){.id = s ? "JP.lump_sum.employees" : "DE.refund",
					    .country = s ? "JP" : "DE",
					    .reasons = reason(s ? "no to Japan" : "no to Germany"),
					    .reason_count = 1};
	}
}

static inline struct tot_amount money(int64_t amount, const char *currency)
{
	return (struct tot_amount){true, amount, currency, NULL};
}

/* COMPARISON.md 11: 36 months at 400,000 yen, leaving at 32; the pension of 142,474 yen from 65. */
static inline struct tot_scenario illustration(void)
{
	make_world();
	pension(1, "JP.old_age.basic", 63548, tot_month_make(2059, 12));
	pension(1, "JP.old_age.employees", 78926, tot_month_make(2059, 12));
	struct tot_refund *lump_sum = refund_of(&world.keep, 1);
	lump_sum->eligible = true;
	lump_sum->gross = money(1320000, "JPY");
	lump_sum->withheld = money(269544, "JPY");
	lump_sum->tax = money(3062, "JPY");
	lump_sum->tax_refund = money(266482, "JPY");
	return (struct tot_scenario){.person = {.born = {1994, 12, 1}, .sex = TOT_MALE},
				     .compare = {.present = true,
						 .currency = "JPY",
						 .mortality_table = "JP",
						 .improvement = "none",
						 .has_fees = true,
						 .fee_fixed_jpy = 30000}};
}

static inline const struct tot_comparison *compare(const struct tot_scenario *life)
{
	struct tot_ctx ctx = {
		.law = law, .as_of = {2026, 12, 1}, .arena = &arena, .notices = &notices};
	struct tot_comparison *made = NULL;
	assert_int_equal(tot_compare_strategies(&made, life, &world.keep, &ctx), TOT_OK);
	assert_false(arena.failed);
	return made;
}

static inline const struct tot_valued *strategy(const struct tot_comparison *comparison,
						const char *id)
{
	for (size_t i = 0; i < comparison->strategy_count; i++)
		if (strcmp(comparison->strategies[i].id, id) == 0)
			return &comparison->strategies[i];
	fail_msg("no strategy %s", id);
	return NULL;
}

static inline int run_in_world(int (*run)(void))
{
	const struct tot_figures *const sets[] = {&tot_value_figures};
	struct tot_diag diag = {0};
	gsl_set_error_handler_off();
	if (tot_law_load(&law, NULL, sets, 1, &diag) != TOT_OK)
		return 1;
	const int failed = run();
	tot_arena_free(&arena);
	tot_diag_free(&notices);
	tot_diag_free(&diag);
	tot_law_free(law);
	return failed;
}

#endif
