/* Rows of a CSV text with the place of every cell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_CSV_H
#define TOT_BATCH_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/arena.h"
#include "totalise/diag.h"
#include "totalise/text.h"

struct tot_csv_cell {
	const char *text;
	size_t line, column; /* of its first character, from 1 */
};

struct tot_csv_row {
	struct tot_csv_cell *cells;
	size_t count;
	size_t line;
};

/* The first row is the head. */
struct tot_csv {
	struct tot_csv_row *rows;
	size_t count;
};

/*
 * Split a CSV text into rows (RFC 4180; the delimiter is the comma, semicolon or tab that the head uses).
 *
 * Given      text, size: UTF-8, with or without a byte-order mark; file: for diagnostics
 * Returned   out: rows in order, in `arena`; empty lines are left out
 * Status     TOT_OK, also when single rows cannot be read: they are told in diag ("unreadable-row", with
 *            LINE:COLUMN) and left out; TOT_ERR_MEMORY
 */
TOT_NODISCARD enum tot_status tot_csv_read(struct tot_csv *out, struct tot_arena *arena,
					   const char *text, size_t size, const char *file,
					   struct tot_diag *diag);

/* One cell of output: quoted where it must be; `first`: without a comma before it. */
void tot_csv_cell(struct tot_text *out, const char *text, bool first);

/* Report a fault at a cell. */
void tot_csv_fault(struct tot_diag *diag, const char *file, const struct tot_csv_cell *cell,
		   const char *code, const char *format, ...) TOT_PRINTF(5, 6);

#endif
