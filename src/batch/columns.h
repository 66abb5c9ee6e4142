/* Values of a result by their paths. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_COLUMNS_H
#define TOT_BATCH_COLUMNS_H

#include "law/json.h"
#include "totalise/batch.h"

/* Decimals of the sums of a summary: points have four. */
#define TOT_SUM_DECIMALS 4

/* The value at a path of tot_columns_read; NULL if the result has none. */
const struct tot_json *tot_result_find(const struct tot_json *result, const char *path);

/* A value as the text of a cell: nothing for null, "; " between elements, names before the values of an object. */
void tot_result_cell(struct tot_text *out, const struct tot_json *value);

/* Members of a result (enum tot_member) of which no column shows anything. */
unsigned tot_columns_left_out(const struct tot_columns *columns);

/* The same for a decimal number, as text or not; nothing for everything else. */
void tot_result_number(struct tot_text *out, const struct tot_json *value);

/* The cell of one column; `line` is that of the record. */
void tot_column_cell(struct tot_text *out, const char *path, const struct tot_json *result,
		     uint64_t line);

#endif
