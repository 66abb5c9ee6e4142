/* Who may claim a lump sum and when: windows, ten years, nationality, disability. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_refund_life.h"

static bool says(const struct tot_refund *refund, const char *part)
{
	for (size_t i = 0; i < refund->reason_count; i++)
		if (strstr(refund->reasons[i], part))
			return true;
	return false;
}

/* Still insured: a claim is possible on the first day of the window. */
static void while_insured(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2024-06-01'," THREE_YEARS_IN_JAPAN "}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_true(refund->eligible);
	assert_date(refund->opens, "2025-01-01");
	assert_yen(&refund->gross, 1650000);
	life_close(&life);
}

/* On a given day inside the insurance it is not. */
static void filed_too_early(void **state)
{
	struct life life;
	struct tot_findings found = {.country = "JP"};
	(void)state;
	life_read(&life,
		  "{'format':'totalise-scenario/1','as_of':'2024-06-01'," THREE_YEARS_IN_JAPAN "}");
	life_place(&life);
	assert_int_equal(tot_scheme_jp.ops->refund(&found, &life.view,
						   (struct tot_date){2024, 9, 1}, NULL, &life.ctx),
			 TOT_OK);
	assert_false(found.refunds[0].eligible);
	assert_true(says(&found.refunds[0], "window opens on 2025-01-01"));
	assert_int_equal(found.refunds[0].months, 32);
	life_close(&life);
}

static void window_closed(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-12-31'," THREE_YEARS_IN_JAPAN "}");
	assert_true(refund_of(&life, employees_id)->eligible);
	life_close(&life);
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2027-01-01'," THREE_YEARS_IN_JAPAN "}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_false(refund->eligible);
	assert_true(says(refund, "ended on 2026-12-31"));
	assert_yen(&refund->gross, 1650000); /* what it would be */
	life_close(&life);
}

static void japanese_national(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01',"
			 "'person':{'born':'1988-03-20','sex':'male','nationalities':['JP'],"
			 "'residence':[{'country':'JP','from':'2022-01-01','to':'2024-12-31'},"
			 "{'country':'DE','from':'2025-01-01'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
			 "'to':'2024-12-31',"
			 "'pay':{'average':500000}}]}");
	assert_false(refund_of(&life, employees_id)->eligible);
	assert_true(says(refund_of(&life, employees_id), "Japanese national"));
	life_close(&life);
}

/* Residence goes on: insured as category 1 and with an address, no window. */
static void lives_in_japan(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2022-01-01'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
			 "'to':'2024-12-31',"
			 "'pay':{'average':500000}}]}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_false(refund->eligible);
	assert_true(tot_date_is_none(refund->opens));
	assert_true(says(refund, "lives in Japan"));
	life_close(&life);
}

/* 119 months: paid for 60; 120 months give a pension. */
static void ten_years_bar(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2015-01-01','to':'2024-12-31'},"
			 "{'country':'DE','from':'2025-01-01'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2015-02-01',"
			 "'to':'2024-12-31',"
			 "'pay':{'average':500000}}]}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_true(refund->eligible);
	assert_int_equal(refund->months, 119);
	assert_int_equal(refund->paid_months, 60);
	assert_yen(&refund->gross, 2750000); /* 5.5 x 500,000 */
	/* 119 employees' months and the unpaid January of 2015 go */
	assert_int_equal(tot_months_count(&refund->erases), 120);
	assert_int_equal(refund->erases_by_kind[TOT_UNPAID], 1);
	life_close(&life);
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2015-01-01','to':'2024-12-31'},"
			 "{'country':'DE','from':'2025-01-01'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2015-01-01',"
			 "'to':'2024-12-31',"
			 "'pay':{'average':500000}}]}");
	refund = refund_of(&life, employees_id);
	assert_false(refund->eligible);
	assert_true(says(refund, "120 qualifying months"));
	life_close(&life);
}

/* RULES 14.6: own complementary months bar: 36 and 100 months abroad before permanent residence. */
static void complementary_months_bar(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2022-01-01','to':'2024-12-31',"
			 "'permanent':true},"
			 "{'country':'DE','from':'2025-01-01'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
			 "'to':'2024-12-31',"
			 "'pay':{'average':500000}}]}");
	/* 20 on 2008-03-19: 2008-03 to 2021-12 abroad are 166 months */
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_false(refund->eligible);
	assert_true(says(refund, "202 qualifying months"));
	life_close(&life);
}

