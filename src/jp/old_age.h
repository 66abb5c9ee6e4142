/* Inside of the Japanese old-age pensions: parts that several of their files share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_OLD_AGE_H
#define TOT_JP_OLD_AGE_H

#include "jp.h"

/* old_age.c */

/* What every amount needs: the ages, the claim, the right. */
struct tot_jp_claim_facts {
	struct tot_jp_ages ages;
	struct tot_jp_timing timing;
	tot_month right;  /* 65, or later */
	tot_month deemed; /* months by which the claim counts earlier than it is made; 0 */
};

/* Month of the first payment: even months pay for the two months before (NPA s. 18 (3)). */
tot_month tot_jp_first_payment(tot_month start);

void tot_jp_say_timing(struct tot_benefit *benefit, const struct tot_jp_timing *timing,
		       struct tot_ctx *ctx);

/* start.c: the claim that speaks of a part ("basic"): its own, else one for both; NULL = none. */
const struct tot_claim *tot_jp_claim_of(const struct tot_view *view, const char *part);

/* deemed.c */

/*
 * Months by which a claim after 70 counts earlier than it is made.
 *
 * Given      id: of the pension; start: first month paid; right: month of the right
 * Returned   60; 0 without such a claim, or where the law does not know it
 * Law        NPA s. 28 (5), EPA s. 44-3 (5): claims from 2023-04-01, born from 1952-04-02, after 70
 *            and before 80
 */
tot_month tot_jp_deemed_most(const struct tot_scenario *life, tot_month start,
			     const struct tot_law *law); /* without a look at the claim's word */
tot_month tot_jp_deemed(const struct tot_view *view, const char *id, tot_month start,
			tot_month right, struct tot_ctx *ctx);

/* employees_part.c */

/* Earnings-related part and transitional addition of some months. */
struct tot_jp_employees_part {
	struct tot_jp_pay pay;
	struct tot_jp_earnings earnings;
	struct tot_ratio addition;
	int months;
	enum tot_status earnings_status, addition_status;
};

/*
 * Both parts of the employees' pension from the months before `end`.
 *
 * Given      within: months of employees' insurance that count; with_addition: the transitional
 *            addition too
 * Returned   out; a table that the law book lacks stands in the statuses of the parts
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW
 * Law        EPA s. 43; Act 34/1985 suppl. s. 59 (2)
 * Rounding   none
 */
TOT_NODISCARD enum tot_status tot_jp_employees_part_of(struct tot_jp_employees_part *out,
						       const struct tot_view *view,
						       const struct tot_months *within,
						       bool with_addition, struct tot_ctx *ctx);

/* All pay is known and every table was found. */
bool tot_jp_part_complete(const struct tot_jp_employees_part *part);

/* Why the amount is not known, as reasons of the benefit. */
void tot_jp_say_incomplete(struct tot_benefit *benefit, const struct tot_jp_employees_part *part,
			   struct tot_ctx *ctx);

/*
 * End of the months in the employees' pension of a month (DECISIONS 31).
 *
 * Given      right: month of the right; ages; early: claimed before 65
 * Returned   the month before which months count: all of a person who has stopped; of one who works
 *            those before the right, later those up to August of the last October revision
 * Law        EPA s. 43 (2), (3)
 * Example    right 2025-05, at work, pension of 2026-06: 2025-09
 */
tot_month tot_jp_amount_end(const struct tot_timeline *own, tot_month month, tot_month right,
			    const struct tot_jp_ages *ages, bool early, const struct tot_law *law);

/* Pay is not revalued by the switch jp.employees.revaluation. */
bool tot_jp_at_face(const struct tot_view *view);

/* employees.c: amount of JP.old_age.employees. */
TOT_NODISCARD enum tot_status tot_jp_employees_amount(struct tot_benefit *benefit,
						      const struct tot_view *view,
						      const struct tot_jp_claim_facts *facts,
						      struct tot_ctx *ctx);

/* work_test.c: the pension beside work. */

