/* Earnings-related part of disability and survivors' pensions, and what is said about it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "earned.h"

#include <string.h>

enum tot_status tot_jp_earned_of(struct tot_jp_earned *out, const struct tot_view *view,
				 tot_month end, struct tot_date born, struct tot_date cohort,
				 struct tot_ctx *ctx)
{
	struct tot_months months = view->own->by_kind[TOT_EMPLOYMENT];
	tot_months_clip(&months, 0, end);
	*out = (struct tot_jp_earned){.months = tot_months_count(&months)};
	out->revalued = strcmp(tot_scenario_choice(view->life, "jp.employees.revaluation", "on"),
			       "off") != 0;
	enum tot_status status = tot_jp_pay_of(&out->pay, view->own, &months, ctx);
	if (status != TOT_OK)
		return status;
	/* The last row of the table holds for everybody born since. */
	out->pay.cohort = tot_date_is_none(cohort) ? ctx->as_of : cohort;
	tot_jp_explain_pay(&out->pay, ctx);
	status = tot_jp_earnings_related(&out->earnings, &out->pay, born, out->revalued, ctx);
	if (status != TOT_OK && status != TOT_ERR_NO_PARAMETER)
		return status;
	out->has_table = status == TOT_OK;
	out->known = out->has_table && out->pay.unknown == 0;
	return TOT_OK;
}

struct tot_jp_sum tot_jp_least_months(struct tot_jp_sum earned, int months, int minimum)
{
	return months > 0 && months < minimum
		       ? tot_jp_sum_times(earned, tot_ratio_of(minimum, months))
		       : earned;
}

static void say_unknown(struct tot_benefit *benefit, const struct tot_jp_earned *earned,
			struct tot_ctx *ctx)
{
	if (earned->pay.unknown)
		tot_benefit_reason(benefit, ctx, "pay of %zu months unknown: %s",
				   earned->pay.unknown, earned->pay.unknown_why);
	if (!earned->has_table)
		tot_benefit_reason(benefit, ctx,
				   "the law book has no revaluation table for fiscal year %d and "
				   "this year of birth",
				   tot_month_fiscal_year(tot_month_of(ctx->as_of)));
}

void tot_jp_say_earned(struct tot_benefit *benefit, const struct tot_jp_earned *earned,
		       struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	tot_benefit_factor(benefit, ctx, "months", "%d", earned->months);
	if (!earned->known) {
		say_unknown(benefit, earned, ctx);
		return;
	}
	tot_benefit_factor(benefit, ctx, "regular", "%s",
			   tot_jp_rounded(text, earned->earnings.regular, 0));
	if (earned->earnings.has_guarantee)
		tot_benefit_factor(benefit, ctx, "guarantee", "%s",
				   tot_jp_rounded(text, earned->earnings.guarantee, 0));
	tot_benefit_factor(benefit, ctx, "average_remuneration", "%s",
			   tot_jp_rounded(text, earned->earnings.average, 2));
	if (!earned->revalued)
		tot_benefit_reason(benefit, ctx,
				   "pay at face value, not revalued "
				   "(jp.employees.revaluation: off)");
}

void tot_jp_set_amount(struct tot_benefit *benefit, tot_yen yen, const char *per,
		       enum tot_status status)
{
	benefit->amount =
		(struct tot_amount){.known = true, .value = yen, .currency = "JPY", .per = per};
	benefit->each_payment = per ? tot_jp_payment(yen) : yen;
	benefit->status = status;
}

void tot_jp_no_amount(struct tot_benefit *benefit, const char *per)
{
	benefit->amount = (struct tot_amount){.currency = "JPY", .per = per};
	benefit->status = TOT_INCOMPLETE_RECORD;
}

void tot_jp_say_share(struct tot_benefit *benefit, struct tot_ratio share, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	tot_benefit_factor(benefit, ctx, "proration", "%s", tot_jp_exact(text, share));
	tot_benefit_reason(benefit, ctx,
			   "due only by the agreement: the part of the own months is paid");
}

enum tot_status tot_jp_without_amount(struct tot_benefit *benefit, const char *per,
				      enum tot_status status, struct tot_ctx *ctx)
{
	if (status != TOT_ERR_NO_PARAMETER && status != TOT_ERR_OVERFLOW)
		return status;
	tot_jp_no_amount(benefit, per);
	tot_benefit_reason(benefit, ctx,
			   status == TOT_ERR_OVERFLOW
				   ? "the pay is beyond what can be computed exactly; correct it"
				   : "the law book has no figures for this cohort or day");
	return TOT_OK;
}

struct tot_date tot_jp_look_day(const struct tot_benefit *benefit, const struct tot_ctx *ctx)
{
	const struct tot_date start = tot_month_first_day(benefit->start);
	return tot_date_compare(start, ctx->as_of) > 0 ? start : ctx->as_of;
}
