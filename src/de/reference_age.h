/* Ages of pensions for reduced earning capacity and on death: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_REFERENCE_AGE_H
#define TOT_DE_REFERENCE_AGE_H

#include "totalise/de.h"

/* What decides about the access factor of a pension that is not for old age. */
struct tot_de_early_case {
	struct tot_date born;
	struct tot_date on; /* first day of the pension; on death the day of death */
	tot_month start;    /* month from which the months before the reference age are counted */
	int long_service;   /* months by s. 51 (3a), (4) and s. 52 (2), for s. 77 (4) */
	bool miners;	    /* s. 45: a higher floor */
};

/* Months in which a pension is early: from the one after the floor age to that of the reference age. */
struct tot_de_early_span {
	tot_month floor, full; /* `full`: the first month that is not early */
};

/*
 * When a pension for reduced earning capacity, for child-raising or on death is early.
 *
 * Given      it: the case
 * Returned   out; it->start decides nothing
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 77 (2), (4), s. 264d; law/de/retirement_ages.json
 * Example    born 1980-03-10, pension from 2026-03-01: 2042-04 to 2045-04
 */
TOT_NODISCARD enum tot_status tot_de_early_span_of(struct tot_de_early_span *out,
						   const struct tot_de_early_case *it,
						   const struct tot_law *law,
						   struct tot_trace *trace);

/*
 * Access factor of a pension for reduced earning capacity, for child-raising or on death.
 *
 * Given      it: the case
 * Returned   out, 0.001: less for each month from the start to the month after the reference age, but not
 *            for months before the floor age
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 77 (2) nos. 3-4, (4), s. 86a, s. 264d; law/de/retirement_ages.json
 * Rounding   none
 * Example    born 1980-03-10, start 2026-03: 892
 */
TOT_NODISCARD enum tot_status tot_de_early_factor(tot_factor *out,
						  const struct tot_de_early_case *it,
						  const struct tot_law *law,
						  struct tot_trace *trace);

/*
 * Added period: months counted as if the person had gone on to be insured.
 *
 * Given      born; from: month of the event, of the death, or of the start; on: the day that decides
 *            about the end age: first day of the pension, or the day of death
 * Returned   out: from that month to the month in which the end age is completed, at most that of the
 *            regular age
 * Status     TOT_OK; TOT_PROVISIONAL for a day before 2004, when a share of the months from 55 to 60
 *            counted that is not computed; TOT_ERR_NO_PARAMETER before 1992
 * Law        SGB VI s. 59, s. 253a; law/de/zurechnungszeit.json
 * Example    born 1980-03-10, from 2026-02, pension from 2026-03-01: 2026-02..2046-06, 245 months
 */
TOT_NODISCARD enum tot_status tot_de_added_period(struct tot_months *out, struct tot_date born,
						  tot_month from, struct tot_date on,
						  const struct tot_law *law,
						  struct tot_trace *trace);

#endif
