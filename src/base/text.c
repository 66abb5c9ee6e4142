/* Growing text and terminal columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Make room for `more` bytes and a NUL. */
static bool reserve(struct tot_text *text, size_t more)
{
	if (text->failed || more > SIZE_MAX / 4 - text->size) {
		text->failed = true;
		return false;
	}
	const size_t need = text->size + more + 1;
	if (need <= text->capacity)
		return true;
	size_t capacity = text->capacity ? text->capacity : 256;
	while (capacity < need)
		capacity *= 2;
	char *bytes = realloc(text->bytes, capacity);
	if (!bytes) {
		text->failed = true;
		return false;
	}
	text->bytes = bytes;
	text->capacity = capacity;
	return true;
}

void tot_text_add_bytes(struct tot_text *text, const char *bytes, size_t size)
{
	if (!reserve(text, size))
		return;
	if (size)
		memcpy(text->bytes + text->size, bytes, size);
	text->size += size;
	text->bytes[text->size] = '\0';
}

void tot_text_add(struct tot_text *text, const char *bytes)
{
	tot_text_add_bytes(text, bytes, strlen(bytes));
}

void tot_text_format(struct tot_text *text, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	const int size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (size >= 0 && reserve(text, (size_t)size)) {
		vsnprintf(text->bytes + text->size, (size_t)size + 1, format, again);
		text->size += (size_t)size;
	} else {
		text->failed = true;
	}
	va_end(again);
}

/* Bytes that follow a first byte of UTF-8; 0 for ASCII and for what is no first byte. */
static int following(unsigned char first)
{
	if (first >= 0xF8 || first < 0xC0)
		return 0;
	return first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
}

/* Next code point of UTF-8; a byte that is no UTF-8 stands for itself. */
static uint32_t next_point(const unsigned char **at)
{
	static const unsigned char bits[] = {0xFF, 0x1F, 0x0F, 0x07};
	const int more = following(**at);
	uint32_t point = **at & bits[more];
	(*at)++;
	for (int i = 0; i < more && (**at & 0xC0U) == 0x80U; i++, (*at)++)
		point = point << 6 | (**at & 63U);
	return point;
}

/* East Asian wide and full-width ranges, as far as statutes' terms need them. */
static bool is_wide(uint32_t point)
{
	return (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
	       (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
	       (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) ||
	       (point >= 0xFFE0 && point <= 0xFFE6) || (point >= 0x20000 && point <= 0x3FFFD);
}

int tot_text_cells(const char *text)
{
	int cells = 0;
	for (const unsigned char *at = (const unsigned char *)text; *at;) {
		const uint32_t point = next_point(&at);
		const bool combining = point >= 0x300 && point <= 0x36F;
		cells += combining ? 0 : is_wide(point) ? 2 : 1;
	}
	return cells;
}

void tot_text_pad(struct tot_text *text, int column)
{
	size_t start = text->size;
	while (start > 0 && text->bytes[start - 1] != '\n')
		start--;
	int cells = text->size > start ? tot_text_cells(text->bytes + start) : 0;
	for (; cells < column; cells++)
		tot_text_add(text, " ");
}

void tot_text_free(struct tot_text *text)
{
	if (!text)
		return;
	free(text->bytes);
	*text = (struct tot_text){0};
}
