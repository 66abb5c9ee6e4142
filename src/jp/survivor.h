/* Survivors' benefits: who has a right after a death, and what it is worth. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_SURVIVOR_H
#define TOT_JP_SURVIVOR_H

#include "earned.h"
#include "relatives.h"
#include "requirement.h"

/* Who draws a survivors' pension (NPA s. 37-2, EPA s. 59), in the order of the law. */
enum tot_jp_heir {
	TOT_JP_NOBODY,
	TOT_JP_SPOUSE,
	TOT_JP_CHILDREN,
	TOT_JP_PARENTS,
	TOT_JP_GRANDCHILDREN,
	TOT_JP_GRANDPARENTS
};

/* Short-term: the deceased was insured; long-term: 25 years (EPA s. 58 (2)). */
enum tot_jp_term { TOT_JP_NO_TERM, TOT_JP_SHORT_TERM, TOT_JP_LONG_TERM };

/* The recipients of one pension. */
struct tot_jp_heirs {
	enum tot_jp_heir who;
	int count;	       /* the pension is divided by it */
	struct tot_date born;  /* of the first of them */
	tot_month start;       /* first month paid */
	struct tot_date until; /* last day of a pension for five years; none = no end */
	bool whole;	       /* the whole earnings-related amount: Act 74/2025 */
	const char *why_not;   /* if nobody */
};

/* A death and what the conditions found. */
struct tot_jp_death {
	const struct tot_event *event;
	struct tot_date died;
	tot_month end;	      /* months before it count: that of the day after the death */
	struct tot_date look; /* the day whose family and ages count (DECISIONS 24) */
	bool new_law;	      /* Act 74/2025 for this spouse */
	bool spouse_rich;     /* earns too much to be maintained */
	int children;	      /* on the day `look` */
	int children_then;    /* on the day of the death */
	enum tot_jp_term term;
	struct tot_jp_heirs basic_heirs, heirs;
	struct tot_jp_share basic, employees, addition;
	bool addition_due;	 /* the widow's addition stands inside the employees' pension */
	bool addition_suspended; /* only because the basic pension is drawn */
	bool addition_old;	 /* from 65: the transitional one */
	const struct tot_qualifying *paid, *years, *months_240;
};

/*
 * The day whose family counts for a pension from a month on: that of the decision or, if later, the
 * first one of the pension.
 */
struct tot_date tot_jp_day_looked_at(tot_month start, const struct tot_ctx *ctx);

/*
 * The facts about the family of a deceased person.
 *
 * Given      view; the event; ctx->as_of
 * Returned   out: dates, children, the law that holds, income; nothing about rights
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 37-2, EPA s. 59; Act 74/2025
 * Example    death on 2026-05-31: `end` 2026-06; on 2026-05-30: 2026-05
 */
TOT_NODISCARD enum tot_status tot_jp_death_of(struct tot_jp_death *out, const struct tot_view *view,
					      const struct tot_event *event, struct tot_ctx *ctx);

/*
 * Who draws the survivors' basic pension.
 *
 * Given      death: from tot_jp_death_of
 * Returned   death->basic_heirs: the spouse with a child, else the children; no child, nobody
 * Status     TOT_OK
 * Law        NPA s. 37-2, s. 40, s. 41 (2)
 */
TOT_NODISCARD enum tot_status tot_jp_basic_heirs(struct tot_jp_death *io,
						 const struct tot_view *view, struct tot_ctx *ctx);

/*
 * Who draws the survivors' employees' pension.
 *
 * Given      death with basic_heirs
 * Returned   death->heirs: spouse (a husband from 55, paid from 60), children, parents,
 *            grandchildren, grandparents; for deaths from 2028-04-01 spouses below 60 without a child for
 *            five years
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        EPA s. 59, 63, 65-2, 66; Act 74/2025
 */
TOT_NODISCARD enum tot_status tot_jp_employees_heirs(struct tot_jp_death *io,
						     const struct tot_view *view,
						     struct tot_ctx *ctx);

/*
 * The three tests after a death.
 *
 * Given      death: from tot_jp_death_of; view with lent months
 * Returned   findings: JP.surv_two_thirds, JP.surv_25y (or the fewer years of older cohorts),
 *            JP.widow_add_240; death->paid, years, months_240
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        NPA s. 37, EPA s. 58 (1), s. 62 (1); Act 34/1985 suppl. s. 12, s. 20
 * Example    144 paid and 60 complementary months: 204 of 300, not met
 */
TOT_NODISCARD enum tot_status tot_jp_survivor_tests(struct tot_findings *io,
						    struct tot_jp_death *death,
						    const struct tot_view *view,
						    struct tot_ctx *ctx);

/*
 * Conditions after the death of the insured person.
 *
 * Given      view with lent months; findings with the disability and old-age benefits
 * Returned   findings: the tests JP.surv_two_thirds, JP.surv_25y, JP.widow_add_240 and the five benefits
 *            JP.survivor.*; old-age pensions that the person does not draw any more are not chosen
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        NPA s. 37, 49, 52-2; EPA s. 58, 62; Act 104/2007 s. 12, s. 30
 */
TOT_NODISCARD enum tot_status tot_jp_entitle_survivors(struct tot_findings *io,
						       const struct tot_view *view,
						       struct tot_ctx *ctx);

