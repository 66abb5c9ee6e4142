/* Members of an agreement file as values; what is missing reads as nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement_build.h"

#include <string.h>

int tot_node_integer(const struct tot_json *node, const char *key)
{
	const struct tot_json *value = tot_json_get(node, key);
	return value && value->type == TOT_JSON_NUMBER ? (int)value->number : 0;
}

bool tot_node_flag(const struct tot_json *node, const char *key, bool missing)
{
	const struct tot_json *value = tot_json_get(node, key);
	return value && value->type == TOT_JSON_BOOL ? value->boolean : missing;
}

tot_month tot_node_month(const struct tot_json *node, const char *key)
{
	tot_month value;
	const char *text = tot_json_string(node, key);
	return text && tot_month_parse(&value, text) ? value : TOT_MONTH_NONE;
}

struct tot_date tot_node_day(const struct tot_json *node, const char *key)
{
	struct tot_date date = {0};
	const char *text = tot_json_string(node, key);
	if (text && !tot_date_parse(&date, text))
		date = (struct tot_date){0};
	return date;
}

bool tot_node_is(const struct tot_json *node, const char *key, const char *word)
{
	const char *text = tot_json_string(node, key);
	return text && strcmp(text, word) == 0;
}

tot_kinds tot_node_kinds(const struct tot_agreement_build *build, const struct tot_json *node,
			 const char *key)
{
	tot_kinds set = 0;
	const struct tot_json *value = tot_json_get(node, key);
	return value && tot_agreement_kinds(&set, build->root, value) ? set : 0;
}

const struct tot_json *tot_node_list(const struct tot_json *node, const char *key, size_t *count)
{
	const struct tot_json *value = tot_json_get(node, key);
	bool array = value && value->type == TOT_JSON_ARRAY;
	*count = array ? value->count : 0;
	return array ? value->first : NULL;
}

const char *tot_node_first_text(const struct tot_json *node, const char *key)
{
	const struct tot_json *value = tot_json_get(node, key);
	if (value && value->type == TOT_JSON_ARRAY)
		value = value->first;
	return value && value->type == TOT_JSON_STRING ? value->string : NULL;
}
