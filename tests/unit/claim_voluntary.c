/* Voluntary insurance by an agreement's right, and the contributions of the day, of whole lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

#define PERSON(national, residence)                                                        \
	"{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"        \
	"\"born\":\"1980-05-10\",\"sex\":\"female\",\"nationalities\":[\"" national "\"]," \
	"\"residence\":[" residence "]},"
#define WORK(country, from, to, pay)                                                              \
	"{\"country\":\"" country "\",\"kind\":\"employment\",\"from\":\"" from "\",\"to\":\"" to \
	"\",\"pay\":{\"monthly\":" pay "}}"

static const struct tot_voluntary *german_right(struct life *life, const char *text)
{
	life_evaluate(life, text);
	const struct tot_findings *found = tot_outcome_findings(life->outcome, "DE");
	assert_true(found->has_voluntary);
	return &found->voluntary;
}

/*
 * agreements/de-jp.json: a Japanese national in Japan needs 60 months; one who moved has them
 * since then.
 */
static void by_agreement(void **state)
{
	struct life life;
	(void)state;
	const struct tot_voluntary *found = german_right(
		&life,
		PERSON("JP", "{\"country\":\"JP\",\"from\":\"2026-04-01\"}") "\"periods\":[" WORK(
			"DE", "2020-01", "2024-12", "4000") "]}");
	assert_true(found->entitled);
	assert_int_equal(found->from, tot_month_make(2026, 4));
	assert_true(found->has_effect);
	life_free(&life);
	found = german_right(
		&life,
		PERSON("JP", "{\"country\":\"JP\",\"from\":\"2020-04-01\"}") "\"periods\":[" WORK(
			"DE", "2020-02", "2024-12", "4000") "]}");
	assert_false(found->entitled);
	assert_non_null(strstr(found->why, "s. 7 (1)"));
	life_free(&life);
}

/* 40 German and 10 Japanese months: ten are lacking, twelve more close the five years. */
static void year_beside_lent_months(void **state)
{
	struct life life;
	(void)state;
	const struct tot_voluntary *found = german_right(
		&life,
		PERSON("DE", "{\"country\":\"JP\",\"from\":\"2020-04-01\"}") "\"periods\":[" WORK(
			"DE", "2011-01", "2014-04", "3000") "," WORK("JP", "2016-01", "2016-10",
								     "300000") "]}");
	assert_true(found->entitled);
	assert_int_equal(found->from, tot_month_make(2026, 1));
	assert_int_equal(found->close_count, 2);
	assert_string_equal(found->closes[0], "DE.w5");
	assert_string_equal(found->closes[1], "DE.old_age.regular");
	life_free(&life);
}

struct shares_case {
	const char *flags;
	const char *from, *pay;
	int64_t base, employee, employer;
};

static void expect_shares(const struct shares_case *row)
{
	struct life life;
	char text[1000];
	snprintf(text, sizeof(text),
		 PERSON("DE",
			"{\"country\":\"DE\",\"from\":\"2000-01-01\"}") "\"periods\":[{"
									"\"country\":\"DE\","
									"\"kind\":\"employment\","
									"\"from\":\"%s\",%s"
									"\"pay\":{%s}}]}",
		 row->from, row->flags, row->pay);
	life_evaluate(&life, text);
	assert_int_equal(life.outcome->contribution_count, 1);
	const struct tot_contribution *entry = &life.outcome->contributions[0];
	assert_string_equal(entry->country, "DE");
	assert_true(tot_date_is_none(entry->record->to));
	assert_int_equal(entry->shares.base, row->base);
	assert_int_equal(entry->shares.employee, row->employee);
	assert_int_equal(entry->shares.employer, row->employer);
	assert_string_equal(entry->shares.currency, "EUR");
	life_free(&life);
}

/*
 * Rates of 2026: 9.3 + 9.3, miners 9.3 + 15.4 percent; ceiling 8,450, of miners 10,400 EUR a
 * month.
 */
static void shares_of_the_month(void **state)
{
	static const struct shares_case rows[] = {
		{"", "2020-01", "\"monthly\":5000", 500000, 46500, 46500},
		{"", "2020-01", "\"yearly\":{\"2026\":60000}", 500000, 46500, 46500},
		{"", "2020-01", "\"monthly\":9000", 845000, 78585, 78585},
		{"\"flags\":[\"miners\"],", "2020-01", "\"monthly\":5000", 500000, 46500, 77000},
		/* law/de/minijob.json: 603 EUR in 2026, employer 90.45, employee 21.71. */
		{"\"flags\":[\"minijob\"],", "2020-01", "\"monthly\":603", 60300, 2171, 9045},
		{"\"flags\":[\"minijob_exempt\"],", "2020-01", "\"monthly\":603", 0, 0, 9045},
		/* 18.6 % of 400 = 74.40, in a household 5 % of the employer. */
		{"\"flags\":[\"minijob\",\"household\"],", "2020-01", "\"monthly\":400", 40000,
		 5440, 2000},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		expect_shares(&rows[i]);
}

static int entries(const char *periods)
{
	struct life life;
	char text[1000];
	snprintf(text, sizeof(text),
		 PERSON("DE", "{\"country\":\"DE\",\"from\":\"2000-01-01\"}") "%s}", periods);
	life_evaluate(&life, text);
	const int count = (int)life.outcome->contribution_count;
	life_free(&life);
	return count;
}

/* Only records that run on the day and whose pay is given as money. */
static void records_without_shares(void **state)
{
	(void)state;
	assert_int_equal(entries("\"periods\":[" WORK("DE", "2020-01", "2026-10", "4000") "]"), 0);
	assert_int_equal(entries("\"periods\":[" WORK("DE", "2026-12", "2027-10", "4000") "]"), 0);
	assert_int_equal(entries("\"periods\":[" WORK("DE", "2020-01", "2026-11", "4000") "]"), 1);
	assert_int_equal(entries("\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\","
				 "\"from\":\"2020-01\",\"pay\":{\"points\":7}}]"),
			 0);
	assert_int_equal(entries("\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\","
				 "\"from\":\"2020-01\"}]"),
			 0);
}

/* A worker posted to Japan stays insured in Germany: his German contributions are listed. */
static void posted_worker(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(
		&life,
		PERSON("DE",
		       "{\"country\":\"JP\",\"from\":\"2025-04-01\"}") "\"periods\":[],"
								       "\"postings\":[{\"home\":"
								       "\"DE\",\"host\":\"JP\","
								       "\"from\":\"2025-04-01\","
								       "\"planned_to\":\"2028-03-"
								       "31\",\"as\":\"employee\","
								       "\"pay\":{\"monthly\":5000}}"
								       "]}");
	assert_int_equal(life.outcome->contribution_count, 1);
	assert_string_equal(life.outcome->contributions[0].country, "DE");
	assert_int_equal(life.outcome->contributions[0].shares.employee, 46500);
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_agreement),	       cmocka_unit_test(year_beside_lent_months),
		cmocka_unit_test(shares_of_the_month), cmocka_unit_test(records_without_shares),
		cmocka_unit_test(posted_worker),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
