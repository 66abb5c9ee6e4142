/* The worked examples of the Japanese law pack on additions, work beside the pension, late claims. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_examples.h"

#include "jp/old_age.h"

#define HEAD "{'format':'totalise-scenario/1','as_of':'%s',"

static int tenth_factor(const struct tot_benefit *from)
{
	int64_t value = 0;
	assert_int_equal(tot_decimal_parse(&value, factor(from, "timing_factor"), 3), TOT_OK);
	return (int)value;
}

static int64_t annuity(int months, int age)
{
	struct life life;
	char text[1000], last[TOT_DATE_TEXT];
	tot_month_print(last, tot_month_make(2000, 1) + months - 1);
	snprintf(text, sizeof(text),
		 HEAD "'person':{'born':'1970-01-10','sex':'male','nationalities':['DE']},"
		      "'periods':[{'country':'JP','kind':'resident','from':'2000-01','to':'%s',"
		      "'flags':['additional_premium']}],"
		      "'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'%d'}]}}",
		 "2026-11-21", last, age);
	life_open(&life, text);
	const int64_t amount = benefit(&life, "JP.old_age.additional")->amount.value;
	life_close(&life);
	return amount;
}

static void additional_annuity(const struct tot_json *in, const struct tot_json *out)
{
	const int months = (int)whole(in, "additional_months");
	assert_int_equal(annuity(months, 65), whole(out, "at_65"));
	assert_int_equal(annuity(months, 65 + (int)whole(in, "deferred_months") / 12),
			 whole(out, "at_70"));
}

/* The ministry's couple: an average that is revalued already, the regular way, two basic pensions. */
static void household(const char *as_of, const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	char text[1000];
	int64_t rate = 0, regular = 0;
	assert_int_equal(
		tot_decimal_from_double(&rate, tot_json_get(in, "model_revaluation")->number, 3),
		TOT_OK);
	snprintf(text, sizeof(text),
		 HEAD "'person':{'born':'1983-04-02','sex':'male','nationalities':['JP']},"
		      "'periods':[{'country':'JP','kind':'employment','from':'2003-04',"
		      "'to':'2043-03','pay':{'average_revalued':%lld}}]}",
		 as_of, (long long)(whole(in, "average_standard_remuneration") * rate / 1000));
	life_open(&life, text);
	const struct tot_benefit *employees = benefit(&life, "JP.old_age.employees");
	const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
	assert_int_equal(tot_decimal_parse(&regular, factor(employees, "regular"), 0), TOT_OK);
	assert_string_equal(factor(employees, "guarantee"), "(none)");
	assert_string_equal(factor(employees, "months"), "480");
	const int64_t monthly = (regular + 6) / 12, flat = (basic->amount.value + 6) / 12;
	assert_int_equal(flat, whole(in, "basic_monthly"));
	assert_int_equal(monthly + 2 * flat, whole(out, "couple_per_month"));
	if (tot_json_get(out, "earnings_related_per_month"))
		assert_int_equal(monthly, whole(out, "earnings_related_per_month"));
	/* Every step stands in the trace. */
	const struct tot_step *step = tot_trace_find(&life.trace, "JP.old_age.employees");
	assert_non_null(step);
	assert_non_null(step->children);
	assert_non_null(strstr(step->formula, "earnings-related"));
	life_close(&life);
}

static void household_2026(const struct tot_json *in, const struct tot_json *out)
{
	household("2026-06-01", in, out);
}

static void household_2025(const struct tot_json *in, const struct tot_json *out)
{
	household("2025-06-01", in, out);
}

static void deemed(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	char text[1000];
	snprintf(text, sizeof(text),
		 HEAD "'person':{'born':'%s','sex':'male','nationalities':['DE']},"
		      "'periods':[{'country':'JP','kind':'resident','from':'1975-01',"
		      "'to':'2004-12'}],'plan':{'claims':[{'country':'JP','benefit':'old_age',"
		      "'age':'72','deemed':true}]}}",
		 "2025-11-21", tot_json_string(in, "born"));
	life_open(&life, text);
	const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
	assert_int_equal(whole(in, "basic_at_65") * tenth_factor(basic) / 1000,
			 whole(out, "pension_per_year"));
	assert_int_equal(atoi(factor(basic, "arrears_months")), whole(out, "arrears_months"));
	life_close(&life);
}

/* A man of 65 in 2026-05, at work to a day for a pay. */
static void worker(struct life *life, struct tot_jp_work *work, const char *pay, const char *to)
{
	char text[1000];
	snprintf(text, sizeof(text),
		 HEAD "'person':{'born':'1961-05-10','sex':'male','nationalities':['DE']},"
		      "'periods':[{'country':'JP','kind':'employment','from':'2003-05-01',"
		      "'to':'%s','pay':{%s}}]}",
		 "2026-11-21", to, pay);
	life_open(life, text);
	assert_int_equal(tot_jp_work_of(work, &life->view, &life->ctx), TOT_OK);
}

