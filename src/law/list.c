/* totalise law list: one line for each parameter file and agreement. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

struct summary {
	int64_t first, last; /* days on which rows begin; years count from 1 January */
	size_t figures, drafts;
	int worst;
};

static void take_begin(struct summary *summary, int64_t day)
{
	if (day == TOT_OPEN_LOW)
		return;
	summary->first = day < summary->first ? day : summary->first;
	summary->last = day > summary->last ? day : summary->last;
}

static void take_row(struct summary *summary, const struct tot_grid *grid, size_t row)
{
	for (size_t d = 0; d < grid->dim_count; d++) {
		const struct tot_key *key = &grid->keys[row * grid->dim_count + d];
		if (key->dim == TOT_DIM_DAY)
			take_begin(summary, key->low);
		else if (key->dim == TOT_DIM_YEAR && key->low > 1800 && key->low < 2200)
			take_begin(summary,
				   tot_date_to_day((struct tot_date){(int)key->low, 1, 1}));
	}
	for (const struct tot_scope *scope = grid->scope; scope; scope = scope->up) {
		if (scope->key.dim == TOT_DIM_DAY)
			take_begin(summary, scope->key.low);
	}
}

static void take_figure(struct summary *summary, const struct tot_cell_at *at)
{
	if (tot_grid_draft(at->grid, at->row)) {
		summary->drafts++;
		return;
	}
	summary->figures++;
	int rank = tot_confidence_rank(tot_grid_confidence(at->grid, at->row, at->column));
	summary->worst = rank > summary->worst ? rank : summary->worst;
	take_row(summary, at->grid, at->row);
}

static void summarise(struct summary *summary, const struct tot_law *law,
		      const struct tot_law_file *file)
{
	struct tot_cell_at at = {.law = law, .file = file};
	*summary = (struct summary){.first = TOT_OPEN_HIGH, .last = TOT_OPEN_LOW, .worst = -1};
	for (at.grid = file->grids; at.grid; at.grid = at.grid->next) {
		for (at.row = 0; at.row < at.grid->row_count; at.row++) {
			for (at.column = 0; at.column < at.grid->column_count; at.column++) {
				at.cell = tot_grid_cell(at.grid, at.row, at.column);
				if (tot_cell_is_figure(&at))
					take_figure(summary, &at);
			}
		}
	}
}

static void print_parameter(struct tot_text *out, const struct tot_law *law,
			    const struct tot_law_file *file)
{
	static const char *const words[] = {"official", "computed", "secondary", "memory"};
	struct summary summary;
	char first[TOT_DATE_TEXT], last[TOT_DATE_TEXT];
	const char *unit = tot_json_string(file->root, "unit");
	summarise(&summary, law, file);
	tot_text_add(out, file->parameter);
	tot_text_pad(out, 44);
	if (summary.first <= summary.last && summary.first != TOT_OPEN_HIGH)
		tot_text_format(out, "%s .. %s",
				tot_date_print(first, tot_date_from_day((tot_day)summary.first)),
				tot_date_print(last, tot_date_from_day((tot_day)summary.last)));
	tot_text_pad(out, 70);
	if (summary.figures)
		tot_text_format(out, "%5zu  %s", summary.figures,
				summary.worst >= 0 ? words[summary.worst] : "-");
	else
		tot_text_add(out, "texts");
	tot_text_pad(out, 88);
	tot_text_add(out, unit ? unit : "-");
	if (summary.drafts)
		tot_text_format(out, " (%zu draft)", summary.drafts);
	tot_text_add(out, "\n");
}

static void print_agreement(struct tot_text *out, const struct tot_agreement *agreement)
{
	char date[TOT_DATE_TEXT];
	tot_text_format(out, "agreements.%s", agreement->id);
	tot_text_pad(out, 44);
	tot_text_format(out, "%s ..", tot_date_print(date, agreement->in_force));
	tot_text_pad(out, 70);
	tot_text_format(out, "%5zu  rules",
			agreement->aggregation_count + agreement->benefit_count);
	tot_text_pad(out, 88);
	tot_text_format(out, "%s%s\n", agreement->title,
			agreement->complete ? "" : " (sketch, not executed)");
}

enum tot_status tot_law_list(struct tot_text *out, const struct tot_law *law)
{
	tot_text_add(out, "name");
	tot_text_pad(out, 44);
	tot_text_add(out, "rows begin");
	tot_text_pad(out, 70);
	tot_text_add(out, "count  worst");
	tot_text_pad(out, 88);
	tot_text_add(out, "unit\n");
	for (size_t i = 0; i < law->agreement_count; i++)
		print_agreement(out, law->agreements[i]);
	for (size_t i = 0; i < law->file_count; i++) {
		if (law->files[i].kind == TOT_FILE_PARAMETER)
			print_parameter(out, law, &law->files[i]);
	}
	return out->failed ? TOT_ERR_MEMORY : TOT_OK;
}
