/* Voluntary insurance in Germany: the right, the months, the amounts, one more year. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_refund_life.h"

#include "de/voluntary_effect.h"

static const char right[] = "right to voluntary insurance";

/* A person born 1970-06-15, as of a day, with the right given (or not) since a month. */
static const struct tot_voluntary *ask(struct life *life, const char *as_of, const char *rest,
				       const char *given, tot_month since)
{
	read_person(life, as_of, "JP", "JP", rest);
	assert_int_equal(
		tot_scheme_de.ops->voluntary(&life->found, &life->view, given, since, &life->ctx),
		TOT_OK);
	assert_true(life->found.has_voluntary);
	return &life->found.voluntary;
}

static void refused(const char *as_of, const char *rest, const char *given, const char *why)
{
	struct life life;
	const struct tot_voluntary *found = ask(&life, as_of, rest, given, 0);
	assert_false(found->entitled);
	assert_non_null(strstr(found->why, why));
	assert_int_equal(found->from, TOT_MONTH_NONE);
	assert_true(tot_date_is_none(found->deadline));
	assert_false(found->least.known);
	assert_false(found->has_effect);
	life_close(&life);
}

static void right_of_a_year(void **state)
{
	struct life life;
	(void)state;
	const struct tot_voluntary *found = ask(&life, "2026-11-21", hundred_months, right, 0);
	assert_true(found->entitled);
	assert_string_equal(found->why, right);
	assert_month(found->from, "2026-01");
	/* 67 is completed on 2037-06-14; the pension begins with 2037-07 (s. 7 (2)). */
	assert_month(found->to, "2037-06");
	assert_date(found->deadline, "2027-03-31");
	assert_cents(&found->least, 11216);
	assert_cents(&found->most, 157170);
	assert_true(found->has_effect);
	assert_int_equal(found->close_count, 0);
	const struct tot_step *step = tot_trace_find(&life.trace, "DE.voluntary");
	assert_non_null(step);
	assert_string_equal(step->value, "possible");
	life_close(&life);
}

/* s. 197 (2): until 31 March the year before is open; on 1 April it is lost. */
static void deadline(void **state)
{
	struct life life;
	(void)state;
	const struct tot_voluntary *found = ask(&life, "2026-03-31", hundred_months, right, 0);
	assert_month(found->from, "2025-01");
	assert_date(found->deadline, "2026-03-31");
	/* Paid in 2026: rate and least base of 2026, ceiling of 2025 (s. 200): 8,050 x 18.6 %. */
	assert_cents(&found->least, 11216);
	assert_cents(&found->most, 149730);
	life_close(&life);
	found = ask(&life, "2026-04-01", hundred_months, right, 0);
	assert_month(found->from, "2026-01");
	life_close(&life);
	found = ask(&life, "2026-04-01", hundred_months, right, tot_month_make(2026, 3));
	assert_month(found->from, "2026-03");
	life_close(&life);
}

static const char insured_to[] =
	"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'%s',"
	"'pay':{'monthly':3000}}]";

static void compulsory_months(void **state)
{
	struct life life;
	char rest[300];
	(void)state;
	snprintf(rest, sizeof(rest), insured_to, "2027-02");
	refused("2026-11-21", rest, right, "compulsorily insured in Germany on 2026-11-21");
	/* The month in which the job ended is covered; the next is free. */
	snprintf(rest, sizeof(rest), insured_to, "2026-11-10");
	const struct tot_voluntary *found = ask(&life, "2026-11-21", rest, right, 0);
	assert_true(found->entitled);
	assert_month(found->from, "2026-12");
	life_close(&life);
	/* An exempt mini-job is no compulsory insurance. */
	found = ask(&life, "2026-11-21",
		    "'periods':[{'country':'DE','kind':'employment','from':'2014-01',"
		    "'flags':['minijob_exempt'],'pay':{'monthly':400}}]",
		    right, 0);
	assert_true(found->entitled);
	assert_month(found->from, "2026-01");
	life_close(&life);
}

static void no_right(void **state)
{
	struct life life;
	(void)state;
	/*
	 * Without an agreement's word the national law speaks: Germans anywhere, residents of
	 * Germany.
	 */
	read_person(&life, "2026-11-21", "DE", "US", hundred_months);
	assert_non_null(strstr(tot_de_national_right(life.scenario, life.ctx.as_of), "national"));
	assert_int_equal(tot_scheme_de.ops->voluntary(&life.found, &life.view, NULL, 0, &life.ctx),
			 TOT_OK);
	assert_true(life.found.voluntary.entitled);
	life_close(&life);
	read_person(&life, "2026-11-21", "US", "DE", hundred_months);
	assert_non_null(strstr(tot_de_national_right(life.scenario, life.ctx.as_of), "resident"));
	life_close(&life);
	refused("2026-11-21", hundred_months, NULL, "neither nationality nor residence");
	refused("1986-01-01", hundred_months, right, "too young on 1986-01-01");
	refused("2038-01-01", hundred_months, right, "full old-age pension");
	refused("2026-11-21",
		"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2022-04',"
		"'pay':{'monthly':3000}}],'events':[{'kind':'death','on':'2025-05-01'}]",
		right, "died");
}

