/* The worked examples of the German law pack that need a life, one test each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_examples.h"

/* A life without residence in Germany and with these members after `person`. */
static void open_life(struct life *life, const char *born, const char *rest)
{
	char text[4000];
	const int size = snprintf(
		text, sizeof(text),
		"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'%s',"
		"'sex':'male','nationalities':['JP'],"
		"'residence':[{'country':'JP','from':'%s'}]},%s}",
		born, born, rest);
	assert_true(size > 0 && (size_t)size < sizeof(text));
	life_open(life, text);
}

static void refund_of_wage(const struct tot_json *in, const struct tot_json *out)
{
	char text[400];
	struct life life;
	snprintf(text, sizeof(text),
		 "'periods':[{'country':'DE','kind':'employment','from':'%s','to':'%s',"
		 "'pay':{'monthly':%d}}]",
		 tot_json_string(in, "from"), tot_json_string(in, "to"), whole(in, "monthly_wage"));
	open_life(&life, "1980-06-15", text);
	const struct tot_refund *refund = refund_of(&life, "DE.refund");
	assert_cents(&refund->gross, scaled(out, "refund", 2));
	assert_int_equal(refund->paid_months, whole(in, "months"));
	assert_true(refund->eligible);
	assert_date(refund->opens, tot_json_string(out, "earliest_application"));
	life_close(&life);
}

static void refund_above_ceiling(const struct tot_json *in, const struct tot_json *out)
{
	char text[400];
	struct life life;
	snprintf(text, sizeof(text),
		 "'periods':[{'country':'DE','kind':'employment','from':'2023-01','to':'2024-12',"
		 "'pay':{'monthly':%d}}]",
		 whole(in, "monthly_wage"));
	open_life(&life, "1980-06-15", text);
	assert_cents(&refund_of(&life, "DE.refund")->gross, scaled(out, "refund", 2));
	life_close(&life);
}

/* 1,157.04 = twelve times 96.42 a month: half of each is 48.21, twelve times that 578.52. */
static void refund_of_voluntary(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	assert_int_equal(scaled(in, "contributions_paid", 2), 12 * 9642);
	open_life(&life, "1980-06-15",
		  "'periods':[{'country':'DE','kind':'voluntary','from':'2022-01','to':'2022-12',"
		  "'pay':{'contribution':96.42}}]");
	assert_cents(&refund_of(&life, "DE.refund")->gross, scaled(out, "refund", 2));
	life_close(&life);
}

/* One year of contributions in 2026, pension at the regular age in January 2027. */
static void voluntary_year(int64_t month, const struct tot_json *out)
{
	struct life life;
	char text[500], amount[TOT_DECIMAL_TEXT];
	assert_int_equal(12 * month, scaled(out, "contribution_year", 2));
	snprintf(text, sizeof(text),
		 "'periods':[{'country':'DE','kind':'voluntary','from':'2026-01','to':'2026-12',"
		 "'pay':{'contribution':%s}},{'country':'DE','kind':'creditable_other',"
		 "'from':'2020-01','to':'2020-12'},{'country':'DE','kind':'service',"
		 "'from':'2010-01','to':'2013-12','pay':{'points':0}}]",
		 tot_decimal_print(amount, month, 2));
	/* 66y4m of a birth in 1960-08 are completed in 2026-12. */
	open_life(&life, "1960-08-15", text);
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_month(regular->start, "2027-01");
	char points[TOT_DECIMAL_TEXT];
	assert_string_equal(factor(regular, "points"),
			    tot_decimal_print(points, scaled(out, "points", 4), 4));
	assert_cents(&regular->amount, scaled(out, "monthly", 2));
	life_close(&life);
}

/* Base of 603.00 at 18.6 percent is 112.16; of 8,450.00 it is 1,571.70 (s. 167, s. 161 (2)). */
static void voluntary_least(const struct tot_json *in, const struct tot_json *out)
{
	(void)in;
	voluntary_year(11216, out);
}

static void voluntary_most(const struct tot_json *in, const struct tot_json *out)
{
	(void)in;
	voluntary_year(157170, out);
}

static void minijob_points(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	char text[300], points[TOT_DECIMAL_TEXT];
	snprintf(text, sizeof(text),
		 "'periods':[{'country':'DE','kind':'employment','from':'2026-01','to':'2026-12',"
		 "'flags':['minijob_exempt'],'pay':{'monthly':%d}},{'country':'DE',"
		 "'kind':'substitute','from':'2010-01','to':'2014-12'}]",
		 whole(in, "monthly_wage"));
	open_life(&life, "1960-08-15", text);
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"),
			    tot_decimal_print(points, scaled(out, "points", 4), 4));
	assert_int_equal(test_of(&life, "DE.w5")->credits, whole(out, "waiting_months"));
	life_close(&life);
}

