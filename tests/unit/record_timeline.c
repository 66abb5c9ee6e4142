/* Month sets of a timeline: union by kind, selection by kinds and flags. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "totalise/timeline.h"

static struct tot_span span(enum tot_kind kind, unsigned flags, tot_month from, tot_month end)
{
	struct tot_span one = {.kind = kind, .flags = flags};
	tot_months_add_range(&one.months, from, end);
	return one;
}

static void sets(void **state)
{
	(void)state;
	struct tot_span spans[] = {
		span(TOT_EMPLOYMENT, 0, 1200, 1212),
		span(TOT_EMPLOYMENT, TOT_FLAG_MINIJOB, 1210, 1220),
		span(TOT_EMPLOYMENT, TOT_FLAG_MINERS | TOT_FLAG_UNDERGROUND, 1300, 1306),
		span(TOT_VOLUNTARY, 0, 1219, 1230),
	};
	struct tot_timeline line = {.country = "DE", .spans = spans, .span_count = 4};
	struct tot_months months;
	tot_months_add(&line.by_kind[TOT_CARE], 5); /* left from before: taken away */
	tot_timeline_collect(&line);
	assert_int_equal(tot_months_count(&line.by_kind[TOT_CARE]), 0);
	assert_int_equal(tot_months_count(&line.by_kind[TOT_EMPLOYMENT]), 26);
	assert_int_equal(tot_months_count(&line.by_kind[TOT_VOLUNTARY]), 11);
	tot_timeline_kinds(&months, &line,
			   TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_KIND_BIT(TOT_VOLUNTARY));
	assert_int_equal(tot_months_count(&months), 36);
	const tot_kinds work = TOT_KIND_BIT(TOT_EMPLOYMENT);
	tot_timeline_flagged(&months, &line, work, TOT_FLAG_MINIJOB, 0);
	assert_int_equal(tot_months_count(&months), 10);
	tot_timeline_flagged(&months, &line, work, 0, TOT_FLAG_MINIJOB | TOT_FLAG_MINERS);
	assert_int_equal(tot_months_count(&months), 12);
	tot_timeline_flagged(&months, &line, work, TOT_FLAG_MINERS | TOT_FLAG_MINIJOB, 0);
	assert_int_equal(tot_months_count(&months), 0);
	tot_timeline_flagged(&months, &line, TOT_KIND_BIT(TOT_VOLUNTARY), 0, 0);
	assert_int_equal(tot_months_count(&months), 11);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(sets)};
	return cmocka_run_group_tests_name("record timeline", tests, NULL, NULL);
}
