/* agreements/deadlines.json: events, limits and offices are closed lists (format, s. 3). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement_schema.h"
#include "check.h"

#define EVENTS                                                                                    \
	"activity_starts|application|benefit_due|birthday|calendar_year|claim|"                   \
	"compulsory_insurance_ends|conditions_met|death|decision_received|declaration|"           \
	"entry_into_force|exempt_month|insurance_and_address_end|obstacle_ends|other_law_starts|" \
	"posting_limit|posting_starts|premium_due|reduction_of_earning_capacity|year_after_"      \
	"payment"
#define RULE_KEYS                                                                                  \
	"id|country|title|event|event_id|limit|direction|if_missed|file_at|law|source|confidence|" \
	"confidence_note|note|simulator|for|due"
#define LIMIT_KEYS "value|unit|end|abroad|month|day|of|date"

static void refuse(const struct tot_checked *check, const struct tot_json *value, const char *code,
		   const char *message)
{
	tot_law_fault(check->loader, check->file, value, code, "%s", message);
}

static void check_word(const struct tot_checked *check, const struct tot_json *node,
		       const char *key, const char *words)
{
	const struct tot_json *value = tot_json_get(node, key);
	if (!value)
		tot_law_fault(check->loader, check->file, node, "missing-key",
			      "the key '%s' is missing", key);
	else if (value->type != TOT_JSON_STRING || !tot_word_in(words, value->string))
		refuse(check, value, "unknown-word", "this word is not in the list of the format");
}

static void check_keys(const struct tot_checked *check, const struct tot_json *node,
		       const char *keys)
{
	for (const struct tot_json *member = node->first; member; member = member->next) {
		if (!tot_word_in(keys, member->key))
			refuse(check, member, "unknown-key",
			       "the format has no such key here; correct or remove it");
	}
}

static void check_number(const struct tot_checked *check, const struct tot_json *node,
			 const char *key)
{
	const struct tot_json *value = tot_json_get(node, key);
	if (!value || value->type != TOT_JSON_NUMBER)
		tot_law_fault(check->loader, check->file, value ? value : node, "missing-key",
			      "the number '%s' is missing", key);
}

static void check_limit(const struct tot_checked *check, const struct tot_json *limit)
{
	struct tot_date date;
	const char *unit = tot_json_string(limit, "unit"), *day = tot_json_string(limit, "date");
	check_keys(check, limit, LIMIT_KEYS);
	check_word(check, limit, "unit", "day|month|calendar_month|year|fixed_day|fixed_date");
	if (unit && tot_same(unit, "fixed_day")) {
		check_number(check, limit, "month");
		check_number(check, limit, "day");
		check_word(check, limit, "of", "next_year");
	} else if (unit && tot_same(unit, "fixed_date")) {
		if (!day || !tot_date_parse(&date, day))
			refuse(check, limit, "bad-day", "a day 'date' was expected");
	} else if (unit) {
		check_number(check, limit, "value");
		check_word(check, limit, "end",
			   "same_day|day_before|end_of_month|start_of_month|end_of_year");
	}
}

static bool is_office(const struct tot_json *root, const char *id)
{
	const struct tot_json *offices = tot_json_get(root, "offices");
	const struct tot_json *office = offices ? offices->first : NULL;
	for (; office; office = office->next) {
		const char *own = tot_json_string(office, "id");
		if (own && tot_same(own, id))
			return true;
	}
	return tot_json_get(tot_json_get(root, "file_at"), id) != NULL;
}

static void check_offices(const struct tot_checked *check, const struct tot_json *rule)
{
	const struct tot_json *list = tot_json_get(rule, "file_at");
	const struct tot_json *id = list ? list->first : NULL;
	for (; id; id = id->next) {
		if (id->type != TOT_JSON_STRING || !is_office(check->file->root, id->string))
			refuse(check, id, "unknown-id",
			       "neither file_at nor offices has this name");
	}
}

static void check_id(const struct tot_checked *check, const struct tot_json *rule)
{
	const char *id = tot_json_string(rule, "id");
	if (!id) {
		refuse(check, rule, "missing-key", "the key 'id' is missing");
		return;
	}
	for (const struct tot_json *other = rule->parent->first; other != rule;
	     other = other->next) {
		const char *before = tot_json_string(other, "id");
		if (before && tot_same(before, id))
			refuse(check, rule, "doubled-key", "an earlier rule has the same id");
	}
}

void tot_check_deadlines(const struct tot_checked *check)
{
	const struct tot_json *rules = tot_json_get(check->file->root, "rules");
	const struct tot_json *rule = rules ? rules->first : NULL;
	if (!rule)
		refuse(check, check->file->root, "missing-key", "the list 'rules' is missing");
	for (; rule; rule = rule->next) {
		const struct tot_json *limit = tot_json_get(rule, "limit");
		check_keys(check, rule, RULE_KEYS);
		check_id(check, rule);
		check_word(check, rule, "event_id", EVENTS);
		if (tot_json_get(rule, "direction"))
			check_word(check, rule, "direction", "earliest|latest");
		if (limit && limit->type == TOT_JSON_OBJECT)
			check_limit(check, limit);
		else
			refuse(check, rule, "missing-key", "the object 'limit' is missing");
		if (tot_json_get(rule, "due"))
			check_limit(check, tot_json_get(rule, "due"));
		check_offices(check, rule);
	}
}
