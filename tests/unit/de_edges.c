/* Edges of German records: open ends, schooling before 17, training, bonuses, postings of others, refunds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_refund_life.h"

#define TEN_YEARS \
	"{'country':'DE','kind':'employment','from':'1970-01','to':'1979-12','pay':{'points':10}}"

static void open_man(struct life *life, const char *born, const char *rest)
{
	char person[200];
	snprintf(person, sizeof(person), "'born':'%s','sex':'male','nationalities':['DE']", born);
	open_text(life, "2026-11-21", person, rest);
}

static void expect_points(const char *born, const char *record, const char *points)
{
	struct life life;
	char rest[1000];
	snprintf(rest, sizeof(rest), "'periods':[%s," TEN_YEARS "]", record);
	open_man(&life, born, rest);
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"), points);
	life_close(&life);
}

/* s. 256 (1): 0.025 a month of training without pay to June 1965: 39 months. */
static void training_without_pay(void **state)
{
	(void)state;
	expect_points("1945-01-10",
		      "{'country':'DE','kind':'employment','from':'1962-04','to':'1965-06',"
		      "'flags':['training']}",
		      "10.9750");
}

/* 3,600 and a bonus of 100 DM: 3,700 / 6,101 = 0.6065. In 1945 the ceiling was 300 a month: 3,600 / 1,778. */
static void bonus_under_the_ceiling(void **state)
{
	(void)state;
	expect_points("1925-01-01",
		      "{'country':'DE','kind':'employment','from':'1960-01','to':'1960-12','pay':{"
		      "'monthly':300,'bonuses':[{'month':'1960-06','amount':100}]}}",
		      "10.6065");
	expect_points("1925-01-01",
		      "{'country':'DE','kind':'employment','from':'1945-01','to':'1945-12','pay':{"
		      "'monthly':300,'bonuses':[{'month':'1945-06','amount':100}]}}",
		      "12.0247");
}

/* Points are given for another year than those of the record: their months are unknown. */
static void points_of_another_year(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "1950-01-01",
		 "'periods':[{'country':'DE','kind':'employment','from':'1990-01','to':'1990-12',"
		 "'pay':{'points':{'1991':1}}}," TEN_YEARS "]");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_int_equal(regular->status, TOT_INCOMPLETE_RECORD);
	assert_string_equal(factor(regular, "points"), "10.0000");
	life_close(&life);
}

/* An open record that begins after the pension has no months; schooling before 17 none either. */
static void records_without_months(void **state)
{
	struct life life;
	struct tot_months months;
	(void)state;
	open_man(&life, "1960-01-10",
		 "'periods':[" TEN_YEARS ",{'country':'DE','kind':'employment','from':'2030-01'},"
		 "{'country':'DE','kind':'creditable_education','from':'1970-01','to':'1976-12'}]");
	tot_timeline_kinds(&months, &life.own, TOT_KIND_BIT(TOT_EMPLOYMENT));
	assert_months(&months, "1970-01..1979-12");
	tot_timeline_kinds(&months, &life.own, TOT_KIND_BIT(TOT_CREDITABLE_EDUCATION));
	assert_months(&months, "none");
	life_close(&life);
}

/* What belongs to another state is passed over: its claims, its credits. */
static void other_states(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "1955-01-01",
		 "'periods':[" TEN_YEARS "],'plan':{'claims':[{'country':'JP','benefit':"
		 "'old_age','when':'regular'},{'country':'DE','benefit':'old_age','when':'regular'}"
		 "]}");
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"), "10.0000");
	life_close(&life);
}

/* DECISIONS 18: a covered year without an entry is pay missing: the year 1991 of two. */
static void year_without_pay(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "1955-01-01",
		 "'periods':[" TEN_YEARS ",{'country':'DE','kind':'employment','from':'1990-01',"
		 "'to':'1991-12','pay':{'yearly':{'1990':41946}}}]");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_int_equal(regular->status, TOT_INCOMPLETE_RECORD);
	/* 41,946 DM are the average of 1990. */
	assert_string_equal(factor(regular, "points"), "11.0000");
	life_close(&life);
}

/* A posting between two other states is no German month. */
static void posting_elsewhere(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "1950-01-01",
		 "'periods':[" TEN_YEARS "],'postings':[{'home':'US','host':'JP','from':"
		 "'2010-01-01','planned_to':'2012-12-31','as':'employee'}]");
	assert_int_equal(test_of(&life, "DE.w5")->own, 120);
	life_close(&life);
}

