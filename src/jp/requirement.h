/* What disability and survivors' pensions ask of the insured person: insured on a day, premiums paid. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_REQUIREMENT_H
#define TOT_JP_REQUIREMENT_H

#include "jp.h"

/* True if a record of these kinds covers the day; both ends of a record are included. */
bool tot_jp_covered(const struct tot_timeline *own, tot_kinds kinds, struct tot_date day);

/*
 * Is the person insured under the National Pension on a day?
 *
 * Given      view; day
 * Returned   out: a record of category 1, 2, 3 or voluntary insurance covers the day; an employee
 *            from 65 on only without a right to an old-age pension
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 7, suppl. s. 3
 * Example    employed in Japan until 2020-03-31: on that day, not on 2020-04-01
 */
TOT_NODISCARD enum tot_status tot_jp_insured_on(bool *out, const struct tot_view *view,
						struct tot_date day, struct tot_ctx *ctx);

/*
 * Months of the National Pension.
 *
 * Given      kinds; end: months before it
 * Returned   out: months of these kinds; from the month of 65 on none of a person with a right to an
 *            old-age pension. Employees' months before 20 and from 60 are among them.
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 5 (1), s. 7, suppl. s. 3
 * Example    born 1958-01-10, employed since 2005-04: 213 months, to 2022-12
 */
TOT_NODISCARD enum tot_status tot_jp_national_months(struct tot_months *out,
						     const struct tot_view *view, tot_kinds kinds,
						     tot_month end, struct tot_ctx *ctx);

/*
 * Is the person a former insured one who lives in Japan, at 60 to 64?
 *
 * Given      view; day; from, until: the figures with the ages
 * Returned   out: insured in some month before, resident in Japan on the day
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 30 (1) no. 2, s. 37 (1) no. 2
 * Example    born 1960-05-10, last insured 2020-04: on 2024-01-15 in Japan true, on 2025-05-09 false
 */
TOT_NODISCARD enum tot_status tot_jp_former_insured(bool *out, const struct tot_view *view,
						    struct tot_date day, enum tot_jp_figure from,
						    enum tot_jp_figure until, struct tot_ctx *ctx);

/*
 * The contribution requirement: two thirds of the insured months paid, or none unpaid in a year.
 *
 * Given
 *   out        its id names the condition whose months an agreement lends
 *   view       with lent months
 *   event      day of the first examination or of the death
 *   own_end    own months before it count for the agreement's own minimum
 * Returned
 *   out        own: paid, exempt and deferred months up to the second month before the event;
 *              counted: with lent ones; insured_months: months that they are held against, lent
 *              ones inside; rule; missing: months to two thirds. A lent month on an unpaid own one
 *              makes it paid (DECISIONS 13). Without any insured month the requirement is met.
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 30 (1), s. 37, EPA s. 47 (1), s. 58 (1); Act 34/1985 suppl. s. 20; Act
 *            104/2007 s. 11 (1), s. 12 (1)
 * Rounding   none: months x 3 against insured months x 2
 * Example    30 of 60 months unpaid, 60 German months: 90 of 120, met by agreement
 */
TOT_NODISCARD enum tot_status tot_jp_requirement(struct tot_qualifying *out,
						 const struct tot_view *view, struct tot_date event,
						 tot_month own_end, struct tot_ctx *ctx);

/* Months by which an amount that is due only by an agreement is shared. */
struct tot_jp_share {
	const char *agreement; /* NULL: the amount is not shared */
	int own, other;
};

/* Months lent to a condition before `end`, own ones not taken out (format, s. 6, drop_overlap). */
int tot_jp_lent_months(const struct tot_view *view, const char *condition, tot_month end);

/*
 * Share of an amount.
 *
 * Given      share; benefit, narrow: as tot_agreement_benefit
 * Returned   the fraction, written into the trace; 1 without an agreement or a rule
 * Law        Act 104/2007 s. 15, 16, 31-33
 * Rounding   none
 * Example    disability_basic, 60 own and 120 German months: 1/3
 */
struct tot_ratio tot_jp_share_of(const struct tot_jp_share *share, const char *benefit,
				 const char *narrow, struct tot_ctx *ctx);

#endif
