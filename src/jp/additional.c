/* Additional annuity: a little pension for months with the additional premium. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

/* Months of category 1 that were paid and carry the additional premium (NPA s. 43, s. 87-2). */
static void annuity_months(struct tot_months *out, const struct tot_timeline *own)
{
	const tot_kinds paid = TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) | TOT_KIND_BIT(TOT_RESIDENT) |
			       TOT_KIND_BIT(TOT_VOLUNTARY);
	tot_timeline_flagged(out, own, paid, TOT_FLAG_ADDITIONAL_PREMIUM, 0);
}

enum tot_status tot_jp_entitle_additional(struct tot_findings *out, const struct tot_view *view,
					  struct tot_ctx *ctx)
{
	struct tot_months months;
	annuity_months(&months, view->own);
	const struct tot_benefit *basic = tot_findings_find_benefit(out, "JP.old_age.basic");
	if (tot_months_count(&months) == 0 || !basic)
		return TOT_OK;
	struct tot_benefit *benefit =
		tot_findings_benefit(out, "JP.old_age.additional", "Additional annuity",
				     "National Pension Act s. 43-48");
	if (!benefit)
		return TOT_ERR_MEMORY;
	/* NPA s. 43, 46: with the basic pension, whenever that is claimed. */
	benefit->test = basic->test;
	benefit->entitled = benefit->chosen = basic->entitled;
	benefit->by_agreement = basic->by_agreement;
	benefit->earliest_start = basic->earliest_start;
	benefit->start = basic->start;
	benefit->age = basic->age;
	benefit->rhythm = basic->rhythm;
	benefit->first_payment = basic->first_payment;
	if (!benefit->entitled)
		tot_benefit_reason(benefit, ctx, "there is no basic pension to go with it");
	return TOT_OK;
}

enum tot_status tot_jp_additional_amount(struct tot_benefit *benefit, const struct tot_view *view,
					 const struct tot_jp_claim_facts *facts,
					 struct tot_ctx *ctx)
{
	char total[TOT_JP_TEXT], times[TOT_JP_TEXT];
	struct tot_months months;
	struct tot_value each;
	tot_yen yearly;
	annuity_months(&months, view->own);
	tot_months_clip(&months, 0, benefit->start);
	const int count = tot_months_count(&months);
	enum tot_status status =
		tot_jp_figure(&each, ctx->law, TOT_JP_ANNUITY_MONTH, &(struct tot_at){0});
	/* NPA s. 44, 46, s. 17 (1). */
	if (status == TOT_OK)
		status = tot_mul_div(&yearly, each.value * count, facts->timing.factor, 1000,
				     TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	tot_jp_set_amount(benefit, yearly, "year", TOT_OK);
	tot_benefit_factor(benefit, ctx, "months", "%d", count);
	tot_jp_say_timing(benefit, &facts->timing, ctx);
	benefit->formula =
		tot_arena_format(ctx->arena, "%lld x %d%s = %s", (long long)each.value, count,
				 tot_jp_times(times, &facts->timing), tot_jp_yen(total, yearly));
	tot_trace_law(ctx->trace, "National Pension Act s. 44, s. 46");
	tot_trace_result(ctx->trace, "JPY per year", "%s", total);
	tot_trace_formula(ctx->trace, "%s", benefit->formula);
	tot_trace_rounding(ctx->trace, "half up to 1 yen, National Pension Act s. 17 (1)");
	tot_trace_value(ctx->trace, "a month with the additional premium", &each);
	return TOT_OK;
}
