/* Disability pensions: what the conditions found, and the amounts that follow from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_DISABILITY_H
#define TOT_JP_DISABILITY_H

#include "relatives.h"
#include "requirement.h"

/* Grades of the cabinet orders; a slighter lasting disability gives the allowance. */
enum tot_jp_grade { TOT_JP_GRADE_1 = 1, TOT_JP_GRADE_2, TOT_JP_GRADE_3, TOT_JP_GRADE_ALLOWANCE };

/* A disability of the life and what it gives. */
struct tot_jp_disability {
	const struct tot_event *event;
	struct tot_date first;	   /* first medical examination */
	struct tot_date certified; /* day on which the grade is certified */
	struct tot_date right;	   /* day on which the right arises */
	tot_month end;		   /* months before it count in the amount */
	bool youth;		   /* examined before 20 and not as an employee: NPA s. 30-4 */
	bool basic_due;		   /* the basic pension stands beside the employees' one */
	struct tot_jp_share basic, employees;
};

/*
 * Day on which the degree of a disability is certified without an earlier cure.
 *
 * Given      first: day of the first medical examination
 * Returned   out: the day on which one year and six months have passed, counted from that day
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 30 (1), EPA s. 47 (1); Civil Code s. 143 (2): where the last month lacks the day,
 *            the time ends with that month and has passed on the day after
 * Example    2024-01-15: 2025-07-15; 2024-08-31: 2026-03-01
 */
TOT_NODISCARD enum tot_status tot_jp_certification_day(struct tot_date *out, struct tot_date first,
						       const struct tot_law *law);

/*
 * Conditions of the first disability of a life.
 *
 * Given      view with lent months
 * Returned   findings: the test JP.dis_two_thirds and JP.disability.basic, .employees, .allowance with
 *            start and reasons; nothing without such an event
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        NPA s. 30, 30-2, 30-4; EPA s. 47, 47-2, 55; Act 104/2007 s. 11, s. 28
 */
TOT_NODISCARD enum tot_status tot_jp_entitle_disability(struct tot_findings *io,
							const struct tot_view *view,
							struct tot_ctx *ctx);

/*
 * Disability basic pension, before it is shared and rounded.
 *
 * Given      grade: 1 or 2; full: the full basic pension of a year
 * Returned   out: yen a year
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 33
 * Rounding   none: 1.25 x 847,300 is not rounded to 100 yen
 * Example    grade 1, 847,300: 1,059,125
 */
TOT_NODISCARD enum tot_status tot_jp_disability_basic(struct tot_ratio *out,
						      enum tot_jp_grade grade, tot_yen full,
						      const struct tot_law *law);

/* What the employees' disability pension is made of. */
struct tot_jp_disability_parts {
	struct tot_jp_sum earned; /* earnings-related, of the real months */
	int months;		  /* those months */
	enum tot_jp_grade grade;
	tot_yen floor;		      /* three quarters of a full basic pension; 0: none */
	tot_yen spouse;		      /* addition */
	struct tot_ratio share;	      /* of the earnings-related part */
	struct tot_ratio floor_share; /* of floor and addition */
};

/*
 * Disability employees' pension or allowance.
 *
 * Given      parts; the grade of the allowance asks for the lump sum (no share, no addition)
 * Returned   out: yen a year, or once
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW; TOT_ERR_DOMAIN without months
 * Law        EPA s. 50, 50-2, 57; Act 18/2000 suppl. s. 20 (3) (300 months); Act 104/2007 s. 32
 * Rounding   once, half up to 1 yen (EPA s. 35 (1), DECISIONS 30)
 * Example    98,658 from 60 months, grade 2: 493,290; grade 1: 616,613; grade 3: 635,500
 */
TOT_NODISCARD enum tot_status tot_jp_disability_employees(
	tot_yen *out, const struct tot_jp_disability_parts *parts, const struct tot_law *law);

/*
 * Amounts of the disability benefits in findings.
 *
 * Given      findings from tot_jp_entitle_disability; view without lent months
 * Returned   amount, factors, components, formula and trace of those that are due
 * Status     TOT_OK; errors of memory or law data
 * Law        NPA s. 33, 33-2; EPA s. 50, 50-2, 51, 57
 */
TOT_NODISCARD enum tot_status tot_jp_disability_amounts(struct tot_findings *io,
							const struct tot_view *view,
							struct tot_ctx *ctx);

#endif
