/* Events of deadlines: pensions, survivors and refunds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "deadlines.h"

/* "Regular old-age pension from 2051-06". */
static const char *about(const struct tot_deadline_work *work, const struct tot_benefit *benefit)
{
	char month[TOT_DATE_TEXT];
	return tot_arena_format(work->ctx->arena, "%s from %s", benefit->title,
				tot_month_print(month, benefit->start));
}

static const struct tot_event *death_of(const struct tot_scenario *life)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DEATH)
			return &life->events[i];
	return NULL;
}

static bool is_survivors(const struct tot_benefit *benefit)
{
	return strstr(benefit->id, ".survivor.") != NULL;
}

/* After a death only what is paid to survivors can still be claimed. */
static bool can_be_paid(const struct tot_deadline_work *work, const struct tot_benefit *benefit)
{
	return benefit->chosen && benefit->entitled && benefit->start != TOT_MONTH_NONE &&
	       (!death_of(work->life) || is_survivors(benefit)) &&
	       tot_deadline_for(work->rule, benefit->id);
}

/* Calls for each benefit of the rule's state that the plan pays. */
static void each_paid(struct tot_deadline_work *work,
		      void (*call)(struct tot_deadline_work *, const struct tot_benefit *))
{
	const struct tot_outcome *outcome = work->outcome;
	for (size_t s = 0; s < outcome->state_count; s++) {
		const struct tot_findings *found = &outcome->findings[s];
		for (size_t b = 0; b < found->benefit_count; b++) {
			const struct tot_benefit *benefit = &found->benefits[b];
			if (tot_deadline_of_state(work->rule, found->country) &&
			    can_be_paid(work, benefit))
				call(work, benefit);
		}
	}
}

/* SGB VI s. 99 (1): the months run from the conditions; a pension wanted later is claimed in its month. */
static void claim_in_time(struct tot_deadline_work *work, const struct tot_benefit *benefit)
{
	const tot_month first = benefit->earliest_start == TOT_MONTH_NONE ? benefit->start
									  : benefit->earliest_start;
	const struct tot_date met = tot_month_last_day(first - 1);
	const struct tot_date start_ends = tot_month_last_day(benefit->start);
	const struct tot_date limit = tot_limit_from(&work->rule->limit, met);
	/* s. 99 (2) is the rule of survivors. */
	if (is_survivors(benefit))
		return;
	if (benefit->start > first && tot_date_compare(start_ends, limit) > 0)
		tot_deadline_add(work, start_ends, about(work, benefit),
				 "the start that is planned");
	else
		tot_deadline_from(work, met, about(work, benefit));
}

void tot_deadline_conditions_met(struct tot_deadline_work *work)
{
	each_paid(work, claim_in_time);
}

/* The first instalment: the year in which it arose, or the first day after the month of its payment. */
static void first_instalment(struct tot_deadline_work *work, const struct tot_benefit *benefit)
{
	const tot_month paid =
		benefit->first_payment == TOT_MONTH_NONE ? benefit->start : benefit->first_payment;
	const bool year = work->rule->limit.end == TOT_END_OF_YEAR;
	tot_deadline_from(
		work, tot_month_first_day(year ? benefit->start : paid + 1),
		tot_arena_format(work->ctx->arena, "first instalment of %s", about(work, benefit)));
}

void tot_deadline_benefit_due(struct tot_deadline_work *work)
{
	each_paid(work, first_instalment);
}

/* The next birthday while the pension is paid and the person lives elsewhere. */
static void next_birthday(struct tot_deadline_work *work, const struct tot_benefit *benefit)
{
	const struct tot_person *person = &work->life->person;
	struct tot_date from = tot_month_first_day(benefit->start);
	if (tot_date_compare(from, work->ctx->as_of) < 0)
		from = work->ctx->as_of;
	const char *home = tot_person_residence(person, from);
	if (home && strcmp(home, benefit->country) == 0)
		return;
	const tot_month this_year = tot_month_make(from.year, person->born.month);
	const tot_month next = this_year < tot_month_of(from) ? this_year + 12 : this_year;
	tot_deadline_from(work, tot_month_first_day(next), about(work, benefit));
}

void tot_deadline_birthday(struct tot_deadline_work *work)
{
	each_paid(work, next_birthday);
}

void tot_deadline_capacity(struct tot_deadline_work *work)
{
	for (size_t i = 0; i < work->life->event_count; i++) {
		const struct tot_event *event = &work->life->events[i];
		if (event->kind == TOT_EVENT_DISABILITY && event->temporary)
			tot_deadline_from(work, event->on, NULL);
	}
}

static bool insured_in(const struct tot_deadline_work *work)
{
	for (size_t s = 0; s < work->outcome->state_count; s++)
		if (tot_deadline_of_state(work->rule, work->outcome->timelines[s].country) &&
		    work->outcome->timelines[s].span_count)
			return true;
	return false;
}

/*
 * A claim reaches so many months back: whoever files within as many months after the death loses
 * none.
 */
static void reaches_back(struct tot_deadline_work *work)
{
	char day[TOT_DATE_TEXT];
	const struct tot_event *death = death_of(work->life);
	if (!death || !insured_in(work))
		return;
	const tot_month last = tot_month_of(death->on) - work->rule->limit.value;
	tot_deadline_add(work, tot_month_last_day(last), "no month is lost up to this day",
			 tot_arena_format(work->ctx->arena, "the death on %s",
					  tot_date_print(day, death->on)));
}

