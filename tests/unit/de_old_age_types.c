/* Severely disabled persons, miners, the first 45-year pensions, the choice of the best. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

#define DISABLED "DE.old_age.severely_disabled"
#define LONG_45 "DE.old_age.especially_long_insured"

/*
 * Born 1964-05-17, work 1982-01 to 2026-12 (45 years, 45 points), disability recognised on a day.
 */
static void open_disabled(struct life *life, const char *recognised, const char *claim)
{
	char rest[800];
	snprintf(rest, sizeof(rest),
		 ",'severely_disabled_from':'%s'},'periods':[{'country':'DE','kind':'employment',"
		 "'from':'1982-01','to':'2026-12','pay':{'points':45}}],"
		 "'plan':{'claims':[{'country':'DE','benefit':'old_age',%s}]}",
		 recognised, claim);
	open_person(life, "1964-05-17", "male", rest);
}

static void expect_paid(const struct life *life, const char *id, const char *start,
			const char *access, bool chosen)
{
	const struct tot_benefit *paid = benefit(life, id);
	assert_true(paid->entitled);
	assert_month(paid->start, start);
	assert_string_equal(factor(paid, "access_factor"), access);
	assert_int_equal(paid->chosen, chosen);
}

/* s. 37: 62 with 36 x 0.003, 65 without. */
static void severely_disabled(void **state)
{
	struct life life;
	(void)state;
	open_disabled(&life, "2020-01-01", "'age':'63'");
	expect_paid(&life, DISABLED, "2027-06", "0.928", true);
	expect_paid(&life, "DE.old_age.long_insured", "2027-06", "0.856", false);
	assert_month(benefit(&life, DISABLED)->earliest_start, "2026-06");
	/* 45 x 0.928 = 41.7600 x 42.52 = 1,775.64 (1,775.6352). */
	assert_cents(&benefit(&life, DISABLED)->amount, 177564);
	life_close(&life);
	open_disabled(&life, "2020-01-01", "'type':'severely_disabled','when':'earliest'");
	expect_paid(&life, DISABLED, "2026-06", "0.892", true);
	life_close(&life);
}

/*
 * s. 37 no. 2: at the beginning of the pension, so from the month after a recognition within a
 * month.
 */
static void recognised_late(void **state)
{
	struct life life;
	(void)state;
	open_disabled(&life, "2027-02-10", "'type':'severely_disabled','when':'earliest'");
	/* 2027-03 to 2029-06, the month of 65: 27 months. */
	expect_paid(&life, DISABLED, "2027-03", "0.919", true);
	life_close(&life);
	open_disabled(&life, "2027-02-01", "'type':'severely_disabled','age':'62'");
	expect_paid(&life, DISABLED, "2027-02", "0.916", true);
	const struct tot_benefit *paid = benefit(&life, DISABLED);
	assert_true(has_reason(paid->reasons, paid->reason_count, "recognised later"));
	life_close(&life);
}

static void not_recognised(void **state)
{
	struct life life;
	(void)state;
	open_career(&life, "'type':'severely_disabled','age':'65'");
	const struct tot_benefit *refused = benefit(&life, DISABLED);
	assert_false(refused->entitled);
	assert_int_equal(refused->earliest_start, TOT_MONTH_NONE);
	assert_true(has_reason(refused->reasons, refused->reason_count, "degree of 50"));
	assert_int_equal(refused->reason_count, 1);
	life_close(&life);
	open_career(&life, "'age':'65'");
	assert_null(tot_findings_find_benefit(&life.found, DISABLED));
	assert_null(tot_findings_find_benefit(&life.found, "DE.old_age.miners"));
	life_close(&life);
	/* Recognised, but 24 months of 35 years. */
	open_person(&life, "1964-05-17", "female",
		    ",'severely_disabled_from':'2020-01-01'},'periods':[{'country':'DE','kind':"
		    "'employment','from':'2000-01','to':'2001-12','pay':{'points':2}}]");
	refused = benefit(&life, DISABLED);
	assert_false(refused->entitled);
	assert_true(has_reason(refused->reasons, refused->reason_count, "396 missing"));
	life_close(&life);
}

