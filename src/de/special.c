/* Points that depend on the whole life, added to an account (s. 66 (1), 70 (3a), 71-74, 262). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/special.h"

static enum tot_status value_life(struct tot_de_special *out,
				  const struct tot_de_valued_months *months,
				  const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct tot_months training;
	char text[TOT_DECIMAL_TEXT];
	tot_timeline_flagged(&training, it->own, TOT_DE_WORK, TOT_FLAG_TRAINING,
			     TOT_FLAG_MINIJOB_EXEMPT);
	if (!tot_months_count(&months->credited) && !tot_months_count(&training))
		return TOT_OK;
	tot_trace_begin(ctx->trace, "", "months without or beside contributions");
	tot_trace_law(ctx->trace, "SGB VI s. 71-74, s. 263");
	enum tot_status status = tot_de_value_months(&out->valuation, &out->pools, months, it, ctx);
	if (status >= 0)
		status = tot_de_add_valued(out, months, it, ctx);
	if (status >= 0)
		tot_trace_result(ctx->trace, "points", "%s",
				 tot_decimal_print(text, out->free + out->reduced, 4));
	tot_trace_end(ctx->trace);
	return status;
}

enum tot_status tot_de_east_share(tot_points *out, tot_points points, struct tot_ratio east,
				  struct tot_ratio all)
{
	*out = 0;
	if (!points || all.num <= 0)
		return TOT_OK;
	return tot_ratio_round(out,
			       tot_ratio_mul(tot_ratio_of(points, 1), tot_ratio_div(east, all)), 1,
			       TOT_HALF_UP);
}

/* Months with points (East) get points (East) (s. 70 (3a), s. 262 (2)). */
static enum tot_status share_of_months(tot_points *io, enum tot_de_pool_kind kind,
				       const struct tot_de_pools *pools)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < pools->count && status >= 0; i++) {
		const struct tot_de_pool *pool = &pools->list[i];
		tot_points points, east = 0;
		if (pool->kind != kind)
			continue;
		status = tot_ratio_round(&points, pool->points, 1, TOT_HALF_UP);
		if (status >= 0)
			status = tot_de_east_share(&east, points,
						   tot_de_pools_east_months(pools, &pool->months),
						   tot_ratio_of(pool->count, 1));
		*io += east;
	}
	return status;
}

/* s. 263a: valued months follow all points that the value was found from. */
static enum tot_status share_of_valued(tot_points *io, const struct tot_de_special *special)
{
	const struct tot_de_valuation *valuation = &special->valuation;
	const struct tot_months *set = valuation->basic < valuation->comparison
					       ? &valuation->comparison_set
					       : &valuation->basic_set;
	tot_points east;
	const enum tot_status status = tot_de_east_share(
		&east, special->free + special->reduced, tot_de_pools_east(&special->pools, set),
		tot_de_pools_sum(&special->pools, TOT_DE_POOLS_VALUED, set));
	if (status >= 0)
		*io += east;
	return status;
}

/* Add to the account; s. 254b: points (East) are apart only if the account keeps them so. */
static enum tot_status add_to_account(struct tot_de_account *io,
				      const struct tot_de_special *special)
{
	tot_points east = 0;
	enum tot_status status = TOT_OK;
	io->special = special->extra + special->low_pay + special->free + special->reduced;
	if (io->sum[TOT_DE_EAST]) {
		status = share_of_months(&east, TOT_DE_POOL_EXTRA, &special->pools);
		if (status >= 0)
			status = share_of_months(&east, TOT_DE_POOL_LOW_PAY, &special->pools);
		if (status >= 0)
			status = share_of_valued(&east, special);
	}
	io->sum[TOT_DE_EAST] += east;
	io->sum[TOT_DE_WEST] += io->special - east;
	return status;
}

enum tot_status tot_de_special_points(struct tot_de_special *out, struct tot_de_account *io,
				      const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct tot_de_valued_months months;
	*out = (struct tot_de_special){.extra = 0};
	enum tot_status status = tot_de_pools_of_account(&out->pools, io, ctx);
	if (status >= 0)
		status = tot_de_valued_months_of(&months, it);
	if (status >= 0)
		status = tot_de_add_extra(&out->extra, &out->pools, it, ctx);
	if (status >= 0)
		status = tot_de_add_low_pay(&out->low_pay, &out->pools, &months, it, ctx);
	if (status >= 0)
		status = value_life(out, &months, it, ctx);
	if (status >= 0)
		status = add_to_account(io, out);
	return status < 0 ? status : tot_de_add_underground(io, it, ctx);
}
