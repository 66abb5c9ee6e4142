/* What moves the answer of a comparison, in JSON: sensitivity, options, claim ages, draws. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

#define CHANCE_DECIMALS 4
#define RATE_DECIMALS 6
#define AGE_DECIMALS 2
#define FACTOR_DECIMALS 4

static const char *const levels[TOT_QUANTILES] = {"5", "25", "50", "75", "95"};

static void sensitivity(struct tot_writer *w, const struct tot_comparison *c)
{
	tot_write_array(w, "sensitivity");
	for (size_t i = 0; i < c->sensitivity_count; i++) {
		const struct tot_sensitivity *s = &c->sensitivity[i];
		tot_write_object(w, NULL);
		tot_write_string(w, "assumption", s->assumption);
		tot_write_string(w, "setting", s->setting);
		tot_write_value(w, "value", s->gain, c->currency, NULL);
		tot_write_string(w, "verdict", s->gain < 0.0 ? "refund" : "keep");
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void options(struct tot_writer *w, const struct tot_comparison *c)
{
	tot_write_array(w, "options");
	for (size_t i = 0; i < c->option_count; i++) {
		const struct tot_option *o = &c->options[i];
		tot_write_object(w, NULL);
		tot_write_string(w, "id", o->id);
		tot_write_string(w, "title", o->title);
		if (o->refund_closed)
			tot_write_null(w, "value");
		else
			tot_write_value(w, "value", o->gain, c->currency, NULL);
		tot_write_value(w, "keep", o->keep, c->currency, NULL);
		if (o->refund_closed)
			tot_write_null(w, "refund");
		else
			tot_write_value(w, "refund", o->refund, c->currency, NULL);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void claim_age(struct tot_writer *w, const struct tot_comparison *c)
{
	tot_write_array(w, "claim_age");
	for (size_t i = 0; i < c->claim_point_count; i++) {
		const struct tot_claim_point *p = &c->claim_points[i];
		tot_write_object(w, NULL);
		tot_write_string(w, "country", p->country);
		tot_write_month(w, "start", p->start);
		tot_write_value(w, "value", p->value, c->currency, NULL);
		if (p->equivalent.known)
			tot_write_value(w, "certainty_equivalent", p->equivalent.value, c->currency,
					NULL);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
	tot_write_array(w, "claim_age_best");
	for (size_t i = 0; i < c->claim_best_count; i++) {
		const struct tot_claim_best *b = &c->claim_best[i];
		tot_write_object(w, NULL);
		tot_write_string(w, "country", b->country);
		tot_write_month(w, "start", b->start);
		tot_write_value(w, "value", b->value, c->currency, NULL);
		tot_write_month(w, "from", b->from);
		tot_write_month(w, "to", b->to);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void simulation(struct tot_writer *w, const struct tot_comparison *c)
{
	const struct tot_simulation *s = c->simulation;
	if (!s) {
		tot_write_null(w, "simulation");
		return;
	}
	tot_write_object(w, "simulation");
	tot_write_int(w, "draws", s->draws);
	tot_write_int(w, "seed", (int64_t)s->seed);
	tot_write_string(w, "method", s->sobol ? "sobol" : "antithetic");
	tot_write_object(w, "quantiles");
	for (size_t q = 0; q < TOT_QUANTILES; q++)
		tot_write_value(w, levels[q], s->quantiles[q], c->currency, NULL);
	tot_write_object_end(w);
	tot_write_value(w, "mean", s->mean, c->currency, NULL);
	if (c->best)
		tot_write_double(w, "probability_keep_better", s->keep_better, CHANCE_DECIMALS);
	else
		tot_write_null(w, "probability_keep_better");
	tot_write_object(w, "regret");
	tot_write_value(w, "keep", s->regret_keep, c->currency, NULL);
	tot_write_value(w, "refund", s->regret_refund, c->currency, NULL);
	tot_write_object_end(w);
	tot_write_object_end(w);
}

static void invest(struct tot_writer *w, const struct tot_comparison *c)
{
	tot_write_array(w, "invest");
	for (size_t i = 0; i < c->invest_count; i++) {
		const struct tot_invest *v = &c->invest[i];
		tot_write_object(w, NULL);
		tot_write_double(w, "return", v->rate, RATE_DECIMALS);
		tot_write_double(w, "age", v->age, AGE_DECIMALS);
		tot_write_value(w, "capital", v->capital, c->currency, NULL);
		tot_write_value(w, "annuity", v->annuity, c->currency, "year");
		tot_write_value(w, "pension", v->pension, c->currency, "year");
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void heat_map(struct tot_writer *w, const struct tot_comparison *c)
{
	const struct tot_heat *h = &c->heat;
	if (!h->known) {
		tot_write_null(w, "heat_map");
		return;
	}
	tot_write_object(w, "heat_map");
	tot_write_array(w, "discount_rates");
	for (size_t r = 0; r < TOT_HEAT_RATES; r++)
		tot_write_double(w, NULL, h->rates[r], RATE_DECIMALS);
	tot_write_array_end(w);
	tot_write_array(w, "rows");
	for (size_t a = 0; a < TOT_HEAT_AGES; a++) {
		tot_write_object(w, NULL);
		tot_write_double(w, "age_at_death", h->ages[a], AGE_DECIMALS);
		tot_write_array(w, "gain");
		for (size_t r = 0; r < TOT_HEAT_RATES; r++)
			tot_write_double(w, NULL, h->gain[a][r], 2);
		tot_write_array_end(w);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
	tot_write_object_end(w);
}

void tot_json_decision(struct tot_writer *w, const struct tot_comparison *comparison,
		       bool with_flows)
{
	sensitivity(w, comparison);
	options(w, comparison);
	claim_age(w, comparison);
	simulation(w, comparison);
	invest(w, comparison);
	if (comparison->annuity_equivalent > 0.0)
		tot_write_double(w, "annuity_equivalent_wealth", comparison->annuity_equivalent,
				 FACTOR_DECIMALS);
	else
		tot_write_null(w, "annuity_equivalent_wealth");
	if (with_flows)
		heat_map(w, comparison);
}
