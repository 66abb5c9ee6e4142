/* Conditions that are met because a day lies in insurance of the other state. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/scheme.h"

enum { MONTHS_OF_QUARTER = 3 };

static bool covered_on(const struct tot_timeline *timeline, tot_kinds kinds, struct tot_date day)
{
	for (size_t i = 0; i < timeline->span_count; i++) {
		const struct tot_span *span = &timeline->spans[i];
		if ((kinds & TOT_KIND_BIT(span->kind)) &&
		    !(span->flags & TOT_FLAG_MINIJOB_EXEMPT) &&
		    tot_date_compare(span->from, day) <= 0 &&
		    (tot_date_is_none(span->to) || tot_date_compare(day, span->to) <= 0))
			return true;
	}
	return false;
}

/* Quarters with insurance among the last ones up to the quarter of the day. */
static int quarters_before(const struct tot_timeline *timeline, struct tot_date day, int last)
{
	struct tot_months months;
	int quarters = 0;
	tot_timeline_kinds(&months, timeline, ~(tot_kinds)0);
	const tot_month end =
		tot_month_of(day) - tot_month_of(day) % MONTHS_OF_QUARTER + MONTHS_OF_QUARTER;
	for (tot_month q = end - last * MONTHS_OF_QUARTER; q < end; q += MONTHS_OF_QUARTER)
		quarters += tot_months_count_range(&months, q, q + MONTHS_OF_QUARTER) > 0;
	return quarters;
}

static bool holds(const struct tot_deemed_spans *by, struct tot_date day)
{
	const struct tot_deemed *rule = by->rule;
	for (size_t i = 0; i < rule->unit_count; i++)
		if (quarters_before(by->periods, day, rule->units[i].in_last) >=
		    rule->units[i].units)
			return true;
	return rule->kinds && covered_on(by->periods, rule->kinds, day);
}

const struct tot_deemed_spans *tot_view_deemed(const struct tot_view *view, const char *condition,
					       struct tot_date day)
{
	for (size_t i = 0; i < view->deemed_count; i++)
		if (strcmp(view->deemed[i].rule->condition, condition) == 0 &&
		    holds(&view->deemed[i], day))
			return &view->deemed[i];
	return NULL;
}
