/* Every date that matters to one life: the rules of the law book by their events. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "deadlines.h"

#include <stdlib.h>
#include <string.h>

bool tot_deadline_of_state(const struct tot_deadline_rule *rule, const char *state)
{
	return rule->country && strstr(rule->country, state) != NULL;
}

bool tot_deadline_for(const struct tot_deadline_rule *rule, const char *id)
{
	return !rule->for_id || strncmp(rule->for_id, id, strlen(rule->for_id)) == 0;
}

static const char *place_text(const struct tot_deadline_work *work, const char *id)
{
	for (size_t i = 0; i < work->data->place_count; i++)
		if (strcmp(work->data->places[i].id, id) == 0)
			return work->data->places[i].text;
	return NULL;
}

static const struct tot_office *office_of(const struct tot_deadline_work *work, const char *id)
{
	for (size_t i = 0; i < work->data->office_count; i++)
		if (strcmp(work->data->offices[i].id, id) == 0)
			return &work->data->offices[i];
	return NULL;
}

/* The person's own institutions that are this place: "A, address, or B, address". */
static const char *own_offices(const struct tot_deadline_work *work, const char *id, bool address)
{
	const char *text = NULL;
	struct tot_arena *arena = work->ctx->arena;
	for (size_t i = 0; i < work->outcome->institution_count; i++) {
		const struct tot_institution *own = &work->outcome->institutions[i];
		if (!own->office->is || strcmp(own->office->is, id) != 0)
			continue;
		text = tot_arena_format(arena, "%s%s%s%s%s", text ? text : "", text ? ", or " : "",
					own->office->name, address ? ", " : "",
					address ? own->address : "");
	}
	return text;
}

/* One place of file_at: the person's own office, an office by its id, or the text for all. */
static const char *place_of(const struct tot_deadline_work *work, const char *id, bool address)
{
	struct tot_arena *arena = work->ctx->arena;
	const struct tot_office *office = office_of(work, id);
	const char *own = own_offices(work, id, address), *text = place_text(work, id);
	if (office)
		return tot_arena_format(arena, "%s%s%s%s%s", office->name,
					address && office->street ? ", " : "",
					address && office->street ? office->street : "",
					address && office->city ? ", " : "",
					address && office->city ? office->city : "");
	if (own && text && address && !strstr(own, text))
		return tot_arena_format(arena, "%s (%s)", own, text);
	return own ? own : text ? text : id;
}

static const char *places(const struct tot_deadline_work *work, bool address)
{
	const char *text = NULL;
	for (size_t i = 0; i < work->rule->file_at_count; i++)
		text = tot_arena_format(work->ctx->arena, "%s%s%s", text ? text : "",
					text ? "; or " : "",
					place_of(work, work->rule->file_at[i], address));
	return text;
}

/* Two benefits with one date are one entry. */
static bool joined(struct tot_deadline_work *work, struct tot_date on, const char *about)
{
	for (size_t i = 0; i < work->outcome->deadline_count; i++) {
		struct tot_deadline *known = &work->outcome->deadlines[i];
		if (known->rule != work->rule || tot_date_compare(known->on, on) != 0)
			continue;
		if (about && !strstr(known->what, about))
			known->what =
				tot_arena_format(work->ctx->arena, "%s; %s", known->what, about);
		return true;
	}
	return false;
}

