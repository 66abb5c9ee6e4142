/* Cells with names become a scenario. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_CELLS_H
#define TOT_BATCH_CELLS_H

#include "totalise/arena.h"
#include "totalise/text.h"

struct tot_writer;

/* A member of the scenario that is being built: a value, or what is below it. */
struct tot_cell {
	const char *name;
	const char *value; /* NULL: an object or a list */
	struct tot_cell *first, *last, *next;
};

/*
 * Put a value at a path of names joined by dots; a number below 1000 is a position in a list.
 * An empty value puts nothing. Texts are kept by the caller. False: memory is short.
 * Example    "periods.0.pay.monthly", "3900"
 */
bool tot_cell_put(struct tot_arena *arena, struct tot_cell *root, const char *path,
		  const char *value);

/* What was put, as JSON. */
void tot_cell_print(struct tot_text *out, const struct tot_cell *root);

/*
 * One value as JSON: a number or true and false where the member called `name` can be one, a list of words for
 * `nationalities` and `flags`, else a text.
 */
void tot_cell_json(struct tot_writer *w, const char *key, const char *name, const char *value);

/* True if the text is a number as JSON writes it, without exponent. */
bool tot_is_number(const char *text);

#endif
