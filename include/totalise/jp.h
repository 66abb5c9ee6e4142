/* Japan: National Pension and Employees' Pension Insurance. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_JP_H
#define TOTALISE_JP_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/scheme.h"

/* NPA = National Pension Act (141/1959), EPA = Employees' Pension Insurance Act (115/1954). */

/* The state's law as a module: figures, kinds, six operations. */
extern const struct tot_scheme tot_scheme_jp;

/*
 * Standard monthly remuneration of one month.
 *
 * Given      pay: gross pay of the month, yen; month: its grade table is used
 * Returned   out, yen
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before the first grade table (1985-10)
 * Law        EPA s. 20; law/jp/epi_smr_grades.json
 * Rounding   none: the amount of the grade
 * Example    316,000 in 2026-06: 320,000
 */
TOT_NODISCARD enum tot_status tot_jp_standard_remuneration(tot_yen *out, tot_yen pay,
							   tot_month month,
							   const struct tot_law *law);

/*
 * Standard bonuses of one calendar month.
 *
 * Given      bonuses, count: each bonus of the month, yen
 * Returned   out, yen; 0 before 2003-04, when bonuses did not count for pensions
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        EPA s. 24-4
 * Rounding   each bonus down to 1,000 yen, the sum capped
 * Example    1,623,400 in 2026-06: 1,500,000
 */
TOT_NODISCARD enum tot_status tot_jp_standard_bonus(tot_yen *out, const tot_yen *bonuses,
						    size_t count, tot_month month,
						    const struct tot_law *law);

/* What one month of employees' insurance weighs. */
struct tot_jp_pay_month {
	tot_month month;
	tot_yen remuneration; /* standard monthly remuneration, or the average of the record */
	tot_yen bonus;	      /* standard bonuses */
	tot_yen pay;	      /* gross pay before the grade, cut to whole yen; 0 without a grade */
	bool revalued;	      /* an average that is revalued already: rate 1 */
};

/* The paid months of a career, ascending. */
struct tot_jp_pay {
	struct tot_jp_pay_month *months;
	size_t count;
	bool revalued;		 /* some pay is already revalued: regular way only */
	struct tot_date cohort;	 /* birth whose accrual holds; none = that of the recipient */
	size_t unknown;		 /* covered months whose pay is not known; not in `months` */
	const char *unknown_why; /* NULL if `unknown` is 0 */
};

/*
 * Standard remuneration of the employees' months of a timeline.
 *
 * Given      own: placed records; within: only these months
 * Returned   out, months in ctx->arena
 * Status     TOT_OK (also with unknown months); TOT_ERR_MEMORY, TOT_ERR_OVERFLOW
 * Law        EPA s. 20, 24-4; two employers are added before the grade (s. 24)
 * Rounding   `yearly` pay is divided by the covered months and cut to whole yen before the grade
 */
TOT_NODISCARD enum tot_status tot_jp_pay_of(struct tot_jp_pay *out, const struct tot_timeline *own,
					    const struct tot_months *within, struct tot_ctx *ctx);

/* Months of the National Pension by weight, indices as in the order of NPA s. 27. */
enum tot_jp_weight {
	TOT_JP_PAID,
	TOT_JP_QUARTER_EXEMPT,
	TOT_JP_HALF_EXEMPT,
	TOT_JP_THREE_QUARTER_EXEMPT,
	TOT_JP_FULL_EXEMPT,
	TOT_JP_WEIGHTS
};

struct tot_jp_basic_months {
	int until_2009_03[TOT_JP_WEIGHTS]; /* months up to March 2009 */
	int from_2009_04[TOT_JP_WEIGHTS];
};

/*
 * Weighted months of the old-age basic pension.
 *
 * Given      months; limit: months of a full pension (480)
 * Returned   out: exact, at most `limit`
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        NPA s. 27; Act 104/2004 suppl. s. 9-10; law/jp/np_exemption.json
 * Rounding   none
 * Example    420 paid and 84 full-exempt months since 2009-04: 450
 */
