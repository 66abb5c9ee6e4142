/* A third state, made up for this test: quarters, credits without a place, the same operations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "life.h"

enum { QUARTERS_REQUIRED = 10, CREDIT_QUARTERS = 2, PER_QUARTER = 5000 };

const struct tot_scheme *__real_tot_scheme_at(size_t index);
const struct tot_scheme *__real_tot_scheme_of(const char *state);
const struct tot_scheme *__wrap_tot_scheme_at(size_t index);
const struct tot_scheme *__wrap_tot_scheme_of(const char *state);

static enum tot_status place(struct tot_timeline *out, const struct tot_scenario *life,
			     tot_month open_end, struct tot_ctx *ctx)
{
	*out = (struct tot_timeline){.country = "US"};
	out->spans = tot_arena_alloc(ctx->arena, (life->period_count + 1) * sizeof(*out->spans));
	if (!out->spans)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *record = &life->periods[i];
		if (strcmp(record->country, "US") != 0)
			continue;
		struct tot_span *span = &out->spans[out->span_count++];
		const bool open = tot_date_is_none(record->to);
		*span = (struct tot_span){.record = record,
					  .kind = record->kind,
					  .from = record->from,
					  .to = record->to,
					  .open = open};
		tot_months_add_range(&span->months, tot_month_of(record->from),
				     open ? open_end : tot_month_of(record->to) + 1);
	}
	tot_timeline_collect(out);
	return TOT_OK;
}

static enum tot_status open_end(tot_month *out, const struct tot_view *view, struct tot_ctx *ctx)
{
	(void)view;
	*out = tot_month_of(ctx->as_of);
	return TOT_OK;
}

/* Own quarters, written as their first month. */
static void quarters(struct tot_months *out, const struct tot_timeline *own)
{
	struct tot_months months;
	*out = (struct tot_months){{0}};
	tot_timeline_months(&months, own, TOT_MONTH_LIMIT);
	for (tot_month m = tot_months_next(&months, 0); m != TOT_MONTH_NONE;
	     m = tot_months_next(&months, m + 1))
		tot_months_add(out, m - m % 3);
}

static enum tot_status entitle(struct tot_findings *out, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	struct tot_months own;
	struct tot_credit_months credits = {.months = {CREDIT_QUARTERS}, .count = 1};
	struct tot_qualifying *test =
		tot_findings_test(out, "US.fully_insured_qc", "quarters of coverage", "made up");
	out->planned_start = out->timeline_end = tot_month_of(ctx->as_of);
	quarters(&own, view->own);
	/* Credits of 2000 without a place: only the quarters of that year that are free. */
	for (tot_month q = tot_month_make(2000, 1); q < tot_month_make(2001, 1); q += 3)
		tot_months_add(&credits.within[0], q);
	tot_qualify(test, &own, tot_months_count(&own), &credits,
		    tot_view_lent(view, "US.fully_insured_qc"), out->planned_start,
		    QUARTERS_REQUIRED);
	struct tot_benefit *benefit =
		tot_findings_benefit(out, "US.old_age", "made-up pension", "made up");
	benefit->entitled = benefit->chosen = test->met;
	benefit->by_agreement = test->by_agreement;
	if (test->met)
		benefit->start = benefit->earliest_start = out->planned_start;
	return TOT_OK;
}

/* Lent quarters never reach an amount: the view has none. */
static enum tot_status pay(struct tot_findings *io, const struct tot_view *view,
			   struct tot_ctx *ctx)
{
	struct tot_months own;
	(void)ctx;
	assert_int_equal(view->lent_count, 0);
	quarters(&own, view->own);
	for (size_t i = 0; i < io->benefit_count; i++)
		if (io->benefits[i].entitled)
			io->benefits[i].amount = (struct tot_amount){
				true, tot_months_count(&own) * PER_QUARTER, "USD", "month"};
	return TOT_OK;
}

static enum tot_status no_refund(struct tot_findings *io, const struct tot_view *view,
				 struct tot_date filed, const char *voluntary, struct tot_ctx *ctx)
{
	(void)io;
	(void)view;
	(void)filed;
	(void)voluntary;
	(void)ctx;
	return TOT_OK;
}

static enum tot_status after_refund(struct tot_timeline *io, struct tot_date filed,
				    const char *which, const struct tot_scenario *life,
				    struct tot_ctx *ctx)
{
	(void)io;
	(void)filed;
	(void)which;
	(void)life;
	(void)ctx;
	return TOT_OK;
}

static enum tot_status contribution(struct tot_shares *out, const struct tot_period *record,
				    tot_month month, struct tot_ctx *ctx)
{
	(void)record;
	(void)month;
	(void)ctx;
	*out = (struct tot_shares){.base = 100, .employee = 6, .employer = 6, .currency = "USD"};
	return TOT_OK;
}

static const struct tot_scheme_ops ops = {.place = place,
					  .open_end = open_end,
					  .entitle = entitle,
					  .benefit = pay,
					  .refund = no_refund,
					  .after_refund = after_refund,
					  .contribution = contribution};
