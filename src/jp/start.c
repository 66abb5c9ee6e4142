/* From the plan to the first month paid: 65, earlier, later, or as soon as a right exists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

#include <string.h>

static const char *const names[TOT_JP_PARTS] = {"basic", "employees"};

/* The claim that speaks of a part: its own, else one for both. */
const struct tot_claim *tot_jp_claim_of(const struct tot_view *view, const char *part)
{
	const struct tot_claim *both = NULL;
	for (size_t i = 0; i < view->claim_count; i++) {
		const struct tot_claim *claim = &view->claims[i];
		if (claim->type && strcmp(claim->type, part) == 0)
			return claim;
		if (!both && (!claim->type || strcmp(claim->type, "all") == 0))
			both = claim;
	}
	return both;
}

/*
 * Another pension that stands against waiting (NPA s. 28 (1), (2) no. 1): one for disability or to
 * survivors; the latter not for rights from 2028-04-01 (Act 74/2025).
 */
static bool stops_waiting(const struct tot_event *event, const struct tot_jp_ages *ages,
			  const struct tot_law *law)
{
	const tot_month reform = tot_month_of(tot_jp_day(law, TOT_JP_DAY_REFORM_ADDITIONS));
	if (event->kind != TOT_EVENT_BENEFIT || strcmp(event->country, "JP") != 0)
		return false;
	return strcmp(event->what, "disability") == 0 ||
	       (strcmp(event->what, "survivor") == 0 && ages->month_65 < reform);
}

/*
 * Highest number of months that a claim can be put off; no limit where the scale is not known. A
 * right to another pension ends the wait in its month; one that exists at 65 lets nobody wait.
 */
static int late_maximum(const struct tot_view *view, const struct tot_jp_ages *ages,
			const struct tot_law *law)
{
	struct tot_value value;
	const enum tot_status status =
		tot_jp_of_cohort(&value, law, TOT_JP_LATE_MAXIMUM, view->life->person.born);
	int most = status == TOT_OK ? (int)value.value : TOT_MONTH_LIMIT;
	for (size_t i = 0; i < view->life->event_count; i++) {
		const struct tot_event *event = &view->life->events[i];
		if (!stops_waiting(event, ages, law) ||
		    (!tot_date_is_none(event->to) &&
		     tot_date_compare(event->to, ages->until_65) < 0))
			continue;
		const int wait = tot_month_of(event->on) - ages->month_65;
		if (wait < most)
			most = wait < ages->late_minimum ? 0 : wait;
	}
	return most;
}

/*
 * The month that the law makes of a wanted one when the right arises in `right` (65 or later):
 * less than twelve months late is a claim at the right; after the last month that still adds
 * something the claim counts as made then (NPA s. 28 (2)).
 */
static tot_month lawful(tot_month wanted, tot_month right, const struct tot_jp_ages *ages, int most)
{
	if (wanted <= ages->month_early)
		return ages->month_early + 1;
	const int late = wanted - 1 - right;
	if (late > 0 && late < ages->late_minimum)
		return right + 1;
	return late > most ? right + 1 + most : wanted;
}

/* The longest wait that a claim for `wanted` can make good: five years more for a deemed one. */
static int most_late(const struct tot_view *view, const char *part, tot_month wanted, int most,
		     const struct tot_law *law)
{
	const struct tot_claim *claim = tot_jp_claim_of(view, part);
	const bool deemed = claim && claim->deemed && most > 0 && wanted != TOT_MONTH_NONE;
	return deemed ? most + tot_jp_deemed_most(view->life, wanted, law) : most;
}

/* TOT_MONTH_NONE: as early as possible. */
static tot_month wanted_start(const struct tot_view *view, const char *part,
			      const struct tot_jp_ages *ages, int most, const struct tot_law *law)
{
	const struct tot_claim *claim = tot_jp_claim_of(view, part);
	const enum tot_claim_when when = claim ? claim->when : TOT_CLAIM_REGULAR;
	tot_month wanted = ages->month_65 + 1;
	switch (when) {
	case TOT_CLAIM_EARLIEST: return TOT_MONTH_NONE;
	case TOT_CLAIM_AGE:
		wanted = tot_jp_start_at_age(view->life->person.born, claim->age);
		break;
	case TOT_CLAIM_START: wanted = claim->start; break;
	case TOT_CLAIM_REGULAR: break;
	}
	return lawful(wanted, ages->month_65, ages, most_late(view, part, wanted, most, law));
}

/* First month from 60 on in which the right exists: tested with the months that are over. */
static enum tot_status first_right(tot_month *out, enum tot_jp_part part,
				   const struct tot_view *view, const struct tot_jp_ages *ages,
				   struct tot_ctx *ctx)
{
	struct tot_months months;
	tot_jp_qualifying_months(&months, view->own);
	tot_month last = tot_months_last(&months);
	for (size_t i = 0; i < view->lent_count; i++) {
		const tot_month lent = tot_months_last(&view->lent[i].months);
		last = lent > last ? lent : last;
	}
	/* Nothing changes after the last month but the figure itself, which fell in 2017-08. */
	struct tot_value newest;
	int64_t newest_day;
	const enum tot_status found = tot_law_last(&newest, &newest_day, ctx->law, &tot_jp_figures,
						   TOT_JP_REQUIRED_MONTHS);
	if (found != TOT_OK)
		return found;
	const tot_month reform = tot_month_of(tot_date_from_day((tot_day)newest_day));
	tot_month end = last + 2 > reform + 1 ? last + 2 : reform + 1;
	end = end > ages->month_early + 1 ? end : ages->month_early + 1;
	end = end < TOT_MONTH_LIMIT ? end : TOT_MONTH_LIMIT;
	*out = TOT_MONTH_NONE;
	for (tot_month month = ages->month_early; month < end; month++) {
		struct tot_qualifying test = {0};
		const enum tot_status status = tot_jp_test(&test, part, view, month, month, ctx);
		if (status != TOT_OK)
			return status;
		if (test.met) {
			*out = month;
			break;
		}
	}
	return TOT_OK;
}

