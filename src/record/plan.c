/* When which pension is claimed, and positions on disputed questions of law. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

#define TYPES_DE "regular long_insured especially_long_insured severely_disabled miners best"
#define TYPES_JP "basic employees all"

static void read_age(struct tot_reader *reader, const struct tot_json *value, struct tot_claim *out)
{
	const struct tot_json *age = tot_json_get(value, "age");
	if (age->type == TOT_JSON_NUMBER) {
		tot_fault(reader, age, "wrong-type", "an age is a text; write \"%.10g\"",
			  age->number);
		return;
	}
	const char *text = tot_read_text(reader, age);
	if (text && !tot_age_parse(&out->age, text))
		tot_fault(reader, age, "bad-age", "%s is not an age; write \"65\" or \"66y6m\"",
			  tot_quote(text).text);
}

/* Exactly one of `when`, `age`, `start` says when the claim is made. */
static void read_when(struct tot_reader *reader, const struct tot_json *value,
		      struct tot_claim *out)
{
	const bool when = tot_json_get(value, "when"), age = tot_json_get(value, "age"),
		   start = tot_json_get(value, "start");
	const int given = (when ? 1 : 0) + (age ? 1 : 0) + (start ? 1 : 0);
	if (given != 1)
		tot_fault(reader, value, "exactly-one",
			  "%d of \"when\", \"age\" and \"start\" are given; write exactly one",
			  given);
	if (when) {
		const int word = tot_read_word(reader, value, "when", "regular earliest", false);
		out->when = word == 1 ? TOT_CLAIM_EARLIEST : TOT_CLAIM_REGULAR;
	}
	if (age) {
		out->when = TOT_CLAIM_AGE;
		read_age(reader, value, out);
	}
	if (start) {
		out->when = TOT_CLAIM_START;
		out->start = tot_read_month(reader, value, "start", false);
	}
}

static void read_claim(struct tot_reader *reader, const struct tot_json *value,
		       struct tot_claim *out)
{
	out->pointer = tot_place_of(reader, value);
	out->start = TOT_MONTH_NONE;
	out->share = 1000000;
	if (!tot_read_object(reader, value, "country benefit type when age start share deemed"))
		return;
	out->country = tot_read_choice(reader, value, "country", "DE JP", true);
	tot_read_word(reader, value, "benefit", "old_age", true);
	const bool japan = out->country && strcmp(out->country, "JP") == 0;
	out->type = tot_read_choice(reader, value, "type",
				    !out->country ? TYPES_DE " " TYPES_JP
				    : japan	  ? TYPES_JP
						  : TYPES_DE,
				    false);
	read_when(reader, value, out);
	tot_read_scaled_member(reader, value, "share", 0.000001, 1.0, 6, false, &out->share);
	out->deemed = tot_read_bool(reader, value, "deemed");
	if (out->country && !japan && out->deemed)
		tot_fault(reader, tot_json_get(value, "deemed"), "not-in-country",
			  "the deemed claim exists only in Japan; leave it out");
	if (japan && out->share != 1000000)
		tot_fault(reader, tot_json_get(value, "share"), "not-in-country",
			  "Japan pays no part of a pension; leave \"share\" out");
}

/* Which part of a state's pensions a claim is for: 0 all, 1 the basic, 2 the employees' one. */
static int part(const struct tot_claim *claim)
{
	if (!claim->type)
		return 0;
	return strcmp(claim->type, "basic") == 0       ? 1
	       : strcmp(claim->type, "employees") == 0 ? 2
						       : 0;
}

/* One claim a state counts, in Japan one a part: the first of the list. */
static void check_doubled(struct tot_reader *reader, const struct tot_claim *claims, size_t at)
{
	for (size_t i = 0; i < at; i++) {
		const struct tot_claim *a = &claims[i], *b = &claims[at];
		if (!a->country || !b->country || strcmp(a->country, b->country) != 0)
			continue;
		if (part(a) != 0 && part(b) != 0 && part(a) != part(b))
			continue;
		tot_warn_at(reader, b->pointer, "second-claim",
			    "a second claim for the same pension of %s; only the first (%s) counts",
			    b->country, a->pointer);
		return;
	}
}

