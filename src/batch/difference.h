/* A result beside the result under another law: base, reform and difference. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_DIFFERENCE_H
#define TOT_BATCH_DIFFERENCE_H

#include "batch/columns.h"

/* A result as its line of JSON, and read back. */
struct tot_result {
	struct tot_text text;
	const struct tot_json *root;
};

/* "base:PATH", "reform:PATH", "difference:PATH"; one cell for `line`. */
void tot_difference_header(struct tot_text *out, const char *path, bool first);

/*
 * The three cells of a column; the difference is exact, and empty where none of both is a number;
 * a value that is missing counts as nothing.
 */
void tot_difference_cells(struct tot_text *out, const char *path, const struct tot_json *base,
			  const struct tot_json *reform, uint64_t line, bool first);

/* {"line", "base", "reform", "changed": {PATH: {"base", "reform", "difference"}}} in one line. */
void tot_difference_line(struct tot_text *out, const struct tot_result *base,
			 const struct tot_result *reform, uint64_t line);

/*
 * reform - base of two decimal texts.
 * Returned   out: the difference with the decimals of the longer one, an empty text being nothing; false if both
 *            are empty or one is no decimal number
 * Example    "1200.50" and "1300" is "99.50"
 */
bool tot_difference(struct tot_text *out, const char *base, const char *reform);

#endif
