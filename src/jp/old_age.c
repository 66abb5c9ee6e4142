/* Amounts of the old-age pensions: basic and employees', early or late claim inside. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disability.h"
#include "survivor.h"

#include <string.h>

tot_yen tot_jp_payment(tot_yen yearly)
{
	return yearly / 6;
}

tot_yen tot_jp_payment_february(tot_yen yearly)
{
	return yearly - 5 * tot_jp_payment(yearly);
}

static void set_amount(struct tot_benefit *benefit, tot_yen yearly, enum tot_status status)
{
	benefit->amount = (struct tot_amount){
		.known = true, .value = yearly, .currency = "JPY", .per = "year"};
	benefit->each_payment = tot_jp_payment(yearly);
	benefit->status = status;
}

static void no_amount(struct tot_benefit *benefit)
{
	benefit->amount = (struct tot_amount){.currency = "JPY", .per = "year"};
	benefit->status = TOT_INCOMPLETE_RECORD;
}

/* What every amount needs: the right, the claim, whether the law has a scale for the cohort. */
struct claim_facts {
	struct tot_jp_ages ages;
	struct tot_jp_timing timing;
	tot_month right; /* 65, or later */
};

static enum tot_status claim_facts_of(struct claim_facts *out, const struct tot_benefit *benefit,
				      const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_date born = view->life->person.born;
	const enum tot_status status = tot_jp_ages_of(&out->ages, born, ctx->law);
	if (status != TOT_OK)
		return status;
	out->right = tot_jp_right(&out->ages, benefit->earliest_start);
	return tot_jp_timing_of(&out->timing, born, out->right, benefit->start, ctx->law);
}

/* The step by which each month before or after changes the amount. */
static void explain_timing(const struct tot_jp_timing *timing, struct tot_date born,
			   struct tot_ctx *ctx)
{
	char factor[TOT_DECIMAL_TEXT], step[TOT_DECIMAL_TEXT];
	struct tot_value value;
	const enum tot_jp_figure figure = timing->early ? TOT_JP_EARLY_STEP : TOT_JP_LATE_STEP;
	if (!ctx->trace || !(timing->early || timing->late) ||
	    tot_jp_of_cohort(&value, ctx->law, figure, born) != TOT_OK)
		return;
	tot_trace_begin(ctx->trace, "", timing->early ? "early claim" : "late claim");
	tot_trace_law(ctx->trace, "National Pension Act s. 28, suppl. s. 9-2; "
				  "Employees' Pension Insurance Act s. 44-3, suppl. s. 7-3");
	tot_trace_result(ctx->trace, "", "%s", tot_decimal_print(factor, timing->factor, 3));
	tot_trace_formula(ctx->trace, "1 %c %d x %s", timing->early ? '-' : '+',
			  timing->early + timing->late, tot_decimal_print(step, value.value, 3));
	tot_trace_value(ctx->trace, "a month", &value);
	tot_trace_end(ctx->trace);
}

static void say_timing(struct tot_benefit *benefit, const struct tot_jp_timing *timing,
		       struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print(text, timing->factor, 3);
	tot_benefit_factor(benefit, ctx, "timing_factor", "%s", text);
	if (timing->early)
		tot_benefit_reason(benefit, ctx, "claimed %d month%s before 65: x %s for life",
				   timing->early, timing->early == 1 ? "" : "s", text);
	if (timing->late)
		tot_benefit_reason(benefit, ctx, "claimed %d months late: x %s for life",
				   timing->late, text);
}

