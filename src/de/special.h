/* Points that depend on the whole life: children under ten, low pay, months without contributions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_SPECIAL_H
#define TOT_DE_SPECIAL_H

#include "de/periods.h"
#include "de/pools.h"

/* Whose points, for which pension. */
struct tot_de_special_case {
	const struct tot_timeline *own; /* records cut at the start (disability: at the event) */
	struct tot_date born;
	tot_month end; /* months before it are valued (s. 72 (2)): the start; after the event */
	struct tot_months added; /* added period (s. 59); empty for old age */
	struct tot_months drawn; /* months with an own pension (s. 72 (3), s. 73) */
	bool without_last_years; /* disability: the last 48 months may be left out (s. 73) */
	int calculation_months;	 /* pension-law periods, own and lent (DECISIONS 28) */
	const struct tot_de_basis *basis;
};

/* Months as the valuation sees them. */
struct tot_de_valued_months {
	struct tot_months contributed, considered, credited;
	struct tot_months
		training;	/* vocational training, and the first 36 months of work before 25 */
	struct tot_months free; /* credited without contributions */
	struct tot_months reduced; /* credited with contributions */
	struct tot_months pension; /* with an own pension */
};

/* Overall valuation of s. 71-73. */
struct tot_de_valuation {
	struct tot_months basic_set, comparison_set; /* assignable months */
	tot_points basic_points, comparison_points;
	int basic_months, comparison_months;
	tot_points basic, comparison, value; /* a month, 0.0001 */
};

/* Everything that is added, and where it lies. */
struct tot_de_special {
	struct tot_de_pools pools; /* all points of the life by month */
	struct tot_de_valuation valuation;
	tot_points extra;   /* s. 70 (3a) */
	tot_points low_pay; /* s. 262 */
	tot_points free;    /* s. 71 (1) */
	tot_points reduced; /* s. 71 (2) */
};

/*
 * Points of s. 70 (3a), s. 262 and s. 71-74 of one pension, added to its account.
 *
 * Given      it: the case; io: account of the contribution months
 * Returned   out; io->special and io->sum raised
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW, TOT_ERR_NO_PARAMETER
 */
enum tot_status tot_de_special_points(struct tot_de_special *out, struct tot_de_account *io,
				      const struct tot_de_special_case *it, struct tot_ctx *ctx);

/*
 * Points (East) among added points, as long as they have a value of their own.
 *
 * Given      points: added; east, all: points or months that they follow
 * Returned   out: points x east / all; 0 if `all` is 0
 * Law        SGB VI s. 70 (3a), s. 262 (2), s. 263a
 * Rounding   half up to 0.0001
 */
enum tot_status tot_de_east_share(tot_points *out, tot_points points, struct tot_ratio east,
				  struct tot_ratio all);

/*
 * Extra points beside children under ten (s. 70 (3a)): pools of kind EXTRA.
 * Rounding   half of a month's points half up to 0.0001
 * Example    0.0600 a month: 0.0233
 */
enum tot_status tot_de_add_extra(tot_points *out, struct tot_de_pools *io,
				 const struct tot_de_special_case *it, struct tot_ctx *ctx);

/*
 * Extra points of one month (s. 70 (3a)).
 *
 * Given      compulsory: points of its compulsory contributions; all: of all its contributions and of
 *            child-raising; two: two children under ten at once
 * Returned   out, 0.0001
 */
enum tot_status tot_de_extra_of_month(tot_points *out, tot_points compulsory, tot_points all,
				      bool two, const struct tot_law *law);

/* Points of low pay before 1992 (s. 262): a pool of kind LOW_PAY. */
enum tot_status tot_de_add_low_pay(tot_points *out, struct tot_de_pools *io,
				   const struct tot_de_valued_months *months,
				   const struct tot_de_special_case *it, struct tot_ctx *ctx);

/* Extra points of s. 85, added to io->sum; none for months with a pension for disability. */
enum tot_status tot_de_add_underground(struct tot_de_account *io,
				       const struct tot_de_special_case *it, struct tot_ctx *ctx);

/* Months with an own German pension, as the events of the life tell: for tot_de_special_case.drawn. */
struct tot_months tot_de_drawn_months(const struct tot_scenario *life);

/* Sort the months of a life for the valuation. */
enum tot_status tot_de_valued_months_of(struct tot_de_valued_months *out,
					const struct tot_de_special_case *it);

/* Months among which points are shared (s. 72 (2), (3)): from the 17th birthday, and earlier ones. */
enum tot_status tot_de_assignable_months(struct tot_months *out,
					 const struct tot_de_valued_months *months,
					 const struct tot_de_special_case *it);

/*
 * Basic and comparison valuation (s. 72, 73).
 *
 * Given      io: pools of the contributions; those of kinds CONSIDERED and TRAINING are added
 * Returned   out: value = the higher of both
 * Rounding   each quotient half up to 0.0001
 */
enum tot_status tot_de_value_months(struct tot_de_valuation *out, struct tot_de_pools *io,
				    const struct tot_de_valued_months *months,
				    const struct tot_de_special_case *it, struct tot_ctx *ctx);

/*
 * Points of contribution-free months and supplements of contribution-reduced ones (s. 71, 74, 263).
 *
 * Given      value: of the overall valuation
 * Returned   out->free, out->reduced, with pools of the kinds FREE and REDUCED
 */
enum tot_status tot_de_add_valued(struct tot_de_special *out,
				  const struct tot_de_valued_months *months,
				  const struct tot_de_special_case *it, struct tot_ctx *ctx);

#endif
