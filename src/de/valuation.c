/* Overall valuation: what a month without contributions is worth in this life (s. 71 (3), 72, 73). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/special.h"

#include <string.h>

#include "de/figures.h"

/* Months of real or assumed training: the first 36 months of work before 25 (s. 71 (3) sentence 2). */
static enum tot_status training_months(struct tot_months *out, const struct tot_timeline *own,
				       struct tot_date born, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t years, most;
	enum tot_status status = tot_de_number(&years, law, TOT_DE_TRAINING_AGE, &at);
	if (status >= 0)
		status = tot_de_number(&most, law, TOT_DE_TRAINING_FIRST_MONTHS, &at);
	if (status < 0)
		return status;
	struct tot_months first;
	const struct tot_age age = {(int)years, 0};
	tot_timeline_flagged(&first, own, TOT_DE_WORK, 0, TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_clip(&first, 0, tot_month_of(tot_age_reached(born, age)) + 1);
	tot_months_keep_first(&first, (int)most);
	tot_timeline_flagged(out, own, TOT_DE_WORK, TOT_FLAG_TRAINING, TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_or(out, &first);
	return TOT_OK;
}

struct tot_months tot_de_drawn_months(const struct tot_scenario *life)
{
	struct tot_months drawn = {{0}};
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind != TOT_EVENT_BENEFIT || strcmp(event->country, "DE") != 0 ||
		    (strcmp(event->what, "disability") != 0 && strcmp(event->what, "old_age") != 0))
			continue;
		const bool open = tot_date_is_none(event->to);
		tot_months_add_range(&drawn, tot_month_of(event->on),
				     open ? TOT_MONTH_LIMIT : tot_month_of(event->to) + 1);
	}
	return drawn;
}

enum tot_status tot_de_valued_months_of(struct tot_de_valued_months *out,
					const struct tot_de_special_case *it)
{
	const tot_kinds credited = TOT_DE_CREDITABLE | TOT_KIND_BIT(TOT_SUBSTITUTE);
	tot_timeline_flagged(&out->contributed, it->own, TOT_DE_CONTRIBUTION, 0,
			     TOT_FLAG_MINIJOB_EXEMPT);
	tot_timeline_kinds(&out->considered, it->own, TOT_DE_CONSIDERATION);
	tot_timeline_kinds(&out->credited, it->own, credited);
	tot_timeline_kinds(&out->pension, it->own, TOT_KIND_BIT(TOT_CREDITABLE_PENSION_RECEIPT));
	tot_months_or(&out->pension, &it->drawn);
	tot_months_or(&out->credited, &it->added);
	out->free = out->credited;
	tot_months_andnot(&out->free, &out->contributed);
	out->reduced = out->credited;
	tot_months_and(&out->reduced, &out->contributed);
	return training_months(&out->training, it->own, it->born, it->basis->law);
}

/* s. 71 (3) no. 1: as if they were child-raising, beside the contributions of the same months. */
static enum tot_status consider_year(struct tot_de_pools *io, struct tot_months *months, int year,
				     const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	tot_points own, points;
	tot_months_clip(months, tot_month_make(year, 1), tot_month_make(year + 1, 1));
	enum tot_status status = tot_ratio_round(
		&own, tot_de_pools_sum(io, TOT_DE_POOL_OWN, months), 1, TOT_HALF_UP);
	if (status >= 0)
		status = tot_de_child_points(&points, year, tot_months_count(months), own,
					     it->basis);
	if (status >= 0)
		status = tot_de_pool_add(io, TOT_DE_POOL_CONSIDERED, months,
					 tot_ratio_of(points, 1), ctx);
	return status;
}

static enum tot_status consider_children(struct tot_de_pools *io,
					 const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct tot_months children, raising;
	enum tot_status status = TOT_OK;
	tot_timeline_kinds(&children, it->own, TOT_KIND_BIT(TOT_CONSIDERATION_CHILD));
	tot_timeline_kinds(&raising, it->own, TOT_KIND_BIT(TOT_CHILD_RAISING));
	tot_months_andnot(&children, &raising);
	for (tot_month m = tot_months_next(&children, 0); m != TOT_MONTH_NONE && status >= 0;) {
		struct tot_months of_year = children;
		const int year = tot_month_year(m);
		status = consider_year(io, &of_year, year, it, ctx);
		m = tot_months_next(&children, tot_month_make(year + 1, 1));
	}
	return status;
}

