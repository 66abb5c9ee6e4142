/* What one more year of voluntary insurance would bring: basic pension, and tests that it closes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voluntary.h"

#include <string.h>

enum { YEAR = 12 };

enum tot_status tot_jp_with_voluntary(struct tot_timeline *out, const struct tot_timeline *own,
				      const struct tot_months *months, struct tot_ctx *ctx)
{
	const size_t count = own->span_count;
	struct tot_span *spans = tot_arena_alloc(ctx->arena, (count + 1) * sizeof(*spans));
	if (!spans)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < count; i++) {
		spans[i] = own->spans[i];
		tot_months_andnot(&spans[i].months, months);
	}
	spans[count] = (struct tot_span){.kind = TOT_VOLUNTARY, .derived = true, .months = *months};
	if (tot_months_count(months)) {
		spans[count].from = tot_month_first_day(tot_months_next(months, 0));
		spans[count].to = tot_month_last_day(tot_months_last(months));
	}
	*out = *own;
	out->spans = spans;
	out->span_count = count + 1;
	tot_timeline_collect(out);
	return TOT_OK;
}

/* Weighted months of all records (NPA s. 27). */
static enum tot_status weight_of(struct tot_ratio *out, const struct tot_timeline *own, int full,
				 struct tot_date born, const struct tot_law *law)
{
	struct tot_jp_basic_months months;
	const enum tot_status status =
		tot_jp_basic_months_of(&months, own, TOT_MONTH_LIMIT, born, law);
	return status == TOT_OK ? tot_jp_weighted_months(out, &months, full, law) : status;
}

/* What the year adds to a year of the basic pension. */
static enum tot_status gain(struct tot_voluntary_year *out, const struct tot_timeline *longer,
			    const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_value full, months;
	struct tot_ratio before, after;
	tot_yen yen;
	const struct tot_date born = view->life->person.born;
	const enum tot_status known = tot_jp_full_basic(&full, born, ctx->as_of, ctx->law);
	if (known < 0)
		return known;
	enum tot_status status = tot_jp_of_cohort(&months, ctx->law, TOT_JP_FULL_MONTHS, born);
	if (status == TOT_OK)
		status = weight_of(&before, view->own, (int)months.value, born, ctx->law);
	if (status == TOT_OK)
		status = weight_of(&after, longer, (int)months.value, born, ctx->law);
	if (status != TOT_OK)
		return status;
	after = tot_ratio_sub(after, before);
	after = tot_ratio_mul(after, tot_ratio_of(full.value, months.value));
	status = tot_ratio_round(&yen, after, 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	out->monthly = (struct tot_amount){true, yen, "JPY", "year"};
	out->status = known;
	return TOT_OK;
}

enum tot_status tot_jp_voluntary_effect(struct tot_voluntary *out, const struct tot_months *months,
					const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_timeline longer;
	struct tot_voluntary_year year = {
		.cost = {true, out->least.value * YEAR, out->least.currency, NULL}};
	struct tot_months first = *months;
	tot_months_keep_first(&first, YEAR);
	if (tot_months_count(&first) < YEAR)
		return TOT_OK;
	enum tot_status status = tot_jp_with_voluntary(&longer, view->own, &first, ctx);
	if (status == TOT_OK)
		status = gain(&year, &longer, view, ctx);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	if (status != TOT_OK)
		return status;
	out->least_year = out->most_year = year;
	out->has_effect = true;
	return tot_voluntary_closes(out, view, &longer, tot_jp_entitle, ctx);
}
