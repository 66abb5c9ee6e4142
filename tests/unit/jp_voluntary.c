/* Voluntary insurance in Japan: who may, for which months, for how much, and one more year. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

#define NATIONAL "'nationalities':['JP']"
#define GERMAN "'nationalities':['DE']"
#define LIVES(country) ",'residence':[{'country':'" country "','from':'1950-01-01'}]"
#define RECORDS(items) "'periods':[" items "]"
#define MONTHS(kind, from, to) "{'country':'JP','kind':'" kind "','from':'" from "','to':'" to "'}"

static const char agreed[] = "right to voluntary insurance (an agreement)";

/* The answer for a person on 2026-11-21. */
static const struct tot_voluntary *ask(struct life *life, const char *born, const char *person,
				       const char *rest, const char *right)
{
	char text[3000];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'%s',"
		 "'sex':'female',%s},%s}",
		 born, person, rest);
	life_read(life, text);
	life_place(life);
	assert_int_equal(
		tot_scheme_jp.ops->voluntary(&life->found, &life->view, right, 0, &life->ctx),
		TOT_OK);
	assert_true(life->found.has_voluntary);
	return &life->found.voluntary;
}

struct right_case {
	const char *born, *person, *rest, *right;
	const char *from, *to, *why;
	int64_t gain; /* 0: no year is left */
};

/*
 * One year: 847,300 x 12/480 = 21,182.50, half up. The premium of 2026-11 is 17,920 (NPA s. 87).
 */
static void rights(void **state)
{
	static const struct right_case cases[] = {
		/* NPA suppl. s. 5 (1) no. 3: nationals abroad until 65, reached on 2045-05-09. */
		{"1980-05-10", NATIONAL LIVES("DE"),
		 RECORDS(MONTHS("resident", "2000-05", "2009-12")), NULL, "2026-11", "2045-04",
		 "Japanese national abroad", 21183},
		/* A month that other insurance owns is not free. */
		{"1980-05-10", NATIONAL LIVES("DE"),
		 RECORDS(MONTHS("employment", "2026-11-25", "2027-03")), NULL, "2027-04", "2045-04",
		 "Japanese national abroad", 21183},
		/* Work until 68: what is left is the insurance until the ten years are met. */
		{"1964-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("employment", "2026-11-25", "2032-05")), NULL, "2032-06", "2034-04",
		 "until the years", 21183},
		/* Act 104/2007 s. 8: a German in Germany with 60 paid months. */
		{"1980-05-10", GERMAN LIVES("DE"),
		 RECORDS(MONTHS("resident", "2004-01", "2008-12")), agreed, "2026-11", "2045-04",
		 "an agreement", 21183},
		/* Suppl. s. 5 (1) no. 2: residents at 60 to 64; 65 is reached on 2029-05-09. */
		{"1964-05-10", GERMAN LIVES("JP"),
		 RECORDS(MONTHS("resident", "1991-01", "2024-04")), NULL, "2026-11", "2029-04",
		 "resident of Japan from 60", 21183},
		/* 460 months: twenty more make the pension full (suppl. s. 5 (5) no. 4). */
		{"1964-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "1986-01", "2024-04")), NULL, "2026-11", "2028-06",
		 "resident of Japan from 60", 21183},
		/* 474 months: six more. */
		{"1964-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "1984-11", "2024-04")), NULL, "2026-11", "2027-04",
		 "resident of Japan from 60", 0},
		/* 100 months at 66: twenty more make the ten years. */
		{"1960-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "2012-01", "2020-04")), NULL, "2026-11", "2028-06",
		 "until the years", 21183},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		const struct right_case *row = &cases[i];
		const struct tot_voluntary *found =
			ask(&life, row->born, row->person, row->rest, row->right);
		if (!found->entitled)
			fail_msg("case %zu: %s", i, found->why);
		assert_non_null(strstr(found->why, row->why));
		assert_month(found->from, row->from);
		assert_month(found->to, row->to);
		assert_yen(&found->least, strcmp(row->from, "2027") > 0 ? 18290 : 17920);
		assert_int_equal(found->most.value, found->least.value);
		assert_string_equal(found->most.per, "month");
		assert_true(tot_date_is_none(found->deadline));
		assert_int_equal(found->has_effect, row->gain > 0);
		if (row->gain) {
			assert_yen(&found->least_year.cost, 12 * found->least.value);
			assert_yen(&found->most_year.monthly, row->gain);
			assert_string_equal(found->most_year.monthly.per, "year");
			assert_null(found->most_year.points);
		}
		assert_string_equal(tot_trace_find(&life.trace, "JP.voluntary")->value, "possible");
		life_close(&life);
	}
}

