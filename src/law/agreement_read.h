/* Members of an agreement file by key: what is missing or of another type is "not stated". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_AGREEMENT_READ_H
#define TOT_LAW_AGREEMENT_READ_H

#include "agreement_schema.h"

struct tot_build {
	struct tot_arena *arena;
	const struct tot_json *root;
};

static inline int tot_member_int(const struct tot_json *node, const char *key)
{
	const struct tot_json *value = tot_json_get(node, key);
	return value && value->type == TOT_JSON_NUMBER ? (int)value->number : 0;
}

static inline bool tot_member_bool(const struct tot_json *node, const char *key, bool missing)
{
	const struct tot_json *value = tot_json_get(node, key);
	return value && value->type == TOT_JSON_BOOL ? value->boolean : missing;
}

static inline struct tot_date tot_member_day(const struct tot_json *node, const char *key)
{
	struct tot_date date = {0};
	const char *text = tot_json_string(node, key);
	if (text && !tot_date_parse(&date, text))
		date = (struct tot_date){0};
	return date;
}

static inline bool tot_member_is(const struct tot_json *node, const char *key, const char *word)
{
	const char *text = tot_json_string(node, key);
	return text && strcmp(text, word) == 0;
}

/* The first element of a list and how many there are; NULL and 0 if it is none. */
static inline const struct tot_json *tot_member_list(const struct tot_json *node, const char *key,
						     size_t *count)
{
	const struct tot_json *value = tot_json_get(node, key);
	const bool array = value && value->type == TOT_JSON_ARRAY;
	*count = array ? value->count : 0;
	return array ? value->first : NULL;
}

/* The parties, the coverage of work abroad (section 4), and what else no test asks for. */
void tot_build_parties(const struct tot_build *build, struct tot_agreement *out);
void tot_build_coverage(const struct tot_build *build, struct tot_agreement *out);

/* Conversion of units, extension of frames, conditions that are deemed to be met (section 5). */
void tot_build_convert(const struct tot_build *build, struct tot_accept *out,
		       const struct tot_json *entry);
void tot_build_facts(const struct tot_build *build, struct tot_agreement *out);
const struct tot_window_extension *tot_build_extended_by(const struct tot_agreement *agreement,
							 const struct tot_json *rule);

#endif
