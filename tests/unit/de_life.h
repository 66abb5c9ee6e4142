/* German lives for tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DE_LIFE_H
#define TESTS_UNIT_DE_LIFE_H

#include "totalise/de.h"

#define LIFE_SCHEME tot_scheme_de
#include "support/scheme_life.h"

static inline void assert_cents(const struct tot_amount *amount, int64_t expected)
{
	assert_true(amount->known);
	assert_int_equal(amount->value, expected);
}

#endif