struct refusal {
	const char *born, *person, *rest, *why;
};

static void refusals(void **state)
{
	static const struct refusal cases[] = {
		{"1980-05-10", GERMAN LIVES("DE"),
		 RECORDS(MONTHS("resident", "2004-02", "2008-12")), "neither nationality"},
		{"1980-05-10", GERMAN LIVES("FR"),
		 RECORDS(MONTHS("resident", "2000-06", "2008-12")), "neither nationality"},
		{"1980-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "2000-05", "2008-12")),
		 "insured by law (NPA s. 7 (1))"},
		{"1980-05-10", NATIONAL LIVES("DE"),
		 RECORDS(MONTHS("employment", "2020-04", "2027-03")), "insured by law in Japan"},
		{"1964-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "1984-05", "2024-04")), "basic pension is full"},
		{"1960-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "2004-05", "2020-04")), "from 65 only while"},
		{"1964-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("employment", "2026-11-25", "2034-05")), "insured in another way"},
		{"2007-05-10", NATIONAL LIVES("DE"), RECORDS(""), "too young on 2026-11-21"},
		{"1950-05-10", NATIONAL LIVES("DE"), RECORDS(""), "too old on 2026-11-21"},
		{"1980-05-10", NATIONAL, RECORDS(""), "where the person lives"},
		{"1980-05-10", NATIONAL LIVES("DE"),
		 RECORDS("") ",'events':[{'kind':'death','on':'2026-05-01'}]", "has died"},
		{"1964-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "1991-01",
				"2024-04")) ",'events':[{'kind':'benefit',"
					    "'country':'JP','what':'old_age','from':'2025-06-01','"
					    "monthly':50000}]",
		 "drawn early"},
		{"1964-05-10", NATIONAL LIVES("JP"),
		 RECORDS(MONTHS("resident", "1991-01",
				"2024-04")) ",'plan':{'claims':[{'country':"
					    "'JP','benefit':'old_age','start':'2026-05'}]}",
		 "drawn early"},
		{"1980-05-10", GERMAN LIVES("JP"),
		 "'periods':[],'postings':[{'home':'DE','host':'JP','as':'employee','from':'2025-"
		 "01-01','planned_to':"
		 "'2028-12-31'}]",
		 "posted to Japan"},
		/* No full pension is known for the cohorts before the National Pension. */
		{"1905-05-10", NATIONAL LIVES("JP"), RECORDS(""), "no figures"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		const struct refusal *row = &cases[i];
		const struct tot_voluntary *found =
			ask(&life, row->born, row->person, row->rest, NULL);
		if (found->entitled || !strstr(found->why, row->why))
			fail_msg("case %zu: %s", i, found->why);
		assert_int_equal(found->from, TOT_MONTH_NONE);
		assert_false(found->least.known);
		assert_false(found->has_effect);
		life_close(&life);
	}
}

/* 108 months at 62: the year makes the ten years, and the basic pension is due. */
static void opens_the_pension(void **state)
{
	struct life life;
	(void)state;
	const struct tot_voluntary *found =
		ask(&life, "1964-05-10", GERMAN LIVES("JP"),
		    RECORDS(MONTHS("resident", "2015-05", "2024-04")), NULL);
	assert_true(found->entitled);
	assert_int_equal(found->close_count, 2);
	assert_string_equal(found->closes[0], "JP.old_basic_10y");
	assert_string_equal(found->closes[1], "JP.old_age.basic");
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rights),
		cmocka_unit_test(refusals),
		cmocka_unit_test(opens_the_pension),
	};
	return cmocka_run_group_tests_name("voluntary insurance in Japan", tests, load_law,
					   free_law);
}
