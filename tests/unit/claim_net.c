/* German pensions net of insurance and tax, where the scenario asks for it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

/* Born 1960-01-15: regular age 66y4m on 2026-05-14; 10 points x 42.52 = 425.20 EUR from 2026-06. */
static const char pensioner[] =
	"{\"format\":\"totalise-scenario/1\",\"as_of\":\"%s\",\"person\":{"
	"\"born\":\"1960-01-15\",\"sex\":\"male\",\"nationalities\":[\"DE\"],"
	"\"residence\":[{\"country\":\"%s\",\"from\":\"1990-01-01\"}]%s},"
	"\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2000-01\","
	"\"to\":\"2009-12\",\"pay\":{\"points\":10}}]%s,"
	"\"compare\":{\"tax\":\"%s\",\"strategies\":[{\"id\":\"keep\"}]}}";

static const struct tot_benefit *pension(struct life *life, const char *as_of, const char *country,
					 const char *more, const char *tax)
{
	char text[2000];
	const char *family = strcmp(more, "child") == 0
				     ? ",\"family\":{\"children\":[{\"born\":\"1990-05-05\"}]}"
				     : "";
	const char *person = *family ? "" : more;
	snprintf(text, sizeof(text), pensioner, as_of, country, person, family, tax);
	life_evaluate(life, text);
	const struct tot_benefit *found = tot_findings_find_benefit(
		tot_outcome_findings(life->outcome, "DE"), "DE.old_age.regular");
	assert_non_null(found);
	assert_true(found->entitled);
	return found;
}

static bool noted(const struct life *life, const char *code)
{
	for (const struct tot_diag_item *i = life->notices.first; i; i = i->next)
		if (strcmp(i->code, code) == 0)
			return true;
	return false;
}

/* 8.75 percent of 425.20 = 37.205, care 4.2 percent without children = 17.8584. */
static void resident_of_germany(void **state)
{
	struct life life;
	(void)state;
	const struct tot_benefit *found = pension(&life, "2026-11-21", "DE", "", "net");
	assert_int_equal(found->amount.value, 42520);
	assert_true(found->net.known);
	assert_string_equal(found->deductions->name, "health insurance");
	assert_int_equal(found->deductions->amount.value, 3721);
	assert_string_equal(found->deductions->next->name, "care insurance");
	assert_int_equal(found->deductions->next->amount.value, 1786);
	assert_null(found->deductions->next->next);
	assert_int_equal(found->net.value, 42520 - 3721 - 1786);
	assert_true(noted(&life, "de-net-of-insurance"));
	assert_non_null(tot_trace_find(&life.trace, "DE.old_age.regular.net"));
	life_free(&life);
	/*
	 * The fund's own rate of 1.9: half of 16.5 percent = 35.079; with a child 3.6 percent =
	 * 15.3072.
	 */
	found = pension(&life, "2026-11-21", "DE", ",\"health_fund_rate\":1.9", "net");
	assert_int_equal(found->deductions->amount.value, 3508);
	life_free(&life);
	found = pension(&life, "2026-11-21", "DE", "child", "net");
	assert_int_equal(found->deductions->next->amount.value, 1531);
	life_free(&life);
}

/*
 * 84 percent of 5,102.40 = 4,286.02 - 102 + 12,348 = 16,532: y = 0.4184: 745.85 -> 745; / 12 =
 * 62.08.
 */
static void resident_of_japan(void **state)
{
	struct life life;
	(void)state;
	const struct tot_benefit *found = pension(&life, "2026-11-21", "JP", "", "net");
	assert_string_equal(found->deductions->name, "German income tax");
	assert_int_equal(found->deductions->amount.value, 6208);
	assert_null(found->deductions->next);
	assert_int_equal(found->net.value, 42520 - 6208);
	assert_true(noted(&life, "de-net-of-tax"));
	life_free(&life);
	/* There is no tariff of 2025 in the law files: the pension stays gross. */
	found = pension(&life, "2025-11-21", "JP", "", "net");
	assert_false(found->net.known);
	assert_true(noted(&life, "de-no-net"));
	assert_false(noted(&life, "de-net-of-tax"));
	life_free(&life);
}

static void without_net(void **state)
{
	struct life life;
	(void)state;
	const struct tot_benefit *found = pension(&life, "2026-11-21", "DE", "", "gross");
	assert_false(found->net.known);
	assert_null(found->deductions);
	life_free(&life);
	found = pension(&life, "2026-11-21", "BR", "", "net");
	assert_false(found->net.known);
	assert_true(noted(&life, "de-no-net"));
	life_free(&life);
}

static bool written(const char *text, const char *part)
{
	if (!strstr(text, part))
		print_error("not there: %s\n", part);
	return strstr(text, part) != NULL;
}

/* Both printed forms of a life. */
struct printed {
	struct tot_text json, people;
};

