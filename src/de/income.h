/* Money of a life in euro: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_INCOME_H
#define TOT_DE_INCOME_H

#include "totalise/de.h"

/*
 * An amount in euro cents.
 *
 * Given      money: euro, or yen at the rate of the comparison, by default the newest one known on
 *            ctx->as_of; without a currency it was not given
 * Returned   out: 0 if it was not given
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        DECISIONS 25
 * Rounding   half up to 0.01
 * Example    183,756 yen at 183.756: 1,000.00 EUR
 */
TOT_NODISCARD enum tot_status tot_de_euro_cents(tot_cents *out, const struct tot_money *money,
						const struct tot_scenario *life,
						const struct tot_ctx *ctx);

/* A spouse's own pension of a month, in euro cents; the rest as tot_de_euro_cents. */
TOT_NODISCARD enum tot_status tot_de_own_pension_cents(tot_cents *out,
						       const struct tot_own_pension *pension,
						       const struct tot_scenario *life,
						       const struct tot_ctx *ctx);

#endif
