/* Start of German pensions by the day of the claim; health and care insurance of pensioners. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_examples.h"

#include "de/payment.h"

/*
 * de-051, both ways: regular age completed on 2018-05-15, claimed on the last day in time and
 * after it.
 */
static void own_pension(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_json *claims = member(in, "claims");
	const tot_month met = month_in(in, "regular_age_reached");
	struct tot_date in_time, late;
	tot_month start;
	assert_true(tot_date_parse(&in_time, claims->first->string));
	assert_true(tot_date_parse(&late, claims->first->next->string));
	assert_int_equal(tot_de_start_of_claim(&start, met, in_time, law), TOT_OK);
	assert_int_equal(start, month_in(out, "start_in_time"));
	assert_int_equal(tot_de_start_of_claim(&start, met, late, law), TOT_OK);
	assert_int_equal(start, month_in(out, "start_late"));
}

static void temporary(const struct tot_json *in, const struct tot_json *out)
{
	static const struct {
		struct tot_date claimed;
		const char *start;
	} rows[] = {
		{{2026, 2, 1}, "2026-08"}, /* seventh month */
		{{2026, 7, 15}, "2026-08"},
		{{2026, 8, 31}, "2026-08"},
		{{2026, 9, 1},
		 "2026-09"}, /* later than the seventh month: the month of the claim */
	};
	const struct tot_date event = date_in(in, "event");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		tot_month start;
		assert_int_equal(tot_de_start_temporary(&start, event, rows[i].claimed, law),
				 TOT_OK);
		assert_month(start, rows[i].start);
	}
	assert_int_equal(month_in(out, "start"), tot_month_make(2026, 8));
}

static void survivor(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_date start;
	const struct tot_date death = date_in(in, "death");
	assert_int_equal(tot_de_start_of_survivor(&start, death, true, date_in(in, "claim"), law),
			 TOT_OK);
	assert_int_equal(tot_date_compare(start, date_in(out, "start")), 0);
	/* Claimed at once: the month after, or the day of death itself without a pension. */
	const struct tot_date soon = {2024, 4, 2}, last = {2025, 4, 30};
	assert_int_equal(tot_de_start_of_survivor(&start, death, true, soon, law), TOT_OK);
	assert_date(start, "2024-04-01");
	assert_int_equal(tot_de_start_of_survivor(&start, death, false, soon, law), TOT_OK);
	assert_date(start, "2024-03-10");
	assert_int_equal(tot_de_start_of_survivor(&start, death, true, last, law), TOT_OK);
	assert_date(start, "2024-04-01");
	assert_int_equal(tot_de_start_of_survivor(&start, death, false, last, law), TOT_OK);
	assert_date(start, "2024-04-01");
}

/* One child, born when the table of the care insurance began. */
static struct tot_child one_child[] = {{.born = {1970, 1, 1}}};

static void court_case(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_de_insured_pensioner person = {
		.born = {1944, 1, 1}, .children = one_child, .child_count = 1};
	struct tot_de_insurance found;
	tot_month month;
	assert_true(tot_month_parse(&month, tot_json_string(in, "date")));
	assert_int_equal(tot_de_insurance_of(&found, scaled(out, "monthly", 2),
					     tot_month_first_day(month), &person, law),
			 TOT_OK);
	assert_int_equal(found.health_rate, scaled(in, "health_percent", 4));
	assert_int_equal(found.care_rate, scaled(in, "care_percent", 4));
	assert_int_equal(found.health, 10796);
	assert_int_equal(found.care, 2665);
	assert_int_equal(found.net, scaled(out, "net", 2));
}

static const struct example examples[] = {
	{"de-051", own_pension},
	{"de-052", temporary},
	{"de-053", survivor},
};

struct rate {
	struct tot_date on, born;
	const char *fund; /* "" = average */
	int64_t health, care;
	size_t children;
};

