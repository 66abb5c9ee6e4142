/* The keys of a grid's rows: their columns and the ranges they mean (format, s. 3). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "grid_keys.h"

static const struct tot_key_rule rules[] = {
	{"from", "to", TOT_DIM_DAY, TOT_KEY_DATE, TOT_KEY_UNTIL_NEXT},
	{"month_from", "month_to", TOT_DIM_MONTH, TOT_KEY_MONTH, TOT_KEY_UNTIL_NEXT},
	{"last_month_from", "last_month_to", TOT_DIM_MONTH, TOT_KEY_MONTH, TOT_KEY_UNTIL_NEXT},
	{"born_from", "born_to", TOT_DIM_BIRTH, TOT_KEY_DATE, TOT_KEY_UNTIL_NEXT},
	{"death_year_from", "death_year_to", TOT_DIM_YEAR, TOT_KEY_INTEGER, TOT_KEY_UNTIL_NEXT},
	{"right_from", "right_to", TOT_DIM_DAY, TOT_KEY_DATE, TOT_KEY_UNTIL_NEXT},
	{"start_from", "start_to", TOT_DIM_DAY, TOT_KEY_DATE, TOT_KEY_UNTIL_NEXT},
	{"started_from", "started_to", TOT_DIM_DAY, TOT_KEY_DATE, TOT_KEY_UNTIL_NEXT},
	{"year", NULL, TOT_DIM_YEAR, TOT_KEY_INTEGER, TOT_KEY_EXACT},
	{"fiscal_year", NULL, TOT_DIM_YEAR, TOT_KEY_INTEGER, TOT_KEY_EXACT},
	{"fiscal_year_of_last_paid_month", NULL, TOT_DIM_YEAR, TOT_KEY_INTEGER, TOT_KEY_EXACT},
	{"from_year_1_january", NULL, TOT_DIM_YEAR, TOT_KEY_INTEGER, TOT_KEY_UNTIL_NEXT},
	{"month", NULL, TOT_DIM_MONTH, TOT_KEY_MONTH, TOT_KEY_EXACT},
	{"age_from", NULL, TOT_DIM_NUMBER, TOT_KEY_INTEGER, TOT_KEY_UNTIL_NEXT},
	{"from_inclusive", "below", TOT_DIM_NUMBER, TOT_KEY_INTEGER, TOT_KEY_HALF_OPEN},
	{"months_from", "months_below", TOT_DIM_NUMBER, TOT_KEY_INTEGER, TOT_KEY_HALF_OPEN},
	{"taxable_up_to", NULL, TOT_DIM_NUMBER, TOT_KEY_INTEGER, TOT_KEY_BAND},
	{"up_to", NULL, TOT_DIM_NUMBER, TOT_KEY_INTEGER, TOT_KEY_BAND},
	{"total_income_up_to", NULL, TOT_DIM_NUMBER, TOT_KEY_INTEGER, TOT_KEY_BAND},
	{"other_income_up_to", NULL, TOT_DIM_NUMBER, TOT_KEY_INTEGER, TOT_KEY_BAND},
};

static const char *const words[] = {
	"id",	   "country", "group", "pension", "period_type", "period", "kind",
	"benefit", "name",    "table", "model",	  "state",	 "grade",
};

#define RULES (sizeof rules / sizeof rules[0])

const struct tot_key_rule *tot_key_rule(const char *column)
{
	for (size_t i = 0; i < RULES; i++) {
		if (tot_same(rules[i].first, column))
			return &rules[i];
	}
	return NULL;
}

bool tot_key_column(const char *column)
{
	for (size_t i = 0; i < RULES; i++) {
		if (tot_same(rules[i].first, column) ||
		    (rules[i].last && tot_same(rules[i].last, column)))
			return true;
	}
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (tot_same(words[i], column))
			return true;
	}
	return false;
}

bool tot_key_value(int64_t *out, const struct tot_json *cell, enum tot_key_type type)
{
	struct tot_date date;
	tot_month month;
	bool text = cell->type == TOT_JSON_STRING;
	if (type == TOT_KEY_DATE && text && tot_date_parse(&date, cell->string)) {
		*out = tot_date_to_day(date);
		return true;
	}
	if (type == TOT_KEY_MONTH && text && tot_month_parse(&month, cell->string)) {
		*out = month;
		return true;
	}
	if (type != TOT_KEY_INTEGER || cell->type != TOT_JSON_NUMBER ||
	    cell->number != floor(cell->number) || fabs(cell->number) > 1e15)
		return false;
	*out = (int64_t)cell->number;
	return true;
}

static bool is_null(const struct tot_json *cell)
{
	return !cell || cell->type == TOT_JSON_NULL;
}

/* One end of a row's range; an empty cell is open, a cell that is no key makes the range empty. */
static int64_t end_of(const struct tot_grid *grid, size_t row, int column, enum tot_key_type type,
		      int64_t open, bool *valid)
{
	const struct tot_json *cell = tot_grid_cell(grid, row, (size_t)column);
	int64_t value = open;
	if (!is_null(cell) && !tot_key_value(&value, cell, type))
		*valid = false;
	return value;
}

