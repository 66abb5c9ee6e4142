/* Voluntary insurance (s. 7): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_VOLUNTARY_H
#define TOT_DE_VOLUNTARY_H

#include "totalise/de.h"

/*
 * The right of national law: Germans anywhere, everybody who lives in Germany.
 * Returned: the reason as text, or NULL
 * Law       SGB VI s. 7 (1)
 */
const char *tot_de_national_right(const struct tot_scenario *life, struct tot_date on);

/* Monthly contributions between which the person is free to choose, cents. */
struct tot_de_voluntary_range {
	tot_cents least, most, least_base, most_base;
	const char *currency; /* "EUR", "DEM" */
};

/*
 * Least and most contribution for a month, paid on a day.
 *
 * Given      month: paid for; on: day of payment, not before the month's year
 * Returned   out
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 1999-04
 * Law        SGB VI s. 161 (2), s. 167, s. 200: rate and least base of the day of payment, ceiling
 *            of the month; law/de/voluntary_contributions.json
 * Rounding   half up to 0.01
 * Example    2026-05 paid in 2026: 112.16 and 1,571.70 EUR
 */
TOT_NODISCARD enum tot_status tot_de_voluntary_amounts(struct tot_de_voluntary_range *out,
						       tot_month month, struct tot_date on,
						       const struct tot_law *law);

/*
 * Last day on which a contribution for a month can be paid.
 *
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 197 (2)
 * Example    2026-05: 2027-03-31
 */
TOT_NODISCARD enum tot_status tot_de_voluntary_deadline(struct tot_date *out, tot_month month,
							const struct tot_law *law);

/* The operation voluntary of the scheme. */
enum tot_status tot_de_voluntary(struct tot_findings *io, const struct tot_view *view,
				 const char *right, tot_month since, struct tot_ctx *ctx);

#endif
