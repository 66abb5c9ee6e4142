/* One test "own + lent = counted of required": overlap, minimum, months of s. 52, factors, choices. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/random.h"
#include "totalise/scheme.h"

#define NO_CUT TOT_MONTH_LIMIT

/* `count` months from January of a year. */
static struct tot_months months(int year, int count)
{
	struct tot_months set = {{0}};
	tot_months_add_range(&set, tot_month_make(year, 1), tot_month_make(year, 1) + count);
	return set;
}

static struct tot_months both(struct tot_months a, struct tot_months b)
{
	tot_months_or(&a, &b);
	return a;
}

/* agreements/de-jp.json, rule de.w5: 60 months, needed only if own months do not suffice, own months first. */
static const struct tot_aggregation five_years = {
	.id = "de.w5",
	.party = "DE",
	.condition = "DE.w5",
	.required = 60,
	.only_if_needed = true,
};

static struct tot_lent lent_by_japan(const struct tot_aggregation *rule, struct tot_months set)
{
	return (struct tot_lent){.condition = rule->condition,
				 .rule = rule,
				 .agreement = "de-jp",
				 .lender = "JP",
				 .months = set};
}

static void numbers(const struct tot_qualifying *got, int own, int credits, int lent, int overlap,
		    int counted, int missing)
{
	assert_int_equal(got->own, own);
	assert_int_equal(got->credits, credits);
	assert_int_equal(got->lent, lent);
	assert_int_equal(got->overlap, overlap);
	assert_int_equal(got->counted, counted);
	assert_int_equal(got->missing, missing);
	assert_int_equal(got->met, missing == 0);
}

static void own_months_alone(void **state)
{
	(void)state;
	struct tot_qualifying got = {0};
	struct tot_months own = months(2000, 59);
	tot_qualify(&got, &own, 59, NULL, NULL, NO_CUT, 60);
	numbers(&got, 59, 0, 0, 0, 59, 1);
	own = months(2000, 60);
	tot_qualify(&got, &own, 60, NULL, NULL, NO_CUT, 60);
	numbers(&got, 60, 0, 0, 0, 60, 0);
	assert_false(got.by_agreement);
	assert_null(got.lent_by);
	assert_int_equal(got.required, 60);
	assert_true(tot_months_equal(&got.own_months, &own));
}

/* DECISIONS 11: nothing is lent when own months suffice. */
static void nothing_is_lent_when_own_months_suffice(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 60);
	const struct tot_lent lent = lent_by_japan(&five_years, months(2003, 60));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 60, NULL, &lent, NO_CUT, 60);
	numbers(&got, 60, 0, 0, 0, 60, 0);
	assert_false(got.by_agreement);
	assert_null(got.lent_by);
	assert_int_equal(tot_months_count(&got.lent_months), 0);
}

/* DECISIONS 11: `lent` is every accepted month that is not an own one, not only what is missing. */
static void all_accepted_months_are_lent(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 40);
	const struct tot_lent lent = lent_by_japan(&five_years, months(2003, 48));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 40, NULL, &lent, NO_CUT, 60);
	/* 2003-01..2003-04 are own months: four of the 48 are dropped. */
	numbers(&got, 40, 0, 44, 4, 84, 0);
	assert_true(got.by_agreement);
	assert_string_equal(got.lent_by, "JP");
	assert_int_equal(tot_months_count(&got.lent_months), 44);
	assert_false(tot_months_has(&got.lent_months, tot_month_make(2003, 4)));
	assert_true(tot_months_has(&got.lent_months, tot_month_make(2003, 5)));
}

static void lent_months_that_do_not_reach_are_shown(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 30);
	const struct tot_lent lent = lent_by_japan(&five_years, months(2010, 29));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 30, NULL, &lent, NO_CUT, 60);
	numbers(&got, 30, 0, 29, 0, 59, 1);
	assert_false(got.by_agreement);
	assert_string_equal(got.lent_by, "JP");
}

static void months_that_overlap_entirely_lend_nothing(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 40);
	const struct tot_lent lent = lent_by_japan(&five_years, months(2000, 40));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 40, NULL, &lent, NO_CUT, 60);
	numbers(&got, 40, 0, 0, 40, 40, 20);
	assert_null(got.lent_by);
}