/* A pension drawn late leaves the months before it open; a partial one does not end the right. */
static void last_month(void **state)
{
	static const struct {
		const char *rest, *to;
	} cases[] = {
		{"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2022-04',"
		 "'pay':{'monthly':3000}}],'events':[{'kind':'benefit','country':'DE','what':"
		 "'old_age','from':'2036-01'}]",
		 "2037-06"},
		{"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2022-04',"
		 "'pay':{'monthly':3000}}],'plan':{'claims':[{'country':'DE','benefit':'old_age',"
		 "'start':'2039-01'}]}",
		 "2038-12"},
		{"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2022-04',"
		 "'pay':{'monthly':3000}}],'plan':{'claims':[{'country':'DE','benefit':'old_age',"
		 "'start':'2039-01','share':0.5}]}",
		 "-"},
		/* Without the five years no pension ends the right. */
		{"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2014-10',"
		 "'pay':{'monthly':3000}}]",
		 "-"},
		{"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2022-04',"
		 "'pay':{'monthly':3000}}],'events':[{'kind':'death','on':'2030-05-01'}]",
		 "2030-05"},
		/*
		 * A later death changes nothing; nor does a benefit that is no old-age pension of
		 * Germany.
		 */
		{"'periods':[{'country':'DE','kind':'employment','from':'2014-01','to':'2022-04',"
		 "'pay':{'monthly':3000}}],'events':[{'kind':'death','on':'2040-05-01'},"
		 "{'kind':'benefit','country':'JP','what':'old_age','from':'2036-01'},"
		 "{'kind':'benefit','country':'DE','what':'rehabilitation','from':'2020-01'}]",
		 "2037-06"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		const struct tot_voluntary *found =
			ask(&life, "2026-11-21", cases[i].rest, right, 0);
		assert_true(found->entitled);
		assert_month(found->to, cases[i].to);
		life_close(&life);
	}
}

static bool closes(const struct tot_voluntary *found, const char *id)
{
	for (size_t i = 0; i < found->close_count; i++)
		if (strcmp(found->closes[i], id) == 0)
			return true;
	return false;
}

/* 48 months and 12 more are the five years; 47 and 12 are not. */
static void one_more_year(void **state)
{
	struct life life;
	char rest[300];
	(void)state;
	snprintf(rest, sizeof(rest), insured_to, "2017-12");
	const struct tot_voluntary *found = ask(&life, "2026-11-21", rest, right, 0);
	assert_true(found->has_effect);
	assert_true(closes(found, "DE.w5"));
	assert_true(closes(found, "DE.old_age.regular"));
	assert_false(closes(found, "DE.w35"));
	life_close(&life);
	snprintf(rest, sizeof(rest), insured_to, "2017-11");
	found = ask(&life, "2026-11-21", rest, right, 0);
	assert_true(found->has_effect);
	assert_int_equal(found->close_count, 0);
	life_close(&life);
	/* A planned pension leaves too few months for a year. */
	snprintf(rest, sizeof(rest), insured_to, "2022-04");
	found = ask(&life, "2037-02-01", rest, right, 0);
	assert_true(found->entitled);
	assert_month(found->from, "2036-01");
	assert_true(found->has_effect);
	life_close(&life);
	found = ask(&life, "2037-05-01", rest, right, 0);
	assert_month(found->from, "2037-01");
	assert_false(found->has_effect);
	life_close(&life);
}

/*
 * Worked examples de-024 and de-025: 603 and 8,450 EUR a month in 2026, average 51,944, value
 * 42.52.
 */
static void example_years(void **state)
{
	struct bench bench;
	struct tot_voluntary_year year;
	(void)state;
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(tot_de_voluntary_year(&year, 11216, 60300, "EUR", &bench.ctx),
			 TOT_PROVISIONAL);
	assert_cents(&year.cost, 134592);
	assert_string_equal(year.points, "0.1393");
	assert_cents(&year.monthly, 592);
	assert_int_equal(tot_de_voluntary_year(&year, 157170, 845000, "EUR", &bench.ctx),
			 TOT_PROVISIONAL);
	assert_cents(&year.cost, 1886040);
	assert_string_equal(year.points, "1.9521");
	assert_cents(&year.monthly, 8300);
	bench_close(&bench);
}

/* law/de/voluntary_contributions.json: the pack's rows, paid in the year itself. */
static void amounts(void **state)
{
	static const struct {
		int year, month;
		int64_t least, most;
		const char *currency;
	} rows[] = {
		{2026, 5, 11216, 157170, "EUR"},  {2023, 1, 9672, 135780, "EUR"},
		{2024, 12, 10007, 140430, "EUR"}, {2012, 1, 7840, 109760, "EUR"},
		{2001, 1, 12033, 166170, "DEM"},
	};
	struct tot_de_voluntary_range range;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct tot_date on = {rows[i].year, 12, 31};
		assert_int_equal(
			tot_de_voluntary_amounts(
				&range, tot_month_make(rows[i].year, rows[i].month), on, law),
			TOT_OK);
		assert_int_equal(range.least, rows[i].least);
		assert_int_equal(range.most, rows[i].most);
		assert_string_equal(range.currency, rows[i].currency);
	}
	assert_int_equal(tot_de_voluntary_amounts(&range, tot_month_make(1998, 1),
						  (struct tot_date){1998, 1, 1}, law),
			 TOT_ERR_NO_PARAMETER);
	struct life life;
	const struct tot_voluntary *found =
		ask(&life, "1997-05-01",
		    "'periods':[{'country':'DE','kind':'employment','from':'1988-01',"
		    "'to':'1995-04','pay':{'points':7}}]",
		    right, 0);
	assert_true(found->entitled);
	assert_false(found->least.known);
	assert_false(found->has_effect);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(right_of_a_year),   cmocka_unit_test(deadline),
		cmocka_unit_test(compulsory_months), cmocka_unit_test(no_right),
		cmocka_unit_test(last_month),	     cmocka_unit_test(one_more_year),
		cmocka_unit_test(example_years),     cmocka_unit_test(amounts),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
