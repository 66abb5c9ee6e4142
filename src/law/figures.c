/* All figures of a law book, one by one, and their texts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <math.h>
#include <string.h>

#include "known.h"

bool tot_cell_is_figure(const struct tot_cell_at *at)
{
	struct tot_ratio ratio;
	int decimals;
	if (!at->cell || at->grid->is_key[at->column])
		return false;
	if (at->cell->type == TOT_JSON_NUMBER || at->cell->type == TOT_JSON_BOOL)
		return true;
	return at->cell->type == TOT_JSON_STRING && tot_ratio_parse(&ratio, at->cell->string) &&
	       tot_known_figure(&decimals, tot_known_of(at->file->parameter), at->law,
				at->file->parameter, at->grid, at->column) &&
	       decimals == TOT_FRACTION;
}

void tot_law_each(const struct tot_law *law,
		  void (*visit)(void *context, const struct tot_cell_at *at), void *context)
{
	for (size_t i = 0; i < law->file_count; i++) {
		struct tot_cell_at at = {.law = law, .file = &law->files[i]};
		for (at.grid = at.file->grids; at.grid; at.grid = at.grid->next) {
			for (at.row = 0; at.row < at.grid->row_count; at.row++) {
				for (at.column = 0; at.column < at.grid->column_count;
				     at.column++) {
					at.cell = tot_grid_cell(at.grid, at.row, at.column);
					if (tot_cell_is_figure(&at))
						visit(context, &at);
				}
			}
		}
	}
}

const char *tot_number_print(char out[TOT_DECIMAL_TEXT], double number)
{
	double scale = 1;
	int decimals = 0;
	/* A double gives back 15 digits; a rest smaller than that comes from the binary form. */
	while (decimals < 17 &&
	       fabs(number * scale - nearbyint(number * scale)) > fabs(number * scale) * 1e-14) {
		scale *= 10;
		decimals++;
	}
	return tot_decimal_print(out, llround(number * scale), decimals);
}

void tot_figure_value(struct tot_text *out, const struct tot_cell_at *at)
{
	char number[TOT_DECIMAL_TEXT];
	if (at->cell->type == TOT_JSON_BOOL)
		tot_text_add(out, at->cell->boolean ? "yes" : "no");
	else if (at->cell->type == TOT_JSON_STRING)
		tot_text_add(out, at->cell->string);
	else
		tot_text_add(out, tot_number_print(number, at->cell->number));
	const char *currency = tot_grid_text(at->grid, at->row, at->grid->currency_column);
	if (currency)
		tot_text_format(out, " %s", currency);
}

/* What a member of a list on the way is told apart by; words always, days only if wanted. */
static void add_members(struct tot_text *out, const struct tot_scope *scope, bool days)
{
	if (!scope)
		return;
	add_members(out, scope->up, days);
	bool member = scope->node->parent && scope->node->parent->type == TOT_JSON_ARRAY;
	const char *from = tot_json_string(scope->node, "from");
	if (member && scope->key.dim == TOT_DIM_WORD)
		tot_text_format(out, "[%s]", scope->key.word);
	else if (member && scope->key.dim == TOT_DIM_DAY && days && from)
		tot_text_format(out, "[%s]", from);
}

void tot_figure_name(struct tot_text *out, const struct tot_cell_at *at, bool days)
{
	const char *parameter = at->file->parameter;
	size_t length = strlen(parameter);
	/* The files of fiscal years follow each other: one name for all when days do not matter. */
	if (!days && tot_json_string(at->file->root, "valid_from") && length > 5 &&
	    parameter[length - 5] == '_')
		length -= 5;
	tot_text_add_bytes(out, parameter, length);
	if (at->grid->path[0])
		tot_text_format(out, ".%s", at->grid->path);
	add_members(out, at->grid->scope, days);
	tot_text_format(out, ".%s", at->grid->columns[at->column]);
}

static void add_end(struct tot_text *out, const struct tot_key *key, int64_t end)
{
	char date[TOT_DATE_TEXT];
	if (end == TOT_OPEN_LOW || end == TOT_OPEN_HIGH)
		return;
	if (key->dim == TOT_DIM_DAY || key->dim == TOT_DIM_BIRTH)
		tot_text_add(out, tot_date_print(date, tot_date_from_day((tot_day)end)));
	else if (key->dim == TOT_DIM_MONTH)
		tot_text_add(out, tot_month_print(date, (tot_month)end));
	else
		tot_text_format(out, "%lld", (long long)end);
}

static void add_key(struct tot_text *out, const struct tot_key *key)
{
	if (key->dim == TOT_DIM_WORD) {
		tot_text_add(out, key->word);
		return;
	}
	if (key->dim == TOT_DIM_BIRTH)
		tot_text_add(out, "born ");
	add_end(out, key, key->low);
	if (key->low == key->high)
		return;
	tot_text_add(out, key->low == TOT_OPEN_LOW ? ".. " : " ..");
	if (key->low != TOT_OPEN_LOW && key->high != TOT_OPEN_HIGH)
		tot_text_add(out, " ");
	add_end(out, key, key->high);
}

static bool is_dated(enum tot_dim dim)
{
	return dim == TOT_DIM_DAY || dim == TOT_DIM_YEAR;
}

void tot_row_keys(struct tot_text *out, const struct tot_grid *grid, size_t row, bool days)
{
	bool first = true;
	for (size_t d = 0; d < grid->dim_count; d++) {
		const struct tot_key *key = &grid->keys[row * grid->dim_count + d];
		if ((is_dated(key->dim) && !days) || key->low > key->high)
			continue;
		if (!first)
			tot_text_add(out, ", ");
		add_key(out, key);
		first = false;
	}
}

bool tot_row_dated(const struct tot_grid *grid)
{
	for (size_t d = 0; d < grid->dim_count; d++) {
		if (is_dated(grid->dims[d].dim))
			return true;
	}
	for (const struct tot_scope *scope = grid->scope; scope; scope = scope->up) {
		if (scope->key.dim == TOT_DIM_DAY)
			return true;
	}
	return false;
}

/* The year that a day means for a column: fiscal years begin in April. */
static int64_t year_of(const struct tot_grid *grid, size_t dim, struct tot_date day)
{
	const char *column = grid->columns[grid->dims[dim].column];
	return strncmp(column, "fiscal_year", 11) == 0 ? tot_month_fiscal_year(tot_month_of(day))
						       : day.year;
}

bool tot_row_holds(const struct tot_grid *grid, size_t row, struct tot_date day)
{
	int64_t on = tot_date_to_day(day);
	for (const struct tot_scope *scope = grid->scope; scope; scope = scope->up) {
		if (scope->key.dim == TOT_DIM_DAY && (on < scope->key.low || on > scope->key.high))
			return false;
	}
	for (size_t d = 0; d < grid->dim_count; d++) {
		const struct tot_key *key = &grid->keys[row * grid->dim_count + d];
		int64_t value = key->dim == TOT_DIM_YEAR ? year_of(grid, d, day) : on;
		if (is_dated(key->dim) && (value < key->low || value > key->high))
			return false;
	}
	return true;
}

int tot_confidence_rank(const char *word)
{
	static const char *const ranks[] = {"official", "computed", "secondary", "memory"};
	for (int i = 0; i < 4; i++) {
		if (tot_same(ranks[i], word))
			return i;
	}
	return -1;
}
