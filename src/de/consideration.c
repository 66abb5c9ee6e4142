/* Low earnings beside children under ten are raised (s. 70 (3a)). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/figures.h"
#include "de/special.h"

enum tot_status tot_de_extra_of_month(tot_points *out, tot_points compulsory, tot_points all,
				      bool two, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t share, most, total;
	tot_points extra;
	enum tot_status status = tot_de_number(&share, law, TOT_DE_EXTRA_SHARE, &at);
	if (status >= 0)
		status = tot_de_number(&most, law, TOT_DE_EXTRA_CAP, &at);
	if (status >= 0)
		status = tot_de_number(&total, law, TOT_DE_EXTRA_TOTAL, &at);
	if (status >= 0)
		status = tot_mul_div(&extra, compulsory, share, 100, TOT_HALF_UP);
	if (status < 0)
		return status;
	/* Letter b credits the same amount, less what letter a has given. */
	if (extra > most || two)
		extra = most;
	const tot_points room = total > all ? total - all : 0;
	*out = extra < room ? extra : room;
	return TOT_OK;
}

/* Children under ten at once: each derived period is a child's; written ones are one each. */
static bool has_two(const struct tot_timeline *own, tot_month month)
{
	int derived = 0, written = 0;
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if (span->kind != TOT_CONSIDERATION_CHILD || !tot_months_has(&span->months, month))
			continue;
		if (span->record)
			written++;
		else
			derived++;
	}
	return derived > 1 || written > 1;
}

static enum tot_status add_months(struct tot_de_pools *io, const struct tot_months *considered,
				  const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct tot_months compulsory;
	tot_timeline_flagged(&compulsory, it->own,
			     TOT_DE_COMPULSORY & ~TOT_KIND_BIT(TOT_CHILD_RAISING), 0,
			     TOT_FLAG_MINIJOB_EXEMPT);
	enum tot_status status = TOT_OK;
	for (tot_month m = tot_months_next(considered, 0); m != TOT_MONTH_NONE && status >= 0;
	     m = tot_months_next(considered, m + 1)) {
		const tot_points own = tot_de_pools_month(io, TOT_DE_POOL_OWN, m);
		const tot_points child = tot_de_pools_month(io, TOT_DE_POOL_CHILD, m);
		tot_points extra;
		status = tot_de_extra_of_month(&extra, tot_months_has(&compulsory, m) ? own : 0,
					       own + child, has_two(it->own, m), ctx->law);
		if (status >= 0 && extra)
			status = tot_de_pool_add_month(io, TOT_DE_POOL_EXTRA, m, extra, ctx);
	}
	return status;
}

/* The rule with its figures. */
static void trace_rule(struct tot_trace *trace, const struct tot_law *law)
{
	const struct tot_at at = {0};
	struct tot_value most, total;
	if (!trace || tot_de_get(&most, law, TOT_DE_EXTRA_CAP, &at) < 0 ||
	    tot_de_get(&total, law, TOT_DE_EXTRA_TOTAL, &at) < 0)
		return;
	tot_trace_formula(trace, "each month: half of its compulsory points, or with two children "
				 "under ten the highest amount; not above the limit together with "
				 "its other points");
	tot_trace_value(trace, "highest amount", &most);
	tot_trace_value(trace, "limit of a month", &total);
}

static void trace_pools(struct tot_trace *trace, const struct tot_de_pools *pools)
{
	char ranges[512], each[TOT_DECIMAL_TEXT];
	if (!trace)
		return;
	for (size_t i = 0; i < pools->count; i++) {
		const struct tot_de_pool *pool = &pools->list[i];
		if (pool->kind != TOT_DE_POOL_EXTRA)
			continue;
		tot_months_print(ranges, sizeof(ranges), &pool->months);
		tot_trace_input(trace, "extra points of a month", "%d x %s (%s)", pool->count,
				tot_decimal_print(each, pool->each, 4), ranges);
	}
}

enum tot_status tot_de_add_extra(tot_points *out, struct tot_de_pools *io,
				 const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	const struct tot_at at = {0};
	struct tot_months considered;
	int64_t needed, year;
	char text[TOT_DECIMAL_TEXT];
	*out = 0;
	tot_timeline_kinds(&considered, it->own, TOT_KIND_BIT(TOT_CONSIDERATION_CHILD));
	enum tot_status status = tot_de_number(&needed, ctx->law, TOT_DE_EXTRA_MONTHS, &at);
	if (status >= 0)
		status = tot_de_number(&year, ctx->law, TOT_DE_EXTRA_YEAR, &at);
	if (status < 0)
		return status;
	tot_months_clip(&considered, tot_month_make((int)year, 1), TOT_MONTH_LIMIT);
	if (!tot_months_count(&considered))
		return TOT_OK;
	tot_trace_begin(ctx->trace, "", "points beside children under ten");
	tot_trace_law(ctx->trace, "SGB VI s. 70 (3a)");
	tot_trace_input(ctx->trace, "pension-law periods", "%d of %d months",
			it->calculation_months, (int)needed);
	if (it->calculation_months >= needed) {
		status = add_months(io, &considered, it, ctx);
		if (status >= 0)
			status = tot_ratio_round(
				out, tot_de_pools_sum(io, TOT_DE_POOL_EXTRA, &considered), 1,
				TOT_HALF_UP);
		trace_rule(ctx->trace, ctx->law);
		trace_pools(ctx->trace, io);
	}
	if (status >= 0)
		tot_trace_result(ctx->trace, "points", "%s", tot_decimal_print(text, *out, 4));
	tot_trace_end(ctx->trace);
	return status;
}
