/* What entries of German benefits share: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_ENTRIES_H
#define TOT_DE_ENTRIES_H

#include "de/survivor.h"

/* A date, a month as text in ctx->arena. */
const char *tot_de_date_text(struct tot_ctx *ctx, struct tot_date date);
const char *tot_de_month_text(struct tot_ctx *ctx, tot_month month);

/* An empty test with its names, in ctx->arena; NULL when memory is short. */
struct tot_qualifying *tot_de_test_entry(enum tot_de_test test, struct tot_ctx *ctx);

/*
 * The right to rehabilitation as of ctx->as_of, claimed on that day.
 *
 * Returned   out: the test DE.reha_6in24 and, for whoever has German months, DE.rehabilitation
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        SGB VI s. 11 (1), (2) no. 1, s. 12 (1) no. 2, s. 111 (1)
 */
enum tot_status tot_de_entitle_rehabilitation(struct tot_findings *out, struct tot_de_plan *plan,
					      struct tot_ctx *ctx);

/*
 * The pension of a divorced person whose former spouse died and who raises a child.
 *
 * Returned   out: DE.survivor.child_raising, if the family has such facts
 * Law        SGB VI s. 47, s. 99 (1)
 */
enum tot_status tot_de_entitle_child_raising(struct tot_findings *out, struct tot_de_plan *plan,
					     struct tot_ctx *ctx);

/*
 * Its amount.
 *
 * Given      view: own months only
 * Law        SGB VI s. 59, s. 67 no. 4, s. 77 (2) no. 3, s. 97
 */
enum tot_status tot_de_pay_child_raising(struct tot_findings *io, const struct tot_view *view,
					 const struct tot_de_plan *plan, struct tot_ctx *ctx);

/*
 * What contributions beside an old-age pension add to it, from when.
 *
 * Given      benefit: the pension that is paid, with its amount; view: own months only
 * Returned   benefit: components "more_from_YYYY-MM" and reasons, one of them on the waiver that work after
 *            the regular age needs
 * Law        SGB VI s. 5 (4), s. 66 (3a), s. 75 (1), s. 76d, s. 77 (2)
 * Rounding   points and personal points half up to 0.0001, amounts half up to 0.01
 * Example    525 EUR a month from 2017-05, regular age in 2017-01: from 2018-07 0.1132 x 1.085
 */
enum tot_status tot_de_add_after_start(struct tot_benefit *benefit, const struct tot_view *view,
				       const struct tot_de_plan *plan, struct tot_ctx *ctx);

#endif