#define THREE_YEARS                                                                       \
	"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2016-12'," \
	"'pay':{'monthly':3000}}]"

static void expect_survivor_refund(const char *family, bool eligible, const char *reason)
{
	struct life life;
	char rest[1000];
	snprintf(rest, sizeof(rest), "%s%s,'events':[{'kind':'death','on':'2020-03-10'}]", family,
		 THREE_YEARS);
	open_man(&life, "1980-01-10", rest);
	const struct tot_refund *refund = refund_of(&life, "DE.refund");
	assert_int_equal(refund->eligible, eligible);
	assert_true(says(refund, reason));
	life_close(&life);
}

#define SPOUSE(more) \
	"{'born':'1982-05-05','sex':'female','nationalities':['DE'],'married':'2010-06-01'" more "}"

/* s. 210 (1) no. 3: a widow, else orphans, else nobody. */
static void refund_to_the_family(void **state)
{
	(void)state;
	expect_survivor_refund("'family':{'spouse':" SPOUSE("") "},", true, "paid to the widow");
	expect_survivor_refund("'family':{'spouse':" SPOUSE(",'divorced':'2018-01-01'") "},", false,
			       "no widow");
	expect_survivor_refund(
		"'family':{'spouse':" SPOUSE(
			",'divorced':'2018-01-01'") ",'children':[{'born':'2015-04-10'}]},",
		true, "paid to the orphans");
	expect_survivor_refund("'family':{'spouse':" SPOUSE(",'died':'2019-01-01'") "},", false,
			       "no widow");
	expect_survivor_refund("", false, "no widow");
}

/* A death to come is none yet. */
static void death_to_come(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, "1980-01-10", THREE_YEARS ",'events':[{'kind':'death','on':'2030-03-10'}]");
	assert_false(says(refund_of(&life, "DE.refund"), "widow"));
	life_close(&life);
}

/* Kinds and days of Japanese insurance that shut the refund if it counts like German insurance. */
static void insured_in_japan(void **state)
{
	static const struct {
		const char *record;
		bool insured;
	} cases[] = {
		{"'kind':'employment','from':'2022-05'", true},
		{"'kind':'employment','from':'2022-05','to':'2026-10'", false},
		{"'kind':'voluntary','from':'2022-05'", false},
		{"'kind':'employment','from':'2026-12'", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		char rest[1500];
		snprintf(rest, sizeof(rest),
			 "'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':"
			 "'2016-12','pay':{'monthly':3000}},{'country':'JP',%s}],'choices':{"
			 "'de.refund.japanese_insurance_blocks':'yes'}",
			 cases[i].record);
		read_person(&life, "2026-11-21", "JP", "JP", rest);
		life_evaluate(&life);
		assert_int_equal(says(refund_of(&life, "DE.refund"), "insured in Japan"),
				 cases[i].insured);
		life_close(&life);
	}
}

/* A second refund takes what came after the first; an earlier one changes nothing. */
static void two_refunds(void **state)
{
	struct life life;
	const struct tot_date second = {2021, 6, 30}, first = {2019, 6, 30};
	(void)state;
	read_person(
		&life, "2026-11-21", "JP", "JP",
		"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2016-12',"
		"'pay':{'monthly':3000}},{'country':'DE','kind':'employment','from':'2021-01',"
		"'to':'2021-12','pay':{'monthly':3000}}]");
	const struct tot_scheme_ops *ops = tot_scheme_de.ops;
	assert_int_equal(ops->after_refund(&life.own, second, NULL, life.scenario, &life.ctx),
			 TOT_OK);
	assert_int_equal(tot_months_count(&life.own.by_kind[TOT_EMPLOYMENT]), 6);
	assert_int_equal(ops->after_refund(&life.own, first, NULL, life.scenario, &life.ctx),
			 TOT_OK);
	assert_int_equal(tot_months_count(&life.own.by_kind[TOT_EMPLOYMENT]), 6);
	assert_int_equal(tot_date_compare(life.own.erased_until, second), 0);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(training_without_pay),
		cmocka_unit_test(bonus_under_the_ceiling),
		cmocka_unit_test(points_of_another_year),
		cmocka_unit_test(records_without_months),
		cmocka_unit_test(other_states),
		cmocka_unit_test(year_without_pay),
		cmocka_unit_test(posting_elsewhere),
		cmocka_unit_test(refund_to_the_family),
		cmocka_unit_test(death_to_come),
		cmocka_unit_test(insured_in_japan),
		cmocka_unit_test(two_refunds),
	};
	return cmocka_run_group_tests_name("tests", tests, load_law, free_law);
}