static void print_life(struct printed *out, const char *text)
{
	struct tot_law *law = NULL;
	struct tot_scenario *life = NULL;
	struct tot_diag diag = {0};
	struct tot_report *report = NULL;
	*out = (struct printed){0};
	assert_int_equal(tot_law_open(&law, NULL, &diag), TOT_OK);
	assert_int_equal(tot_scenario_read(&life, text, strlen(text), "life.json", &diag), TOT_OK);
	assert_true(tot_report_make(&report, life, law, life->as_of, NULL, &diag) >= 0);
	tot_report_json(&out->json, report, true, 0);
	tot_report_text(&out->people, report);
	tot_report_free(report);
	tot_scenario_free(life);
	tot_law_free(law);
	tot_diag_free(&diag);
}

static void printed_free(struct printed *printed)
{
	tot_text_free(&printed->json);
	tot_text_free(&printed->people);
}

static void net_and_right(void **state)
{
	char text[2000];
	struct printed printed;
	(void)state;
	snprintf(text, sizeof(text), pensioner, "2026-05-10", "DE", "", "", "net");
	print_life(&printed, text);
	assert_true(written(printed.json.bytes, "\"deductions\":[{\"name\":\"health insurance\""));
	assert_true(written(printed.json.bytes, "\"contributions\":[]"));
	assert_true(written(printed.json.bytes,
			    "\"voluntary\":[{\"country\":\"DE\",\"entitled\":true"));
	assert_true(written(printed.json.bytes, "\"to\":\"2026-05\""));
	assert_true(written(printed.json.bytes, "\"deadline\":\"2027-03-31\""));
	assert_true(written(printed.json.bytes, "\"effect_of_one_more_year\":null"));
	assert_true(written(printed.people.bytes, "less health insurance: "));
	assert_true(written(printed.people.bytes, "VOLUNTARY INSURANCE"));
	assert_true(written(printed.people.bytes, "For months from 2026-01 to 2026-05."));
	assert_true(written(printed.people.bytes, "must be paid by 2027-03-31"));
	printed_free(&printed);
}

/* 48 months of a German in Japan who works there: one more year opens the five years. */
static void year_that_opens(void **state)
{
	struct printed printed;
	(void)state;
	print_life(&printed,
		   "{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"
		   "\"born\":\"1980-01-15\",\"sex\":\"male\",\"nationalities\":[\"DE\"],"
		   "\"residence\":[{\"country\":\"US\",\"from\":\"2010-01-01\"}]},\"periods\":[{"
		   "\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2005-01\","
		   "\"to\":\"2008-12\",\"pay\":{\"points\":4}}]}");
	assert_true(written(printed.json.bytes, "\"closes\":[\"DE.w5\",\"DE.old_age.regular\"]"));
	assert_true(written(printed.json.bytes, "\"points\":\"0.1393\""));
	assert_true(written(printed.people.bytes, "For months from 2026-01 on."));
	assert_true(
		written(printed.people.bytes, "Any amount from 112.16 EUR a month to 1,571.70"));
	assert_true(written(printed.people.bytes, "It would open:"));
	assert_true(written(printed.people.bytes, "[DE.w5]"));
	printed_free(&printed);
}

static void contributions(void **state)
{
	struct printed printed;
	(void)state;
	print_life(&printed,
		   "{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"
		   "\"born\":\"1980-01-15\",\"sex\":\"male\",\"nationalities\":[\"DE\"],"
		   "\"residence\":[{\"country\":\"DE\",\"from\":\"1980-01-15\"}]},\"periods\":[{"
		   "\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2005-01\","
		   "\"pay\":{\"monthly\":5000}},{\"country\":\"DE\",\"kind\":\"employment\","
		   "\"from\":\"2026-01\",\"to\":\"2026-12\",\"flags\":[\"minijob\"],"
		   "\"pay\":{\"monthly\":603}}]}");
	assert_true(written(printed.json.bytes,
			    "{\"country\":\"DE\",\"from\":\"2005-01-01\",\"to\":null,"
			    "\"employee\":{\"value\":\"465.00\",\"currency\":\"EUR\","
			    "\"per\":\"month\"}"));
	assert_true(written(printed.people.bytes, "employment from 2005-01-01, on 5,000.00 EUR:"));
	assert_true(
		written(printed.people.bytes, "insured person 465.00 EUR, employer 465.00 EUR"));
	assert_true(written(printed.people.bytes, "employment from 2026-01-01 to 2026-12-31"));
	assert_true(written(printed.people.bytes, "insured person 21.71 EUR, employer 90.45 EUR"));
	assert_true(written(printed.people.bytes, "Compulsorily insured in Germany"));
	printed_free(&printed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(resident_of_germany), cmocka_unit_test(resident_of_japan),
		cmocka_unit_test(without_net),	       cmocka_unit_test(net_and_right),
		cmocka_unit_test(year_that_opens),     cmocka_unit_test(contributions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
