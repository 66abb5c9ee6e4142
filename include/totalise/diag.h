/* Diagnostics that collect: every fault of an input with its place and the way out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_DIAG_H
#define TOTALISE_DIAG_H

#include <stdarg.h>
#include <stddef.h>

#include "totalise/arena.h"

enum tot_severity { TOT_INFO, TOT_WARNING, TOT_ERROR };

struct tot_diag_item {
	enum tot_severity severity;
	const char *code;  /* stable word, e.g. "unknown-key" */
	const char *file;  /* as the user named it; may be "" */
	const char *place; /* JSON pointer, "LINE:COLUMN", or "" */
	const char *text;  /* what is wrong and, after a semicolon, what to do */
	struct tot_diag_item *next;
};

/* Zero-initialise before use; the caller owns it. */
struct tot_diag {
	struct tot_arena arena;
	struct tot_diag_item *first, *last;
	size_t errors, warnings;
};

/* Add one item; all texts are copied. Never fails: without memory the count still rises. */
void tot_diag_add(struct tot_diag *diag, enum tot_severity severity, const char *code,
		  const char *file, const char *place, const char *format, ...) TOT_PRINTF(6, 7);

void tot_diag_addv(struct tot_diag *diag, enum tot_severity severity, const char *code,
		   const char *file, const char *place, const char *format, va_list args)
	__attribute__((format(printf, 6, 0)));

/* "info", "warning" or "error". */
const char *tot_severity_name(enum tot_severity severity);

/*
 * One item as a line of text without newline.
 * "file:/periods/3/from: error: ..." for a pointer, "file:12:7: error: ..." for a position.
 * Returned: the length that the whole line needs, as snprintf does.
 */
int tot_diag_print(char *out, size_t size, const struct tot_diag_item *item);

void tot_diag_free(struct tot_diag *diag);

#endif
