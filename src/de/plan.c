/* When a German old-age pension can start, and when the plan wants it (DECISIONS 8, 23). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/plan.h"

#include <string.h>

#include "de/figures.h"

/* No start is looked for beyond this age, unless the plan wants a later one. */
#define SEARCH_AGE 75

static const struct {
	const char *word, *id;
	enum tot_de_test test;
} types[TOT_DE_OLD_AGE_COUNT] = {
	[TOT_DE_REGULAR] = {"regular", "DE.old_age.regular", TOT_DE_TEST_W5},
	[TOT_DE_LONG_INSURED] = {"long_insured", "DE.old_age.long_insured", TOT_DE_TEST_W35},
	[TOT_DE_ESPECIALLY_LONG_INSURED] = {"especially_long_insured",
					    "DE.old_age.especially_long_insured", TOT_DE_TEST_W45},
};

const char *tot_de_old_age_id(enum tot_de_old_age type)
{
	return types[type].id;
}

enum tot_de_test tot_de_test_of(enum tot_de_old_age type)
{
	return types[type].test;
}

bool tot_de_plans_known_type(const struct tot_view *view)
{
	for (size_t i = 0; i < view->claim_count; i++) {
		const struct tot_claim *claim = &view->claims[i];
		if (strcmp(claim->country, "DE") != 0 || !claim->type ||
		    strcmp(claim->type, "best") == 0)
			continue;
		bool known = false;
		for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++)
			known |= strcmp(claim->type, types[type].word) == 0;
		if (!known)
			return false;
	}
	return true;
}

static void read_claim(struct tot_de_plan *plan)
{
	const struct tot_claim *claim = plan->claim;
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++)
		plan->allowed[type] = !claim || !claim->type || strcmp(claim->type, "best") == 0 ||
				      strcmp(claim->type, types[type].word) == 0;
	plan->wanted = plan->limits[TOT_DE_REGULAR].full;
	if (!claim)
		return;
	const struct tot_date born = plan->view->life->person.born;
	switch (claim->when) {
	case TOT_CLAIM_REGULAR: break;
	case TOT_CLAIM_EARLIEST: plan->wanted = TOT_MONTH_NONE; break;
	case TOT_CLAIM_AGE:
		plan->wanted = tot_month_of(tot_age_reached(born, claim->age)) + 1;
		break;
	case TOT_CLAIM_START: plan->wanted = claim->start; break;
	}
}

/* A pension needs a living person at the beginning of its first month. */
static void end_search(struct tot_de_plan *plan)
{
	const struct tot_scenario *life = plan->view->life;
	const struct tot_age age = {SEARCH_AGE, 0};
	plan->last = tot_month_of(tot_age_reached(life->person.born, age)) + 1;
	if (plan->wanted != TOT_MONTH_NONE && plan->wanted > plan->last)
		plan->last = plan->wanted;
	plan->death = TOT_MONTH_NONE;
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DEATH)
			plan->death = tot_month_of(life->events[i].on);
	if (plan->death != TOT_MONTH_NONE && plan->death < plan->last)
		plan->last = plan->death;
	if (plan->last >= TOT_MONTH_LIMIT)
		plan->last = TOT_MONTH_LIMIT - 1;
}

/* Children born before 1992 have more months in later pensions: sets hold for one such number. */
static enum tot_status ensure_sets(struct tot_de_plan *plan, tot_month start)
{
	struct tot_at at = tot_de_on(tot_month_first_day(start));
	int64_t months = 0;
	enum tot_status status;
	const struct tot_family *family = &plan->view->life->family;
	for (size_t i = 0; i < family->child_count; i++) {
		int64_t of_child;
		at.birth = tot_date_to_day(family->children[i].born);
		status = tot_de_number(&of_child, plan->quiet.law, TOT_DE_CHILD_MONTHS, &at);
		if (status < 0)
			return status;
		months = months * 64 + of_child;
		months %= 1000003;
	}
	if (plan->child_months == (int)months)
		return TOT_OK;
	plan->child_months = (int)months;
	const struct tot_de_cut cut = {
		.start = start, .before = plan->last + 1, .open_until = plan->open_until};
	return tot_de_sets_of(&plan->sets, plan->view, &cut, &plan->quiet);
}

