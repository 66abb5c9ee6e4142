/* The two years in which a lump sum can be claimed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <string.h>

/* Days on which a claim is shut: insured, living in Japan, or allowed to come back. */
enum why { INSURED, RESIDENT, PERMIT };

struct shut {
	struct tot_date from, to; /* to: none = goes on */
	enum why why;
};

struct calendar {
	struct shut *items;
	size_t count;
	struct tot_date permits_from; /* first day of claim on which a permit shuts it */
	bool permits;		      /* the claim looked at is not before that day */
};

static bool holds(const struct calendar *calendar, const struct shut *item, struct tot_date day)
{
	return (item->why != PERMIT || calendar->permits) &&
	       tot_date_compare(item->from, day) <= 0 &&
	       (tot_date_is_none(item->to) || tot_date_compare(day, item->to) <= 0);
}

/* EPA suppl. s. 29 (1) nos. 3, 4 as amended by Act 74/2025: asked on the day of the claim. */
static void ask_permits(struct calendar *calendar, struct tot_date claim)
{
	calendar->permits = !tot_date_is_none(calendar->permits_from) &&
			    tot_date_compare(claim, calendar->permits_from) >= 0;
}

static enum tot_status collect(struct calendar *out, const struct tot_scenario *life,
			       const struct tot_timeline *own, struct tot_ctx *ctx)
{
	const size_t most = own->span_count + 2 * life->person.residence_count;
	*out = (struct calendar){
		.items = tot_arena_alloc(ctx->arena, (most + 1) * sizeof(*out->items)),
		.permits_from = tot_jp_day(ctx->law, TOT_JP_DAY_RE_ENTRY)};
	if (!out->items)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if (TOT_KIND_BIT(span->kind) & TOT_JP_INSURED_KINDS)
			out->items[out->count++] = (struct shut){span->from, span->to, INSURED};
	}
	for (size_t i = 0; i < life->person.residence_count; i++) {
		const struct tot_residence *stay = &life->person.residence[i];
		if (strcmp(stay->country, "JP") != 0)
			continue;
		out->items[out->count++] = (struct shut){stay->from, stay->to, RESIDENT};
		if (!tot_date_is_none(stay->re_entry_permit_until))
			out->items[out->count++] =
				(struct shut){stay->from, stay->re_entry_permit_until, PERMIT};
	}
	return TOT_OK;
}

/* First day from `day` on that is not shut; none if that never ends. */
static struct tot_date first_free(const struct calendar *calendar, struct tot_date day)
{
	for (size_t i = 0; i < calendar->count; i++) {
		if (!holds(calendar, &calendar->items[i], day))
			continue;
		if (tot_date_is_none(calendar->items[i].to))
			return (struct tot_date){0, 0, 0};
		day = tot_date_add_days(calendar->items[i].to, 1);
		i = (size_t)-1; /* the new day may lie in an earlier item */
	}
	return day;
}

/* Last insured day before a day; none if there is none. */
static struct tot_date last_insured(const struct calendar *calendar, struct tot_date day)
{
	struct tot_date last = {0, 0, 0};
	for (size_t i = 0; i < calendar->count; i++) {
		const struct tot_date to = calendar->items[i].to;
		if (calendar->items[i].why == INSURED && tot_date_compare(to, day) < 0 &&
		    (tot_date_is_none(last) || tot_date_compare(to, last) > 0))
			last = to;
	}
	return last;
}

/* First insured day after a day; none if there is none. */
static struct tot_date next_insured(const struct calendar *calendar, struct tot_date day)
{
	struct tot_date next = {0, 0, 0};
	for (size_t i = 0; i < calendar->count; i++) {
		const struct tot_date from = calendar->items[i].from;
		if (calendar->items[i].why == INSURED && tot_date_compare(from, day) > 0 &&
		    (tot_date_is_none(next) || tot_date_compare(from, next) < 0))
			next = from;
	}
	return next;
}

/* Civil Code s. 143: the day before the same day; without such a day the last of the month. */
static struct tot_date closing(struct tot_date opens, int64_t years)
{
	const struct tot_date same = tot_date_add_months_clamped(opens, (int)years * 12);
	return same.day == opens.day ? tot_date_add_days(same, -1) : same;
}

/*
 * DECISIONS 37: opens on the first day without insurance and address, closes two years later. Days
 * in Japan that do not follow the insurance at once change nothing.
 */
static void open_window(struct tot_jp_window *io, struct calendar *calendar, struct tot_date day,
			int64_t years)
{
	ask_permits(calendar, day);
	io->claim = first_free(calendar, day);
	if (!calendar->permits && !tot_date_is_none(io->claim)) {
		/* The first possible day may lie under the new rule. */
		ask_permits(calendar, io->claim);
		io->claim = first_free(calendar, io->claim);
	}
	io->opens = io->closes = (struct tot_date){0, 0, 0};
	if (tot_date_is_none(io->claim))
		return;
	const struct tot_date last = last_insured(calendar, io->claim);
	if (tot_date_is_none(last))
		return;
	io->opens = first_free(calendar, tot_date_add_days(last, 1));
	io->closes = closing(io->opens, years);
}

/* Without a day to look at: a later window, if this one is shut or there is none. */
static void next_windows(struct tot_jp_window *io, struct calendar *calendar, int64_t years)
{
	while (!tot_date_is_none(io->claim) &&
	       (tot_date_is_none(io->opens) || tot_date_compare(io->claim, io->closes) > 0)) {
		const struct tot_date day = next_insured(calendar, io->claim);
		if (tot_date_is_none(day))
			return;
		open_window(io, calendar, day, years);
	}
}

enum tot_status tot_jp_window_of(struct tot_jp_window *out, const struct tot_scenario *life,
				 const struct tot_timeline *own, struct tot_date filed,
				 struct tot_ctx *ctx)
{
	struct calendar calendar;
	int64_t years = 0;
	enum tot_status status = collect(&calendar, life, own, ctx);
	if (status == TOT_OK)
		status = tot_jp_number(&years, ctx->law, TOT_JP_LUMP_YEARS);
	if (status != TOT_OK)
		return status;
	*out = (struct tot_jp_window){.residence_known = life->person.residence_count > 0};
	const bool fixed = !tot_date_is_none(filed);
	const struct tot_date day = fixed ? filed : ctx->as_of;
	open_window(out, &calendar, day, years);
	if (fixed)
		out->claim = filed;
	else
		next_windows(out, &calendar, years);
	const struct tot_date at = tot_date_is_none(out->claim) ? day : out->claim;
	for (size_t i = 0; i < calendar.count; i++) {
		const bool shut = holds(&calendar, &calendar.items[i], at);
		out->insured |= shut && calendar.items[i].why == INSURED;
		out->resident |= shut && calendar.items[i].why == RESIDENT;
		out->permit |= shut && calendar.items[i].why == PERMIT;
	}
	return TOT_OK;
}
