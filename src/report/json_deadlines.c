/* Deadlines and institutions in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

void tot_json_deadlines(struct tot_writer *w, const struct tot_report *report)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "deadlines");
	for (size_t i = 0; i < outcome->deadline_count; i++) {
		const struct tot_deadline *deadline = &outcome->deadlines[i];
		tot_write_object(w, NULL);
		tot_write_string(w, "id", deadline->rule->id);
		tot_write_string(w, "what", deadline->what);
		tot_write_date(w, "on", deadline->on);
		tot_write_text(w, "where", deadline->where);
		tot_write_text(w, "why", deadline->why);
		tot_write_text(w, "law", deadline->rule->law);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

void tot_json_institutions(struct tot_writer *w, const struct tot_report *report)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "institutions");
	for (size_t i = 0; i < outcome->institution_count; i++) {
		const struct tot_institution *institution = &outcome->institutions[i];
		const struct tot_office *office = institution->office;
		tot_write_object(w, NULL);
		tot_write_string(w, "country", office->country);
		tot_write_string(w, "id", office->id);
		tot_write_string(w, "name", office->name);
		tot_write_text(w, "address", institution->address);
		tot_write_text(w, "role", office->role);
		tot_write_text(w, "why", institution->why);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}
