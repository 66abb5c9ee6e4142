/* Germany: the statutory pension insurance (SGB VI). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_DE_H
#define TOTALISE_DE_H

#include <stdbool.h>

#include "totalise/scheme.h"

/* The state's law as a module: figures, kinds, six operations. */
extern const struct tot_scheme tot_scheme_de;

/* Old-age pensions, in the order in which s. 89 (1) prefers them when amounts are equal. */
enum tot_de_old_age {
	TOT_DE_REGULAR,
	TOT_DE_LONG_INSURED,
	TOT_DE_SEVERELY_DISABLED,
	TOT_DE_ESPECIALLY_LONG_INSURED,
	TOT_DE_UNDERGROUND,
	TOT_DE_OLD_AGE_COUNT
};

/* First months in which age allows a pension. */
struct tot_de_limits {
	tot_month first; /* at all, perhaps with deductions */
	tot_month full;	 /* without deductions */
	struct tot_age first_age, full_age;
};

/*
 * Age limits of an old-age pension.
 *
 * Given      type; born: date of birth (1900 or later)
 * Returned   out: first days of these months are the first days of pension
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER if the tables do not reach back to the birth
 * Law        SGB VI s. 35-38, 40, 235-236b, 238; s. 99 (1); law/de/retirement_ages.json
 * Example    born 1964-05-17, long-insured: first 2027-06, full 2031-06
 */
TOT_NODISCARD enum tot_status tot_de_age_limits(struct tot_de_limits *out, enum tot_de_old_age type,
						struct tot_date born, const struct tot_law *law,
						struct tot_trace *trace);

/*
 * First month of a pension that was claimed on a day.
 *
 * Given      met: month in which the conditions were met (the age was completed); claimed: day
 * Returned   out
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 99 (1); law/de/pension_start.json
 * Example    met 2018-05: claimed 2018-08-31 gives 2018-06, claimed 2018-09-03 gives 2018-09
 */
TOT_NODISCARD enum tot_status tot_de_start_of_claim(tot_month *out, tot_month met,
						    struct tot_date claimed,
						    const struct tot_law *law);

/*
 * Access factor of an old-age pension.
 *
 * Given      early: months before the limit age; late: months after the regular age in which the
 *            pension could have been drawn; one of them is 0
 * Returned   out, 0.001
 * Status     TOT_OK; TOT_ERR_DOMAIN if both are given or one is negative; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 77 (2) nos. 1-2; law/de/access_factor.json
 * Rounding   none: whole months times a step of three decimals
 * Example    48 months early: 856
 */
TOT_NODISCARD enum tot_status tot_de_access_factor(tot_factor *out, int early, int late,
						   const struct tot_law *law,
						   struct tot_trace *trace);

/*
 * Months that points without a place in the calendar count for qualifying periods.
 *
 * Given      points, 0.0001
 * Returned   out: points / 0.0313, up if any of the first four decimals is not zero; 0 for points <= 0
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 52, s. 121 (3); law/de/waiting_periods.json
 * Example    5.0000 points: 160 months
 */
TOT_NODISCARD enum tot_status tot_de_months_of_points(int *out, tot_points points,
						      const struct tot_law *law);

/* The law that a year of points is computed with: what is known on a day, for a pension start. */
struct tot_de_basis {
	const struct tot_law *law;
	struct tot_trace *trace;
	struct tot_date as_of;
	tot_month
		start; /* first month of the pension; TOT_MONTH_NONE: no pension, final averages */
	int last_year; /* later years are in the wages of this one */
};

/*
 * Prepare the basis of points.
 *
 * Given      law, as_of, start
 * Returned   out; last_year = year of `as_of`, at most the last one with a preliminary average
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 */
TOT_NODISCARD enum tot_status tot_de_basis_of(struct tot_de_basis *out, const struct tot_law *law,
					      struct tot_date as_of, tot_month start,
					      struct tot_trace *trace);

/*
 * Average earnings that divide the earnings of a year.
 *
 * Given      basis; year
 * Returned   out: whole units of the year's currency
 * Status     TOT_OK: final, or preliminary for the year of the start and the year before;
 *            TOT_PROVISIONAL: preliminary because no final one is known; TOT_PROJECTED: of an earlier
 *            year, for a year after basis->last_year; TOT_ERR_NO_PARAMETER (1922, 1923)
 * Law        SGB VI s. 70 (1); law/de/average_earnings.json
 */
