/* Months and starts of whole lives, and how they are explained. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

/* A day fills its month (s. 122 (1)); overlapping records count once. */
static void days_fill_months(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1960-03-10", "male",
		    "},'periods':["
		    "{'country':'DE','kind':'employment','from':'2000-01-31','to':'2000-03-01'},"
		    "{'country':'DE','kind':'employment','from':'2000-02-10','to':'2000-04-15'},"
		    "{'country':'JP','kind':'employment','from':'2001-01','to':'2001-12'}]");
	expect_kind(&life, TOT_EMPLOYMENT, "2000-01..2000-04");
	assert_int_equal(test_of(&life, "DE.w5")->own, 4);
	assert_int_equal(test_of(&life, "DE.w5")->missing, 56);
	assert_false(benefit(&life, "DE.old_age.regular")->entitled);
	assert_true(has_reason(benefit(&life, "DE.old_age.regular")->reasons, 1, "4 of 60"));
	life_close(&life);
}

/* Born 1960-03-01: 17 completed on 1977-02-28, school counts from 1977-03; 96 months, the oldest first. */
static void education(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1960-03-01", "male",
		"},'periods':["
		"{'country':'DE','kind':'creditable_education','from':'1975-04','to':'1980-06'},"
		"{'country':'DE','kind':'creditable_education','from':'1983-01','to':'1990-12'},"
		"{'country':'DE','kind':'employment','from':'1984-01','to':'1984-12'}]");
	/* 1977-03..1980-06 are 40 months, 56 are left: 1983-01..1987-08. */
	expect_kind(&life, TOT_CREDITABLE_EDUCATION, "1977-03..1980-06, 1983-01..1987-08");
	assert_int_equal(test_of(&life, "DE.w35")->own, 96);
	assert_int_equal(test_of(&life, "DE.w5")->own, 12);
	life_close(&life);
}

/* An open record runs to the month before the start; without a claim at most to the regular age. */
static void open_end(void **state)
{
	struct life life;
	(void)state;
	/* Born on 29 February: 67 is completed on 2051-02-28. */
	open_person(&life, "1984-02-29", "male",
		    "},'periods':[{'country':'DE','kind':'employment','from':'2020-01'}]");
	expect_kind(&life, TOT_EMPLOYMENT, "2020-01..2051-02");
	assert_month(life.found.planned_start, "2051-03");
	life_close(&life);
	/* Four years at the regular age, and no claim: nothing is added after it. */
	open_person(&life, "1984-02-29", "male",
		    "},'periods':[{'country':'DE','kind':'employment','from':'2047-03'}]");
	assert_int_equal(test_of(&life, "DE.w5")->own, 48);
	assert_false(benefit(&life, "DE.old_age.regular")->entitled);
	life_close(&life);
	/* With a claim the record goes on until the five years are full. */
	open_person(&life, "1984-02-29", "male",
		    "},'periods':[{'country':'DE','kind':'employment','from':'2047-03',"
		    "'pay':{'monthly':3000}}],"
		    "'plan':{'claims':[{'country':'DE','benefit':'old_age','when':'regular'}]}");
	assert_month(benefit(&life, "DE.old_age.regular")->start, "2052-03");
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "access_factor"), "1.000");
	assert_month(life.found.planned_start, "2052-03");
	expect_kind(&life, TOT_EMPLOYMENT, "2047-03..2052-02");
	assert_month(test_of(&life, "DE.w5")->met_on, "2052-02");
	life_close(&life);
}

/* --- starts --------------------------------------------------------------------------------------- */

/* Earliest: the long-insured pension at 63 with 48 months of deduction; the others start later. */
static void earliest(void **state)
{
	struct life life;
	(void)state;
	open_career(&life, "'when':'earliest'");
	const struct tot_benefit *by_35 = benefit(&life, "DE.old_age.long_insured");
	assert_month(by_35->start, "2027-06");
	assert_true(by_35->chosen);
	assert_string_equal(factor(by_35, "access_factor"), "0.856");
	/* 47.0000 x 0.856 = 40.2320; x 42.52 = 1,710.66 */
	assert_string_equal(factor(by_35, "personal_points"), "40.2320");
	assert_cents(&by_35->amount, 171066);
	assert_int_equal(by_35->age.years, 63);
	assert_int_equal(by_35->age.months, 0);
	assert_month(benefit(&life, "DE.old_age.especially_long_insured")->start, "2029-06");
	assert_month(benefit(&life, "DE.old_age.regular")->start, "2031-06");
	assert_false(benefit(&life, "DE.old_age.regular")->chosen);
	assert_month(life.found.planned_start, "2027-06");
	life_close(&life);
}

/* At 65 the pension without deduction is higher than that with 24 months of it (s. 89 (1)). */
static void best_at_65(void **state)
{
	struct life life;
	(void)state;
	open_career(&life, "'age':'65'");
	const struct tot_benefit *by_45 = benefit(&life, "DE.old_age.especially_long_insured");
	const struct tot_benefit *by_35 = benefit(&life, "DE.old_age.long_insured");
	assert_month(by_45->start, "2029-06");
	assert_month(by_35->start, "2029-06");
	assert_string_equal(factor(by_35, "access_factor"), "0.928");
	assert_true(by_45->chosen);
	assert_false(by_35->chosen);
	assert_month(by_35->earliest_start, "2027-06");
	assert_month(benefit(&life, "DE.old_age.regular")->start, "2031-06");
	assert_true(has_reason(benefit(&life, "DE.old_age.regular")->reasons, 1, "67"));
	life_close(&life);
}

