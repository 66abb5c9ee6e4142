/* Additions to Japanese old-age pensions: spouse, children, transfer, additional annuity. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

static const char spouse_id[] = "JP.old_age.spouse_addition";
static const char child_id[] = "JP.old_age.child_addition";
static const char transfer_id[] = "JP.old_age.transfer_addition";

/* A man with employees' months from 1980-04 (months of them), and the rest of his file. */
#define LIFE(as_of, born, work, family, more)                               \
	"{'format':'totalise-scenario/1','as_of':'" as_of "',"              \
	"'person':{'born':'" born "','sex':'male','nationalities':['DE']}," \
	"'periods':[" work "],'family':{" family "}" more "}"
#define WORK(from, to)                                                         \
	"{'country':'JP','kind':'employment','from':'" from "','to':'" to "'," \
	"'pay':{'average':300000}}"
#define SPOUSE(born)                                                                               \
	"'spouse':{'born':'" born "','sex':'female','nationalities':['DE'],'married':'1995-05-05'" \
	"}"

static const char *reason(const struct tot_benefit *from)
{
	return from->reason_count ? from->reasons[0] : "";
}

/* EPA s. 44: 243,800 + 179,900 special (born from 1943-04-02) in FY2026, until the spouse is 65. */
static void spouse_with_240_months(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"),
			      SPOUSE("1965-07-20"), ""));
	const struct tot_benefit *spouse = benefit(&life, spouse_id);
	assert_true(spouse->entitled && spouse->chosen && !spouse->by_agreement);
	assert_yen(&spouse->amount, 423700);
	assert_month(spouse->start, "2027-02");
	/* The spouse is 65 on 2030-07-19: July is the last month. */
	assert_month(spouse->end, "2030-08");
	assert_string_equal(factor(spouse, "full_amount"), "423700");
	assert_string_equal(factor(spouse, "proration"), "(none)");
	assert_int_equal(spouse->each_payment, 70616);
	const struct tot_qualifying *test = test_of(&life, "JP.spouse_add_240");
	assert_int_equal(test->own, 240);
	assert_true(test->met);
	assert_month(test->met_on, "2020-03");
	/* jp-52: 243,800 x 0.067 for a spouse born from 1961-04-02 to 1966-04-01. */
	const struct tot_benefit *transfer = benefit(&life, transfer_id);
	assert_true(transfer->entitled);
	assert_false(transfer->chosen);
	assert_yen(&transfer->amount, 16335);
	assert_month(transfer->start, "2030-08");
	assert_non_null(tot_trace_find(&life.trace, spouse_id));
	assert_non_null(tot_trace_find(&life.trace, transfer_id));
	life_close(&life);
}

static void one_month_short(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-05", "2020-03"),
			      SPOUSE("1965-07-20") ",'children':[{'born':'2015-01-01'}]", ""));
	assert_false(benefit(&life, spouse_id)->entitled);
	assert_string_equal(reason(benefit(&life, spouse_id)),
			    "239 of 240 months of employees' insurance");
	assert_false(benefit(&life, transfer_id)->entitled);
	assert_int_equal(test_of(&life, "JP.furikae_240")->missing, 1);
	/* From 2028-04 120 months are enough for a child: 269,600 x 1.085 = 292,516. */
	const struct tot_benefit *child = benefit(&life, child_id);
	assert_true(child->entitled);
	assert_month(child->start, "2028-04");
	assert_yen(&child->amount, 292500);
	assert_month(child->end, "2033-04");
	life_close(&life);
}

/* jp-42: 180 own and 80 German months: 423,700 x 180/240 = 317,775; the transfer addition alike. */
static void spouse_by_agreement(void **state)
{
	struct life life;
	struct tot_lent lent[4];
	(void)state;
	life_read(&life, LIFE("2026-11-21", "1955-01-01", WORK("2000-04", "2015-03"),
			      SPOUSE("1963-02-03"), ""));
	life_place(&life);
	life_lend(&life, lent, "JP.spouse_add_240", tot_month_make(1980, 1),
		  tot_month_make(1986, 9));
	life_lend(&life, lent, "JP.furikae_240", tot_month_make(1980, 1), tot_month_make(1986, 9));
	life_evaluate(&life);
	const struct tot_benefit *spouse = benefit(&life, spouse_id);
	assert_true(spouse->entitled && spouse->by_agreement);
	assert_yen(&spouse->amount, 317775);
	assert_string_equal(factor(spouse, "proration"), "0.75");
	/* 16,335 x 180/240 = 12,251.25 */
	assert_yen(&benefit(&life, transfer_id)->amount, 12251);
	assert_true(benefit(&life, transfer_id)->by_agreement);
	/* The basic pension rests on own months. */
	assert_false(benefit(&life, "JP.old_age.basic")->by_agreement);
	life_close(&life);
}

