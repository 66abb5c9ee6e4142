/* The qualifying periods of 5 to 45 years (s. 50-52) and the 33 years of s. 76g. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/qualifying.h"

#include "de/credits.h"
#include "de/figures.h"

static const struct {
	const char *id, *title, *law;
	enum tot_de_figure required;
} tests[TOT_DE_TESTS] = {
	[TOT_DE_TEST_W5] = {"DE.w5", "Qualifying period of 5 years",
			    "SGB VI s. 50 (1), s. 51 (1), (4)", TOT_DE_W5},
	[TOT_DE_TEST_W15] = {"DE.w15", "Qualifying period of 15 years",
			     "SGB VI s. 51 (1), (4), s. 243b", TOT_DE_W15},
	[TOT_DE_TEST_W20] = {"DE.w20", "Qualifying period of 20 years",
			     "SGB VI s. 50 (2), s. 51 (1), (4)", TOT_DE_W20},
	[TOT_DE_TEST_W25] = {"DE.w25", "Qualifying period of 25 years underground",
			     "SGB VI s. 50 (3), s. 51 (2), (4)", TOT_DE_W25},
	[TOT_DE_TEST_W35] = {"DE.w35", "Qualifying period of 35 years",
			     "SGB VI s. 50 (4), s. 51 (3)", TOT_DE_W35},
	[TOT_DE_TEST_W45] = {"DE.w45", "Qualifying period of 45 years",
			     "SGB VI s. 50 (5), s. 51 (3a)", TOT_DE_W45},
	[TOT_DE_TEST_GR33] = {"DE.gr33", "33 years for the basic-pension supplement",
			      "SGB VI s. 76g (1)-(2)", TOT_DE_GR33},
};

const char *tot_de_test_id(enum tot_de_test test)
{
	return tests[test].id;
}

const char *tot_de_test_title(enum tot_de_test test)
{
	return tests[test].title;
}

const char *tot_de_test_law(enum tot_de_test test)
{
	return tests[test].law;
}

static enum tot_status read_figures(struct tot_de_sets *out, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t figure;
	enum tot_status status;
	for (int test = 0; test < TOT_DE_TESTS; test++) {
		status = tot_de_number(&figure, law, tests[test].required, &at);
		if (status < 0)
			return status;
		out->required[test] = (int)figure;
	}
	status = tot_de_number(&figure, law, TOT_DE_WORK_FOR_VOLUNTARY, &at);
	if (status < 0)
		return status;
	out->work_needed = (int)figure;
	status = tot_de_number(&figure, law, TOT_DE_UNEMPLOYMENT_WINDOW, &at);
	if (status < 0)
		return status;
	out->window = (int)figure;
	return TOT_OK;
}

/*
 * Add months of spans with all of `with` and none of `without`; exempt mini-jobs are never
 * months.
 */
