/* Why a posting is under the law that it is under, and what its contributions consist of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage.h"

static void days(struct tot_trace *trace, const char *label, struct tot_date date)
{
	char text[TOT_DATE_TEXT];
	if (!tot_date_is_none(date))
		tot_trace_input(trace, label, "%s", tot_date_print(text, date));
}

/* The end of the months: where they begin, how many there are, and what was granted. */
static void limit(struct tot_trace *trace, const struct tot_coverage *coverage)
{
	const struct tot_posting_law *law = &coverage->law;
	if (!law->rule)
		return;
	tot_trace_formula(trace, "%d %smonths%s from the first day that counts",
			  law->rule->max_months, law->rule->by_day ? "" : "calendar ",
			  law->extension_months ? " and the extension" : "");
	days(trace, "months counted from", law->counted_from);
	if (law->extension_months)
		tot_trace_input(trace, "months of extension granted", "%d", law->extension_months);
	days(trace, "end of the months", law->limit);
	days(trace, "planned to", coverage->posting->planned_to);
	if (law->rule->confidence)
		tot_trace_source(trace, "agreements.%s, coverage.postings (%s)", law->agreement->id,
				 law->rule->confidence);
}

static void money(struct tot_trace *trace, const char *label, int64_t value, const char *currency)
{
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print_grouped(text, value, tot_currency_decimals(currency));
	tot_trace_input(trace, label, "%s %s", text, currency);
}

static void cost(struct tot_trace *trace, const struct tot_posting_cost *cost, struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT], from[TOT_DATE_TEXT], to[TOT_DATE_TEXT];
	const struct tot_shares *sum = &cost->total;
	if (!cost->known)
		return;
	tot_trace_begin(trace, "",
			tot_arena_format(ctx->arena, "contributions by the law of %s, same pay",
					 tot_state_title(cost->country)));
	tot_decimal_print_grouped(text, sum->employee + sum->employer,
				  tot_currency_decimals(sum->currency));
	tot_trace_result(trace, sum->currency, "%s", text);
	tot_trace_formula(trace, "sum of the months %s to %s, each by the figures known for it",
			  tot_month_print(from, cost->first),
			  tot_month_print(to, cost->first + (tot_month)cost->month_count - 1));
	tot_trace_rounding(trace, "each month as its law says");
	money(trace, "share of the insured person", sum->employee, sum->currency);
	money(trace, "share of the employer", sum->employer, sum->currency);
	money(trace, "base of the first month", cost->months[0].base, sum->currency);
	money(trace, "insured person, first month", cost->months[0].employee, sum->currency);
	tot_trace_end(trace);
}

void tot_coverage_trace(const struct tot_coverage *coverage, size_t index, struct tot_ctx *ctx)
{
	char text[TOT_DATE_TEXT];
	struct tot_trace *trace = ctx->trace;
	const struct tot_posting_law *law = &coverage->law;
	if (!trace)
		return;
	tot_trace_begin(trace, tot_arena_format(ctx->arena, "coverage[%zu]", index),
			tot_arena_format(ctx->arena, "work in %s for an employer in %s",
					 tot_state_title(coverage->posting->host),
					 tot_state_title(coverage->posting->home)));
	if (law->host_from_start || tot_date_is_none(law->home_end))
		tot_trace_result(trace, "", "%s",
				 law->host_from_start ? "law of the host from the first day"
						      : "law of home, without an end");
	else
		tot_trace_result(trace, "", "law of home until %s",
				 tot_date_print(text, law->home_end));
	if (law->rule)
		tot_trace_law(trace, tot_coverage_article(coverage, law->rule->article, ctx));
	for (size_t i = 0; i < coverage->span_count; i++)
		tot_trace_input(trace, tot_state_title(coverage->spans[i].state), "%s",
				coverage->spans[i].why);
	limit(trace, coverage);
	cost(trace, &coverage->home, ctx);
	cost(trace, &coverage->host, ctx);
	tot_trace_end(trace);
}
