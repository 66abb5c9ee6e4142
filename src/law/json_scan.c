/* What cJSON accepts and a law file or scenario must not contain: found before cJSON reads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_scan.h"

#include <string.h>

#include "json.h"
#include "json_lex.h"

static bool scan_name(struct tot_json_lex *lex)
{
	tot_json_skip_blanks(lex);
	if (tot_json_peek(lex) != '"')
		return tot_json_fault(lex, "syntax", "a name in double quotes was expected here");
	if (!tot_json_lex_string(lex))
		return false;
	tot_json_skip_blanks(lex);
	if (tot_json_peek(lex) != ':')
		return tot_json_fault(lex, "syntax", "a colon was expected here");
	lex->pos++;
	return true;
}

static bool scan_word(struct tot_json_lex *lex, const char *word)
{
	const size_t start = lex->pos;
	for (; *word; word++, lex->pos++) {
		const int c = tot_json_peek(lex);
		if (c < 0)
			return tot_json_fault(lex, "truncated", "");
		if (c != *word)
			return tot_json_fault_at(lex, start, "syntax", "a value was expected here");
	}
	return true;
}

static bool scan_value(struct tot_json_lex *lex, int depth);

static bool scan_container(struct tot_json_lex *lex, int depth)
{
	const bool object = tot_json_peek(lex) == '{';
	const char close = object ? '}' : ']';
	if (depth >= TOT_JSON_MAX_DEPTH)
		return tot_json_fault(lex, "too-deep", "more than 64 levels of brackets");
	lex->pos++;
	tot_json_skip_blanks(lex);
	if (tot_json_peek(lex) == close) {
		lex->pos++;
		return true;
	}
	for (;;) {
		if ((object && !scan_name(lex)) || !scan_value(lex, depth + 1))
			return false;
		tot_json_skip_blanks(lex);
		const int c = tot_json_peek(lex);
		if (c != ',' && c != close)
			return tot_json_fault(lex, "syntax",
					      object ? "a comma or } was expected here"
						     : "a comma or ] was expected here");
		lex->pos++;
		if (c == close)
			return true;
	}
}

static bool scan_value(struct tot_json_lex *lex, int depth)
{
	tot_json_skip_blanks(lex);
	const int c = tot_json_peek(lex);
	if (c == '{' || c == '[')
		return scan_container(lex, depth);
	if (c == '"')
		return tot_json_lex_string(lex);
	if (c == 't')
		return scan_word(lex, "true");
	if (c == 'f')
		return scan_word(lex, "false");
	if (c == 'n')
		return scan_word(lex, "null");
	if (c == '-' || (c >= '0' && c <= '9'))
		return tot_json_lex_number(lex);
	return tot_json_fault(lex, "syntax",
			      depth == 0 ? "this is no JSON text; it must begin with { or ["
					 : "a value was expected here");
}

bool tot_json_scan(const char *text, size_t size, const char *file, struct tot_diag *diag)
{
	struct tot_json_lex lex = {
		.text = (const unsigned char *)text, .size = size, .file = file, .diag = diag};
	if (size > TOT_JSON_MAX_BYTES) {
		tot_diag_add(diag, TOT_ERROR, "too-large", file, "",
			     "the file is larger than %zu MiB and is not read",
			     TOT_JSON_MAX_BYTES >> 20);
		return false;
	}
	if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		return tot_json_fault_at(&lex, 0, "byte-order-mark",
					 "a byte-order mark stands before the text; remove it");
	tot_json_skip_blanks(&lex);
	if (lex.pos == size) {
		tot_diag_add(diag, TOT_ERROR, "empty", file, "", "the file is empty");
		return false;
	}
	if (!scan_value(&lex, 0))
		return false;
	tot_json_skip_blanks(&lex);
	return lex.pos == size ||
	       tot_json_fault(&lex, "trailing-text", "text follows after the end of the value");
}
