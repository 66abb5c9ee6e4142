/* Amounts of a fiscal year and money in yen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yearly.h"

#include <string.h>

#define HUNDRED 100
/* Cents have two decimals, the rate four. */
#define CENTS_TIMES_RATE 1000000

enum tot_status tot_jp_in_yen(tot_yen *out, const struct tot_money *money,
			      const struct tot_scenario *life, const struct tot_ctx *ctx)
{
	struct tot_value rate = {.value = life->compare.jpy_per_eur};
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of), .year = ctx->as_of.year};
	*out = money->currency ? money->amount : 0;
	if (!money->currency || strcmp(money->currency, "JPY") == 0)
		return TOT_OK;
	if (!life->compare.has_jpy_per_eur) {
		const enum tot_status status = tot_jp_figure(&rate, ctx->law, TOT_JP_EXCHANGE, &at);
		if (status != TOT_OK)
			return status;
	}
	return tot_mul_div(out, money->amount, rate.value, CENTS_TIMES_RATE, TOT_HALF_UP);
}

enum tot_status tot_jp_of_year(tot_yen *out, enum tot_jp_figure figure, const char *label,
			       struct tot_ctx *ctx)
{
	struct tot_value value;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	const enum tot_status status = tot_jp_figure(&value, ctx->law, figure, &at);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, label, &value);
	*out = value.value;
	return TOT_OK;
}

enum tot_status tot_jp_revised(tot_yen *out, const struct tot_value *base, struct tot_ctx *ctx)
{
	struct tot_value rate;
	int64_t amount;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	enum tot_status status = tot_jp_figure(&rate, ctx->law, TOT_JP_REVISION_NEW, &at);
	if (status == TOT_OK)
		status = tot_mul_div(&amount, base->value, rate.value, rate.denominator * HUNDRED,
				     TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	*out = amount * HUNDRED;
	tot_trace_value(ctx->trace, "base amount", base);
	tot_trace_value(ctx->trace, "revision rate of new awards", &rate);
	return TOT_OK;
}

enum tot_status tot_jp_revised_base(tot_yen *out, enum tot_jp_figure base, struct tot_ctx *ctx)
{
	struct tot_value amount;
	const enum tot_status status = tot_jp_figure(&amount, ctx->law, base, &(struct tot_at){0});
	return status == TOT_OK ? tot_jp_revised(out, &amount, ctx) : status;
}

enum tot_status tot_jp_child_amounts_of(struct tot_jp_child_amounts *out, struct tot_ctx *ctx)
{
	enum tot_status status =
		tot_jp_of_year(&out->first, TOT_JP_DEPENDANT, "first children, each", ctx);
	if (status == TOT_OK)
		status = tot_jp_of_year(&out->further, TOT_JP_DEPENDANT_FURTHER, "further child",
					ctx);
	return status == TOT_OK
		       ? tot_jp_number(&out->first_children, ctx->law, TOT_JP_DEPENDANT_FIRST)
		       : status;
}
