/* Members of objects: presence, type, words, countries, and the faults that they may have. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/read.h"

#include <stdarg.h>
#include <string.h>

#define QUOTE_BYTES 40
#define LIST_TEXT 700

struct tot_quote tot_quote(const char *text)
{
	struct tot_quote quote;
	size_t size = strlen(text), n = 0;
	const bool cut = size > QUOTE_BYTES;
	if (cut) {
		size = QUOTE_BYTES;
		while (size > 0 && ((unsigned char)text[size] & 0xc0) == 0x80)
			size--;
	}
	quote.text[n++] = '"';
	for (size_t i = 0; i < size; i++) {
		quote.text[n++] = text[i];
		if ((unsigned char)text[i] < ' ' || text[i] == 0x7f)
			quote.text[n - 1] = '?';
	}
	for (int i = 0; cut && i < 3; i++)
		quote.text[n++] = '.';
	quote.text[n++] = '"';
	quote.text[n] = '\0';
	return quote;
}

static void note(struct tot_reader *reader, enum tot_severity severity, const char *place,
		 const char *code, const char *format, va_list args)
	__attribute__((format(printf, 5, 0)));

static void note(struct tot_reader *reader, enum tot_severity severity, const char *place,
		 const char *code, const char *format, va_list args)
{
	size_t *count = severity == TOT_ERROR ? &reader->faults : &reader->remarks;
	if (++*count <= TOT_FAULTS_MAX)
		tot_diag_addv(reader->diag, severity, code, reader->file, place, format, args);
	else if (*count == TOT_FAULTS_MAX + 1)
		tot_diag_add(reader->diag, severity, "more-faults", reader->file, "",
			     "more than %d of these; the rest is not listed", TOT_FAULTS_MAX);
}

void tot_fault_at(struct tot_reader *reader, const char *place, const char *code,
		  const char *format, ...)
{
	va_list args;
	va_start(args, format);
	note(reader, TOT_ERROR, place, code, format, args);
	va_end(args);
}

void tot_warn_at(struct tot_reader *reader, const char *place, const char *code, const char *format,
		 ...)
{
	va_list args;
	if (reader->faults > 0)
		return;
	va_start(args, format);
	note(reader, TOT_WARNING, place, code, format, args);
	va_end(args);
}

void tot_fault(struct tot_reader *reader, const struct tot_json *at, const char *code,
	       const char *format, ...)
{
	char place[TOT_POINTER_TEXT];
	va_list args;
	va_start(args, format);
	note(reader, TOT_ERROR, tot_json_pointer(place, sizeof(place), at), code, format, args);
	va_end(args);
}

void tot_warn(struct tot_reader *reader, const struct tot_json *at, const char *code,
	      const char *format, ...)
{
	char place[TOT_POINTER_TEXT];
	va_list args;
	va_start(args, format);
	note(reader, TOT_WARNING, tot_json_pointer(place, sizeof(place), at), code, format, args);
	va_end(args);
}

const char *tot_place(struct tot_reader *reader, const char *parent, const char *key)
{
	return tot_arena_format(reader->arena, "%s/%s", parent, key);
}

const char *tot_place_of(struct tot_reader *reader, const struct tot_json *value)
{
	char place[TOT_POINTER_TEXT];
	return tot_arena_format(reader->arena, "%s", tot_json_pointer(place, sizeof(place), value));
}

/* "a b c" as "a, b, c" for a message, cut when it is long. */
static const char *listed(char out[static LIST_TEXT], const char *words)
{
	size_t n = 0;
	const char *at = words;
	for (; *at != '\0' && n < LIST_TEXT - 8; at++) {
		if (*at == ' ')
			out[n++] = ',';
		out[n++] = *at;
	}
	memcpy(out + n, *at == '\0' ? "" : "...", *at == '\0' ? 1 : 4);
	return out;
}

static const char *type_name(enum tot_json_type type)
{
	switch (type) {
	case TOT_JSON_NULL: return "null";
	case TOT_JSON_BOOL: return "true or false";
	case TOT_JSON_NUMBER: return "a number";
	case TOT_JSON_STRING: return "a text";
	case TOT_JSON_ARRAY: return "a list";
	case TOT_JSON_OBJECT: return "an object";
	}
	return "a value";
}

static bool of_type(struct tot_reader *reader, const struct tot_json *value,
		    enum tot_json_type type)
{
	if (value->type == type)
		return true;
	tot_fault(reader, value, "wrong-type", "expected %s, found %s", type_name(type),
		  type_name(value->type));
	return false;
}

static void unknown_key(struct tot_reader *reader, const struct tot_json *member, const char *keys)
{
	char near[64], list[LIST_TEXT];
	if (tot_word_nearest(near, sizeof(near), keys, member->key))
		tot_fault(reader, member, "unknown-key", "unknown key %s; did you mean \"%s\"?",
			  tot_quote(member->key).text, near);
	else
		tot_fault(reader, member, "unknown-key", "unknown key %s; known here: %s",
			  tot_quote(member->key).text, listed(list, keys));
}

