/* Supplement for long insurance at low pay (s. 76g). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/basic_pension.h"

#include <limits.h>
#include <string.h>

#include "de/figures.h"

/* Figures of s. 76g (3), (4). */
struct figures {
	int64_t first, full, valued_most, least, cap_first, cap_step, cap_full, factor;
};

static enum tot_status read_figures(struct figures *out, const struct tot_law *law,
				    struct tot_date on)
{
	const struct tot_at at = tot_de_on(on);
	const struct {
		int64_t *to;
		enum tot_de_figure figure;
	} wanted[] = {
		{&out->first, TOT_DE_SUPPLEMENT_MONTHS},
		{&out->full, TOT_DE_SUPPLEMENT_FULL_MONTHS},
		{&out->valued_most, TOT_DE_SUPPLEMENT_VALUED_MONTHS},
		{&out->least, TOT_DE_SUPPLEMENT_LEAST},
		{&out->cap_first, TOT_DE_SUPPLEMENT_CAP_FIRST},
		{&out->cap_step, TOT_DE_SUPPLEMENT_CAP_STEP},
		{&out->cap_full, TOT_DE_SUPPLEMENT_CAP},
		{&out->factor, TOT_DE_SUPPLEMENT_FACTOR},
	};
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]) && status >= 0; i++)
		status = tot_de_number(wanted[i].to, law, wanted[i].figure, &at);
	return status;
}

/* s. 76g (4): from 33 to 35 years the cap rises by a step each month; the step has six decimals. */
static enum tot_status cap_of(tot_points *out, int months, const struct figures *figures)
{
	if (months >= figures->full) {
		*out = figures->cap_full;
		return TOT_OK;
	}
	const int64_t millionths =
		figures->cap_first * 100 + figures->cap_step * (months - figures->first);
	return tot_mul_div(out, millionths, 1, 100, TOT_HALF_UP);
}

static void trace_share(struct tot_trace *trace, struct tot_ratio sum, int valued,
			tot_points average, tot_points cap)
{
	int64_t points;
	char text[TOT_DECIMAL_TEXT], each[TOT_DECIMAL_TEXT];
	if (!trace || tot_ratio_round(&points, sum, 1, TOT_HALF_UP) < 0)
		return;
	tot_trace_input(trace, "average of the valued months", "%s / %d = %s",
			tot_decimal_print(text, points, 4), valued,
			tot_decimal_print(each, average, 4));
	tot_trace_input(trace, "highest average", "%s", tot_decimal_print(text, cap, 4));
}

/* The supplement from average and cap; each step has four decimals (s. 121 (1)). */
static enum tot_status share_of(tot_points *out, tot_points average, tot_points cap, int valued,
				const struct figures *figures, struct tot_trace *trace)
{
	const tot_points share = 2 * average <= cap ? average : cap - average;
	const int64_t count = valued < figures->valued_most ? valued : figures->valued_most;
	tot_points each;
	char text[TOT_DECIMAL_TEXT], factor[TOT_DECIMAL_TEXT];
	const enum tot_status status =
		tot_mul_div(&each, share, figures->factor, 10000, TOT_HALF_UP);
	if (status < 0)
		return status;
	*out = each * count;
	tot_trace_formula(trace, "%s x %s, half up to 0.0001, x %d months",
			  tot_decimal_print(text, share, 4),
			  tot_decimal_print(factor, figures->factor, 4), (int)count);
	return TOT_OK;
}