static const struct tot_scheme third = {.id = "us",
					.state = "US",
					.name = "Third State",
					.currency = "USD",
					.kinds = TOT_KIND_BIT(TOT_EMPLOYMENT),
					.ops = &ops};
/* The same state while its law is not written yet. */
static const struct tot_scheme named_only = {
	.id = "us", .state = "US", .name = "Third State", .currency = "USD"};
static bool third_is_built_in, without_operations;

static const struct tot_scheme *third_scheme(void)
{
	return without_operations ? &named_only : &third;
}

const struct tot_scheme *__wrap_tot_scheme_at(size_t index)
{
	const struct tot_scheme *scheme = __real_tot_scheme_at(index);
	const bool next = !scheme && index > 0 && __real_tot_scheme_at(index - 1);
	return next && third_is_built_in ? third_scheme() : scheme;
}

const struct tot_scheme *__wrap_tot_scheme_of(const char *state)
{
	return third_is_built_in && strcmp(state, "US") == 0 ? third_scheme()
							     : __real_tot_scheme_of(state);
}

#define HEAD                                                                                 \
	"{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{\"born\":" \
	"\"1966-06-15\",\"sex\":\"female\",\"nationalities\":[\"BR\"]},\"periods\":["
#define RECORD(country, from, to)                                                                 \
	"{\"country\":\"" country "\",\"kind\":\"employment\",\"from\":\"" from "\",\"to\":\"" to \
	"\"}"

static const struct tot_qualifying *test_in(const struct life *life, const char *state,
					    const char *id)
{
	const struct tot_findings *found = tot_outcome_findings(life->outcome, state);
	assert_non_null(found);
	const struct tot_qualifying *test = tot_findings_find_test(found, id);
	assert_non_null(test);
	return test;
}

static bool noticed(const struct life *life, const char *code, const char *part)
{
	for (const struct tot_diag_item *item = life->notices.first; item; item = item->next)
		if (strcmp(item->code, code) == 0 && strstr(item->text, part))
			return true;
	return false;
}

/* Three states in one life: each has its timeline, its tests and its amounts. */
static void a_third_state_passes_through(void **state)
{
	struct life life;
	(void)state;
	third_is_built_in = true;
	life_evaluate(&life, HEAD RECORD("US", "1998-01", "2000-02") "," RECORD(
				     "DE", "2005-01", "2005-12") "," RECORD("JP", "2010-01",
									    "2011-08") "]}");
	assert_int_equal(life.outcome->state_count, 3);
	/* 1998-Q1..2000-Q1 are 9 quarters; two credits lie in the free quarters of 2000: 11 of 10. */
	const struct tot_qualifying *test = test_in(&life, "US", "US.fully_insured_qc");
	assert_int_equal(test->own, 9);
	assert_int_equal(test->credits, 2);
	assert_true(test->met);
	assert_false(test->by_agreement);
	const struct tot_benefit *benefit =
		tot_findings_find_benefit(tot_outcome_findings(life.outcome, "US"), "US.old_age");
	assert_int_equal(benefit->amount.value, 9 * PER_QUARTER);
	/* The complete agreement binds the other two: 12 + 20 of 60 months. */
	assert_int_equal(test_in(&life, "DE", "DE.w5")->counted, 32);
	third_is_built_in = false;
	life_free(&life);
}

/* The agreement file lends to the made-up state: 20 months of 2010 and 2011 are 7 quarters (u1). */
static void an_agreement_file_lends_to_it(void **state)
{
	struct life life;
	struct tot_findings found = {.country = "US"};
	const struct tot_agreement *agreement, *chosen = NULL;
	(void)state;
	third_is_built_in = true;
	life_evaluate(&life, HEAD RECORD("US", "1998-01", "1999-06") "," RECORD("JP", "2010-01",
										"2011-08") "]}");
	for (size_t i = 0; (agreement = tot_law_agreement(life.law, i)); i++)
		if (strcmp(agreement->id, "us-jp") == 0)
			chosen = agreement;
	assert_non_null(chosen);
	struct tot_view view = {.life = life.scenario,
				.own = tot_outcome_timeline(life.outcome, "US")};
	struct tot_view alone = view;
	assert_int_equal(tot_aggregate(&view, &third, chosen, life.outcome, &life.ctx), TOT_OK);
	assert_int_equal(third.ops->entitle(&found, &view, &life.ctx), TOT_OK);
	assert_int_equal(third.ops->benefit(&found, &alone, &life.ctx), TOT_OK);
	const struct tot_qualifying *test = tot_findings_find_test(&found, "US.fully_insured_qc");
	/* 6 own quarters are the minimum of the agreement; 6 + 2 credits + 7 = 15. */
	assert_int_equal(test->own, 6);
	assert_int_equal(test->lent, 7);
	assert_int_equal(test->counted, 15);
	assert_true(test->met && test->by_agreement);
	assert_int_equal(found.benefits[0].amount.value, 6 * PER_QUARTER);
	third_is_built_in = false;
	life_free(&life);
}