TOT_NODISCARD enum tot_status tot_de_average_earnings(struct tot_value *out, int year,
						      const struct tot_de_basis *basis);

/*
 * Earnings points of earnings that are already capped.
 *
 * Given      earnings: cents of the year's currency, exact; year, month 1-12 (the eastern factor of 1990
 *            changed in July); east
 * Returned   out, 0.0001
 * Status     as tot_de_average_earnings; TOT_ERR_OVERFLOW
 * Law        SGB VI s. 70 (1), s. 256a; law/de/east_conversion_factors.json
 * Rounding   eastern earnings times factor to 0.01, the quotient half up to 0.0001 (s. 121 (2))
 * Example    30,000 EUR in the East in 2018: 8902
 */
TOT_NODISCARD enum tot_status tot_de_points_of(tot_points *out, struct tot_ratio earnings, int year,
					       int month, bool east,
					       const struct tot_de_basis *basis);

/*
 * Contribution ceiling of a calendar month.
 *
 * Returned   out: cents of the currency of the month
 * Status     TOT_OK; TOT_PROJECTED after basis->last_year; TOT_ERR_NO_PARAMETER if there is none (the
 *            East before 1990-07)
 * Law        SGB VI s. 159, s. 228a; law/de/contribution_ceilings.json
 */
TOT_NODISCARD enum tot_status tot_de_ceiling(tot_cents *out, tot_month month, bool east,
					     bool miners, const struct tot_de_basis *basis);

/*
 * Points for child-raising in one calendar year, beside the person's other points of these months.
 *
 * Given      year, months: child-raising months of the year; own: other points of these months
 * Returned   out: what is added, 0.0001
 * Status     TOT_OK, or that of the yearly maximum as tot_de_average_earnings
 * Law        SGB VI s. 70 (2); law/de/child_raising.json, law/de/max_earnings_points.json
 * Rounding   0.0833 a month; the maximum in proportion to the months, half up to 0.0001
 * Example    2019, 12 months beside 1.5000 points: 5457
 */
TOT_NODISCARD enum tot_status tot_de_child_points(tot_points *out, int year, int months,
						  tot_points own, const struct tot_de_basis *basis);

/*
 * Supplement points of an exempt mini-job.
 *
 * Given      weighted: sum of wage * flat rate / full rate over the months of the year, cents; year
 * Returned   out, 0.0001
 * Status     as tot_de_average_earnings
 * Law        SGB VI s. 76b
 * Rounding   half up to 0.0001
 * Example    603 EUR a month in 2026: 1123
 */
TOT_NODISCARD enum tot_status tot_de_minijob_points(tot_points *out, struct tot_ratio weighted,
						    int year, const struct tot_de_basis *basis);

/*
 * Contribution that buys off the deductions of an early old-age pension.
 *
 * Given      points that the pension would have without deduction, 0.0001; access_factor below 1; year of the
 *            payment
 * Returned   out: cents; 0 if nothing is lost
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 2012 and where no price is known; TOT_ERR_DOMAIN if the
 *            access factor is not positive
 * Law        SGB VI s. 187a (3); law/de/ep_purchase_factors.json
 * Rounding   points lost half up to 0.0001, the cost half up to 0.01
 * Example    40 points, 0.892, 2026: 4679153
 */
TOT_NODISCARD enum tot_status tot_de_buy_off_cost(tot_cents *out, tot_points points,
						  tot_factor access_factor, int year,
						  const struct tot_law *law);

/*
 * Extra points for permanent work underground.
 *
 * Given      years: full years of such work
 * Returned   out, 0.0001, of the miners' scheme
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 85 (1); law/de/fixed_points.json
 * Example    12 years: 11250
 */
TOT_NODISCARD enum tot_status tot_de_underground_points(tot_points *out, int years,
							const struct tot_law *law);

/*
 * Monthly pension from personal points.
 *
 * Given      personal_points 0.0001; type_factor 0.0001; value: current pension value, 0.00001
 * Returned   out: cents
 * Status     TOT_OK; TOT_ERR_OVERFLOW
 * Law        SGB VI s. 64; s. 123 (1)
 * Rounding   once, half up to 0.01
 * Example    45 points, 1.0, 34.19 EUR: 153855
 */
