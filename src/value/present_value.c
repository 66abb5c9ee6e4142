/* Expected present value of dated payments, and its parts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "value.h"

static int months_after(struct tot_date start, struct tot_date day)
{
	return tot_month_of(day) - tot_month_of(start);
}

static struct tot_item item_of(const struct tot_flow *flow, struct tot_date start)
{
	const bool yen = strcmp(flow->currency, "JPY") == 0;
	const int month = months_after(start, flow->date);
	const bool own_day = tot_date_is_none(flow->alive_on);
	const int alive = own_day ? month : months_after(start, flow->alive_on);
	return (struct tot_item){
		.month = month,
		.alive = flow->condition == TOT_CERTAIN ? -1 : alive,
		.yen = yen,
		.refund = flow->refund,
		.fee = flow->refund && flow->amount < 0,
		.path = tot_path_of(flow),
		.amount = tot_exchange(flow->amount, flow->currency, yen ? "JPY" : "EUR", 1.0)};
}

static bool same_item(const struct tot_item *a, const struct tot_item *b)
{
	return a->month == b->month && a->alive == b->alive && a->yen == b->yen &&
	       a->refund == b->refund && a->fee == b->fee && a->path == b->path;
}

struct tot_item *tot_items_make(size_t *count, const struct tot_flow *flows, size_t flow_count,
				struct tot_date start, struct tot_arena *arena)
{
	struct tot_item *items = tot_arena_alloc(arena, (flow_count + 1) * sizeof(*items));
	*count = 0;
	for (size_t i = 0; items && i < flow_count; i++) {
		const struct tot_item item = item_of(&flows[i], start);
		if (flows[i].condition == TOT_IF_SURVIVOR || item.month < 0)
			continue;
		if (*count && same_item(&items[*count - 1], &item))
			items[*count - 1].amount += item.amount;
		else
			items[(*count)++] = item;
	}
	return items;
}

double tot_item_chance(const struct tot_item *item, const struct tot_survival *survival)
{
	if (item->alive <= 0 || !survival)
		return 1.0;
	return (size_t)item->alive < survival->count ? survival->alive[item->alive] : 0.0;
}

/* The discount factor moves forward month by month, by multiplication alone. */
struct clock {
	double step, factor;
	int month;
};

static struct clock clock_at(double rate)
{
	return (struct clock){exp(-log1p(rate) / 12.0), 1.0, 0};
}

static double discount(struct clock *clock, int month)
{
	if (month < clock->month) {
		clock->month = 0;
		clock->factor = 1.0;
	}
	for (; clock->month < month; clock->month++)
		clock->factor *= clock->step;
	return clock->factor;
}

/* What one unit of each currency is worth in that of the comparison. */
struct units {
	double eur, jpy;
};

static struct units units_in(const char *currency, double jpy_per_eur)
{
	const bool yen = strcmp(currency, "JPY") == 0;
	return (struct units){yen ? jpy_per_eur : 1.0, yen ? 1.0 : 1.0 / jpy_per_eur};
}

double tot_present_value(const struct tot_flow *flows, size_t count, struct tot_date start,
			 const struct tot_survival *survival, double rate, const char *currency,
			 double jpy_per_eur)
{
	const struct units units = units_in(currency, jpy_per_eur);
	struct clock clock = clock_at(rate);
	double sum = 0.0;
	for (size_t i = 0; i < count; i++) {
		const struct tot_item item = item_of(&flows[i], start);
		if (item.month < 0 || flows[i].condition == TOT_IF_SURVIVOR)
			continue;
		sum += item.amount * (item.yen ? units.jpy : units.eur) *
		       discount(&clock, item.month) * tot_item_chance(&item, survival);
	}
	return sum;
}

/* Months beyond the horizon are worth what its last month is. */
static size_t month_in(const struct tot_market *market, int month)
{
	const size_t last = market->months - 1;
	return month < 0 ? 0 : (size_t)month < last ? (size_t)month : last;
}

double tot_item_worth(const struct tot_item *item, const struct tot_market *market)
{
	const size_t m = month_in(market, item->month);
	return item->amount * market->level[item->path][m] * market->worth[item->yen][m];
}

double tot_value_of(const struct tot_valued *valued, enum tot_share share,
		    const struct tot_market *market, const struct tot_survival *survival)
{
	double sum = 0.0;
	for (size_t i = 0; i < valued->item_count; i++) {
		const struct tot_item *item = &valued->items[i];
		if (share != TOT_ALL && item->refund != (share == TOT_REFUNDS))
			continue;
		sum += tot_item_worth(item, market) * tot_item_chance(item, survival);
	}
	return sum;
}

double tot_value_moved(const struct tot_valued *valued, const struct tot_terms *terms,
		       const struct tot_market *market, const struct tot_survival *survival)
{
	double sum = 0.0;
	for (size_t i = 0; i < valued->item_count; i++) {
		struct tot_item item = valued->items[i];
		const double chance = tot_item_chance(&item, survival);
		if (item.refund)
			item.month += terms->refund_delay;
		if (item.fee)
			item.amount *= terms->fee_factor;
		sum += tot_item_worth(&item, market) * chance;
	}
	return sum;
}

static struct tot_part *part_of(struct tot_valued *io, const char *name, struct tot_ctx *ctx)
{
	for (size_t i = 0; i < io->by_kind_count; i++)
		if (strcmp(io->by_kind[i].name, name) == 0)
			return &io->by_kind[i];
	struct tot_part *grown =
		tot_arena_grow(ctx->arena, io->by_kind, io->by_kind_count, sizeof(*grown));
	if (!grown)
		return NULL;
	io->by_kind = grown;
	grown[io->by_kind_count] = (struct tot_part){name, 0.0};
	return &grown[io->by_kind_count++];
}

/*
 * Value by kind, kinds in the order in which they are first paid; the total is the sum of the
 * parts.
 */
static enum tot_status split(struct tot_valued *io, const struct tot_terms *terms,
			     const struct tot_market *market, const struct tot_survival *survival,
			     struct tot_ctx *ctx)
{
	for (size_t i = 0; i < io->flow_count; i++) {
		const struct tot_flow *flow = &io->flows[i];
		const struct tot_item item = item_of(flow, terms->as_of);
		struct tot_part *part = part_of(io, flow->kind, ctx);
		if (!part)
			return TOT_ERR_MEMORY;
		if (flow->condition != TOT_IF_SURVIVOR)
			part->value +=
				tot_item_worth(&item, market) * tot_item_chance(&item, survival);
	}
	io->value = 0.0;
	for (size_t i = 0; i < io->by_kind_count; i++)
		io->value += io->by_kind[i].value;
	return TOT_OK;
}

enum tot_status tot_value_strategy(struct tot_valued *io, const struct tot_terms *terms,
				   const struct tot_market *market,
				   const struct tot_survival *survival, struct tot_ctx *ctx)
{
	struct tot_flows flows;
	enum tot_status status = tot_flows_make(&flows, io->outcome, terms, ctx);
	if (status >= 0 && io->strategy)
		status = tot_flows_contributions(&flows, io->strategy, io->outcome, terms, ctx);
	if (status < 0)
		return status;
	io->flows = flows.list;
	io->flow_count = flows.count;
	io->incomplete = flows.incomplete;
	io->items =
		tot_items_make(&io->item_count, flows.list, flows.count, terms->as_of, ctx->arena);
	if (!io->items)
		return TOT_ERR_MEMORY;
	status = split(io, terms, market, survival, ctx);
	io->first_year_income = tot_first_year(io->outcome, terms);
	io->refund_value = tot_value_of(io, TOT_REFUNDS, market, survival);
	return status;
}
