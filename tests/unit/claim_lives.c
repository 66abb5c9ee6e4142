/* Lives in which one state's refund, strategy or third country changes what the other finds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "life.h"

/* 40 German and 60 Japanese months that do not overlap, of a person of a third country living there. */
#define HEAD                                                                               \
	"{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\","                    \
	"\"person\":{\"born\":\"1985-05-10\",\"sex\":\"male\",\"nationalities\":[\"BR\"]," \
	"\"residence\":[{\"country\":\"BR\",\"from\":\"2021-06-01\"}]},"
#define DE_40                                                                                   \
	"{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2011-01-01\",\"to\":\"2014-04-" \
	"30\","                                                                                 \
	"\"pay\":{\"monthly\":3000}}"
#define JP_60                                                                                   \
	"{\"country\":\"JP\",\"kind\":\"employment\",\"from\":\"2016-06-01\",\"to\":\"2021-05-" \
	"31\","                                                                                 \
	"\"pay\":{\"monthly\":300000}}"

static const struct tot_qualifying *test_of(const struct tot_outcome *outcome, const char *state,
					    const char *id)
{
	const struct tot_qualifying *test =
		tot_findings_find_test(tot_outcome_findings(outcome, state), id);
	assert_non_null(test);
	return test;
}

static void both_states_help_each_other(void **state)
{
	(void)state;
	struct life life;
	life_evaluate(&life, HEAD "\"periods\":[" DE_40 "," JP_60 "]}");
	const struct tot_qualifying *w5 = test_of(life.outcome, "DE", "DE.w5");
	/* 40 + 60 = 100 >= 60; in Japan 60 + 40 = 100 < 120. */
	assert_int_equal(w5->own, 40);
	assert_int_equal(w5->lent, 60);
	assert_true(w5->by_agreement);
	const struct tot_qualifying *ten = test_of(life.outcome, "JP", "JP.old_basic_10y");
	assert_int_equal(ten->counted, 100);
	assert_int_equal(ten->missing, 20);
	assert_int_equal(life.outcome->shared_months, 0);
	life_free(&life);
}

/* A lump sum taken in the past: its months are gone for Japan and cannot be lent to Germany. */
static void past_refund_takes_months_from_both(void **state)
{
	(void)state;
	struct life life;
	life_evaluate(&life, HEAD "\"periods\":[" DE_40 "," JP_60 "],\"events\":["
				  "{\"kind\":\"refund\",\"country\":\"JP\",\"scheme\":\"all\","
				  "\"filed\":\"2022-01-10\"}]}");
	const struct tot_qualifying *w5 = test_of(life.outcome, "DE", "DE.w5");
	assert_int_equal(w5->own, 40);
	assert_int_equal(w5->lent, 0);
	assert_int_equal(w5->missing, 20);
	assert_false(w5->met);
	assert_int_equal(test_of(life.outcome, "JP", "JP.old_basic_10y")->own, 0);
	life_free(&life);
}

/* 24 months after the last German month (2014-04) the refund is open; it ends Germany's five years. */
static void effects_name_what_is_lost(void **state)
{
	(void)state;
	struct life life;
	life_evaluate(&life, HEAD "\"periods\":[" DE_40 "," JP_60 "]}");
	const struct tot_findings *de = tot_outcome_findings(life.outcome, "DE");
	assert_int_equal(de->refund_count, 1);
	assert_true(de->refunds[0].eligible);
	assert_int_equal(de->refunds[0].effect_count, 2);
	assert_string_equal(de->refunds[0].effects[0], "DE.old_age.regular");
	assert_string_equal(de->refunds[0].effects[1], "DE.w5");
	life_free(&life);
}

static void strategy_refunds_in_date_order(void **state)
{
	(void)state;
	struct life life;
	life_evaluate(&life, HEAD "\"periods\":[" DE_40 "," JP_60 "]}");
	/* The Japanese window closed on 2023-05-31 (two years after 2021-06-01): asked in 2022 it pays. */
	struct tot_refund_plan plans[] = {{"DE", NULL, {2023, 1, 5}}, {"JP", "all", {2022, 1, 10}}};
	const struct tot_strategy strategy = {
		.id = "both", .title = "", .refunds = plans, .refund_count = 2};
	struct tot_outcome *with;
	assert_true(tot_evaluate(&with, life.scenario, &strategy, false, &life.ctx) >= 0);
	assert_true(with->taken_count >= 2);
	assert_string_equal(with->taken[0].refund.country, "JP");
	assert_string_equal(with->taken[with->taken_count - 1].refund.id, "DE.refund");
	assert_true(with->taken[with->taken_count - 1].paid);
	assert_int_equal(test_of(with, "DE", "DE.w5")->own, 0);
	life_free(&life);
}

