/* Numbers and strings of JSON, as strict as RFC 8259. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_lex.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More digits than any figure needs; a longer number is a mistake. */
#define NUMBER_BYTES 63

/* Columns count characters, as editors do. */
bool tot_json_fault_at(struct tot_json_lex *lex, size_t pos, const char *code, const char *message)
{
	size_t line = 1, column = 1;
	for (size_t i = 0; i < pos; i++) {
		if (lex->text[i] == '\n') {
			line++;
			column = 1;
		} else if ((lex->text[i] & 0xC0) != 0x80) {
			column++;
		}
	}
	char place[48];
	snprintf(place, sizeof place, "%zu:%zu", line, column);
	tot_diag_add(lex->diag, TOT_ERROR, code, lex->file, place, "%s", message);
	return false;
}

bool tot_json_fault(struct tot_json_lex *lex, const char *code, const char *message)
{
	if (lex->pos >= lex->size)
		return tot_json_fault_at(lex, lex->size, "truncated",
					 "the text ends too early; the file seems to be cut off");
	return tot_json_fault_at(lex, lex->pos, code, message);
}

static bool is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static void skip_digits(struct tot_json_lex *lex)
{
	while (is_digit(tot_json_peek(lex)))
		lex->pos++;
}

static bool lex_exponent(struct tot_json_lex *lex)
{
	lex->pos++;
	if (tot_json_peek(lex) == '-' || tot_json_peek(lex) == '+')
		lex->pos++;
	if (!is_digit(tot_json_peek(lex)))
		return tot_json_fault(lex, "bad-number", "a digit must follow the exponent sign");
	skip_digits(lex);
	return true;
}

/* Only an exponent can make a number of 63 digits too large for a double. */
static bool lex_finite(struct tot_json_lex *lex, size_t start)
{
	char copy[NUMBER_BYTES + 1];
	const size_t length = lex->pos - start;
	memcpy(copy, lex->text + start, length);
	copy[length] = '\0';
	if (!strpbrk(copy, "eE"))
		return true;
	/* The point of the process's locale may differ; the digits before it decide the size. */
	return isfinite(strtod(copy, NULL)) ||
	       tot_json_fault_at(lex, start, "bad-number", "the number is too large");
}

static bool lex_fraction(struct tot_json_lex *lex)
{
	lex->pos++;
	if (!is_digit(tot_json_peek(lex)))
		return tot_json_fault(lex, "bad-number", "a digit must follow the decimal point");
	skip_digits(lex);
	return true;
}

bool tot_json_lex_number(struct tot_json_lex *lex)
{
	const size_t start = lex->pos;
	if (tot_json_peek(lex) == '-')
		lex->pos++;
	const size_t first = lex->pos;
	if (!is_digit(tot_json_peek(lex)))
		return tot_json_fault(lex, "bad-number", "a digit must follow the sign");
	skip_digits(lex);
	if (lex->text[first] == '0' && lex->pos > first + 1)
		return tot_json_fault_at(lex, first, "bad-number",
					 "a number must not begin with a needless 0");
	if (tot_json_peek(lex) == '.' && !lex_fraction(lex))
		return false;
	const int c = tot_json_peek(lex);
	if ((c == 'e' || c == 'E') && !lex_exponent(lex))
		return false;
	if (lex->pos - start > NUMBER_BYTES)
		return tot_json_fault_at(lex, start, "bad-number",
					 "a number has too many digits; 63 are read");
	return lex_finite(lex, start);
}

/* Length of the valid UTF-8 sequence at `text`, 0 if there is none. */
static size_t utf8_length(const unsigned char *text, size_t size)
{
	unsigned char c = text[0];
	if (c < 0xC2 || c > 0xF4)
		return 0;
	size_t length = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	if (size < length)
		return 0;
	for (size_t i = 1; i < length; i++) {
		if ((text[i] & 0xC0) != 0x80)
			return 0;
	}
	bool overlong = (c == 0xE0 && text[1] < 0xA0) || (c == 0xF0 && text[1] < 0x90);
	bool surrogate = c == 0xED && text[1] > 0x9F;
	bool beyond = c == 0xF4 && text[1] > 0x8F;
	return overlong || surrogate || beyond ? 0 : length;
}

/* Value of four hexadecimal digits, -1 if they are none. */
static long hex4(const unsigned char *text)
{
	long value = 0;
	for (int i = 0; i < 4; i++) {
		int c = text[i];
		if (is_digit(c))
			value = value * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			value = value * 16 + (c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			value = value * 16 + (c - 'A' + 10);
		else
			return -1;
	}
	return value;
}

static bool lex_unicode(struct tot_json_lex *lex)
{
	size_t start = lex->pos - 2, left = lex->size - lex->pos;
	long unit = left >= 4 ? hex4(lex->text + lex->pos) : -1;
	if (left < 4)
		lex->pos = lex->size;
	if (unit < 0)
		return tot_json_fault(lex, "bad-escape", "four hexadecimal digits must follow \\u");
	if (unit == 0)
		return tot_json_fault_at(lex, start, "bad-escape",
					 "\\u0000 is not allowed in a text");
	lex->pos += 4;
	if (unit < 0xD800 || unit > 0xDFFF)
		return true;
	long low = -1;
	if (unit < 0xDC00 && left >= 10 && memcmp(lex->text + lex->pos, "\\u", 2) == 0)
		low = hex4(lex->text + lex->pos + 2);
	if (low < 0xDC00 || low > 0xDFFF)
		return tot_json_fault_at(lex, start, "bad-escape",
					 "half of a surrogate pair is missing");
	lex->pos += 6;
	return true;
}

static bool lex_escape(struct tot_json_lex *lex)
{
	lex->pos++;
	int c = tot_json_peek(lex);
	if (c <= 0 || !strchr("\"\\/bfnrtu", c))
		return tot_json_fault(lex, "bad-escape",
				      "this character must not follow a backslash");
	lex->pos++;
	return c == 'u' ? lex_unicode(lex) : true;
}

static bool lex_special(struct tot_json_lex *lex, int c)
{
	if (c < 0)
		return tot_json_fault(lex, "truncated", "");
	if (c == '\\')
		return lex_escape(lex);
	if (c < 0x20)
		return tot_json_fault(lex, "control-character",
				      c == '\n' ? "a text must not run over the end of a line"
						: "a control character stands in a text");
	size_t length = utf8_length(lex->text + lex->pos, lex->size - lex->pos);
	if (length == 0)
		return tot_json_fault(lex, "bad-utf8", "these bytes are not UTF-8");
	lex->pos += length;
	return true;
}

bool tot_json_lex_string(struct tot_json_lex *lex)
{
	lex->pos++;
	for (;;) {
		const unsigned char *at = lex->text + lex->pos, *end = lex->text + lex->size;
		while (at < end && *at >= 0x20 && *at < 0x80 && *at != '"' && *at != '\\')
			at++;
		lex->pos = (size_t)(at - lex->text);
		const int c = at < end ? *at : -1;
		if (c == '"')
			break;
		if (!lex_special(lex, c))
			return false;
	}
	lex->pos++;
	return true;
}
