/* One product of the pension formula (s. 64): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PART_H
#define TOT_DE_PART_H

#include "totalise/de.h"

/* Points of an earlier pension inside a part (s. 77 (3), s. 88): empty if there was none. */
struct tot_de_kept {
	tot_points points;
	tot_factor access_factor;  /* theirs */
	tot_points least_personal; /* personal points that the part does not fall below */
};

/* Points of one branch at one pension value. */
struct tot_de_part {
	tot_points points, personal;
	struct tot_de_kept kept;
	struct tot_value type_factor, value;
	tot_cents amount;
};

/* The numbers of a part as printed. */
struct tot_de_part_text {
	char points[TOT_DECIMAL_TEXT], access[TOT_DECIMAL_TEXT], type[TOT_DECIMAL_TEXT];
	char value[TOT_DECIMAL_TEXT], amount[TOT_DECIMAL_TEXT], personal[TOT_DECIMAL_TEXT];
};

/*
 * Personal points and monthly amount of part->points, at the values of ctx->as_of.
 *
 * Given      type: word of law/de/pension_type_factors.json; access_factor: of the points that are not
 *            kept ones
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        SGB VI s. 64, s. 66 (1), s. 67, s. 77 (3), s. 82, s. 88 (1); s. 121, s. 123
 * Rounding   the product of each access factor half up to 0.0001, the amount half up to 0.01
 * Example    10 points, 6 of them kept with 0.892, factor 1: 9.3520 personal points
 */
enum tot_status tot_de_part_compute(struct tot_de_part *part, enum tot_de_branch branch,
				    const char *type, tot_factor access_factor,
				    const struct tot_de_kept *kept, const struct tot_ctx *ctx);

/* The amount alone, of personal points that are known; the rest as tot_de_part_compute. */
enum tot_status tot_de_part_pay(struct tot_de_part *part, enum tot_de_branch branch,
				const char *type, const struct tot_ctx *ctx);

void tot_de_part_print(struct tot_de_part_text *text, const struct tot_de_part *part,
		       tot_factor access_factor);

/* One step: the amount of known personal points. */
void tot_de_part_trace_amount(struct tot_trace *trace, const struct tot_de_part *part,
			      const char *label);

/* Two steps: the personal points and the amount, under these labels. */
void tot_de_part_trace(struct tot_trace *trace, const struct tot_de_part *part,
		       tot_factor access_factor, const char *personal, const char *label);

/* " (miners)" and the like, to stand after "points"; "" for the general branch. */
const char *tot_de_branch_words(enum tot_de_branch branch);

/* "EUR"; "DEM" for values before 2002. */
const char *tot_de_part_currency(const struct tot_de_part *part);

#endif
