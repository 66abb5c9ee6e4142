/* RFC 6901 pointers: the place of a value in its document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "json.h"

/* True if the escaped segment equals the name. */
static bool segment_is(const char *segment, size_t length, const char *name)
{
	size_t i = 0;
	for (; i < length; i++, name++) {
		char c = segment[i];
		if (c == '~' && i + 1 < length)
			c = segment[++i] == '0' ? '~' : '/';
		if (*name == '\0' || *name != c)
			return false;
	}
	return *name == '\0';
}

static const struct tot_json *by_index(const struct tot_json *array, const char *segment,
				       size_t length)
{
	size_t index = 0;
	if (length == 0 || length > 9 || (segment[0] == '0' && length > 1))
		return NULL;
	for (size_t i = 0; i < length; i++) {
		if (segment[i] < '0' || segment[i] > '9')
			return NULL;
		index = index * 10 + (size_t)(segment[i] - '0');
	}
	return tot_json_at(array, index);
}

static const struct tot_json *child(const struct tot_json *node, const char *segment, size_t length)
{
	if (node->type == TOT_JSON_ARRAY)
		return by_index(node, segment, length);
	if (node->type != TOT_JSON_OBJECT)
		return NULL;
	for (const struct tot_json *member = node->first; member; member = member->next) {
		if (segment_is(segment, length, member->key))
			return member;
	}
	return NULL;
}

const struct tot_json *tot_json_find(const struct tot_json *root, const char *pointer)
{
	const struct tot_json *node = root;
	while (node && *pointer) {
		if (*pointer != '/')
			return NULL;
		pointer++;
		size_t length = strcspn(pointer, "/");
		node = child(node, pointer, length);
		pointer += length;
	}
	return node;
}

static void put(char *out, size_t size, size_t *used, char c)
{
	if (*used + 1 < size)
		out[(*used)++] = c;
}

/* Digits of a number, written backwards from the end of a buffer. */
static const char *decimal(char *end, size_t number)
{
	*--end = '\0';
	do
		*--end = (char)('0' + number % 10);
	while (number /= 10);
	return end;
}

static void write_pointer(char *out, size_t size, size_t *used, const struct tot_json *value)
{
	if (!value->parent)
		return;
	write_pointer(out, size, used, value->parent);
	put(out, size, used, '/');
	char digits[24];
	const char *name = value->key ? value->key : decimal(digits + sizeof digits, value->index);
	for (; *name; name++) {
		if (*name == '~' || *name == '/') {
			put(out, size, used, '~');
			put(out, size, used, *name == '~' ? '0' : '1');
		} else {
			put(out, size, used, *name);
		}
	}
}

const char *tot_json_pointer(char *out, size_t size, const struct tot_json *value)
{
	size_t used = 0;
	if (size == 0)
		return out;
	write_pointer(out, size, &used, value);
	out[used] = '\0';
	return out;
}
