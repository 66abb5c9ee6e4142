/* agreements/deadlines.json as rules that src/claim executes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/deadline.h"

#include "agreement_read.h"
#include "totalise/kind.h"

static int word_index(const char *const *words, int count, const char *word, int missing)
{
	for (int i = 0; word && i < count; i++)
		if (tot_same(words[i], word))
			return i;
	return missing;
}

static struct tot_limit build_limit(const struct tot_json *node)
{
	static const char *const units[] = {"day",  "month",	 "calendar_month",
					    "year", "fixed_day", "fixed_date"};
	static const char *const ends[] = {"same_day", "day_before", "end_of_month",
					   "start_of_month", "end_of_year"};
	return (struct tot_limit){
		.unit = (enum tot_limit_unit)word_index(units, 6, tot_json_string(node, "unit"),
							TOT_LIMIT_NONE),
		.end = (enum tot_limit_end)word_index(ends, 5, tot_json_string(node, "end"),
						      TOT_END_SAME_DAY),
		.value = tot_member_int(node, "value"),
		.month = tot_member_int(node, "month"),
		.day = tot_member_int(node, "day"),
		.date = tot_member_day(node, "date"),
	};
}

static void build_rule(struct tot_deadline_rule *out, const struct tot_json *node,
		       struct tot_arena *arena)
{
	const struct tot_json *place = tot_member_list(node, "file_at", &out->file_at_count);
	size_t count = 0;
	*out = (struct tot_deadline_rule){
		.id = tot_json_string(node, "id"),
		.country = tot_json_string(node, "country"),
		.title = tot_json_string(node, "title"),
		.event = tot_json_string(node, "event"),
		.event_id = tot_json_string(node, "event_id"),
		.limit = build_limit(tot_json_get(node, "limit")),
		.due = build_limit(tot_json_get(node, "due")),
		.for_id = tot_json_string(node, "for"),
		.earliest = tot_member_is(node, "direction", "earliest"),
		.if_missed = tot_json_string(node, "if_missed"),
		.law = tot_json_string(node, "law"),
		.confidence = tot_json_string(node, "confidence"),
		.file_at = tot_arena_alloc(arena, (out->file_at_count + 1) * sizeof(char *)),
	};
	for (; out->file_at && place; place = place->next)
		if (place->type == TOT_JSON_STRING)
			out->file_at[count++] = place->string;
	out->file_at_count = count;
}

static void build_office(struct tot_office *out, const struct tot_json *node)
{
	size_t count;
	const struct tot_json *word = tot_member_list(node, "flags", &count);
	*out = (struct tot_office){
		.id = tot_json_string(node, "id"),
		.country = tot_json_string(node, "country"),
		.name = tot_json_string(node, "name"),
		.street = tot_json_string(node, "street"),
		.city = tot_json_string(node, "city"),
		.tel = tot_json_string(node, "tel"),
		.web = tot_json_string(node, "web"),
		.email = tot_json_string(node, "email"),
		.role = tot_json_string(node, "role"),
		.is = tot_json_string(node, "is"),
		.for_postings = tot_member_is(node, "for", "posting"),
	};
	for (; word; word = word->next) {
		enum tot_flag flag;
		if (word->type == TOT_JSON_STRING && tot_flag_parse(&flag, word->string))
			out->flags |= (unsigned)flag;
	}
}

static void build_all(struct tot_deadlines *out, const struct tot_json *root,
		      struct tot_arena *arena)
{
	size_t count;
	const struct tot_json *node = tot_member_list(root, "rules", &count);
	out->rules = tot_arena_alloc(arena, (count + 1) * sizeof *out->rules);
	for (; out->rules && node; node = node->next)
		build_rule(&out->rules[out->rule_count++], node, arena);
	node = tot_member_list(root, "offices", &count);
	out->offices = tot_arena_alloc(arena, (count + 1) * sizeof *out->offices);
	for (; out->offices && node; node = node->next)
		build_office(&out->offices[out->office_count++], node);
	const struct tot_json *places = tot_json_get(root, "file_at");
	out->places =
		tot_arena_alloc(arena, ((places ? places->count : 0) + 1) * sizeof *out->places);
	for (node = places ? places->first : NULL; out->places && node; node = node->next)
		if (node->type == TOT_JSON_STRING)
			out->places[out->place_count++] =
				(struct tot_place){node->key, node->string};
}

void tot_law_read_deadlines(struct tot_loader *loader)
{
	const struct tot_law_file *file = tot_law_file(loader->law, "agreements.deadlines");
	if (file)
		build_all(&loader->law->deadlines, file->root, loader->arena);
}

const struct tot_deadlines *tot_law_deadlines(const struct tot_law *law)
{
	return &law->deadlines;
}

static struct tot_date counted(const struct tot_limit *limit, struct tot_date event)
{
	switch (limit->unit) {
	case TOT_LIMIT_DAY: return tot_date_add_days(event, limit->value);
	case TOT_LIMIT_MONTH: return tot_date_add_months_clamped(event, limit->value);
	case TOT_LIMIT_CALENDAR_MONTH:
		return tot_month_first_day(tot_month_of(event) + limit->value);
	case TOT_LIMIT_YEAR: return tot_date_add_months_clamped(event, 12 * limit->value);
	case TOT_LIMIT_FIXED_DAY:
		return (struct tot_date){event.year + 1, limit->month, limit->day};
	case TOT_LIMIT_FIXED_DATE: return limit->date;
	case TOT_LIMIT_NONE: break;
	}
	return (struct tot_date){0};
}

struct tot_date tot_limit_from(const struct tot_limit *limit, struct tot_date event)
{
	const struct tot_date day = counted(limit, event);
	if (tot_date_is_none(day) || limit->unit == TOT_LIMIT_FIXED_DAY ||
	    limit->unit == TOT_LIMIT_FIXED_DATE)
		return day;
	switch (limit->end) {
	case TOT_END_DAY_BEFORE:
		/* Without such a day in the last month its last day is the end (Civil Code s. 143). */
		return day.day == event.day ? tot_date_add_days(day, -1) : day;
	case TOT_END_OF_MONTH: return tot_month_last_day(tot_month_of(day));
	case TOT_START_OF_MONTH: return tot_month_first_day(tot_month_of(day));
	case TOT_END_OF_YEAR: return (struct tot_date){day.year, 12, 31};
	case TOT_END_SAME_DAY: break;
	}
	return day;
}
