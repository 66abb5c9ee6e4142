/* Records become months: acquisition counts, loss does not, one category a month. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

#include <stdlib.h>
#include <string.h>

enum tot_status tot_jp_ages_of(struct tot_jp_ages *out, struct tot_date born,
			       const struct tot_law *law)
{
	static const enum tot_jp_figure figures[] = {
		TOT_JP_AGE_CATEGORY_1_FROM, TOT_JP_AGE_CATEGORY_1_UNTIL, TOT_JP_AGE_REGULAR,
		TOT_JP_AGE_EARLY, TOT_JP_LATE_MINIMUM};
	int64_t numbers[5];
	for (size_t i = 0; i < 5; i++) {
		const enum tot_status status = tot_jp_number(&numbers[i], law, figures[i]);
		if (status != TOT_OK)
			return status;
	}
	out->from_20 = tot_age_reached(born, (struct tot_age){(int)numbers[0], 0});
	out->until_60 = tot_age_reached(born, (struct tot_age){(int)numbers[1], 0});
	out->month_20 = tot_month_of(out->from_20);
	out->month_60 = tot_month_of(out->until_60);
	out->until_65 = tot_age_reached(born, (struct tot_age){(int)numbers[2], 0});
	out->month_65 = tot_month_of(out->until_65);
	out->month_early =
		tot_month_of(tot_age_reached(born, (struct tot_age){(int)numbers[3], 0}));
	out->late_minimum = (int)numbers[4];
	return TOT_OK;
}

struct tot_span *tot_jp_add_span(struct tot_timeline *timeline, struct tot_ctx *ctx)
{
	if (timeline->span_count >= TOT_SPANS_MAX)
		return NULL;
	struct tot_span *spans =
		tot_arena_grow(ctx->arena, timeline->spans, timeline->span_count, sizeof(*spans));
	if (!spans)
		return NULL;
	timeline->spans = spans;
	struct tot_span *span = &spans[timeline->span_count++];
	memset(span, 0, sizeof(*span));
	return span;
}

static enum tot_status add_records(struct tot_timeline *out, const struct tot_scenario *life,
				   struct tot_ctx *ctx)
{
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *record = &life->periods[i];
		if (strcmp(record->country, "JP") != 0)
			continue;
		struct tot_span *span = tot_jp_add_span(out, ctx);
		if (!span)
			return TOT_ERR_MEMORY;
		span->record = record;
		span->kind = record->kind;
		span->flags = record->flags;
		span->from = record->from;
		span->to = record->to;
		span->open = tot_date_is_none(record->to);
	}
	return TOT_OK;
}

/* First and last day on which a kind of insurance is possible. */
static enum tot_status limits(struct tot_date *first, struct tot_date *last, enum tot_kind kind,
			      struct tot_date born, const struct tot_ctx *ctx)
{
	const struct tot_law *law = ctx->law;
	enum tot_jp_figure until = TOT_JP_AGE_CATEGORY_1_UNTIL;
	if (kind == TOT_EMPLOYMENT)
		until = TOT_JP_AGE_EMPLOYEES_UNTIL;
	if (kind == TOT_VOLUNTARY) {
		/* Act 74/2025 moved the last birthday; before it nobody knew of it. */
		const bool extended =
			tot_date_compare(ctx->as_of,
					 tot_jp_day(law, TOT_JP_DAY_SPECIAL_VOLUNTARY_EXTENDED)) >=
			0;
		const struct tot_date special =
			tot_jp_day(law, extended ? TOT_JP_DAY_SPECIAL_VOLUNTARY
						 : TOT_JP_DAY_SPECIAL_VOLUNTARY_BEFORE);
		until = tot_date_compare(born, special) <= 0 ? TOT_JP_AGE_VOLUNTARY_SPECIAL_UNTIL
							     : TOT_JP_AGE_VOLUNTARY_UNTIL;
	}
	int64_t from_age, until_age;
	enum tot_status status = tot_jp_number(&from_age, law, TOT_JP_AGE_CATEGORY_1_FROM);
	if (status == TOT_OK)
		status = tot_jp_number(&until_age, law, until);
	if (status != TOT_OK)
		return status;
	/* NPA s. 8, 9, EPA s. 14: begins and ends on the day on which the age is reached. */
	*first = born;
	if (kind != TOT_EMPLOYMENT) {
		const struct tot_date begun = tot_jp_day(law, TOT_JP_DAY_NATIONAL_PENSION);
		*first = tot_age_reached(born, (struct tot_age){(int)from_age, 0});
		if (kind != TOT_COMPLEMENTARY && tot_date_compare(*first, begun) < 0)
			*first = begun;
	}
	*last = tot_date_add_days(tot_age_reached(born, (struct tot_age){(int)until_age, 0}), -1);
	return TOT_OK;
}

