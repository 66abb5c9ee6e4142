/* The examples of the sketched agreements: conversion of quarters, minimum periods, shares. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "life.h"

static struct tot_law *law;

/* One example and the agreement in whose file it stands. */
struct example {
	const struct tot_agreement *agreement;
	const struct tot_json *given, *expect;
	const char *rule;
};

static const struct tot_agreement *agreement_of(const char *id)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; (agreement = tot_law_agreement(law, i)); i++)
		if (strcmp(agreement->id, id) == 0)
			return agreement;
	return NULL;
}

static double number(const struct tot_json *node, const char *key)
{
	const struct tot_json *value = tot_json_get(node, key);
	return value && value->type == TOT_JSON_NUMBER ? value->number : -1.0;
}

static int64_t cents(const struct tot_json *node, const char *key)
{
	int64_t amount;
	const double value = number(node, key);
	if (value < 0)
		return -1;
	assert_int_equal(tot_decimal_from_double(&amount, value, 2), TOT_OK);
	return amount;
}

static const struct tot_aggregation *lending_rule(const struct example *example)
{
	for (size_t i = 0; i < example->agreement->aggregation_count; i++)
		if (strcmp(example->agreement->aggregation[i].id, example->rule) == 0)
			return &example->agreement->aggregation[i];
	return NULL;
}

static const struct tot_benefit_rule *benefit_rule(const struct example *example)
{
	for (size_t i = 0; i < example->agreement->benefit_count; i++)
		if (strcmp(example->agreement->benefits[i].id, example->rule) == 0)
			return &example->agreement->benefits[i];
	fail_msg("no benefit rule %s", example->rule);
	return NULL;
}

/* Months of the spans ["kind", "2010-01", "2011-08"] of one state. */
static void months_of(struct tot_months *out, const struct tot_json *spans)
{
	*out = (struct tot_months){{0}};
	for (const struct tot_json *span = spans->first; span; span = span->next) {
		tot_month from, to;
		assert_true(tot_month_parse(&from, tot_json_at(span, 1)->string));
		assert_true(tot_month_parse(&to, tot_json_at(span, 2)->string));
		tot_months_add_range(out, from, to + 1);
	}
}

/* Months that become quarters. */
static void converted(const struct example *example)
{
	const struct tot_accept *accept = &lending_rule(example)->accept[0];
	struct tot_months own, months;
	months_of(&own, tot_json_get(example->given, "US"));
	months_of(&months, tot_json_get(example->given, accept->from));
	tot_convert_months(&months, accept, &own);
	assert_int_equal(tot_months_count(&months), (int)number(example->expect, "converted"));
}

/* So many own months, then so many quarters with one month each. */
static void counted(const struct example *example)
{
	const struct tot_aggregation *rule = lending_rule(example);
	const int own_count = (int)number(example->given, "DE_months");
	const int quarters = (int)number(example->given, "US_quarters_not_overlapping");
	const tot_month start = tot_month_make(1980, 1), after = tot_month_make(1985, 1);
	struct tot_months own = {{0}};
	struct tot_lent lent = {.condition = rule->condition, .rule = rule, .lender = "US"};
	struct tot_qualifying test = {0};
	tot_months_add_range(&own, start, start + own_count);
	for (int i = 0; i < quarters; i++)
		tot_months_add(&lent.months, after + 3 * i + 1);
	tot_convert_months(&lent.months, &rule->accept[0], &own);
	tot_qualify(&test, &own, own_count, NULL, &lent, TOT_MONTH_LIMIT, rule->required);
	assert_int_equal(test.met, tot_json_get(example->expect, "met")->boolean);
	if (!test.met) {
		assert_int_equal(test.lent, 0);
		return;
	}
	assert_int_equal(test.lent, (int)number(example->expect, "added"));
	assert_int_equal(test.counted, (int)number(example->expect, "total"));
	assert_true(test.by_agreement);
}

static void shared(const struct example *example)
{
	struct tot_ratio expected, got;
	int64_t amount;
	const int quarters = (int)number(example->given, "own_quarters");
	const int own = quarters > 0 ? quarters : (int)number(example->given, "own");
	const int other = quarters > 0 ? 4 * (int)number(example->given, "computation_years")
				       : (int)number(example->given, "possible_not_own");
	got = tot_agreement_share(benefit_rule(example), own, other);
	assert_true(tot_ratio_parse(&expected, tot_json_string(example->expect, "rate")));
	assert_int_equal(tot_ratio_compare(got, expected), 0);
	const int64_t theoretical = cents(example->given, "theoretical_pia");
	if (theoretical < 0)
		return;
	assert_int_equal(tot_agreement_highest(&amount, theoretical, got, -1), TOT_OK);
	assert_int_equal(amount, cents(example->expect, "amount"));
}

