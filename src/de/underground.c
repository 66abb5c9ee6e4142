/* Extra points for permanent work underground (s. 85). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/figures.h"
#include "de/special.h"

enum tot_status tot_de_underground_points(tot_points *out, int years, const struct tot_law *law)
{
	*out = 0;
	for (int year = 1; year <= years; year++) {
		const struct tot_at at = {.number = year};
		int64_t points;
		const enum tot_status status =
			tot_de_number(&points, law, TOT_DE_UNDERGROUND_POINTS, &at);
		/* The first years bring none. */
		if (status == TOT_ERR_NO_PARAMETER)
			continue;
		if (status < 0)
			return status;
		*out += points;
	}
	return TOT_OK;
}

enum tot_status tot_de_add_underground(struct tot_de_account *io,
				       const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct tot_months months;
	char points[TOT_DECIMAL_TEXT];
	tot_points *sum = &io->sum[TOT_DE_MINERS_UNDERGROUND];
	tot_timeline_flagged(&months, it->own, TOT_DE_WORK, TOT_FLAG_UNDERGROUND,
			     TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_andnot(&months, &it->drawn);
	const int count = tot_months_count(&months);
	const enum tot_status status = tot_de_underground_points(sum, count / 12, ctx->law);
	if (status < 0 || !*sum)
		return status;
	tot_trace_begin(ctx->trace, "", "extra points for permanent work underground");
	tot_trace_law(ctx->trace, "SGB VI s. 85 (1)");
	tot_trace_formula(ctx->trace, "%d full years of %d months", count / 12, count);
	tot_trace_result(ctx->trace, "points", "%s", tot_decimal_print(points, *sum, 4));
	tot_trace_end(ctx->trace);
	return TOT_OK;
}
