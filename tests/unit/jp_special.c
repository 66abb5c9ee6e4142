/* The pension before 65: ages, twelve months, flat part. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_work_life.h"

#include "jp/old_age.h"

/*
 * EPA suppl. s. 8, 8-2: a woman born 1965-06-10 at 64, from 2029-07 to the month of 65. 300,000 x
 * 5.481/1000 x 120 = 197,316; a man of that day has none.
 */
static void woman_at_64(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1965-06-10", "female",
			      WORK("2010-04", "2020-03", "'average':300000"), ""));
	const struct tot_benefit *special = benefit(&life, special_id);
	assert_true(special->entitled && special->chosen);
	assert_month(special->start, "2029-07");
	assert_month(special->end, "2030-07");
	assert_yen(&special->amount, 197316);
	assert_month(special->first_payment, "2029-08");
	assert_true(test_of(&life, "JP.old_special_12m")->met);
	assert_month(benefit(&life, employees_id)->start, "2030-07");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1965-06-10", "male",
			      WORK("2010-04", "2020-03", "'average':300000"), ""));
	assert_false(benefit(&life, special_id)->entitled);
	assert_true(says(benefit(&life, special_id), "only for men born up to 1961-04-01"));
	assert_null(tot_findings_find_test(&life.found, "JP.old_special_12m"));
	life_close(&life);
}

/* The tables of the ages by birth and sex; months of public service have those of men. */
static void ages_of_the_special_pension(void **state)
{
	static const struct {
		const char *born, *sex, *flags, *start;
	} rows[] = {
		{"1961-04-01", "male", "", "2025-04"},
		{"1961-04-02", "male", "", NULL},
		{"1959-04-01", "male", "", "2022-04"},
		{"1959-04-02", "male", "", "2023-05"},
		{"1966-04-01", "female", "", "2030-04"},
		{"1966-04-02", "female", "", NULL},
		{"1964-04-01", "female", "", "2027-04"},
		{"1964-04-02", "female", "", "2028-05"},
		{"1960-06-10", "female", "'public_service'", "2024-07"},
		{"1960-06-10", "female", "", "2022-07"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'%s','sex':'%s','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2000-04',"
			 "'to':'2012-03','flags':[%s],'pay':{'average':300000}}]}",
			 rows[i].born, rows[i].sex, rows[i].flags);
		life_open(&life, text);
		const struct tot_benefit *special = benefit(&life, special_id);
		if (special->entitled != (rows[i].start != NULL))
			fail_msg("%s %s", rows[i].born, rows[i].sex);
		if (rows[i].start)
			assert_month(special->start, rows[i].start);
		life_close(&life);
	}
}

/* Twelve months: 11 own and a German one; without it no pension before 65. */
static void twelve_months(void **state)
{
	struct life life;
	struct tot_lent lent[3];
	static const char text[] = LIFE(
		"2026-11-21", "1965-06-10", "female",
		WORK("2010-04", "2011-02", "'average':300000") ",{'country':'JP','kind':'resident',"
							       "'from':'2000-01','to':'2009-12'}",
		"");
	(void)state;
	life_open(&life, text);
	assert_false(benefit(&life, special_id)->entitled);
	assert_true(says(benefit(&life, special_id), "11 of 12 months"));
	life_close(&life);
	life_read(&life, text);
	life_place(&life);
	life_lend(&life, lent, "JP.old_special_12m", tot_month_make(2015, 1),
		  tot_month_make(2015, 2));
	life_evaluate(&life);
	assert_true(benefit(&life, special_id)->entitled);
	assert_true(benefit(&life, special_id)->by_agreement);
	assert_false(benefit(&life, employees_id)->by_agreement);
	life_close(&life);
}

/*
 * Claimed early before the age of the special pension: born 1963-06-10 (woman, 63), at 60: employees'
 * part 36 months, basic pension 60 months x 0.4 percent. 197,316 x 0.856 + 95 x 0.76 = 168,974.70.
 */
