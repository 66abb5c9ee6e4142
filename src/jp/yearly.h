/* Amounts of a fiscal year and money in yen, as several benefits need them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_YEARLY_H
#define TOT_JP_YEARLY_H

#include "jp.h"

/*
 * Money of the scenario in yen.
 *
 * Given      money: yen or euro cents; life: its rate goes before the newest yearly mean on ctx->as_of
 * Returned   out: yen; 0 where no money is given
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER without a rate; TOT_ERR_OVERFLOW
 * Law        DECISIONS 25; economy/fx-eur-jpy.json
 * Rounding   half up to 1 yen
 * Example    46,257 euro at 183.7561: 8,500,006
 */
TOT_NODISCARD enum tot_status tot_jp_in_yen(tot_yen *out, const struct tot_money *money,
					    const struct tot_scenario *life,
					    const struct tot_ctx *ctx);

/* An amount that stands in the table of the fiscal year of ctx->as_of; in the trace by its label. */
TOT_NODISCARD enum tot_status tot_jp_of_year(tot_yen *out, enum tot_jp_figure figure,
					     const char *label, struct tot_ctx *ctx);

/*
 * A base amount times the revision rate of new awards.
 *
 * Given      base: the dated figure; ctx->as_of: the fiscal year
 * Returned   out: yen a year; both figures in the trace
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        EPA s. 44 (2), s. 50-2 (2), NPA s. 33-2 (1), s. 39 (1); Act 34/1985 suppl. s. 60 (2)
 * Rounding   half up to 100 yen
 * Example    FY2026, 165,800: 179,900
 */
TOT_NODISCARD enum tot_status tot_jp_revised(tot_yen *out, const struct tot_value *base,
					     struct tot_ctx *ctx);
TOT_NODISCARD enum tot_status tot_jp_revised_base(tot_yen *out, enum tot_jp_figure base,
						  struct tot_ctx *ctx);

/* Additions for children until 2028-03: the first ones bring more (FY2026: 243,800, 81,300). */
struct tot_jp_child_amounts {
	tot_yen first, further;
	int64_t first_children; /* how many bring the first amount */
};
TOT_NODISCARD enum tot_status tot_jp_child_amounts_of(struct tot_jp_child_amounts *out,
						      struct tot_ctx *ctx);

#endif
