/* A strategy is the scenario plus its own refunds, claims and periods. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

/* Do two claims speak of the same part of the same state? A claim without a part speaks of all. */
static bool same_part(const struct tot_claim *a, const struct tot_claim *b)
{
	if (strcmp(a->country, b->country) != 0)
		return false;
	if (!a->type || !b->type || strcmp(a->type, "all") == 0 || strcmp(b->type, "all") == 0)
		return true;
	const struct tot_scheme *scheme = tot_scheme_of(a->country);
	return !scheme || !scheme->claims_by_part || strcmp(a->type, b->type) == 0;
}

static bool replaced(const struct tot_claim *claim, const struct tot_strategy *strategy)
{
	for (size_t i = 0; i < strategy->claim_count; i++)
		if (same_part(claim, &strategy->claims[i]))
			return true;
	return false;
}

static bool add_claims(struct tot_scenario *life, const struct tot_scenario *base,
		       const struct tot_strategy *strategy, struct tot_ctx *ctx)
{
	struct tot_claim *claims = tot_arena_alloc(
		ctx->arena, (base->claim_count + strategy->claim_count + 1) * sizeof(*claims));
	if (!claims)
		return false;
	life->claim_count = 0;
	life->claims = claims;
	for (size_t i = 0; i < strategy->claim_count; i++)
		claims[life->claim_count++] = strategy->claims[i];
	for (size_t i = 0; i < base->claim_count; i++)
		if (!replaced(&base->claims[i], strategy))
			claims[life->claim_count++] = base->claims[i];
	return true;
}

static bool add_periods(struct tot_scenario *life, const struct tot_scenario *base,
			const struct tot_strategy *strategy, struct tot_ctx *ctx)
{
	const size_t count = base->period_count + strategy->add_period_count;
	struct tot_period *periods = tot_arena_alloc(ctx->arena, (count + 1) * sizeof(*periods));
	if (!periods)
		return false;
	if (base->period_count)
		memcpy(periods, base->periods, base->period_count * sizeof(*periods));
	if (strategy->add_period_count)
		memcpy(periods + base->period_count, strategy->add_periods,
		       strategy->add_period_count * sizeof(*periods));
	life->periods = periods;
	life->period_count = count;
	return true;
}

const struct tot_scenario *tot_life_under(const struct tot_scenario *life,
					  const struct tot_strategy *strategy, struct tot_ctx *ctx)
{
	if (!strategy || (!strategy->claim_count && !strategy->add_period_count))
		return life;
	struct tot_scenario *changed = tot_arena_alloc(ctx->arena, sizeof(*changed));
	if (!changed)
		return NULL;
	*changed = *life;
	changed->arena = (struct tot_arena){0}; /* the texts stay with the scenario */
	if (!add_claims(changed, life, strategy, ctx) || !add_periods(changed, life, strategy, ctx))
		return NULL;
	return changed;
}
