/* Is a disability covered? Three years in five (s. 43), or every month since 1984 (s. 241 (2)). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/figures.h"
#include "de/plan.h"

/* s. 43 (4) nos. 1-2, s. 241 (1): months that make the five years longer. */
#define NEUTRAL (TOT_DE_CREDITABLE | TOT_DE_CONSIDERATION | TOT_KIND_BIT(TOT_SUBSTITUTE))

/* The day on which the tests look: of the first disability, else of the decision (DECISIONS 14). */
static struct tot_date day_of(const struct tot_scenario *life, struct tot_date as_of)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DISABILITY)
			return life->events[i].on;
	return as_of;
}

static enum tot_status figure(int *out, enum tot_de_figure which, const struct tot_ctx *ctx)
{
	const struct tot_at at = {0};
	int64_t number = 0;
	const enum tot_status status = tot_de_number(&number, ctx->law, which, &at);
	*out = (int)number;
	return status < 0 ? status : TOT_OK;
}

/* What the other state lends inside these months. */
static const struct tot_lent *lent_within(struct tot_lent *room, const struct tot_view *view,
					  const char *id, tot_month from, tot_month end)
{
	const struct tot_lent *lent = tot_view_lent(view, id);
	if (!lent)
		return NULL;
	*room = *lent;
	tot_months_clip(&room->months, from, end);
	tot_months_clip(&room->alternative, from, end);
	return room;
}

/* Art. 12 of the agreement: facts in the other state that make the five years longer. */
static enum tot_status facts_abroad(struct tot_months *out, const struct tot_lent *lent,
				    const struct tot_de_insured *it)
{
	*out = (struct tot_months){{0}};
	if (!lent)
		return TOT_OK;
	const enum tot_status status = tot_de_raising_within(
		out, it->view->life, &lent->raising_residence, it->quiet->law);
	tot_months_or(out, &lent->extension);
	return status;
}

/* The frame for own months, or with the lent months among those that do not make it longer. */
static void look(struct tot_months *paid, struct tot_de_frame *frame, struct tot_date on,
		 int months, const struct tot_lent *lent, const struct tot_months *abroad,
		 const struct tot_de_insured *it)
{
	const struct tot_timeline *own = &it->sets->timeline;
	struct tot_de_extension extension = {.kinds = NEUTRAL, .pensions = true};
	if (abroad)
		extension.abroad = *abroad;
	/* s. 55 (2): compulsory contributions of every kind are meant. */
	tot_timeline_flagged(&extension.covered, own, TOT_DE_COMPULSORY, 0,
			     TOT_FLAG_MINIJOB_EXEMPT);
	if (lent)
		tot_months_or(&extension.covered, &lent->months);
	tot_de_frame_of(frame, on, months, &extension, own, it->view->life);
	tot_de_frame_months(paid, own, TOT_DE_COMPULSORY, frame);
}

enum tot_status tot_de_three_in_five(struct tot_qualifying *out, struct tot_de_frame *frame,
				     struct tot_date on, const struct tot_de_insured *it)
{
	int required, months;
	struct tot_lent room;
	struct tot_months paid;
	enum tot_status status = figure(&required, TOT_DE_THREE_IN_FIVE, it->quiet);
	if (status >= 0)
		status = figure(&months, TOT_DE_THREE_IN_FIVE_FRAME, it->quiet);
	if (status < 0)
		return status;
	const struct tot_lent *lent = tot_view_lent(it->view, out->id);
	struct tot_months abroad;
	status = facts_abroad(&abroad, lent, it);
	if (status < 0)
		return status;
	look(&paid, frame, on, months, NULL, NULL, it);
	const bool longer = tot_months_count(&paid) < required && tot_months_count(&abroad);
	if (longer)
		look(&paid, frame, on, months, NULL, &abroad, it);
	if (lent && tot_months_count(&paid) < required)
		look(&paid, frame, on, months, lent, &abroad, it);
	const tot_month end = tot_month_of(frame->to) + 1;
	lent = lent_within(&room, it->view, out->id, tot_month_of(frame->from), end);
	tot_qualify(out, &paid, tot_months_count(&paid), NULL, lent, end, required);
	/* Own months that only the longer frame reaches are there thanks to the agreement. */
	out->by_agreement |= longer && out->met;
	return TOT_OK;
}

static void trace_frame(struct tot_trace *trace, const struct tot_qualifying *test,
			const struct tot_de_frame *frame)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], ranges[512];
	tot_de_trace_open(trace, test);
	tot_trace_input(trace, "frame, exact to the day", "%s to %s",
			tot_date_print(from, frame->from), tot_date_print(to, frame->to));
	if (frame->extension) {
		tot_months_print(ranges, sizeof(ranges), &frame->extended);
		tot_trace_input(trace, "longer by months without compulsory contributions",
				"%d: %s (s. 43 (4), s. 241 (1))", frame->extension, ranges);
	}
	tot_de_trace_close(trace, test, "months of compulsory contributions in the frame");
}

