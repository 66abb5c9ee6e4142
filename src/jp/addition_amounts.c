/* Amounts of the spouse, child and transfer additions, before and after the reform of 2025. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dependants.h"

#include <string.h>

#define HUNDRED 100

/* base x revision rate of new awards, to 100 yen (EPA s. 44 (2), NPA s. 33-2). */
static enum tot_status revised(tot_yen *out, const struct tot_value *base, struct tot_ctx *ctx)
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

static enum tot_status revised_figure(tot_yen *out, enum tot_jp_figure figure, struct tot_ctx *ctx)
{
	struct tot_value base;
	const enum tot_status status = tot_jp_figure(&base, ctx->law, figure, &(struct tot_at){0});
	return status == TOT_OK ? revised(out, &base, ctx) : status;
}

/* An amount that stands in the table of its year. */
static enum tot_status of_year(tot_yen *out, enum tot_jp_figure figure, const char *label,
			       struct tot_ctx *ctx)
{
	struct tot_value value;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	const enum tot_status status = tot_jp_figure(&value, ctx->law, figure, &at);
	if (status != TOT_OK)
		return status;
	*out = value.value;
	tot_trace_value(ctx->trace, label, &value);
	return TOT_OK;
}

/* Act 34/1985 suppl. s. 60 (2): the special addition of the recipient's cohort; 0 without one. */
static enum tot_status special_addition(tot_yen *out, struct tot_date born, struct tot_ctx *ctx)
{
	struct tot_value base;
	const enum tot_status status =
		tot_jp_of_cohort(&base, ctx->law, TOT_JP_DEPENDANT_SPECIAL, born);
	*out = 0;
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	return status == TOT_OK ? revised(out, &base, ctx) : status;
}

static tot_month reform_month(const struct tot_law *law)
{
	return tot_month_of(tot_jp_day(law, TOT_JP_DAY_REFORM_ADDITIONS));
}

/* One rounding to 1 yen of a full amount by its share; doubt as that of the full basic pension. */
static enum tot_status finish(struct tot_benefit *benefit, tot_yen full, struct tot_ratio share,
			      const char *parts, const struct tot_view *view, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT], total[TOT_JP_TEXT];
	struct tot_value year;
	tot_yen yearly;
	const bool shared = share.num < share.den;
	const enum tot_status known =
		tot_jp_full_basic(&year, view->life->person.born, ctx->as_of, ctx->law);
	const enum tot_status status = tot_ratio_round(
		&yearly, tot_ratio_mul(tot_ratio_of(full, 1), share), 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	tot_jp_set_amount(benefit, yearly, "year", known < 0 ? TOT_OK : known);
	tot_benefit_factor(benefit, ctx, "full_amount", "%lld", (long long)full);
	if (shared)
		tot_benefit_factor(benefit, ctx, "proration", "%s", tot_jp_exact(text, share));
	tot_jp_yen(total, yearly);
	benefit->formula =
		shared ? tot_arena_format(ctx->arena, "(%s) x %lld/%lld = %s", parts,
					  (long long)share.num, (long long)share.den, total)
		       : tot_arena_format(ctx->arena, "%s = %s", parts, total);
	tot_trace_law(ctx->trace, benefit->law);
	tot_trace_result(ctx->trace, "JPY per year", "%s", total);
	tot_trace_formula(ctx->trace, "%s", benefit->formula);
	tot_trace_rounding(ctx->trace, "parts half up to 100 yen, the amount half up to 1 yen");
	return TOT_OK;
}

/* EPA s. 46 (1): a pension that is suspended as a whole takes its additions along. */
static void say_suspended(struct tot_benefit *benefit, const struct tot_findings *findings,
			  struct tot_ctx *ctx)
{
	const struct tot_benefit *employees =
		tot_findings_find_benefit(findings, "JP.old_age.employees");
	for (const struct tot_named *item = employees ? employees->factors : NULL; item;
	     item = item->next)
		if (strcmp(item->name, "suspended_share") == 0 && strcmp(item->value, "1") == 0) {
			tot_benefit_factor(benefit, ctx, "suspended_share", "1");
			tot_benefit_reason(benefit, ctx,
					   "not paid while the employees' pension is suspended as "
					   "a whole beside work");
		}
}

/* EPA s. 44 (2); rights from 2028-04-01 on have the lower amounts of Act 74/2025. */
static enum tot_status spouse_amount(struct tot_benefit *benefit, const struct tot_view *view,
				     struct tot_ctx *ctx)
{
	char first[TOT_JP_TEXT], second[TOT_JP_TEXT];
	tot_yen amount = 0, special = 0;
	enum tot_status status;
	if (benefit->earliest_start - 1 >= reform_month(ctx->law)) {
		status = revised_figure(&amount, TOT_JP_REFORM_SPOUSE, ctx);
		if (status == TOT_OK)
			status = revised_figure(&special, TOT_JP_REFORM_SPOUSE_SPECIAL, ctx);
	} else {
		status = of_year(&amount, TOT_JP_DEPENDANT, "spouse", ctx);
		if (status == TOT_OK)
			status = special_addition(&special, view->life->person.born, ctx);
	}
	if (status != TOT_OK)
		return status;
	const char *parts =
		special ? tot_arena_format(ctx->arena, "%s + %s special", tot_jp_yen(first, amount),
					   tot_jp_yen(second, special))
			: tot_arena_format(ctx->arena, "%s", tot_jp_yen(first, amount));
	return finish(benefit, amount + special, tot_jp_agreement_share(benefit->test, ctx->law),
		      parts, view, ctx);
}