/*
 * TIMELINES.md 3.3: 40 compulsory months, 24 school months, 24 Japanese months at the time of school. School does
 * not count for the five years, so it keeps no Japanese month out: 40 + 24 = 64 of 60. It does for the 35 years.
 */
static void school_displaces_no_japanese_month_in_the_five_years(void **state)
{
	(void)state;
	const struct tot_months work = months(2002, 40), school = months(2000, 24);
	const struct tot_lent lent = lent_by_japan(&five_years, months(2000, 24));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &work, 40, NULL, &lent, NO_CUT, 60);
	numbers(&got, 40, 0, 24, 0, 64, 0);
	assert_true(got.by_agreement);
	const struct tot_months all = both(work, school);
	tot_qualify(&got, &all, 64, NULL, &lent, NO_CUT, 420);
	numbers(&got, 64, 0, 0, 24, 64, 420 - 64);
}

/* DECISIONS 11: below the agreement's own minimum nothing is lent and nothing overlaps. */
static void below_the_own_minimum_nothing_is_lent(void **state)
{
	(void)state;
	struct tot_aggregation rule = five_years;
	rule.own_minimum = 1;
	const struct tot_months own = months(2000, 12);
	const struct tot_lent lent = lent_by_japan(&rule, months(2000, 120));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 0, NULL, &lent, NO_CUT, 60);
	numbers(&got, 12, 0, 0, 0, 12, 48);
	assert_null(got.lent_by);
	tot_qualify(&got, &own, 1, NULL, &lent, NO_CUT, 60);
	numbers(&got, 12, 0, 108, 12, 120, 0);
}

static void months_from_the_cut_on_are_not_lent(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 40);
	const struct tot_lent lent = lent_by_japan(&five_years, months(2010, 24));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 40, NULL, &lent, tot_month_make(2011, 8), 60);
	numbers(&got, 40, 0, 19, 0, 59, 1);
	tot_qualify(&got, &own, 40, NULL, &lent, tot_month_make(2011, 9), 60);
	numbers(&got, 40, 0, 20, 0, 60, 0);
}

/* A rule may lend also where own months suffice; the right does not then rest on the agreement. */
static void a_rule_that_always_lends(void **state)
{
	(void)state;
	struct tot_aggregation rule = five_years;
	rule.only_if_needed = false;
	const struct tot_months own = months(2000, 60);
	const struct tot_lent lent = lent_by_japan(&rule, months(2010, 12));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 60, NULL, &lent, NO_CUT, 60);
	numbers(&got, 60, 0, 12, 0, 72, 0);
	assert_false(got.by_agreement);
}

/* SGB VI s. 52: months from splitting, at most the months of the marriage that do not count already. */
static void credits_fill_only_free_months(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 40);
	struct tot_credit_months credits = {
		.within = {months(2002, 36)}, .months = {30}, .count = 1};
	struct tot_qualifying got = {0};
	/* Marriage 2002-01..2004-12, own months until 2003-04: 20 free months for 30 credits. */
	tot_qualify(&got, &own, 40, &credits, NULL, NO_CUT, 60);
	numbers(&got, 40, 20, 0, 0, 60, 0);
	credits.months[0] = 19;
	tot_qualify(&got, &own, 40, &credits, NULL, NO_CUT, 60);
	numbers(&got, 40, 19, 0, 0, 59, 1);
}

/* DECISIONS 12: placed on the earliest free months, the mini-job before the splitting. */
static void the_mini_job_takes_its_months_before_the_splitting(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 12);
	/* The job lies inside the marriage and takes its first 24 months; 12 are left for 20 splitting months. */
	const struct tot_credit_months credits = {
		.within = {months(2001, 24), months(2001, 36)}, .months = {24, 20}, .count = 2};
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 12, &credits, NULL, NO_CUT, 60);
	numbers(&got, 12, 24 + 12, 0, 0, 48, 12);
	/* Six months of the job take 2001-01..2001-06; the splitting finds room for all its months. */
	const struct tot_credit_months fewer = {
		.within = {months(2001, 24), months(2001, 36)}, .months = {6, 20}, .count = 2};
	tot_qualify(&got, &own, 12, &fewer, NULL, NO_CUT, 60);
	numbers(&got, 12, 26, 0, 0, 38, 22);
}

