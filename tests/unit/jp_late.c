/* Late claims: beside work, deemed five years earlier, ended by another pension. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_work_life.h"

#include "jp/old_age.h"

/*
 * jp-23 in a life, born 1961-05-10: right 2026-05, claimed at 67. At work until 2027-05-31 (12 of the 24
 * waiting months) for 600,000: in these 0.169477... is suspended. P65 907,653.6; rate 1 -
 * 12 x 0.16947743 / 24 = 0.915261284; increase (907,653.6 x 0.915261284 + 26,500... ) x 0.168.
 */
static void deferral_beside_work(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  LIFE("2026-11-21", "1961-05-10", "male",
		       WORK("2003-05-01", "2027-05-31", "'average':600000"),
		       ",'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'67'}]}"));
	const struct tot_benefit *employees = benefit(&life, employees_id);
	/*
	 * 289 months in the end: 600,000 x 5.481/1000 x 289 = 950,405.4. Addition (FY2026):
	 * 1,766 x 289 - 847,300 x 216/480 (2003-05 to 2021-04) = 510,374 - 381,285 = 129,089; at 65
	 * 1,766 x 276 - 381,285 = 106,131. Increase (907,653.6 x .915261284 + 106,131) x .168 =
	 * (830,740.19... + 106,131) x .168 = 157,394.36...
	 */
	assert_string_equal(factor(employees, "months"), "289");
	assert_yen(&employees->amount, 1236889);
	assert_true(says(employees, "only 0.915261 of the earnings-related part grows"));
	life_close(&life);
}

/* jp-20: born 1953-06-15, claimed at 72: as if at 67, 24 months x 0.7 percent, five years at once. */
static void deemed_claim(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-11-21',"
			 "'person':{'born':'1953-06-15','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'1975-01',"
			 "'to':'2004-12'}],"
			 "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'72',"
			 "'deemed':true}]}}");
	const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
	assert_month(basic->start, "2025-07");
	assert_string_equal(factor(basic, "timing_factor"), "1.168");
	assert_string_equal(factor(basic, "arrears_months"), "60");
	/* FY2025, group of awards before: 829,300 x 360/480 x 1.168 = 726,466.8 */
	assert_yen(&basic->amount, 726467);
	assert_int_equal(basic->arrears, 5 * 726467);
	life_close(&life);
}

/* After 75 the five years reach back to 73; at 70 and from 80 on the word has no effect. */
static void limits_of_the_deemed_claim(void **state)
{
	static const struct {
		const char *born, *age, *start, *factor;
	} rows[] = {
		{"1955-06-15", "78", "2033-07", "1.672"},
		{"1955-06-15", "70", "2025-07", "1.420"},
		{"1955-06-15", "80", "2030-07", "1.840"},
		{"1955-06-15", "70y6m", "2026-01", "1.000"},
		{"1952-04-01", "71", "2022-04", "1.420"},
		{"1952-04-02", "70y1m", "2022-06", "1.427"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'%s','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'1980-01',"
			 "'to':'2009-12'}],"
			 "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'%s',"
			 "'deemed':true}]}}",
			 rows[i].born, rows[i].age);
		life_open(&life, text);
		const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
		assert_month(basic->start, rows[i].start);
		assert_string_equal(factor(basic, "timing_factor"), rows[i].factor);
		life_close(&life);
	}
}

/* A right that arises at 67 is younger than the five years: the claim at 71 is an ordinary one. */
static void deemed_before_the_right(void **state)
{
	static const struct {
		const char *claim, *start, *factor;
	} rows[] = {
		{"'age':'71','deemed':true", "2032-06", "1.336"},
		{"'start':'2034-06','deemed':true", "2034-06", "1.084"},
		{"'when':'earliest','deemed':true", "2028-06", "1.000"},
		{"'when':'regular','deemed':true", "2028-06", "1.000"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1961-05-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'2000-01',"
			 "'to':'2007-12'},{'country':'JP','kind':'employment',"
			 "'from':'2026-05','to':'2028-04','pay':{'average':300000}}],"
			 "'plan':{'claims':[{'country':'JP','benefit':'old_age',%s}]}}",
			 rows[i].claim);
		life_open(&life, text);
		const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
		assert_month(basic->start, rows[i].start);
		assert_string_equal(factor(basic, "timing_factor"), rows[i].factor);
		life_close(&life);
	}
}

/* Who has another pension cannot wait; a later right ends the wait; survivors may from 2028-04. */
static void another_pension_stops_the_wait(void **state)
{
	static const struct {
		const char *born, *what, *from, *start, *factor;
	} rows[] = {
		{"1961-05-10", "disability", "2020-01-01", "2026-06", "1.000"},
		{"1961-05-10", "survivor", "2020-01-01", "2026-06", "1.000"},
		{"1961-05-10", "survivor", "2027-04-10", "2026-06", "1.000"},
		{"1961-05-10", "survivor", "2028-08-10", "2028-09", "1.189"},
		{"1961-05-10", "rehabilitation", "2020-01-01", "2031-06", "1.420"},
		{"1963-05-10", "survivor", "2020-01-01", "2033-06", "1.420"},
		{"1963-05-10", "disability", "2020-01-01", "2028-06", "1.000"},
		{"1963-05-10", "disability", "2030-05-01", "2030-06", "1.168"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'%s','sex':'male','nationalities':['DE']},"
			 "'events':[{'kind':'benefit','country':'JP','what':'%s','from':'%s'}],"
			 "'periods':[{'country':'JP','kind':'resident','from':'1985-01',"
			 "'to':'2009-12'}],"
			 "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'70'}]}}",
			 rows[i].born, rows[i].what, rows[i].from);
		life_open(&life, text);
		const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
		assert_month(basic->start, rows[i].start);
		assert_string_equal(factor(basic, "timing_factor"), rows[i].factor);
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(deferral_beside_work),
		cmocka_unit_test(deemed_claim),
		cmocka_unit_test(limits_of_the_deemed_claim),
		cmocka_unit_test(deemed_before_the_right),
		cmocka_unit_test(another_pension_stops_the_wait),
	};
	return cmocka_run_group_tests_name("jp_late", tests, load_law, free_law);
}
