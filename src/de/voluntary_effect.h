/* What one more year of voluntary contributions would bring: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_VOLUNTARY_EFFECT_H
#define TOT_DE_VOLUNTARY_EFFECT_H

#include "de/voluntary.h"

/*
 * Cost, points and pension of a year of contributions.
 *
 * Given      contribution, base: of one month, cents; currency; as_of: its year's average divides,
 *            its pension value multiplies
 * Returned   out; texts in ctx->arena
 * Status     TOT_OK; TOT_PROVISIONAL or TOT_PROJECTED as tot_de_average_earnings;
 *            TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 70 (1), s. 64; type factor 1 and no deduction
 * Rounding   points half up to 0.0001, pension half up to 0.01
 * Example    2026, 112.16 on 603: 1,345.92 EUR, 0.1393 points, 5.92 EUR a month
 */
TOT_NODISCARD enum tot_status tot_de_voluntary_year(struct tot_voluntary_year *out,
						    tot_cents contribution, tot_cents base,
						    const char *currency, struct tot_ctx *ctx);

/*
 * A year of least and of most contributions, and the tests and pensions that twelve more months
 * would open.
 * Given      out->from, out->to; compulsory: months that cannot be paid for
 */
TOT_NODISCARD enum tot_status tot_de_voluntary_effect(struct tot_voluntary *out,
						      const struct tot_de_voluntary_range *range,
						      const struct tot_months *compulsory,
						      const struct tot_view *view,
						      struct tot_ctx *ctx);

#endif
