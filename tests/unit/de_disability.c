/* Pensions for reduced earning capacity: who, from when, how much (s. 43, 59, 73, 77, 88, 96a, 307i). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

#define WORK(from, to, points)                                                        \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to "','pay':{" \
	"'points':" points "}}"
#define CREDITED(kind, from, to) \
	"{'country':'DE','kind':'" kind "','from':'" from "','to':'" to "'}"
#define EVENT(since, more) "{'kind':'disability','since':'" since "'," more "}"
#define FULL "'capacity':'none'"
#define PARTIAL "'capacity':'partial'"

/* The man of worked example de-013: born 1980-03-10, 288 months and 24 points to 2026-01. */
static void open_man(struct life *life, const char *periods, const char *events, const char *more)
{
	char rest[3000];
	snprintf(rest, sizeof(rest), "},'periods':[%s],'events':[%s]%s%s", periods, events,
		 more[0] ? "," : "", more);
	open_person(life, "1980-03-10", "male", rest);
}

static const char *const long_career = WORK("2002-02", "2026-01", "24");

static const struct tot_benefit *full(struct life *life)
{
	return benefit(life, "DE.disability.full");
}

static const struct tot_benefit *partial(struct life *life)
{
	return benefit(life, "DE.disability.partial");
}

/*
 * Worked example de-013: 245 added months x 0.0692, factor 0.892. At 42.52 EUR: 36.5310 points bring
 * 1,553.30 EUR. The old-age pension from 2047-04 keeps the personal points (s. 88 (1)).
 */
static void added_period(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, long_career, EVENT("2026-02-15", FULL), "");
	const struct tot_benefit *pension = full(&life);
	assert_true(pension->entitled && pension->chosen);
	assert_false(pension->by_agreement);
	assert_month(pension->start, "2026-03");
	assert_string_equal(factor(pension, "points"), "40.9540");
	assert_string_equal(factor(pension, "access_factor"), "0.892");
	assert_string_equal(factor(pension, "personal_points"), "36.5310");
	assert_string_equal(factor(pension, "earnings_limit"), "20763.75");
	assert_cents(&pension->amount, 155330);
	assert_false(partial(&life)->entitled);
	const struct tot_benefit *old_age = benefit(&life, "DE.old_age.regular");
	assert_true(old_age->chosen);
	assert_month(old_age->start, "2047-04");
	assert_string_equal(factor(old_age, "personal_points"), "36.5310");
	assert_cents(&old_age->amount, 155330);
	life_close(&life);
}

/*
 * s. 67 no. 3: half. Later points have their own factor (s. 77 (3)): half of 40.9540 is used with 0.892,
 * the rest is new. Work to 2047-03 at 1 point a year: 2026-02..2047-03 brings 21.1667 (points to four
 * decimals by year, 0.9167 in 2026 and 0.25 in 2047) instead of valued months.
 */
static void partial_pension(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, long_career, EVENT("2026-02-15", PARTIAL), "");
	const struct tot_benefit *pension = partial(&life);
	assert_true(pension->entitled && pension->chosen);
	assert_string_equal(factor(pension, "personal_points"), "36.5310");
	assert_string_equal(factor(pension, "type_factor"), "0.5");
	/* 36.5310 x 0.5 x 42.52 = 776.649 */
	assert_cents(&pension->amount, 77665);
	assert_false(full(&life)->entitled);
	assert_true(has_reason(full(&life)->reasons, full(&life)->reason_count, "partially"));
	/*
	 * Old age: 245 months of receipt to 2046-06 are valued again, in a life to 2047-03: N = 601 - 245
	 * = 356 months, 24 / 356 = 0.0674, 16.5130 points; 40.5130 in all. Of them half of 40.9540 =
	 * 20.4770 keep 0.892 = 18.2655; 20.0360 are new: 38.3015, more than 36.5310.
	 */
	const struct tot_benefit *old_age = benefit(&life, "DE.old_age.regular");
	assert_string_equal(factor(old_age, "points"), "40.5130");
	assert_string_equal(factor(old_age, "personal_points"), "38.3015");
	life_close(&life);
}

