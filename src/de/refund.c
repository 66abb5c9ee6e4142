/* Who can take a refund of contributions, from when, and what it erases (s. 210). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/refund.h"

#include <string.h>

#include "de/figures.h"
#include "de/plan.h"
#include "de/voluntary.h"

/* What decides about a refund on one day. */
struct facts {
	const struct tot_view *view;
	struct tot_ctx *ctx;
	struct tot_date on;
	const char *voluntary; /* right to voluntary insurance, or NULL */
	bool insured;
	tot_month last_compulsory; /* last month of compulsory insurance */
	struct tot_date opens;	   /* first day after the 24 months; none without such insurance */
	bool waited;
	bool regular_age;
	struct tot_date regular_day; /* the regular age is completed */
	bool five_years;	     /* with lent months */
	bool exempt;		     /* insured in another system, s. 210 (1a) */
	tot_month drawn;	     /* month in which a benefit began; TOT_MONTH_NONE */
	bool thanks_to_german;	     /* a Japanese pension lives on German months */
	bool insured_in_japan;
	const struct tot_event *death; /* NULL: the person lives on that day */
};

static const char *date_text(struct tot_ctx *ctx, struct tot_date date)
{
	char text[TOT_DATE_TEXT];
	return tot_arena_format(ctx->arena, "%s", tot_date_print(text, date));
}

/* Where the plan has ended the open records. */
static tot_month plan_end(const struct tot_timeline *own)
{
	tot_month end = 0;
	for (size_t i = 0; i < own->span_count; i++) {
		const tot_month last = tot_months_last(&own->spans[i].months);
		if (own->spans[i].open && last != TOT_MONTH_NONE && last >= end)
			end = last + 1;
	}
	return end;
}

/* Records as they are on the day: later days and later records are left out. */
static enum tot_status records_on(struct tot_timeline *out, const struct tot_view *view,
				  struct tot_date on, struct tot_ctx *ctx)
{
	const tot_month after = tot_month_of(on) + 1;
	const struct tot_de_cut cut = {
		.start = after, .before = after, .open_until = plan_end(view->own)};
	const enum tot_status status = tot_de_cut_timeline(out, view, &cut, ctx);
	if (status < 0)
		return status;
	for (size_t i = 0; i < out->span_count; i++) {
		struct tot_span *span = &out->spans[i];
		if (tot_date_compare(span->from, on) > 0)
			memset(&span->months, 0, sizeof(span->months));
		/* An open record goes on: pay of its year is for the months to come too. */
		if (span->open && cut.open_until > after)
			span->to = tot_month_last_day(cut.open_until - 1);
	}
	tot_timeline_collect(out);
	return TOT_OK;
}

static enum tot_status read_insurance(struct facts *facts, const struct tot_timeline *own)
{
	struct tot_months compulsory;
	int64_t wait;
	const struct tot_at at = {0};
	const enum tot_status status =
		tot_de_number(&wait, facts->ctx->law, TOT_DE_REFUND_WAIT, &at);
	if (status < 0)
		return status;
	facts->insured = tot_de_covers(facts->view->own, TOT_DE_COMPULSORY, facts->on);
	facts->exempt = tot_de_covers(facts->view->own, TOT_KIND_BIT(TOT_OTHER_SYSTEM), facts->on);
	tot_timeline_flagged(&compulsory, own, TOT_DE_COMPULSORY, 0, TOT_FLAG_MINIJOB_EXEMPT);
	facts->last_compulsory = tot_months_last(&compulsory);
	facts->waited = true;
	if (facts->last_compulsory == TOT_MONTH_NONE)
		return TOT_OK;
	/* s. 210 (2): 24 full calendar months after the last one; then any day. */
	facts->opens = tot_month_first_day(facts->last_compulsory + (tot_month)wait + 1);
	facts->waited = tot_date_compare(facts->opens, facts->on) <= 0;
	return TOT_OK;
}

