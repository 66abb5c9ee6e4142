/* One scenario with values replaced, for every point of a grid. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "batch/cells.h"
#include "batch/csv.h"
#include "batch/vary.h"
#include "law/json.h"
#include "report/json_writer.h"
#include "totalise/batch.h"

/* A varied member: its object, its name, and its value in the scenario (NULL: it has none). */
struct place {
	const struct tot_json *parent, *old;
	const char *name;
};

struct grid {
	struct tot_source source;
	struct tot_arena arena;
	const struct tot_json *root;
	struct tot_vary vary[TOT_VARY_MAX];
	struct place places[TOT_VARY_MAX];
	size_t at[TOT_VARY_MAX]; /* the point at hand */
	size_t count;
	uint64_t number;
	bool ended;
};

/* A claim says its start in one of three ways: the varied one takes the place of the others. */
static bool is_start(const char *name)
{
	return strcmp(name, "when") == 0 || strcmp(name, "age") == 0 || strcmp(name, "start") == 0;
}

static bool is_replaced(const struct grid *grid, const struct tot_json *member)
{
	for (size_t i = 0; i < grid->count; i++) {
		const struct place *place = &grid->places[i];
		if (member->parent == place->parent && member != place->old && member->key &&
		    tot_json_get(place->parent, "benefit") && is_start(place->name) &&
		    is_start(member->key))
			return true;
	}
	return false;
}

static void write_varied(struct tot_writer *w, const char *key, const struct place *place,
			 const char *value)
{
	if (place->old && place->old->type == TOT_JSON_STRING)
		tot_write_string(w, key, value);
	else
		tot_cell_json(w, key, place->name, value);
}

static void write(struct tot_writer *w, const struct grid *grid, const struct tot_json *value);

/* A number as it stood: 15 digits give every decimal of a scenario back. */
static void write_number(struct tot_writer *w, const char *key, double number)
{
	struct tot_text text = {0};
	tot_text_format(&text, "%.15g", number);
	if (text.bytes && strtod(text.bytes, NULL) != number) {
		text.size = 0;
		tot_text_format(&text, "%.17g", number);
	}
	/* Exponents keep their zeros. */
	if (text.bytes && strchr(text.bytes, 'e'))
		tot_write_double(w, key, number, 6);
	else
		tot_write_decimal(w, key, text.bytes);
	w->out->failed |= text.failed;
	tot_text_free(&text);
}

static void write_members(struct tot_writer *w, const struct grid *grid,
			  const struct tot_json *value)
{
	for (const struct tot_json *item = value->first; item; item = item->next)
		if (!is_replaced(grid, item))
			write(w, grid, item);
	for (size_t i = 0; i < grid->count; i++)
		if (grid->places[i].parent == value && !grid->places[i].old)
			write_varied(w, grid->places[i].name, &grid->places[i],
				     grid->vary[i].values[grid->at[i]]);
}

static void write(struct tot_writer *w, const struct grid *grid, const struct tot_json *value)
{
	for (size_t i = 0; i < grid->count; i++)
		if (grid->places[i].old == value) {
			write_varied(w, value->key, &grid->places[i],
				     grid->vary[i].values[grid->at[i]]);
			return;
		}
	switch (value->type) {
	case TOT_JSON_NULL: tot_write_null(w, value->key); return;
	case TOT_JSON_BOOL: tot_write_bool(w, value->key, value->boolean); return;
	case TOT_JSON_NUMBER: write_number(w, value->key, value->number); return;
	case TOT_JSON_STRING: tot_write_string(w, value->key, value->string); return;
	case TOT_JSON_ARRAY:
		tot_write_array(w, value->key);
		write_members(w, grid, value);
		tot_write_array_end(w);
		return;
	case TOT_JSON_OBJECT:
		tot_write_object(w, value->key);
		write_members(w, grid, value);
		tot_write_object_end(w);
		return;
	}
}

