/* Voluntary insurance: whether it is possible, until when, for how much, and what it brings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "report/text_part.h"

static void year(struct tot_text *out, const char *which, const struct tot_voluntary_year *year)
{
	char cost[TOT_AMOUNT_TEXT], monthly[TOT_AMOUNT_TEXT];
	tot_amount_words(cost, &year->cost);
	tot_amount_words(monthly, &year->monthly);
	if (year->points)
		tot_wrapf(out, 6, 8,
			  "Twelve months of the %scontribution cost %s and bring %s points: %s "
			  "more pension at today's values.",
			  which, cost, year->points, monthly);
	else
		tot_wrapf(out, 6, 8,
			  "Twelve months of the %scontribution cost %s and bring %s more pension "
			  "at today's values.",
			  which, cost, monthly);
}

static void closed(struct tot_text *out, const struct tot_findings *findings,
		   const struct tot_voluntary *entry)
{
	if (!entry->close_count) {
		tot_wrap(out, 6, 6, "It would not open any further pension.");
		return;
	}
	tot_wrap(out, 6, 6, "It would open:");
	for (size_t i = 0; i < entry->close_count; i++) {
		const char *id = entry->closes[i];
		const struct tot_qualifying *test = tot_findings_find_test(findings, id);
		const struct tot_benefit *benefit = tot_findings_find_benefit(findings, id);
		char title[TOT_TITLE_TEXT];
		tot_wrapf(out, 8, 10, "%s [%s]",
			  tot_title_short(title, test	   ? test->title
						 : benefit ? benefit->title
							   : id),
			  id);
	}
}

static bool one_amount(const struct tot_voluntary *entry)
{
	return entry->least.known && entry->least.value == entry->most.value;
}

static void months(struct tot_text *out, const struct tot_voluntary *entry)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], deadline[TOT_DATE_TEXT];
	char least[TOT_AMOUNT_TEXT], most[TOT_AMOUNT_TEXT];
	tot_month_print(from, entry->from);
	if (entry->to == TOT_MONTH_NONE)
		tot_wrapf(out, 6, 6, "For months from %s on.", from);
	else
		tot_wrapf(out, 6, 6, "For months from %s to %s.", from,
			  tot_month_print(to, entry->to));
	if (one_amount(entry))
		tot_wrapf(out, 6, 6, "The premium is %s.", tot_amount_words(least, &entry->least));
	else if (entry->least.known)
		tot_wrapf(out, 6, 6, "Any amount from %s to %s.",
			  tot_amount_words(least, &entry->least),
			  tot_amount_words(most, &entry->most));
	if (!tot_date_is_none(entry->deadline))
		tot_wrapf(out, 6, 6, "The months of %d must be paid by %s.",
			  tot_month_year(entry->from), tot_date_print(deadline, entry->deadline));
	else
		tot_wrap(out, 6, 6, "No month before the application can be paid for.");
}

static void entry_of(struct tot_text *out, const struct tot_findings *findings)
{
	const struct tot_voluntary *entry = &findings->voluntary;
	struct tot_text why = {0};
	char id[32];
	tot_wrapf(out, 1, 1, "%s: %s", tot_state_name(entry->country),
		  entry->entitled ? "possible" : "not possible");
	tot_wrapf(out, 6, 6, "%s.", tot_sentence(&why, entry->why));
	tot_text_free(&why);
	if (entry->entitled)
		months(out, entry);
	if (entry->entitled && entry->has_effect) {
		if (one_amount(entry)) {
			year(out, "", &entry->least_year);
		} else {
			year(out, "lowest ", &entry->least_year);
			year(out, "highest ", &entry->most_year);
		}
		closed(out, findings, entry);
	}
	snprintf(id, sizeof id, "%s.voluntary", entry->country);
	tot_result(out, id);
}

void tot_text_voluntary(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *o = report->outcome;
	bool headed = false;
	for (size_t i = 0; i < o->state_count; i++) {
		const struct tot_findings *findings = &o->findings[i];
		const bool of_interest =
			findings->has_voluntary &&
			(findings->voluntary.entitled || tot_state_months(report, i) > 0);
		if (!of_interest)
			continue;
		if (!headed)
			tot_heading(out, "Voluntary insurance");
		headed = true;
		entry_of(out, findings);
	}
}
