/* Shares of employee and employer in Germany by date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_life.h"

struct row {
	int year, month;
	int64_t base, employee, employer;
	bool apart; /* miners; household */
};

/* law/de/contribution_rates.json: half each; miners pay what others pay, the employer the rest. */
static void employees(void **state)
{
	static const struct row rows[] = {
		{2026, 11, 500000, 46500, 46500, false}, {2026, 11, 500000, 46500, 77000, true},
		{2018, 1, 333333, 31000, 31000, false},	 {2017, 12, 333333, 31167, 31167, false},
		{2012, 6, 250000, 24500, 24500, false},	 {2007, 1, 250000, 24875, 24875, false},
		{1999, 3, 400000, 40600, 40600, false},	 {1999, 4, 400000, 39000, 39000, false},
		{1994, 1, 400000, 38400, 63600, true},	 {1955, 4, 50000, 2750, 2750, false},
	};
	struct tot_de_shares shares;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(tot_de_employee_shares(&shares, rows[i].base,
							tot_month_make(rows[i].year, rows[i].month),
							rows[i].apart, law),
				 TOT_OK);
		assert_int_equal(shares.base, rows[i].base);
		assert_int_equal(shares.employee, rows[i].employee);
		assert_int_equal(shares.employer, rows[i].employer);
	}
	assert_int_equal(
		tot_de_employee_shares(&shares, 10000, tot_month_make(1949, 5), false, law),
		TOT_ERR_NO_PARAMETER);
	assert_int_equal(
		tot_de_employee_shares(&shares, 10000, tot_month_make(1955, 12), true, law),
		TOT_ERR_NO_PARAMETER);
}

/*
 * law/de/minijob.json: the employer's flat rate of the wage, the person the rest of the full
 * contribution.
 */
static void minijobs(void **state)
{
	static const struct row rows[] = {
		/* 18.6 % of 603 = 112.16, employer 15 % = 90.45. */
		{2026, 11, 60300, 2171, 9045, false},
		/* In a household 5 % = 30.15. */
		{2026, 11, 60300, 8201, 3015, true},
		/* 19.5 % of 400 = 78.00: 12 % = 48.00 until June 2006, then 15 % = 60.00. */
		{2006, 6, 40000, 3000, 4800, false},
		{2006, 7, 40000, 1800, 6000, false},
		/* 100 EUR in 2012: 19.6 % of the least base of 155 = 30.38, employer 15.00. */
		{2012, 5, 10000, 1538, 1500, false},
		/* 200 DM in 2000: 19.3 % of the least base of 300 = 57.90, employer 24.00. */
		{2000, 5, 20000, 3390, 2400, false},
	};
	struct tot_de_shares shares;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(tot_de_minijob_shares(&shares, rows[i].base,
						       tot_month_make(rows[i].year, rows[i].month),
						       rows[i].apart, law),
				 TOT_OK);
		assert_int_equal(shares.employee, rows[i].employee);
		assert_int_equal(shares.employer, rows[i].employer);
	}
	assert_int_equal(tot_de_minijob_shares(&shares, 40000, tot_month_make(1999, 3), false, law),
			 TOT_ERR_NO_PARAMETER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(employees),
		cmocka_unit_test(minijobs),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
