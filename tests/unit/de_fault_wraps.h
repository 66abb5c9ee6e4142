/* Calls between files of the library that a test can let fail, place by place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DE_FAULT_WRAPS_H
#define TESTS_UNIT_DE_FAULT_WRAPS_H

#include "de/figures.h"
#include "de/frame.h"
#include "de/pay.h"
#include "de/pension.h"
#include "de/periods.h"
#include "de/plan.h"
#include "de/survivor.h"
#include "unit/de_life.h"

/* The linker sends the calls between the library's files here (Makefile: --wrap). */
enum tot_status __real_tot_de_get(struct tot_value *out, const struct tot_law *book,
				  enum tot_de_figure figure, const struct tot_at *at);
enum tot_status __wrap_tot_de_get(struct tot_value *out, const struct tot_law *book,
				  enum tot_de_figure figure, const struct tot_at *at);
enum tot_status __real_tot_de_number(int64_t *out, const struct tot_law *book,
				     enum tot_de_figure figure, const struct tot_at *at);
enum tot_status __wrap_tot_de_number(int64_t *out, const struct tot_law *book,
				     enum tot_de_figure figure, const struct tot_at *at);
const char *__real_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
void *__real_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size);

#define SITES_MAX 3000

/* Places of calls met so far, and the one that fails now. */
static struct {
	struct {
		const void *place;
		long calls;
		bool twice; /* there are two ways to fail */
	} sites[SITES_MAX];
	size_t count;
	bool watching;
	const void *failing;
	long skip;   /* calls of the place that still succeed */
	bool second; /* fail the second way */
	enum tot_status sent;
} faults;

static void note(const void *site, bool twice)
{
	for (size_t i = 0; i < faults.count; i++)
		if (faults.sites[i].place == site) {
			faults.sites[i].calls++;
			return;
		}
	assert_true(faults.count < SITES_MAX);
	faults.sites[faults.count].place = site;
	faults.sites[faults.count].calls = 1;
	faults.sites[faults.count++].twice = twice;
}

/* TOT_OK: go on; else the error with which the call fails. */
static enum tot_status fault(const void *site, enum tot_status first, enum tot_status second)
{
	if (!faults.watching)
		return TOT_OK;
	if (!faults.failing) {
		note(site, first != second);
		return TOT_OK;
	}
	if (faults.failing != site || faults.sent != TOT_OK || faults.skip-- > 0)
		return TOT_OK;
	faults.sent = faults.second ? second : first;
	return faults.sent;
}

#define SITE __builtin_return_address(0)

/* A figure can be missing or not fit. */
enum tot_status __wrap_tot_de_get(struct tot_value *out, const struct tot_law *book,
				  enum tot_de_figure figure, const struct tot_at *at)
{
	const enum tot_status sent = fault(SITE, TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW);
	return sent < 0 ? sent : __real_tot_de_get(out, book, figure, at);
}

enum tot_status __wrap_tot_de_number(int64_t *out, const struct tot_law *book,
				     enum tot_de_figure figure, const struct tot_at *at)
{
	const enum tot_status sent = fault(SITE, TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW);
	return sent < 0 ? sent : __real_tot_de_number(out, book, figure, at);
}

/* A text can be missing or be no date. */
const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer)
{
	if (fault(SITE, TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW) == TOT_OK)
		return __real_tot_law_string(book, parameter, pointer);
	faults.sent = TOT_ERR_NO_PARAMETER;
	return faults.second ? "some day" : NULL;
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	return fault(SITE, TOT_ERR_MEMORY, TOT_ERR_MEMORY) < 0
		       ? NULL
		       : __real_tot_arena_alloc(arena, size);
}

/* A function that gives a status, and one that gives NULL when memory is short. */
#define WRAP(name, error, parameters, arguments)                        \
	enum tot_status __real_##name parameters;                       \
	enum tot_status __wrap_##name parameters;                       \
	enum tot_status __wrap_##name parameters                        \
	{                                                               \
		const enum tot_status sent = fault(SITE, error, error); \
		return sent < 0 ? sent : __real_##name arguments;       \
	}
#define WRAP_POINTER(type, name, parameters, arguments)                                           \
	type *__real_##name parameters;                                                           \
	type *__wrap_##name parameters;                                                           \
	type *__wrap_##name parameters                                                            \
	{                                                                                         \
		return fault(SITE, TOT_ERR_MEMORY, TOT_ERR_MEMORY) < 0 ? NULL                     \
								       : __real_##name arguments; \
	}