static enum tot_status add_three_in_five(struct tot_findings *out, struct tot_date on,
					 const struct tot_de_insured *it, struct tot_ctx *ctx)
{
	char day[TOT_DATE_TEXT];
	struct tot_de_frame frame;
	const char *title = tot_arena_format(
		ctx->arena, "3 years of compulsory contributions in the 5 years before %s",
		tot_date_print(day, on));
	struct tot_qualifying *test =
		title ? tot_findings_test(out, "DE.em_3in5", title,
					  "SGB VI s. 43 (1) no. 2, (4), s. 241 (1)")
		      : NULL;
	if (!test)
		return TOT_ERR_MEMORY;
	test->country = "DE";
	test->met_on = TOT_MONTH_NONE;
	const enum tot_status status = tot_de_three_in_five(test, &frame, on, it);
	if (status < 0)
		return status;
	trace_frame(ctx->trace, test, &frame);
	return TOT_OK;
}

/* s. 241 (2) sentence 2, s. 197 (2): first month for which one may still pay on that day. */
static tot_month open_for_payment(const struct tot_scenario *life, struct tot_date on,
				  tot_month end)
{
	const char *home = tot_person_residence(&life->person, on);
	const bool may =
		tot_person_national(&life->person, "DE", on) || (home && strcmp(home, "DE") == 0);
	/* Until 31 March for the year before. */
	const int year = on.month <= 3 ? on.year - 1 : on.year;
	const tot_month first = tot_month_make(year, 1);
	return may && first < end ? first : end;
}

/*
 * s. 241 (2) sentence 1: months of contributions, free of contributions, of consideration, of
 * pension.
 */
static void covered(struct tot_months *out, tot_month from, tot_month end, struct tot_date on,
		    const struct tot_de_insured *it)
{
	const struct tot_timeline *own = &it->sets->timeline;
	const struct tot_scenario *life = it->view->life;
	const struct tot_de_frame frame = {.from = tot_month_first_day(from),
					   .to = tot_date_add_days(on, -1)};
	tot_timeline_flagged(out, own, TOT_DE_CONTRIBUTION | NEUTRAL, 0, TOT_FLAG_MINIJOB_EXEMPT);
	tot_de_frame_pensions(out, life, &frame);
	tot_months_add_range(out, open_for_payment(life, on, end), end);
	tot_months_clip(out, from, end);
}

enum tot_status tot_de_covered_since_1984(struct tot_qualifying *out, struct tot_qualifying *before,
					  struct tot_date on, const struct tot_de_insured *it)
{
	int year;
	struct tot_lent room;
	struct tot_months own;
	enum tot_status status = figure(&year, TOT_DE_COVERED_SINCE, it->quiet);
	if (status < 0)
		return status;
	const tot_month from = tot_month_make(year, 1);
	const tot_month end = tot_month_of(on) > from ? tot_month_of(on) : from;
	status = tot_de_test_at(before, TOT_DE_TEST_W5, it->sets, it->view, from, from, it->quiet);
	if (status < 0)
		return status;
	covered(&own, from, end, on, it);
	const struct tot_lent *lent = lent_within(&room, it->view, out->id, from, end);
	tot_qualify(out, &own, tot_months_count(&own), NULL, lent, end, end - from);
	out->by_agreement |= out->met && before->by_agreement;
	out->met &= before->met;
	out->by_agreement &= out->met;
	return TOT_OK;
}

static enum tot_status add_since_1984(struct tot_findings *out, struct tot_date on,
				      const struct tot_de_insured *it, struct tot_ctx *ctx)
{
	struct tot_qualifying *test = tot_findings_test(
		out, "DE.em_since1984", "5 years before 1984 and every month since covered",
		"SGB VI s. 241 (2)");
	if (!test)
		return TOT_ERR_MEMORY;
	test->country = "DE";
	test->met_on = TOT_MONTH_NONE;
	struct tot_qualifying before;
	const enum tot_status status = tot_de_covered_since_1984(test, &before, on, it);
	if (status < 0)
		return status;
	tot_de_trace_open(ctx->trace, test);
	tot_trace_input(ctx->trace, "months before 1984 for the 5 years", "%d of %d: %s",
			before.counted, before.required, before.met ? "met" : "not met");
	tot_trace_input(
		ctx->trace, "brochure",
		"lists this test and DE.em_3in5 side by side; by law one of them is enough");
	tot_de_trace_close(ctx->trace, test, "months covered since 1984");
	return TOT_OK;
}

enum tot_status tot_de_disability_tests(struct tot_findings *out, struct tot_de_plan *plan,
					struct tot_ctx *ctx)
{
	const struct tot_de_insured it = {&plan->sets, plan->view, &plan->quiet};
	const struct tot_date on = day_of(plan->view->life, ctx->as_of);
	const enum tot_status status = add_three_in_five(out, on, &it, ctx);
	return status < 0 ? status : add_since_1984(out, on, &it, ctx);
}
