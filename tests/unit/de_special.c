/* Months without or beside contributions, children under ten: whole lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_special.h"
#include "de/special.h"

/*
 * 40.8000 / (589 - 60) = 0.0771. School 36 x round(0.75 x 0.0771) = 36 x 0.0578; sickness before 1984 and
 * unemployment with benefit 18 x round(0.8 x 0.0771) = 18 x 0.0617; unemployment without benefit nothing.
 */
static void contribution_free(void **state)
{
	static const struct piece pieces[] = {
		{"creditable_education", "1975-06", "1978-05", "'flags':['technical']"},
		{"employment", "1978-06", "1982-05", "'pay':{'points':4.8}"},
		{"creditable_sickness", "1982-06", "1982-11", NULL},
		{"employment", "1982-12", "2012-11", "'pay':{'points':36}"},
		{"creditable_unemployment", "2012-12", "2013-11", "'flags':['benefit_paid']"},
		{"creditable_unemployment", "2013-12", "2014-05", NULL},
	};
	(void)state;
	EXPECT(pieces, "43.9914");
}

/*
 * The same work, 48 + 360 months: 40.8 / (589 - 72) = 0.0789. Substitute and maternity months bring it whole: 24 x
 * 0.0789 = 1.8936. School without a degree of technical school, sickness after 1983 without contributions,
 * unemployment on assistance, search for training and other credited months bring nothing.
 */
static void full_value_and_none(void **state)
{
	static const struct piece pieces[] = {
		{"creditable_education", "1975-06", "1977-05", NULL},
		{"substitute", "1977-06", "1978-05", NULL},
		{"employment", "1978-06", "1982-05", "'pay':{'points':4.8}"},
		{"creditable_maternity", "1982-06", "1983-05", NULL},
		{"employment", "1983-06", "2013-05", "'pay':{'points':36}"},
		{"creditable_sickness", "2013-06", "2013-11", NULL},
		{"creditable_unemployment", "2013-12", "2014-05",
		 "'flags':['benefit_paid','assistance']"},
		{"creditable_training_search", "2014-06", "2014-11", NULL},
		{"creditable_other", "2014-12", "2015-05", NULL},
	};
	(void)state;
	EXPECT(pieces, "42.6936");
}

/*
 * Training at 16 lengthens the period by 4 months to 593. Its 36 months count 0.0833 in the valuation: 2.9988 +
 * 44.4 = 47.3988 / 593 = 0.0799; 36 x round(0.75 x 0.0799) = 2.1564, less 0.7200 of their own: 1.4364.
 */
static void training(void **state)
{
	static const struct piece pieces[] = {
		{"employment", "1975-01", "1977-12", "'flags':['training'],'pay':{'points':0.72}"},
		{"employment", "1978-01", "2014-12", "'pay':{'points':44.4}"},
	};
	(void)state;
	EXPECT(pieces, "46.5564");
}

/*
 * 24 months of technical school without contributions come first: 12 training months are left (s. 74 sentence 3).
 * 36 x 0.0833 + 40.8 = 43.7988 / (589 - 24) = 0.0775, 75 percent 0.0581: 24 x 0.0581 = 1.3944, and 12 x 0.0581 - 12 x
 * 0.02 = 0.4572.
 */
static void school_and_training(void **state)
{
	static const struct piece pieces[] = {
		{"creditable_education", "1976-01", "1977-12", "'flags':['technical']"},
		{"employment", "1978-01", "1980-12", "'flags':['training'],'pay':{'points':0.72}"},
		{"employment", "1981-01", "2014-12", "'pay':{'points':40.8}"},
	};
	(void)state;
	/* 0.72 + 40.8 + 1.3944 + 0.4572 */
	EXPECT(pieces, "43.3716");
}

/*
 * Sick beside low contributions in 1990: basic 57.94 / 589 = 0.0984, comparison 57.7 / 577 = 0.1000. 12 x 0.0800 less
 * 0.2400: 0.7200.
 */
static void reduced(void **state)
{
	static const struct piece pieces[] = {
		{"employment", "1975-05", "1989-12", "'pay':{'points':17.6}"},
		{"employment", "1990-01", "1990-12", "'pay':{'points':0.24}"},
		{"creditable_sickness", "1990-01", "1990-12", NULL},
		{"employment", "1991-01", "2024-05", "'pay':{'points':40.1}"},
	};
	(void)state;
	EXPECT(pieces, "58.6600");
}

