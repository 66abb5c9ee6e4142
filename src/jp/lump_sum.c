/* Amounts of the lump-sum withdrawal payments. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

/*
 * The rules changed by the last month of insurance. Each regime names its columns; the caps of 36
 * and 60 months are dated figures of their own.
 */
struct regime {
	enum tot_jp_figure first_column; /* of the payment for six months */
	int columns;
	bool total_pay; /* pay before 2003-04 is raised to total remuneration */
};

/* First month whose bonuses count; without it no average is right. */
static enum tot_status total_pay_from(tot_month *out, const struct tot_law *law)
{
	const struct tot_date day = tot_jp_day(law, TOT_JP_DAY_TOTAL_PAY);
	if (tot_date_is_none(day))
		return TOT_ERR_NO_PARAMETER;
	*out = tot_month_of(day);
	return TOT_OK;
}

/* The regime of the employees' payment: the newest table that has the month. */
static enum tot_status employees_regime(struct regime *out, struct tot_value *first, tot_month last,
					const struct tot_law *law)
{
	static const struct regime regimes[] = {
		{TOT_JP_LUMP_EPI_6, 16, true},	  /* last month from 2005-04: by premium rate */
		{TOT_JP_LUMP_EPI_OLD_6, 6, true}, /* earlier: fixed */
	};
	const struct tot_at at = {.month = last};
	enum tot_status status = TOT_ERR_NO_PARAMETER;
	for (size_t i = 0; i < 2 && status == TOT_ERR_NO_PARAMETER; i++) {
		*out = regimes[i];
		status = tot_jp_figure(first, law, regimes[i].first_column, &at);
	}
	tot_month from;
	if (status == TOT_OK)
		status = total_pay_from(&from, law);
	/* Act 18/2000 suppl. s. 22: the factor 1.3 came with the pay that includes bonuses. */
	if (status == TOT_OK)
		out->total_pay = last >= from;
	return status;
}

/* Multiple of six at or below the months, at most the cap of the last month. */
static enum tot_status paid_months(int *out, enum tot_jp_figure cap, int months, tot_month last,
				   const struct tot_law *law)
{
	struct tot_value most;
	int64_t step;
	const struct tot_at at = {.month = last};
	enum tot_status status = tot_jp_figure(&most, law, cap, &at);
	if (status == TOT_OK)
		status = tot_jp_number(&step, law, TOT_JP_LUMP_STEP);
	if (status != TOT_OK)
		return status;
	const int whole = months / (int)step * (int)step;
	*out = whole < most.value ? whole : (int)most.value;
	return TOT_OK;
}

/* EPA suppl. s. 29 (3): average of all months, not revalued; months before 2003-04 times 1.3. */
static enum tot_status average_of(struct tot_ratio *out, const struct tot_jp_pay *pay,
				  bool total_pay, const struct tot_law *law)
{
	struct tot_value factor;
	int64_t sum = 0;
	tot_month from;
	enum tot_status status = total_pay_from(&from, law);
	if (status == TOT_OK)
		status = tot_jp_figure(&factor, law, TOT_JP_TOTAL_FACTOR, &(struct tot_at){0});
	for (size_t i = 0; i < pay->count && status == TOT_OK; i++) {
		const struct tot_jp_pay_month *month = &pay->months[i];
		int64_t part;
		const bool early = month->month < from;
		status = tot_mul_div(&part, month->remuneration,
				     early && total_pay ? factor.value : factor.denominator, 1,
				     TOT_EXACT_ONLY);
		if (status == TOT_OK)
			status = tot_add(&sum, sum, part);
		if (status == TOT_OK && !early)
			status = tot_mul_div(&part, month->bonus, factor.denominator, 1,
					     TOT_EXACT_ONLY);
		if (status == TOT_OK && !early)
			status = tot_add(&sum, sum, part);
	}
	if (status == TOT_OK)
		*out = tot_ratio_div(tot_ratio_of(sum, factor.denominator),
				     tot_ratio_of((int64_t)pay->count, 1));
	return status;
}

/* EPA suppl. s. 29 (4): half of the premium rate times the months paid for, to one decimal. */
static void explain_factor(const struct tot_jp_lump_sum *sum, const struct tot_value *factor,
			   tot_month last, struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT], exact[TOT_JP_TEXT], percent[TOT_JP_TEXT];
	struct tot_value rate;
	tot_trace_begin(ctx->trace, "", "factor");
	tot_trace_result(ctx->trace, "", "%s", tot_decimal_print(text, factor->value, 1));
	if (tot_jp_figure(&rate, ctx->law, TOT_JP_LUMP_RATE, &(struct tot_at){.month = last}) ==
	    TOT_OK) {
		const struct tot_ratio half =
			tot_ratio_of(rate.value * sum->paid_months, 200 * rate.denominator);
		tot_trace_formula(ctx->trace, "%s percent / 2 x %d months = %s",
				  tot_jp_exact(percent, tot_jp_ratio(&rate)), sum->paid_months,
				  tot_jp_exact(exact, half));
		tot_trace_value(ctx->trace, "premium rate of the reference October, percent",
				&rate);
		tot_trace_rounding(ctx->trace, "half up to 0.1");
	}
	tot_trace_input(ctx->trace, "last month of coverage", "%s", tot_month_print(text, last));
	tot_trace_value(ctx->trace, "factor in the table", factor);
	tot_trace_end(ctx->trace);
}

