/* Low pay before 1992 counts more in long lives (s. 262). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/figures.h"
#include "de/special.h"

/* One average of s. 262: points of full compulsory months and their number. */
struct average {
	struct tot_months months;
	struct tot_ratio sum;
	int count;
	tot_points each;
};

static enum tot_status average_of(struct average *io, const struct tot_de_pools *pools)
{
	io->count = tot_months_count(&io->months);
	io->each = 0;
	if (!io->count)
		return TOT_OK;
	io->sum = tot_de_pools_sum(pools, TOT_DE_POOLS_PAID, &io->months);
	return tot_ratio_round(&io->each, tot_ratio_div(io->sum, tot_ratio_of(io->count, 1)), 1,
			       TOT_HALF_UP);
}

/* Full months: compulsory, not beside a credited period, not of training, not beside a pension (3). */
static void full_months(struct tot_months *out, const struct tot_de_valued_months *months,
			const struct tot_timeline *own)
{
	struct tot_months training;
	tot_timeline_flagged(out, own, TOT_DE_COMPULSORY, 0, TOT_FLAG_MINIJOB_EXEMPT);
	tot_timeline_flagged(&training, own, TOT_DE_WORK, TOT_FLAG_TRAINING,
			     TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_andnot(out, &months->credited);
	tot_months_andnot(out, &training);
	tot_months_andnot(out, &months->pension);
}

struct limits {
	int64_t months, limit, multiple, year;
};

static enum tot_status read_limits(struct limits *out, const struct tot_law *law)
{
	const struct tot_at at = {0};
	enum tot_status status = tot_de_number(&out->months, law, TOT_DE_LOW_PAY_MONTHS, &at);
	if (status >= 0)
		status = tot_de_number(&out->limit, law, TOT_DE_LOW_PAY_LIMIT, &at);
	if (status >= 0)
		status = tot_de_number(&out->multiple, law, TOT_DE_LOW_PAY_MULTIPLE, &at);
	if (status >= 0)
		status = tot_de_number(&out->year, law, TOT_DE_LOW_PAY_YEAR, &at);
	return status;
}

static void trace_average(struct tot_trace *trace, const char *label, const struct average *average)
{
	int64_t sum;
	char text[TOT_DECIMAL_TEXT], each[TOT_DECIMAL_TEXT];
	if (trace && average->count && tot_ratio_round(&sum, average->sum, 1, TOT_HALF_UP) >= 0)
		tot_trace_input(trace, label, "%s / %d = %s", tot_decimal_print(text, sum, 4),
				average->count, tot_decimal_print(each, average->each, 4));
}

/* Points that lift the average to the target; none if it is there. */
static enum tot_status lift(tot_points *out, const struct average *early,
			    const struct limits *limits)
{
	tot_points target;
	enum tot_status status =
		tot_mul_div(&target, early->each, limits->multiple, 10000, TOT_HALF_UP);
	if (status < 0)
		return status;
	if (target > limits->limit)
		target = limits->limit;
	const struct tot_ratio whole = tot_ratio_of(target * early->count, 1);
	status = tot_ratio_round(out, tot_ratio_sub(whole, early->sum), 1, TOT_HALF_UP);
	if (status >= 0 && *out < 0)
		*out = 0;
	return status;
}

enum tot_status tot_de_add_low_pay(tot_points *out, struct tot_de_pools *io,
				   const struct tot_de_valued_months *months,
				   const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct limits limits;
	struct average all, early;
	char text[TOT_DECIMAL_TEXT], multiple[TOT_DECIMAL_TEXT];
	*out = 0;
	enum tot_status status = read_limits(&limits, ctx->law);
	if (status < 0 || it->calculation_months < limits.months)
		return status;
	full_months(&all.months, months, it->own);
	early.months = all.months;
	tot_months_clip(&early.months, 0, tot_month_make((int)limits.year, 1));
	status = average_of(&all, io);
	if (status >= 0)
		status = average_of(&early, io);
	if (status < 0 || !early.count || all.each >= limits.limit)
		return status;
	status = lift(out, &early, &limits);
	if (status < 0 || !*out)
		return status;
	tot_trace_begin(ctx->trace, "", "minimum for low pay before 1992");
	tot_trace_law(ctx->trace, "SGB VI s. 262");
	tot_trace_input(ctx->trace, "pension-law periods", "%d of %d months",
			it->calculation_months, (int)limits.months);
	trace_average(ctx->trace, "average of all full compulsory months", &all);
	trace_average(ctx->trace, "average of those before 1992", &early);
	tot_trace_formula(ctx->trace, "%s x that average, at most %s, times %d, less their points",
			  tot_decimal_print(multiple, limits.multiple, 4),
			  tot_decimal_print(text, limits.limit, 4), early.count);
	tot_trace_result(ctx->trace, "points", "%s", tot_decimal_print(text, *out, 4));
	tot_trace_end(ctx->trace);
	return tot_de_pool_add(io, TOT_DE_POOL_LOW_PAY, &early.months, tot_ratio_of(*out, 1), ctx);
}