tot_month tot_jp_right(const struct tot_jp_ages *ages, tot_month earliest)
{
	return earliest - 1 > ages->month_65 ? earliest - 1 : ages->month_65;
}

/* First month paid: the wanted one, or the first payable after it; never: the wanted one. */
static void settle(struct tot_jp_start *start, const struct tot_jp_ages *ages)
{
	if (start->earliest == TOT_MONTH_NONE) {
		start->right = TOT_MONTH_NONE;
		if (start->wanted == TOT_MONTH_NONE)
			start->wanted = ages->month_65 + 1;
		start->start = start->wanted;
		return;
	}
	start->right = tot_jp_right(ages, start->earliest);
	if (start->wanted == TOT_MONTH_NONE)
		start->wanted = start->earliest;
	start->start = start->wanted < start->earliest ? start->earliest : start->wanted;
	start->start = lawful(start->start, start->right, ages, start->most);
}

/* NPA suppl. s. 9-2 (2), EPA suppl. s. 7-3 (2): an early claim of one part is a claim of both. */
static void couple(struct tot_jp_start out[TOT_JP_PARTS], const struct tot_jp_ages *ages)
{
	tot_month first = TOT_MONTH_LIMIT;
	for (int part = 0; part < TOT_JP_PARTS; part++)
		if (out[part].earliest != TOT_MONTH_NONE && out[part].start < first)
			first = out[part].start;
	for (int part = 0; part < TOT_JP_PARTS && first <= ages->month_65; part++) {
		if (out[part].earliest == TOT_MONTH_NONE)
			continue;
		out[part].wanted = first;
		settle(&out[part], ages);
	}
}

/*
 * EPA suppl. s. 7-3, 13-4: who has a pension before 65 cannot claim the employees' part early any
 * more once its age is reached; the basic pension can be claimed alone then (NPA suppl. s. 9-2-2).
 */
static enum tot_status keep_special(struct tot_jp_start out[TOT_JP_PARTS],
				    const struct tot_view *view, const struct tot_jp_ages *ages,
				    struct tot_ctx *ctx)
{
	tot_month first, right;
	struct tot_jp_start *employees = &out[TOT_JP_EMPLOYEES];
	enum tot_status status = tot_jp_special_right(&right, view, ctx);
	if (status != TOT_OK || employees->earliest == TOT_MONTH_NONE)
		return status;
	first = employees->start;
	if (out[TOT_JP_BASIC].earliest != TOT_MONTH_NONE && out[TOT_JP_BASIC].start < first)
		first = out[TOT_JP_BASIC].start;
	if (right == TOT_MONTH_NONE || first - 1 < right) {
		couple(out, ages);
		return TOT_OK;
	}
	if (employees->start <= ages->month_65) {
		employees->wanted = ages->month_65 + 1;
		settle(employees, ages);
	}
	return TOT_OK;
}

enum tot_status tot_jp_starts(struct tot_jp_start out[TOT_JP_PARTS], const struct tot_view *view,
			      struct tot_ctx *ctx)
{
	struct tot_jp_ages ages;
	const struct tot_date born = view->life->person.born;
	enum tot_status status = tot_jp_ages_of(&ages, born, ctx->law);
	if (status != TOT_OK)
		return status;
	const int most = late_maximum(view, &ages, ctx->law);
	for (int part = 0; part < TOT_JP_PARTS; part++) {
		tot_month right;
		status = first_right(&right, (enum tot_jp_part)part, view, &ages, ctx);
		if (status != TOT_OK)
			return status;
		out[part].earliest = right == TOT_MONTH_NONE ? right : right + 1;
		out[part].wanted = wanted_start(view, names[part], &ages, most, ctx->law);
		out[part].most = most_late(view, names[part], out[part].wanted, most, ctx->law);
		settle(&out[part], &ages);
	}
	return keep_special(out, view, &ages, ctx);
}

enum tot_status tot_jp_open_end(tot_month *out, const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_jp_ages ages;
	const struct tot_date born = view->life->person.born;
	enum tot_status status = tot_jp_ages_of(&ages, born, ctx->law);
	if (status != TOT_OK)
		return status;
	const int most = late_maximum(view, &ages, ctx->law);
	const tot_month basic = wanted_start(view, names[TOT_JP_BASIC], &ages, most, ctx->law);
	const tot_month employees =
		wanted_start(view, names[TOT_JP_EMPLOYEES], &ages, most, ctx->law);
	if (basic != TOT_MONTH_NONE && employees != TOT_MONTH_NONE) {
		const bool early = basic <= ages.month_65 && basic < employees;
		*out = early ? basic : employees;
		return TOT_OK;
	}
	/* As early as possible: open records run to 65 while the first payable month is sought. */
	struct tot_timeline placed;
	struct tot_view probe = *view;
	struct tot_jp_start starts[TOT_JP_PARTS];
	if (!view->own) {
		status = tot_jp_place(&placed, view->life, ages.month_65 + 1, ctx);
		probe.own = &placed;
	}
	if (status == TOT_OK)
		status = tot_jp_starts(starts, &probe, ctx);
	if (status != TOT_OK)
		return status;
	const tot_month start = starts[TOT_JP_EMPLOYEES].start;
	*out = employees == TOT_MONTH_NONE && start > ages.month_65 + 1 ? ages.month_65 + 1 : start;
	return TOT_OK;
}