TOT_NODISCARD enum tot_status tot_jp_weighted_months(struct tot_ratio *out,
						     const struct tot_jp_basic_months *months,
						     int limit, const struct tot_law *law);

/* When a pension is claimed, seen from the age of 65. */
struct tot_jp_timing {
	int early, late;   /* months; at most one is not zero */
	tot_factor factor; /* 0.001: 760 for 60 months early */
	tot_factor step;   /* 0.001 a month, negative when early */
};

/*
 * Factor of an early or late claim.
 *
 * Given      born; right: month in which the right arose (65, or later); start: first month paid
 * Returned   out; a claim less than twelve months late has no effect
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER for the former scales (born up to 1941-04-01)
 * Law        NPA s. 28, suppl. s. 9-2; EPA s. 44-3, suppl. s. 7-3; law/jp/claim_timing.json
 * Rounding   none
 * Example    start 60 months before the regular one, born 1970: 0.760
 */
TOT_NODISCARD enum tot_status tot_jp_timing_of(struct tot_jp_timing *out, struct tot_date born,
					       tot_month right, tot_month start,
					       const struct tot_law *law);

/*
 * Full old-age basic pension of a year.
 *
 * Given      born, on: the recipient's group and the day
 * Returned   out: yen a year
 * Status     TOT_OK; TOT_PROJECTED after the last fiscal year that is known; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 27; law/jp/np_full_pension.json
 */
TOT_NODISCARD enum tot_status tot_jp_full_basic(struct tot_value *out, struct tot_date born,
						struct tot_date on, const struct tot_law *law);

struct tot_jp_basic {
	tot_yen amount; /* a year, early or late claim inside */
	tot_yen full;
	int months;		   /* paid and exempt */
	struct tot_ratio weighted; /* at most the months of a full pension */
	int denominator;
};

/*
 * Old-age basic pension.
 *
 * Given      months; born; timing; ctx->as_of: the day whose amounts hold
 * Returned   out
 * Status     as tot_jp_full_basic, tot_jp_weighted_months
 * Law        NPA s. 27, s. 28; law/jp/np_insurable_months.json
 * Rounding   once, half up to 1 yen (NPA s. 17 (1))
 * Example    300 paid months, full pension 780,900: 488,063
 */
TOT_NODISCARD enum tot_status tot_jp_basic_pension(struct tot_jp_basic *out,
						   const struct tot_jp_basic_months *months,
						   struct tot_date born,
						   const struct tot_jp_timing *timing,
						   struct tot_ctx *ctx);

struct tot_jp_earnings {
	int months, months_before_2003_04;
	bool has_guarantee;
	struct tot_ratio regular, guarantee; /* yen a year */
	struct tot_ratio amount;	     /* the larger one */
	struct tot_ratio average; /* average standard remuneration as valued; 0 without months */
};

/*
 * Earnings-related part of the employees' pension.
 *
 * Given      pay; born; revalue: false takes pay at face value, regular way only, no floor;
 *            ctx->as_of: its fiscal year's revaluation table
 * Returned   out, exact
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER if the fiscal year has no table; TOT_ERR_OVERFLOW
 * Law        EPA s. 43, suppl. s. 17-4 (8); Act 18/2000 suppl. s. 20, 21
 * Rounding   none here
 * Example    born 1990, 300,000 from 2016-04 to 2026-03, FY2026: 197,197.61 and 200,018.01
 */
TOT_NODISCARD enum tot_status tot_jp_earnings_related(struct tot_jp_earnings *out,
						      const struct tot_jp_pay *pay,
						      struct tot_date born, bool revalue,
						      struct tot_ctx *ctx);

