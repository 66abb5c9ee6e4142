/* Lines of at most 80 terminal cells: wrapping, headings, lists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_LAYOUT_H
#define TOT_REPORT_LAYOUT_H

#include "totalise/text.h"

#define TOT_WIDTH 80

/*
 * Another form of the same paragraphs: a text with a setter hands them over instead of breaking lines, so
 * that each sentence of a report is written once. What stands in the text already, such as the name of a
 * state before its answer, goes along as the label ("" for none).
 */
struct tot_setter {
	void (*heading)(struct tot_setter *to, const char *title);
	void (*subheading)(struct tot_setter *to, const char *title);
	void (*title)(struct tot_setter *to, const char *title, const char *id, const char *tail);
	void (*paragraph)(struct tot_setter *to, int indent, const char *label, const char *text);
	void (*row)(struct tot_setter *to, const char *name, const char *value);
	void (*result)(struct tot_setter *to, const char *id);
};

/*
 * Add text, broken at blanks so that no line passes TOT_WIDTH cells.
 *
 * Given      first, rest: indentation of the first line and of those that follow; the first line goes on
 *            where the text stands if that is already further right
 *            text: blanks at its ends and runs of blanks count as one; a newline in it ends a line
 * Returned   out with a newline at the end; a word wider than the line is broken between characters
 */
void tot_wrap(struct tot_text *out, int first, int rest, const char *text);
void tot_wrapf(struct tot_text *out, int first, int rest, const char *format, ...) TOT_PRINTF(4, 5);

/* The same with the statute's own name after an English title: "title (term) [id]" and a tail. */
void tot_wrap_title(struct tot_text *out, int first, int rest, const char *sign, const char *title,
		    const char *id, const char *tail);

/*
 * Control characters of the text from byte `from` on become '?', newlines stay: a title of a scenario must not
 * steer the terminal that shows it.
 */
void tot_harmless(struct tot_text *out, size_t from);

/*
 * A heading in capitals at the left margin after an empty line.
 * Given      title: "Pensions (* = paid under your plan)"; what follows " (" explains signs of the lines, keeps
 *            its letters and is not for other forms
 */
void tot_heading(struct tot_text *out, const char *title);

/* The name of a part of a chapter, such as a state. */
void tot_subheading(struct tot_text *out, const char *title);

/* Here stands what is known of a result without a title: other forms add its derivation. */
void tot_result(struct tot_text *out, const char *id);

/* A name and an amount under the amounts of the rows before it. */
void tot_row(struct tot_text *out, const char *name, const char *value);

#endif
