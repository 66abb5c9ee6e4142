/* The standard set: keep, the refund of each state, both refunds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

/* When a state's refund can be filed: not before `after`, nor before its window opens. */
struct opening {
	bool possible;
	bool waiting; /* shut today, but its clock names a later day: that day decides */
	struct tot_date filed, closes;
};

static struct tot_date later(struct tot_date a, struct tot_date b)
{
	return tot_date_compare(a, b) < 0 ? b : a;
}

/* Nothing can be filed today: the first day that a clock names (COMPARISON 1). */
static struct opening later_opening(const struct tot_findings *findings, struct tot_date after,
				    struct tot_date today)
{
	struct opening opening = {.filed = after};
	for (size_t i = 0; findings && i < findings->refund_count; i++) {
		const struct tot_date opens = findings->refunds[i].opens;
		if (tot_date_is_none(opens) || tot_date_compare(opens, today) <= 0)
			continue;
		if (!opening.waiting || tot_date_compare(opens, opening.filed) < 0)
			opening.filed = later(after, opens);
		opening.possible = opening.waiting = true;
	}
	return opening;
}

static struct opening opening_of(const struct tot_findings *findings, struct tot_date after,
				 struct tot_date today)
{
	struct opening opening = {.filed = after};
	for (size_t i = 0; findings && i < findings->refund_count; i++) {
		const struct tot_refund *refund = &findings->refunds[i];
		if (!refund->eligible)
			continue;
		opening.possible = true;
		if (!tot_date_is_none(refund->opens))
			opening.filed = later(opening.filed, refund->opens);
		if (tot_date_is_none(opening.closes) ||
		    (!tot_date_is_none(refund->closes) &&
		     tot_date_compare(refund->closes, opening.closes) < 0))
			opening.closes = refund->closes;
	}
	if (opening.possible && !tot_date_is_none(opening.closes) &&
	    tot_date_compare(opening.filed, opening.closes) > 0)
		opening.possible = false;
	return opening.possible ? opening : later_opening(findings, after, today);
}

/* Close a strategy with everything that a state says against its refund. */
static enum tot_status close_by(struct tot_valued *io, const struct tot_findings *findings,
				const struct tot_scheme *scheme, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	const size_t before = io->reason_count;
	for (size_t i = 0; findings && i < findings->refund_count; i++)
		for (size_t r = 0; status >= 0 && r < findings->refunds[i].reason_count; r++)
			status = tot_strategy_close(io, findings->refunds[i].reasons[r], ctx);
	if (status < 0 || io->reason_count > before)
		return status;
	return tot_strategy_close(
		io, tot_arena_format(ctx->arena, "There is nothing to refund in %s", scheme->name),
		ctx);
}

/* The life with up to two refunds, in the order given; one form asks for all that a state pays. */
static enum tot_status evaluate(struct tot_valued *io, const struct tot_scenario *life,
				const struct tot_scheme *const *schemes,
				const struct tot_date *filed, size_t count, struct tot_ctx *ctx)
{
	struct tot_refund_plan *plans = tot_arena_alloc(ctx->arena, count * sizeof(*plans));
	struct tot_strategy *strategy = tot_arena_alloc(ctx->arena, sizeof(*strategy));
	if (!plans || !strategy)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < count; i++)
		plans[i] = (struct tot_refund_plan){schemes[i]->state, "all", filed[i]};
	*strategy = (struct tot_strategy){
		.id = io->id, .title = io->title, .refunds = plans, .refund_count = count};
	return tot_strategy_evaluate(io, life, strategy, ctx);
}

static enum tot_status one(struct tot_valued *out, const struct tot_scenario *life,
			   const struct tot_outcome *keep, size_t state, struct tot_ctx *ctx)
{
	const struct tot_scheme *scheme = keep->schemes[state];
	const struct opening opening = opening_of(&keep->findings[state], ctx->as_of, ctx->as_of);
	*out = (struct tot_valued){
		.id = tot_arena_format(ctx->arena, "refund-%s", scheme->id),
		.title = tot_arena_format(ctx->arena, "Refund from %s", scheme->name)};
	if (!opening.possible)
		return close_by(out, &keep->findings[state], scheme, ctx);
	const struct tot_valued plain = *out;
	char day[TOT_DATE_TEXT];
	out->title = tot_arena_format(ctx->arena, "%s, filed %s", out->title,
				      tot_date_print(day, opening.filed));
	const enum tot_status status = evaluate(out, life, &scheme, &opening.filed, 1, ctx);
	if (status < 0 || !out->closed || !opening.waiting)
		return status;
	/* Waiting does not help: what stands against it today is the answer. */
	*out = plain;
	return close_by(out, &keep->findings[state], scheme, ctx);
}

/*
 * Both refunds, `first` before `second`. The second state is asked after the first refund: it may
 * open the other one, or shut it (COMPARISON 4).
 */
