/* Named cells as the JSON of a scenario. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/cells.h"

#include <string.h>

#include "report/json_writer.h"

/* Members that are texts even if they look like numbers or truth values. */
static const char *const texts[] = {"title", "note", "age", "id", "type"};

/* Members that are lists of words. */
static const char *const words[] = {"nationalities", "flags"};

static bool among(const char *name, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(name, list[i]) == 0)
			return true;
	return false;
}

static size_t digits(const char *text)
{
	return strspn(text, "0123456789");
}

bool tot_is_number(const char *text)
{
	const char *at = text + (*text == '-' ? 1 : 0);
	size_t whole = digits(at);
	if (whole == 0 || (at[0] == '0' && whole > 1))
		return false;
	at += whole;
	if (*at == '.') {
		const size_t decimals = digits(++at);
		if (decimals == 0)
			return false;
		at += decimals;
	}
	return *at == '\0';
}

static struct tot_cell *child(struct tot_arena *arena, struct tot_cell *parent, const char *name,
			      size_t size)
{
	for (struct tot_cell *c = parent->first; c; c = c->next)
		if (strlen(c->name) == size && memcmp(c->name, name, size) == 0)
			return c;
	struct tot_cell *added = tot_arena_alloc(arena, sizeof *added);
	const char *copy = added ? tot_arena_copy(arena, name, size) : NULL;
	if (!copy)
		return NULL;
	added->name = copy;
	if (parent->last)
		parent->last->next = added;
	else
		parent->first = added;
	parent->last = added;
	return added;
}

bool tot_cell_put(struct tot_arena *arena, struct tot_cell *root, const char *path,
		  const char *value)
{
	struct tot_cell *cell = root;
	if (!value[0])
		return true;
	while (cell && *path) {
		const size_t size = strcspn(path, ".");
		cell = child(arena, cell, path, size);
		path += size + (path[size] ? 1 : 0);
	}
	if (cell)
		cell->value = value;
	return cell != NULL;
}

static bool is_list(const struct tot_cell *cell)
{
	const char *name = cell->first ? cell->first->name : "";
	return name[0] && strlen(name) <= 3 && digits(name) == strlen(name);
}

static void list_of_words(struct tot_writer *w, const char *key, const char *value)
{
	char word[64];
	tot_write_array(w, key);
	for (const char *at = value + strspn(value, " "); *at; at += strspn(at, " ")) {
		const size_t size = strcspn(at, " ");
		const size_t kept = size < sizeof word ? size : sizeof word - 1;
		memcpy(word, at, kept);
		word[kept] = '\0';
		tot_write_string(w, NULL, word);
		at += size;
	}
	tot_write_array_end(w);
}

void tot_cell_json(struct tot_writer *w, const char *key, const char *name, const char *value)
{
	const bool text = among(name, texts, sizeof texts / sizeof texts[0]);
	if (among(name, words, sizeof words / sizeof words[0]))
		list_of_words(w, key, value);
	else if (!text && (strcmp(value, "true") == 0 || strcmp(value, "false") == 0))
		tot_write_bool(w, key, value[0] == 't');
	else if (!text && tot_is_number(value))
		tot_write_decimal(w, key, value);
	else
		tot_write_string(w, key, value);
}

static void print(struct tot_writer *w, const char *key, const struct tot_cell *cell)
{
	if (cell->value) {
		tot_cell_json(w, key, cell->name, cell->value);
		return;
	}
	const bool list = is_list(cell);
	if (list)
		tot_write_array(w, key);
	else
		tot_write_object(w, key);
	for (const struct tot_cell *c = cell->first; c; c = c->next)
		print(w, list ? NULL : c->name, c);
	if (list)
		tot_write_array_end(w);
	else
		tot_write_object_end(w);
}

void tot_cell_print(struct tot_text *out, const struct tot_cell *root)
{
	struct tot_writer w = {.out = out, .compact = true};
	print(&w, NULL, root);
}
