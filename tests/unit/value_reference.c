/* The published reference values of discounting and annuities, each as a test of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "law/json.h"
#include "life.h"
#include "near.h"
#include "value/value.h"

/* Payments of the tests: large enough that whole yen do not matter. */
#define UNIT 1000000000

static const struct tot_date start = {2026, 1, 1};

static double number(const struct tot_json *object, const char *key)
{
	const struct tot_json *value = tot_json_get(object, key);
	assert_non_null(value);
	if (value->type == TOT_JSON_NUMBER)
		return value->number;
	/* "10^0.04" */
	assert_int_equal(strncmp(value->string, "10^", 3), 0);
	return pow(10.0, strtod(value->string + 3, NULL));
}

/* Survivors under Makeham's law, month by month to the age of 130. */
static struct tot_survival makeham(const struct tot_json *law, double age)
{
	const double a = number(law, "A"), b = number(law, "B"), c = number(law, "c");
	struct tot_survival made = {.count = (size_t)((130.0 - age) * 12.0) + 1};
	made.alive = calloc(made.count, sizeof(*made.alive));
	assert_non_null(made.alive);
	for (size_t m = 0; m < made.count; m++) {
		const double t = (double)m / 12.0;
		made.alive[m] = exp(-a * t - b * pow(c, age) * (pow(c, t) - 1.0) / log(c));
	}
	return made;
}

static double annuity_due(const struct tot_json *inputs)
{
	const double age = number(inputs, "age");
	struct tot_survival survival = makeham(tot_json_get(inputs, "mortality"), age);
	struct tot_flow flows[130];
	size_t count = 0;
	for (int year = 0; age + year < 130.0; year++)
		flows[count++] = (struct tot_flow){.date = {start.year + year, 1, 1},
						   .amount = UNIT,
						   .currency = "JPY",
						   .kind = "annuity",
						   .condition = TOT_IF_ALIVE};
	const double value = tot_present_value(flows, count, start, &survival,
					       number(inputs, "interest"), "JPY", 180.0);
	free(survival.alive);
	return value / UNIT;
}

static double internal_rate(const struct tot_json *inputs)
{
	double amounts[12 * 8 + 1] = {0};
	const struct tot_json *list = tot_json_get(inputs, "cash_flows");
	for (size_t i = 0; i < list->count; i++)
		amounts[12 * i] = tot_json_at(list, i)->number;
	struct tot_yield_list roots;
	assert_int_equal(tot_yields(&roots, amounts, 12 * (list->count - 1) + 1, -0.5, 0.5),
			 TOT_OK);
	assert_int_equal(roots.count, 1);
	return roots.rates[0];
}

static double life_expectancy(const struct tot_json *inputs)
{
	const struct tot_figures *const sets[] = {&tot_value_figures};
	struct tot_law *law = NULL;
	struct tot_diag diag = {0};
	struct tot_arena arena = {0};
	struct tot_survival survival;
	assert_string_equal(tot_json_string(inputs, "table"), "de_male.csv");
	assert_int_equal(tot_law_load(&law, NULL, sets, 1, &diag), TOT_OK);
	const struct tot_date born = {start.year - (int)number(inputs, "age"), 1, 1};
	assert_int_equal(
		tot_survival_make(&survival, law, "DE", "none", 1.0, born, TOT_MALE, start, &arena),
		TOT_OK);
	double years = 0.0;
	for (size_t m = 0; m + 1 < survival.count; m++)
		years += (survival.alive[m] + survival.alive[m + 1]) / 24.0;
	tot_arena_free(&arena);
	tot_law_free(law);
	tot_diag_free(&diag);
	return years;
}

/* Pensions at the end of each month from an age on, for somebody born on 1 January 1960. */
static size_t pension(struct tot_flow *out, int age, int64_t amount)
{
	size_t count = 0;
	for (tot_month m = tot_month_make(1960 + age, 1); m < tot_month_make(2060, 1); m++)
		out[count++] = (struct tot_flow){.date = tot_month_last_day(m),
						 .amount = amount,
						 .currency = "JPY",
						 .kind = "pension",
						 .condition = TOT_IF_ALIVE};
	return count;
}

static double equal_totals(const struct tot_json *inputs)
{
	static struct tot_flow early[1200], late[1200];
	const struct tot_terms terms = {.currency = "JPY",
					.jpy_per_eur = 1800000,
					.as_of = {2020, 1, 1},
					.born = {1960, 1, 1}};
	const size_t early_count = pension(early, (int)number(inputs, "base_age"), UNIT);
	const size_t late_count = pension(late, (int)number(inputs, "claim_age"),
					  llround(UNIT * number(inputs, "factor")));
	const struct tot_maybe age =
		tot_break_even(late, late_count, early, early_count, &terms, NULL);
	assert_true(age.known);
	return age.value;
}

static double savings(const struct tot_json *inputs)
{
	const int years = (int)number(inputs, "years");
	struct tot_flow flows[40];
	for (int year = 0; year < years; year++)
		flows[year] = (struct tot_flow){.date = {start.year + year + 1, 1, 1},
						.amount = (int64_t)number(inputs, "yearly"),
						.currency = "JPY",
						.kind = "saving",
						.condition = TOT_CERTAIN};
	const double rate = number(inputs, "rate");
	return tot_present_value(flows, (size_t)years, start, NULL, rate, "JPY", 180.0) *
	       pow(1.0 + rate, years);
}

static void value_holds(void **state)
{
	static const struct {
		const char *id;
		double (*compute)(const struct tot_json *inputs);
	} ways[] = {{"ilt-adue-", annuity_due},	   {"sult-adue-", annuity_due},
		    {"irr-", internal_rate},	   {"de-e65-m", life_expectancy},
		    {"jp-claim-70", equal_totals}, {"carl-10", savings}};
	const struct tot_json *value = *state;
	const char *id = tot_json_string(value, "id");
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (strncmp(id, ways[i].id, strlen(ways[i].id)) == 0) {
			assert_near(ways[i].compute(tot_json_get(value, "inputs")),
				    number(value, "expected"), number(value, "tolerance"));
			return;
		}
	fail_msg("no way to compute %s", id);
}

int main(void)
{
	gsl_set_error_handler_off();
	struct tot_arena arena = {0};
	const struct tot_json *root =
		file_json(&arena, "tests/examples/economy/reference-values.json");
	const struct tot_json *values = tot_json_get(root, "values");
	struct CMUnitTest *tests = calloc(values->count, sizeof(*tests));
	for (size_t i = 0; tests && i < values->count; i++) {
		const struct tot_json *value = tot_json_at(values, i);
		tests[i] = (struct CMUnitTest){
			.name = tot_arena_format(&arena, "%s %s", tot_json_string(value, "id"),
						 tot_json_string(value, "kind")),
			.test_func = value_holds,
			.initial_state = tot_arena_alloc(&arena, sizeof(*value))};
		memcpy(tests[i].initial_state, value, sizeof(*value));
	}
	const int failed =
		_cmocka_run_group_tests("reference values", tests, values->count, NULL, NULL);
	free(tests);
	tot_arena_free(&arena);
	return failed;
}
