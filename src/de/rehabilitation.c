/* Medical and vocational rehabilitation: the insurance conditions (s. 11, s. 12, s. 111). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/entries.h"
#include "de/figures.h"

#define TEST_ID "DE.reha_6in24"

static enum tot_status number(int *out, enum tot_de_figure which, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t value = 0;
	const enum tot_status status = tot_de_number(&value, law, which, &at);
	*out = (int)value;
	return status;
}

/* s. 11 (2) no. 1: six months of compulsory contributions in the two years before the claim. */
static enum tot_status six_in_two_years(struct tot_qualifying *out, struct tot_date on,
					struct tot_de_plan *plan)
{
	int required, months;
	struct tot_de_frame frame;
	struct tot_months paid;
	struct tot_lent room;
	const struct tot_timeline *own = &plan->sets.timeline;
	const struct tot_de_extension none = {.kinds = 0};
	enum tot_status status = number(&required, TOT_DE_REHA_MONTHS, plan->quiet.law);
	if (status >= 0)
		status = number(&months, TOT_DE_REHA_FRAME, plan->quiet.law);
	if (status < 0)
		return status;
	tot_de_frame_of(&frame, on, months, &none, own, plan->view->life);
	tot_de_frame_months(&paid, own, TOT_DE_COMPULSORY, &frame);
	const tot_month end = tot_month_of(frame.to) + 1;
	const struct tot_lent *lent = tot_view_lent(plan->view, TEST_ID);
	if (lent) {
		room = *lent;
		tot_months_clip(&room.months, tot_month_of(frame.from), end);
		tot_months_clip(&room.alternative, tot_month_of(frame.from), end);
		lent = &room;
	}
	tot_qualify(out, &paid, tot_months_count(&paid), NULL, lent, end, required);
	return TOT_OK;
}

static enum tot_status add_test(struct tot_qualifying **out, struct tot_findings *findings,
				struct tot_date on, struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	const char *title = tot_arena_format(
		ctx->arena, "6 months of compulsory contributions in the 2 years before %s",
		tot_de_date_text(ctx, on));
	*out = tot_findings_test(findings, TEST_ID, title, "SGB VI s. 11 (2) no. 1");
	if (!*out)
		return TOT_ERR_MEMORY;
	(*out)->country = "DE";
	const enum tot_status status = six_in_two_years(*out, on, plan);
	if (status >= 0)
		tot_trace_test(ctx->trace, TEST_ID, *out, NULL);
	return status;
}

/* s. 11 (1) no. 2: whoever draws a pension for reduced earning capacity. */
static bool draws_disability(const struct tot_de_plan *plan, tot_month month)
{
	const struct tot_scenario *life = plan->view->life;
	for (int kind = 0; kind < TOT_DE_DISABILITY_COUNT; kind++) {
		const struct tot_de_disability_right *right = &plan->disability[kind];
		if (right->due && right->start <= month && month < right->end)
			return true;
	}
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_BENEFIT && strcmp(event->country, "DE") == 0 &&
		    strcmp(event->what, "disability") == 0 && tot_month_of(event->on) <= month &&
		    (tot_date_is_none(event->to) || tot_month_of(event->to) >= month))
			return true;
	}
	return false;
}

/* What shuts rehabilitation out although the months are there: s. 12 (1) no. 2, s. 111 (1). */
static const char *block(const struct tot_de_plan *plan, struct tot_date on)
{
	const char *home = tot_person_residence(&plan->view->life->person, on);
	const bool insured = tot_de_covers(&plan->sets.timeline, TOT_DE_COMPULSORY, on);
	if (plan->claim && plan->payable && plan->planned <= tot_month_of(on))
		return "an old-age pension is drawn (SGB VI s. 12 (1) no. 2)";
	if (home && strcmp(home, "DE") != 0 && !insured)
		return "living abroad it needs a German compulsory contribution for the month of "
		       "the application (SGB VI s. 111 (1))";
	return NULL;
}

static enum tot_status add_entry(struct tot_findings *out, const struct tot_qualifying *six,
				 struct tot_date on, struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	const tot_month month = tot_month_of(on);
	struct tot_qualifying *fifteen = tot_de_test_entry(TOT_DE_TEST_W15, ctx);
	struct tot_benefit *benefit = tot_findings_benefit(
		out, "DE.rehabilitation", "Rehabilitation", "SGB VI s. 9-12, s. 111");
	if (!benefit || !fifteen)
		return TOT_ERR_MEMORY;
	const enum tot_status status = tot_de_plan_test(fifteen, plan, TOT_DE_TEST_W15, month);
	if (status < 0)
		return status;
	const bool drawn = draws_disability(plan, month);
	const char *shut = block(plan, on);
	benefit->country = "DE";
	benefit->test = fifteen->met ? fifteen : six;
	benefit->entitled = (fifteen->met || six->met || drawn) && !shut;
	benefit->by_agreement =
		benefit->entitled && !drawn &&
		(fifteen->met ? fifteen->by_agreement && !six->met : six->by_agreement);
	if (!fifteen->met && !six->met && !drawn)
		tot_benefit_reason(benefit, ctx,
				   "15 years (DE.w15): %d of %d months; nor 6 months of compulsory "
				   "contributions in the last two years (" TEST_ID "): %d",
				   fifteen->counted, fifteen->required, six->counted);
	if (shut)
		tot_benefit_reason(benefit, ctx, "%s", shut);
	if (!benefit->entitled)
		return TOT_OK;
	benefit->start = benefit->earliest_start = month;
	benefit->formula = "the insurance conditions are met today; whether it is needed is for a "
			   "doctor to say";
	return TOT_OK;
}

enum tot_status tot_de_entitle_rehabilitation(struct tot_findings *out, struct tot_de_plan *plan,
					      struct tot_ctx *ctx)
{
	const struct tot_date on = ctx->as_of;
	struct tot_qualifying *six;
	if (plan->death != TOT_MONTH_NONE && plan->death <= tot_month_of(on))
		return TOT_OK;
	enum tot_status status = add_test(&six, out, on, plan, ctx);
	if (status >= 0 && plan->view->own->span_count)
		status = add_entry(out, six, on, plan, ctx);
	return status < 0 ? status : TOT_OK;
}
