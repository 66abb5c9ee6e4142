/* Which pension for reduced earning capacity is due, and from when (s. 43, s. 45). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/disability.h"

#include <string.h>

#include "de/figures.h"
#include "de/payment.h"
#include "de/reference_age.h"

static const char *const ids[TOT_DE_DISABILITY_COUNT] = {
	[TOT_DE_DISABILITY_FULL] = "DE.disability.full",
	[TOT_DE_DISABILITY_PARTIAL] = "DE.disability.partial",
	[TOT_DE_DISABILITY_MINERS] = "DE.disability.miners",
};

const char *tot_de_disability_id(enum tot_de_disability kind)
{
	return ids[kind];
}

enum tot_de_disability tot_de_disability_kind(const char *id)
{
	int kind = 0;
	while (kind < TOT_DE_DISABILITY_COUNT && strcmp(ids[kind], id) != 0)
		kind++;
	return (enum tot_de_disability)kind;
}

bool tot_de_after_twenty_years(const struct tot_benefit *benefit)
{
	return benefit->test && strcmp(benefit->test->id, tot_de_test_id(TOT_DE_TEST_W20)) == 0;
}

/* A miner who can work less than six hours a day cannot do a miner's work either (s. 45 (2)). */
const struct tot_event *tot_de_disability_event(enum tot_de_disability kind,
						const struct tot_scenario *life)
{
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		const bool partial = kind == TOT_DE_DISABILITY_PARTIAL;
		if (event->kind == TOT_EVENT_DISABILITY &&
		    (kind == TOT_DE_DISABILITY_MINERS || event->capacity_partial == partial))
			return event;
	}
	return NULL;
}

/* Months before the day: its own month counts if a day of contributions lies in it before the day. */
static tot_month cut_before(struct tot_date on, const struct tot_timeline *own)
{
	const tot_month month = tot_month_of(on);
	const struct tot_de_frame frame = {.from = tot_month_first_day(month),
					   .to = tot_date_add_days(on, -1)};
	struct tot_months touched;
	tot_de_frame_months(&touched, own, TOT_DE_CONTRIBUTION | TOT_KIND_BIT(TOT_SUBSTITUTE),
			    &frame);
	return month + (tot_month)tot_months_count(&touched);
}

static void name_test(struct tot_qualifying *out, enum tot_de_test test)
{
	*out = (struct tot_qualifying){.id = tot_de_test_id(test),
				       .country = "DE",
				       .title = tot_de_test_title(test),
				       .law = tot_de_test_law(test),
				       .met_on = TOT_MONTH_NONE};
}

/* s. 43 (1) no. 3, s. 50 (1), s. 53: before the disability, or by it. */
static enum tot_status five_years(struct tot_de_disability_right *io,
				  const struct tot_de_insured *it)
{
	const struct tot_date on = io->event->on;
	const tot_month cut = cut_before(on, &it->sets->timeline);
	const struct tot_de_early *early = &it->sets->early;
	name_test(&io->five_years, TOT_DE_TEST_W5);
	const enum tot_status status = tot_de_test_at(&io->five_years, TOT_DE_TEST_W5, it->sets,
						      it->view, cut, cut, it->quiet);
	io->early = early->month != TOT_MONTH_NONE && early->month == tot_month_of(on);
	if (status >= 0 && !io->five_years.met && io->early)
		tot_de_count_as_met(&io->five_years, early);
	return status;
}

/* s. 43 (1) no. 2, s. 241 (2): the better of both ways. */
static enum tot_status covered(struct tot_de_disability_right *io, const struct tot_de_insured *it)
{
	struct tot_de_frame frame;
	struct tot_qualifying before, since = {.id = "DE.em_since1984", .country = "DE"};
	io->covered = (struct tot_qualifying){.id = "DE.em_3in5", .country = "DE"};
	enum tot_status status = tot_de_three_in_five(&io->covered, &frame, io->event->on, it);
	if (status >= 0 && !io->covered.met)
		status = tot_de_covered_since_1984(&since, &before, io->event->on, it);
	if (status >= 0 && since.met)
		io->covered = since;
	return status;
}

/* s. 43 (6): disabled before the five years were met, and 20 years by now. */
static enum tot_status twenty_years(struct tot_de_disability_right *io, tot_month regular,
				    const struct tot_de_insured *it)
{
	tot_month met_on;
	enum tot_status status =
		tot_de_met_on(&met_on, TOT_DE_TEST_W20, it->sets, it->view, regular - 1, it->quiet);
	if (status < 0 || met_on == TOT_MONTH_NONE)
		return status;
	if (met_on + 1 > io->start)
		io->start = met_on + 1;
	name_test(&io->five_years, TOT_DE_TEST_W20);
	status = tot_de_test_at(&io->five_years, TOT_DE_TEST_W20, it->sets, it->view, io->start,
				io->start, it->quiet);
	io->twenty_years = io->due = status >= 0;
	return status;
}

/* DECISIONS 24: claimed in time; temporary: not before the seventh month (s. 101 (1)). */
static enum tot_status first_month(tot_month *out, const struct tot_event *event,
				   const struct tot_law *law)
{
	if (event->temporary)
		return tot_de_start_temporary(out, event->on, event->on, law);
	return tot_de_start_of_claim(out, tot_month_of(event->on), event->on, law);
}

static enum tot_status temporary_end(tot_month *out, tot_month start, const struct tot_law *law)
{
	int64_t most;
	const struct tot_at at = {0};
	const enum tot_status status = tot_de_number(&most, law, TOT_DE_TEMPORARY_MOST, &at);
	if (status >= 0)
		*out = start + (tot_month)most;
	return status;
}

