/* Chances, regret and equivalents of a strategy against keeping. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "value.h"

#define FROM_AGE 65

static double alive_at(const struct tot_survival *survival, double month)
{
	if (month <= 0.0)
		return 1.0;
	const size_t whole = (size_t)month;
	if (whole + 1 >= survival->count)
		return 0.0;
	const double rest = month - (double)whole;
	return survival->alive[whole] * (1.0 - rest) + survival->alive[whole + 1] * rest;
}

/* Month, counted from the decision, in which an age is reached. */
static double month_of_age(const struct tot_terms *terms, double age)
{
	const double birth =
		(double)tot_month_of(terms->born) + (double)(terms->born.day - 1) / 31.0;
	return birth + 12.0 * age - (double)tot_month_of(terms->as_of) -
	       (double)(terms->as_of.day - 1) / 31.0;
}

static void chances(struct tot_valued *io, const struct tot_terms *terms,
		    const struct tot_survival *survival)
{
	if (!io->break_even_undiscounted.known)
		return;
	const double then =
		alive_at(survival, month_of_age(terms, io->break_even_undiscounted.value));
	const double from = alive_at(survival, month_of_age(terms, FROM_AGE));
	io->alive_then = (struct tot_maybe){true, then};
	if (from > 0.0)
		io->alive_then_from_65 = (struct tot_maybe){true, fmin(then / from, 1.0)};
}

/* What a side brings to somebody who dies in the month: certain payments come in any case. */
static void by_death(double *total, size_t months, const struct tot_valued *valued,
		     const struct tot_market *market, double sign)
{
	for (size_t i = 0; i < valued->item_count; i++) {
		const struct tot_item *item = &valued->items[i];
		const size_t alive = item->alive > 0 ? (size_t)item->alive : 0;
		if (alive < months)
			total[alive] += sign * tot_item_worth(item, market);
	}
}

/* Over the day of death alone: chance that keeping pays more, and the loss of each choice if not. */
static enum tot_status regrets(struct tot_valued *io, const struct tot_valued *keep,
			       const struct tot_market *market, const struct tot_survival *survival,
			       struct tot_arena *arena)
{
	const size_t months = survival->count;
	double *gain = tot_arena_alloc(arena, months * sizeof(*gain));
	double better = 0.0, lead = 0.0;
	if (!gain)
		return TOT_ERR_MEMORY;
	by_death(gain, months, keep, market, 1.0);
	by_death(gain, months, io, market, -1.0);
	for (size_t m = 0; m < months; m++) {
		const double after = m + 1 < months ? survival->alive[m + 1] : 0.0;
		const double dies = survival->alive[m] - after;
		lead += gain[m];
		better += lead > 0.0 ? dies : 0.0;
		io->regret_this += lead > 0.0 ? dies * lead : 0.0;
		io->regret_keep += lead < 0.0 ? -dies * lead : 0.0;
	}
	io->keep_better = (struct tot_maybe){true, better};
	return TOT_OK;
}

static void consumer(struct tot_consumer *out, const struct tot_running *running,
		     const struct tot_terms *terms, const struct tot_market *market)
{
	out->years = running->count > 0 ? (size_t)running->count : 0;
	for (size_t t = 0; t < out->years; t++) {
		const size_t month = 12 * t < market->months ? 12 * t : market->months - 1;
		out->alive[t] = running->alive[t];
		out->discount[t] = market->discount[month];
		out->income[t] = terms->other_income + running->income[t];
	}
}

/*
 * Equivalents need something to live on before the pension: they are given where the scenario
 * states wealth or other income. Refunds are wealth, on their day; pensions are income.
 */
static enum tot_status equivalents(struct tot_valued *io, const struct tot_valued *keep,
				   const struct tot_terms *terms, const struct tot_market *market,
				   const struct tot_survival *survival, struct tot_arena *arena)
{
	struct tot_market plain;
	struct tot_running running;
	struct tot_consumer with, without;
	if (!(terms->wealth > 0.0 || terms->other_income > 0.0))
		return TOT_OK;
	const enum tot_status status = tot_market_plain(&plain, market, arena);
	if (status < 0)
		return status;
	tot_running_make(&running, keep, terms, market, &plain, survival);
	consumer(&with, &running, terms, market);
	tot_running_make(&running, io, terms, market, &plain, survival);
	consumer(&without, &running, terms, market);
	for (size_t g = 0; g < TOT_GAMMAS; g++) {
		double needed;
		io->equivalent[g].known =
			tot_equivalent_wealth(&needed, &with, terms->wealth + keep->refund_value,
					      &without, tot_gammas[g]);
		if (io->equivalent[g].known)
			io->equivalent[g].value = needed - terms->wealth - io->refund_value;
	}
	return TOT_OK;
}

enum tot_status tot_value_metrics(struct tot_valued *io, const struct tot_valued *keep,
				  const struct tot_terms *terms, const struct tot_market *market,
				  const struct tot_survival *survival, struct tot_ctx *ctx)
{
	chances(io, terms, survival);
	enum tot_status status = regrets(io, keep, market, survival, ctx->arena);
	if (status >= 0)
		status = equivalents(io, keep, terms, market, survival, ctx->arena);
	return status;
}

static double birth_months(const struct tot_terms *terms)
{
	return (double)(tot_month_of(terms->as_of) - tot_month_of(terms->born));
}

void tot_running_make(struct tot_running *out, const struct tot_valued *valued,
		      const struct tot_terms *terms, const struct tot_market *market,
		      const struct tot_market *plain, const struct tot_survival *survival)
{
	const int now = (int)birth_months(terms);
	double sum = 0.0;
	*out = (struct tot_running){.first_age = now / 12};
	out->count = TOT_HORIZON_AGE - out->first_age + 1;
	if (out->count > TOT_RUNNING_AGES)
		out->count = TOT_RUNNING_AGES;
	if (out->count < 1)
		out->count = 1;
	for (size_t i = 0; i < valued->item_count; i++) {
		const struct tot_item *item = &valued->items[i];
		int year = (now + item->month) / 12 - out->first_age;
		year = year < 0 ? 0 : year < out->count ? year : out->count - 1;
		out->total[year] += tot_item_worth(item, market);
		if (!item->refund)
			out->income[year] += tot_item_worth(item, plain);
	}
	for (int y = 0; y < out->count; y++) {
		sum += out->total[y];
		out->total[y] = sum;
		out->alive[y] =
			alive_at(survival, 12.0 * (double)(out->first_age + y) - (double)now);
	}
}
