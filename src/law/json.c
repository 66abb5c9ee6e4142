/* Strict JSON: scanned by our rules, read by cJSON, kept in an arena. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "json_scan.h"

/* Up to this many members all pairs are compared; above, the names are sorted. */
#define PAIRWISE_MEMBERS 24

/* Texts are packed into pieces of this size: most are short. */
#define PIECE_BYTES ((size_t)16 << 10)

struct reader {
	struct tot_arena *arena;
	char *at; /* free bytes of the piece in use */
	size_t left;
	const char *file;
	struct tot_diag *diag;
};

static bool out_of_memory(struct reader *reader)
{
	reader->arena->failed = true;
	return false;
}

static enum tot_json_type type_of(const cJSON *item)
{
	switch (item->type & 0xFF) {
	case cJSON_False:
	case cJSON_True: return TOT_JSON_BOOL;
	case cJSON_Number: return TOT_JSON_NUMBER;
	case cJSON_String: return TOT_JSON_STRING;
	case cJSON_Array: return TOT_JSON_ARRAY;
	case cJSON_Object: return TOT_JSON_OBJECT;
	default: return TOT_JSON_NULL;
	}
}

static char *room(struct reader *reader, size_t size)
{
	if (size > PIECE_BYTES / 4)
		return tot_arena_alloc(reader->arena, size);
	if (reader->left < size) {
		reader->at = tot_arena_alloc(reader->arena, PIECE_BYTES);
		reader->left = reader->at ? PIECE_BYTES : 0;
		if (!reader->at)
			return NULL;
	}
	char *piece = reader->at;
	reader->at += size;
	reader->left -= size;
	return piece;
}

static bool keep_text(struct reader *reader, const char **out, const char *text)
{
	const size_t size = strlen(text) + 1;
	char *copy = room(reader, size);
	if (!copy)
		return out_of_memory(reader);
	memcpy(copy, text, size);
	*out = copy;
	return true;
}

static bool convert(struct reader *reader, struct tot_json *out, const cJSON *item);

/* The children of a value lie side by side, so that tot_json_at needs no walk. */
static bool convert_children(struct reader *reader, struct tot_json *out, const cJSON *item)
{
	size_t count = 0;
	for (const cJSON *child = item->child; child; child = child->next)
		count++;
	if (count == 0)
		return true;
	struct tot_json *children = tot_arena_alloc(reader->arena, count * sizeof *children);
	if (!children)
		return false;
	out->first = children;
	out->count = count;
	size_t i = 0;
	for (const cJSON *child = item->child; child; child = child->next, i++) {
		children[i].index = i;
		children[i].parent = out;
		children[i].next = i + 1 < count ? &children[i + 1] : NULL;
		if (!convert(reader, &children[i], child))
			return false;
	}
	return true;
}

static bool convert(struct reader *reader, struct tot_json *out, const cJSON *item)
{
	out->type = type_of(item);
	out->boolean = (item->type & 0xFF) == cJSON_True;
	out->number = out->type == TOT_JSON_NUMBER ? item->valuedouble : 0.0;
	if (item->string && !keep_text(reader, &out->key, item->string))
		return false;
	if (out->type == TOT_JSON_STRING)
		return keep_text(reader, &out->string, item->valuestring);
	return convert_children(reader, out, item);
}

static void refuse_double(struct reader *reader, const struct tot_json *member)
{
	char pointer[TOT_POINTER_TEXT];
	tot_diag_add(reader->diag, TOT_ERROR, "duplicate-key", reader->file,
		     tot_json_pointer(pointer, sizeof pointer, member),
		     "this name stands twice in the object; keep one");
}

static int by_name(const void *a, const void *b)
{
	const struct tot_json *const *left = a, *const *right = b;
	int order = strcmp((*left)->key, (*right)->key);
	return order ? order : (*left)->index < (*right)->index ? -1 : 1;
}

static size_t doubled_sorted(struct reader *reader, const struct tot_json *object)
{
	size_t found = 0;
	const struct tot_json **names = malloc(object->count * sizeof(const struct tot_json *));
	if (!names)
		return out_of_memory(reader) ? 0 : 1;
	for (size_t i = 0; i < object->count; i++)
		names[i] = &object->first[i];
	qsort(names, object->count, sizeof(const struct tot_json *), by_name);
	for (size_t i = 1; i < object->count; i++) {
		if (strcmp(names[i - 1]->key, names[i]->key) == 0) {
			refuse_double(reader, names[i]);
			found++;
		}
	}
	free(names);
	return found;
}

/* Members of the same name, in this value and below. */
static size_t doubled(struct reader *reader, const struct tot_json *value)
{
	size_t found = 0;
	bool object = value->type == TOT_JSON_OBJECT;
	if (object && value->count > PAIRWISE_MEMBERS)
		found += doubled_sorted(reader, value);
	for (size_t i = 0; i < value->count; i++) {
		const struct tot_json *member = &value->first[i];
		for (size_t k = 0; object && value->count <= PAIRWISE_MEMBERS && k < i; k++) {
			if (strcmp(value->first[k].key, member->key) == 0) {
				refuse_double(reader, member);
				found++;
				break;
			}
		}
		if (member->count)
			found += doubled(reader, member);
	}
	return found;
}

static struct tot_json *read_tree(struct reader *reader, const char *text, size_t size)
{
	const char *end = NULL;
	cJSON *tree = cJSON_ParseWithLengthOpts(text, size, &end, 0);
	struct tot_json *root = tot_arena_alloc(reader->arena, sizeof *root);
	/* The scan has passed the text, so that only memory can be missing. */
	bool fine = tree && root && convert(reader, root, tree);
	if (!tree)
		out_of_memory(reader);
	cJSON_Delete(tree);
	return fine ? root : NULL;
}

enum tot_status tot_json_read(const struct tot_json **out, struct tot_arena *arena,
			      const char *text, size_t size, const char *file,
			      struct tot_diag *diag)
{
	if (!tot_json_scan(text, size, file, diag))
		return TOT_ERR_DATA;
	struct reader reader = {.arena = arena, .file = file, .diag = diag};
	const struct tot_json *root = read_tree(&reader, text, size);
	const size_t doubles = root ? doubled(&reader, root) : 0;
	if (!root || arena->failed)
		return TOT_ERR_MEMORY;
	*out = root;
	return doubles ? TOT_ERR_DATA : TOT_OK;
}

const struct tot_json *tot_json_get(const struct tot_json *object, const char *key)
{
	if (!object || object->type != TOT_JSON_OBJECT)
		return NULL;
	for (const struct tot_json *member = object->first; member; member = member->next) {
		if (member->key[0] == key[0] && strcmp(member->key, key) == 0)
			return member;
	}
	return NULL;
}

const struct tot_json *tot_json_at(const struct tot_json *array, size_t index)
{
	return array && index < array->count ? &array->first[index] : NULL;
}

const char *tot_json_string(const struct tot_json *object, const char *key)
{
	const struct tot_json *member = tot_json_get(object, key);
	return member && member->type == TOT_JSON_STRING ? member->string : NULL;
}