/* Order 347/2007: German months from the month of the right on do not count. */
static void german_months_after_the_right(void **state)
{
	struct life life;
	struct tot_lent lent[4];
	(void)state;
	life_read(&life, LIFE("2026-11-21", "1955-01-10", WORK("2000-04", "2015-03"),
			      SPOUSE("1963-02-03"), ""));
	life_place(&life);
	/* 65 on 2020-01-09; 59 months before that month and 30 from it on. */
	life_lend(&life, lent, "JP.spouse_add_240", tot_month_make(2015, 2),
		  tot_month_make(2022, 7));
	life_evaluate(&life);
	assert_int_equal(test_of(&life, "JP.spouse_add_240")->counted, 180 + 57);
	assert_false(benefit(&life, spouse_id)->entitled);
	life_close(&life);
}

struct no_addition {
	const char *title, *family, *why;
};

static const struct no_addition none[] = {
	{"older than 65", SPOUSE("1961-05-01"), "the spouse is 65 or older"},
	{"married later",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2027-01-10'}",
	 "married only after the right had arisen"},
	{"divorced",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','divorced':'2020-01-10'}",
	 "the marriage has ended"},
	{"died",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','died':'2020-01-10'}",
	 "the marriage has ended"},
	{"8,500,000 yen a year",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','yearly_income':{'amount':8500000,'currency':'JPY'}}",
	 "the spouse earns too much"},
	/* 50,000 EUR x 183.7561 = 9,187,805 */
	{"the same in euro",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','yearly_income':{'amount':50000,'currency':'EUR'}}",
	 "the spouse earns too much"},
};

static void nobody_to_maintain(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		struct life life;
		char text[2000];
		snprintf(text, sizeof(text), "%s%s%s",
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1962-01-10','sex':'male','nationalities':['DE']},"
			 "'periods':[" WORK("2000-04", "2020-03") "],'family':{",
			 none[i].family, "}}");
		life_open(&life, text);
		if (benefit(&life, spouse_id)->entitled)
			fail_msg("%s", none[i].title);
		assert_string_equal(reason(benefit(&life, spouse_id)), none[i].why);
		life_close(&life);
	}
}

/* 46,000 EUR x 183.7561 = 8,452,781 yen: below the limit; a rate of the scenario goes first. */
static void income_below_the_limit(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"),
			      "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
			      "'married':'2000-01-10','yearly_income':{'amount':46000,'currency':'"
			      "EUR'},'divorced':'2029-03-04'}",
			      ""));
	assert_true(benefit(&life, spouse_id)->entitled);
	assert_month(benefit(&life, spouse_id)->end, "2029-04");
	/* 65 on 2035-07-19: divorced by then. */
	assert_false(benefit(&life, transfer_id)->entitled);
	life_close(&life);
	life_open(&life,
		  LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"),
		       "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
		       "'married':'2000-01-10','yearly_income':{'amount':46000,'currency':'EUR'}}",
		       ",'compare':{'exchange':{'jpy_per_eur':190}}"));
	assert_false(benefit(&life, spouse_id)->entitled);
	life_close(&life);
}

/*
 * Act 74/2025: a right from 2028-04-01 (65 on 2028-04-01): 202,200 x 1.085 = 219,387 and 149,200 x
 * 1.085 = 161,882: 219,400 + 161,900. One day older: the amounts of today.
 */
