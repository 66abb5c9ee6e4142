/* One product of the pension formula: points x access factor x type factor x current pension value (s. 64). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/part.h"

#include <string.h>

#include "de/figures.h"

enum tot_status tot_de_monthly_pension(tot_cents *out, tot_points personal_points,
				       tot_factor4 type_factor, int64_t value)
{
	/* Points 1e-4, factor 1e-4, value 1e-5 of a euro = 1e-3 of a cent. */
	const struct tot_ratio product =
		tot_ratio_mul(tot_ratio_mul(tot_ratio_of(personal_points, 10000),
					    tot_ratio_of(type_factor, 10000)),
			      tot_ratio_of(value, 1000));
	return tot_ratio_round(out, product, 1, TOT_HALF_UP);
}

enum tot_status tot_de_part_compute(struct tot_de_part *part, enum tot_de_branch branch,
				    tot_factor access_factor, const struct tot_ctx *ctx)
{
	struct tot_at at = tot_de_on(ctx->as_of);
	at.word = "old_age";
	const bool miners = branch == TOT_DE_MINERS;
	enum tot_status status =
		tot_de_get(&part->value, ctx->law,
			   branch == TOT_DE_EAST ? TOT_DE_VALUE_EAST : TOT_DE_VALUE, &at);
	if (status >= 0)
		status = tot_de_get(&part->type_factor, ctx->law,
				    miners ? TOT_DE_TYPE_FACTOR_MINERS : TOT_DE_TYPE_FACTOR, &at);
	/* s. 66 (1), s. 121 (2): personal points have four decimals. */
	if (status >= 0)
		status = tot_mul_div(&part->personal, part->points, access_factor, 1000,
				     TOT_HALF_UP);
	if (status >= 0)
		status = tot_de_monthly_pension(&part->amount, part->personal,
						part->type_factor.value, part->value.value);
	return status;
}

/* A value without trailing zeros, but with at least `least` decimals. */
static const char *print_short(char *out, int64_t value, int decimals, int least)
{
	while (decimals > least && value % 10 == 0) {
		value /= 10;
		decimals--;
	}
	return tot_decimal_print(out, value, decimals);
}

void tot_de_part_print(struct tot_de_part_text *text, const struct tot_de_part *part,
		       tot_factor access_factor)
{
	tot_decimal_print(text->points, part->points, 4);
	tot_decimal_print(text->personal, part->personal, 4);
	tot_decimal_print(text->access, access_factor, 3);
	print_short(text->type, part->type_factor.value, 4, 1);
	print_short(text->value, part->value.value, 5, 2);
	tot_decimal_print_grouped(text->amount, part->amount, 2);
}

const char *tot_de_part_currency(const struct tot_de_part *part)
{
	return strcmp(part->value.currency, "DM") == 0 ? "DEM" : "EUR";
}

void tot_de_part_trace(struct tot_trace *trace, const struct tot_de_part *part,
		       tot_factor access_factor, const char *personal, const char *label)
{
	struct tot_de_part_text text;
	if (!trace)
		return;
	tot_de_part_print(&text, part, access_factor);
	tot_trace_begin(trace, "", personal);
	tot_trace_law(trace, "SGB VI s. 66 (1)");
	tot_trace_formula(trace, "%s x %s", text.points, text.access);
	tot_trace_result(trace, "points", "%s", text.personal);
	tot_trace_rounding(trace, "half up to 0.0001 (s. 121 (2))");
	tot_trace_end(trace);
	tot_trace_begin(trace, "", label);
	tot_trace_law(trace, "SGB VI s. 64");
	tot_trace_formula(trace, "%s x %s x %s", text.personal, text.type, text.value);
	tot_trace_result(trace, "a month", "%s %s", text.amount, tot_de_part_currency(part));
	tot_trace_rounding(trace, "half up to 0.01 (s. 123 (1))");
	tot_trace_value(trace, "pension type factor", &part->type_factor);
	tot_trace_value(trace, "current pension value", &part->value);
	tot_trace_end(trace);
}
