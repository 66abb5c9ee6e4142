/* totalise law diff: figures in force on a day that differ from those of an earlier day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "figures.h"
#include "lines.h"

struct snapshot {
	struct tot_lines lines;
	struct tot_date day;
	struct tot_text name, text, since;
};

static void add_since(struct tot_text *out, const struct tot_grid *grid, size_t row)
{
	for (size_t d = 0; d < grid->dim_count; d++) {
		const struct tot_key *key = &grid->keys[row * grid->dim_count + d];
		char date[TOT_DATE_TEXT];
		if (key->dim == TOT_DIM_DAY && key->low != TOT_OPEN_LOW) {
			tot_text_add(out,
				     tot_date_print(date, tot_date_from_day((tot_day)key->low)));
			return;
		}
		if (key->dim == TOT_DIM_YEAR && key->low != TOT_OPEN_LOW) {
			tot_text_format(out, "%lld", (long long)key->low);
			return;
		}
	}
	for (const struct tot_scope *scope = grid->scope; scope; scope = scope->up) {
		char date[TOT_DATE_TEXT];
		if (scope->key.dim != TOT_DIM_DAY || scope->key.low == TOT_OPEN_LOW)
			continue;
		tot_text_add(out, tot_date_print(date, tot_date_from_day((tot_day)scope->key.low)));
		return;
	}
}

/* Names leave out days and years, so that the same figure of two days has one name. */
static void add_figure(void *context, const struct tot_cell_at *at)
{
	struct snapshot *snapshot = context;
	if (!tot_row_dated(at->grid) || tot_grid_draft(at->grid, at->row) ||
	    !tot_row_holds(at->grid, at->row, snapshot->day))
		return;
	tot_figure_name(&snapshot->name, at, false);
	size_t before = snapshot->name.size;
	tot_text_add(&snapshot->name, "  ");
	tot_row_keys(&snapshot->name, at->grid, at->row, false);
	if (snapshot->name.size == before + 2) {
		snapshot->name.size = before;
		snapshot->name.bytes[before] = '\0';
	}
	tot_figure_value(&snapshot->text, at);
	add_since(&snapshot->since, at->grid, at->row);
	tot_lines_add(&snapshot->lines, &snapshot->name, &snapshot->text, &snapshot->since);
}

static void take(struct snapshot *snapshot, const struct tot_law *law, struct tot_date day)
{
	snapshot->day = day;
	tot_law_each(law, add_figure, snapshot);
	tot_lines_sort(&snapshot->lines);
	tot_text_free(&snapshot->name);
	tot_text_free(&snapshot->text);
	tot_text_free(&snapshot->since);
}

/* No line on one side: the figure does not exist on that day. */
static const struct tot_line nothing = {.name = "", .text = "none", .since = ""};

static void print_change(struct tot_text *out, const struct tot_line *before,
			 const struct tot_line *after)
{
	tot_text_format(out, "%s  %s -> %s", before->name[0] ? before->name : after->name,
			before->text, after->text);
	if (after->since[0])
		tot_text_format(out, "  since %s", after->since);
	tot_text_add(out, "\n");
}

static void compare(struct tot_text *out, const struct tot_lines *from, const struct tot_lines *to)
{
	size_t i = 0, k = 0;
	while (i < from->count || k < to->count) {
		int order = i == from->count ? 1
			    : k == to->count ? -1
					     : strcmp(from->lines[i].name, to->lines[k].name);
		if (order < 0)
			print_change(out, &from->lines[i], &nothing);
		else if (order > 0)
			print_change(out, &nothing, &to->lines[k]);
		else if (strcmp(from->lines[i].text, to->lines[k].text) != 0)
			print_change(out, &from->lines[i], &to->lines[k]);
		i += order <= 0;
		k += order >= 0;
	}
}

enum tot_status tot_law_diff(struct tot_text *out, const struct tot_law *law, struct tot_date from,
			     struct tot_date to)
{
	struct snapshot old = {0}, new = {0};
	take(&old, law, from);
	take(&new, law, to);
	compare(out, &old.lines, &new.lines);
	enum tot_status status = tot_lines_status(&old.lines, out);
	if (status == TOT_OK)
		status = tot_lines_status(&new.lines, out);
	tot_lines_free(&old.lines);
	tot_lines_free(&new.lines);
	return status;
}
