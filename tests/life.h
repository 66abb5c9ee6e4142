/* Shared by tests: read a file of the tree, evaluate a life from its text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_TESTS_LIFE_H
#define TOT_TESTS_LIFE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "law/json.h"
#include "totalise/report.h"

/* Bytes of a file, to be freed; tests run in the top folder of the tree. */
static inline char *file_text(const char *name, size_t *size)
{
	FILE *file = fopen(name, "rb");
	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	const long length = ftell(file);
	assert_true(length >= 0);
	rewind(file);
	char *text = calloc(1, (size_t)length + 1);
	assert_non_null(text);
	*size = fread(text, 1, (size_t)length, file);
	assert_int_equal(*size, length);
	fclose(file);
	return text;
}

static inline void print_diag(const struct tot_diag *diag)
{
	for (const struct tot_diag_item *item = diag->first; item; item = item->next) {
		char line[1024];
		tot_diag_print(line, sizeof(line), item);
		fprintf(stderr, "%s\n", line);
	}
}

static inline const struct tot_json *file_json(struct tot_arena *arena, const char *name)
{
	size_t size;
	char *text = file_text(name, &size);
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	const enum tot_status status = tot_json_read(&root, arena, text, size, name, &diag);
	print_diag(&diag);
	assert_int_equal(status, TOT_OK);
	tot_diag_free(&diag);
	free(text);
	return root;
}

/* A life under the built-in law. */
struct life {
	struct tot_law *law;
	struct tot_scenario *scenario;
	struct tot_arena arena;
	struct tot_diag notices;
	struct tot_trace trace;
	struct tot_ctx ctx;
	struct tot_outcome *outcome;
};

static inline void life_read(struct life *life, const char *text)
{
	*life = (struct life){0};
	enum tot_status status = tot_law_open(&life->law, NULL, &life->notices);
	print_diag(&life->notices);
	assert_int_equal(status, TOT_OK);
	status =
		tot_scenario_read(&life->scenario, text, strlen(text), "life.json", &life->notices);
	if (status != TOT_OK)
		print_diag(&life->notices);
	assert_int_equal(status, TOT_OK);
	life->ctx = (struct tot_ctx){.law = life->law,
				     .as_of = life->scenario->as_of,
				     .arena = &life->arena,
				     .trace = &life->trace,
				     .notices = &life->notices};
}

static inline void life_evaluate(struct life *life, const char *text)
{
	life_read(life, text);
	const enum tot_status status =
		tot_evaluate(&life->outcome, life->scenario, NULL, true, &life->ctx);
	print_diag(&life->notices);
	assert_true(status >= 0);
}

static inline void life_free(struct life *life)
{
	tot_scenario_free(life->scenario);
	tot_law_free(life->law);
	tot_trace_free(&life->trace);
	tot_diag_free(&life->notices);
	tot_arena_free(&life->arena);
}

#endif
