/* Walking all figures of a law book, and writing one for a reader. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_FIGURES_H
#define TOT_LAW_FIGURES_H

#include "totalise/text.h"

#include "lawbook.h"

/* One cell that holds a figure. */
struct tot_cell_at {
	const struct tot_law *law;
	const struct tot_law_file *file;
	const struct tot_grid *grid;
	size_t row, column;
	const struct tot_json *cell;
};

/* True if this cell holds a figure: a number, true or false, or a known fraction. */
bool tot_cell_is_figure(const struct tot_cell_at *at);

/* Call `visit` for every figure of the book in the order of the files. */
void tot_law_each(const struct tot_law *law,
		  void (*visit)(void *context, const struct tot_cell_at *at), void *context);

/* The figure as text: shortest decimals, "yes", "5/6"; with its currency. */
void tot_figure_value(struct tot_text *out, const struct tot_cell_at *at);

/* "de.contribution_ceilings.tables.east.general"; list members in brackets unless they are days. */
void tot_figure_name(struct tot_text *out, const struct tot_cell_at *at, bool days);

/* The keys of a row: "2019-07-01 .. 2020-06-30", "born 1964-01-01 ..", "old_age". */
void tot_row_keys(struct tot_text *out, const struct tot_grid *grid, size_t row, bool days);

/* True if the row, and the nodes above it, hold on this day. */
bool tot_row_holds(const struct tot_grid *grid, size_t row, struct tot_date day);

/* True if the row or a node above it is told apart by a day or a year. */
bool tot_row_dated(const struct tot_grid *grid);

/* A number with as few decimals as give it back. */
const char *tot_number_print(char out[TOT_DECIMAL_TEXT], double number);

/* Rank of a confidence, the better the smaller: official, computed, secondary, memory. */
int tot_confidence_rank(const char *word);

#endif