static enum tot_status basic_amount(struct tot_benefit *benefit, const struct tot_view *view,
				    const struct claim_facts *facts, struct tot_ctx *ctx)
{
	struct tot_jp_basic_months months;
	struct tot_jp_basic basic = {0};
	const struct tot_date born = view->life->person.born;
	enum tot_status status =
		tot_jp_basic_months_of(&months, view->own, benefit->start, born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_basic_pension(&basic, &months, born, &facts->timing, ctx);
	if (status < 0)
		return status;
	char full[TOT_JP_TEXT], weighted[TOT_JP_TEXT], amount[TOT_JP_TEXT], times[TOT_JP_TEXT];
	tot_benefit_factor(benefit, ctx, "months", "%d", basic.months);
	tot_benefit_factor(benefit, ctx, "weighted_months", "%s",
			   tot_jp_exact(weighted, basic.weighted));
	tot_benefit_factor(benefit, ctx, "full_amount", "%lld", (long long)basic.full);
	say_timing(benefit, &facts->timing, ctx);
	benefit->formula =
		tot_arena_format(ctx->arena, "%s x %s/%d%s = %s", tot_jp_yen(full, basic.full),
				 weighted, basic.denominator, tot_jp_times(times, &facts->timing),
				 tot_jp_yen(amount, basic.amount));
	set_amount(benefit, basic.amount, status);
	return TOT_OK;
}

static bool employed_on(const struct tot_timeline *own, struct tot_date day)
{
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if (span->kind == TOT_EMPLOYMENT && tot_date_compare(span->from, day) <= 0 &&
		    tot_date_compare(day, span->to) <= 0)
			return true;
	}
	return false;
}

/*
 * End of the months in an amount (DECISIONS 31). Who has stopped: all before the start. Who works
 * on: those before the month of the right, later those up to August of the last October revision
 * (EPA s. 43 (2)).
 */
static tot_month amount_end(const struct tot_view *view, const struct claim_facts *facts,
			    tot_month start, const struct tot_law *law)
{
	if (!employed_on(view->own, tot_month_first_day(start)))
		return start;
	tot_month end = facts->timing.early ? start - 1 : facts->right;
	int year = tot_month_year(start);
	if (start < tot_month_make(year, 10))
		year--;
	/* Base day 1 September: the right must exist, and the rule be in force. */
	const struct tot_date base = {year, 9, 1};
	const struct tot_date since = tot_jp_day(law, TOT_JP_DAY_YEARLY_RECALCULATION);
	const struct tot_date right = facts->right > facts->ages.month_65
					      ? tot_month_first_day(facts->right)
					      : facts->ages.until_65;
	if (!facts->timing.early && tot_date_compare(base, since) >= 0 &&
	    tot_date_compare(right, base) <= 0 && tot_month_of(base) > end)
		end = tot_month_of(base);
	return end;
}

/* Earnings-related part and transitional addition of the months before `end`. */
struct employees_part {
	struct tot_jp_pay pay;
	struct tot_jp_earnings earnings;
	struct tot_ratio addition;
	int months;
	enum tot_status earnings_status;
	enum tot_status addition_status;
};