static void expect_rates(const struct rate *row)
{
	/* Two children of 30 and more years, then ones below 25. */
	struct tot_child children[] = {
		{.born = {1995, 3, 1}}, {.born = {2005, 3, 1}}, {.born = {2006, 3, 1}},
		{.born = {2007, 3, 1}}, {.born = {2008, 3, 1}}, {.born = {2009, 3, 1}},
		{.born = {2010, 3, 1}},
	};
	struct tot_de_insured_pensioner person = {
		.born = row->born, .children = children, .child_count = row->children};
	struct tot_de_insurance found;
	if (row->fund[0]) {
		person.has_fund_rate = true;
		assert_int_equal(tot_decimal_parse(&person.fund_rate, row->fund, 4), TOT_OK);
	}
	assert_int_equal(tot_de_insurance_of(&found, 100000, row->on, &person, law), TOT_OK);
	assert_int_equal(found.health_rate, row->health);
	assert_int_equal(found.care_rate, row->care);
	assert_int_equal(found.net, 100000 - found.health - found.care);
}

/* Rates in 0.0001 percent: law/de/health_care_contributions.json. */
static void rates(void **state)
{
	static const struct rate rows[] = {
		/* 2026: half of 14.6 + 2.9; half of 14.6 + 1.9; care 3.6, childless 4.2. */
		{{2026, 11, 21}, {1959, 1, 1}, "", 87500, 36000, 1},
		{{2026, 11, 21}, {1959, 1, 1}, "1.9", 82500, 36000, 1},
		{{2026, 11, 21}, {1959, 1, 1}, "3.5", 90500, 42000, 0},
		{{2026, 11, 21}, {1939, 12, 31}, "", 87500, 36000, 0},
		{{2026, 11, 21}, {2005, 1, 1}, "", 87500, 36000, 0},
		/* After the last year known its average goes on. */
		{{2027, 1, 1}, {1959, 1, 1}, "1.9", 82500, 36000, 1},
		/* 2018: the additional rate is the pensioner's alone: 7.3 + 1.4. */
		{{2018, 5, 1}, {1950, 1, 1}, "1.4", 87000, 25500, 1},
		/* 2014: no additional rate in percent. */
		{{2014, 5, 1}, {1948, 1, 1}, "1.4", 82000, 20500, 1},
		/* One, two, six children below 25: 3.6, 3.35, 2.6 (at most four discounts). */
		{{2026, 11, 21}, {1959, 1, 1}, "", 87500, 36000, 2},
		{{2026, 11, 21}, {1959, 1, 1}, "", 87500, 33500, 3},
		{{2026, 11, 21}, {1959, 1, 1}, "", 87500, 26000, 7},
		/* 25 is completed on 2030-02-28: that month is the last with the discount. */
		{{2030, 2, 1}, {1959, 1, 1}, "", 87500, 33500, 3},
		{{2030, 3, 1}, {1959, 1, 1}, "", 87500, 36000, 3},
		/* No discounts before July 2023. */
		{{2023, 6, 30}, {1959, 1, 1}, "", 81000, 30500, 3},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		expect_rates(&rows[i]);
}

/*
 * de-007, and 1,482.09 EUR in 2009-06 of the other judgment: 121.53 and 28.90, one cent beside its
 * print.
 */
static void judgments(void **state)
{
	struct tot_arena arena = {0};
	const struct tot_json *list = tot_json_get(read_file(&arena), "examples");
	const struct tot_json *json = find_example(list, "de-007");
	const struct tot_de_insured_pensioner person = {
		.born = {1944, 1, 1}, .children = one_child, .child_count = 1};
	struct tot_de_insurance found;
	(void)state;
	court_case(member(json, "inputs"), member(json, "expected"));
	assert_int_equal(
		tot_de_insurance_of(&found, 148209, (struct tot_date){2009, 6, 1}, &person, law),
		TOT_OK);
	assert_int_equal(found.health, 12153);
	assert_int_equal(found.care, 2890);
	assert_int_equal(
		tot_de_insurance_of(&found, 148209, (struct tot_date){2008, 6, 1}, &person, law),
		TOT_ERR_NO_PARAMETER);
	tot_arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rates),
		cmocka_unit_test(judgments),
	};
	const int failed = run_examples(examples, sizeof(examples) / sizeof(examples[0]));
	return failed + cmocka_run_group_tests(tests, load_law, free_law);
}
