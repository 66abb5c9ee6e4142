/* Lives under the law of one state, for tests: read, placed and evaluated without another state. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The includer defines LIFE_SCHEME: the state's struct tot_scheme. */
#ifndef TESTS_SUPPORT_SCHEME_LIFE_H
#define TESTS_SUPPORT_SCHEME_LIFE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "totalise/scheme.h"

static struct tot_law *law;

static inline int load_law(void **state)
{
	const struct tot_figures *sets[] = {LIFE_SCHEME.figures};
	struct tot_diag diag = {0};
	(void)state;
	if (tot_law_load(&law, NULL, sets, 1, &diag) != TOT_OK)
		for (const struct tot_diag_item *item = diag.first; item; item = item->next)
			print_error("%s:%s: %s\n", item->file, item->place, item->text);
	tot_diag_free(&diag);
	return law ? 0 : -1;
}

static inline int free_law(void **state)
{
	(void)state;
	tot_law_free(law);
	return 0;
}

/* A context for public functions that need no life. */
struct bench {
	struct tot_arena arena;
	struct tot_ctx ctx;
};

static inline void bench_open(struct bench *bench, int year, int month, int day)
{
	memset(bench, 0, sizeof(*bench));
	bench->ctx =
		(struct tot_ctx){.law = law, .as_of = {year, month, day}, .arena = &bench->arena};
}

static inline void bench_close(struct bench *bench)
{
	tot_arena_free(&bench->arena);
}

struct life {
	struct tot_scenario *scenario;
	struct tot_arena arena;
	struct tot_diag notices;
	struct tot_trace trace;
	struct tot_ctx ctx;
	struct tot_timeline own;
	struct tot_view view;
	struct tot_findings found;
};

/* Read a scenario in which ' stands for ". */
static inline void life_read(struct life *life, const char *text)
{
	struct tot_diag diag = {0};
	memset(life, 0, sizeof(*life));
	const size_t size = strlen(text);
	char *json = malloc(size + 1);
	assert_non_null(json);
	for (size_t i = 0; i <= size; i++)
		json[i] = text[i];
	for (size_t i = 0; i < size; i++)
		if (json[i] == '\'')
			json[i] = '"';
	if (tot_scenario_read(&life->scenario, json, size, "life.json", &diag) != TOT_OK)
		for (const struct tot_diag_item *item = diag.first; item; item = item->next)
			print_error("%s:%s: %s\n", item->file, item->place, item->text);
	free(json);
	tot_diag_free(&diag);
	assert_non_null(life->scenario);
	life->ctx = (struct tot_ctx){.law = law,
				     .as_of = life->scenario->as_of,
				     .arena = &life->arena,
				     .trace = &life->trace,
				     .notices = &life->notices};
}

static inline void life_place(struct life *life)
{
	tot_month end = TOT_MONTH_LIMIT;
	const struct tot_scheme_ops *ops = LIFE_SCHEME.ops;
	/* Lent months of a test may stand in the view already. */
	life->view.life = life->scenario;
	life->view.own = &life->own;
	life->view.claims = life->scenario->claims;
	life->view.claim_count = life->scenario->claim_count;
	for (int round = 0; round < 2; round++) {
		assert_int_equal(ops->place(&life->own, life->scenario, end, &life->ctx), TOT_OK);
		for (size_t i = 0; i < life->scenario->event_count; i++) {
			const struct tot_event *event = &life->scenario->events[i];
			if (event->kind == TOT_EVENT_REFUND &&
			    strcmp(event->country, LIFE_SCHEME.state) == 0)
				assert_int_equal(ops->after_refund(&life->own, event->on,
								   event->scheme, life->scenario,
								   &life->ctx),
						 TOT_OK);
		}
		assert_int_equal(ops->open_end(&end, &life->view, &life->ctx), TOT_OK);
	}
}

static inline void life_evaluate(struct life *life)
{
	const struct tot_scheme_ops *ops = LIFE_SCHEME.ops;
	struct tot_view alone = life->view;
	alone.lent = NULL;
	alone.lent_count = 0;
	assert_int_equal(ops->entitle(&life->found, &life->view, &life->ctx), TOT_OK);
	assert_int_equal(ops->benefit(&life->found, &alone, &life->ctx), TOT_OK);
	assert_int_equal(ops->refund(&life->found, &life->view, (struct tot_date){0, 0, 0}, NULL,
				     &life->ctx),
			 TOT_OK);
}

static inline void life_open(struct life *life, const char *text)
{
	life_read(life, text);
	life_place(life);
	life_evaluate(life);
}

static inline void life_close(struct life *life)
{
	tot_scenario_free(life->scenario);
	tot_arena_free(&life->arena);
	tot_diag_free(&life->notices);
	tot_trace_free(&life->trace);
}

static inline const struct tot_benefit *benefit(const struct life *life, const char *id)
{
	const struct tot_benefit *found = tot_findings_find_benefit(&life->found, id);
	assert_non_null(found);
	return found;
}

static inline const struct tot_qualifying *test_of(const struct life *life, const char *id)
{
	const struct tot_qualifying *found = tot_findings_find_test(&life->found, id);
	assert_non_null(found);
	return found;
}

static inline const struct tot_refund *refund_of(const struct life *life, const char *id)
{
	for (size_t i = 0; i < life->found.refund_count; i++)
		if (strcmp(life->found.refunds[i].id, id) == 0)
			return &life->found.refunds[i];
	fail_msg("no refund %s", id);
	return NULL;
}

static inline bool has_reason(const char *const *reasons, size_t count, const char *part)
{
	for (size_t i = 0; i < count; i++)
		if (strstr(reasons[i], part))
			return true;
	return false;
}

static inline const char *factor(const struct tot_benefit *from, const char *name)
{
	for (const struct tot_named *item = from->factors; item; item = item->next)
		if (strcmp(item->name, name) == 0)
			return item->value;
	return "(none)";
}

static inline void assert_months(const struct tot_months *set, const char *expected)
{
	char text[512];
	tot_months_print(text, sizeof(text), set);
	assert_string_equal(text, expected);
}

static inline void assert_month(tot_month month, const char *expected)
{
	char text[TOT_DATE_TEXT];
	assert_string_equal(tot_month_print(text, month), expected);
}

static inline void assert_date(struct tot_date date, const char *expected)
{
	char text[TOT_DATE_TEXT];
	assert_string_equal(tot_date_print(text, date), expected);
}

#endif
