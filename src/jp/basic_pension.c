/* Old-age basic pension: weighted months of a full pension. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <stdio.h>

enum tot_status tot_jp_full_basic(struct tot_value *out, struct tot_date born, struct tot_date on,
				  const struct tot_law *law)
{
	const struct tot_date boundary = tot_jp_day(law, TOT_JP_DAY_NEW_GROUP);
	const enum tot_jp_figure figure =
		tot_date_compare(born, boundary) >= 0 ? TOT_JP_FULL_NEW : TOT_JP_FULL_EXISTING;
	const struct tot_at at = {.day = tot_date_to_day(on)};
	enum tot_status status = tot_jp_figure(out, law, figure, &at);
	struct tot_value newest;
	int64_t day;
	if (status == TOT_OK)
		status = tot_law_last(&newest, &day, law, &tot_jp_figures, figure);
	if (status != TOT_OK)
		return status;
	/* Every fiscal year has its own amount; after the last known one it is an assumption. */
	const struct tot_date last = tot_date_from_day((tot_day)day);
	return tot_month_fiscal_year(tot_month_of(on)) > tot_month_fiscal_year(tot_month_of(last))
		       ? TOT_PROJECTED
		       : TOT_OK;
}

/* Weight of one kind of month in one era, normal or beyond the months of a full pension. */
static enum tot_status weight_value(struct tot_value *out, enum tot_jp_figure figure, int kind,
				    const struct tot_law *law)
{
	static const char *const words[TOT_JP_WEIGHTS] = {"paid", "quarter_exempt", "half_exempt",
							  "three_quarter_exempt", "full_exempt"};
	const struct tot_at at = {.word = words[kind]};
	return tot_jp_figure(out, law, figure, &at);
}

static enum tot_status weight_of(struct tot_ratio *out, enum tot_jp_figure figure, int kind,
				 const struct tot_law *law)
{
	struct tot_value value;
	const enum tot_status status = weight_value(&value, figure, kind, law);
	if (status == TOT_OK)
		*out = tot_jp_ratio(&value);
	return status;
}

/* Add months of one kind and era; those beyond the room weigh less (NPA s. 27 nos. 3, 5, 7). */
static enum tot_status fill(struct tot_ratio *sum, int *room, int months, int kind, bool from_2009,
			    const struct tot_law *law)
{
	if (months == 0)
		return TOT_OK;
	const int within = months < *room ? months : *room;
	struct tot_ratio normal, beyond = tot_ratio_of(0, 1);
	enum tot_status status =
		weight_of(&normal, from_2009 ? TOT_JP_WEIGHT_NEW : TOT_JP_WEIGHT_OLD, kind, law);
	if (status == TOT_OK && months > within && kind != TOT_JP_PAID)
		status = weight_of(&beyond,
				   from_2009 ? TOT_JP_WEIGHT_BEYOND_NEW : TOT_JP_WEIGHT_BEYOND_OLD,
				   kind, law);
	if (status != TOT_OK)
		return status;
	*room -= within;
	*sum = tot_ratio_add(*sum, tot_ratio_mul(normal, tot_ratio_of(within, 1)));
	*sum = tot_ratio_add(*sum, tot_ratio_mul(beyond, tot_ratio_of(months - within, 1)));
	return TOT_OK;
}

enum tot_status tot_jp_weighted_months(struct tot_ratio *out,
				       const struct tot_jp_basic_months *months, int limit,
				       const struct tot_law *law)
{
	struct tot_ratio sum = tot_ratio_of(0, 1);
	int room = limit;
	/* NPA s. 27: from paid to fully exempt; of a kind the later era first (DECISIONS 40). */
	for (int kind = TOT_JP_PAID; kind < TOT_JP_WEIGHTS; kind++) {
		enum tot_status status =
			fill(&sum, &room, months->from_2009_04[kind], kind, true, law);
		if (status == TOT_OK)
			status = fill(&sum, &room, months->until_2009_03[kind], kind, false, law);
		if (status != TOT_OK)
			return status;
	}
	const struct tot_ratio most = tot_ratio_of(limit, 1);
	*out = tot_ratio_compare(sum, most) > 0 ? most : sum;
	return TOT_OK;
}

