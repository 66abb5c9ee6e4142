/* Lives for tests of valued months: one man, his periods, his points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DE_SPECIAL_H
#define TESTS_UNIT_DE_SPECIAL_H

#include "unit/de_life.h"

/* Born 1958-05-17: 66 years are completed in 2024-05; the 17th birthday is in 1975-05: 589 months to the start. */
static inline void open_man(struct life *life, const char *person, const char *rest)
{
	char text[3000];
	const int size = snprintf(text, sizeof(text),
				  "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
				  "'born':'1958-05-17','sex':'male','nationalities':['DE']%s},%s}",
				  person, rest);
	assert_true(size > 0 && (size_t)size < sizeof(text));
	life_open(life, text);
	assert_month(benefit(life, "DE.old_age.regular")->start, "2024-06");
}

static inline void expect_points(const char *rest, const char *expected)
{
	struct life life;
	open_man(&life, "", rest);
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"), expected);
	life_close(&life);
}

/* Nothing, a flag or a kind of credited months in the same words. */
struct piece {
	const char *kind, *from, *to, *more; /* more: "'flags':[...]" or "'pay':{...}" */
};

static inline const char *periods(char *out, size_t size, const struct piece *pieces, size_t count)
{
	size_t used = (size_t)snprintf(out, size, "'periods':[");
	for (size_t i = 0; i < count; i++) {
		const struct piece *piece = &pieces[i];
		used += (size_t)snprintf(out + used, size - used,
					 "%s{'country':'DE','kind':'%s','from':'%s','to':'%s'%s%s}",
					 i ? "," : "", piece->kind, piece->from, piece->to,
					 piece->more ? "," : "", piece->more ? piece->more : "");
		assert_true(used < size);
	}
	snprintf(out + used, size - used, "]");
	return out;
}

#define EXPECT(pieces, expected)                                                                   \
	do {                                                                                       \
		char text[2000];                                                                   \
		expect_points(                                                                     \
			periods(text, sizeof(text), pieces, sizeof(pieces) / sizeof((pieces)[0])), \
			expected);                                                                 \
	} while (0)

#endif
