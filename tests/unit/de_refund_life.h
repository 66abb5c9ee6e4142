/* What the tests of German refunds share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DE_REFUND_LIFE_H
#define TESTS_UNIT_DE_REFUND_LIFE_H

#include "unit/de_life.h"

/* A person born 1970-06-15 with this nationality and residence; `rest` begins with 'periods'. */
static inline void read_person(struct life *life, const char *as_of, const char *national,
			       const char *residence, const char *rest)
{
	char text[4000];
	const int size = snprintf(text, sizeof(text),
				  "{'format':'totalise-scenario/1','as_of':'%s','person':{"
				  "'born':'1970-06-15','sex':'male','nationalities':['%s'],"
				  "'residence':[{'country':'%s','from':'1970-06-15'}]},%s}",
				  as_of, national, residence, rest);
	assert_true(size > 0 && (size_t)size < sizeof(text));
	life_read(life, text);
	life_place(life);
}

/* A life with these members of the person; `rest` as above. */
static inline void open_text(struct life *life, const char *as_of, const char *person,
			     const char *rest)
{
	char text[3000];
	const int size = snprintf(text, sizeof(text),
				  "{'format':'totalise-scenario/1','as_of':'%s','person':{%s},%s}",
				  as_of, person, rest);
	assert_true(size > 0 && (size_t)size < sizeof(text));
	life_open(life, text);
}

static inline const struct tot_refund *refund_on(struct life *life, const char *voluntary)
{
	const struct tot_date none = {0, 0, 0};
	assert_int_equal(
		tot_scheme_de.ops->refund(&life->found, &life->view, none, voluntary, &life->ctx),
		TOT_OK);
	return refund_of(life, "DE.refund");
}

static inline bool says(const struct tot_refund *refund, const char *part)
{
	return has_reason(refund->reasons, refund->reason_count, part);
}

static const char hundred_months[] =
	"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2022-04',"
	"'pay':{'monthly':3000}}]";

#endif
