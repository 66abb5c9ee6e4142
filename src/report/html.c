/* The report as one page that needs nothing else: the answer first, every derivation behind its line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

/* Derivations that belong to no entry of the chapters above. */
static void others(struct tot_page *page)
{
	const struct tot_step *step = page->report->trace.roots;
	bool headed = false;
	for (; step; step = step->next) {
		if (!step->id[0] || tot_page_has_why(page, step->id))
			continue;
		if (!headed)
			tot_heading(tot_page_text(page), "More derivations");
		headed = true;
		tot_page_html(page);
		tot_page_why(page, step->id);
	}
}

void tot_report_html(struct tot_text *out, const struct tot_report *report)
{
	struct tot_page page;
	tot_page_begin(&page, report, -1);
	struct tot_text *text = tot_page_text(&page);
	tot_text_answer(text, report);
	tot_html_life(&page);
	tot_html_tests(&page);
	tot_html_pensions(&page);
	tot_text_refunds(text, report);
	tot_text_coverage(text, report);
	tot_text_contributions(text, report);
	tot_text_voluntary(text, report);
	tot_html_comparison(&page);
	tot_text_deadlines(text, report);
	tot_text_doubts(text, report);
	others(&page);
	tot_page_end(&page, out);
}

bool tot_explain_html(struct tot_text *out, const struct tot_report *report, const char *id,
		      int depth)
{
	struct tot_page page;
	if (id && !tot_trace_find(&report->trace, id))
		return false;
	tot_page_begin(&page, report, depth);
	tot_heading(tot_page_text(&page), "Step by step");
	for (const struct tot_step *step = report->trace.roots; step && !id; step = step->next)
		if (step->id[0])
			tot_page_why(&page, step->id);
	if (id)
		tot_page_why(&page, id);
	tot_page_end(&page, out);
	return true;
}