static void reform_of_2025(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1963-04-02", WORK("2000-04", "2020-03"),
			      SPOUSE("1970-07-20"), ""));
	assert_yen(&benefit(&life, spouse_id)->amount, 381300);
	assert_false(benefit(&life, transfer_id)->entitled);
	assert_string_equal(reason(benefit(&life, transfer_id)),
			    "the law has none for the spouse's year of birth");
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1963-04-01", WORK("2000-04", "2020-03"),
			      SPOUSE("1970-07-20"), ""));
	assert_yen(&benefit(&life, spouse_id)->amount, 423700);
	life_close(&life);
}

/*
 * Three children at 65 in 2027-01: 2 x 243,800 + 81,300. From 2028-04 each 292,500 (as of 2028-05
 * the base amounts at the newest rate); the eldest, 18 in 2027-06, leaves in 2028-03.
 */
static void three_children(void **state)
{
	struct life life;
	(void)state;
	static const char children[] =
		"'children':[{'born':'2009-06-10'},{'born':'2012-04-01'},{'born':'2012-04-02'},"
		"{'born':'2027-05-01'},{'born':'2001-01-01'}]";
	char text[2000];
	static const char form[] =
		"{'format':'totalise-scenario/1','as_of':'%s',"
		"'person':{'born':'1962-01-10','sex':'male','nationalities':['DE']},"
		"'periods':[" WORK("2000-04", "2020-03") "],'family':{%s}}";
	snprintf(text, sizeof(text), form, "2026-11-21", children);
	life_open(&life, text);
	const struct tot_benefit *child = benefit(&life, child_id);
	assert_yen(&child->amount, 568900);
	assert_string_equal(factor(child, "children"), "3");
	/* Born 2012-04-02: 18 on 2030-04-01, until March 2031. */
	assert_month(child->end, "2031-04");
	life_close(&life);
	snprintf(text, sizeof(text), form, "2028-05-01", children);
	life_open(&life, text);
	assert_yen(&benefit(&life, child_id)->amount, 585000);
	assert_int_equal(benefit(&life, child_id)->status, TOT_PROJECTED);
	life_close(&life);
}

/* A disabled child until the month of 20; later children do not count any more. */
static void disabled_child(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"),
			      "'children':[{'born':'2008-03-20','disabled':true}]", ""));
	assert_yen(&benefit(&life, child_id)->amount, 243800);
	assert_month(benefit(&life, child_id)->end, "2028-04");
	assert_null(tot_findings_find_benefit(&life.found, spouse_id));
	life_close(&life);
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"),
			      "'children':[{'born':'2008-03-20'}]", ""));
	assert_false(benefit(&life, child_id)->entitled);
	life_close(&life);
}

/*
 * From 2028-04 in the basic pension: 200 paid months of 300: 292,500 x 200/300 = 195,000; only for a
 * child in Japan.
 */
static void child_in_the_basic_pension(void **state)
{
	struct life life;
	static const char form[] =
		"{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		"'person':{'born':'1970-01-10','sex':'male','nationalities':['DE'],"
		"'residence':[{'country':'%s','from':'2000-01-01'}]},"
		"'periods':[{'country':'JP','kind':'resident','from':'2000-01','to':'2016-08'}],"
		"'family':{'children':[{'born':'2020-01-01'}]}}";
	char text[1000];
	(void)state;
	snprintf(text, sizeof(text), form, "JP");
	life_open(&life, text);
	const struct tot_benefit *child = benefit(&life, child_id);
	assert_true(child->entitled);
	assert_month(child->start, "2035-02");
	assert_string_equal(factor(child, "proration"), "0.666667");
	assert_yen(&child->amount, 195000);
	life_close(&life);
	snprintf(text, sizeof(text), form, "DE");
	life_open(&life, text);
	assert_false(benefit(&life, child_id)->entitled);
	life_close(&life);
}

/* Additions wait with the pension: claimed at 67 and paid from then, without the increase. */
static void not_paid_while_deferred(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2020-03"), SPOUSE("1965-07-20"),
		       ",'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'67'}]}"));
	const struct tot_benefit *spouse = benefit(&life, spouse_id);
	assert_month(spouse->start, "2029-02");
	assert_month(spouse->earliest_start, "2027-02");
	assert_yen(&spouse->amount, 423700);
	life_close(&life);
	/* An early claim: additions begin at 65 all the same. */
	life_open(&life,
		  LIFE("2026-11-21", "1964-01-10", WORK("2000-04", "2020-03"), SPOUSE("1969-07-20"),
		       ",'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'63'}]}"));
	assert_month(benefit(&life, "JP.old_age.employees")->start, "2027-02");
	assert_month(benefit(&life, spouse_id)->start, "2029-02");
	life_close(&life);
}

