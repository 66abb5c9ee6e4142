/* Placing Japanese records where memory ends or the law book is wrong, and rare records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

#include "jp/jp.h"
#include "jp/old_age.h"

/* The linker sends the library's calls here (Makefile: --wrap). */
void *__real_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__real_tot_arena_grow(struct tot_arena *arena, void *items, size_t count, size_t size);
void *__wrap_tot_arena_grow(struct tot_arena *arena, void *items, size_t count, size_t size);
enum tot_status __real_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
enum tot_status __real_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding);
enum tot_status __wrap_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding);
const char *__real_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);

/* The request for memory that fails, counted from the beginning of one run; -1: none. */
static long failing = -1, calls;
static const char *day_text; /* what the law book says instead of its days */

static bool fails(void)
{
	return failing >= 0 && calls++ == failing;
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	return fails() ? NULL : __real_tot_arena_alloc(arena, size);
}

void *__wrap_tot_arena_grow(struct tot_arena *arena, void *items, size_t count, size_t size)
{
	return fails() ? NULL : __real_tot_arena_grow(arena, items, count, size);
}

const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer)
{
	return day_text ? day_text : __real_tot_law_string(book, parameter, pointer);
}

/* The question for a figure that is not answered, and the rounding that 64 bits do not hold. */
static long unanswered = -1, questions, unrounded = -1, roundings;

enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at)
{
	if (unanswered >= 0 && questions++ == unanswered)
		return TOT_ERR_NO_PARAMETER;
	return __real_tot_law_get(out, book, set, index, at);
}

enum tot_status __wrap_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding)
{
	if (unrounded >= 0 && roundings++ == unrounded)
		return TOT_ERR_OVERFLOW;
	return __real_tot_ratio_round(result, ratio, scale, rounding);
}

#define HEAD "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1964-05-10',"
#define ABROAD                                                                       \
	"'sex':'female','nationalities':['JP'],'residence':[{'country':'JP','from':" \
	"'1964-05-10','to':'2020-03-31'},{'country':'DE','from':'2020-04-01'}]},"
#define MONTHS(kind, from, to) "{'country':'JP','kind':'" kind "','from':'" from "','to':'" to "'}"

/* Every way to make a span: records, postings, months that follow, months that turn. */
static const char many_spans[] =
	HEAD ABROAD "'periods':[" MONTHS("resident", "1984-05", "1989-12") "," MONTHS(
		"dependent_spouse", "1980-01",
		"1985-12") "," MONTHS("voluntary", "2020-04",
				      "2021-03") "],"
						 "'postings':[{'home':'JP','host':'DE','from':'"
						 "2012-01-01','planned_to':'2013-12-31','as':"
						 "'employee','pay':{'monthly':400000}}]}";

/* Without memory nothing is placed by half: the status says so, whichever request fails. */
static void memory_ends(void **state)
{
	struct life life;
	struct tot_timeline own;
	(void)state;
	life_read(&life, many_spans);
	for (failing = 0;; failing++) {
		calls = 0;
		const enum tot_status status = tot_scheme_jp.ops->place(
			&own, life.scenario, tot_month_make(2029, 5), &life.ctx);
		if (calls <= failing) {
			assert_int_equal(status, TOT_OK);
			break;
		}
		assert_int_equal(status, TOT_ERR_MEMORY);
	}
	assert_true(failing >= 8);
	failing = -1;
	life_close(&life);
}

/* The right to voluntary insurance needs memory for records, findings and lists of ids. */
static void memory_ends_for_the_right(void **state)
{
	struct life life;
	int refused = 0;
	(void)state;
	life_read(&life, many_spans);
	life_place(&life);
	for (failing = 0;; failing++) {
		struct tot_findings found = {.country = "JP"};
		calls = 0;
		const enum tot_status status =
			tot_scheme_jp.ops->voluntary(&found, &life.view, NULL, 0, &life.ctx);
		if (calls <= failing) {
			assert_int_equal(status, TOT_OK);
			break;
		}
		/* Only a text may be lost without an error. */
		assert_true(status == TOT_ERR_MEMORY || status == TOT_OK);
		refused += status == TOT_ERR_MEMORY;
	}
	failing = -1;
	assert_true(refused >= 4);
	life_close(&life);
}

/* 62 years, 108 months of which 12 half exempt: a year of 12 weighs 12, 847,300 x 12/480. */
static const char at_62[] =
	HEAD "'sex':'male','nationalities':['DE'],'residence':[{'country':'JP','from':"
	     "'1964-05-10'}]},'periods':[" MONTHS("resident", "2015-05", "2023-04") "," MONTHS(
		     "exempt_half", "2023-05", "2024-04") "]}";

