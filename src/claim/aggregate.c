/* What an agreement lends to each test, read off its file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/claim.h"

/* Exempt mini-jobs bring no contribution months: nothing of them is lent. */
#define NEVER_LENT TOT_FLAG_MINIJOB_EXEMPT

static const struct tot_timeline *timeline_of(const char *state, const struct tot_timeline *list,
					      size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].country, state) == 0)
			return &list[i];
	return NULL;
}

/* Months of `kinds` under the bounds of an accept entry. */
static void accepted(struct tot_months *out, const struct tot_accept *accept, tot_kinds kinds,
		     unsigned need_flag, const struct tot_timeline *lender)
{
	tot_timeline_flagged(out, lender, kinds, need_flag, NEVER_LENT);
	if (accept->not_before != TOT_MONTH_NONE)
		tot_months_clip(out, accept->not_before, TOT_MONTH_LIMIT);
}

/* "<rule id>.<kind>", the name of a switch. */
static const char *choice_id(struct tot_ctx *ctx, const struct tot_aggregation *rule, int kind)
{
	return tot_arena_format(ctx->arena, "%s.%s", rule->id, tot_kind_name((enum tot_kind)kind));
}

static bool chosen(const struct tot_scenario *life, const char *id, bool fallback)
{
	const char *value = tot_scenario_choice(life, id, fallback ? "accept" : "reject");
	return strcmp(value, "accept") == 0;
}

/* One disputed kind: to the months that count, or to the difference that the other answer makes. */
static void add_disputed(struct tot_lent *lent, struct tot_months *flipped, int kind,
			 bool by_default, const struct tot_timeline *lender,
			 const struct tot_scenario *life, struct tot_ctx *ctx)
{
	struct tot_months months;
	accepted(&months, &lent->rule->accept[0], TOT_KIND_BIT(kind), 0, lender);
	if (!tot_months_count(&months))
		return;
	const char *id = choice_id(ctx, lent->rule, kind);
	const bool accept = chosen(life, id, by_default);
	if (accept)
		tot_months_or(&lent->months, &months);
	else
		tot_months_or(flipped, &months);
	lent->choice = tot_arena_format(ctx->arena, "%s%s%s: %s", lent->choice ? lent->choice : "",
					lent->choice ? ", " : "", id, accept ? "reject" : "accept");
	lent->has_alternative = true;
}

static void add_all_disputed(struct tot_lent *lent, const struct tot_timeline *lender,
			     const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const struct tot_months undisputed = lent->months;
	struct tot_months flipped = {{0}};
	for (size_t i = 0; i < lent->rule->disputed_count; i++)
		for (int kind = 0; kind < TOT_KIND_COUNT; kind++)
			if (lent->rule->disputed[i].kinds & TOT_KIND_BIT(kind))
				add_disputed(lent, &flipped, kind, lent->rule->disputed[i].accept,
					     lender, life, ctx);
	lent->alternative = undisputed;
	tot_months_or(&lent->alternative, &flipped);
}

static void add_factors(struct tot_lent *lent, const struct tot_timeline *lender)
{
	for (size_t i = 0; i < lent->rule->factor_count && i < 2; i++) {
		const struct tot_lent_factor *factor = &lent->rule->factors[i];
		const tot_month from = factor->from == TOT_MONTH_NONE ? 0 : factor->from;
		const tot_month end =
			factor->until == TOT_MONTH_NONE ? TOT_MONTH_LIMIT : factor->until + 1;
		tot_timeline_flagged(&lent->factor_months[i], lender, ~(tot_kinds)0, factor->flag,
				     0);
		tot_months_clip(&lent->factor_months[i], from, end);
	}
}

static void lend(struct tot_lent *lent, const struct tot_agreement *agreement,
		 const struct tot_aggregation *rule, const struct tot_timeline *lender,
		 const struct tot_scenario *life, struct tot_ctx *ctx)
{
	*lent = (struct tot_lent){.condition = rule->condition,
				  .rule = rule,
				  .agreement = agreement->id,
				  .lender = lender->country};
	for (size_t i = 0; i < rule->accept_count; i++) {
		struct tot_months months;
		const struct tot_accept *accept = &rule->accept[i];
		accepted(&months, accept, accept->kinds, accept->need_flag, lender);
		tot_months_or(&lent->months, &months);
	}
	add_all_disputed(lent, lender, life, ctx);
	add_factors(lent, lender);
}

/* Is the agreement in force on the day of the decision, and can all its rules be executed? */
static bool applies(const struct tot_agreement *agreement, struct tot_date on)
{
	return agreement->complete && tot_date_compare(agreement->in_force, on) <= 0 &&
	       (tot_date_is_none(agreement->ended) || tot_date_compare(on, agreement->ended) <= 0);
}

static size_t rules_for(const struct tot_scheme *scheme, struct tot_ctx *ctx)
{
	size_t count = 0;
	const struct tot_agreement *agreement;
	for (size_t a = 0; (agreement = tot_law_agreement(ctx->law, a)); a++)
		for (size_t r = 0;
		     applies(agreement, ctx->as_of) && r < agreement->aggregation_count; r++)
			count += strcmp(agreement->aggregation[r].party, scheme->state) == 0;
	return count;
}

enum tot_status tot_aggregate_deemed(struct tot_deemed_spans **out, size_t *count,
				     const struct tot_scheme *scheme,
				     const struct tot_timeline *lenders, size_t lender_count,
				     struct tot_ctx *ctx)
{
	struct tot_deemed_spans *list = NULL;
	const struct tot_agreement *agreement;
	*count = 0;
	for (size_t a = 0; (agreement = tot_law_agreement(ctx->law, a)); a++) {
		for (size_t d = 0; applies(agreement, ctx->as_of) && d < agreement->deemed_count;
		     d++) {
			const struct tot_deemed *rule = &agreement->deemed[d];
			const struct tot_timeline *periods =
				timeline_of(rule->of, lenders, lender_count);
			if (strcmp(rule->party, scheme->state) != 0 || !periods)
				continue;
			list = tot_arena_grow(ctx->arena, list, *count, sizeof(*list));
			if (!list)
				return TOT_ERR_MEMORY;
			list[(*count)++] = (struct tot_deemed_spans){
				.rule = rule, .agreement = agreement->id, .periods = periods};
		}
	}
	*out = list;
	return TOT_OK;
}

enum tot_status tot_aggregate(struct tot_lent **out, size_t *count, const struct tot_scheme *scheme,
			      const struct tot_timeline *lenders, size_t lender_count,
			      const struct tot_scenario *life, struct tot_ctx *ctx)
{
	struct tot_lent *list =
		tot_arena_alloc(ctx->arena, (rules_for(scheme, ctx) + 1) * sizeof(*list));
	if (!list)
		return TOT_ERR_MEMORY;
	size_t used = 0;
	const struct tot_agreement *agreement;
	for (size_t a = 0; (agreement = tot_law_agreement(ctx->law, a)); a++) {
		if (!applies(agreement, ctx->as_of))
			continue;
		for (size_t r = 0; r < agreement->aggregation_count; r++) {
			const struct tot_aggregation *rule = &agreement->aggregation[r];
			if (strcmp(rule->party, scheme->state) != 0 || !rule->accept_count)
				continue;
			const struct tot_timeline *lender =
				timeline_of(rule->accept[0].from, lenders, lender_count);
			if (lender)
				lend(&list[used++], agreement, rule, lender, life, ctx);
		}
	}
	*out = list;
	*count = used;
	return TOT_OK;
}
