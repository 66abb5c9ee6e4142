/* Voluntary insurance: may the person insure himself on the day, and for which months? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voluntary.h"

#include <string.h>

#include "relatives.h"
#include "requirement.h"

/* What is asked about one life. */
struct question {
	const struct tot_view *view;
	struct tot_ctx *ctx;
	struct tot_jp_voluntary facts;
	struct tot_months open;	     /* months that may be paid for */
	struct tot_date first, last; /* days between the ages */
	tot_month now;
	bool abroad, needed;
};

/* Other insurance owns a month; months that only follow from residence do not. */
static void taken_months(struct tot_months *out, const struct tot_timeline *own)
{
	*out = (struct tot_months){{0}};
	for (size_t i = 0; i < own->span_count; i++)
		if (!own->spans[i].derived && own->spans[i].kind != TOT_VOLUNTARY)
			tot_months_or(out, &own->spans[i].months);
}

/* Residents of 20 to 59 are insured by law, or kept out by an agreement: never voluntarily. */
static void drop_residents(struct question *q)
{
	for (tot_month month = q->now; month < q->facts.ages.month_60; month++) {
		struct tot_months one = {{0}};
		tot_months_add(&one, month);
		if (!tot_jp_abroad(&q->view->life->person, month))
			tot_months_andnot(&q->open, &one);
	}
}

/* The months of a record from the day on, as the law would leave it. */
static enum tot_status find_months(struct question *q)
{
	struct tot_months taken;
	struct tot_timeline with;
	/* The month of the loss does not count (NPA s. 11). */
	const tot_month from = tot_month_of(q->first);
	const tot_month end = tot_month_of(tot_date_add_days(q->last, 1));
	tot_months_add_range(&q->open, q->now > from ? q->now : from, end);
	taken_months(&taken, q->view->own);
	tot_months_andnot(&q->open, &taken);
	drop_residents(q);
	enum tot_status status = tot_jp_with_voluntary(&with, q->view->own, &q->open, q->ctx);
	if (status == TOT_OK)
		status = tot_jp_voluntary_months(&with, q->view->life, q->ctx);
	if (status != TOT_OK)
		return status;
	tot_timeline_collect(&with);
	tot_months_and(&q->open, &with.by_kind[TOT_VOLUNTARY]);
	return TOT_OK;
}

static enum tot_status read_facts(struct question *q)
{
	const struct tot_person *person = &q->view->life->person;
	q->now = tot_month_of(q->ctx->as_of);
	q->abroad = tot_jp_abroad(person, q->now);
	enum tot_status status =
		tot_jp_voluntary_of(&q->facts, q->view->own, q->view->life, q->ctx);
	if (status == TOT_OK)
		status =
			tot_jp_age_limits(&q->first, &q->last, TOT_VOLUNTARY, person->born, q->ctx);
	if (status == TOT_OK)
		status = tot_jp_voluntary_needed(&q->needed, q->view->own, &q->facts, q->now,
						 q->view->life, q->ctx);
	return status == TOT_OK ? find_months(q) : status;
}

/* A resident of 20 to 59. */
static const char *resident(const struct question *q)
{
	if (tot_jp_posted_here(q->view->life, q->now, q->ctx->law))
		return "posted to Japan under the law of another state (Act 104/2007)";
	return "a resident of Japan at 20 to 59 is insured by law (NPA s. 7 (1))";
}

/* What stands against it, or NULL. */
static const char *obstacle(const struct question *q)
{
	char date[TOT_DATE_TEXT];
	struct tot_arena *arena = q->ctx->arena;
	const struct tot_scenario *life = q->view->life;
	tot_date_print(date, q->ctx->as_of);
	if (!tot_date_is_none(tot_jp_death_day(life)))
		return "the person has died";
	if (life->person.residence_count == 0)
		return "where the person lives is not given (person: residence)";
	if (q->now < tot_month_of(q->first))
		return tot_arena_format(arena, "too young on %s (NPA suppl. s. 5 (1))", date);
	if (q->now >= tot_month_of(tot_date_add_days(q->last, 1)))
		return tot_arena_format(arena, "too old on %s (NPA suppl. s. 5 (5))", date);
	if (q->now >= q->facts.claimed)
		return "the basic pension is drawn early (NPA suppl. s. 5 (1) no. 2)";
	if (tot_jp_covered(q->view->own,
			   TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_KIND_BIT(TOT_DEPENDENT_SPOUSE),
			   q->ctx->as_of))
		return tot_arena_format(arena, "insured by law in Japan on %s (NPA s. 7 (1))",
					date);
	if (!q->abroad && q->now < q->facts.ages.month_60)
		return resident(q);
	if (q->abroad && !tot_jp_may_insure_abroad(q->view->own, life, q->now, q->ctx->law))
		return tot_arena_format(
			arena,
			"on %s neither nationality nor residence nor an agreement "
			"gives a right to voluntary insurance (NPA suppl. s. 5 (1))",
			date);
	if (!q->needed)
		return q->now < q->facts.ages.month_65
			       ? "the basic pension is full (NPA suppl. s. 5 (5) no. 4)"
			       : "from 65 only while the years of an old-age pension are not met "
				 "(Act 95/1994 suppl. s. 11, Act 104/2004 suppl. s. 23)";
	return tot_months_next(&q->open, q->now) == TOT_MONTH_NONE
		       ? "every month that is left is insured in another way"
		       : NULL;
}