/* s. 101 (1), s. 102 (2): from the seventh month, for three years. */
static void temporary_pension(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, long_career, EVENT("2026-02-15", FULL ",'temporary':true"), "");
	const struct tot_benefit *pension = full(&life);
	assert_month(pension->start, "2026-09");
	assert_true(has_reason(pension->reasons, pension->reason_count, "2029-08"));
	/* 0.003 a month comes back after it: no deduction at the regular age; s. 88 ends after 24 months. */
	const struct tot_benefit *old_age = benefit(&life, "DE.old_age.regular");
	/* 43 months from 2026-02 to 2029-08 valued: N = 601 - 43 = 558, 24 / 558 = 0.0430, 1.8490. */
	assert_string_equal(factor(old_age, "points"), "25.8490");
	assert_string_equal(factor(old_age, "personal_points"), "25.8490");
	life_close(&life);
}

/*
 * Disabled to the regular age, old age a year later: N = 613 - 245 = 368 months, 24 / 368 = 0.0652, 245
 * months of receipt bring 15.9740; 39.9740 points, all used before, x (0.892 + 12 x 0.005 = 0.952) =
 * 38.0552.
 */
static void deferred_after_disability(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, long_career, EVENT("2026-02-15", FULL),
		 "'plan':{'claims':[{'country':'DE','benefit':'old_age','start':'2048-04'}]}");
	const struct tot_benefit *old_age = benefit(&life, "DE.old_age.regular");
	assert_string_equal(factor(old_age, "points"), "39.9740");
	assert_string_equal(factor(old_age, "personal_points"), "38.0552");
	life_close(&life);
}

static void expect_refused(const char *periods, const char *event, const char *reason)
{
	struct life life;
	open_man(&life, periods, event, "");
	const struct tot_benefit *pension = full(&life);
	assert_false(pension->entitled);
	assert_int_equal(pension->start, TOT_MONTH_NONE);
	assert_true(has_reason(pension->reasons, pension->reason_count, reason));
	life_close(&life);
}

/* s. 43 (2) no. 2, no. 3; the regular age; an old-age pension. */
static void refusals(void **state)
{
	(void)state;
	expect_refused(WORK("2021-03", "2026-01", "4"), EVENT("2026-02-15", FULL), "59 of 60");
	expect_refused(WORK("2002-02", "2020-01", "18"), EVENT("2026-02-15", FULL), "0 of 36");
	expect_refused(long_career, EVENT("2047-03-15", FULL), "0 of 36");
	expect_refused(WORK("2002-02", "2047-03", "45"), EVENT("2047-03-15", FULL), "regular age");
}

/* The month of the disability counts for the five years if a day of work lies before it. */
static void month_of_the_event(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WORK("2021-03", "2026-02", "4"), EVENT("2026-02-15", FULL), "");
	assert_true(full(&life)->entitled);
	assert_int_equal(full(&life)->test->own, 60);
	life_close(&life);
	expect_refused(WORK("2021-03", "2026-02", "4"), EVENT("2026-02-01", FULL), "59 of 60");
}

/* s. 43 (6): 20 years after a disability from before the five years; the added period from the start. */
static void twenty_years(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WORK("2002-02", "2022-01", "10"), EVENT("2003-06-10", FULL), "");
	const struct tot_benefit *pension = full(&life);
	assert_true(pension->entitled);
	assert_string_equal(pension->test->id, "DE.w20");
	assert_month(pension->start, "2022-02");
	/*
	 * Pension from 2022: added to 65y11m, 2022-02..2046-02, 289 months; total 1997-03..2022-01 = 299
	 * months without any free one. The first 36 months of work before 25 count 0.0833 there instead of
	 * 0.0417: 11.4976 / 299 = 0.0385; 289 x 0.0385 = 11.1265, and 10.
	 */
	assert_string_equal(factor(pension, "points"), "21.1265");
	life_close(&life);
}

/*
 * s. 77 (4): 40 years keep the ages 63 and 60. Born 1965-03-10, 480 months to 2025-12, disabled
 * 2026-01-15: from 2026-02 to the month after 63 years, 2028-04: 26 months; without them to 2030-04: 36.
 */
