/* Pensions to survivors: who, from when, how much (s. 46, 48, 67, 77, 78, 88, 97, 107). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_survivor_life.h"

/* Worked examples de-014, de-017, de-018 in one life: 3,000 EUR of wage beside the pension. */
static void worked_examples(void **state)
{
	struct life life;
	(void)state;
	open_man(&life,
		 WIDOW("1983-05-05", "2010-06-01",
		       ",'yearly_income':{'amount':36000,'currency':'EUR'}"),
		 CHILD("2015-04-10", ""), DEATH("2026-02-15"));
	expect_only(&life, "widow_large");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_true(large->chosen);
	assert_month(large->start, "2026-02");
	assert_string_equal(factor(large, "personal_points"), "36.5310");
	assert_string_equal(factor(large, "child_supplement"), "3.6360");
	assert_string_equal(component(large, "first_three_months"), "1553.30");
	assert_string_equal(component(large, "gross"), "939.35");
	assert_string_equal(component(large, "income_offset"), "-175.74");
	assert_cents(&large->amount, 93935 - 17574);
	const struct tot_benefit *orphan = widow(&life, "orphan_half");
	assert_true(orphan->entitled);
	assert_string_equal(factor(orphan, "orphan_supplement"), "36.5086");
	assert_cents(&orphan->amount, 31056);
	/* 24 x 763.61, not due without a remarriage (s. 107). */
	const struct tot_benefit *settlement = widow(&life, "remarriage_settlement");
	assert_false(settlement->entitled);
	assert_cents(&settlement->amount, 24 * 76361);
	life_close(&life);
}

/* s. 46 (1): 24 months after the month of the death; then large at 46 years and 6 months. */
static void small_pension(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ""), "", DEATH("2026-02-15"));
	expect_only(&life, "widow_small");
	const struct tot_benefit *small = widow(&life, "widow_small");
	/* 36.5310 x 0.25 x 42.52 = 388.32 */
	assert_cents(&small->amount, 38832);
	assert_string_equal(component(small, "first_three_months"), "1553.30");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_true(has_reason(large->reasons, large->reason_count, "2029-12"));
	/* Nine months paid to 2026-11, the day looked at: 24 - 10. */
	assert_cents(&widow(&life, "remarriage_settlement")->amount, 14 * 38832);
	life_close(&life);
	/* The last month is 2024-02 after a death in 2022-02: gone in 2026. */
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ""), "", DEATH("2022-02-15"));
	expect_only(&life, "none");
	assert_true(has_reason(widow(&life, "widow_small")->reasons,
			       widow(&life, "widow_small")->reason_count, "2024-02"));
	life_close(&life);
}

/* s. 242a, s. 255: married before 2002, one of them born before 1962-01-02: 0.6, without supplement. */
static void old_law(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1961-06-01", "male",
		"},'family':{'spouse':" WIDOW("1975-01-20", "1999-06-01", "") ",'children':[" CHILD(
			"2000-04-10",
			"") "]},'periods':[" WORK("1990-01", "2025-12",
						  "36") "],'events':[" DEATH("2026-02-15") "]");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_true(large->entitled);
	assert_string_equal(factor(large, "type_factor"), "0.6");
	assert_string_equal(factor(large, "child_supplement"), "(none)");
	life_close(&life);
	/* Small without an end under the old law. */
	open_person(
		&life, "1961-06-01", "male",
		"},'family':{'spouse':" WIDOW("1983-01-20", "2001-12-31", "") "},'periods':[" WORK(
			"1990-01", "2019-12", "30") "],'events':[" DEATH("2020-02-15") "]");
	expect_only(&life, "widow_small");
	life_close(&life);
}

static void expect_none(const char *spouse, const char *death, const char *reason)
{
	struct life life;
	open_man(&life, spouse, "", death);
	expect_only(&life, "none");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_true(has_reason(large->reasons, large->reason_count, reason));
	life_close(&life);
}

