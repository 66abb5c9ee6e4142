/* Lump-sum withdrawal payments of whole lives: who, when, how much, why not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_refund_life.h"

static const char national_id[] = "JP.lump_sum.national";

/*
 * 36 months, average 500,000, last month 2024-12: 3.3 x 500,000 = 1,650,000; withheld 20.42 percent
 * = 336,930. Deduction 3 x 400,000; (1,650,000 - 1,200,000) / 2 = 225,000; 5 percent 11,250 x 1.021
 * = 11,486. Window: first day without insurance and address 2025-01-01 to 2026-12-31.
 */
static void three_years(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN "}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_true(refund->eligible);
	assert_int_equal(refund->months, 36);
	assert_int_equal(refund->paid_months, 36);
	assert_string_equal(refund->average_remuneration, "500000.00");
	assert_string_equal(refund->factor, "3.3");
	assert_yen(&refund->gross, 1650000);
	assert_yen(&refund->withheld, 336930);
	assert_yen(&refund->tax, 11486);
	assert_yen(&refund->tax_refund, 325444);
	assert_yen(&refund->net, 1638514);
	assert_date(refund->opens, "2025-01-01");
	assert_date(refund->closes, "2026-12-31");
	assert_months(&refund->erases, "2022-01..2024-12");
	assert_int_equal(refund->erases_by_kind[TOT_EMPLOYMENT], 36);
	assert_int_equal(refund->status, TOT_OK);
	assert_false(refund_of(&life, national_id)->eligible);
	assert_non_null(tot_trace_find(&life.trace, employees_id));
	life_close(&life);
}

/* jp-33 as a life: 10 paid and 5 half-exempt months, the last paid one in 2025-11. */
static void national_pension(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-03-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2024-09-01','to':'2025-11-30'},"
			 "{'country':'DE','from':'2025-12-01'}]},"
			 "'periods':[{'country':'JP','kind':'exempt_half','from':'2024-09',"
			 "'to':'2025-01'},"
			 "{'country':'JP','kind':'resident','from':'2025-02','to':'2025-11'}]}");
	const struct tot_refund *refund = refund_of(&life, national_id);
	assert_true(refund->eligible);
	assert_string_equal(refund->months_text, "12.5");
	assert_int_equal(refund->months, 12);
	assert_int_equal(refund->paid_months, 12);
	assert_yen(&refund->gross, 105060);
	assert_yen(&refund->withheld, 0);
	assert_yen(&refund->net, 105060);
	assert_false(refund_of(&life, employees_id)->eligible);
	life_close(&life);
}

/* jp-40 as a life: 4 months at 400,000, German months: 0.5 x 400,000 x 4/6 = 133,333. */
static void six_months_with_germany(void **state)
{
	struct life life;
	struct tot_lent lent;
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2025-01-01','to':'2025-04-30'},"
			 "{'country':'DE','from':'2025-05-01'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2025-01-01',"
			 "'to':'2025-04-30',"
			 "'pay':{'average':400000}}]}");
	life_place(&life);
	life_lend(&life, &lent, "JP.lump_epi_6m", tot_month_make(2010, 1), tot_month_make(2018, 1));
	life_evaluate(&life);
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_true(test_of(&life, "JP.lump_epi_6m")->by_agreement);
	assert_true(refund->eligible);
	assert_int_equal(refund->months, 4);
	assert_int_equal(refund->paid_months, 6);
	assert_yen(&refund->gross, 133333);
	life_close(&life);
}

/*
 * jp-37 as a life: 60 months at the ceiling and three capped bonuses a year; the switch of short
 * service.
 */
static void bonuses_and_short_service(void **state)
{
	static const char *const rule[] = {"off", "on"};
	static const int64_t tax[] = {92808, 118640};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct life life;
		char text[2048];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2021-07-01','to':'2026-06-30'},"
			 "{'country':'DE','from':'2026-07-01'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2021-07-01',"
			 "'to':'2026-06-30',"
			 "'pay':{'monthly':900000,'bonuses':[{'every':3,'amount':1600000},{'every':"
			 "7,"
			 "'amount':1500000},{'every':12,'amount':2000999}]}}],"
			 "'choices':{'jp.tax.short_service_half_rule':'%s'}}",
			 rule[i]);
		life_open(&life, text);
		const struct tot_refund *refund = refund_of(&life, employees_id);
		assert_string_equal(refund->average_remuneration, "1025000.00");
		assert_yen(&refund->gross, 5637500);
		assert_yen(&refund->tax, tax[i]);
		assert_yen(&refund->net, 5637500 - tax[i]);
		life_close(&life);
	}
}

