/* Amounts of survivors' pensions: child supplement, schemes, partial pension, limits (s. 66, 78a, 82, 88a, 97). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_survivor_life.h"

/*
 * s. 78a (2): the deceased raised the child; from the month of the death to the third birthday 2027-04 15
 * months are missing: 15 x 0.1010. A child born after the death: all 36.
 */
static void child_of_the_deceased(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ""),
		 "{'born':'2024-04-10','raised_by':'person'}", DEATH("2026-02-15"));
	assert_string_equal(factor(widow(&life, "widow_large"), "child_supplement"), "1.5150");
	life_close(&life);
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ""),
		 "{'born':'2015-04-10','raised_by':'person'}", DEATH("2026-02-15"));
	assert_string_equal(factor(widow(&life, "widow_large"), "child_supplement"), "(none)");
	life_close(&life);
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ""), CHILD("2026-06-10", ""),
		 DEATH("2026-02-15"));
	assert_string_equal(factor(widow(&life, "widow_large"), "child_supplement"), "3.6360");
	life_close(&life);
}

/* Months raised by turns: the widow's 2015-05..2016-03 and 2017-01..2018-04, 11 + 16 of 36. */
static void child_raised_by_turns(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ""),
		 "{'born':'2015-04-10','raised_by':[{'by':'spouse','from':'2015-04-10','to':'2016-"
		 "03-31'},{'by':'"
		 "person',"
		 "'from':'2016-04-01','to':'2016-12-31'},{'by':'spouse','from':'2017-01-01'}]}",
		 DEATH("2026-02-15"));
	assert_string_equal(factor(widow(&life, "widow_large"), "child_supplement"), "2.7270");
	life_close(&life);
	/* Without a word the mother raises. */
	open_man(&life, WIDOW("1983-05-05", "2010-06-01", ""), "{'born':'2015-04-10'}",
		 DEATH("2026-02-15"));
	assert_string_equal(factor(widow(&life, "widow_large"), "child_supplement"), "3.6360");
	life_close(&life);
	open_man(&life,
		 "{'born':'1983-05-05','sex':'male','nationalities':['DE'],'married':'2018-06-01'}",
		 "{'born':'2015-04-10'}", DEATH("2026-02-15"));
	assert_string_equal(factor(widow(&life, "widow_large"), "child_supplement"), "(none)");
	life_close(&life);
}

/*
 * Insured as a miner 1990-01..2019-12, 30 points, dead 2026-02-15 three months before the month after 65:
 * 0.991, 29.7300 of miners. Large, new law: 0.7333 of them (s. 82), x 42.52 = 927.00. The formula names
 * both schemes, the added period being of the general one.
 */
static void of_a_miner(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1961-06-01", "male",
		    "},'family':{'spouse':" WIDOW("1963-01-20", "2005-06-01",
						  "") "},'periods':[{'country':"
						      "'DE','kind':'employment','from':'1990-01','"
						      "to':'2019-12','flags':['miners'],'pay':{"
						      "'points':30}}],'events':[" DEATH(
							      "2026-02-15") "]");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_true(large->entitled);
	assert_non_null(strstr(large->formula, "29.7300 personal points (miners) x 0.7333"));
	life_close(&life);
}

/*
 * Half of the pension was drawn: 20 points x 0.964 = 19.2800; the other 20 are new at the death, 10 months
 * after the regular age (2024-06..2025-03): x 1.050 = 21.0000. 40.28 x 0.6 x 42.52 = 1,027.62.
 */
static void of_a_partial_pensioner(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1958-05-17", "male",
		"},'family':{'spouse':" WIDOW("1960-05-05", "1985-06-01", "") "},'periods':[" WORK(
			"1980-01", "2019-12",
			"40") "],'events':[" DEATH("2025-03-10") "],'plan':{'claims':[{'country':'"
								 "DE','benefit':'old_age',"
								 "'start':'2023-06','share':0.5}]"
								 "}");
	assert_string_equal(factor(benefit(&life, "DE.old_age.long_insured"), "personal_points"),
			    "19.2800");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_string_equal(factor(large, "personal_points"), "40.2800");
	assert_cents(&large->amount, 102762);
	life_close(&life);
}

/* s. 97: income takes the whole pension at most; s. 88a: two small pensions with many children. */
static void limits_of_the_amount(void **state)
{
	struct life life;
	(void)state;
	open_man(&life,
		 WIDOW("1970-05-05", "2010-06-01",
		       ",'yearly_income':{'amount':240000,'currency':'EUR'}"),
		 "", DEATH("2026-02-15"));
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_cents(&large->amount, 0);
	/* 36.5310 x 0.55 x 42.52 = 854.31 */
	assert_string_equal(component(large, "income_offset"), "-854.31");
	life_close(&life);
	/*
	 * Nine points in all at 0.892 and 245 months of added period are few; with 8 children 3.6360 + 252 x
	 * 0.0505 = 16.3620 points the later amount would be higher than the pension of the deceased.
	 */
	open_person(
		&life, "1980-03-10", "male",
		"},'family':{'spouse':" WIDOW("1970-05-05", "2010-06-01", "") ",'children':[" CHILD("1996-01-10", "") "," CHILD(
			"1997-02-10",
			"") "," CHILD("1998-03-10",
				      "") "," CHILD("1999-04-10",
						    "") "," CHILD("2000-05-10",
								  "") "," CHILD("2001-06-10",
										"") "," CHILD("2002"
											      "-07-"
											      "10",
											      "") "," CHILD("2003-08-10",
													    "") "]},'periods':[" WORK("2002-02",
																      "2026-01",
																      "4") "],'events':[" DEATH("2026-02-15") "]");
	large = widow(&life, "widow_large");
	assert_string_equal(factor(large, "child_supplement"), "16.3620");
	assert_string_equal(component(large, "gross"), component(large, "first_three_months"));
	assert_non_null(strstr(large->formula, "s. 88a"));
	life_close(&life);
}

/* A month without known pay is said in every survivor's pension. */
static void unknown_pay(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1980-03-10", "male",
		"},'family':{'spouse':" WIDOW("1970-05-05", "2010-06-01", "") "},'periods':[" WORK(
			"2002-02", "2024-12",
			"24") ",{'country':'DE','kind':'employment','from':"
			      "'2025-01','to':'2025-02'}],'events':[" DEATH("2026-02-15") "]");
	const struct tot_benefit *large = widow(&life, "widow_large");
	assert_int_equal(large->status, TOT_INCOMPLETE_RECORD);
	assert_true(has_reason(large->reasons, large->reason_count, "2 months is not known"));
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(child_of_the_deceased),
		cmocka_unit_test(child_raised_by_turns),
		cmocka_unit_test(of_a_miner),
		cmocka_unit_test(of_a_partial_pensioner),
		cmocka_unit_test(limits_of_the_amount),
		cmocka_unit_test(unknown_pay),
	};
	return cmocka_run_group_tests_name("tests", tests, load_law, free_law);
}
