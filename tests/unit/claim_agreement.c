/* The examples of agreements/de-jp.json that count months, each as a life of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "law/json.h"
#include "life.h"

/* A life with the spans of an example and nothing else; born so that all of it is working age. */
static char *scenario_text(const struct tot_json *given)
{
	struct tot_text text = {0};
	tot_text_add(&text,
		     "{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"
		     "\"born\":\"1966-06-15\",\"sex\":\"female\",\"nationalities\":[\"DE\"]},"
		     "\"periods\":[");
	bool first = true;
	for (const struct tot_json *state = given->first; state; state = state->next)
		for (const struct tot_json *span = state->first; span; span = span->next) {
			tot_text_format(&text,
					"%s{\"country\":\"%s\",\"kind\":\"%s\",\"from\":\"%s\","
					"\"to\":\"%s\"}",
					first ? "" : ",", state->key, tot_json_at(span, 0)->string,
					tot_json_at(span, 1)->string, tot_json_at(span, 2)->string);
			first = false;
		}
	tot_text_add(&text, "]}");
	assert_false(text.failed);
	return text.bytes;
}

/* "jp.old_basic_10y" is the rule of the test "JP.old_basic_10y". */
static void test_id(char *out, size_t size, const char *rule)
{
	snprintf(out, size, "%s", rule);
	for (char *c = out; *c && *c != '.'; c++)
		*c = (char)(*c - 'a' + 'A');
}

static void expect_number(const struct tot_json *expect, const char *key, int actual)
{
	const struct tot_json *value = tot_json_get(expect, key);
	assert_non_null(value);
	assert_int_equal(actual, (int)value->number);
}

static void example_holds(void **state)
{
	const struct tot_json *example = *state;
	const struct tot_json *expect = tot_json_get(example, "expect");
	char *text = scenario_text(tot_json_get(example, "given"));
	struct life life;
	life_evaluate(&life, text);
	char id[64];
	test_id(id, sizeof(id), tot_json_string(example, "rule"));
	char country[3] = {id[0], id[1], '\0'};
	const struct tot_qualifying *test =
		tot_findings_find_test(tot_outcome_findings(life.outcome, country), id);
	assert_non_null(test);
	expect_number(expect, "own", test->own);
	expect_number(expect, "added", test->lent);
	expect_number(expect, "total", test->counted);
	assert_int_equal(test->met, tot_json_get(expect, "met")->boolean);
	assert_true(test->by_agreement);
	life_free(&life);
	free(text);
}

/* coverage.postings[0]: the first day gives the last day under home law. */
static void posting_ends(void **state)
{
	const struct tot_json *example = *state;
	struct life life;
	life_read(&life, "{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"
			 "\"born\":\"1980-01-01\",\"sex\":\"male\",\"nationalities\":[\"DE\"]},"
			 "\"periods\":[]}");
	struct tot_posting posting = {.home = "DE", .host = "JP"};
	const char *start = tot_json_string(tot_json_get(example, "given"), "start");
	assert_true(tot_date_parse(&posting.from, start));
	char end[TOT_DATE_TEXT];
	tot_date_print(end, tot_posting_home_end(&posting, life.law));
	assert_string_equal(end, tot_json_string(tot_json_get(example, "expect"), "end"));
	life_free(&life);
}

static bool is_posting(const struct tot_json *example)
{
	return strcmp(tot_json_string(example, "rule"), "coverage.postings[0]") == 0;
}

/* Examples with spans by country; the others give the inputs of a formula (tests of the law). */
static bool has_spans(const struct tot_json *example)
{
	const struct tot_json *given = tot_json_get(example, "given");
	return given->first && given->first->type == TOT_JSON_ARRAY;
}

int main(void)
{
	struct tot_arena arena = {0};
	const struct tot_json *file = file_json(&arena, "agreements/de-jp.json");
	const struct tot_json *examples = tot_json_get(file, "examples");
	struct CMUnitTest *tests = calloc(examples->count, sizeof(*tests));
	size_t count = 0;
	for (const struct tot_json *example = examples->first; example; example = example->next) {
		if (!has_spans(example) && !is_posting(example))
			continue;
		union {
			const void *read_only;
			void *state;
		} initial = {example};
		tests[count++] = (struct CMUnitTest){
			tot_arena_format(&arena, "de-jp %s %s", tot_json_string(example, "id"),
					 tot_json_string(example, "rule")),
			is_posting(example) ? posting_ends : example_holds, NULL, NULL,
			initial.state};
	}
	const int failed = _cmocka_run_group_tests("claim_agreement", tests, count, NULL, NULL);
	free(tests);
	tot_arena_free(&arena);
	return failed;
}
