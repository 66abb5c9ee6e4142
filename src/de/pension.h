/* One German pension from its points to its monthly amount: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PENSION_H
#define TOT_DE_PENSION_H

#include "de/basic_pension.h"
#include "de/part.h"
#include "de/reference_age.h"

/* What a pension before this one was computed from: its points keep their factor (s. 77 (3), s. 88). */
struct tot_de_earlier {
	bool drawn; /* false: there was none, the rest is empty */
	tot_points points[TOT_DE_BRANCHES];
	tot_points personal[TOT_DE_BRANCHES];
	tot_factor access_factor;
	tot_month from, end;		/* first month; month from which it is not paid any more */
	struct tot_de_early_span early; /* months in which it was early */
	tot_month regular;		/* month after the regular age */
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
	bool only_miners; /* s. 45: points of the miners' scheme alone */
};

/* The pension; parts with points only, the general one always. */
struct tot_de_pension {
	struct tot_timeline own; /* the records that it was computed from */
	struct tot_de_account account;
	tot_factor access_factor;
	struct tot_de_part parts[TOT_DE_BRANCHES];
	struct tot_de_special special;
	struct tot_de_supplement supplement;
	tot_points
		undrawn[TOT_DE_BRANCHES]; /* what a partial pension leaves for later (s. 66 (3)) */
	tot_cents amount;		  /* with the supplement */
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

/*
 * A computed pension as one that begins later sees it.
 *
 * Given      earlier: points, personal points, time of the first pension; until: month before which it
 *            was not drawn, of an own pension its first month, on death the month after it; start:
 *            first month of the later pension
 * Returned   out: nothing drawn if it did not begin before; months between them raise the access factor:
 *            the early ones take back a step of the deduction, those after the regular age are worth as
 *            much as ever; personal points are kept if the later one begins within 24 months
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 77 (3) sentence 3 nos. 2-3, s. 88 (1), (2)
 * Example    born 1980-03-10, factor 0.892, paid to 2029-08: from 2043-04 on 12 months after the age of
 *            62, 0.928; a death in 2035-05: 0.892
 */
enum tot_status tot_de_earlier_at(struct tot_de_earlier *out, const struct tot_de_earlier *earlier,
				  tot_month until, tot_month start, const struct tot_law *law);

/*
 * Raise the personal points of a computed pension (s. 307i).
 *
 * Given      factor: 0.0001; type: as in the case
 * Returned   io: its parts and amount
 * Rounding   the added points half up to 0.0001
 * Example    20.0000 personal points, factor 0.0750: 21.5000
 */
enum tot_status tot_de_pension_raise(struct tot_de_pension *io, const struct tot_value *factor,
				     const char *type, struct tot_ctx *ctx);

/* Factors, components, formula, amount and payments of the benefit; closes the sum in the trace. */
void tot_de_pension_report(struct tot_benefit *benefit, const struct tot_de_pension *pension,
			   struct tot_ctx *ctx);

/* The amount cannot be computed because the law files lack a figure: say so. */
void tot_de_pension_unknown(struct tot_benefit *benefit, struct tot_ctx *ctx);

/* Not due: into the trace, with its reasons. */
void tot_de_trace_refusal(const struct tot_benefit *benefit, struct tot_ctx *ctx);

/*
 * Amounts of pensions for reduced earning capacity, in the findings.
 *
 * Given      view: own months only; plan: its ends of records and of searches
 * Returned   io; earlier: what an old-age pension or a survivor's pension follows
 * Status     as tot_de_pension_points
 * Law        SGB VI s. 43, s. 59, s. 73-77, s. 96a, s. 307i; DECISIONS 24
 */
enum tot_status tot_de_pay_disability(struct tot_findings *io, struct tot_de_earlier *earlier,
				      const struct tot_view *view, const struct tot_de_plan *plan,
				      struct tot_ctx *ctx);

#endif