static void long_service(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1965-03-10", "male",
		    "},'periods':[" WORK("1986-01", "2025-12",
					 "40") "],'events':[" EVENT("2026-01-15", FULL) "]");
	assert_string_equal(factor(full(&life), "access_factor"), "0.922");
	life_close(&life);
	open_person(&life, "1965-03-10", "male",
		    "},'periods':[" WORK("1986-02", "2025-12",
					 "40") "],'events':[" EVENT("2026-01-15", FULL) "]");
	assert_string_equal(factor(full(&life), "access_factor"), "0.892");
	life_close(&life);
}

/* s. 307i: 7.5 percent for starts from 2001 to June 2014, 4.5 percent to 2018. */
static void raised_since_2025(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WORK("2002-02", "2016-01", "14"), EVENT("2016-02-15", FULL), "");
	/*
	 * From 2016-03: 63y9m, floor 60y9m: 0.892. Added to 62: 2016-02..2042-03, 314 months; 228 months
	 * from 1997-03 less the free one: 14 / 227 = 0.0617; 19.3738 + 14 = 33.3738; x 0.892 = 29.7694;
	 * x 0.045 = 1.3396; 31.1090 x 42.52 = 1,322.75.
	 */
	assert_string_equal(factor(full(&life), "points"), "33.3738");
	assert_string_equal(factor(full(&life), "personal_points"), "31.1090");
	assert_cents(&full(&life)->amount, 132275);
	life_close(&life);
}

/* s. 43 (5), s. 53: an accident at work on the second day of insurance. */
static void accident(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, WORK("2026-02", "2026-02", "0.08"),
		 EVENT("2026-02-15", FULL ",'work_accident':true"), "");
	assert_true(full(&life)->entitled);
	assert_month(full(&life)->start, "2026-03");
	assert_true(has_reason(full(&life)->reasons, full(&life)->reason_count, "accident"));
	life_close(&life);
}

/* s. 96a: other income of 26,763.75 EUR in 2026 takes 200 EUR off (worked example de-042). */
static void earnings(void **state)
{
	struct life life;
	(void)state;
	open_person(
		&life, "1980-03-10", "male",
		",'other_income':{'amount':26763.75,'currency':'EUR'}},'periods':[" WORK(
			"2002-02", "2026-01", "24") "],'events':[" EVENT("2026-02-15", FULL) "]");
	assert_cents(&full(&life)->amount, 155330);
	assert_string_equal(factor(full(&life), "beside_other_income"), "1353.30");
	life_close(&life);
	/* Partial: the best of 15 years is 1 point: the least limit 41,527.50 holds. */
	open_man(&life, long_career, EVENT("2026-02-15", PARTIAL), "");
	assert_string_equal(factor(partial(&life), "earnings_limit"), "41527.50");
	life_close(&life);
	open_man(&life, WORK("2002-02", "2026-01", "30"), EVENT("2026-02-15", PARTIAL), "");
	/* 1.25 points a year: 48,053.25. */
	assert_string_equal(factor(partial(&life), "earnings_limit"), "48053.25");
	life_close(&life);
}

/* An old-age pension that is drawn shuts a later pension for disability (s. 34). */
static void after_old_age(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1961-03-10", "male",
		    "},'periods':[" WORK("1980-01", "2025-12", "46") "],'events':[" EVENT(
			    "2026-02-15", FULL) "],'plan':{'claims':[{'country':'DE',"
						"'benefit':'old_age','start':'2025-12'}]}");
	assert_false(full(&life)->entitled);
	assert_true(has_reason(full(&life)->reasons, full(&life)->reason_count, "old-age"));
	life_close(&life);
}

