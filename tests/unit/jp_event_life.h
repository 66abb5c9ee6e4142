/* Lives with a disability or a death, under the laws of both states. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_EVENT_LIFE_H
#define TESTS_UNIT_JP_EVENT_LIFE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

/* Pay at face value: 300,000 x 5.481/1000 = 1,644.30 yen a year for each month from 2003-04. */
#define FACE "'choices':{'jp.employees.revaluation':'off'}"
#define PAID "'pay':{'average':300000}"
#define JP_WORK(from, to) \
	"{'country':'JP','kind':'employment','from':'" from "','to':'" to "'," PAID "}"
#define JP_MONTHS(kind, from, to) \
	"{'country':'JP','kind':'" kind "','from':'" from "','to':'" to "'}"
#define DE_WORK(from, to)                                                             \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to "','pay':{" \
	"'points':1}}"

/* Evaluate a life in which ' stands for ". */
static inline void whole_life(struct life *life, const char *text)
{
	char json[6000];
	const int size = snprintf(json, sizeof(json), "%s", text);
	assert_true(size > 0 && (size_t)size < sizeof(json));
	for (char *at = json; *at; at++)
		if (*at == '\'')
			*at = '"';
	life_evaluate(life, json);
}

/* The same from its parts, with pay at face value. */
static inline void event_life(struct life *life, const char *as_of, const char *person,
			      const char *rest)
{
	char text[6000];
	const int size =
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'%s','person':{%s}," FACE ",%s}",
			 as_of, person, rest);
	assert_true(size > 0 && (size_t)size < sizeof(text));
	whole_life(life, text);
}

static inline const struct tot_benefit *benefit_of(const struct life *life, const char *id)
{
	const struct tot_benefit *found =
		tot_findings_find_benefit(tot_outcome_findings(life->outcome, "JP"), id);
	assert_non_null(found);
	return found;
}

static inline const struct tot_qualifying *test_of(const struct life *life, const char *id)
{
	const struct tot_qualifying *found =
		tot_findings_find_test(tot_outcome_findings(life->outcome, "JP"), id);
	assert_non_null(found);
	return found;
}

static inline void assert_due(const struct life *life, const char *id, const char *start,
			      int64_t yen)
{
	char month[TOT_DATE_TEXT];
	const struct tot_benefit *benefit = benefit_of(life, id);
	if (!benefit->entitled)
		fail_msg("%s: %s", id, benefit->reason_count ? benefit->reasons[0] : "not due");
	assert_string_equal(tot_month_print(month, benefit->start), start);
	assert_true(benefit->amount.known);
	assert_int_equal(benefit->amount.value, yen);
}

static inline bool says(const struct tot_benefit *benefit, const char *words)
{
	for (size_t i = 0; i < benefit->reason_count; i++)
		if (strstr(benefit->reasons[i], words))
			return true;
	return false;
}

/* Not due, and the reasons say why. */
static inline void assert_not_due(const struct life *life, const char *id, const char *words)
{
	const struct tot_benefit *benefit = benefit_of(life, id);
	assert_false(benefit->entitled);
	assert_false(benefit->chosen);
	assert_int_equal(benefit->start, TOT_MONTH_NONE);
	if (!says(benefit, words))
		fail_msg("%s: %s", id, benefit->reason_count ? benefit->reasons[0] : "no reason");
}

static inline const char *factor_of(const struct tot_benefit *benefit, const char *name)
{
	for (const struct tot_named *item = benefit->factors; item; item = item->next)
		if (strcmp(item->name, name) == 0)
			return item->value;
	return "(none)";
}

static inline const char *component_of(const struct tot_benefit *benefit, const char *name)
{
	for (const struct tot_named *item = benefit->components; item; item = item->next)
		if (strcmp(item->name, name) == 0)
			return item->value;
	return "(none)";
}

#endif
