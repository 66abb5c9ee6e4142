/* Refund and invest, or keep: both as an income for life from the start of the pension. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value.h"

static const double returns[] = {0.0, 0.01, 0.02, 0.03, 0.04, 0.05};
#define RETURNS (sizeof(returns) / sizeof(returns[0]))

/* Month of the first payment that only keeping brings; -1 if there is none. */
static int first_gain(const struct tot_comparison *io)
{
	const struct tot_valued *keep = io->base, *best = io->best;
	size_t j = 0;
	for (size_t i = 0; i < keep->item_count; i++) {
		const struct tot_item *item = &keep->items[i];
		while (j < best->item_count && best->items[j].month < item->month)
			j++;
		double other = 0.0;
		for (size_t k = j; k < best->item_count && best->items[k].month == item->month; k++)
			if (!best->items[k].refund && best->items[k].path == item->path)
				other += best->items[k].amount;
		if (!item->refund && item->amount > other)
			return item->month;
	}
	return -1;
}

/* What the refund has grown to in the month: yearly return, no death. */
static double grown(const struct tot_valued *refund, const struct tot_market *plain, int month,
		    double rate)
{
	double sum = 0.0;
	for (size_t i = 0; i < refund->item_count; i++) {
		const struct tot_item *item = &refund->items[i];
		if (item->refund && item->month <= month) {
			const struct tot_rate_point flat = {0.0, rate};
			double factors[2];
			if (tot_discounts(factors, 2, &flat, 1, 0.0) < 0)
				return 0.0;
			double growth = 1.0;
			for (int m = item->month; m < month; m++)
				growth /= factors[1];
			sum += tot_item_worth(item, plain) * growth;
		}
	}
	return sum;
}

/* Price in the month of one unit a year for life, paid monthly at the interest of the terms. */
static double annuity_price(const struct tot_market *market, const struct tot_survival *survival,
			    int month)
{
	double sum = 0.0;
	const size_t first = (size_t)month;
	for (size_t m = first; m < survival->count && m < market->months; m++)
		sum += survival->alive[m] * market->discount[m] / 12.0;
	const bool ends = first >= survival->count || first >= market->months ||
			  !(survival->alive[first] > 0.0);
	return ends ? 0.0 : sum / (survival->alive[first] * market->discount[first]);
}

/* What keeping pays beyond the refund strategy in the twelve months from `month` on. */
static double pension_gain(const struct tot_comparison *io, const struct tot_market *plain,
			   int month)
{
	const struct tot_valued *const sides[2] = {io->base, io->best};
	double sum = 0.0;
	for (int s = 0; s < 2; s++)
		for (size_t i = 0; i < sides[s]->item_count; i++) {
			const struct tot_item *item = &sides[s]->items[i];
			if (!item->refund && item->month >= month && item->month < month + 12)
				sum += (s ? -1.0 : 1.0) * tot_item_worth(item, plain);
		}
	return sum;
}

enum tot_status tot_invest_make(struct tot_comparison *io, const struct tot_terms *terms,
				const struct tot_market *market,
				const struct tot_survival *survival, struct tot_ctx *ctx)
{
	struct tot_market plain;
	const int month = first_gain(io);
	if (month < 0)
		return TOT_OK;
	const double price = annuity_price(market, survival, month);
	enum tot_status status = tot_market_plain(&plain, market, ctx->arena);
	if (status < 0 || !(price > 0.0))
		return status;
	io->invest = tot_arena_alloc(ctx->arena, RETURNS * sizeof(*io->invest));
	if (!io->invest)
		return TOT_ERR_MEMORY;
	const int age_months = tot_month_of(terms->as_of) - tot_month_of(terms->born) + month;
	for (size_t i = 0; i < RETURNS; i++) {
		const double capital = grown(io->best, &plain, month, returns[i]);
		io->invest[io->invest_count++] = (struct tot_invest){
			returns[i], capital, capital / price, pension_gain(io, &plain, month),
			(double)age_months / 12.0};
	}
	return TOT_OK;
}