TOT_NODISCARD enum tot_status tot_de_monthly_pension(tot_cents *out, tot_points personal_points,
						     tot_factor4 type_factor, int64_t value);

/* Who pays what of a month's contribution, cents. */
struct tot_de_shares {
	tot_cents base, employee, employer;
};

/*
 * Shares of an ordinary employee's contribution.
 *
 * Given      base: capped pay of the month, cents; month; miners
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 1949-06
 * Law        SGB VI s. 168 (1) no. 1, (3); law/de/contribution_rates.json
 * Rounding   each share half up to 0.01
 * Example    5,000.00 EUR in 2024: 465.00 and 465.00
 */
TOT_NODISCARD enum tot_status tot_de_employee_shares(struct tot_de_shares *out, tot_cents base,
						     tot_month month, bool miners,
						     const struct tot_law *law);

/*
 * Shares of a compulsorily insured mini-job.
 *
 * Given      wage: cents; household: in a private household
 * Returned   out: base = the wage or the minimum base, the employee pays what the flat rate leaves
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 1999-04
 * Law        SGB VI s. 163 (8), s. 168 (1) nos. 1b, 1c; law/de/minijob.json
 * Rounding   whole contribution and flat rate half up to 0.01
 * Example    150.00 EUR in 2018: 175.00, 10.05, 22.50
 */
TOT_NODISCARD enum tot_status tot_de_minijob_shares(struct tot_de_shares *out, tot_cents wage,
						    tot_month month, bool household,
						    const struct tot_law *law);

/*
 * Months of child-raising of all children of a life.
 *
 * Given      life; work: months of German work records; start: first month of the pension (children born
 *            before 1992 bring more months in later pensions)
 * Returned   out[i]: months of child i; no month belongs to two children
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 56, s. 249; law/de/child_raising.json
 * Example    twins born 1995-03-10, raised in Germany: 1995-04..1998-03 and 1998-04..2001-03
 */
TOT_NODISCARD enum tot_status tot_de_child_months(struct tot_months *out,
						  const struct tot_scenario *life,
						  const struct tot_months *work, tot_month start,
						  const struct tot_law *law);

/* Points that are valued apart; those of s. 85 have a type factor of their own (s. 82 sentence 2). */
enum tot_de_branch {
	TOT_DE_WEST,
	TOT_DE_EAST,
	TOT_DE_MINERS,
	TOT_DE_MINERS_UNDERGROUND,
	TOT_DE_BRANCHES
};

/* Points of a calendar year of a life, 0.0001. */
struct tot_de_year_points {
	int year;
	tot_points paid[TOT_DE_BRANCHES];	 /* from pay: rounded quotients */
	struct tot_ratio given[TOT_DE_BRANCHES]; /* points as given, exact */
	tot_points child;			 /* added for child-raising */
	unsigned covered; /* bits 0-11: months with contributions other than for child-raising */
	unsigned raising; /* months of child-raising */
};

/* All points of a life up to a pension start. */
struct tot_de_account {
	struct tot_de_year_points *years;
	size_t year_count;
	tot_points supplements; /* exempt mini-jobs, s. 76b */
	tot_points
		credits; /* pension-rights adjustment, splitting, bought, mini-job points given */
	tot_points special; /* s. 70 (3a), 71-74, 262: see de/special.h; inside `sum` */
	tot_points sum[TOT_DE_BRANCHES]; /* [TOT_DE_EAST]: 0 once they have no value of their own */
	enum tot_status status;
	int unknown_months; /* contribution months without pay, at least one record of them */
	int future_months;  /* months with pay after basis->last_year */
};

/*
 * Points of a life for a pension that begins at basis->start.
 *
 * Given      own: records cut at the start; life; ctx: memory
 * Returned   out: years in ctx->arena
 * Status     TOT_OK (the caveat is out->status); TOT_ERR_OVERFLOW, TOT_ERR_MEMORY, TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 63, 66, 70, 76, 76b, 256, 256a; DECISIONS 16-20
 */
TOT_NODISCARD enum tot_status tot_de_points_account(struct tot_de_account *out,
						    const struct tot_timeline *own,
						    const struct tot_scenario *life,
						    const struct tot_de_basis *basis,
						    struct tot_ctx *ctx);

#endif