/*
 * Transitional addition to the employees' pension.
 *
 * Given      months: all employees' months; within: those at 20-59 since 1961-04; born; ctx->as_of
 * Returned   out: yen a year, exact, not negative
 * Status     TOT_OK; TOT_PROJECTED as tot_jp_full_basic; TOT_ERR_NO_PARAMETER before 2013-04
 * Law        Act 34/1985 suppl. s. 59 (2); law/jp/transitional_addition.json
 * Rounding   unit price half up to 1 yen, then none
 * Example    500 months, 420 of them at 20-59, FY2026: 106,292.5
 */
TOT_NODISCARD enum tot_status tot_jp_transitional_addition(struct tot_ratio *out, int months,
							   int within, struct tot_date born,
							   struct tot_ctx *ctx);

/*
 * Flat part of the special employees' pension before 65.
 *
 * Given      months: all employees' months; born; ctx->as_of
 * Returned   out: yen a year
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 2013-04
 * Law        EPA suppl. s. 9-2 (2) no. 1; law/jp/transitional_addition.json (unit price, cap)
 * Rounding   unit price half up to 1 yen
 * Example    480 months, born 1945-01-10, FY2026: 1,761 x 1.065 = 1,875 x 456 = 855,000
 */
TOT_NODISCARD enum tot_status tot_jp_flat_part(struct tot_ratio *out, int months,
					       struct tot_date born, struct tot_ctx *ctx);

/* A regular payment: a sixth of the yearly amount, cut to 1 yen (NPA s. 18-2). */
tot_yen tot_jp_payment(tot_yen yearly);

/* The payment of February with the yen cut off since March (NPA s. 18-2 (2)). */
tot_yen tot_jp_payment_february(tot_yen yearly);

/* First month paid under a right that arises at an age: the month after (NPA s. 18). */
tot_month tot_jp_start_at_age(struct tot_date born, struct tot_age age);

struct tot_jp_lump_sum {
	bool known;
	int months;		  /* of coverage; national: months that count, cut to whole ones */
	struct tot_ratio counted; /* the same, exact */
	int paid_months;
	struct tot_ratio average; /* employees' only */
	int64_t factor;		  /* 0.1; employees' only */
	struct tot_ratio share;	  /* of a payment due only by an agreement; else 1 */
	tot_yen gross;
};

/*
 * Lump-sum withdrawal payment of the employees' insurance.
 *
 * Given      pay: all months of coverage; share: 1, or that of an agreement (then it is
 *            the payment for six months that is shared)
 * Returned   out; known = false with fewer than six months and no share
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        EPA suppl. s. 29; Act 18/2000 suppl. s. 22; law/jp/lump_sum_epi.json
 * Rounding   half up to 1 yen
 * Example    60 months at 650,000, last month 2026-06: 3,575,000
 */
TOT_NODISCARD enum tot_status tot_jp_lump_sum_employees(struct tot_jp_lump_sum *out,
							const struct tot_jp_pay *pay,
							struct tot_ratio share,
							struct tot_ctx *ctx);

/*
 * Lump-sum withdrawal payment of the National Pension.
 *
 * Given      months: category 1 only (TOT_JP_FULL_EXEMPT counts nothing); last: last paid month
 * Returned   out; known = false with fewer than six counted months
 * Status     TOT_OK; TOT_PROJECTED after the last premium that is fixed; TOT_ERR_NO_PARAMETER
 * Law        NPA suppl. s. 9-3-2; law/jp/lump_sum_np.json
 * Example    10 paid and 5 half-exempt months, the last in 2025-11: 105,060
 */
TOT_NODISCARD enum tot_status tot_jp_lump_sum_national(struct tot_jp_lump_sum *out,
						       const int months[TOT_JP_WEIGHTS],
						       tot_month last, struct tot_ctx *ctx);

struct tot_jp_lump_tax {
	tot_yen withheld, deduction, taxable, tax, refund, net;
	int years;
};

