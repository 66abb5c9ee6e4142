/* Dates that matter to a life, with the days that the rules of law give; where to apply. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "life.h"

static void evaluate(struct life *life, const char *rest)
{
	struct tot_text text = {0};
	tot_text_format(&text, "{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",%s}",
			rest);
	life_evaluate(life, text.bytes);
	tot_text_free(&text);
}

static const struct tot_deadline *find(const struct life *life, const char *id)
{
	for (size_t i = 0; i < life->outcome->deadline_count; i++)
		if (strcmp(life->outcome->deadlines[i].rule->id, id) == 0)
			return &life->outcome->deadlines[i];
	return NULL;
}

static void assert_on(const struct life *life, const char *id, const char *expected)
{
	char day[TOT_DATE_TEXT] = "none";
	const struct tot_deadline *found = find(life, id);
	if (!found)
		fail_msg("no deadline %s", id);
	if (!tot_date_is_none(found->on))
		tot_date_print(day, found->on);
	assert_string_equal(day, expected);
}

static bool applies_at(const struct life *life, const char *id)
{
	for (size_t i = 0; i < life->outcome->institution_count; i++)
		if (strcmp(life->outcome->institutions[i].office->id, id) == 0)
			return true;
	return false;
}

static void limits_count_as_written(void **state)
{
	static const struct {
		struct tot_limit limit;
		struct tot_date event;
		const char *on;
	} cases[] = {
		{{TOT_LIMIT_MONTH, TOT_END_OF_MONTH, 3, 0, 0, {0}}, {2049, 5, 31}, "2049-08-31"},
		{{TOT_LIMIT_CALENDAR_MONTH, TOT_END_OF_MONTH, 24, 0, 0, {0}},
		 {2024, 3, 15},
		 "2026-03-31"},
		{{TOT_LIMIT_CALENDAR_MONTH, TOT_START_OF_MONTH, 7, 0, 0, {0}},
		 {2026, 3, 15},
		 "2026-10-01"},
		{{TOT_LIMIT_YEAR, TOT_END_DAY_BEFORE, 2, 0, 0, {0}}, {2024, 7, 1}, "2026-06-30"},
		{{TOT_LIMIT_YEAR, TOT_END_DAY_BEFORE, 2, 0, 0, {0}}, {2024, 2, 29}, "2026-02-28"},
		{{TOT_LIMIT_YEAR, TOT_END_OF_YEAR, 4, 0, 0, {0}}, {2026, 1, 1}, "2030-12-31"},
		{{TOT_LIMIT_MONTH, TOT_START_OF_MONTH, -12, 0, 0, {0}},
		 {2026, 11, 21},
		 "2025-11-01"},
		{{TOT_LIMIT_MONTH, TOT_END_SAME_DAY, -6, 0, 0, {0}}, {2026, 8, 31}, "2026-02-28"},
		{{TOT_LIMIT_FIXED_DAY, TOT_END_SAME_DAY, 0, 3, 31, {0}},
		 {2026, 11, 21},
		 "2027-03-31"},
		{{TOT_LIMIT_FIXED_DATE, TOT_END_SAME_DAY, 0, 0, 0, {2000, 2, 1}},
		 {2026, 11, 21},
		 "2000-02-01"},
		{{TOT_LIMIT_DAY, TOT_END_SAME_DAY, 0, 0, 0, {0}}, {2026, 11, 21}, "2026-11-21"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char day[TOT_DATE_TEXT];
		tot_date_print(day, tot_limit_from(&cases[i].limit, cases[i].event));
		assert_string_equal(day, cases[i].on);
	}
	const struct tot_limit none = {.unit = TOT_LIMIT_NONE};
	assert_true(tot_date_is_none(tot_limit_from(&none, (struct tot_date){2026, 1, 1})));
}

/*
 * A national of a third state left Japan on 2026-03-31 after six years: lump sum until 2028-03-31 (two years
 * less a day from 2026-04-01), tax within five years from 2027-01-01, German refund from 2027-03-01 on,
 * after 24 calendar months from the end of February 2025.
 */
