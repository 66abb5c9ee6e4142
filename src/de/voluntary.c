/* Voluntary insurance: who may, for which months, until when, for how much (s. 7). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/voluntary.h"

#include <string.h>

#include "de/figures.h"
#include "de/plan.h"
#include "de/voluntary_effect.h"

const char *tot_de_national_right(const struct tot_scenario *life, struct tot_date on)
{
	const char *residence = tot_person_residence(&life->person, on);
	if (tot_person_national(&life->person, "DE", on))
		return "right to voluntary insurance as a German national (SGB VI s. 7 (1))";
	if (residence && strcmp(residence, "DE") == 0)
		return "right to voluntary insurance as a resident of Germany (SGB VI s. 7 (1))";
	return NULL;
}

enum tot_status tot_de_voluntary_amounts(struct tot_de_voluntary_range *out, tot_month month,
					 struct tot_date on, const struct tot_law *law)
{
	const struct tot_at paid = tot_de_on(on), due = tot_de_on(tot_month_first_day(month));
	struct tot_value least;
	struct tot_de_voluntary_range range;
	int64_t rate;
	enum tot_status status = tot_de_get(&least, law, TOT_DE_VOLUNTARY_LEAST, &paid);
	if (status >= 0)
		status = tot_de_number(&range.least_base, law, TOT_DE_VOLUNTARY_LEAST_BASE, &paid);
	if (status >= 0)
		status = tot_de_number(&range.most_base, law, TOT_DE_VOLUNTARY_MOST_BASE, &due);
	if (status >= 0)
		status = tot_de_number(&rate, law, TOT_DE_VOLUNTARY_RATE, &paid);
	if (status >= 0)
		status = tot_mul_div(&range.most, range.most_base, rate, 10000, TOT_HALF_UP);
	if (status < 0)
		return status;
	range.least = least.value;
	range.currency = strcmp(least.currency, "DM") == 0 ? "DEM" : "EUR";
	*out = range;
	return TOT_OK;
}

enum tot_status tot_de_voluntary_deadline(struct tot_date *out, tot_month month,
					  const struct tot_law *law)
{
	int64_t last;
	const struct tot_at at = {0};
	const enum tot_status status = tot_de_number(&last, law, TOT_DE_VOLUNTARY_DEADLINE, &at);
	if (status >= 0)
		*out = tot_month_last_day(tot_month_make(tot_month_year(month) + 1, (int)last));
	return status;
}

/* What is asked about one life. */
struct question {
	const struct tot_view *view;
	struct tot_ctx *ctx;
	struct tot_months compulsory;
	tot_month from, to; /* TOT_MONTH_NONE in `to`: no end */
	bool dead, young, insured;
};

static tot_month later(tot_month a, tot_month b)
{
	return a > b ? a : b;
}

/* January of the first year that can still be paid for. */
static enum tot_status first_open_month(tot_month *out, const struct tot_ctx *ctx)
{
	struct tot_date deadline;
	const tot_month before = tot_month_make(ctx->as_of.year - 1, 1);
	const enum tot_status status = tot_de_voluntary_deadline(&deadline, before, ctx->law);
	if (status >= 0)
		*out = tot_date_compare(ctx->as_of, deadline) <= 0
			       ? before
			       : tot_month_make(ctx->as_of.year, 1);
	return status;
}

/*
 * s. 7 (1): from the day on which the age is completed; a month with one day of the right counts.
 */
static enum tot_status first_month_of_age(tot_month *out, const struct question *q)
{
	int64_t years;
	const struct tot_at at = {0};
	const enum tot_status status =
		tot_de_number(&years, q->ctx->law, TOT_DE_VOLUNTARY_AGE, &at);
	const struct tot_age age = {(int)years, 0};
	if (status >= 0)
		*out = tot_month_of(
			tot_date_add_days(tot_age_reached(q->view->life->person.born, age), 1));
	return status;
}

/* First month of a full old-age pension, drawn or planned; TOT_MONTH_NONE if there is none. */
static tot_month full_pension_start(const struct question *q, const struct tot_de_plan *plan)
{
	const struct tot_scenario *life = q->view->life;
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_BENEFIT && strcmp(event->country, "DE") == 0 &&
		    strcmp(event->what, "old_age") == 0)
			return tot_month_of(event->on);
	}
	const bool partial = plan->claim && plan->claim->share < 1000000;
	return plan->payable && !partial ? plan->planned : TOT_MONTH_NONE;
}

/* s. 7 (2): not with a full old-age pension, once the month of the regular age is over. */
static enum tot_status find_last_month(struct question *q)
{
	struct tot_de_plan plan;
	const enum tot_status status = tot_de_plan_of(&plan, q->view, q->ctx);
	if (status < 0)
		return status;
	const tot_month start = full_pension_start(q, &plan);
	if (start != TOT_MONTH_NONE)
		q->to = later(plan.limits[TOT_DE_REGULAR].full - 1, start - 1);
	if (plan.death != TOT_MONTH_NONE && (q->to == TOT_MONTH_NONE || q->to > plan.death))
		q->to = plan.death;
	q->dead = plan.death != TOT_MONTH_NONE && plan.death <= tot_month_of(q->ctx->as_of);
	return TOT_OK;
}