/* The right of national law, or that of an agreement. */
static const char *right_of(const struct question *q, const char *agreement)
{
	const struct tot_person *person = &q->view->life->person;
	const tot_month from = tot_months_next(&q->open, q->now);
	const bool national = tot_person_national(person, "JP", tot_month_last_day(from));
	const bool abroad = tot_jp_abroad(person, from);
	if (from >= q->facts.ages.month_65)
		return "right to voluntary insurance until the years of an old-age pension are met "
		       "(Act 95/1994 suppl. s. 11, Act 104/2004 suppl. s. 23)";
	if (abroad && !national)
		return agreement;
	return tot_arena_format(
		q->ctx->arena,
		"right to voluntary insurance as a %s; an additional premium buys an additional "
		"pension (NPA s. 43, s. 87-2)",
		abroad ? "Japanese national abroad (NPA suppl. s. 5 (1) no. 3)"
		       : "resident of Japan from 60 until the pension is full (NPA suppl. s. 5 "
			 "(1) no. 2)");
}

static enum tot_status fill(struct tot_voluntary *out, const struct question *q)
{
	tot_yen premium;
	out->from = tot_months_next(&q->open, q->now);
	out->to = tot_months_last(&q->open);
	const enum tot_status status = tot_jp_premium(&premium, out->from, q->ctx->law);
	if (status != TOT_OK)
		return status == TOT_ERR_NO_PARAMETER ? TOT_OK : status;
	out->least = out->most = (struct tot_amount){true, premium, "JPY", "month"};
	return tot_jp_voluntary_effect(out, &q->open, q->view, q->ctx);
}

static void trace_right(const struct tot_voluntary *right, struct tot_ctx *ctx)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], text[TOT_JP_TEXT];
	struct tot_value premium;
	struct tot_trace *trace = ctx->trace;
	tot_trace_begin(trace, "JP.voluntary", "Voluntary insurance");
	tot_trace_law(trace, "National Pension Act suppl. s. 5; Act 95/1994 suppl. s. 11; Act "
			     "104/2004 suppl. s. 23; Act 104/2007 s. 8");
	tot_trace_result(trace, "", "%s", right->entitled ? "possible" : "not possible");
	tot_trace_input(trace, "because", "%s", right->why);
	if (right->entitled) {
		const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(right->from))};
		tot_trace_input(trace, "first and last month", "%s, %s",
				tot_month_print(from, right->from), tot_month_print(to, right->to));
		if (trace && right->least.known &&
		    tot_jp_figure(&premium, ctx->law, TOT_JP_PREMIUM, &at) == TOT_OK)
			tot_trace_value(trace, "premium of a month", &premium);
	}
	if (right->has_effect) {
		tot_trace_input(trace, "one more year costs", "%s JPY",
				tot_jp_yen(text, right->least_year.cost.value));
		tot_trace_input(trace, "and adds to the basic pension", "%s JPY a year",
				tot_jp_yen(text, right->least_year.monthly.value));
	}
	tot_trace_end(trace);
}

enum tot_status tot_jp_voluntary(struct tot_findings *io, const struct tot_view *view,
				 const char *right, tot_month since, struct tot_ctx *ctx)
{
	/* Searches leave no trace. */
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	quiet.notices = NULL;
	struct question q = {.view = view, .ctx = &quiet};
	(void)since;
	enum tot_status status = read_facts(&q);
	const char *against = status == TOT_ERR_NO_PARAMETER
				      ? "the law book has no figures for this year of birth"
				      : NULL;
	if (status < 0 && !against)
		return status;
	if (!against)
		against = obstacle(&q);
	struct tot_voluntary *out = &io->voluntary;
	*out = (struct tot_voluntary){.country = "JP",
				      .entitled = !against,
				      .why = against ? against : right_of(&q, right),
				      .from = TOT_MONTH_NONE,
				      .to = TOT_MONTH_NONE};
	io->has_voluntary = true;
	status = against ? TOT_OK : fill(out, &q);
	if (status == TOT_OK)
		trace_right(out, ctx);
	return status;
}