WRAP(tot_mul_div, TOT_ERR_OVERFLOW,
     (int64_t * out, int64_t a, int64_t b, int64_t divisor, enum tot_rounding rounding),
     (out, a, b, divisor, rounding))
WRAP(tot_add, TOT_ERR_OVERFLOW, (int64_t * out, int64_t a, int64_t b), (out, a, b))
WRAP(tot_ratio_round, TOT_ERR_OVERFLOW,
     (int64_t * out, struct tot_ratio value, int64_t scale, enum tot_rounding rounding),
     (out, value, scale, rounding))
WRAP(tot_de_age_limits, TOT_ERR_OVERFLOW,
     (struct tot_de_limits * out, enum tot_de_old_age type, struct tot_date born,
      const struct tot_law *book, struct tot_trace *trace),
     (out, type, born, book, trace))
WRAP(tot_de_access_factor, TOT_ERR_OVERFLOW,
     (tot_factor * out, int early, int late, const struct tot_law *book, struct tot_trace *trace),
     (out, early, late, book, trace))
WRAP(tot_de_basis_of, TOT_ERR_OVERFLOW,
     (struct tot_de_basis * out, const struct tot_law *book, struct tot_date as_of, tot_month start,
      struct tot_trace *trace),
     (out, book, as_of, start, trace))
WRAP(tot_de_points_account, TOT_ERR_OVERFLOW,
     (struct tot_de_account * out, const struct tot_timeline *own, const struct tot_scenario *life,
      const struct tot_de_basis *basis, struct tot_ctx *ctx),
     (out, own, life, basis, ctx))
WRAP(tot_de_plan_test, TOT_ERR_OVERFLOW,
     (struct tot_qualifying * out, struct tot_de_plan *plan, enum tot_de_test test,
      tot_month start),
     (out, plan, test, start))
WRAP(tot_de_test_at, TOT_ERR_OVERFLOW,
     (struct tot_qualifying * out, enum tot_de_test test, const struct tot_de_sets *sets,
      const struct tot_view *view, tot_month cut, tot_month start, struct tot_ctx *ctx),
     (out, test, sets, view, cut, start, ctx))
WRAP(tot_de_met_on, TOT_ERR_OVERFLOW,
     (tot_month * out, enum tot_de_test test, const struct tot_de_sets *sets,
      const struct tot_view *view, tot_month start, struct tot_ctx *ctx),
     (out, test, sets, view, start, ctx))
WRAP(tot_de_orphans, TOT_ERR_OVERFLOW,
     (int *out, const struct tot_family *family, struct tot_date on, const struct tot_law *book),
     (out, family, on, book))
WRAP(tot_de_added_period, TOT_ERR_OVERFLOW,
     (struct tot_months * out, struct tot_date born, tot_month from, struct tot_date on,
      const struct tot_law *book, struct tot_trace *trace),
     (out, born, from, on, book, trace))
WRAP(tot_de_early_factor, TOT_ERR_OVERFLOW,
     (tot_factor * out, const struct tot_de_early_case *it, const struct tot_law *book,
      struct tot_trace *trace),
     (out, it, book, trace))
WRAP(tot_de_early_span_of, TOT_ERR_OVERFLOW,
     (struct tot_de_early_span * out, const struct tot_de_early_case *it,
      const struct tot_law *book, struct tot_trace *trace),
     (out, it, book, trace))
WRAP(tot_de_part_pay, TOT_ERR_OVERFLOW,
     (struct tot_de_part * part, enum tot_de_branch branch, const char *type,
      const struct tot_ctx *ctx),
     (part, branch, type, ctx))
WRAP(tot_de_part_compute, TOT_ERR_OVERFLOW,
     (struct tot_de_part * part, enum tot_de_branch branch, const char *type,
      tot_factor access_factor, const struct tot_de_kept *kept, const struct tot_ctx *ctx),
     (part, branch, type, access_factor, kept, ctx))
WRAP(tot_de_euro_cents, TOT_ERR_OVERFLOW,
     (tot_cents * out, const struct tot_money *money, const struct tot_scenario *life,
      const struct tot_ctx *ctx),
     (out, money, life, ctx))
WRAP(tot_de_net_income, TOT_ERR_OVERFLOW,
     (tot_cents * out, tot_cents gross, enum tot_de_income kind, int pension_start,
      const struct tot_law *book),
     (out, gross, kind, pension_start, book))
