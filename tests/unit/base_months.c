/* Month sets against a naive array of flags: every verb, on random sets and at every border. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/random.h"
#include "totalise/months.h"

#define LIVES 300
#define LIMIT TOT_MONTH_LIMIT

/* The same set twice: as bits and as flags. */
struct pair {
	struct tot_months set;
	bool flag[LIMIT];
};

/* Where words, the capacity and the sign begin or end. */
static const tot_month borders[] = {
	INT32_MIN,  INT32_MIN + 1,
	-65,	    -64,
	-1,	    0,
	1,	    62,
	63,	    64,
	65,	    127,
	128,	    129,
	1279,	    1280,
	1281,	    LIMIT - 65,
	LIMIT - 64, LIMIT - 63,
	LIMIT - 2,  LIMIT - 1,
	LIMIT,	    LIMIT + 1,
	INT32_MAX,
};
#define BORDERS ((int)(sizeof(borders) / sizeof(borders[0])))

static uint64_t failing_seed;

#define HOLDS(condition)                                                                         \
	do {                                                                                     \
		if (!(condition))                                                                \
			fail_msg("seed %llu: %s", (unsigned long long)failing_seed, #condition); \
	} while (0)

static void flag_range(struct pair *pair, tot_month from, tot_month end)
{
	for (tot_month month = 0; month < LIMIT; month++)
		if (month >= from && month < end)
			pair->flag[month] = true;
}

/* Nothing, everything, single months or runs, thick or thin. */
static void fill(struct pair *pair, uint64_t *seed)
{
	memset(pair, 0, sizeof(*pair));
	const int shape = random_int(seed, 0, 9);
	const int pieces = shape == 0 ? 0 : random_int(seed, 1, shape < 4 ? 12 : 600);
	for (int i = 0; i < pieces; i++) {
		const tot_month from = random_int(seed, -80, LIMIT + 80);
		const tot_month end =
			from + (shape == 9 ? random_int(seed, -5, 1500) : random_int(seed, 0, 40));
		tot_months_add_range(&pair->set, from, end);
		flag_range(pair, from, end);
	}
}

static bool same(const struct pair *pair)
{
	for (tot_month month = -70; month < LIMIT + 70; month++) {
		const bool flag = month >= 0 && month < LIMIT && pair->flag[month];
		if (tot_months_has(&pair->set, month) != flag)
			return false;
	}
	return true;
}

static int count_flags(const struct pair *pair, tot_month from, tot_month end)
{
	int count = 0;
	for (tot_month month = 0; month < LIMIT; month++)
		count += pair->flag[month] && month >= from && month < end;
	return count;
}

static void a_zeroed_set_is_empty(void **state)
{
	(void)state;
	struct tot_months none = {{0}};
	assert_int_equal(tot_months_count(&none), 0);
	assert_int_equal(tot_months_next(&none, 0), TOT_MONTH_NONE);
	assert_int_equal(tot_months_last(&none), TOT_MONTH_NONE);
	for (int i = 0; i < BORDERS; i++)
		assert_false(tot_months_has(&none, borders[i]));
}

static void add_takes_months_inside_and_ignores_the_rest(void **state)
{
	(void)state;
	for (int i = 0; i < BORDERS; i++) {
		struct tot_months set = {{0}};
		tot_months_add(&set, borders[i]);
		const bool inside = borders[i] >= 0 && borders[i] < LIMIT;
		assert_int_equal(tot_months_count(&set), inside ? 1 : 0);
		assert_int_equal(tot_months_has(&set, borders[i]), inside);
		assert_int_equal(tot_months_next(&set, 0), inside ? borders[i] : TOT_MONTH_NONE);
		assert_int_equal(tot_months_last(&set), inside ? borders[i] : TOT_MONTH_NONE);
	}
}

static void add_range_between_all_borders(void **state)
{
	(void)state;
	for (int i = 0; i < BORDERS; i++)
		for (int j = 0; j < BORDERS; j++) {
			struct pair pair = {0};
			tot_months_add_range(&pair.set, borders[i], borders[j]);
			flag_range(&pair, borders[i], borders[j]);
			assert_true(same(&pair));
		}
}

static void clip_and_count_range_between_all_borders(void **state)
{
	(void)state;
	uint64_t seed = 1;
	struct pair pair;
	do
		fill(&pair, &seed);
	while (tot_months_count(&pair.set) < 500);
	for (int i = 0; i < BORDERS; i++)
		for (int j = 0; j < BORDERS; j++) {
			const int expected = count_flags(&pair, borders[i], borders[j]);
			assert_int_equal(tot_months_count_range(&pair.set, borders[i], borders[j]),
					 expected);
			struct tot_months cut = pair.set;
			tot_months_clip(&cut, borders[i], borders[j]);
			assert_int_equal(tot_months_count(&cut), expected);
			assert_true(tot_months_subset(&cut, &pair.set));
		}
}

static void random_sets_are_filled_alike(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= LIVES; s++) {
		uint64_t seed = failing_seed = s;
		struct pair a;
		fill(&a, &seed);
		HOLDS(same(&a));
		HOLDS(tot_months_count(&a.set) == count_flags(&a, 0, LIMIT));
	}
}

