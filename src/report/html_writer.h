/* Writing HTML: there is no way to add a text that is not escaped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_HTML_WRITER_H
#define TOT_REPORT_HTML_WRITER_H

#include "totalise/text.h"

#define TOT_HTML_DEPTH 128

/* Set out; the rest is zero. Names of elements and attributes are words of the program, never of a file. */
struct tot_html {
	struct tot_text *out;
	const char *open[TOT_HTML_DEPTH];
	size_t depth;
	bool tag; /* the start tag still takes attributes */
};

/*
 * Open an element inside the current one; each open needs its close.
 *
 * Example    open "p", attr "class" "a\"b", text "1 < 2", close: <p class="a&quot;b">1 &lt; 2</p>
 */
void tot_html_open(struct tot_html *h, const char *element);

/* An attribute of the element that was just opened; value NULL: the name alone stands for yes. */
void tot_html_attr(struct tot_html *h, const char *name, const char *value);

/*
 * Text inside the current element. Control characters that HTML does not allow become U+FFFD.
 * Given      format, arguments: the text before it is escaped
 */
void tot_html_text(struct tot_html *h, const char *text);
void tot_html_textf(struct tot_html *h, const char *format, ...) TOT_PRINTF(2, 3);

/* Close the innermost element; one without content, such as "meta", becomes <meta/>. */
void tot_html_close(struct tot_html *h);

/* Open, text, close. */
void tot_html_line(struct tot_html *h, const char *element, const char *text);
void tot_html_linef(struct tot_html *h, const char *element, const char *format, ...)
	TOT_PRINTF(3, 4);

/* Markup that the program made itself: the style sheet, a finished part of the page, a picture. */
void tot_html_markup(struct tot_html *h, const char *markup);

#endif
