/* One German pension from its points to its monthly amount: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PENSION_H
#define TOT_DE_PENSION_H

#include "de/basic_pension.h"
#include "de/part.h"

/* What a pension before this one was computed from: its points keep their factor (s. 77 (3), s. 88). */
struct tot_de_earlier {
	bool drawn; /* false: there was none, the rest is empty */
	tot_points points[TOT_DE_BRANCHES];
	tot_points personal[TOT_DE_BRANCHES];
	tot_factor access_factor;
};

/* Which months are valued how, and with which factors. */
struct tot_de_pension_case {
	const char *type;      /* word of law/de/pension_type_factors.json */
	struct tot_de_cut cut; /* cut.start: first month of the pension */
	tot_month end;	       /* months before it are valued (s. 72 (2)) */
	struct tot_months added;
	bool without_last_years; /* disability: the last four years may be left out (s. 73) */
	int calculation_months, basic_pension_months; /* as in struct tot_benefit */
	int64_t share;				      /* 1e-6 of the full pension (s. 42) */
	struct tot_de_earlier earlier;
};

/* The pension; parts with points only, the general one always. */
struct tot_de_pension {
	struct tot_timeline own; /* the records that it was computed from */
	struct tot_de_account account;
	tot_factor access_factor;
	struct tot_de_part parts[TOT_DE_BRANCHES];
	struct tot_de_special special;
	struct tot_de_supplement supplement;
	tot_cents amount; /* with the supplement */
};

/*
 * Points of a pension.
 *
 * Given      it: the case; view: own months only
 * Returned   out->own, account, special: all steps are in the trace
 * Status     TOT_OK (the caveat is out->account.status); TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY,
 *            TOT_ERR_OVERFLOW
 * Law        SGB VI s. 63, s. 66 (1), (3), s. 70-76g, s. 254b
 */
enum tot_status tot_de_pension_points(struct tot_de_pension *out,
				      const struct tot_de_pension_case *it,
				      const struct tot_view *view, struct tot_ctx *ctx);

/*
 * Money of a pension.
 *
 * Given      io: its points; access_factor: of points that no earlier pension used; ctx->as_of: the
 *            day whose values hold
 * Returned   io->parts, supplement, amount
 * Status     as tot_de_pension_points
 * Law        SGB VI s. 64, s. 66 (1), s. 77 (3), (5), s. 80, s. 88 (1), s. 97a, s. 254b
 * Rounding   each part by itself, see tot_de_part_compute
 */
enum tot_status tot_de_pension_money(struct tot_de_pension *io,
				     const struct tot_de_pension_case *it, tot_factor access_factor,
				     const struct tot_view *view, struct tot_ctx *ctx);

/* Points and personal points of a computed pension, as a later one sees them. */
struct tot_de_earlier tot_de_earlier_of(const struct tot_de_pension *pension);

/* Factors, components, formula, amount and payments of the benefit; closes the sum in the trace. */
void tot_de_pension_report(struct tot_benefit *benefit, const struct tot_de_pension *pension,
			   struct tot_ctx *ctx);

/* The amount cannot be computed because the law files lack a figure: say so. */
void tot_de_pension_unknown(struct tot_benefit *benefit, struct tot_ctx *ctx);

/* Not due: into the trace, with its reasons. */
void tot_de_trace_refusal(const struct tot_benefit *benefit, struct tot_ctx *ctx);

#endif