static void range_key(struct tot_grid *grid, size_t row, size_t dim,
		      const struct tot_key_rule *rule, int last)
{
	struct tot_key *key = &grid->keys[row * grid->dim_count + dim];
	bool valid = true;
	int first = (int)grid->dims[dim].column;
	key->dim = rule->dim;
	key->low = end_of(grid, row, first, rule->type, TOT_OPEN_LOW, &valid);
	key->high = key->low;
	if (rule->how == TOT_KEY_BAND) {
		key->high = end_of(grid, row, first, rule->type, TOT_OPEN_HIGH, &valid);
		key->low = row ? (key - grid->dim_count)->high : TOT_OPEN_LOW;
		if (row && key->low < TOT_OPEN_HIGH)
			key->low++;
	} else if (rule->how != TOT_KEY_EXACT) {
		key->high = TOT_OPEN_HIGH;
		if (last >= 0)
			key->high = end_of(grid, row, last, rule->type, TOT_OPEN_HIGH, &valid);
		if (rule->how == TOT_KEY_HALF_OPEN && key->high < TOT_OPEN_HIGH)
			key->high--;
	}
	if (!valid) {
		key->low = TOT_OPEN_HIGH;
		key->high = TOT_OPEN_LOW;
	}
}

/* A row without an end holds until the next one that is law. */
static void until_next(struct tot_grid *grid, size_t dim)
{
	struct tot_key *later = NULL;
	for (size_t row = grid->row_count; row-- > 0;) {
		struct tot_key *key = &grid->keys[row * grid->dim_count + dim];
		if (key->low > key->high)
			continue;
		if (later && later->low > TOT_OPEN_LOW)
			key->high = later->low - 1;
		if (!tot_grid_draft(grid, row))
			later = key;
	}
}

static void add_range_keys(struct tot_grid *grid)
{
	const struct tot_key_rule *found[TOT_KEYS_MAX] = {NULL};
	for (size_t i = 0; i < RULES && grid->dim_count < TOT_KEYS_MAX; i++) {
		int column = tot_grid_column(grid, rules[i].first);
		if (column < 0)
			continue;
		found[grid->dim_count] = &rules[i];
		grid->dims[grid->dim_count].dim = rules[i].dim;
		grid->dims[grid->dim_count++].column = (size_t)column;
	}
	for (size_t d = 0; d < grid->dim_count; d++) {
		int last = found[d]->last ? tot_grid_column(grid, found[d]->last) : -1;
		for (size_t row = 0; row < grid->row_count; row++)
			range_key(grid, row, d, found[d], last);
		if (found[d]->how == TOT_KEY_UNTIL_NEXT && last < 0)
			until_next(grid, d);
		if (d == 0)
			grid->to_column = last;
	}
}

/* A word tells rows apart if it stands in every row; `state` goes together with `sex`. */
static int word_column(const struct tot_grid *grid)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		int column = tot_grid_column(grid, words[i]);
		if (column < 0)
			continue;
		size_t row = 0;
		while (row < grid->row_count && tot_grid_text(grid, row, column))
			row++;
		if (row == grid->row_count)
			return column;
	}
	return -1;
}

static void add_word_keys(struct tot_loader *loader, struct tot_grid *grid, int column)
{
	int sex = tot_grid_column(grid, "sex");
	bool pair = tot_same(grid->columns[column], "state") && sex >= 0;
	grid->dims[0].dim = TOT_DIM_WORD;
	grid->dims[0].column = (size_t)column;
	grid->dim_count = 1;
	for (size_t row = 0; row < grid->row_count; row++) {
		const char *word = tot_grid_text(grid, row, column);
		const char *other = pair ? tot_grid_text(grid, row, sex) : NULL;
		if (other)
			word = tot_arena_format(loader->arena, "%s-%s", word, other);
		grid->keys[row] = (struct tot_key){.dim = TOT_DIM_WORD, .word = word};
	}
}

static int by_low(const void *a, const void *b)
{
	const struct tot_row_order *left = a, *right = b;
	if (left->low != right->low)
		return left->low < right->low ? -1 : 1;
	return left->row < right->row ? -1 : left->row > right->row;
}

