/* Pension beside work, deferral beside work, deemed claims, the pension before 65. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

#include "jp/old_age.h"

static const char employees_id[] = "JP.old_age.employees", special_id[] = "JP.old_age.special";

#define LIFE(as_of, born, sex, work, more)                                     \
	"{'format':'totalise-scenario/1','as_of':'" as_of "',"                 \
	"'person':{'born':'" born "','sex':'" sex "','nationalities':['DE']}," \
	"'choices':{'jp.employees.revaluation':'off'},"                        \
	"'periods':[" work "]" more "}"
#define WORK(from, to, pay) \
	"{'country':'JP','kind':'employment','from':'" from "','to':'" to "','pay':{" pay "}}"

static bool says(const struct tot_benefit *from, const char *words)
{
	for (size_t i = 0; i < from->reason_count; i++)
		if (strstr(from->reasons[i], words))
			return true;
	return false;
}

/*
 * EPA s. 46, born 1961-05-10, first month 2026-06. 420 months at an average of 600,000: B = 600,000 x
 * 5.481/1000 x 420 / 12 = 115,101; T = 600,000; (715,101 - 650,000) / 2 = 32,550.5; share 0.282799.
 */
static void beside_work_at_65(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("1991-05-01", "2028-03-31", "'average':600000"), ""));
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_month(employees->start, "2026-06");
	assert_string_equal(factor(employees, "months"), "420");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31", "'average':600000"), ""));
	/* 276 months: B = 600,000 x 5.481/1000 x 276 / 12 = 75,637.8; half of 25,637.8 = 12,818.9 */
	employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "suspended_share"), "0.169477");
	assert_true(says(employees, "12,819 yen a month are not paid"));
	/* The amount is that before the test (DECISIONS 33). */
	assert_string_equal(factor(employees, "regular"), "907654");
	life_close(&life);
}

/* Work that ends on the last day before the first month, or begins in it: no test. */
static void months_that_are_tested(void **state)
{
	static const struct {
		const char *from, *to;
		bool tested;
	} rows[] = {
		{"2003-05-01", "2026-05-31", false},
		{"2003-05-01", "2026-06-01", true},
		{"2003-05-01", "2026-06-30", true},
		{"2003-05-01", "2027-06-30", true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("%s", "%s", "'average':600000"), ""),
			 rows[i].from, rows[i].to);
		life_open(&life, text);
		const char *share = factor(benefit(&life, employees_id), "suspended_share");
		if ((strcmp(share, "0") != 0) != rows[i].tested)
			fail_msg("%s to %s: %s", rows[i].from, rows[i].to, share);
		life_close(&life);
	}
	struct life life;
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2020-03-31", "'average':600000") "," WORK(
				      "2026-06-01", "2027-03-31", "'average':600000"),
			      ""));
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "0");
	life_close(&life);
}

/* jp-22: bonuses of the last twelve months; low pay is not suspended at all. */
static void bonuses_and_low_pay(void **state)
{
	struct life life;
	(void)state;
	/*
	 * 2003-05 to 2026-04 = 276 months at 500,000, with 23 x 1,200,000 of bonuses (December):
	 * (138,000,000 + 27,600,000) x 5.481/1000 = 907,653.6; B = 75,637.8; T = 500,000 + 100,000.
	 */
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31",
				   "'monthly':500000,'bonuses':[{'every':12,'amount':1200000}]"),
			      ""));
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "0.169477");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31", "'average':300000"), ""));
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "0");
	life_close(&life);
}

/* Full suspension takes the spouse addition along. */
static void suspended_as_a_whole(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1961-05-10", "male",
			      WORK("2003-05-01", "2028-03-31", "'average':900000"),
			      ",'family':{'spouse':{'born':'1970-07-20','sex':'female',"
			      "'nationalities':['DE'],'married':'1999-01-01'}}"));
	/* B = 900,000 x 5.481/1000 x 23 = 113,456.7; (1,013,456.7 - 650,000)/2 is more than that. */
	assert_string_equal(factor(benefit(&life, employees_id), "suspended_share"), "1");
	assert_string_equal(factor(benefit(&life, "JP.old_age.spouse_addition"), "suspended_share"),
			    "1");
	life_close(&life);
}

