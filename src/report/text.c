/* The report for people: the answer first, then why, then the doubts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text_part.h"

static void title(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_person *person = &report->life->person;
	char born[TOT_DATE_TEXT], as_of[TOT_DATE_TEXT];
	const char *text = report->life->title;
	tot_wrap(out, 0, 0, text && text[0] ? text : "Pensions of one life in two states");
	tot_wrapf(out, 0, 0, "Born %s, %s. Law and figures as known on %s.",
		  tot_date_print(born, person->born), person->sex == TOT_FEMALE ? "female" : "male",
		  tot_date_print(as_of, report->as_of));
}

void tot_report_text(struct tot_text *out, const struct tot_report *report)
{
	title(out, report);
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
}

int tot_state_months(const struct tot_report *report, size_t state)
{
	struct tot_months months;
	tot_timeline_months(&months, &report->outcome->timelines[state],
			    report->outcome->findings[state].timeline_end);
	return tot_months_count(&months);
}