/*
 * Is the widow's addition due, and which?
 *
 * Given      death with heirs, term and the test of 240 months
 * Returned   addition_due, addition_old; NULL, or why it is not due
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        EPA s. 62, s. 65; Act 34/1985 suppl. s. 73
 * Example    death on 2026-05-10, no child: born 1986-05-11 due, 1986-05-12 not
 */
TOT_NODISCARD enum tot_status tot_jp_widow_addition_due(struct tot_jp_death *io, const char **why,
							const struct tot_view *view,
							struct tot_ctx *ctx);

/*
 * The widow's addition, before it is shared.
 *
 * Given      born: of the widow; old: the transitional one from 65; died; ctx->as_of
 * Returned   out: yen a year, exact
 * Status     TOT_OK; TOT_PROJECTED; TOT_ERR_NO_PARAMETER
 * Law        EPA s. 62; Act 34/1985 suppl. s. 73, annex 9; Act 74/2025 suppl. s. 15 (2)
 * Rounding   three quarters of the full basic pension half up to 100 yen, then none
 * Example    FY2026: 635,500; born 1955-06-01 from 65: 21,147.5; death 2028-05-01: 611,351
 */
TOT_NODISCARD enum tot_status tot_jp_widow_addition(struct tot_ratio *out, struct tot_date born,
						    bool old, struct tot_date died,
						    struct tot_ctx *ctx);

/* The own old-age employees' pension comes first from 65. */
struct tot_jp_own_first {
	tot_yen own;  /* a year */
	bool applies; /* a spouse from 65 on */
};

/*
 * Survivors' employees' pension.
 *
 * Given      whole: earnings-related amount with its least months and share; share: 3/4, or 1;
 *            addition: of the widow, shared; own: see above; heirs: number of recipients
 * Returned   out: yen a year for each recipient
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        EPA s. 60, s. 62, s. 64-2
 * Rounding   once, half up to 1 yen
 * Example    1,200,000, own 800,000: max(900,000; 2/3 x 900,000 + 400,000) - 800,000 = 200,000
 */
TOT_NODISCARD enum tot_status tot_jp_survivor_employees(tot_yen *out, struct tot_jp_sum whole,
							struct tot_ratio share,
							struct tot_ratio addition,
							const struct tot_jp_own_first *own,
							int heirs, const struct tot_law *law);

/*
 * Amounts of the survivors' benefits in findings.
 *
 * Given      findings from tot_jp_entitle_survivors; view without lent months
 * Returned   amount, factors, components, formula and trace of those that are due
 * Status     TOT_OK; errors of memory or law data
 * Law        NPA s. 38-39-2, s. 50, s. 52-4; EPA s. 60, 62, 64-2
 */
TOT_NODISCARD enum tot_status tot_jp_survivor_amounts(struct tot_findings *io,
						      const struct tot_view *view,
						      struct tot_ctx *ctx);

/* Category 1 months of a deceased person, by weight. */
struct tot_jp_category_1 {
	struct tot_jp_basic_months months;
	struct tot_ratio weighted; /* 1, 3/4, 1/2, 1/4 */
	int qualifying;		   /* paid, exempt and deferred months */
	int with_premium;	   /* with the additional premium */
};

/*
 * Category 1 months before the month of the death.
 *
 * Given      own; end: months before it
 * Returned   out; deferred months qualify only beside another one
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 49 (1), s. 52-2 (1)
 * Rounding   none
 * Example    24 paid and twelve each of a quarter, half, three quarters exempt: 42 weighted
 */
TOT_NODISCARD enum tot_status tot_jp_category_1_of(struct tot_jp_category_1 *out,
						   const struct tot_timeline *own, tot_month end,
						   const struct tot_law *law);

/*
 * Death lump sum.
 *
 * Given      weighted: months of category 1; with_premium: those with the additional premium
 * Returned   out: yen, once; 0 with fewer than 36 months
 * Status     TOT_OK; TOT_ERR_OVERFLOW
 * Law        NPA s. 52-2, s. 52-4
 * Rounding   a part of a month is left out
 * Example    200 months, 40 of them with the premium: 153,500
 */
TOT_NODISCARD enum tot_status tot_jp_death_lump_sum(tot_yen *out, struct tot_ratio weighted,
						    int with_premium, const struct tot_law *law);

/* Rights and amounts of the death lump sum and the widow's pension, in death_benefits.c. */
TOT_NODISCARD enum tot_status tot_jp_entitle_death_benefits(struct tot_findings *io,
							    const struct tot_jp_death *death,
							    const struct tot_view *view,
							    struct tot_ctx *ctx);
TOT_NODISCARD enum tot_status tot_jp_death_lump_amount(struct tot_benefit *benefit,
						       const struct tot_view *view,
						       struct tot_ctx *ctx);
TOT_NODISCARD enum tot_status tot_jp_widows_amount(struct tot_benefit *benefit,
						   const struct tot_view *view,
						   struct tot_ctx *ctx);

/* The records end with the death: the month counts only if it is over (EPA s. 14 no. 1, s. 19). */
void tot_jp_end_at_death(struct tot_timeline *io, const struct tot_scenario *life);

#endif