/* Basic pension from 2028-04: in proportion with fewer than 300 paid and exempt months. */
static enum tot_status basic_share(struct tot_ratio *out, const struct tot_benefit *benefit,
				   const struct tot_view *view, struct tot_ctx *ctx)
{
	int64_t full;
	struct tot_months months;
	enum tot_status status =
		tot_jp_basic_set(&months, view->own, view->life->person.born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_number(&full, ctx->law, TOT_JP_REFORM_BASIC_MONTHS);
	if (status != TOT_OK)
		return status;
	const int count = tot_months_count_range(&months, 0, benefit->start);
	*out = count < full ? tot_ratio_of(count, full) : tot_ratio_of(1, 1);
	return TOT_OK;
}

static enum tot_status child_share(struct tot_ratio *out, const struct tot_benefit *benefit,
				   const struct tot_view *view, struct tot_ctx *ctx)
{
	*out = tot_ratio_of(1, 1);
	if (!benefit->test)
		return TOT_OK;
	if (strcmp(benefit->test->id, "JP.spouse_add_240") != 0)
		return basic_share(out, benefit, view, ctx);
	*out = tot_jp_agreement_share(benefit->test, ctx->law);
	return TOT_OK;
}

/* Until 2028-03 the third child brings less than the first two; later each the same. */
static enum tot_status children_amount(tot_yen *out, const char **parts, int count, tot_month on,
				       struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT], more[TOT_JP_TEXT];
	tot_yen each = 0, further = 0;
	int64_t first = count;
	enum tot_status status;
	if (on >= reform_month(ctx->law)) {
		status = revised_figure(&each, TOT_JP_REFORM_CHILD, ctx);
	} else {
		status = of_year(&each, TOT_JP_DEPENDANT, "first two children, each", ctx);
		if (status == TOT_OK)
			status = of_year(&further, TOT_JP_DEPENDANT_FURTHER, "further child", ctx);
		if (status == TOT_OK)
			status = tot_jp_number(&first, ctx->law, TOT_JP_DEPENDANT_FIRST);
	}
	if (status != TOT_OK)
		return status;
	if (first > count)
		first = count;
	*out = each * first + further * (count - first);
	*parts = count > first
			 ? tot_arena_format(ctx->arena, "%lld x %s + %lld x %s", (long long)first,
					    tot_jp_yen(text, each), (long long)(count - first),
					    tot_jp_yen(more, further))
			 : tot_arena_format(ctx->arena, "%lld x %s", (long long)first,
					    tot_jp_yen(text, each));
	return TOT_OK;
}

static enum tot_status child_amount(struct tot_benefit *benefit, const struct tot_view *view,
				    struct tot_ctx *ctx)
{
	tot_month end;
	tot_yen full = 0;
	const char *parts = "";
	struct tot_ratio share;
	const tot_month today = tot_month_of(ctx->as_of);
	const tot_month looked = benefit->start > today ? benefit->start : today;
	const int count =
		tot_jp_children(&end, view->life, tot_month_last_day(benefit->earliest_start - 1),
				looked, ctx->law);
	enum tot_status status = children_amount(&full, &parts, count, looked, ctx);
	if (status == TOT_OK)
		status = child_share(&share, benefit, view, ctx);
	if (status != TOT_OK)
		return status;
	tot_benefit_factor(benefit, ctx, "children", "%d", count);
	return finish(benefit, full, share, parts, view, ctx);
}

/* Act 34/1985 suppl. s. 14: the spouse addition by the birth of the spouse who receives it. */
static enum tot_status transfer_amount(struct tot_benefit *benefit, const struct tot_view *view,
				       struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT], rate[TOT_DECIMAL_TEXT];
	tot_yen base, full;
	struct tot_value factor;
	enum tot_status status = of_year(&base, TOT_JP_DEPENDANT, "spouse", ctx);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&factor, ctx->law, TOT_JP_TRANSFER_FACTOR,
					  view->life->family.spouse.born);
	if (status == TOT_OK)
		status = tot_mul_div(&full, base, factor.value, factor.denominator, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, "factor of the spouse's year of birth", &factor);
	return finish(benefit, full, tot_jp_agreement_share(benefit->test, ctx->law),
		      tot_arena_format(ctx->arena, "%s x %s", tot_jp_yen(text, base),
				       tot_decimal_print(rate, factor.value, 3)),
		      view, ctx);
}

enum tot_status tot_jp_addition_amount(struct tot_benefit *benefit,
				       const struct tot_findings *findings,
				       const struct tot_view *view, struct tot_ctx *ctx)
{
	if (strcmp(benefit->id, "JP.old_age.transfer_addition") == 0)
		return transfer_amount(benefit, view, ctx);
	const enum tot_status status = strcmp(benefit->id, "JP.old_age.spouse_addition") == 0
					       ? spouse_amount(benefit, view, ctx)
					       : child_amount(benefit, view, ctx);
	const bool basic = benefit->test && strcmp(benefit->test->id, "JP.old_basic_10y") == 0;
	if (status == TOT_OK && !basic)
		say_suspended(benefit, findings, ctx);
	return status;
}
