/* The only file that touches the words of a month set. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/months.h"

#include <stdio.h>
#include <string.h>

static uint64_t bit(tot_month month)
{
	return (uint64_t)1 << (month % 64);
}

static bool inside(tot_month month)
{
	return month >= 0 && month < TOT_MONTH_LIMIT;
}

/*
 * Bits of a word, added up in pairs, nibbles and bytes: without a processor's own instruction the compiler's count
 * is a call. Most words of a set are empty.
 */
static int ones(uint64_t word)
{
	if (!word)
		return 0;
	word -= word >> 1 & UINT64_C(0x5555555555555555);
	word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
	word = (word + (word >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (int)(word * UINT64_C(0x0101010101010101) >> 56);
}

void tot_months_add(struct tot_months *set, tot_month month)
{
	if (inside(month))
		set->words[month / 64] |= bit(month);
}

/* Bits of word `w` that lie in [from, end). */
static uint64_t range_mask(int w, tot_month from, tot_month end)
{
	const tot_month first = 64 * w, last = first + 64;
	if (end <= first || from >= last || from >= end)
		return 0;
	uint64_t mask = ~(uint64_t)0;
	if (from > first)
		mask &= ~(uint64_t)0 << (from - first);
	if (end < last)
		mask &= ~(uint64_t)0 >> (last - end);
	return mask;
}

void tot_months_add_range(struct tot_months *set, tot_month from, tot_month end)
{
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		set->words[w] |= range_mask(w, from, end);
}

bool tot_months_has(const struct tot_months *set, tot_month month)
{
	return inside(month) && (set->words[month / 64] & bit(month)) != 0;
}

void tot_months_or(struct tot_months *a, const struct tot_months *b)
{
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		a->words[w] |= b->words[w];
}

void tot_months_and(struct tot_months *a, const struct tot_months *b)
{
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		a->words[w] &= b->words[w];
}

void tot_months_andnot(struct tot_months *a, const struct tot_months *b)
{
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		a->words[w] &= ~b->words[w];
}

void tot_months_clip(struct tot_months *set, tot_month from, tot_month end)
{
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		if (set->words[w])
			set->words[w] &= range_mask(w, from, end);
}

void tot_months_keep_first(struct tot_months *set, int n)
{
	for (int w = 0; w < TOT_MONTHS_WORDS; w++) {
		const int here = ones(set->words[w]);
		if (here <= n) {
			n -= here;
			continue;
		}
		uint64_t kept = 0, rest = set->words[w];
		for (; n > 0; n--, rest &= rest - 1)
			kept |= rest & (~rest + 1);
		set->words[w] = kept;
	}
}

int tot_months_count(const struct tot_months *set)
{
	int count = 0;
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		count += ones(set->words[w]);
	return count;
}

int tot_months_count_and(const struct tot_months *a, const struct tot_months *b)
{
	int count = 0;
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		count += ones(a->words[w] & b->words[w]);
	return count;
}

int tot_months_count_andnot(const struct tot_months *a, const struct tot_months *b)
{
	int count = 0;
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		count += ones(a->words[w] & ~b->words[w]);
	return count;
}

int tot_months_count_range(const struct tot_months *set, tot_month from, tot_month end)
{
	int count = 0;
	for (int w = 0; w < TOT_MONTHS_WORDS; w++)
		if (set->words[w])
			count += ones(set->words[w] & range_mask(w, from, end));
	return count;
}

tot_month tot_months_next(const struct tot_months *set, tot_month from)
{
	if (from < 0)
		from = 0;
	for (int w = from / 64; w < TOT_MONTHS_WORDS; w++) {
		const uint64_t rest = set->words[w] & range_mask(w, from, TOT_MONTH_LIMIT);
		if (rest)
			return 64 * w + __builtin_ctzll(rest);
	}
	return TOT_MONTH_NONE;
}

tot_month tot_months_last(const struct tot_months *set)
{
	for (int w = TOT_MONTHS_WORDS - 1; w >= 0; w--)
		if (set->words[w])
			return 64 * w + 63 - __builtin_clzll(set->words[w]);
	return TOT_MONTH_NONE;
}

bool tot_months_equal(const struct tot_months *a, const struct tot_months *b)
{
	return memcmp(a->words, b->words, sizeof(a->words)) == 0;
}

bool tot_months_subset(const struct tot_months *a, const struct tot_months *of)
{
	return tot_months_count_andnot(a, of) == 0;
}

bool tot_months_run(const struct tot_months *set, tot_month from, tot_month *first, tot_month *end)
{
	tot_month month = tot_months_next(set, from);
	if (month == TOT_MONTH_NONE)
		return false;
	*first = month;
	while (tot_months_has(set, month))
		month++;
	*end = month;
	return true;
}

void tot_months_print(char *out, size_t size, const struct tot_months *set)
{
	size_t used = 0;
	snprintf(out, size, "none");
	for (tot_month from = 0, first, end; tot_months_run(set, from, &first, &end); from = end) {
		char a[TOT_DATE_TEXT], b[TOT_DATE_TEXT];
		const bool single = end == first + 1;
		const int added = snprintf(out + used, size - used, "%s%s%s%s", used ? ", " : "",
					   tot_month_print(a, first), single ? "" : "..",
					   single ? "" : tot_month_print(b, end - 1));
		/* Room is always left for the sign that something is missing. */
		if (added < 0 || (size_t)added + 5 >= size - used) {
			snprintf(out + used, size - used, "%s...", used ? ", " : "");
			return;
		}
		used += (size_t)added;
	}
}