/* Act 34/1985 suppl. s. 12: born 1949-05-01, 18 years after 40 do; 17 years and 11 months do not. */
static void middle_age_rule(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2018-06-01", "1949-05-01", WORK("1995-04", "2013-03"),
			      SPOUSE("1960-07-20"), ""));
	assert_int_equal(test_of(&life, "JP.spouse_add_240")->required, 216);
	assert_true(test_of(&life, "JP.spouse_add_240")->met);
	/* FY2018: 224,300 + 165,800 x 0.998 = 165,468 -> 165,500 */
	assert_yen(&benefit(&life, spouse_id)->amount, 389800);
	life_close(&life);
	life_open(&life, LIFE("2018-06-01", "1949-05-01", WORK("1995-05", "2013-03"),
			      SPOUSE("1960-07-20"), ""));
	assert_false(test_of(&life, "JP.spouse_add_240")->met);
	life_close(&life);
}

/* At work until 67: 228 months at 65 (2027-01), the 240th in December 2027, counted in October 2028. */
static void months_reached_by_work(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, LIFE("2026-11-21", "1962-01-10", WORK("2008-01", "2029-01"),
			      SPOUSE("1970-07-20"), ""));
	assert_string_equal(factor(benefit(&life, "JP.old_age.employees"), "months"), "228");
	const struct tot_benefit *spouse = benefit(&life, spouse_id);
	assert_true(spouse->entitled);
	assert_month(spouse->start, "2028-10");
	/* The right arises after the reform. */
	assert_yen(&spouse->amount, 381300);
	life_close(&life);
}

/* jp-07: 120 months x 200; claimed at 70: x 1.42 = 34,080; with the basic pension's claim. */
static void additional_annuity(void **state)
{
	struct life life;
	static const char form[] =
		"{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		"'person':{'born':'1970-01-10','sex':'male','nationalities':['DE']},"
		"'periods':[{'country':'JP','kind':'resident','from':'2000-01','to':'2009-12',"
		"'flags':['additional_premium']}],"
		"'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'%s'}]}}";
	char text[1000];
	(void)state;
	snprintf(text, sizeof(text), form, "65");
	life_open(&life, text);
	assert_yen(&benefit(&life, "JP.old_age.additional")->amount, 24000);
	assert_string_equal(factor(benefit(&life, "JP.old_age.additional"), "months"), "120");
	life_close(&life);
	snprintf(text, sizeof(text), form, "70");
	life_open(&life, text);
	assert_yen(&benefit(&life, "JP.old_age.additional")->amount, 34080);
	assert_month(benefit(&life, "JP.old_age.additional")->start, "2040-02");
	life_close(&life);
}

static void annuity_needs_a_basic_pension(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1970-01-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'2000-01',"
			 "'to':'2004-12','flags':['additional_premium']}]}");
	assert_false(benefit(&life, "JP.old_age.additional")->entitled);
	life_close(&life);
}

/* The addition ends with the marriage: divorce or death, whichever is first. */
static void ends_with_the_marriage(void **state)
{
	static const struct {
		const char *more, *end;
	} rows[] = {
		{"'died':'2029-03-10'", "2029-04"},
		{"'divorced':'2028-05-10','died':'2029-03-10'", "2028-06"},
		{"'divorced':'2029-05-10','died':'2029-03-10'", "2029-04"},
		{"'divorced':'2034-05-10'", "2030-08"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1962-01-10','sex':'male','nationalities':['DE']},"
			 "'periods':[" WORK(
				 "2000-04",
				 "2020-03") "],'family':{'spouse':{'born':"
					    "'1965-07-20','sex':'female','nationalities':['DE'],"
					    "'married':'1990-01-01',%s}}}",
			 rows[i].more);
		life_open(&life, text);
		assert_month(benefit(&life, spouse_id)->end, rows[i].end);
		life_close(&life);
	}
}

