/* Strategies: each evaluated as a life of its own, or closed with its reasons. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

bool tot_strategy_refunds(const struct tot_valued *valued)
{
	for (size_t i = 0; valued->outcome && i < valued->outcome->taken_count; i++)
		if (valued->outcome->taken[i].paid)
			return true;
	return false;
}

enum tot_status tot_strategy_close(struct tot_valued *io, const char *reason, struct tot_ctx *ctx)
{
	io->closed = true;
	for (size_t i = 0; i < io->reason_count; i++)
		if (strcmp(io->reasons[i], reason) == 0)
			return TOT_OK;
	io->reasons =
		tot_arena_grow(ctx->arena, io->reasons, io->reason_count, sizeof(*io->reasons));
	if (!io->reasons) {
		io->reason_count = 0;
		return TOT_ERR_MEMORY;
	}
	io->reasons[io->reason_count++] = reason;
	return TOT_OK;
}

/* Was anything paid on this claim? A form for both branches is good if one of them pays. */
static bool claim_paid(const struct tot_outcome *outcome, const struct tot_taken *claim)
{
	for (size_t i = 0; i < outcome->taken_count; i++) {
		const struct tot_taken *taken = &outcome->taken[i];
		if (taken->paid && taken->scheme == claim->scheme &&
		    tot_date_compare(taken->filed, claim->filed) == 0)
			return true;
	}
	return false;
}

static enum tot_status close_unpaid(struct tot_valued *io, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < io->outcome->taken_count; i++) {
		const struct tot_taken *taken = &io->outcome->taken[i];
		if (claim_paid(io->outcome, taken))
			continue;
		for (size_t r = 0; status >= 0 && r < taken->refund.reason_count; r++)
			status = tot_strategy_close(io, taken->refund.reasons[r], ctx);
	}
	if (status >= 0 && !io->reason_count)
		status = tot_strategy_close(
			io, "A refund of this strategy is not possible on its day", ctx);
	return status;
}

enum tot_status tot_strategy_evaluate(struct tot_valued *io, const struct tot_scenario *life,
				      const struct tot_strategy *strategy, struct tot_ctx *ctx)
{
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	struct tot_outcome *outcome = NULL;
	const enum tot_status status = tot_evaluate(&outcome, life, strategy, false, &quiet);
	if (status < 0)
		return status;
	io->outcome = outcome;
	io->strategy = strategy;
	return outcome->closed ? close_unpaid(io, ctx) : status;
}

/* A strategy that adds nothing is the life as it stands. */
static bool is_plain(const struct tot_strategy *strategy)
{
	return !strategy->refund_count && !strategy->claim_count && !strategy->add_period_count;
}

enum tot_status tot_strategies_make(struct tot_comparison *out, const struct tot_scenario *life,
				    const struct tot_outcome *keep, struct tot_ctx *ctx)
{
	const struct tot_compare *compare = &life->compare;
	if (!compare->strategy_count)
		return tot_strategies_standard(out, life, keep, ctx);
	out->strategies =
		tot_arena_alloc(ctx->arena, compare->strategy_count * sizeof(*out->strategies));
	if (!out->strategies)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < compare->strategy_count; i++) {
		const struct tot_strategy *strategy = &compare->strategies[i];
		struct tot_valued *valued = &out->strategies[out->strategy_count++];
		const char *title = strategy->title ? strategy->title : strategy->id;
		*valued = (struct tot_valued){.id = strategy->id, .title = title, .outcome = keep};
		enum tot_status status = TOT_OK;
		if (!is_plain(strategy))
			status = tot_strategy_evaluate(valued, life, strategy, ctx);
		if (status < 0)
			return status;
	}
	return TOT_OK;
}
