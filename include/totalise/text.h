/* A growing text: what reports and dumps write into; printing is the program's business. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_TEXT_H
#define TOTALISE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/status.h"

struct tot_setter; /* how a report sets its paragraphs; the base knows nothing of it */

/* Zero-initialise before use; `bytes` is NUL-terminated once something was added (NULL before). */
struct tot_text {
	char *bytes;
	size_t size;
	size_t capacity;
	bool failed;		   /* memory was short; the text is not complete */
	struct tot_setter *setter; /* NULL: paragraphs become lines of a terminal */
};

void tot_text_add(struct tot_text *text, const char *bytes);
void tot_text_add_bytes(struct tot_text *text, const char *bytes, size_t size);
void tot_text_format(struct tot_text *text, const char *format, ...) TOT_PRINTF(2, 3);

/* Pad with blanks until the current line has `column` terminal cells (UTF-8; wide characters are two). */
void tot_text_pad(struct tot_text *text, int column);

/* Cells that UTF-8 text takes on a terminal. */
int tot_text_cells(const char *text);

void tot_text_free(struct tot_text *text);

#endif
