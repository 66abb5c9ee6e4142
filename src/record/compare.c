/* What is compared, and the assumptions under which it is valued. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

#define INDEXATION_DE "report-2025-middle"
#define INDEXATION_JP                                                  \
	"valuation-2024-high-growth valuation-2024-growth-transition " \
	"valuation-2024-past-30-years "                                \
	"valuation-2024-zero-growth"

/* [[years, rate], ...] with rising years. */
static void read_curve(struct tot_reader *reader, const struct tot_json *valuation,
		       struct tot_compare *out)
{
	const struct tot_json *list =
		tot_read_array(reader, valuation, "curve", TOT_SCENARIO_LIST_MAX, false);
	if (!list)
		return;
	if (out->has_discount_rate)
		tot_fault(reader, list, "exactly-one",
			  "a curve stands instead of \"discount_rate\"; keep one of them");
	out->curve = tot_read_room(reader, list->count, sizeof(*out->curve));
	for (const struct tot_json *pair = out->curve ? list->first : NULL; pair;
	     pair = pair->next) {
		struct tot_rate_point *point = &out->curve[out->curve_count++];
		if (pair->type != TOT_JSON_ARRAY || pair->count != 2) {
			tot_fault(reader, pair, "wrong-type", "expected a pair [years, rate]");
			continue;
		}
		const bool read =
			tot_read_number(reader, tot_json_at(pair, 0), 0.0, 200.0, &point->years) &&
			tot_read_number(reader, tot_json_at(pair, 1), -0.5, 1.0, &point->rate);
		if (read && out->curve_count > 1 && point->years <= point[-1].years)
			tot_fault(reader, pair, "curve-order",
				  "the years do not rise; sort the pairs and give each term once");
	}
}

static void read_valuation(struct tot_reader *reader, const struct tot_json *compare,
			   struct tot_compare *out)
{
	const struct tot_json *value = tot_json_get(compare, "valuation");
	if (!value || !tot_read_object(reader, value, "mode discount_rate curve"))
		return;
	out->mode = tot_read_choice(reader, value, "mode", "real nominal", false);
	out->has_discount_rate = tot_read_number_member(reader, value, "discount_rate", -0.5, 1.0,
							false, &out->discount_rate);
	read_curve(reader, value, out);
}

static void read_mortality(struct tot_reader *reader, const struct tot_json *compare,
			   struct tot_compare *out)
{
	const struct tot_json *value = tot_json_get(compare, "mortality");
	if (!value || !tot_read_object(reader, value, "table improvement health_factor"))
		return;
	out->mortality_table = tot_read_text_member(reader, value, "table", false);
	out->improvement =
		tot_read_choice(reader, value, "improvement", "none low medium high", false);
	out->has_health_factor = tot_read_number_member(reader, value, "health_factor", 0.01, 100.0,
							false, &out->health_factor);
}

static void read_exchange(struct tot_reader *reader, const struct tot_json *compare,
			  struct tot_compare *out)
{
	const struct tot_json *value = tot_json_get(compare, "exchange");
	if (!value || !tot_read_object(reader, value, "jpy_per_eur mode"))
		return;
	out->has_jpy_per_eur = tot_read_scaled_member(reader, value, "jpy_per_eur", 0.0001,
						      1000000.0, 4, false, &out->jpy_per_eur);
	out->exchange_mode = tot_read_choice(reader, value, "mode", "parity scenario", false);
}

/* A word, or a list of yearly rates from the year after `as_of`. */
static const char *read_path(struct tot_reader *reader, const struct tot_json *object,
			     const char *key, const char *words, double **rates, size_t *count)
{
	const struct tot_json *value = tot_json_get(object, key);
	if (!value || value->type != TOT_JSON_ARRAY)
		return value ? tot_read_choice(reader, object, key, words, false) : NULL;
	const struct tot_json *list =
		tot_read_array(reader, object, key, TOT_SCENARIO_LIST_MAX, false);
	if (!list)
		return NULL;
	*rates = tot_read_room(reader, list->count, sizeof(**rates));
	for (const struct tot_json *rate = *rates ? list->first : NULL; rate; rate = rate->next)
		tot_read_number(reader, rate, -0.5, 1.0, &(*rates)[(*count)++]);
	return NULL;
}

static void read_indexation(struct tot_reader *reader, const struct tot_json *compare,
			    struct tot_compare *out)
{
	const struct tot_json *value = tot_json_get(compare, "indexation");
	if (!value || !tot_read_object(reader, value, "DE JP"))
		return;
	out->indexation_de =
		read_path(reader, value, "DE", INDEXATION_DE, &out->rates_de, &out->rates_de_count);
	out->indexation_jp =
		read_path(reader, value, "JP", INDEXATION_JP, &out->rates_jp, &out->rates_jp_count);
}

static void read_fees(struct tot_reader *reader, const struct tot_json *compare,
		      struct tot_compare *out)
{
	const struct tot_json *value = tot_json_get(compare, "fees");
	if (!value || !tot_read_object(reader, value, "fixed_jpy percent transfer_jpy"))
		return;
	out->has_fees = true;
	out->fee_fixed_jpy = TOT_FEE_FIXED_JPY;
	out->fee_transfer_jpy = TOT_FEE_TRANSFER_JPY;
	tot_read_amount_member(reader, value, "fixed_jpy", "JPY", false, &out->fee_fixed_jpy);
	tot_read_amount_member(reader, value, "transfer_jpy", "JPY", false, &out->fee_transfer_jpy);
	tot_read_number_member(reader, value, "percent", 0.0, 100.0, false, &out->fee_percent);
}

static void read_simulation(struct tot_reader *reader, const struct tot_json *compare,
			    struct tot_compare *out)
{
	const struct tot_json *value = tot_json_get(compare, "simulate");
	int64_t draws = 10000, seed = 1;
	if (!value || !tot_read_object(reader, value, "draws seed method"))
		return;
	tot_read_integer_member(reader, value, "draws", 1, TOT_SCENARIO_DRAWS_MAX, &draws);
	/* Whole numbers of 15 digits pass through a binary number unchanged. */
	tot_read_integer_member(reader, value, "seed", 0, INT64_C(999999999999999), &seed);
	const char *method = tot_read_choice(reader, value, "method", "antithetic sobol", false);
	out->sobol = method && strcmp(method, "sobol") == 0;
	out->simulate = true;
	out->draws = (int)draws;
	out->seed = (uint64_t)seed;
}

void tot_read_compare(struct tot_reader *reader, const struct tot_json *root,
		      struct tot_compare *out)
{
	static const char keys[] =
		"currency valuation mortality exchange indexation tax fees strategies "
		"simulate wealth other_yearly_income claim_age";
	const struct tot_json *compare = tot_json_get(root, "compare");
	if (!compare || !tot_read_object(reader, compare, keys))
		return;
	out->present = true;
	out->currency = tot_read_choice(reader, compare, "currency", "EUR JPY", false);
	read_valuation(reader, compare, out);
	read_mortality(reader, compare, out);
	read_exchange(reader, compare, out);
	read_indexation(reader, compare, out);
	out->tax = tot_read_choice(reader, compare, "tax", "gross net", false);
	read_fees(reader, compare, out);
	out->wealth = tot_read_money(reader, compare, "wealth");
	out->other_yearly_income = tot_read_money(reader, compare, "other_yearly_income");
	tot_read_strategies(reader, compare, out);
	read_simulation(reader, compare, out);
	out->claim_age = tot_read_bool(reader, compare, "claim_age");
}
