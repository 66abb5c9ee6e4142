/* What a payment of each month is worth: interest, exchange and pensions under one set of terms. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

/* Months after the horizon in which something may still be paid. */
#define TAIL_MONTHS 24

static size_t months_of(const struct tot_terms *terms)
{
	const int rest =
		tot_month_of(terms->born) + 12 * TOT_HORIZON_AGE - tot_month_of(terms->as_of);
	return (size_t)(rest > 0 ? rest : 0) + TAIL_MONTHS;
}

/* Discount factors of a currency: the scenario's rate or curve, else the default of the mode. */
static enum tot_status discount(double *out, size_t months, const struct tot_terms *terms,
				const struct tot_law *law, bool yen)
{
	struct tot_rate_point points[4] = {{0.0, terms->rate}};
	size_t count = 1;
	if (terms->curve_count)
		return tot_discounts(out, months, terms->curve, terms->curve_count, terms->shift);
	if (terms->nominal && !terms->rate_given) {
		const enum tot_status status =
			tot_bond_curve(points, &count, law, yen, terms->as_of);
		if (status < 0)
			return status;
	}
	return tot_discounts(out, months, points, count, terms->shift);
}

/*
 * Parity: the other currency with its own curve, at today's rate. Scenario: at the rate of exchange
 * that prices give from today on, with the home curve; at today's purchasing power that rate stays.
 */
static enum tot_status exchange(struct tot_market *io, const struct tot_terms *terms,
				const struct tot_law *law, struct tot_arena *arena)
{
	const bool yen_home = strcmp(terms->currency, "JPY") == 0;
	const double spot = tot_parity(terms);
	double *home = io->worth[yen_home], *other = io->worth[!yen_home];
	const bool drifts = terms->projected && terms->nominal;
	double *eur = NULL, *jpy = NULL;
	enum tot_status status = TOT_OK;
	if (drifts) {
		eur = tot_arena_alloc(arena, io->months * sizeof(*eur));
		jpy = tot_arena_alloc(arena, io->months * sizeof(*jpy));
		if (!eur || !jpy)
			return TOT_ERR_MEMORY;
	}
	memcpy(home, io->discount, io->months * sizeof(*home));
	if (!terms->projected)
		status = discount(other, io->months, terms, law, !yen_home);
	else
		memcpy(other, io->discount, io->months * sizeof(*other));
	if (status >= 0 && drifts)
		status = tot_prices_make(eur, jpy, io->months, terms, law);
	for (size_t m = 0; status >= 0 && m < io->months; m++) {
		const double rate = drifts ? spot * jpy[m] / eur[m] : spot;
		other[m] *= yen_home ? rate : 1.0 / rate;
	}
	return status;
}

enum tot_status tot_market_make(struct tot_market *out, const struct tot_terms *terms,
				const struct tot_law *law, struct tot_arena *arena)
{
	struct tot_market made = {.months = months_of(terms)};
	made.discount = tot_arena_alloc(arena, made.months * sizeof(double));
	for (int i = 0; i < 2; i++)
		made.worth[i] = tot_arena_alloc(arena, made.months * sizeof(double));
	if (!made.discount || !made.worth[0] || !made.worth[1])
		return TOT_ERR_MEMORY;
	const bool yen = strcmp(terms->currency, "JPY") == 0;
	enum tot_status status = discount(made.discount, made.months, terms, law, yen);
	if (status >= 0)
		status = exchange(&made, terms, law, arena);
	if (status >= 0)
		status = tot_levels_make(&made, terms, law, arena);
	if (status >= 0)
		*out = made;
	return status;
}

enum tot_status tot_market_plain(struct tot_market *out, const struct tot_market *market,
				 struct tot_arena *arena)
{
	struct tot_market made = *market;
	made.discount = tot_arena_alloc(arena, made.months * sizeof(double));
	for (int i = 0; i < 2; i++)
		made.worth[i] = tot_arena_alloc(arena, made.months * sizeof(double));
	if (!made.discount || !made.worth[0] || !made.worth[1])
		return TOT_ERR_MEMORY;
	for (size_t m = 0; m < made.months; m++) {
		made.discount[m] = 1.0;
		for (int i = 0; i < 2; i++)
			made.worth[i][m] = market->worth[i][m] / market->discount[m];
	}
	*out = made;
	return TOT_OK;
}
