/* The chapters of the report for people, each written by a file of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_TEXT_PART_H
#define TOT_REPORT_TEXT_PART_H

#include "report/layout.h"
#include "report/words.h"

void tot_text_answer(struct tot_text *out, const struct tot_report *report);
void tot_text_timeline(struct tot_text *out, const struct tot_report *report);
void tot_text_tests(struct tot_text *out, const struct tot_report *report);
void tot_text_pensions(struct tot_text *out, const struct tot_report *report);
void tot_text_refunds(struct tot_text *out, const struct tot_report *report);
void tot_text_contributions(struct tot_text *out, const struct tot_report *report);
void tot_text_coverage(struct tot_text *out, const struct tot_report *report);
void tot_text_coverage_entry(struct tot_text *out, const struct tot_coverage *coverage);
void tot_text_voluntary(struct tot_text *out, const struct tot_report *report);
void tot_text_comparison(struct tot_text *out, const struct tot_report *report);
void tot_text_deadlines(struct tot_text *out, const struct tot_report *report);
void tot_text_decision(struct tot_text *out, const struct tot_comparison *comparison);
void tot_text_doubts(struct tot_text *out, const struct tot_report *report);

/* Rights that a refund destroys, without the test of the refund itself, which is used up by it. */
size_t tot_refund_rights(const struct tot_refund *refund);
bool tot_effect_is_right(const char *id);

/* Months of a state that its law counts, before the end of its timeline. */
int tot_state_months(const struct tot_report *report, size_t state);

#endif
