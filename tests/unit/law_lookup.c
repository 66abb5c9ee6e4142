/* Figures of the law book for given keys, against the law itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law_folder.h"

enum {
	VALUE,
	VALUE_EAST,
	AVERAGE,
	PRELIMINARY,
	CEILING,
	CEILING_EAST,
	RATE,
	REGULAR_YEARS,
	REGULAR_MONTHS,
	WIDOW_MONTHS,
	DEATH_REFERENCE,
	CHILD_MONTHS,
	LONG_SERVICE,
	TYPE_FACTOR,
	EARLY,
	EURO,
	FULL_NEW,
	FULL_EXISTING,
	REVALUATION,
	OLD_LEVEL,
	GRADE,
	BONUS_CAP,
	WEIGHT,
	SPECIAL_MEN,
	SPECIAL_ADDITION,
	BRACKET,
	BASIC_DEDUCTION,
	LUMP_48,
	LUMP_NP,
	DEATH_LUMP,
	PREMIUM,
	ACCRUAL,
	SUPPLEMENT,
	THRESHOLD,
	WIDOW_RATE,
	EXCHANGE,
	RATE_PATH,
	COUNTS,
	ORPHAN,
	FIGURES
};

static const struct tot_figure list[FIGURES] = {
	[VALUE] = {"de.current_pension_value", "", "west_or_uniform", 5},
	[VALUE_EAST] = {"de.current_pension_value", "", "east", 5},
	[AVERAGE] = {"de.average_earnings", "", "final", 0},
	[PRELIMINARY] = {"de.average_earnings", "", "preliminary", 0},
	[CEILING] = {"de.contribution_ceilings", "tables.west_or_uniform", "general", 0},
	[CEILING_EAST] = {"de.contribution_ceilings", "tables.east", "general", 0},
	[RATE] = {"de.contribution_rates", "", "general", 2},
	[REGULAR_YEARS] = {"de.retirement_ages", "tables.regular", "years", 0},
	[REGULAR_MONTHS] = {"de.retirement_ages", "tables.regular", "months", 0},
	[WIDOW_MONTHS] = {"de.retirement_ages", "tables.large_widow_age", "months", 0},
	[DEATH_REFERENCE] = {"de.retirement_ages", "tables.invalidity_and_death_reference_age",
			     "reference_years", 0},
	[CHILD_MONTHS] = {"de.child_raising", "months_per_child", "months", 0},
	[LONG_SERVICE] = {"de.retirement_ages", "long_service_exception.from_2024.reference", "0",
			  0},
	[TYPE_FACTOR] = {"de.pension_type_factors", "", "general", 4},
	[EARLY] = {"de.access_factor", "", "early_per_month", 3},
	[EURO] = {"de.euro_conversion", "values", "value", 5},
	[FULL_NEW] = {"jp.np_full_pension", "values", "new", 0},
	[FULL_EXISTING] = {"jp.np_full_pension", "values", "existing", 0},
	[REVALUATION] = {"jp.epi_revaluation_*", "", "born_*", 3},
	[OLD_LEVEL] = {"jp.epi_old_level_revaluation", "old_level_rate", "born_*", 3},
	[GRADE] = {"jp.epi_smr_grades", "tables", "standard_monthly_remuneration", 0},
	[BONUS_CAP] = {"jp.epi_smr_grades", "bonus", "cap_per_month", 0},
	[WEIGHT] = {"jp.np_exemption", "", "weight_until_2009_03", TOT_FRACTION},
	[SPECIAL_MEN] = {"jp.special_pension_ages", "earnings_related_part.men", "age", 0},
	[SPECIAL_ADDITION] = {"jp.dependant_additions", "", "special_*", 0},
	[BRACKET] = {"jp.tax", "income_tax_brackets.tables", "rate_percent", 0},
	[BASIC_DEDUCTION] = {"jp.tax", "basic_deduction.tables", "deduction", 0},
	[LUMP_48] = {"jp.lump_sum_epi", "", "m48", 1},
	[LUMP_NP] = {"jp.lump_sum_np", "", "m6", 0},
	[DEATH_LUMP] = {"jp.survivors", "death_lump_sum", "amount", 0},
	[PREMIUM] = {"jp.np_premium", "values", "value", 0},
	[ACCRUAL] = {"jp.epi_accrual", "", "from_2003_04", 3},
	[SUPPLEMENT] = {"de.basic_pension_supplement", "parameters", "min_months", 0},
	[THRESHOLD] = {"de.basic_pension_supplement", "income_test", "single_1", 0},
	[WIDOW_RATE] = {"jp.reform_2025", "widow_addition_phase_out", "rate", 3},
	[EXCHANGE] = {"economy.fx_eur_jpy", "values", "value", 4},
	[RATE_PATH] = {"economy.mhlw_actuarial_valuation_2024", "cases.path", "cpi_pct", 2},
	[COUNTS] = {"jp.np_exemption", "", "counts_for_10_years", 0},
	[ORPHAN] = {"de.survivors", "orphan_supplement.miners", "half", 4},
};

static const struct tot_figures set = {"T", list, FIGURES};
static struct tot_law *law;

struct row {
	const char *name; /* the figure with the place where the law says so */
	int figure;
	const char *day, *birth, *month;
	int year;
	int64_t number;
	const char *word;
	const char *expected; /* decimal text or fraction; NULL: no value */
};

