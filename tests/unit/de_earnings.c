/* Earnings and income beside German pensions, supplement for children, remarriage. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_examples.h"

#include "de/earnings.h"
#include "de/survivor_income.h"

static void beside_wage(const struct tot_json *in, const struct tot_json *out)
{
	tot_cents limit, paid;
	assert_int_equal(tot_de_earnings_limit_full(&limit, 2026, law), TOT_OK);
	assert_int_equal(limit, 2076375);
	assert_int_equal(tot_de_pension_beside_earnings(&paid, scaled(in, "monthly_pension", 2),
							scaled(in, "yearly_earnings", 2), limit,
							law),
			 TOT_OK);
	assert_int_equal(paid, scaled(out, "paid", 2));
}

static void widow(const struct tot_json *in, const struct tot_json *out)
{
	tot_points supplement;
	struct tot_de_large_pension pension;
	assert_int_equal(tot_de_child_supplement(&supplement, whole(in, "child_months"), law),
			 TOT_OK);
	assert_int_equal(supplement, 36360);
	assert_int_equal(tot_de_large_pension(&pension,
					      scaled(in, "personal_points_of_deceased", 4),
					      supplement, scaled(in, "current_pension_value", 5),
					      TOT_DE_SURVIVOR_NEW_LAW, law),
			 TOT_OK);
	assert_int_equal(pension.first_three_months, scaled(out, "first_three_months", 2));
	assert_int_equal(pension.afterwards, scaled(out, "afterwards", 2));
}

static void widow_old_law(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_de_large_pension pension;
	assert_int_equal(tot_de_large_pension(&pension,
					      scaled(in, "personal_points_of_deceased", 4), 36360,
					      scaled(in, "current_pension_value", 5),
					      TOT_DE_SURVIVOR_OLD_LAW, law),
			 TOT_OK);
	assert_int_equal(pension.afterwards, scaled(out, "monthly", 2));
}

static void offset(const struct tot_json *in, const struct tot_json *out)
{
	tot_cents taken;
	assert_int_equal(tot_de_income_offset(&taken, scaled(in, "net_income", 2),
					      whole(in, "children"),
					      scaled(in, "current_pension_value", 5), law),
			 TOT_OK);
	assert_int_equal(taken, scaled(out, "offset", 2));
}

static void offset_of_wage(const struct tot_json *in, const struct tot_json *out)
{
	tot_cents net, taken;
	assert_int_equal(tot_de_net_income(&net, scaled(in, "gross_wage_month", 2),
					   TOT_DE_INCOME_EMPLOYMENT, 2026, law),
			 TOT_OK);
	assert_int_equal(tot_de_income_offset(&taken, net, whole(in, "children"),
					      scaled(in, "current_pension_value", 5), law),
			 TOT_OK);
	assert_int_equal(taken, scaled(out, "offset", 2));
}

static void remarriage(const struct tot_json *in, const struct tot_json *out)
{
	tot_cents settlement;
	const bool small = tot_json_get(in, "months_already_paid") != NULL;
	assert_int_equal(tot_de_remarriage_settlement(
				 &settlement, scaled(in, "average_last_12_months", 2), small,
				 small ? whole(in, "months_already_paid") : 0, law),
			 TOT_OK);
	assert_int_equal(settlement, scaled(out, "lump_sum", 2));
}

static const struct example examples[] = {
	{"de-014", widow},	    {"de-015", widow_old_law}, {"de-016", offset},
	{"de-017", offset_of_wage}, {"de-019", remarriage},    {"de-020", remarriage},
	{"de-042", beside_wage},
};

/* Official reference amounts: 3/8 and 6/8 of 14 months; 9.72 months for a point. */
static void limits(void **state)
{
	tot_cents limit;
	(void)state;
	assert_int_equal(tot_de_earnings_limit_full(&limit, 2023, law), TOT_OK);
	assert_int_equal(limit, 1782375);
	assert_int_equal(tot_de_earnings_limit_full(&limit, 2022, law), TOT_ERR_NO_PARAMETER);
	assert_int_equal(tot_de_earnings_limit_full(&limit, 2027, law), TOT_PROJECTED);
	assert_int_equal(limit, 2076375);
	/* 2026: 38,442.60 for a point: 1.0000 is below the least, 1.2 x 38,442.60 = 46,131.12. */
	assert_int_equal(tot_de_earnings_limit_partial(&limit, 2026, 10000, law), TOT_OK);
	assert_int_equal(limit, 4152750);
	assert_int_equal(tot_de_earnings_limit_partial(&limit, 2026, 12000, law), TOT_OK);
	assert_int_equal(limit, 4613112);
	assert_int_equal(tot_de_earnings_limit_partial(&limit, 2028, 12000, law), TOT_PROJECTED);
	assert_int_equal(tot_de_earnings_limit_partial(&limit, 2022, 12000, law),
			 TOT_ERR_NO_PARAMETER);
}