/* s. 210 (1) no. 2: regular age without five years, Japanese months included. */
static enum tot_status read_age(struct facts *facts)
{
	const struct tot_scenario *life = facts->view->life;
	struct tot_ctx quiet = *facts->ctx;
	quiet.trace = NULL;
	struct tot_de_limits limits;
	struct tot_de_sets sets;
	struct tot_qualifying test;
	const tot_month after = tot_month_of(facts->on) + 1;
	const struct tot_de_cut cut = {
		.start = after, .before = after, .open_until = plan_end(facts->view->own)};
	enum tot_status status = tot_de_age_limits(&limits, TOT_DE_REGULAR, life->person.born,
						   facts->ctx->law, NULL);
	if (status >= 0)
		status = tot_de_sets_of(&sets, facts->view, &cut, &quiet);
	if (status >= 0)
		status = tot_de_test_at(&test, TOT_DE_TEST_W5, &sets, facts->view, after, after,
					&quiet);
	if (status < 0)
		return status;
	facts->regular_day = tot_age_reached(life->person.born, limits.full_age);
	facts->regular_age = tot_date_compare(facts->regular_day, facts->on) <= 0;
	facts->five_years = test.met;
	return TOT_OK;
}

/* s. 210 (5), and the pension of the other state that stands on German months. */
static enum tot_status read_benefits(struct facts *facts)
{
	const struct tot_scenario *life = facts->view->life;
	facts->drawn = TOT_MONTH_NONE;
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind != TOT_EVENT_BENEFIT || tot_date_compare(event->on, facts->on) > 0)
			continue;
		const bool german = strcmp(event->country, "DE") == 0;
		if (german && tot_month_of(event->on) > facts->drawn)
			facts->drawn = tot_month_of(event->on);
		facts->thanks_to_german |= !german && event->thanks_to_agreement;
	}
	if (!facts->view->claim_count && !tot_de_disability_event(TOT_DE_DISABILITY_MINERS, life))
		return TOT_OK;
	/* DECISIONS 26: a written claim that has started, a pension for disability that is due. */
	struct tot_de_plan plan;
	const tot_month today = tot_month_of(facts->on);
	const enum tot_status status = tot_de_plan_of(&plan, facts->view, facts->ctx);
	if (status < 0)
		return status;
	if (plan.claim && plan.payable && plan.planned <= today && plan.planned > facts->drawn)
		facts->drawn = plan.planned;
	for (int kind = 0; kind < TOT_DE_DISABILITY_COUNT; kind++) {
		const struct tot_de_disability_right *right = &plan.disability[kind];
		if (right->due && right->start <= today && right->start > facts->drawn)
			facts->drawn = right->start;
	}
	return TOT_OK;
}

/* DECISIONS, switches: a Japanese record of any kind but voluntary and complementary on that day. */
static bool insured_in_japan(const struct tot_scenario *life, struct tot_date on)
{
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *period = &life->periods[i];
		if (strcmp(period->country, "JP") == 0 && period->kind != TOT_VOLUNTARY &&
		    period->kind != TOT_COMPLEMENTARY && tot_date_compare(period->from, on) <= 0 &&
		    (tot_date_is_none(period->to) || tot_date_compare(period->to, on) >= 0))
			return true;
	}
	return false;
}

static enum tot_status read_facts(struct facts *facts, const struct tot_timeline *own)
{
	const struct tot_scenario *life = facts->view->life;
	if (!facts->voluntary)
		facts->voluntary = tot_de_national_right(life, facts->on);
	facts->insured_in_japan =
		strcmp(tot_scenario_choice(life, "de.refund.japanese_insurance_blocks", "no"),
		       "yes") == 0 &&
		insured_in_japan(life, facts->on);
	facts->death = tot_de_death_until(life, facts->on);
	enum tot_status status = read_insurance(facts, own);
	if (status >= 0)
		status = read_age(facts);
	if (status >= 0)
		status = read_benefits(facts);
	return status;
}