enum tot_status tot_de_supplement_points(tot_points *out, struct tot_ratio sum, int valued,
					 int months, struct tot_date on, const struct tot_law *law,
					 struct tot_trace *trace)
{
	struct figures figures;
	tot_points average, cap;
	char text[TOT_DECIMAL_TEXT];
	enum tot_status status = read_figures(&figures, law, on);
	if (status < 0)
		return status;
	*out = 0;
	if (months < figures.first || !valued)
		return TOT_OK;
	tot_trace_begin(trace, "", "supplement for long insurance");
	tot_trace_law(trace, "SGB VI s. 76g");
	tot_trace_input(trace, "basic-pension months", "%d of %d, at most %d of them valued",
			months, (int)figures.first, (int)figures.valued_most);
	status = tot_ratio_round(&average, tot_ratio_div(sum, tot_ratio_of(valued, 1)), 1,
				 TOT_HALF_UP);
	if (status >= 0)
		status = cap_of(&cap, months, &figures);
	if (status >= 0) {
		trace_share(trace, sum, valued, average, cap);
		if (average < cap)
			status = share_of(out, average, cap, valued, &figures, trace);
	}
	tot_trace_result(trace, "points", "%s", tot_decimal_print(text, *out, 4));
	tot_trace_end(trace);
	return status;
}

void tot_de_basic_pension_months(struct tot_months *out, const struct tot_timeline *own)
{
	const tot_kinds always =
		TOT_DE_WORK | TOT_DE_DEEMED | TOT_DE_CONSIDERATION | TOT_KIND_BIT(TOT_SUBSTITUTE);
	const tot_kinds paid =
		TOT_KIND_BIT(TOT_CREDITABLE_SICKNESS) | TOT_KIND_BIT(TOT_CREDITABLE_MATERNITY);
	struct tot_months more;
	tot_timeline_flagged(out, own, always, 0, TOT_FLAG_MINIJOB_EXEMPT);
	tot_timeline_flagged(&more, own, TOT_KIND_BIT(TOT_BENEFIT_SICKNESS), 0,
			     TOT_FLAG_ASSISTANCE);
	tot_months_or(out, &more);
	tot_timeline_flagged(&more, own, paid, TOT_FLAG_BENEFIT_PAID, TOT_FLAG_ASSISTANCE);
	tot_months_or(out, &more);
}

static void trace_valued(struct tot_trace *trace, const struct tot_months *long_insured,
			 const struct tot_months *valued)
{
	char ranges[512];
	if (!trace)
		return;
	tot_trace_begin(trace, "", "months of the supplement for long insurance");
	tot_trace_law(trace, "SGB VI s. 76g (2), (3)");
	tot_months_print(ranges, sizeof(ranges), long_insured);
	tot_trace_input(trace, "own months of these kinds", "%d: %s",
			tot_months_count(long_insured), ranges);
	tot_months_print(ranges, sizeof(ranges), valued);
	tot_trace_input(trace, "with at least 0.0250 points", "%d: %s", tot_months_count(valued),
			ranges);
	tot_trace_result(trace, "months", "%d", tot_months_count(valued));
	tot_trace_end(trace);
}

enum tot_status tot_de_supplement_of(struct tot_de_supplement *out,
				     const struct tot_de_special *special,
				     const struct tot_timeline *own, int months,
				     struct tot_ctx *ctx)
{
	const struct tot_at at = tot_de_on(ctx->as_of);
	struct tot_months long_insured, valued = {{0}};
	int64_t least, needed;
	*out = (struct tot_de_supplement){.months = months};
	/* No figure before 2021: no supplement. */
	if (tot_de_number(&least, ctx->law, TOT_DE_SUPPLEMENT_LEAST, &at) < 0 ||
	    tot_de_number(&needed, ctx->law, TOT_DE_SUPPLEMENT_MONTHS, &at) < 0)
		return TOT_OK;
	tot_de_basic_pension_months(&long_insured, own);
	for (tot_month m = tot_months_next(&long_insured, 0); m != TOT_MONTH_NONE;
	     m = tot_months_next(&long_insured, m + 1))
		if (tot_de_pools_month(&special->pools, TOT_DE_POOLS_PENSION, m) >= least)
			tot_months_add(&valued, m);
	out->valued = tot_months_count(&valued);
	if (months >= needed)
		trace_valued(ctx->trace, &long_insured, &valued);
	const enum tot_status status = tot_de_supplement_points(
		&out->points, tot_de_pools_sum(&special->pools, TOT_DE_POOLS_PENSION, &valued),
		out->valued, months, ctx->as_of, ctx->law, ctx->trace);
	/* s. 76g (5): even shares on the valued months; months with points (East) get points (East). */
	return status < 0 ? status
			  : tot_de_east_share(&out->east, out->points,
					      tot_de_pools_east_months(&special->pools, &valued),
					      tot_ratio_of(out->valued, 1));
}