/* The next point; the last dimension is the fastest. */
static void advance(struct grid *grid)
{
	size_t i = grid->count;
	while (i > 0 && ++grid->at[i - 1] == grid->vary[i - 1].count)
		grid->at[--i] = 0;
	grid->ended = i == 0;
}

static enum tot_status next(struct tot_source *self, struct tot_text *text,
			    struct tot_record *record, bool *end)
{
	struct grid *grid = (struct grid *)self;
	struct tot_writer w = {.out = text, .compact = true};
	*end = grid->ended;
	if (grid->ended)
		return TOT_OK;
	*record = (struct tot_record){.line = ++grid->number, .prefix = text->size};
	for (size_t i = 0; i < grid->count; i++) {
		tot_csv_cell(text, grid->vary[i].values[grid->at[i]], true);
		tot_text_add(text, ",");
	}
	record->prefix_size = text->size - record->prefix;
	record->start = text->size;
	write(&w, grid, grid->root);
	record->size = text->size - record->start;
	advance(grid);
	return TOT_OK;
}

static void close_grid(struct tot_source *self)
{
	struct grid *grid = (struct grid *)self;
	tot_arena_free(&grid->arena);
	free(grid);
}

/* "/plan/claims/0/age": the object at "/plan/claims/0", and the name "age" without its escapes. */
static bool find_place(struct grid *grid, struct place *place, const char *pointer)
{
	const char *slash = strrchr(pointer, '/');
	const char *parent = tot_arena_copy(&grid->arena, pointer, (size_t)(slash - pointer));
	char *name = tot_arena_copy(&grid->arena, slash + 1, strlen(slash + 1));
	if (!parent || !name)
		return false;
	char *to = name;
	for (const char *from = name; *from; from++, to++) {
		*to = *from;
		if (from[0] == '~' && from[1])
			*to = *++from == '0' ? '~' : '/';
	}
	*to = '\0';
	place->parent = tot_json_find(grid->root, parent);
	place->old = tot_json_find(grid->root, pointer);
	place->name = name;
	return place->old || (place->parent && place->parent->type == TOT_JSON_OBJECT);
}

static enum tot_status read_vary(struct grid *grid, const char *text, const char *file)
{
	struct tot_vary *vary = &grid->vary[grid->count];
	struct place *place = &grid->places[grid->count];
	const enum tot_status status = tot_vary_read(vary, text, &grid->arena, grid->source.diag);
	if (status != TOT_OK)
		return status;
	bool fine = find_place(grid, place, vary->pointer);
	for (size_t i = 0; fine && i < grid->count; i++)
		fine = strcmp(grid->vary[i].pointer, vary->pointer) != 0;
	grid->count++;
	if (fine || grid->arena.failed)
		return grid->arena.failed ? TOT_ERR_MEMORY : TOT_OK;
	tot_diag_add(grid->source.diag, TOT_ERROR, "vary", file, vary->pointer,
		     "the scenario has no such place, or it is varied twice");
	return TOT_ERR_DOMAIN;
}

static enum tot_status fill(struct grid *grid, struct tot_text *header, const char *file,
			    const char *const *vary, size_t count)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; status == TOT_OK && i < count && i < TOT_VARY_MAX; i++) {
		status = read_vary(grid, vary[i], file);
		if (status != TOT_OK)
			break;
		tot_csv_cell(header, grid->vary[i].pointer, true);
		tot_text_add(header, ",");
	}
	return status;
}

enum tot_status tot_grid_open(struct tot_source **out, struct tot_text *header, const char *text,
			      size_t size, const char *file, const char *const *vary, size_t count,
			      struct tot_diag *diag)
{
	struct grid *grid = calloc(1, sizeof *grid);
	if (!grid)
		return TOT_ERR_MEMORY;
	grid->source = (struct tot_source){.next = next, .free = close_grid, .diag = diag};
	enum tot_status status = tot_json_read(&grid->root, &grid->arena, text, size, file, diag);
	if (status == TOT_OK)
		status = fill(grid, header, file, vary, count);
	if (status == TOT_OK)
		*out = &grid->source;
	else
		close_grid(&grid->source);
	return status;
}
