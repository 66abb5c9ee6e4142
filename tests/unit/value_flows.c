/* Payments: the calendars of both states, refunds with tax and fees, break-even ages, yields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "near.h"
#include "value/value.h"

static struct tot_arena arena;
static struct tot_diag notices;

static const struct tot_scheme japan = {
	.id = "jp", .state = "JP", .name = "Japan", .currency = "JPY"};
static const struct tot_scheme germany = {
	.id = "de", .state = "DE", .name = "Germany", .currency = "EUR"};

static const struct tot_terms terms = {.currency = "JPY",
				       .rate = 0.01,
				       .jpy_per_eur = 1837561,
				       .fee_fixed_jpy = 30000,
				       .fee_transfer_jpy = 2500,
				       .as_of = {2026, 11, 21},
				       .born = {1961, 3, 2}};

static struct tot_ctx context(void)
{
	return (struct tot_ctx){.as_of = terms.as_of, .arena = &arena, .notices = &notices};
}

static struct tot_benefit pension(const char *id, int64_t amount, const char *per, tot_month start)
{
	const bool yen = strcmp(per, "year") == 0;
	return (struct tot_benefit){.id = id,
				    .country = yen ? "JP" : "DE",
				    .entitled = true,
				    .chosen = true,
				    .start = start,
				    .amount = {true, amount, yen ? "JPY" : "EUR", per}};
}

static void assert_flow(const struct tot_flow *flow, int year, int month, int day, int64_t amount)
{
	assert_int_equal(flow->date.year, year);
	assert_int_equal(flow->date.month, month);
	assert_int_equal(flow->date.day, day);
	assert_int_equal(flow->amount, amount);
}

static struct tot_flows paid(const struct tot_benefit *benefit, tot_month end, struct tot_date from)
{
	struct tot_flows flows = {0};
	assert_int_equal(tot_flows_pension(&flows, benefit, end, from, &arena), TOT_OK);
	return flows;
}

/* RULES.md 1.2 and worked example jp-47. */
static void jp_47_fractions_of_the_year_are_paid_in_february(void **state)
{
	(void)state;
	const struct tot_benefit basic =
		pension("JP.old_age.basic", 847300, "year", tot_month_make(2026, 2));
	const struct tot_flows flows =
		paid(&basic, tot_month_make(2027, 2), (struct tot_date){2026, 4, 1});
	assert_int_equal(flows.count, 6);
	int64_t sum = 0;
	for (size_t i = 0; i < 5; i++) {
		assert_flow(&flows.list[i], 2026, 4 + 2 * (int)i, 15, 141216);
		sum += flows.list[i].amount;
	}
	assert_flow(&flows.list[5], 2027, 2, 15, 141220);
	assert_int_equal(sum + flows.list[5].amount, 847300);
}

/* A right from an odd month on: its first payment is one month's (NPA s. 18 (3)). */
static void a_pension_from_may_is_first_paid_in_june_for_one_month(void **state)
{
	(void)state;
	const struct tot_benefit basic =
		pension("JP.old_age.basic", 847300, "year", tot_month_make(2027, 5));
	const struct tot_flows flows = paid(&basic, tot_month_make(2028, 3), terms.as_of);
	assert_flow(&flows.list[0], 2027, 6, 15, 70608);
	assert_flow(&flows.list[1], 2027, 8, 15, 141216);
	/* 4/12 cut off in June and 8/12 in each of four payments make 3 yen. */
	assert_flow(&flows.list[4], 2028, 2, 15, 141216 + 3);
	/* The last month is paid with the payment that follows it. */
	assert_flow(&flows.list[5], 2028, 4, 15, 70608);
	assert_int_equal(flows.count, 6);
}

static void a_german_pension_comes_at_the_end_of_each_month(void **state)
{
	(void)state;
	const struct tot_benefit old_age =
		pension("DE.old_age.regular", 123456, "month", tot_month_make(2028, 1));
	const struct tot_flows flows = paid(&old_age, tot_month_make(2028, 4), terms.as_of);
	assert_int_equal(flows.count, 3);
	assert_flow(&flows.list[0], 2028, 1, 31, 123456);
	assert_flow(&flows.list[1], 2028, 2, 29, 123456);
	assert_flow(&flows.list[2], 2028, 3, 31, 123456);
}

