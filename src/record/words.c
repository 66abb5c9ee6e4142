/* Lists of words, and which of them a misspelt word was meant to be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/read.h"

#include <string.h>

#define WORD_MAX 48

int tot_word_find(const char *words, const char *word)
{
	size_t length = strlen(word);
	int index = 0;
	for (const char *at = words; *at != '\0'; index++) {
		size_t size = strcspn(at, " ");
		if (size == length && memcmp(at, word, size) == 0)
			return index;
		at += size;
		at += strspn(at, " ");
	}
	return -1;
}

static char lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Edit distance (one letter added, dropped, changed, or two swapped), capital letters as small
 * ones. */
static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
	size_t rows[3][WORD_MAX + 1];
	for (size_t j = 0; j <= b_size; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_size; i++) {
		size_t *now = rows[i % 3], *last = rows[(i + 2) % 3], *older = rows[(i + 1) % 3];
		now[0] = i;
		for (size_t j = 1; j <= b_size; j++) {
			bool same = lower(a[i - 1]) == lower(b[j - 1]);
			now[j] =
				least(last[j - 1] + (same ? 0 : 1), least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
			    lower(a[i - 2]) == lower(b[j - 1]))
				now[j] = least(now[j], older[j - 2] + 1);
		}
	}
	return rows[a_size % 3][b_size];
}

bool tot_word_nearest(char *out, size_t size, const char *words, const char *word)
{
	size_t length = strlen(word);
	size_t best = 1 + length / 3;
	bool found = false;
	if (length > WORD_MAX)
		return false;
	if (best > 3)
		best = 3;
	for (const char *at = words; *at != '\0';) {
		size_t candidate = strcspn(at, " ");
		if (candidate <= WORD_MAX && candidate < size) {
			size_t far = distance(word, length, at, candidate);
			if (far < best || (far == best && !found)) {
				best = far;
				found = true;
				memcpy(out, at, candidate);
				out[candidate] = '\0';
			}
		}
		at += candidate;
		at += strspn(at, " ");
	}
	return found;
}
