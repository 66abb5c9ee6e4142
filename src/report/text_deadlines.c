/* The chapters on dates and on where to apply. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/text_part.h"

static void deadline_of(struct tot_text *out, const struct tot_deadline *deadline)
{
	char day[TOT_DATE_TEXT];
	const struct tot_deadline_rule *rule = deadline->rule;
	const char *on =
		tot_date_is_none(deadline->on) ? "any day" : tot_date_print(day, deadline->on);
	tot_text_format(out, " %s", on);
	tot_text_pad(out, 13);
	tot_wrapf(out, 13, 15, "%s%s", rule->earliest ? "Not before: " : "", deadline->what);
	if (rule->if_missed && !rule->earliest)
		tot_wrapf(out, 13, 15, "if missed: %s", rule->if_missed);
	if (deadline->places)
		tot_wrapf(out, 13, 15, "at: %s", deadline->places);
	if (rule->law)
		tot_wrapf(out, 13, 15, "law: %s%s%s", rule->law,
			  rule->confidence && strcmp(rule->confidence, "official") != 0 ? ", " : "",
			  rule->confidence && strcmp(rule->confidence, "official") != 0
				  ? rule->confidence
				  : "");
}

static void institutions(struct tot_text *out, const struct tot_outcome *outcome)
{
	if (!outcome->institution_count)
		return;
	tot_heading(out, "Where to apply");
	for (size_t i = 0; i < outcome->institution_count; i++) {
		const struct tot_institution *own = &outcome->institutions[i];
		tot_wrapf(out, 1, 3, "%s: %s, %s", tot_state_name(own->office->country),
			  own->office->name, own->address);
		if (own->office->role)
			tot_wrapf(out, 3, 5, "%s", own->office->role);
	}
}

void tot_text_deadlines(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *outcome = report->outcome;
	if (outcome->deadline_count) {
		tot_heading(out, "Deadlines");
		for (size_t i = 0; i < outcome->deadline_count; i++)
			deadline_of(out, &outcome->deadlines[i]);
	}
	institutions(out, outcome);
}