static void refunds_of_a_third_state_national(void **state)
{
	struct life life;
	(void)state;
	evaluate(
		&life,
		"\"person\":{\"born\":\"1990-05-14\",\"sex\":\"female\",\"nationalities\":[\"BR\"],"
		"\"residence\":[{\"country\":\"DE\",\"from\":\"2017-01-01\",\"to\":\"2019-02-28\"},"
		"{\"country\":\"JP\",\"from\":\"2020-04-01\",\"to\":\"2026-03-31\"},{\"country\":"
		"\"BR\","
		"\"from\":\"2026-04-01\"}]},\"periods\":[{\"country\":\"JP\",\"kind\":"
		"\"employment\","
		"\"from\":\"2020-04-01\",\"to\":\"2026-03-31\",\"pay\":{\"monthly\":400000}},"
		"{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2025-01-01\",\"to\":"
		"\"2025-02-28\",\"pay\":{\"monthly\":3000}}]");
	assert_on(&life, "jp.lump", "2028-03-31");
	assert_on(&life, "jp.lump_tax", "2032-01-01");
	assert_on(&life, "de.refund_wait", "2027-03-01");
	assert_on(&life, "both.claim_counts", "none");
	assert_null(find(&life, "de.voluntary_year"));
	assert_true(applies_at(&life, "JP.jps") && applies_at(&life, "DE.bund"));
	assert_non_null(strstr(find(&life, "jp.lump")->where, "3-5-24 Takaido-nishi"));
	assert_non_null(strstr(find(&life, "jp.lump")->why, "claim barred for good"));
	life_free(&life);
}

/* Still insured: the wait has not begun. */
static void no_wait_beside_work(void **state)
{
	struct life life;
	(void)state;
	evaluate(
		&life,
		"\"person\":{\"born\":\"1990-05-14\",\"sex\":\"female\",\"nationalities\":[\"BR\"],"
		"\"residence\":[{\"country\":\"BR\",\"from\":\"2026-04-01\"}]},\"periods\":[{"
		"\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2024-01-01\",\"to\":null,"
		"\"pay\":{\"monthly\":3000}}]");
	assert_null(find(&life, "de.refund_wait"));
	life_free(&life);
}

/*
 * SGB VI s. 99 (1): born 1960-03-02, 66y4m on 2026-07-01 (s. 235 (2)): the pension begins on 2026-08-01, claimed
 * until the end of October; as of November that day is over. Planned for 2027-06 it is claimed in that month.
 */
static void a_later_start_is_claimed_in_its_month(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"person\":{\"born\":\"1960-03-02\",\"sex\":\"male\",\"nationalities\":[\"DE\"],"
		 "\"residence\":[{\"country\":\"DE\",\"from\":\"1960-03-02\"}]},\"periods\":[{"
		 "\"country\":"
		 "\"DE\",\"kind\":\"employment\",\"from\":\"1990-01-01\",\"to\":\"2020-12-31\"}],"
		 "\"plan\":{\"claims\":[{\"country\":\"DE\",\"benefit\":\"old_age\",\"type\":"
		 "\"regular\","
		 "\"start\":\"2027-06\"}]}");
	assert_on(&life, "de.claim_own", "2027-06-30");
	assert_on(&life, "de.prescription", "2031-12-31");
	life_free(&life);
}

/* NPA s. 91, 102 (4): due at the end of the next month, payable for two years; s. 94: ten years. */
static void japanese_gaps_can_still_be_paid(void **state)
{
	struct life life;
	(void)state;
	evaluate(
		&life,
		"\"person\":{\"born\":\"1990-05-14\",\"sex\":\"female\",\"nationalities\":[\"JP\"],"
		"\"residence\":[{\"country\":\"JP\",\"from\":\"1990-05-14\"}]},\"periods\":[{"
		"\"country\":"
		"\"JP\",\"kind\":\"exempt_full\",\"from\":\"2015-01-01\",\"to\":\"2018-12-31\"},{"
		"\"country"
		"\":\"JP\",\"kind\":\"resident\",\"from\":\"2010-06-01\",\"to\":\"2014-12-31\"},{"
		"\"country"
		"\":\"JP\",\"kind\":\"resident\",\"from\":\"2019-01-01\",\"to\":\"2023-12-31\"},{"
		"\"country"
		"\":\"JP\",\"kind\":\"unpaid\",\"from\":\"2024-01-01\",\"to\":\"2025-12-31\"},{"
		"\"country"
		"\":\"JP\",\"kind\":\"resident\",\"from\":\"2026-01-01\",\"to\":null}]");
	/* 2024-10 falls due on 2024-11-30. */
	assert_on(&life, "jp.premium_arrears", "2026-11-30");
	assert_non_null(strstr(find(&life, "jp.premium_arrears")->what, "2024-10"));
	assert_on(&life, "jp.premium_deferred", "2026-11-30");
	assert_non_null(strstr(find(&life, "jp.premium_deferred")->what, "2016-11"));
	life_free(&life);
}

