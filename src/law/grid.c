/* The tree of a parameter file as grids of figures; keys alone tell the shapes (format, s. 3). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "lawbook.h"

/* Section 2 of the format: head and texts, never read by a formula. */
static const char *const not_figures[] = {
	"parameter", "title",	   "unit",
	"law",	     "as_of",	   "source",
	"sources",   "confidence", "confidence_note",
	"note",	     "columns",	   "valid_from",
	"valid_to",  "formula",	   "variables",
	"rule",	     "derivation", "check_source",
	"read_in",   "licence",	   "missing",
	"use",	     "examples",   "count",
	"check",     "method",	   "conventions",
	"warning",   "cohorts",	   "official_life_expectancy_checks",
};

struct walk {
	struct tot_loader *loader;
	struct tot_law_file *file;
	struct tot_grid **end;
};

/* Where the walk stands: scope, path so far, columns that a node without own ones inherits. */
struct place {
	const struct tot_scope *scope;
	const char *path;
	const struct tot_json *columns;
};

static bool in_list(const char *word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (tot_same(word, list[i]))
			return true;
	}
	return false;
}

bool tot_key_is_text(const char *key)
{
	return in_list(key, not_figures, sizeof not_figures / sizeof not_figures[0]);
}

static bool is_scalar(const struct tot_json *value)
{
	return value->type != TOT_JSON_ARRAY && value->type != TOT_JSON_OBJECT;
}

static const char *join(struct walk *walk, const char *path, const char *name)
{
	return tot_arena_format(walk->loader->arena, "%s%s%s", path, *path ? "." : "", name);
}

static struct tot_grid *add_grid(struct walk *walk, const struct place *place,
				 enum tot_grid_form form, const struct tot_json *rows,
				 size_t row_count, size_t column_count)
{
	struct tot_arena *arena = walk->loader->arena;
	struct tot_grid *grid = tot_arena_alloc(arena, sizeof *grid);
	if (!grid)
		return NULL;
	grid->path = place->path;
	grid->form = form;
	grid->scope = place->scope;
	grid->rows = rows;
	grid->row_count = row_count;
	grid->column_count = column_count;
	grid->columns = tot_arena_alloc(arena, (column_count + 1) * sizeof(const char *));
	grid->cells = tot_arena_alloc(arena, (row_count * column_count + 1) *
						     sizeof(const struct tot_json *));
	grid->is_key = tot_arena_alloc(arena, column_count + 1);
	grid->own_confidence = tot_arena_alloc(arena, (column_count + 1) * sizeof(int));
	if (!grid->columns || !grid->cells || !grid->is_key || !grid->own_confidence)
		return NULL;
	*walk->end = grid;
	walk->end = &grid->next;
	return grid;
}

static const char *digits(struct walk *walk, size_t number)
{
	return tot_arena_format(walk->loader->arena, "%zu", number);
}

/* Columns of a table: their names; numbers where the file has none (matrices). */
static void table_grid(struct walk *walk, const struct place *place, const struct tot_json *rows,
		       const struct tot_json *names)
{
	size_t columns = names ? names->count : 0;
	for (const struct tot_json *row = rows->first; row && !names; row = row->next)
		columns = row->count > columns ? row->count : columns;
	struct tot_grid *grid = add_grid(walk, place, TOT_GRID_TABLE, rows, rows->count, columns);
	if (!grid)
		return;
	grid->names = names;
	for (size_t i = 0; i < columns; i++) {
		const struct tot_json *name = tot_json_at(names, i);
		grid->columns[i] = !names			   ? digits(walk, i)
				   : name->type == TOT_JSON_STRING ? name->string
								   : "";
	}
	for (size_t r = 0; r < rows->count; r++) {
		const struct tot_json *row = &rows->first[r];
		for (size_t c = 0; row->type == TOT_JSON_ARRAY && c < row->count && c < columns;
		     c++)
			grid->cells[r * columns + c] = &row->first[c];
	}
	tot_grid_keys(walk->loader, grid);
}

