/* Sorted lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

static const char *take(struct tot_lines *lines, struct tot_text *text)
{
	if (!text)
		return "";
	if (text->failed)
		lines->arena.failed = true;
	const char *copy =
		tot_arena_copy(&lines->arena, text->bytes ? text->bytes : "", text->size);
	text->size = 0;
	return copy ? copy : "";
}

void tot_lines_add(struct tot_lines *lines, struct tot_text *name, struct tot_text *text,
		   struct tot_text *since)
{
	struct tot_line *all =
		tot_arena_grow(&lines->arena, lines->lines, lines->count, sizeof *all);
	if (!all)
		return;
	lines->lines = all;
	struct tot_line *line = &all[lines->count++];
	line->name = take(lines, name);
	line->text = take(lines, text);
	line->since = take(lines, since);
}

static int by_name(const void *a, const void *b)
{
	const struct tot_line *left = a, *right = b;
	int order = strcmp(left->name, right->name);
	return order ? order : strcmp(left->text, right->text);
}

void tot_lines_sort(struct tot_lines *lines)
{
	if (lines->count > 1)
		qsort(lines->lines, lines->count, sizeof *lines->lines, by_name);
}

void tot_lines_free(struct tot_lines *lines)
{
	tot_arena_free(&lines->arena);
}

enum tot_status tot_lines_status(const struct tot_lines *lines, const struct tot_text *text)
{
	return lines->arena.failed || text->failed ? TOT_ERR_MEMORY : TOT_OK;
}