/* Agreement Art. 7 and the options beside it; SGB VI s. 4 (1) no. 2, (4); Act 104/2007 s. 25. */
static void dates_of_a_posting(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"person\":{\"born\":\"1985-02-11\",\"sex\":\"male\",\"nationalities\":[\"FR\"],"
		 "\"residence\":[{\"country\":\"DE\",\"from\":\"1985-02-11\"}]},\"periods\":[],"
		 "\"postings\":[{\"home\":\"DE\",\"host\":\"JP\",\"as\":\"employee\",\"from\":"
		 "\"2027-02-15\",\"planned_to\":\"2034-01-31\"}]");
	assert_on(&life, "de.posting_certificate", "2027-02-15");
	assert_on(&life, "both.posting_end", "2032-02-29");
	assert_on(&life, "both.posting_extension", "2032-02-29");
	assert_on(&life, "jp.epi_keep", "2027-03-15");
	assert_on(&life, "de.compulsory_on_application", "2032-06-01");
	assert_null(find(&life, "jp.certificate"));
	assert_true(applies_at(&life, "DVKA"));
	life_free(&life);
}

static void dates_of_a_posting_from_japan(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"person\":{\"born\":\"1985-02-11\",\"sex\":\"male\",\"nationalities\":[\"JP\"],"
		 "\"residence\":[{\"country\":\"JP\",\"from\":\"1985-02-11\"}]},\"periods\":[],"
		 "\"postings\":[{\"home\":\"JP\",\"host\":\"DE\",\"as\":\"employee\",\"from\":"
		 "\"2027-08-01\",\"planned_to\":\"2029-07-31\"}]");
	assert_on(&life, "jp.certificate", "2027-02-01");
	assert_on(&life, "both.posting_end", "2032-07-31");
	assert_null(find(&life, "both.posting_extension"));
	assert_null(find(&life, "de.posting_certificate"));
	assert_null(find(&life, "de.compulsory_on_application"));
	life_free(&life);
}

/* SGB VI s. 99 (2): a claim reaches twelve months back, so nothing is lost before the end of the twelfth. */
static void dates_after_a_death(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"person\":{\"born\":\"1975-02-11\",\"sex\":\"male\",\"nationalities\":[\"DE\"]},"
		 "\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2000-01-01\","
		 "\"to\":"
		 "\"2015-12-31\"},{\"country\":\"JP\",\"kind\":\"self_employment\",\"from\":"
		 "\"2016-01-01\",\"to\":\"2026-07-31\"}],\"events\":[{\"kind\":\"death\",\"on\":"
		 "\"2026-08-20\"}]");
	assert_on(&life, "de.survivor_back", "2027-08-31");
	assert_null(find(&life, "de.claim_own"));
	assert_null(find(&life, "jp.life_proof"));
	life_free(&life);
}

/* SGB VI s. 101 (1): a temporary pension is paid from the seventh calendar month. */
static void temporary_disability(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"person\":{\"born\":\"1975-02-11\",\"sex\":\"male\",\"nationalities\":[\"DE\"]},"
		 "\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2000-01-01\","
		 "\"to\":"
		 "\"2026-10-31\",\"flags\":[\"miners\"]}],\"events\":[{\"kind\":\"disability\","
		 "\"since\":"
		 "\"2026-10-05\",\"capacity\":\"none\",\"temporary\":true}]");
	assert_on(&life, "de.em_start", "2027-05-01");
	assert_true(applies_at(&life, "DE.kbs"));
	assert_false(applies_at(&life, "DE.bund"));
	life_free(&life);
}

/* SGB VI s. 197 (2): the year 2026 can be paid until 31 March 2027. */
static void voluntary_contributions(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"person\":{\"born\":\"1975-02-11\",\"sex\":\"male\",\"nationalities\":[\"DE\"],"
		 "\"residence\":[{\"country\":\"DE\",\"from\":\"1975-02-11\"}]},"
		 "\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2000-01-01\","
		 "\"to\":"
		 "\"2015-12-31\"}]");
	assert_on(&life, "de.voluntary_year", "2027-03-31");
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(limits_count_as_written),
		cmocka_unit_test(refunds_of_a_third_state_national),
		cmocka_unit_test(no_wait_beside_work),
		cmocka_unit_test(a_later_start_is_claimed_in_its_month),
		cmocka_unit_test(japanese_gaps_can_still_be_paid),
		cmocka_unit_test(dates_of_a_posting),
		cmocka_unit_test(dates_of_a_posting_from_japan),
		cmocka_unit_test(dates_after_a_death),
		cmocka_unit_test(temporary_disability),
		cmocka_unit_test(voluntary_contributions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
