/* The figures that German law reads from the law book: bound when it is loaded. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/figures.h"

#define AGES "de.retirement_ages"

static const struct tot_figure list[TOT_DE_FIGURE_COUNT] = {
	[TOT_DE_AVERAGE_FINAL] = {"de.average_earnings", "", "final", 0},
	[TOT_DE_AVERAGE_PRELIMINARY] = {"de.average_earnings", "", "preliminary", 0},
	[TOT_DE_CEILING] = {"de.contribution_ceilings", "tables.west_or_uniform", "general", 0},
	[TOT_DE_CEILING_MINERS] = {"de.contribution_ceilings", "tables.west_or_uniform", "miners",
				   0},
	[TOT_DE_CEILING_EAST] = {"de.contribution_ceilings", "tables.east", "general", 0},
	[TOT_DE_CEILING_EAST_MINERS] = {"de.contribution_ceilings", "tables.east", "miners", 0},
	[TOT_DE_RATE] = {"de.contribution_rates", "", "general", 2},
	[TOT_DE_RATE_EMPLOYEE] = {"de.contribution_rates", "", "employee", 2},
	[TOT_DE_RATE_EMPLOYER] = {"de.contribution_rates", "", "employer", 2},
	[TOT_DE_RATE_MINERS] = {"de.contribution_rates", "", "miners", 2},
	[TOT_DE_RATE_MINERS_EMPLOYEE] = {"de.contribution_rates", "", "miners_employee", 2},
	[TOT_DE_RATE_MINERS_EMPLOYER] = {"de.contribution_rates", "", "miners_employer", 2},
	[TOT_DE_VALUE] = {"de.current_pension_value", "", "west_or_uniform", 5},
	[TOT_DE_VALUE_EAST] = {"de.current_pension_value", "", "east", 5},
	[TOT_DE_EAST_FACTOR] = {"de.east_conversion_factors", "", "factor", 4},
	[TOT_DE_EAST_FACTOR_PRELIMINARY] = {"de.east_conversion_factors", "", "preliminary_factor",
					    4},
	[TOT_DE_MAX_POINTS] = {"de.max_earnings_points", "", "general_final", 4},
	[TOT_DE_MAX_POINTS_PRELIMINARY] = {"de.max_earnings_points", "", "general_preliminary", 4},
	[TOT_DE_EURO] = {"de.euro_conversion", "values", "value", 5},
	[TOT_DE_REGULAR_YEARS] = {AGES, "tables.regular", "years", 0},
	[TOT_DE_REGULAR_MONTHS] = {AGES, "tables.regular", "months", 0},
	[TOT_DE_LONG_YEARS] = {AGES, "tables.long_insured", "years", 0},
	[TOT_DE_LONG_MONTHS] = {AGES, "tables.long_insured", "months", 0},
	[TOT_DE_LONG_EARLY_YEARS] = {AGES, "tables.long_insured", "earliest_years", 0},
	[TOT_DE_LONG_EARLY_MONTHS] = {AGES, "tables.long_insured", "earliest_months", 0},
	[TOT_DE_ESPECIALLY_YEARS] = {AGES, "tables.especially_long_insured", "years", 0},
	[TOT_DE_ESPECIALLY_MONTHS] = {AGES, "tables.especially_long_insured", "months", 0},
	[TOT_DE_ACCESS_BASE] = {"de.access_factor", "", "base", 3},
	[TOT_DE_ACCESS_EARLY] = {"de.access_factor", "", "early_per_month", 3},
	[TOT_DE_ACCESS_LATE] = {"de.access_factor", "", "late_per_month", 3},
	[TOT_DE_TYPE_FACTOR] = {"de.pension_type_factors", "", "general", 4},
	[TOT_DE_TYPE_FACTOR_MINERS] = {"de.pension_type_factors", "", "miners", 4},
	[TOT_DE_CHILD_MONTHS] = {"de.child_raising", "months_per_child", "months", 0},
	[TOT_DE_CHILD_POINTS] = {"de.child_raising", "", "points_per_month", 4},
	[TOT_DE_CONSIDERATION_AGE] = {"de.child_raising", "consideration_period", "until_age", 0},
	[TOT_DE_MINIJOB_BASE] = {"de.minijob", "minimum_base", "value", 0},
	[TOT_DE_MINIJOB_FLAT] = {"de.minijob", "employer_flat_rate", "ordinary_percent", 2},
	[TOT_DE_MINIJOB_FLAT_HOUSEHOLD] = {"de.minijob", "employer_flat_rate",
					   "private_household_percent", 2},
	[TOT_DE_W5] = {"de.waiting_periods", "figures", "w5_months", 0},
	[TOT_DE_W35] = {"de.waiting_periods", "figures", "w35_months", 0},
	[TOT_DE_W45] = {"de.waiting_periods", "figures", "w45_months", 0},
	[TOT_DE_POINTS_PER_MONTH] = {"de.waiting_periods", "figures", "points_per_month", 4},
	[TOT_DE_WORK_FOR_VOLUNTARY] = {"de.waiting_periods", "figures",
				       "voluntary_needs_work_months", 0},
	[TOT_DE_UNEMPLOYMENT_WINDOW] = {"de.waiting_periods", "figures",
					"unemployment_window_months", 0},
	[TOT_DE_EDUCATION_AGE] = {"de.contribution_free_valuation", "education", "from_age", 0},
	[TOT_DE_EDUCATION_MONTHS] = {"de.contribution_free_valuation", "education", "max_months",
				     0},
	[TOT_DE_CLAIM_WINDOW] = {"de.pension_start", "own_pension", "claim_window_months", 0},
	[TOT_DE_REFUND_WAIT] = {"de.refund", "wait", "months", 0},
	[TOT_DE_REFUND_SELF_PAID] = {"de.refund", "amount", "self_paid_percent", 0},
	[TOT_DE_POINT_PRICE] = {"de.ep_purchase_factors", "", "eur_per_point", 4},
	[TOT_DE_SERVICE_POINTS] = {"de.fixed_points", "tables.service", "points_per_year", 4},
	[TOT_DE_TRAINING_POINTS] = {"de.fixed_points", "tables.training", "points_per_month", 4},
	[TOT_DE_SUPPLEMENT_CAP] = {"de.basic_pension_supplement", "parameters", "cap_at_420", 4},
	[TOT_DE_SUPPLEMENT_MONTHS] = {"de.basic_pension_supplement", "parameters", "min_months", 0},
};

const struct tot_figures tot_de_figures = {"DE", list, TOT_DE_FIGURE_COUNT};

enum tot_status tot_de_get(struct tot_value *out, const struct tot_law *law,
			   enum tot_de_figure figure, const struct tot_at *at)
{
	return tot_law_get(out, law, &tot_de_figures, (size_t)figure, at);
}

enum tot_status tot_de_number(int64_t *out, const struct tot_law *law, enum tot_de_figure figure,
			      const struct tot_at *at)
{
	struct tot_value value;
	const enum tot_status status = tot_de_get(&value, law, figure, at);
	if (status >= 0)
		*out = value.value;
	return status;
}

struct tot_at tot_de_on(struct tot_date date)
{
	return (struct tot_at){
		.day = tot_date_to_day(date), .year = date.year, .month = tot_month_of(date)};
}