/* All months at a start, lent ones too, however many the test itself would need. */
static enum tot_status count_all(int *out, enum tot_de_test test, struct tot_de_sets *sets,
				 const struct tot_view *view, tot_month start, struct tot_ctx *ctx)
{
	struct tot_qualifying found = {.id = tot_de_test_id(test)};
	sets->required[test] = INT_MAX;
	const enum tot_status status = tot_de_test_at(&found, test, sets, view, start, start, ctx);
	*out = found.counted;
	return status;
}

/* The months of the 45 years and of mini-jobs; DECISIONS 28: with lent ones as for the 35 years. */
static enum tot_status count_long_service(int *out, struct tot_de_sets *sets,
					  const struct tot_view *view, tot_month before,
					  struct tot_ctx *ctx)
{
	struct tot_qualifying found = {.id = tot_de_test_id(TOT_DE_TEST_W45)};
	const struct tot_view own_only = {.life = view->life, .own = view->own};
	const struct tot_lent *lent = tot_view_lent(view, tot_de_test_id(TOT_DE_TEST_W35));
	const enum tot_status status =
		tot_de_test_at(&found, TOT_DE_TEST_W45, sets, &own_only, before, before, ctx);
	*out = found.counted;
	if (status < 0 || !lent || !found.own)
		return status;
	struct tot_months more = lent->months;
	tot_months_clip(&more, 0, before);
	*out += tot_months_count_andnot(&more, &found.own_months);
	return TOT_OK;
}

/* The facts of one pension; s. 77 (4) asks for months by s. 51 (3a), (4) and s. 52 (2). */
static enum tot_status count_for(struct tot_benefit *io, const struct tot_de_plan *plan,
				 const struct tot_view *calculation, struct tot_ctx *quiet)
{
	const bool old_age = io->counted_before == TOT_MONTH_NONE;
	const tot_month before = old_age ? io->start : io->counted_before;
	const struct tot_de_cut cut = {.start = io->start == TOT_MONTH_NONE ? before : io->start,
				       .before = before,
				       .open_until = plan->open_until,
				       .receipt = old_age ? &plan->receipt : NULL};
	struct tot_de_sets sets;
	enum tot_status status = tot_de_sets_of(&sets, plan->view, &cut, quiet);
	if (status >= 0 && !old_age)
		status = count_long_service(&io->long_service_months, &sets, calculation, before,
					    quiet);
	sets.has_credits = false;
	if (status >= 0)
		status = count_all(&io->calculation_months, TOT_DE_TEST_W35, &sets, calculation,
				   before, quiet);
	return status < 0 ? status
			  : count_all(&io->basic_pension_months, TOT_DE_TEST_GR33, &sets,
				      plan->view, before, quiet);
}

enum tot_status tot_de_count_facts(struct tot_findings *io, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	struct tot_de_plan plan;
	struct tot_view own_only = *view;
	enum tot_status status = tot_de_plan_begin(&plan, view, ctx);
	if (status >= 0)
		status = tot_de_plan_receipt(&plan, io);
	if (strcmp(tot_scenario_choice(view->life, "de.calculation_periods_with_japan", "yes"),
		   "no") == 0)
		own_only.lent_count = 0;
	for (size_t i = 0; i < io->benefit_count && status >= 0; i++)
		if ((io->benefits[i].start != TOT_MONTH_NONE ||
		     io->benefits[i].counted_before != TOT_MONTH_NONE) &&
		    strcmp(io->benefits[i].country, "DE") == 0)
			status = count_for(&io->benefits[i], &plan, &own_only, &plan.quiet);
	return status < 0 ? status : TOT_OK;
}
