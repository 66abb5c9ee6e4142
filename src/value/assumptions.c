/* The assumptions of a comparison, as the report lists them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

static bool is(const char *word, const char *other)
{
	return word && strcmp(word, other) == 0;
}

/* The list under construction. */
struct assumptions {
	struct tot_assumption list[28];
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

static void add_rate(struct assumptions *io, const struct tot_terms *terms,
		     const struct tot_compare *compare, struct tot_ctx *ctx)
{
	const char *key = terms->curve_count ? "valuation.curve" : "valuation.discount_rate";
	if (terms->curve_count)
		add(io, key,
		    tot_arena_format(ctx->arena, "%zu zero rates from %.10g to %.10g years",
				     terms->curve_count, terms->curve[0].years,
				     terms->curve[terms->curve_count - 1].years),
		    true, "");
	else if (terms->nominal && !terms->rate_given)
		add(io, key, "government bonds of each currency", false,
		    "default: newest yearly means, taken as zero rates");
	else
		add(io, key, number(ctx, terms->rate), compare->has_discount_rate,
		    "default: real, a year");
}

static void add_indexation(struct assumptions *io, const char *key, const struct tot_terms *terms,
			   const char *word, size_t own)
{
	const bool german = strstr(key, "DE") != NULL;
	if (own)
		add(io, key, terms->nominal ? "yearly rates" : "yearly rates above prices", true,
		    "");
	else if (word)
		add(io, key, word, true, "");
	else if (terms->nominal)
		add(io, key, german ? "report-2025-middle" : "valuation-2024-past-30-years", false,
		    "default");
	else
		add(io, key, "pensions keep today's purchasing power", false, "default");
}

static void add_exchange(struct assumptions *io, const struct tot_terms *terms,
			 const struct tot_compare *compare, struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print(text, terms->jpy_per_eur, 4);
	add(io, "exchange.jpy_per_eur", tot_arena_format(ctx->arena, "%s", text),
	    compare->has_jpy_per_eur, "default: newest yearly mean of the ECB reference rate");
	add(io, "exchange.mode", terms->projected ? "scenario" : "parity", compare->exchange_mode,
	    "default");
}

static void add_costs(struct assumptions *io, const struct tot_terms *terms,
		      const struct tot_compare *compare, struct tot_ctx *ctx)
{
	const bool given = compare->has_fees;
	add(io, "tax", terms->net ? "net" : "gross", compare->tax, "default");
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
	add(&made, "valuation.mode", terms->nominal ? "nominal" : "real", compare->mode, "default");
	add_rate(&made, terms, compare, ctx);
	const enum tot_status status = add_mortality(&made, terms, life, ctx);
	if (status < 0)
		return status;
	add_exchange(&made, terms, compare, ctx);
	add_indexation(&made, "indexation.DE", terms, terms->indexation_de, terms->rates_de_count);
	add_indexation(&made, "indexation.JP", terms, terms->indexation_jp, terms->rates_jp_count);
	add_costs(&made, terms, compare, ctx);
	add(&made, "horizon.age", number(ctx, TOT_HORIZON_AGE), false, "default");
	out->assumptions = tot_arena_alloc(ctx->arena, made.count * sizeof(*out->assumptions));
	if (!out->assumptions || ctx->arena->failed)
		return TOT_ERR_MEMORY;
	memcpy(out->assumptions, made.list, made.count * sizeof(*out->assumptions));
	out->assumption_count = made.count;
	return TOT_OK;
}
