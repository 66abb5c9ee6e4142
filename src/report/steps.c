/* Steps for results that no formula derived, and for the comparison: each number has an id to ask for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/steps.h"

#include <math.h>

#include "report/words.h"

static void reasons(struct tot_trace *trace, const char **list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		tot_trace_input(trace, "because", "%s", list[i]);
}

/* A pension that is not due, or a benefit in kind: its law, its test and what stands against it. */
static void benefit_step(struct tot_trace *trace, const struct tot_benefit *benefit)
{
	tot_trace_begin(trace, benefit->id, benefit->title);
	tot_trace_law(trace, benefit->law ? benefit->law : "");
	tot_trace_result(trace, "", "%s", benefit->entitled ? "due" : "not due");
	reasons(trace, benefit->reasons, benefit->reason_count);
	if (benefit->test)
		tot_trace_test(trace, "", benefit->test, NULL);
	tot_trace_end(trace);
}

static void refund_step(struct tot_trace *trace, const struct tot_refund *refund)
{
	tot_trace_begin(trace, refund->id, refund->title);
	tot_trace_law(trace, refund->law ? refund->law : "");
	tot_trace_result(trace, "", "%s", refund->eligible ? "possible" : "not possible");
	reasons(trace, refund->reasons, refund->reason_count);
	tot_trace_end(trace);
}

static void state_steps(struct tot_trace *trace, const struct tot_findings *findings)
{
	for (size_t i = 0; i < findings->qualifying_count; i++)
		if (!tot_trace_find(trace, findings->qualifying[i].id))
			tot_trace_test(trace, findings->qualifying[i].id, &findings->qualifying[i],
				       NULL);
	for (size_t i = 0; i < findings->benefit_count; i++)
		if (!tot_trace_find(trace, findings->benefits[i].id))
			benefit_step(trace, &findings->benefits[i]);
	for (size_t i = 0; i < findings->refund_count; i++)
		if (!tot_trace_find(trace, findings->refunds[i].id))
			refund_step(trace, &findings->refunds[i]);
}

static void strategy_step(struct tot_trace *trace, const struct tot_comparison *comparison,
			  const struct tot_valued *strategy)
{
	struct tot_text id = {0};
	char text[TOT_AMOUNT_TEXT];
	tot_text_format(&id, "comparison.%s", strategy->id);
	if (id.bytes && !tot_trace_find(trace, id.bytes)) {
		tot_trace_begin(trace, id.bytes, strategy->title ? strategy->title : strategy->id);
		if (strategy->closed) {
			tot_trace_result(trace, "", "not possible");
			reasons(trace, strategy->reasons, strategy->reason_count);
		} else {
			tot_trace_result(
				trace, "", "%s",
				tot_value_words(text, strategy->value, comparison->currency));
			tot_trace_formula(trace,
					  "sum of all payments, each times the chance to live to "
					  "see it and the interest to its day");
			for (size_t i = 0; i < strategy->by_kind_count; i++)
				tot_trace_input(trace, strategy->by_kind[i].name, "%s",
						tot_value_words(text, strategy->by_kind[i].value,
								comparison->currency));
		}
		tot_trace_end(trace);
	}
	tot_text_free(&id);
}

void tot_report_steps(struct tot_trace *trace, const struct tot_outcome *outcome,
		      const struct tot_comparison *comparison)
{
	for (size_t i = 0; i < outcome->state_count; i++)
		state_steps(trace, &outcome->findings[i]);
	for (size_t i = 0; comparison && i < comparison->strategy_count; i++)
		strategy_step(trace, comparison, &comparison->strategies[i]);
}
