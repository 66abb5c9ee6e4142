/* A part of the pension (s. 42, s. 66 (3)) and the old limit of earnings (s. 34 until 2022). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/partial.h"
#include "unit/de_person.h"

/* 33.3333 x 0.3 = 9.99999 -> 10.0000; whole: nothing changes. */
static void points_of_a_part(void **state)
{
	tot_points points[] = {333333, 0, 5};
	(void)state;
	assert_int_equal(tot_de_take_share(points, 3, 300000, NULL), TOT_OK);
	assert_int_equal(points[0], 100000);
	assert_int_equal(points[1], 0);
	assert_int_equal(points[2], 2); /* 1.5 ten-thousandths */
	assert_int_equal(tot_de_take_share(points, 3, 1000000, NULL), TOT_OK);
	assert_int_equal(points[0], 100000);
	points[0] = INT64_MAX;
	assert_int_equal(tot_de_take_share(points, 1, 999999, NULL), TOT_OK);
}

/*
 * Born 1964-05-17, 47 points of 1980-01..2026-12, long-insured from 2027-06 with 48 x 0.003 less:
 * a half is 23.5000 x 0.856 = 20.1160 x 42.52 = 855.33 (855.3323).
 */
static void half_a_pension(void **state)
{
	struct life life;
	(void)state;
	open_career(&life, "'age':'63','share':0.5");
	const struct tot_benefit *half = benefit(&life, "DE.old_age.long_insured");
	assert_true(half->entitled && half->chosen);
	assert_cents(&half->amount, 85533);
	assert_string_equal(factor(half, "points"), "23.5000");
	assert_string_equal(factor(half, "personal_points"), "20.1160");
	assert_true(has_reason(half->reasons, half->reason_count, "50.0000 percent"));
	life_close(&life);
}

/* s. 42 (1): at least 10 percent. */
static void least_part(void **state)
{
	struct life life;
	(void)state;
	open_career(&life, "'age':'63','share':0.1");
	assert_true(benefit(&life, "DE.old_age.long_insured")->entitled);
	life_close(&life);
	open_career(&life, "'age':'63','share':0.099999");
	const struct tot_benefit *refused = benefit(&life, "DE.old_age.long_insured");
	assert_false(refused->entitled);
	assert_false(refused->chosen);
	assert_true(has_reason(refused->reasons, refused->reason_count, "10 percent"));
	life_close(&life);
}

/* Before July 2017 there were thirds and halves only: said, not refused. */
static void before_2017(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1950-05-17", "male",
		    "},'periods':[{'country':'DE','kind':'employment','from':'1970-01','to':"
		    "'2013-05','pay':{'points':43}}],'plan':{'claims':[{'country':'DE','benefit':"
		    "'old_age','start':'2013-06','share':0.5}]}");
	const struct tot_benefit *half = benefit(&life, "DE.old_age.long_insured");
	assert_true(half->entitled);
	assert_true(has_reason(half->reasons, half->reason_count, "before July 2017"));
	life_close(&life);
}

/* Work beside a pension of 2018: 6,300 EUR; none from 2023 on; none after the regular age. */
static void earnings_limit(void **state)
{
	static const struct {
		const char *born, *start, *to, *says;
	} rows[] = {
		{"1955-05-17", "2018-06", "2019-12", "6,300.00 EUR in 2018"},
		{"1955-05-17", "2021-03", "2021-12", NULL}, /* the regular age: 65 years 9 months */
		{"1957-05-17", "2020-06", "2022-12", "44,590.00 EUR in 2020"},
		{"1957-05-17", "2021-06", "2022-12", "46,060.00 EUR in 2021"},
		{"1959-05-17", "2023-01", "2024-12", NULL},
		{"1953-05-17", "2017-01", "2017-06", NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char rest[600];
		snprintf(rest, sizeof(rest),
			 "},'periods':[{'country':'DE','kind':'employment','from':'1975-01','to':"
			 "'%s','pay':{'points':40}}],'plan':{'claims':[{'country':'DE','benefit':"
			 "'old_age','start':'%s'}]}",
			 rows[i].to, rows[i].start);
		open_person(&life, rows[i].born, "male", rest);
		const struct tot_benefit *paid = benefit(&life, "DE.old_age.long_insured");
		assert_month(paid->start, rows[i].start);
		assert_int_equal(has_reason(paid->reasons, paid->reason_count,
					    rows[i].says ? rows[i].says : "before the regular age"),
				 rows[i].says != NULL);
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(points_of_a_part), cmocka_unit_test(half_a_pension),
		cmocka_unit_test(least_part),	    cmocka_unit_test(before_2017),
		cmocka_unit_test(earnings_limit),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