/* Rows that are law by their first key, for a binary search where the ranges lie apart. */
static void sort_rows(struct tot_grid *grid)
{
	bool sorted = true;
	grid->ranges_disjoint = true;
	for (size_t row = 0; row < grid->row_count; row++) {
		const struct tot_key *key = &grid->keys[row * grid->dim_count];
		if (key->low > key->high || tot_grid_draft(grid, row))
			continue;
		if (grid->order_count && key->low < grid->order[grid->order_count - 1].low)
			sorted = false;
		grid->order[grid->order_count++] =
			(struct tot_row_order){.low = key->low, .high = key->high, .row = row};
	}
	if (!sorted)
		qsort(grid->order, grid->order_count, sizeof *grid->order, by_low);
	for (size_t i = 1; i < grid->order_count; i++) {
		if (grid->order[i].low <= grid->order[i - 1].high)
			grid->ranges_disjoint = false;
	}
}

static const char *year_text(struct tot_arena *arena, int year)
{
	char digits[4] = {(char)('0' + year / 1000 % 10), (char)('0' + year / 100 % 10),
			  (char)('0' + year / 10 % 10), (char)('0' + year % 10)};
	return tot_arena_copy(arena, digits, sizeof digits);
}

/* Years as text, for those who show from when a row holds. */
static void name_years(struct tot_loader *loader, struct tot_grid *grid)
{
	if (grid->dims[0].dim != TOT_DIM_YEAR)
		return;
	grid->key_names = tot_arena_alloc(loader->arena, grid->row_count * sizeof *grid->key_names);
	for (size_t row = 0; grid->key_names && row < grid->row_count; row++) {
		const struct tot_json *cell = tot_grid_cell(grid, row, grid->dims[0].column);
		if (cell && cell->type == TOT_JSON_NUMBER)
			grid->key_names[row] = year_text(loader->arena, (int)cell->number);
	}
}

static void mark_keys(struct tot_grid *grid)
{
	for (size_t d = 0; d < grid->dim_count; d++) {
		const char *first = grid->columns[grid->dims[d].column];
		const struct tot_key_rule *rule = tot_key_rule(first);
		int last = rule && rule->last ? tot_grid_column(grid, rule->last) : -1;
		grid->is_key[grid->dims[d].column] = true;
		if (last >= 0)
			grid->is_key[last] = true;
	}
}

/* `confidence_X` of column X; monthly and yearly amounts share that of their side. */
static int confidence_of(const struct tot_grid *grid, size_t column)
{
	const char *name = grid->columns[column];
	for (size_t i = 0; i < grid->column_count; i++) {
		if (strncmp(grid->columns[i], "confidence_", 11) != 0)
			continue;
		const char *of = grid->columns[i] + 11;
		size_t length = strlen(of);
		if (strncmp(name, of, length) == 0 && (name[length] == '\0' || name[length] == '_'))
			return (int)i;
	}
	return -1;
}

static void find_columns(struct tot_grid *grid)
{
	for (size_t i = 0; i < grid->column_count; i++)
		grid->own_confidence[i] =
			grid->form == TOT_GRID_TABLE ? confidence_of(grid, i) : -1;
	bool own = grid->form == TOT_GRID_TABLE || grid->form == TOT_GRID_SERIES;
	grid->law_column = own ? tot_grid_column(grid, "law") : -1;
	grid->source_column = own ? tot_grid_column(grid, "source") : -1;
	grid->confidence_column = own ? tot_grid_column(grid, "confidence") : -1;
	grid->status_column = own ? tot_grid_column(grid, "status") : -1;
	grid->currency_column = tot_grid_column(grid, "currency");
	grid->from_column = grid->to_column = -1;
}

void tot_grid_keys(struct tot_loader *loader, struct tot_grid *grid)
{
	find_columns(grid);
	if (grid->form != TOT_GRID_TABLE && grid->form != TOT_GRID_SERIES)
		return;
	grid->keys = tot_arena_alloc(loader->arena,
				     (grid->row_count * TOT_KEYS_MAX + 1) * sizeof *grid->keys);
	grid->order = tot_arena_alloc(loader->arena, (grid->row_count + 1) * sizeof *grid->order);
	if (!grid->keys || !grid->order)
		return;
	int word = word_column(grid);
	/* A list of states or groups is told apart by them; its dates are figures of their own. */
	if (word >= 0 &&
	    (tot_same(grid->columns[word], "country") || tot_same(grid->columns[word], "group") ||
	     tot_same(grid->columns[word], "state")))
		add_word_keys(loader, grid, word);
	if (grid->dim_count == 0)
		add_range_keys(grid);
	if (grid->dim_count == 0 && word >= 0)
		add_word_keys(loader, grid, word);
	if (grid->dim_count == 0)
		return;
	mark_keys(grid);
	if (grid->dims[0].dim != TOT_DIM_WORD && grid->dims[0].dim != TOT_DIM_NUMBER)
		grid->from_column = (int)grid->dims[0].column;
	else
		grid->to_column = -1;
	name_years(loader, grid);
	sort_rows(grid);
}
