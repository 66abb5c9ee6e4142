/* Age limits and ceilings, row by row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/table.h"
#include "unit/de_life.h"

static enum tot_de_old_age type_of(const char *word)
{
	static const char *const words[TOT_DE_OLD_AGE_COUNT] = {
		[TOT_DE_REGULAR] = "regular",
		[TOT_DE_LONG_INSURED] = "long_insured",
		[TOT_DE_SEVERELY_DISABLED] = "severely_disabled",
		[TOT_DE_ESPECIALLY_LONG_INSURED] = "especially_long_insured",
		[TOT_DE_UNDERGROUND] = "miners",
	};
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++)
		if (strcmp(word, words[type]) == 0)
			return (enum tot_de_old_age)type;
	fail_msg("no type %s", word);
	return TOT_DE_REGULAR;
}

static void age_limit(void **state)
{
	const struct table_row *row = *state;
	struct tot_date born;
	struct tot_de_limits limits;
	assert_true(tot_date_parse(&born, row->cell[1]));
	assert_int_equal(tot_de_age_limits(&limits, type_of(row->cell[0]), born, law, NULL),
			 TOT_OK);
	assert_month(limits.first, row->cell[2]);
	assert_month(limits.full, row->cell[3]);
}

static void ceiling(void **state)
{
	const struct table_row *row = *state;
	const struct tot_date as_of = {2026, 11, 21};
	struct tot_de_basis basis;
	tot_month month;
	int64_t expected;
	tot_cents actual = -1;
	assert_true(tot_month_parse(&month, row->cell[0]));
	assert_int_equal(tot_decimal_parse(&expected, row->cell[3], 0), TOT_OK);
	assert_int_equal(tot_de_basis_of(&basis, law, as_of, TOT_MONTH_NONE, NULL), TOT_OK);
	const enum tot_status status = tot_de_ceiling(&actual, month, row->cell[1][0] == '1',
						      row->cell[2][0] == '1', &basis);
	if (expected < 0)
		assert_int_equal(status, TOT_ERR_NO_PARAMETER);
	else
		assert_true(status >= 0);
	assert_int_equal(actual, expected);
}

int main(void)
{
	if (load_law(NULL))
		return 1;
	const int failed = table_run("German age limits", "tests/tables/de_ages.csv", age_limit) +
			   table_run("German cohorts", "tests/tables/de_cohorts.csv", age_limit) +
			   table_run("German ceilings", "tests/tables/de_ceilings.csv", ceiling);
	free_law(NULL);
	return failed;
}