void tot_read_claims(struct tot_reader *reader, const struct tot_json *object,
		     struct tot_claim **out, size_t *count)
{
	const struct tot_json *entry;
	*out = tot_read_list(reader, object, "claims", TOT_SCENARIO_LIST_MAX, sizeof(**out),
			     &entry);
	for (; entry; entry = entry->next) {
		read_claim(reader, entry, &(*out)[*count]);
		check_doubled(reader, *out, (*count)++);
	}
}

void tot_read_plan(struct tot_reader *reader, const struct tot_json *root, struct tot_scenario *out)
{
	const struct tot_json *plan = tot_json_get(root, "plan");
	if (plan && tot_read_object(reader, plan, "claims"))
		tot_read_claims(reader, plan, &out->claims, &out->claim_count);
}

/* The switches at the end of DECISIONS.md with the words that they take. */
static const struct {
	const char *id, *words;
} switches[] = {
	{"jp.lump_sum.treaty_months_bar", "no yes"},
	{"jp.lump_sum.erases", "all scheme"},
	{"jp.tax.short_service_half_rule", "off on"},
	{"jp.employees.revaluation", "on off"},
	{"de.calculation_periods_with_japan", "yes no"},
	{"de.refund.japanese_insurance_blocks", "no yes"},
};

#define SWITCH_IDS                                                                         \
	"jp.lump_sum.treaty_months_bar jp.lump_sum.erases jp.tax.short_service_half_rule " \
	"jp.employees.revaluation de.calculation_periods_with_japan "                      \
	"de.refund.japanese_insurance_blocks"

/* "jp.old_basic_10y.creditable_education": a rule of an agreement (state, name), then a kind. */
static bool is_disputed_id(const char *id)
{
	const char *kind = strrchr(id, '.');
	const char *name = strchr(id, '.');
	enum tot_kind parsed;
	if (!kind || kind == name || name - id != 2)
		return false;
	const size_t rule = (size_t)(kind - id);
	for (size_t i = 0; i < rule; i++) {
		const bool letter = id[i] >= 'a' && id[i] <= 'z';
		const bool other = (id[i] >= '0' && id[i] <= '9') || id[i] == '_';
		if (i < 2 ? !letter : !letter && !other && id[i] != '.')
			return false;
	}
	return kind - name > 1 && tot_kind_parse(&parsed, kind + 1);
}

static const char *words_of_choice(struct tot_reader *reader, const struct tot_json *member)
{
	char near[64];
	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++) {
		if (strcmp(switches[i].id, member->key) == 0)
			return switches[i].words;
	}
	if (is_disputed_id(member->key))
		return "accept reject";
	if (tot_word_nearest(near, sizeof(near), SWITCH_IDS, member->key))
		tot_fault(reader, member, "unknown-choice",
			  "unknown choice %s; did you mean \"%s\"?", tot_quote(member->key).text,
			  near);
	else
		tot_fault(reader, member, "unknown-choice",
			  "unknown choice %s; write \"RULE.KIND\" of a disputed question of an "
			  "agreement "
			  "(such as \"de.w5.exempt_full\") or one of: " SWITCH_IDS,
			  tot_quote(member->key).text);
	return NULL;
}

void tot_read_choices(struct tot_reader *reader, const struct tot_json *root,
		      struct tot_scenario *out)
{
	const struct tot_json *map = tot_json_get(root, "choices");
	if (!map)
		return;
	if (map->type != TOT_JSON_OBJECT || map->count > TOT_SCENARIO_LIST_MAX) {
		tot_fault(reader, map, "wrong-type",
			  "expected an object such as {\"jp.lump_sum.erases\": \"scheme\"}");
		return;
	}
	out->choices = tot_read_room(reader, map->count, sizeof(*out->choices));
	for (const struct tot_json *member = out->choices ? map->first : NULL; member;
	     member = member->next) {
		const char *words = words_of_choice(reader, member);
		const char *value =
			words ? tot_read_choice(reader, map, member->key, words, true) : NULL;
		if (!value)
			continue;
		out->choices[out->choice_count++] = (struct tot_choice){
			tot_arena_format(reader->arena, "%s", member->key), value};
	}
}

const char *tot_scenario_choice(const struct tot_scenario *scenario, const char *id,
				const char *fallback)
{
	for (size_t i = 0; i < scenario->choice_count; i++) {
		if (strcmp(scenario->choices[i].id, id) == 0)
			return scenario->choices[i].value;
	}
	return fallback;
}
