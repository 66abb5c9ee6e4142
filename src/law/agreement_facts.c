/* Section 5 beside the tests: conversion of units, longer frames of years, deemed conditions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement_read.h"

static tot_kinds kinds(const struct tot_build *build, const struct tot_json *node, const char *key)
{
	tot_kinds set = 0;
	const struct tot_json *value = tot_json_get(node, key);
	return value && tot_agreement_kinds(&set, build->root, value) ? set : 0;
}

void tot_build_convert(const struct tot_build *build, struct tot_accept *out,
		       const struct tot_json *entry)
{
	size_t count;
	const struct tot_json *convert = tot_json_get(entry, "convert");
	const struct tot_json *limit = tot_member_list(entry, "limits", &count);
	if (tot_member_is(convert, "method", "per_unit"))
		out->convert = TOT_CONVERT_PER_UNIT;
	else if (tot_member_is(convert, "method", "per_calendar_year"))
		out->convert = TOT_CONVERT_PER_YEAR;
	else if (convert)
		out->convert = TOT_CONVERT_TABLE;
	out->months_per_unit = tot_member_int(convert, "months_per_unit");
	out->max_per_year = tot_member_int(convert, "max_per_year");
	if (!limit)
		return;
	out->limited_kinds = kinds(build, limit, "kinds");
	out->limit_units = tot_member_int(limit, "max_units");
}

static unsigned fact_of(const char *word)
{
	static const struct {
		const char *word;
		enum tot_fact fact;
	} words[] = {
		{"old_age_pension", TOT_FACT_OLD_AGE_PENSION},
		{"disability_pension", TOT_FACT_DISABILITY_PENSION},
		{"sickness_benefit", TOT_FACT_SICKNESS_BENEFIT},
		{"unemployment_benefit", TOT_FACT_UNEMPLOYMENT_BENEFIT},
		{"work_accident_benefit_other_than_pension", TOT_FACT_WORK_ACCIDENT_BENEFIT},
		{"child_raising", TOT_FACT_CHILD_RAISING},
	};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (tot_same(words[i].word, word))
			return (unsigned)words[i].fact;
	return 0;
}

static void build_extension(struct tot_window_extension *out, const struct tot_json *node)
{
	size_t count;
	const struct tot_json *fact = tot_member_list(node, "facts", &count);
	*out = (struct tot_window_extension){
		.id = tot_json_string(node, "id"),
		.party = tot_json_string(node, "party"),
		.facts_in = tot_json_string(node, "facts_in"),
		.article = tot_json_string(node, "article"),
		.confidence = tot_json_string(node, "confidence"),
	};
	for (; fact; fact = fact->next)
		if (fact->type == TOT_JSON_STRING)
			out->facts |= fact_of(fact->string);
}

static void build_deemed(const struct tot_build *build, struct tot_deemed *out,
			 const struct tot_json *node)
{
	size_t count;
	const struct tot_json *met = tot_json_get(node, "satisfied_if");
	const struct tot_json *units = tot_member_list(met, "any_of", &count);
	*out = (struct tot_deemed){
		.id = tot_json_string(node, "id"),
		.party = tot_json_string(node, "party"),
		.condition = tot_json_string(node, "condition"),
		.date = tot_json_string(met, "date"),
		.of = tot_json_string(met, "of"),
		.kinds = kinds(build, met, "in_kinds"),
		.within_years = tot_member_int(met, "death_within_years"),
		.own_minimum = tot_member_int(tot_json_get(node, "needs_own"), "value"),
		.not_if = tot_json_string(node, "not_if"),
		.law = tot_json_string(node, "law"),
		.confidence = tot_json_string(node, "confidence"),
	};
	for (; units && out->unit_count < 2; units = units->next) {
		out->of = tot_json_string(units, "of");
		out->units[out->unit_count++] = (struct tot_units_in){
			tot_member_int(units, "own_other_units"), tot_member_int(units, "in_last")};
	}
}

/* {"US": {"value": 6, "unit": "quarter"}}; null where there is none. */
static void build_minimum(const struct tot_build *build, struct tot_agreement *out)
{
	const struct tot_json *list =
		tot_json_get(tot_json_get(build->root, "short_periods"), "minimum_for_aggregation");
	struct tot_by_states *minimum = &out->short_minimum;
	for (const struct tot_json *state = list ? list->first : NULL; state; state = state->next) {
		struct tot_by_state *grown =
			tot_arena_grow(build->arena, minimum->list, minimum->count, sizeof *grown);
		if (!grown)
			return;
		minimum->list = grown;
		grown[minimum->count++] =
			(struct tot_by_state){state->key, NULL, tot_member_int(state, "value")};
	}
}

void tot_build_facts(const struct tot_build *build, struct tot_agreement *out)
{
	size_t count;
	const struct tot_json *node = tot_member_list(build->root, "window_extension", &count);
	out->extensions = tot_arena_alloc(build->arena, (count + 1) * sizeof *out->extensions);
	for (; out->extensions && node; node = node->next)
		build_extension(&out->extensions[out->extension_count++], node);
	build_minimum(build, out);
	node = tot_member_list(build->root, "deemed", &count);
	out->deemed = tot_arena_alloc(build->arena, (count + 1) * sizeof *out->deemed);
	for (; out->deemed && node; node = node->next)
		build_deemed(build, &out->deemed[out->deemed_count++], node);
}

const struct tot_window_extension *tot_build_extended_by(const struct tot_agreement *agreement,
							 const struct tot_json *rule)
{
	const char *id = tot_json_string(tot_json_get(rule, "window"), "extended_by");
	for (size_t i = 0; id && i < agreement->extension_count; i++)
		if (tot_same(agreement->extensions[i].id, id))
			return &agreement->extensions[i];
	return NULL;
}
