/* Facts in one state that make a frame of years of another longer, and conditions deemed to be met. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

/* Months in which a pension of that state was drawn. */
static void add_pensions(struct tot_months *io, const struct tot_scenario *life, const char *state,
			 const char *what)
{
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind != TOT_EVENT_BENEFIT || strcmp(event->country, state) != 0 ||
		    strcmp(event->what, what) != 0)
			continue;
		const tot_month end =
			tot_date_is_none(event->to) ? TOT_MONTH_LIMIT : tot_month_of(event->to) + 1;
		tot_months_add_range(io, tot_month_of(event->on), end);
	}
}

static void add_kinds(struct tot_months *io, const struct tot_timeline *timeline, tot_kinds kinds)
{
	struct tot_months months;
	tot_timeline_kinds(&months, timeline, kinds);
	tot_months_or(io, &months);
}

/* Months that the person lives in the state. */
static void add_residence(struct tot_months *io, const struct tot_person *person, const char *state)
{
	for (size_t i = 0; i < person->residence_count; i++) {
		const struct tot_residence *stay = &person->residence[i];
		if (strcmp(stay->country, state) != 0)
			continue;
		const tot_month from = tot_date_is_none(stay->from) ? tot_month_of(person->born)
								    : tot_month_of(stay->from);
		const tot_month end =
			tot_date_is_none(stay->to) ? TOT_MONTH_LIMIT : tot_month_of(stay->to) + 1;
		tot_months_add_range(io, from, end);
	}
}

void tot_frame_facts(struct tot_lent *io, const struct tot_timeline *timeline,
		     const struct tot_scenario *life)
{
	const struct tot_window_extension *rule = io->rule->extended_by;
	const tot_kinds sickness =
		TOT_KIND_BIT(TOT_BENEFIT_SICKNESS) | TOT_KIND_BIT(TOT_CREDITABLE_SICKNESS);
	const tot_kinds unemployment =
		TOT_KIND_BIT(TOT_BENEFIT_UNEMPLOYMENT) | TOT_KIND_BIT(TOT_CREDITABLE_UNEMPLOYMENT);
	const tot_kinds children =
		TOT_KIND_BIT(TOT_CHILD_RAISING) | TOT_KIND_BIT(TOT_CONSIDERATION_CHILD);
	if (!rule)
		return;
	if (rule->facts & TOT_FACT_OLD_AGE_PENSION)
		add_pensions(&io->extension, life, rule->facts_in, "old_age");
	if (rule->facts & TOT_FACT_DISABILITY_PENSION)
		add_pensions(&io->extension, life, rule->facts_in, "disability");
	if (rule->facts & TOT_FACT_SICKNESS_BENEFIT)
		add_kinds(&io->extension, timeline, sickness);
	if (rule->facts & TOT_FACT_UNEMPLOYMENT_BENEFIT)
		add_kinds(&io->extension, timeline, unemployment);
	if (rule->facts & TOT_FACT_CHILD_RAISING) {
		add_kinds(&io->extension, timeline, children);
		add_residence(&io->raising_residence, &life->person, rule->facts_in);
	}
}

enum tot_status tot_deemed_find(struct tot_view *io, const struct tot_scheme *scheme,
				const struct tot_outcome *outcome,
				const struct tot_agreement *agreement, struct tot_ctx *ctx)
{
	struct tot_deemed_spans *list =
		tot_arena_alloc(ctx->arena, (agreement->deemed_count + 1) * sizeof(*list));
	if (!list)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < agreement->deemed_count; i++) {
		const struct tot_deemed *rule = &agreement->deemed[i];
		const struct tot_timeline *other = tot_outcome_timeline(outcome, rule->of);
		if (other && strcmp(rule->party, scheme->state) == 0)
			list[io->deemed_count++] =
				(struct tot_deemed_spans){rule, agreement->id, other};
	}
	io->deemed = list;
	return TOT_OK;
}