/* DECISIONS 12: beside lent months, credits have the months that neither own nor lent months cover. */
static void lent_months_take_room_from_credits(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 24);
	const struct tot_credit_months credits = {
		.within = {months(2002, 24)}, .months = {20}, .count = 1};
	const struct tot_lent lent = lent_by_japan(&five_years, months(2002, 18));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 24, &credits, &lent, NO_CUT, 60);
	numbers(&got, 24, 6, 18, 0, 48, 12);
	/* Credits count as own: with them the own months suffice and nothing is lent. */
	tot_qualify(&got, &own, 24, &credits, &lent, NO_CUT, 44);
	numbers(&got, 24, 20, 0, 0, 44, 0);
	assert_false(got.by_agreement);
}

/* agreements/de-jp.json, jp.old_basic_10y: underground months weigh 4/3 until 1986-03, 6/5 until 1991-03. */
static const struct tot_lent_factor underground[] = {
	{.flag = TOT_FLAG_UNDERGROUND,
	 .from = TOT_MONTH_NONE,
	 .until = 1034,
	 .factor = {4, 3, false}},
	{.flag = TOT_FLAG_UNDERGROUND, .from = 1035, .until = 1094, .factor = {6, 5, false}},
};

static struct tot_lent miner(const struct tot_aggregation *rule, int old_months, int later_months)
{
	const tot_month turn = tot_month_make(1986, 4);
	struct tot_months before = {{0}}, after = {{0}};
	tot_months_add_range(&before, turn - old_months, turn);
	tot_months_add_range(&after, turn, turn + later_months);
	struct tot_lent lent = {.condition = rule->condition,
				.rule = rule,
				.agreement = "de-jp",
				.lender = "DE",
				.months = both(before, after)};
	lent.factor_months[0] = before;
	lent.factor_months[1] = after;
	return lent;
}

static void underground_months_weigh_more_in_japan(void **state)
{
	(void)state;
	assert_int_equal(tot_month_make(1986, 3), 1034);
	assert_int_equal(tot_month_make(1991, 3), 1094);
	struct tot_aggregation rule = {.condition = "JP.old_basic_10y",
				       .required = 120,
				       .own_minimum = 1,
				       .only_if_needed = true,
				       .factor_count = 2};
	struct tot_lent_factor factors[2] = {underground[0], underground[1]};
	rule.factors = factors;
	const struct tot_months own = months(2000, 12);
	struct tot_qualifying got = {0};
	/* 36 x 4/3 = 48 and 50 x 6/5 = 60: 12 + 48 + 60 = 120. */
	struct tot_lent lent = miner(&rule, 36, 50);
	tot_qualify(&got, &own, 12, NULL, &lent, NO_CUT, 120);
	numbers(&got, 12, 0, 108, 0, 120, 0);
	/* One month less is 36 x 4/3 + 49 x 6/5 = 106.8: no full month more than 106. */
	lent = miner(&rule, 36, 49);
	tot_qualify(&got, &own, 12, NULL, &lent, NO_CUT, 120);
	numbers(&got, 12, 0, 106, 0, 118, 2);
	/* Parts of a month of both factors make one together: 1 x 1/3 + 4 x 1/5 = 1.1. */
	lent = miner(&rule, 1, 4);
	tot_qualify(&got, &own, 12, NULL, &lent, NO_CUT, 120);
	numbers(&got, 12, 0, 6, 0, 18, 102);
}

static void a_dropped_month_weighs_nothing(void **state)
{
	(void)state;
	struct tot_lent_factor factors[2] = {underground[0], underground[1]};
	const struct tot_aggregation rule = {.condition = "JP.old_basic_10y",
					     .required = 120,
					     .only_if_needed = true,
					     .factors = factors,
					     .factor_count = 2};
	const struct tot_lent lent = miner(&rule, 36, 0);
	/* 33 of the 36 months are own months: three are lent and weigh four. */
	struct tot_months own = {{0}};
	tot_months_add_range(&own, tot_month_make(1986, 4) - 33, tot_month_make(1986, 4));
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 33, NULL, &lent, NO_CUT, 120);
	numbers(&got, 33, 0, 4, 33, 37, 83);
}

