/* One pension: points x factors x current pension value, part by part (s. 64, s. 80). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/pension.h"

#include <string.h>

#include "de/figures.h"
#include "de/partial.h"

/* s. 77 (3): points of an earlier pension keep their factor; s. 88 (1): nor do they lose. */
static struct tot_de_kept kept_of(const struct tot_de_earlier *earlier, int branch)
{
	return (struct tot_de_kept){.points = earlier->points[branch],
				    .access_factor = earlier->access_factor,
				    .least_personal = earlier->personal[branch]};
}

static enum tot_status multiply(struct tot_de_pension *out, const struct tot_de_pension_case *it,
				struct tot_ctx *ctx)
{
	static const char *const labels[TOT_DE_BRANCHES] = {
		[TOT_DE_WEST] = "monthly pension",
		[TOT_DE_EAST] = "monthly pension from points (East)",
		[TOT_DE_MINERS] = "monthly pension of the miners' scheme",
		[TOT_DE_MINERS_UNDERGROUND] = "monthly pension for work underground",
	};
	/* One part is there even without points. */
	const int first = it->only_miners ? TOT_DE_MINERS : TOT_DE_WEST;
	out->amount = 0;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		struct tot_de_part *part = &out->parts[branch];
		const struct tot_de_kept kept = kept_of(&it->earlier, branch);
		if (branch < first)
			continue;
		part->points = out->account.sum[branch];
		if (branch != first && part->points == 0 && kept.points == 0)
			continue;
		enum tot_status status = tot_de_part_compute(
			part, (enum tot_de_branch)branch, it->type, out->access_factor, &kept, ctx);
		/* s. 80, s. 254b: each part is rounded, then they are added. */
		if (status >= 0)
			status = tot_add(&out->amount, out->amount, part->amount);
		if (status < 0)
			return status;
		tot_de_part_trace(ctx->trace, part, out->access_factor, "personal points",
				  labels[branch]);
	}
	return TOT_OK;
}

static enum tot_status add_supplement_part(struct tot_de_pension *io, enum tot_de_branch branch,
					   const char *type, tot_points points, struct tot_ctx *ctx)
{
	const struct tot_de_kept none = {.points = 0};
	struct tot_de_part part = {.points = points};
	const enum tot_status status =
		tot_de_part_compute(&part, branch, type, io->access_factor, &none, ctx);
	if (status < 0)
		return status;
	tot_de_part_trace(ctx->trace, &part, io->access_factor, "personal points of the supplement",
			  "monthly supplement for long insurance");
	io->supplement.personal[branch] = part.personal;
	return tot_add(&io->supplement.gross, io->supplement.gross, part.amount);
}

/* s. 66 (1) sentence 2, s. 77 (5): the supplement of s. 76g has personal points of its own. */
static enum tot_status add_supplement(struct tot_de_pension *io,
				      const struct tot_de_pension_case *it,
				      const struct tot_view *view, struct tot_ctx *ctx)
{
	enum tot_status status = tot_de_supplement_of(&io->supplement, &io->special, &io->own,
						      it->basic_pension_months, ctx);
	/* s. 254b: points (East) are apart only as long as the account has them apart. */
	const tot_points east = io->account.sum[TOT_DE_EAST] ? io->supplement.east : 0;
	tot_points points[] = {[TOT_DE_WEST] = io->supplement.points - east, [TOT_DE_EAST] = east};
	if (status >= 0)
		status = tot_de_take_share(points, 2, it->share, ctx->trace);
	io->supplement.points = points[TOT_DE_WEST] + points[TOT_DE_EAST];
	for (int branch = TOT_DE_WEST; branch <= TOT_DE_EAST && status >= 0; branch++)
		if (points[branch])
			status = add_supplement_part(io, (enum tot_de_branch)branch, it->type,
						     points[branch], ctx);
	if (status < 0 || !io->supplement.points)
		return status;
	status = tot_de_test_supplement(&io->supplement, io->amount, view->life, ctx);
	if (status >= 0)
		status = tot_add(&io->amount, io->amount, io->supplement.amount);
	return status;
}

static enum tot_status add_special(struct tot_de_pension *io, const struct tot_de_pension_case *it,
				   const struct tot_view *view, const struct tot_de_basis *basis,
				   struct tot_ctx *ctx)
{
	const struct tot_de_special_case special = {
		.own = &io->own,
		.born = view->life->person.born,
		.end = it->end,
		.added = it->added,
		.drawn = tot_de_drawn_months(view->life),
		.without_last_years = it->without_last_years,
		.calculation_months = it->calculation_months,
		.basis = basis,
	};
	return tot_de_special_points(&io->special, &io->account, &special, ctx);
}