WRAP(tot_de_income_offset, TOT_ERR_OVERFLOW,
     (tot_cents * out, tot_cents net, int children, int64_t value, const struct tot_law *book),
     (out, net, children, value, book))
WRAP(tot_de_large_on, TOT_ERR_OVERFLOW,
     (bool *large, tot_month *by_age, const struct tot_family *family, struct tot_date died,
      struct tot_date on, const struct tot_law *book),
     (large, by_age, family, died, on, book))
WRAP(tot_de_survivor_law_of, TOT_ERR_OVERFLOW,
     (enum tot_de_survivor_law * out, const struct tot_couple *couple, const struct tot_law *book),
     (out, couple, book))
WRAP(tot_de_survivor_base, TOT_ERR_OVERFLOW,
     (struct tot_de_base * out, const struct tot_benefit *benefit, const struct tot_de_death *death,
      const struct tot_de_drawn *drawn, const struct tot_view *view, const struct tot_de_plan *plan,
      struct tot_ctx *ctx),
     (out, benefit, death, drawn, view, plan, ctx))
WRAP(tot_de_cut_timeline, TOT_ERR_OVERFLOW,
     (struct tot_timeline * out, const struct tot_view *view, const struct tot_de_cut *cut,
      struct tot_ctx *ctx),
     (out, view, cut, ctx))
WRAP(tot_de_pay_year_of, TOT_ERR_OVERFLOW,
     (struct tot_de_pay_year * out, const struct tot_timeline *own, int year,
      struct tot_de_group group, const struct tot_de_basis *basis),
     (out, own, year, group, basis))
WRAP(tot_de_take_share, TOT_ERR_OVERFLOW,
     (tot_points * points, size_t count, int64_t share, struct tot_trace *trace),
     (points, count, share, trace))
WRAP(tot_de_pension_points, TOT_ERR_OVERFLOW,
     (struct tot_de_pension * out, const struct tot_de_pension_case *it,
      const struct tot_view *view, struct tot_ctx *ctx),
     (out, it, view, ctx))
WRAP(tot_de_pension_money, TOT_ERR_OVERFLOW,
     (struct tot_de_pension * io, const struct tot_de_pension_case *it, tot_factor access_factor,
      const struct tot_view *view, struct tot_ctx *ctx),
     (io, it, access_factor, view, ctx))
WRAP(tot_de_sets_of, TOT_ERR_OVERFLOW,
     (struct tot_de_sets * out, const struct tot_view *view, const struct tot_de_cut *cut,
      struct tot_ctx *ctx),
     (out, view, cut, ctx))
WRAP(tot_de_start_of_survivor, TOT_ERR_OVERFLOW,
     (struct tot_date * out, struct tot_date death, bool drew_pension, struct tot_date claimed,
      const struct tot_law *book),
     (out, death, drew_pension, claimed, book))
WRAP(tot_pay_monthly, TOT_ERR_OVERFLOW,
     (int64_t * out, const struct tot_period *period, tot_month month, int freeze_year),
     (out, period, month, freeze_year))
WRAP(tot_de_supplement_of, TOT_ERR_OVERFLOW,
     (struct tot_de_supplement * out, const struct tot_de_special *special,
      const struct tot_timeline *own, int months, struct tot_ctx *ctx),
     (out, special, own, months, ctx))
WRAP(tot_de_special_points, TOT_ERR_OVERFLOW,
     (struct tot_de_special * out, struct tot_de_account *io, const struct tot_de_special_case *it,
      struct tot_ctx *ctx),
     (out, io, it, ctx))
WRAP(tot_de_year_total, TOT_ERR_OVERFLOW, (tot_points * out, const struct tot_de_year_points *year),
     (out, year))
WRAP(tot_de_place, TOT_ERR_OVERFLOW,
     (struct tot_timeline * out, const struct tot_scenario *life, tot_month open_end,
      struct tot_ctx *ctx),
     (out, life, open_end, ctx))
WRAP(tot_de_valued_months_of, TOT_ERR_OVERFLOW,
     (struct tot_de_valued_months * out, const struct tot_de_special_case *it), (out, it))
WRAP(tot_de_employee_shares, TOT_ERR_OVERFLOW,
     (struct tot_de_shares * out, tot_cents base, tot_month month, bool miners,
      const struct tot_law *book),
     (out, base, month, miners, book))