/*
 * On 2018-11-21 points (East) have a value of their own: born 1950-05-17, 65y4m, start 2015-10; from 1967-05 581
 * months. 20 points West, 20 East in 400 months; 40 / (581 - 10) = 0.0701; ten months of maternity 0.7010, half of
 * them East: 20.3505 each. 20.3505 x 32.03 = 651.83, x 30.69 = 624.56.
 */
static void east(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2018-11-21','person':{"
		  "'born':'1950-05-17','sex':'female','nationalities':['DE']},'periods':["
		  "{'country':'DE','kind':'employment','from':'1970-01','to':'1986-08',"
		  "'pay':{'points':20}},"
		  "{'country':'DE','kind':'creditable_maternity','from':'1991-01','to':'1991-10'},"
		  "{'country':'DE','kind':'employment','from':'1992-01','to':'2008-08',"
		  "'region':'east','pay':{'points':20}}]}");
	const struct tot_benefit *regular = benefit(&life, "DE.old_age.regular");
	assert_month(regular->start, "2015-10");
	assert_string_equal(factor(regular, "points"), "40.7010");
	assert_cents(&regular->amount, 65183 + 62456);
	life_close(&life);
}

/*
 * Consideration months count as if for child-raising, 12 x 0.0833, those of care 12 x 0.0625 (s. 71 (3), 263 (1)):
 * 35.6 + 0.9996 + 0.75 = 37.3496 / (589 - 12) = 0.0647. Twelve months of an early pension bring it whole.
 */
static void consideration(void **state)
{
	static const struct piece pieces[] = {
		{"employment", "1975-05", "1984-12", "'pay':{'points':11.6}"},
		{"consideration_child", "1985-01", "1985-12", NULL},
		{"consideration_care", "1986-01", "1986-12", NULL},
		{"creditable_pension_receipt", "1987-01", "1987-12", NULL},
		{"employment", "1988-01", "2007-12", "'pay':{'points':24}"},
	};
	(void)state;
	EXPECT(pieces, "36.3764");
}

/*
 * Disability at the end of 2025: 24.48 / 346 = 0.0708; without the points of the last four years 24 / 298 = 0.0805, and
 * so 240 x 0.0805 for the added period.
 */
static void without_the_last_four_years(void **state)
{
	struct life life;
	struct tot_timeline own;
	struct tot_de_account account;
	struct tot_de_special special;
	struct tot_de_basis basis;
	const tot_month start = tot_month_make(2026, 1);
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1980-03-10','sex':'male','nationalities':['DE']},'periods':["
			 "{'country':'DE','kind':'employment','from':'2002-01','to':'2021-12',"
			 "'pay':{'points':24}},"
			 "{'country':'DE','kind':'employment','from':'2022-01','to':'2025-12',"
			 "'pay':{'points':0.48}}]}");
	life_place(&life);
	const struct tot_de_cut cut = {.start = start, .before = start, .open_until = start};
	assert_int_equal(tot_de_cut_timeline(&own, &life.view, &cut, &life.ctx), TOT_OK);
	assert_int_equal(tot_de_basis_of(&basis, law, life.ctx.as_of, start, NULL), TOT_OK);
	for (int last = 0; last < 2; last++) {
		struct tot_de_special_case it = {.own = &own,
						 .born = life.scenario->person.born,
						 .end = start,
						 .without_last_years = last,
						 .basis = &basis};
		tot_months_add_range(&it.added, start, start + 240);
		assert_int_equal(
			tot_de_points_account(&account, &own, life.scenario, &basis, &life.ctx),
			TOT_OK);
		assert_int_equal(tot_de_special_points(&special, &account, &it, &life.ctx), TOT_OK);
		assert_int_equal(special.valuation.basic_months, 346);
		assert_int_equal(special.valuation.value, last ? 805 : 708);
		assert_int_equal(special.free, last ? 193200 : 169920);
	}
	life_close(&life);
}

/*
 * Miners' points count 1.3333 in the valuation (s. 84): 0.0500 + 0.0167 a month, 36 months lifted by 0.0166: 11.8 x 1.3333
 * + 0.5976 = 16.3305 / 577 = 0.0283, twelve months of maternity 0.3396.
 */
