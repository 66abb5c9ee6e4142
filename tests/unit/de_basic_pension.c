/* Low pay before 1992, the basic-pension supplement and its income test: whole lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_special.h"

#define LOW_PAY                                                                           \
	"'periods':[{'country':'DE','kind':'employment','from':'1975-05','to':'1991-12'," \
	"'pay':{'points':8}},{'country':'DE','kind':'employment','from':'1992-01',"       \
	"'to':'2012-12','pay':{'points':12.6}}]"

/*
 * 200 months of 0.04 before 1992, 252 of 0.05 after: average 0.0456 below 0.0625. 1.5 x 0.04 = 0.06: 12 - 8 = 4 points.
 * Supplement: 24.6 / 452 = 0.0544, 0.0667 - 0.0544 = 0.0123, x 0.875 = 0.0108, x 420 = 4.5360. Pension 24.6 x 42.52 =
 * 1,045.99, supplement 192.87.
 */
static void low_pay_and_supplement(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "", LOW_PAY);
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_string_equal(factor(regular, "points"), "24.6000");
	assert_string_equal(factor(regular, "supplement"), "4.5360");
	assert_cents(&regular->amount, 104599 + 19287);
	assert_string_equal(regular->components->name, "general");
	assert_string_equal(regular->components->value, "1045.99");
	assert_string_equal(regular->components->next->name, "basic_pension_supplement");
	assert_string_equal(regular->components->next->value, "192.87");
	assert_true(has_reason(regular->reasons, regular->reason_count, "other_income"));
	life_close(&life);
}

/*
 * 2026, single: 500 + 1,045.99 = 1,545.99, 60 percent above 1,492: 32.39. Couple, 1,000 of the spouse: 60 percent of
 * 2,545.99 - 2,327 = 131.39. Divorced or dead: as a single person.
 */
static void income_test(void **state)
{
	static const struct {
		const char *spouse;
		tot_cents supplement;
	} cases[] = {
		{"", 16048},
		{"'family':{'spouse':{'born':'1960-01-01','sex':'female','nationalities':['DE'],"
		 "'married':'1990-01-01',"
		 "'yearly_income':{'amount':12000,'currency':'EUR'}}},",
		 6148},
		{"'family':{'spouse':{'born':'1960-01-01','sex':'female','nationalities':['DE'],"
		 "'married':'1990-01-01',"
		 "'divorced':'2000-01-01',"
		 "'yearly_income':{'amount':12000,'currency':'EUR'}}},",
		 16048},
		{"'family':{'spouse':{'born':'1960-01-01','sex':'female','nationalities':['DE'],"
		 "'married':'1990-01-01',"
		 "'died':'2020-01-01'}},",
		 16048},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		char rest[900];
		snprintf(rest, sizeof(rest), "%s%s", cases[i].spouse, LOW_PAY);
		open_man(&life, ",'other_income':{'amount':6000,'currency':'EUR'}", rest);
		assert_cents(&benefit(&life, "DE.old_age.regular")->amount,
			     104599 + cases[i].supplement);
		life_close(&life);
	}
}

/* 183.7561 yen a euro: 1,102,536.60 yen are 6,000.00 euro; with a rate of 100, 600,000 yen. */
static void income_in_yen(void **state)
{
	static const char *const rests[] = {
		"'compare':{'exchange':{'jpy_per_eur':100}},",
		"",
	};
	static const char *const amounts[] = {"600000", "1102537"};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct life life;
		char person[100], rest[600];
		snprintf(person, sizeof(person), ",'other_income':{'amount':%s,'currency':'JPY'}",
			 amounts[i]);
		snprintf(rest, sizeof(rest), "%s%s", rests[i], LOW_PAY);
		open_man(&life, person, rest);
		assert_cents(&benefit(&life, "DE.old_age.regular")->amount, 104599 + 16048);
		life_close(&life);
	}
}

