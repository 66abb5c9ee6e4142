/* Reading and running the worked examples of the Japanese law pack. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_EXAMPLES_H
#define TESTS_UNIT_JP_EXAMPLES_H

#include "unit/jp_life.h"

#include "law/json.h"

struct example {
	const char *id;
	void (*run)(const struct tot_json *in, const struct tot_json *out);
};

static inline int64_t whole(const struct tot_json *object, const char *key)
{
	const struct tot_json *value = tot_json_get(object, key);
	int64_t number = 0;
	if (!value)
		fail_msg("no member %s", key);
	assert_int_equal(tot_decimal_from_double(&number, value->number, 0), TOT_OK);
	return number;
}

static inline struct tot_date date_of(const struct tot_json *object, const char *key)
{
	struct tot_date date = {1970, 6, 15};
	const char *text = tot_json_string(object, key);
	assert_true(!text || tot_date_parse(&date, text));
	return date;
}

static inline tot_month month_of(const char *text)
{
	tot_month month = 0;
	assert_true(tot_month_parse(&month, text));
	return month;
}

/* A number with one decimal, as tenths. */
static inline int64_t tenths(const struct tot_json *object, const char *key)
{
	int64_t number = 0;
	assert_int_equal(tot_decimal_from_double(&number, tot_json_get(object, key)->number, 1),
			 TOT_OK);
	return number;
}

static inline int count(const struct tot_json *in, const char *key)
{
	return tot_json_get(in, key) ? (int)whole(in, key) : 0;
}

static struct tot_jp_pay_month career[600];

static inline struct tot_jp_pay pay_from(tot_month first, int months, tot_yen remuneration)
{
	for (int i = 0; i < months; i++)
		career[i] =
			(struct tot_jp_pay_month){.month = first + i, .remuneration = remuneration};
	return (struct tot_jp_pay){.months = career, .count = (size_t)months};
}

static const struct tot_json *example_list;

static inline const struct tot_json *find_example(const char *id)
{
	for (size_t i = 0; i < example_list->count; i++) {
		const struct tot_json *entry = tot_json_at(example_list, i);
		if (strcmp(tot_json_string(entry, "id"), id) == 0)
			return entry;
	}
	return NULL;
}

static inline void run_example(void **state)
{
	const struct example *example = *state;
	const struct tot_json *entry = find_example(example->id);
	assert_non_null(entry);
	example->run(tot_json_get(entry, "inputs"), tot_json_get(entry, "expected"));
}

#define EXAMPLES_MAX 64
#define EXAMPLE_BYTES ((size_t)1 << 20)

/* Each example is a test with its id and topic as name. */
static inline int run_examples(const char *group, const struct example *examples, size_t count)
{
	static const char name[] = "tests/examples/jp/worked-examples.json";
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	struct CMUnitTest tests[EXAMPLES_MAX];
	struct example cases[EXAMPLES_MAX];
	const struct tot_json *root;
	FILE *file = fopen(name, "rb");
	char *text = malloc(EXAMPLE_BYTES);
	if (!file || !text || count > EXAMPLES_MAX)
		return 1;
	const size_t size = fread(text, 1, EXAMPLE_BYTES, file);
	fclose(file);
	if (tot_json_read(&root, &arena, text, size, name, &diag) != TOT_OK)
		return 1;
	example_list = tot_json_get(root, "examples");
	for (size_t i = 0; i < count; i++) {
		const struct tot_json *entry = find_example(examples[i].id);
		const char *topic = entry ? tot_json_string(entry, "topic") : "missing";
		cases[i] = examples[i];
		tests[i] = (struct CMUnitTest){
			.name = tot_arena_format(&arena, "%s: %s", examples[i].id, topic),
			.test_func = run_example,
			.initial_state = &cases[i]};
	}
	const int failed = _cmocka_run_group_tests(group, tests, count, load_law, free_law);
	free(text);
	tot_arena_free(&arena);
	tot_diag_free(&diag);
	return failed;
}

#endif
