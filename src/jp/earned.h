/* The earnings-related part that disability and survivors' pensions rest on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_EARNED_H
#define TOT_JP_EARNED_H

#include "jp.h"

struct tot_jp_earned {
	struct tot_jp_pay pay;
	struct tot_jp_earnings earnings;
	int months;
	bool known;	/* every month's pay and the tables of the year are known */
	bool has_table; /* of the fiscal year */
	bool revalued;	/* false: pay at face value (jp.employees.revaluation: off) */
};

/*
 * Earnings-related amount of the employees' months before a month.
 *
 * Given      view; end: months before it
 *            born: of the recipient, whose revaluation rates hold
 *            cohort: the birth whose accrual rates hold; none: those of the youngest, as for
 *            disability and short-term death
 * Returned   out; known = false with a month without pay, or without a table of the fiscal year
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW
 * Law        EPA s. 43 (1), s. 43-3, s. 50, s. 60; Act 18/2000 suppl. s. 20, 21
 * Rounding   none
 * Example    80 months at 300,000 at face value: 131,544
 */
TOT_NODISCARD enum tot_status tot_jp_earned_of(struct tot_jp_earned *out,
					       const struct tot_view *view, tot_month end,
					       struct tot_date born, struct tot_date cohort,
					       struct tot_ctx *ctx);

/*
 * The amount of at least 300 months.
 *
 * Given      earned: of the real months; months; minimum: months that are the least
 * Returned   out: x minimum / months below the minimum, else as it is
 * Law        EPA s. 50 (1), s. 60 (1); Act 18/2000 suppl. s. 20 (3): of the sum of both eras
 * Rounding   none
 * Example    250,000 of 100 months: 750,000
 */
struct tot_jp_sum tot_jp_least_months(struct tot_jp_sum earned, int months, int minimum);

/* The factors months, regular, guarantee, average_remuneration; reasons why nothing is known. */
void tot_jp_say_earned(struct tot_benefit *benefit, const struct tot_jp_earned *earned,
		       struct tot_ctx *ctx);

/* The share as factor `proration`. */
void tot_jp_say_share(struct tot_benefit *benefit, struct tot_ratio share, struct tot_ctx *ctx);

/*
 * What is left where an amount cannot be computed.
 *
 * Given      status of the formula
 * Returned   TOT_OK where the result says why nothing is known: figures that the law book lacks, pay
 *            beyond 64 bits; else the status
 */
TOT_NODISCARD enum tot_status tot_jp_without_amount(struct tot_benefit *benefit, const char *per,
						    enum tot_status status, struct tot_ctx *ctx);

/* The day whose family and ages an amount looks at: as_of, or the first day of a later start. */
struct tot_date tot_jp_look_day(const struct tot_benefit *benefit, const struct tot_ctx *ctx);

#endif
