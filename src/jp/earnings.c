/* Earnings-related part: revalued remuneration, regular and guaranteed way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <stdio.h>

/* One of the two ways to value a career: its table of monthly rates and its accrual rates. */
struct way {
	enum tot_jp_figure rate, pre, post;
	const char *label, *law;
};

static const struct way regular_way = {
	TOT_JP_REVALUATION, TOT_JP_ACCRUAL_PRE, TOT_JP_ACCRUAL_POST, "regular amount",
	"Employees' Pension Insurance Act s. 43; Act 18/2000 suppl. s. 20"};
static const struct way guarantee_way = {
	TOT_JP_OLD_REVALUATION, TOT_JP_OLD_ACCRUAL_PRE, TOT_JP_OLD_ACCRUAL_POST,
	"guarantee of the level before 2000", "Act 18/2000 suppl. s. 21"};

/* Revalued sums in 0.001 yen, before 2003-04 and since. */
struct sums {
	int64_t before, since;
	int months_before, months_since;
	int64_t pre, post; /* accrual in 0.001 per mille */
};

/* Consecutive months of one fiscal year with one rate: a step of the explanation. */
struct group {
	struct tot_value rate;
	int64_t pay;
	int months, year;
	bool open;
};

static enum tot_status close_group(struct group *group, bool before, struct sums *sums,
				   struct tot_trace *trace)
{
	if (!group->open)
		return TOT_OK;
	int64_t product, *sum = before ? &sums->before : &sums->since;
	enum tot_status status =
		tot_mul_div(&product, group->pay, group->rate.value, 1, TOT_EXACT_ONLY);
	if (status == TOT_OK)
		status = tot_add(sum, *sum, product);
	if (status != TOT_OK)
		return status;
	*(before ? &sums->months_before : &sums->months_since) += group->months;
	group->open = false;
	if (!trace)
		return TOT_OK;
	char label[TOT_JP_TEXT], pay[TOT_JP_TEXT], rate[TOT_DECIMAL_TEXT], text[TOT_DECIMAL_TEXT];
	snprintf(label, sizeof(label), "fiscal year %d", group->year);
	tot_decimal_print(rate, group->rate.value, 3);
	tot_trace_begin(trace, "", label);
	tot_trace_result(trace, "JPY", "%s", tot_decimal_print_grouped(text, product, 3));
	tot_trace_formula(trace, "%s x %s", tot_jp_yen(pay, group->pay), rate);
	tot_trace_input(trace, "months", "%d", group->months);
	tot_trace_input(trace, "standard remuneration", "%s JPY", pay);
	tot_trace_input(trace, "revaluation rate", "%s", rate);
	tot_trace_source(trace, "%s, %s to %s (%s) %s", group->rate.parameter, group->rate.from,
			 group->rate.to, group->rate.confidence, group->rate.source);
	tot_trace_end(trace);
	return TOT_OK;
}

/* A monthly rate with the last month that it holds for. */
struct rate {
	struct tot_value value;
	tot_month until;
	bool found;
};

/* Rate of a month; months after the fiscal year of payment take its newest one (DECISIONS 2). */
static enum tot_status find_rate(struct rate *io, const struct way *way, tot_month month,
				 struct tot_date born, const struct tot_ctx *ctx)
{
	if (io->found && month <= io->until)
		return TOT_OK;
	const int year = tot_month_fiscal_year(tot_month_of(ctx->as_of));
	const tot_month newest = tot_month_make(year + 1, 3);
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of),
				  .month = month < newest ? month : newest,
				  .birth = tot_date_to_day(born)};
	const enum tot_status status = tot_jp_figure(&io->value, ctx->law, way->rate, &at);
	if (status != TOT_OK)
		return status;
	io->found = true;
	if (month >= newest)
		io->until = TOT_MONTH_LIMIT;
	else if (!tot_month_parse(&io->until, io->value.to))
		io->until = month;
	return TOT_OK;
}