static enum tot_status in_order(struct tot_valued *io, const struct tot_scenario *life,
				const struct tot_outcome *keep, const struct tot_valued *singles,
				const size_t *states, struct tot_ctx *ctx)
{
	const struct tot_scheme *const schemes[2] = {keep->schemes[states[0]],
						     keep->schemes[states[1]]};
	if (singles[0].closed)
		return close_by(io, &keep->findings[states[0]], schemes[0], ctx);
	const struct opening first = opening_of(&keep->findings[states[0]], ctx->as_of, ctx->as_of);
	const struct tot_findings *after = &singles[0].outcome->findings[states[1]];
	const struct opening second = opening_of(after, first.filed, ctx->as_of);
	if (!second.possible)
		return close_by(io, after, schemes[1], ctx);
	const struct tot_date filed[2] = {first.filed, second.filed};
	const struct tot_valued plain = *io;
	const enum tot_status status = evaluate(io, life, schemes, filed, 2, ctx);
	if (status < 0 || !io->closed || !second.waiting)
		return status;
	*io = plain;
	return close_by(io, after, schemes[1], ctx);
}

/* Do both orders pay the same refunds on the same days? */
static bool same_refunds(const struct tot_outcome *a, const struct tot_outcome *b)
{
	bool same = a->taken_count == b->taken_count;
	for (size_t i = 0; same && i < a->taken_count; i++) {
		const struct tot_taken *one = &a->taken[i];
		bool found = false;
		for (size_t j = 0; j < b->taken_count; j++) {
			const struct tot_taken *two = &b->taken[j];
			found |= strcmp(one->refund.id, two->refund.id) == 0 &&
				 one->paid == two->paid &&
				 one->refund.gross.value == two->refund.gross.value &&
				 tot_date_compare(one->filed, two->filed) == 0;
		}
		same = found;
	}
	return same;
}

static enum tot_status more_reasons(struct tot_valued *io, const struct tot_valued *tried,
				    struct tot_ctx *ctx)
{
	for (size_t r = 0; r < tried->reason_count; r++)
		if (tot_strategy_close(io, tried->reasons[r], ctx) < 0)
			return TOT_ERR_MEMORY;
	return TOT_OK;
}

/*
 * Both refunds in every order that the clocks allow: `list` has room for two entries. The order of the
 * clocks comes first; the other one stands for it where that one is shut, and beside it where it pays
 * something else.
 */
static enum tot_status both(struct tot_valued *list, size_t *count, const struct tot_scenario *life,
			    const struct tot_outcome *keep, const struct tot_valued *singles,
			    const size_t *states, struct tot_ctx *ctx)
{
	const struct opening a = opening_of(&keep->findings[states[0]], ctx->as_of, ctx->as_of);
	const struct opening b = opening_of(&keep->findings[states[1]], ctx->as_of, ctx->as_of);
	const bool turn =
		singles[0].closed || (!singles[1].closed && tot_date_compare(b.filed, a.filed) < 0);
	struct tot_valued tried[2];
	for (size_t round = 0; round < 2; round++) {
		const size_t i = turn ? 1 - round : round;
		const struct tot_valued order[2] = {singles[i], singles[1 - i]};
		const size_t turned[2] = {states[i], states[1 - i]};
		tried[round] = (struct tot_valued){.id = "refund-both",
						   .title = "Refunds from both states"};
		const enum tot_status status =
			in_order(&tried[round], life, keep, order, turned, ctx);
		if (status < 0)
			return status;
	}
	*count = 1;
	list[0] = tried[0].closed && !tried[1].closed ? tried[1] : tried[0];
	if (tried[0].closed && tried[1].closed)
		return more_reasons(&list[0], &tried[1], ctx);
	if (tried[0].closed || tried[1].closed || same_refunds(tried[0].outcome, tried[1].outcome))
		return TOT_OK;
	list[1] = tried[1];
	list[1].id = "refund-both-turned";
	list[1].title = tot_arena_format(ctx->arena, "Refunds from both states, %s first",
					 keep->schemes[states[turn ? 0 : 1]]->name);
	*count = 2;
	return TOT_OK;
}

enum tot_status tot_strategies_standard(struct tot_comparison *out, const struct tot_scenario *life,
					const struct tot_outcome *keep, struct tot_ctx *ctx)
{
	const size_t states = keep->state_count;
	out->strategies = tot_arena_alloc(ctx->arena, (states + 3) * sizeof(*out->strategies));
	if (!out->strategies)
		return TOT_ERR_MEMORY;
	struct tot_valued *list = out->strategies;
	list[0] = (struct tot_valued){.id = "keep", .title = "Pension later", .outcome = keep};
	out->strategy_count = 1;
	/* The refund whose claim lapses stands first: the states in reverse order. */
	size_t order[TOT_SCHEMES_MAX];
	for (size_t i = 0; i < states; i++) {
		order[i] = states - 1 - i;
		const enum tot_status status =
			one(&list[out->strategy_count++], life, keep, order[i], ctx);
		if (status < 0)
			return status;
	}
	if (states != 2)
		return TOT_OK;
	size_t count = 0;
	const enum tot_status status =
		both(&list[out->strategy_count], &count, life, keep, &list[1], order, ctx);
	out->strategy_count += count;
	return status;
}
