/* What moves the answer of a comparison, in a few lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "report/text_part.h"

static const char *signed_value(char *out, double value, const char *currency)
{
	char text[TOT_AMOUNT_TEXT];
	snprintf(out, TOT_AMOUNT_TEXT, "%s%s", value < 0.0 ? "-" : "+",
		 tot_value_words(text, fabs(value), currency));
	return out;
}

/* Both ends of the widest bars. */
static void swings(struct tot_text *out, const struct tot_comparison *c)
{
	for (size_t bar = 0; bar < 2; bar++) {
		const struct tot_sensitivity *low = NULL, *high = NULL;
		char from[TOT_AMOUNT_TEXT], to[TOT_AMOUNT_TEXT];
		for (size_t i = 0; i < c->sensitivity_count; i++) {
			const struct tot_sensitivity *s = &c->sensitivity[i];
			if (s->bar != bar)
				continue;
			low = !low || s->gain < low->gain ? s : low;
			high = !high || s->gain > high->gain ? s : high;
		}
		if (!low)
			return;
		if (bar == 0)
			tot_wrap(out, 2, 2, "What moves the gain of keeping most:");
		if (low == high)
			tot_wrapf(out, 4, 6, "- %s: %s (%s)", low->assumption,
				  signed_value(from, low->gain, c->currency), low->setting);
		else
			tot_wrapf(out, 4, 6, "- %s: %s (%s) to %s (%s)", low->assumption,
				  signed_value(from, low->gain, c->currency), low->setting,
				  signed_value(to, high->gain, c->currency), high->setting);
	}
}

static void regrets(struct tot_text *out, const struct tot_comparison *c)
{
	char keep[TOT_AMOUNT_TEXT], refund[TOT_AMOUNT_TEXT];
	if (!c->best || !c->best->keep_better.known)
		return;
	tot_wrapf(out, 2, 2,
		  "Over all ages at death, keeping pays more in %ld of 100 cases. Expected loss by "
		  "the wrong choice: %s by keeping, %s by the refund.",
		  lround(100.0 * c->best->keep_better.value),
		  tot_value_words(keep, c->best->regret_keep, c->currency),
		  tot_value_words(refund, c->best->regret_this, c->currency));
}

static void no_price(struct tot_text *out, const struct tot_comparison *c)
{
	if (!c->best || !c->best->no_price_count)
		return;
	tot_wrap(out, 2, 2, "Lost by the refund and without a price here:");
	for (size_t i = 0; i < c->best->no_price_count; i++)
		tot_wrapf(out, 4, 6, "- %s", c->best->no_price[i]);
}

static void options(struct tot_text *out, const struct tot_comparison *c)
{
	if (c->option_count < 2)
		return;
	tot_wrap(out, 2, 2, "Gain of keeping if the record goes on otherwise:");
	for (size_t i = 0; i < c->option_count; i++) {
		char text[TOT_AMOUNT_TEXT];
		const struct tot_option *o = &c->options[i];
		tot_wrapf(out, 4, 6, "- %s: %s", o->title,
			  o->refund_closed ? "the refund is not possible then"
					   : signed_value(text, o->gain, c->currency));
	}
}

static void claims(struct tot_text *out, const struct tot_comparison *c)
{
	for (size_t i = 0; i < c->claim_best_count; i++) {
		const struct tot_claim_best *b = &c->claim_best[i];
		tot_wrapf(out, 2, 4,
			  "Best start in %s: %04d-%02d; from %04d-%02d to %04d-%02d the value is "
			  "within one percent of it.",
			  tot_state_name(b->country), tot_month_year(b->start),
			  tot_month_number(b->start), tot_month_year(b->from),
			  tot_month_number(b->from), tot_month_year(b->to),
			  tot_month_number(b->to));
	}
}

static void simulation(struct tot_text *out, const struct tot_comparison *c)
{
	const struct tot_simulation *s = c->simulation;
	char low[TOT_AMOUNT_TEXT], middle[TOT_AMOUNT_TEXT], high[TOT_AMOUNT_TEXT];
	if (!s || !c->best)
		return;
	tot_wrapf(out, 2, 4,
		  "Simulation, %d draws, seed %llu: gain of keeping %s, %s, %s at 5, 50 and 95 "
		  "percent; keeping is better in %ld of 100 draws.",
		  s->draws, (unsigned long long)s->seed,
		  signed_value(low, s->quantiles[0], c->currency),
		  signed_value(middle, s->quantiles[2], c->currency),
		  signed_value(high, s->quantiles[4], c->currency), lround(100.0 * s->keep_better));
}

/* Refund and invest at three percent a year: long enough to be seen, not a promise. */
#define SHOWN 3

static void invest(struct tot_text *out, const struct tot_comparison *c)
{
	char capital[TOT_AMOUNT_TEXT], rent[TOT_AMOUNT_TEXT], pension[TOT_AMOUNT_TEXT];
	if (c->invest_count <= SHOWN)
		return;
	const struct tot_invest *v = &c->invest[SHOWN];
	tot_wrapf(
		out, 2, 2,
		"Invested at %ld percent a year after tax, the refund is %s at %ld, which buys %s "
		"a year for life; keeping pays %s a year from then on.",
		lround(100.0 * v->rate), tot_value_words(capital, v->capital, c->currency),
		lround(floor(v->age)), tot_value_words(rent, v->annuity, c->currency),
		tot_value_words(pension, v->pension, c->currency));
}

void tot_text_decision(struct tot_text *out, const struct tot_comparison *comparison)
{
	swings(out, comparison);
	regrets(out, comparison);
	simulation(out, comparison);
	options(out, comparison);
	invest(out, comparison);
	claims(out, comparison);
	no_price(out, comparison);
}
