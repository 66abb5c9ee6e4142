/* Earnings beside a German pension: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_EARNINGS_H
#define TOT_DE_EARNINGS_H

#include "totalise/de.h"

/*
 * What may be earned in a calendar year beside a pension for full reduction of earning capacity.
 *
 * Given      year: 2023 or later
 * Returned   out: cents a year
 * Status     TOT_OK; TOT_PROJECTED: a year after the last one known has its limit;
 *            TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 96a (1c) no. 2; law/de/earnings_limits.json
 * Example    2026: 20,763.75 EUR
 */
TOT_NODISCARD enum tot_status tot_de_earnings_limit_full(tot_cents *out, int year,
							 const struct tot_law *law);

/*
 * The same beside a pension for partial reduction.
 *
 * Given      highest: most points of one of the 15 calendar years before the event, from
 *            contributions and contribution-free months, 0.0001
 * Law        SGB VI s. 96a (1c) no. 1
 * Rounding   half up to 0.01
 * Example    2026, 1.0000 points: 41,527.50 EUR (the least); 1.2000 points: 46,131.12 EUR
 */
TOT_NODISCARD enum tot_status tot_de_earnings_limit_partial(tot_cents *out, int year,
							    tot_points highest,
							    const struct tot_law *law);

/*
 * What is left of a pension beside earnings.
 *
 * Given      pension: monthly, cents; earned, limit: of the calendar year, cents
 * Returned   out: cents a month, never below 0
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        SGB VI s. 96a (1a): less 40 percent of a twelfth of what passes the limit
 * Rounding   deduction half up to 0.01
 * Example    1,200 EUR, earned 26,763.75 in 2026: 1,000 EUR
 */
TOT_NODISCARD enum tot_status tot_de_pension_beside_earnings(tot_cents *out, tot_cents pension,
							     tot_cents earned, tot_cents limit,
							     const struct tot_law *law);

/*
 * What may be earned in a year beside a full old-age pension before the regular age.
 *
 * Given      on: a day of the year
 * Returned   out: cents a year; *limited false: without limit
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before July 2017
 * Law        SGB VI s. 34 (2), (3) as in force until 2022, s. 302 (8); none since 2023
 * Example    2019: 6,300 EUR; 2023: no limit
 */
TOT_NODISCARD enum tot_status tot_de_old_age_earnings_limit(tot_cents *out, bool *limited,
							    struct tot_date on,
							    const struct tot_law *law);

#endif