enum tot_status tot_de_pension_receipt(struct tot_months *out, tot_month from, tot_month start,
				       bool temporary, struct tot_date born,
				       const struct tot_law *law)
{
	tot_month end = TOT_MONTH_LIMIT;
	enum tot_status status =
		tot_de_added_period(out, born, from, tot_month_first_day(start), law, NULL);
	if (status >= 0 && temporary)
		status = temporary_end(&end, start, law);
	tot_months_clip(out, 0, end);
	return status;
}

enum tot_status tot_de_disability_end(tot_month *out, const struct tot_event *event,
				      tot_month start, const struct tot_scenario *life,
				      const struct tot_law *law)
{
	struct tot_de_limits limits;
	tot_month end = TOT_MONTH_LIMIT;
	enum tot_status status =
		tot_de_age_limits(&limits, TOT_DE_REGULAR, life->person.born, law, NULL);
	if (status >= 0 && event->temporary)
		status = temporary_end(&end, start, law);
	if (status >= 0)
		*out = end < limits.full ? end : limits.full;
	return status < 0 ? status : TOT_OK;
}

/* When it begins and ends, and what later pensions credit. */
static enum tot_status fill_time(struct tot_de_disability_right *io, tot_month regular,
				 const struct tot_scenario *life, const struct tot_law *law)
{
	enum tot_status status = TOT_OK;
	/* s. 43 (1), (2): until the regular age is reached. */
	io->due &= io->start < regular;
	if (io->due)
		status = tot_de_pension_receipt(
			&io->receipt, io->twenty_years ? io->start : tot_month_of(io->event->on),
			io->start, io->event->temporary, life->person.born, law);
	if (status == TOT_ERR_NO_PARAMETER) {
		io->receipt = (struct tot_months){{0}};
		status = TOT_OK;
	}
	if (status < 0)
		return status;
	return tot_de_disability_end(&io->end, io->event, io->start, life, law);
}

static enum tot_status find(struct tot_de_disability_right *io, enum tot_de_disability kind,
			    tot_month regular, const struct tot_de_insured *it)
{
	const struct tot_law *law = it->quiet->law;
	enum tot_status status = first_month(&io->start, io->event, law);
	if (status >= 0)
		status = five_years(io, it);
	if (status >= 0)
		status = covered(io, it);
	if (status < 0)
		return status;
	io->due = io->five_years.met && (io->covered.met || io->early);
	if (!io->five_years.met && kind == TOT_DE_DISABILITY_FULL)
		status = twenty_years(io, regular, it);
	if (status < 0)
		return status;
	return fill_time(io, regular, it->view->life, law);
}

/* The view as the miners' scheme sees it: its own months only (s. 45 (1) nos. 2-3). */
static enum tot_status miners_only(struct tot_timeline *out, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	const unsigned miners = TOT_FLAG_MINERS | TOT_FLAG_UNDERGROUND;
	*out = *view->own;
	out->spans = tot_arena_alloc(ctx->arena, (view->own->span_count + 1) * sizeof(*out->spans));
	if (!out->spans)
		return TOT_ERR_MEMORY;
	out->span_count = 0;
	for (size_t i = 0; i < view->own->span_count; i++)
		if (view->own->spans[i].flags & miners)
			out->spans[out->span_count++] = view->own->spans[i];
	tot_timeline_collect(out);
	return TOT_OK;
}

static enum tot_status find_in(struct tot_de_disability_right *io, enum tot_de_disability kind,
			       tot_month regular, const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_de_sets sets;
	const struct tot_de_cut cut = {.start = regular, .before = regular, .open_until = regular};
	const enum tot_status status = tot_de_sets_of(&sets, view, &cut, ctx);
	const struct tot_de_insured it = {&sets, view, ctx};
	return status < 0 ? status : find(io, kind, regular, &it);
}

static enum tot_status find_miners(struct tot_de_disability_right *io, tot_month regular,
				   const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_timeline own;
	struct tot_scenario life = *view->life;
	struct tot_view miners = {.life = &life, .own = &own};
	/* Child-raising and credits belong to the general scheme. */
	life.family.child_count = 0;
	life.credit_count = 0;
	const enum tot_status status = miners_only(&own, view, ctx);
	if (status < 0 || !own.span_count)
		return status;
	return find_in(io, TOT_DE_DISABILITY_MINERS, regular, &miners, ctx);
}

enum tot_status tot_de_disability_rights(
	struct tot_de_disability_right out[TOT_DE_DISABILITY_COUNT], const struct tot_view *view,
	struct tot_ctx *ctx)
{
	struct tot_de_limits limits;
	memset(out, 0, TOT_DE_DISABILITY_COUNT * sizeof(*out));
	enum tot_status status =
		tot_de_age_limits(&limits, TOT_DE_REGULAR, view->life->person.born, ctx->law, NULL);
	for (int i = 0; i < TOT_DE_DISABILITY_COUNT && status >= 0; i++) {
		const enum tot_de_disability kind = (enum tot_de_disability)i;
		out[i].start = TOT_MONTH_NONE;
		out[i].event = tot_de_disability_event(kind, view->life);
		if (!out[i].event)
			continue;
		status = kind == TOT_DE_DISABILITY_MINERS
				 ? find_miners(&out[i], limits.full, view, ctx)
				 : find_in(&out[i], kind, limits.full, view, ctx);
	}
	return status < 0 ? status : TOT_OK;
}