static enum tot_status revalued(struct sums *out, const struct tot_jp_pay *pay,
				const struct way *way, struct tot_date born, struct tot_ctx *ctx)
{
	const tot_month total_pay = tot_month_of(tot_jp_day(ctx->law, TOT_JP_DAY_TOTAL_PAY));
	const struct tot_value face = {.value = 1000,
				       .denominator = 1000,
				       .decimals = 3,
				       .parameter = "at face value",
				       .from = "",
				       .to = "",
				       .confidence = "no revaluation",
				       .source = ""};
	struct rate rate = {.found = false};
	struct group group = {.open = false};
	bool before = true;
	enum tot_status status = TOT_OK;
	*out = (struct sums){0};
	for (size_t i = 0; i < pay->count && status == TOT_OK; i++) {
		const struct tot_jp_pay_month *month = &pay->months[i];
		const int year = tot_month_fiscal_year(month->month);
		const bool at_face = !way || month->revalued;
		if (!at_face)
			status = find_rate(&rate, way, month->month, born, ctx);
		if (status != TOT_OK)
			return status;
		const struct tot_value *value = at_face ? &face : &rate.value;
		if (!group.open || group.year != year || group.rate.value != value->value) {
			status = close_group(&group, before, out, ctx->trace);
			group = (struct group){.rate = *value, .year = year, .open = true};
		}
		before = month->month < total_pay;
		group.months++;
		if (status == TOT_OK)
			status = tot_add(&group.pay, group.pay, month->remuneration);
		if (status == TOT_OK && !before)
			status = tot_add(&group.pay, group.pay, month->bonus);
	}
	return status == TOT_OK ? close_group(&group, before, out, ctx->trace) : status;
}

/* The group of the recipient: its revision rate of the National Pension. */
static enum tot_status revision_rate(struct tot_value *out, struct tot_date born,
				     const struct tot_ctx *ctx)
{
	const struct tot_date boundary = tot_jp_day(ctx->law, TOT_JP_DAY_NEW_GROUP);
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	return tot_jp_figure(out, ctx->law,
			     tot_date_compare(born, boundary) >= 0 ? TOT_JP_REVISION_NEW
								   : TOT_JP_REVISION_EXISTING,
			     &at);
}

/* EPA suppl. s. 17-4 (8): least average of the months before 2003-04. */
static enum tot_status apply_floor(struct sums *io, struct tot_date born, struct tot_ctx *ctx)
{
	struct tot_value base, rate;
	int64_t least = 0, sum = 0;
	if (io->months_before == 0)
		return TOT_OK;
	enum tot_status status = tot_jp_of_cohort(&base, ctx->law, TOT_JP_FLOOR_BASE, born);
	if (status == TOT_OK)
		status = revision_rate(&rate, born, ctx);
	if (status == TOT_OK)
		status = tot_mul_div(&least, base.value, rate.value, rate.denominator, TOT_HALF_UP);
	if (status == TOT_OK)
		status = tot_mul_div(&sum, least * 1000, io->months_before, 1, TOT_EXACT_ONLY);
	if (status != TOT_OK || io->before >= sum)
		return status;
	io->before = sum;
	tot_trace_begin(ctx->trace, "", "least average before 2003-04");
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act suppl. s. 17-4 (8)");
	tot_trace_result(ctx->trace, "JPY a month", "%lld", (long long)least);
	tot_trace_value(ctx->trace, "base amount", &base);
	tot_trace_value(ctx->trace, "revision rate", &rate);
	tot_trace_end(ctx->trace);
	return TOT_OK;
}

/* The accrual of a survivors' or disability pension may be that of another birth than the rates. */
static struct tot_date cohort_of(const struct tot_jp_pay *pay, struct tot_date born)
{
	return tot_date_is_none(pay->cohort) ? born : pay->cohort;
}

/* Sums in 0.001 yen times accrual in 0.001 per mille: yen a year. */
static enum tot_status accrue(struct tot_ratio *out, struct sums *sums, const struct way *way,
			      struct tot_date born, struct tot_ctx *ctx)
{
	struct tot_value pre, post;
	enum tot_status status = tot_jp_of_cohort(&pre, ctx->law, way->pre, born);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&post, ctx->law, way->post, born);
	if (status != TOT_OK)
		return status;
	const struct tot_ratio mille = tot_ratio_of(1, 1000);
	const struct tot_ratio before = tot_ratio_mul(
		tot_ratio_mul(tot_ratio_of(sums->before, 1000), tot_jp_ratio(&pre)), mille);
	const struct tot_ratio since = tot_ratio_mul(
		tot_ratio_mul(tot_ratio_of(sums->since, 1000), tot_jp_ratio(&post)), mille);
	*out = tot_ratio_add(before, since);
	sums->pre = pre.value;
	sums->post = post.value;
	if (sums->months_before)
		tot_trace_value(ctx->trace, "per mille a month before 2003-04", &pre);
	if (sums->months_since)
		tot_trace_value(ctx->trace, "per mille a month from 2003-04", &post);
	return out->overflow ? TOT_ERR_OVERFLOW : TOT_OK;
}

