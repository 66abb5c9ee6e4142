/* What a grid says about a cell: source, law, confidence, draft. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lawbook.h"

const char *tot_scope_law(const struct tot_scope *scope)
{
	for (; scope; scope = scope->up) {
		if (scope->law)
			return scope->law;
	}
	return "";
}

const char *tot_scope_source(const struct tot_scope *scope)
{
	for (; scope; scope = scope->up) {
		if (scope->source)
			return scope->source;
	}
	return "";
}

const char *tot_scope_confidence(const struct tot_scope *scope)
{
	for (; scope; scope = scope->up) {
		if (scope->confidence)
			return scope->confidence;
	}
	return "";
}

int tot_grid_column(const struct tot_grid *grid, const char *name)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		if (tot_same(grid->columns[i], name))
			return (int)i;
	}
	return -1;
}

const char *tot_grid_text(const struct tot_grid *grid, size_t row, int column)
{
	if (column < 0)
		return NULL;
	const struct tot_json *cell = tot_grid_cell(grid, row, (size_t)column);
	return cell && cell->type == TOT_JSON_STRING ? cell->string : NULL;
}

bool tot_grid_draft(const struct tot_grid *grid, size_t row)
{
	const char *status = tot_grid_text(grid, row, grid->status_column);
	return grid->scope->draft || (status && tot_same(status, "draft"));
}

const char *tot_grid_confidence(const struct tot_grid *grid, size_t row, size_t column)
{
	const char *own = tot_grid_text(grid, row, grid->own_confidence[column]);
	if (!own)
		own = tot_grid_text(grid, row, grid->confidence_column);
	return own ? own : tot_scope_confidence(grid->scope);
}
