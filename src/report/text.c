/* The report for people: the answer first, then why, then the doubts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text_part.h"

const char *tot_report_title(const struct tot_report *report)
{
	const char *text = report->life->title;
	return text && text[0] ? text : "Pensions of one life in two states";
}

void tot_text_person(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_person *person = &report->life->person;
	char born[TOT_DATE_TEXT], as_of[TOT_DATE_TEXT];
	tot_wrapf(out, 0, 0, "Born %s, %s. Law and figures as known on %s.",
		  tot_date_print(born, person->born), person->sex == TOT_FEMALE ? "female" : "male",
		  tot_date_print(as_of, report->as_of));
}

void tot_report_text(struct tot_text *out, const struct tot_report *report)
{
	const size_t from = out->size;
	tot_wrap(out, 0, 0, tot_report_title(report));
	tot_text_person(out, report);
	tot_text_answer(out, report);
	tot_text_timeline(out, report);
	tot_text_tests(out, report);
	tot_text_pensions(out, report);
	tot_text_refunds(out, report);
	tot_text_coverage(out, report);
	tot_text_contributions(out, report);
	tot_text_voluntary(out, report);
	tot_text_comparison(out, report);
	tot_text_deadlines(out, report);
	tot_text_doubts(out, report);
	tot_harmless(out, from);
}

int tot_state_months(const struct tot_report *report, size_t state)
{
	struct tot_months months;
	tot_timeline_months(&months, &report->outcome->timelines[state],
			    report->outcome->findings[state].timeline_end);
	return tot_months_count(&months);
}
