/* Income tax on the employees' lump sum: withheld, and due after a return as retirement income. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tax.h"

/* Income Tax Act s. 30 (3): by started years of service. */
static enum tot_status deduction(struct tot_jp_lump_tax *io, int months, struct tot_ctx *ctx)
{
	const struct tot_law *law = ctx->law;
	char text[TOT_JP_TEXT], of[TOT_JP_TEXT];
	int64_t a_year, least, years, later;
	enum tot_status status = tot_jp_number(&a_year, law, TOT_JP_DEDUCTION_YEAR);
	if (status == TOT_OK)
		status = tot_jp_number(&least, law, TOT_JP_DEDUCTION_MINIMUM);
	if (status == TOT_OK)
		status = tot_jp_number(&years, law, TOT_JP_DEDUCTION_LONG_YEARS);
	if (status == TOT_OK)
		status = tot_jp_number(&later, law, TOT_JP_DEDUCTION_LONG_YEAR);
	if (status != TOT_OK)
		return status;
	io->years = (months + 11) / 12;
	const int64_t first = io->years < years ? io->years : years;
	io->deduction = first * a_year + (io->years - first) * later;
	if (io->deduction < least)
		io->deduction = least;
	tot_trace_begin(ctx->trace, "", "deduction of retirement income");
	tot_trace_law(ctx->trace, "Income Tax Act s. 30 (3)");
	tot_trace_result(ctx->trace, "JPY", "%s", tot_jp_yen(text, io->deduction));
	tot_trace_formula(ctx->trace, "%d started years x %s, at least %s", io->years,
			  tot_jp_yen(of, a_year), tot_jp_yen(text, least));
	if (io->years > years)
		tot_trace_input(ctx->trace, "each year after them", "%s JPY",
				tot_jp_yen(of, later));
	tot_trace_input(ctx->trace, "months of coverage", "%d", months);
	tot_trace_end(ctx->trace);
	return TOT_OK;
}

/* s. 30 (2), (4): half above the deduction; short service: in full above 3,000,000. */
static enum tot_status taxable(struct tot_jp_lump_tax *io, tot_yen gross, struct tot_date on,
			       bool short_service, const struct tot_law *law)
{
	struct tot_value share, years, halved;
	int64_t step, half;
	const struct tot_at at = {.day = tot_date_to_day(on)};
	const int64_t rest = gross > io->deduction ? gross - io->deduction : 0;
	int64_t full = 0;
	enum tot_status status = tot_jp_figure(&share, law, TOT_JP_TAXABLE_SHARE, &at);
	if (status == TOT_OK)
		status = tot_jp_number(&step, law, TOT_JP_TAXABLE_STEP);
	if (status != TOT_OK)
		return status;
	if (short_service && tot_jp_figure(&years, law, TOT_JP_SHORT_YEARS, &at) == TOT_OK &&
	    tot_jp_figure(&halved, law, TOT_JP_SHORT_HALVED, &at) == TOT_OK &&
	    io->years <= years.value && rest > halved.value)
		full = rest - halved.value;
	status = tot_mul_div(&half, rest - full, share.value, share.denominator, TOT_DOWN);
	return status == TOT_OK ? tot_round_to(&io->taxable, half + full, step, TOT_DOWN) : status;
}

static void explain(const struct tot_jp_lump_tax *tax, tot_yen gross, bool short_service,
		    struct tot_trace *trace)
{
	char a[TOT_JP_TEXT], b[TOT_JP_TEXT], c[TOT_JP_TEXT];
	if (!trace)
		return;
	tot_trace_law(trace, "Income Tax Act s. 30, 89, 171; reconstruction surtax Act s. 13");
	tot_trace_result(trace, "JPY", "%s", tot_jp_yen(a, tax->tax));
	tot_trace_formula(trace, "(%s - %s) taxable by half%s, cut to 1,000: %s",
			  tot_jp_yen(a, gross), tot_jp_yen(b, tax->deduction),
			  short_service ? ", of short service in full above its limit" : "",
			  tot_jp_yen(c, tax->taxable));
	tot_trace_input(trace, "started years of coverage", "%d", tax->years);
	tot_trace_input(trace, "withheld", "%s JPY", tot_jp_yen(a, tax->withheld));
	tot_trace_rounding(trace, "down to 1 yen");
}

/* s. 213 and the reconstruction surtax: in one percentage, before any return. */
static enum tot_status withhold(struct tot_jp_lump_tax *io, tot_yen gross,
				const struct tot_value *rate, struct tot_trace *trace)
{
	char text[TOT_JP_TEXT], percent[TOT_DECIMAL_TEXT];
	const enum tot_status status =
		tot_mul_div(&io->withheld, gross, rate->value, 100 * rate->denominator, TOT_DOWN);
	if (status != TOT_OK)
		return status;
	tot_trace_begin(trace, "", "withheld at the payment");
	tot_trace_law(trace, "Income Tax Act s. 212, s. 213");
	tot_trace_formula(trace, "%s x %s percent", tot_jp_yen(text, gross),
			  tot_decimal_print(percent, rate->value, rate->decimals));
	tot_trace_result(trace, "JPY", "%s", tot_jp_yen(text, io->withheld));
	tot_trace_rounding(trace, "down to 1 yen");
	tot_trace_value(trace, "rate, percent", rate);
	tot_trace_end(trace);
	return TOT_OK;
}

enum tot_status tot_jp_lump_sum_tax(struct tot_jp_lump_tax *out, tot_yen gross, int months,
				    struct tot_date on, bool short_service, struct tot_ctx *ctx)
{
	struct tot_jp_lump_tax tax = {0};
	struct tot_value rate;
	const struct tot_at at = {.day = tot_date_to_day(on)};
	tot_trace_begin(ctx->trace, "", "income tax after a return");
	enum tot_status status = tot_jp_figure(&rate, ctx->law, TOT_JP_WITHHOLDING, &at);
	if (status == TOT_OK)
		status = withhold(&tax, gross, &rate, ctx->trace);
	if (status == TOT_OK)
		status = deduction(&tax, months, ctx);
	if (status == TOT_OK)
		status = taxable(&tax, gross, on, short_service, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_income_tax(&tax.tax, tax.taxable, on, ctx);
	if (status == TOT_OK) {
		/* s. 171 is a choice: without gain nobody files the return. */
		if (tax.tax > tax.withheld)
			tax.tax = tax.withheld;
		tax.refund = tax.withheld - tax.tax;
		tax.net = gross - tax.tax;
		explain(&tax, gross, short_service, ctx->trace);
		*out = tax;
	}
	tot_trace_end(ctx->trace);
	return status;
}
