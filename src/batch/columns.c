/* Columns of CSV: paths into a result. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/columns.h"

#include <stdlib.h>
#include <string.h>

#define LINE "line"

struct tot_columns {
	struct tot_arena arena;
	const char **paths;
	size_t count;
	unsigned parts, members; /* what all of them need */
};

/* Members of a result; a path that begins with another word is a mistake. */
static const struct {
	const char *name;
	unsigned parts;
	unsigned member; /* enum tot_member; 0 = always there */
	bool entries;	 /* each entry has members that the evaluation of effects fills */
} members[] = {
	{"format", 0, 0, false},
	{"program", 0, 0, false},
	{"title", 0, 0, false},
	{"as_of", 0, 0, false},
	{"timelines", 0, TOT_MEMBER_TIMELINES, false},
	{"shared_months", 0, 0, false},
	{"qualifying", 0, TOT_MEMBER_QUALIFYING, false},
	{"benefits", 0, TOT_MEMBER_BENEFITS, true},
	{"refunds", 0, TOT_MEMBER_REFUNDS, true},
	{"contributions", TOT_PART_EFFECTS, TOT_MEMBER_OTHERS, false},
	{"voluntary", TOT_PART_EFFECTS, TOT_MEMBER_OTHERS, false},
	{"coverage", TOT_PARTS_ALL, TOT_MEMBER_OTHERS, false},
	{"comparison", TOT_PART_COMPARISON | TOT_PART_EFFECTS, TOT_MEMBER_OTHERS, false},
	{"deadlines", TOT_PARTS_ALL, TOT_MEMBER_OTHERS, false},
	{"institutions", TOT_PARTS_ALL, TOT_MEMBER_OTHERS, false},
	{"notices", TOT_PARTS_ALL, TOT_MEMBER_OTHERS, false},
	{"trace", TOT_PARTS_ALL, TOT_MEMBER_OTHERS, false},
};

/* Members of benefits and refunds that the evaluation of effects fills. */
static const char *const effects[] = {"effects", "net", "deductions"};

static bool has_member(const char *path, const char *name)
{
	const size_t length = strlen(name);
	for (const char *at = path; (at = strstr(at, name)) != NULL; at += length)
		if (at > path && at[-1] == '.' && strchr(".[", at[length]))
			return true;
	return false;
}

/* What a path needs of a result; false: no result has such a member. */
static bool needs_of(const char *path, unsigned *parts, unsigned *member)
{
	const size_t length = strcspn(path, ".[");
	const char *bracket = strrchr(path, ']');
	*parts = *member = 0;
	if (strcmp(path, LINE) == 0)
		return true;
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
		if (strlen(members[i].name) != length || memcmp(members[i].name, path, length) != 0)
			continue;
		*parts = members[i].parts;
		*member = members[i].member;
		/* Whole entries, or whole lists of them, hold those members too. */
		if (members[i].entries && !strchr(bracket ? bracket : path, '.'))
			*parts |= TOT_PART_EFFECTS;
		for (size_t j = 0; j < sizeof effects / sizeof effects[0]; j++)
			if (has_member(path, effects[j]))
				*parts |= TOT_PART_EFFECTS;
		return true;
	}
	return false;
}

/* Names and brackets follow each other as in "a.b[c].d". */
static bool well_formed(const char *path)
{
	while (*path) {
		const size_t name = strcspn(path, ".[]");
		if (name == 0)
			return false;
		path += name;
		while (*path == '[') {
			const size_t inside = strcspn(path + 1, "[]");
			if (inside == 0 || path[1 + inside] != ']')
				return false;
			path += inside + 2;
		}
		if (*path == '.' && path[1])
			path++;
		else if (*path)
			return false;
	}
	return true;
}

static void add_path(struct tot_columns *columns, const char *text, size_t size,
		     struct tot_diag *diag)
{
	unsigned parts = 0, member = 0;
	const char *path = tot_arena_copy(&columns->arena, text, size);
	const char **paths = tot_arena_grow(&columns->arena, columns->paths, columns->count,
					    sizeof *columns->paths);
	if (!path || !paths)
		return;
	columns->paths = paths;
	columns->paths[columns->count++] = path;
	if (size == 0 || !well_formed(path))
		tot_diag_add(diag, TOT_ERROR, "column", "", "",
			     "'%s' is no column; write a path such as "
			     "benefits[DE.old_age.regular].amount.value",
			     path);
	else if (!needs_of(path, &parts, &member))
		tot_diag_add(diag, TOT_ERROR, "column", "", "",
			     "no result has '%s'; scenarios/result.schema.json names its members",
			     path);
	columns->parts |= parts;
	columns->members |= member;
}

