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
		.amount = tot_exchange(flow->amount, flow->currency, yen ? "JPY" : "EUR", 1.0)};
}

static bool same_item(const struct tot_item *a, const struct tot_item *b)
{
	return a->month == b->month && a->alive == b->alive && a->yen == b->yen &&
	       a->refund == b->refund;
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

static double chance(const struct tot_item *item, const struct tot_survival *survival)
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
		       discount(&clock, item.month) * chance(&item, survival);
	}
	return sum;
}

double tot_value_of(const struct tot_valued *valued, enum tot_share share,
		    const struct tot_terms *terms, const struct tot_survival *survival)
{
	const struct units units = units_in(terms->currency, tot_parity(terms));
	struct clock clock = clock_at(terms->rate);
	double sum = 0.0;
	for (size_t i = 0; i < valued->item_count; i++) {
		const struct tot_item *item = &valued->items[i];
		if (share != TOT_ALL && item->refund != (share == TOT_REFUNDS))
			continue;
		sum += item->amount * (item->yen ? units.jpy : units.eur) *
		       discount(&clock, item->month) * chance(item, survival);
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
			     const struct tot_survival *survival, struct tot_ctx *ctx)
{
	const struct units units = units_in(terms->currency, tot_parity(terms));
	struct clock clock = clock_at(terms->rate);
	for (size_t i = 0; i < io->flow_count; i++) {
		const struct tot_flow *flow = &io->flows[i];
		const struct tot_item item = item_of(flow, terms->as_of);
		struct tot_part *part = part_of(io, flow->kind, ctx);
		if (!part)
			return TOT_ERR_MEMORY;
		if (flow->condition != TOT_IF_SURVIVOR)
			part->value += item.amount * (item.yen ? units.jpy : units.eur) *
				       discount(&clock, item.month) * chance(&item, survival);
	}
	io->value = 0.0;
	for (size_t i = 0; i < io->by_kind_count; i++)
		io->value += io->by_kind[i].value;
	return TOT_OK;
}

enum tot_status tot_value_strategy(struct tot_valued *io, const struct tot_terms *terms,
				   const struct tot_survival *survival, struct tot_ctx *ctx)
{
	struct tot_flows flows;
	enum tot_status status = tot_flows_make(&flows, io->outcome, terms, ctx);
	if (status < 0)
		return status;
	io->flows = flows.list;
	io->flow_count = flows.count;
	io->incomplete = flows.incomplete;
	io->items =
		tot_items_make(&io->item_count, flows.list, flows.count, terms->as_of, ctx->arena);
	if (!io->items)
		return TOT_ERR_MEMORY;
	status = split(io, terms, survival, ctx);
	io->first_year_income = tot_first_year(io->outcome, terms);
	io->refund_value = tot_value_of(io, TOT_REFUNDS, terms, survival);
	return status;
}

/* Where implied yields are looked for (COMPARISON 5). */
#define LOWEST_YIELD (-0.05)
#define HIGHEST_YIELD 0.25

/* Expected payments by month, converted: keep minus the other. */
static double *difference_by_month(const struct tot_valued *keep, const struct tot_valued *other,
				   const struct tot_terms *terms,
				   const struct tot_survival *survival, size_t *months,
				   struct tot_ctx *ctx)
{
	const struct tot_valued *const sides[2] = {keep, other};
	const struct units units = units_in(terms->currency, tot_parity(terms));
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
			const double amount = item->amount * (item->yen ? units.jpy : units.eur) *
					      chance(item, survival);
			amounts[item->month] += s ? -amount : amount;
		}
	return amounts;
}

enum tot_status tot_value_against(struct tot_valued *io, const struct tot_valued *keep,
				  const struct tot_terms *terms,
				  const struct tot_survival *survival, struct tot_ctx *ctx)
{
	io->difference = keep->value - io->value;
	/*
	 * What keeping gives and this destroys: a difference of two complete strategies (COMPARISON
	 * 5).
	 */
	const double destroyed = tot_value_of(keep, TOT_PENSIONS, terms, survival) -
				 tot_value_of(io, TOT_PENSIONS, terms, survival);
	const double gained = io->refund_value - keep->refund_value;
	io->moneys_worth.known = gained > 0.0;
	io->moneys_worth.value = gained > 0.0 ? destroyed / gained : 0.0;
	io->break_even_undiscounted = tot_break_even(keep->flows, keep->flow_count, io->flows,
						     io->flow_count, terms, 0.0);
	io->break_even_discounted = tot_break_even(keep->flows, keep->flow_count, io->flows,
						   io->flow_count, terms, terms->rate);
	size_t months;
	double *amounts = difference_by_month(keep, io, terms, survival, &months, ctx);
	if (!amounts)
		return TOT_ERR_MEMORY;
	struct tot_yield_list yields;
	const enum tot_status status =
		tot_yields(&yields, amounts, months, LOWEST_YIELD, HIGHEST_YIELD);
	if (status < 0)
		return status;
	_Static_assert(sizeof(io->implied_yields) == sizeof(yields.rates), "room for every yield");
	memcpy(io->implied_yields, yields.rates, yields.count * sizeof(yields.rates[0]));
	io->implied_yield_count = yields.count;
	return TOT_OK;
}