/* s. 46 (1), (2a), s. 243. */
static void no_right(void **state)
{
	struct life life;
	(void)state;
	expect_none(WIDOW("1983-05-05", "2025-02-16", ""), DEATH("2026-02-15"), "less than a year");
	expect_none(WIDOW("1983-05-05", "2010-06-01", ",'divorced':'2020-01-01'"),
		    DEATH("2026-02-15"), "s. 243");
	expect_none(WIDOW("1983-05-05", "2010-06-01", ",'died':'2026-08-01'"), DEATH("2026-02-15"),
		    "2026-08-01");
	/* One year to the day, or an accident at work. */
	open_man(&life, WIDOW("1983-05-05", "2025-02-15", ""), "", DEATH("2026-02-15"));
	expect_only(&life, "widow_small");
	life_close(&life);
	open_man(&life, WIDOW("1983-05-05", "2025-12-15", ""), "",
		 "{'kind':'death','on':'2026-02-15','work_accident':true}");
	expect_only(&life, "widow_small");
	life_close(&life);
	/* 59 months of the deceased. */
	open_person(
		&life, "1980-03-10", "male",
		"},'family':{'spouse':" WIDOW("1983-05-05", "2010-06-01", "") "},'periods':[" WORK(
			"2021-03", "2026-01", "5") "],'events':[" DEATH("2026-02-15") "]");
	expect_only(&life, "none");
	assert_true(has_reason(widow(&life, "widow_small")->reasons,
			       widow(&life, "widow_small")->reason_count, "59 of 60"));
	life_close(&life);
}

/* s. 107: the brochure's case is 24 monthly pensions; the right ends with the remarriage. */
static void remarriage(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ",'remarried':'2026-10-10'"),
		 CHILD("2015-04-10", ""), DEATH("2026-02-15"));
	expect_only(&life, "none");
	const struct tot_benefit *settlement = widow(&life, "remarriage_settlement");
	assert_true(settlement->entitled);
	assert_month(settlement->start, "2026-10");
	assert_cents(&settlement->amount, 24 * 93935);
	assert_null(settlement->amount.per);
	assert_true(widow(&life, "orphan_half")->entitled);
	life_close(&life);
	/* Too late: the small pension had ended. */
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ",'remarried':'2024-03-10'"), "",
		 DEATH("2022-02-15"));
	assert_false(widow(&life, "remarriage_settlement")->entitled);
	life_close(&life);
}

/* s. 46 (2) nos. 1-3: a child, an age, a disability make it large. */
static void large_by(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WIDOW("1979-08-15", "2010-06-01", ""), "", DEATH("2026-02-15"));
	expect_only(&life, "widow_large");
	assert_month(widow(&life, "widow_large")->start, "2026-02");
	life_close(&life);
	/* 46 years and 6 months on 2026-03-14: large from April. */
	open_man(&life, WIDOW("1979-09-15", "2010-06-01", ""), "", DEATH("2026-02-15"));
	expect_only(&life, "widow_large");
	assert_month(widow(&life, "widow_large")->start, "2026-04");
	life_close(&life);
	open_man(&life, WIDOW("1990-01-01", "2015-06-01", ",'disabled':true"), "",
		 DEATH("2026-02-15"));
	expect_only(&life, "widow_large");
	life_close(&life);
	open_man(&life, WIDOW("1990-01-01", "2015-06-01", ""),
		 CHILD("2000-01-01", ",'disabled':true"), DEATH("2026-02-15"));
	expect_only(&life, "widow_large");
	life_close(&life);
	/* 18 years on 2026-11-10: to the end of the month; on 2026-10-10: over. */
	open_man(&life, WIDOW("1990-01-01", "2015-06-01", ""), CHILD("2008-11-11", ""),
		 DEATH("2026-02-15"));
	expect_only(&life, "widow_large");
	life_close(&life);
	open_man(&life, WIDOW("1990-01-01", "2015-06-01", ""), CHILD("2008-10-11", ""),
		 DEATH("2026-02-15"));
	expect_only(&life, "widow_small");
	life_close(&life);
}

