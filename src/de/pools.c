/* Points spread over months: what a month or a set of months is worth (DECISIONS 19, 22). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/pools.h"

#include "de/figures.h"

static struct tot_de_pool *next_pool(struct tot_de_pools *io, struct tot_ctx *ctx)
{
	struct tot_de_pool *list = tot_arena_grow(ctx->arena, io->list, io->count, sizeof(*list));
	if (!list)
		return NULL;
	io->list = list;
	return &list[io->count++];
}

enum tot_status tot_de_pool_add(struct tot_de_pools *io, enum tot_de_pool_kind kind,
				const struct tot_months *months, struct tot_ratio points,
				struct tot_ctx *ctx)
{
	const int count = tot_months_count(months);
	tot_points each;
	if (!count || (!points.overflow && points.num == 0))
		return TOT_OK;
	const enum tot_status status = tot_ratio_round(
		&each, tot_ratio_div(points, tot_ratio_of(count, 1)), 1, TOT_HALF_UP);
	if (status < 0)
		return status;
	struct tot_de_pool *pool = next_pool(io, ctx);
	if (!pool)
		return TOT_ERR_MEMORY;
	*pool = (struct tot_de_pool){kind, *months, count, points, tot_ratio_of(0, 1), each};
	return TOT_OK;
}

enum tot_status tot_de_pool_add_month(struct tot_de_pools *io, enum tot_de_pool_kind kind,
				      tot_month month, tot_points points, struct tot_ctx *ctx)
{
	struct tot_months alone = {{0}};
	for (size_t i = 0; i < io->count; i++) {
		struct tot_de_pool *pool = &io->list[i];
		if (pool->kind != kind || pool->each != points)
			continue;
		tot_months_add(&pool->months, month);
		pool->count++;
		pool->points = tot_ratio_of(points * pool->count, 1);
		return TOT_OK;
	}
	tot_months_add(&alone, month);
	return tot_de_pool_add(io, kind, &alone, tot_ratio_of(points, 1), ctx);
}

static struct tot_months months_of(int year, unsigned bits)
{
	struct tot_months months = {{0}};
	const tot_month january = tot_month_make(year, 1);
	for (int k = 0; k < 12; k++)
		if (bits >> k & 1)
			tot_months_add(&months, january + k);
	return months;
}

/* s. 84: a point of the miners' scheme is worth its type factor in the valuation. */
static enum tot_status add_miners(struct tot_de_pools *io, const struct tot_de_year_points *year,
				  const struct tot_months *covered, struct tot_ctx *ctx)
{
	const struct tot_ratio points = tot_ratio_add(tot_ratio_of(year->paid[TOT_DE_MINERS], 1),
						      year->given[TOT_DE_MINERS]);
	struct tot_at at = tot_de_on(ctx->as_of);
	int64_t factor;
	if (points.num == 0)
		return TOT_OK;
	at.word = "old_age";
	const enum tot_status status =
		tot_de_number(&factor, ctx->law, TOT_DE_TYPE_FACTOR_MINERS, &at);
	if (status < 0)
		return status;
	return tot_de_pool_add(io, TOT_DE_POOL_MINERS, covered,
			       tot_ratio_mul(points, tot_ratio_of(factor - 10000, 10000)), ctx);
}

enum tot_status tot_de_pools_of_account(struct tot_de_pools *out,
					const struct tot_de_account *account, struct tot_ctx *ctx)
{
	*out = (struct tot_de_pools){.count = 0};
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < account->year_count && status >= 0; i++) {
		const struct tot_de_year_points *year = &account->years[i];
		struct tot_ratio own = tot_ratio_of(0, 1);
		for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
			own = tot_ratio_add(own, tot_ratio_of(year->paid[branch], 1));
			own = tot_ratio_add(own, year->given[branch]);
		}
		const struct tot_months covered = months_of(year->year, year->covered);
		const struct tot_months raising = months_of(year->year, year->raising);
		const size_t before = out->count;
		status = tot_de_pool_add(out, TOT_DE_POOL_OWN, &covered, own, ctx);
		if (status >= 0 && out->count > before)
			out->list[before].east = tot_ratio_add(
				tot_ratio_of(year->paid[TOT_DE_EAST], 1), year->given[TOT_DE_EAST]);
		if (status >= 0)
			status = add_miners(out, year, &covered, ctx);
		if (status >= 0)
			status = tot_de_pool_add(out, TOT_DE_POOL_CHILD, &raising,
						 tot_ratio_of(year->child, 1), ctx);
	}
	return status;
}

struct tot_ratio tot_de_pools_sum(const struct tot_de_pools *pools, unsigned kinds,
				  const struct tot_months *set)
{
	struct tot_ratio sum = tot_ratio_of(0, 1);
	for (size_t i = 0; i < pools->count; i++) {
		const struct tot_de_pool *pool = &pools->list[i];
		if (!(pool->kind & kinds))
			continue;
		const int shared = tot_months_count_and(&pool->months, set);
		sum = tot_ratio_add(sum, shared == pool->count
						 ? pool->points
						 : tot_ratio_of(pool->each * shared, 1));
	}
	return sum;
}

struct tot_ratio tot_de_pools_east(const struct tot_de_pools *pools, const struct tot_months *set)
{
	struct tot_ratio sum = tot_ratio_of(0, 1);
	for (size_t i = 0; i < pools->count; i++) {
		const struct tot_de_pool *pool = &pools->list[i];
		const int shared = tot_months_count_and(&pool->months, set);
		sum = tot_ratio_add(sum,
				    tot_ratio_mul(pool->east, tot_ratio_of(shared, pool->count)));
	}
	return sum;
}

struct tot_ratio tot_de_pools_east_months(const struct tot_de_pools *pools,
					  const struct tot_months *set)
{
	struct tot_ratio sum = tot_ratio_of(0, 1);
	for (size_t i = 0; i < pools->count; i++) {
		const struct tot_de_pool *pool = &pools->list[i];
		const int shared = tot_months_count_and(&pool->months, set);
		if (!shared || pool->east.num == 0)
			continue;
		const struct tot_ratio part = tot_ratio_div(pool->east, pool->points);
		sum = tot_ratio_add(sum, tot_ratio_mul(part, tot_ratio_of(shared, 1)));
	}
	return sum;
}

tot_points tot_de_pools_month(const struct tot_de_pools *pools, unsigned kinds, tot_month month)
{
	tot_points points = 0;
	for (size_t i = 0; i < pools->count; i++)
		if ((pools->list[i].kind & kinds) && tot_months_has(&pools->list[i].months, month))
			points += pools->list[i].each;
	return points;
}