/* Law file format, section 5: the only list of rows that has no `columns` anywhere. */
static void cohort_rows_grid(struct walk *walk, const struct place *place,
			     const struct tot_json *rows)
{
	static const char *const names[] = {"column", "born_from", "born_to", "base_amount"};
	struct tot_grid *grid = add_grid(walk, place, TOT_GRID_TABLE, rows, rows->count, 4);
	if (!grid)
		return;
	for (size_t c = 0; c < 4; c++)
		grid->columns[c] = names[c];
	for (size_t r = 0; r < rows->count; r++) {
		for (size_t c = 0; c < rows->first[r].count && c < 4; c++)
			grid->cells[r * 4 + c] = &rows->first[r].first[c];
	}
	tot_grid_keys(walk->loader, grid);
}

static void list_grid(struct walk *walk, const struct place *place, const struct tot_json *list)
{
	struct tot_grid *grid = add_grid(walk, place, TOT_GRID_LIST, list, 1, list->count);
	if (!grid)
		return;
	for (size_t i = 0; i < list->count; i++) {
		grid->columns[i] = digits(walk, i);
		grid->cells[i] = &list->first[i];
	}
	tot_grid_keys(walk->loader, grid);
}

static void object_grid(struct walk *walk, const struct place *place, const struct tot_json *node)
{
	size_t count = 0;
	for (const struct tot_json *member = node->first; member; member = member->next)
		count += is_scalar(member) && !tot_key_is_text(member->key);
	struct tot_grid *grid =
		count ? add_grid(walk, place, TOT_GRID_OBJECT, node, 1, count) : NULL;
	if (!grid)
		return;
	count = 0;
	for (const struct tot_json *member = node->first; member; member = member->next) {
		if (!is_scalar(member) || tot_key_is_text(member->key))
			continue;
		grid->columns[count] = member->key;
		grid->cells[count++] = member;
	}
	tot_grid_keys(walk->loader, grid);
}

#define SERIES_COLUMNS_MAX 64

/* Position of a name in the columns so far; a new one is added. SERIES_COLUMNS_MAX: no room. */
static size_t column_of(const char **columns, size_t *count, const char *name, size_t guess)
{
	if (guess < *count && tot_same(columns[guess], name))
		return guess;
	for (size_t i = 0; i < *count; i++) {
		if (tot_same(columns[i], name))
			return i;
	}
	if (*count < SERIES_COLUMNS_MAX)
		columns[(*count)++] = name;
	else
		return SERIES_COLUMNS_MAX;
	return *count - 1;
}

static void series_grid(struct walk *walk, const struct place *place, const struct tot_json *list)
{
	const char *columns[SERIES_COLUMNS_MAX];
	size_t count = 0;
	bool numbers = false;
	for (const struct tot_json *entry = list->first; entry; entry = entry->next) {
		for (const struct tot_json *cell = entry->first; cell; cell = cell->next) {
			if (!is_scalar(cell))
				continue;
			column_of(columns, &count, cell->key, cell->index);
			numbers |= cell->type == TOT_JSON_NUMBER || cell->type == TOT_JSON_BOOL;
		}
	}
	struct tot_grid *grid =
		numbers ? add_grid(walk, place, TOT_GRID_SERIES, list, list->count, count) : NULL;
	if (!grid)
		return;
	memcpy(grid->columns, columns, count * sizeof *columns);
	for (size_t r = 0; r < list->count; r++) {
		for (const struct tot_json *cell = list->first[r].first; cell; cell = cell->next) {
			size_t c = is_scalar(cell)
					   ? column_of(columns, &count, cell->key, cell->index)
					   : SERIES_COLUMNS_MAX;
			if (c < SERIES_COLUMNS_MAX)
				grid->cells[r * count + c] = cell;
		}
	}
	tot_grid_keys(walk->loader, grid);
}

static void walk_object(struct walk *walk, const struct place *place, const struct tot_json *node,
			bool member);

/* Members that hold other grids are told apart like rows: in order, each once. */
static void check_member(struct walk *walk, const struct tot_scope *before,
			 const struct tot_scope *scope)
{
	const struct tot_key *key = &scope->key;
	for (; before; before = before->beside) {
		const struct tot_key *other = &before->key;
		if (key->dim != other->dim || key->dim == TOT_DIM_NONE)
			continue;
		bool same = key->dim == TOT_DIM_WORD ? tot_same(key->word, other->word)
						     : key->low == other->low;
		if (same || (key->dim == TOT_DIM_DAY && key->low < other->low)) {
			tot_law_fault(walk->loader, walk->file, scope->node,
				      same ? "doubled-key" : "unsorted",
				      same ? "an earlier member of the list has the same key"
					   : "the members must be sorted by their day");
			return;
		}
	}
}

