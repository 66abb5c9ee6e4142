/* The comparison of a result in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"
#include "report/words.h"

/* Decimals of what economics gives: ages to a hundredth of a year, rates and ratios finer. */
#define AGE_DECIMALS 2
#define RATE_DECIMALS 6
#define RATIO_DECIMALS 4

static void maybe(struct tot_writer *w, const char *key, struct tot_maybe value, int decimals)
{
	if (value.known)
		tot_write_double(w, key, value.value, decimals);
	else
		tot_write_null(w, key);
}

static void assumptions(struct tot_writer *w, const struct tot_comparison *comparison)
{
	tot_write_object(w, "assumptions");
	for (size_t i = 0; i < comparison->assumption_count; i++) {
		const struct tot_assumption *a = &comparison->assumptions[i];
		tot_write_object(w, a->name);
		tot_write_string(w, "value", a->value);
		tot_write_text(w, "source", a->source);
		tot_write_object_end(w);
	}
	tot_write_object_end(w);
}

static void flows(struct tot_writer *w, const struct tot_valued *s)
{
	tot_write_array(w, "flows");
	for (size_t i = 0; i < s->flow_count; i++) {
		const struct tot_flow *flow = &s->flows[i];
		const struct tot_amount amount = {true, flow->amount, flow->currency, NULL};
		tot_write_object(w, NULL);
		tot_write_date(w, "date", flow->date);
		tot_write_amount(w, "amount", &amount, NULL);
		tot_write_string(w, "state", flow->state);
		tot_write_string(w, "kind", flow->kind);
		tot_write_string(w, "condition", tot_condition_word(flow->condition));
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void yields(struct tot_writer *w, const struct tot_valued *s)
{
	tot_write_array(w, "implied_yield");
	for (size_t i = 0; i < s->implied_yield_count; i++)
		tot_write_double(w, NULL, s->implied_yields[i], RATE_DECIMALS);
	tot_write_array_end(w);
}

static void values(struct tot_writer *w, const struct tot_valued *s, const char *currency)
{
	tot_write_value(w, "value", s->value, currency, NULL);
	tot_write_object(w, "by_kind");
	for (size_t i = 0; i < s->by_kind_count; i++)
		tot_write_value(w, s->by_kind[i].name, s->by_kind[i].value, currency, NULL);
	tot_write_object_end(w);
	tot_write_value(w, "first_year_income", s->first_year_income, currency, "year");
}

static void no_values(struct tot_writer *w)
{
	tot_write_null(w, "value");
	tot_write_object(w, "by_kind");
	tot_write_object_end(w);
	tot_write_null(w, "first_year_income");
}

/* Position of gamma 2 in tot_gammas: the equivalent that stands for all. */
#define USUAL_GAMMA 1

static void money_or_null(struct tot_writer *w, const char *key, struct tot_maybe value,
			  const char *currency)
{
	if (value.known)
		tot_write_value(w, key, value.value, currency, NULL);
	else
		tot_write_null(w, key);
}

/* Against keeping: equivalents, chances, regret, and what has no price. */
static void risk(struct tot_writer *w, const struct tot_valued *s, const char *currency)
{
	static const char *const gammas[TOT_GAMMAS] = {"1", "2", "5"};
	const struct tot_maybe regret = {s->keep_better.known, s->regret_this};
	const struct tot_maybe kept = {s->keep_better.known, s->regret_keep};
	money_or_null(w, "certainty_equivalent", s->equivalent[USUAL_GAMMA], currency);
	tot_write_object(w, "certainty_equivalents");
	for (size_t g = 0; g < TOT_GAMMAS; g++)
		if (s->equivalent[g].known)
			tot_write_value(w, gammas[g], s->equivalent[g].value, currency, NULL);
	tot_write_object_end(w);
	money_or_null(w, "regret", regret, currency);
	money_or_null(w, "regret_of_keeping", kept, currency);
	maybe(w, "keep_better", s->keep_better, RATIO_DECIMALS);
	tot_write_object(w, "alive_at_break_even");
	maybe(w, "from_today", s->alive_then, RATIO_DECIMALS);
	maybe(w, "from_65", s->alive_then_from_65, RATIO_DECIMALS);
	tot_write_object_end(w);
	tot_write_array(w, "no_price");
	for (size_t i = 0; i < s->no_price_count; i++)
		tot_write_string(w, NULL, s->no_price[i]);
	tot_write_array_end(w);
}

static void strategy(struct tot_writer *w, const struct tot_valued *s, const char *currency,
		     bool with_flows)
{
	tot_write_object(w, NULL);
	tot_write_string(w, "id", s->id);
	tot_write_string(w, "title", s->title);
	tot_write_bool(w, "closed", s->closed);
	tot_write_array(w, "reasons");
	for (size_t i = 0; i < s->reason_count; i++)
		tot_write_string(w, NULL, s->reasons[i]);
	tot_write_array_end(w);
	if (with_flows)
		flows(w, s);
	if (s->closed)
		no_values(w);
	else
		values(w, s, currency);
	tot_write_object(w, "break_even_age");
	maybe(w, "undiscounted", s->break_even_undiscounted, AGE_DECIMALS);
	maybe(w, "discounted", s->break_even_discounted, AGE_DECIMALS);
	tot_write_object_end(w);
	yields(w, s);
	if (s->closed)
		tot_write_null(w, "difference");
	else
		tot_write_value(w, "difference", s->difference, currency, NULL);
	maybe(w, "moneys_worth", s->moneys_worth, RATIO_DECIMALS);
	risk(w, s, currency);
	tot_write_object_end(w);
}

/* What keeping (the first strategy) is worth beyond each of the others. */
static void differences(struct tot_writer *w, const struct tot_comparison *comparison)
{
	tot_write_object(w, "difference");
	for (size_t i = 1; i < comparison->strategy_count; i++) {
		const struct tot_valued *s = &comparison->strategies[i];
		if (!s->closed)
			tot_write_value(w, s->id, s->difference, comparison->currency, NULL);
	}
	tot_write_object_end(w);
}

/* Of several refunds the one that is worth most stands for them all. */
static void moneys_worth(struct tot_writer *w, const struct tot_comparison *comparison)
{
	const struct tot_valued *best = NULL;
	for (size_t i = 0; i < comparison->strategy_count; i++) {
		const struct tot_valued *s = &comparison->strategies[i];
		if (!s->closed && s->moneys_worth.known && (!best || s->value > best->value))
			best = s;
	}
	maybe(w, "moneys_worth", best ? best->moneys_worth : (struct tot_maybe){0}, RATIO_DECIMALS);
}

void tot_json_comparison(struct tot_writer *w, const struct tot_comparison *comparison,
			 bool with_flows)
{
	if (!comparison) {
		tot_write_null(w, "comparison");
		return;
	}
	tot_write_object(w, "comparison");
	tot_write_string(w, "currency", comparison->currency);
	assumptions(w, comparison);
	tot_write_array(w, "strategies");
	for (size_t i = 0; i < comparison->strategy_count; i++)
		strategy(w, &comparison->strategies[i], comparison->currency, with_flows);
	tot_write_array_end(w);
	differences(w, comparison);
	moneys_worth(w, comparison);
	tot_write_string(w, "verdict", comparison->verdict);
	tot_write_text(w, "verdict_text", comparison->verdict_text);
	tot_write_array(w, "verdict_depends_on");
	for (size_t i = 0; i < comparison->depends_count; i++)
		tot_write_string(w, NULL, comparison->verdict_depends_on[i]);
	tot_write_array_end(w);
	tot_json_decision(w, comparison, with_flows);
	tot_write_object_end(w);
}