/* s. 210 (1a): not after voluntary contributions beside the other system. */
static bool exempt_way(const struct facts *facts)
{
	if (!facts->exempt || facts->five_years)
		return false;
	for (size_t i = 0; i < facts->view->own->span_count; i++) {
		const struct tot_span *other = &facts->view->own->spans[i];
		if (other->kind != TOT_OTHER_SYSTEM)
			continue;
		struct tot_months voluntary;
		tot_timeline_kinds(&voluntary, facts->view->own, TOT_KIND_BIT(TOT_VOLUNTARY));
		if (tot_months_count_and(&voluntary, &other->months))
			return false;
	}
	return true;
}

/* s. 210 (1) no. 2, unless the way of no. 1 or (1a) was open before. */
static struct tot_date opens_with_age(const struct facts *facts, bool exempt)
{
	const struct tot_date at_age = tot_date_add_days(facts->regular_day, 1);
	const bool other_way = (!facts->voluntary || exempt) && !tot_date_is_none(facts->opens);
	return other_way && tot_date_compare(facts->opens, at_age) < 0 ? facts->opens : at_age;
}

/* The ways of s. 210 (1), (1a); every block that stands in the way of all of them is named. */
static bool decide(struct tot_refund *refund, const struct facts *facts)
{
	struct tot_ctx *ctx = facts->ctx;
	const size_t before = refund->reason_count;
	if (facts->insured)
		tot_refund_reason(refund, ctx,
				  "compulsorily insured in Germany on %s (SGB VI s. 210 (1), (2))",
				  date_text(ctx, facts->on));
	if (facts->thanks_to_german)
		tot_refund_reason(
			refund, ctx,
			"a Japanese pension is drawn that exists only with the German months");
	if (facts->insured_in_japan)
		tot_refund_reason(refund, ctx,
				  "insured in Japan, taken as equal to insurance in Germany "
				  "(de.refund.japanese_insurance_blocks: yes)");
	const bool old = facts->regular_age && !facts->five_years;
	const bool exempt = exempt_way(facts);
	if (facts->voluntary && !exempt && !old) {
		tot_refund_reason(refund, ctx, "%s", facts->voluntary);
		if (!facts->regular_age && !facts->five_years)
			tot_refund_reason(
				refund, ctx,
				"without the five years (Japanese months included) a refund "
				"is possible at the regular age, completed on %s "
				"(SGB VI s. 210 (1) no. 2)",
				date_text(ctx, facts->regular_day));
	} else if (!facts->insured && !old) {
		refund->opens = facts->opens;
		if (!facts->waited)
			tot_refund_reason(
				refund, ctx,
				"the 24 calendar months after the end of compulsory insurance "
				"have not passed: a claim is possible from %s "
				"(SGB VI s. 210 (2))",
				date_text(ctx, facts->opens));
	}
	if (old && !facts->insured)
		refund->opens = opens_with_age(facts, exempt);
	return refund->reason_count == before;
}

static void fill_erased(struct tot_refund *refund, const struct tot_timeline *own)
{
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		struct tot_months months;
		if (kind == TOT_OTHER_SYSTEM)
			continue;
		tot_timeline_flagged(&months, own, TOT_KIND_BIT(kind), 0, TOT_FLAG_MINIJOB_EXEMPT);
		refund->erases_by_kind[kind] = tot_months_count(&months);
		tot_months_or(&refund->erases, &months);
	}
}

/* s. 210 (5): only what came after the benefit. */
static void keep_later(struct tot_timeline *own, tot_month drawn)
{
	for (size_t i = 0; i < own->span_count; i++)
		tot_months_clip(&own->spans[i].months, drawn + 1, TOT_MONTH_LIMIT);
	tot_timeline_collect(own);
}