static void miners(void **state)
{
	static const struct piece pieces[] = {
		{"employment", "1975-05", "1994-12", "'flags':['miners'],'pay':{'points':11.8}"},
		{"creditable_maternity", "2012-01", "2012-12", NULL},
	};
	(void)state;
	EXPECT(pieces, "12.1396");
}

/*
 * Five years with a pension and nothing else are not assignable (s. 72 (3)): 36 x 0.0833 + 344 x 0.05 = 20.1988 /
 * (589 - 12 - 60) = 0.0391; twelve months of maternity 0.4692. A survivor's pension is not an own one: / 577 = 0.0350.
 */
static void own_pension(void **state)
{
	static const struct piece pieces[] = {
		{"employment", "1975-05", "1994-12", "'pay':{'points':11.8}"},
		{"employment", "2000-01", "2011-12", "'pay':{'points':7.2}"},
		{"creditable_maternity", "2012-01", "2012-12", NULL},
	};
	static const struct {
		const char *what, *points;
	} cases[] = {{"disability", "19.4692"}, {"survivor", "19.4200"}};
	char text[900], rest[1200];
	(void)state;
	periods(text, sizeof(text), pieces, 3);
	for (size_t i = 0; i < 2; i++) {
		snprintf(rest, sizeof(rest),
			 "%s,'events':[{'kind':'benefit','country':'DE','what':'%s',"
			 "'from':'1995-01-01','to':'1999-12-31'}]",
			 text, cases[i].what);
		expect_points(rest, cases[i].points);
	}
}

/* --- children under ten --------------------------------------------------------------------------- */

static void extra_of_month(void **state)
{
	static const struct {
		tot_points compulsory, all, expected;
		bool two;
	} cases[] = {
		{500, 500, 250, false}, {700, 700, 133, false}, {600, 600, 233, false},
		{0, 0, 0, false},	{0, 0, 278, true},	{100, 100, 278, true},
		{600, 600, 233, true},	{600, 1433, 0, false},	{300, 833, 0, true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		tot_points extra = -1;
		assert_int_equal(tot_de_extra_of_month(&extra, cases[i].compulsory, cases[i].all,
						       cases[i].two, law),
				 TOT_OK);
		assert_int_equal(extra, cases[i].expected);
	}
}

/*
 * 0.06 a month for 26 years, 18.72. Child of 2003-05: raising 2003-06..2006-05 2.9988; consideration to 2013-05: in
 * 2003-05 and the 84 months from 2006-06 0.0233 each, 1.9805. With 11 months less there are not 300.
 */
static void low_pay_beside_a_child(void **state)
{
	static const struct {
		const char *from, *points, *expected;
	} cases[] = {{"1990-01", "18.72", "23.6993"}, {"1992-01", "17.28", "20.2788"}};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct life life;
		char text[900];
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
			 "'born':'1970-01-10','sex':'female','nationalities':['DE'],"
			 "'residence':[{'country':'DE','from':'1970-01-10'}]},"
			 "'family':{'children':[{'born':'2003-05-20'}]},'periods':["
			 "{'country':'DE','kind':'employment','from':'%s','to':'2015-12',"
			 "'pay':{'points':%s}}]}",
			 cases[i].from, cases[i].points);
		life_open(&life, text);
		assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"),
				    cases[i].expected);
		life_close(&life);
	}
}

/* Two children under ten, 12 months without work: 12 x 0.0278; with one child nothing. */
static void two_children(void **state)
{
	static const struct piece pieces[] = {
		{"employment", "1975-05", "1994-12", "'pay':{'points':23.6}"},
		{"employment", "1996-01", "2007-12", "'pay':{'points':14.4}"},
		{"consideration_child", "1995-01", "1995-12", NULL},
		{"consideration_child", "1995-01", "1995-12", NULL},
	};
	char one[1000];
	(void)state;
	EXPECT(pieces, "38.3336");
	expect_points(periods(one, sizeof(one), pieces, 3), "38.0000");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contribution_free), cmocka_unit_test(full_value_and_none),
		cmocka_unit_test(training),	     cmocka_unit_test(school_and_training),
		cmocka_unit_test(reduced),	     cmocka_unit_test(miners),
		cmocka_unit_test(own_pension),	     cmocka_unit_test(east),
		cmocka_unit_test(consideration),     cmocka_unit_test(without_the_last_four_years),
		cmocka_unit_test(extra_of_month),    cmocka_unit_test(low_pay_beside_a_child),
		cmocka_unit_test(two_children),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