void tot_deadline_claim(struct tot_deadline_work *work)
{
	size_t states = 0;
	if (work->rule->limit.value < 0) {
		reaches_back(work);
		return;
	}
	for (size_t s = 0; s < work->outcome->state_count; s++)
		states += tot_deadline_of_state(work->rule, work->outcome->timelines[s].country) &&
			  work->outcome->timelines[s].span_count;
	if (states > 1)
		tot_deadline_add(work, (struct tot_date){0}, NULL, NULL);
}

/* Rules about one benefit need that benefit, where its law is computed. */
static bool benefit_is_due(const struct tot_deadline_work *work)
{
	bool known = false;
	for (size_t s = 0; s < work->outcome->state_count; s++) {
		const struct tot_findings *found = &work->outcome->findings[s];
		for (size_t b = 0; b < found->benefit_count; b++) {
			if (!tot_deadline_for(work->rule, found->benefits[b].id))
				continue;
			known = true;
			if (found->benefits[b].entitled)
				return true;
		}
	}
	return !known;
}

void tot_deadline_death(struct tot_deadline_work *work)
{
	const struct tot_event *death = death_of(work->life);
	if (death && insured_in(work) && benefit_is_due(work))
		tot_deadline_from(work, death->on, NULL);
}

/* A refund that can be claimed on the day or on the first day of its window. */
static const struct tot_refund *refund_of(const struct tot_deadline_work *work)
{
	for (size_t s = 0; s < work->outcome->state_count; s++) {
		const struct tot_findings *found = &work->outcome->findings[s];
		for (size_t r = 0; r < found->refund_count; r++)
			if (found->refunds[r].eligible &&
			    tot_deadline_for(work->rule, found->refunds[r].id) &&
			    tot_deadline_of_state(work->rule, found->country))
				return &found->refunds[r];
	}
	return NULL;
}

/* Insured on the day, or to be so by the plan: no wait has begun. */
static bool still_insured(const struct tot_deadline_work *work, const struct tot_timeline *own)
{
	struct tot_months months, voluntary;
	tot_timeline_months(&months, own, TOT_MONTH_LIMIT);
	tot_timeline_kinds(&voluntary, own, TOT_KIND_BIT(TOT_VOLUNTARY));
	tot_months_andnot(&months, &voluntary);
	const tot_month last = tot_months_last(&months);
	return last != TOT_MONTH_NONE && last >= tot_month_of(work->ctx->as_of);
}

/* The state's own law has found when the wait ends; nothing to wait for where the refund is shut. */
void tot_deadline_insurance_ends(struct tot_deadline_work *work)
{
	for (size_t s = 0; s < work->outcome->state_count; s++) {
		const struct tot_findings *found = &work->outcome->findings[s];
		for (size_t r = 0; r < found->refund_count; r++) {
			const struct tot_refund *refund = &found->refunds[r];
			if (tot_date_is_none(refund->opens) ||
			    still_insured(work, &work->outcome->timelines[s]) ||
			    !tot_deadline_for(work->rule, refund->id) ||
			    tot_voluntary_right(found->country, &work->outcome->timelines[s],
						work->life, refund->opens, work->ctx))
				continue;
			tot_deadline_add(work, refund->opens, NULL,
					 "the last month of compulsory insurance");
		}
	}
}

void tot_deadline_window(struct tot_deadline_work *work)
{
	char day[TOT_DATE_TEXT];
	const struct tot_refund *refund = refund_of(work);
	if (refund && !tot_date_is_none(refund->closes))
		tot_deadline_add(work, refund->closes, NULL,
				 tot_arena_format(work->ctx->arena, "%s",
						  tot_date_print(day, refund->opens)));
}

/* The year in which a refund is paid: that of a past claim, or of one on the day or the first day. */
void tot_deadline_tax(struct tot_deadline_work *work)
{
	const struct tot_refund *refund = refund_of(work);
	for (size_t i = 0; i < work->life->event_count; i++) {
		const struct tot_event *event = &work->life->events[i];
		const bool part = event->scheme && work->rule->for_id &&
				  (strcmp(event->scheme, "all") == 0 ||
				   strstr(work->rule->for_id, event->scheme));
		if (event->kind == TOT_EVENT_REFUND && part &&
		    tot_deadline_of_state(work->rule, event->country))
			tot_deadline_from(work, (struct tot_date){event->on.year + 1, 1, 1},
					  "of the payment already taken");
	}
	if (!refund || !refund->withheld.known || !refund->withheld.value)
		return;
	const bool later = tot_date_compare(refund->opens, work->ctx->as_of) > 0;
	const int year = later ? refund->opens.year : work->ctx->as_of.year;
	tot_deadline_from(work, (struct tot_date){year + 1, 1, 1},
			  tot_arena_format(work->ctx->arena, "if it is paid in %d", year));
}

static void before_force(struct tot_deadline_work *work, const struct tot_benefit *benefit)
{
	const struct tot_date first = work->rule->limit.date;
	if (benefit->by_agreement && benefit->start < tot_month_of(first))
		tot_deadline_add(work, first, about(work, benefit), NULL);
}

void tot_deadline_first_benefit(struct tot_deadline_work *work)
{
	each_paid(work, before_force);
}