static void strategy_adds_periods_and_claims(void **state)
{
	(void)state;
	struct life life;
	life_evaluate(&life, HEAD "\"periods\":[" DE_40 "," JP_60 "]}");
	const struct tot_period more = {.country = "JP",
					.kind = TOT_EMPLOYMENT,
					.from = {2027, 1, 1},
					.to = {2028, 8, 31},
					.pay = {.form = TOT_PAY_NONE},
					.pointer = ""};
	struct tot_period added[] = {more};
	struct tot_claim claims[] = {{.country = "DE",
				      .when = TOT_CLAIM_AGE,
				      .age = {70, 0},
				      .share = 1000000,
				      .pointer = ""}};
	const struct tot_strategy strategy = {.id = "stay",
					      .title = "",
					      .add_periods = added,
					      .add_period_count = 1,
					      .claims = claims,
					      .claim_count = 1};
	struct tot_outcome *with;
	assert_true(tot_evaluate(&with, life.scenario, &strategy, false, &life.ctx) >= 0);
	/* 60 + 20 own and 40 lent months are the ten years. */
	const struct tot_qualifying *ten = test_of(with, "JP", "JP.old_epi_10y");
	assert_int_equal(ten->own, 80);
	assert_int_equal(ten->counted, 120);
	assert_true(ten->by_agreement);
	/* Born 1985-05-10: 70 is completed on 2055-05-09, paid from June. */
	assert_int_equal(tot_outcome_findings(with, "DE")->planned_start, tot_month_make(2055, 6));
	life_free(&life);
}

/* No agreement in the law book lends American months to Germany yet: shown, not counted. */
static void third_country_is_shown_only(void **state)
{
	(void)state;
	struct life life;
	life_evaluate(&life,
		      HEAD "\"periods\":[" DE_40
			   ",{\"country\":\"US\",\"kind\":\"employment\",\"from\":\"2015-01\","
			   "\"to\":\"2015-12\"},{\"country\":\"US\",\"kind\":\"voluntary\","
			   "\"from\":\"2015-12\",\"to\":\"2016-01\"}]}");
	assert_int_equal(life.outcome->foreign_count, 1);
	struct tot_months months;
	tot_timeline_months(&months, &life.outcome->foreign[0], TOT_MONTH_LIMIT);
	assert_int_equal(tot_months_count(&months), 13);
	assert_int_equal(test_of(life.outcome, "DE", "DE.w5")->lent, 0);
	life_free(&life);
}

/* A fully exempt Japanese month: rejected for five years, accepted for 35, each with its other answer. */
static void disputed_kinds_have_two_answers(void **state)
{
	(void)state;
	struct life life;
	life_evaluate(&life,
		      HEAD "\"periods\":[" DE_40
			   ",{\"country\":\"JP\",\"kind\":\"exempt_full\",\"from\":\"2016-06\","
			   "\"to\":\"2018-05\"}]}");
	const struct tot_qualifying *w5 = test_of(life.outcome, "DE", "DE.w5");
	assert_int_equal(w5->counted, 40);
	assert_true(w5->has_alternative);
	assert_int_equal(w5->alternative_counted, 64);
	assert_true(w5->alternative_met);
	assert_string_equal(w5->alternative_choice, "de.w5.exempt_full: accept");
	const struct tot_qualifying *w35 = test_of(life.outcome, "DE", "DE.w35");
	assert_int_equal(w35->counted, 64);
	assert_int_equal(w35->alternative_counted, 40);
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_states_help_each_other),
		cmocka_unit_test(past_refund_takes_months_from_both),
		cmocka_unit_test(effects_name_what_is_lost),
		cmocka_unit_test(strategy_refunds_in_date_order),
		cmocka_unit_test(strategy_adds_periods_and_claims),
		cmocka_unit_test(third_country_is_shown_only),
		cmocka_unit_test(disputed_kinds_have_two_answers),
	};
	return cmocka_run_group_tests_name("claim_lives", tests, NULL, NULL);
}
