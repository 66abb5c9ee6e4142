/* Packing and unpacking of JSON values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack.h"

#include <stdint.h>
#include <string.h>

static void put(struct tot_text *out, uint64_t number, int bytes)
{
	for (int i = 0; i < bytes; i++) {
		const char byte = (char)(unsigned char)(number >> 8 * i & 0xFF);
		tot_text_add_bytes(out, &byte, 1);
	}
}

static void put_string(struct tot_text *out, const char *text)
{
	tot_text_add_bytes(out, text, strlen(text) + 1);
}

void tot_pack(struct tot_text *out, const struct tot_json *value)
{
	uint64_t bits;
	put(out, (uint64_t)value->type, 1);
	switch (value->type) {
	case TOT_JSON_NULL: return;
	case TOT_JSON_BOOL: put(out, value->boolean, 1); return;
	case TOT_JSON_NUMBER:
		memcpy(&bits, &value->number, sizeof bits);
		put(out, bits, 8);
		return;
	case TOT_JSON_STRING: put_string(out, value->string); return;
	case TOT_JSON_ARRAY:
	case TOT_JSON_OBJECT: break;
	}
	put(out, value->count, 4);
	for (const struct tot_json *child = value->first; child; child = child->next) {
		if (value->type == TOT_JSON_OBJECT)
			put_string(out, child->key);
		tot_pack(out, child);
	}
}

struct source {
	const unsigned char *bytes;
	size_t size, pos;
	struct tot_arena *arena;
};

static bool take(uint64_t *out, struct source *from, size_t bytes)
{
	if (from->size - from->pos < bytes)
		return false;
	*out = 0;
	for (size_t i = 0; i < bytes; i++)
		*out |= (uint64_t)from->bytes[from->pos++] << 8 * i;
	return true;
}

static bool take_string(const char **out, struct source *from)
{
	const char *text = (const char *)from->bytes + from->pos;
	const char *end = memchr(text, '\0', from->size - from->pos);
	if (!end)
		return false;
	*out = text;
	from->pos += (size_t)(end - text) + 1;
	return true;
}

static bool take_value(struct tot_json *out, struct source *from);

static bool take_children(struct tot_json *out, struct source *from)
{
	uint64_t count;
	if (!take(&count, from, 4) || count > from->size - from->pos)
		return false;
	out->count = (size_t)count;
	if (!count)
		return true;
	out->first = tot_arena_alloc(from->arena, out->count * sizeof *out->first);
	for (size_t i = 0; out->first && i < out->count; i++) {
		struct tot_json *child = &out->first[i];
		child->index = i;
		child->parent = out;
		child->next = i + 1 < out->count ? child + 1 : NULL;
		if ((out->type == TOT_JSON_OBJECT && !take_string(&child->key, from)) ||
		    !take_value(child, from))
			return false;
	}
	return out->first != NULL;
}

static bool take_value(struct tot_json *out, struct source *from)
{
	uint64_t number;
	if (!take(&number, from, 1))
		return false;
	out->type = (enum tot_json_type)number;
	switch (out->type) {
	case TOT_JSON_NULL: return true;
	case TOT_JSON_BOOL:
		if (!take(&number, from, 1))
			return false;
		out->boolean = number != 0;
		return true;
	case TOT_JSON_NUMBER:
		if (!take(&number, from, 8))
			return false;
		memcpy(&out->number, &number, sizeof out->number);
		return true;
	case TOT_JSON_STRING: return take_string(&out->string, from);
	case TOT_JSON_ARRAY:
	case TOT_JSON_OBJECT: return take_children(out, from);
	}
	return false;
}

enum tot_status tot_unpack(const struct tot_json **out, struct tot_arena *arena,
			   const unsigned char *bytes, size_t size)
{
	struct source from = {.bytes = bytes, .size = size, .arena = arena};
	struct tot_json *root = tot_arena_alloc(arena, sizeof *root);
	if (!root)
		return TOT_ERR_MEMORY;
	const bool fine = take_value(root, &from) && from.pos == size;
	if (arena->failed)
		return TOT_ERR_MEMORY;
	if (!fine)
		return TOT_ERR_DATA;
	*out = root;
	return TOT_OK;
}
