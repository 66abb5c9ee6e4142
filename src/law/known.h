/* The figures that may stand in each file: a misspelt key must not vanish (format, s. 5). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_KNOWN_H
#define TOT_LAW_KNOWN_H

#include "lawbook.h"

/* Economics and mortality are binary numbers: any decimals. */
#define TOT_KNOWN_DOUBLE (-2)

struct tot_known {
	const char *parameter;
	int decimals; /* most decimals; TOT_FRACTION for texts such as "5/6"; TOT_KNOWN_DOUBLE */
	const char *names; /* "path.column|path.column|...", a final * stands for any rest */
};

extern const struct tot_known tot_known_de[], tot_known_jp[], tot_known_other[];
extern const size_t tot_known_de_count, tot_known_jp_count, tot_known_other_count;

/* The rows of the inventory for one parameter. */
struct tot_known_rows {
	const struct tot_known *rows;
	size_t count;
};

struct tot_known_rows tot_known_of(const char *parameter);

/* True if this column is a known figure of its file; *decimals as in struct tot_known. */
bool tot_known_figure(int *decimals, struct tot_known_rows known, const struct tot_law *law,
		      const char *parameter, const struct tot_grid *grid, size_t column);

#endif
