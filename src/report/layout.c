/* Wrapping text to the width of a terminal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/layout.h"
#include "report/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Cells of the first `size` bytes; words are short, so a small copy is enough. */
static int cells_of(const char *text, size_t size)
{
	char piece[256];
	int cells = 0;
	while (size) {
		const size_t part = size < sizeof piece ? size : sizeof piece - 1;
		memcpy(piece, text, part);
		piece[part] = '\0';
		cells += tot_text_cells(piece);
		text += part;
		size -= part;
	}
	return cells;
}

static size_t character(const char *text)
{
	size_t size = 1;
	while (((unsigned char)text[size] & 0xC0U) == 0x80U)
		size++;
	return size;
}

static int column(const struct tot_text *out)
{
	size_t start = out->size;
	while (start > 0 && out->bytes[start - 1] != '\n')
		start--;
	return out->size > start ? cells_of(out->bytes + start, out->size - start) : 0;
}

/* A word that does not fit on a line of its own: Japanese without blanks, a long address. */
static void break_word(struct tot_text *out, int rest, const char *word, size_t size, int *at)
{
	for (size_t i = 0, step; i < size; i += step) {
		step = character(word + i);
		const int cells = cells_of(word + i, step);
		if (*at + cells > TOT_WIDTH) {
			tot_text_add(out, "\n");
			tot_text_pad(out, rest);
			*at = rest;
		}
		tot_text_add_bytes(out, word + i, step);
		*at += cells;
	}
}

static void add_word(struct tot_text *out, int rest, const char *word, size_t size, int *at,
		     bool blank)
{
	const int cells = cells_of(word, size);
	if (*at + (blank ? 1 : 0) + cells > TOT_WIDTH && blank && rest + cells <= TOT_WIDTH) {
		tot_text_add(out, "\n");
		tot_text_pad(out, rest);
		*at = rest;
		blank = false;
	}
	if (blank) {
		tot_text_add(out, " ");
		++*at;
	}
	if (*at + cells > TOT_WIDTH) {
		break_word(out, rest, word, size, at);
	} else {
		tot_text_add_bytes(out, word, size);
		*at += cells;
	}
}

/* What stands in the text so far is the label of the paragraph; then the text is empty again. */
static void set_paragraph(struct tot_text *out, int indent, const char *text)
{
	char none[1] = "", *label = out->bytes ? out->bytes : none;
	while (*label == ' ')
		label++;
	for (size_t size = strlen(label); size && label[size - 1] == ' ';)
		label[--size] = '\0';
	out->setter->paragraph(out->setter, indent, label, text);
	out->size = 0;
	if (out->bytes)
		out->bytes[0] = '\0';
}

void tot_wrap(struct tot_text *out, int first, int rest, const char *text)
{
	if (out->setter) {
		set_paragraph(out, first, text);
		return;
	}
	tot_text_pad(out, first);
	int at = column(out);
	bool blank = false;
	for (const char *word = text; *word;) {
		const size_t size = strcspn(word, " \n");
		if (size) {
			add_word(out, rest, word, size, &at, blank);
			blank = true;
		}
		word += size;
		if (*word == '\n' && word[1]) {
			tot_text_add(out, "\n");
			tot_text_pad(out, rest);
			at = rest;
			blank = false;
		}
		if (*word)
			word++;
	}
	tot_text_add(out, "\n");
}

void tot_wrapf(struct tot_text *out, int first, int rest, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	const int size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = size < 0 ? NULL : malloc((size_t)size + 1);
	if (text) {
		vsnprintf(text, (size_t)size + 1, format, again);
		tot_wrap(out, first, rest, text);
		free(text);
	} else {
		out->failed = true;
	}
	va_end(again);
}

void tot_wrap_title(struct tot_text *out, int first, int rest, const char *sign, const char *title,
		    const char *id, const char *tail)
{
	if (out->setter) {
		out->setter->title(out->setter, title, id, tail);
		return;
	}
	const char *term = strchr(title, '(') ? NULL : tot_native_term(id);
	tot_wrapf(out, first, rest, "%s %s%s%s%s [%s]%s", sign, title, term ? " (" : "",
		  term ? term : "", term ? ")" : "", id, tail);
}

void tot_harmless(struct tot_text *out, size_t from)
{
	for (size_t i = from; i < out->size; i++) {
		const unsigned char c = (unsigned char)out->bytes[i],
				    next = (unsigned char)out->bytes[i + 1];
		if ((c < 0x20 && c != '\n') || c == 0x7F)
			out->bytes[i] = '?';
		else if (c == 0xC2 && next >= 0x80 && next < 0xA0) /* U+0080 to U+009F */
			out->bytes[i] = out->bytes[i + 1] = '?';
	}
}

/* Capitals of ASCII and of the letters of Western Europe (U+00E0 to U+00FE, without the division sign). */
static void add_capitals(struct tot_text *out, const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		const unsigned char before = i ? (unsigned char)text[i - 1] : 0,
				    c = (unsigned char)text[i];
		const bool small = (c >= 'a' && c <= 'z') ||
				   (before == 0xC3 && c >= 0xA0 && c <= 0xBE && c != 0xB7);
		const char letter = (char)(small ? c - 0x20 : c);
		tot_text_add_bytes(out, &letter, 1);
	}
}

void tot_heading(struct tot_text *out, const char *title)
{
	if (out->setter) {
		out->setter->heading(out->setter, title);
		return;
	}
	const char *signs = strstr(title, " (");
	tot_text_add(out, "\n");
	add_capitals(out, title, signs ? (size_t)(signs - title) : strlen(title));
	tot_text_format(out, "%s\n", signs ? signs : "");
}

void tot_subheading(struct tot_text *out, const char *title)
{
	if (out->setter)
		out->setter->subheading(out->setter, title);
	else
		tot_wrap(out, 1, 1, title);
}

void tot_result(struct tot_text *out, const char *id)
{
	if (out->setter)
		out->setter->result(out->setter, id);
}

#define ROW_NAME 6
#define ROW_END 54

void tot_row(struct tot_text *out, const char *name, const char *value)
{
	if (out->setter) {
		out->setter->row(out->setter, name, value);
		return;
	}
	tot_text_pad(out, ROW_NAME);
	tot_text_add(out, name);
	tot_text_pad(out, ROW_END - tot_text_cells(value));
	tot_text_format(out, " %s\n", value);
}