static enum tot_status employees_part_of(struct employees_part *out, const struct tot_view *view,
					 tot_month end, bool revalue, struct tot_ctx *ctx)
{
	const struct tot_date born = view->life->person.born;
	struct tot_months within = view->own->by_kind[TOT_EMPLOYMENT];
	tot_months_clip(&within, 0, end);
	struct tot_months basic = within;
	out->months = tot_months_count(&within);
	enum tot_status status = tot_jp_within_basic(&basic, born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_pay_of(&out->pay, view->own, &within, ctx);
	if (status != TOT_OK)
		return status;
	tot_jp_explain_pay(&out->pay, ctx);
	out->earnings_status =
		tot_jp_earnings_related(&out->earnings, &out->pay, born, revalue, ctx);
	if (out->earnings_status < 0 && out->earnings_status != TOT_ERR_NO_PARAMETER)
		return out->earnings_status;
	out->addition_status = tot_jp_transitional_addition(&out->addition, out->months,
							    tot_months_count(&basic), born, ctx);
	if (out->addition_status < 0 && out->addition_status != TOT_ERR_NO_PARAMETER)
		return out->addition_status;
	return TOT_OK;
}

static bool complete(const struct employees_part *part)
{
	return part->earnings_status >= 0 && part->addition_status >= 0 && part->pay.unknown == 0;
}

static void say_incomplete(struct tot_benefit *benefit, const struct employees_part *part,
			   struct tot_ctx *ctx)
{
	if (part->pay.unknown)
		tot_benefit_reason(benefit, ctx, "pay of %zu months unknown: %s", part->pay.unknown,
				   part->pay.unknown_why);
	if (part->earnings_status < 0 || part->addition_status < 0)
		tot_benefit_reason(
			benefit, ctx,
			"the law book has no revaluation table for fiscal year %d and this "
			"year of birth",
			tot_month_fiscal_year(tot_month_of(ctx->as_of)));
}

static void employees_factors(struct tot_benefit *benefit, const struct employees_part *part,
			      const struct claim_facts *facts, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	const struct tot_jp_earnings *earnings = &part->earnings;
	tot_benefit_factor(benefit, ctx, "months", "%d", part->months);
	if (part->earnings_status >= 0 && part->pay.unknown == 0) {
		tot_benefit_factor(benefit, ctx, "regular", "%s",
				   tot_jp_rounded(text, earnings->regular, 0));
		if (earnings->has_guarantee)
			tot_benefit_factor(benefit, ctx, "guarantee", "%s",
					   tot_jp_rounded(text, earnings->guarantee, 0));
		tot_benefit_factor(benefit, ctx, "average_remuneration", "%s",
				   tot_jp_rounded(text, earnings->average, 2));
	}
	if (part->addition_status >= 0)
		tot_benefit_factor(benefit, ctx, "transitional_addition", "%s",
				   tot_jp_rounded(text, part->addition, 0));
	say_timing(benefit, &facts->timing, ctx);
}

static struct tot_jp_sum sum_of(const struct employees_part *part)
{
	const struct tot_jp_sum nothing = {0, tot_ratio_of(0, 1)};
	return tot_jp_sum_add(tot_jp_sum_add(nothing, part->earnings.amount), part->addition);
}

/*
 * All months, with the claim inside. Early: everything is reduced. Late: the increase is that of
 * the months before the right (EPA s. 44-3 (4)); later months are added as they are.
 */
static struct tot_jp_sum with_timing(const struct employees_part *all,
				     const struct employees_part *at_right,
				     const struct tot_jp_timing *timing)
{
	const struct tot_jp_sum sum = sum_of(all);
	if (timing->early)
		return tot_jp_sum_times(sum, tot_ratio_of(timing->factor, 1000));
	if (!timing->late)
		return sum;
	const struct tot_ratio increase = tot_ratio_of(timing->late * timing->step, 1000);
	return tot_jp_sum_plus(sum, tot_jp_sum_times(sum_of(at_right), increase));
}

static void explain_employees(const struct tot_benefit *benefit, const char *formula,
			      struct tot_ctx *ctx)
{
	char amount[TOT_JP_TEXT];
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act s. 43, s. 44-3; "
				  "Act 34/1985 suppl. s. 59 (2)");
	tot_trace_result(ctx->trace, "JPY per year", "%s",
			 tot_jp_yen(amount, benefit->amount.value));
	tot_trace_formula(ctx->trace, "%s", formula);
	tot_trace_rounding(ctx->trace,
			   "once, half up to 1 yen, Employees' Pension Insurance Act s. 35 (1)");
}

/* The amount in one line; late: the increase is that of the months before the right. */
static const char *employees_formula(const struct employees_part *all,
				     const struct employees_part *at_right, tot_yen amount,
				     const struct tot_jp_timing *timing, struct tot_ctx *ctx)
{
	char earnings[TOT_JP_TEXT], addition[TOT_JP_TEXT], total[TOT_JP_TEXT], times[TOT_JP_TEXT];
	char base[TOT_DECIMAL_TEXT], rate[TOT_DECIMAL_TEXT];
	const struct tot_jp_earnings *e = &all->earnings;
	const bool guaranteed = e->has_guarantee && tot_ratio_compare(e->guarantee, e->regular) > 0;
	const char *kind = guaranteed ? "guaranteed" : "earnings-related";
	tot_jp_grouped(earnings, e->amount, 2);
	tot_jp_grouped(addition, all->addition, 2);
	tot_jp_yen(total, amount);
	int64_t at_65;
	if (timing->late && tot_jp_sum_round(&at_65, sum_of(at_right), 2) == TOT_OK)
		return tot_arena_format(
			ctx->arena, "%s %s + %s transitional + %s x %s = %s", earnings, kind,
			addition, tot_decimal_print_grouped(base, at_65, 2),
			tot_decimal_print(rate, timing->late * timing->step, 3), total);
	return tot_arena_format(ctx->arena,
				timing->early ? "(%s %s + %s transitional)%s = %s"
					      : "%s %s + %s transitional%s = %s",
				earnings, kind, addition, tot_jp_times(times, timing), total);
}

