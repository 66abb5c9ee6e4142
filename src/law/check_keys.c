/* Section 5 of the law file format, part 3: keys in order, each once, without gap or overlap. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "check.h"
#include "grid_keys.h"

static const struct tot_json *row_of(const struct tot_grid *grid, size_t row)
{
	return tot_json_at(grid->rows, row);
}

static const struct tot_key *key_of(const struct tot_grid *grid, size_t row, size_t dim)
{
	return &grid->keys[row * grid->dim_count + dim];
}

static void key_fault(const struct tot_checked *check, const struct tot_grid *grid, size_t row,
		      const char *code, const char *message)
{
	tot_law_fault(check->loader, check->file, row_of(grid, row), code, "%s", message);
}

/* A key that cannot be read, and an open end in the middle. */
static bool check_ends(const struct tot_checked *check, const struct tot_grid *grid, size_t dim,
		       const struct tot_key_rule *rule, bool has_last)
{
	bool fine = true, alone = grid->dim_count == 1;
	for (size_t row = 0; row < grid->row_count; row++) {
		const struct tot_key *key = key_of(grid, row, dim);
		bool first = row == 0, last = row + 1 == grid->row_count;
		const char *problem = NULL;
		bool unread = key->low == TOT_OPEN_HIGH && key->high == TOT_OPEN_LOW;
		if (unread || (has_last && key->low > key->high))
			problem = "the key of this row is no day, month or number of its kind, or "
				  "ends "
				  "before it begins";
		else if (rule->how == TOT_KEY_EXACT && key->low == TOT_OPEN_LOW)
			problem = "the key of this row is missing";
		else if (rule->how == TOT_KEY_BAND && alone && key->high == TOT_OPEN_HIGH && !last)
			problem = "only the last band may be open";
		else if (rule->how != TOT_KEY_BAND && alone && key->low == TOT_OPEN_LOW && !first)
			problem = "only the first row may have an open beginning";
		else if (has_last && alone && key->high == TOT_OPEN_HIGH && !last)
			problem = "only the last row may have an open end";
		if (problem)
			key_fault(check, grid, row, "bad-key", problem);
		fine &= !problem;
	}
	return fine;
}

/* Rows of one key follow each other: later, not equal, and without a gap where they have an end. */
static void check_order(const struct tot_checked *check, const struct tot_grid *grid,
			const struct tot_key_rule *rule, bool has_last)
{
	for (size_t row = 1; row < grid->row_count; row++) {
		const struct tot_key *before = key_of(grid, row - 1, 0),
				     *key = key_of(grid, row, 0);
		bool meets = has_last && before->high != TOT_OPEN_HIGH;
		if (rule->how == TOT_KEY_BAND) {
			if (key->high <= before->high)
				key_fault(check, grid, row, "unsorted",
					  "the bands must rise from row to row");
		} else if (key->low == before->low) {
			key_fault(check, grid, row, "doubled-key",
				  "the row before has the same key");
		} else if (key->low < before->low) {
			key_fault(check, grid, row, "unsorted",
				  "the rows must be sorted by their key, the earliest first");
		} else if (meets && key->low <= before->high) {
			key_fault(check, grid, row, "overlap", "the row overlaps the row before");
		} else if (meets && key->low != before->high + 1) {
			key_fault(check, grid, row, "gap",
				  "there is a gap between this row and the row before");
		}
	}
}

static bool overlap(const struct tot_grid *grid, size_t a, size_t b)
{
	for (size_t d = 0; d < grid->dim_count; d++) {
		const struct tot_key *left = key_of(grid, a, d), *right = key_of(grid, b, d);
		if (left->high < right->low || right->high < left->low)
			return false;
	}
	return true;
}

/* Cases with two ranges each: no pair of rows may hold for the same person and day. */
static void check_cases(const struct tot_checked *check, const struct tot_grid *grid)
{
	for (size_t row = 1; row < grid->row_count; row++) {
		for (size_t k = 0; k < row; k++) {
			if (overlap(grid, k, row)) {
				key_fault(check, grid, row, "overlap",
					  "the row overlaps an earlier row");
				break;
			}
		}
	}
}

static void check_words(const struct tot_checked *check, const struct tot_grid *grid)
{
	for (size_t row = 1; row < grid->row_count; row++) {
		for (size_t k = 0; k < row; k++) {
			if (tot_same(key_of(grid, k, 0)->word, key_of(grid, row, 0)->word)) {
				key_fault(check, grid, row, "doubled-key",
					  "an earlier row has the same key");
				break;
			}
		}
	}
}

/* A key column that the rows could not be ordered by. */
static bool has_lost_key(const struct tot_grid *grid)
{
	return grid->dim_count == 0 && tot_grid_column(grid, "from") >= 0 && grid->row_count > 1;
}

void tot_check_keys(const struct tot_checked *check, const struct tot_grid *grid)
{
	bool fine = true;
	const struct tot_key_rule *rule = NULL;
	bool has_last = false;
	if (has_lost_key(grid))
		key_fault(check, grid, 0, "bad-key", "the rows have no key that can be read");
	if (grid->dim_count == 0)
		return;
	if (grid->dims[0].dim == TOT_DIM_WORD) {
		check_words(check, grid);
		return;
	}
	for (size_t d = grid->dim_count; d-- > 0;) {
		rule = tot_key_rule(grid->columns[grid->dims[d].column]);
		has_last = rule->last && tot_grid_column(grid, rule->last) >= 0;
		fine &= check_ends(check, grid, d, rule, has_last);
	}
	if (!fine)
		return;
	if (grid->dim_count > 1)
		check_cases(check, grid);
	else
		check_order(check, grid, rule, has_last);
}
