/* What one more year of voluntary contributions would bring: points, and tests that it closes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/voluntary_effect.h"

#include <string.h>

#include "de/figures.h"
#include "de/plan.h"

enum { YEAR = 12 };

enum tot_status tot_de_voluntary_year(struct tot_voluntary_year *out, tot_cents contribution,
				      tot_cents base, const char *currency, struct tot_ctx *ctx)
{
	struct tot_de_basis basis;
	struct tot_value value;
	tot_points points;
	tot_cents monthly;
	char text[TOT_DECIMAL_TEXT];
	enum tot_status status =
		tot_de_basis_of(&basis, ctx->law, ctx->as_of, TOT_MONTH_NONE, NULL);
	if (status < 0)
		return status;
	const enum tot_status doubt =
		tot_de_points_of(&points, tot_ratio_of(base * YEAR, 1), ctx->as_of.year,
				 ctx->as_of.month, false, &basis);
	if (doubt < 0)
		return doubt;
	const struct tot_at at = tot_de_on(ctx->as_of);
	status = tot_de_get(&value, ctx->law, TOT_DE_VALUE, &at);
	if (status >= 0)
		status = tot_de_monthly_pension(&monthly, points, 10000, value.value);
	if (status < 0)
		return status;
	const char *paid_in = strcmp(value.currency, "DM") == 0 ? "DEM" : "EUR";
	*out = (struct tot_voluntary_year){
		.cost = {true, contribution * YEAR, currency, NULL},
		.monthly = {true, monthly, paid_in, "month"},
		.points = tot_arena_format(ctx->arena, "%s", tot_decimal_print(text, points, 4)),
		.status = doubt};
	return doubt;
}

/* Twelve months that are still free, the earliest first. */
static void free_months(struct tot_months *out, const struct tot_voluntary *right,
			const struct tot_months *compulsory, const struct tot_timeline *own)
{
	struct tot_months paid;
	*out = (struct tot_months){{0}};
	tot_months_add_range(out, right->from,
			     right->to == TOT_MONTH_NONE ? TOT_MONTH_LIMIT : right->to + 1);
	tot_months_andnot(out, compulsory);
	tot_timeline_kinds(&paid, own, TOT_KIND_BIT(TOT_VOLUNTARY));
	tot_months_andnot(out, &paid);
	tot_months_keep_first(out, YEAR);
}

/* The records with one more, of these months. */
static enum tot_status add_record(struct tot_timeline *out, const struct tot_timeline *own,
				  const struct tot_months *months, struct tot_ctx *ctx)
{
	struct tot_period *record = tot_arena_alloc(ctx->arena, sizeof(*record));
	struct tot_span *spans =
		tot_arena_alloc(ctx->arena, (own->span_count + 1) * sizeof(*spans));
	if (!record || !spans)
		return TOT_ERR_MEMORY;
	*record = (struct tot_period){.country = "DE",
				      .kind = TOT_VOLUNTARY,
				      .from = tot_month_first_day(tot_months_next(months, 0)),
				      .to = tot_month_last_day(tot_months_last(months))};
	for (size_t i = 0; i < own->span_count; i++)
		spans[i] = own->spans[i];
	spans[own->span_count] = (struct tot_span){.record = record,
						   .kind = record->kind,
						   .from = record->from,
						   .to = record->to,
						   .months = *months};
	*out = *own;
	out->spans = spans;
	out->span_count = own->span_count + 1;
	tot_de_spans_sort(out);
	tot_timeline_collect(out);
	return TOT_OK;
}

/* Tests met and pensions due with the year that are not without it, by id. */
static enum tot_status compare(struct tot_voluntary *out, const struct tot_findings *without,
			       const struct tot_findings *with, struct tot_ctx *ctx)
{
	const char **closes =
		tot_arena_alloc(ctx->arena, (size_t)2 * TOT_FINDINGS_MAX * sizeof(*closes));
	if (!closes)
		return TOT_ERR_MEMORY;
	out->closes = closes;
	for (size_t i = 0; i < with->qualifying_count; i++) {
		const struct tot_qualifying *now =
			tot_findings_find_test(without, with->qualifying[i].id);
		if (with->qualifying[i].met && now && !now->met)
			closes[out->close_count++] = with->qualifying[i].id;
	}
	for (size_t i = 0; i < with->benefit_count; i++) {
		const struct tot_benefit *now =
			tot_findings_find_benefit(without, with->benefits[i].id);
		if (with->benefits[i].entitled && now && !now->entitled)
			closes[out->close_count++] = with->benefits[i].id;
	}
	return TOT_OK;
}

/* The tests once more, with the year. Room for two sets of findings is too much for the stack. */
static enum tot_status find_closed(struct tot_voluntary *out, const struct tot_view *view,
				   const struct tot_months *months, struct tot_ctx *ctx)
{
	struct tot_timeline longer;
	struct tot_view with_year = *view;
	struct tot_findings *found = tot_arena_alloc(ctx->arena, 2 * sizeof(*found));
	if (!found)
		return TOT_ERR_MEMORY;
	enum tot_status status = add_record(&longer, view->own, months, ctx);
	with_year.own = &longer;
	if (status >= 0)
		status = tot_de_entitle(&found[0], view, ctx);
	if (status >= 0)
		status = tot_de_entitle(&found[1], &with_year, ctx);
	return status < 0 ? status : compare(out, &found[0], &found[1], ctx);
}

enum tot_status tot_de_voluntary_effect(struct tot_voluntary *out,
					const struct tot_de_voluntary_range *range,
					const struct tot_months *compulsory,
					const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_months months;
	free_months(&months, out, compulsory, view->own);
	if (tot_months_count(&months) < YEAR)
		return TOT_OK;
	enum tot_status status = tot_de_voluntary_year(&out->least_year, range->least,
						       range->least_base, range->currency, ctx);
	if (status >= 0)
		status = tot_de_voluntary_year(&out->most_year, range->most, range->most_base,
					       range->currency, ctx);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	if (status < 0)
		return status;
	out->has_effect = true;
	return find_closed(out, view, &months, ctx);
}