static void fill_amount(struct tot_refund *refund, const struct tot_de_refund_amount *amount,
			const struct tot_timeline *own, struct tot_ctx *ctx)
{
	struct tot_months months;
	char text[TOT_DECIMAL_TEXT];
	tot_timeline_flagged(&months, own, TOT_DE_CONTRIBUTION, 0, TOT_FLAG_MINIJOB_EXEMPT);
	refund->months = tot_months_count(&months);
	refund->paid_months = tot_months_count(&amount->paid);
	refund->gross = (struct tot_amount){true, amount->gross, "EUR", NULL};
	/* EStG s. 3 no. 3 b: free of income tax. */
	refund->withheld = refund->tax = refund->tax_refund =
		(struct tot_amount){true, 0, "EUR", NULL};
	refund->net = refund->gross;
	refund->status = amount->status;
	refund->formula = tot_arena_format(
		ctx->arena, "the person's share of %d months of contributions = %s EUR",
		refund->paid_months, tot_decimal_print_grouped(text, amount->gross, 2));
	tot_trace_formula(ctx->trace, "%s", refund->formula);
	tot_trace_result(ctx->trace, "EUR", "%s",
			 tot_decimal_print_grouped(text, amount->gross, 2));
	if (amount->unknown_months)
		tot_refund_reason(refund, ctx,
				  "the pay of %d months is not known; the amount is "
				  "without them",
				  amount->unknown_months);
}

static void trace_decision(struct tot_trace *trace, const struct tot_refund *refund,
			   const struct facts *facts)
{
	char text[TOT_DATE_TEXT];
	tot_trace_input(trace, "day looked at", "%s", tot_date_print(text, facts->on));
	tot_trace_input(trace, "possible", "%s", refund->eligible ? "yes" : "no");
	tot_trace_input(trace, "last month of compulsory insurance", "%s",
			tot_month_print(text, facts->last_compulsory));
	for (size_t i = 0; i < refund->reason_count; i++)
		tot_trace_input(trace, "because", "%s", refund->reasons[i]);
}

static enum tot_status find(struct tot_refund *refund, struct facts *facts)
{
	struct tot_timeline own;
	struct tot_de_refund_amount amount;
	struct tot_ctx *ctx = facts->ctx;
	enum tot_status status = records_on(&own, facts->view, facts->on, ctx);
	if (status >= 0)
		status = read_facts(facts, &own);
	if (status < 0)
		return status;
	if (facts->death)
		status = tot_de_refund_survivors(refund, facts->death->on, facts->on,
						 facts->five_years, facts->view->life, ctx);
	else
		refund->eligible = decide(refund, facts);
	if (status < 0)
		return status;
	fill_erased(refund, &own);
	if (facts->drawn != TOT_MONTH_NONE) {
		keep_later(&own, facts->drawn);
		tot_refund_reason(
			refund, ctx,
			"a German benefit was drawn: only contributions of later months are "
			"paid back (SGB VI s. 210 (5))");
	}
	status = tot_de_refund_of(&amount, &own, facts->view->life, facts->on, ctx);
	if (status < 0)
		return status;
	fill_amount(refund, &amount, &own, ctx);
	if (refund->paid_months == 0 && amount.gross <= 0) {
		refund->eligible = false;
		tot_refund_reason(
			refund, ctx,
			"no German contributions that the person bore: nothing to pay back");
	}
	trace_decision(ctx->trace, refund, facts);
	return TOT_OK;
}

enum tot_status tot_de_refund(struct tot_findings *io, const struct tot_view *view,
			      struct tot_date filed, const char *voluntary, struct tot_ctx *ctx)
{
	struct facts facts = {.view = view,
			      .ctx = ctx,
			      .voluntary = voluntary,
			      .on = tot_date_is_none(filed) ? ctx->as_of : filed};
	struct tot_refund *refund =
		tot_findings_refund(io, "DE.refund", "Refund of contributions", "SGB VI s. 210");
	if (!refund)
		return TOT_ERR_MEMORY;
	refund->country = "DE";
	tot_trace_begin(ctx->trace, "DE.refund", "Refund of contributions");
	tot_trace_law(ctx->trace, "SGB VI s. 210");
	const enum tot_status status = find(refund, &facts);
	tot_trace_end(ctx->trace);
	return status;
}