static void add(struct tot_months *to, const struct tot_timeline *own, tot_kinds kinds,
		unsigned with, unsigned without)
{
	struct tot_months months;
	tot_timeline_flagged(&months, own, kinds, with, without | TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_or(to, &months);
}

/*
 * What the 45 years (s. 51 (3a) sentence 1 nos. 1-3) and the 33 years (s. 76g (2)) have in
 * common.
 */
static void sort_common(struct tot_de_sets *out, const struct tot_timeline *own)
{
	struct tot_months *counted = &out->counted[TOT_DE_TEST_GR33];
	const tot_kinds sickness =
		TOT_KIND_BIT(TOT_CREDITABLE_SICKNESS) | TOT_KIND_BIT(TOT_CREDITABLE_MATERNITY);
	/*
	 * No. 1, with s. 55 (2): compulsory contributions for work, child-raising, care, service.
	 */
	add(&out->work, own, TOT_DE_WORK | TOT_DE_DEEMED, 0, 0);
	tot_months_or(counted, &out->work);
	/* No. 2: consideration periods; no. 3: sickness benefit; substitute periods. */
	add(counted, own, TOT_DE_CONSIDERATION | TOT_KIND_BIT(TOT_SUBSTITUTE), 0, 0);
	add(counted, own, TOT_KIND_BIT(TOT_BENEFIT_SICKNESS), 0, TOT_FLAG_ASSISTANCE);
	add(counted, own, sickness, TOT_FLAG_BENEFIT_PAID, TOT_FLAG_ASSISTANCE);
}

static void sort_45_years(struct tot_de_sets *out, const struct tot_timeline *own)
{
	struct tot_months *counted = &out->counted[TOT_DE_TEST_W45];
	const tot_kinds unemployment = TOT_KIND_BIT(TOT_BENEFIT_UNEMPLOYMENT);
	const tot_kinds credited = TOT_KIND_BIT(TOT_CREDITABLE_UNEMPLOYMENT);
	tot_months_or(counted, &out->counted[TOT_DE_TEST_GR33]);
	/* No. 3: unemployment benefit; insolvency or closure counts also just before the start. */
	add(counted, own, unemployment, TOT_FLAG_INSOLVENCY, TOT_FLAG_ASSISTANCE);
	add(counted, own, credited, TOT_FLAG_INSOLVENCY | TOT_FLAG_BENEFIT_PAID,
	    TOT_FLAG_ASSISTANCE);
	add(&out->unemployment, own, unemployment, 0, TOT_FLAG_ASSISTANCE);
	add(&out->unemployment, own, credited, TOT_FLAG_BENEFIT_PAID, TOT_FLAG_ASSISTANCE);
	add(&out->voluntary, own, TOT_KIND_BIT(TOT_VOLUNTARY), 0, 0);
	add(&out->credited_unemployment, own, credited, 0, 0);
}

enum tot_status tot_de_sets_of(struct tot_de_sets *out, const struct tot_view *view,
			       const struct tot_de_cut *cut, struct tot_ctx *ctx)
{
	*out = (struct tot_de_sets){.window = 0};
	enum tot_status status = tot_de_cut_timeline(&out->timeline, view, cut, ctx);
	if (status >= 0)
		status = read_figures(out, ctx->law);
	if (status < 0)
		return status;
	const struct tot_timeline *own = &out->timeline;
	const tot_kinds substitute = TOT_KIND_BIT(TOT_SUBSTITUTE);
	/* s. 51 (1), (4): contribution and substitute periods. */
	add(&out->counted[TOT_DE_TEST_W5], own, TOT_DE_CONTRIBUTION | substitute, 0, 0);
	out->counted[TOT_DE_TEST_W15] = out->counted[TOT_DE_TEST_W5];
	out->counted[TOT_DE_TEST_W20] = out->counted[TOT_DE_TEST_W5];
	/* s. 51 (2), (4): permanent work underground, substitute periods of the miners' scheme. */
	add(&out->counted[TOT_DE_TEST_W25], own, TOT_DE_WORK, TOT_FLAG_UNDERGROUND, 0);
	add(&out->counted[TOT_DE_TEST_W25], own, substitute, TOT_FLAG_MINERS, 0);
	add(&out->counted[TOT_DE_TEST_W25], own, substitute, TOT_FLAG_UNDERGROUND, 0);
	/* s. 51 (3): all pension-law periods. */
	add(&out->counted[TOT_DE_TEST_W35], own,
	    TOT_DE_CONTRIBUTION | substitute | TOT_DE_CREDITABLE | TOT_DE_CONSIDERATION, 0, 0);
	sort_common(out, own);
	sort_45_years(out, own);
	tot_timeline_flagged(&out->exempt_jobs, own, TOT_DE_WORK, TOT_FLAG_MINIJOB_EXEMPT, 0);
	out->has_credits = view->life->credit_count > 0 || tot_months_count(&out->exempt_jobs) > 0;
	out->memo = tot_arena_alloc(ctx->arena, sizeof(*out->memo));
	if (!out->memo)
		return TOT_ERR_MEMORY;
	out->memo->cut = TOT_MONTH_NONE;
	return tot_de_early_of(&out->early, own, view->life, ctx->law);
}

/* s. 51 (3a) for a pension from `start`: what the last two years leave. */
static void months_of_45_years(struct tot_months *out, const struct tot_de_sets *sets,
			       tot_month cut, tot_month start, int work_months)
{
	const tot_month window = start - sets->window;
	struct tot_months unemployment = sets->unemployment;
	tot_months_clip(&unemployment, 0, window);
	tot_months_or(out, &unemployment);
	if (work_months >= sets->work_needed) {
		struct tot_months voluntary = sets->voluntary;
		struct tot_months shut = sets->credited_unemployment;
		tot_months_clip(&shut, window, start);
		tot_months_andnot(&voluntary, &shut);
		tot_months_or(out, &voluntary);
	}
	tot_months_clip(out, 0, cut);
}

/* Own months that the agreement's minimum asks for. */
static int own_minimum(const struct tot_lent *lent, const struct tot_de_sets *sets,
		       const struct tot_months *own, tot_month cut)
{
	if (!lent || !lent->rule->own_minimum_kinds)
		return tot_months_count(own);
	struct tot_months months = {{0}};
	add(&months, &sets->timeline, lent->rule->own_minimum_kinds, 0, 0);
	return tot_months_count_range(&months, 0, cut);
}

/* Records before `cut` alone. */
static enum tot_status clipped(struct tot_timeline *out, const struct tot_timeline *own,
			       tot_month cut, struct tot_ctx *ctx)
{
	*out = *own;
	out->spans = tot_arena_alloc(ctx->arena, (own->span_count + 1) * sizeof(*out->spans));
	if (!out->spans)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < own->span_count; i++) {
		out->spans[i] = own->spans[i];
		tot_months_clip(&out->spans[i].months, 0, cut);
	}
	return TOT_OK;
}

