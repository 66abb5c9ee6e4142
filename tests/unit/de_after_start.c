/* Contributions beside an old-age pension (s. 66 (3a), 76d), work underground (s. 85), s. 47, s. 11. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

#define WORK(from, to, pay) \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to "','pay':{" pay "}}"

static const char *component(const struct tot_benefit *benefit, const char *name)
{
	for (const struct tot_named *part = benefit->components; part; part = part->next)
		if (strcmp(part->name, name) == 0)
			return part->value;
	return "(none)";
}

/*
 * Regular age 65y5m in 2017-01, pension from 2017-02, 525 EUR a month from May 2017: 8 x 525 / 37,103
 * (preliminary) = 0.1132 from 2018-07, 17 months after it: x 1.085 = 0.1228 x 42.52 = 5.22; 2018: 6,300 /
 * 37,873 = 0.1663 x 1.145 = 0.1904, 8.10.
 */
static void after_the_regular_age(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1951-08-10", "male",
		    "},'periods':[" WORK("1980-01", "2016-12", "'points':37") "," WORK(
			    "2017-05", "2018-12",
			    "'monthly':525") "],'plan':{'claims':[{'country':'DE','benefit':'old_"
					     "age','type':'regular',"
					     "'start':'2017-02'}]}");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_cents(&regular->amount, 157324);
	assert_string_equal(component(regular, "more_from_2018-07"), "5.22");
	assert_string_equal(component(regular, "more_from_2019-07"), "8.10");
	/* s. 5 (4): said once. */
	int waivers = 0;
	for (size_t i = 0; i < regular->reason_count; i++)
		waivers += strstr(regular->reasons[i], "waived") != NULL;
	assert_int_equal(waivers, 1);
	life_close(&life);
}

/*
 * Early pension from 2023-01, regular age in 2024-06 (born 1958-06-10: 66): 1,500 EUR from 2024-01 to
 * 2024-06 / 45,358 = 0.1984 x 1.0 from 2024-07; July to December 2024 likewise, x 1.060, from 2025-07.
 */
static void before_the_regular_age(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1958-06-10", "male",
		    "},'periods':[" WORK("1980-01", "2022-12", "'points':43") "," WORK(
			    "2024-01", "2024-12",
			    "'monthly':1500") "],'plan':{'claims':[{'country':'DE','benefit':'old_"
					      "age','start':'2023-01'}]}");
	const struct tot_benefit *early = benefit(&life, "DE.old_age.long_insured");
	assert_true(early->chosen);
	/* 0.1984 x 42.52 = 8.44; 0.1984 x 1.06 = 0.2103 x 42.52 = 8.94. */
	assert_string_equal(component(early, "more_from_2024-07"), "8.44");
	assert_string_equal(component(early, "more_from_2025-07"), "8.94");
	life_close(&life);
}

/* Worked example de-050, and in a pension: 144 months underground, 12 points, factor 1.3333. */
static void underground(void **state)
{
	static const struct {
		int years;
		tot_points points;
	} cases[] = {{0, 0}, {5, 0}, {6, 1250}, {10, 6250}, {12, 11250}, {20, 31250}, {22, 38750}};
	struct life life;
	tot_points points;
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(tot_de_underground_points(&points, cases[i].years, law), TOT_OK);
		assert_int_equal(points, cases[i].points);
	}
	open_person(&life, "1958-05-17", "male",
		    "},'periods':[{'country':'DE','kind':'employment','from':'1990-01','to':"
		    "'2001-12','flags':['underground'],'pay':{'points':12}}]");
	/* (12 + 1.1250) x 1.3333 x 42.52: 680.30 + 63.78. */
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_string_equal(component(regular, "underground"), "63.78");
	assert_cents(&regular->amount, 68030 + 6378);
	life_close(&life);
}

#define DIVORCED(more)                                                             \
	"},'family':{'spouse':{'born':'1978-05-05','sex':'male','nationalities':[" \
	"'DE'],'married':'2010-06-01'," more "},'children':[{'born':'2015-04-10'}]},'periods':["

/*
 * s. 47: former husband dead on 2026-02-15. Own 24 points and child-raising 2015-05..2018-04 (2.9988);
 * total period 1997-03..2026-02 = 348 months, all assignable; consideration to 2025-04 counts 0.0833 a
 * month less what the contributions hold up to the ceiling.
 */
