/* Premiums of one month: shares of employee and employer, premium of category 1. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

enum tot_status tot_jp_premium(tot_yen *out, tot_month month, const struct tot_law *law)
{
	struct tot_value premium;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	const enum tot_status status = tot_jp_figure(&premium, law, TOT_JP_PREMIUM, &at);
	if (status == TOT_OK)
		*out = premium.value;
	return status;
}

/* NPA s. 87: the part of a partly exempt month that is paid, to 10 yen. */
static enum tot_status partial(tot_yen *io, enum tot_jp_figure share, struct tot_ctx *ctx)
{
	struct tot_value part;
	int64_t step, cut;
	enum tot_status status = tot_jp_figure(&part, ctx->law, share, &(struct tot_at){0});
	if (status == TOT_OK)
		status = tot_jp_number(&step, ctx->law, TOT_JP_PREMIUM_STEP);
	if (status == TOT_OK)
		status = tot_mul_div(&cut, *io, part.value, part.denominator * step, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	*io = cut * step;
	tot_trace_value(ctx->trace, "share of the premium that is paid", &part);
	tot_trace_rounding(ctx->trace, "half up to 10 yen");
	return TOT_OK;
}

static enum tot_status additional(tot_yen *io, tot_month month, struct tot_ctx *ctx)
{
	struct tot_value more;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	const enum tot_status status =
		tot_jp_figure(&more, ctx->law, TOT_JP_PREMIUM_ADDITIONAL, &at);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, "additional premium", &more);
	return tot_add(io, *io, more.value);
}

static enum tot_status category_1(struct tot_shares *out, const struct tot_period *record,
				  tot_month month, struct tot_ctx *ctx)
{
	struct tot_value premium;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	enum tot_status status = tot_jp_figure(&premium, ctx->law, TOT_JP_PREMIUM, &at);
	if (status != TOT_OK)
		return status;
	tot_trace_law(ctx->trace, "National Pension Act s. 87, s. 90-2");
	tot_trace_value(ctx->trace, "premium of a month", &premium);
	tot_yen due = premium.value;
	if (record->kind == TOT_EXEMPT_QUARTER)
		status = partial(&due, TOT_JP_PREMIUM_QUARTER_EXEMPT, ctx);
	else if (record->kind == TOT_EXEMPT_HALF)
		status = partial(&due, TOT_JP_PREMIUM_HALF_EXEMPT, ctx);
	else if (record->kind == TOT_EXEMPT_THREE_QUARTERS)
		status = partial(&due, TOT_JP_PREMIUM_THREE_QUARTERS_EXEMPT, ctx);
	if (status == TOT_OK && record->flags & TOT_FLAG_ADDITIONAL_PREMIUM)
		status = additional(&due, month, ctx);
	if (status == TOT_OK)
		out->employee = due;
	return status;
}

/* What a month of work is worth: standard remuneration and standard bonus. */
struct worth {
	tot_yen standard, bonus;
};

static void explain_grade(tot_yen pay, tot_month month, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	struct tot_value grade;
	const struct tot_at at = {
		.day = tot_date_to_day(tot_month_first_day(month)), .month = month, .number = pay};
	if (!ctx->trace || tot_jp_figure(&grade, ctx->law, TOT_JP_GRADE, &at) != TOT_OK)
		return;
	tot_trace_input(ctx->trace, "pay", "%s JPY", tot_jp_yen(text, pay));
	tot_trace_value(ctx->trace, "grade", &grade);
}

