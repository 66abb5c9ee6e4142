/* Who may claim a lump sum: nationality, insurance, address, two years, ten years, disability. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refund.h"
#include "relatives.h"

#include <string.h>

/* The timing of the claim: nationality, insurance, address, the two years. */
static void check_day(struct tot_refund *refund, const struct tot_jp_claim *claim)
{
	char text[TOT_DATE_TEXT];
	const struct tot_jp_window *window = &claim->window;
	struct tot_ctx *ctx = claim->ctx;
	if (tot_person_national(&claim->view->life->person, "JP", claim->on))
		tot_refund_reason(refund, ctx, "a Japanese national on the day of the claim");
	if (window->insured || window->resident || window->permit) {
		const char *what = window->resident  ? "lives in Japan"
				   : window->insured ? "is insured in Japan"
						     : "holds a re-entry permit for Japan";
		if (tot_date_is_none(window->opens))
			tot_refund_reason(refund, ctx, "%s, and no end of that is given", what);
		else
			tot_refund_reason(refund, ctx,
					  "%s on the day of the claim; the window opens on %s",
					  what, tot_date_print(text, window->opens));
	} else if (tot_date_is_none(window->opens)) {
		tot_refund_reason(refund, ctx, "no Japanese insurance before the claim");
	} else if (tot_date_compare(claim->on, window->closes) > 0) {
		tot_refund_reason(refund, ctx, "the two years of the claim ended on %s",
				  tot_date_print(text, window->closes));
	}
}

bool tot_jp_treaty_months_bar(const struct tot_scenario *life)
{
	return strcmp(tot_scenario_choice(life, "jp.lump_sum.treaty_months_bar", "no"), "yes") == 0;
}

/* NPA suppl. s. 9-3-2 (1), EPA suppl. s. 29 (1): whoever has the ten years gets a pension. */
static enum tot_status check_ten_years(struct tot_refund *refund, const struct tot_jp_claim *claim)
{
	struct tot_value required;
	struct tot_months own;
	struct tot_qualifying test = {.title = "ten years, which shut the lump sum",
				      .law = "National Pension Act s. 26, suppl. s. 9-3-2 (1)"};
	const struct tot_at at = {.day = tot_date_to_day(claim->on)};
	const tot_month cut = tot_month_of(claim->on);
	const enum tot_status status =
		tot_jp_figure(&required, claim->ctx->law, TOT_JP_REQUIRED_MONTHS, &at);
	if (status != TOT_OK)
		return status;
	const bool treaty = tot_jp_treaty_months_bar(claim->view->life);
	tot_jp_qualifying_months(&own, &claim->past);
	tot_months_clip(&own, 0, cut);
	const int months = tot_months_count(&own);
	tot_qualify(&test, &own, months, NULL,
		    treaty ? tot_view_lent(claim->view, "JP.old_basic_10y") : NULL, cut,
		    (int)required.value);
	tot_trace_test(claim->ctx->trace, "", &test, &required);
	if (test.met && test.lent > 0)
		tot_refund_reason(refund, claim->ctx,
				  "%d months with %d lent ones: %d or more give a pension instead "
				  "(jp.lump_sum.treaty_months_bar: yes)",
				  test.counted, test.lent, test.required);
	else if (test.met)
		tot_refund_reason(refund, claim->ctx,
				  "%d qualifying months: %d or more give a pension instead",
				  test.own, test.required);
	return TOT_OK;
}

static bool insured_on(const struct tot_timeline *own, tot_kinds kinds, struct tot_date day)
{
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if (TOT_KIND_BIT(span->kind) & kinds && tot_date_compare(span->from, day) <= 0 &&
		    tot_date_compare(day, span->to) <= 0)
			return true;
	}
	return false;
}

/*
 * A disability that gives a right: insured in Japan at the first examination; grade 3 and the
 * allowance only for employees (NPA s. 30, EPA s. 47, 55).
 */
static bool disability_right(const struct tot_jp_claim *claim, const struct tot_event *event)
{
	const struct tot_date first =
		tot_date_is_none(event->first_examined) ? event->on : event->first_examined;
	const int grade = event->grade ? event->grade : event->capacity_partial ? 3 : 2;
	const tot_kinds kinds = grade >= 3 ? TOT_KIND_BIT(TOT_EMPLOYMENT) : TOT_JP_INSURED_KINDS;
	return insured_on(claim->view->own, kinds, first);
}

static void check_disability(struct tot_refund *refund, const struct tot_jp_claim *claim)
{
	const struct tot_scenario *life = claim->view->life;
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (tot_date_compare(event->on, claim->on) > 0)
			continue;
		const bool paid = event->kind == TOT_EVENT_BENEFIT &&
				  strcmp(event->country, "JP") == 0 &&
				  (strcmp(event->what, "disability") == 0 ||
				   strcmp(event->what, "disability_allowance") == 0);
		const bool due =
			event->kind == TOT_EVENT_DISABILITY && disability_right(claim, event);
		if (!paid && !due)
			continue;
		tot_refund_reason(refund, claim->ctx,
				  "a right to a Japanese disability benefit shuts the lump sum");
		return;
	}
}

static void explain_window(const struct tot_jp_claim *claim)
{
	char opens[TOT_DATE_TEXT], closes[TOT_DATE_TEXT], on[TOT_DATE_TEXT];
	struct tot_trace *trace = claim->ctx->trace;
	struct tot_value years;
	if (!trace || tot_date_is_none(claim->window.opens) ||
	    tot_jp_figure(&years, claim->ctx->law, TOT_JP_LUMP_YEARS, &(struct tot_at){0}) !=
		    TOT_OK)
		return;
	tot_trace_begin(trace, "", "window of the claim");
	tot_trace_law(trace, "National Pension Act suppl. s. 9-3-2 (1), Employees' Pension "
			     "Insurance Act suppl. s. 29 (1)");
	tot_trace_result(trace, "", "%s to %s", tot_date_print(opens, claim->window.opens),
			 tot_date_print(closes, claim->window.closes));
	tot_trace_formula(trace, "from the first day without insurance and address in Japan");
	tot_trace_input(trace, "looked at on", "%s", tot_date_print(on, claim->on));
	tot_trace_value(trace, "years", &years);
	tot_trace_end(trace);
}

/* EPA suppl. s. 29, NPA suppl. s. 9-3-2: the claim is the insured person's own. */
static void check_death(struct tot_refund *refund, const struct tot_jp_claim *claim)
{
	char text[TOT_DATE_TEXT];
	const struct tot_date died = tot_jp_death_day(claim->view->life);
	if (!tot_date_is_none(died) && tot_date_compare(died, claim->on) < 0)
		tot_refund_reason(refund, claim->ctx,
				  "the person died on %s, before this claim; one filed before is "
				  "paid to the family",
				  tot_date_print(text, died));
}

enum tot_status tot_jp_check_claim(struct tot_refund *refund, const struct tot_jp_claim *claim)
{
	check_death(refund, claim);
	check_day(refund, claim);
	explain_window(claim);
	const enum tot_status status = check_ten_years(refund, claim);
	if (status == TOT_OK)
		check_disability(refund, claim);
	refund->opens = claim->window.opens;
	refund->closes = claim->window.closes;
	return status;
}
