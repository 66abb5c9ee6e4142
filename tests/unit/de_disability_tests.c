/* Three years in five and every month since 1984 (s. 43 (1), (4), s. 241; DECISIONS 14). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

#define WORK(from, to) \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to "','pay':{'points':1}}"
#define PERIOD(kind, from, to) "{'country':'DE','kind':'" kind "','from':'" from "','to':'" to "'}"
#define DISABLED(since) "'events':[{'kind':'disability','since':'" since "','capacity':'none'}]"

static void open_with(struct life *life, const char *periods, const char *more)
{
	char rest[2000];
	snprintf(rest, sizeof(rest), "},'periods':[%s]%s%s", periods, more[0] ? "," : "", more);
	open_person(life, "1964-05-17", "male", rest);
}

static void expect_paid(const char *periods, const char *more, int own)
{
	struct life life;
	open_with(&life, periods, more);
	const struct tot_qualifying *test = test_of(&life, "DE.em_3in5");
	assert_int_equal(test->own, own);
	assert_int_equal(test->required, 36);
	assert_int_equal(test->met, own >= 36);
	assert_int_equal(test->met_on, TOT_MONTH_NONE);
	life_close(&life);
}

/* The frame of a disability on 2026-03-15 is 2021-03-15 to 2026-03-14: 61 calendar months. */
static void exact_to_the_day(void **state)
{
	(void)state;
	expect_paid(WORK("2015-01", "2026-10"), DISABLED("2026-03-15"), 61);
	expect_paid(WORK("2015-01", "2026-10"), DISABLED("2026-03-01"), 60);
	expect_paid(WORK("2015-01-01", "2021-03-14"), DISABLED("2026-03-15"), 0);
	expect_paid(WORK("2015-01-01", "2021-03-15"), DISABLED("2026-03-15"), 1);
	expect_paid(WORK("2026-03-15", "2026-10-31"), DISABLED("2026-03-15"), 0);
	expect_paid(WORK("2026-03-14", "2026-10-31"), DISABLED("2026-03-15"), 1);
	expect_paid(WORK("2023-03", "2026-02"), DISABLED("2026-03-15"), 36);
	expect_paid(WORK("2023-04", "2026-02"), DISABLED("2026-03-15"), 35);
}

/* Without a disability: before the day of the decision, 2026-11-21; open records go on to it. */
static void covered_today(void **state)
{
	struct life life;
	(void)state;
	open_with(&life, "{'country':'DE','kind':'employment','from':'2024-01','pay':{'points':1}}",
		  "");
	const struct tot_qualifying *test = test_of(&life, "DE.em_3in5");
	assert_int_equal(test->own, 35);
	assert_int_equal(test->missing, 1);
	assert_non_null(strstr(test->title, "2026-11-21"));
	life_close(&life);
	expect_paid(WORK("2022-01", "2024-06"), "", 30);
	/* Voluntary months never count, benefits do, exempt mini-jobs do not. */
	expect_paid("{'country':'DE','kind':'voluntary','from':'2022-01','to':'2026-10','pay':{"
		    "'contribution':100}},{'country':'DE','kind':'benefit_unemployment','from':"
		    "'2024-01','to':'2024-12','pay':{'points':1}},{'country':'DE','kind':"
		    "'employment','from':'2025-01','to':'2026-10','flags':['minijob_exempt'],"
		    "'pay':{'monthly':400}}",
		    "", 12);
}

/*
 * s. 43 (4): disability 2024-07-01, five years from 2019-07-01. 36 months of unemployment
 * 2020-2022 without contributions make the frame begin on 2016-07-01: 42 months of work; without
 * them 6.
 */