void tot_deadline_add(struct tot_deadline_work *work, struct tot_date on, const char *about,
		      const char *counted_from)
{
	struct tot_outcome *out = work->outcome;
	const struct tot_deadline_rule *rule = work->rule;
	struct tot_arena *arena = work->ctx->arena;
	const bool past = !tot_date_is_none(on) && tot_date_compare(on, work->ctx->as_of) < 0;
	if (past || joined(work, on, about))
		return;
	struct tot_deadline *list =
		tot_arena_grow(arena, out->deadlines, out->deadline_count, sizeof(*list));
	if (!list) {
		work->failed = true;
		return;
	}
	out->deadlines = list;
	list[out->deadline_count++] = (struct tot_deadline){
		.rule = rule,
		.what = about ? tot_arena_format(arena, "%s: %s", rule->title, about) : rule->title,
		.on = on,
		.where = places(work, true),
		.places = places(work, false),
		.why = tot_arena_format(arena, "%s%s%s%s%s%s%s",
					rule->earliest ? "not before this day; " : "",
					counted_from ? "counted from " : "",
					counted_from ? counted_from : rule->event,
					counted_from && rule->event ? ", " : "",
					counted_from && rule->event ? rule->event : "",
					rule->if_missed && !rule->earliest ? "; if missed: " : "",
					rule->if_missed && !rule->earliest ? rule->if_missed : ""),
	};
}

void tot_deadline_from(struct tot_deadline_work *work, struct tot_date event, const char *about)
{
	char day[TOT_DATE_TEXT];
	const struct tot_limit *limit = &work->rule->limit;
	struct tot_date on = tot_limit_from(limit, event);
	/* The end of a waiting time: the first day on which something can be done follows it. */
	if (work->rule->earliest && limit->end == TOT_END_OF_MONTH)
		on = tot_date_add_days(on, 1);
	tot_deadline_add(work, on, about,
			 tot_arena_format(work->ctx->arena, "%s", tot_date_print(day, event)));
}

static const struct {
	const char *event_id;
	void (*look)(struct tot_deadline_work *work);
} events[] = {
	/*
	 * Not here, since no scenario knows them: obstacle_ends, activity_starts, decision_received.
	 */
	{"conditions_met", tot_deadline_conditions_met},
	{"reduction_of_earning_capacity", tot_deadline_capacity},
	{"claim", tot_deadline_claim},
	{"death", tot_deadline_death},
	{"calendar_year", tot_deadline_calendar_year},
	{"compulsory_insurance_ends", tot_deadline_insurance_ends},
	{"insurance_and_address_end", tot_deadline_window},
	{"year_after_payment", tot_deadline_tax},
	{"benefit_due", tot_deadline_benefit_due},
	{"birthday", tot_deadline_birthday},
	{"entry_into_force", tot_deadline_first_benefit},
	{"premium_due", tot_deadline_premium},
	{"exempt_month", tot_deadline_exempt},
	{"application", tot_deadline_application},
	{"declaration", tot_deadline_declaration},
	{"posting_starts", tot_deadline_posting_starts},
	{"posting_limit", tot_deadline_posting_limit},
	{"other_law_starts", tot_deadline_other_law},
};

static int by_day(const void *a, const void *b)
{
	const struct tot_deadline *x = a, *y = b;
	const bool none = tot_date_is_none(x->on), none_other = tot_date_is_none(y->on);
	if (none != none_other)
		return none ? 1 : -1;
	const int order = none ? 0 : tot_date_compare(x->on, y->on);
	if (order)
		return order;
	const int id = strcmp(x->rule->id, y->rule->id);
	return id ? id : strcmp(x->what, y->what);
}

enum tot_status tot_deadlines_find(struct tot_outcome *outcome, const struct tot_scenario *life,
				   struct tot_ctx *ctx)
{
	struct tot_deadline_work work = {
		.outcome = outcome, .life = life, .data = tot_law_deadlines(ctx->law), .ctx = ctx};
	for (size_t r = 0; r < work.data->rule_count; r++) {
		work.rule = &work.data->rules[r];
		for (size_t e = 0; e < sizeof(events) / sizeof(events[0]); e++)
			if (strcmp(events[e].event_id, work.rule->event_id) == 0)
				events[e].look(&work);
	}
	if (outcome->deadline_count)
		qsort(outcome->deadlines, outcome->deadline_count, sizeof(*outcome->deadlines),
		      by_day);
	return work.failed ? TOT_ERR_MEMORY : TOT_OK;
}
