/* Names and order of outcomes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "totalise/status.h"

static const enum tot_status all[] = {
	TOT_OK,		TOT_PROVISIONAL,      TOT_PROJECTED, TOT_INCOMPLETE_RECORD,
	TOT_ERR_DOMAIN, TOT_ERR_NO_PARAMETER, TOT_ERR_DATA,  TOT_ERR_OVERFLOW,
	TOT_ERR_MEMORY, TOT_ERR_IO,
};
#define COUNT (sizeof(all) / sizeof(all[0]))

static void every_status_has_its_own_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(tot_status_name(all[i]), tot_status_name(all[j]));
	/* DECISIONS 5: the words of the result. */
	assert_string_equal(tot_status_name(TOT_OK), "exact");
	assert_string_equal(tot_status_name(TOT_PROVISIONAL), "provisional");
	assert_string_equal(tot_status_name(TOT_PROJECTED), "projected");
	assert_string_equal(tot_status_name(TOT_INCOMPLETE_RECORD), "incomplete");
}

static void incomplete_beats_projected_beats_provisional_beats_exact(void **state)
{
	(void)state;
	for (int i = 0; i <= 3; i++)
		for (int j = 0; j <= 3; j++)
			assert_int_equal(tot_status_worse(all[i], all[j]), i > j ? all[i] : all[j]);
}

static void an_error_beats_every_caveat_from_both_sides(void **state)
{
	(void)state;
	for (size_t i = 4; i < COUNT; i++)
		for (size_t j = 0; j < 4; j++) {
			assert_int_equal(tot_status_worse(all[i], all[j]), all[i]);
			assert_int_equal(tot_status_worse(all[j], all[i]), all[i]);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_status_has_its_own_name),
		cmocka_unit_test(incomplete_beats_projected_beats_provisional_beats_exact),
		cmocka_unit_test(an_error_beats_every_caveat_from_both_sides),
	};
	return cmocka_run_group_tests_name("base status", tests, NULL, NULL);
}