static void explain_employees(const struct tot_jp_lump_sum *sum, const struct tot_value *factor,
			      tot_month last, struct tot_ctx *ctx)
{
	char average[TOT_JP_TEXT], rate[TOT_DECIMAL_TEXT], share[TOT_JP_TEXT];
	if (!ctx->trace)
		return;
	tot_trace_begin(ctx->trace, "", "payment");
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act suppl. s. 29 (3), (4)");
	tot_trace_result(ctx->trace, "JPY", "%s", tot_jp_yen(average, sum->gross));
	tot_trace_formula(ctx->trace, "%s x %s x %s", tot_jp_grouped(average, sum->average, 2),
			  tot_decimal_print(rate, sum->factor, 1), tot_jp_exact(share, sum->share));
	tot_trace_input(ctx->trace, "months of coverage", "%d", sum->months);
	tot_trace_input(ctx->trace, "their remuneration and bonuses, not revalued", "%s JPY",
			tot_jp_grouped(average,
				       tot_ratio_mul(sum->average, tot_ratio_of(sum->months, 1)),
				       0));
	tot_trace_input(ctx->trace, "months paid for", "%d", sum->paid_months);
	tot_trace_rounding(ctx->trace, "half up to 1 yen");
	explain_factor(sum, factor, last, ctx);
	tot_trace_end(ctx->trace);
}