#define NONE NULL, NULL, NULL, 0, 0, NULL
#define ON(day) day, NULL, NULL, 0, 0, NULL
#define YEAR(year) NULL, NULL, NULL, year, 0, NULL
#define BORN(birth) NULL, birth, NULL, 0, 0, NULL

static const struct row rows[] = {
	{"RWBestV 2019: 33.05 EUR on 2020-05-01", VALUE, ON("2020-05-01"), "33.05000"},
	{"RWBestV 2019: 31.89 EUR east", VALUE_EAST, ON("2020-05-01"), "31.89000"},
	{"RWBestV 2019: last day 2020-06-30", VALUE, ON("2020-06-30"), "33.05000"},
	{"RWBestV 2020: first day 2020-07-01", VALUE, ON("2020-07-01"), "34.19000"},
	{"49.51 DM = 25.31406 EUR from 2002-01-01", VALUE, ON("2002-01-01"), "25.31406"},
	{"RAV 2001: 49.51 DM", VALUE, ON("2001-12-31"), "49.51000"},
	{"RWBestV 2026: goes on after its row", VALUE, ON("2030-01-01"), "42.52000"},
	{"one value only from 2024-07-01 (s.254d SGB VI)", VALUE_EAST, ON("2024-07-01"), NULL},
	{"no pension value before 1992", VALUE, ON("1991-12-31"), NULL},
	{"annex 1 SGB VI: 35,286 DM in 1985", AVERAGE, YEAR(1985), "35286"},
	{"annex 1 SGB VI: 47,085 EUR in 2024", AVERAGE, YEAR(2024), "47085"},
	{"final average of 2026 not fixed", AVERAGE, YEAR(2026), NULL},
	{"no average of 1922", AVERAGE, YEAR(1922), NULL},
	{"SVBezGrV 2026 s.3: 51,944 EUR", PRELIMINARY, YEAR(2026), "51944"},
	{"draft of 2027 is never used", PRELIMINARY, YEAR(2027), NULL},
	{"annex 2 SGB VI: 101,400 EUR in 2026", CEILING, ON("2026-11-21"), "101400"},
	{"draft ceiling of 2027 is never used", CEILING, ON("2027-01-01"), NULL},
	{"annex 2a SGB VI: 32,400 DM from 1990-07", CEILING_EAST, ON("1990-12-31"), "32400"},
	{"no eastern ceiling before 1990-07", CEILING_EAST, ON("1990-06-30"), NULL},
	{"no eastern ceiling from 2025", CEILING_EAST, ON("2025-01-01"), NULL},
	{"BSV 2018: 18.6 percent", RATE, ON("2026-11-21"), "18.60"},
	{"s.235 SGB VI: born 1964 and later 67", REGULAR_YEARS, BORN("1964-01-01"), "67"},
	{"s.235 SGB VI: born 1958 66 years", REGULAR_YEARS, BORN("1958-05-15"), "66"},
	{"s.235 SGB VI: born 1958 and no months", REGULAR_MONTHS, BORN("1958-05-15"), "0"},
	{"s.235 SGB VI: born 1963 10 months", REGULAR_MONTHS, BORN("1963-12-31"), "10"},
	{"s.242a(5) SGB VI: death in 2026, 46y6m", WIDOW_MONTHS, YEAR(2026), "6"},
	{"s.264d SGB VI: before 2012 63 years", DEATH_REFERENCE, ON("2000-01-01"), "63"},
	{"s.77(2) SGB VI: from 2024 65 years", DEATH_REFERENCE, ON("2026-01-01"), "65"},
	{"s.56 SGB VI: 36 months for children from 1992", CHILD_MONTHS, "2026-01-01", "1995-03-01",
	 NULL, 0, 0, NULL, "36"},
	{"s.249 SGB VI: 30 months for older children from 2019", CHILD_MONTHS, "2026-01-01",
	 "1990-03-01", NULL, 0, 0, NULL, "30"},
	{"s.249 SGB VI: 24 months until 2018", CHILD_MONTHS, "2018-12-31", "1990-03-01", NULL, 0, 0,
	 NULL, "24"},
	{"s.77(4) SGB VI: 63 years", LONG_SERVICE, NONE, "63"},
	{"s.67 No.1 SGB VI: old age 1.0", TYPE_FACTOR, NULL, NULL, NULL, 0, 0, "old_age", "1.0000"},
	{"s.67 No.2 SGB VI: partial 0.5", TYPE_FACTOR, NULL, NULL, NULL, 0, 0, "partial_invalidity",
	 "0.5000"},
	{"unknown pension", TYPE_FACTOR, NULL, NULL, NULL, 0, 0, "oldage", NULL},
	{"no word asked", TYPE_FACTOR, NONE, NULL},
	{"s.77(2) SGB VI: 0.003 a month", EARLY, NONE, "0.003"},
	{"Regulation 2866/98: 1.95583 DM", EURO, ON("2002-01-01"), "1.95583"},
	{"FY2026: 847,300 JPY", FULL_NEW, ON("2026-04-01"), "847300"},
	{"FY2026: 844,900 JPY for earlier recipients", FULL_EXISTING, ON("2026-11-21"), "844900"},
	{"FY2025: 831,700 JPY to the end of March", FULL_NEW, ON("2026-03-31"), "831700"},
	{"order 92/2005, FY2026, 1958-04, born 1956-04-02", REVALUATION, "2026-11-21", "1956-04-02",
	 "1958-04", 0, 0, NULL, "15.721"},
	{"order 92/2005, FY2026, 1958-04, born 1956-04-01", REVALUATION, "2026-11-21", "1956-04-01",
	 "1958-04", 0, 0, NULL, "15.675"},
	{"order 92/2005, FY2026, months before 1958-04", REVALUATION, "2026-11-21", "1960-01-01",
	 "1950-01", 0, 0, NULL, "16.068"},
	{"order 92/2005, FY2026, the year itself", REVALUATION, "2026-11-21", "1960-01-01",
	 "2026-11", 0, 0, NULL, "0.921"},
	{"FY2025 has its own table", REVALUATION, "2026-03-31", "1960-01-01", "1950-01", 0, 0, NULL,
	 "15.753"},
	{"FY2013: cohort from the list `cohorts`", REVALUATION, "2013-04-01", "1931-04-01",
	 "1950-01", 0, 0, NULL, "13.862"},
	{"FY2013: youngest cohort", REVALUATION, "2014-03-31", "1960-01-01", "1950-01", 0, 0, NULL,
	 "14.554"},
	{"no revaluation table for FY2018", REVALUATION, "2018-06-01", "1960-01-01", "1990-01", 0,
	 0, NULL, NULL},
	{"no revaluation table for FY2027", REVALUATION, "2027-04-01", "1960-01-01", "1990-01", 0,
	 0, NULL, NULL},
	{"born before 1938-04-02: no column in FY2026", REVALUATION, "2026-11-21", "1930-01-01",
	 "1990-01", 0, 0, NULL, NULL},
	{"order 92/2005 s.6: 1.082 in FY2026", OLD_LEVEL, "2026-11-21", "1938-04-02", NULL, 0, 0,
	 NULL, "1.082"},
	{"order 92/2005 s.6: 1.084 born to 1938-04-01", OLD_LEVEL, "2026-11-21", "1938-04-01", NULL,
	 0, 0, NULL, "1.084"},
	{"EPI s.20: 92,999 JPY is grade 1 from 2016-10", GRADE, "2018-01-01", NULL, NULL, 0, 92999,
	 NULL, "88000"},
	{"EPI s.20: 93,000 JPY is grade 2", GRADE, "2018-01-01", NULL, NULL, 0, 93000, NULL,
	 "98000"},
	{"order of 2020: 650,000 JPY is the highest", GRADE, "2020-09-01", NULL, NULL, 0, 900000,
	 NULL, "650000"},
	{"before 2020-09: 620,000 JPY", GRADE, "2020-08-31", NULL, NULL, 0, 900000, NULL, "620000"},
	{"Act 74/2025: 680,000 JPY from 2027-09", GRADE, "2027-09-01", NULL, NULL, 0, 900000, NULL,
	 "680000"},
	{"Act 74/2025: 750,000 JPY from 2029-09", GRADE, "2035-01-01", NULL, NULL, 0, 900000, NULL,
	 "750000"},
	{"EPI s.24-4: 1,500,000 JPY", BONUS_CAP, ON("2003-04-01"), "1500000"},
	{"no standard bonuses before 2003-04", BONUS_CAP, ON("2003-03-31"), NULL},
	{"NPA s.27, old weight of a quarter exempt month", WEIGHT, NULL, NULL, NULL, 0, 0,
	 "quarter_exempt", "5/6"},
	{"NPA s.27, old weight of a fully exempt month", WEIGHT, NULL, NULL, NULL, 0, 0,
	 "full_exempt", "1/3"},
	{"NPA s.26: deferred months count", COUNTS, NULL, NULL, NULL, 0, 0, "student_deferment",
	 "1"},
	{"NPA: half paid months do not", COUNTS, NULL, NULL, NULL, 0, 0, "partial_unpaid", "0"},
	{"EPI suppl. s.8-2: born 1960, 64", SPECIAL_MEN, BORN("1960-01-01"), "64"},
	{"EPI suppl. s.8-2: born 1961-04-02, none", SPECIAL_MEN, BORN("1961-04-02"), NULL},
	{"special addition of FY2026, born from 1943-04-02", SPECIAL_ADDITION, "2026-11-21",
	 "1950-01-01", NULL, 0, 0, NULL, "179900"},
	{"special addition of FY2026, born 1935", SPECIAL_ADDITION, "2026-11-21", "1935-01-01",
	 NULL, 0, 0, NULL, "36000"},
	{"no special addition before 1934-04-02", SPECIAL_ADDITION, "2026-11-21", "1934-04-01",
	 NULL, 0, 0, NULL, NULL},
	{"ITA s.89: 1,949,000 JPY at 5 percent", BRACKET, "2026-01-01", NULL, NULL, 0, 1949000,
	 NULL, "5"},
	{"ITA s.89: 1,950,000 JPY at 10 percent", BRACKET, "2026-01-01", NULL, NULL, 0, 1950000,
	 NULL, "10"},
	{"ITA s.89: no upper limit at 45 percent", BRACKET, "2026-01-01", NULL, NULL, 0, 99999999,
	 NULL, "45"},
	{"ITA s.89 until 2014: no upper limit at 40 percent", BRACKET, "2014-12-31", NULL, NULL, 0,
	 99999999, NULL, "40"},
	{"brackets hold from 2007", BRACKET, "2006-12-31", NULL, NULL, 0, 1949000, NULL, NULL},
	{"ITA s.86 until 2024: 480,000 JPY", BASIC_DEDUCTION, "2024-12-31", NULL, NULL, 0, 3000000,
	 NULL, "480000"},
	{"ITA s.86 in 2025: 880,000 JPY", BASIC_DEDUCTION, "2025-01-01", NULL, NULL, 0, 3000000,
	 NULL, "880000"},
	{"EPI suppl. s.29: 4.4 for 48 months from 2021-04", LUMP_48, NULL, NULL, "2021-04", 0, 0,
	 NULL, "4.4"},
	{"EPI suppl. s.29: no 48 months before 2021-04", LUMP_48, NULL, NULL, "2021-03", 0, 0, NULL,
	 NULL},
	{"NPA suppl. s.9-3-2: 40,740 JPY in FY2005", LUMP_NP, YEAR(2005), "40740"},
	{"NPA s.52-4: 36 months", DEATH_LUMP, NULL, NULL, NULL, 0, 36, NULL, "120000"},
	{"NPA s.52-4: 179 months", DEATH_LUMP, NULL, NULL, NULL, 0, 179, NULL, "120000"},
	{"NPA s.52-4: 180 months", DEATH_LUMP, NULL, NULL, NULL, 0, 180, NULL, "145000"},
	{"NPA s.52-4: 35 months", DEATH_LUMP, NULL, NULL, NULL, 0, 35, NULL, NULL},
	{"NPA s.87: 17,920 JPY in FY2026", PREMIUM, ON("2026-11-21"), "17920"},
	{"EPI s.43: 5.481 per mille", ACCRUAL, BORN("1960-01-01"), "5.481"},
	{"s.76g SGB VI: 396 months", SUPPLEMENT, ON("2021-01-01"), "396"},
	{"s.76g SGB VI: not before 2021", SUPPLEMENT, ON("2020-12-31"), NULL},
	{"s.97a SGB VI: 1,250 EUR in 2021", THRESHOLD, "2021-05-01", NULL, NULL, 2021, 0, NULL,
	 "1250"},
	{"Act 74/2025 suppl. s.15: 0.962 for rights of 2028", WIDOW_RATE, ON("2028-04-02"),
	 "0.962"},
	{"Act 74/2025 suppl. s.15: 1 before", WIDOW_RATE, ON("2026-01-01"), "1.000"},
	{"ECB mean of 2020", EXCHANGE, ON("2020-12-31"), "121.8458"},
	{"valuation of 2024, high growth, 2020", RATE_PATH, NULL, NULL, NULL, 2020, 0,
	 "high_growth", "0.00"},
	{"s.87 SGB VI: 0.0625 points", ORPHAN, NONE, "0.0625"},
};