/* s. 45: five years and three in five in the miners' scheme; only its points, factor 0.5333. */
static void miners(void **state)
{
	struct life life;
	(void)state;
	open_man(&life,
		 "{'country':'DE','kind':'employment','from':'2016-02','to':'2026-01','flags':["
		 "'miners'],'pay':{'points':10}}",
		 EVENT("2026-02-15", PARTIAL), "");
	const struct tot_benefit *pension = benefit(&life, "DE.disability.miners");
	assert_true(pension->entitled);
	assert_false(pension->chosen);
	/* Floor 64: 12 months, 0.964; 10 x 0.964 x 0.5333 x 42.52 = 218.596. */
	assert_string_equal(factor(pension, "access_factor"), "0.964");
	assert_cents(&pension->amount, 21860);
	assert_true(partial(&life)->chosen);
	life_close(&life);
}

/* Pay that is not known: no points, no amount but zero, and said so. */
static void miners_without_pay(void **state)
{
	struct life life;
	(void)state;
	open_man(&life,
		 "{'country':'DE','kind':'employment','from':'2016-02','to':'2026-01','flags':["
		 "'miners']}",
		 EVENT("2026-02-15", FULL), "");
	const struct tot_benefit *pension = benefit(&life, "DE.disability.miners");
	assert_cents(&pension->amount, 0);
	assert_int_equal(pension->status, TOT_INCOMPLETE_RECORD);
	life_close(&life);
}

/* Points of the general scheme have no part in it: neither money nor a component. */
static void miners_alone(void **state)
{
	struct life life;
	(void)state;
	open_man(&life,
		 WORK("2002-02", "2015-12", "14") ",{'country':'DE','kind':'employment','from':"
						  "'2016-01','to':'2026-01','flags':['miners'],"
						  "'pay':{'points':10}}",
		 EVENT("2026-02-15", PARTIAL), "");
	const struct tot_benefit *pension = benefit(&life, "DE.disability.miners");
	assert_cents(&pension->amount, 21860);
	assert_non_null(pension->components);
	assert_string_equal(pension->components->name, "miners");
	assert_null(pension->components->next);
	assert_string_equal(
		pension->formula,
		"10.0000 points (miners) x 0.964 x 0.5333 x 42.52 EUR = 218.60 EUR a month");
	life_close(&life);
}

/* Partially disabled first, fully later: each by its own event; the first factor stays. */
static void worse_later(void **state)
{
	struct life life;
	(void)state;
	open_man(&life, long_career, EVENT("2026-02-15", PARTIAL) "," EVENT("2027-05-10", FULL),
		 "");
	assert_true(partial(&life)->entitled);
	assert_month(partial(&life)->start, "2026-03");
	assert_true(full(&life)->entitled);
	assert_month(full(&life)->start, "2027-06");
	life_close(&life);
}

/* Before 2004 a share of the added period counted that is not computed: said, not passed over. */
static void before_2004(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1960-03-10", "male",
		    "},'periods':[" WORK("1980-01", "2002-01",
					 "22") "],'events':[" EVENT("2002-02-15", FULL) "]");
	assert_true(full(&life)->entitled);
	assert_int_equal(full(&life)->status, TOT_PROVISIONAL);
	life_close(&life);
	/* Before 1992 the law files have no end age: no amount. */
	open_person(&life, "1950-03-10", "male",
		    "},'periods':[" WORK("1970-01", "1989-12",
					 "20") "],'events':[" EVENT("1990-02-15", FULL) "]");
	assert_true(full(&life)->entitled);
	assert_int_equal(full(&life)->status, TOT_INCOMPLETE_RECORD);
	assert_false(full(&life)->amount.known);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(added_period),
		cmocka_unit_test(partial_pension),
		cmocka_unit_test(temporary_pension),
		cmocka_unit_test(deferred_after_disability),
		cmocka_unit_test(refusals),
		cmocka_unit_test(month_of_the_event),
		cmocka_unit_test(twenty_years),
		cmocka_unit_test(long_service),
		cmocka_unit_test(raised_since_2025),
		cmocka_unit_test(accident),
		cmocka_unit_test(earnings),
		cmocka_unit_test(after_old_age),
		cmocka_unit_test(miners),
		cmocka_unit_test(miners_alone),
		cmocka_unit_test(miners_without_pay),
		cmocka_unit_test(worse_later),
		cmocka_unit_test(before_2004),
	};
	return cmocka_run_group_tests_name("tests", tests, load_law, free_law);
}
