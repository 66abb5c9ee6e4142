/* A report as totalise-result/1. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

#ifndef TOT_VERSION
#define TOT_VERSION "unknown"
#endif

static void program(struct tot_writer *w, const struct tot_report *report)
{
	tot_write_object(w, "program");
	tot_write_string(w, "name", "totalise");
	tot_write_string(w, "version", TOT_VERSION);
	tot_write_string(w, "law", report->law ? tot_law_digest(report->law) : NULL);
	tot_write_object_end(w);
}

static void notices(struct tot_writer *w, const struct tot_diag *list)
{
	tot_write_array(w, "notices");
	for (const struct tot_diag_item *i = list->first; i; i = i->next) {
		tot_write_object(w, NULL);
		tot_write_string(w, "level", tot_severity_name(i->severity));
		tot_write_string(w, "code", i->code);
		tot_write_string(w, "text", i->text);
		tot_write_text(w, "at", i->place);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void trace(struct tot_writer *w, const struct tot_trace *tree, int depth)
{
	tot_write_array(w, "trace");
	for (const struct tot_step *step = tree->roots; step; step = step->next)
		tot_json_step(w, step, depth);
	tot_write_array_end(w);
}

/* The members that close a result, from the contributions on. */
static void others(struct tot_writer *w, const struct tot_report *report,
		   const struct tot_trace *why, int depth)
{
	tot_json_contributions(w, report, why);
	tot_json_voluntary(w, report);
	tot_json_coverage(w, report);
	if (report->comparison)
		tot_json_comparison(w, report->comparison, report->flows);
	tot_json_deadlines(w, report);
	tot_json_institutions(w, report);
	notices(w, &report->notices);
	if (depth != 0)
		trace(w, &report->trace, depth);
}

void tot_report_json(struct tot_text *out, const struct tot_report *report, bool compact, int depth)
{
	struct tot_writer writer = {.out = out, .compact = compact};
	struct tot_writer *w = &writer;
	const struct tot_trace *why = depth != 0 ? &report->trace : NULL;
	const unsigned wanted = TOT_MEMBERS_ALL & ~report->left_out;
	tot_write_object(w, NULL);
	tot_write_string(w, "format", "totalise-result/1");
	program(w, report);
	tot_write_string(w, "title", report->life->title ? report->life->title : "");
	tot_write_date(w, "as_of", report->as_of);
	if (wanted & TOT_MEMBER_TIMELINES)
		tot_json_timelines(w, report);
	tot_write_int(w, "shared_months", report->outcome->shared_months);
	if (wanted & TOT_MEMBER_QUALIFYING)
		tot_json_qualifying(w, report, why);
	if (wanted & TOT_MEMBER_BENEFITS)
		tot_json_benefits(w, report, why);
	if (wanted & TOT_MEMBER_REFUNDS)
		tot_json_refunds(w, report, why);
	if (wanted & TOT_MEMBER_OTHERS)
		others(w, report, why, depth);
	tot_write_object_end(w);
	tot_text_add(out, "\n");
}
