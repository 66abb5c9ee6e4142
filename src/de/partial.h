/* A part of an old-age pension (s. 42): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PARTIAL_H
#define TOT_DE_PARTIAL_H

#include "de/periods.h"

/* The full pension, as a share. */
#define TOT_DE_WHOLE_SHARE 1000000

/*
 * The part of the full pension that the German claim takes, 1e-6; 1000000 without a claim or a
 * share.
 */
int64_t tot_de_share(const struct tot_view *view);

/*
 * Points of the part that is drawn.
 *
 * Given      points, 0.0001; count of them; share, 1e-6
 * Returned   points: each times the share
 * Status     TOT_OK; TOT_ERR_OVERFLOW
 * Law        SGB VI s. 66 (3): the points that answer to the part of the full pension
 * Rounding   half up to 0.0001 (s. 121 (2))
 * Example    33.3333 points, 300000: 10.0000
 */
TOT_NODISCARD enum tot_status tot_de_take_share(tot_points *points, size_t count, int64_t share,
						struct tot_trace *trace);

/*
 * Say on a benefit what a part means, or take the right away where the part is less than the law
 * allows.
 */
TOT_NODISCARD enum tot_status tot_de_say_share(struct tot_benefit *benefit,
					       const struct tot_view *view, struct tot_ctx *ctx);

/*
 * Say that earnings beside a pension before the regular age had a limit until 2022.
 *
 * Given      own: records; regular: first month after the regular age
 * Law        SGB VI s. 34 (2)-(3e) as of 2017-07 to 2022, s. 302 (8); law/de/earnings_limits.json
 */
TOT_NODISCARD enum tot_status tot_de_say_earnings(struct tot_benefit *benefit,
						  const struct tot_timeline *own, tot_month regular,
						  struct tot_ctx *ctx);

#endif
