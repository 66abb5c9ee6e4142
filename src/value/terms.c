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

/* A rate of the wrong kind would be worse than the default: see tot_terms_make. */
static bool rate_applies(const struct tot_compare *compare)
{
	return compare->has_discount_rate && !is(compare->mode, "nominal") && !compare->curve_count;
}

static void warn(const struct tot_compare *compare, struct tot_ctx *ctx)
{
	static const char today[] = "pensions keep today's purchasing power";
	static const char certain[] = "no certainty equivalent is computed";
	if (is(compare->mode, "nominal"))
		not_modelled(ctx, "/compare/valuation/mode", "The nominal mode with its rate",
			     "today's amounts are valued at the default real rate");
	if (compare->curve_count)
		not_modelled(ctx, "/compare/valuation/curve", "The curve",
			     "one real rate holds for all years");
	if (is(compare->exchange_mode, "scenario"))
		not_modelled(ctx, "/compare/exchange/mode", "A projected rate of exchange",
			     "one rate holds for all years (parity)");
	if (compare->indexation_de || compare->rates_de_count)
		not_modelled(ctx, "/compare/indexation/DE", "The path of German pensions", today);
	if (compare->indexation_jp || compare->rates_jp_count)
		not_modelled(ctx, "/compare/indexation/JP", "The path of Japanese pensions", today);
	if (is(compare->tax, "net"))
		not_modelled(ctx, "/compare/tax", "Tax on pensions", "they are compared gross");
	if (compare->wealth.currency)
		not_modelled(ctx, "/compare/wealth", "Other wealth", certain);
	if (compare->other_yearly_income.currency)
		not_modelled(ctx, "/compare/other_yearly_income", "Other income", certain);
	if (compare->simulate)
		not_modelled(ctx, "/compare/simulate", "The simulation",
			     "nothing is drawn at random");
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

enum tot_status tot_terms_make(struct tot_terms *out, const struct tot_scenario *life,
			       struct tot_ctx *ctx)
{
	const struct tot_compare *compare = &life->compare;
	struct tot_terms made = {
		.rate = rate_applies(compare) ? compare->discount_rate : DEFAULT_RATE,
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
	warn(compare, ctx);
	choose_currency(&made, life, ctx);
	choose_table(&made, life, ctx);
	const enum tot_status status = choose_exchange(&made, life, ctx);
	if (status >= 0)
		*out = made;
	return status;
}

/* The list under construction. */
struct assumptions {
	struct tot_assumption list[24];
	size_t count;
};

static void add(struct assumptions *io, const char *name, const char *value, bool given,
		const char *source)
{
	io->list[io->count++] = (struct tot_assumption){name, value, given ? "" : source};
}

static const char *number(struct tot_ctx *ctx, double value)
{
	return tot_arena_format(ctx->arena, "%.10g", value);
}

static const char *how_improved(const struct tot_mortality *mortality, const char *word,
				struct tot_ctx *ctx)
{
	const struct tot_life_table *table = mortality->table;
	if (table->years > 1 && !mortality->frozen)
		return tot_arena_format(ctx->arena,
					"%s: rates by calendar year, those of %d hold after it",
					word, table->first_year + table->years - 1);
	if (mortality->rates_key)
		return tot_arena_format(ctx->arena,
					"%s: yearly decline of the UN projection x %.4g from %d on",
					word, mortality->scale, mortality->base_year);
	return word;
}

static enum tot_status add_mortality(struct assumptions *io, const struct tot_terms *terms,
				     const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const struct tot_compare *compare = &life->compare;
	const char *country = tot_person_residence(&life->person, ctx->as_of);
	struct tot_mortality mortality;
	const enum tot_status status = tot_mortality_find(
		&mortality, ctx->law, terms->table, terms->improvement, terms->sex, ctx->arena);
	if (status < 0)
		return status;
	add(io, "mortality.table", mortality.table->id, compare->mortality_table,
	    is(country, terms->table) ? "default: table of the state of residence"
				      : "default: there is no table of the state of residence");
	add(io, "mortality.improvement", how_improved(&mortality, terms->improvement, ctx),
	    compare->improvement, "default");
	add(io, "mortality.health_factor", number(ctx, terms->health_factor),
	    compare->has_health_factor, "default");
	return TOT_OK;
}

static void add_exchange(struct assumptions *io, const struct tot_terms *terms,
			 const struct tot_compare *compare, struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print(text, terms->jpy_per_eur, 4);
	add(io, "exchange.jpy_per_eur", tot_arena_format(ctx->arena, "%s", text),
	    compare->has_jpy_per_eur, "default: newest yearly mean of the ECB reference rate");
	add(io, "exchange.mode", "parity", is(compare->exchange_mode, "parity"), "default");
}

static void add_costs(struct assumptions *io, const struct tot_terms *terms,
		      const struct tot_compare *compare, struct tot_ctx *ctx)
{
	const bool given = compare->has_fees;
	add(io, "tax", "gross", is(compare->tax, "gross"), "default");
	add(io, "fees.fixed_jpy",
	    tot_arena_format(ctx->arena, "%lld", (long long)terms->fee_fixed_jpy), given,
	    "default");
	add(io, "fees.percent", number(ctx, terms->fee_percent), given, "default");
	add(io, "fees.transfer_jpy",
	    tot_arena_format(ctx->arena, "%lld", (long long)terms->fee_transfer_jpy), given,
	    "default");
	add(io, "delays.refund_months", number(ctx, TOT_DELAY_REFUND), false,
	    "default: from filing to payment");
	add(io, "delays.tax_refund_months", number(ctx, TOT_DELAY_TAX_REFUND), false,
	    "default: from filing the claim for the lump sum to the tax refund");
}

enum tot_status tot_terms_list(struct tot_comparison *out, const struct tot_terms *terms,
			       const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const struct tot_compare *compare = &life->compare;
	struct assumptions made = {.count = 0};
	add(&made, "currency", terms->currency, is(compare->currency, terms->currency),
	    "default: EUR for residents of the EU, else JPY");
	add(&made, "valuation.mode", "real", is(compare->mode, "real"), "default");
	add(&made, "valuation.discount_rate", number(ctx, terms->rate), rate_applies(compare),
	    "default: real, a year");
	const enum tot_status status = add_mortality(&made, terms, life, ctx);
	if (status < 0)
		return status;
	add_exchange(&made, terms, compare, ctx);
	add(&made, "indexation", "pensions keep today's purchasing power", false, "default");
	add_costs(&made, terms, compare, ctx);
	add(&made, "horizon.age", number(ctx, TOT_HORIZON_AGE), false, "default");
	out->assumptions = tot_arena_alloc(ctx->arena, made.count * sizeof(*out->assumptions));
	if (!out->assumptions || ctx->arena->failed)
		return TOT_ERR_MEMORY;
	memcpy(out->assumptions, made.list, made.count * sizeof(*out->assumptions));
	out->assumption_count = made.count;
	return TOT_OK;
}
