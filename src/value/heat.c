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

enum tot_status tot_heat_make(struct tot_heat *out, const struct tot_valued *keep,
			      const struct tot_valued *other, const struct tot_terms *terms,
			      struct tot_ctx *ctx)
{
	struct tot_heat made = {.known = true};
	const int now = tot_month_of(terms->as_of) - tot_month_of(terms->born);
	for (size_t a = 0; a < TOT_HEAT_AGES; a++)
		made.ages[a] = LAST_AGE - AGE_STEP * (double)(TOT_HEAT_AGES - 1 - a);
	for (size_t r = 0; r < TOT_HEAT_RATES; r++) {
		struct tot_terms moved = *terms;
		struct tot_market market;
		made.rates[r] = FIRST_RATE + RATE_STEP * (double)r;
		moved.rate = made.rates[r];
		moved.rate_given = true;
		moved.curve_count = 0;
		const enum tot_status status =
			tot_market_make(&market, &moved, ctx->law, ctx->arena);
		if (status < 0)
			return status;
		for (size_t a = 0; a < TOT_HEAT_AGES; a++) {
			const int months = 12 * (int)made.ages[a] - now;
			if (months >= 0)
				made.gain[a][r] = received(keep, &market, months) -
						  received(other, &market, months);
		}
	}
	*out = made;
	return TOT_OK;
}