bool tot_read_object(struct tot_reader *reader, const struct tot_json *value, const char *keys)
{
	if (!of_type(reader, value, TOT_JSON_OBJECT))
		return false;
	for (const struct tot_json *member = value->first; member; member = member->next)
		if (tot_word_find(keys, member->key) < 0)
			unknown_key(reader, member, keys);
	return true;
}

const struct tot_json *tot_read_member(struct tot_reader *reader, const struct tot_json *object,
				       const char *key, bool required)
{
	const struct tot_json *member = tot_json_get(object, key);
	if (!member && required)
		tot_fault(reader, object, "missing-key", "\"%s\" is missing; add it", key);
	return member;
}

const struct tot_json *tot_read_array(struct tot_reader *reader, const struct tot_json *object,
				      const char *key, size_t max, bool required)
{
	const struct tot_json *array = tot_read_member(reader, object, key, required);
	if (!array || !of_type(reader, array, TOT_JSON_ARRAY))
		return NULL;
	if (array->count > max) {
		tot_fault(reader, array, "too-many", "%zu entries; at most %zu are read",
			  array->count, max);
		return NULL;
	}
	return array;
}

void *tot_read_room(struct tot_reader *reader, size_t count, size_t size)
{
	return count == 0 ? NULL : tot_arena_alloc(reader->arena, count * size);
}

void *tot_read_list(struct tot_reader *reader, const struct tot_json *object, const char *key,
		    size_t max, size_t size, const struct tot_json **first)
{
	const struct tot_json *list = tot_read_array(reader, object, key, max, false);
	void *room = list ? tot_read_room(reader, list->count, size) : NULL;
	*first = room ? list->first : NULL;
	return room;
}

const char *tot_read_text(struct tot_reader *reader, const struct tot_json *value)
{
	if (!of_type(reader, value, TOT_JSON_STRING))
		return NULL;
	const size_t size = strlen(value->string);
	if (size == 0) {
		tot_fault(reader, value, "empty-text",
			  "an empty text; fill it or leave the key out");
		return NULL;
	}
	if (size > TOT_SCENARIO_TEXT_MAX) {
		tot_fault(reader, value, "too-long", "a text of %zu bytes; at most %d are read",
			  size, TOT_SCENARIO_TEXT_MAX);
		return NULL;
	}
	return tot_arena_copy(reader->arena, value->string, size);
}

const char *tot_read_text_member(struct tot_reader *reader, const struct tot_json *object,
				 const char *key, bool required)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	return member ? tot_read_text(reader, member) : NULL;
}

static void unknown_word(struct tot_reader *reader, const struct tot_json *value, const char *word,
			 const char *words)
{
	char near[64], list[LIST_TEXT];
	if (tot_word_nearest(near, sizeof(near), words, word))
		tot_fault(reader, value, "unknown-word",
			  "%s is not known here; did you mean \"%s\"? Allowed: %s",
			  tot_quote(word).text, near, listed(list, words));
	else
		tot_fault(reader, value, "unknown-word", "%s is not known here; allowed: %s",
			  tot_quote(word).text, listed(list, words));
}

static int word_of(struct tot_reader *reader, const struct tot_json *value, const char *words)
{
	const char *text = tot_read_text(reader, value);
	if (!text)
		return -1;
	const int index = tot_word_find(words, text);
	if (index < 0)
		unknown_word(reader, value, text, words);
	return index;
}

int tot_read_word(struct tot_reader *reader, const struct tot_json *object, const char *key,
		  const char *words, bool required)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	return member ? word_of(reader, member, words) : -1;
}

const char *tot_read_choice(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, const char *words, bool required)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	if (!member || word_of(reader, member, words) < 0)
		return NULL;
	return tot_arena_copy(reader->arena, member->string, strlen(member->string));
}

bool tot_read_bool(struct tot_reader *reader, const struct tot_json *object, const char *key)
{
	const struct tot_json *member = tot_json_get(object, key);
	return member && of_type(reader, member, TOT_JSON_BOOL) && member->boolean;
}

const char *tot_read_country_value(struct tot_reader *reader, const struct tot_json *value,
				   const char *extra)
{
	const char *code = tot_read_text(reader, value);
	if (!code || tot_country_known(code) || (extra && tot_word_find(extra, code) >= 0))
		return code;
	const char *hint = tot_country_hint(code);
	if (hint)
		tot_fault(reader, value, "unknown-country",
			  "%s is no country code of ISO 3166-1; write \"%s\"", tot_quote(code).text,
			  hint);
	else
		tot_fault(reader, value, "unknown-country",
			  "%s is no country code of ISO 3166-1; write two capital letters such as "
			  "\"DE\" or \"JP\"%s",
			  tot_quote(code).text, extra ? ", or \"refugee\" or \"stateless\"" : "");
	return NULL;
}

const char *tot_read_country(struct tot_reader *reader, const struct tot_json *object,
			     const char *key, bool required)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	return member ? tot_read_country_value(reader, member, NULL) : NULL;
}