static struct tot_at at_of(const struct row *row)
{
	struct tot_at at = {.year = row->year, .number = row->number, .word = row->word};
	struct tot_date date;
	if (row->day) {
		assert_true(tot_date_parse(&date, row->day));
		at.day = tot_date_to_day(date);
	}
	if (row->birth) {
		assert_true(tot_date_parse(&date, row->birth));
		at.birth = tot_date_to_day(date);
	}
	if (row->month)
		assert_true(tot_month_parse(&at.month, row->month));
	return at;
}

static void gives(void **state)
{
	const struct row *row = *state;
	struct tot_at at = at_of(row);
	struct tot_value value = {.value = -7};
	char text[TOT_DECIMAL_TEXT];
	enum tot_status status = tot_law_get(&value, law, &set, (size_t)row->figure, &at);
	if (!row->expected) {
		assert_int_equal(status, TOT_ERR_NO_PARAMETER);
		assert_int_equal(value.value, -7);
		return;
	}
	assert_int_equal(status, TOT_OK);
	if (value.decimals == TOT_FRACTION)
		snprintf(text, sizeof text, "%lld/%lld", (long long)value.value,
			 (long long)value.denominator);
	else
		tot_decimal_print(text, value.value, value.decimals);
	assert_string_equal(text, row->expected);
	assert_string_equal(value.parameter[0] ? "named" : "", "named");
	assert_int_equal(value.pointer[0], '/');
	assert_non_null(value.from);
	assert_non_null(value.to);
	assert_non_null(value.currency);
	assert_true(value.confidence[0] != '\0');
	assert_true(value.source[0] != '\0' || value.law[0] != '\0');
}

