/* Points and months without a place in the calendar (s. 52, 76, 76b, 76c): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_CREDITS_H
#define TOT_DE_CREDITS_H

#include "de/periods.h"

/*
 * Supplement points of exempt mini-jobs (s. 76b).
 *
 * Given      own: records, cut at the month looked at
 * Returned   out, 0.0001; unknown: set to true if the wage of a month is not known
 * Status     caveats as tot_de_average_earnings
 */
enum tot_status tot_de_exempt_points(tot_points *out, bool *unknown, const struct tot_timeline *own,
				     const struct tot_de_basis *basis);

/* Points of the scenario's credits that count at `start`. */
tot_points tot_de_credit_points(const struct tot_timeline *own, const struct tot_scenario *life,
				tot_month start);

/*
 * Months of s. 52 that count at a cut, mini-jobs first, then each marriage.
 *
 * Given      own: records; life; exempt: supplement points of exempt mini-jobs before the cut;
 *            with_marriages: false for the 45 years
 * Returned   out
 */
enum tot_status tot_de_credit_months(struct tot_credit_months *out, const struct tot_timeline *own,
				     const struct tot_scenario *life, tot_points exempt,
				     tot_month cut, bool with_marriages, const struct tot_law *law);

/* Points of a year as one number: of all branches, with child-raising. */
enum tot_status tot_de_year_total(tot_points *out, const struct tot_de_year_points *year);

/* Eastern earnings lifted by the factor of Anlage 10, rounded to the cent (s. 256a (1)). */
enum tot_status tot_de_lift(struct tot_ratio *earnings, int year, int month,
			    const struct tot_de_basis *basis);

#endif