/* Both schemes; what each takes under the narrow reading and under the wide one. */
static void erases(const char *choice, const char *employees, const char *national)
{
	struct life life;
	char text[1536];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
		 "'residence':[{'country':'JP','from':'2022-01-01','to':'2024-12-31'},"
		 "{'country':'DE','from':'2025-01-01'}]},"
		 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
		 "'to':'2023-12-31',"
		 "'pay':{'average':500000}},"
		 "{'country':'JP','kind':'resident','from':'2024-01','to':'2024-12'}],"
		 "'choices':{'jp.lump_sum.erases':'%s'}}",
		 choice);
	life_open(&life, text);
	assert_months(&refund_of(&life, employees_id)->erases, employees);
	assert_months(&refund_of(&life, national_id)->erases, national);
	/* premium of FY2024 16,980 x 1/2 x 12 = 101,880 */
	assert_yen(&refund_of(&life, national_id)->gross, 101880);
	life_close(&life);
}

static void what_it_erases(void **state)
{
	(void)state;
	erases("all", "2022-01..2024-12", "2022-01..2024-12");
	erases("scheme", "2022-01..2023-12", "2024-01..2024-12");
}

/* A second stay opens a second window; months of both stays count. */
static void second_stay(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2021-06-01'," GERMAN_BORN_1988
		  "'residence':[{'country':'JP','from':'2015-01-01','to':'2016-12-31'},"
		  "{'country':'JP','from':'2022-01-01','to':'2024-12-31'},"
		  "{'country':'DE','from':'2025-01-01'}]},"
		  "'periods':[{'country':'JP','kind':'employment','from':'2015-01-01',"
		  "'to':'2016-12-31',"
		  "'pay':{'average':400000}},"
		  "{'country':'JP','kind':'employment','from':'2022-01-01','to':'2024-12-31',"
		  "'pay':{'average':500000}}]}");
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_true(refund->eligible);
	assert_date(refund->opens, "2025-01-01");
	assert_int_equal(refund->months, 60);
	/* (24 x 400,000 + 36 x 500,000) / 60 = 460,000 x 5.5 = 2,530,000 */
	assert_yen(&refund->gross, 2530000);
	assert_int_equal(refund->status, TOT_PROJECTED); /* pay after December 2021 */
	life_close(&life);
}

/* Some step at or below one of the list has this label and formula. */
static bool told(const struct tot_step *step, const char *label, const char *formula)
{
	for (; step; step = step->next)
		if ((strcmp(step->label, label) == 0 && strcmp(step->formula, formula) == 0) ||
		    told(step->children, label, formula))
			return true;
	return false;
}

/* Every number of a payment is derived down to figures of the law. */
static void every_step_is_told(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN "}");
	const struct tot_step *steps = tot_trace_find(&life.trace, employees_id)->children;
	assert_true(told(steps, "window of the claim",
			 "from the first day without insurance and address in Japan"));
	assert_true(told(steps, "ten years, which shut the lump sum",
			 "own 36 + lent 0 = 36 of 120 months"));
	assert_true(told(steps, "six months of employees' insurance",
			 "own 36 + lent 0 = 36 of 6 months"));
	assert_true(told(steps, "payment", "500,000.00 x 3.3 x 1"));
	assert_true(told(steps, "factor", "18.3 percent / 2 x 36 months = 3.294"));
	assert_true(told(steps, "withheld at the payment", "1,650,000 x 20.42 percent"));
	assert_true(told(steps, "deduction of retirement income",
			 "3 started years x 400,000, at least 800,000"));
	assert_true(told(steps, "income tax after a return",
			 "(1,650,000 - 1,200,000) taxable by half, cut to 1,000: 225,000"));
	life_close(&life);
}

