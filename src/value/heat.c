/* Gain of keeping by discount rate and age at death: nobody knows either. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value.h"

#define FIRST_RATE 0.0
#define RATE_STEP 0.005
#define LAST_AGE 110
#define AGE_STEP 2

/* What one side brings to somebody who dies `months` after the decision. */
static double received(const struct tot_valued *valued, const struct tot_market *market, int months)
{
	double sum = 0.0;
	for (size_t i = 0; i < valued->item_count; i++)
		if (valued->items[i].alive <= months)
			sum += tot_item_worth(&valued->items[i], market);
	return sum;
}

/* One column: the rate instead of all interest of the terms. */
static enum tot_status column(struct tot_heat *io, size_t r, const struct tot_valued *keep,
			      const struct tot_valued *other, const struct tot_terms *terms,
			      const struct tot_law *law)
{
	struct tot_arena scratch = {0};
	struct tot_market market;
	struct tot_terms moved = *terms;
	const int now = tot_month_of(terms->as_of) - tot_month_of(terms->born);
	moved.rate = io->rates[r];
	moved.rate_given = true;
	moved.curve_count = 0;
	const enum tot_status status = tot_market_make(&market, &moved, law, &scratch);
	for (size_t a = 0; status >= 0 && a < TOT_HEAT_AGES; a++) {
		const int months = 12 * (int)io->ages[a] - now;
		if (months >= 0)
			io->gain[a][r] =
				received(keep, &market, months) - received(other, &market, months);
	}
	tot_arena_free(&scratch);
	return status;
}

enum tot_status tot_heat_make(struct tot_heat *out, const struct tot_valued *keep,
			      const struct tot_valued *other, const struct tot_terms *terms,
			      const struct tot_law *law)
{
	struct tot_heat made = {.known = true};
	enum tot_status status = TOT_OK;
	for (size_t a = 0; a < TOT_HEAT_AGES; a++)
		made.ages[a] = LAST_AGE - AGE_STEP * (double)(TOT_HEAT_AGES - 1 - a);
	for (size_t r = 0; status >= 0 && r < TOT_HEAT_RATES; r++) {
		made.rates[r] = FIRST_RATE + RATE_STEP * (double)r;
		status = column(&made, r, keep, other, terms, law);
	}
	if (status >= 0)
		*out = made;
	return status;
}