/* s. 48 (4): 18, 27 in education or disabled; two children; a full orphan. */
static void orphans(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "", CHILD("2005-04-10", ""), DEATH("2026-02-15"));
	assert_false(widow(&life, "orphan_half")->entitled);
	life_close(&life);
	open_man(&life, "", CHILD("2005-04-10", ",'in_education_until':'2027-09-30'"),
		 DEATH("2026-02-15"));
	assert_true(widow(&life, "orphan_half")->entitled);
	life_close(&life);
	open_man(&life, "", CHILD("1999-10-10", ",'disabled':true"), DEATH("2026-02-15"));
	assert_false(widow(&life, "orphan_half")->entitled);
	life_close(&life);
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ",'died':'2024-08-01'"),
		 CHILD("2015-04-10", "") "," CHILD("2018-04-10", ""), DEATH("2026-02-15"));
	const struct tot_benefit *full = widow(&life, "orphan_full");
	assert_true(full->entitled);
	assert_true(has_reason(full->reasons, full->reason_count, "2 children"));
	/* (288 + 245 x 288 / 347) x 0.0750 x 0.892 = 32.8708; (36.5310 + 32.8708) x 0.2 x 42.52. */
	assert_string_equal(factor(full, "orphan_supplement"), "32.8708");
	assert_cents(&full->amount, 59019);
	life_close(&life);
}

/* s. 88 (2), s. 99 (2): the pensioner's personal points; from the month after the death. */
static void of_a_pensioner(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1958-05-17", "male",
		"},'family':{'spouse':" WIDOW("1960-05-05", "1985-06-01", "") "},'periods':[" WORK(
			"1980-01", "2019-12",
			"40") "],'events':[" DEATH("2025-03-10") "],'plan':{'claims':[{'country':'"
								 "DE','benefit':'old_age',"
								 "'start':'2023-06'}]}");
	const struct tot_benefit *old_age = benefit(&life, "DE.old_age.long_insured");
	assert_true(old_age->entitled);
	/* Age limit 66 in 2024-05: 12 months early. */
	assert_string_equal(factor(old_age, "personal_points"), "38.5600");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_month(large->start, "2025-04");
	assert_string_equal(factor(large, "personal_points"), "38.5600");
	/* Old law: 38.56 x 0.6 x 42.52 = 983.74. */
	assert_cents(&large->amount, 98374);
	life_close(&life);
}

/* The five years met by the pension that was drawn (s. 50 (1) sentence 2 no. 2). */
static void of_a_pensioner_without_five_years(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1958-05-17", "male",
		"},'family':{'spouse':" WIDOW("1960-05-05", "1985-06-01", "") "},'periods':[" WORK(
			"2020-01", "2022-12",
			"3") "],'events':[" DRAWN("2023-01-01") "," DEATH("2023-08-10") "]");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_true(large->entitled);
	assert_true(large->test->met);
	assert_int_equal(large->test->own, 36);
	life_close(&life);
}

/* Facts of the family that decide nothing: a later marriage, a later death. */
static void families(void **state)
{
	struct life life;
	(void)state;
	expect_none(WIDOW("1970-05-05", "2026-05-01", ""), DEATH("2026-02-15"), "not married");
	/* A divorce or a death of the spouse that comes later than the day looked at changes nothing. */
	open_man(&life, WIDOW("1970-05-05", "2010-06-01", ",'died':'2026-12-24'"), "",
		 DEATH("2026-02-15"));
	assert_true(widow(&life, "widow_large")->entitled);
	life_close(&life);
	/* A death to come: looked at on its day. A parent's death after it leaves half an orphan. */
	open_man(&life, WIDOW("1970-05-05", "2010-06-01", ",'died':'2030-01-01'"),
		 CHILD("2015-04-10", ""), DEATH("2027-02-15"));
	assert_true(widow(&life, "orphan_half")->entitled);
	life_close(&life);
	/* No pension of a child either: 59 months. */
	open_person(&life, "1980-03-10", "male",
		    "},'family':{'children':[" CHILD("2015-04-10", "") "]},'periods':[" WORK(
			    "2021-03", "2026-01", "5") "],'events':[" DEATH("2026-02-15") "]");
	assert_false(widow(&life, "orphan_half")->entitled);
	life_close(&life);
}