static void a_disputed_kind_is_shown_both_ways(void **state)
{
	(void)state;
	const struct tot_months own = months(2000, 30);
	struct tot_lent lent = lent_by_japan(&five_years, months(2010, 20));
	lent.alternative = months(2010, 32);
	lent.has_alternative = true;
	lent.choice = "de.w5.exempt_full: accept";
	struct tot_qualifying got = {0};
	tot_qualify(&got, &own, 30, NULL, &lent, NO_CUT, 60);
	numbers(&got, 30, 0, 20, 0, 50, 10);
	assert_true(got.has_alternative && got.alternative_met);
	assert_int_equal(got.alternative_counted, 62);
	assert_string_equal(got.alternative_choice, "de.w5.exempt_full: accept");
	/* The other choice changes nothing here: months that are own or behind the cut. */
	lent.alternative = both(months(2010, 20), months(2000, 6));
	tot_qualify(&got, &own, 30, NULL, &lent, NO_CUT, 60);
	assert_false(got.has_alternative);
	lent.alternative = months(2010, 32);
	tot_qualify(&got, &own, 30, NULL, &lent, tot_month_make(2011, 9), 60);
	assert_false(got.has_alternative);
	/* Own months suffice: the choice does not matter. */
	tot_qualify(&got, &own, 30, NULL, &lent, NO_CUT, 30);
	assert_false(got.has_alternative);
}

static void random_lives_count_every_month_once(void **state)
{
	(void)state;
	for (uint64_t s = 1; s <= 2000; s++) {
		uint64_t seed = s;
		struct tot_months own = {{0}}, other = {{0}};
		for (int i = random_int(&seed, 0, 8); i > 0; i--) {
			const tot_month at = random_int(&seed, 900, 1400);
			tot_months_add_range(i % 2 ? &own : &other, at,
					     at + random_int(&seed, 0, 60));
		}
		const tot_month cut = random_int(&seed, 1000, 1500);
		const int required = random_int(&seed, 1, 480);
		const struct tot_lent lent = lent_by_japan(&five_years, other);
		struct tot_qualifying got = {0};
		tot_qualify(&got, &own, tot_months_count(&own), NULL, &lent, cut, required);
		struct tot_months seen = other;
		tot_months_clip(&seen, 0, cut);
		tot_months_or(&seen, &own);
		const bool alone = tot_months_count(&own) >= required;
		const int expected = tot_months_count(alone ? &own : &seen);
		if (got.counted != expected || got.met != (expected >= required) ||
		    got.own + got.lent != got.counted || got.by_agreement != (got.met && !alone) ||
		    tot_months_count_and(&got.lent_months, &own) != 0)
			fail_msg("seed %llu: %d own + %d lent = %d", (unsigned long long)s, got.own,
				 got.lent, got.counted);
	}
}

static void the_view_finds_what_is_lent_to_a_test(void **state)
{
	(void)state;
	struct tot_lent lent[2] = {{.condition = "DE.w5"}, {.condition = "DE.w35"}};
	const struct tot_view view = {.lent = lent, .lent_count = 2};
	assert_ptr_equal(tot_view_lent(&view, "DE.w35"), &lent[1]);
	assert_null(tot_view_lent(&view, "DE.w3"));
	assert_null(tot_view_lent(&(struct tot_view){0}, "DE.w5"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_months_alone),
		cmocka_unit_test(nothing_is_lent_when_own_months_suffice),
		cmocka_unit_test(all_accepted_months_are_lent),
		cmocka_unit_test(lent_months_that_do_not_reach_are_shown),
		cmocka_unit_test(months_that_overlap_entirely_lend_nothing),
		cmocka_unit_test(school_displaces_no_japanese_month_in_the_five_years),
		cmocka_unit_test(below_the_own_minimum_nothing_is_lent),
		cmocka_unit_test(months_from_the_cut_on_are_not_lent),
		cmocka_unit_test(a_rule_that_always_lends),
		cmocka_unit_test(credits_fill_only_free_months),
		cmocka_unit_test(the_mini_job_takes_its_months_before_the_splitting),
		cmocka_unit_test(lent_months_take_room_from_credits),
		cmocka_unit_test(underground_months_weigh_more_in_japan),
		cmocka_unit_test(a_dropped_month_weighs_nothing),
		cmocka_unit_test(a_disputed_kind_is_shown_both_ways),
		cmocka_unit_test(random_lives_count_every_month_once),
		cmocka_unit_test(the_view_finds_what_is_lent_to_a_test),
	};
	return cmocka_run_group_tests_name("scheme qualify", tests, NULL, NULL);
}