static void disability_bars(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN ","
		  "'events':[{'kind':'disability','since':'2023-05-01','capacity':'none',"
		  "'grade':2}]}");
	assert_true(says(refund_of(&life, employees_id), "disability"));
	life_close(&life);
	/* first examined after the insurance: no Japanese right */
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN ","
		  "'events':[{'kind':'disability','since':'2025-02-01','capacity':'none',"
		  "'grade':2}]}");
	assert_true(refund_of(&life, employees_id)->eligible);
	life_close(&life);
}

/* The lump sum of three years in Japan beside one event. */
static bool possible_beside(const char *event)
{
	struct life life;
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN
		 ",'events':[%s]}",
		 event);
	life_open(&life, text);
	const bool possible = refund_of(&life, employees_id)->eligible;
	assert_int_equal(possible, !says(refund_of(&life, employees_id), "disability benefit"));
	life_close(&life);
	return possible;
}

/* DECISIONS 37: any right to a disability pension or allowance, drawn or due, of Japan only. */
static void every_disability_right(void **state)
{
	(void)state;
	assert_false(possible_beside("{'kind':'benefit','country':'JP','what':'disability',"
				     "'from':'2024-01-01'}"));
	assert_false(possible_beside("{'kind':'benefit','country':'JP',"
				     "'what':'disability_allowance','from':'2024-01-01'}"));
	assert_true(possible_beside("{'kind':'benefit','country':'DE','what':'disability',"
				    "'from':'2024-01-01'}"));
	assert_true(possible_beside("{'kind':'benefit','country':'JP','what':'survivor',"
				    "'from':'2024-01-01'}"));
	/* a right that begins after the claim */
	assert_true(possible_beside("{'kind':'benefit','country':'JP','what':'disability',"
				    "'from':'2025-07-01'}"));
	/* the first examination decides, not the later event (NPA s. 30) */
	assert_false(possible_beside("{'kind':'disability','since':'2025-02-01','capacity':'none',"
				     "'first_examined':'2024-11-01','grade':1}"));
	assert_true(possible_beside("{'kind':'disability','since':'2024-02-01','capacity':'none',"
				    "'first_examined':'2021-11-01','grade':1}"));
	/* grade 3 and the allowance are for employees, who this person was */
	assert_false(possible_beside("{'kind':'disability','since':'2024-02-01',"
				     "'capacity':'partial'}"));
	assert_false(possible_beside("{'kind':'disability','since':'2024-02-01',"
				     "'capacity':'partial','grade':'allowance'}"));
	assert_false(possible_beside("{'kind':'disability','since':'2024-02-01',"
				     "'capacity':'none'}"));
}

/* Grade 3 of a person who was insured as a resident only gives no right (EPA s. 47). */
static void grade_three_without_employment(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2022-01-01','to':'2024-12-31'}]},"
			 "'periods':[{'country':'JP','kind':'resident','from':'2022-01',"
			 "'to':'2024-12'}],"
			 "'events':[{'kind':'disability','since':'2023-05-01','capacity':'partial',"
			 "'grade':3}]}");
	assert_true(refund_of(&life, "JP.lump_sum.national")->eligible);
	life_close(&life);
}

/* Two stays after the day looked at: the next window is that of the first of them. */
static void the_next_of_two_windows(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2015-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2010-01-01','to':'2011-12-31'},"
			 "{'country':'JP','from':'2022-01-01','to':'2023-12-31'},"
			 "{'country':'JP','from':'2018-01-01','to':'2018-12-31'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2010-01-01',"
			 "'to':'2011-12-31','pay':{'average':400000}},"
			 "{'country':'JP','kind':'employment','from':'2022-01-01',"
			 "'to':'2023-12-31','pay':{'average':400000}},"
			 "{'country':'JP','kind':'employment','from':'2018-01-01',"
			 "'to':'2018-12-31','pay':{'average':400000}}]}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_date(refund->opens, "2019-01-01");
	assert_int_equal(refund->months, 36);
	life_close(&life);
}

/* Four months without German ones: no amount, and the reason. */
static void fewer_than_six_months(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2024-01-01','to':'2024-04-30'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2024-01-01',"
			 "'to':'2024-04-30','pay':{'average':400000}}]}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_false(refund->eligible);
	assert_true(says(refund, "4 of 6 months"));
	assert_false(refund->gross.known);
	life_close(&life);
}