static void union_cut_and_difference(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= LIVES; s++) {
		uint64_t seed = failing_seed = s;
		struct pair a, b;
		fill(&a, &seed);
		fill(&b, &seed);
		struct pair both = a, common = a, rest = a;
		tot_months_or(&both.set, &b.set);
		tot_months_and(&common.set, &b.set);
		tot_months_andnot(&rest.set, &b.set);
		for (tot_month month = 0; month < LIMIT; month++) {
			both.flag[month] |= b.flag[month];
			common.flag[month] &= b.flag[month];
			rest.flag[month] &= !b.flag[month];
		}
		HOLDS(same(&both) && same(&common) && same(&rest));
		HOLDS(tot_months_count_and(&a.set, &b.set) == count_flags(&common, 0, LIMIT));
		HOLDS(tot_months_count_andnot(&a.set, &b.set) == count_flags(&rest, 0, LIMIT));
		HOLDS(tot_months_subset(&rest.set, &a.set) && tot_months_subset(&a.set, &both.set));
		HOLDS(tot_months_subset(&a.set, &b.set) == (count_flags(&rest, 0, LIMIT) == 0));
		HOLDS(tot_months_equal(&a.set, &b.set) ==
		      (memcmp(a.flag, b.flag, sizeof(a.flag)) == 0));
		HOLDS(tot_months_equal(&a.set, &a.set));
	}
}

static void verbs_with_one_set_twice(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= 20; s++) {
		uint64_t seed = failing_seed = s;
		struct pair a;
		fill(&a, &seed);
		tot_months_or(&a.set, &a.set);
		tot_months_and(&a.set, &a.set);
		HOLDS(same(&a));
		tot_months_andnot(&a.set, &a.set);
		HOLDS(tot_months_count(&a.set) == 0);
	}
}

static void keep_first_keeps_the_oldest(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= LIVES; s++) {
		uint64_t seed = failing_seed = s;
		struct pair a;
		fill(&a, &seed);
		const int count = tot_months_count(&a.set);
		const int tries[] = {-1,    0,	       1,     63,
				     64,    65,	       96,    count - 1,
				     count, count + 1, LIMIT, random_int(&seed, 0, LIMIT)};
		for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
			struct pair kept = a;
			tot_months_keep_first(&kept.set, tries[i]);
			int left = tries[i];
			for (tot_month month = 0; month < LIMIT; month++)
				if (kept.flag[month])
					kept.flag[month] = left-- > 0;
			HOLDS(same(&kept));
		}
	}
}

static void next_and_last_find_what_is_there(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= 60; s++) {
		uint64_t seed = failing_seed = s;
		struct pair a;
		fill(&a, &seed);
		tot_month expected = TOT_MONTH_NONE, last = TOT_MONTH_NONE;
		HOLDS(tot_months_next(&a.set, LIMIT) == TOT_MONTH_NONE);
		HOLDS(tot_months_next(&a.set, INT32_MAX) == TOT_MONTH_NONE);
		for (tot_month month = LIMIT - 1; month >= -70; month--) {
			if (month >= 0 && a.flag[month]) {
				expected = month;
				last = last == TOT_MONTH_NONE ? month : last;
			}
			HOLDS(tot_months_next(&a.set, month) == expected);
		}
		HOLDS(tot_months_next(&a.set, INT32_MIN) == expected);
		HOLDS(tot_months_last(&a.set) == last);
	}
}