/* Without its law the state is shown, does not count, and the report says so by name. */
static void months_elsewhere_do_not_count(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life, HEAD RECORD("DE", "2005-01", "2006-08") "," RECORD(
				     "US", "2010-01", "2013-06") "," RECORD("JP", "2015-01",
									    "2015-10") "]}");
	assert_int_equal(life.outcome->state_count, 2);
	assert_int_equal(life.outcome->foreign_count, 1);
	const struct tot_qualifying *test = test_in(&life, "DE", "DE.w5");
	assert_int_equal(test->counted, 30);
	assert_false(test->met);
	assert_true(noticed(&life, "third-state", "42 months in US are shown and do not count"));
	/* 20 own months and 14 quarters: de-us alone would meet the five years with 62. */
	assert_true(noticed(&life, "other-agreement", "agreement de-us"));
	assert_true(noticed(&life, "other-agreement", "DE.w5 with 62 of 60"));
	life_free(&life);
}

/* A scheme without operations: a name and months, no amount. */
static void a_scheme_without_operations(void **state)
{
	struct life life;
	(void)state;
	third_is_built_in = without_operations = true;
	life_evaluate(&life, HEAD RECORD("DE", "2005-01", "2006-08") "," RECORD("US", "2010-01",
										"2013-06") "]}");
	assert_int_equal(life.outcome->state_count, 2);
	assert_int_equal(life.outcome->foreign_count, 1);
	assert_true(noticed(&life, "third-state", "42 months in Third State are shown"));
	assert_true(noticed(&life, "third-state", "is not computed"));
	third_is_built_in = without_operations = false;
	life_free(&life);
}

/* 17 German months are below the minimum of de-us: nothing would change. */
static void below_the_minimum_nothing_changes(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life, HEAD RECORD("DE", "2005-01", "2006-05") "," RECORD("US", "2010-01",
										"2013-12") "]}");
	assert_false(noticed(&life, "other-agreement", "de-us"));
	life_free(&life);
}

/* The regulation of the EU runs over all its states at once: 12 + 30 + 30. */
static void several_states_of_one_agreement(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life, HEAD RECORD("DE", "2005-01", "2005-12") "," RECORD(
				     "FR", "2010-01", "2012-06") "," RECORD("IT", "2013-01",
									    "2015-06") "]}");
	assert_int_equal(test_in(&life, "DE", "DE.w5")->counted, 12);
	assert_true(noticed(&life, "other-agreement", "agreement eu-883"));
	assert_true(noticed(&life, "other-agreement", "DE.w5 with 72 of 60"));
	assert_true(noticed(&life, "third-state", "30 months in FR"));
	assert_true(noticed(&life, "third-state", "30 months in IT"));
	life_free(&life);
}

/* For this test the file of an agreement counts as complete. */
static void complete(const struct life *life, const char *id)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; (agreement = tot_law_agreement(life->law, i)); i++) {
		union {
			const struct tot_agreement *given;
			struct tot_agreement *open;
		} pass = {agreement};
		if (strcmp(agreement->id, id) == 0)
			pass.open->complete = true;
	}
}

/*
 * 60 Japanese months with 30 German or 60 American ones: each agreement alone, 90 and 120; never 150. The one
 * that brings a pension is taken.
 */
static void the_better_of_two_agreements(void **state)
{
	struct life life;
	(void)state;
	life_read(&life,
		  HEAD RECORD("JP", "2005-01", "2009-12") "," RECORD(
			  "DE", "2012-01", "2014-06") "," RECORD("US", "2016-01", "2020-12") "]}");
	complete(&life, "us-jp");
	assert_true(tot_evaluate(&life.outcome, life.scenario, NULL, true, &life.ctx) >= 0);
	const struct tot_qualifying *test = test_in(&life, "JP", "JP.old_basic_10y");
	assert_string_equal(test->agreement, "us-jp");
	assert_int_equal(test->lent, 60);
	assert_int_equal(test->counted, 120);
	assert_true(test->met);
	/* Germany still borrows from Japan: 30 + 60. */
	test = test_in(&life, "DE", "DE.w5");
	assert_string_equal(test->agreement, "de-jp");
	assert_int_equal(test->counted, 90);
	life_free(&life);
	/* With 60 German months more it is the other way round. */
	life_read(&life,
		  HEAD RECORD("JP", "2005-01", "2009-12") "," RECORD(
			  "DE", "2012-01", "2017-06") "," RECORD("US", "2018-01", "2020-12") "]}");
	complete(&life, "us-jp");
	assert_true(tot_evaluate(&life.outcome, life.scenario, NULL, true, &life.ctx) >= 0);
	test = test_in(&life, "JP", "JP.old_basic_10y");
	assert_string_equal(test->agreement, "de-jp");
	assert_int_equal(test->counted, 126);
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_third_state_passes_through),
		cmocka_unit_test(an_agreement_file_lends_to_it),
		cmocka_unit_test(months_elsewhere_do_not_count),
		cmocka_unit_test(below_the_minimum_nothing_changes),
		cmocka_unit_test(a_scheme_without_operations),
		cmocka_unit_test(several_states_of_one_agreement),
		cmocka_unit_test(the_better_of_two_agreements),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
