/* What an agreement lends to each test, read off its file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

/* Exempt mini-jobs bring no contribution months: nothing of them is lent. */
#define NEVER_LENT TOT_FLAG_MINIJOB_EXEMPT

/* One rule of one agreement that lends to one state. */
struct lending {
	const struct tot_agreement *agreement;
	const struct tot_scheme *scheme;
	const struct tot_outcome *outcome;
	const struct tot_scenario *life;
	struct tot_ctx *ctx;
};

const struct tot_timeline *tot_outcome_timeline(const struct tot_outcome *outcome,
						const char *state)
{
	for (size_t i = 0; i < outcome->state_count; i++)
		if (strcmp(outcome->schemes[i]->state, state) == 0)
			return &outcome->timelines[i];
	for (size_t i = 0; i < outcome->foreign_count; i++)
		if (strcmp(outcome->foreign[i].country, state) == 0)
			return &outcome->foreign[i];
	return NULL;
}

static bool is_everybody(const char *word)
{
	return strcmp(word, "*") == 0;
}

/* Does a timeline belong to a state that lends by this word: a state, or "*" for every other party? */
static bool lends(const struct lending *it, const char *from, const struct tot_timeline *timeline)
{
	if (strcmp(timeline->country, it->scheme->state) == 0)
		return false;
	return is_everybody(from)
		       ? tot_agreement_is_party(it->agreement, timeline->country, it->ctx->as_of)
		       : strcmp(timeline->country, from) == 0;
}

/* The i-th timeline of the outcome: states with a scheme first. */
static const struct tot_timeline *timeline_at(const struct tot_outcome *outcome, size_t i)
{
	if (i < outcome->state_count)
		return &outcome->timelines[i];
	i -= outcome->state_count;
	return i < outcome->foreign_count ? &outcome->foreign[i] : NULL;
}

/* Months of `kinds` under the bounds of an accept entry, in units of the borrower. */
static void accepted(struct tot_months *out, const struct lending *it,
		     const struct tot_accept *accept, tot_kinds kinds, unsigned need_flag)
{
	const struct tot_timeline *timeline;
	struct tot_months own, months;
	*out = (struct tot_months){{0}};
	const struct tot_timeline *mine = tot_outcome_timeline(it->outcome, it->scheme->state);
	if (mine)
		tot_timeline_months(&own, mine, TOT_MONTH_LIMIT);
	else
		own = *out;
	for (size_t i = 0; (timeline = timeline_at(it->outcome, i)); i++) {
		if (!lends(it, accept->from, timeline))
			continue;
		tot_timeline_flagged(&months, timeline, kinds, need_flag, NEVER_LENT);
		tot_months_or(out, &months);
	}
	if (accept->not_before != TOT_MONTH_NONE)
		tot_months_clip(out, accept->not_before, TOT_MONTH_LIMIT);
	tot_convert_months(out, accept, &own);
}

/* `limits`: of some kinds at most so many units, the earliest ones. */
static void accepted_within_limits(struct tot_months *out, const struct lending *it,
				   const struct tot_accept *accept)
{
	struct tot_months limited;
	accepted(out, it, accept, accept->kinds & ~accept->limited_kinds, accept->need_flag);
	if (!accept->limit_units)
		return;
	accepted(&limited, it, accept, accept->kinds, accept->need_flag);
	tot_months_andnot(&limited, out);
	tot_months_keep_first(&limited, accept->limit_units);
	tot_months_or(out, &limited);
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
			 bool by_default, const struct lending *it)
{
	struct tot_months months;
	accepted(&months, it, &lent->rule->accept[0], TOT_KIND_BIT(kind), 0);
	if (!tot_months_count(&months))
		return;
	const char *id = choice_id(it->ctx, lent->rule, kind);
	const bool accept = chosen(it->life, id, by_default);
	if (accept)
		tot_months_or(&lent->months, &months);
	else
		tot_months_or(flipped, &months);
	lent->choice =
		tot_arena_format(it->ctx->arena, "%s%s%s: %s", lent->choice ? lent->choice : "",
				 lent->choice ? ", " : "", id, accept ? "reject" : "accept");
	lent->has_alternative = true;
}

static void add_all_disputed(struct tot_lent *lent, const struct lending *it)
{
	const struct tot_months undisputed = lent->months;
	struct tot_months flipped = {{0}};
	for (size_t i = 0; i < lent->rule->disputed_count; i++)
		for (int kind = 0; kind < TOT_KIND_COUNT; kind++)
			if (lent->rule->disputed[i].kinds & TOT_KIND_BIT(kind))
				add_disputed(lent, &flipped, kind, lent->rule->disputed[i].accept,
					     it);
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

/* The states that lend by a rule: "XX", or "XX YY" where several do; NULL without a timeline. */
static const char *lenders_of(const struct lending *it, const struct tot_aggregation *rule,
			      const struct tot_timeline **first)
{
	const struct tot_timeline *timeline;
	const char *names = NULL;
	for (size_t i = 0; (timeline = timeline_at(it->outcome, i)); i++) {
		if (!lends(it, rule->accept[0].from, timeline))
			continue;
		if (!names)
			*first = timeline;
		names = names ? tot_arena_format(it->ctx->arena, "%s %s", names, timeline->country)
			      : timeline->country;
	}
	return names;
}

static bool lend(struct tot_lent *lent, const struct tot_aggregation *rule,
		 const struct lending *it)
{
	const struct tot_timeline *first = NULL;
	const char *names = rule->accept_count ? lenders_of(it, rule, &first) : NULL;
	if (!names)
		return false;
	*lent = (struct tot_lent){.condition = rule->condition,
				  .rule = rule,
				  .agreement = it->agreement->id,
				  .lender = names};
	for (size_t i = 0; i < rule->accept_count; i++) {
		struct tot_months months;
		accepted_within_limits(&months, it, &rule->accept[i]);
		tot_months_or(&lent->months, &months);
	}
	add_all_disputed(lent, it);
	add_factors(lent, first);
	tot_frame_facts(lent, first, it->life);
	return true;
}

bool tot_agreement_lends(const struct tot_agreement *agreement, const struct tot_scheme *scheme,
			 struct tot_date on)
{
	return tot_agreement_in_force(agreement, on) &&
	       tot_agreement_is_party(agreement, scheme->state, on);
}

enum tot_status tot_aggregate(struct tot_view *io, const struct tot_scheme *scheme,
			      const struct tot_agreement *agreement,
			      const struct tot_outcome *outcome, struct tot_ctx *ctx)
{
	const struct lending it = {agreement, scheme, outcome, io->life, ctx};
	struct tot_lent *list =
		tot_arena_alloc(ctx->arena, (agreement->aggregation_count + 1) * sizeof(*list));
	if (!list)
		return TOT_ERR_MEMORY;
	io->lent = list;
	for (size_t r = 0; r < agreement->aggregation_count; r++) {
		const struct tot_aggregation *rule = &agreement->aggregation[r];
		if (strcmp(rule->party, scheme->state) == 0 || is_everybody(rule->party))
			io->lent_count += lend(&list[io->lent_count], rule, &it);
	}
	return tot_deemed_find(io, scheme, outcome, agreement, ctx);
}