static void walk_objects(struct walk *walk, const struct place *place, const struct tot_json *list)
{
	const struct tot_scope *before = NULL;
	series_grid(walk, place, list);
	for (const struct tot_json *entry = list->first; entry; entry = entry->next) {
		bool deeper = false;
		for (const struct tot_json *cell = entry->first; cell; cell = cell->next)
			deeper |= !is_scalar(cell);
		struct tot_scope *scope =
			deeper ? tot_scope_new(walk->loader, place->scope, entry) : NULL;
		if (!scope)
			continue;
		tot_scope_member(walk->loader, scope);
		check_member(walk, before, scope);
		scope->beside = before;
		before = scope;
		struct place inner = {scope, place->path, place->columns};
		walk_object(walk, &inner, entry, true);
	}
}

/* The one type of all elements; TOT_JSON_NULL stands for nulls only, -1 for a mixture. */
static int common_type(const struct tot_json *list)
{
	int type = TOT_JSON_NULL;
	for (const struct tot_json *item = list->first; item; item = item->next) {
		if (item->type == TOT_JSON_NULL)
			continue;
		if (type != TOT_JSON_NULL && type != (int)item->type)
			return -1;
		type = (int)item->type;
	}
	return type;
}

static void walk_array(struct walk *walk, const struct place *place, const struct tot_json *list)
{
	int type = common_type(list);
	if (type == -1) {
		tot_law_fault(walk->loader, walk->file, list, "mixed-types",
			      "the elements of this list have different types");
	} else if (type == TOT_JSON_OBJECT) {
		walk_objects(walk, place, list);
	} else if (type == TOT_JSON_ARRAY && list->key &&
		   tot_same(list->key, "special_addition_birth_of_recipient")) {
		cohort_rows_grid(walk, place, list);
	} else if (type == TOT_JSON_ARRAY) {
		table_grid(walk, place, list, place->columns);
	} else if (type == TOT_JSON_NUMBER || type == TOT_JSON_BOOL) {
		list_grid(walk, place, list);
	}
}

static void walk_object(struct walk *walk, const struct place *place, const struct tot_json *node,
			bool member)
{
	const struct tot_json *names = tot_json_get(node, "columns");
	const struct tot_json *rows = tot_json_get(node, "rows");
	struct place here = *place;
	if (names && names->type == TOT_JSON_ARRAY)
		here.columns = names;
	bool table = rows && rows->type == TOT_JSON_ARRAY &&
		     (rows->count == 0 || common_type(rows) == TOT_JSON_ARRAY);
	if (table)
		table_grid(walk, &here, rows, here.columns);
	else if (rows && names)
		tot_law_fault(walk->loader, walk->file, rows, "wrong-type",
			      "a list of rows was expected, each a list of cells");
	if (!table)
		rows = NULL;
	if (!member)
		object_grid(walk, &here, node);
	for (const struct tot_json *child = node->first; child; child = child->next) {
		if (is_scalar(child) || child == rows || tot_key_is_text(child->key))
			continue;
		struct place inner = {here.scope, join(walk, here.path, child->key), here.columns};
		if (child->type == TOT_JSON_ARRAY) {
			walk_array(walk, &inner, child);
			continue;
		}
		struct tot_scope *scope = tot_scope_new(walk->loader, here.scope, child);
		if (!scope)
			return;
		tot_scope_days(scope);
		inner.scope = scope;
		walk_object(walk, &inner, child, false);
	}
}

void tot_law_walk(struct tot_loader *loader, struct tot_law_file *file)
{
	struct walk walk = {loader, file, &file->grids};
	struct tot_scope *scope = tot_scope_new(loader, NULL, file->root);
	if (!scope)
		return;
	tot_scope_days(scope);
	struct place root = {scope, "", NULL};
	walk_object(&walk, &root, file->root, false);
}
