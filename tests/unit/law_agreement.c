/* Agreement files: what is read, and the shares of the examples of de-jp. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law_folder.h"

#include "law/builtin.h"
#include "law/json.h"
#include "totalise/agreement.h"

static struct tot_law *law;

static const struct tot_agreement *agreement(const char *id)
{
	const struct tot_agreement *found;
	for (size_t i = 0; (found = tot_law_agreement(law, i)) != NULL; i++) {
		if (strcmp(found->id, id) == 0)
			return found;
	}
	fail_msg("no agreement %s", id);
	return NULL;
}

static const struct tot_benefit_rule *benefit(const struct tot_agreement *from, const char *id)
{
	for (size_t i = 0; i < from->benefit_count; i++) {
		if (strcmp(from->benefits[i].id, id) == 0)
			return &from->benefits[i];
	}
	fail_msg("no benefit rule %s", id);
	return NULL;
}

static void only_germany_and_japan_can_be_executed(void **state)
{
	(void)state;
	assert_true(agreement("de-jp")->complete);
	assert_false(agreement("us-jp")->complete);
	assert_false(agreement("de-us")->complete);
	assert_false(agreement("eu-883")->complete);
	assert_null(tot_law_agreement(law, 4));
}

static void head_of_de_jp(void **state)
{
	const struct tot_agreement *de_jp = agreement("de-jp");
	(void)state;
	assert_string_equal(de_jp->parties[0], "DE");
	assert_string_equal(de_jp->parties[1], "JP");
	assert_int_equal(tot_date_compare(de_jp->in_force, (struct tot_date){2000, 2, 1}), 0);
	assert_true(tot_date_is_none(de_jp->ended));
	assert_int_equal(de_jp->lump_blocked_own_months, 120);
	assert_int_equal(de_jp->aggregation_count, 20);
	assert_int_equal(de_jp->benefit_count, 14);
}

/* Art. 13 (3): a day in a German contribution period; the entries of us-jp count units instead. */
static void deemed_conditions(void **state)
{
	const struct tot_agreement *de_jp = agreement("de-jp");
	(void)state;
	assert_int_equal(de_jp->deemed_count, 3);
	const struct tot_deemed *examined = &de_jp->deemed[0], *within = &de_jp->deemed[2];
	assert_string_equal(examined->condition, "JP.insured_at_first_exam");
	assert_string_equal(examined->party, "JP");
	assert_string_equal(examined->of, "DE");
	assert_true(examined->kinds & TOT_KIND_BIT(TOT_EMPLOYMENT));
	assert_false(examined->kinds & TOT_KIND_BIT(TOT_SUBSTITUTE));
	assert_int_equal(examined->own_minimum, 1);
	assert_int_equal(examined->within_years, 0);
	assert_int_equal(within->within_years, 5);
}

/* The rule of an amount by its benefit, and by its part or case where there are several. */
static void rules_of_amounts(void **state)
{
	const struct tot_agreement *de_jp = agreement("de-jp");
	(void)state;
	assert_string_equal(tot_agreement_benefit(de_jp, "JP", "widow_add", "short_term")->id,
			    "jp.widow_add_short");
	assert_string_equal(tot_agreement_benefit(de_jp, "JP", "widow_add", "long_term")->id,
			    "jp.widow_add");
	assert_string_equal(
		tot_agreement_benefit(de_jp, "JP", "disability_epi", "floor_and_spouse_addition")
			->id,
		"jp.dis_epi_floor");
	assert_string_equal(tot_agreement_benefit(de_jp, "JP", "survivor_basic", NULL)->id,
			    "jp.surv_basic");
	assert_null(tot_agreement_benefit(de_jp, "DE", "survivor_basic", NULL));
	/* The old-age pension is due as it is: no rule `by_agreement`. */
	assert_null(tot_agreement_benefit(de_jp, "JP", "old_basic", NULL));
}

/* Art. 11; SGB VI s.51(1): contribution months of Japan, exempt and deferred ones disputed. */
static void rule_of_five_years(void **state)
{
	const struct tot_aggregation *rule = tot_agreement_rule(agreement("de-jp"), "DE.w5");
	const tot_kinds exempt = TOT_KIND_BIT(TOT_EXEMPT_FULL) | TOT_KIND_BIT(TOT_DEFERRED);
	(void)state;
	assert_non_null(rule);
	assert_string_equal(rule->party, "DE");
	assert_int_equal(rule->required, 60);
	assert_int_equal(rule->accept_count, 1);
	assert_string_equal(rule->accept[0].from, "JP");
	assert_int_equal(rule->accept[0].as, TOT_AS_CONTRIBUTION);
	assert_true(rule->accept[0].kinds & TOT_KIND_BIT(TOT_DEPENDENT_SPOUSE));
	assert_int_equal(rule->accept[0].kinds & exempt, 0);
	assert_int_equal(rule->accept[0].not_before, TOT_MONTH_NONE);
	assert_int_equal(rule->disputed_count, 1);
	assert_int_equal(rule->disputed[0].kinds, exempt);
	assert_false(rule->disputed[0].accept);
	assert_int_equal(rule->own_minimum, 1);
	assert_int_equal(rule->own_minimum_kinds, 0);
	assert_true(rule->only_if_needed);
	assert_false(rule->overlap_any_own);
	assert_null(tot_agreement_rule(agreement("de-jp"), "DE.nothing"));
}

