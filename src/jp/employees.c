/* Amount of the old-age employees' pension, early or late claim and work inside. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

/* What goes into the amount; late: also the months before the right, how much of them was due. */
struct sums {
	struct tot_jp_employees_part all, at_right;
	struct tot_ratio rate; /* average payment rate of the waiting months (EPA s. 44-3 (4)) */
	tot_factor addition;   /* 0.001: factor of the transitional addition */
	tot_factor earnings;   /* 0.001: factor of the earnings-related part */
};

static void employees_factors(struct tot_benefit *benefit, const struct sums *sums,
			      const struct tot_jp_claim_facts *facts, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	const struct tot_jp_employees_part *part = &sums->all;
	const struct tot_jp_earnings *earnings = &part->earnings;
	struct tot_jp_timing timing = facts->timing;
	timing.factor = timing.early ? sums->earnings : timing.factor;
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
	tot_jp_say_timing(benefit, &timing, ctx);
}

static struct tot_jp_sum weighted(const struct tot_jp_employees_part *part,
				  struct tot_ratio earnings, struct tot_ratio addition)
{
	const struct tot_jp_sum nothing = {0, tot_ratio_of(0, 1)};
	const struct tot_jp_sum a = tot_jp_sum_add(nothing, part->earnings.amount);
	const struct tot_jp_sum b = tot_jp_sum_add(nothing, part->addition);
	return tot_jp_sum_plus(tot_jp_sum_times(a, earnings), tot_jp_sum_times(b, addition));
}

#define FINE 1000000

/*
 * What a late claim increases: the months before the right, as far as they would have been paid.
 * With a payment rate the earnings-related part is taken to the millionth of a yen, so that 64 bits
 * hold the product.
 */
static struct tot_jp_sum deferred(const struct sums *sums)
{
	const struct tot_ratio whole = tot_ratio_of(1, 1);
	struct tot_jp_employees_part part = sums->at_right;
	int64_t fine;
	if (tot_ratio_compare(sums->rate, whole) != 0 &&
	    tot_ratio_round(&fine, part.earnings.amount, FINE, TOT_HALF_UP) == TOT_OK)
		part.earnings.amount = tot_ratio_of(fine, FINE);
	return weighted(&part, sums->rate, whole);
}

/*
 * All months, with the claim inside. Early: everything is reduced. Late: the increase is that of
 * the months before the right (EPA s. 44-3 (4)); later months are added as they are.
 */
