/* One product of the pension formula (s. 64): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PART_H
#define TOT_DE_PART_H

#include "totalise/de.h"

/* Points of one branch at one pension value. */
struct tot_de_part {
	tot_points points, personal;
	struct tot_value type_factor, value;
	tot_cents amount;
};

/* The numbers of a part as printed. */
struct tot_de_part_text {
	char points[TOT_DECIMAL_TEXT], access[TOT_DECIMAL_TEXT], type[TOT_DECIMAL_TEXT];
	char value[TOT_DECIMAL_TEXT], amount[TOT_DECIMAL_TEXT], personal[TOT_DECIMAL_TEXT];
};

/*
 * Personal points and monthly amount of part->points in an old-age pension, at the values of ctx->as_of.
 *
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        SGB VI s. 64, s. 66 (1), s. 67; s. 121, s. 123
 * Rounding   personal points half up to 0.0001, the amount half up to 0.01
 */
enum tot_status tot_de_part_compute(struct tot_de_part *part, enum tot_de_branch branch,
				    tot_factor access_factor, const struct tot_ctx *ctx);

void tot_de_part_print(struct tot_de_part_text *text, const struct tot_de_part *part,
		       tot_factor access_factor);

/* Two steps: the personal points and the amount, under these labels. */
void tot_de_part_trace(struct tot_trace *trace, const struct tot_de_part *part,
		       tot_factor access_factor, const char *personal, const char *label);

/* "EUR"; "DEM" for values before 2002. */
const char *tot_de_part_currency(const struct tot_de_part *part);

#endif
