/* One row of a list of posted workers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_WORKER_ROW_H
#define TOT_BATCH_WORKER_ROW_H

#include "batch/csv.h"
#include "totalise/posting.h"

/* The columns that are known. */
enum tot_worker_column {
	TOT_WORKER_PERSON,
	TOT_WORKER_HOME,
	TOT_WORKER_HOST,
	TOT_WORKER_FROM,
	TOT_WORKER_PLANNED_TO,
	TOT_WORKER_NEEDED, /* those above must be there */
	TOT_WORKER_TO = TOT_WORKER_NEEDED,
	TOT_WORKER_AS,
	TOT_WORKER_EXTENSION_MONTHS,
	TOT_WORKER_PAY,
	TOT_WORKER_NATIONALITY,
	TOT_WORKER_BASIS,
	TOT_WORKER_KEEP,
	TOT_WORKER_FAMILY,
	TOT_WORKER_COLUMNS
};

/* Where each column stands in the rows; -1 = it does not. */
struct tot_worker_head {
	int column[TOT_WORKER_COLUMNS];
};

/* Read the head: false, with the faults in diag, if a column that is needed is missing. */
bool tot_worker_head_read(struct tot_worker_head *out, const struct tot_csv_row *row,
			  const char *file, struct tot_diag *diag);

/* Read one row; false, with every fault of the row in diag, if it cannot be used. */
bool tot_worker_row_read(struct tot_worker *out, const struct tot_worker_head *head,
			 const struct tot_csv_row *row, struct tot_arena *arena, const char *file,
			 struct tot_diag *diag);

#endif