/* A partly exempt month is work only with the flag (settled point 39). */
static void rule_of_45_years(void **state)
{
	const struct tot_aggregation *rule = tot_agreement_rule(agreement("de-jp"), "DE.w45");
	(void)state;
	assert_int_equal(rule->accept_count, 2);
	assert_int_equal(rule->accept[0].need_flag, 0);
	assert_int_equal(rule->accept[1].need_flag, TOT_FLAG_WORKING);
	assert_int_equal(rule->accept[1].kinds, TOT_KIND_BIT(TOT_EXEMPT_QUARTER) |
							TOT_KIND_BIT(TOT_EXEMPT_HALF) |
							TOT_KIND_BIT(TOT_EXEMPT_THREE_QUARTERS));
	assert_int_equal(rule->disputed_count, 2);
	assert_true(tot_agreement_rule(agreement("de-jp"), "DE.gr33")->threshold_only);
}

/* Order 347: German months from 1942-06, miners' months times 4/3 and 6/5. */
static void rule_of_ten_years(void **state)
{
	const struct tot_aggregation *rule =
		tot_agreement_rule(agreement("de-jp"), "JP.old_basic_10y");
	(void)state;
	assert_int_equal(rule->accept[0].as, TOT_AS_COMPLEMENTARY);
	assert_int_equal(rule->accept[0].not_before, tot_month_make(1942, 6));
	assert_int_equal(rule->factor_count, 2);
	assert_int_equal(rule->factors[0].flag, TOT_FLAG_UNDERGROUND);
	assert_int_equal(rule->factors[0].from, TOT_MONTH_NONE);
	assert_int_equal(rule->factors[0].until, tot_month_make(1986, 3));
	assert_int_equal(rule->factors[0].factor.num, 4);
	assert_int_equal(rule->factors[0].factor.den, 3);
	assert_int_equal(rule->factors[1].from, tot_month_make(1986, 4));
	assert_true(rule->own_minimum_kinds & TOT_KIND_BIT(TOT_RESIDENT));
	rule = tot_agreement_rule(agreement("de-jp"), "JP.spouse_add_240");
	assert_string_equal(rule->accept[0].until, "month_before_entitlement");
	assert_string_equal(rule->benefit, "jp.spouse_add");
}

/* NPA suppl. s.5; Act 104/2007 s.8: who may insure voluntarily. */
static void voluntary_insurance(void **state)
{
	const struct tot_agreement *de_jp = agreement("de-jp");
	bool seen = false, old = false;
	(void)state;
	for (size_t i = 0; i < de_jp->voluntary_count; i++) {
		const struct tot_voluntary_rule *rule = &de_jp->voluntary[i];
		old |= tot_date_compare(rule->voluntary_before, (struct tot_date){1972, 10, 19}) ==
		       0;
		if (strcmp(rule->party, "JP") != 0 || !rule->or_refugee)
			continue;
		seen = true;
		assert_string_equal(rule->national, "DE");
		assert_string_equal(rule->residence, "DE");
		assert_int_equal(rule->age_from, 20);
		assert_int_equal(rule->age_to, 64);
		assert_int_equal(rule->own_months, 60);
	}
	assert_true(seen);
	assert_true(old);
}

static void quarters_of_the_other_state_are_converted(void **state)
{
	const struct tot_aggregation *rule =
		tot_agreement_rule(agreement("us-jp"), "JP.old_basic_10y");
	(void)state;
	assert_int_equal(rule->accept[0].convert, TOT_CONVERT_PER_UNIT);
}

/* The examples of agreements/de-jp.json that are shares. */

struct example {
	char name[64];
	const char *rule, *rate;
	int own, other;
};

static void share(void **state)
{
	const struct example *example = *state;
	struct tot_ratio expected, got;
	got = tot_agreement_share(benefit(agreement("de-jp"), example->rule), example->own,
				  example->other);
	assert_true(tot_ratio_parse(&expected, example->rate));
	assert_int_equal(got.num, expected.num);
	assert_int_equal(got.den, expected.den);
	assert_false(got.overflow);
}

static int number_of(const struct tot_json *given, const char *key)
{
	const struct tot_json *value = tot_json_get(given, key);
	return value && value->type == TOT_JSON_NUMBER ? (int)value->number : 0;
}

