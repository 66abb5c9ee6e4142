/* Collecting diagnostics and printing one as a line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/diag.h"

#include <stdio.h>
#include <string.h>

const char *tot_severity_name(enum tot_severity severity)
{
	switch (severity) {
	case TOT_INFO: return "info";
	case TOT_WARNING: return "warning";
	case TOT_ERROR: return "error";
	}
	return "error";
}

static const char *keep(struct tot_arena *arena, const char *text)
{
	const char *copy = text ? tot_arena_copy(arena, text, strlen(text)) : NULL;
	return copy ? copy : "";
}

static const char *keep_formatted(struct tot_arena *arena, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

static const char *keep_formatted(struct tot_arena *arena, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int size = vsnprintf(NULL, 0, format, args);
	char *text = size < 0 ? NULL : tot_arena_alloc(arena, (size_t)size + 1);
	if (text)
		vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	return text ? text : "";
}

void tot_diag_addv(struct tot_diag *diag, enum tot_severity severity, const char *code,
		   const char *file, const char *place, const char *format, va_list args)
{
	if (!diag)
		return;
	if (severity == TOT_ERROR)
		diag->errors++;
	else if (severity == TOT_WARNING)
		diag->warnings++;
	struct tot_diag_item *item = tot_arena_alloc(&diag->arena, sizeof(*item));
	if (!item)
		return;
	item->severity = severity;
	item->code = keep(&diag->arena, code);
	item->file = keep(&diag->arena, file);
	item->place = keep(&diag->arena, place);
	item->text = keep_formatted(&diag->arena, format, args);
	if (diag->last)
		diag->last->next = item;
	else
		diag->first = item;
	diag->last = item;
}

void tot_diag_add(struct tot_diag *diag, enum tot_severity severity, const char *code,
		  const char *file, const char *place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	tot_diag_addv(diag, severity, code, file, place, format, args);
	va_end(args);
}

int tot_diag_print(char *out, size_t size, const struct tot_diag_item *item)
{
	const char *between = item->file[0] && item->place[0] ? ":" : "";
	const char *after = item->file[0] || item->place[0] ? ": " : "";
	return snprintf(out, size, "%s%s%s%s%s: %s", item->file, between, item->place, after,
			tot_severity_name(item->severity), item->text);
}

void tot_diag_free(struct tot_diag *diag)
{
	if (!diag)
		return;
	tot_arena_free(&diag->arena);
	*diag = (struct tot_diag){0};
}