/* Months of one kind and era with their weight. */
static void explain_kind(int months, int kind, bool from_2009, struct tot_ctx *ctx)
{
	static const char *const labels[TOT_JP_WEIGHTS] = {"paid", "quarter exempt", "half exempt",
							   "three quarters exempt", "fully exempt"};
	char label[TOT_JP_TEXT];
	struct tot_value weight;
	if (months == 0)
		return;
	snprintf(label, sizeof(label), "%s, %s", labels[kind],
		 from_2009 ? "from 2009-04" : "until 2009-03");
	tot_trace_input(ctx->trace, label, "%d months", months);
	if (kind != TOT_JP_PAID &&
	    weight_value(&weight, from_2009 ? TOT_JP_WEIGHT_NEW : TOT_JP_WEIGHT_OLD, kind,
			 ctx->law) == TOT_OK)
		tot_trace_value(ctx->trace, label, &weight);
}

static void explain_months(const struct tot_jp_basic_months *months,
			   const struct tot_jp_basic *basic, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	tot_trace_begin(ctx->trace, "", "weighted months");
	tot_trace_law(ctx->trace, "National Pension Act s. 27; Act 104/2004 suppl. s. 9-10");
	tot_trace_result(ctx->trace, "months", "%s", tot_jp_exact(text, basic->weighted));
	tot_trace_formula(ctx->trace, "each month by its weight, at most %d", basic->denominator);
	for (int i = 0; i < TOT_JP_WEIGHTS; i++) {
		explain_kind(months->until_2009_03[i], i, false, ctx);
		explain_kind(months->from_2009_04[i], i, true, ctx);
	}
	tot_trace_end(ctx->trace);
}

static void explain(const struct tot_jp_basic_months *months, const struct tot_jp_basic *basic,
		    const struct tot_value *full, const struct tot_value *denominator,
		    const struct tot_jp_timing *timing, struct tot_ctx *ctx)
{
	char a[TOT_JP_TEXT], b[TOT_JP_TEXT], factor[TOT_JP_TEXT];
	if (!ctx->trace)
		return;
	tot_trace_law(ctx->trace, "National Pension Act s. 27, s. 28");
	tot_trace_result(ctx->trace, "JPY per year", "%s", tot_jp_yen(a, basic->amount));
	tot_trace_formula(ctx->trace, "%s x %s / %d%s", tot_jp_yen(a, basic->full),
			  tot_jp_exact(b, basic->weighted), basic->denominator,
			  tot_jp_times(factor, timing));
	tot_trace_rounding(ctx->trace, "half up to 1 yen, National Pension Act s. 17 (1)");
	tot_trace_value(ctx->trace, "full basic pension", full);
	tot_trace_value(ctx->trace, "months of a full pension", denominator);
	explain_months(months, basic, ctx);
}

enum tot_status tot_jp_basic_pension(struct tot_jp_basic *out,
				     const struct tot_jp_basic_months *months, struct tot_date born,
				     const struct tot_jp_timing *timing, struct tot_ctx *ctx)
{
	struct tot_value full, denominator;
	struct tot_jp_basic basic = {0};
	const enum tot_status known = tot_jp_full_basic(&full, born, ctx->as_of, ctx->law);
	if (known < 0)
		return known;
	enum tot_status status = tot_jp_of_cohort(&denominator, ctx->law, TOT_JP_FULL_MONTHS, born);
	if (status != TOT_OK)
		return status;
	basic.full = full.value;
	basic.denominator = (int)denominator.value;
	for (int i = 0; i < TOT_JP_WEIGHTS; i++)
		basic.months += months->until_2009_03[i] + months->from_2009_04[i];
	status = tot_jp_weighted_months(&basic.weighted, months, basic.denominator, ctx->law);
	if (status != TOT_OK)
		return status;
	struct tot_ratio amount =
		tot_ratio_mul(tot_ratio_of(basic.full, basic.denominator), basic.weighted);
	amount = tot_ratio_mul(amount, tot_ratio_of(timing->factor, 1000));
	/* NPA s. 17 (1): one rounding, the claim inside (DECISIONS 30). */
	status = tot_ratio_round(&basic.amount, amount, 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	explain(months, &basic, &full, &denominator, timing, ctx);
	*out = basic;
	return known;
}
