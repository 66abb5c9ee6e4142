/* The worked examples of the German law pack that ask one function, one test each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_examples.h"

static void earnings(const struct tot_json *in, const struct tot_json *out)
{
	const bool dm = tot_json_get(in, "earnings_dm") != NULL;
	const char *region = tot_json_string(in, "region");
	const bool east = region && strcmp(region, "east") == 0;
	const int year = whole(in, "year");
	const int64_t pay = scaled(in, dm ? "earnings_dm" : "earnings", 2);
	assert_int_equal(points_of(capped(pay, year, 12, east), year, east, TOT_MONTH_NONE),
			 scaled(out, "points", 4));
}

static void year_of_start(const struct tot_json *in, const struct tot_json *out)
{
	const tot_month start = month_in(in, "start");
	const int64_t half = capped(scaled(in, "earnings_2026_jan_jun", 2), 2026, 6, false);
	assert_int_equal(points_of(scaled(in, "earnings_2025", 2), 2025, false, start),
			 scaled(out, "points_2025", 4));
	assert_int_equal(points_of(half, 2026, false, start), scaled(out, "points_2026", 4));
}

static void product(const struct tot_json *in, const struct tot_json *out)
{
	const bool east = tot_json_get(in, "current_pension_value_east") != NULL;
	const int64_t value =
		scaled(in, east ? "current_pension_value_east" : "current_pension_value", 5);
	assert_int_equal(pension(scaled(in, "personal_points", 4), 10000, value),
			 scaled(out, "monthly", 2));
}

static void access_factor(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_de_limits limits;
	tot_factor access;
	tot_points personal;
	const bool early = tot_json_get(in, "regular_age") == NULL;
	const tot_month start = month_in(in, "start");
	assert_int_equal(tot_de_age_limits(&limits, early ? TOT_DE_LONG_INSURED : TOT_DE_REGULAR,
					   date_in(in, "born"), law, NULL),
			 TOT_OK);
	assert_int_equal(tot_de_access_factor(&access, early ? limits.full - start : 0,
					      early ? 0 : start - limits.full, law, NULL),
			 TOT_OK);
	assert_int_equal(access, scaled(out, "access_factor", 3));
	assert_int_equal(tot_mul_div(&personal, scaled(in, "points", 4), access, 1000, TOT_HALF_UP),
			 TOT_OK);
	assert_int_equal(pension(personal, 10000, scaled(in, "current_pension_value", 5)),
			 scaled(out, "monthly", 2));
}

static void expect_start(const struct tot_json *out, const char *key, tot_month actual)
{
	if (tot_json_get(out, key))
		assert_int_equal(actual, month_in(out, key));
}

static void age_limits(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_de_limits regular, especially, by_35;
	const struct tot_date born = date_in(in, "born");
	assert_int_equal(tot_de_age_limits(&regular, TOT_DE_REGULAR, born, law, NULL), TOT_OK);
	assert_int_equal(
		tot_de_age_limits(&especially, TOT_DE_ESPECIALLY_LONG_INSURED, born, law, NULL),
		TOT_OK);
	assert_int_equal(tot_de_age_limits(&by_35, TOT_DE_LONG_INSURED, born, law, NULL), TOT_OK);
	expect_start(out, "regular_start", regular.full);
	expect_start(out, "start_45", especially.full);
	expect_start(out, "earliest_35", by_35.first);
	if (!tot_json_get(out, "deduction_35"))
		return;
	tot_factor access;
	assert_int_equal(tot_de_access_factor(&access, by_35.full - by_35.first, 0, law, NULL),
			 TOT_OK);
	assert_int_equal(1000 - access, scaled(out, "deduction_35", 3));
}

static void miners(const struct tot_json *in, const struct tot_json *out)
{
	/* s. 82 no. 1: 1.3333 for old-age pensions of the miners' scheme. */
	const int64_t value = scaled(in, "current_pension_value", 5);
	assert_int_equal(pension(scaled(in, "general_points", 4), 10000, value) +
				 pension(scaled(in, "miners_points", 4), 13333, value),
			 scaled(out, "monthly", 2));
}

static void claim_in_time(const struct tot_json *in, const struct tot_json *out)
{
	const char *const keys[] = {"start_in_time", "start_late"};
	const struct tot_json *claims = member(in, "claims");
	for (size_t i = 0; i < 2; i++) {
		struct tot_date claimed;
		tot_month start;
		assert_true(tot_date_parse(&claimed, tot_json_at(claims, i)->string));
		assert_int_equal(tot_de_start_of_claim(&start, month_in(in, "regular_age_reached"),
						       claimed, law),
				 TOT_OK);
		assert_int_equal(start, month_in(out, keys[i]));
	}
}

static void minijob_shares(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_de_shares shares;
	assert_int_equal(tot_de_minijob_shares(&shares, scaled(in, "monthly_wage", 2),
					       tot_month_make(whole(in, "year"), 1), false, law),
			 TOT_OK);
	assert_int_equal(shares.employee + shares.employer, scaled(out, "contribution", 2));
	assert_int_equal(shares.employer, scaled(out, "employer", 2));
	assert_int_equal(shares.employee, scaled(out, "employee", 2));
}

