/* Contributions of the month of the decision in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

static void money(struct tot_writer *w, const char *key, int64_t value, const char *currency,
		  const char *why)
{
	const struct tot_amount amount = {true, value, currency, "month"};
	tot_write_amount(w, key, &amount, why);
}

void tot_json_contributions(struct tot_writer *w, const struct tot_report *report,
			    const struct tot_trace *trace)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "contributions");
	for (size_t i = 0; i < outcome->contribution_count; i++) {
		const struct tot_contribution *entry = &outcome->contributions[i];
		const struct tot_shares *shares = &entry->shares;
		const char *why = trace && tot_trace_find(trace, entry->id) ? entry->id : NULL;
		tot_write_object(w, NULL);
		tot_write_string(w, "country", entry->country);
		tot_write_date(w, "from", entry->record->from);
		tot_write_date(w, "to", entry->record->to);
		money(w, "employee", shares->employee, shares->currency, why);
		money(w, "employer", shares->employer, shares->currency, why);
		money(w, "base", shares->base, shares->currency, why);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}
