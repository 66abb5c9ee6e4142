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
static enum tot_status partial(tot_yen *io, enum tot_jp_figure share, const struct tot_law *law)
{
	struct tot_value part;
	int64_t step, cut;
	enum tot_status status = tot_jp_figure(&part, law, share, &(struct tot_at){0});
	if (status == TOT_OK)
		status = tot_jp_number(&step, law, TOT_JP_PREMIUM_STEP);
	if (status == TOT_OK)
		status = tot_mul_div(&cut, *io, part.value, part.denominator * step, TOT_HALF_UP);
	if (status == TOT_OK)
		*io = cut * step;
	return status;
}

static enum tot_status category_1(struct tot_shares *out, const struct tot_period *record,
				  tot_month month, const struct tot_law *law)
{
	tot_yen premium;
	enum tot_status status = tot_jp_premium(&premium, month, law);
	if (status != TOT_OK)
		return status;
	if (record->kind == TOT_EXEMPT_QUARTER)
		status = partial(&premium, TOT_JP_PREMIUM_QUARTER_EXEMPT, law);
	else if (record->kind == TOT_EXEMPT_HALF)
		status = partial(&premium, TOT_JP_PREMIUM_HALF_EXEMPT, law);
	else if (record->kind == TOT_EXEMPT_THREE_QUARTERS)
		status = partial(&premium, TOT_JP_PREMIUM_THREE_QUARTERS_EXEMPT, law);
	struct tot_value more;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	if (status == TOT_OK && record->flags & TOT_FLAG_ADDITIONAL_PREMIUM) {
		status = tot_jp_figure(&more, law, TOT_JP_PREMIUM_ADDITIONAL, &at);
		premium += status == TOT_OK ? more.value : 0;
	}
	if (status == TOT_OK)
		out->employee = premium;
	return status;
}

static enum tot_status employees(struct tot_shares *out, const struct tot_period *record,
				 tot_month month, struct tot_ctx *ctx)
{
	/* Pay by year is spread over all its months: an open record covers the rest of the year. */
	const struct tot_date year_end = {tot_month_year(month), 12, 31};
	const struct tot_span span = {.record = record,
				      .kind = record->kind,
				      .from = record->from,
				      .to = tot_date_is_none(record->to) ? year_end : record->to};
	struct tot_jp_pay_rules rules;
	struct tot_ratio pay;
	struct tot_value rate;
	tot_yen standard, bonus, total;
	int64_t base;
	bool graded;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	tot_jp_pay_rules_of(&rules, ctx);
	enum tot_status status = tot_jp_record_pay(&pay, &bonus, &graded, &rules, &span, month);
	if (status == TOT_OK)
		status = tot_ratio_round(&standard, pay, 1, TOT_DOWN);
	if (status == TOT_OK && graded)
		status = tot_jp_standard_remuneration(&standard, standard, month, ctx->law);
	if (status == TOT_OK && bonus > 0)
		status = tot_jp_standard_bonus(&bonus, &bonus, 1, month, ctx->law);
	if (status == TOT_OK)
		status = tot_add(&base, standard, bonus);
	if (status == TOT_OK)
		status = tot_jp_figure(&rate, ctx->law, TOT_JP_PREMIUM_RATE, &at);
	/* Act 42/1987: half; of the employee's half a fraction up to 50 sen is dropped. */
	if (status == TOT_OK)
		status = tot_mul_div(&out->employee, base, rate.value,
				     INT64_C(200) * rate.denominator, TOT_HALF_DOWN);
	if (status == TOT_OK)
		status = tot_mul_div(&total, base, rate.value, 100 * rate.denominator, TOT_DOWN);
	if (status != TOT_OK)
		return status;
	out->base = base;
	out->employer = total - out->employee;
	return TOT_OK;
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
	if (!(record->flags & TOT_FLAG_PREMIUM_WAIVED)) {
		if (record->kind == TOT_EMPLOYMENT)
			status = employees(&shares, record, month, ctx);
		else if (kind & TOT_JP_CATEGORY_1_KINDS & ~free)
			status = category_1(&shares, record, month, ctx->law);
	}
	if (status == TOT_OK)
		*out = shares;
	return status;
}
