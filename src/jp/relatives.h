/* Spouse and children as disability and survivors' pensions see them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_RELATIVES_H
#define TOT_JP_RELATIVES_H

#include "jp.h"

/* Day of the event `death`; none if the life has none. */
struct tot_date tot_jp_death_day(const struct tot_scenario *life);

/* Is the day before the one on which the age is reached? */
TOT_NODISCARD enum tot_status tot_jp_below_age(bool *out, struct tot_date born,
					       enum tot_jp_figure age, struct tot_date day,
					       const struct tot_law *law);

/* Married, not divorced and alive on the day. */
bool tot_jp_married_on(const struct tot_spouse *spouse, struct tot_date day);

/*
 * Does the spouse earn as much as shuts a maintained spouse out?
 *
 * Given      spouse's `yearly_income`; euro are converted at compare.exchange.jpy_per_eur, by default
 *            the newest yearly mean on ctx->as_of (DECISIONS 25)
 * Returned   out: from 8,500,000 yen on
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        EPA s. 59 (1), NPA s. 37-2 (1) with order s. 3-10; law/jp/survivors.json
 * Rounding   half up to 1 yen
 * Example    46,257 euro at 183.7561: 8,500,006 yen, shut out
 */
TOT_NODISCARD enum tot_status tot_jp_earns_too_much(bool *out, const struct tot_scenario *life,
						    struct tot_ctx *ctx);

/* Does one child count on the day: until 31 March after 18, disabled until 20 (NPA s. 37-2 (1)). */
TOT_NODISCARD enum tot_status tot_jp_is_child(bool *out, struct tot_date born, bool disabled,
					      struct tot_date day, const struct tot_law *law);

/* Children that count on the day. */
TOT_NODISCARD enum tot_status tot_jp_children_on(int *out, const struct tot_family *family,
						 struct tot_date day, const struct tot_law *law);

/* Whose children, since when, and where they live. */
struct tot_jp_additions_for {
	int children;
	bool first_is_recipient; /* children alone: one of them has the pension itself */
	struct tot_date right;	 /* day on which the right arose */
	bool in_japan;
};

/*
 * Additions for children to a disability or survivors' basic pension.
 *
 * Given      whose; ctx->as_of: the fiscal year
 * Returned   out: yen a year; always with the rate of new awards
 * Status     TOT_OK; TOT_PROJECTED after the last fiscal year that is known; TOT_ERR_NO_PARAMETER
 * Law        NPA s. 33-2, s. 39, s. 39-2; from 2028-04-01 Act 74/2025: one amount for each child, for
 *            rights from then on only with children in Japan
 * Rounding   each addition half up to 100 yen
 * Example    FY2026, two children: 2 x 243,800 = 487,600; a third: 81,300 more
 */
TOT_NODISCARD enum tot_status tot_jp_child_additions(tot_yen *out,
						     const struct tot_jp_additions_for *whose,
						     struct tot_ctx *ctx);

/*
 * Addition for a spouse to the disability employees' pension.
 *
 * Given      right: day on which the right arose; ctx->as_of
 * Returned   out: yen a year; from 2028-04-01 for new rights 202,200 x rate
 * Status     as tot_jp_child_additions
 * Law        EPA s. 50-2; Act 74/2025
 * Rounding   half up to 100 yen
 * Example    FY2026: 243,800
 */
TOT_NODISCARD enum tot_status tot_jp_spouse_addition(tot_yen *out, struct tot_date right,
						     struct tot_ctx *ctx);

#endif
