/* One life under all laws: place, refund, lend, test, pay. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

/* Claims of one state, in the order of the scenario. */
static enum tot_status pick_claims(struct tot_work *work, size_t state, struct tot_ctx *ctx)
{
	const char *country = work->outcome->schemes[state]->state;
	struct tot_claim *list =
		tot_arena_alloc(ctx->arena, (work->life->claim_count + 1) * sizeof(*list));
	if (!list)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < work->life->claim_count; i++)
		if (strcmp(work->life->claims[i].country, country) == 0)
			list[work->claim_count[state]++] = work->life->claims[i];
	work->claims[state] = list;
	return TOT_OK;
}

static enum tot_status prepare(struct tot_work *work, const struct tot_scenario *life,
			       const struct tot_strategy *strategy, struct tot_ctx *ctx)
{
	*work = (struct tot_work){.life = tot_life_under(life, strategy, ctx)};
	work->outcome = tot_arena_alloc(ctx->arena, sizeof(*work->outcome));
	if (!work->life || !work->outcome)
		return TOT_ERR_MEMORY;
	const struct tot_scheme *scheme;
	for (size_t i = 0; (scheme = tot_scheme_at(i)) && i < TOT_SCHEMES_MAX; i++) {
		/* A state without operations is shown among the foreign ones: its months are known. */
		if (!scheme->ops)
			continue;
		const size_t s = work->outcome->state_count++;
		work->outcome->schemes[s] = scheme;
		work->open_end[s] = TOT_MONTH_LIMIT;
		const enum tot_status status = pick_claims(work, s, ctx);
		if (status < 0)
			return status;
	}
	return tot_refund_steps(work, strategy);
}

/*
 * Where the plan ends the open records. A start that depends on lent months depends on the other state's end,
 * so the states are asked in turn until nothing moves; two rounds settle every plan but mutual "earliest".
 */
static enum tot_status end_open_records(struct tot_work *work, struct tot_ctx *ctx)
{
	enum tot_status status = tot_place_all(work, ctx);
	for (int round = 0; status >= 0 && round < 3; round++) {
		bool moved = false;
		for (size_t s = 0; status >= 0 && s < work->outcome->state_count; s++) {
			struct tot_view view;
			tot_month end = work->open_end[s];
			status = tot_view_make(&view, work, s, true, ctx);
			if (status >= 0)
				status = work->outcome->schemes[s]->ops->open_end(&end, &view, ctx);
			if (status < 0 || end == work->open_end[s])
				continue;
			moved = true;
			work->open_end[s] = end;
			status = tot_place_all(work, ctx);
		}
		if (!moved)
			break;
	}
	return status;
}

/* Tests, benefits and refunds of one state. */
static enum tot_status find(struct tot_work *work, size_t state, struct tot_ctx *ctx)
{
	const struct tot_scheme *scheme = work->outcome->schemes[state];
	struct tot_findings *findings = &work->outcome->findings[state];
	*findings = (struct tot_findings){.country = scheme->state};
	struct tot_view with_lent, own_only;
	enum tot_status status = tot_view_make(&with_lent, work, state, true, ctx);
	if (status >= 0)
		status = scheme->ops->entitle(findings, &with_lent, ctx);
	if (status >= 0)
		status = tot_view_make(&own_only, work, state, false, ctx);
	if (status >= 0)
		status = scheme->ops->benefit(findings, &own_only, ctx);
	if (status >= 0) {
		const char *voluntary = tot_voluntary_right(scheme->state, with_lent.own,
							    work->life, ctx->as_of, ctx);
		status = scheme->ops->refund(findings, &with_lent, (struct tot_date){0}, voluntary,
					     ctx);
	}
	return status;
}

static void count_shared(struct tot_outcome *outcome)
{
	if (outcome->state_count < 2)
		return;
	struct tot_months months[2];
	for (size_t s = 0; s < 2; s++)
		tot_timeline_months(&months[s], &outcome->timelines[s],
				    outcome->findings[s].timeline_end);
	outcome->shared_months = tot_months_count_and(&months[0], &months[1]);
}

static void worst_status(struct tot_outcome *outcome)
{
	for (size_t s = 0; s < outcome->state_count; s++)
		for (size_t b = 0; b < outcome->findings[s].benefit_count; b++)
			if (outcome->findings[s].benefits[b].chosen)
				outcome->doubt = tot_status_worse(
					outcome->doubt, outcome->findings[s].benefits[b].status);
}

static enum tot_status find_all(struct tot_work *work, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t s = 0; status >= 0 && s < work->outcome->state_count; s++)
		status = find(work, s, ctx);
	if (status < 0)
		return status;
	count_shared(work->outcome);
	worst_status(work->outcome);
	return TOT_OK;
}

/* A death ends every record, whatever it says. */
static bool died_before(const struct tot_scenario *life, struct tot_date on)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DEATH &&
		    tot_date_compare(life->events[i].on, on) < 0)
			return true;
	return false;
}

/* What belongs to the life as it stands alone: beside tests, benefits and refunds. */
static enum tot_status find_beside(struct tot_work *work, const struct tot_scenario *life,
				   struct tot_ctx *ctx, struct tot_ctx *quiet)
{
	enum tot_status status = tot_voluntary_find(work, ctx);
	if (status >= 0)
		status = tot_deductions_find(work, ctx);
	if (status >= 0 && !died_before(life, ctx->as_of))
		status = tot_contributions_find(work->outcome, ctx);
	if (status >= 0)
		status = tot_coverage_find(work->outcome, life, ctx);
	if (status >= 0)
		status = tot_institutions_find(work->outcome, quiet);
	if (status >= 0)
		status = tot_deadlines_find(work->outcome, life, quiet);
	if (status >= 0)
		status = tot_third_states(work, ctx);
	return status < 0 ? status : tot_effects(work->outcome, life, quiet);
}

enum tot_status tot_evaluate(struct tot_outcome **out, const struct tot_scenario *life,
			     const struct tot_strategy *strategy, bool effects, struct tot_ctx *ctx)
{
	/* Steps on the way are not explained: only what is found in the end is. */
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	quiet.notices = NULL;
	struct tot_work *work = tot_arena_alloc(ctx->arena, sizeof(*work));
	if (!work)
		return TOT_ERR_MEMORY;
	enum tot_status status = prepare(work, life, strategy, &quiet);
	if (status >= 0)
		status = tot_place_foreign(work->outcome, work->life, &quiet);
	if (status >= 0)
		status = tot_agreements_choose(work, &quiet);
	if (status >= 0)
		status = end_open_records(work, &quiet);
	if (status >= 0 && work->step_count)
		status = tot_refunds_apply(work, &quiet);
	if (status >= 0 && work->done_count)
		status = end_open_records(work, &quiet);
	if (status >= 0)
		status = find_all(work, strategy ? &quiet : ctx);
	if (status >= 0 && effects)
		status = find_beside(work, life, ctx, &quiet);
	if (status < 0)
		return status;
	*out = work->outcome;
	return work->outcome->doubt;
}

const struct tot_findings *tot_outcome_findings(const struct tot_outcome *outcome,
						const char *state)
{
	for (size_t s = 0; s < outcome->state_count; s++)
		if (strcmp(outcome->schemes[s]->state, state) == 0)
			return &outcome->findings[s];
	return NULL;
}
