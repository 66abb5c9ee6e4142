/* Worked examples of the German law pack: reading them, and running a list of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DE_EXAMPLES_H
#define TESTS_UNIT_DE_EXAMPLES_H

#include "unit/de_life.h"

#include "law/json.h"

static const char file_name[] = "tests/examples/de/worked-examples.json";

static inline const struct tot_json *member(const struct tot_json *object, const char *key)
{
	const struct tot_json *value = tot_json_get(object, key);
	if (!value)
		fail_msg("no member %s", key);
	return value;
}

/* A number as an integer of 10^-decimals. */
static inline int64_t scaled(const struct tot_json *object, const char *key, int decimals)
{
	int64_t number = 0;
	assert_int_equal(tot_decimal_from_double(&number, member(object, key)->number, decimals),
			 TOT_OK);
	return number;
}

static inline int whole(const struct tot_json *object, const char *key)
{
	return (int)scaled(object, key, 0);
}

static inline struct tot_date date_in(const struct tot_json *object, const char *key)
{
	struct tot_date date = {0, 0, 0};
	const char *text = tot_json_string(object, key);
	if (!text || !tot_date_parse(&date, text))
		fail_msg("no date %s", key);
	return date;
}

static inline tot_month month_in(const struct tot_json *object, const char *key)
{
	return tot_month_of(date_in(object, key));
}

static const struct tot_date today = {2026, 11, 21};

static inline struct tot_de_basis basis_for(tot_month start)
{
	struct tot_de_basis basis;
	assert_int_equal(tot_de_basis_of(&basis, law, today, start, NULL), TOT_OK);
	return basis;
}

static inline tot_points points_of(int64_t cents, int year, bool east, tot_month start)
{
	tot_points points = -1;
	const struct tot_de_basis basis = basis_for(start);
	assert_true(tot_de_points_of(&points, tot_ratio_of(cents, 1), year, 1, east, &basis) >= 0);
	return points;
}

/* Pay of the first `months` of a year, not above their ceilings. */
static inline int64_t capped(int64_t cents, int year, int months, bool east)
{
	const struct tot_de_basis basis = basis_for(TOT_MONTH_NONE);
	int64_t room = 0;
	for (int m = 1; m <= months; m++) {
		tot_cents ceiling;
		assert_true(tot_de_ceiling(&ceiling, tot_month_make(year, m), east, false,
					   &basis) >= 0);
		room += ceiling;
	}
	return cents < room ? cents : room;
}

static inline int64_t pension(tot_points points, int64_t factor, int64_t value)
{
	tot_cents amount = -1;
	assert_int_equal(tot_de_monthly_pension(&amount, points, factor, value), TOT_OK);
	return amount;
}

struct example {
	const char *id;
	void (*run)(const struct tot_json *in, const struct tot_json *out);
};

#define EXAMPLES_MAX 40

struct running {
	const struct example *example;
	const struct tot_json *json;
	char name[200];
};

static inline void run_example(void **state)
{
	const struct running *running = *state;
	running->example->run(member(running->json, "inputs"), member(running->json, "expected"));
}

static inline const struct tot_json *find_example(const struct tot_json *list, const char *id)
{
	for (const struct tot_json *item = list->first; item; item = item->next)
		if (strcmp(tot_json_string(item, "id"), id) == 0)
			return item;
	return NULL;
}

static inline const struct tot_json *read_file(struct tot_arena *arena)
{
	FILE *file = fopen(file_name, "rb");
	static char text[1 << 20];
	const struct tot_json *root = NULL;
	struct tot_diag diag = {0};
	if (!file)
		return NULL;
	const size_t size = fread(text, 1, sizeof(text), file);
	fclose(file);
	if (tot_json_read(&root, arena, text, size, file_name, &diag) != TOT_OK)
		root = NULL;
	tot_diag_free(&diag);
	return root;
}

static inline int run_examples(const struct example *examples, size_t count)
{
	struct tot_arena arena = {0};
	static struct running running[EXAMPLES_MAX];
	static struct CMUnitTest tests[EXAMPLES_MAX];
	const struct tot_json *root = read_file(&arena);
	if (!root || count > EXAMPLES_MAX)
		return 1;
	for (size_t i = 0; i < count; i++) {
		const struct tot_json *json =
			find_example(tot_json_get(root, "examples"), examples[i].id);
		if (!json)
			return 1;
		running[i] = (struct running){.example = &examples[i], .json = json};
		snprintf(running[i].name, sizeof(running[i].name), "%s %s", examples[i].id,
			 tot_json_string(json, "title"));
		tests[i] =
			(struct CMUnitTest){running[i].name, run_example, NULL, NULL, &running[i]};
	}
	const int failed =
		_cmocka_run_group_tests("German worked examples", tests, count, load_law, free_law);
	tot_arena_free(&arena);
	return failed;
}

#endif