static void of_a_running_pension_only_the_future_counts(void **state)
{
	(void)state;
	const struct tot_benefit old_age =
		pension("DE.old_age.regular", 100000, "month", tot_month_make(2020, 1));
	const struct tot_flows flows = paid(&old_age, tot_month_make(2027, 1), terms.as_of);
	assert_int_equal(flows.count, 2);
	assert_flow(&flows.list[0], 2026, 11, 30, 100000);
	const struct tot_benefit basic =
		pension("JP.old_age.basic", 847300, "year", tot_month_make(2020, 1));
	/* The fractions of the payments before the day still come in February. */
	const struct tot_flows yen = paid(&basic, tot_month_make(2027, 2), terms.as_of);
	assert_int_equal(yen.count, 2);
	assert_flow(&yen.list[0], 2026, 12, 15, 141216);
	assert_flow(&yen.list[1], 2027, 2, 15, 141220);
}

static struct tot_outcome *outcome_with(const struct tot_scheme *scheme, struct tot_date filed,
					struct tot_refund refund)
{
	struct tot_outcome *made = tot_arena_alloc(&arena, sizeof(*made));
	made->schemes[0] = scheme;
	made->state_count = 1;
	refund.country = scheme->state;
	refund.eligible = true;
	made->taken[0] = (struct tot_taken){scheme, filed, "all", refund, true};
	made->taken_count = 1;
	return made;
}

static struct tot_amount yen(int64_t amount)
{
	return (struct tot_amount){true, amount, "JPY", NULL};
}

/* COMPARISON.md 3.1 and 11: 1,320,000 yen gross. */
static struct tot_refund lump_sum(void)
{
	return (struct tot_refund){.id = "JP.lump_sum.employees",
				   .gross = yen(1320000),
				   .withheld = yen(269544),
				   .tax = yen(3062),
				   .tax_refund = yen(266482)};
}

static void a_lump_sum_comes_after_four_months_and_its_tax_after_eight(void **state)
{
	(void)state;
	struct tot_ctx ctx = context();
	struct tot_flows flows;
	assert_int_equal(
		tot_flows_make(&flows, outcome_with(&japan, terms.as_of, lump_sum()), &terms, &ctx),
		TOT_OK);
	assert_int_equal(flows.count, 4);
	assert_flow(&flows.list[0], 2027, 3, 21, 1320000 - 269544);
	assert_flow(&flows.list[1], 2027, 3, 21, -2500);
	assert_flow(&flows.list[2], 2027, 7, 21, -32500);
	assert_flow(&flows.list[3], 2027, 7, 21, 266482);
	assert_string_equal(flows.list[0].kind, "JP.lump_sum.employees");
	assert_string_equal(flows.list[1].kind, "JP.lump_sum.fees");
	assert_string_equal(flows.list[3].kind, "JP.lump_sum.tax_refund");
	for (size_t i = 0; i < flows.count; i++)
		assert_true(flows.list[i].refund && flows.list[i].condition == TOT_CERTAIN);
}

static void one_form_for_both_branches_is_one_transfer(void **state)
{
	(void)state;
	struct tot_ctx ctx = context();
	struct tot_flows flows;
	struct tot_outcome *outcome = outcome_with(&japan, terms.as_of, lump_sum());
	outcome->taken[1] = outcome->taken[0];
	outcome->taken[1].refund = (struct tot_refund){
		.id = "JP.lump_sum.national", .country = "JP", .gross = yen(53760)};
	outcome->taken_count = 2;
	assert_int_equal(tot_flows_make(&flows, outcome, &terms, &ctx), TOT_OK);
	assert_int_equal(flows.count, 5);
	assert_flow(&flows.list[2], 2027, 3, 21, 53760);
	int64_t sum = 0;
	for (size_t i = 0; i < flows.count; i++)
		sum += flows.list[i].amount;
	assert_int_equal(sum, 1320000 - 3062 + 53760 - 30000 - 2 * 2500);
}

static void a_tax_refund_below_its_costs_is_left_alone(void **state)
{
	(void)state;
	struct tot_ctx ctx = context();
	struct tot_flows flows;
	struct tot_refund small = lump_sum();
	small.gross = yen(100000);
	small.withheld = small.tax_refund = yen(20420);
	assert_int_equal(
		tot_flows_make(&flows, outcome_with(&japan, terms.as_of, small), &terms, &ctx),
		TOT_OK);
	assert_int_equal(flows.count, 2);
	assert_non_null(notices.last);
	assert_string_equal(notices.last->code, "tax-refund-not-worth");
}