static int64_t suspended_in(const char *pay, int64_t monthly)
{
	struct life life;
	struct tot_jp_work work;
	struct tot_jp_suspension found;
	int64_t yen = 0;
	worker(&life, &work, pay, "2028-03-31");
	assert_int_equal(tot_jp_suspended(&found, &work, tot_month_make(2026, 12),
					  tot_ratio_of(monthly * 12, 1), false, &life.ctx),
			 TOT_OK);
	assert_int_equal(tot_ratio_round(&yen, found.monthly, 1, TOT_EXACT_ONLY), TOT_OK);
	life_close(&life);
	return yen;
}

static void four_cells(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_json *cells = tot_json_get(in, "cells");
	for (size_t i = 0; i < cells->count; i++) {
		char pay[64];
		snprintf(pay, sizeof(pay), "'average':%d",
			 (int)tot_json_at(tot_json_at(cells, i), 1)->number);
		assert_int_equal(
			suspended_in(pay, (int64_t)tot_json_at(tot_json_at(cells, i), 0)->number),
			whole(out, "suspended_per_month"));
	}
}

static void with_bonus(const struct tot_json *in, const struct tot_json *out)
{
	char pay[128];
	snprintf(pay, sizeof(pay), "'monthly':%d,'bonuses':[{'every':12,'amount':%d}]",
		 (int)whole(in, "smr"), (int)whole(in, "bonuses_last_12_months"));
	const int64_t related = whole(in, "earnings_related_per_year");
	const int64_t suspended = suspended_in(pay, related / 12);
	assert_int_equal(suspended, whole(out, "suspended_per_month"));
	assert_int_equal(related + whole(in, "transitional_addition_per_year") - 12 * suspended,
			 whole(out, "paid_per_year"));
}

/* T = 650,000: half of 100,000 a month is suspended in the first twelve months, then work stops. */
static void payment_rate(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	struct tot_jp_work work;
	struct tot_ratio rate;
	const tot_month right = tot_month_make(2026, 5);
	const int64_t yearly = whole(in, "earnings_related");
	const int months = (int)whole(in, "waiting_months");
	int64_t increase = 0;
	worker(&life, &work, "'average':650000", "2027-05-31");
	assert_int_equal(tot_jp_payment_rate(&rate, &work, right, right + months,
					     tot_ratio_of(yearly, 1), &life.ctx),
			 TOT_OK);
	assert_int_equal(tot_ratio_compare(rate, tot_ratio_of(3, 4)), 0);
	assert_int_equal(
		tot_ratio_round(&increase,
				tot_ratio_mul(rate, tot_ratio_of(yearly * 7 * months, 1000)), 1,
				TOT_HALF_UP),
		TOT_OK);
	assert_int_equal(yearly + increase, whole(out, "pension_per_year"));
	life_close(&life);
}

static void spouse_by_treaty(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	struct tot_lent lent[2];
	char text[1000], last[TOT_DATE_TEXT];
	const tot_month first = tot_month_make(2000, 1), german = tot_month_make(1980, 1);
	tot_month_print(last, first + (tot_month)whole(in, "E") - 1);
	snprintf(text, sizeof(text),
		 HEAD "'person':{'born':'%s','sex':'male','nationalities':['DE']},"
		      "'family':{'spouse':{'born':'1963-02-03','sex':'female',"
		      "'nationalities':['DE'],'married':'1990-01-01'}},"
		      "'periods':[{'country':'JP','kind':'employment','from':'2000-01',"
		      "'to':'%s'}]}",
		 "2026-11-21", tot_json_string(in, "born"), last);
	life_read(&life, text);
	life_place(&life);
	life_lend(&life, lent, "JP.spouse_add_240", german,
		  german + (tot_month)whole(in, "German"));
	life_evaluate(&life);
	assert_yen(&benefit(&life, "JP.old_age.spouse_addition")->amount,
		   whole(out, "addition_per_year"));
	life_close(&life);
}

static void transfer(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	char text[1000];
	snprintf(text, sizeof(text),
		 HEAD "'person':{'born':'1955-01-01','sex':'male','nationalities':['DE']},"
		      "'family':{'spouse':{'born':'%s','sex':'female',"
		      "'nationalities':['DE'],'married':'1990-01-01'}},"
		      "'periods':[{'country':'JP','kind':'employment','from':'1995-01',"
		      "'to':'2014-12'}]}",
		 "2026-11-21", tot_json_string(in, "spouse_born"));
	life_open(&life, text);
	assert_yen(&benefit(&life, "JP.old_age.transfer_addition")->amount,
		   whole(out, "addition_per_year"));
	life_close(&life);
}

int main(void)
{
	static const struct example examples[] = {
		{"jp-07", additional_annuity}, {"jp-08", household_2026},
		{"jp-09", household_2025},     {"jp-20", deemed},
		{"jp-21", four_cells},	       {"jp-22", with_bonus},
		{"jp-23", payment_rate},       {"jp-42", spouse_by_treaty},
		{"jp-52", transfer},
	};
	return run_examples("jp_examples_old_age", examples,
			    sizeof(examples) / sizeof(examples[0]));
}