/* Raise each month of the set to a least value. */
static enum tot_status raise_to(struct tot_de_pools *io, enum tot_de_pool_kind kind,
				const struct tot_months *set, enum tot_de_figure figure,
				struct tot_ctx *ctx)
{
	const struct tot_at at = {0};
	int64_t least;
	enum tot_status status = tot_de_number(&least, ctx->law, figure, &at);
	for (tot_month m = tot_months_next(set, 0); m != TOT_MONTH_NONE && status >= 0;
	     m = tot_months_next(set, m + 1)) {
		const tot_points points = tot_de_pools_month(io, TOT_DE_POOLS_VALUED, m);
		if (points < least)
			status = tot_de_pool_add_month(io, kind, m, least - points, ctx);
	}
	return status;
}

static enum tot_status add_valued_only(struct tot_de_pools *io,
				       const struct tot_de_valued_months *months,
				       const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct tot_months care;
	struct tot_months training = months->training;
	tot_timeline_kinds(&care, it->own, TOT_KIND_BIT(TOT_CONSIDERATION_CARE));
	tot_months_and(&training, &months->contributed);
	enum tot_status status = consider_children(io, it, ctx);
	/* s. 263 (1): months of care count 0.0625, unless their contributions bring more. */
	if (status >= 0)
		status =
			raise_to(io, TOT_DE_POOL_CONSIDERED, &care, TOT_DE_CARE_CONSIDERATION, ctx);
	if (status >= 0)
		status = raise_to(io, TOT_DE_POOL_TRAINING, &training, TOT_DE_TRAINING_LEAST, ctx);
	return status < 0 ? status : TOT_OK;
}

enum tot_status tot_de_assignable_months(struct tot_months *out,
					 const struct tot_de_valued_months *months,
					 const struct tot_de_special_case *it)
{
	const struct tot_at at = {0};
	int64_t years;
	const enum tot_status status =
		tot_de_number(&years, it->basis->law, TOT_DE_PERIOD_AGE, &at);
	if (status < 0)
		return status;
	const struct tot_age age = {(int)years, 0};
	const tot_month first = tot_month_of(tot_date_add_days(tot_age_reached(it->born, age), 1));
	struct tot_months taken = months->free;
	struct tot_months drawn = months->pension;
	*out = months->contributed;
	tot_months_or(out, &months->considered);
	tot_months_or(out, &months->credited);
	tot_months_clip(out, 0, it->end);
	tot_months_add_range(out, first, it->end);
	tot_months_andnot(&taken, &months->considered);
	tot_months_andnot(&drawn, &months->contributed);
	tot_months_andnot(&drawn, &months->considered);
	tot_months_andnot(out, &taken);
	tot_months_andnot(out, &drawn);
	return TOT_OK;
}

/* s. 73 sentence 1: what the comparison leaves out. */
static struct tot_months left_out(const struct tot_de_valued_months *months)
{
	struct tot_months out = months->considered;
	struct tot_months drawn = months->contributed;
	tot_months_and(&out, &months->free);
	tot_months_or(&out, &months->reduced);
	tot_months_or(&drawn, &months->considered);
	tot_months_and(&drawn, &months->pension);
	tot_months_or(&out, &drawn);
	return out;
}

static enum tot_status quotient(tot_points *points, int *count, tot_points *each,
				const struct tot_months *set, const struct tot_de_pools *pools)
{
	const struct tot_ratio sum = tot_de_pools_sum(pools, TOT_DE_POOLS_VALUED, set);
	*count = tot_months_count(set);
	*each = 0;
	const enum tot_status status = tot_ratio_round(points, sum, 1, TOT_HALF_UP);
	if (status < 0 || !*count)
		return status;
	return tot_ratio_round(each, tot_ratio_div(sum, tot_ratio_of(*count, 1)), 1, TOT_HALF_UP);
}