/*
 * s. 89 (1): from 65 both pay 45 x 42.52; of equal ones no. 3 (disabled) is before no. 3a (45
 * years).
 */
static void choice_of_the_best(void **state)
{
	struct life life;
	(void)state;
	open_disabled(&life, "2020-01-01", "'age':'65'");
	expect_paid(&life, DISABLED, "2029-06", "1.000", true);
	expect_paid(&life, LONG_45, "2029-06", "1.000", false);
	expect_paid(&life, "DE.old_age.long_insured", "2029-06", "0.928", false);
	life_close(&life);
	/*
	 * At 67 all are equal: no. 1, the regular pension. No increase between 65 and 67 (s. 77
	 * (2) no. 2 b).
	 */
	open_disabled(&life, "2020-01-01", "'when':'regular'");
	expect_paid(&life, "DE.old_age.regular", "2031-06", "1.000", true);
	expect_paid(&life, DISABLED, "2031-06", "1.000", false);
	life_close(&life);
	/* A year late: 12 x 0.005 for each type. */
	open_disabled(&life, "2020-01-01", "'type':'severely_disabled','age':'68'");
	expect_paid(&life, DISABLED, "2032-06", "1.060", true);
	life_close(&life);
}

/* s. 40: 25 years underground, 62. */
static void open_miner(struct life *life, const char *from, const char *claim)
{
	char rest[800];
	snprintf(rest, sizeof(rest),
		 "},'periods':[{'country':'DE','kind':'employment','from':'%s','to':'2009-12',"
		 "'flags':['underground'],'pay':{'points':25}}],"
		 "'plan':{'claims':[{'country':'DE','benefit':'old_age',%s}]}",
		 from, claim);
	open_person(life, "1964-05-17", "male", rest);
}

static void miners(void **state)
{
	struct life life;
	(void)state;
	open_miner(&life, "1985-01", "'when':'earliest'");
	expect_paid(&life, "DE.old_age.miners", "2026-06", "1.000", true);
	assert_int_equal(test_of(&life, "DE.w25")->own, 300);
	life_close(&life);
	open_miner(&life, "1985-02", "'type':'miners','age':'62'");
	const struct tot_benefit *refused = benefit(&life, "DE.old_age.miners");
	assert_false(refused->entitled);
	assert_true(has_reason(refused->reasons, refused->reason_count, "299 of 300"));
	life_close(&life);
}

/* s. 38 from 2012 (65 for all), s. 236b from July 2014 (63): 46 years from 1965-01 to 2011-06. */
static void first_years_of_45(void **state)
{
	static const char *const rows[][2] = {
		{"1946-06-15", "2012-01"}, /* 65 in 2011-06, but no such pension before 2012 */
		{"1947-01-15", "2012-02"}, /* 65 completed on 2012-01-14 */
		{"1949-03-10", "2014-04"}, /* 65 completed on 2014-03-09 */
		{"1949-06-01", "2014-06"}, /* born on the first: 65 completed on 2014-05-31 */
		{"1949-06-02", "2014-07"}, /* 65 completed on 2014-06-01 */
		{"1951-05-10", "2014-07"}, /* 63 completed on 2014-05-09: new law from July */
		{"1951-08-20", "2014-09"}, {"1952-12-31", "2016-01"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		open_person(&life, rows[i][0], "male",
			    "},'periods':[{'country':'DE','kind':'employment','from':'1965-01',"
			    "'to':'2011-06','pay':{'points':46}}],'plan':{'claims':[{'country':"
			    "'DE','benefit':'old_age','when':'earliest','type':"
			    "'especially_long_insured'}]}");
		assert_month(benefit(&life, LONG_45)->start, rows[i][1]);
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(severely_disabled),
		cmocka_unit_test(recognised_late),
		cmocka_unit_test(not_recognised),
		cmocka_unit_test(choice_of_the_best),
		cmocka_unit_test(miners),
		cmocka_unit_test(first_years_of_45),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
