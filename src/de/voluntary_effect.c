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
	struct tot_timeline longer;
	status = add_record(&longer, view->own, &months, ctx);
	return status < 0 ? status : tot_voluntary_closes(out, view, &longer, tot_de_entitle, ctx);
}