static void pension_left(void **state)
{
	static const struct {
		int64_t earned, paid;
	} rows[] = {
		{2076375, 120000}, /* the limit itself takes nothing */
		{2076376, 120000}, /* 0.03 cents are rounded down */
		{2076405, 119999}, /* 0.30 EUR x 0.4 / 12 = 1 cent */
		{5676375, 0},	   /* 36,000 x 0.4 / 12 = 1,200 EUR */
		{9900000, 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		tot_cents paid;
		assert_int_equal(
			tot_de_pension_beside_earnings(&paid, 120000, rows[i].earned, 2076375, law),
			TOT_OK);
		assert_int_equal(paid, rows[i].paid);
	}
}

/* s. 34 as in force until 2022; none since 2023. */
static void beside_old_age(void **state)
{
	static const struct {
		struct tot_date on;
		bool limited;
		int64_t limit;
	} rows[] = {
		{{2017, 7, 1}, true, 630000},	 {{2019, 12, 31}, true, 630000},
		{{2020, 1, 1}, true, 4459000},	 {{2021, 1, 1}, true, 4606000},
		{{2022, 12, 31}, true, 4606000}, {{2023, 1, 1}, false, 0},
		{{2026, 11, 21}, false, 0},
	};
	tot_cents limit;
	bool limited;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(tot_de_old_age_earnings_limit(&limit, &limited, rows[i].on, law),
				 TOT_OK);
		assert_int_equal(limited, rows[i].limited);
		assert_int_equal(limit, rows[i].limit);
	}
	assert_int_equal(tot_de_old_age_earnings_limit(&limit, &limited,
						       (struct tot_date){2017, 6, 30}, law),
			 TOT_ERR_NO_PARAMETER);
}

/* SGB IV s. 18b (5), 1,000 EUR each. */
static void net_incomes(void **state)
{
	static const struct {
		enum tot_de_income kind;
		int start;
		int64_t net;
	} rows[] = {
		{TOT_DE_INCOME_EMPLOYMENT, 2026, 60000},
		{TOT_DE_INCOME_CIVIL_SERVANT, 0, 72500},
		{TOT_DE_INCOME_EXEMPT_WORKER, 0, 69500},
		{TOT_DE_INCOME_MARGINAL_JOB, 0, 100000},
		{TOT_DE_INCOME_SELF_EMPLOYMENT, 0, 60200},
		{TOT_DE_INCOME_PENSION, 2010, 87000},
		{TOT_DE_INCOME_PENSION, 2011, 86000},
		{TOT_DE_INCOME_SERVICE_PENSION, 2010, 76300},
		{TOT_DE_INCOME_SERVICE_PENSION, 2011, 75000},
		{TOT_DE_INCOME_PROFESSIONAL, 2010, 72500},
		{TOT_DE_INCOME_PROFESSIONAL, 2011, 70400},
		{TOT_DE_INCOME_OCCUPATIONAL, 2011, 82500},
		{TOT_DE_INCOME_ANNUITY, 2011, 87300},
		{TOT_DE_INCOME_CAPITAL, 2026, 75000},
		{TOT_DE_INCOME_CAPITAL_FLAT, 2026, 70000},
	};
	tot_cents net;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(tot_de_net_income(&net, 100000, rows[i].kind, rows[i].start, law),
				 TOT_OK);
		assert_int_equal(net, rows[i].net);
	}
	assert_int_equal(tot_de_net_income(&net, 100000, TOT_DE_INCOME_COUNT, 2026, law),
			 TOT_ERR_DOMAIN);
	assert_true(tot_de_income_counts(TOT_DE_INCOME_PENSION, TOT_DE_SURVIVOR_OLD_LAW));
	assert_false(tot_de_income_counts(TOT_DE_INCOME_CAPITAL, TOT_DE_SURVIVOR_OLD_LAW));
	assert_true(tot_de_income_counts(TOT_DE_INCOME_CAPITAL, TOT_DE_SURVIVOR_NEW_LAW));
}