static void a_value_says_where_it_comes_from(void **state)
{
	struct tot_value value;
	struct tot_at at = {.day = tot_date_to_day((struct tot_date){2020, 5, 1}), .year = 2026};
	(void)state;
	assert_int_equal(tot_law_get(&value, law, &set, VALUE, &at), TOT_OK);
	assert_string_equal(value.parameter, "de.current_pension_value");
	assert_string_equal(value.pointer, "/rows/29/2");
	assert_string_equal(value.from, "2019-07-01");
	assert_string_equal(value.to, "");
	assert_string_equal(value.currency, "EUR");
	assert_string_equal(value.source, "https://www.gesetze-im-internet.de/rwbestv_2019/");
	assert_string_equal(value.confidence, "official");
	assert_int_equal(value.denominator, 100000);
	assert_int_equal(tot_law_get(&value, law, &set, PRELIMINARY, &at), TOT_OK);
	assert_string_equal(value.from, "2026");
	assert_string_equal(value.confidence,
			    "official"); /* of the column confidence_preliminary */
	at.year = 2002;
	assert_int_equal(tot_law_get(&value, law, &set, PRELIMINARY, &at), TOT_OK);
	assert_string_equal(value.confidence, "memory");
	assert_int_equal(tot_law_get(&value, law, &set, CEILING, &at), TOT_OK);
	assert_string_equal(value.to, "2020-12-31");
	at.day = tot_date_to_day((struct tot_date){2026, 11, 21});
	at.month = tot_month_make(1958, 4);
	at.birth = tot_date_to_day((struct tot_date){1960, 1, 1});
	assert_int_equal(tot_law_get(&value, law, &set, REVALUATION, &at), TOT_OK);
	assert_string_equal(value.parameter, "jp.epi_revaluation_2026");
	assert_int_equal(tot_law_get(&value, law, &set, BONUS_CAP, &at), TOT_OK);
	assert_string_equal(value.from, "2003-04-01");
}

