/* A man who dies, and his family: shared by the tests of survivors' pensions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DE_SURVIVOR_LIFE_H
#define TESTS_UNIT_DE_SURVIVOR_LIFE_H

#include "unit/de_person.h"

#include "de/survivor.h"

#define WORK(from, to, points)                                                        \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to "','pay':{" \
	"'points':" points "}}"
#define DEATH(on) "{'kind':'death','on':'" on "'}"
#define DRAWN(from) "{'kind':'benefit','country':'DE','what':'disability','from':'" from "'}"
#define WIDOW(born, married, more) \
	"{'born':'" born "','sex':'female','nationalities':['DE'],'married':'" married "'" more "}"
#define CHILD(born, more) "{'born':'" born "','raised_by':'spouse'" more "}"

/* The man of worked example de-013, dead on 2026-02-15: 36.5310 personal points. */
static inline void open_man(struct life *life, const char *spouse, const char *children,
			    const char *event)
{
	char rest[3000];
	snprintf(rest, sizeof(rest),
		 "},'family':{%s%s%s'children':[%s]},'periods':[" WORK("2002-02", "2026-01",
								       "24") "],'events':[%s]",
		 spouse[0] ? "'spouse':" : "", spouse, spouse[0] ? "," : "", children, event);
	open_person(life, "1980-03-10", "male", rest);
}

static inline const struct tot_benefit *widow(struct life *life, const char *which)
{
	char id[64];
	snprintf(id, sizeof(id), "DE.survivor.%s", which);
	return benefit(life, id);
}

static inline void expect_only(struct life *life, const char *due)
{
	const char *const kinds[] = {"widow_small", "widow_large"};
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(widow(life, kinds[i])->entitled, strcmp(kinds[i], due) == 0);
}

static inline const char *component(const struct tot_benefit *benefit, const char *name)
{
	for (const struct tot_named *part = benefit->components; part; part = part->next)
		if (strcmp(part->name, name) == 0)
			return part->value;
	return "(none)";
}

#endif
