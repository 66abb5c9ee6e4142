/* The key columns that the law file format names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_GRID_KEYS_H
#define TOT_LAW_GRID_KEYS_H

#include "lawbook.h"

enum tot_key_type { TOT_KEY_DATE, TOT_KEY_MONTH, TOT_KEY_INTEGER };

enum tot_key_how {
	TOT_KEY_UNTIL_NEXT, /* from..to, both included; without `to` until the next row */
	TOT_KEY_EXACT,	    /* that year or month only */
	TOT_KEY_HALF_OPEN,  /* up to, not including, the second column */
	TOT_KEY_BAND	    /* from above the row before up to this */
};

struct tot_key_rule {
	const char *first, *last; /* columns; `last` NULL if there is none */
	enum tot_dim dim;
	enum tot_key_type type;
	enum tot_key_how how;
};

/* The rule of a first column; NULL if it is none. */
const struct tot_key_rule *tot_key_rule(const char *column);

/* True for every column that serves as a key: first, last and words. */
bool tot_key_column(const char *column);

/* The key in a cell; false if the cell is no key of this type. */
bool tot_key_value(int64_t *out, const struct tot_json *cell, enum tot_key_type type);

#endif