/*
 * From 70 on work is tested although it is no insurance any more. Born 1956-05-10, claimed at 70
 * (2026-06), at work to 75 for 600,000.
 */
static void beside_work_from_70(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  LIFE("2026-11-21", "1956-05-10", "male",
		       WORK("2003-05-01", "2031-03-31", "'average':600000"),
		       ",'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'70'}]}"));
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "months"), "276");
	assert_string_equal(factor(employees, "suspended_share"), "0.169477");
	life_close(&life);
}

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

/*
 * Below 65 until 2022-03 (EPA suppl. s. 11): 280,000 and 470,000. Born 1958-06-10, a woman of 61 in
 * 2019-06, at work since 2003-04: 194 months before the right.
 */
static void below_65_until_2022_03(void **state)
{
	static const struct {
		const char *pay, *share;
	} rows[] = {
		/* B 21,266.28 and 240,000 are below 280,000 */
		{"240000", "0"},
		/* B 35,443.8: (35,443.8 + 400,000 - 280,000) / 2 is more than B */
		{"400000", "1"},
		/* B 23,924.565: (23,924.565 + 270,000 - 280,000) / 2 = 6,962.2825 */
		{"270000", "0.291010"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1958-06-10", "female",
			      WORK("2003-04", "2022-12", "'average':%s"), ""),
			 rows[i].pay);
		life_open(&life, text);
		assert_month(benefit(&life, special_id)->start, "2019-07");
		assert_string_equal(factor(benefit(&life, special_id), "suspended_share"),
				    rows[i].share);
		life_close(&life);
	}
}

/* The four formulas below 65 and the one rule, by pension a month (B) and pay (T), 2019-07. */
static void formulas_of_the_test(void **state)
{
	static const struct {
		const char *title, *pay, *month;
		int64_t pension, suspended;
	} rows[] = {
		{"both small", "150000", "2019-07", 100000, 0},
		{"(B + T - 280,000) / 2", "300000", "2019-07", 100000, 60000},
		{"(470,000 + B - 280,000) / 2 + (T - 470,000)", "480000", "2019-07", 250000,
		 230000},
		{"T / 2", "300000", "2019-07", 300000, 150000},
		{"470,000 / 2 + (T - 470,000)", "480000", "2019-07", 300000, 245000},
		{"from 2022-04 the rule of 65 and more: 470,000", "480000", "2022-04", 300000,
		 155000},
		{"2023-04: 480,000", "480000", "2023-04", 300000, 150000},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		struct tot_jp_work work;
		struct tot_jp_suspension found;
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1958-06-10", "female",
			      WORK("2003-04", "2024-12", "'average':%s"), ""),
			 rows[i].pay);
		life_open(&life, text);
		tot_month month = 0;
		assert_true(tot_month_parse(&month, rows[i].month));
		assert_int_equal(tot_jp_work_of(&work, &life.view, &life.ctx), TOT_OK);
		assert_int_equal(tot_jp_suspended(&found, &work, month,
						  tot_ratio_of(rows[i].pension * 12, 1), true,
						  &life.ctx),
				 TOT_OK);
		assert_true(found.tested && !found.unknown);
		if (tot_ratio_compare(found.monthly, tot_ratio_of(rows[i].suspended, 1)) != 0)
			fail_msg("%s", rows[i].title);
		life_close(&life);
	}
}

/* Pay that is not known, and days before the first threshold of the law book: nothing is said. */
static void test_without_figures(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1961-05-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2003-05-01',"
			 "'to':'2026-04-30','pay':{'average':300000}},"
			 "{'country':'JP','kind':'employment','from':'2026-05-01',"
			 "'to':'2028-04-30'}]}");
	const struct tot_benefit *employees = benefit(&life, employees_id);
	assert_string_equal(factor(employees, "suspended_share"), "(none)");
	assert_true(says(employees, "may be suspended"));
	life_close(&life);
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

