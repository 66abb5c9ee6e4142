/* German records on the calendar: a day of coverage fills its month (s. 122 (1)). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/periods.h"

#include <string.h>

#include "de/figures.h"

struct tot_span *tot_de_span_add(struct tot_timeline *io, struct tot_ctx *ctx)
{
	if (io->span_count >= TOT_SPANS_MAX)
		return NULL;
	struct tot_span *spans =
		tot_arena_grow(ctx->arena, io->spans, io->span_count, sizeof(*spans));
	if (!spans)
		return NULL;
	io->spans = spans;
	struct tot_span *span = &spans[io->span_count++];
	memset(span, 0, sizeof(*span));
	return span;
}

void tot_de_spans_sort(struct tot_timeline *io)
{
	for (size_t i = 1; i < io->span_count; i++) {
		const struct tot_span span = io->spans[i];
		size_t place = i;
		for (; place && tot_date_compare(io->spans[place - 1].from, span.from) > 0; place--)
			io->spans[place] = io->spans[place - 1];
		io->spans[place] = span;
	}
}

static void fill(struct tot_span *span, tot_month open_end)
{
	const tot_month first = tot_month_of(span->from);
	if (span->open && open_end > first)
		span->to = tot_month_last_day(open_end - 1);
	else if (span->open)
		span->to = span->from;
	const tot_month end = span->open ? open_end : tot_month_of(span->to) + 1;
	tot_months_add_range(&span->months, first, end);
}

static enum tot_status place_records(struct tot_timeline *out, const struct tot_scenario *life,
				     tot_month open_end, struct tot_ctx *ctx)
{
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *record = &life->periods[i];
		if (strcmp(record->country, "DE") != 0)
			continue;
		struct tot_span *span = tot_de_span_add(out, ctx);
		if (!span)
			return TOT_ERR_MEMORY;
		*span = (struct tot_span){.record = record,
					  .kind = record->kind,
					  .flags = record->flags,
					  .from = record->from,
					  .to = record->to,
					  .open = tot_date_is_none(record->to)};
		fill(span, open_end);
	}
	return TOT_OK;
}

/* Keep of each education span what `allowed` holds. */
static void keep_education(struct tot_timeline *io, const struct tot_months *allowed)
{
	for (size_t i = 0; i < io->span_count; i++)
		if (io->spans[i].kind == TOT_CREDITABLE_EDUCATION)
			tot_months_and(&io->spans[i].months, allowed);
}

/* s. 58 (1) no. 4: after the 17th birthday, at most 96 months; s. 122 (3): the oldest first. */
static enum tot_status limit_education(struct tot_timeline *io, const struct tot_scenario *life,
				       struct tot_ctx *ctx)
{
	int64_t age, most;
	const struct tot_at at = {0};
	enum tot_status status = tot_de_number(&age, ctx->law, TOT_DE_EDUCATION_AGE, &at);
	if (status >= 0)
		status = tot_de_number(&most, ctx->law, TOT_DE_EDUCATION_MONTHS, &at);
	if (status < 0)
		return status;
	const struct tot_age reached = {(int)age, 0};
	const struct tot_date first =
		tot_date_add_days(tot_age_reached(life->person.born, reached), 1);
	struct tot_months allowed = {{0}};
	for (size_t i = 0; i < io->span_count; i++) {
		struct tot_span *span = &io->spans[i];
		if (span->kind != TOT_CREDITABLE_EDUCATION)
			continue;
		/* The month of the birthday counts if a day of school lies after it. */
		if (tot_date_compare(span->to, first) < 0)
			memset(&span->months, 0, sizeof(span->months));
		else
			tot_months_clip(&span->months, tot_month_of(first), TOT_MONTH_LIMIT);
		tot_months_or(&allowed, &span->months);
	}
	tot_months_keep_first(&allowed, (int)most);
	keep_education(io, &allowed);
	return TOT_OK;
}

enum tot_status tot_de_place(struct tot_timeline *out, const struct tot_scenario *life,
			     tot_month open_end, struct tot_ctx *ctx)
{
	*out = (struct tot_timeline){.country = "DE"};
	enum tot_status status = place_records(out, life, open_end, ctx);
	if (status >= 0)
		status = tot_de_place_postings(out, life, ctx);
	if (status >= 0)
		status = limit_education(out, life, ctx);
	if (status >= 0)
		status = tot_de_place_children(out, life, open_end, ctx);
	if (status < 0)
		return status;
	tot_de_spans_sort(out);
	tot_timeline_collect(out);
	return TOT_OK;
}

/* What of a span is left after a refund: the days after it (DECISIONS 38). False: nothing. */
static bool trim(struct tot_span *span, struct tot_date filed)
{
	if (tot_date_compare(span->from, filed) > 0)
		return true;
	const bool ended = tot_date_compare(span->to, filed) <= 0;
	if (ended && !span->open)
		return false;
	span->from = tot_date_add_days(filed, 1);
	if (ended)
		span->to = span->from;
	const tot_month first = tot_month_of(span->from);
	tot_months_clip(&span->months, first, TOT_MONTH_LIMIT);
	return true;
}