enum tot_status tot_de_pension_points(struct tot_de_pension *out,
				      const struct tot_de_pension_case *it,
				      const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_de_basis basis;
	*out = (struct tot_de_pension){.amount = 0};
	enum tot_status status = tot_de_cut_timeline(&out->own, view, &it->cut, ctx);
	if (status >= 0)
		status = tot_de_basis_of(&basis, ctx->law, ctx->as_of, it->cut.start, ctx->trace);
	if (status >= 0)
		status = tot_de_points_account(&out->account, &out->own, view->life, &basis, ctx);
	if (status >= 0)
		status = add_special(out, it, view, &basis, ctx);
	memcpy(out->undrawn, out->account.sum, sizeof(out->undrawn));
	if (status >= 0)
		status =
			tot_de_take_share(out->account.sum, TOT_DE_BRANCHES, it->share, ctx->trace);
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		out->undrawn[branch] -= out->account.sum[branch];
	return status;
}

enum tot_status tot_de_pension_money(struct tot_de_pension *io,
				     const struct tot_de_pension_case *it, tot_factor access_factor,
				     const struct tot_view *view, struct tot_ctx *ctx)
{
	io->access_factor = access_factor;
	const enum tot_status status = multiply(io, it, ctx);
	return status < 0 || it->only_miners ? status : add_supplement(io, it, view, ctx);
}

static enum tot_status raise_part(struct tot_de_pension *io, enum tot_de_branch branch,
				  const struct tot_value *factor, const char *type,
				  struct tot_ctx *ctx)
{
	struct tot_de_part *part = &io->parts[branch];
	const tot_cents before = part->amount;
	tot_points more;
	char text[TOT_DECIMAL_TEXT], number[TOT_DECIMAL_TEXT];
	enum tot_status status =
		tot_mul_div(&more, part->personal, factor->value, 10000, TOT_HALF_UP);
	if (status < 0 || !more)
		return status;
	tot_trace_begin(ctx->trace, "",
			"more personal points for a pension that began before 2019");
	tot_trace_law(ctx->trace, "SGB VI s. 307i");
	tot_trace_formula(ctx->trace, "%s x %s", tot_decimal_print(text, part->personal, 4),
			  tot_decimal_print(number, factor->value, 4));
	tot_trace_value(ctx->trace, "factor", factor);
	tot_trace_result(ctx->trace, "points", "%s", tot_decimal_print(text, more, 4));
	tot_trace_rounding(ctx->trace, "half up to 0.0001 (s. 121 (2))");
	tot_trace_end(ctx->trace);
	part->personal += more;
	part->kept.least_personal = part->personal;
	status = tot_de_part_pay(part, branch, type, ctx);
	if (status < 0)
		return status;
	tot_de_part_trace_amount(ctx->trace, part, "monthly pension with them");
	return tot_add(&io->amount, io->amount, part->amount - before);
}

enum tot_status tot_de_pension_raise(struct tot_de_pension *io, const struct tot_value *factor,
				     const char *type, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (int branch = 0; branch < TOT_DE_BRANCHES && status >= 0; branch++)
		status = raise_part(io, (enum tot_de_branch)branch, factor, type, ctx);
	return status;
}

/* Months from `from` to before `end` in which the pension was not drawn any more. */
static int not_drawn(const struct tot_de_earlier *earlier, tot_month until, tot_month from,
		     tot_month end)
{
	const tot_month first = earlier->end > from ? earlier->end : from;
	const tot_month last = until < end ? until : end;
	return last > first ? last - first : 0;
}

enum tot_status tot_de_earlier_at(struct tot_de_earlier *out, const struct tot_de_earlier *earlier,
				  tot_month until, tot_month start, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t early, late, kept;
	*out = (struct tot_de_earlier){.drawn = false};
	if (!earlier->drawn || earlier->from >= until)
		return TOT_OK;
	enum tot_status status = tot_de_number(&early, law, TOT_DE_ACCESS_EARLY, &at);
	if (status >= 0)
		status = tot_de_number(&late, law, TOT_DE_ACCESS_LATE, &at);
	if (status >= 0)
		status = tot_de_number(&kept, law, TOT_DE_SURVIVOR_PROTECTION, &at);
	if (status < 0)
		return status;
	*out = *earlier;
	/* No. 2 asks for a factor below 1: without one no month of the span came after the pension. */
	out->access_factor +=
		early * not_drawn(earlier, until, earlier->early.floor, earlier->early.full) +
		late * not_drawn(earlier, until, earlier->regular, TOT_MONTH_LIMIT);
	if (start >= earlier->end + kept)
		memset(out->personal, 0, sizeof(out->personal));
	return TOT_OK;
}
