/* The personal points of the deceased, which survivors' pensions are computed from (s. 66 (2)). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/partial.h"
#include "de/reference_age.h"
#include "de/survivor.h"

/* s. 77 (2) no. 4: less before the reference age, more for months after the regular age let pass. */
static enum tot_status access_of(tot_factor *out, const struct tot_benefit *benefit,
				 struct tot_date died, const struct tot_view *view,
				 struct tot_ctx *ctx)
{
	struct tot_de_limits regular;
	const tot_month after = tot_month_of(died) + 1;
	const struct tot_de_early_case early = {.born = view->life->person.born,
						.on = died,
						.start = after,
						.long_service = benefit->long_service_months};
	const enum tot_status status = tot_de_age_limits(&regular, TOT_DE_REGULAR,
							 view->life->person.born, ctx->law, NULL);
	if (status < 0)
		return status;
	if (after > regular.full)
		return tot_de_access_factor(out, 0, after - regular.full, ctx->law, ctx->trace);
	return tot_de_early_factor(out, &early, ctx->law, ctx->trace);
}

static enum tot_status fill_special(struct tot_de_base *io, const struct tot_de_pension_case *it,
				    const struct tot_view *view, struct tot_ctx *ctx)
{
	io->special = (struct tot_de_special_case){
		.own = &io->pension.own,
		.born = view->life->person.born,
		.end = it->end,
		.added = it->added,
		.drawn = tot_de_drawn_months(view->life),
		.basis = &io->basis,
	};
	return tot_de_basis_of(&io->basis, ctx->law, ctx->as_of, it->end, NULL);
}

/* s. 77 (2) no. 4: what a partial pension had left is used for the first time now. */
static enum tot_status add_undrawn(struct tot_de_base *io, const struct tot_benefit *benefit,
				   struct tot_date died, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	char points[TOT_DECIMAL_TEXT], factor[TOT_DECIMAL_TEXT], result[TOT_DECIMAL_TEXT];
	tot_factor access_factor;
	tot_points undrawn = 0, more = 0;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		undrawn += io->pension.undrawn[branch];
	if (!undrawn)
		return TOT_OK;
	enum tot_status status = access_of(&access_factor, benefit, died, view, ctx);
	if (status < 0)
		return status;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		struct tot_de_part *part = &io->pension.parts[branch];
		tot_points personal;
		status = tot_mul_div(&personal, io->pension.undrawn[branch], access_factor, 1000,
				     TOT_HALF_UP);
		if (status < 0)
			return status;
		part->points += io->pension.undrawn[branch];
		part->personal += personal;
		more += personal;
	}
	tot_trace_begin(ctx->trace, "", "personal points of the part that was not drawn");
	tot_trace_law(ctx->trace, "SGB VI s. 66 (2), s. 77 (2) no. 4");
	tot_trace_formula(ctx->trace, "%s x %s", tot_decimal_print(points, undrawn, 4),
			  tot_decimal_print(factor, access_factor, 3));
	tot_trace_result(ctx->trace, "points", "%s", tot_decimal_print(result, more, 4));
	tot_trace_rounding(ctx->trace, "half up to 0.0001 (s. 121 (2))");
	tot_trace_end(ctx->trace);
	return TOT_OK;
}

/* s. 88 (2): the personal points that the deceased drew; s. 59 (3): nothing is added to them. */
static enum tot_status take_drawn(struct tot_de_base *out, const struct tot_de_pension *drawn,
				  tot_month start, const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_trace *trace = ctx->trace;
	char text[TOT_DECIMAL_TEXT];
	const struct tot_de_pension_case it = {.end = start};
	tot_points personal = 0;
	*out = (struct tot_de_base){.pension = *drawn};
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		personal += drawn->parts[branch].personal;
	tot_trace_begin(trace, "", "personal points of the pension that the deceased drew");
	tot_trace_law(trace, "SGB VI s. 66 (2), s. 88 (2)");
	tot_trace_result(trace, "points", "%s", tot_decimal_print(text, personal, 4));
	tot_trace_end(trace);
	return fill_special(out, &it, view, ctx);
}

static enum tot_status compute(struct tot_de_base *out, const struct tot_benefit *benefit,
			       const struct tot_de_death *death,
			       const struct tot_de_earlier *earlier, const struct tot_view *view,
			       const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	struct tot_de_pension_case it = {
		.type = "large_widow_first_3_months",
		.cut = {.start = death->start,
			.before = benefit->counted_before,
			.open_until = plan->open_until,
			.receipt = &plan->receipt},
		.end = benefit->counted_before,
		.calculation_months = benefit->calculation_months,
		.basic_pension_months = benefit->basic_pension_months,
		.share = TOT_DE_WHOLE_SHARE,
	};
	const struct tot_date died = death->event->on;
	tot_factor access_factor;
	const enum tot_status doubt = tot_de_added_period(
		&it.added, view->life->person.born, tot_month_of(died), died, ctx->law, ctx->trace);
	if (doubt < 0)
		return doubt;
	it.calculation_months +=
		tot_months_count_range(&it.added, benefit->counted_before, TOT_MONTH_LIMIT);
	enum tot_status status = tot_de_earlier_at(&it.earlier, earlier, benefit->counted_before,
						   death->start, ctx->law);
	if (status >= 0)
		status = tot_de_pension_points(&out->pension, &it, view, ctx);
	if (status >= 0)
		status = access_of(&access_factor, benefit, died, view, ctx);
	if (status >= 0)
		status = tot_de_pension_money(&out->pension, &it, access_factor, view, ctx);
	if (status < 0)
		return status;
	out->pension.account.status = tot_status_worse(out->pension.account.status, doubt);
	return fill_special(out, &it, view, ctx);
}

enum tot_status tot_de_survivor_base(struct tot_de_base *out, const struct tot_benefit *benefit,
				     const struct tot_de_death *death,
				     const struct tot_de_drawn *drawn, const struct tot_view *view,
				     const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	memset(out, 0, sizeof(*out));
	if (!drawn->old_age)
		return compute(out, benefit, death, &drawn->disability, view, plan, ctx);
	const enum tot_status status = take_drawn(out, drawn->old_age, drawn->start, view, ctx);
	return status < 0 ? status : add_undrawn(out, benefit, death->event->on, view, ctx);
}
