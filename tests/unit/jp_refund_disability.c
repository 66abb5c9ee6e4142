/* A lump sum beside a disability: drawn, due, or without a right. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_refund_life.h"

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

/*
 * 36 unpaid months and one paid before the examination: neither two thirds nor a year, so no right
 * (EPA s. 47 (1), Act 34/1985 suppl. s. 20), and nothing shuts the lump sum.
 */
static void disability_without_contributions(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2021-01-01','to':'2024-12-31'}]},"
			 "'periods':[{'country':'JP','kind':'unpaid','from':'2021-01-01',"
			 "'to':'2023-12-31'},{'country':'JP','kind':'employment','from':"
			 "'2024-01-01','to':'2024-12-31','pay':{'average':300000}}],"
			 "'events':[{'kind':'disability','since':'2024-03-15','capacity':'none',"
			 "'grade':2}]}");
	assert_true(refund_of(&life, employees_id)->eligible);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(disability_bars),
		cmocka_unit_test(every_disability_right),
		cmocka_unit_test(disability_without_contributions),
		cmocka_unit_test(grade_three_without_employment),
	};
	return cmocka_run_group_tests_name("jp_refund_disability", tests, load_law, free_law);
}
