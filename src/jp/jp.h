/* Inside of the Japanese module: who reads which part of a life. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_JP_H
#define TOT_JP_JP_H

#include "totalise/jp.h"

#include "figures.h"

/* Kinds of months (NPA s. 5). */
#define TOT_JP_PAID_KINDS                                                   \
	(TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) | \
	 TOT_KIND_BIT(TOT_RESIDENT) | TOT_KIND_BIT(TOT_DEPENDENT_SPOUSE) |  \
	 TOT_KIND_BIT(TOT_VOLUNTARY))
#define TOT_JP_EXEMPT_KINDS                                                 \
	(TOT_KIND_BIT(TOT_EXEMPT_QUARTER) | TOT_KIND_BIT(TOT_EXEMPT_HALF) | \
	 TOT_KIND_BIT(TOT_EXEMPT_THREE_QUARTERS) | TOT_KIND_BIT(TOT_EXEMPT_FULL))
#define TOT_JP_CATEGORY_1_KINDS                                                           \
	(TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) | TOT_KIND_BIT(TOT_RESIDENT) |                 \
	 TOT_KIND_BIT(TOT_VOLUNTARY) | TOT_JP_EXEMPT_KINDS | TOT_KIND_BIT(TOT_DEFERRED) | \
	 TOT_KIND_BIT(TOT_UNPAID))
#define TOT_JP_QUALIFYING_KINDS                                                 \
	(TOT_JP_PAID_KINDS | TOT_JP_EXEMPT_KINDS | TOT_KIND_BIT(TOT_DEFERRED) | \
	 TOT_KIND_BIT(TOT_COMPLEMENTARY))
#define TOT_JP_INSURED_KINDS                                      \
	(TOT_JP_CATEGORY_1_KINDS | TOT_KIND_BIT(TOT_EMPLOYMENT) | \
	 TOT_KIND_BIT(TOT_DEPENDENT_SPOUSE))

/* Both parts of an old-age pension. */
enum tot_jp_part { TOT_JP_BASIC, TOT_JP_EMPLOYEES, TOT_JP_PARTS };

/* Ages of a person as dates and months. */
struct tot_jp_ages {
	struct tot_date from_20, until_60, until_65; /* days on which the ages are reached */
	tot_month month_20, month_60;	 /* category 1 and 3: month_20 to before month_60 */
	tot_month month_65, month_early; /* months of the ages for claims */
	int late_minimum;		 /* months */
};
TOT_NODISCARD enum tot_status tot_jp_ages_of(struct tot_jp_ages *out, struct tot_date born,
					     const struct tot_law *law);

/* periods.c */
TOT_NODISCARD enum tot_status tot_jp_place(struct tot_timeline *out,
					   const struct tot_scenario *life, tot_month open_end,
					   struct tot_ctx *ctx);
/* The day after the last one that a posting stays under the law of its home. */
struct tot_date tot_jp_posting_end(const struct tot_posting *posting, const struct tot_law *law);
/* One more span at the end; NULL without memory. */
struct tot_span *tot_jp_add_span(struct tot_timeline *timeline, struct tot_ctx *ctx);

/* postings.c: records that follow from postings. */
TOT_NODISCARD enum tot_status tot_jp_add_postings(struct tot_timeline *out,
						  const struct tot_scenario *life,
						  struct tot_ctx *ctx);
/* Is the person under the law of another home on a day of the month? */
bool tot_jp_posted_here(const struct tot_scenario *life, tot_month month,
			const struct tot_law *law);

/*
 * insured.c: months of records that the law of their day insures in another way, or not at all.
 *
 * Given      io: records that own their months
 * Law        NPA s. 7, suppl. s. 5, Act 34/1985 suppl. s. 8 (5), Act 104/2007 s. 8; EPA s. 14;
 *            law/jp/coverage.json
 */
TOT_NODISCARD enum tot_status tot_jp_trim(struct tot_timeline *io, const struct tot_scenario *life,
					  struct tot_ctx *ctx);
/* The person's residence is stated, and on the last day of the month it is not Japan. */
bool tot_jp_abroad(const struct tot_person *person, tot_month month);

/* derived.c: unpaid and complementary months that follow from residence and nationality. */
TOT_NODISCARD enum tot_status tot_jp_add_runs(struct tot_timeline *io, const struct tot_months *set,
					      enum tot_kind kind, struct tot_ctx *ctx);
TOT_NODISCARD enum tot_status tot_jp_derive(struct tot_timeline *io,
					    const struct tot_scenario *life, struct tot_ctx *ctx);

/* sets.c: what the tests and amounts count. */
void tot_jp_qualifying_months(struct tot_months *out, const struct tot_timeline *own);
/* Employees' months that count for the basic pension: at 20-59 since 1961-04. */
TOT_NODISCARD enum tot_status tot_jp_within_basic(struct tot_months *io, struct tot_date born,
						  const struct tot_law *law);