/*
 * 1.5 x 0.05 is above 0.0625: 200 x 0.0625 - 10 = 2.5. Supplement: 25.1 / 452 = 0.0555, 0.0112 x 0.875 = 0.0098, x 420.
 * From 0.0625 on average nothing is raised; from 0.0667 there is no supplement. 0.02 before 1992 becomes 0.03, so that
 * these months are valued: 18.6 / 452 = 0.0412, 0.0255 x 0.875 = 0.0223, x 420.
 */
static void low_pay_at_the_limits(void **state)
{
	static const struct {
		const char *early, *late, *points, *supplement;
	} cases[] = {
		{"10", "12.6", "25.1000", "4.1160"},
		{"8", "25.2", "33.2000", "(none)"},
		{"4", "12.6", "18.6000", "9.3660"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		char rest[600];
		snprintf(rest, sizeof(rest),
			 "'periods':[{'country':'DE','kind':'employment','from':'1975-05',"
			 "'to':'1991-12','pay':{'points':%s}},{'country':'DE',"
			 "'kind':'employment','from':'1992-01','to':'2012-12',"
			 "'pay':{'points':%s}}]",
			 cases[i].early, cases[i].late);
		open_man(&life, "", rest);
		const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
		assert_string_equal(factor(regular, "points"), cases[i].points);
		assert_string_equal(factor(regular, "supplement"), cases[i].supplement);
		life_close(&life);
	}
}

/*
 * 2022-11-21, points (East) apart, born 1955-05-17, start 2021-03. 240 months West and 240 East of 0.04;
 * s. 262 lifts the 192 months before 1992 to 0.06: 3.84 West. Average (19.2 + 3.84) / 480 = 0.0480;
 * 0.0667 - 0.0480 = 0.0187, x 0.875 = 0.0164, x 420 = 6.8880, half of the valued months are East.
 * 13.44 x 36.02 = 484.11, 9.6 x 35.52 = 340.99; 3.444 x 36.02 = 124.05, x 35.52 = 122.33.
 */
static void supplement_east(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2022-11-21','person':{"
			 "'born':'1955-05-17','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'employment','from':'1976-01','to':'1995-12',"
			 "'pay':{'points':9.6}},"
			 "{'country':'DE','kind':'employment','from':'1996-01','to':'2015-12',"
			 "'region':'east','pay':{'points':9.6}}]}");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_month(regular->start, "2021-03");
	assert_string_equal(factor(regular, "points"), "23.0400");
	assert_string_equal(factor(regular, "supplement"), "6.8880");
	assert_cents(&regular->amount, 48411 + 34099 + 12405 + 12233);
	life_close(&life);
}

/* s. 97a (3). */
static void proof_abroad(void **state)
{
	static const char *const countries[] = {"JP", "DE"};
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct life life;
		char person[100];
		snprintf(person, sizeof(person),
			 ",'residence':[{'country':'%s','from':'2020-01-01'}]", countries[i]);
		open_man(&life, person, LOW_PAY);
		const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
		assert_true(has_reason(regular->reasons, regular->reason_count, "prove") ==
			    (i == 0));
		life_close(&life);
	}
}

/* Before 2021 there was no supplement; 34 years 11 months have no minimum of s. 262. */
static void conditions(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2020-11-21','person':{"
			 "'born':'1953-05-17','sex':'male','nationalities':['DE']}," LOW_PAY "}");
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "supplement"), "(none)");
	life_close(&life);
	open_man(&life, "",
		 "'periods':[{'country':'DE','kind':'employment','from':'1975-05',"
		 "'to':'2010-03','pay':{'points':20.95}}]");
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"), "20.9500");
	/* 419 of 420 months: cap 0.0334 + 23 x 0.001389 = 0.0653; 0.0153 x 0.875 = 0.0134, x 419. */
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "supplement"), "5.6146");
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(low_pay_and_supplement), cmocka_unit_test(income_test),
		cmocka_unit_test(income_in_yen),	  cmocka_unit_test(conditions),
		cmocka_unit_test(low_pay_at_the_limits),  cmocka_unit_test(proof_abroad),
		cmocka_unit_test(supplement_east),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
