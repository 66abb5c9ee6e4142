/* tests/examples/scenarios.json: whole lives, each expected value with its source is a case of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

#define CASES 1000

struct expectation {
	const struct tot_json *result; /* NULL: the life could not be evaluated */
	const struct tot_json *value;
	const char *path, *law;
	char name[200];
};

/* Evaluate one life; its result lives in the arena. */
static const struct tot_json *evaluate(struct tot_arena *arena, const struct tot_law *law,
				       const char *file)
{
	size_t size;
	char *life = file_text(file, &size);
	struct tot_text text = {0};
	struct tot_diag diag = {0};
	const struct tot_json *result = NULL;
	const enum tot_status status =
		tot_evaluate_text(&text, life, size, (struct tot_date){0}, law, &diag);
	print_diag(&diag);
	if (status >= 0 &&
	    tot_json_read(&result, arena, text.bytes, text.size, file, &diag) != TOT_OK)
		print_diag(&diag);
	tot_text_free(&text);
	tot_diag_free(&diag);
	free(life);
	return result;
}

/* The element of a list whose `id`, or else `country`, is the word of `length` characters; or its number. */
static const struct tot_json *element(const struct tot_json *list, const char *word, size_t length)
{
	for (const struct tot_json *item = list ? list->first : NULL; item; item = item->next) {
		const struct tot_json *id = tot_json_get(item, "id");
		if (!id)
			id = tot_json_get(item, "country");
		if (id && id->string && strlen(id->string) == length &&
		    memcmp(id->string, word, length) == 0)
			return item;
	}
	char *end;
	const unsigned long index = strtoul(word, &end, 10);
	return list && end == word + length ? tot_json_at(list, index) : NULL;
}

/* benefits[JP.old_age.basic].amount.value: names joined by dots, elements of lists in brackets. */
static const struct tot_json *follow(const struct tot_json *node, const char *path)
{
	while (node && *path) {
		char name[80];
		size_t length = strcspn(path, ".[]");
		if (*path == '[') {
			length = strcspn(path, "]");
			node = element(node, path + 1, length - 1);
			path += length + 1;
		} else {
			assert_true(length < sizeof(name));
			memcpy(name, path, length);
			name[length] = '\0';
			node = tot_json_get(node, name);
			path += length;
		}
		if (*path == '.')
			path++;
	}
	return node;
}

static const char *printed(char *out, size_t size, const struct tot_json *value)
{
	if (!value)
		return "nothing";
	switch (value->type) {
	case TOT_JSON_STRING: return value->string;
	case TOT_JSON_BOOL: return value->boolean ? "true" : "false";
	case TOT_JSON_NULL: return "null";
	case TOT_JSON_NUMBER: snprintf(out, size, "%.15g", value->number); return out;
	case TOT_JSON_ARRAY: return "a list";
	case TOT_JSON_OBJECT: return "an object";
	}
	return "nothing";
}

static void has_the_value_of_its_source(void **state)
{
	const struct expectation *expected = *state;
	char got_text[40], want_text[40];
	if (!expected->result)
		fail_msg("the life is not evaluated");
	const struct tot_json *got = follow(expected->result, expected->path);
	const char *is = printed(got_text, sizeof(got_text), got);
	const char *want = printed(want_text, sizeof(want_text), expected->value);
	if (strcmp(is, want) != 0)
		fail_msg("%s, expected %s (%s)", is, want, expected->law);
}

/* The expectations of one entry; returns how many. */
static size_t add_cases(struct expectation *list, struct CMUnitTest *tests, size_t room,
			const struct tot_json *entry, const struct tot_json *result)
{
	const char *file = tot_json_get(entry, "scenario")->string;
	const char *slash = strrchr(file, '/');
	size_t count = 0;
	for (const struct tot_json *item = tot_json_get(entry, "expect")->first;
	     item && count < room; item = item->next, count++) {
		struct expectation *one = &list[count];
		one->result = result;
		one->value = tot_json_get(item, "value");
		one->path = tot_json_get(item, "path")->string;
		one->law = tot_json_get(item, "law")->string;
		snprintf(one->name, sizeof(one->name), "%s: %s", slash ? slash + 1 : file,
			 one->path);
		tests[count] = (struct CMUnitTest){one->name, has_the_value_of_its_source, NULL,
						   NULL, one};
	}
	return count;
}

int main(void)
{
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	struct tot_law *law = NULL;
	struct expectation *list = calloc(CASES, sizeof(*list));
	struct CMUnitTest *tests = calloc(CASES, sizeof(*tests));
	const struct tot_json *root = file_json(&arena, "tests/examples/scenarios.json");
	size_t count = 0;
	if (list && tests && root && tot_law_open(&law, NULL, &diag) == TOT_OK)
		for (const struct tot_json *entry = root->first; entry; entry = entry->next)
			count += add_cases(
				list + count, tests + count, CASES - count, entry,
				evaluate(&arena, law, tot_json_get(entry, "scenario")->string));
	print_diag(&diag);
	const int failed =
		count ? _cmocka_run_group_tests("example lives", tests, count, NULL, NULL) : 1;
	tot_law_free(law);
	tot_diag_free(&diag);
	tot_arena_free(&arena);
	free(tests);
	free(list);
	return failed;
}
