/* Age limits, start of a claim, access factor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/de.h"

#include "de/figures.h"

struct age_figures {
	enum tot_de_figure years, months, first_years, first_months;
	const char *law;
};

static const struct age_figures ages[TOT_DE_OLD_AGE_COUNT] = {
	[TOT_DE_REGULAR] = {TOT_DE_REGULAR_YEARS, TOT_DE_REGULAR_MONTHS, TOT_DE_REGULAR_YEARS,
			    TOT_DE_REGULAR_MONTHS, "SGB VI s. 35, s. 235"},
	[TOT_DE_LONG_INSURED] = {TOT_DE_LONG_YEARS, TOT_DE_LONG_MONTHS, TOT_DE_LONG_EARLY_YEARS,
				 TOT_DE_LONG_EARLY_MONTHS, "SGB VI s. 36, s. 236"},
	[TOT_DE_SEVERELY_DISABLED] = {TOT_DE_DISABLED_YEARS, TOT_DE_DISABLED_MONTHS,
				      TOT_DE_DISABLED_EARLY_YEARS, TOT_DE_DISABLED_EARLY_MONTHS,
				      "SGB VI s. 37, s. 236a"},
	[TOT_DE_UNDERGROUND] = {TOT_DE_UNDERGROUND_YEARS, TOT_DE_UNDERGROUND_MONTHS,
				TOT_DE_UNDERGROUND_YEARS, TOT_DE_UNDERGROUND_MONTHS,
				"SGB VI s. 40, s. 238"},
	[TOT_DE_ESPECIALLY_LONG_INSURED] = {TOT_DE_ESPECIALLY_YEARS, TOT_DE_ESPECIALLY_MONTHS,
					    TOT_DE_ESPECIALLY_YEARS, TOT_DE_ESPECIALLY_MONTHS,
					    "SGB VI s. 38, s. 236b"},
};

static enum tot_status read_age(struct tot_age *out, enum tot_de_figure years,
				enum tot_de_figure months, struct tot_date born,
				const struct tot_law *law, struct tot_trace *trace)
{
	const struct tot_at at = {.birth = tot_date_to_day(born)};
	struct tot_value whole, rest;
	enum tot_status status = tot_de_get(&whole, law, years, &at);
	if (status >= 0)
		status = tot_de_get(&rest, law, months, &at);
	if (status < 0)
		return status;
	*out = (struct tot_age){(int)whole.value, (int)rest.value};
	tot_trace_value(trace, "years of age", &whole);
	tot_trace_value(trace, "and months", &rest);
	return TOT_OK;
}

/* s. 99 (1): from the month at whose beginning the age is completed. */
static tot_month month_after(struct tot_date born, struct tot_age age)
{
	return tot_month_of(tot_age_reached(born, age)) + 1;
}

/*
 * law/de/brochure_differences.json: where the brochure for Germany and Japan says something else.
 */
static void name_differences(struct tot_trace *trace, enum tot_de_old_age type)
{
	if (type == TOT_DE_SEVERELY_DISABLED)
		tot_trace_input(
			trace, "brochure",
			"a year more for births from 1958 on, and 0.8 percent at most; by "
			"law ages as here and 36 x 0.3 = 10.8 percent (s. 236a, s. 77 (2))");
	if (type != TOT_DE_REGULAR)
		tot_trace_input(trace, "brochure",
				"a limit for earnings beside the pension; by law none since "
				"2023-01-01 (s. 34)");
}

enum tot_status tot_de_age_limits(struct tot_de_limits *out, enum tot_de_old_age type,
				  struct tot_date born, const struct tot_law *law,
				  struct tot_trace *trace)
{
	const struct age_figures *row = &ages[type];
	struct tot_de_limits limits;
	tot_trace_begin(trace, "", "age limit");
	tot_trace_law(trace, row->law);
	enum tot_status status =
		read_age(&limits.full_age, row->years, row->months, born, law, trace);
	if (status >= 0)
		status = read_age(&limits.first_age, row->first_years, row->first_months, born, law,
				  row->first_years == row->years ? NULL : trace);
	if (status >= 0) {
		limits.full = month_after(born, limits.full_age);
		limits.first = month_after(born, limits.first_age);
		char age[TOT_DATE_TEXT], month[TOT_DATE_TEXT], date[TOT_DATE_TEXT];
		tot_trace_input(trace, "born", "%s", tot_date_print(date, born));
		tot_trace_formula(trace, "%s completed on %s", tot_age_print(age, limits.full_age),
				  tot_date_print(date, tot_age_reached(born, limits.full_age)));
		tot_trace_result(trace, "first month without deduction", "%s",
				 tot_month_print(month, limits.full));
		if (limits.first != limits.full)
			tot_trace_input(trace, "first month with deductions", "%s (age %s)",
					tot_month_print(month, limits.first),
					tot_age_print(age, limits.first_age));
		name_differences(trace, type);
		*out = limits;
	}
	tot_trace_end(trace);
	return status;
}

enum tot_status tot_de_start_of_claim(tot_month *out, tot_month met, struct tot_date claimed,
				      const struct tot_law *law)
{
	int64_t window;
	const struct tot_at at = {0};
	const enum tot_status status = tot_de_number(&window, law, TOT_DE_CLAIM_WINDOW, &at);
	if (status < 0)
		return status;
	/* s. 99 (1) sentence 1: by the end of the third calendar month after that month. */
	const tot_month claim = tot_month_of(claimed);
	*out = claim <= met + window ? met + 1 : claim;
	return TOT_OK;
}

enum tot_status tot_de_access_factor(tot_factor *out, int early, int late,
				     const struct tot_law *law, struct tot_trace *trace)
{
	if (early < 0 || late < 0 || (early && late))
		return TOT_ERR_DOMAIN;
	const struct tot_at at = {0};
	struct tot_value base, step;
	enum tot_status status = tot_de_get(&base, law, TOT_DE_ACCESS_BASE, &at);
	if (status >= 0)
		status = tot_de_get(&step, law, late ? TOT_DE_ACCESS_LATE : TOT_DE_ACCESS_EARLY,
				    &at);
	if (status < 0)
		return status;
	/* s. 77 (2) no. 2: a) less for each month early, b) more for each month not drawn. */
	*out = late ? base.value + late * step.value : base.value - early * step.value;
	char factor[TOT_DECIMAL_TEXT], each[TOT_DECIMAL_TEXT], one[TOT_DECIMAL_TEXT];
	tot_trace_begin(trace, "", "access factor");
	tot_trace_law(trace, "SGB VI s. 77 (2)");
	tot_trace_result(trace, "", "%s", tot_decimal_print(factor, *out, 3));
	tot_trace_formula(trace, "%s %s %d months x %s", tot_decimal_print(one, base.value, 3),
			  late ? "+" : "-", late ? late : early,
			  tot_decimal_print(each, step.value, 3));
	tot_trace_value(trace, late ? "for each month late" : "for each month early", &step);
	tot_trace_end(trace);
	return TOT_OK;
}

enum tot_status tot_de_months_of_points(int *out, tot_points points, const struct tot_law *law)
{
	int64_t each, months = 0;
	const struct tot_at at = {0};
	enum tot_status status = tot_de_number(&each, law, TOT_DE_POINTS_PER_MONTH, &at);
	/* s. 121 (3): a full number of months is rounded up if any of four decimals is not zero. */
	if (status >= 0 && points > 0)
		status = tot_mul_div(&months, points, 1, each, TOT_UP_IF_ANY);
	if (status >= 0)
		*out = (int)months;
	return status;
}
