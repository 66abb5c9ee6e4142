/* The comparison of a life: terms, strategies, values, verdict. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value.h"

/* A comparison that cannot be made, with the reason. */
static enum tot_status nothing(struct tot_comparison *out, const char *why)
{
	out->currency = "EUR";
	out->verdict = "none";
	out->verdict_text = why;
	return TOT_OK;
}

static enum tot_status survive(struct tot_survival *out, const struct tot_terms *terms,
			       struct tot_ctx *ctx)
{
	const enum tot_status status = tot_survival_make(
		out, ctx->law, terms->table, terms->improvement, terms->health_factor, terms->born,
		terms->sex, terms->as_of, ctx->arena);
	if (status == TOT_ERR_DATA)
		tot_diag_add(
			ctx->notices, TOT_ERROR, "unknown-table", "", "/compare/mortality",
			"There is no life table %s with improvement %s; take DE, JP or an id that "
			"`totalise law show mortality.tables` lists",
			terms->table, terms->improvement);
	return status;
}

/* Values of all open strategies, each against the first. */
static enum tot_status value_all(struct tot_comparison *io, const struct tot_terms *terms,
				 const struct tot_market *market,
				 const struct tot_survival *survival, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	const struct tot_valued *first = &io->strategies[0];
	for (size_t i = 0; status >= 0 && i < io->strategy_count; i++) {
		struct tot_valued *valued = &io->strategies[i];
		if (valued->closed)
			continue;
		status = tot_value_strategy(valued, terms, market, survival, ctx);
		if (status >= 0 && i > 0 && !first->closed)
			status = tot_value_against(valued, first, terms, market, survival, ctx);
	}
	return status;
}

/* Running totals of every open strategy, for the pictures. */
static enum tot_status run_all(struct tot_comparison *io, const struct tot_terms *terms,
			       const struct tot_market *market, const struct tot_survival *survival,
			       struct tot_ctx *ctx)
{
	struct tot_market plain;
	const enum tot_status status = tot_market_plain(&plain, market, ctx->arena);
	if (status < 0)
		return status;
	io->running = tot_arena_alloc(ctx->arena, io->strategy_count * sizeof(*io->running));
	if (!io->running)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < io->strategy_count; i++)
		if (!io->strategies[i].closed)
			tot_running_make(&io->running[i], &io->strategies[i], terms, market, &plain,
					 survival);
	return TOT_OK;
}

/* What a life income is worth beyond its price, from the first pension on. */
static void find_annuity(struct tot_comparison *io, const struct tot_market *market,
			 const struct tot_survival *survival)
{
	const struct tot_running *r = &io->running[io->base - io->strategies];
	double alive[TOT_RUNNING_AGES], discount[TOT_RUNNING_AGES];
	size_t years = 0;
	int first = 0;
	while (first < r->count && !(r->income[first] > 0.0))
		first++;
	for (int y = first; y < r->count && r->alive[first] > 0.0; y++) {
		const size_t month = (size_t)12 * (size_t)y;
		if (month >= market->months || month >= survival->count)
			break;
		alive[years] = r->alive[y] / r->alive[first];
		discount[years++] =
			market->discount[month] / market->discount[(size_t)12 * (size_t)first];
	}
	io->annuity_equivalent = tot_annuity_equivalent(alive, discount, years, 2.0);
}

/* What goes beyond values and verdict: what has no price, the tornado, the heat map. */
static enum tot_status look_further(struct tot_comparison *io, const struct tot_outcome *keep,
				    const struct tot_terms *terms, const struct tot_market *market,
				    const struct tot_survival *survival, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; status >= 0 && i < io->strategy_count; i++)
		if (!io->strategies[i].closed && tot_strategy_refunds(&io->strategies[i]))
			status = tot_no_price(&io->strategies[i], keep, ctx);
	if (status >= 0)
		status = run_all(io, terms, market, survival, ctx);
	if (status >= 0 && io->best)
		status = tot_sensitivities(io, terms, market, survival, ctx);
	if (status >= 0 && io->best)
		status = tot_heat_make(&io->heat, io->base, io->best, terms, ctx->law);
	if (status >= 0 && io->base)
		find_annuity(io, market, survival);
	if (status >= 0 && io->best)
		status = tot_invest_make(io, terms, market, survival, ctx);
	return status;
}

/* What costs more than a report may take: only where the scenario asks. */
static enum tot_status look_asked(struct tot_comparison *io, const struct tot_scenario *life,
				  const struct tot_outcome *keep, const struct tot_terms *terms,
				  const struct tot_market *market,
				  const struct tot_survival *survival, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	if (life->compare.present && io->best)
		status = tot_options_make(io, life, terms, market, survival, ctx);
	if (status >= 0 && life->compare.claim_age && io->base)
		status = tot_claim_ages(io, life, keep, terms, market, survival, ctx);
	if (status >= 0 && life->compare.simulate && io->base)
		status = tot_simulate(io, &life->compare, terms, market, survival, ctx);
	return status;
}

/* Keeping against the best refund: everything that leads to the verdict. */
static enum tot_status weigh(struct tot_comparison *io, const struct tot_scenario *life,
			     const struct tot_outcome *keep, const struct tot_terms *terms,
			     const struct tot_market *market, const struct tot_survival *survival,
			     struct tot_ctx *ctx)
{
	io->currency = terms->currency;
	tot_choose_sides(io, terms, market, survival);
	enum tot_status status = look_asked(io, life, keep, terms, market, survival, ctx);
	if (status >= 0)
		status = look_further(io, keep, terms, market, survival, ctx);
	if (status >= 0)
		status = tot_verdict(io, terms, market, survival, keep, ctx);
	return status;
}

/* Nobody decides after a death; survivors' claims are no strategies. */
static bool ended(const struct tot_scenario *life)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DEATH)
			return true;
	return false;
}

enum tot_status tot_compare_strategies(struct tot_comparison **out, const struct tot_scenario *life,
				       const struct tot_outcome *keep, struct tot_ctx *ctx)
{
	struct tot_comparison *made = tot_arena_alloc(ctx->arena, sizeof(*made));
	if (!made)
		return TOT_ERR_MEMORY;
	if (ended(life)) {
		*out = made;
		return nothing(made, "Nothing is compared: the life of this scenario ends.");
	}
	struct tot_terms terms;
	struct tot_survival survival;
	struct tot_market market;
	enum tot_status status = tot_terms_make(&terms, life, ctx);
	if (status == TOT_ERR_NO_PARAMETER) {
		*out = made;
		return nothing(made,
			       "Nothing is compared: no rate of exchange between yen and euro is "
			       "known for this day; write compare.exchange.jpy_per_eur.");
	}
	if (status >= 0)
		status = survive(&survival, &terms, ctx);
	if (status >= 0)
		status = tot_market_make(&market, &terms, ctx->law, ctx->arena);
	if (status == TOT_ERR_NO_PARAMETER) {
		*out = made;
		return nothing(made, "Nothing is compared: the interest or the path of pensions "
				     "that the scenario asks for is not known for this day.");
	}
	if (status >= 0)
		status = tot_terms_list(made, &terms, life, ctx);
	if (status >= 0)
		status = tot_strategies_make(made, life, keep, ctx);
	if (status >= 0)
		status = value_all(made, &terms, &market, &survival, ctx);
	if (status >= 0)
		status = weigh(made, life, keep, &terms, &market, &survival, ctx);
	if (status < 0)
		return status;
	*out = made;
	return TOT_OK;
}
