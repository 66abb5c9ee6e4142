/* Rights to voluntary insurance of a result in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

static void year(struct tot_writer *w, const char *key, const struct tot_voluntary_year *year)
{
	tot_write_object(w, key);
	tot_write_amount(w, "cost", &year->cost, NULL);
	tot_write_text(w, "points", year->points);
	tot_write_amount(w, "pension", &year->monthly, NULL);
	tot_write_string(w, "status", tot_status_name(year->status));
	tot_write_object_end(w);
}

static void effect(struct tot_writer *w, const struct tot_voluntary *entry)
{
	if (!entry->has_effect) {
		tot_write_null(w, "effect_of_one_more_year");
		return;
	}
	tot_write_object(w, "effect_of_one_more_year");
	year(w, "least", &entry->least_year);
	year(w, "most", &entry->most_year);
	tot_write_array(w, "closes");
	for (size_t i = 0; i < entry->close_count; i++)
		tot_write_string(w, NULL, entry->closes[i]);
	tot_write_array_end(w);
	tot_write_object_end(w);
}

static void voluntary(struct tot_writer *w, const struct tot_voluntary *entry)
{
	tot_write_object(w, NULL);
	tot_write_string(w, "country", entry->country);
	tot_write_bool(w, "entitled", entry->entitled);
	tot_write_text(w, "why", entry->why);
	tot_write_month(w, "from", entry->from);
	tot_write_month(w, "to", entry->to);
	tot_write_amount(w, "least", &entry->least, NULL);
	tot_write_amount(w, "most", &entry->most, NULL);
	tot_write_date(w, "deadline", entry->deadline);
	effect(w, entry);
	tot_write_object_end(w);
}

void tot_json_voluntary(struct tot_writer *w, const struct tot_report *report)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "voluntary");
	for (size_t i = 0; i < outcome->state_count; i++)
		if (outcome->findings[i].has_voluntary)
			voluntary(w, &outcome->findings[i].voluntary);
	tot_write_array_end(w);
}
