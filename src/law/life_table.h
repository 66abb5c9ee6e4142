/* Reading and recomputing life tables. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_LIFE_TABLE_H
#define TOT_LAW_LIFE_TABLE_H

#include "lawbook.h"

#define TOT_AGES_MAX 151

/* A decimal number at *at; moves behind it. */
bool tot_csv_number(double *out, const char **at, const char *end);

/* lx, dx, Lx, Tx, ex and the flags of a period table against its qx. */
void tot_life_table_check(struct tot_loader *loader, const struct tot_law_file *file,
			  const struct tot_life_table *table);

#endif