static void longer_frame(void **state)
{
	(void)state;
	const char *work = WORK("2010-01", "2019-12");
	char both[600];
	expect_paid(work, DISABLED("2024-07-01"), 6);
	snprintf(both, sizeof(both), "%s,%s", work,
		 PERIOD("creditable_unemployment", "2020-01", "2022-12"));
	expect_paid(both, DISABLED("2024-07-01"), 42);
	/*
	 * Months left out in the longer part make it longer again: 2016-07..2017-06, then to
	 * 2015-07.
	 */
	snprintf(both, sizeof(both), "%s,%s,%s", WORK("2010-01", "2016-06"),
		 PERIOD("creditable_unemployment", "2020-01", "2022-12"),
		 PERIOD("creditable_sickness", "2016-07", "2017-06"));
	expect_paid(both, DISABLED("2024-07-01"), 12);
	/*
	 * Beside work nothing is left out: 12 of the months 2019-01..2019-12 lie in 2019-07-01
	 * and later.
	 */
	snprintf(both, sizeof(both), "%s,%s", work,
		 PERIOD("creditable_sickness", "2019-01", "2019-12"));
	expect_paid(both, DISABLED("2024-07-01"), 6);
	/* s. 241 (1): substitute periods. Sickness after the event does not count. */
	snprintf(both, sizeof(both), "%s,%s,%s", work, PERIOD("substitute", "2020-01", "2020-06"),
		 PERIOD("creditable_sickness", "2024-07", "2024-12"));
	expect_paid(both, DISABLED("2024-07-01"), 12);
	/* s. 43 (4) no. 1: a German pension for disability drawn in 2020 and 2021. */
	expect_paid(work,
		    "'events':[{'kind':'disability','since':'2024-07-01','capacity':'none'},"
		    "{'kind':'benefit','country':'DE','what':'disability','from':'2020-01-01',"
		    "'to':'2021-12-31'}]",
		    30);
}

static const struct tot_aggregation work_rule = {
	.id = "de.em_3in5", .condition = "DE.em_3in5", .only_if_needed = true};
static const struct tot_aggregation covered_rule = {
	.id = "de.em_since1984", .condition = "DE.em_since1984", .only_if_needed = true};
static const struct tot_aggregation five_rule = {
	.id = "de.w5", .condition = "DE.w5", .own_minimum = 1, .only_if_needed = true};

static void open_lent(struct life *life, const char *text, struct tot_lent *lent, size_t count)
{
	life_read(life, text);
	life->view.lent = lent;
	life->view.lent_count = count;
	life_place(life);
	life_evaluate(life);
}

/* Work until 2021-12, then in Japan: 2022-03 to 2026-10; three months overlap none. */
static void lent_work(void **state)
{
	struct life life;
	struct tot_lent lent = {.condition = "DE.em_3in5", .rule = &work_rule, .lender = "JP"};
	(void)state;
	tot_months_add_range(&lent.months, tot_month_make(2021, 12), tot_month_make(2030, 1));
	open_lent(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-01','person':{"
		  "'born':'1984-05-17','sex':'male','nationalities':['JP']},'periods':["
		  "{'country':'DE','kind':'employment','from':'2019-01','to':'2021-12',"
		  "'pay':{'points':3}},{'country':'DE','kind':'creditable_unemployment',"
		  "'from':'2022-01','to':'2022-06'}]}",
		  &lent, 1);
	/*
	 * Frame 2021-11-01 to 2026-10-31: own 2; lent 2022-01..2026-10 = 58; no month is left
	 * out.
	 */
	const struct tot_qualifying *test = test_of(&life, "DE.em_3in5");
	assert_int_equal(test->own, 2);
	assert_int_equal(test->overlap, 1);
	assert_int_equal(test->lent, 58);
	assert_true(test->met && test->by_agreement);
	life_close(&life);
}

/*
 * s. 241 (2): 72 months before 1984, then voluntary months to 2025-12; for 2026 one may still
 * pay.
 */
#define SINCE_1984(nation, first)                                                             \
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1961-05-17'," \
	"'sex':'female','nationalities':['" nation "'],'residence':[{'country':'JP','from':"  \
	"'1984-01-01'}]},'periods':[{'country':'DE','kind':'employment','from':'" first       \
	"','to':'1983-12','pay':{'points':6}},{'country':'DE','kind':'voluntary','from':"     \
	"'1984-01','to':'2025-12','pay':{'contribution':100}}]}"

static void since_1984(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, SINCE_1984("DE", "1978-01"));
	const struct tot_qualifying *test = test_of(&life, "DE.em_since1984");
	assert_int_equal(test->required, 42 * 12 + 10);
	assert_int_equal(test->own, 42 * 12 + 10);
	assert_true(test->met);
	life_close(&life);
	/* A foreigner abroad may not pay for 2026 (s. 7). */
	life_open(&life, SINCE_1984("JP", "1978-01"));
	test = test_of(&life, "DE.em_since1984");
	assert_int_equal(test->own, 42 * 12);
	assert_int_equal(test->missing, 10);
	assert_false(test->met);
	life_close(&life);
	/* 59 months before 1984 are one too few. */
	life_open(&life, SINCE_1984("DE", "1979-02"));
	test = test_of(&life, "DE.em_since1984");
	assert_int_equal(test->missing, 0);
	assert_false(test->met);
	life_close(&life);
}