static size_t read_examples(struct example *out, size_t room, struct tot_arena *arena)
{
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	size_t count = 0;
	for (size_t i = 0; i < tot_builtin_file_count; i++) {
		const struct tot_builtin_file *file = &tot_builtin_files[i];
		if (strcmp(file->name, "agreements/de-jp.json") == 0 &&
		    tot_json_read(&root, arena, (const char *)file->bytes, file->size, file->name,
				  &diag))
			return 0;
	}
	const struct tot_json *list = tot_json_get(root, "examples");
	for (const struct tot_json *item = list ? list->first : NULL; item; item = item->next) {
		const struct tot_json *given = tot_json_get(item, "given");
		const char *rate = tot_json_string(tot_json_get(item, "expect"), "rate");
		if (!rate || count == room)
			continue;
		snprintf(out[count].name, sizeof out[count].name, "de-jp %s: %s is %s",
			 tot_json_string(item, "id"), tot_json_string(item, "rule"), rate);
		out[count].rule = tot_json_string(item, "rule");
		out[count].rate = rate;
		out[count].own = number_of(given, "own");
		out[count++].other = number_of(given, "other");
	}
	tot_diag_free(&diag);
	return count;
}

struct edge {
	enum tot_formula formula;
	int required, cap, own, other;
	const char *share;
};

/* The formulas of section 6 at their limits. */
static void shares_at_the_limits(void **state)
{
	static const struct edge edges[] = {
		{TOT_DIRECT, 0, 0, 10, 20, "1"},
		{TOT_OWN_OVER_REQUIRED, 240, 0, 240, 0, "1"},
		{TOT_OWN_OVER_REQUIRED, 240, 0, 300, 0, "1"},
		{TOT_OWN_OVER_REQUIRED, 240, 0, 0, 240, "0"},
		{TOT_OWN_OVER_TOTAL, 0, 0, 60, 0, "1"},
		{TOT_OWN_OVER_TOTAL, 0, 0, 0, 0, "0"},
		{TOT_OWN_OVER_CAPPED_TOTAL, 0, 300, 300, 100, "1"},
		{TOT_OWN_OVER_CAPPED_TOTAL, 0, 300, 150, 300, "1/2"},
		{TOT_OWN_OVER_CAPPED_TOTAL, 0, 300, 50, 50, "1/2"},
		{TOT_MODIFIED_MINIMUM, 0, 300, 300, 0, "1"},
		{TOT_MODIFIED_MINIMUM, 0, 300, 299, 0, "1"},
		{TOT_MODIFIED_MINIMUM, 0, 300, 0, 300, "0"},
		{TOT_OWN_OVER_POSSIBLE, 0, 0, 60, 180, "1/4"},
		{TOT_OWN_OVER_CAPPED_POSSIBLE, 0, 300, 60, 180, "1/4"},
		{TOT_OWN_OVER_CAPPED_POSSIBLE, 0, 300, 60, 400, "1/5"},
		{TOT_THEORETICAL_TIMES_RATIO, 0, 0, 1, 2, "1/3"},
		{TOT_US_THEORETICAL, 0, 0, 12, 140, "3/35"},
		{TOT_MAX_OF, 0, 0, 1, 2, "1"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
		struct tot_benefit_rule rule = {.formula = edges[i].formula,
						.required = edges[i].required,
						.cap = edges[i].cap};
		struct tot_ratio got = tot_agreement_share(&rule, edges[i].own, edges[i].other),
				 expected;
		assert_true(tot_ratio_parse(&expected, edges[i].share));
		if (tot_ratio_compare(got, expected) != 0)
			print_message("row %zu: %lld/%lld\n", i, (long long)got.num,
				      (long long)got.den);
		assert_int_equal(tot_ratio_compare(got, expected), 0);
	}
}

static int load(void **state)
{
	struct tot_diag diag = {0};
	(void)state;
	enum tot_status status = tot_law_load(&law, NULL, NULL, 0, &diag);
	tot_diag_free(&diag);
	return status == TOT_OK ? 0 : -1;
}

static int unload(void **state)
{
	(void)state;
	tot_law_free(law);
	return 0;
}

static struct CMUnitTest as_test(const char *name, CMUnitTestFunction run, const void *row)
{
	union {
		const void *in;
		void *out;
	} pass = {row};
	return (struct CMUnitTest){name, run, NULL, NULL, pass.out};
}

#define EXAMPLES_MAX 32

int main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(only_germany_and_japan_can_be_executed),
		cmocka_unit_test(head_of_de_jp),
		cmocka_unit_test(deemed_conditions),
		cmocka_unit_test(rules_of_amounts),
		cmocka_unit_test(rule_of_five_years),
		cmocka_unit_test(rule_of_45_years),
		cmocka_unit_test(rule_of_ten_years),
		cmocka_unit_test(voluntary_insurance),
		cmocka_unit_test(quarters_of_the_other_state_are_converted),
		cmocka_unit_test(shares_at_the_limits),
	};
	enum { FIXED = sizeof fixed / sizeof fixed[0] };
	struct CMUnitTest tests[FIXED + EXAMPLES_MAX];
	struct example examples[EXAMPLES_MAX];
	struct tot_arena arena = {0};
	size_t count = FIXED, shares = read_examples(examples, EXAMPLES_MAX, &arena);
	memcpy(tests, fixed, sizeof fixed);
	for (size_t i = 0; i < shares; i++)
		tests[count++] = as_test(examples[i].name, share, &examples[i]);
	int failed = _cmocka_run_group_tests("agreements", tests, count, load, unload);
	tot_arena_free(&arena);
	return shares == 4 ? failed : 1;
}