enum tot_status tot_jp_lump_sum_employees(struct tot_jp_lump_sum *out, const struct tot_jp_pay *pay,
					  struct tot_ratio share, struct tot_ctx *ctx)
{
	struct tot_jp_lump_sum sum = {.months = (int)pay->count, .share = share};
	struct regime regime;
	struct tot_value factor;
	int64_t minimum, step;
	*out = (struct tot_jp_lump_sum){.months = sum.months};
	enum tot_status status = tot_jp_number(&minimum, ctx->law, TOT_JP_LUMP_MINIMUM);
	if (status == TOT_OK)
		status = tot_jp_number(&step, ctx->law, TOT_JP_LUMP_STEP);
	const bool shared = share.num < share.den;
	if (status != TOT_OK || pay->count == 0 || (sum.months < minimum && !shared))
		return status;
	const tot_month last = pay->months[pay->count - 1].month;
	status = employees_regime(&regime, &factor, last, ctx->law);
	/* Act 104/2007 s. 31: by the agreement the payment for six months is shared. */
	if (status == TOT_OK)
		status = paid_months(&sum.paid_months, TOT_JP_LUMP_CAP,
				     shared ? (int)minimum : sum.months, last, ctx->law);
	const struct tot_at at = {.month = last};
	const int column = sum.paid_months / (int)step - 1;
	if (status == TOT_OK && column >= regime.columns)
		status = TOT_ERR_NO_PARAMETER;
	if (status == TOT_OK)
		status =
			tot_jp_figure(&factor, ctx->law,
				      (enum tot_jp_figure)((int)regime.first_column + column), &at);
	if (status == TOT_OK)
		status = average_of(&sum.average, pay, regime.total_pay, ctx->law);
	if (status != TOT_OK)
		return status;
	sum.factor = factor.value;
	sum.counted = tot_ratio_of(sum.months, 1);
	const struct tot_ratio gross =
		tot_ratio_mul(tot_ratio_mul(sum.average, tot_jp_ratio(&factor)), share);
	status = tot_ratio_round(&sum.gross, gross, 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	sum.known = true;
	explain_employees(&sum, &factor, last, ctx);
	*out = sum;
	return TOT_OK;
}

/* NPA suppl. s. 9-3-2 (1): partly exempt months count by the part that was paid. */
static enum tot_status counted_months(struct tot_ratio *out, const int months[TOT_JP_WEIGHTS],
				      const struct tot_law *law)
{
	static const enum tot_jp_figure figures[TOT_JP_WEIGHTS] = {
		[TOT_JP_QUARTER_EXEMPT] = TOT_JP_LUMP_NP_QUARTER,
		[TOT_JP_HALF_EXEMPT] = TOT_JP_LUMP_NP_HALF,
		[TOT_JP_THREE_QUARTER_EXEMPT] = TOT_JP_LUMP_NP_THREE_QUARTERS};
	*out = tot_ratio_of(months[TOT_JP_PAID], 1);
	for (int i = TOT_JP_QUARTER_EXEMPT; i <= TOT_JP_THREE_QUARTER_EXEMPT; i++) {
		struct tot_value weight;
		const enum tot_status status =
			tot_jp_figure(&weight, law, figures[i], &(struct tot_at){0});
		if (status != TOT_OK)
			return status;
		*out = tot_ratio_add(
			*out, tot_ratio_mul(tot_jp_ratio(&weight), tot_ratio_of(months[i], 1)));
	}
	return TOT_OK;
}

/* The cell of the table for the fiscal year of the last paid month, or of the last one known. */
static enum tot_status national_cell(struct tot_value *out, int column, tot_month last,
				     const struct tot_law *law)
{
	const struct tot_at at = {.month = last, .year = tot_month_fiscal_year(last)};
	const enum tot_jp_figure figure = (enum tot_jp_figure)(TOT_JP_LUMP_NP_6 + column);
	enum tot_status status = tot_jp_figure(out, law, figure, &at);
	if (status != TOT_ERR_NO_PARAMETER)
		return status;
	if (column < 6) {
		status = tot_jp_figure(out, law,
				       (enum tot_jp_figure)(TOT_JP_LUMP_NP_OLD_6 + column), &at);
		if (status != TOT_ERR_NO_PARAMETER)
			return status;
	}
	int64_t newest;
	status = tot_law_last(out, &newest, law, &tot_jp_figures, figure);
	if (status != TOT_OK)
		return status;
	return at.year > newest ? TOT_PROJECTED : TOT_ERR_NO_PARAMETER;
}

static void explain_national(const struct tot_jp_lump_sum *sum, const struct tot_value *cell,
			     tot_month last, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	struct tot_value premium;
	const int year = tot_month_fiscal_year(last);
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(last))};
	if (!ctx->trace)
		return;
	tot_trace_begin(ctx->trace, "", "payment");
	tot_trace_law(ctx->trace, "National Pension Act suppl. s. 9-3-2 (3)");
	tot_trace_result(ctx->trace, "JPY", "%s", tot_jp_yen(text, sum->gross));
	tot_trace_input(ctx->trace, "counted months", "%s", tot_jp_exact(text, sum->counted));
	tot_trace_input(ctx->trace, "months paid for", "%d", sum->paid_months);
	tot_trace_input(ctx->trace, "last paid month", "%s", tot_month_print(text, last));
	/* The table is half of the year's premium for each month; before 2005 it was fixed. */
	if (tot_jp_figure(&premium, ctx->law, TOT_JP_PREMIUM, &at) == TOT_OK &&
	    premium.value * sum->paid_months == 2 * sum->gross) {
		tot_trace_formula(ctx->trace, "premium of fiscal year %d %s x 1/2 x %d months",
				  year, tot_jp_yen(text, premium.value), sum->paid_months);
		tot_trace_value(ctx->trace, "premium of a month", &premium);
	} else {
		tot_trace_formula(ctx->trace, "table of the fiscal year %d for %d months", year,
				  sum->paid_months);
	}
	tot_trace_value(ctx->trace, "payment in the table", cell);
	tot_trace_end(ctx->trace);
}

enum tot_status tot_jp_lump_sum_national(struct tot_jp_lump_sum *out,
					 const int months[TOT_JP_WEIGHTS], tot_month last,
					 struct tot_ctx *ctx)
{
	struct tot_jp_lump_sum sum = {.share = tot_ratio_of(1, 1)};
	int64_t whole, minimum, step;
	struct tot_value cell = {0};
	enum tot_status status = counted_months(&sum.counted, months, ctx->law);
	if (status == TOT_OK)
		status = tot_ratio_round(&whole, sum.counted, 1, TOT_DOWN);
	if (status == TOT_OK)
		status = tot_jp_number(&minimum, ctx->law, TOT_JP_LUMP_MINIMUM);
	if (status == TOT_OK)
		status = tot_jp_number(&step, ctx->law, TOT_JP_LUMP_STEP);
	if (status != TOT_OK)
		return status;
	sum.months = (int)whole;
	*out = sum;
	if (whole < minimum)
		return TOT_OK;
	status = paid_months(&sum.paid_months, TOT_JP_LUMP_NP_CAP, sum.months, last, ctx->law);
	if (status == TOT_OK)
		status = national_cell(&cell, sum.paid_months / (int)step - 1, last, ctx->law);
	if (status < 0)
		return status;
	sum.gross = cell.value;
	sum.known = true;
	explain_national(&sum, &cell, last, ctx);
	*out = sum;
	return status;
}
