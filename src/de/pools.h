/* Points spread over months: what a month or a set of months is worth. Shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_POOLS_H
#define TOT_DE_POOLS_H

#include "totalise/de.h"

/* Where the points of a pool come from; bits, so that a sum can take several. */
enum tot_de_pool_kind {
	TOT_DE_POOL_OWN = 1 << 0,     /* contributions of a year */
	TOT_DE_POOL_CHILD = 1 << 1,   /* child-raising of a year */
	TOT_DE_POOL_EXTRA = 1 << 2,   /* beside children under ten, s. 70 (3a) */
	TOT_DE_POOL_LOW_PAY = 1 << 3, /* low pay before 1992, s. 262 */
	TOT_DE_POOL_REDUCED = 1 << 4, /* supplement of contribution-reduced months, s. 71 (2) */
	TOT_DE_POOL_FREE = 1 << 5,    /* contribution-free months, s. 71 (1) */
	/* In the valuation only: */
	TOT_DE_POOL_CONSIDERED = 1 << 6, /* consideration months, s. 71 (3) no. 1 */
	TOT_DE_POOL_TRAINING = 1 << 7,	 /* training months, s. 71 (3) no. 2 */
	TOT_DE_POOL_MINERS = 1 << 8	 /* what miners' points are worth more, s. 84 */
};

/* What contribution months have brought. */
#define TOT_DE_POOLS_PAID \
	(TOT_DE_POOL_OWN | TOT_DE_POOL_CHILD | TOT_DE_POOL_EXTRA | TOT_DE_POOL_LOW_PAY)
/* What contribution and consideration months bring in the valuation (s. 71 (3), s. 72, s. 73). */
#define TOT_DE_POOLS_VALUED                                                                   \
	(TOT_DE_POOL_OWN | TOT_DE_POOL_CHILD | TOT_DE_POOL_LOW_PAY | TOT_DE_POOL_CONSIDERED | \
	 TOT_DE_POOL_TRAINING | TOT_DE_POOL_MINERS)
/* What belongs to the months of a pension. */
#define TOT_DE_POOLS_PENSION (TOT_DE_POOLS_PAID | TOT_DE_POOL_REDUCED | TOT_DE_POOL_FREE)

/* Points that lie on months in equal shares. */
struct tot_de_pool {
	enum tot_de_pool_kind kind;
	struct tot_months months;
	int count;
	struct tot_ratio points; /* of all months, 0.0001, exact */
	struct tot_ratio east;	 /* those of them that are points (East) */
	tot_points each;	 /* one month, four decimals (DECISIONS 19) */
};

struct tot_de_pools {
	struct tot_de_pool *list;
	size_t count;
};

/* Add a pool; nothing for an empty set or no points. Status: TOT_OK, TOT_ERR_MEMORY, TOT_ERR_OVERFLOW. */
enum tot_status tot_de_pool_add(struct tot_de_pools *io, enum tot_de_pool_kind kind,
				const struct tot_months *months, struct tot_ratio points,
				struct tot_ctx *ctx);

/* Add one month that is worth `points`; months of equal worth share a pool. */
enum tot_status tot_de_pool_add_month(struct tot_de_pools *io, enum tot_de_pool_kind kind,
				      tot_month month, tot_points points, struct tot_ctx *ctx);

/* The years of an account as pools: contributions, child-raising, the higher worth of miners' points. */
enum tot_status tot_de_pools_of_account(struct tot_de_pools *out,
					const struct tot_de_account *account, struct tot_ctx *ctx);

/* Points of a set: whole pools unrounded, parts of a pool by its rounded month (DECISIONS 19). */
struct tot_ratio tot_de_pools_sum(const struct tot_de_pools *pools, unsigned kinds,
				  const struct tot_months *set);

/* Points (East) of a set: of each year in proportion to its months. */
struct tot_ratio tot_de_pools_east(const struct tot_de_pools *pools, const struct tot_months *set);

/* Months of a set with points (East); a year with both kinds counts in proportion. */
struct tot_ratio tot_de_pools_east_months(const struct tot_de_pools *pools,
					  const struct tot_months *set);

/* Points of one month. */
tot_points tot_de_pools_month(const struct tot_de_pools *pools, unsigned kinds, tot_month month);

#endif