enum tot_status tot_de_after_refund(struct tot_timeline *io, struct tot_date filed,
				    const char *which, const struct tot_scenario *life,
				    struct tot_ctx *ctx)
{
	(void)which; /* Germany refunds all or nothing. */
	(void)life;
	struct tot_span *spans = tot_arena_alloc(ctx->arena, (io->span_count + 1) * sizeof(*spans));
	if (!spans)
		return TOT_ERR_MEMORY;
	size_t count = 0;
	for (size_t i = 0; i < io->span_count; i++) {
		struct tot_span span = io->spans[i];
		/* s. 210 (6) ends pension-law periods; insurance outside is none. */
		if (span.kind == TOT_OTHER_SYSTEM || trim(&span, filed))
			spans[count++] = span;
	}
	io->spans = spans;
	io->span_count = count;
	if (tot_date_is_none(io->erased_until) || tot_date_compare(io->erased_until, filed) < 0)
		io->erased_until = filed;
	tot_de_spans_sort(io);
	tot_timeline_collect(io);
	return TOT_OK;
}

tot_month tot_de_first_kept_month(const struct tot_timeline *timeline)
{
	if (tot_date_is_none(timeline->erased_until))
		return 0;
	return tot_month_of(tot_date_add_days(timeline->erased_until, 1));
}

static bool is_child_raising(const struct tot_span *span)
{
	return !span->record &&
	       (span->kind == TOT_CHILD_RAISING || span->kind == TOT_CONSIDERATION_CHILD);
}

static void copy_span(struct tot_span *to, const struct tot_span *from,
		      const struct tot_de_cut *cut)
{
	*to = *from;
	if (to->open) {
		const tot_month end = cut->before < cut->open_until ? cut->before : cut->open_until;
		const tot_month last = tot_months_last(&to->months);
		const tot_month first = tot_month_of(to->from);
		tot_months_add_range(&to->months, last == TOT_MONTH_NONE ? first : last + 1, end);
		tot_months_clip(&to->months, 0, end);
		if (end > first)
			to->to = tot_month_last_day(end - 1);
	}
	tot_months_clip(&to->months, 0, cut->before);
}

/* s. 58 (1) no. 5: months with a pension, and before it, that had an added period. */
static enum tot_status add_receipt(struct tot_timeline *io, const struct tot_de_cut *cut,
				   struct tot_ctx *ctx)
{
	struct tot_months months = {{0}};
	if (cut->receipt)
		months = *cut->receipt;
	tot_months_clip(&months, 0, cut->before);
	if (!tot_months_count(&months))
		return TOT_OK;
	struct tot_span *span = tot_de_span_add(io, ctx);
	if (!span)
		return TOT_ERR_MEMORY;
	/* Frames to the day of the disability must not see it: the last day is never before that. */
	*span = (struct tot_span){.kind = TOT_CREDITABLE_PENSION_RECEIPT,
				  .from = tot_month_last_day(tot_months_next(&months, 0)),
				  .to = tot_month_last_day(tot_months_last(&months)),
				  .derived = true,
				  .months = months};
	return TOT_OK;
}

enum tot_status tot_de_cut_timeline(struct tot_timeline *out, const struct tot_view *view,
				    const struct tot_de_cut *cut, struct tot_ctx *ctx)
{
	const tot_month kept = tot_de_first_kept_month(view->own);
	*out = *view->own;
	out->spans = NULL;
	out->span_count = 0;
	for (size_t i = 0; i < view->own->span_count; i++) {
		if (is_child_raising(&view->own->spans[i]))
			continue;
		struct tot_span *span = tot_de_span_add(out, ctx);
		if (!span)
			return TOT_ERR_MEMORY;
		copy_span(span, &view->own->spans[i], cut);
	}
	enum tot_status status = add_receipt(out, cut, ctx);
	if (status >= 0)
		status = tot_de_place_children(out, view->life, cut->start, ctx);
	if (status < 0)
		return status;
	for (size_t i = 0; i < out->span_count; i++)
		if (is_child_raising(&out->spans[i]))
			tot_months_clip(&out->spans[i].months, kept, cut->before);
	tot_de_spans_sort(out);
	tot_timeline_collect(out);
	return TOT_OK;
}

bool tot_de_covers(const struct tot_timeline *timeline, tot_kinds kinds, struct tot_date on)
{
	for (size_t i = 0; i < timeline->span_count; i++) {
		const struct tot_span *span = &timeline->spans[i];
		if (!(kinds & TOT_KIND_BIT(span->kind)) || (span->flags & TOT_FLAG_MINIJOB_EXEMPT))
			continue;
		if (!span->record && !tot_months_has(&span->months, tot_month_of(on)))
			continue;
		/* An open record lasts to the day on which the plan ends it. */
		if (tot_date_compare(span->from, on) <= 0 && tot_date_compare(span->to, on) >= 0)
			return true;
	}
	return false;
}