static struct tot_jp_sum with_timing(const struct sums *sums, const struct tot_jp_timing *timing)
{
	const struct tot_ratio whole = tot_ratio_of(1, 1);
	if (timing->early)
		return weighted(&sums->all, tot_ratio_of(sums->earnings, 1000),
				tot_ratio_of(sums->addition, 1000));
	const struct tot_jp_sum sum = weighted(&sums->all, whole, whole);
	if (!timing->late)
		return sum;
	const struct tot_ratio increase = tot_ratio_of(timing->late * timing->step, 1000);
	return tot_jp_sum_plus(sum, tot_jp_sum_times(deferred(sums), increase));
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

static const char *early_formula(const struct sums *sums, const char *earnings, const char *kind,
				 const char *addition, const char *total,
				 const struct tot_jp_timing *timing, struct tot_ctx *ctx)
{
	char times[TOT_JP_TEXT], a[TOT_DECIMAL_TEXT], b[TOT_DECIMAL_TEXT];
	if (sums->earnings == sums->addition)
		return tot_arena_format(ctx->arena, "(%s %s + %s transitional)%s = %s", earnings,
					kind, addition, tot_jp_times(times, timing), total);
	return tot_arena_format(ctx->arena, "%s %s x %s + %s transitional x %s = %s", earnings,
				kind, tot_decimal_print(a, sums->earnings, 3), addition,
				tot_decimal_print(b, sums->addition, 3), total);
}

/* The amount in one line; late: the increase is that of the months before the right. */
static const char *employees_formula(const struct sums *sums, tot_yen amount,
				     const struct tot_jp_timing *timing, struct tot_ctx *ctx)
{
	char earnings[TOT_JP_TEXT], addition[TOT_JP_TEXT], total[TOT_JP_TEXT];
	char base[TOT_DECIMAL_TEXT], rate[TOT_DECIMAL_TEXT];
	const struct tot_jp_earnings *e = &sums->all.earnings;
	const bool guaranteed = e->has_guarantee && tot_ratio_compare(e->guarantee, e->regular) > 0;
	const char *kind = guaranteed ? "guaranteed" : "earnings-related";
	tot_jp_grouped(earnings, e->amount, 2);
	tot_jp_grouped(addition, sums->all.addition, 2);
	tot_jp_yen(total, amount);
	int64_t late;
	if (timing->early)
		return early_formula(sums, earnings, kind, addition, total, timing, ctx);
	if (timing->late && tot_jp_sum_round(&late, deferred(sums), 2) == TOT_OK)
		return tot_arena_format(
			ctx->arena, "%s %s + %s transitional + %s x %s = %s", earnings, kind,
			addition, tot_decimal_print_grouped(base, late, 2),
			tot_decimal_print(rate, timing->late * timing->step, 3), total);
	return tot_arena_format(ctx->arena, "%s %s + %s transitional = %s", earnings, kind,
				addition, total);
}

/*
 * Early claims of the cohorts with a pension before 65: the earnings-related part by the months to
 * its age, the transitional addition by those to 65 (EPA suppl. s. 13-4).
 */
static enum tot_status early_factors(struct sums *io, const struct tot_benefit *benefit,
				     const struct tot_view *view,
				     const struct tot_jp_claim_facts *facts,
				     const struct tot_law *law)
{
	struct tot_jp_special special;
	const struct tot_jp_timing *timing = &facts->timing;
	const tot_month claim = benefit->start - 1;
	io->earnings = io->addition = timing->factor;
	const enum tot_status status = tot_jp_special_of(&special, view, law);
	if (status == TOT_OK && timing->early && special.age_month != TOT_MONTH_NONE &&
	    special.age_month > claim && special.age_month < facts->ages.month_65)
		io->earnings = 1000 + timing->step * (special.age_month - claim);
	return status;
}

static void explain_rate(const struct sums *sums, struct tot_benefit *benefit, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	if (tot_ratio_compare(sums->rate, tot_ratio_of(1, 1)) >= 0)
		return;
	tot_jp_exact(text, sums->rate);
	tot_benefit_reason(benefit, ctx,
			   "work while waiting: only %s of the earnings-related part grows", text);
	tot_trace_begin(ctx->trace, "", "average payment rate of the waiting months");
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act s. 44-3 (4), order s. 3-5-2");
	tot_trace_result(ctx->trace, "", "%s", text);
	tot_trace_formula(ctx->trace, "mean of 1 - suspended share over the waiting months");
	tot_trace_end(ctx->trace);
}

/* Both sums of months, and how much of the waiting would have been paid. */
static enum tot_status sums_of(struct sums *out, const struct tot_benefit *benefit,
			       const struct tot_view *view, const struct tot_jp_claim_facts *facts,
			       const struct tot_jp_work *work, struct tot_ctx *ctx)
{
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	struct tot_months within = view->own->by_kind[TOT_EMPLOYMENT];
	tot_months_clip(&within, 0,
			tot_jp_amount_end(view->own, benefit->start, facts->right, &facts->ages,
					  facts->timing.early > 0, ctx->law));
	enum tot_status status = tot_jp_employees_part_of(&out->all, view, &within, true, ctx);
	if (status == TOT_OK)
		status = early_factors(out, benefit, view, facts, ctx->law);
	if (status != TOT_OK || !facts->timing.late)
		return status;
	tot_months_clip(&within, 0, facts->right);
	status = tot_jp_employees_part_of(&out->at_right, view, &within, true, &quiet);
	if (status == TOT_OK && tot_jp_part_complete(&out->at_right))
		status = tot_jp_payment_rate(&out->rate, work, facts->right,
					     facts->right + facts->timing.late,
					     out->at_right.earnings.amount, &quiet);
	return status;
}

static void say_way(struct tot_benefit *benefit, const struct tot_view *view,
		    const struct sums *sums, struct tot_ctx *ctx)
{
	if (tot_jp_at_face(view))
		tot_benefit_reason(benefit, ctx,
				   "pay at face value, not revalued "
				   "(jp.employees.revaluation: off)");
	else if (sums->all.pay.revalued)
		tot_benefit_reason(benefit, ctx,
				   "an average that is revalued already is taken as it is, without "
				   "the guarantee");
}

/* EPA s. 46: the test knows the earnings-related part, reduced where it was claimed early. */
static enum tot_status suspend(struct tot_benefit *benefit, const struct sums *sums,
			       const struct tot_jp_work *work,
			       const struct tot_jp_claim_facts *facts, struct tot_ctx *ctx)
{
	struct tot_jp_suspension suspension;
	struct tot_ratio yearly = sums->all.earnings.amount;
	if (facts->timing.early)
		yearly = tot_ratio_mul(yearly, tot_ratio_of(sums->earnings, 1000));
	const enum tot_status status =
		tot_jp_suspended(&suspension, work, benefit->start, yearly, true, ctx);
	if (status == TOT_OK)
		tot_jp_say_suspended(benefit, &suspension, ctx);
	return status;
}

enum tot_status tot_jp_employees_amount(struct tot_benefit *benefit, const struct tot_view *view,
					const struct tot_jp_claim_facts *facts, struct tot_ctx *ctx)
{
	struct sums sums = {.rate = tot_ratio_of(1, 1)};
	struct tot_jp_work work;
	enum tot_status status = tot_jp_work_of(&work, view, ctx);
	if (status == TOT_OK)
		status = sums_of(&sums, benefit, view, facts, &work, ctx);
	if (status != TOT_OK)
		return status;
	employees_factors(benefit, &sums, facts, ctx);
	say_way(benefit, view, &sums, ctx);
	tot_jp_no_amount(benefit, "year");
	if (!tot_jp_part_complete(&sums.all) ||
	    (facts->timing.late && !tot_jp_part_complete(&sums.at_right))) {
		tot_jp_say_incomplete(benefit, &sums.all, ctx);
		return TOT_OK;
	}
	tot_yen yearly;
	/* EPA s. 35 (1), DECISIONS 30: the only rounding. */
	status = tot_jp_sum_round(&yearly, with_timing(&sums, &facts->timing), 0);
	if (status != TOT_OK)
		return status;
	explain_rate(&sums, benefit, ctx);
	tot_jp_set_amount(
		benefit, yearly, "year",
		tot_status_worse(tot_jp_pay_status(&sums.all.pay, ctx), sums.all.addition_status));
	benefit->formula = employees_formula(&sums, yearly, &facts->timing, ctx);
	explain_employees(benefit, benefit->formula, ctx);
	return suspend(benefit, &sums, &work, facts, ctx);
}
