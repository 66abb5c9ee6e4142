/* Pay of one calendar year as the pension insurance counts it: shared by points and refunds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PAY_H
#define TOT_DE_PAY_H

#include "de/periods.h"

/* Who bore the contributions: half the person, the employee's part of a mini-job, nobody but others. */
enum tot_de_bearer { TOT_DE_BORNE, TOT_DE_BORNE_MINIJOB, TOT_DE_NOT_BORNE, TOT_DE_BEARERS };

/* Records of one insurance: region and scheme have ceilings of their own. */
struct tot_de_group {
	bool east, miners;
};

#define TOT_DE_GROUPS 4
struct tot_de_group tot_de_group_at(size_t index);

/* Months of a year are indices 0 (January) to 11; sets of them are bits. */
struct tot_de_pay_year {
	int year;
	struct tot_de_group group;
	bool euro;			   /* currency of the year's figures; else DM, RM or M */
	unsigned covered;		   /* months with a contribution record of the group */
	unsigned unknown;		   /* months with a record whose pay is not known */
	unsigned household;		   /* months with points of a mini-job in a household */
	bool capped;			   /* a ceiling cut something off */
	tot_cents ceiling[12];		   /* TOT_DE_NO_CEILING: the East before July 1990 */
	tot_cents filled[12];		   /* how much of the ceiling is used */
	tot_cents due[TOT_DE_BEARERS][12]; /* monthly pay and bonuses, in the month paid */
	struct tot_ratio spread[TOT_DE_BEARERS][12]; /* yearly pay, even shares of its months */
	struct tot_ratio given[TOT_DE_BEARERS][12];  /* points as given, 0.0001 */
	tot_cents contribution[12];		     /* voluntary contributions given as such */
	struct tot_ratio contribution_base[12];	     /* what they stand for */
	int64_t flat[12];		  /* employer's part of mini-jobs: cents x 0.01 percent */
	struct tot_ratio flat_spread[12]; /* the same of yearly pay */
};

#define TOT_DE_NO_CEILING INT64_MAX

/*
 * Pay of a year and group, capped.
 *
 * Given      own: records (months outside them are not looked at); year; group; basis
 * Returned   out; covered is 0 if the group has no record in the year
 * Status     TOT_OK; TOT_ERR_OVERFLOW; TOT_ERR_NO_PARAMETER
 * Law        s. 157, s. 159, s. 161-163; SGB IV s. 23a; DECISIONS 16, 18
 */
enum tot_status tot_de_pay_year_of(struct tot_de_pay_year *out, const struct tot_timeline *own,
				   int year, struct tot_de_group group,
				   const struct tot_de_basis *basis);

/* Assessment base of the months from `first` to before `end`, cents, exact. */
struct tot_ratio tot_de_base(const struct tot_de_pay_year *pay, int first, int end);

/* Monthly pay and bonuses of month k that count, of all bearers. */
tot_cents tot_de_due(const struct tot_de_pay_year *pay, int k);

/* Is the record counted in the group in that year? Child-raising and exempt mini-jobs never are. */
bool tot_de_in_group(const struct tot_span *span, int year, struct tot_de_group group,
		     const struct tot_law *law);

/* Months of the span in the year as bits. */
unsigned tot_de_year_bits(const struct tot_months *months, int year);

/* Number of months in a set of bits. */
int tot_de_bits(unsigned bits);

/* Day whose rates hold for a month: later years take those of basis->last_year (DECISIONS 2). */
struct tot_at tot_de_rate_day(tot_month month, const struct tot_de_basis *basis);

/*
 * Wage of an exempt mini-job in one month; yearly pay in even shares. False if it is not known.
 */
bool tot_de_month_wage(struct tot_ratio *out, const struct tot_span *span, tot_month month,
		       const struct tot_de_basis *basis);

#endif