/* A pension for disability was drawn: its personal points at least (s. 88 (2)). */
static void of_a_disabled_person(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WIDOW("1970-05-05", "2010-06-01", ""), "",
		 "{'kind':'disability','since':'2026-02-15','capacity':'none'}," DEATH(
			 "2026-08-10"));
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_month(large->start, "2026-09");
	assert_string_equal(factor(large, "personal_points"), "36.5310");
	life_close(&life);
}

/* s. 77 (2) no. 4 b: each month after the regular age that was let pass brings 0.005. */
static void let_pass(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1958-05-17", "male",
		"},'family':{'spouse':" WIDOW("1960-05-05", "1985-06-01", "") "},'periods':[" WORK(
			"1980-01", "2019-12",
			"40") "],'events':[" DEATH("2025-03-10") "],'plan':{'claims':[{'country':'"
								 "DE','benefit':'old_age',"
								 "'start':'2026-06'}]}");
	/* Regular age from 2024-06, the month after the death is 2025-04: 10 months. */
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_month(large->start, "2025-03");
	assert_string_equal(factor(large, "access_factor"), "1.050");
	assert_string_equal(factor(large, "personal_points"), "42.0000");
	life_close(&life);
}

/* SGB IV s. 18b (5): own pensions less 14 percent, yen at the rate of the comparison. */
static void foreign_income(void **state)
{
	struct life life;
	(void)state;
	open_man(&life,
		 WIDOW("1970-05-05", "2010-06-01",
		       ",'own_pension':{'DE':1200,'JP.basic':60000,'JP.employees':20000}"),
		 "",
		 DEATH("2026-02-15") "],'compare':{'exchange':{'jpy_per_eur':160}},'postings':[");
	/* 1,200 + 375 + 125 = 1,700; x 0.86 = 1,462; - 1,122.53 = 339.47; 40 percent 135.79. */
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_string_equal(component(large, "income_offset"), "-135.79");
	life_close(&life);
}

/* The months of s. 78 in two schemes. */
static void orphan_points(void **state)
{
	tot_points points[TOT_DE_BRANCHES];
	const struct tot_de_orphan_months months = {
		.contributions = 288, .other = 245, .considered = 288, .assignable = 347};
	const struct tot_de_orphan_months miners = {.miners = 120};
	(void)state;
	assert_int_equal(tot_de_orphan_points(points, &months, 892, false, law, NULL), TOT_OK);
	assert_int_equal(points[TOT_DE_WEST], 365086);
	assert_int_equal(points[TOT_DE_MINERS], 0);
	assert_int_equal(tot_de_orphan_points(points, &miners, 1000, true, law, NULL), TOT_OK);
	/* 120 x 0.0563 */
	assert_int_equal(points[TOT_DE_MINERS], 67560);
	assert_int_equal(points[TOT_DE_WEST], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_examples),
		cmocka_unit_test(small_pension),
		cmocka_unit_test(old_law),
		cmocka_unit_test(no_right),
		cmocka_unit_test(remarriage),
		cmocka_unit_test(large_by),
		cmocka_unit_test(orphans),
		cmocka_unit_test(of_a_pensioner),
		cmocka_unit_test(of_a_pensioner_without_five_years),
		cmocka_unit_test(families),
		cmocka_unit_test(of_a_disabled_person),
		cmocka_unit_test(let_pass),
		cmocka_unit_test(foreign_income),
		cmocka_unit_test(orphan_points),
	};
	return cmocka_run_group_tests_name("tests", tests, load_law, free_law);
}