enum tot_status tot_de_plan_test(struct tot_qualifying *out, struct tot_de_plan *plan,
				 enum tot_de_test test, tot_month start)
{
	const enum tot_status status = ensure_sets(plan, start);
	if (status < 0)
		return status;
	return tot_de_test_at(out, test, &plan->sets, plan->view, start, start, &plan->quiet);
}

/*
 * Months until the test can be met at the soonest. Every month adds at most one to the 5 and 35 years; for
 * the 45 years months come back as the window of two years moves on, so each start is looked at. So it is
 * while an agreement lends nothing for want of own months: the first of these brings all lent ones.
 */
static tot_month months_to_go(enum tot_de_test test, const struct tot_qualifying *found,
			      tot_month settled)
{
	const bool waits_for_own = !found->own;
	const bool one_a_month =
		test != TOT_DE_TEST_W45 && settled != TOT_MONTH_NONE && !waits_for_own;
	return one_a_month && found->missing > 1 ? found->missing : 1;
}

enum tot_status tot_de_first_start(tot_month *out, struct tot_de_plan *plan,
				   enum tot_de_old_age type, tot_month from)
{
	struct tot_qualifying test;
	tot_month start = plan->limits[type].first;
	if (from != TOT_MONTH_NONE && from > start)
		start = from;
	*out = TOT_MONTH_NONE;
	while (start <= plan->last) {
		const enum tot_status status =
			tot_de_plan_test(&test, plan, types[type].test, start);
		if (status < 0)
			return status;
		if (test.met) {
			*out = start;
			return TOT_OK;
		}
		const tot_month settled = tot_de_settled(types[type].test, &plan->sets, plan->view);
		if (settled != TOT_MONTH_NONE && start >= settled)
			return TOT_OK;
		start += months_to_go(types[type].test, &test, settled);
	}
	return TOT_OK;
}

/* DECISIONS 23: the first month not before the wanted one in which an allowed type is payable. */
static enum tot_status find_planned(struct tot_de_plan *plan)
{
	plan->planned =
		plan->wanted == TOT_MONTH_NONE ? plan->limits[TOT_DE_REGULAR].full : plan->wanted;
	tot_month best = TOT_MONTH_NONE;
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++) {
		tot_month start;
		if (!plan->allowed[type])
			continue;
		const enum tot_status status =
			tot_de_first_start(&start, plan, (enum tot_de_old_age)type, plan->wanted);
		if (status < 0)
			return status;
		if (start != TOT_MONTH_NONE && (best == TOT_MONTH_NONE || start < best))
			best = start;
	}
	plan->payable = best != TOT_MONTH_NONE;
	if (plan->payable)
		plan->planned = best;
	/* DECISIONS 10: after a death before the start the months of the life are counted. */
	else if (plan->death != TOT_MONTH_NONE && plan->planned > plan->death + 1)
		plan->planned = plan->death + 1;
	return TOT_OK;
}

enum tot_status tot_de_plan_begin(struct tot_de_plan *out, const struct tot_view *view,
				  const struct tot_ctx *ctx)
{
	*out = (struct tot_de_plan){.view = view, .quiet = *ctx, .child_months = -1};
	out->quiet.trace = NULL;
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++) {
		const enum tot_status status =
			tot_de_age_limits(&out->limits[type], (enum tot_de_old_age)type,
					  view->life->person.born, ctx->law, NULL);
		if (status < 0)
			return status;
	}
	for (size_t i = 0; i < view->claim_count && !out->claim; i++)
		if (strcmp(view->claims[i].country, "DE") == 0)
			out->claim = &view->claims[i];
	read_claim(out);
	end_search(out);
	/* DECISIONS 8: without a claim open records end with the regular age; always with the life. */
	out->open_until = out->claim ? TOT_MONTH_LIMIT : out->limits[TOT_DE_REGULAR].full;
	if (out->death != TOT_MONTH_NONE && out->open_until > out->death + 1)
		out->open_until = out->death + 1;
	return TOT_OK;
}

enum tot_status tot_de_plan_of(struct tot_de_plan *out, const struct tot_view *view,
			       const struct tot_ctx *ctx)
{
	const enum tot_status status = tot_de_plan_begin(out, view, ctx);
	return status < 0 ? status : find_planned(out);
}

enum tot_status tot_de_open_end(tot_month *out, const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_de_plan plan;
	const enum tot_status status = tot_de_plan_of(&plan, view, ctx);
	if (status < 0)
		return status;
	*out = plan.planned < plan.open_until ? plan.planned : plan.open_until;
	return TOT_OK;
}
