/* Supplement for long insurance (basic pension): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_BASIC_PENSION_H
#define TOT_DE_BASIC_PENSION_H

#include "de/plan.h"
#include "de/special.h"

/*
 * Supplement points from the average of the valued months (s. 76g (3), (4)).
 *
 * Given      sum: points of the valued months, 0.0001; valued: their number; months: of s. 76g (2), with
 *            those of other states; on: day of the law
 * Returned   out, 0.0001; 0 if there are not 33 years or the average is at the cap
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 2021
 * Rounding   average, cap and share half up to 0.0001
 * Example    14.0140 points in 420 valued of 420 months: 122220
 */
enum tot_status tot_de_supplement_points(tot_points *out, struct tot_ratio sum, int valued,
					 int months, struct tot_date on, const struct tot_law *law,
					 struct tot_trace *trace);

/*
 * What the income test leaves of the supplement (s. 97a (4)).
 *
 * Given      part: the supplement, cents a month; income: cents a month; couple: thresholds of couples;
 *            on: day whose year has the thresholds
 * Returned   out: cents, not below 0
 * Rounding   the sum of both reductions half up to 0.01
 * Example    400.00 EUR beside 2,000.00 EUR in 2026, single: 5880
 */
enum tot_status tot_de_income_test(tot_cents *out, tot_cents part, tot_cents income, bool couple,
				   struct tot_date on, const struct tot_law *law,
				   struct tot_trace *trace);

/* The supplement of one pension. */
struct tot_de_supplement {
	tot_points points;		      /* before the access factor */
	tot_points east;		      /* those of them that are points (East), s. 76g (5) */
	tot_points personal[TOT_DE_BRANCHES]; /* with the access factor */
	tot_cents gross;		      /* before the income test */
	tot_cents amount;		      /* a month */
	bool tested;			      /* the income is known */
	bool abroad;			      /* s. 97a (3): who lives abroad must prove it */
	int months, valued;		      /* of s. 76g (2); of (3) */
};

/*
 * Points of s. 76g in a life.
 *
 * Given      special: all points of the life by month; own: records cut at the start; months: as
 *            tot_benefit.basic_pension_months
 * Returned   out->points, east, months, valued; 0 before 2021
 */
enum tot_status tot_de_supplement_of(struct tot_de_supplement *out,
				     const struct tot_de_special *special,
				     const struct tot_timeline *own, int months,
				     struct tot_ctx *ctx);

/*
 * Apply the income test if the person's other income is given (DECISIONS 21).
 *
 * Given      io->gross; pension: cents a month without the supplement
 * Returned   io->amount, io->tested, io->abroad (lives outside Germany on ctx->as_of)
 */
enum tot_status tot_de_test_supplement(struct tot_de_supplement *io, tot_cents pension,
				       const struct tot_scenario *life, struct tot_ctx *ctx);

/*
 * Months that conditions inside the amount ask for, for every benefit with a start.
 *
 * Given      view with lent months
 * Returned   io: calculation_months (s. 70 (3a), s. 262; lent as for the 35 years unless the choice
 *            de.calculation_periods_with_japan says no), basic_pension_months (s. 76g)
 * Law        DECISIONS 21, 28; months of s. 52 never count
 */
enum tot_status tot_de_count_facts(struct tot_findings *io, const struct tot_view *view,
				   struct tot_ctx *ctx);

/* Months of s. 76g (2): compulsory contributions without those of unemployment, and the like. */
void tot_de_basic_pension_months(struct tot_months *out, const struct tot_timeline *own);

#endif