/* Cut spans at the age limits, end open ones, drop what is left empty. */
static enum tot_status cut(struct tot_timeline *io, struct tot_date born, tot_month open_end,
			   const struct tot_ctx *ctx)
{
	const struct tot_date plan_end = tot_date_add_days(tot_month_first_day(open_end), -1);
	size_t kept = 0;
	for (size_t i = 0; i < io->span_count; i++) {
		struct tot_span span = io->spans[i];
		struct tot_date first, last;
		const enum tot_status status = limits(&first, &last, span.kind, born, ctx);
		if (status != TOT_OK)
			return status;
		if (span.open)
			span.to = plan_end;
		if (tot_date_compare(span.from, first) < 0)
			span.from = first;
		if (tot_date_compare(span.to, last) > 0)
			span.to = last;
		if (tot_date_compare(span.from, span.to) <= 0)
			io->spans[kept++] = span;
	}
	io->span_count = kept;
	return TOT_OK;
}

/* Who owns a day: the employee before category 3 before voluntary before category 1. */
static int rank(enum tot_kind kind)
{
	static const enum tot_kind order[] = {
		TOT_EMPLOYMENT,	 TOT_DEPENDENT_SPOUSE, TOT_VOLUNTARY,	TOT_SELF_EMPLOYMENT,
		TOT_RESIDENT,	 TOT_EXEMPT_QUARTER,   TOT_EXEMPT_HALF, TOT_EXEMPT_THREE_QUARTERS,
		TOT_EXEMPT_FULL, TOT_DEFERRED,	       TOT_UNPAID,	TOT_COMPLEMENTARY};
	int place = 0;
	while (place < (int)(sizeof(order) / sizeof(order[0])) && order[place] != kind)
		place++;
	return place;
}

static bool covers(const struct tot_span *span, struct tot_date day)
{
	return tot_date_compare(span->from, day) <= 0 && tot_date_compare(day, span->to) <= 0;
}

/*
 * The span that owns a month: of those that cover its last day the first in rank (the last category
 * of the month, NPA s. 11-2); else the last one acquired and lost within it (EPA s. 19 (2)).
 */
static const struct tot_span *owner(const struct tot_timeline *timeline, tot_month month)
{
	const struct tot_date end = tot_month_last_day(month);
	const struct tot_span *whole = NULL, *brief = NULL;
	for (size_t i = 0; i < timeline->span_count; i++) {
		const struct tot_span *span = &timeline->spans[i];
		if (covers(span, end)) {
			if (!whole || rank(span->kind) < rank(whole->kind))
				whole = span;
		} else if (tot_month_of(span->from) == month && tot_month_of(span->to) == month) {
			const int order = brief ? tot_date_compare(span->from, brief->from) : 1;
			if (order > 0 || (order == 0 && rank(span->kind) < rank(brief->kind)))
				brief = span;
		}
	}
	return whole ? whole : brief;
}

static bool from_posting(const struct tot_span *span)
{
	const char *pointer = span->record->pointer;
	return pointer && strncmp(pointer, "/postings", 9) == 0;
}