static void a_refund_filed_later_asks_for_life_until_then(void **state)
{
	(void)state;
	struct tot_ctx ctx = context();
	struct tot_flows flows;
	const struct tot_refund refund = {.id = "DE.refund", .gross = {true, 1000000, "EUR", NULL}};
	double alive[13] = {1.0};
	for (size_t m = 1; m < 13; m++)
		alive[m] = 1.0 - 0.01 * (double)m;
	const struct tot_survival survival = {alive, 13};
	assert_int_equal(
		tot_flows_make(&flows,
			       outcome_with(&germany, (struct tot_date){2027, 1, 31}, refund),
			       &terms, &ctx),
		TOT_OK);
	assert_int_equal(flows.count, 1);
	/* Four months after 31 January, without fees in yen. */
	assert_flow(&flows.list[0], 2027, 5, 31, 1000000);
	assert_near(tot_present_value(flows.list, 1, terms.as_of, &survival, 0.02, "EUR", 183.7561),
		    10000.0 * 0.98 * pow(1.02, -0.5), 1e-9);
	assert_near(tot_present_value(flows.list, 1, terms.as_of, NULL, 0.0, "JPY", 183.7561),
		    1837561.0, 1e-6);
}

static struct tot_flow yen_on(int year, int month, int64_t amount)
{
	return (struct tot_flow){.date = {year, month, 15},
				 .amount = amount,
				 .currency = "JPY",
				 .kind = "test",
				 .condition = TOT_IF_ALIVE};
}

static void there_is_no_break_even_without_a_race(void **state)
{
	(void)state;
	const struct tot_flow keep[] = {yen_on(2027, 2, 100), yen_on(2027, 4, 100)};
	const struct tot_flow other[] = {yen_on(2027, 1, 500)};
	assert_false(tot_break_even(keep, 2, other, 1, &terms, NULL).known);
	assert_false(tot_break_even(keep, 2, NULL, 0, &terms, NULL).known);
	assert_false(tot_break_even(NULL, 0, NULL, 0, &terms, NULL).known);
}

static void break_even_is_the_last_crossing(void **state)
{
	(void)state;
	/* Ahead in February, behind again in March, ahead for good half-way to June. */
	const struct tot_flow keep[] = {yen_on(2027, 2, 200), yen_on(2027, 4, 100),
					yen_on(2027, 6, 200)};
	const struct tot_flow other[] = {yen_on(2027, 1, 100), yen_on(2027, 3, 300)};
	const struct tot_maybe age = tot_break_even(keep, 3, other, 2, &terms, NULL);
	assert_true(age.known);
	/*
	 * Born 1961-03-02; at -100 after 15 April, +100 after 15 June: zero in the middle of May.
	 */
	assert_near(age.value, 66.0 + 2.46 / 12.0, 0.01);
}

static struct tot_yield_list yields(const double *amounts, size_t months)
{
	struct tot_yield_list roots;
	assert_int_equal(tot_yields(&roots, amounts, months, -0.05, 0.25), TOT_OK);
	return roots;
}

static void yields_none_one_and_several(void **state)
{
	(void)state;
	const double nothing[13] = {0}, both_up[13] = {[0] = 1, [12] = 1};
	const double once[13] = {[0] = -100, [12] = 107};
	/* (v - 1/1.02)(v - 1/1.2) = 0: roots 2 and 20 percent */
	const double twice[25] = {[0] = 1.0, [12] = -(1.02 + 1.2), [24] = 1.02 * 1.2};
	const double at_the_edge[13] = {[0] = -100, [12] = 95};
	assert_int_equal(yields(nothing, 13).count, 0);
	assert_int_equal(yields(both_up, 13).count, 0);
	assert_int_equal(yields(once, 13).count, 1);
	assert_near(yields(once, 13).rates[0], 0.07, 1e-10);
	assert_int_equal(yields(twice, 25).count, 2);
	assert_near(yields(twice, 25).rates[0], 0.02, 1e-10);
	assert_near(yields(twice, 25).rates[1], 0.2, 1e-10);
	assert_near(yields(at_the_edge, 13).count ? yields(at_the_edge, 13).rates[0] : -0.05, -0.05,
		    1e-10);
}

int main(void)
{
	gsl_set_error_handler_off();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(jp_47_fractions_of_the_year_are_paid_in_february),
		cmocka_unit_test(a_pension_from_may_is_first_paid_in_june_for_one_month),
		cmocka_unit_test(a_german_pension_comes_at_the_end_of_each_month),
		cmocka_unit_test(of_a_running_pension_only_the_future_counts),
		cmocka_unit_test(a_lump_sum_comes_after_four_months_and_its_tax_after_eight),
		cmocka_unit_test(one_form_for_both_branches_is_one_transfer),
		cmocka_unit_test(a_tax_refund_below_its_costs_is_left_alone),
		cmocka_unit_test(a_refund_filed_later_asks_for_life_until_then),
		cmocka_unit_test(there_is_no_break_even_without_a_race),
		cmocka_unit_test(break_even_is_the_last_crossing),
		cmocka_unit_test(yields_none_one_and_several),
	};
	const int failed = cmocka_run_group_tests(tests, NULL, NULL);
	tot_arena_free(&arena);
	tot_diag_free(&notices);
	return failed;
}
