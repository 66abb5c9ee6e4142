/* Transitional addition: the flat part of old law less the basic pension of employees' months. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

/* round(1,628 x revision rate) x birth factor, each to 1 yen (transitional_addition.json). */
static enum tot_status unit_price(int64_t *out, struct tot_date born, struct tot_ctx *ctx)
{
	struct tot_value revision, flat;
	int64_t base;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	const struct tot_date boundary = tot_jp_day(ctx->law, TOT_JP_DAY_NEW_GROUP);
	enum tot_status status = tot_jp_number(&base, ctx->law, TOT_JP_UNIT_PRICE);
	if (status == TOT_OK)
		status = tot_jp_figure(&revision, ctx->law,
				       tot_date_compare(born, boundary) >= 0
					       ? TOT_JP_REVISION_NEW
					       : TOT_JP_REVISION_EXISTING,
				       &at);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&flat, ctx->law, TOT_JP_FLAT_RATE, born);
	if (status == TOT_OK)
		status = tot_mul_div(out, base, revision.value, revision.denominator, TOT_HALF_UP);
	if (status == TOT_OK)
		status = tot_mul_div(out, *out, flat.value, flat.denominator, TOT_HALF_UP);
	if (status == TOT_OK)
		tot_trace_value(ctx->trace, "revision rate", &revision);
	return status;
}

static void explain(struct tot_ratio amount, int64_t unit, int counted, int64_t full, int within,
		    int64_t denominator, struct tot_trace *trace)
{
	char price[TOT_JP_TEXT], basic[TOT_JP_TEXT], text[TOT_JP_TEXT];
	if (!trace)
		return;
	tot_trace_law(trace, "Act 34/1985 suppl. s. 59 (2)");
	tot_trace_result(trace, "JPY per year", "%s", tot_jp_grouped(text, amount, 2));
	tot_trace_formula(trace, "%s x %d - %s x %d / %lld, not below 0", tot_jp_yen(price, unit),
			  counted, tot_jp_yen(basic, full), within, (long long)denominator);
	tot_trace_rounding(trace, "unit price half up to 1 yen");
}

enum tot_status tot_jp_flat_part(struct tot_ratio *out, int months, struct tot_date born,
				 struct tot_ctx *ctx)
{
	char price[TOT_JP_TEXT], text[TOT_JP_TEXT];
	struct tot_value cap;
	int64_t unit = 0;
	tot_trace_begin(ctx->trace, "", "flat part");
	enum tot_status status = unit_price(&unit, born, ctx);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&cap, ctx->law, TOT_JP_ADDITION_CAP, born);
	if (status == TOT_OK) {
		const int counted = months < cap.value ? months : (int)cap.value;
		*out = tot_ratio_of(unit * counted, 1);
		tot_trace_law(ctx->trace,
			      "Employees' Pension Insurance Act suppl. s. 9-2 (2) no. 1");
		tot_trace_result(ctx->trace, "JPY per year", "%s", tot_jp_grouped(text, *out, 0));
		tot_trace_formula(ctx->trace, "%s x %d", tot_jp_yen(price, unit), counted);
		tot_trace_value(ctx->trace, "most months", &cap);
	}
	tot_trace_end(ctx->trace);
	return status;
}

enum tot_status tot_jp_transitional_addition(struct tot_ratio *out, int months, int within,
					     struct tot_date born, struct tot_ctx *ctx)
{
	struct tot_value full, denominator, cap;
	int64_t unit = 0;
	tot_trace_begin(ctx->trace, "", "transitional addition");
	const enum tot_status known = tot_jp_full_basic(&full, born, ctx->as_of, ctx->law);
	enum tot_status status = known < 0 ? known : unit_price(&unit, born, ctx);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&denominator, ctx->law, TOT_JP_FULL_MONTHS, born);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&cap, ctx->law, TOT_JP_ADDITION_CAP, born);
	if (status == TOT_OK) {
		const int counted = months < cap.value ? months : (int)cap.value;
		const struct tot_ratio flat = tot_ratio_of(unit * counted, 1);
		const struct tot_ratio basic = tot_ratio_of(full.value * within, denominator.value);
		*out = tot_ratio_compare(flat, basic) > 0 ? tot_ratio_sub(flat, basic)
							  : tot_ratio_of(0, 1);
		tot_trace_value(ctx->trace, "full basic pension", &full);
		explain(*out, unit, counted, full.value, within, denominator.value, ctx->trace);
		status = known;
	}
	tot_trace_end(ctx->trace);
	return status;
}