enum tot_status tot_columns_read(struct tot_columns **out, const char *list, struct tot_diag *diag)
{
	struct tot_columns *columns = calloc(1, sizeof *columns);
	if (!columns)
		return TOT_ERR_MEMORY;
	const size_t before = diag->errors;
	for (;;) {
		const size_t size = strcspn(list, ",");
		add_path(columns, list, size, diag);
		if (!list[size])
			break;
		list += size + 1;
	}
	const enum tot_status status = columns->arena.failed   ? TOT_ERR_MEMORY
				       : diag->errors > before ? TOT_ERR_DATA
							       : TOT_OK;
	if (status == TOT_OK)
		*out = columns;
	else
		tot_columns_free(columns);
	return status;
}

void tot_columns_free(struct tot_columns *columns)
{
	if (!columns)
		return;
	struct tot_arena arena = columns->arena;
	free(columns);
	tot_arena_free(&arena);
}

size_t tot_columns_count(const struct tot_columns *columns)
{
	return columns->count;
}

const char *tot_columns_path(const struct tot_columns *columns, size_t index)
{
	return index < columns->count ? columns->paths[index] : NULL;
}

unsigned tot_columns_parts(const struct tot_columns *columns)
{
	return columns->parts;
}

unsigned tot_columns_left_out(const struct tot_columns *columns)
{
	return TOT_MEMBERS_ALL & ~columns->members;
}

static bool is_word(const struct tot_json *value, const char *word, size_t length)
{
	return value && value->type == TOT_JSON_STRING && strlen(value->string) == length &&
	       memcmp(value->string, word, length) == 0;
}

static const struct tot_json *by_position(const struct tot_json *list, const char *word,
					  size_t length)
{
	size_t index = 0;
	for (size_t i = 0; i < length; i++) {
		if (word[i] < '0' || word[i] > '9' || i > 6)
			return NULL;
		index = index * 10 + (size_t)(word[i] - '0');
	}
	return tot_json_at(list, index);
}

/* The element with this id; else of this country, of benefits the chosen one; else at this position. */
static const struct tot_json *element(const struct tot_json *list, const char *word, size_t length)
{
	const struct tot_json *of_country = NULL;
	if (!list || list->type != TOT_JSON_ARRAY)
		return NULL;
	for (const struct tot_json *item = list->first; item; item = item->next) {
		if (is_word(tot_json_get(item, "id"), word, length))
			return item;
		const struct tot_json *chosen = tot_json_get(item, "chosen");
		if (!of_country && (!chosen || chosen->boolean) &&
		    is_word(tot_json_get(item, "country"), word, length))
			of_country = item;
	}
	return of_country ? of_country : by_position(list, word, length);
}

static const struct tot_json *member(const struct tot_json *object, const char *name, size_t length)
{
	if (!object || object->type != TOT_JSON_OBJECT)
		return NULL;
	for (const struct tot_json *item = object->first; item; item = item->next)
		if (strlen(item->key) == length && memcmp(item->key, name, length) == 0)
			return item;
	return NULL;
}

const struct tot_json *tot_result_find(const struct tot_json *result, const char *path)
{
	const struct tot_json *node = result;
	while (node && *path) {
		const bool bracket = *path == '[';
		path += bracket ? 1 : 0;
		const size_t length = strcspn(path, bracket ? "]" : ".[");
		node = bracket ? element(node, path, length) : member(node, path, length);
		path += length + (bracket ? 1 : 0);
		if (*path == '.')
			path++;
	}
	return node;
}

void tot_result_cell(struct tot_text *out, const struct tot_json *value)
{
	if (!value)
		return;
	switch (value->type) {
	case TOT_JSON_NULL: return;
	case TOT_JSON_STRING: tot_text_add(out, value->string); return;
	case TOT_JSON_BOOL: tot_text_add(out, value->boolean ? "true" : "false"); return;
	case TOT_JSON_NUMBER: tot_text_format(out, "%.15g", value->number); return;
	case TOT_JSON_ARRAY:
		for (const struct tot_json *item = value->first; item; item = item->next) {
			tot_text_add(out, item == value->first ? "" : "; ");
			tot_result_cell(out, item);
		}
		return;
	case TOT_JSON_OBJECT:
		for (const struct tot_json *item = value->first; item; item = item->next) {
			tot_text_format(out, "%s%s ", item == value->first ? "" : " ", item->key);
			tot_result_cell(out, item);
		}
		return;
	}
}

void tot_result_number(struct tot_text *out, const struct tot_json *value)
{
	int64_t number;
	if (!value)
		return;
	if (value->type == TOT_JSON_NUMBER ||
	    (value->type == TOT_JSON_STRING &&
	     tot_decimal_parse(&number, value->string, TOT_SUM_DECIMALS) == TOT_OK))
		tot_result_cell(out, value);
}

void tot_column_cell(struct tot_text *out, const char *path, const struct tot_json *result,
		     uint64_t line)
{
	if (strcmp(path, LINE) == 0)
		tot_text_format(out, "%llu", (unsigned long long)line);
	else
		tot_result_cell(out, tot_result_find(result, path));
}
