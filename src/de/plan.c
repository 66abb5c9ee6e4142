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
	[TOT_DE_SEVERELY_DISABLED] = {"severely_disabled", "DE.old_age.severely_disabled",
				      TOT_DE_TEST_W35},
	[TOT_DE_UNDERGROUND] = {"miners", "DE.old_age.miners", TOT_DE_TEST_W25},
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
	const struct tot_de_cut cut = {.start = start,
				       .before = plan->last + 1,
				       .open_until = plan->open_until,
				       .receipt = &plan->receipt};
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

/* First month at whose beginning a severe disability was recognised; TOT_MONTH_NONE: never. */
static tot_month recognised(const struct tot_person *person)
{
	const struct tot_date from = person->severely_disabled_from;
	if (tot_date_is_none(from))
		return TOT_MONTH_NONE;
	return tot_month_of(from) + (from.day > 1);
}

/* s. 38, s. 236b: the pension of 45 years began in 2012, with 65 for all until June 2014. */
static enum tot_status after_45_years_began(tot_month *io, const struct tot_de_plan *plan)
{
	for (; *io <= plan->last; ++*io) {
		const struct tot_at at = tot_de_on(tot_month_first_day(*io));
		int64_t years, months;
		enum tot_status status =
			tot_de_number(&years, plan->quiet.law, TOT_DE_ESPECIALLY_START_YEARS, &at);
		if (status >= 0)
			status = tot_de_number(&months, plan->quiet.law,
					       TOT_DE_ESPECIALLY_START_MONTHS, &at);
		if (status == TOT_ERR_NO_PARAMETER)
			continue;
		if (status < 0)
			return status;
		const struct tot_age age = {(int)years, (int)months};
		if (*io > tot_month_of(tot_age_reached(plan->view->life->person.born, age)))
			return TOT_OK;
	}
	return TOT_OK;
}

enum tot_status tot_de_allowed_from(tot_month *out, const struct tot_de_plan *plan,
				    enum tot_de_old_age type)
{
	*out = plan->limits[type].first;
	if (type == TOT_DE_ESPECIALLY_LONG_INSURED)
		return after_45_years_began(out, plan);
	if (type != TOT_DE_SEVERELY_DISABLED)
		return TOT_OK;
	/* s. 37 no. 2, s. 236a (1) no. 2: recognised at the beginning of the pension. */
	const tot_month since = recognised(&plan->view->life->person);
	if (since == TOT_MONTH_NONE)
		*out = TOT_MONTH_LIMIT;
	else if (since > *out)
		*out = since;
	return TOT_OK;
}

enum tot_status tot_de_first_start(tot_month *out, struct tot_de_plan *plan,
				   enum tot_de_old_age type, tot_month from)
{
	struct tot_qualifying test;
	tot_month start;
	struct tot_months *const not_met = &plan->not_met[types[type].test];
	const enum tot_status known = tot_de_allowed_from(&start, plan, type);
	if (known < 0)
		return known;
	if (from != TOT_MONTH_NONE && from > start)
		start = from;
	*out = TOT_MONTH_NONE;
	while (start <= plan->last) {
		/* Types with the same test, and searches from another month, ask again. */
		if (tot_months_has(not_met, start)) {
			start++;
			continue;
		}
		const enum tot_status status =
			tot_de_plan_test(&test, plan, types[type].test, start);
		if (status < 0)
			return status;
		if (test.met) {
			*out = start;
			return TOT_OK;
		}
		tot_months_add(not_met, start);
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
	/*
	 * DECISIONS 8: without a claim open records end with the regular age; always with the
	 * life.
	 */
	out->open_until = out->claim ? TOT_MONTH_LIMIT : out->limits[TOT_DE_REGULAR].full;
	if (out->death != TOT_MONTH_NONE && out->open_until > out->death + 1)
		out->open_until = out->death + 1;
	return TOT_OK;
}

enum tot_status tot_de_plan_receipt(struct tot_de_plan *io, const struct tot_findings *findings)
{
	const struct tot_scenario *life = io->view->life;
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < findings->benefit_count && status >= 0; i++) {
		const struct tot_benefit *benefit = &findings->benefits[i];
		const enum tot_de_disability kind = tot_de_disability_kind(benefit->id);
		struct tot_months months;
		if (kind >= TOT_DE_DISABILITY_MINERS || !benefit->entitled)
			continue;
		const struct tot_event *event = tot_de_disability_event(kind, life);
		status = tot_de_pension_receipt(
			&months,
			tot_de_after_twenty_years(benefit) ? benefit->start
							   : tot_month_of(event->on),
			benefit->start, event->temporary, life->person.born, io->quiet.law);
		if (status >= 0)
			tot_months_or(&io->receipt, &months);
		else if (status == TOT_ERR_NO_PARAMETER)
			status = TOT_OK;
	}
	return status < 0 ? status : TOT_OK;
}

enum tot_status tot_de_plan_of(struct tot_de_plan *out, const struct tot_view *view,
			       const struct tot_ctx *ctx)
{
	enum tot_status status = tot_de_plan_begin(out, view, ctx);
	if (status >= 0)
		status = tot_de_disability_rights(out->disability, view, &out->quiet);
	for (int kind = 0; kind < TOT_DE_DISABILITY_COUNT && status >= 0; kind++)
		tot_months_or(&out->receipt, &out->disability[kind].receipt);
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