static void no_room_for_entries(void **state)
{
	struct life life;
	(void)state;
	life_read(&life,
		  "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN "}");
	life_place(&life);
	for (size_t used = 3; used <= 4; used++) {
		struct tot_findings found = {.country = "JP", .refund_count = used};
		for (size_t i = 0; i < used; i++)
			found.refunds[i].id = "";
		assert_int_equal(tot_scheme_jp.ops->refund(&found, &life.view,
							   (struct tot_date){0, 0, 0}, NULL,
							   &life.ctx),
				 TOT_ERR_MEMORY);
	}
	life_close(&life);
}

/* What a payment of the past takes under both readings: kinds that are left. */
static void taken_by(const char *scheme, const char *choice, const char *left)
{
	struct life life;
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
		 "'residence':[{'country':'DE','from':'2021-01-01'}]},"
		 "'periods':[{'country':'JP','kind':'employment','from':'2015-01','to':'2015-12'},"
		 "{'country':'JP','kind':'resident','from':'2016-01','to':'2016-12'},"
		 "{'country':'JP','kind':'dependent_spouse','from':'2017-01','to':'2017-12'}],"
		 "'choices':{'jp.lump_sum.erases':'%s'},"
		 "'events':[{'kind':'refund','country':'JP'%s%s%s,'filed':'2018-05-01'}]}",
		 choice, *scheme ? ",'scheme':'" : "", scheme, *scheme ? "'" : "");
	life_read(&life, text);
	life_place(&life);
	struct tot_months months;
	tot_timeline_kinds(&months, &life.own, ~(tot_kinds)0);
	assert_months(&months, left);
	life_close(&life);
}

static void what_is_left_of_both_readings(void **state)
{
	(void)state;
	taken_by("all", "all", "none");
	taken_by("employees", "all", "none");
	taken_by("all", "scheme", "2017-01..2017-12");
	taken_by("employees", "scheme", "2016-01..2017-12");
	taken_by("", "scheme", "2017-01..2017-12");
	taken_by("national", "scheme", "2015-01..2015-12, 2017-01..2017-12");
}

/* RULES 14.6: German months bar only under the switch. */
static void treaty_months(const char *choice, bool eligible)
{
	struct life life;
	struct tot_lent lent;
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
		 "'residence':[{'country':'JP','from':'2022-01-01','to':'2024-12-31'},"
		 "{'country':'DE','from':'2025-01-01'}]},"
		 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
		 "'to':'2024-12-31',"
		 "'pay':{'average':500000}}],"
		 "'choices':{'jp.lump_sum.treaty_months_bar':'%s'}}",
		 choice);
	life_read(&life, text);
	life_place(&life);
	life_lend(&life, &lent, "JP.old_basic_10y", tot_month_make(2010, 1),
		  tot_month_make(2018, 1)); /* 96 German months: 132 together */
	life_evaluate(&life);
	assert_int_equal(refund_of(&life, employees_id)->eligible, eligible);
	life_close(&life);
}

static void treaty_months_bar(void **state)
{
	(void)state;
	treaty_months("no", true);
	treaty_months("yes", false);
}

/* Insured to 28 February 2024: open on the 29th; 2026 has none, so to the end of February. */
static void opens_on_29_february(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2022-01-01','to':'2024-02-28'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
			 "'to':'2024-02-28','pay':{'average':500000}}]}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_int_equal(refund->months, 25);
	assert_date(refund->opens, "2024-02-29");
	assert_date(refund->closes, "2026-02-28");
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(while_insured),
		cmocka_unit_test(filed_too_early),
		cmocka_unit_test(window_closed),
		cmocka_unit_test(japanese_national),
		cmocka_unit_test(lives_in_japan),
		cmocka_unit_test(ten_years_bar),
		cmocka_unit_test(complementary_months_bar),
		cmocka_unit_test(disability_bars),
		cmocka_unit_test(every_disability_right),
		cmocka_unit_test(grade_three_without_employment),
		cmocka_unit_test(the_next_of_two_windows),
		cmocka_unit_test(fewer_than_six_months),
		cmocka_unit_test(no_room_for_entries),
		cmocka_unit_test(what_is_left_of_both_readings),
		cmocka_unit_test(treaty_months_bar),
		cmocka_unit_test(opens_on_29_february),
	};
	return cmocka_run_group_tests_name("jp_refund_rights", tests, load_law, free_law);
}