/* Points of exempt mini-jobs before `cut`; they stay the same two years after the last job. */
static enum tot_status exempt_points_at(tot_points *out, const struct tot_de_sets *sets,
					tot_month cut, tot_month start, struct tot_ctx *ctx)
{
	const tot_month last = tot_months_last(&sets->exempt_jobs);
	*out = 0;
	if (last == TOT_MONTH_NONE)
		return TOT_OK;
	const int final_from = tot_month_year(last) + 2, year = tot_month_year(start);
	struct tot_de_exempt_memo asked = {.cut = cut > last ? last + 1 : cut,
					   .year = year < final_from ? year : final_from};
	if (sets->memo->cut != asked.cut || sets->memo->year != asked.year) {
		struct tot_de_basis basis;
		struct tot_timeline own;
		bool unknown = false;
		enum tot_status status = tot_de_basis_of(&basis, ctx->law, ctx->as_of, start, NULL);
		if (status >= 0)
			status = clipped(&own, &sets->timeline, cut, ctx);
		if (status >= 0)
			status = tot_de_exempt_points(&asked.points, &unknown, &own, &basis);
		if (status < 0)
			return status;
		*sets->memo = asked;
	}
	*out = sets->memo->points;
	return TOT_OK;
}

static enum tot_status credits_at(struct tot_credit_months *out, enum tot_de_test test,
				  const struct tot_de_sets *sets, const struct tot_view *view,
				  tot_month cut, tot_month start, struct tot_ctx *ctx)
{
	tot_points exempt;
	*out = (struct tot_credit_months){.count = 0};
	/* s. 51 (2) sentence 2, s. 76g (2): not for the 25 and the 33 years. */
	if (!sets->has_credits || test == TOT_DE_TEST_W25 || test == TOT_DE_TEST_GR33)
		return TOT_OK;
	enum tot_status status = exempt_points_at(&exempt, sets, cut, start, ctx);
	/* s. 51 (3a) leaves out months of divorce and splitting, not those of mini-jobs. */
	if (status >= 0)
		status = tot_de_credit_months(out, &sets->timeline, view->life, exempt, cut,
					      test != TOT_DE_TEST_W45, ctx->law);
	return status < 0 ? status : TOT_OK;
}

void tot_de_count_as_met(struct tot_qualifying *out, const struct tot_de_early *early)
{
	out->met = true;
	out->by_agreement = false;
	out->missing = 0;
	out->title = early->title;
	out->law = early->law;
}