/* The formula of a way: each revalued sum by its per mille; level: of the guarantee, else NULL. */
static void finish_step(const struct tot_ratio *amount, const struct sums *sums,
			const struct tot_value *level, struct tot_trace *trace)
{
	char pre[TOT_DECIMAL_TEXT], post[TOT_DECIMAL_TEXT], rate[TOT_DECIMAL_TEXT];
	char before[TOT_DECIMAL_TEXT], since[TOT_DECIMAL_TEXT], text[TOT_JP_TEXT];
	if (!trace)
		return;
	tot_decimal_print_grouped(before, sums->before, 3);
	tot_decimal_print_grouped(since, sums->since, 3);
	tot_decimal_print(pre, sums->pre, 3);
	tot_decimal_print(post, sums->post, 3);
	const char *times = level ? " x " : "";
	const char *last = level ? tot_decimal_print(rate, level->value, 3) : "";
	tot_trace_result(trace, "JPY per year", "%s", tot_jp_grouped(text, *amount, 2));
	if (sums->months_before && sums->months_since)
		tot_trace_formula(trace, "(%s x %s/1000 + %s x %s/1000)%s%s", before, pre, since,
				  post, times, last);
	else
		tot_trace_formula(trace, "%s x %s/1000%s%s", sums->months_before ? before : since,
				  sums->months_before ? pre : post, times, last);
	tot_trace_end(trace);
}

static enum tot_status regular_amount(struct tot_jp_earnings *out, const struct tot_jp_pay *pay,
				      struct tot_date born, bool revalue, struct tot_ctx *ctx)
{
	struct sums sums;
	tot_trace_begin(ctx->trace, "", regular_way.label);
	tot_trace_law(ctx->trace, regular_way.law);
	enum tot_status status = revalued(&sums, pay, revalue ? &regular_way : NULL, born, ctx);
	if (status == TOT_OK && revalue && !pay->revalued)
		status = apply_floor(&sums, born, ctx);
	if (status == TOT_OK)
		status = accrue(&out->regular, &sums, &regular_way, cohort_of(pay, born), ctx);
	if (status != TOT_OK) {
		tot_trace_end(ctx->trace);
		return status;
	}
	finish_step(&out->regular, &sums, NULL, ctx->trace);
	out->months_before_2003_04 = sums.months_before;
	out->months = sums.months_before + sums.months_since;
	out->average = tot_ratio_of(0, 1);
	if (out->months > 0)
		out->average = tot_ratio_div(tot_ratio_add(tot_ratio_of(sums.before, 1000),
							   tot_ratio_of(sums.since, 1000)),
					     tot_ratio_of(out->months, 1));
	return TOT_OK;
}

static enum tot_status guaranteed_amount(struct tot_jp_earnings *out, const struct tot_jp_pay *pay,
					 struct tot_date born, struct tot_ctx *ctx)
{
	struct sums sums;
	struct tot_value level;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of),
				  .birth = tot_date_to_day(born)};
	tot_trace_begin(ctx->trace, "", guarantee_way.label);
	tot_trace_law(ctx->trace, guarantee_way.law);
	enum tot_status status = revalued(&sums, pay, &guarantee_way, born, ctx);
	if (status == TOT_OK)
		status = accrue(&out->guarantee, &sums, &guarantee_way, cohort_of(pay, born), ctx);
	if (status == TOT_OK)
		status = tot_jp_figure(&level, ctx->law, TOT_JP_OLD_LEVEL_RATE, &at);
	if (status != TOT_OK) {
		tot_trace_end(ctx->trace);
		return status;
	}
	out->guarantee = tot_ratio_mul(out->guarantee, tot_jp_ratio(&level));
	tot_trace_value(ctx->trace, "revision rate of the old level", &level);
	finish_step(&out->guarantee, &sums, &level, ctx->trace);
	out->has_guarantee = true;
	return out->guarantee.overflow ? TOT_ERR_OVERFLOW : TOT_OK;
}

enum tot_status tot_jp_earnings_related(struct tot_jp_earnings *out, const struct tot_jp_pay *pay,
					struct tot_date born, bool revalue, struct tot_ctx *ctx)
{
	struct tot_jp_earnings earnings = {.guarantee = tot_ratio_of(0, 1)};
	enum tot_status status = regular_amount(&earnings, pay, born, revalue, ctx);
	/* An average that is revalued already: its months at rate 1, no guarantee (DECISIONS 29). */
	if (status == TOT_OK && revalue && !pay->revalued)
		status = guaranteed_amount(&earnings, pay, born, ctx);
	if (status != TOT_OK)
		return status;
	earnings.amount = earnings.regular;
	/* Act 18/2000 suppl. s. 21: the totals are compared, never single months. */
	if (earnings.has_guarantee && tot_ratio_compare(earnings.guarantee, earnings.regular) > 0)
		earnings.amount = earnings.guarantee;
	*out = earnings;
	return TOT_OK;
}