static enum tot_status employees_amount(struct tot_benefit *benefit, const struct tot_view *view,
					const struct claim_facts *facts, struct tot_ctx *ctx)
{
	struct employees_part all = {0}, at_right = {0};
	const bool revalue =
		strcmp(tot_scenario_choice(view->life, "jp.employees.revaluation", "on"), "off") !=
		0;
	const tot_month end = amount_end(view, facts, benefit->start, ctx->law);
	enum tot_status status = employees_part_of(&all, view, end, revalue, ctx);
	if (status == TOT_OK && facts->timing.late) {
		struct tot_ctx quiet = *ctx;
		quiet.trace = NULL;
		status = employees_part_of(&at_right, view, facts->right, revalue, &quiet);
	}
	if (status != TOT_OK)
		return status;
	employees_factors(benefit, &all, facts, ctx);
	if (!revalue)
		tot_benefit_reason(benefit, ctx,
				   "pay at face value, not revalued "
				   "(jp.employees.revaluation: off)");
	else if (all.pay.revalued)
		tot_benefit_reason(benefit, ctx,
				   "an average that is revalued already is taken as it is, without "
				   "the guarantee");
	no_amount(benefit);
	if (!complete(&all) || (facts->timing.late && !complete(&at_right))) {
		say_incomplete(benefit, &all, ctx);
		return TOT_OK;
	}
	tot_yen yearly;
	/* EPA s. 35 (1), DECISIONS 30: the only rounding. */
	status = tot_jp_sum_round(&yearly, with_timing(&all, &at_right, &facts->timing), 0);
	if (status != TOT_OK)
		return status;
	set_amount(benefit, yearly,
		   tot_status_worse(tot_jp_pay_status(&all.pay, ctx), all.addition_status));
	benefit->formula = employees_formula(&all, &at_right, yearly, &facts->timing, ctx);
	explain_employees(benefit, benefit->formula, ctx);
	return TOT_OK;
}

static enum tot_status amount_of(struct tot_benefit *benefit, const struct tot_view *view,
				 struct tot_ctx *ctx)
{
	struct claim_facts facts;
	enum tot_status status = claim_facts_of(&facts, benefit, view, ctx);
	if (status == TOT_OK)
		explain_timing(&facts.timing, view->life->person.born, ctx);
	if (status == TOT_OK)
		status = strcmp(benefit->id, "JP.old_age.basic") == 0
				 ? basic_amount(benefit, view, &facts, ctx)
				 : employees_amount(benefit, view, &facts, ctx);
	if (status != TOT_ERR_NO_PARAMETER && status != TOT_ERR_OVERFLOW)
		return status;
	no_amount(benefit);
	tot_benefit_reason(benefit, ctx,
			   status == TOT_ERR_OVERFLOW
				   ? "the pay is beyond what can be computed exactly; correct it"
				   : "the law book has no figures for this cohort or day");
	return TOT_OK;
}

enum tot_status tot_jp_benefit(struct tot_findings *io, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	for (size_t i = 0; i < io->benefit_count; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		if (strncmp(benefit->id, "JP.old_age.", 11) != 0)
			continue;
		benefit->amount = (struct tot_amount){.currency = "JPY", .per = "year"};
		if (!benefit->entitled)
			continue;
		tot_trace_begin(ctx->trace, benefit->id, benefit->title);
		tot_trace_test(ctx->trace, "", benefit->test, NULL);
		const enum tot_status status = amount_of(benefit, view, ctx);
		tot_trace_end(ctx->trace);
		if (status != TOT_OK)
			return status;
	}
	tot_jp_notices(io, view, ctx);
	const enum tot_status status = tot_jp_disability_amounts(io, view, ctx);
	return status == TOT_OK ? tot_jp_survivor_amounts(io, view, ctx) : status;
}