static void child_raising(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1980-03-10", "female",
		    DIVORCED("'divorced':'2020-01-01','died':'2026-02-15'")
			    WORK("2002-02", "2026-01", "'points':24") "]");
	const struct tot_benefit *pension = benefit(&life, "DE.survivor.child_raising");
	assert_true(pension->entitled && pension->chosen);
	assert_month(pension->start, "2026-03");
	assert_string_equal(factor(pension, "type_factor"), "1.0");
	assert_string_equal(factor(pension, "access_factor"), "0.892");
	/* 244 months from 2026-03 to 2046-06. */
	const int64_t before = pension->amount.value;
	life_close(&life);
	/* 36,000 EUR a year: net 1,800; free 1,122.53 + 238.11; 40 percent of 439.36 = 175.74. */
	open_person(&life, "1980-03-10", "female",
		    ",'other_income':{'amount':36000,'currency':'EUR'}" DIVORCED(
			    "'divorced':'2020-01-01','died':'2026-02-15'")
			    WORK("2002-02", "2026-01", "'points':24") "]");
	assert_cents(&benefit(&life, "DE.survivor.child_raising")->amount, before - 17574);
	life_close(&life);
}

static void expect_no_child_raising(const char *born, const char *rest, const char *reason)
{
	struct life life;
	open_person(&life, born, "female", rest);
	const struct tot_benefit *pension = benefit(&life, "DE.survivor.child_raising");
	assert_false(pension->entitled);
	assert_true(has_reason(pension->reasons, pension->reason_count, reason));
	life_close(&life);
}

static void no_child_raising(void **state)
{
	(void)state;
	expect_no_child_raising(
		"1950-03-10",
		"},'family':{'spouse':{'born':'1950-05-05','sex':'male','nationalities':['DE'],"
		"'married':'1970-06-01','divorced':'1977-06-30','died':'2026-02-15'},'children':[{"
		"'born':'2015-04-10'}]},'periods':[" WORK("2002-02", "2026-01", "'points':24") "]",
		"1977");
	expect_no_child_raising("1980-03-10",
				DIVORCED("'divorced':'2020-01-01','died':'2026-02-15'")
					WORK("2024-02", "2026-01", "'points':2") "]",
				"of 60");
	expect_no_child_raising(
		"1980-03-10",
		"},'family':{'spouse':{'born':'1978-05-05','sex':'male','nationalities':['DE'],"
		"'married':'2000-06-01','divorced':'2020-01-01','died':'2026-02-15'},'children':[{"
		"'born':'2008-10-10'}]},'periods':[" WORK("2002-02", "2026-01", "'points':24") "]",
		"no child");
}

static void expect_rehabilitation(const char *rest, bool due, const char *reason)
{
	struct life life;
	open_person(&life, "1980-03-10", "male", rest);
	const struct tot_benefit *rehabilitation = benefit(&life, "DE.rehabilitation");
	assert_int_equal(rehabilitation->entitled, due);
	if (reason)
		assert_true(
			has_reason(rehabilitation->reasons, rehabilitation->reason_count, reason));
	life_close(&life);
}

/* s. 11 (1), (2) no. 1, s. 12, s. 111; as of 2026-11-21. */
static void rehabilitation(void **state)
{
	(void)state;
	expect_rehabilitation("},'periods':[" WORK("2024-11-21", "2025-04", "'points':1") "]", true,
			      NULL);
	expect_rehabilitation("},'periods':[" WORK("2024-01", "2025-03", "'points':1") "]", false,
			      "): 5");
	expect_rehabilitation("},'periods':[" WORK("2005-01", "2019-12", "'points':15") "]", true,
			      NULL);
	expect_rehabilitation("},'periods':[" WORK("2005-01", "2019-11", "'points':15") "]", false,
			      "179 of 180");
	/* Abroad: a compulsory contribution in the month of the claim. */
	expect_rehabilitation(
		",'residence':[{'country':'JP','from':'2020-01-01'}]},'periods':[" WORK(
			"2005-01", "2019-12", "'points':15") "]",
		false, "s. 111");
	expect_rehabilitation(
		",'residence':[{'country':'JP','from':'2020-01-01'}]},'periods':[" WORK(
			"2005-01", "2026-12", "'points':22") "]",
		true, NULL);
	/* A pension for disability that is drawn opens it (s. 11 (1) no. 2). */
	expect_rehabilitation("},'periods':[" WORK("2016-01", "2023-12",
						   "'points':8") "],'events':[{'kind':'disability',"
								 "'since':'2024-02-10','capacity':"
								 "'none'}]",
			      true, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(after_the_regular_age), cmocka_unit_test(before_the_regular_age),
		cmocka_unit_test(underground),		 cmocka_unit_test(child_raising),
		cmocka_unit_test(no_child_raising),	 cmocka_unit_test(rehabilitation),
	};
	return cmocka_run_group_tests_name("tests", tests, load_law, free_law);
}
