/* Supplement to orphans' pensions (s. 78, s. 87). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/figures.h"
#include "de/survivor.h"

static enum tot_status count_months(struct tot_de_orphan_months *out,
				    const struct tot_de_base *base)
{
	const struct tot_timeline *own = base->special.own;
	struct tot_de_valued_months months;
	struct tot_months assignable, miners;
	enum tot_status status = tot_de_valued_months_of(&months, &base->special);
	if (status >= 0)
		status = tot_de_assignable_months(&assignable, &months, &base->special);
	if (status < 0)
		return status;
	struct tot_months other = months.considered, counted = months.contributed;
	tot_months_or(&other, &months.credited);
	tot_months_andnot(&other, &months.contributed);
	tot_months_or(&counted, &months.considered);
	tot_timeline_flagged(&miners, own, TOT_DE_CONTRIBUTION, TOT_FLAG_MINERS,
			     TOT_FLAG_MINIJOB_EXEMPT);
	out->miners = tot_months_count(&miners);
	out->contributions = tot_months_count_andnot(&months.contributed, &miners);
	out->other = tot_months_count(&other);
	out->considered = tot_months_count(&counted);
	out->assignable = tot_months_count(&assignable);
	return TOT_OK;
}

/* s. 78 (1): other months in the share of months with contributions; each sum to four decimals. */
static enum tot_status general_points(tot_points *out, const struct tot_de_orphan_months *months,
				      int64_t each)
{
	tot_points other = 0;
	enum tot_status status = TOT_OK;
	if (months->other && months->assignable)
		status = tot_mul_div(&other, months->other * each, months->considered,
				     months->assignable, TOT_HALF_UP);
	*out = months->contributions * each + other;
	return status;
}

enum tot_status tot_de_orphan_points(tot_points out[TOT_DE_BRANCHES],
				     const struct tot_de_orphan_months *months,
				     tot_factor access_factor, bool full, const struct tot_law *law,
				     struct tot_trace *trace)
{
	const struct tot_at at = {0};
	struct tot_value each;
	int64_t miners;
	char text[TOT_DECIMAL_TEXT];
	enum tot_status status = tot_de_get(
		&each, law, full ? TOT_DE_ORPHAN_POINTS_FULL : TOT_DE_ORPHAN_POINTS_HALF, &at);
	if (status >= 0)
		status = tot_de_number(&miners, law,
				       full ? TOT_DE_ORPHAN_FULL_MINERS : TOT_DE_ORPHAN_HALF_MINERS,
				       &at);
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		out[branch] = 0;
	tot_points general;
	if (status >= 0)
		status = general_points(&general, months, each.value);
	if (status >= 0)
		status = tot_mul_div(&out[TOT_DE_WEST], general, access_factor, 1000, TOT_HALF_UP);
	if (status >= 0)
		status = tot_mul_div(&out[TOT_DE_MINERS], months->miners * miners, access_factor,
				     1000, TOT_HALF_UP);
	if (status < 0)
		return status;
	tot_trace_begin(trace, "", "supplement to an orphan's pension");
	tot_trace_law(trace, "SGB VI s. 78");
	tot_trace_value(trace, "for each month", &each);
	tot_trace_formula(trace,
			  "(%d months with contributions + %d others x %d / %d) x the month's "
			  "points x access factor",
			  months->contributions, months->other, months->considered,
			  months->assignable);
	tot_trace_result(trace, "points", "%s", tot_decimal_print(text, out[TOT_DE_WEST], 4));
	tot_trace_rounding(trace, "half up to 0.0001 (s. 121 (2))");
	tot_trace_end(trace);
	return TOT_OK;
}

enum tot_status tot_de_orphan_supplement(tot_points out[TOT_DE_BRANCHES],
					 const struct tot_de_base *base, bool full,
					 struct tot_ctx *ctx)
{
	struct tot_de_orphan_months months;
	const enum tot_status status = count_months(&months, base);
	return status < 0 ? status
			  : tot_de_orphan_points(out, &months, base->pension.access_factor, full,
						 ctx->law, ctx->trace);
}
