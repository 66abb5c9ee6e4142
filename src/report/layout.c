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

void tot_wrap(struct tot_text *out, int first, int rest, const char *text)
{
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
	const char *term = strchr(title, '(') ? NULL : tot_native_term(id);
	tot_wrapf(out, first, rest, "%s %s%s%s%s [%s]%s", sign, title, term ? " (" : "",
		  term ? term : "", term ? ")" : "", id, tail);
}

void tot_heading(struct tot_text *out, const char *title)
{
	tot_text_format(out, "\n%s\n", title);
}