static void runs_are_maximal_and_rebuild_the_set(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= LIVES; s++) {
		uint64_t seed = failing_seed = s;
		struct pair a;
		fill(&a, &seed);
		struct tot_months again = {{0}};
		tot_month before = -1;
		for (tot_month at = 0, first, end; tot_months_run(&a.set, at, &first, &end);
		     at = end) {
			HOLDS(first > before && end > first);
			HOLDS(!tot_months_has(&a.set, end) && !tot_months_has(&a.set, first - 1));
			tot_months_add_range(&again, first, end);
			before = end;
		}
		HOLDS(tot_months_equal(&again, &a.set));
	}
}

/* Reads what tot_months_print wrote. */
static void read_ranges(struct tot_months *out, const char *text)
{
	*out = (struct tot_months){{0}};
	while (*text && strcmp(text, "none") != 0) {
		char word[8] = {0};
		tot_month first, last;
		memcpy(word, text, 7);
		assert_true(tot_month_parse(&first, word));
		text += 7;
		last = first;
		if (strncmp(text, "..", 2) == 0) {
			memcpy(word, text + 2, 7);
			assert_true(tot_month_parse(&last, word));
			text += 9;
		}
		tot_months_add_range(out, first, last + 1);
		if (*text)
			text += 2;
	}
}

static void printed_ranges_are_read_back(void **state)
{
	(void)state;
	static char text[64 * 1024];
	for (uint64_t s = 1; s <= LIVES; s++) {
		uint64_t seed = failing_seed = s;
		struct pair a;
		struct tot_months again;
		fill(&a, &seed);
		tot_months_print(text, sizeof(text), &a.set);
		read_ranges(&again, text);
		HOLDS(tot_months_equal(&again, &a.set));
	}
}

static void print_forms(void **state)
{
	(void)state;
	char text[64];
	struct tot_months set = {{0}};
	tot_months_print(text, sizeof(text), &set);
	assert_string_equal(text, "none");
	tot_months_add_range(&set, tot_month_make(2003, 1), tot_month_make(2005, 4));
	tot_months_add(&set, tot_month_make(2007, 1));
	tot_months_print(text, sizeof(text), &set);
	assert_string_equal(text, "2003-01..2005-03, 2007-01");
	tot_months_print(text, 24, &set);
	assert_string_equal(text, "2003-01..2005-03, ...");
}

static void print_never_leaves_its_buffer(void **state)
{
	(void)state;
	struct tot_months set = {{0}};
	for (tot_month month = 0; month < 40; month += 3)
		tot_months_add(&set, month);
	char whole[400];
	tot_months_print(whole, sizeof(whole), &set);
	for (size_t size = 1; size < sizeof(whole); size++) {
		char text[401];
		memset(text, '#', sizeof(text));
		tot_months_print(text, size, &set);
		assert_true(strlen(text) < size);
		assert_int_equal(text[size], '#');
		const size_t length = strlen(text);
		if (strcmp(text, whole) == 0 || size < 6)
			continue;
		assert_string_equal(text + length - 3, "...");
		assert_memory_equal(text, whole, length - 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_zeroed_set_is_empty),
		cmocka_unit_test(add_takes_months_inside_and_ignores_the_rest),
		cmocka_unit_test(add_range_between_all_borders),
		cmocka_unit_test(clip_and_count_range_between_all_borders),
		cmocka_unit_test(random_sets_are_filled_alike),
		cmocka_unit_test(union_cut_and_difference),
		cmocka_unit_test(verbs_with_one_set_twice),
		cmocka_unit_test(keep_first_keeps_the_oldest),
		cmocka_unit_test(next_and_last_find_what_is_there),
		cmocka_unit_test(runs_are_maximal_and_rebuild_the_set),
		cmocka_unit_test(printed_ranges_are_read_back),
		cmocka_unit_test(print_forms),
		cmocka_unit_test(print_never_leaves_its_buffer),
	};
	return cmocka_run_group_tests_name("base months", tests, NULL, NULL);
}