static void early_before_the_special_age(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  LIFE("2026-11-21", "1963-06-10", "female",
		       WORK("2010-04", "2020-03", "'average':300000"),
		       ",'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'60'}]}"));
	assert_string_equal(factor(benefit(&life, "JP.old_age.basic"), "timing_factor"), "0.760");
	assert_string_equal(factor(benefit(&life, employees_id), "timing_factor"), "0.856");
	assert_yen(&benefit(&life, employees_id)->amount, 168975);
	assert_false(benefit(&life, special_id)->entitled);
	assert_true(says(benefit(&life, special_id), "claimed early"));
	life_close(&life);
	/* After it: the special pension runs, the basic one is claimed alone. */
	life_open(&life,
		  LIFE("2026-11-21", "1963-06-10", "female",
		       WORK("2010-04", "2020-03", "'average':300000"),
		       ",'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'64'}]}"));
	assert_month(benefit(&life, "JP.old_age.basic")->start, "2027-07");
	assert_month(benefit(&life, employees_id)->start, "2028-07");
	assert_month(benefit(&life, special_id)->start, "2026-07");
	life_close(&life);
}

/*
 * Long career: 528 months, stopped before 64: the flat part comes at once. Born 1965-06-10 (woman), work
 * 1981-04 to 2025-03: 1,766 x 480 = 847,680; earnings 264 months x 7.125 + 264 x 5.481 per mille of
 * 300,000 = 564,300 + 434,095.2. With it the spouse addition begins before 65.
 */
static void long_career(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1965-06-10", "female",
			      WORK("1981-04", "2025-03", "'average':300000"),
			      ",'family':{'spouse':{'born':'1970-07-20','sex':'male',"
			      "'nationalities':['DE'],'married':'1999-01-01'}}"));
	const struct tot_benefit *special = benefit(&life, special_id);
	assert_string_equal(factor(special, "months"), "528");
	assert_string_equal(factor(special, "flat_part"), "847680");
	assert_yen(&special->amount, 1846075);
	assert_month(benefit(&life, "JP.old_age.spouse_addition")->start, "2029-07");
	life_close(&life);
}

/* One month less, or still insured: no flat part. A disability brings it. */
static void flat_part_by_disability(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1965-06-10", "female",
			      WORK("1981-05", "2025-03", "'average':300000"), ""));
	assert_string_equal(factor(benefit(&life, special_id), "flat_part"), "(none)");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1965-06-10", "female",
			      WORK("1981-05", "2025-03", "'average':300000"),
			      ",'events':[{'kind':'disability','since':'2024-01-01',"
			      "'capacity':'partial','grade':3}]"));
	assert_string_equal(factor(benefit(&life, special_id), "flat_part"), "847680");
	life_close(&life);
}

/* Born 1947-06-10: earnings-related part at 60, flat part at 64. As of FY2018, FY2026 rates known. */
static void flat_part_comes_later(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1947-06-10", "male",
			      WORK("1970-04", "2000-03", "'average':300000"), ""));
	const struct tot_benefit *special = benefit(&life, special_id);
	assert_month(special->start, "2007-07");
	assert_month(special->end, "2012-07");
	assert_true(says(special, "the flat part comes with it from 2011-07"));
	life_close(&life);
}

/* Below 65 the flat part needs the end of the insurance, and a disability of grade 1 to 3. */
static void no_flat_part(void **state)
{
	static const char *const rows[] = {
		"'events':[{'kind':'disability','since':'2030-01-01','capacity':'partial','grade':"
		"3}]",
		"'events':[{'kind':'disability','since':'2020-01-01','capacity':'partial',"
		"'grade':'allowance'}]",
		"'events':[{'kind':'disability','since':'2020-01-01','capacity':'partial'}]",
		"'events':[{'kind':'benefit','country':'DE','what':'old_age','from':'2026-01-01'}]",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1965-06-10", "female",
			      WORK("1981-05", "2025-03", "'average':300000"), ",%s"),
			 rows[i]);
		life_open(&life, text);
		assert_string_equal(factor(benefit(&life, special_id), "flat_part"), "(none)");
		life_close(&life);
	}
	struct life life;
	life_open(&life, LIFE("2026-11-21", "1965-06-10", "female",
			      WORK("1981-05", "2030-03", "'average':300000"), ""));
	assert_true(benefit(&life, special_id)->entitled);
	assert_string_equal(factor(benefit(&life, special_id), "flat_part"), "(none)");
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(woman_at_64),
		cmocka_unit_test(ages_of_the_special_pension),
		cmocka_unit_test(twelve_months),
		cmocka_unit_test(early_before_the_special_age),
		cmocka_unit_test(long_career),
		cmocka_unit_test(flat_part_by_disability),
		cmocka_unit_test(flat_part_comes_later),
		cmocka_unit_test(no_flat_part),
	};
	return cmocka_run_group_tests_name("jp_special", tests, load_law, free_law);
}