/* Remuneration of a life for the test, also of work from 70 on, which is no insurance any more. */
struct tot_jp_work {
	struct tot_timeline timeline;
	struct tot_jp_ages ages;
};
TOT_NODISCARD enum tot_status tot_jp_work_of(struct tot_jp_work *out, const struct tot_view *view,
					     struct tot_ctx *ctx);

struct tot_jp_suspension {
	bool tested;		  /* at work in the month; the rest is filled then */
	bool unknown;		  /* the pay is not known, or the law book has no threshold */
	struct tot_ratio share;	  /* of the pension that is not paid, 0 to 1 */
	struct tot_ratio monthly; /* yen a month that are not paid */
	enum tot_status status;
};

/*
 * Share of a month's employees' pension that is not paid beside work.
 *
 * Given      work; month; yearly: pension without transitional addition, additions and deferral
 *            (below 65: with the flat part); explain: write the step into the trace
 * Returned   out
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW
 * Law        EPA s. 46, suppl. s. 11 (below 65 until 2022-03); law/jp/zaishoku_threshold.json
 * Rounding   none
 * Example    150,000 a month, remuneration 600,000, FY2026: 50,000 of it, share 1/3
 */
TOT_NODISCARD enum tot_status tot_jp_suspended(struct tot_jp_suspension *out,
					       const struct tot_jp_work *work, tot_month month,
					       struct tot_ratio yearly, bool explain,
					       struct tot_ctx *ctx);

/* The suspension of the first month as a factor and a reason of the benefit (DECISIONS 33). */
void tot_jp_say_suspended(struct tot_benefit *benefit, const struct tot_jp_suspension *suspension,
			  struct tot_ctx *ctx);

/*
 * Average payment rate of a deferral.
 *
 * Given      right, claim: waiting months are those after the right up to that of the claim
 * Returned   out: mean of 1 - suspended share
 * Law        EPA s. 44-3 (4), order s. 3-5-2
 * Rounding   each share half up to nine decimals, which no yen notices
 * Example    12 months suspended by half, 12 not at all: 0.75
 */
TOT_NODISCARD enum tot_status tot_jp_payment_rate(struct tot_ratio *out,
						  const struct tot_jp_work *work, tot_month right,
						  tot_month claim, struct tot_ratio yearly,
						  struct tot_ctx *ctx);

/* employment_tests.c: tests that count employees' months. */

/*
 * Months of employees' insurance in one test.
 *
 * Given      own: the months that count; cut: months from it on are not lent; required
 * Returned   out with met_on
 * Law        Act 104/2007 s. 27; Order 347/2007 s. 56, s. 22
 */
void tot_jp_test_employment(struct tot_qualifying *out, const struct tot_view *view,
			    const char *condition, const struct tot_months *own, tot_month cut,
			    int required);

/*
 * The middle-age rule: `io` keeps the months from 40 (women 35) on, `years` of which are enough for
 * the cohort. Law: Act 34/1985 suppl. s. 12 (1) no. 4-5. Example: born 1949-05-01: 18 years
 */
bool tot_jp_middle_age(int64_t *years, struct tot_months *io, const struct tot_person *person,
		       const struct tot_law *law);

/*
 * Share of an amount that only the agreement brings.
 *
 * Given      test: of the months, as it was met
 * Returned   1 for an amount that is due without the agreement; else its formula, exact
 * Law        agreement Art. 13 (4); Act 104/2007 s. 31, s. 13 (2); agreements/de-jp.json `benefits`
 * Example    180 own months of 240: 3/4
 */
struct tot_ratio tot_jp_agreement_share(const struct tot_qualifying *test,
					const struct tot_law *law);

/* special.c: the pension before 65. */
struct tot_jp_special {
	tot_month
		age_month; /* month in which its age is reached; TOT_MONTH_NONE = no such pension */
	tot_month flat_month;	  /* the same for the flat part */
	struct tot_months months; /* employees' months that it counts */
};
TOT_NODISCARD enum tot_status tot_jp_special_of(struct tot_jp_special *out,
						const struct tot_view *view,
						const struct tot_law *law);
/*
 * Month in which the right to the pension before 65 arises; TOT_MONTH_NONE = never. EPA suppl. s. 8:
 * its age, the ten years (before 2017-08: 25) and twelve employees' months, German ones included.
 */