/* Work again after 70 is tested like work before; a month that ends early is tested with its pay. */
static void work_begun_after_70(void **state)
{
	struct life life;
	struct tot_jp_work work;
	struct tot_jp_suspension found;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1950-05-10", "male",
			      WORK("1990-04", "2010-03", "'average':300000") "," WORK(
				      "2022-04-01", "2026-06-10", "'average':500000"),
			      ""));
	assert_int_equal(tot_jp_work_of(&work, &life.view, &life.ctx), TOT_OK);
	const struct tot_ratio yearly = tot_ratio_of(2400000, 1), nothing = tot_ratio_of(0, 1);
	assert_int_equal(
		tot_jp_suspended(&found, &work, tot_month_make(2022, 4), yearly, false, &life.ctx),
		TOT_OK);
	assert_false(found.tested);
	assert_int_equal(
		tot_jp_suspended(&found, &work, tot_month_make(2026, 6), yearly, false, &life.ctx),
		TOT_OK);
	/* (200,000 + 500,000 - 650,000) / 2 */
	assert_true(found.tested);
	assert_int_equal(tot_ratio_compare(found.monthly, tot_ratio_of(25000, 1)), 0);
	assert_int_equal(
		tot_jp_suspended(&found, &work, tot_month_make(2026, 6), nothing, true, &life.ctx),
		TOT_OK);
	assert_int_equal(tot_ratio_compare(found.share, nothing), 0);
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

/*
 * Act 74/2025: pay of 800,000 from 2027-04 to 2030-03 is 5 x 650,000 + 12 x 680,000 + 12 x 710,000 + 7 x
 * 750,000 = 25,180,000; x 5.481/1000 = 138,011.58 at face value.
 */
static void ceilings_of_the_reform(void **state)
{
	struct life life;
	(void)state;
	life_open(
		&life,
		LIFE("2026-11-21", "1970-06-10", "male",
		     WORK("2027-04", "2030-03",
			  "'monthly':800000") ",{'country':'JP',"
					      "'kind':'resident','from':'1995-01','to':'2009-12'}",
		     ""));
	assert_string_equal(factor(benefit(&life, employees_id), "regular"), "138012");
	assert_string_equal(factor(benefit(&life, employees_id), "average_remuneration"),
			    "699444.44");
	life_close(&life);
}

/* EPA s. 81-2: a year of leave counts with the 410,000 before it, whatever is written for it. */
static void leave_counts_as_before(void **state)
{
	static const char *const pays[] = {"", ",'pay':{'monthly':0}", ",'pay':{'monthly':100000}"};
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct life life;
		char text[1200];
		snprintf(text, sizeof(text),
			 LIFE("2026-11-21", "1980-06-10", "female",
			      WORK("2010-04", "2020-03",
				   "'monthly':400000") ",{'country':'JP','kind':'employment','from'"
						       ":'2020-04',"
						       "'to':'2021-03','flags':['premium_waived']%"
						       "s}",
			      ""),
			 pays[i]);
		life_open(&life, text);
		/* 132 x 410,000 x 5.481/1000 = 296,631.72 */
		assert_string_equal(factor(benefit(&life, employees_id), "regular"), "296632");
		life_close(&life);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(beside_work_at_65),
		cmocka_unit_test(months_that_are_tested),
		cmocka_unit_test(bonuses_and_low_pay),
		cmocka_unit_test(suspended_as_a_whole),
		cmocka_unit_test(beside_work_from_70),
		cmocka_unit_test(deferral_beside_work),
		cmocka_unit_test(deemed_claim),
		cmocka_unit_test(limits_of_the_deemed_claim),
		cmocka_unit_test(woman_at_64),
		cmocka_unit_test(ages_of_the_special_pension),
		cmocka_unit_test(twelve_months),
		cmocka_unit_test(early_before_the_special_age),
		cmocka_unit_test(long_career),
		cmocka_unit_test(flat_part_by_disability),
		cmocka_unit_test(flat_part_comes_later),
		cmocka_unit_test(below_65_until_2022_03),
		cmocka_unit_test(formulas_of_the_test),
		cmocka_unit_test(test_without_figures),
		cmocka_unit_test(deemed_before_the_right),
		cmocka_unit_test(work_begun_after_70),
		cmocka_unit_test(no_flat_part),
		cmocka_unit_test(another_pension_stops_the_wait),
		cmocka_unit_test(ceilings_of_the_reform),
		cmocka_unit_test(leave_counts_as_before),
	};
	return cmocka_run_group_tests_name("jp_work", tests, load_law, free_law);
}
