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

enum tot_status tot_de_part_pay(struct tot_de_part *part, enum tot_de_branch branch,
				const char *type, const struct tot_ctx *ctx)
{
	struct tot_at at = tot_de_on(ctx->as_of);
	at.word = type;
	static const enum tot_de_figure factors[TOT_DE_BRANCHES] = {
		[TOT_DE_WEST] = TOT_DE_TYPE_FACTOR,
		[TOT_DE_EAST] = TOT_DE_TYPE_FACTOR,
		[TOT_DE_MINERS] = TOT_DE_TYPE_FACTOR_MINERS,
		[TOT_DE_MINERS_UNDERGROUND] = TOT_DE_UNDERGROUND_TYPE_FACTOR,
	};
	enum tot_status status =
		tot_de_get(&part->value, ctx->law,
			   branch == TOT_DE_EAST ? TOT_DE_VALUE_EAST : TOT_DE_VALUE, &at);
	if (status >= 0)
		status = tot_de_get(&part->type_factor, ctx->law, factors[branch], &at);
	if (status >= 0)
		status = tot_de_monthly_pension(&part->amount, part->personal,
						part->type_factor.value, part->value.value);
	return status;
}

/* s. 66 (1), s. 121 (2): personal points have four decimals. */
static enum tot_status personal_points(struct tot_de_part *io, tot_factor access_factor)
{
	const tot_points kept = io->points < io->kept.points ? io->points : io->kept.points;
	tot_points old = 0, fresh = 0;
	enum tot_status status = TOT_OK;
	if (kept)
		status = tot_mul_div(&old, kept, io->kept.access_factor, 1000, TOT_HALF_UP);
	if (status >= 0)
		status = tot_mul_div(&fresh, io->points - kept, access_factor, 1000, TOT_HALF_UP);
	io->personal = old + fresh;
	if (io->personal < io->kept.least_personal)
		io->personal = io->kept.least_personal;
	return status;
}

enum tot_status tot_de_part_compute(struct tot_de_part *part, enum tot_de_branch branch,
				    const char *type, tot_factor access_factor,
				    const struct tot_de_kept *kept, const struct tot_ctx *ctx)
{
	part->kept = *kept;
	const enum tot_status status = personal_points(part, access_factor);
	return status < 0 ? status : tot_de_part_pay(part, branch, type, ctx);
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

const char *tot_de_branch_words(enum tot_de_branch branch)
{
	static const char *const words[TOT_DE_BRANCHES] = {
		[TOT_DE_WEST] = "",
		[TOT_DE_EAST] = " (East)",
		[TOT_DE_MINERS] = " (miners)",
		[TOT_DE_MINERS_UNDERGROUND] = " (underground)",
	};
	return words[branch];
}

const char *tot_de_part_currency(const struct tot_de_part *part)
{
	return strcmp(part->value.currency, "DM") == 0 ? "DEM" : "EUR";
}

static void trace_kept(struct tot_trace *trace, const struct tot_de_part *part,
		       const struct tot_de_part_text *text)
{
	char points[TOT_DECIMAL_TEXT], factor[TOT_DECIMAL_TEXT], least[TOT_DECIMAL_TEXT];
	tot_trace_formula(
		trace, "%s of the earlier pension x %s, the rest of %s x %s",
		tot_decimal_print(
			points, part->points < part->kept.points ? part->points : part->kept.points,
			4),
		tot_decimal_print(factor, part->kept.access_factor, 3), text->points, text->access);
	tot_trace_input(trace, "at least the personal points of the earlier pension",
			"%s (s. 88 (1))", tot_decimal_print(least, part->kept.least_personal, 4));
}

void tot_de_part_trace_amount(struct tot_trace *trace, const struct tot_de_part *part,
			      const char *label)
{
	struct tot_de_part_text text;
	if (!trace)
		return;
	tot_de_part_print(&text, part, 0);
	tot_trace_begin(trace, "", label);
	tot_trace_law(trace, "SGB VI s. 64");
	tot_trace_formula(trace, "%s x %s x %s", text.personal, text.type, text.value);
	tot_trace_result(trace, "a month", "%s %s", text.amount, tot_de_part_currency(part));
	tot_trace_rounding(trace, "half up to 0.01 (s. 123 (1))");
	tot_trace_value(trace, "pension type factor", &part->type_factor);
	tot_trace_value(trace, "current pension value", &part->value);
	tot_trace_end(trace);
}

void tot_de_part_trace(struct tot_trace *trace, const struct tot_de_part *part,
		       tot_factor access_factor, const char *personal, const char *label)
{
	struct tot_de_part_text text;
	if (!trace)
		return;
	tot_de_part_print(&text, part, access_factor);
	tot_trace_begin(trace, "", personal);
	tot_trace_law(trace,
		      part->kept.points ? "SGB VI s. 66 (1), s. 77 (3)" : "SGB VI s. 66 (1)");
	if (part->kept.points)
		trace_kept(trace, part, &text);
	else
		tot_trace_formula(trace, "%s x %s", text.points, text.access);
	tot_trace_result(trace, "points", "%s", text.personal);
	tot_trace_rounding(trace, "half up to 0.0001 (s. 121 (2))");
	tot_trace_end(trace);
	tot_de_part_trace_amount(trace, part, label);
}
