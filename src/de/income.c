/* Money of a life in euro (DECISIONS 25). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/income.h"

#include <string.h>

#include "de/figures.h"

enum tot_status tot_de_euro_cents(tot_cents *out, const struct tot_money *money,
				  const struct tot_scenario *life, const struct tot_ctx *ctx)
{
	const struct tot_at at = tot_de_on(ctx->as_of);
	int64_t rate = life->compare.jpy_per_eur;
	*out = money->currency ? money->amount : 0;
	if (!money->currency || strcmp(money->currency, "JPY") != 0)
		return TOT_OK;
	if (!life->compare.has_jpy_per_eur) {
		const enum tot_status status =
			tot_de_number(&rate, ctx->law, TOT_DE_JPY_PER_EUR, &at);
		if (status < 0)
			return status;
	}
	/* The rate has four decimals, cents two. */
	return tot_mul_div(out, money->amount, 1000000, rate, TOT_HALF_UP);
}

enum tot_status tot_de_own_pension_cents(tot_cents *out, const struct tot_own_pension *pension,
					 const struct tot_scenario *life, const struct tot_ctx *ctx)
{
	const bool yen = strcmp(pension->country, "JP") == 0;
	const struct tot_money money = {pension->monthly, yen ? "JPY" : "EUR"};
	return tot_de_euro_cents(out, &money, life, ctx);
}
