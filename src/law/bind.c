/* Figures that formulas read, tied to their grids when the law book is loaded. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "grid_keys.h"
#include "lawbook.h"

static bool is_pattern(const char *name)
{
	size_t length = strlen(name);
	return length && name[length - 1] == '*';
}

/* "1956_04_02" at the start of the text; false if it is no day. */
static bool day_in_name(int64_t *out, const char *text)
{
	char iso[11];
	struct tot_date date;
	if (strlen(text) < 10)
		return false;
	memcpy(iso, text, 10);
	iso[10] = '\0';
	if (iso[4] != '_' || iso[7] != '_')
		return false;
	iso[4] = iso[7] = '-';
	if (!tot_date_parse(&date, iso))
		return false;
	*out = tot_date_to_day(date);
	return true;
}

/* born_from_DAY: from that day; born_to_DAY: up to it; born_DAY_to_DAY: both included. */
static bool birth_in_name(struct tot_key *out, const char *name)
{
	*out = (struct tot_key){TOT_DIM_BIRTH, TOT_OPEN_LOW, TOT_OPEN_HIGH, NULL};
	if (strncmp(name, "born_from_", 10) == 0)
		return day_in_name(&out->low, name + 10);
	if (strncmp(name, "born_to_", 8) == 0)
		return day_in_name(&out->high, name + 8);
	return strncmp(name, "born_", 5) == 0 && day_in_name(&out->low, name + 5) &&
	       strncmp(name + 15, "_to_", 4) == 0 && day_in_name(&out->high, name + 19);
}

static int64_t day_or(const struct tot_json *cell, int64_t open)
{
	int64_t day;
	return cell && tot_key_value(&day, cell, TOT_KEY_DATE) ? day : open;
}

/* The birth days of a column from the list `cohorts`, or rows [column, born_from, born_to, ...]. */
static bool birth_in_list(struct tot_key *out, const struct tot_scope *scope, const char *name)
{
	for (; scope; scope = scope->up) {
		const struct tot_json *list = tot_json_get(scope->node, "cohorts");
		if (!list)
			list = tot_json_get(scope->node, "special_addition_birth_of_recipient");
		const struct tot_json *entry = list ? list->first : NULL;
		for (; entry; entry = entry->next) {
			bool object = entry->type == TOT_JSON_OBJECT;
			const struct tot_json *cells[3] = {
				object ? tot_json_get(entry, "column") : tot_json_at(entry, 0),
				object ? tot_json_get(entry, "born_from") : tot_json_at(entry, 1),
				object ? tot_json_get(entry, "born_to") : tot_json_at(entry, 2)};
			if (!cells[0] || cells[0]->type != TOT_JSON_STRING ||
			    strcmp(cells[0]->string, name) != 0)
				continue;
			*out = (struct tot_key){TOT_DIM_BIRTH, day_or(cells[1], TOT_OPEN_LOW),
						day_or(cells[2], TOT_OPEN_HIGH), NULL};
			return true;
		}
	}
	return false;
}

static void pointers_of(struct tot_loader *loader, struct tot_bound_column *column,
			const struct tot_grid *grid)
{
	column->pointers =
		tot_arena_alloc(loader->arena, grid->row_count * sizeof *column->pointers);
	for (size_t row = 0; column->pointers && row < grid->row_count; row++) {
		const struct tot_json *cell = tot_grid_cell(grid, row, column->column);
		char pointer[TOT_POINTER_TEXT];
		if (!cell || cell->type == TOT_JSON_NULL)
			continue;
		tot_json_pointer(pointer, sizeof pointer, cell);
		column->pointers[row] = tot_arena_copy(loader->arena, pointer, strlen(pointer));
	}
}

static void check_cells(struct tot_loader *loader, const struct tot_law_file *file,
			const struct tot_grid *grid, size_t column, const struct tot_figure *figure)
{
	for (size_t row = 0; row < grid->row_count; row++) {
		const struct tot_json *cell = tot_grid_cell(grid, row, column);
		struct tot_value value;
		if (!cell || cell->type == TOT_JSON_NULL || tot_grid_draft(grid, row))
			continue;
		if (!tot_cell_value(&value, cell, figure->decimals))
			tot_law_fault(loader, file, cell, "bad-figure",
				      figure->decimals == TOT_FRACTION
					      ? "this is no fraction such as 5/6"
					      : "this is no number with at most %d decimals",
				      figure->decimals);
	}
}