static void the_last_row_that_is_law(void **state)
{
	struct tot_value value;
	int64_t key = 0;
	(void)state;
	assert_int_equal(tot_law_last(&value, &key, law, &set, AVERAGE), TOT_OK);
	assert_int_equal(key, 2024); /* annex 1 SGB VI: 2025 is not fixed yet */
	assert_int_equal(value.value, 47085);
	assert_int_equal(tot_law_last(&value, &key, law, &set, PRELIMINARY), TOT_OK);
	assert_int_equal(key, 2026); /* 2027 is a draft */
	assert_int_equal(tot_law_last(&value, &key, law, &set, VALUE), TOT_OK);
	assert_int_equal(key, tot_date_to_day((struct tot_date){2026, 7, 1}));
	assert_int_equal(tot_law_last(&value, &key, law, &set, CEILING), TOT_OK);
	assert_int_equal(key, tot_date_to_day((struct tot_date){2026, 1, 1}));
	assert_int_equal(tot_law_last(&value, &key, law, &set, EARLY), TOT_ERR_NO_PARAMETER);
}

static void figures_of_an_unknown_set(void **state)
{
	static const struct tot_figures other = {"U", list, FIGURES};
	struct tot_value value;
	struct tot_at at = {0};
	(void)state;
	assert_int_equal(tot_law_get(&value, law, &other, EARLY, &at), TOT_ERR_NO_PARAMETER);
	assert_int_equal(tot_law_get(&value, law, &set, FIGURES, &at), TOT_ERR_NO_PARAMETER);
}

