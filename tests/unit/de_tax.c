/* German income tax on pensions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_examples.h"

#include "de/tax.h"

static void free_for_life(const struct tot_json *in, const struct tot_json *out)
{
	tot_cents free;
	assert_int_equal(tot_de_tax_free_amount(&free, whole(in, "start_year"),
						scaled(in, "pension_2027", 2), law),
			 TOT_OK);
	assert_int_equal(free, scaled(out, "tax_free", 2));
}

static void resident_of_japan(const struct tot_json *in, const struct tot_json *out)
{
	tot_cents taxable, tax;
	int64_t share;
	const int year = whole(in, "start_year");
	assert_int_equal(tot_de_taxable_share(&share, year, law), TOT_OK);
	assert_int_equal(
		tot_mul_div(&taxable, scaled(in, "yearly_pension", 2), share, 10000, TOT_HALF_UP),
		TOT_OK);
	assert_int_equal(tot_de_nonresident_tax(&tax, taxable, year, law), TOT_OK);
	assert_int_equal(tax, scaled(out, "tax", 2));
}

static const struct example examples[] = {
	{"de-043", free_for_life},
	{"de-044", resident_of_japan},
};

/*
 * EStG s. 22: 50 percent for all starts until 2005, half a point a year from 2023 on, 100 from
 * 2058 on.
 */
static void shares(void **state)
{
	static const struct {
		int year;
		int64_t share;
	} rows[] = {{1990, 5000}, {2005, 5000}, {2006, 5200}, {2020, 8000},  {2022, 8200},
		    {2023, 8250}, {2026, 8400}, {2057, 9950}, {2058, 10000}, {2090, 10000}};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t share;
		assert_int_equal(tot_de_taxable_share(&share, rows[i].year, law), TOT_OK);
		assert_int_equal(share, rows[i].share);
	}
}

/*
 * EStG s. 32a (1) for 2026 at both sides of each limit, by its formulas:
 * 17,799: (914.51 * 0.5451 + 1,400) * 0.5451 = 1,034.87; 30,000: (173.10 * 1.2201 + 2,397) * 1.2201
 * + 1,034.87 = 4,217.13; 69,878: 18,213.38; 100,000: 42,000 - 11,135.63 = 30,864.37; 300,000:
 * 135,000 - 19,470.38.
 */
static void tariff(void **state)
{
	static const struct {
		int64_t income, tax;
	} rows[] = {
		{0, 0},
		{1234899, 0},
		{1234900, 0},
		{1728600, 91400},
		{1779999, 103400},
		{3000000, 421700},
		{10000000, 3086400},
		{27782500, 10555000},
		{27782600, 10555100},
		{30000000, 11552900},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		tot_cents tax;
		assert_int_equal(tot_de_income_tax(&tax, rows[i].income, 2026, law), TOT_OK);
		assert_int_equal(tax, rows[i].tax);
	}
}

static void other_years(void **state)
{
	tot_cents tax;
	(void)state;
	assert_int_equal(tot_de_income_tax(&tax, 1728600, 2030, law), TOT_PROJECTED);
	assert_int_equal(tax, 91400);
	assert_int_equal(tot_de_income_tax(&tax, 1728600, 2025, law), TOT_ERR_NO_PARAMETER);
	assert_int_equal(tot_de_nonresident_tax(&tax, 504000, 2030, law), TOT_PROJECTED);
	assert_int_equal(tax, 91400);
	/* A pension below the lump deduction of 102 EUR is not taxed. */
	assert_int_equal(tot_de_nonresident_tax(&tax, 10000, 2026, law), TOT_OK);
	assert_int_equal(tax, 0);
	assert_int_equal(tot_de_nonresident_tax(&tax, 504000, 2020, law), TOT_ERR_NO_PARAMETER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares),
		cmocka_unit_test(tariff),
		cmocka_unit_test(other_years),
	};
	const int failed = run_examples(examples, sizeof(examples) / sizeof(examples[0]));
	return failed + cmocka_run_group_tests(tests, load_law, free_law);
}
