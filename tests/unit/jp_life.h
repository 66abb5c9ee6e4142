/* Japanese lives for tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_LIFE_H
#define TESTS_UNIT_JP_LIFE_H

#include "totalise/jp.h"

#define LIFE_SCHEME tot_scheme_jp
#include "support/scheme_life.h"

/* Lend German months for one more condition of a placed life; `lent` has room for them all. */
static inline void life_lend(struct life *life, struct tot_lent *lent, const char *condition,
			     tot_month from, tot_month end)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; (agreement = tot_law_agreement(law, i)) != NULL; i++)
		if (strcmp(agreement->id, "de-jp") == 0)
			break;
	assert_non_null(agreement);
	struct tot_lent *more = &lent[life->view.lent_count++];
	*more = (struct tot_lent){.condition = condition,
				  .rule = tot_agreement_rule(agreement, condition),
				  .agreement = "de-jp",
				  .lender = "DE",
				  .choice = ""};
	tot_months_add_range(&more->months, from, end);
	life->view.lent = lent;
}

static inline void assert_yen(const struct tot_amount *amount, int64_t expected)
{
	assert_true(amount->known);
	assert_int_equal(amount->value, expected);
}

#endif
