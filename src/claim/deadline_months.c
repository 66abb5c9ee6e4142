/* Events of deadlines: contributions, children and postings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "coverage.h"
#include "deadlines.h"

/* Findings of a state of the rule that give a right to voluntary insurance. */
static const struct tot_voluntary *voluntary_of(const struct tot_deadline_work *work)
{
	for (size_t s = 0; s < work->outcome->state_count; s++) {
		const struct tot_findings *found = &work->outcome->findings[s];
		if (tot_deadline_of_state(work->rule, found->country) && found->has_voluntary &&
		    found->voluntary.entitled)
			return &found->voluntary;
	}
	return NULL;
}

void tot_deadline_calendar_year(struct tot_deadline_work *work)
{
	const struct tot_voluntary *right = voluntary_of(work);
	if (!right || right->from == TOT_MONTH_NONE)
		return;
	const int year = tot_month_year(right->from);
	tot_deadline_add(work, tot_limit_from(&work->rule->limit, tot_month_first_day(right->from)),
			 tot_arena_format(work->ctx->arena, "%d", year), NULL);
}

/* The earliest month of these kinds that can still be paid for, and how many there are. */
static void payable(struct tot_deadline_work *work, tot_kinds kinds)
{
	char month[TOT_DATE_TEXT];
	for (size_t s = 0; s < work->outcome->state_count; s++) {
		struct tot_months open;
		const struct tot_timeline *own = &work->outcome->timelines[s];
		if (!tot_deadline_of_state(work->rule, own->country))
			continue;
		tot_timeline_kinds(&open, own, kinds);
		tot_months_clip(&open, 0, tot_month_of(work->ctx->as_of) + 1);
		for (tot_month m = tot_months_next(&open, 0); m != TOT_MONTH_NONE;
		     m = tot_months_next(&open, m + 1)) {
			const struct tot_limit *due = &work->rule->due;
			const struct tot_date event =
				due->unit == TOT_LIMIT_NONE
					? tot_month_first_day(m)
					: tot_limit_from(due, tot_month_first_day(m));
			if (tot_date_compare(tot_limit_from(&work->rule->limit, event),
					     work->ctx->as_of) < 0)
				continue;
			tot_deadline_from(
				work, event,
				tot_arena_format(
					work->ctx->arena, "%s, the first of %d month(s)",
					tot_month_print(month, m),
					tot_months_count_range(&open, m, TOT_MONTH_LIMIT)));
			break;
		}
	}
}

void tot_deadline_premium(struct tot_deadline_work *work)
{
	payable(work, TOT_KIND_BIT(TOT_UNPAID));
}

void tot_deadline_exempt(struct tot_deadline_work *work)
{
	payable(work, TOT_KIND_BIT(TOT_EXEMPT_QUARTER) | TOT_KIND_BIT(TOT_EXEMPT_HALF) |
			      TOT_KIND_BIT(TOT_EXEMPT_THREE_QUARTERS) |
			      TOT_KIND_BIT(TOT_EXEMPT_FULL) | TOT_KIND_BIT(TOT_DEFERRED));
}

static bool has_disability(const struct tot_scenario *life)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DISABILITY)
			return true;
	return false;
}

/* An application on the day of the decision. */
void tot_deadline_application(struct tot_deadline_work *work)
{
	const struct tot_deadline_rule *rule = work->rule;
	if (rule->for_id && strcmp(rule->for_id, "voluntary") == 0) {
		if (voluntary_of(work))
			tot_deadline_from(work, work->ctx->as_of,
					  "counts from the day it is filed");
		return;
	}
	const char *home = tot_person_residence(&work->life->person, work->ctx->as_of);
	if (has_disability(work->life) && home && !tot_deadline_of_state(rule, home))
		tot_deadline_from(work, work->ctx->as_of, NULL);
}

/* The declaration reaches so many months back; raising begins in the month after the birth. */
void tot_deadline_declaration(struct tot_deadline_work *work)
{
	char day[TOT_DATE_TEXT];
	const struct tot_family *family = &work->life->family;
	const char *home = tot_person_residence(&work->life->person, work->ctx->as_of);
	if (!family->spouse.present || !home || !tot_deadline_of_state(work->rule, home))
		return;
	for (size_t i = 0; i < family->child_count; i++) {
		const struct tot_date born = family->children[i].born;
		const tot_month last = tot_month_of(born) + 1 - work->rule->limit.value;
		tot_deadline_add(work, tot_month_last_day(last),
				 tot_arena_format(work->ctx->arena, "child born %s, for all months",
						  tot_date_print(day, born)),
				 "the first month of child-raising");
	}
}

static bool of_posting(const struct tot_deadline_work *work, const struct tot_coverage *coverage)
{
	const struct tot_posting *posting = coverage->posting;
	const bool home = tot_deadline_of_state(work->rule, posting->home);
	const bool host = tot_deadline_of_state(work->rule, posting->host);
	/* A rule of one state is one of the home that certifies; one of two states is one of both. */
	return coverage->certified && home && (host || !strchr(work->rule->country, '-'));
}

static const char *posting_text(const struct tot_deadline_work *work,
				const struct tot_coverage *coverage)
{
	char day[TOT_DATE_TEXT];
	return tot_arena_format(work->ctx->arena, "%s to %s from %s",
				tot_state_title(coverage->posting->home),
				tot_state_title(coverage->posting->host),
				tot_date_print(day, coverage->posting->from));
}

void tot_deadline_posting_starts(struct tot_deadline_work *work)
{
	for (size_t i = 0; i < work->outcome->coverage_count; i++) {
		const struct tot_coverage *coverage = &work->outcome->coverage[i];
		if (!of_posting(work, coverage))
			continue;
		/* How its months are counted is the agreement's own rule. */
		if (work->rule->limit.unit == TOT_LIMIT_CALENDAR_MONTH && coverage->law.rule)
			tot_deadline_add(work, coverage->law.limit, posting_text(work, coverage),
					 NULL);
		else if (work->rule->limit.unit != TOT_LIMIT_CALENDAR_MONTH)
			tot_deadline_from(work, coverage->posting->from,
					  posting_text(work, coverage));
	}
}

/* Only where an extension can still be asked for and the stay reaches the end of the months. */
void tot_deadline_posting_limit(struct tot_deadline_work *work)
{
	for (size_t i = 0; i < work->outcome->coverage_count; i++) {
		const struct tot_coverage *coverage = &work->outcome->coverage[i];
		const struct tot_posting_law *law = &coverage->law;
		if (!of_posting(work, coverage) || !law->rule || !law->rule->extension_possible ||
		    tot_date_compare(law->home_end, law->limit) < 0)
			continue;
		tot_deadline_from(work, law->limit, posting_text(work, coverage));
	}
}

void tot_deadline_other_law(struct tot_deadline_work *work)
{
	for (size_t i = 0; i < work->outcome->coverage_count; i++) {
		const struct tot_coverage *coverage = &work->outcome->coverage[i];
		const struct tot_agreement *agreement = coverage->law.agreement;
		for (size_t k = 0; agreement && k < agreement->coverage.keep_both_count; k++) {
			const struct tot_keep_both *keep = &agreement->coverage.keep_both[k];
			const struct tot_date first = tot_coverage_first_out(coverage, keep->party);
			if (!tot_deadline_of_state(work->rule, keep->party) ||
			    !tot_coverage_may_keep(coverage, keep) ||
			    (keep->national &&
			     !tot_person_national(&work->life->person, keep->national, first)))
				continue;
			tot_deadline_from(work, first, posting_text(work, coverage));
		}
	}
}