/* DECISIONS 39: of a posting and its record written again the one with pay, else the written. */
static bool doubled(const struct tot_timeline *timeline, const struct tot_span *span,
		    struct tot_date day)
{
	for (size_t i = 0; i < timeline->span_count; i++) {
		const struct tot_span *other = &timeline->spans[i];
		if (other == span || other->kind != TOT_EMPLOYMENT || !covers(other, day) ||
		    from_posting(other) == from_posting(span))
			continue;
		const bool has_pay = span->record->pay.form != TOT_PAY_NONE;
		const bool other_has = other->record->pay.form != TOT_PAY_NONE;
		if (has_pay == other_has ? from_posting(span) : other_has)
			return true;
	}
	return false;
}

/* Give a month to its owner; two employers share it, their pay is added. */
static void assign(struct tot_timeline *io, bool postings, tot_month month)
{
	const struct tot_span *best = owner(io, month);
	if (!best)
		return;
	const struct tot_date end = tot_month_last_day(month);
	const bool shared = best->kind == TOT_EMPLOYMENT && covers(best, end);
	for (size_t i = 0; i < io->span_count; i++) {
		struct tot_span *span = &io->spans[i];
		const bool joins = shared && span->kind == TOT_EMPLOYMENT && covers(span, end) &&
				   !(postings && doubled(io, span, end));
		if (joins || (!shared && span == best))
			tot_months_add(&span->months, month);
	}
}

struct place_of_span {
	struct tot_date from;
	size_t index;
};

static int by_date(const void *a, const void *b)
{
	const struct place_of_span *x = a, *y = b;
	const int order = tot_date_compare(x->from, y->from);
	return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* By first day, then the order of the file. */
static enum tot_status sort_spans(struct tot_timeline *io, struct tot_ctx *ctx)
{
	const size_t n = io->span_count;
	if (n < 2)
		return TOT_OK;
	struct place_of_span *places = tot_arena_alloc(ctx->arena, n * sizeof(*places));
	struct tot_span *unsorted = tot_arena_alloc(ctx->arena, n * sizeof(*unsorted));
	if (!places || !unsorted)
		return TOT_ERR_MEMORY;
	memcpy(unsorted, io->spans, n * sizeof(*unsorted));
	for (size_t i = 0; i < n; i++)
		places[i] = (struct place_of_span){io->spans[i].from, i};
	qsort(places, n, sizeof(*places), by_date);
	for (size_t i = 0; i < n; i++)
		io->spans[i] = unsorted[places[i].index];
	return TOT_OK;
}

enum tot_status tot_jp_place(struct tot_timeline *out, const struct tot_scenario *life,
			     tot_month open_end, struct tot_ctx *ctx)
{
	*out = (struct tot_timeline){.country = "JP"};
	enum tot_status status = add_records(out, life, ctx);
	if (status == TOT_OK)
		status = tot_jp_add_postings(out, life, ctx);
	if (status == TOT_OK)
		status = cut(out, life->person.born, open_end, ctx);
	if (status != TOT_OK)
		return status;
	tot_month first = TOT_MONTH_LIMIT, last = TOT_MONTH_NONE;
	for (size_t i = 0; i < out->span_count; i++) {
		const tot_month from = tot_month_of(out->spans[i].from);
		const tot_month to = tot_month_of(out->spans[i].to);
		first = from < first ? from : first;
		last = to > last ? to : last;
	}
	for (tot_month month = first; month <= last && month < TOT_MONTH_LIMIT; month++)
		assign(out, life->posting_count > 0, month);
	status = tot_jp_trim(out, life, ctx);
	if (status == TOT_OK)
		status = tot_jp_derive(out, life, ctx);
	if (status != TOT_OK)
		return status;
	tot_jp_end_at_death(out, life);
	status = sort_spans(out, ctx);
	if (status == TOT_OK)
		tot_timeline_collect(out);
	return status;
}