enum tot_status tot_de_test_at(struct tot_qualifying *out, enum tot_de_test test,
			       const struct tot_de_sets *sets, const struct tot_view *view,
			       tot_month cut, tot_month start, struct tot_ctx *ctx)
{
	const struct tot_lent *lent = tot_view_lent(view, tests[test].id);
	const int required = sets->required[test];
	struct tot_credit_months credits;
	const enum tot_status status = credits_at(&credits, test, sets, view, cut, start, ctx);
	if (status < 0)
		return status;
	struct tot_months own = sets->counted[test];
	tot_months_clip(&own, 0, cut);
	const int work = tot_months_count_range(&sets->work, 0, cut);
	if (test == TOT_DE_TEST_W45)
		months_of_45_years(&own, sets, cut, start, work);
	tot_qualify(out, &own, own_minimum(lent, sets, &own, cut), &credits, lent, cut, required);
	if (test == TOT_DE_TEST_W5 && !out->met && sets->early.month != TOT_MONTH_NONE &&
	    sets->early.month < cut)
		tot_de_count_as_met(out, &sets->early);
	if (test != TOT_DE_TEST_W45 || !lent || out->met || work >= sets->work_needed)
		return TOT_OK;
	/* Lent months of work are among the 18 years that voluntary months ask for. */
	struct tot_months all = sets->work;
	tot_months_clip(&all, 0, cut);
	tot_months_or(&all, &out->lent_months);
	if (tot_months_count(&all) < sets->work_needed)
		return TOT_OK;
	months_of_45_years(&own, sets, cut, start, sets->work_needed);
	/* Without the lent months these own ones would not count: they are needed in any case. */
	struct tot_aggregation needed = *lent->rule;
	struct tot_lent again = *lent;
	needed.only_if_needed = false;
	again.rule = &needed;
	tot_qualify(out, &own, own_minimum(lent, sets, &own, cut), &credits, &again, cut, required);
	if (out->lent_rule)
		out->lent_rule = lent->rule;
	out->by_agreement = out->met;
	return TOT_OK;
}

tot_month tot_de_settled(enum tot_de_test test, const struct tot_de_sets *sets,
			 const struct tot_view *view)
{
	if (sets->has_credits || view->life->family.child_count ||
	    sets->early.month != TOT_MONTH_NONE)
		return TOT_MONTH_NONE;
	const struct tot_lent *lent = tot_view_lent(view, tests[test].id);
	struct tot_months all = sets->counted[test];
	tot_months_or(&all, &sets->unemployment);
	tot_months_or(&all, &sets->voluntary);
	tot_months_or(&all, &sets->credited_unemployment);
	if (lent)
		tot_months_or(&all, &lent->months);
	const tot_month last = tot_months_last(&all);
	return (last == TOT_MONTH_NONE ? 0 : last + 1) + sets->window;
}

enum tot_status tot_de_met_on(tot_month *out, enum tot_de_test test, const struct tot_de_sets *sets,
			      const struct tot_view *view, tot_month start, struct tot_ctx *ctx)
{
	struct tot_qualifying found;
	enum tot_status status = tot_de_test_at(&found, test, sets, view, start, start, ctx);
	*out = TOT_MONTH_NONE;
	if (status < 0 || !found.met)
		return status;
	/* Counting never falls as months go by, so the first month can be halved out. */
	tot_month low = 0, high = start;
	while (low < high) {
		const tot_month middle = low + (high - low) / 2;
		status = tot_de_test_at(&found, test, sets, view, middle, start, ctx);
		if (status < 0)
			return status;
		if (found.met)
			high = middle;
		else
			low = middle + 1;
	}
	*out = low - 1;
	return TOT_OK;
}

void tot_de_trace_open(struct tot_trace *trace, const struct tot_qualifying *test)
{
	tot_trace_begin(trace, test->id, test->title);
	tot_trace_law(trace, test->law);
	tot_trace_result(trace, "", "%s", test->met ? "met" : "not met");
}

void tot_de_trace_close(struct tot_trace *trace, const struct tot_qualifying *test,
			const char *label)
{
	struct tot_qualifying months = *test;
	months.title = label;
	tot_trace_test(trace, "", &months, NULL);
	tot_trace_end(trace);
}