WRAP(tot_de_plan_of, TOT_ERR_OVERFLOW,
     (struct tot_de_plan * out, const struct tot_view *view, const struct tot_ctx *ctx),
     (out, view, ctx))
WRAP(tot_de_plan_begin, TOT_ERR_OVERFLOW,
     (struct tot_de_plan * out, const struct tot_view *view, const struct tot_ctx *ctx),
     (out, view, ctx))
WRAP(tot_de_disability_rights, TOT_ERR_OVERFLOW,
     (struct tot_de_disability_right out[TOT_DE_DISABILITY_COUNT], const struct tot_view *view,
      struct tot_ctx *ctx),
     (out, view, ctx))
WRAP(tot_de_disability_end, TOT_ERR_OVERFLOW,
     (tot_month * out, const struct tot_event *event, tot_month start,
      const struct tot_scenario *life, const struct tot_law *book),
     (out, event, start, life, book))
WRAP(tot_de_three_in_five, TOT_ERR_OVERFLOW,
     (struct tot_qualifying * out, struct tot_de_frame *frame, struct tot_date on,
      const struct tot_de_insured *it),
     (out, frame, on, it))
WRAP(tot_de_east_share, TOT_ERR_OVERFLOW,
     (tot_points * out, tot_points points, struct tot_ratio east, struct tot_ratio all),
     (out, points, east, all))
WRAP(tot_de_place_postings, TOT_ERR_OVERFLOW,
     (struct tot_timeline * io, const struct tot_scenario *life, struct tot_ctx *ctx),
     (io, life, ctx))
WRAP(tot_de_earlier_at, TOT_ERR_OVERFLOW,
     (struct tot_de_earlier * out, const struct tot_de_earlier *earlier, tot_month until,
      tot_month start, const struct tot_law *book),
     (out, earlier, until, start, book))
WRAP(tot_de_test_supplement, TOT_ERR_OVERFLOW,
     (struct tot_de_supplement * io, tot_cents pension, const struct tot_scenario *life,
      struct tot_ctx *ctx),
     (io, pension, life, ctx))
WRAP(tot_de_child_supplement, TOT_ERR_OVERFLOW,
     (tot_points * out, int months, const struct tot_law *book), (out, months, book))
WRAP(tot_de_remarriage_settlement, TOT_ERR_OVERFLOW,
     (tot_cents * out, tot_cents average, bool small_new_law, int paid, const struct tot_law *book),
     (out, average, small_new_law, paid, book))
WRAP(tot_de_orphan_supplement, TOT_ERR_OVERFLOW,
     (tot_points out[TOT_DE_BRANCHES], const struct tot_de_base *base, bool full,
      struct tot_ctx *ctx),
     (out, base, full, ctx))
WRAP(tot_de_survivor_pay_parts, TOT_ERR_OVERFLOW,
     (struct tot_de_survivor_parts * out, const tot_points personal[TOT_DE_BRANCHES],
      const char *type, const char *label, struct tot_ctx *ctx),
     (out, personal, type, label, ctx))
WRAP(tot_de_death_of, TOT_ERR_OVERFLOW,
     (struct tot_de_death * out, const struct tot_scenario *life, bool drew, struct tot_date as_of,
      const struct tot_law *book),
     (out, life, drew, as_of, book))
WRAP(tot_de_early_of, TOT_ERR_OVERFLOW,
     (struct tot_de_early * out, const struct tot_timeline *own, const struct tot_scenario *life,
      const struct tot_law *book),
     (out, own, life, book))
WRAP(tot_de_is_orphan, TOT_ERR_OVERFLOW,
     (bool *out, const struct tot_child *child, struct tot_date on, const struct tot_law *book),
     (out, child, on, book))
WRAP_POINTER(struct tot_span, tot_de_span_add, (struct tot_timeline * io, struct tot_ctx *ctx),
	     (io, ctx))
WRAP_POINTER(struct tot_refund, tot_findings_refund,
	     (struct tot_findings * findings, const char *id, const char *title, const char *book),
	     (findings, id, title, book))
WRAP_POINTER(struct tot_benefit, tot_findings_benefit,
	     (struct tot_findings * findings, const char *id, const char *title, const char *rule),
	     (findings, id, title, rule))
WRAP_POINTER(struct tot_qualifying, tot_findings_test,
	     (struct tot_findings * findings, const char *id, const char *title, const char *rule),
	     (findings, id, title, rule))

#endif