/* From 2028-04 the child must live in Japan: a gap in the residence is not Japan; rights that exist stay. */
static void where_the_child_lives(void **state)
{
	static const struct {
		const char *born, *residence;
		bool due;
	} rows[] = {
		{"1970-01-10", "{'country':'JP','from':'1990-01-01','to':'2030-01-01'}", false},
		{"1970-01-10", "{'country':'JP','from':'1990-01-01'}", true},
		{"1970-01-10", "{'country':'US','from':'1990-01-01'}", false},
		{"1970-01-10", "{'country':'JM','from':'1990-01-01'}", false},
		/* 65 in 2027-01: the right exists on 2028-04-01 */
		{"1962-01-10", "{'country':'DE','from':'1990-01-01'}", true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct life life;
		char text[1000];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'%s','sex':'male','nationalities':['DE'],"
			 "'residence':[%s]},'family':{'children':[{'born':'2019-01-01'},"
			 "{'born':'2018-01-01'}]},'periods':[" WORK("2000-04", "2020-03") "]}",
			 rows[i].born, rows[i].residence);
		life_open(&life, text);
		assert_int_equal(benefit(&life, child_id)->entitled, rows[i].due);
		life_close(&life);
	}
}

/* Due by the agreement twice: the pension itself, and the 240 months. */
static void everything_by_agreement(void **state)
{
	struct life life;
	struct tot_lent lent[5];
	const tot_month from = tot_month_make(1980, 1), end = tot_month_make(1995, 1);
	(void)state;
	life_read(&life, LIFE("2026-11-21", "1962-01-10", WORK("2000-04", "2008-03"),
			      SPOUSE("1965-07-20") ",'children':[{'born':'2014-02-01'}]", ""));
	life_place(&life);
	life_lend(&life, lent, "JP.old_basic_10y", from, end);
	life_lend(&life, lent, "JP.old_epi_10y", from, end);
	life_lend(&life, lent, "JP.spouse_add_240", from, end);
	life_lend(&life, lent, "JP.furikae_240", from, end);
	life_evaluate(&life);
	/* 96 own + 180 German: 423,700 x 96/240 = 169,480; the child 243,800 x 0.4 = 97,520. */
	assert_yen(&benefit(&life, spouse_id)->amount, 169480);
	assert_yen(&benefit(&life, child_id)->amount, 97520);
	assert_true(benefit(&life, child_id)->by_agreement);
	assert_true(benefit(&life, "JP.old_age.employees")->by_agreement);
	life_close(&life);
	/* The pension alone by the agreement: the addition is whole, and due by the agreement too. */
	life_read(&life, LIFE("2016-06-01", "1949-05-01", WORK("1990-04", "2010-03"),
			      SPOUSE("1960-07-20"), ""));
	life_place(&life);
	life_lend(&life, lent, "JP.old_epi_10y", tot_month_make(1980, 1), tot_month_make(1990, 1));
	life_evaluate(&life);
	assert_yen(&benefit(&life, spouse_id)->amount, 390100);
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spouse_with_240_months),
		cmocka_unit_test(one_month_short),
		cmocka_unit_test(spouse_by_agreement),
		cmocka_unit_test(german_months_after_the_right),
		cmocka_unit_test(nobody_to_maintain),
		cmocka_unit_test(income_below_the_limit),
		cmocka_unit_test(reform_of_2025),
		cmocka_unit_test(three_children),
		cmocka_unit_test(disabled_child),
		cmocka_unit_test(child_in_the_basic_pension),
		cmocka_unit_test(not_paid_while_deferred),
		cmocka_unit_test(middle_age_rule),
		cmocka_unit_test(months_reached_by_work),
		cmocka_unit_test(additional_annuity),
		cmocka_unit_test(ends_with_the_marriage),
		cmocka_unit_test(where_the_child_lives),
		cmocka_unit_test(everything_by_agreement),
		cmocka_unit_test(annuity_needs_a_basic_pension),
	};
	return cmocka_run_group_tests_name("jp_additions", tests, load_law, free_law);
}
