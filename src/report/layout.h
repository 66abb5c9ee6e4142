/* Lines of at most 80 terminal cells: wrapping, headings, lists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_LAYOUT_H
#define TOT_REPORT_LAYOUT_H

#include "totalise/text.h"

#define TOT_WIDTH 80

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

/* A heading at the left margin after an empty line. */
void tot_heading(struct tot_text *out, const char *title);

#endif
