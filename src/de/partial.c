/* A part of an old-age pension (s. 42, s. 66 (3)). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/partial.h"

#include <string.h>

#include "de/figures.h"

int64_t tot_de_share(const struct tot_view *view)
{
	for (size_t i = 0; i < view->claim_count; i++)
		if (strcmp(view->claims[i].country, "DE") == 0)
			return view->claims[i].share > 0 ? view->claims[i].share
							 : TOT_DE_WHOLE_SHARE;
	return TOT_DE_WHOLE_SHARE;
}

enum tot_status tot_de_take_share(tot_points *points, size_t count, int64_t share,
				  struct tot_trace *trace)
{
	char part[TOT_DECIMAL_TEXT], whole[TOT_DECIMAL_TEXT], percent[TOT_DECIMAL_TEXT];
	for (size_t i = 0; i < count && share != TOT_DE_WHOLE_SHARE; i++) {
		const tot_points all = points[i];
		const enum tot_status status =
			tot_mul_div(&points[i], all, share, TOT_DE_WHOLE_SHARE, TOT_HALF_UP);
		if (status < 0)
			return status;
		if (!all)
			continue;
		tot_trace_begin(trace, "", "points of the part that is drawn");
		tot_trace_law(trace, "SGB VI s. 42 (1), s. 66 (3)");
		tot_trace_formula(trace, "%s x %s percent", tot_decimal_print(whole, all, 4),
				  tot_decimal_print(percent, share, 4));
		tot_trace_result(trace, "points", "%s", tot_decimal_print(part, points[i], 4));
		tot_trace_rounding(trace, "half up to 0.0001 (s. 121 (2))");
		tot_trace_end(trace);
	}
	return TOT_OK;
}

enum tot_status tot_de_say_share(struct tot_benefit *benefit, const struct tot_view *view,
				 struct tot_ctx *ctx)
{
	char percent[TOT_DECIMAL_TEXT];
	const int64_t share = tot_de_share(view);
	const struct tot_at at = tot_de_on(tot_month_first_day(benefit->start));
	int64_t least;
	if (share == TOT_DE_WHOLE_SHARE)
		return TOT_OK;
	tot_decimal_print(percent, share, 4);
	const enum tot_status status = tot_de_number(&least, ctx->law, TOT_DE_LEAST_SHARE, &at);
	/* Before July 2017 a part was a third, a half or two thirds (s. 42 (2) of that time). */
	if (status == TOT_ERR_NO_PARAMETER) {
		tot_benefit_reason(benefit, ctx,
				   "before July 2017 a part was one third, one half or two thirds "
				   "of the pension; %s percent are computed as the law is now",
				   percent);
		return TOT_OK;
	}
	if (status < 0)
		return status;
	/* The figure is in percent, the share in millionths. */
	benefit->entitled = share * 100 >= least * TOT_DE_WHOLE_SHARE;
	if (benefit->entitled)
		tot_benefit_reason(benefit, ctx,
				   "%s percent of the full pension are drawn (SGB VI s. 42); the "
				   "points of the rest keep their own access factor",
				   percent);
	else
		tot_benefit_reason(benefit, ctx,
				   "%s percent: the law asks for %d percent of the full pension at "
				   "least (SGB VI s. 42 (1))",
				   percent, (int)least);
	return TOT_OK;
}

enum tot_status tot_de_say_earnings(struct tot_benefit *benefit, const struct tot_timeline *own,
				    tot_month regular, struct tot_ctx *ctx)
{
	struct tot_months work;
	tot_timeline_kinds(&work, own, TOT_DE_WORK);
	for (tot_month month = tot_months_next(&work, benefit->start);
	     month != TOT_MONTH_NONE && month < regular;
	     month = tot_months_next(&work, month + 1)) {
		const struct tot_at at = tot_de_on(tot_month_first_day(month));
		char limit[TOT_DECIMAL_TEXT];
		int64_t most;
		const enum tot_status status =
			tot_de_number(&most, ctx->law, TOT_DE_EARNINGS_OLD_AGE, &at);
		/* From 2023 on there is no limit; before July 2017 the files know none. */
		if (status == TOT_ERR_NO_PARAMETER)
			continue;
		if (status < 0)
			return status;
		tot_benefit_reason(benefit, ctx,
				   "before the regular age earnings of more than %s EUR in %d "
				   "lowered the pension (SGB VI s. 34 until 2022); the amount is "
				   "before that",
				   tot_decimal_print_grouped(limit, most, 2),
				   tot_month_year(month));
		break;
	}
	return TOT_OK;
}
