/* Facts in one state that change what another asks: longer frames of years, deemed conditions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "life.h"

#define HEAD(sex)                                                                                 \
	"{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{\"born\":"      \
	"\"1980-06-15\",\"sex\":\"" sex "\",\"nationalities\":[\"DE\"],\"residence\":["           \
	"{\"country\":\"DE\",\"from\":\"1980-06-15\",\"to\":\"2019-12-31\"},{\"country\":\"JP\"," \
	"\"from\":\"2020-01-01\",\"to\":\"2022-12-31\"},{\"country\":\"DE\",\"from\":"            \
	"\"2023-01-01\"}]},"
#define WORK                                                                                       \
	"\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2010-01-01\",\"to\":" \
	"\"2019-12-31\"}]"
#define DISABLED "{\"kind\":\"disability\",\"since\":\"2024-07-01\",\"capacity\":\"none\"}"

static const struct tot_qualifying *three_in_five(const struct life *life)
{
	const struct tot_qualifying *test =
		tot_findings_find_test(tot_outcome_findings(life->outcome, "DE"), "DE.em_3in5");
	assert_non_null(test);
	return test;
}

static void expect(const char *text, int own, bool by_agreement)
{
	struct life life;
	life_evaluate(&life, text);
	const struct tot_qualifying *test = three_in_five(&life);
	assert_int_equal(test->own, own);
	assert_int_equal(test->met, own >= 36);
	assert_int_equal(test->by_agreement, by_agreement);
	life_free(&life);
}

/*
 * s. 43 (4), agreement Art. 12: the five years before 2024-07-01 hold 6 months of work. 36 months of a
 * Japanese pension make them begin on 2016-07-01: 42 months.
 */
static void a_pension_of_the_other_state(void **state)
{
	(void)state;
	expect(HEAD("male") WORK ",\"events\":[" DISABLED "]}", 6, false);
	expect(HEAD("male") WORK
	       ",\"events\":[" DISABLED ",{\"kind\":\"benefit\",\"country\":\"JP\","
	       "\"what\":\"disability\",\"from\":\"2020-01-01\",\"to\":\"2022-12-31"
	       "\"}]}",
	       42, true);
	/* A survivor's pension is no such fact; a pension after the event neither. */
	expect(HEAD("male") WORK ",\"events\":[" DISABLED
				 ",{\"kind\":\"benefit\",\"country\":\"JP\","
				 "\"what\":\"survivor\",\"from\":\"2020-01-01\",\"to\":\"2022-12-31"
				 "\"}]}",
	       6, false);
	expect(HEAD("male") WORK ",\"events\":[" DISABLED
				 ",{\"kind\":\"benefit\",\"country\":\"JP\","
				 "\"what\":\"disability\",\"from\":\"2024-07-01\"}]}",
	       6, false);
}

/* Who needs no longer frame is not there by the agreement. */
static void only_if_needed(void **state)
{
	(void)state;
	expect(HEAD("male") "\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":"
			    "\"2010-01-01\",\"to\":\"2024-06-30\"}],\"events\":[" DISABLED
			    ",{\"kind\":\"benefit\",\"country\":\"JP\",\"what\":\"old_age\","
			    "\"from\":"
			    "\"2020-01-01\"}]}",
	       60, false);
}

/*
 * 18 months of consideration in Germany from 2023 alone reach back to 2018-01: 24 months of work. With the 36
 * months of raising in Japan the frame begins on 2015-01-01: 60. Raised by the other parent: nothing.
 */
static void a_child_raised_in_the_other_state(void **state)
{
	(void)state;
	expect(HEAD("female") WORK ",\"family\":{\"children\":[{\"born\":\"2019-12-20\"}]},"
				   "\"events\":[" DISABLED "]}",
	       60, true);
	expect(HEAD("male") WORK ",\"family\":{\"children\":[{\"born\":\"2019-12-20\"}]},"
				 "\"events\":[" DISABLED "]}",
	       6, false);
}

static const struct tot_agreement *agreement_of(const struct life *life, const char *id)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; (agreement = tot_law_agreement(life->law, i)); i++)
		if (strcmp(agreement->id, id) == 0)
			return agreement;
	fail_msg("no agreement %s", id);
	return NULL;
}

static const struct tot_deemed_spans *deemed(const struct life *life, const char *agreement,
					     const char *condition, int year, int month, int day)
{
	struct tot_ctx ctx = life->ctx;
	struct tot_view view = {.life = life->scenario};
	assert_int_equal(tot_aggregate(&view, tot_scheme_of("JP"), agreement_of(life, agreement),
				       life->outcome, &ctx),
			 TOT_OK);
	return tot_view_deemed(&view, condition, (struct tot_date){year, month, day});
}

/* Agreement Art. 13 (3): insured in Germany on the day counts as insured in Japan; to the day. */
static void a_day_in_insurance_of_the_other_state(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life,
		      HEAD("male") "\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\","
				   "\"from\":\"2010-01-01\",\"to\":\"2019-12-15\"},{\"country"
				   "\":\"JP\",\"kind\":\"employment\",\"from\":\"2020-01-01\","
				   "\"to\":\"2020-12-31\"}]}");
	const struct tot_deemed_spans *by =
		deemed(&life, "de-jp", "JP.insured_at_first_exam", 2019, 12, 15);
	assert_non_null(by);
	assert_string_equal(by->rule->id, "jp.insured_at_first_exam");
	assert_int_equal(by->rule->own_minimum, 1);
	assert_null(deemed(&life, "de-jp", "JP.insured_at_first_exam", 2019, 12, 16));
	assert_non_null(deemed(&life, "de-jp", "JP.insured_at_death", 2012, 5, 1));
	by = deemed(&life, "de-jp", "JP.death_within_5y_of_first_exam", 2012, 5, 1);
	assert_int_equal(by->rule->within_years, 5);
	life_free(&life);
}

/* us-jp Art. 6.3 (a): four quarters of the last eight, or six of the last thirteen. */
static void quarters_of_the_last_ones(void **state)
{
	struct life life;
	(void)state;
	life_evaluate(&life,
		      HEAD("male") "\"periods\":[{\"country\":\"US\",\"kind\":\"employment\","
				   "\"from\":\"2018-01-01\",\"to\":\"2018-12-31\"}]}");
	assert_non_null(deemed(&life, "us-jp", "JP.insured_at_first_exam", 2019, 12, 31));
	assert_null(deemed(&life, "us-jp", "JP.insured_at_first_exam", 2020, 1, 1));
	life_free(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pension_of_the_other_state),
		cmocka_unit_test(only_if_needed),
		cmocka_unit_test(a_child_raised_in_the_other_state),
		cmocka_unit_test(a_day_in_insurance_of_the_other_state),
		cmocka_unit_test(quarters_of_the_last_ones),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
