/* The parts of a result in JSON, each written by a file of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_JSON_PART_H
#define TOT_REPORT_JSON_PART_H

#include "report/json_writer.h"
#include "totalise/report.h"

void tot_json_timelines(struct tot_writer *w, const struct tot_report *report);

/* trace NULL: no "why". */
void tot_json_qualifying(struct tot_writer *w, const struct tot_report *report,
			 const struct tot_trace *trace);
void tot_json_benefits(struct tot_writer *w, const struct tot_report *report,
		       const struct tot_trace *trace);
void tot_json_refunds(struct tot_writer *w, const struct tot_report *report,
		      const struct tot_trace *trace);
/* Contributions of records that run on the day of the decision. */
void tot_json_contributions(struct tot_writer *w, const struct tot_report *report,
			    const struct tot_trace *trace);

/* Rights to voluntary insurance. */
void tot_json_voluntary(struct tot_writer *w, const struct tot_report *report);

/* Postings: all of a report, and one alone as an element of an array. */
void tot_json_coverage(struct tot_writer *w, const struct tot_report *report);
void tot_json_coverage_entry(struct tot_writer *w, const struct tot_coverage *coverage);

/* Dates that matter, and where the person applies. */
void tot_json_deadlines(struct tot_writer *w, const struct tot_report *report);
void tot_json_institutions(struct tot_writer *w, const struct tot_report *report);

void tot_json_comparison(struct tot_writer *w, const struct tot_comparison *comparison,
			 bool with_flows);

/* One step and `depth` levels below it (negative: all). */
void tot_json_step(struct tot_writer *w, const struct tot_step *step, int depth);

#endif
