/* Several agreements: each is asked alone. Months of third states: shown, and what they would need. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

/* How good an agreement is for one state: pensions first, then what is entitled and met. */
struct score {
	int64_t amount; /* of the benefits that the plan pays, a year */
	int entitled, met;
};

static struct score score_of(const struct tot_findings *found)
{
	struct score score = {0};
	for (size_t i = 0; i < found->benefit_count; i++) {
		const struct tot_benefit *benefit = &found->benefits[i];
		const bool monthly =
			benefit->amount.per && strcmp(benefit->amount.per, "month") == 0;
		score.entitled += benefit->entitled;
		if (benefit->entitled && benefit->chosen && benefit->amount.known)
			score.amount += benefit->amount.value * (monthly ? 12 : 1);
	}
	for (size_t i = 0; i < found->qualifying_count; i++)
		score.met += found->qualifying[i].met;
	return score;
}

static bool better(struct score a, struct score b)
{
	if (a.amount != b.amount)
		return a.amount > b.amount;
	return a.entitled != b.entitled ? a.entitled > b.entitled : a.met > b.met;
}

/* Tests and amounts of one state by one agreement. */
static enum tot_status try_agreement(struct tot_findings *out, struct tot_work *work, size_t state,
				     const struct tot_agreement *agreement, struct tot_ctx *quiet)
{
	const struct tot_agreement *before = work->only[state];
	const struct tot_scheme_ops *ops = work->outcome->schemes[state]->ops;
	struct tot_view with_lent, own_only;
	*out = (struct tot_findings){.country = work->outcome->schemes[state]->state};
	work->only[state] = agreement;
	enum tot_status status = tot_view_make(&with_lent, work, state, true, quiet);
	if (status >= 0)
		status = ops->entitle(out, &with_lent, quiet);
	if (status >= 0)
		status = tot_view_make(&own_only, work, state, false, quiet);
	if (status >= 0)
		status = ops->benefit(out, &own_only, quiet);
	work->only[state] = before;
	return status;
}

/* Does the agreement join this state with another one in which the person has months? */
static bool concerns(const struct tot_agreement *agreement, const struct tot_work *work,
		     size_t state, struct tot_date on)
{
	const struct tot_outcome *outcome = work->outcome;
	if (!tot_agreement_lends(agreement, outcome->schemes[state], on))
		return false;
	for (size_t s = 0; s < outcome->state_count; s++)
		if (s != state && tot_agreement_is_party(agreement, outcome->schemes[s]->state, on))
			return true;
	for (size_t i = 0; i < outcome->foreign_count; i++)
		if (tot_agreement_is_party(agreement, outcome->foreign[i].country, on))
			return true;
	return false;
}

static enum tot_status choose(struct tot_work *work, size_t state, struct tot_ctx *ctx)
{
	struct tot_findings *found = tot_arena_alloc(ctx->arena, sizeof(*found));
	const struct tot_agreement *agreement, *best = NULL;
	struct score best_score = {0};
	size_t count = 0;
	enum tot_status status = TOT_OK;
	if (!found)
		return TOT_ERR_MEMORY;
	for (size_t a = 0; (agreement = tot_law_agreement(ctx->law, a)); a++)
		if (agreement->complete && concerns(agreement, work, state, ctx->as_of)) {
			best = agreement;
			count++;
		}
	for (size_t a = 0; count > 1 && (agreement = tot_law_agreement(ctx->law, a)); a++) {
		if (!agreement->complete || !concerns(agreement, work, state, ctx->as_of))
			continue;
		status = try_agreement(found, work, state, agreement, ctx);
		if (status < 0)
			return status;
		const struct score score = score_of(found);
		if (best == agreement || better(score, best_score)) {
			best = agreement;
			best_score = score;
		}
	}
	work->only[state] = best;
	return TOT_OK;
}

enum tot_status tot_agreements_choose(struct tot_work *work, struct tot_ctx *ctx)
{
	enum tot_status status = tot_place_all(work, ctx);
	for (size_t s = 0; status >= 0 && s < work->outcome->state_count; s++)
		status = choose(work, s, ctx);
	return status;
}

static int months_in(const struct tot_timeline *timeline)
{
	struct tot_months months;
	tot_timeline_months(&months, timeline, TOT_MONTH_LIMIT);
	return tot_months_count(&months);
}

/* Tests that a sketched agreement would meet and the complete one does not. */
static const char *gains(const struct tot_findings *with, const struct tot_findings *now,
			 struct tot_ctx *ctx)
{
	const char *text = NULL;
	for (size_t i = 0; i < with->qualifying_count; i++) {
		const struct tot_qualifying *test = &with->qualifying[i];
		const struct tot_qualifying *other = tot_findings_find_test(now, test->id);
		if (!other || other->met || !test->met)
			continue;
		text = tot_arena_format(ctx->arena, "%s%s%s with %d of %d", text ? text : "",
					text ? ", " : "", test->id, test->counted, test->required);
	}
	return text;
}

static enum tot_status by_sketch(struct tot_work *work, size_t state,
				 const struct tot_agreement *agreement, struct tot_ctx *ctx)
{
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	quiet.notices = NULL;
	struct tot_findings *found = tot_arena_alloc(ctx->arena, sizeof(*found));
	if (!found)
		return TOT_ERR_MEMORY;
	const enum tot_status status = try_agreement(found, work, state, agreement, &quiet);
	const char *text = status >= 0 ? gains(found, &work->outcome->findings[state], ctx) : NULL;
	if (text && ctx->notices)
		tot_diag_add(
			ctx->notices, TOT_INFO, "other-agreement", "", "",
			"%s: the agreement %s, whose file is only a sketch, would alone meet %s "
			"units; ask the insurer",
			tot_state_title(found->country), agreement->id, text);
	return status < 0 ? status : TOT_OK;
}

/* The agreements that lend here, by name. */
static const char *lending(const struct tot_work *work, struct tot_ctx *ctx)
{
	const char *names = NULL;
	for (size_t s = 0; s < work->outcome->state_count; s++) {
		const struct tot_agreement *only = work->only[s];
		if (only && (!names || !strstr(names, only->id)))
			names = names ? tot_arena_format(ctx->arena, "%s, %s", names, only->id)
				      : only->id;
	}
	return names ? names : "none";
}

enum tot_status tot_third_states(struct tot_work *work, struct tot_ctx *ctx)
{
	const struct tot_outcome *outcome = work->outcome;
	const struct tot_agreement *agreement;
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < outcome->foreign_count && ctx->notices; i++) {
		const struct tot_timeline *foreign = &outcome->foreign[i];
		bool lent = false;
		for (size_t s = 0; s < outcome->state_count; s++)
			lent |= work->only[s] &&
				tot_agreement_is_party(work->only[s], foreign->country, ctx->as_of);
		if (!lent)
			tot_diag_add(
				ctx->notices, TOT_INFO, "third-state", "", "",
				"%d months in %s are shown and do not count: the agreement used "
				"(%s) adds only months of its own states; a pension of that state "
				"is not computed",
				months_in(foreign), tot_state_title(foreign->country),
				lending(work, ctx));
	}
	for (size_t a = 0; (agreement = tot_law_agreement(ctx->law, a)) && status >= 0; a++)
		for (size_t s = 0; s < outcome->state_count && status >= 0; s++)
			if (!agreement->complete && outcome->foreign_count &&
			    outcome->timelines[s].span_count &&
			    concerns(agreement, work, s, ctx->as_of))
				status = by_sketch(work, s, agreement, ctx);
	return status;
}