/*
 * Below the allowance of 1,122.53 EUR nothing goes. Rows of law/de/survivors.json at other values.
 */
static void small_incomes(void **state)
{
	tot_cents taken;
	(void)state;
	assert_int_equal(tot_de_income_offset(&taken, 112253, 0, 4252000, law), TOT_OK);
	assert_int_equal(taken, 0);
	assert_int_equal(tot_de_income_offset(&taken, 50000, 2, 4252000, law), TOT_OK);
	assert_int_equal(taken, 0);
	/* 2024-07: 26.4 x 39.32 = 1,038.05, 5.6 x 39.32 = 220.19: 10 EUR above both, 4.00. */
	assert_int_equal(tot_de_income_offset(&taken, 103805 + 22019 + 1000, 1, 3932000, law),
			 TOT_OK);
	assert_int_equal(taken, 400);
}

static void supplement_of_children(void **state)
{
	tot_points points;
	(void)state;
	assert_int_equal(tot_de_child_supplement(&points, 0, law), TOT_OK);
	assert_int_equal(points, 0);
	assert_int_equal(tot_de_child_supplement(&points, 12, law), TOT_OK);
	assert_int_equal(points, 12120);
	/* Two children: 36 x 0.1010 + 36 x 0.0505 = 5.4540. */
	assert_int_equal(tot_de_child_supplement(&points, 72, law), TOT_OK);
	assert_int_equal(points, 54540);
	/*
	 * s. 88a: 1 point and the supplements of seven children would pass the deceased's pension.
	 */
	struct tot_de_large_pension pension;
	assert_int_equal(tot_de_large_pension(&pension, 10000, 145440, 4252000,
					      TOT_DE_SURVIVOR_NEW_LAW, law),
			 TOT_OK);
	assert_int_equal(pension.afterwards, 4252);
}

static void which_law(void **state)
{
	static const struct {
		struct tot_couple couple;
		enum tot_de_survivor_law which;
	} rows[] = {
		{{{1970, 1, 1}, {1970, 1, 1}, {1995, 1, 1}, {2001, 12, 31}},
		 TOT_DE_SURVIVOR_OLD_LAW},
		{{{1970, 1, 1}, {1962, 1, 1}, {2001, 12, 31}, {2026, 1, 1}},
		 TOT_DE_SURVIVOR_OLD_LAW},
		{{{1962, 1, 1}, {1970, 1, 1}, {2001, 12, 31}, {2026, 1, 1}},
		 TOT_DE_SURVIVOR_OLD_LAW},
		{{{1962, 1, 2}, {1962, 1, 2}, {2001, 12, 31}, {2026, 1, 1}},
		 TOT_DE_SURVIVOR_NEW_LAW},
		{{{1950, 1, 1}, {1950, 1, 1}, {2002, 1, 1}, {2026, 1, 1}}, TOT_DE_SURVIVOR_NEW_LAW},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		enum tot_de_survivor_law which;
		assert_int_equal(tot_de_survivor_law_of(&which, &rows[i].couple, law), TOT_OK);
		assert_int_equal(which, rows[i].which);
	}
}

static void small_pension_used_up(void **state)
{
	tot_cents settlement;
	(void)state;
	assert_int_equal(tot_de_remarriage_settlement(&settlement, 20000, true, 24, law), TOT_OK);
	assert_int_equal(settlement, 0);
	assert_int_equal(tot_de_remarriage_settlement(&settlement, 20000, true, 30, law), TOT_OK);
	assert_int_equal(settlement, 0);
	/* Old law: the 24 months in full whatever was paid. */
	assert_int_equal(tot_de_remarriage_settlement(&settlement, 20000, false, 30, law), TOT_OK);
	assert_int_equal(settlement, 480000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(limits),	  cmocka_unit_test(pension_left),
		cmocka_unit_test(beside_old_age), cmocka_unit_test(net_incomes),
		cmocka_unit_test(small_incomes),  cmocka_unit_test(supplement_of_children),
		cmocka_unit_test(which_law),	  cmocka_unit_test(small_pension_used_up),
	};
	const int failed = run_examples(examples, sizeof(examples) / sizeof(examples[0]));
	return failed + cmocka_run_group_tests(tests, load_law, free_law);
}
