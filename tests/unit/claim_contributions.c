/* Contributions of the month of the decision: whose are listed, also without pay. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

static void evaluate(struct life *life, const char *as_of, const char *periods)
{
	char text[1500];
	snprintf(text, sizeof(text),
		 "{\"format\":\"totalise-scenario/1\",\"as_of\":\"%s\",\"person\":{"
		 "\"born\":\"1985-01-15\",\"sex\":\"male\",\"nationalities\":[\"DE\"],"
		 "\"residence\":[{\"country\":\"JP\",\"from\":\"2020-01-01\"}]},"
		 "\"periods\":[%s]}",
		 as_of, periods);
	life_evaluate(life, text);
}

#define RECORD(kind, from, to, more) \
	"{\"country\":\"JP\",\"kind\":\"" kind "\",\"from\":\"" from "\",\"to\":\"" to "\"" more "}"

static void expect(const char *as_of, const char *periods, int64_t employee, int64_t employer)
{
	struct life life;
	evaluate(&life, as_of, periods);
	assert_int_equal(life.outcome->contribution_count, 1);
	const struct tot_contribution *entry = &life.outcome->contributions[0];
	assert_string_equal(entry->country, "JP");
	assert_int_equal(entry->shares.employee, employee);
	assert_int_equal(entry->shares.employer, employer);
	assert_non_null(tot_trace_find(&life.trace, "JP.contribution.1"));
	life_free(&life);
}

/* National Pension: the premium of the year whatever the pay; nothing where nothing is due. */
static void without_pay(void **state)
{
	(void)state;
	expect("2026-11-21", RECORD("resident", "2025-01", "2026-12", ""), 17920, 0);
	expect("2026-03-31", RECORD("self_employment", "2025-01", "2026-12", ""), 17510, 0);
	expect("2027-04-01", RECORD("resident", "2025-01", "2027-12", ""), 18290, 0);
	expect("2026-11-21",
	       RECORD("resident", "2025-01", "2026-12", ",\"flags\":[\"additional_premium\"]"),
	       18320, 0);
	expect("2026-11-21", RECORD("exempt_half", "2025-01", "2026-12", ""), 8960, 0);
	expect("2026-11-21", RECORD("deferred", "2025-01", "2026-12", ""), 0, 0);
	expect("2026-11-21", RECORD("dependent_spouse", "2025-01", "2026-12", ""), 0, 0);
}

/* Pay of a year is spread over its months: 3,600,000 / 12 = 300,000; an average is no pay. */
static void pay_of_a_year(void **state)
{
	struct life life;
	(void)state;
	expect("2026-11-21",
	       RECORD("employment", "2026-01", "2026-12",
		      ",\"pay\":{\"yearly\":{\"2026\":3600000}}"),
	       27450, 27450);
	evaluate(&life, "2026-11-21",
		 RECORD("employment", "2026-01", "2026-12", ",\"pay\":{\"average\":300000}"));
	assert_int_equal(life.outcome->contribution_count, 0);
	life_free(&life);
}

/* What cannot be computed is left out: pay of a year that is not given. */
static void pay_that_is_missing(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life, "2026-11-21",
		 RECORD("employment", "2025-01", "2026-12",
			",\"pay\":{\"yearly\":{\"2025\":3600000}}"));
	assert_int_equal(life.outcome->contribution_count, 0);
	life_free(&life);
}

/* A month that work owns is not paid for a second time (NPA s. 11-2: the last category holds). */
static void one_category(void **state)
{
	(void)state;
	expect("2026-11-21",
	       RECORD("resident", "2025-01", "2026-12", "") "," RECORD(
		       "employment", "2026-06", "2026-12", ",\"pay\":{\"monthly\":316000}"),
	       29280, 29280);
}

/* Act 74/2025: the enacted ceilings by the month of the decision. */
static void enacted_ceilings(void **state)
{
	static const char work[] =
		RECORD("employment", "2025-01", "2030-12", ",\"pay\":{\"monthly\":800000}");
	(void)state;
	expect("2027-08-31", work, 59475, 59475);
	expect("2027-09-01", work, 62220, 62220);
	expect("2028-09-01", work, 64965, 64965);
	expect("2029-09-01", work, 68625, 68625);
}

/* Work without pay cannot be told; a record that is over is not paid for. */
static void not_listed(void **state)
{
	struct life life;
	(void)state;
	/* The month of the loss, and work from 70 on (EPA s. 14, s. 19). */
	evaluate(&life, "2026-11-21",
		 RECORD("employment", "2025-01-01", "2026-11-28", ",\"pay\":{\"monthly\":300000}"));
	assert_int_equal(life.outcome->contribution_count, 0);
	life_free(&life);
	evaluate(&life, "2055-11-21",
		 RECORD("employment", "2025-01-01", "2056-11-28", ",\"pay\":{\"monthly\":300000}"));
	assert_int_equal(life.outcome->contribution_count, 0);
	life_free(&life);
	evaluate(&life, "2026-11-21",
		 RECORD("employment", "2025-01", "2026-12", "") "," RECORD("resident", "2024-01",
									   "2024-12", ""));
	assert_int_equal(life.outcome->contribution_count, 0);
	life_free(&life);
}

static void printed(void **state)
{
	struct tot_law *law = NULL;
	struct tot_scenario *scenario = NULL;
	struct tot_report *report = NULL;
	struct tot_diag diag = {0};
	struct tot_text text = {0};
	static const char life[] =
		"{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"
		"\"born\":\"1985-01-15\",\"sex\":\"male\",\"nationalities\":[\"DE\"]},"
		"\"periods\":[" RECORD("resident", "2025-01-01", "2026-12-31", "") "]}";
	(void)state;
	assert_int_equal(tot_law_open(&law, NULL, &diag), TOT_OK);
	assert_int_equal(tot_scenario_read(&scenario, life, strlen(life), "life.json", &diag),
			 TOT_OK);
	assert_true(tot_report_make(&report, scenario, law, scenario->as_of, NULL, &diag) >= 0);
	tot_report_text(&text, report);
	assert_non_null(strstr(text.bytes, "from 2025-01-01 to 2026-12-31:\n"));
	assert_non_null(strstr(text.bytes, "insured person 17,920 JPY, employer 0 JPY"));
	tot_text_free(&text);
	tot_report_json(&text, report, true, -1);
	assert_non_null(strstr(text.bytes, "\"employee\":{\"value\":\"17920\",\"currency\":\"JPY\","
					   "\"per\":\"month\",\"why\":\"JP.contribution.1\"}"));
	tot_text_free(&text);
	tot_report_free(report);
	tot_scenario_free(scenario);
	tot_law_free(law);
	tot_diag_free(&diag);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_pay),	    cmocka_unit_test(one_category),
		cmocka_unit_test(pay_of_a_year),    cmocka_unit_test(pay_that_is_missing),
		cmocka_unit_test(enacted_ceilings), cmocka_unit_test(not_listed),
		cmocka_unit_test(printed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
