/* The value of a bound figure for given keys: the row that holds, or none. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lawbook.h"

bool tot_cell_value(struct tot_value *out, const struct tot_json *cell, int decimals)
{
	struct tot_ratio ratio;
	out->decimals = decimals;
	if (decimals == TOT_FRACTION) {
		if (cell->type != TOT_JSON_STRING || !tot_ratio_parse(&ratio, cell->string))
			return false;
		out->value = ratio.num;
		out->denominator = ratio.den;
		return true;
	}
	out->denominator = tot_pow10(decimals);
	if (cell->type == TOT_JSON_BOOL) {
		out->value = cell->boolean ? out->denominator : 0;
		return true;
	}
	return cell->type == TOT_JSON_NUMBER &&
	       tot_decimal_from_double(&out->value, cell->number, decimals) == TOT_OK;
}

static int64_t asked(const struct tot_at *at, enum tot_dim dim)
{
	switch (dim) {
	case TOT_DIM_DAY: return at->day;
	case TOT_DIM_YEAR: return at->year;
	case TOT_DIM_MONTH: return at->month;
	case TOT_DIM_BIRTH: return at->birth;
	case TOT_DIM_NUMBER: return at->number;
	case TOT_DIM_NONE:
	case TOT_DIM_WORD: break;
	}
	return 0;
}

static bool key_holds(const struct tot_key *key, const struct tot_at *at)
{
	if (key->dim == TOT_DIM_NONE)
		return true;
	if (key->dim == TOT_DIM_WORD)
		return at->word && key->word && tot_same(key->word, at->word);
	int64_t value = asked(at, key->dim);
	return key->low <= value && value <= key->high;
}

static bool keys_hold(const struct tot_key *keys, size_t count, const struct tot_at *at)
{
	for (size_t i = 0; i < count; i++) {
		if (!key_holds(&keys[i], at))
			return false;
	}
	return true;
}

/* Last row that begins not after the value; -1 if all begin later. */
static long last_before(const struct tot_grid *grid, int64_t value)
{
	size_t low = 0, high = grid->order_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (grid->order[middle].low <= value)
			low = middle + 1;
		else
			high = middle;
	}
	return (long)low - 1;
}

static bool find_row(size_t *row, const struct tot_grid *grid, const struct tot_at *at)
{
	if (grid->dim_count == 0) {
		*row = 0;
		return grid->row_count == 1;
	}
	if (grid->ranges_disjoint) {
		long i = last_before(grid, asked(at, grid->dims[0].dim));
		if (i < 0)
			return false;
		*row = grid->order[i].row;
		return keys_hold(&grid->keys[*row * grid->dim_count], grid->dim_count, at);
	}
	for (size_t i = 0; i < grid->order_count; i++) {
		*row = grid->order[i].row;
		if (keys_hold(&grid->keys[*row * grid->dim_count], grid->dim_count, at))
			return true;
	}
	return false;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* The days of validity as written; for a figure without rows those of its node. */
static void describe_days(struct tot_value *out, const struct tot_grid *grid, size_t row)
{
	const char *from = tot_grid_text(grid, row, grid->from_column);
	const char *to = tot_grid_text(grid, row, grid->to_column);
	const struct tot_scope *scope = grid->scope;
	if (!from && grid->from_column >= 0 && grid->key_names)
		from = grid->key_names[row];
	if (grid->dim_count == 0) {
		while (scope && scope->key.dim != TOT_DIM_DAY)
			scope = scope->up;
		bool valid = scope && tot_json_string(scope->node, "valid_from");
		from = scope ? tot_json_string(scope->node, valid ? "valid_from" : "from") : NULL;
		to = scope ? tot_json_string(scope->node, valid ? "valid_to" : "to") : NULL;
	}
	out->from = or_empty(from);
	out->to = or_empty(to);
}

static void describe(struct tot_value *out, const struct tot_bound_grid *bound,
		     const struct tot_bound_column *column, size_t row)
{
	const struct tot_grid *grid = bound->grid;
	const char *law = tot_grid_text(grid, row, grid->law_column);
	const char *source = tot_grid_text(grid, row, grid->source_column);
	out->parameter = bound->file->parameter;
	out->pointer = or_empty(column->pointers[row]);
	out->currency = or_empty(tot_grid_text(grid, row, grid->currency_column));
	out->law = law ? law : tot_scope_law(grid->scope);
	out->source = source ? source : tot_scope_source(grid->scope);
	out->confidence = tot_grid_confidence(grid, row, column->column);
	describe_days(out, grid, row);
}

static bool read_cell(struct tot_value *out, const struct tot_bound_grid *bound,
		      const struct tot_bound_column *column, size_t row, int decimals)
{
	const struct tot_json *cell = tot_grid_cell(bound->grid, row, column->column);
	struct tot_value value = {0};
	if (!cell || cell->type == TOT_JSON_NULL || tot_grid_draft(bound->grid, row) ||
	    !tot_cell_value(&value, cell, decimals))
		return false;
	describe(&value, bound, column, row);
	*out = value;
	return true;
}

static const struct tot_bound *bound_of(const struct tot_law *law, const struct tot_figures *set,
					size_t index)
{
	for (size_t i = 0; i < law->set_count; i++) {
		if (law->sets[i].set == set && index < set->count)
			return &law->sets[i].bound[index];
	}
	return NULL;
}

enum tot_status tot_law_get(struct tot_value *out, const struct tot_law *law,
			    const struct tot_figures *set, size_t index, const struct tot_at *at)
{
	const struct tot_bound *bound = bound_of(law, set, index);
	for (size_t g = 0; bound && g < bound->grid_count; g++) {
		const struct tot_bound_grid *grid = &bound->grids[g];
		size_t row;
		if (!keys_hold(grid->member_keys, grid->member_key_count, at) ||
		    !find_row(&row, grid->grid, at))
			continue;
		for (size_t c = 0; c < grid->column_count; c++) {
			if (key_holds(&grid->columns[c].birth, at) &&
			    read_cell(out, grid, &grid->columns[c], row, set->list[index].decimals))
				return TOT_OK;
		}
	}
	return TOT_ERR_NO_PARAMETER;
}

enum tot_status tot_law_last(struct tot_value *out, int64_t *key, const struct tot_law *law,
			     const struct tot_figures *set, size_t index)
{
	const struct tot_bound *bound = bound_of(law, set, index);
	bool found = false;
	for (size_t g = 0; bound && g < bound->grid_count; g++) {
		const struct tot_bound_grid *grid = &bound->grids[g];
		bool dated = grid->grid->dim_count && (grid->grid->dims[0].dim == TOT_DIM_DAY ||
						       grid->grid->dims[0].dim == TOT_DIM_YEAR);
		for (size_t i = grid->grid->order_count; dated && i-- > 0;) {
			const struct tot_row_order *order = &grid->grid->order[i];
			if ((found && order->low <= *key) ||
			    !read_cell(out, grid, &grid->columns[0], order->row,
				       set->list[index].decimals))
				continue;
			*key = order->low;
			found = true;
			break;
		}
	}
	return found ? TOT_OK : TOT_ERR_NO_PARAMETER;
}