static void months_of_divorce(const struct tot_json *in, const struct tot_json *out)
{
	int months;
	assert_int_equal(tot_de_months_of_points(&months, scaled(in, "points_gained", 4), law),
			 TOT_OK);
	assert_int_equal(months, whole(out, "months"));
}

static void child_year(const struct tot_json *in, const struct tot_json *out)
{
	tot_points added;
	const struct tot_de_basis basis = basis_for(tot_month_make(2040, 1));
	const tot_points own = scaled(in, "own_points", 4);
	assert_int_equal(
		tot_de_child_points(&added, whole(in, "year"), whole(in, "months"), own, &basis),
		TOT_OK);
	assert_int_equal(own + added, scaled(out, "points", 4));
}

/* --- figures -------------------------------------------------------------------------------------- */

enum own_figure { PRELIMINARY, REFERENCE_YEAR, REFERENCE_MONTH, VALUE, MINIJOB_LIMIT, WAGE };

static const struct tot_figure own_list[] = {
	[PRELIMINARY] = {"de.average_earnings", "", "preliminary", 0},
	[REFERENCE_YEAR] = {"de.reference_amount", "", "west_year", 0},
	[REFERENCE_MONTH] = {"de.reference_amount", "", "west_month", 0},
	[VALUE] = {"de.current_pension_value", "", "west_or_uniform", 5},
	[MINIJOB_LIMIT] = {"de.minijob", "limit", "value", 0},
	[WAGE] = {"de.minijob", "limit", "minimum_wage", 2},
};

static const struct tot_figures own_figures = {"test", own_list, 6};

static int64_t figure(enum own_figure which, int year, int month)
{
	struct tot_law *book = NULL;
	struct tot_value value;
	struct tot_diag diag = {0};
	const struct tot_figures *sets[] = {&own_figures};
	const struct tot_date day = {year, month, 1};
	const struct tot_at at = {.day = tot_date_to_day(day), .year = year};
	assert_int_equal(tot_law_load(&book, NULL, sets, 1, &diag), TOT_OK);
	assert_int_equal(tot_law_get(&value, book, &own_figures, which, &at), TOT_OK);
	tot_law_free(book);
	tot_diag_free(&diag);
	return value.value;
}

/* s. 69 (2) no. 2: average of two years before, changed by twice its growth. */
static void preliminary_average(const struct tot_json *in, const struct tot_json *out)
{
	int64_t average;
	assert_int_equal(tot_mul_div(&average, scaled(in, "final_2024", 0),
				     10000 + 2 * scaled(in, "growth_2024_percent", 2), 10000,
				     TOT_HALF_UP),
			 TOT_OK);
	assert_int_equal(average, scaled(out, "preliminary_2026", 0));
	assert_int_equal(figure(PRELIMINARY, 2026, 1), average);
}

/* SGB IV s. 18 (1): up to a multiple of 420. */
static void reference_amount(const struct tot_json *in, const struct tot_json *out)
{
	int64_t year;
	assert_int_equal(tot_round_to(&year, scaled(in, "final_2024", 0), 420, TOT_UP), TOT_OK);
	assert_int_equal(year, scaled(out, "year", 0));
	assert_int_equal(figure(REFERENCE_YEAR, 2026, 1), year);
	assert_int_equal(figure(REFERENCE_MONTH, 2026, 1), scaled(out, "month", 0));
}

static void pension_value(const struct tot_json *in, const struct tot_json *out)
{
	int64_t value;
	assert_int_equal(tot_mul_div(&value, scaled(in, "previous", 2),
				     10000 + scaled(in, "adjustment_percent", 2), 10000,
				     TOT_HALF_UP),
			 TOT_OK);
	assert_int_equal(value, scaled(out, "value", 2));
	assert_int_equal(figure(VALUE, 2026, 7), value * 1000);
	assert_int_equal(figure(VALUE, 2026, 6), scaled(in, "previous", 5));
}

/* SGB IV s. 8 (1a): minimum wage x 130 / 3, up to the full euro. */
static void minijob_limit(const struct tot_json *in, const struct tot_json *out)
{
	int64_t limit;
	assert_int_equal(tot_mul_div(&limit, scaled(in, "minimum_wage", 2), 130, 300, TOT_UP),
			 TOT_OK);
	assert_int_equal(limit, scaled(out, "limit", 0));
	assert_int_equal(figure(MINIJOB_LIMIT, 2027, 1), limit);
	assert_int_equal(figure(WAGE, 2027, 1), scaled(in, "minimum_wage", 2));
}

static const struct example examples[] = {
	{"de-001", earnings},	      {"de-002", earnings},
	{"de-003", earnings},	      {"de-004", earnings},
	{"de-005", year_of_start},    {"de-006", product},
	{"de-007", product},	      {"de-008", product},
	{"de-009", access_factor},    {"de-010", access_factor},
	{"de-011", age_limits},	      {"de-012", age_limits},
	{"de-028", minijob_shares},   {"de-029", months_of_divorce},
	{"de-032", child_year},	      {"de-045", preliminary_average},
	{"de-046", reference_amount}, {"de-047", pension_value},
	{"de-048", minijob_limit},    {"de-049", miners},
	{"de-051", claim_in_time},
};

int main(void)
{
	return run_examples(examples, sizeof(examples) / sizeof(examples[0]));
}