/*
 * Income tax on the employees' lump sum after a return as retirement income.
 *
 * Given      gross; months: all months of coverage; on: day of the claim; short_service: the full
 *            taxation of short service applies too
 * Returned   out; tax is never more than what was withheld
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        Income Tax Act s. 30, 89, 171, 213; law/jp/tax.json
 * Rounding   taxable income down to 1,000 yen, withholding and tax down to 1 yen
 * Example    3,575,000 for 60 months: withheld 730,015, tax 40,176, net 3,534,824
 */
TOT_NODISCARD enum tot_status tot_jp_lump_sum_tax(struct tot_jp_lump_tax *out, tot_yen gross,
						  int months, struct tot_date on,
						  bool short_service, struct tot_ctx *ctx);

/* Income tax of a year on pensions of Japan. */
struct tot_jp_pension_tax {
	tot_yen deduction; /* abroad: allowance of the year; residents: public pension deduction */
	tot_yen basic;	   /* residents: basic deduction */
	tot_yen taxable;   /* residents: truncated to 1,000 yen */
	tot_yen tax;
};

/* What the tax looks at besides the pensions. */
struct tot_jp_taxpayer {
	struct tot_date born;
	struct tot_date on;   /* day whose law holds */
	int year;	      /* taxed year: the age is that on its 31 December */
	tot_yen other_income; /* of the year; residents only */
	tot_yen insurance;    /* social insurance paid in the year; residents only */
};

/*
 * Tax withheld from the pensions of a person abroad, twelve months.
 *
 * Given      pension: yen a year, all pensions of Japan that are paid together
 * Returned   out; the allowance of a month is higher from the year in which 65 is reached
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 2005; TOT_ERR_OVERFLOW
 * Law        Income Tax Act s. 161, 212, 213; Act on Special Measures s. 41-15-3; law/jp/tax.json
 * Rounding   down to 1 yen
 * Example    aged 70, 1,500,000: (1,500,000 - 12 x 95,000) x 20.42 percent = 73,512
 */
TOT_NODISCARD enum tot_status tot_jp_tax_abroad(struct tot_jp_pension_tax *out, tot_yen pension,
						const struct tot_jp_taxpayer *person,
						struct tot_ctx *ctx);

/*
 * Public pension deduction of residents of Japan.
 *
 * Given      pension: yen a year; person: other_income decides the column, the age the minimum
 * Returned   out: yen, at most the pension
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 2020; TOT_ERR_OVERFLOW
 * Law        Income Tax Act s. 35 (4); Act on Special Measures s. 41-15-3; law/jp/tax.json
 * Rounding   up to 1 yen, so that the income is cut to whole yen
 * Example    2,700,000 at 66: 1,100,000
 */
TOT_NODISCARD enum tot_status tot_jp_pension_deduction(tot_yen *out, tot_yen pension,
						       const struct tot_jp_taxpayer *person,
						       struct tot_ctx *ctx);

/*
 * National income tax of a resident of Japan on pensions and other income, local tax left out.
 *
 * Given      pension: yen a year, all public pensions together
 * Returned   out; what remains after public pension deduction, insurance and basic deduction is
 *            taxed with the surtax
 * Status     as tot_jp_pension_deduction
 * Law        Income Tax Act s. 35, 74, 86, 89; reconstruction surtax Act s. 13
 * Rounding   taxable income down to 1,000 yen, tax down to 1 yen
 * Example    2,700,000 at 66 in 2022, insurance 150,000: 970,000 x 5 percent x 1.021 = 49,518
 */
TOT_NODISCARD enum tot_status tot_jp_tax_resident(struct tot_jp_pension_tax *out, tot_yen pension,
						  const struct tot_jp_taxpayer *person,
						  struct tot_ctx *ctx);

/*
 * Premium of the National Pension of one month.
 * Law NPA s. 87; law/jp/np_premium.json. Example: 2027-04: 18,290
 */
TOT_NODISCARD enum tot_status tot_jp_premium(tot_yen *out, tot_month month,
					     const struct tot_law *law);

#endif