static void paid(const struct example *example)
{
	int64_t prorata, amount;
	const struct tot_benefit_rule pro = {.formula = TOT_THEORETICAL_TIMES_RATIO};
	const int own = (int)number(example->given, "own");
	const struct tot_ratio share =
		tot_agreement_share(&pro, own, (int)number(example->given, "total") - own);
	const int64_t theoretical = cents(example->given, "theoretical");
	assert_int_equal(benefit_rule(example)->formula, TOT_MAX_OF);
	assert_int_equal(tot_agreement_highest(&prorata, theoretical, share, -1), TOT_OK);
	assert_int_equal(prorata, cents(example->expect, "prorata"));
	assert_int_equal(tot_agreement_highest(&amount, theoretical, share,
					       cents(example->given, "independent")),
			 TOT_OK);
	assert_int_equal(amount, cents(example->expect, "paid"));
}

/* "own 240 over 360 with theoretical on 368 months", "no benefit" */
static void short_periods(const struct example *example)
{
	const char *states[8] = {NULL};
	int months[8] = {0};
	struct tot_state_part parts[8];
	size_t count = 0;
	for (const struct tot_json *state = example->given->first; state; state = state->next) {
		states[count] = state->key;
		months[count++] = (int)state->number;
	}
	tot_agreement_parts(parts, example->agreement, states, months, count);
	for (size_t i = 0; i < count; i++) {
		char text[80] = "no benefit";
		if (parts[i].pays)
			snprintf(text, sizeof(text), "own %d over %d with theoretical on %d months",
				 parts[i].own, parts[i].total, parts[i].theoretical);
		assert_string_equal(text, tot_json_string(example->expect, states[i]));
	}
}

static void example_holds(void **state)
{
	const struct example *example = *state;
	if (strcmp(example->rule, "short_periods") == 0)
		short_periods(example);
	else if (tot_json_get(example->expect, "converted"))
		converted(example);
	else if (lending_rule(example))
		counted(example);
	else if (tot_json_get(example->expect, "paid"))
		paid(example);
	else
		shared(example);
}

/* de-us: 18 own months are the minimum; 17 lend nothing, whatever stands on the other side. */
static void the_minimum_is_exact(void **state)
{
	const struct tot_aggregation *rule = tot_agreement_rule(agreement_of("de-us"), "DE.w5");
	(void)state;
	for (int own_count = 17; own_count <= 18; own_count++) {
		struct tot_months own = {{0}};
		struct tot_lent lent = {.condition = "DE.w5", .rule = rule, .lender = "US"};
		struct tot_qualifying test = {0};
		tot_months_add_range(&own, 0, own_count);
		tot_months_add_range(&lent.months, 240, 300);
		tot_convert_months(&lent.months, &rule->accept[0], &own);
		tot_qualify(&test, &own, own_count, NULL, &lent, TOT_MONTH_LIMIT, 60);
		assert_int_equal(test.lent, own_count == 18 ? 60 : 0);
	}
}

/* A quarter with an own unit is not given again: of 2010 only the two quarters without one. */
static void own_quarters_are_not_given_again(void **state)
{
	const struct tot_accept accept = {
		.convert = TOT_CONVERT_PER_YEAR, .months_per_unit = 3, .max_per_year = 4};
	const tot_month january = tot_month_make(2010, 1);
	struct tot_months own = {{0}}, months = {{0}};
	char text[80];
	(void)state;
	tot_months_add(&own, january + 1);
	for (tot_month m = january; m < january + 12; m += 3)
		tot_months_add(&months, m);
	tot_convert_months(&months, &accept, &own);
	tot_months_print(text, sizeof(text), &months);
	assert_string_equal(text, "2010-04, 2010-07");
}

#define EXAMPLES_MAX 16

static size_t read_file(struct example *out, const char *id, struct tot_arena *arena)
{
	const char *name = tot_arena_format(arena, "agreements/%s.json", id);
	const struct tot_json *examples = tot_json_get(file_json(arena, name), "examples");
	size_t count = 0;
	for (const struct tot_json *item = examples->first; item; item = item->next)
		out[count++] = (struct example){agreement_of(id), tot_json_get(item, "given"),
						tot_json_get(item, "expect"),
						tot_json_string(item, "rule")};
	return count;
}

int main(void)
{
	static const char *const files[] = {"us-jp", "de-us", "eu-883"};
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	struct example examples[EXAMPLES_MAX];
	struct CMUnitTest tests[EXAMPLES_MAX + 2] = {
		cmocka_unit_test(the_minimum_is_exact),
		cmocka_unit_test(own_quarters_are_not_given_again),
	};
	size_t count = 0;
	if (tot_law_open(&law, NULL, &diag) != TOT_OK)
		return 1;
	for (size_t i = 0; i < 3; i++)
		count += read_file(&examples[count], files[i], &arena);
	for (size_t i = 0; i < count; i++)
		tests[2 + i] = (struct CMUnitTest){tot_arena_format(&arena, "%s %s",
								    examples[i].agreement->id,
								    examples[i].rule),
						   example_holds, NULL, NULL, &examples[i]};
	const int failed =
		_cmocka_run_group_tests("other agreements", tests, count + 2, NULL, NULL);
	tot_law_free(law);
	tot_diag_free(&diag);
	tot_arena_free(&arena);
	return count == 9 ? failed : 1;
}
