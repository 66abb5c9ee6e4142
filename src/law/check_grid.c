/* Section 5 of the law file format, part 2: rows of one length, columns of one type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "check.h"
#include "grid_keys.h"

bool tot_check_is_matrix(const struct tot_checked *check, const struct tot_grid *grid)
{
	return grid->form == TOT_GRID_TABLE && grid->path[0] == '\0' &&
	       (tot_same(check->file->parameter, "de.waiting_periods") ||
		tot_same(check->file->parameter, "jp.qualifying"));
}

/* The table of agreements lists states and branches in one cell. */
static bool lists_allowed(const struct tot_checked *check)
{
	return tot_same(check->file->parameter, "agreements.overview");
}

static void check_names(const struct tot_checked *check, const struct tot_grid *grid)
{
	for (size_t i = 0; grid->names && i < grid->column_count; i++) {
		const struct tot_json *name = tot_json_at(grid->names, i);
		if (name->type != TOT_JSON_STRING) {
			tot_law_fault(check->loader, check->file, name, "bad-column",
				      "the name of a column must be a text");
			continue;
		}
		for (size_t k = 0; k < i; k++) {
			if (tot_same(grid->columns[k], grid->columns[i]))
				tot_law_fault(check->loader, check->file, name, "doubled-column",
					      "two columns have this name");
		}
	}
}

static void check_lengths(const struct tot_checked *check, const struct tot_grid *grid)
{
	size_t expected = grid->names ? grid->names->count : grid->column_count;
	for (size_t r = 0; r < grid->row_count; r++) {
		const struct tot_json *row = tot_json_at(grid->rows, r);
		if (row->type != TOT_JSON_ARRAY || row->count != expected)
			tot_law_fault(check->loader, check->file, row, "row-length",
				      "the row must have %zu cells, one for each column", expected);
	}
}

static void check_types(const struct tot_checked *check, const struct tot_grid *grid, size_t column)
{
	int type = TOT_JSON_NULL;
	for (size_t r = 0; r < grid->row_count; r++) {
		const struct tot_json *cell = tot_grid_cell(grid, r, column);
		if (!cell || cell->type == TOT_JSON_NULL)
			continue;
		bool list = cell->type == TOT_JSON_ARRAY || cell->type == TOT_JSON_OBJECT;
		if (list && !(cell->type == TOT_JSON_ARRAY && lists_allowed(check)))
			tot_law_fault(check->loader, check->file, cell, "wrong-type",
				      "a number, a text, true, false or null was expected");
		else if (type != TOT_JSON_NULL && type != (int)cell->type)
			tot_law_fault(check->loader, check->file, cell, "mixed-types",
				      "the other cells of column '%s' have another type",
				      grid->columns[column]);
		else
			type = (int)cell->type;
	}
}

static void check_words(const struct tot_checked *check, const struct tot_grid *grid, size_t column)
{
	const char *name = grid->columns[column];
	bool status = (int)column == grid->status_column;
	bool confidence =
		(int)column == grid->confidence_column ||
		(strncmp(name, "confidence_", 11) == 0 && !tot_same(name, "confidence_note"));
	for (size_t r = 0; (status || confidence) && r < grid->row_count; r++) {
		const char *word = tot_grid_text(grid, r, (int)column);
		const struct tot_json *cell = tot_grid_cell(grid, r, column);
		if (status && word && !tot_same(word, "law") && !tot_same(word, "draft"))
			tot_law_fault(check->loader, check->file, cell, "unknown-status",
				      "law or draft was expected");
		/* Objects are seen when all texts are checked. */
		if (confidence && word && grid->form == TOT_GRID_TABLE && !tot_is_confidence(word))
			tot_law_fault(check->loader, check->file, cell, "unknown-confidence",
				      "official, secondary, memory or computed was expected");
	}
}

void tot_check_grid(const struct tot_checked *check, const struct tot_grid *grid)
{
	if (grid->form != TOT_GRID_TABLE && grid->form != TOT_GRID_SERIES)
		return;
	if (grid->form == TOT_GRID_TABLE) {
		check_names(check, grid);
		check_lengths(check, grid);
	}
	for (size_t c = 0; c < grid->column_count; c++) {
		if (!tot_check_is_matrix(check, grid))
			check_types(check, grid, c);
		check_words(check, grid, c);
	}
	tot_check_keys(check, grid);
}
