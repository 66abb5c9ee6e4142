/* Section 5 of the law file format, part 4: known figures, decimals, sources, confidence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "known.h"

static bool is_number(const struct tot_json *cell)
{
	return cell && (cell->type == TOT_JSON_NUMBER || cell->type == TOT_JSON_BOOL);
}

static void check_cell(const struct tot_checked *check, const struct tot_grid *grid, size_t row,
		       size_t column, int decimals)
{
	const struct tot_json *cell = tot_grid_cell(grid, row, column);
	struct tot_value value;
	bool fraction = decimals == TOT_FRACTION;
	if (!cell || cell->type == TOT_JSON_NULL || (!fraction && !is_number(cell)))
		return;
	if (decimals != TOT_KNOWN_DOUBLE && !tot_cell_value(&value, cell, decimals))
		tot_law_fault(check->loader, check->file, cell,
			      fraction ? "bad-fraction" : "too-many-decimals",
			      fraction ? "a fraction such as \"5/6\" was expected"
				       : "at most %d decimals are allowed here",
			      decimals);
	const char *confidence = tot_grid_confidence(grid, row, column);
	if (confidence[0] == '\0')
		tot_law_fault(check->loader, check->file, cell, "no-confidence",
			      "nothing says how certain this figure is; add 'confidence'");
	/* A computed figure comes from other figures of these files. */
	if (!tot_same(confidence, "computed") && !tot_grid_text(grid, row, grid->source_column) &&
	    !tot_grid_text(grid, row, grid->law_column) && !tot_scope_source(grid->scope)[0] &&
	    !tot_scope_law(grid->scope)[0])
		tot_law_fault(check->loader, check->file, cell, "no-source",
			      "nothing says where this figure comes from; add 'source' or 'law'");
}

static const struct tot_json *first_number(const struct tot_grid *grid, size_t column)
{
	for (size_t row = 0; row < grid->row_count; row++) {
		if (is_number(tot_grid_cell(grid, row, column)))
			return tot_grid_cell(grid, row, column);
	}
	return NULL;
}

void tot_check_figures(const struct tot_checked *check, const struct tot_grid *grid)
{
	for (size_t c = 0; c < grid->column_count; c++) {
		int decimals;
		if (grid->is_key[c] || tot_check_is_matrix(check, grid))
			continue;
		const struct tot_json *number = first_number(grid, c);
		bool known = tot_known_figure(&decimals, check->known, check->loader->law,
					      check->file->parameter, grid, c);
		if (!known && number)
			tot_law_fault(
				check->loader, check->file, number, "unknown-key",
				"no part of the program knows a figure '%s' here; correct the name",
				grid->columns[c]);
		for (size_t row = 0; known && row < grid->row_count; row++)
			check_cell(check, grid, row, c, decimals);
	}
}