static enum tot_status worth_of(struct worth *out, const struct tot_period *record, tot_month month,
				struct tot_ctx *ctx)
{
	/* Pay by year is spread over all its months: an open record covers the rest of the year. */
	const struct tot_date year_end = {tot_month_year(month), 12, 31};
	const struct tot_span span = {.record = record,
				      .kind = record->kind,
				      .from = record->from,
				      .to = tot_date_is_none(record->to) ? year_end : record->to};
	struct tot_jp_pay_rules rules;
	struct tot_ratio pay;
	bool graded;
	tot_jp_pay_rules_of(&rules, ctx);
	enum tot_status status =
		tot_jp_record_pay(&pay, &out->bonus, &graded, &rules, &span, month);
	if (status == TOT_OK)
		status = tot_ratio_round(&out->standard, pay, 1, TOT_DOWN);
	if (status == TOT_OK && graded) {
		const tot_yen amount = out->standard;
		status = tot_jp_standard_remuneration(&out->standard, amount, month, ctx->law);
		explain_grade(amount, month, ctx);
	}
	if (status == TOT_OK && out->bonus > 0)
		status = tot_jp_standard_bonus(&out->bonus, &out->bonus, 1, month, ctx->law);
	return status;
}

/* Act 42/1987: half; of the employee's half a fraction up to 50 sen is dropped. */
static enum tot_status half_of(int64_t *io, tot_yen base, const struct tot_value *rate)
{
	int64_t half;
	const enum tot_status status = tot_mul_div(&half, base, rate->value,
						   INT64_C(200) * rate->denominator, TOT_HALF_DOWN);
	return status == TOT_OK ? tot_add(io, *io, half) : status;
}

static enum tot_status employees(struct tot_shares *out, const struct tot_period *record,
				 tot_month month, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	struct worth worth;
	struct tot_value rate;
	tot_yen total;
	int64_t base;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	enum tot_status status = worth_of(&worth, record, month, ctx);
	if (status == TOT_OK)
		status = tot_add(&base, worth.standard, worth.bonus);
	if (status == TOT_OK)
		status = tot_jp_figure(&rate, ctx->law, TOT_JP_PREMIUM_RATE, &at);
	/* EPA s. 84: taken from the wage and from the bonus, each by itself. */
	if (status == TOT_OK)
		status = half_of(&out->employee, worth.standard, &rate);
	if (status == TOT_OK)
		status = half_of(&out->employee, worth.bonus, &rate);
	if (status == TOT_OK)
		status = tot_mul_div(&total, base, rate.value, 100 * rate.denominator, TOT_DOWN);
	if (status != TOT_OK)
		return status;
	out->base = base;
	out->employer = total - out->employee;
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act s. 20, s. 24-4, s. 81, s. 82");
	tot_trace_input(ctx->trace, "standard monthly remuneration", "%s JPY",
			tot_jp_yen(text, worth.standard));
	if (worth.bonus > 0)
		tot_trace_input(ctx->trace, "standard bonus", "%s JPY",
				tot_jp_yen(text, worth.bonus));
	tot_trace_value(ctx->trace, "rate, percent, half each", &rate);
	tot_trace_rounding(ctx->trace, "insured person half down to 1 yen, whole premium down");
	return TOT_OK;
}

/* NPA s. 11, EPA s. 19: insured to the month before the loss, which is the day after the end. */
static bool lost_in(const struct tot_period *record, tot_month month)
{
	return !tot_date_is_none(record->to) && tot_month_of(record->from) != month &&
	       tot_month_of(tot_date_add_days(record->to, 1)) == month;
}

enum tot_status tot_jp_contribution(struct tot_shares *out, const struct tot_period *record,
				    tot_month month, struct tot_ctx *ctx)
{
	struct tot_shares shares = {.currency = "JPY"};
	enum tot_status status = TOT_OK;
	const tot_kinds kind = TOT_KIND_BIT(record->kind);
	const tot_kinds free = TOT_KIND_BIT(TOT_EXEMPT_FULL) | TOT_KIND_BIT(TOT_DEFERRED) |
			       TOT_KIND_BIT(TOT_UNPAID);
	/* Leave: the month counts, nobody pays (EPA s. 81-2, NPA s. 88-2). */
	if (!(record->flags & TOT_FLAG_PREMIUM_WAIVED) && !lost_in(record, month)) {
		if (record->kind == TOT_EMPLOYMENT)
			status = employees(&shares, record, month, ctx);
		else if (kind & TOT_JP_CATEGORY_1_KINDS & ~free)
			status = category_1(&shares, record, month, ctx);
	}
	if (status == TOT_OK)
		*out = shares;
	return status;
}