/* Work of one record, no residence after it. */
static void open_worked(struct life *life, const char *as_of, const char *from, const char *to,
			int average)
{
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'%s'," GERMAN_BORN_1988
		 "'residence':[{'country':'JP','from':'%s','to':'%s'}]},"
		 "'periods':[{'country':'JP','kind':'employment','from':'%s','to':'%s',"
		 "'pay':{'average':%d}}]}",
		 as_of, from, to, from, to, average);
	life_open(life, text);
}

/*
 * Before the surtax (2013): last month 2009-03: 2.7 x 1,000,000; withheld 20 percent; (2,700,000 -
 * 1,200,000) / 2 x 5 percent = 37,500. From 2013 on the same with 1.021 and 20.42.
 */
static void tax_before_the_surtax(void **state)
{
	struct life life;
	(void)state;
	open_worked(&life, "2009-06-01", "2006-04-01", "2009-03-31", 1000000);
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_true(refund->eligible);
	assert_string_equal(refund->factor, "2.7");
	assert_yen(&refund->gross, 2700000);
	assert_yen(&refund->withheld, 540000);
	assert_yen(&refund->tax, 37500);
	assert_yen(&refund->net, 2662500);
	life_close(&life);
	open_worked(&life, "2013-06-01", "2010-04-01", "2013-03-31", 1000000);
	refund = refund_of(&life, employees_id);
	/* last month 2013-03: 16.412 percent / 2 x 36 = 2.954: 3.0; (3,000,000 - 1,200,000) / 2 */
	assert_yen(&refund->gross, 3000000);
	assert_yen(&refund->withheld, 612600);
	assert_yen(&refund->tax, 45945);
	life_close(&life);
}

/* No tax figures before 2007: the payment is told, what is left of it is not. */
static void no_tax_figures(void **state)
{
	struct life life;
	(void)state;
	open_worked(&life, "2006-06-01", "2004-04-01", "2006-03-31", 300000);
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_yen(&refund->gross, 510000); /* 1.7 x 300,000 */
	assert_false(refund->net.known);
	assert_int_equal(refund->status, TOT_INCOMPLETE_RECORD);
	life_close(&life);
}

/* 25 years until 2017-07 (RULES 4): 150 months could be claimed, since 2017-08 they cannot. */
static void twenty_five_years_until_2017(void **state)
{
	struct life life;
	(void)state;
	open_worked(&life, "2016-09-01", "2004-01-01", "2016-06-30", 400000);
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_true(refund->eligible);
	assert_int_equal(refund->paid_months, 36);
	assert_yen(&refund->gross, 1240000); /* 3.1 x 400,000 */
	life_close(&life);
	open_worked(&life, "2017-08-01", "2004-01-01", "2016-06-30", 400000);
	assert_false(refund_of(&life, employees_id)->eligible);
	life_close(&life);
}

static void no_residence(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01',"
			 "'person':{'born':'1988-03-20','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
			 "'to':'2024-12-31',"
			 "'pay':{'average':500000}}]}");
	assert_true(refund_of(&life, employees_id)->eligible);
	bool said = false;
	for (const struct tot_diag_item *item = life.notices.first; item; item = item->next)
		said |= strcmp(item->code, "residence-missing") == 0;
	assert_true(said);
	life_close(&life);
}

static void never_insured(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'DE','from':'1988-03-20'}]},"
			 "'periods':[]}");
	assert_false(refund_of(&life, employees_id)->eligible);
	assert_false(refund_of(&life, national_id)->eligible);
	assert_false(refund_of(&life, employees_id)->gross.known);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_years),
		cmocka_unit_test(national_pension),
		cmocka_unit_test(six_months_with_germany),
		cmocka_unit_test(bonuses_and_short_service),
		cmocka_unit_test(what_it_erases),
		cmocka_unit_test(second_stay),
		cmocka_unit_test(every_step_is_told),
		cmocka_unit_test(tax_before_the_surtax),
		cmocka_unit_test(no_tax_figures),
		cmocka_unit_test(twenty_five_years_until_2017),
		cmocka_unit_test(no_residence),
		cmocka_unit_test(never_insured),
	};
	return cmocka_run_group_tests_name("jp_refunds", tests, load_law, free_law);
}
