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

/* What several forms of the report say in the same words. */
const char *tot_report_title(const struct tot_report *report);
void tot_text_person(struct tot_text *out, const struct tot_report *report);
void tot_text_timeline_notes(struct tot_text *out, const struct tot_report *report);
/* "met with Japan's months, in 2015-10." and what is disputed, without the numbers. */
void tot_test_words(struct tot_text *out, const struct tot_qualifying *test);
void tot_text_lent(struct tot_text *out);
/* The chapter on pensions without its heading. */
void tot_text_pension_states(struct tot_text *out, const struct tot_report *report);
void tot_text_closed(struct tot_text *out, const struct tot_valued *strategy);
/* What the columns of the comparison mean, and what follows. */
void tot_text_verdict(struct tot_text *out, const struct tot_comparison *comparison);

/* What a step of a derivation says besides its value: "law: " and "SGB VI s. 64". */
#define TOT_STEP_DETAILS 5
struct tot_step_detail {
	const char *name, *text;
};
/* Those that are not empty, in the order of print: the formula ("= ") first. Returns how many. */
size_t tot_step_details(struct tot_step_detail *out, const struct tot_report *report,
			const struct tot_step *step);

#define TOT_EVEN_TEXT 128

/* "81.3/84.0" and "4.12%", or "-"; into TOT_EVEN_TEXT bytes. */
const char *tot_even_words(char *out, const struct tot_valued *strategy);
const char *tot_yield_words(char *out, const struct tot_valued *strategy);

/* Rights that a refund destroys, without the test of the refund itself, which is used up by it. */
size_t tot_refund_rights(const struct tot_refund *refund);
bool tot_effect_is_right(const char *id);

/* Months of a state that its law counts, before the end of its timeline. */
int tot_state_months(const struct tot_report *report, size_t state);

#endif