/* s. 73 sentence 1: points of the last four years may also be left out, if that gives more. */
static enum tot_status without_last_years(struct tot_de_valuation *io,
					  const struct tot_de_pools *pools,
					  const struct tot_de_valued_months *months,
					  const struct tot_de_special_case *it)
{
	const struct tot_at at = {0};
	int64_t last;
	struct tot_de_valuation other = *io;
	enum tot_status status =
		tot_de_number(&last, it->basis->law, TOT_DE_INVALIDITY_LAST_MONTHS, &at);
	if (status < 0)
		return status;
	struct tot_months late = months->contributed;
	tot_months_or(&late, &months->considered);
	tot_months_clip(&late, it->end - (tot_month)last, it->end);
	tot_months_andnot(&other.comparison_set, &late);
	status = quotient(&other.comparison_points, &other.comparison_months, &other.comparison,
			  &other.comparison_set, pools);
	if (status >= 0 && other.comparison > io->comparison)
		*io = other;
	return status;
}

static void trace_share(struct tot_trace *trace, const char *label, unsigned kinds,
			const struct tot_months *set, const struct tot_de_pools *pools)
{
	int64_t points;
	char text[TOT_DECIMAL_TEXT];
	if (tot_ratio_round(&points, tot_de_pools_sum(pools, kinds, set), 1, TOT_HALF_UP) >= 0 &&
	    points)
		tot_trace_input(trace, label, "%s points", tot_decimal_print(text, points, 4));
}

/* The sum of a valuation by its parts, and its months. */
static void trace_parts(struct tot_trace *trace, const struct tot_months *set,
			const struct tot_de_pools *pools)
{
	char ranges[512];
	trace_share(trace, "contributions and child-raising",
		    TOT_DE_POOL_OWN | TOT_DE_POOL_CHILD | TOT_DE_POOL_LOW_PAY, set, pools);
	trace_share(trace, "consideration months, as if for child-raising (s. 71 (3) no. 1)",
		    TOT_DE_POOL_CONSIDERED, set, pools);
	trace_share(trace, "training months, lifted to 0.0833 (s. 71 (3) no. 2)",
		    TOT_DE_POOL_TRAINING, set, pools);
	trace_share(trace, "what miners' points are worth more (s. 84)", TOT_DE_POOL_MINERS, set,
		    pools);
	tot_months_print(ranges, sizeof(ranges), set);
	tot_trace_input(trace, "assignable months", "%s", ranges);
}

static void trace_valuation(struct tot_trace *trace, const char *label, const char *law,
			    const struct tot_months *set, const struct tot_de_pools *pools,
			    tot_points points, tot_points each)
{
	char sum[TOT_DECIMAL_TEXT], text[TOT_DECIMAL_TEXT];
	if (!trace)
		return;
	tot_trace_begin(trace, "", label);
	trace_parts(trace, set, pools);
	tot_trace_law(trace, law);
	tot_trace_formula(trace, "%s / %d assignable months", tot_decimal_print(sum, points, 4),
			  tot_months_count(set));
	tot_trace_result(trace, "points a month", "%s", tot_decimal_print(text, each, 4));
	tot_trace_rounding(trace, "half up to 0.0001 (s. 121 (1))");
	tot_trace_end(trace);
}

enum tot_status tot_de_value_months(struct tot_de_valuation *out, struct tot_de_pools *io,
				    const struct tot_de_valued_months *months,
				    const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	*out = (struct tot_de_valuation){.value = 0};
	enum tot_status status = add_valued_only(io, months, it, ctx);
	if (status >= 0)
		status = tot_de_assignable_months(&out->basic_set, months, it);
	if (status < 0)
		return status;
	const struct tot_months leave = left_out(months);
	out->comparison_set = out->basic_set;
	tot_months_andnot(&out->comparison_set, &leave);
	status = quotient(&out->basic_points, &out->basic_months, &out->basic, &out->basic_set, io);
	if (status >= 0)
		status = quotient(&out->comparison_points, &out->comparison_months,
				  &out->comparison, &out->comparison_set, io);
	if (status >= 0 && it->without_last_years)
		status = without_last_years(out, io, months, it);
	if (status < 0)
		return status;
	out->value = out->basic > out->comparison ? out->basic : out->comparison;
	trace_valuation(ctx->trace, "basic valuation", "SGB VI s. 72", &out->basic_set, io,
			out->basic_points, out->basic);
	trace_valuation(ctx->trace, "comparison valuation", "SGB VI s. 73", &out->comparison_set,
			io, out->comparison_points, out->comparison);
	return TOT_OK;
}