/* Born 1962-10-20: 64y8m are completed in 2027-06; here the test is asked for 2026-07. */
static void unemployed_before_start(const struct tot_json *in, const struct tot_json *out)
{
	static const char *const flags[] = {"", "'flags':['insolvency'],"};
	for (int insolvent = 0; insolvent < 2; insolvent++) {
		struct life life;
		char text[600];
		snprintf(text, sizeof(text),
			 "'periods':[{'country':'DE','kind':'employment','from':'1981-01',"
			 "'to':'2024-12','pay':{'points':40}},{'country':'DE',"
			 "'kind':'benefit_unemployment','from':'2025-01','to':'2026-06',%s"
			 "'pay':{'points':1}}],'plan':{'claims':[{'country':'DE',"
			 "'benefit':'old_age','start':'2026-07'}]}",
			 flags[insolvent]);
		open_life(&life, "1962-10-20", text);
		const struct tot_qualifying *test = test_of(&life, "DE.w45");
		assert_int_equal(whole(in, "compulsory_months_before_2025_01"), 528);
		if (insolvent) {
			assert_int_equal(test->own, 546);
			assert_true(test->met == member(out, "met_with_insolvency")->boolean);
		} else {
			assert_int_equal(test->own, whole(out, "months"));
			assert_true(test->met == member(out, "met")->boolean);
		}
		life_close(&life);
	}
}

/* 330 voluntary months from 1999-01, compulsory ones before: 215 or 216 of them. */
static void voluntary_for_45_years(const struct tot_json *in, const struct tot_json *out)
{
	static const char *const since[] = {"1981-02", "1981-01"};
	for (int more = 0; more < 2; more++) {
		struct life life;
		char text[500];
		snprintf(
			text, sizeof(text),
			"'periods':[{'country':'DE','kind':'employment','from':'%s','to':'1998-12',"
			"'pay':{'points':15}},{'country':'DE','kind':'voluntary','from':'1999-01',"
			"'to':'2026-06','pay':{'contribution':130}}],'plan':{'claims':[{"
			"'country':'DE','benefit':'old_age','start':'2026-07'}]}",
			since[more]);
		open_life(&life, "1960-02-20", text);
		const struct tot_qualifying *test = test_of(&life, "DE.w45");
		assert_int_equal(whole(in, "compulsory_months") + whole(in, "voluntary_months"),
				 545);
		assert_int_equal(test->own,
				 whole(out, more ? "with_one_more_compulsory_month" : "months"));
		assert_true(test->met == (bool)more);
		life_close(&life);
	}
}

/* --- agreement and comparison --------------------------------------------------------------------- */

static const struct tot_aggregation lending = {
	.id = "de.w5", .condition = "DE.w5", .own_minimum = 1, .only_if_needed = true};

/* 48 German months with 4 points, 200 Japanese ones beside them: months lent, points not. */
static void four_years(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	struct tot_lent lent = {
		.condition = "DE.w5", .rule = &lending, .agreement = "de-jp", .lender = "JP"};
	tot_months_add_range(&lent.months, tot_month_make(1990, 1),
			     tot_month_make(1990, 1) +
				     whole(in, "japanese_months_not_overlapping"));
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1955-05-05','sex':'male','nationalities':['JP']},'periods':[{"
			 "'country':'DE','kind':'employment','from':'1980-01','to':'1983-12',"
			 "'pay':{'points':4}}]}");
	life.view.lent = &lent;
	life.view.lent_count = 1;
	life_place(&life);
	life_evaluate(&life);
	const struct tot_qualifying *test = test_of(&life, "DE.w5");
	assert_int_equal(test->own, whole(in, "german_months"));
	assert_int_equal(test->counted, 248);
	assert_true(test->met == member(out, "waiting_met")->boolean);
	assert_true(test->by_agreement);
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_true(regular->entitled && regular->by_agreement);
	assert_cents(&regular->amount, scaled(out, "monthly", 2));
	life_close(&life);
}

/* Average wages given by year: 9.3 percent of each year's average. */
static void refund_or_pension(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	(void)in;
	open_life(&life, "1980-06-15",
		  "'periods':[{'country':'DE','kind':'employment','from':'2020-01','to':'2023-12',"
		  "'pay':{'yearly':{'2020':39167,'2021':40463,'2022':42053,'2023':44732}}}]");
	const struct tot_refund *refund = refund_of(&life, "DE.refund");
	assert_cents(&refund->gross, scaled(out, "refund", 2));
	assert_int_equal(refund->months, 48);
	const int64_t monthly = pension(40000, 10000, 4252000);
	assert_int_equal(monthly, scaled(out, "monthly_pension", 2));
	int64_t months;
	assert_int_equal(tot_mul_div(&months, refund->gross.value, 1, monthly, TOT_UP), TOT_OK);
	assert_int_equal(months, whole(out, "months_to_break_even_without_interest"));
	life_close(&life);
}

static const struct example examples[] = {
	{"de-021", refund_of_wage},
	{"de-022", refund_above_ceiling},
	{"de-023", refund_of_voluntary},
	{"de-024", voluntary_least},
	{"de-025", voluntary_most},
	{"de-027", minijob_points},
	{"de-030", unemployed_before_start},
	{"de-031", voluntary_for_45_years},
	{"de-054", four_years},
	{"de-055", refund_or_pension},
};

int main(void)
{
	return run_examples(examples, sizeof(examples) / sizeof(examples[0]));
}