/* Without a figure the right says less, never anything else. */
static void figures_that_are_missing(void **state)
{
	struct life life;
	int less = 0;
	(void)state;
	life_read(&life, at_62);
	life_place(&life);
	for (unanswered = 0;; unanswered++) {
		struct tot_findings found = {.country = "JP"};
		const struct tot_voluntary *right = &found.voluntary;
		questions = 0;
		const enum tot_status status =
			tot_scheme_jp.ops->voluntary(&found, &life.view, NULL, 0, &life.ctx);
		if (questions <= unanswered) {
			assert_int_equal(status, TOT_OK);
			assert_true(right->has_effect);
			break;
		}
		assert_true(status == TOT_OK || status == TOT_ERR_NO_PARAMETER);
		less += status != TOT_OK || !right->has_effect;
		if (status == TOT_OK && right->has_effect) {
			assert_yen(&right->least, 17920);
			assert_yen(&right->least_year.monthly, 21183);
		}
	}
	unanswered = -1;
	assert_true(less >= 8);
	roundings = 0;
	unrounded = 0;
	struct tot_findings found = {.country = "JP"};
	assert_int_equal(tot_scheme_jp.ops->voluntary(&found, &life.view, NULL, 0, &life.ctx),
			 TOT_ERR_OVERFLOW);
	unrounded = -1;
	life_close(&life);
}

static void days_of_the_law_book(void **state)
{
	(void)state;
	day_text = "soon";
	assert_true(tot_date_is_none(tot_jp_day(law, TOT_JP_DAY_CATEGORY_3)));
	day_text = "1986-04-01";
	assert_date(tot_jp_day(law, TOT_JP_DAY_TOTAL_PAY), "1986-04-01");
	day_text = NULL;
}

/* 64 bits end: the sum says so when it is rounded, however it goes on. */
static void sums_beyond_64_bits(void **state)
{
	int64_t yen;
	(void)state;
	struct tot_jp_sum sum = {INT64_MAX, tot_ratio_of(0, 1)};
	const struct tot_jp_sum one = {1, tot_ratio_of(1, 2)}, two = {1, tot_ratio_of(2, 3)};
	sum = tot_jp_sum_add(sum, tot_ratio_of(1, 1));
	assert_int_equal(tot_jp_sum_round(&yen, sum, 0), TOT_ERR_OVERFLOW);
	sum = tot_jp_sum_times(sum, tot_ratio_of(1, 2));
	assert_int_equal(tot_jp_sum_round(&yen, sum, 0), TOT_ERR_OVERFLOW);
	assert_true(tot_jp_sum_compare(one, two) < 0);
	assert_true(tot_jp_sum_compare(two, one) > 0);
	assert_int_equal(tot_jp_sum_compare(one, one), 0);
}

/* A test that needs no agreement, one of an agreement without that benefit, one of another. */
static void share_without_a_rule(void **state)
{
	static const struct {
		const char *agreement, *benefit;
	} cases[] = {{"de-jp", NULL}, {"de-jp", "nothing"}, {"xx-yy", "spouse_addition"}};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct tot_aggregation rule = {.benefit = cases[i].benefit};
		const struct tot_qualifying test = {.by_agreement = true,
						    .own = 100,
						    .lent = 140,
						    .agreement = cases[i].agreement,
						    .lent_rule = &rule};
		const struct tot_ratio share = tot_jp_agreement_share(&test, law);
		assert_int_equal(tot_ratio_compare(share, tot_ratio_of(1, 1)), 0);
	}
}

struct row {
	const char *title, *person, *rest;
	enum tot_kind kind;
	const char *months;
};

#define POSTED(home, host, from, to, more)                                                      \
	",'postings':[{'home':'" home "','host':'" host "','from':'" from "','planned_to':'" to \
	"','as':'employee'" more "}]"
#define GERMAN_IN_JAPAN(from, more)                                                        \
	"'sex':'male','nationalities':['DE'" more "],'residence':[{'country':'DE','from':" \
	"'1964-05-10'},{'country':'JP','from':'" from "','permanent':true}]},"

