/* Values and verdicts of whole comparisons; the worked illustration of the comparison paper. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "near.h"
#include "support/value_world.h"

static const struct tot_valued *illustrated(const char *table, enum tot_sex sex, double rate)
{
	struct tot_scenario life = illustration();
	life.person.sex = sex;
	life.compare.mortality_table = table;
	life.compare.has_discount_rate = true;
	life.compare.discount_rate = rate;
	return strategy(compare(&life), "refund-jp");
}

/* "Undiscounted break-even 9.0 years after 65; at real 1 per cent age 78.3; at 2 per cent 86.1." */
static void illustration_break_even(void **state)
{
	(void)state;
	const struct tot_valued *at_1 = illustrated("JP", TOT_MALE, 0.01);
	assert_true(at_1->break_even_undiscounted.known);
	/* Payments come half a month after the two months they are for. */
	assert_near(at_1->break_even_undiscounted.value, 65.0 + 9.0, 0.1);
	assert_near(at_1->break_even_discounted.value, 78.3, 0.1);
	assert_near(illustrated("JP", TOT_MALE, 0.02)->break_even_discounted.value, 86.1, 0.1);
}

/* "MWR at real 1 per cent 1.29, at 2 per cent 0.84" */
static void illustration_moneys_worth(void **state)
{
	(void)state;
	const struct tot_valued *at_1 = illustrated("JP", TOT_MALE, 0.01);
	assert_true(at_1->moneys_worth.known);
	assert_near(at_1->moneys_worth.value, 1.29, 0.005);
	assert_near(illustrated("JP", TOT_MALE, 0.02)->moneys_worth.value, 0.84, 0.005);
	/* 1,286,938 yen after the fee, four and eight months away */
	assert_near(at_1->refund_value,
		    1050456 * pow(1.01, -4.0 / 12) + 236482 * pow(1.01, -8.0 / 12), 1e-6);
	assert_near(at_1->difference, 0.2858 * at_1->refund_value, 500.0);
}

/*
 * "Real implied yield 1.6 per cent (Japanese men 2020), 1.2 (German men 2022/24), 2.1 (Japanese
 * women)"
 */
static void illustration_yields(void **state)
{
	(void)state;
	static const struct {
		const char *table;
		enum tot_sex sex;
		double yield;
	} rows[] = {{"JP", TOT_MALE, 0.016}, {"DE", TOT_MALE, 0.012}, {"JP", TOT_FEMALE, 0.021}};
	for (size_t i = 0; i < 3; i++) {
		const struct tot_valued *valued = illustrated(rows[i].table, rows[i].sex, 0.01);
		assert_int_equal(valued->implied_yield_count, 1);
		assert_near(valued->implied_yields[0], rows[i].yield, 0.0005);
	}
}

static void parts_add_up(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_comparison *made = compare(&life);
	const struct tot_valued *keep = strategy(made, "keep"),
				*refund = strategy(made, "refund-jp");
	assert_int_equal(keep->by_kind_count, 2);
	assert_string_equal(keep->by_kind[0].name, "JP.old_age.basic");
	assert_near(keep->by_kind[0].value + keep->by_kind[1].value, keep->value, 1e-6);
	assert_int_equal(refund->by_kind_count, 3);
	assert_near(refund->value, refund->refund_value, 1e-6);
	assert_near(keep->value - refund->value, refund->difference, 1e-6);
	assert_near(keep->first_year_income, 63548 + 78926, 1e-6);
	assert_near(refund->first_year_income, 0.0, 0.0);
}

static void a_flip_by_the_discount_rate_leaves_the_answer_open(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_comparison *made = compare(&life);
	assert_string_equal(made->verdict, "depends");
	assert_int_equal(made->depends_count, 1);
	assert_non_null(strstr(made->verdict_depends_on[0], "3 percent"));
}

static void a_clear_lead_is_a_verdict(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	world.keep.findings[1].benefits[1].amount.value = 1000000;
	const struct tot_comparison *keep = compare(&life);
	assert_string_equal(keep->verdict, "keep");
	assert_int_equal(keep->depends_count, 0);
	assert_non_null(strstr(keep->verdict_text, "JP.old_age.employees (Japan)"));
	life = illustration();
	world.keep.findings[1].benefit_count = 0;
	assert_string_equal(compare(&life)->verdict, "refund");
}

/* COMPARISON 5: the strategy as a whole counts; what it saves by later work is not lost. */
static void rights_that_stay_are_not_lost(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	pension(0, "DE.old_age.regular", 10000, tot_month_make(2062, 1));
	refund_of(&world.keep, 1)->effects = reason("DE.old_age.regular");
	refund_of(&world.keep, 1)->effect_count = 1;
	const char *text = compare(&life)->verdict_text;
	assert_non_null(strstr(text, "JP.old_age.employees (Japan)"));
	assert_null(strstr(text, "DE.old_age.regular"));
}

/*
 * Two payments at the end of the table against one certain payment on the same days: no input
 * matters.
 */
static void a_close_call_is_no_verdict(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	make_world();
	pension(0, "DE.old_age.regular", 100000, tot_month_make(2027, 3));
	life.person.born = (struct tot_date){1907, 5, 10};
	life.compare.mortality_table = "DE";
	life.compare.currency = "EUR";
	struct tot_refund *refund = refund_of(&world.keep, 0);
	const double value = strategy(compare(&life), "keep")->value;
	refund->eligible = true;
	refund->gross = money(llround(value * 98.0), "EUR");
	const struct tot_comparison *close = compare(&life);
	assert_string_equal(close->verdict, "depends");
	assert_int_equal(close->depends_count, 1);
	assert_non_null(strstr(close->verdict_depends_on[0], "5 percent"));
	refund->gross = money(llround(value * 90.0), "EUR");
	assert_string_equal(compare(&life)->verdict, "keep");
	refund->gross = money(llround(value * 110.0), "EUR");
	assert_string_equal(compare(&life)->verdict, "refund");
}

static void an_unknown_amount_is_no_verdict(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	world.keep.findings[1].benefits[0].amount.value = 1000000;
	world.keep.findings[1].benefits[1].amount.known = false;
	const struct tot_comparison *made = compare(&life);
	assert_true(strategy(made, "keep")->incomplete);
	assert_string_equal(made->verdict, "depends");
	assert_non_null(strstr(made->verdict_text, "No answer"));
}

static void a_comparison_is_the_same_every_time(void **state)
{
	(void)state;
	struct tot_scenario life = illustration();
	const struct tot_valued *a = strategy(compare(&life), "refund-jp");
	const struct tot_valued *b = strategy(compare(&life), "refund-jp");
	assert_memory_equal(&a->value, &b->value, sizeof(a->value));
	assert_memory_equal(&a->difference, &b->difference, sizeof(a->difference));
	assert_memory_equal(a->implied_yields, b->implied_yields, sizeof(a->implied_yields[0]));
}

static int run(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(illustration_break_even),
		cmocka_unit_test(illustration_moneys_worth),
		cmocka_unit_test(illustration_yields),
		cmocka_unit_test(parts_add_up),
		cmocka_unit_test(a_flip_by_the_discount_rate_leaves_the_answer_open),
		cmocka_unit_test(a_clear_lead_is_a_verdict),
		cmocka_unit_test(rights_that_stay_are_not_lost),
		cmocka_unit_test(a_close_call_is_no_verdict),
		cmocka_unit_test(an_unknown_amount_is_no_verdict),
		cmocka_unit_test(a_comparison_is_the_same_every_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(void)
{
	return run_in_world(run);
}
