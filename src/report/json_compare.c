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
	tot_write_object_end(w);
}
