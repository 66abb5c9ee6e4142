/* A German life of a few words: shared by the tests of months, starts and children. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DE_PERSON_H
#define TESTS_UNIT_DE_PERSON_H

#include "unit/de_life.h"

/* A life of a German with these members after `born`, `sex` and nationality. */
static inline void open_person(struct life *life, const char *born, const char *sex,
			       const char *rest)
{
	char text[4000];
	const int size = snprintf(text, sizeof(text),
				  "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
				  "'born':'%s','sex':'%s','nationalities':['DE']%s}",
				  born, sex, rest);
	assert_true(size > 0 && (size_t)size < sizeof(text));
	life_open(life, text);
}

static inline void months_of_kind(struct tot_months *out, const struct life *life,
				  enum tot_kind kind)
{
	tot_timeline_kinds(out, &life->own, TOT_KIND_BIT(kind));
}

static inline void expect_kind(const struct life *life, enum tot_kind kind, const char *expected)
{
	struct tot_months months;
	months_of_kind(&months, life, kind);
	assert_months(&months, expected);
}

static const char career[] =
	"},'periods':[{'country':'DE','kind':'employment','from':'1980-01','to':'2026-12',"
	"'pay':{'points':47}}],'plan':{'claims':[{'country':'DE','benefit':'old_age',%s}]}";

static inline void open_career(struct life *life, const char *claim)
{
	char rest[500];
	snprintf(rest, sizeof(rest), career, claim);
	open_person(life, "1964-05-17", "male", rest);
}

#endif