/* Paid or exempt months of the basic pension; of employees' months those above. */
TOT_NODISCARD enum tot_status tot_jp_basic_set(struct tot_months *out,
					       const struct tot_timeline *own, struct tot_date born,
					       const struct tot_law *law);
/* Months of one weight in the basic pension, `end` excluded. */
TOT_NODISCARD enum tot_status tot_jp_basic_months_of(struct tot_jp_basic_months *out,
						     const struct tot_timeline *own, tot_month end,
						     struct tot_date born,
						     const struct tot_law *law);

/* start.c */
struct tot_jp_start {
	tot_month wanted; /* first month that the plan wants to be paid */
	tot_month
		right; /* month in which the right arises at 65 or later; TOT_MONTH_NONE = never */
	tot_month earliest; /* first month payable at all; TOT_MONTH_NONE = never */
	tot_month start;
	int most; /* months that the claim can be late */
};
TOT_NODISCARD enum tot_status tot_jp_starts(struct tot_jp_start out[TOT_JP_PARTS],
					    const struct tot_view *view, struct tot_ctx *ctx);
/* Month of the right at 65 or later, from the earliest start that was found. */
tot_month tot_jp_right(const struct tot_jp_ages *ages, tot_month earliest);
TOT_NODISCARD enum tot_status tot_jp_open_end(tot_month *out, const struct tot_view *view,
					      struct tot_ctx *ctx);

/* qualifying.c */
/* The ten years with the months before `cut`; the months needed are those of a right in `right`. */
TOT_NODISCARD enum tot_status tot_jp_test(struct tot_qualifying *out, enum tot_jp_part part,
					  const struct tot_view *view, tot_month cut,
					  tot_month right, struct tot_ctx *ctx);
TOT_NODISCARD enum tot_status tot_jp_test_lump_sum(struct tot_qualifying *out,
						   const struct tot_view *view,
						   const struct tot_months *employment,
						   tot_month cut, struct tot_ctx *ctx);
TOT_NODISCARD enum tot_status tot_jp_entitle(struct tot_findings *out, const struct tot_view *view,
					     struct tot_ctx *ctx);

/* Operations of the remaining files. */
TOT_NODISCARD enum tot_status tot_jp_benefit(struct tot_findings *io, const struct tot_view *view,
					     struct tot_ctx *ctx);
/*
 * The operation refund: both lump-sum withdrawal payments.
 *
 * Given      view with lent months (JP.lump_epi_6m, JP.old_basic_10y); filed: day of the claim, none: the
 *            first possible day from ctx->as_of on; voluntary: of no meaning in Japan
 * Returned   two entries: JP.lump_sum.employees, JP.lump_sum.national; each condition that fails is a
 *            reason; amounts are given also then (what it would be); notices of refund_future.c
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW. A missing figure makes the entry incomplete.
 * Law        EPA suppl. s. 29, NPA suppl. s. 9-3-2; Act 104/2007 s. 31; DECISIONS 37
 * Rounding   of tot_jp_lump_sum_employees, tot_jp_lump_sum_tax: 1 yen
 * Example    36 months at 500,000 to 2024-12: 1,650,000, withheld 336,930, tax 11,486
 */
TOT_NODISCARD enum tot_status tot_jp_refund(struct tot_findings *io, const struct tot_view *view,
					    struct tot_date filed, const char *voluntary,
					    struct tot_ctx *ctx);
/*
 * The operation after_refund: what a payment takes away.
 *
 * Given      filed: day of the claim; which: "employees", "national", "all"; the switch
 *            jp.lump_sum.erases of life: all, or the scheme's own months
 * Returned   io without the months up to that day; later months of the same record stay (NPA s. 11)
 * Law        EPA suppl. s. 29 (5), NPA suppl. s. 9-3-2 (4); the Pension Service's answer of 2020-04-28
 */
TOT_NODISCARD enum tot_status tot_jp_after_refund(struct tot_timeline *io, struct tot_date filed,
						  const char *which,
						  const struct tot_scenario *life,
						  struct tot_ctx *ctx);
/*
 * The operation contribution: premiums of one month of one record, yen.
 *
 * Given      record: employment with pay, or a month of category 1 or 3; month
 * Returned   out: base (standard remuneration and standard bonus; 0 where the premium is flat) and both
 *            shares; zeros in the month of the loss, on leave and where nothing is due
 * Status     TOT_OK; TOT_INCOMPLETE_RECORD without pay; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        EPA s. 81, 82, 84; NPA s. 87, 87-2, 90-2; law/jp/epi_premium_rate.json, np_premium.json
 * Rounding   insured person: of wage and bonus each half down to 1 yen; whole premium down; partly
 *            exempt premiums half up to 10 yen
 * Example    pay of 316,000 in 2026-06: 29,280 and 29,280
 */
TOT_NODISCARD enum tot_status tot_jp_contribution(struct tot_shares *out,
						  const struct tot_period *record, tot_month month,
						  struct tot_ctx *ctx);

