/* The decision of a real life: options, months of claim, net pensions, added work, its JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "near.h"
#include "svg_life.h"

/* A shipped life with a `compare` of the test. */
static struct svg_life decided(const char *path, const char *compare)
{
	size_t size;
	char *text = file_text(path, &size);
	const size_t length = (size_t)(strrchr(text, '}') - text);
	char *whole = calloc(1, length + strlen(compare) + 20);
	assert_non_null(whole);
	memcpy(whole, text, length);
	strcpy(whole + length, ",\"compare\":");
	strcat(whole, compare);
	strcat(whole, "}");
	const struct svg_life made = svg_life_text(whole, strlen(whole));
	free(whole);
	free(text);
	return made;
}

static const struct tot_option *option(const struct tot_comparison *c, const char *id)
{
	for (size_t i = 0; i < c->option_count; i++)
		if (strcmp(c->options[i].id, id) == 0)
			return &c->options[i];
	fail_msg("no option %s", id);
	return NULL;
}

/*
 * Two years more raise the pension or open one, whatever the state;
 * the plan is what the strategies say.
 */
static void further_months_are_an_option(void **state)
{
	(void)state;
	struct svg_life life = decided("scenarios/two-stays-in-japan.json", "{}");
	const struct tot_comparison *c = life.report->comparison;
	const struct tot_option *plan = option(c, "plan"), *more = option(c, "plus-24-de");
	assert_near(plan->gain, c->base->value - c->best->value, 1e-9);
	assert_true(more->keep > plan->keep);
	assert_true(option(c, "plus-24-jp")->keep > plan->keep);
	svg_life_free(&life);
}

static void the_planned_month_is_worth_what_keeping_is(void **state)
{
	(void)state;
	struct svg_life life =
		decided("scenarios/120-japanese-months.json", "{\"claim_age\": true}");
	const struct tot_comparison *c = life.report->comparison;
	assert_true(c->claim_point_count > 100);
	assert_int_equal(c->claim_best_count, 1);
	bool planned = false;
	for (size_t i = 0; i < c->claim_point_count; i++) {
		assert_true(c->claim_points[i].value <= c->claim_best[0].value);
		const struct tot_benefit *basic = tot_findings_find_benefit(
			&life.report->outcome->findings[1], "JP.old_age.basic");
		if (c->claim_points[i].start != basic->start)
			continue;
		planned = true;
		assert_near(c->claim_points[i].value, c->base->value, 1.0);
	}
	assert_true(planned);
	assert_true(c->claim_best[0].from <= c->claim_best[0].start);
	assert_true(c->claim_best[0].to >= c->claim_best[0].start);
	svg_life_free(&life);
}

static void net_pensions_are_worth_less(void **state)
{
	(void)state;
	struct svg_life gross =
		decided("scenarios/engineer-returns-to-germany.json", "{\"tax\": \"gross\"}");
	struct svg_life net =
		decided("scenarios/engineer-returns-to-germany.json", "{\"tax\": \"net\"}");
	const double before = gross.report->comparison->strategies[0].value;
	const double after = net.report->comparison->strategies[0].value;
	assert_true(after < before && after > 0.6 * before);
	svg_life_free(&gross);
	svg_life_free(&net);
}

/* Two years of work at 4,000 EUR: 24 months x 9.3 percent (SGB VI s. 158, 168: half of 18.6). */
static void added_work_costs_contributions(void **state)
{
	(void)state;
	struct svg_life life = decided(
		"scenarios/two-stays-in-japan.json",
		"{\"strategies\":[{\"id\":\"keep\"},{\"id\":\"work\",\"add_periods\":[{\"country\":"
		"\"DE\",\"kind\":\"employment\",\"from\":\"2027-01\",\"to\":\"2028-12\",\"pay\":{"
		"\"monthly\":4000}}]}],\"valuation\":{\"discount_rate\":0}}");
	const struct tot_comparison *c = life.report->comparison;
	const struct tot_valued *work = &c->strategies[1];
	int64_t paid = 0;
	size_t months = 0;
	for (size_t i = 0; i < work->flow_count; i++)
		if (strcmp(work->flows[i].kind, "DE.contributions") == 0) {
			paid += work->flows[i].amount;
			months++;
		}
	assert_int_equal(months, 24);
	if (work->flows[0].date.year == 2027)
		assert_int_equal(work->flows[0].amount, -37200);
	/* rates after 2027 are projected or follow the report of 2025: 9.3 to 9.9 percent */
	assert_true(paid <= -24 * 37200 && paid >= -24 * 39600);
	svg_life_free(&life);
}

static void the_result_holds_everything_that_was_asked_for(void **state)
{
	(void)state;
	struct svg_life life = decided("scenarios/two-stays-in-japan.json",
				       "{\"claim_age\":true,\"simulate\":{\"draws\":10,\"method\":"
				       "\"sobol\"},\"wealth\":{\"amount\":1000,\"currency\":"
				       "\"EUR\"},\"other_yearly_income\":{\"amount\":9000,"
				       "\"currency\":\"EUR\"}}");
	struct tot_text text = {0};
	static const char *const parts[] = {"\"sensitivity\":[{",
					    "\"options\":[{",
					    "\"claim_age\":[{",
					    "\"claim_age_best\":[{",
					    "\"method\":\"sobol\"",
					    "\"probability_keep_better\":",
					    "\"invest\":[{",
					    "\"annuity_equivalent_wealth\":1.",
					    "\"certainty_equivalents\":{\"1\":{",
					    "\"heat_map\":{",
					    "\"no_price\":[\""};
	life.report->flows = true;
	tot_report_json(&text, life.report, true, 0);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (!strstr(text.bytes, parts[i]))
			fail_msg("%s is missing", parts[i]);
	tot_text_free(&text);
	svg_life_free(&life);
}

/* A day before the projections begin: the report is made, and says that nothing is compared. */
static void a_day_without_projections_is_no_fault(void **state)
{
	(void)state;
	struct svg_life life = decided("scenarios/two-stays-in-japan.json",
				       "{\"valuation\":{\"mode\":\"nominal\"}}");
	struct tot_report *early = NULL;
	assert_true(tot_report_make(&early, life.life, life.law, (struct tot_date){2015, 6, 30},
				    NULL, &life.diag) >= TOT_OK);
	assert_string_equal(early->comparison->verdict, "none");
	assert_non_null(strstr(early->comparison->verdict_text, "not known for this day"));
	tot_report_free(early);
	svg_life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(further_months_are_an_option),
		cmocka_unit_test(the_planned_month_is_worth_what_keeping_is),
		cmocka_unit_test(net_pensions_are_worth_less),
		cmocka_unit_test(added_work_costs_contributions),
		cmocka_unit_test(the_result_holds_everything_that_was_asked_for),
		cmocka_unit_test(a_day_without_projections_is_no_fault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