/* At the regular age all are equal: the regular one is paid. A year later each has 12 x 0.005. */
static void regular_and_late(void **state)
{
	struct life life;
	(void)state;
	open_career(&life, "'when':'regular'");
	assert_true(benefit(&life, "DE.old_age.regular")->chosen);
	assert_false(benefit(&life, "DE.old_age.long_insured")->chosen);
	assert_cents(&benefit(&life, "DE.old_age.long_insured")->amount, 199844);
	life_close(&life);
	open_career(&life, "'start':'2032-06'");
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "access_factor"), "1.060");
	assert_string_equal(
		factor(benefit(&life, "DE.old_age.especially_long_insured"), "access_factor"),
		"1.060");
	/* 47 x 1.06 = 49.8200; x 42.52 = 2,118.35 */
	assert_cents(&benefit(&life, "DE.old_age.regular")->amount, 211835);
	life_close(&life);
}

/* A claim of one type waits for it; another type before is not paid. */
static void type_of_claim(void **state)
{
	struct life life;
	(void)state;
	open_career(&life, "'type':'especially_long_insured','age':'63'");
	assert_month(life.found.planned_start, "2029-06");
	assert_true(benefit(&life, "DE.old_age.especially_long_insured")->chosen);
	assert_month(benefit(&life, "DE.old_age.long_insured")->start, "2027-06");
	assert_false(benefit(&life, "DE.old_age.long_insured")->chosen);
	life_close(&life);
}

static void dead_before(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1964-05-17", "male",
		    "},'periods':[{'country':'DE','kind':'employment','from':'1980-01',"
		    "'to':'2026-06','pay':{'points':47}}],"
		    "'events':[{'kind':'death','on':'2026-07-01'}]");
	assert_false(benefit(&life, "DE.old_age.regular")->entitled);
	assert_true(benefit(&life, "DE.old_age.regular")->earliest_start == TOT_MONTH_NONE);
	life_close(&life);
	/* An open record ends with the life. */
	open_person(&life, "1964-05-17", "male",
		    "},'periods':[{'country':'DE','kind':'employment','from':'2026-01'}],"
		    "'events':[{'kind':'death','on':'2026-07-31'}]");
	assert_int_equal(test_of(&life, "DE.w5")->own, 7);
	expect_kind(&life, TOT_EMPLOYMENT, "2026-01..2026-07");
	life_close(&life);
}

/* --- explanation ---------------------------------------------------------------------------------- */

/* The tree of a pension has each year with its quotient, the factor and the product. */
static void explanation(void **state)
{
	struct life life;
	static const char *const steps[] = {"Qualifying period of 5 years",
					    "earnings points",
					    "age limit",
					    "access factor",
					    "personal points",
					    "monthly pension"};
	(void)state;
	open_career(&life, "'when':'regular'");
	const struct tot_step *step = tot_trace_find(&life.trace, "DE.old_age.regular");
	assert_non_null(step);
	assert_string_equal(step->value, "1,998.44 EUR");
	const struct tot_step *child = step->children;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++, child = child->next) {
		assert_non_null(child);
		assert_string_equal(child->label, steps[i]);
		assert_true(child->law[0] != '\0');
	}
	assert_string_equal(step->children->next->children->label, "1980");
	assert_string_equal(tot_trace_find(&life.trace, "DE.w5")->value, "met");
	assert_non_null(tot_trace_find(&life.trace, "DE.refund"));
	life_close(&life);
}

/* What is not computed is said once, and only where it matters. */
static void gaps(void **state)
{
	struct life life;
	(void)state;
	/* Contribution-free months are computed, but those of the miners' scheme as others. */
	for (int miners = 0; miners < 2; miners++) {
		char rest[300];
		bool said = false;
		snprintf(rest, sizeof(rest),
			 "},'periods':[{'country':'DE','kind':'employment','from':'1980-01',"
			 "'to':'2024-12',%s'pay':{'points':17}},{'country':'DE',"
			 "'kind':'creditable_sickness','from':'2025-01','to':'2026-12'}]",
			 miners ? "'flags':['miners']," : "");
		open_person(&life, "1964-05-17", "male", rest);
		for (const struct tot_diag_item *item = life.notices.first; item; item = item->next)
			said |= strcmp(item->code, "not-modelled") == 0;
		assert_true(said == (bool)miners);
		life_close(&life);
	}
	open_person(&life, "1990-05-17", "male", "},'periods':[]");
	assert_null(life.notices.first);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_fill_months), cmocka_unit_test(education),
		cmocka_unit_test(open_end),	    cmocka_unit_test(earliest),
		cmocka_unit_test(best_at_65),	    cmocka_unit_test(regular_and_late),
		cmocka_unit_test(type_of_claim),    cmocka_unit_test(dead_before),
		cmocka_unit_test(explanation),	    cmocka_unit_test(gaps),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
