/* Rows of CSV, taken one after the other from a stream. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_ROWS_H
#define TOT_BATCH_ROWS_H

#include "batch/stream.h"

/* A row lives until the next one is taken. */
struct tot_row {
	const char **cells;
	size_t count;
	uint64_t line;	     /* where it begins */
	const char *problem; /* a fault of its quotes; NULL = none */
};

struct tot_rows;

/* The rows of a stream, which is kept by the caller; `bytes` counts what was read. */
TOT_NODISCARD enum tot_status tot_rows_open(struct tot_rows **out, struct tot_stream *stream,
					    uint64_t *bytes, struct tot_diag *diag);

/*
 * The row at hand: NULL at the end. It stays until tot_rows_drop.
 * Status: TOT_OK; TOT_ERR_IO, TOT_ERR_MEMORY; TOT_ERR_DATA if a quote is never closed (reason in diag).
 */
TOT_NODISCARD enum tot_status tot_rows_peek(const struct tot_row **out, struct tot_rows *rows);
void tot_rows_drop(struct tot_rows *rows);

void tot_rows_free(struct tot_rows *rows);

#endif