static const struct row rows[] = {
	{"a posting between other states is none of Japan's", ABROAD,
	 "'periods':[]" POSTED("DE", "US", "2015-01-01", "2015-12-31", ""), TOT_EMPLOYMENT, "none"},
	/* NPA s. 7: before and after the posting a resident is insured. */
	{"only the months of the posting are German", GERMAN_IN_JAPAN("2015-01-01", ""),
	 "'periods':[{'country':'JP','kind':'resident','from':'2016-01','to':'2024-04'}]" POSTED(
		 "DE", "JP", "2015-04-01", "2015-12-31", ""),
	 TOT_UNPAID, "2015-01..2015-03"},
	{"insured in Japan all the same", GERMAN_IN_JAPAN("2015-01-01", ""),
	 "'periods':[]" POSTED("DE", "JP", "2015-04-01", "2015-12-31",
			       ",'keep_host_insurance':true"),
	 TOT_EMPLOYMENT, "2015-04..2015-12"},
	/* Act 34/1985 suppl. s. 8 (5) no. 11: residence abroad at 20-59 before the permission. */
	{"permission before 65", GERMAN_IN_JAPAN("2023-04-01", ""), "'periods':[]",
	 TOT_COMPLEMENTARY, "1984-05..2023-03"},
	{"naturalised after the permission",
	 GERMAN_IN_JAPAN("2020-04-01", ",{'country':'JP','from':'2022-04-01'}"), "'periods':[]",
	 TOT_COMPLEMENTARY, "1984-05..2020-03"},
	{"naturalised before the permission",
	 GERMAN_IN_JAPAN("2023-04-01", ",{'country':'JP','from':'2022-04-01'}"), "'periods':[]",
	 TOT_COMPLEMENTARY, "1984-05..2023-03"},
	{"naturalised at 65",
	 "'sex':'male','nationalities':['DE',{'country':'JP','from':"
	 "'2029-05-09'}],'residence':[{'country':'DE','from':'1964-05-10'}]},",
	 "'periods':[]", TOT_COMPLEMENTARY, "none"},
	{"naturalised as a child",
	 "'sex':'male','nationalities':[{'country':'JP','from':"
	 "'1980-05-09'}],'residence':[{'country':'DE','from':"
	 "'1964-05-10'}]},",
	 "'periods':[]", TOT_COMPLEMENTARY, "1984-05..2024-04"},
	{"permission at 65, and one of another state",
	 "'sex':'male','nationalities':['DE'],'residence':[{'country':'US','from':'1964-05-10',"
	 "'permanent':true},{'country':'JP','from':'2029-05-09','permanent':true}]},",
	 "'periods':[]", TOT_COMPLEMENTARY, "none"},
	{"German work later does not matter, a German refund neither",
	 GERMAN_IN_JAPAN("2015-01-01", ""),
	 "'periods':[{'country':'DE','kind':'employment','from':'2015-03','to':'2015-05','pay':{"
	 "'monthly':3000}},{'country':'JP','kind':'resident','from':'2015-06','to':'2024-04'}],"
	 "'events':[{'kind':'refund','country':'DE','filed':'2018-01-01'}]",
	 TOT_UNPAID, "2015-01..2015-02"},
	/* EPA s. 19 (2): of two insurances within the month the later one, of one day the job. */
	{"two within one month", ABROAD,
	 "'periods':[{'country':'JP','kind':'employment','from':'2003-05-12','to':'2003-05-20',"
	 "'pay':{'average':300000}},{'country':'JP','kind':'employment','from':'2003-05-02','to':"
	 "'2003-05-10','pay':{'average':200000}}]",
	 TOT_EMPLOYMENT, "2003-05"},
	{"two from one day on within one month", ABROAD,
	 "'periods':[{'country':'JP','kind':'resident','from':'2003-05-02','to':'2003-05-20'},"
	 "{'country':'JP','kind':'employment','from':'2003-05-02','to':'2003-05-10','pay':{"
	 "'average':200000}}]",
	 TOT_EMPLOYMENT, "2003-05"},
};

static void rare_records(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[2000], found[512];
		snprintf(text, sizeof(text), HEAD "%s%s}", rows[i].person, rows[i].rest);
		life_read(&life, text);
		life_place(&life);
		tot_months_print(found, sizeof(found), &life.own.by_kind[rows[i].kind]);
		if (strcmp(found, rows[i].months) != 0)
			fail_msg("%s: %s instead of %s", rows[i].title, found, rows[i].months);
		life_close(&life);
	}
}

/* A result that is full takes no further entry, and says so. */
static void no_room_for_benefits(void **state)
{
	struct life life;
	(void)state;
	life_read(&life, HEAD ABROAD "'periods':[{'country':'JP','kind':'resident','from':"
				     "'1984-05','to':'2000-12','flags':['additional_premium']},"
				     "{'country':'JP','kind':'employment','from':'2001-01','to':"
				     "'2019-12','pay':{'average':300000}}]}");
	life_place(&life);
	struct tot_findings *found = calloc(1, sizeof(*found));
	assert_non_null(found);
	assert_int_equal(tot_jp_entitle_additional(found, &life.view, &life.ctx), TOT_OK);
	assert_int_equal(found->benefit_count, 0); /* no basic pension, no annuity */
	for (size_t used = 0; used < TOT_FINDINGS_MAX; used++)
		found->benefits[used].id = used ? "" : "JP.old_age.basic";
	found->benefit_count = TOT_FINDINGS_MAX;
	assert_int_equal(tot_jp_entitle_additional(found, &life.view, &life.ctx), TOT_ERR_MEMORY);
	free(found);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_ends),		cmocka_unit_test(memory_ends_for_the_right),
		cmocka_unit_test(days_of_the_law_book), cmocka_unit_test(figures_that_are_missing),
		cmocka_unit_test(sums_beyond_64_bits),	cmocka_unit_test(share_without_a_rule),
		cmocka_unit_test(rare_records),		cmocka_unit_test(no_room_for_benefits),
	};
	return cmocka_run_group_tests_name("jp_faults_place", tests, load_law, free_law);
}
