/* The dated cash flows of all strategies as CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/words.h"

/* RFC 4180: a field with a comma, a quote or a line end stands in quotes. */
static void field(struct tot_text *out, const char *text)
{
	if (!strpbrk(text, ",\"\r\n")) {
		tot_text_add(out, text);
		return;
	}
	tot_text_add(out, "\"");
	for (; *text; text++)
		tot_text_format(out, *text == '"' ? "\"%c" : "%c", *text);
	tot_text_add(out, "\"");
}

static void line(struct tot_text *out, const struct tot_report *report,
		 const struct tot_valued *strategy, const struct tot_flow *flow)
{
	char date[TOT_DATE_TEXT], amount[TOT_DECIMAL_TEXT];
	tot_date_print(date, flow->date);
	tot_decimal_print(amount, flow->amount, tot_currency_decimals(flow->currency));
	field(out, report->life->file ? report->life->file : "");
	tot_text_add(out, ",");
	field(out, strategy->id);
	tot_text_format(out, ",%s,%s,%s,%s,", date, amount, flow->currency, flow->state);
	field(out, flow->kind);
	tot_text_format(out, ",%s\n", tot_condition_word(flow->condition));
}

void tot_report_flows(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *comparison = report->comparison;
	tot_text_add(out, "file,strategy,date,amount,currency,state,kind,condition\n");
	for (size_t i = 0; comparison && i < comparison->strategy_count; i++) {
		const struct tot_valued *strategy = &comparison->strategies[i];
		for (size_t j = 0; j < strategy->flow_count; j++)
			line(out, report, strategy, &strategy->flows[j]);
	}
}