/* refunded.c: kinds that a payment takes, by the switch jp.lump_sum.erases. */
tot_kinds tot_jp_erased_kinds(const char *which, const struct tot_scenario *life);

/* window.c: when a lump sum can be claimed. */
struct tot_jp_window {
	struct tot_date claim;	       /* day on which the claim is looked at; none = never */
	struct tot_date opens, closes; /* none = never */
	bool insured, resident;	       /* on that day, or on the one looked at */
	bool permit;		       /* a re-entry permit shuts the claim on that day */
	bool residence_known;
};
/*
 * Window of the claim for a lump sum.
 *
 * Given      own: placed records; filed: day of the claim, none: the first window that is not over on
 *            ctx->as_of
 * Returned   out: opens on the first day without insurance and without address in Japan after the last
 *            insured day, closes two years later minus one day; for claims from 2029-06-19 on also
 *            without a re-entry permit
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        EPA suppl. s. 29 (1), NPA suppl. s. 9-3-2 (1); Act 74/2025; DECISIONS 37
 * Example    insured and resident to 2024-12-31: 2025-01-01 to 2026-12-31
 */
TOT_NODISCARD enum tot_status tot_jp_window_of(struct tot_jp_window *out,
					       const struct tot_scenario *life,
					       const struct tot_timeline *own,
					       struct tot_date filed, struct tot_ctx *ctx);

/* remuneration.c */
/* Last year whose wages are known: later pay is taken in wages of that year (DECISIONS 2). */
int tot_jp_wage_year(const struct tot_ctx *ctx);
/* What every month of a career asks, worked out once; and the last growing pay. */
struct tot_jp_pay_rules {
	const struct tot_law *law;
	int wage_year;
	tot_month total_pay; /* first month whose bonuses count */
	const struct tot_period *record;
	int year;
	int64_t amount;
};
void tot_jp_pay_rules_of(struct tot_jp_pay_rules *out, const struct tot_ctx *ctx);
/* TOT_INCOMPLETE_RECORD: the pay of the month is not known. graded: the pay needs a grade. */
TOT_NODISCARD enum tot_status tot_jp_record_pay(struct tot_ratio *pay, tot_yen *bonus, bool *graded,
						struct tot_jp_pay_rules *rules,
						const struct tot_span *span, tot_month month);

/* How the standard remuneration came about, a step for each run of equal months. */
void tot_jp_explain_pay(const struct tot_jp_pay *pay, struct tot_ctx *ctx);

/* Status of an amount from the pay that it rests on (DECISIONS 2, 5). */
enum tot_status tot_jp_pay_status(const struct tot_jp_pay *pay, const struct tot_ctx *ctx);

/* notices.c: what the life has and these amounts leave out; each notice once. */
void tot_jp_notice(struct tot_ctx *ctx, const char *code, const char *text);
void tot_jp_notices(const struct tot_findings *findings, const struct tot_view *view,
		    struct tot_ctx *ctx);

/* sum.c: exact amounts that are not negative; a lost one stays lost until the rounding says so. */
struct tot_jp_sum {
	int64_t whole;
	struct tot_ratio rest; /* 0 <= rest < 1 */
};
struct tot_jp_sum tot_jp_sum_add(struct tot_jp_sum sum, struct tot_ratio ratio);
struct tot_jp_sum tot_jp_sum_plus(struct tot_jp_sum a, struct tot_jp_sum b);
struct tot_jp_sum tot_jp_sum_times(struct tot_jp_sum sum, struct tot_ratio factor);
/* Negative, zero or positive as a is less than, equal to or greater than b. */
int tot_jp_sum_compare(struct tot_jp_sum a, struct tot_jp_sum b);
/* Half up to `decimals`. */
TOT_NODISCARD enum tot_status tot_jp_sum_round(int64_t *out, struct tot_jp_sum sum, int decimals);

/* texts.c */
#define TOT_JP_TEXT 64
/* A fraction as exact decimals, or half up to six where it has none. */
const char *tot_jp_exact(char out[TOT_JP_TEXT], struct tot_ratio ratio);
/* A fraction half up to `decimals`. */
const char *tot_jp_rounded(char out[TOT_JP_TEXT], struct tot_ratio ratio, int decimals);
const char *tot_jp_yen(char out[TOT_JP_TEXT], tot_yen yen); /* "847,300" */
const char *tot_jp_grouped(char out[TOT_JP_TEXT], struct tot_ratio ratio, int decimals);
/* " x 0.760", or nothing for a claim on time. */
const char *tot_jp_times(char out[TOT_JP_TEXT], const struct tot_jp_timing *timing);

/* An amount in yen, a year or once with per = NULL, with its regular payment; one that is not known. */
void tot_jp_set_amount(struct tot_benefit *benefit, tot_yen yen, const char *per,
		       enum tot_status status);
void tot_jp_no_amount(struct tot_benefit *benefit, const char *per);

#endif