/* The month that lacks before 1984, and all months of 2026, come from Japan. */
static void since_1984_lent(void **state)
{
	struct life life;
	struct tot_lent lent[] = {
		{.condition = "DE.em_since1984", .rule = &covered_rule, .lender = "JP"},
		{.condition = "DE.w5", .rule = &five_rule, .lender = "JP"},
	};
	(void)state;
	tot_months_add_range(&lent[0].months, tot_month_make(2026, 1), tot_month_make(2027, 1));
	tot_months_add_range(&lent[1].months, tot_month_make(1979, 1), tot_month_make(1979, 2));
	open_lent(&life, SINCE_1984("JP", "1979-02"), lent, 2);
	const struct tot_qualifying *test = test_of(&life, "DE.em_since1984");
	assert_int_equal(test->lent, 10);
	assert_true(test->met && test->by_agreement);
	life_close(&life);
}

/*
 * A disability before 1984 asks for no month after it; in January to March the year before is
 * open.
 */
static void around_the_year(void **state)
{
	struct life life;
	(void)state;
	open_with(&life, WORK("1978-01", "1983-06"), DISABLED("1983-09-10"));
	const struct tot_qualifying *test = test_of(&life, "DE.em_since1984");
	assert_int_equal(test->required, 0);
	assert_true(test->met);
	life_close(&life);
	open_with(&life, WORK("1978-01", "2024-12"), DISABLED("2026-03-31"));
	assert_int_equal(test_of(&life, "DE.em_since1984")->missing, 0);
	life_close(&life);
	open_with(&life, WORK("1978-01", "2024-12"), DISABLED("2026-04-01"));
	assert_int_equal(test_of(&life, "DE.em_since1984")->missing, 12);
	life_close(&life);
}

/* Own months that suffice borrow nothing, and their frame may be longer. */
static void nothing_lent(void **state)
{
	struct life life;
	struct tot_lent lent = {.condition = "DE.em_3in5", .rule = &work_rule, .lender = "JP"};
	(void)state;
	tot_months_add_range(&lent.months, tot_month_make(2018, 1), tot_month_make(2027, 1));
	open_lent(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-01','person':{"
		  "'born':'1984-05-17','sex':'male','nationalities':['JP']},'periods':["
		  "{'country':'DE','kind':'employment','from':'2019-01','to':'2025-12',"
		  "'pay':{'points':7}}]}",
		  &lent, 1);
	const struct tot_qualifying *test = test_of(&life, "DE.em_3in5");
	assert_int_equal(test->own, 50); /* 2021-11 to 2025-12 */
	assert_int_equal(test->lent, 0);
	assert_true(test->met && !test->by_agreement);
	life_close(&life);
}

/* The text of an input of a step or of one below it; NULL if there is none. */
static const char *input_of(const struct life *life, const char *id, const char *label)
{
	const struct tot_step *step = tot_trace_find(&life->trace, id);
	assert_non_null(step);
	for (const struct tot_trace_input *input = step->inputs; input; input = input->next)
		if (strstr(input->label, label))
			return input->value;
	return NULL;
}

static void explained(void **state)
{
	struct life life;
	(void)state;
	open_with(&life,
		  WORK("2010-01", "2019-12") "," PERIOD("creditable_unemployment", "2020-01",
							"2022-12"),
		  DISABLED("2024-07-01"));
	assert_string_equal(input_of(&life, "DE.em_3in5", "frame"), "2016-07-01 to 2024-06-30");
	assert_non_null(strstr(input_of(&life, "DE.em_3in5", "longer"), "36: 2020-01..2022-12"));
	assert_non_null(strstr(input_of(&life, "DE.em_since1984", "before 1984"), "0 of 60"));
	assert_non_null(strstr(input_of(&life, "DE.em_since1984", "brochure"), "one of them"));
	assert_non_null(strstr(input_of(&life, "DE.w45", "brochure"), "18 years"));
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exact_to_the_day), cmocka_unit_test(covered_today),
		cmocka_unit_test(longer_frame),	    cmocka_unit_test(lent_work),
		cmocka_unit_test(since_1984),	    cmocka_unit_test(since_1984_lent),
		cmocka_unit_test(around_the_year),  cmocka_unit_test(nothing_lent),
		cmocka_unit_test(explained),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
