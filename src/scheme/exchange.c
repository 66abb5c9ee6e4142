/* Yen and euro in whole cents and yen: for income limits and for contributions side by side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/scheme.h"

enum { JPY_PER_EUR };
enum { RATE_DECIMALS = 4 };

static const struct tot_figure list[] = {
	[JPY_PER_EUR] = {"economy.fx_eur_jpy", "values", "value", RATE_DECIMALS},
};
const struct tot_figures tot_exchange_figures = {"exchange", list, 1};

enum tot_status tot_exchange_rate(int64_t *out, const struct tot_scenario *life,
				  const struct tot_ctx *ctx)
{
	struct tot_value value;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of), .year = ctx->as_of.year};
	if (life && life->compare.has_jpy_per_eur) {
		*out = life->compare.jpy_per_eur;
		return TOT_OK;
	}
	const enum tot_status status =
		tot_law_get(&value, ctx->law, &tot_exchange_figures, JPY_PER_EUR, &at);
	if (status >= 0)
		*out = value.value;
	return status;
}

enum tot_status tot_exchange_amount(int64_t *out, int64_t amount, const char *from, const char *to,
				    int64_t rate)
{
	const int64_t scale = tot_pow10(RATE_DECIMALS), cents = 100;
	if (strcmp(from, to) == 0) {
		*out = amount;
		return TOT_OK;
	}
	if (strcmp(from, "EUR") == 0 && strcmp(to, "JPY") == 0)
		return tot_mul_div(out, amount, rate, cents * scale, TOT_HALF_UP);
	if (strcmp(from, "JPY") == 0 && strcmp(to, "EUR") == 0)
		return tot_mul_div(out, amount, cents * scale, rate, TOT_HALF_UP);
	return TOT_ERR_NO_PARAMETER;
}
