/* Writing HTML: start and end tags, and the escaping of every text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_writer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool listed(const char *element, const char *list)
{
	const size_t size = strlen(element);
	for (const char *at = list; (at = strstr(at, element)); at += size)
		if (at[-1] == ' ' && at[size] == ' ')
			return true;
	return false;
}

static bool is_void(const char *element)
{
	return listed(element, "  meta link br hr ");
}

/* A line of the file ends with a block, so that two reports can be compared by lines. */
static bool is_block(const char *element)
{
	return !listed(element, "  a b code span strong th td dt summary ");
}

static const char *escape_of(unsigned char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return c < 0x20 && c != '\n' && c != '\t' ? "\xEF\xBF\xBD" : NULL;
	}
}

static void escape(struct tot_text *out, const char *text)
{
	const char *plain = text;
	for (; *text; text++) {
		const char *escaped = escape_of((unsigned char)*text);
		if (!escaped)
			continue;
		tot_text_add_bytes(out, plain, (size_t)(text - plain));
		tot_text_add(out, escaped);
		plain = text + 1;
	}
	tot_text_add_bytes(out, plain, (size_t)(text - plain));
}

static void end_tag(struct tot_html *h)
{
	if (h->tag)
		tot_text_add(h->out, ">");
	h->tag = false;
}

void tot_html_open(struct tot_html *h, const char *element)
{
	assert(h->depth < TOT_HTML_DEPTH);
	end_tag(h);
	tot_text_format(h->out, "<%s", element);
	h->open[h->depth++] = element;
	h->tag = true;
}

void tot_html_attr(struct tot_html *h, const char *name, const char *value)
{
	assert(h->tag);
	tot_text_format(h->out, " %s=\"", name);
	escape(h->out, value ? value : name);
	tot_text_add(h->out, "\"");
}

void tot_html_text(struct tot_html *h, const char *text)
{
	end_tag(h);
	escape(h->out, text);
}

static void formatted(struct tot_html *h, const char *format, va_list args) TOT_PRINTF(2, 0);
static void formatted(struct tot_html *h, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	const int size = vsnprintf(NULL, 0, format, args);
	char *text = size < 0 ? NULL : malloc((size_t)size + 1);
	if (text) {
		vsnprintf(text, (size_t)size + 1, format, again);
		tot_html_text(h, text);
		free(text);
	} else {
		h->out->failed = true;
	}
	va_end(again);
}

void tot_html_textf(struct tot_html *h, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	formatted(h, format, args);
	va_end(args);
}

void tot_html_close(struct tot_html *h)
{
	assert(h->depth > 0);
	const char *element = h->open[--h->depth];
	if (is_void(element)) {
		tot_text_add(h->out, "/>");
	} else {
		end_tag(h);
		tot_text_format(h->out, "</%s>", element);
	}
	h->tag = false;
	if (is_block(element))
		tot_text_add(h->out, "\n");
}

void tot_html_line(struct tot_html *h, const char *element, const char *text)
{
	tot_html_open(h, element);
	tot_html_text(h, text);
	tot_html_close(h);
}

void tot_html_linef(struct tot_html *h, const char *element, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	tot_html_open(h, element);
	formatted(h, format, args);
	tot_html_close(h);
	va_end(args);
}

void tot_html_markup(struct tot_html *h, const char *markup)
{
	end_tag(h);
	tot_text_add(h->out, markup);
}
