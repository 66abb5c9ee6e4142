/* Lines of text that are sorted before they are printed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_LINES_H
#define TOT_LAW_LINES_H

#include "totalise/text.h"

#include "lawbook.h"

struct tot_line {
	const char *name; /* what the line is about: lines are sorted by it, then by `text` */
	const char *text;
	const char *since; /* for comparisons */
};

struct tot_lines {
	struct tot_arena arena;
	struct tot_line *lines;
	size_t count;
};

/* Add a line; the texts are copied and emptied. */
void tot_lines_add(struct tot_lines *lines, struct tot_text *name, struct tot_text *text,
		   struct tot_text *since);

void tot_lines_sort(struct tot_lines *lines);
void tot_lines_free(struct tot_lines *lines);

/* TOT_OK, or TOT_ERR_MEMORY if a text or an arena failed. */
enum tot_status tot_lines_status(const struct tot_lines *lines, const struct tot_text *text);

#endif