static void texts_of_the_files(void **state)
{
	(void)state;
	assert_string_equal(tot_law_string(law, "jp.np_full_pension", "/boundary_birth_new"),
			    "1956-04-02");
	assert_string_equal(tot_law_string(law, "jp.special_pension_ages", "/last_cohorts/men"),
			    "1961-04-01");
	assert_null(tot_law_string(law, "jp.np_full_pension", "/nothing"));
	assert_null(tot_law_string(law, "jp.nothing", "/title/en"));
	assert_null(tot_law_string(law, "jp.np_full_pension", "/values/0/new"));
}

static int load(void **state)
{
	const struct tot_figures *sets[] = {&set};
	struct tot_diag diag = {0};
	(void)state;
	enum tot_status status = tot_law_load(&law, NULL, sets, 1, &diag);
	print_faults(&diag);
	tot_diag_free(&diag);
	return status == TOT_OK ? 0 : -1;
}

static int unload(void **state)
{
	(void)state;
	tot_law_free(law);
	tot_law_free(NULL);
	return 0;
}

int main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(a_value_says_where_it_comes_from),
		cmocka_unit_test(the_last_row_that_is_law),
		cmocka_unit_test(figures_of_an_unknown_set),
		cmocka_unit_test(texts_of_the_files),
	};
	enum { FIXED = sizeof fixed / sizeof fixed[0], ROWS = sizeof rows / sizeof rows[0] };
	struct CMUnitTest tests[FIXED + ROWS];
	memcpy(tests, fixed, sizeof fixed);
	for (size_t i = 0; i < ROWS; i++) {
		union {
			const void *in;
			void *out;
		} row = {&rows[i]};
		tests[FIXED + i] = (struct CMUnitTest){rows[i].name, gives, NULL, NULL, row.out};
	}
	return _cmocka_run_group_tests("figures of the law", tests, FIXED + ROWS, load, unload);
}
