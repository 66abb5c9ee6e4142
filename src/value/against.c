/* A strategy against keeping: difference, money's worth, break-even ages, implied yields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

/* Where implied yields are looked for (COMPARISON 5). */
#define LOWEST_YIELD (-0.05)
#define HIGHEST_YIELD 0.25

/* Expected payments by month without interest, in the home currency: keep minus the other. */
static double *difference_by_month(const struct tot_valued *keep, const struct tot_valued *other,
				   const struct tot_market *plain,
				   const struct tot_survival *survival, size_t *months,
				   struct tot_ctx *ctx)
{
	const struct tot_valued *const sides[2] = {keep, other};
	size_t last = 0;
	for (int s = 0; s < 2; s++)
		for (size_t i = 0; i < sides[s]->item_count; i++)
			last = (size_t)sides[s]->items[i].month > last
				       ? (size_t)sides[s]->items[i].month
				       : last;
	*months = last + 1;
	double *amounts = tot_arena_alloc(ctx->arena, *months * sizeof(*amounts));
	for (int s = 0; amounts && s < 2; s++)
		for (size_t i = 0; i < sides[s]->item_count; i++) {
			const struct tot_item *item = &sides[s]->items[i];
			const double amount =
				tot_item_worth(item, plain) * tot_item_chance(item, survival);
			amounts[item->month] += s ? -amount : amount;
		}
	return amounts;
}

static enum tot_status find_yields(struct tot_valued *io, const struct tot_valued *keep,
				   const struct tot_market *plain,
				   const struct tot_survival *survival, struct tot_ctx *ctx)
{
	size_t months;
	struct tot_yield_list yields;
	double *amounts = difference_by_month(keep, io, plain, survival, &months, ctx);
	if (!amounts)
		return TOT_ERR_MEMORY;
	const enum tot_status status =
		tot_yields(&yields, amounts, months, LOWEST_YIELD, HIGHEST_YIELD);
	if (status < 0)
		return status;
	_Static_assert(sizeof(io->implied_yields) == sizeof(yields.rates), "room for every yield");
	memcpy(io->implied_yields, yields.rates, yields.count * sizeof(yields.rates[0]));
	io->implied_yield_count = yields.count;
	return TOT_OK;
}

enum tot_status tot_value_against(struct tot_valued *io, const struct tot_valued *keep,
				  const struct tot_terms *terms, const struct tot_market *market,
				  const struct tot_survival *survival, struct tot_ctx *ctx)
{
	struct tot_market plain;
	enum tot_status status = tot_market_plain(&plain, market, ctx->arena);
	if (status < 0)
		return status;
	io->difference = keep->value - io->value;
	/*
	 * What keeping gives and this destroys: a difference of two complete strategies (COMPARISON
	 * 5).
	 */
	const double destroyed = tot_value_of(keep, TOT_PENSIONS, market, survival) -
				 tot_value_of(io, TOT_PENSIONS, market, survival);
	const double gained = io->refund_value - keep->refund_value;
	io->moneys_worth.known = gained > 0.0;
	io->moneys_worth.value = gained > 0.0 ? destroyed / gained : 0.0;
	io->break_even_undiscounted = tot_break_even(keep->flows, keep->flow_count, io->flows,
						     io->flow_count, terms, &plain);
	io->break_even_discounted = tot_break_even(keep->flows, keep->flow_count, io->flows,
						   io->flow_count, terms, market);
	status = find_yields(io, keep, &plain, survival, ctx);
	if (status >= 0)
		status = tot_value_metrics(io, keep, terms, market, survival, ctx);
	return status;
}