TOT_NODISCARD enum tot_status tot_jp_special_right(tot_month *out, const struct tot_view *view,
						   struct tot_ctx *ctx);
/*
 * Test of the twelve months and entry of JP.old_age.special.
 *
 * Given      employees: start of the employees' pension; claimed early, it shuts this one out
 * Returned   the start is the month after the right, the last month that of 65
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_NO_PARAMETER
 * Law        EPA suppl. s. 8, 8-2; law/jp/special_pension_ages.json
 * Example    a woman born 1965-06-10: 2029-07 to 2030-06
 */
TOT_NODISCARD enum tot_status tot_jp_entitle_special(struct tot_findings *out,
						     const struct tot_view *view,
						     const struct tot_jp_start *employees,
						     struct tot_ctx *ctx);
/* First month with a flat part; TOT_MONTH_NONE = none before 65 (EPA suppl. s. 9-2, 9-3). */
tot_month tot_jp_flat_start(const struct tot_benefit *benefit, const struct tot_view *view,
			    const struct tot_law *law);
/*
 * Amount of JP.old_age.special at its start.
 *
 * Returned   yen a year: earnings-related part, with the flat part if that is due then
 * Status     TOT_OK, also without an amount; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW
 * Law        EPA suppl. s. 9, 9-2, s. 43; beside work s. 46, suppl. s. 11
 * Rounding   once, half up to 1 yen (s. 35 (1))
 * Example    120 months at 300,000 at face value: 197,316
 */
TOT_NODISCARD enum tot_status tot_jp_special_amount(struct tot_benefit *benefit,
						    const struct tot_view *view,
						    struct tot_ctx *ctx);

/*
 * additional.c: JP.old_age.additional, with the basic pension and its claim.
 *
 * Returned   yen a year for each paid month with the additional premium, early or late claim inside
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        NPA s. 43-48; law/jp/np_premium.json
 * Rounding   half up to 1 yen (s. 17 (1))
 * Example    120 months, 60 months late: 34,080
 */
TOT_NODISCARD enum tot_status tot_jp_entitle_additional(struct tot_findings *out,
							const struct tot_view *view,
							struct tot_ctx *ctx);
TOT_NODISCARD enum tot_status tot_jp_additional_amount(struct tot_benefit *benefit,
						       const struct tot_view *view,
						       const struct tot_jp_claim_facts *facts,
						       struct tot_ctx *ctx);

/*
 * additions.c: tests JP.spouse_add_240 and JP.furikae_240; JP.old_age.spouse_addition,
 * .child_addition and .transfer_addition with a spouse or children.
 *
 * Given      starts: of both parts; additions never begin before 65 but with a flat part
 * Returned   start and last month: the spouse's 65, the youngest child's last March, the end of the
 *            marriage; rights are looked at on ctx->as_of, at the start if that is later
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_NO_PARAMETER
 * Law        EPA s. 44; Act 34/1985 suppl. s. 14; Act 74/2025 from 2028-04-01
 */
TOT_NODISCARD enum tot_status tot_jp_entitle_additions(
	struct tot_findings *out, const struct tot_view *view,
	const struct tot_jp_start starts[TOT_JP_PARTS], struct tot_ctx *ctx);
/*
 * addition_amounts.c: amount of one of the three additions.
 *
 * Returned   yen a year at ctx->as_of; rights and children from 2028-04-01 by the reform; the share of
 *            the agreement, or of the basic pension's 300 months, inside
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        EPA s. 44 (2), NPA s. 33-2; Act 34/1985 suppl. s. 14, s. 60 (2)
 * Rounding   each base amount x revision rate half up to 100 yen, the amount half up to 1 yen
 * Example    spouse in FY2026, pensioner born from 1943-04-02: 423,700; with 180/240: 317,775
 */
TOT_NODISCARD enum tot_status tot_jp_addition_amount(struct tot_benefit *benefit,
						     const struct tot_findings *findings,
						     const struct tot_view *view,
						     struct tot_ctx *ctx);

#endif
