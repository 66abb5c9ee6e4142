/* Refunds in date order, before any aggregation: what is paid, what goes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

static enum tot_status add_step(struct tot_work *work, const char *country, const char *which,
				struct tot_date filed, bool past)
{
	for (size_t s = 0; s < work->outcome->state_count; s++) {
		if (strcmp(work->outcome->schemes[s]->state, country) != 0)
			continue;
		if (work->step_count >= TOT_REFUND_STEPS_MAX)
			return TOT_ERR_DATA;
		struct tot_refund_step step = {s, filed, which ? which : "all", past};
		size_t at = work->step_count++;
		/* Equal days keep their order: events of the past come first. */
		for (; at > 0 && tot_date_compare(work->steps[at - 1].filed, filed) > 0; at--)
			work->steps[at] = work->steps[at - 1];
		work->steps[at] = step;
		return TOT_OK;
	}
	return TOT_OK;
}

enum tot_status tot_refund_steps(struct tot_work *work, const struct tot_strategy *strategy)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; status == TOT_OK && i < work->life->event_count; i++) {
		const struct tot_event *event = &work->life->events[i];
		if (event->kind == TOT_EVENT_REFUND)
			status = add_step(work, event->country, event->scheme, event->on, true);
	}
	for (size_t i = 0; status == TOT_OK && strategy && i < strategy->refund_count; i++) {
		const struct tot_refund_plan *plan = &strategy->refunds[i];
		status = add_step(work, plan->country, plan->scheme, plan->filed, false);
	}
	return status;
}

/* Does the entry belong to what was asked for? "all" takes every entry; else the end of its id. */
static bool asked(const struct tot_refund *refund, const char *which)
{
	if (strcmp(which, "all") == 0)
		return true;
	const char *last = strrchr(refund->id, '.');
	return last && strcmp(last + 1, which) == 0;
}

/* Ask the state on the day of filing; keep what it pays, or why it does not. */
static enum tot_status ask(bool *paid, struct tot_work *work, const struct tot_refund_step *step,
			   struct tot_ctx *ctx)
{
	struct tot_outcome *outcome = work->outcome;
	const struct tot_scheme *scheme = outcome->schemes[step->state];
	struct tot_view view;
	enum tot_status status = tot_view_make(&view, work, step->state, true, ctx);
	if (status < 0)
		return status;
	struct tot_findings *found = tot_arena_alloc(ctx->arena, sizeof(*found));
	if (!found)
		return TOT_ERR_MEMORY;
	found->country = scheme->state;
	const char *voluntary =
		tot_voluntary_right(scheme->state, view.own, work->life, step->filed, ctx);
	status = scheme->ops->refund(found, &view, step->filed, voluntary, ctx);
	if (status < 0)
		return status;
	*paid = false;
	const size_t room = sizeof(outcome->taken) / sizeof(outcome->taken[0]);
	for (size_t i = 0; i < found->refund_count && outcome->taken_count < room; i++) {
		const struct tot_refund *refund = &found->refunds[i];
		if (!asked(refund, step->which))
			continue;
		*paid |= refund->eligible;
		outcome->taken[outcome->taken_count++] = (struct tot_taken){
			scheme, step->filed, step->which, *refund, refund->eligible};
	}
	return TOT_OK;
}

enum tot_status tot_refunds_apply(struct tot_work *work, struct tot_ctx *ctx)
{
	for (size_t i = 0; i < work->step_count; i++) {
		const struct tot_refund_step *step = &work->steps[i];
		bool paid = true;
		enum tot_status status = step->past ? TOT_OK : ask(&paid, work, step, ctx);
		if (status < 0)
			return status;
		if (!paid) {
			work->outcome->closed = true;
			continue;
		}
		work->done[work->done_count++] = *step;
		status = tot_place_all(work, ctx);
		if (status < 0)
			return status;
	}
	return TOT_OK;
}
