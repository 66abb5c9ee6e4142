/* The lexical part of strict JSON: numbers, strings, and the place of a fault. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_JSON_LEX_H
#define TOT_LAW_JSON_LEX_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/diag.h"

struct tot_json_lex {
	const unsigned char *text;
	size_t size, pos;
	const char *file;
	struct tot_diag *diag;
};

/* Next byte, or -1 at the end. */
static inline int tot_json_peek(const struct tot_json_lex *lex)
{
	return lex->pos < lex->size ? lex->text[lex->pos] : -1;
}

static inline void tot_json_skip_blanks(struct tot_json_lex *lex)
{
	const unsigned char *at = lex->text + lex->pos, *end = lex->text + lex->size;
	while (at < end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r'))
		at++;
	lex->pos = (size_t)(at - lex->text);
}

/* Report a fault at the position (or that the text ends too early); always false. */
bool tot_json_fault(struct tot_json_lex *lex, const char *code, const char *message);

/* Report a fault at an earlier position; always false. */
bool tot_json_fault_at(struct tot_json_lex *lex, size_t pos, const char *code, const char *message);

/* Pass over a number; false after a fault. */
bool tot_json_lex_number(struct tot_json_lex *lex);

/* Pass over a string whose opening quote is at the position; false after a fault. */
bool tot_json_lex_string(struct tot_json_lex *lex);

#endif