static enum tot_status read_facts(struct question *q, tot_month since)
{
	tot_month of_age;
	enum tot_status status = first_open_month(&q->from, q->ctx);
	if (status >= 0)
		status = first_month_of_age(&of_age, q);
	if (status >= 0)
		status = find_last_month(q);
	if (status < 0)
		return status;
	q->young = of_age > tot_month_of(q->ctx->as_of);
	q->insured = tot_de_covers(q->view->own, TOT_DE_COMPULSORY, q->ctx->as_of);
	tot_timeline_flagged(&q->compulsory, q->view->own, TOT_DE_COMPULSORY, 0,
			     TOT_FLAG_MINIJOB_EXEMPT);
	q->from = later(later(q->from, since), of_age);
	q->from = later(q->from, tot_de_first_kept_month(q->view->own));
	while (tot_months_has(&q->compulsory, q->from))
		q->from++;
	return TOT_OK;
}

/* What stands against it, or NULL. */
static const char *obstacle(const struct question *q, const char *right)
{
	char date[TOT_DATE_TEXT];
	tot_date_print(date, q->ctx->as_of);
	struct tot_arena *arena = q->ctx->arena;
	if (q->dead)
		return "the person has died";
	if (!right)
		return tot_arena_format(arena,
					"on %s neither nationality nor residence nor an agreement "
					"gives a right to voluntary insurance (SGB VI s. 7 (1))",
					date);
	if (q->young)
		return tot_arena_format(arena, "too young on %s (SGB VI s. 7 (1))", date);
	if (q->insured)
		return tot_arena_format(
			arena, "compulsorily insured in Germany on %s (SGB VI s. 7 (1))", date);
	if (q->to != TOT_MONTH_NONE && (q->from > q->to || tot_month_of(q->ctx->as_of) > q->to))
		return "a full old-age pension after the month of the regular age "
		       "(SGB VI s. 7 (2))";
	return NULL;
}

static enum tot_status fill_amounts(struct tot_voluntary *out, const struct question *q)
{
	struct tot_de_voluntary_range range;
	enum tot_status status =
		tot_de_voluntary_amounts(&range, q->from, q->ctx->as_of, q->ctx->law);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	if (status < 0)
		return status;
	out->least = (struct tot_amount){true, range.least, range.currency, "month"};
	out->most = (struct tot_amount){true, range.most, range.currency, "month"};
	return tot_de_voluntary_effect(out, &range, &q->compulsory, q->view, q->ctx);
}

static void trace_year(struct tot_trace *trace, const char *label,
		       const struct tot_voluntary_year *year)
{
	char cost[TOT_DECIMAL_TEXT], monthly[TOT_DECIMAL_TEXT];
	tot_trace_input(trace, label, "%s %s, %s points, %s %s a month",
			tot_decimal_print_grouped(cost, year->cost.value, 2), year->cost.currency,
			year->points, tot_decimal_print_grouped(monthly, year->monthly.value, 2),
			year->monthly.currency);
}

static void trace_right(struct tot_trace *trace, const struct tot_voluntary *right)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], date[TOT_DATE_TEXT];
	tot_trace_begin(trace, "DE.voluntary", "Voluntary insurance");
	tot_trace_law(trace, "SGB VI s. 7, s. 197 (2)");
	tot_trace_result(trace, "", "%s", right->entitled ? "possible" : "not possible");
	tot_trace_input(trace, "because", "%s", right->why);
	if (right->entitled) {
		tot_trace_input(trace, "first and last month", "%s, %s",
				tot_month_print(from, right->from), tot_month_print(to, right->to));
		tot_trace_input(trace, "the year of the first month is paid by", "%s",
				tot_date_print(date, right->deadline));
	}
	if (right->has_effect) {
		trace_year(trace, "one year at the least", &right->least_year);
		trace_year(trace, "one year at the most", &right->most_year);
	}
	tot_trace_end(trace);
}

enum tot_status tot_de_voluntary(struct tot_findings *io, const struct tot_view *view,
				 const char *right, tot_month since, struct tot_ctx *ctx)
{
	/* Searches leave no trace. */
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	quiet.notices = NULL;
	struct question q = {.view = view, .ctx = &quiet, .to = TOT_MONTH_NONE};
	if (!right)
		right = tot_de_national_right(view->life, ctx->as_of);
	enum tot_status status = read_facts(&q, since);
	if (status < 0)
		return status;
	const char *against = obstacle(&q, right);
	struct tot_voluntary *out = &io->voluntary;
	*out = (struct tot_voluntary){.country = "DE",
				      .entitled = !against,
				      .why = against ? against : right,
				      .from = TOT_MONTH_NONE,
				      .to = TOT_MONTH_NONE};
	io->has_voluntary = true;
	if (!against) {
		out->from = q.from;
		out->to = q.to;
		status = tot_de_voluntary_deadline(&out->deadline, q.from, ctx->law);
		if (status >= 0)
			status = fill_amounts(out, &q);
	}
	if (status < 0)
		return status;
	trace_right(ctx->trace, out);
	return TOT_OK;
}
