/* The 5 years met early (s. 53) and by a pension until the regular age (s. 50 (1) sentence 2). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

static void expect_five(const char *periods, const char *event, const char *met_on)
{
	struct life life;
	char rest[1500];
	snprintf(rest, sizeof(rest), "},'periods':[%s],'events':[%s]", periods, event);
	open_person(&life, "1964-05-17", "male", rest);
	const struct tot_qualifying *test = test_of(&life, "DE.w5");
	assert_int_equal(test->met, met_on != NULL);
	if (met_on) {
		assert_month(test->met_on, met_on);
		assert_int_equal(test->missing, 0);
		assert_true(test->counted < test->required);
		assert_false(test->by_agreement);
		assert_true(benefit(&life, "DE.old_age.regular")->entitled);
		assert_non_null(strstr(test->title, "met"));
		assert_non_null(strstr(test->law, "s. 5"));
	}
	life_close(&life);
}

#define WORK(from, to) \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to "','pay':{'points':1}}"
#define ACCIDENT(since)                                               \
	"{'kind':'disability','since':'" since "','capacity':'none'," \
	"'work_accident':true}"

/* s. 53 (1) sentence 2: insured on the day, or 12 months in the two years before. */
static void accident_at_work(void **state)
{
	(void)state;
	expect_five(WORK("2024-04-15", "2024-12-31"), ACCIDENT("2024-05-10"), "2024-05");
	/* Two years before 2024-05-10: 2022-05-10 to 2024-05-09; 2022-05..2023-04 are 12 months. */
	expect_five(WORK("2022-05-01", "2023-04-30"), ACCIDENT("2024-05-10"), "2024-05");
	expect_five(WORK("2022-04-01", "2023-03-31"), ACCIDENT("2024-05-10"), NULL);
	/* s. 245 (1): after 1972 only. */
	expect_five(WORK("1972-01-01", "1972-12-31"), ACCIDENT("1972-06-10"), NULL);
	expect_five(WORK("1972-02-01", "1973-01-31"), ACCIDENT("1973-01-10"), "1973-01");
	/* The first of two, whatever their order. */
	expect_five(WORK("2024-01-15", "2024-12-31"),
		    ACCIDENT("2024-05-10") "," ACCIDENT("2024-03-10"), "2024-03");
	expect_five(WORK("2024-01-15", "2024-12-31"),
		    ACCIDENT("2024-03-10") "," ACCIDENT("2024-05-10"), "2024-03");
	/* A disability that is no accident at work. */
	expect_five(WORK("2022-05-01", "2024-12-31"),
		    "{'kind':'disability','since':'2024-05-10','capacity':'none'}", NULL);
}

/*
 * s. 53 (2): fully disabled within six years after training, with 12 compulsory months in the two
 * years before, which schooling makes longer.
 */
static void after_training(void **state)
{
	static const char training[] =
		"{'country':'DE','kind':'employment','from':'2018-09','to':'2020-08-31',"
		"'flags':['training'],'pay':{'points':1}}";
	static const char full[] = "{'kind':'disability','since':'2021-06-10','capacity':'none'}";
	static const char late[] = "{'kind':'disability','since':'2026-09-01','capacity':'none'}";
	static const char study[] =
		WORK("2016-07", "2017-06") ",{'country':'DE','kind':"
					   "'creditable_education','from':'2017-10','to':"
					   "'2021-03'}";
	(void)state;
	expect_five(training, full, "2021-06");
	expect_five(training, "{'kind':'disability','since':'2021-06-10','capacity':'partial'}",
		    NULL);
	/* Six years and a day after the end. */
	expect_five(training, late, NULL);
	/*
	 * From 2019-06-10 on no work; 22 months of school (2019-06..2021-03) move the frame to
	 * 2017-08-10, those of 2017-10 and later 20 more to 2015-12-10: 12 months of work.
	 */
	expect_five(study, full, "2021-06");
	/* 11 of them are too few. */
	expect_five(WORK("2016-07", "2017-05") ",{'country':'DE','kind':'creditable_education',"
					       "'from':'2017-10','to':'2021-03'}",
		    full, NULL);
}

/* s. 50 (1) sentence 2 no. 1: born 1964-05-17, the regular age is reached in 2031-05. */
static void pension_until_regular_age(void **state)
{
	(void)state;
	expect_five(WORK("1990-01", "1991-12"),
		    "{'kind':'benefit','country':'DE','what':'disability','from':'2020-01-01'}",
		    "2031-05");
	expect_five(WORK("1990-01", "1991-12"),
		    "{'kind':'benefit','country':'DE','what':'disability','from':'2020-01-01',"
		    "'to':'2031-05-31'}",
		    "2031-05");
	expect_five(WORK("1990-01", "1991-12"),
		    "{'kind':'benefit','country':'DE','what':'disability','from':'2020-01-01',"
		    "'to':'2031-04-30'}",
		    NULL);
	expect_five(WORK("1990-01", "1991-12"),
		    "{'kind':'benefit','country':'JP','what':'disability','from':'2020-01-01'}",
		    NULL);
	expect_five(WORK("1990-01", "1991-12"),
		    "{'kind':'benefit','country':'DE','what':'disability','from':'2031-06-01'}",
		    NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accident_at_work),
		cmocka_unit_test(after_training),
		cmocka_unit_test(pension_until_regular_age),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
