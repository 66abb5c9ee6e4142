/* Income tax on pensions of Japan: withheld abroad, assessed for residents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tax.h"

enum { MONTHS = 12 };

enum tot_status tot_jp_income_tax(tot_yen *out, tot_yen income, struct tot_date on,
				  struct tot_ctx *ctx)
{
	struct tot_value rate, less, surtax;
	const struct tot_at at = {.day = tot_date_to_day(on), .number = income};
	enum tot_status status = tot_jp_figure(&rate, ctx->law, TOT_JP_TAX_RATE, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(&less, ctx->law, TOT_JP_TAX_DEDUCTION, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(&surtax, ctx->law, TOT_JP_SURTAX, &at);
	if (status != TOT_OK)
		return status;
	/* Percent of the band less its deduction, then the surtax in percent of the tax. */
	const struct tot_ratio base =
		tot_ratio_sub(tot_ratio_mul(tot_ratio_of(income, 1), tot_ratio_of(rate.value, 100)),
			      tot_ratio_of(less.value, 1));
	const struct tot_ratio raised =
		tot_ratio_of(100 * surtax.denominator + surtax.value, 100 * surtax.denominator);
	tot_trace_value(ctx->trace, "rate, percent", &rate);
	tot_trace_value(ctx->trace, "surtax, percent of the tax", &surtax);
	return tot_ratio_round(out, tot_ratio_mul(base, raised), 1, TOT_DOWN);
}

static struct tot_at on_day(const struct tot_jp_taxpayer *person, int64_t number)
{
	return (struct tot_at){.day = tot_date_to_day(person->on), .number = number};
}

/* Act on Special Measures s. 41-15-3: the age on 31 December of the year. */
static enum tot_status is_older(bool *out, const struct tot_jp_taxpayer *person,
				const struct tot_law *law)
{
	struct tot_value age;
	const struct tot_at at = on_day(person, 0);
	const struct tot_date end = {person->year, 12, 31};
	const enum tot_status status = tot_jp_figure(&age, law, TOT_JP_PENSION_OLDER, &at);
	if (status == TOT_OK)
		*out = tot_age_on(person->born, end).years >= age.value;
	return status;
}

enum tot_status tot_jp_tax_abroad(struct tot_jp_pension_tax *out, tot_yen pension,
				  const struct tot_jp_taxpayer *person, struct tot_ctx *ctx)
{
	struct tot_jp_pension_tax tax = {0};
	struct tot_value month, rate;
	bool older = false;
	const struct tot_at at = on_day(person, 0);
	enum tot_status status = is_older(&older, person, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_figure(&month, ctx->law,
				       older ? TOT_JP_ABROAD_OLDER : TOT_JP_ABROAD_YOUNGER, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(&rate, ctx->law, TOT_JP_ABROAD_RATE, &at);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, "allowance of a month", &month);
	tot_trace_value(ctx->trace, "rate, percent", &rate);
	tax.deduction = MONTHS * month.value;
	tax.taxable = pension > tax.deduction ? pension - tax.deduction : 0;
	status = tot_mul_div(&tax.tax, tax.taxable, rate.value, 100 * rate.denominator, TOT_DOWN);
	if (status == TOT_OK)
		*out = tax;
	return status;
}

/* The part that grows with the pension: a band's base and its percentage of what lies over it. */
static enum tot_status scale(int64_t *out, tot_yen pension, const struct tot_jp_taxpayer *person,
			     struct tot_ctx *ctx)
{
	struct tot_value base, rate, over;
	const struct tot_at at = on_day(person, pension);
	enum tot_status status = tot_jp_figure(&base, ctx->law, TOT_JP_PENSION_BASE, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(&rate, ctx->law, TOT_JP_PENSION_RATE, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(&over, ctx->law, TOT_JP_PENSION_OVER, &at);
	if (status == TOT_OK)
		status = tot_mul_div(out, pension - over.value, rate.value, 100, TOT_UP);
	if (status == TOT_OK)
		*out += base.value;
	return status;
}

enum tot_status tot_jp_pension_deduction(tot_yen *out, tot_yen pension,
					 const struct tot_jp_taxpayer *person, struct tot_ctx *ctx)
{
	struct tot_value fixed, least, left_out;
	int64_t part;
	bool older = false;
	const struct tot_at at = on_day(person, person->other_income);
	enum tot_status status = is_older(&older, person, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_figure(&fixed, ctx->law, TOT_JP_PENSION_FIXED, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(
			&least, ctx->law,
			older ? TOT_JP_PENSION_LEAST_OLDER : TOT_JP_PENSION_LEAST_YOUNGER, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(&left_out, ctx->law, TOT_JP_PENSION_LEFT_OUT, &at);
	if (status == TOT_OK)
		status = scale(&part, pension > left_out.value ? pension - left_out.value : 0,
			       person, ctx);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, "fixed part", &fixed);
	tot_trace_value(ctx->trace, "least deduction", &least);
	const tot_yen sum = fixed.value + part;
	const tot_yen most = sum > least.value ? sum : least.value;
	*out = most < pension ? most : pension;
	return TOT_OK;
}

enum tot_status tot_jp_tax_resident(struct tot_jp_pension_tax *out, tot_yen pension,
				    const struct tot_jp_taxpayer *person, struct tot_ctx *ctx)
{
	struct tot_jp_pension_tax tax = {0};
	struct tot_value basic;
	int64_t step;
	tot_yen income;
	enum tot_status status = tot_jp_pension_deduction(&tax.deduction, pension, person, ctx);
	if (status == TOT_OK)
		status = tot_add(&income, pension - tax.deduction, person->other_income);
	if (status != TOT_OK)
		return status;
	const struct tot_at at = on_day(person, income);
	status = tot_jp_figure(&basic, ctx->law, TOT_JP_BASIC_DEDUCTION, &at);
	if (status == TOT_OK)
		status = tot_jp_number(&step, ctx->law, TOT_JP_TAXABLE_STEP);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, "basic deduction", &basic);
	tax.basic = basic.value;
	const tot_yen rest = income - person->insurance - tax.basic;
	status = tot_round_to(&tax.taxable, rest > 0 ? rest : 0, step, TOT_DOWN);
	if (status == TOT_OK)
		status = tot_jp_income_tax(&tax.tax, tax.taxable, person->on, ctx);
	if (status == TOT_OK)
		*out = tax;
	return status;
}
