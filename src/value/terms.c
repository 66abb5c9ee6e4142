/* What a comparison takes for granted: the scenario's words, or the defaults. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

#define DEFAULT_RATE 0.01

static void not_modelled(struct tot_ctx *ctx, const char *place, const char *what, const char *used)
{
	tot_diag_add(ctx->notices, TOT_WARNING, "not-modelled", "", place,
		     "%s was not used, the comparison does not model it yet; %s", what, used);
}

static bool is(const char *word, const char *other)
{
	return word && strcmp(word, other) == 0;
}

static bool euro_resident(const struct tot_scenario *life, struct tot_date on)
{
	const char *country = tot_person_residence(&life->person, on);
	return country && tot_country_is_eu(country);
}

static void choose_currency(struct tot_terms *out, const struct tot_scenario *life,
			    struct tot_ctx *ctx)
{
	const char *asked = life->compare.currency;
	out->currency = euro_resident(life, ctx->as_of) ? "EUR" : "JPY";
	if (is(asked, "EUR") || is(asked, "JPY"))
		out->currency = asked;
	else if (asked)
		not_modelled(ctx, "/compare/currency", "This currency",
			     "amounts are in that of the residence");
}

static void choose_table(struct tot_terms *out, const struct tot_scenario *life,
			 struct tot_ctx *ctx)
{
	const char *country = tot_person_residence(&life->person, ctx->as_of);
	const char *sex = life->person.sex == TOT_MALE ? "male" : "female";
	out->table = life->compare.mortality_table;
	if (!out->table && country && tot_law_default_table(ctx->law, country, sex))
		out->table = country;
	if (!out->table) /* no table of that state: the nearest of the two that we have */
		out->table = euro_resident(life, ctx->as_of) ? "DE" : "JP";
}

static enum tot_status choose_exchange(struct tot_terms *out, const struct tot_scenario *life,
				       struct tot_ctx *ctx)
{
	out->jpy_per_eur = life->compare.jpy_per_eur;
	return life->compare.has_jpy_per_eur
		       ? TOT_OK
		       : tot_exchange_default(&out->jpy_per_eur, ctx->law, ctx->as_of);
}

/* Money of the scenario in the currency of the comparison; 0 if none is given. */
static double in_home(const struct tot_money *money, const struct tot_terms *terms)
{
	return money->currency ? tot_exchange(money->amount, money->currency, terms->currency,
					      tot_parity(terms))
			       : 0.0;
}

enum tot_status tot_terms_make(struct tot_terms *out, const struct tot_scenario *life,
			       struct tot_ctx *ctx)
{
	const struct tot_compare *compare = &life->compare;
	struct tot_terms made = {
		.nominal = is(compare->mode, "nominal"),
		.rate_given = compare->has_discount_rate || compare->curve_count,
		.rate = compare->has_discount_rate ? compare->discount_rate : DEFAULT_RATE,
		.curve = compare->curve,
		.curve_count = compare->curve_count,
		.projected = is(compare->exchange_mode, "scenario"),
		.indexation_de = compare->indexation_de,
		.indexation_jp = compare->indexation_jp,
		.rates_de = compare->rates_de,
		.rates_jp = compare->rates_jp,
		.rates_de_count = compare->rates_de_count,
		.rates_jp_count = compare->rates_jp_count,
		.net = is(compare->tax, "net"),
		.fee_factor = 1.0,
		.improvement = compare->improvement ? compare->improvement : "medium",
		.health_factor = compare->has_health_factor ? compare->health_factor : 1.0,
		.fee_fixed_jpy = compare->has_fees ? compare->fee_fixed_jpy : TOT_FEE_FIXED_JPY,
		.fee_transfer_jpy =
			compare->has_fees ? compare->fee_transfer_jpy : TOT_FEE_TRANSFER_JPY,
		.fee_percent = compare->has_fees ? compare->fee_percent : 0.0,
		.as_of = ctx->as_of,
		.born = life->person.born,
		.sex = life->person.sex,
	};
	choose_currency(&made, life, ctx);
	choose_table(&made, life, ctx);
	const enum tot_status status = choose_exchange(&made, life, ctx);
	if (status < 0)
		return status;
	made.wealth = in_home(&compare->wealth, &made);
	made.other_income = in_home(&compare->other_yearly_income, &made);
	*out = made;
	return status;
}