static void bind_column(struct tot_loader *loader, const struct tot_law_file *file,
			struct tot_bound_grid *out, size_t column, const struct tot_figure *figure)
{
	struct tot_bound_column *columns =
		tot_arena_grow(loader->arena, out->columns, out->column_count, sizeof *columns);
	if (!columns)
		return;
	out->columns = columns;
	struct tot_bound_column *bound = &columns[out->column_count++];
	*bound = (struct tot_bound_column){.column = column};
	const char *name = out->grid->columns[column];
	if (is_pattern(figure->column) && !birth_in_name(&bound->birth, name) &&
	    !birth_in_list(&bound->birth, out->grid->scope, name))
		tot_law_fault(loader, file, out->grid->rows, "no-cohort",
			      "nothing says for which dates of birth column '%s' is", name);
	pointers_of(loader, bound, out->grid);
	check_cells(loader, file, out->grid, column, figure);
}

static void member_keys(struct tot_bound_grid *bound)
{
	for (const struct tot_scope *scope = bound->grid->scope; scope; scope = scope->up) {
		if (scope->key.dim != TOT_DIM_NONE && bound->member_key_count < TOT_KEYS_MAX)
			bound->member_keys[bound->member_key_count++] = scope->key;
	}
}

static void bind_grid(struct tot_loader *loader, const struct tot_law_file *file,
		      const struct tot_grid *grid, const struct tot_figure *figure,
		      struct tot_bound *out)
{
	struct tot_bound_grid bound = {.file = file, .grid = grid};
	if (grid->scope->draft)
		return;
	for (size_t c = 0; c < grid->column_count; c++) {
		bool key = grid->form != TOT_GRID_OBJECT && is_pattern(figure->column) &&
			   tot_key_column(grid->columns[c]);
		if (!key && tot_name_matches(figure->column, grid->columns[c]))
			bind_column(loader, file, &bound, c, figure);
	}
	if (bound.column_count == 0)
		return;
	member_keys(&bound);
	struct tot_bound_grid *grids =
		tot_arena_grow(loader->arena, out->grids, out->grid_count, sizeof *grids);
	if (!grids)
		return;
	out->grids = grids;
	grids[out->grid_count++] = bound;
}

static void bind_figure(struct tot_loader *loader, const struct tot_figure *figure,
			struct tot_bound *out)
{
	const struct tot_law_file *seen = NULL;
	for (size_t i = 0; i < loader->law->file_count; i++) {
		const struct tot_law_file *file = &loader->law->files[i];
		if (file->kind != TOT_FILE_PARAMETER ||
		    !tot_name_matches(figure->parameter, file->parameter))
			continue;
		seen = file;
		for (const struct tot_grid *grid = file->grids; grid; grid = grid->next) {
			if (tot_same(grid->path, figure->path))
				bind_grid(loader, file, grid, figure, out);
		}
	}
	if (out->grid_count)
		return;
	tot_diag_add(loader->diag, TOT_ERROR, "missing-figure", seen ? seen->shown : "", "",
		     "the program needs '%s' of '%s%s%s' and no law file has it", figure->column,
		     figure->parameter, *figure->path ? "." : "", figure->path);
}

void tot_law_bind(struct tot_loader *loader, const struct tot_figures *const *sets, size_t n)
{
	struct tot_law *law = loader->law;
	law->sets = tot_arena_alloc(loader->arena, (n + 1) * sizeof *law->sets);
	if (!law->sets)
		return;
	law->set_count = n;
	for (size_t s = 0; s < n; s++) {
		law->sets[s].set = sets[s];
		law->sets[s].bound = tot_arena_alloc(
			loader->arena, (sets[s]->count + 1) * sizeof *law->sets[s].bound);
		if (!law->sets[s].bound)
			return;
		for (size_t i = 0; i < sets[s]->count; i++)
			bind_figure(loader, &sets[s]->list[i], &law->sets[s].bound[i]);
	}
}
