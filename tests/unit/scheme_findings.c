/* Findings of a state: how tests, benefits, refunds, reasons and named numbers are filled in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "totalise/scheme.h"

static int open_findings(void **state)
{
	struct tot_findings *findings = calloc(1, sizeof(*findings));
	if (!findings)
		return -1;
	findings->country = "DE";
	*state = findings;
	return 0;
}

static int close_findings(void **state)
{
	free(*state);
	return 0;
}

static void new_entries_hold_no_month_and_no_right(void **state)
{
	struct tot_findings *findings = *state;
	const struct tot_qualifying *test =
		tot_findings_test(findings, "DE.w5", "five years", "s. 50 (1)");
	assert_string_equal(test->id, "DE.w5");
	assert_string_equal(test->country, "DE");
	assert_int_equal(test->met_on, TOT_MONTH_NONE);
	assert_false(test->met);
	const struct tot_benefit *benefit =
		tot_findings_benefit(findings, "DE.old_age.regular", "regular pension", "s. 35");
	assert_false(benefit->entitled);
	assert_int_equal(benefit->start, TOT_MONTH_NONE);
	assert_int_equal(benefit->earliest_start, TOT_MONTH_NONE);
	assert_false(benefit->amount.known);
	const struct tot_refund *refund =
		tot_findings_refund(findings, "DE.refund", "refund", "s. 210");
	assert_false(refund->eligible);
	assert_string_equal(refund->country, "DE");
	assert_ptr_equal(tot_findings_find_test(findings, "DE.w5"), test);
	assert_ptr_equal(tot_findings_find_benefit(findings, "DE.old_age.regular"), benefit);
	assert_null(tot_findings_find_test(findings, "DE.w35"));
	assert_null(tot_findings_find_benefit(findings, "DE.w5"));
}

static void a_full_table_refuses_more(void **state)
{
	struct tot_findings *findings = *state;
	for (int i = 0; i < TOT_FINDINGS_MAX; i++) {
		assert_non_null(tot_findings_test(findings, "t", "", ""));
		assert_non_null(tot_findings_benefit(findings, "b", "", ""));
	}
	assert_null(tot_findings_test(findings, "t", "", ""));
	assert_null(tot_findings_benefit(findings, "b", "", ""));
	assert_int_equal(findings->qualifying_count, TOT_FINDINGS_MAX);
	assert_int_equal(findings->benefit_count, TOT_FINDINGS_MAX);
	for (size_t i = 0; i < sizeof(findings->refunds) / sizeof(findings->refunds[0]); i++)
		assert_non_null(tot_findings_refund(findings, "r", "", ""));
	assert_null(tot_findings_refund(findings, "r", "", ""));
}

static void reasons_factors_and_components_keep_their_order(void **state)
{
	struct tot_findings *findings = *state;
	struct tot_arena arena = {0};
	struct tot_ctx ctx = {.arena = &arena};
	struct tot_benefit *benefit = tot_findings_benefit(findings, "DE.old_age.regular", "", "");
	tot_benefit_reason(benefit, &ctx, "%d months are missing", 20);
	tot_benefit_reason(benefit, &ctx, "second");
	tot_benefit_reason(benefit, &ctx, "third");
	assert_int_equal(benefit->reason_count, 3);
	assert_string_equal(benefit->reasons[0], "20 months are missing");
	assert_string_equal(benefit->reasons[2], "third");
	tot_benefit_factor(benefit, &ctx, "points", "%s", "12.3456");
	struct tot_named *group = tot_benefit_factor(benefit, &ctx, "months", NULL);
	tot_named_add(&group->children, &ctx, "paid", "%d", 40);
	tot_named_add(&group->children, &ctx, "exempt", "%d", 2);
	tot_benefit_component(benefit, &ctx, "supplement", "%s", "12.34");
	assert_string_equal(benefit->factors->name, "points");
	assert_string_equal(benefit->factors->value, "12.3456");
	assert_ptr_equal(benefit->factors->next, group);
	assert_null(group->value);
	assert_null(group->next);
	assert_string_equal(group->children->value, "40");
	assert_string_equal(group->children->next->name, "exempt");
	assert_string_equal(benefit->components->value, "12.34");
	struct tot_refund *refund = tot_findings_refund(findings, "JP.lump_sum.employees", "", "");
	for (int i = 0; i < 9; i++)
		tot_refund_reason(refund, &ctx, "reason %d", i);
	assert_int_equal(refund->reason_count, 9);
	assert_string_equal(refund->reasons[8], "reason 8");
	tot_arena_free(&arena);
}

static void a_figure_in_the_trace_names_its_source(void **state)
{
	(void)state;
	struct tot_trace trace = {0};
	struct tot_value value = {.value = 4252,
				  .denominator = 100,
				  .decimals = 2,
				  .parameter = "de.current_pension_value",
				  .from = "2026-07-01",
				  .to = "",
				  .currency = "EUR",
				  .law = "SGB VI s. 68",
				  .source = "BGBl.",
				  .confidence = "official"};
	tot_trace_value(&trace, "current pension value", &value);
	assert_string_equal(trace.roots->value, "42.52");
	assert_string_equal(trace.roots->unit, "EUR");
	assert_string_equal(trace.roots->law, "SGB VI s. 68");
	assert_string_equal(trace.roots->source,
			    "de.current_pension_value, from 2026-07-01 (official) BGBl.");
	value.decimals = TOT_FRACTION;
	value.value = 5;
	value.denominator = 6;
	value.to = "2027-06-30";
	tot_trace_value(&trace, "weight", &value);
	assert_string_equal(trace.roots->next->value, "5/6");
	assert_string_equal(
		trace.roots->next->source,
		"de.current_pension_value, from 2026-07-01 to 2027-06-30 (official) BGBl.");
	tot_trace_value(NULL, "nobody asks", &value);
	tot_trace_free(&trace);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(new_entries_hold_no_month_and_no_right,
						open_findings, close_findings),
		cmocka_unit_test_setup_teardown(a_full_table_refuses_more, open_findings,
						close_findings),
		cmocka_unit_test_setup_teardown(reasons_factors_and_components_keep_their_order,
						open_findings, close_findings),
		cmocka_unit_test(a_figure_in_the_trace_names_its_source),
	};
	return cmocka_run_group_tests_name("scheme findings", tests, NULL, NULL);
}
