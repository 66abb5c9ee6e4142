/* Every figure that may stand in the files of economy, mortality and agreements. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"

const struct tot_known tot_known_other[] = {
	{"agreements.deadlines", 0,
	 "rules.due.value|rules.limit.abroad.value|rules.limit.day|rules.limit.month|rules.limit."
	 "value"},
	{"agreements.overview", 0,
	 "tables.disability_totalised|tables.gap_counts|tables.gap_months_harmless|"
	 "tables.interval_rule_years|tables.multilateral_use|tables.other_employer_ok|"
	 "tables.posting_months|tables.totalisation"},
	{"economy.ageing_report_2024", TOT_KNOWN_DOUBLE, "values.value"},
	{"economy.bond_yields", TOT_KNOWN_DOUBLE,
	 "de_10y|germany_30y_points.value|japan_monthly_2026.jp_10y|"
	 "japan_monthly_2026.jp_2y|japan_monthly_2026.jp_30y|japan_monthly_2026.jp_5y|"
	 "jp_10y|jp_20y|jp_2y|jp_30y|jp_5y|latest.value|latest.value.0|latest.value.1|"
	 "latest.value.2|latest.value.3"},
	{"economy.cpi", TOT_KNOWN_DOUBLE,
	 "de_cpi_pct|de_index_2020|jp_cpi_pct|jp_index_2020|latest_monthly.yoy_pct|"
	 "latest_monthly.yoy_pct_core"},
	{"economy.de_rentenversicherungsbericht_2025", TOT_KNOWN_DOUBLE,
	 "contribution_rate_pct.value|current_pension_value_actual.value|"
	 "derived_path.rate_pct|derived_path.value_2039|"
	 "pension_adjustment.average_per_year_pct|"
	 "pension_adjustment.total_increase_to_2039_pct|"
	 "security_level_before_tax_pct.value|wage_assumption_long_term.value"},
	{"economy.fx_eur_jpy", TOT_KNOWN_DOUBLE,
	 "latest.value|monthly.jpy_per_eur|values.days|values.value|values.year_end"},
	{"economy.mhlw_actuarial_valuation_2024", TOT_KNOWN_DOUBLE,
	 "cases.long_term_from_fy2034.cpi_pct|"
	 "cases.long_term_from_fy2034.real_gdp_growth_pct|"
	 "cases.long_term_from_fy2034.real_return_on_reserve_over_cpi_pct|"
	 "cases.long_term_from_fy2034.real_wage_growth_pct|"
	 "cases.long_term_from_fy2034.spread_of_return_over_wages_pct|cases.path.cpi_pct|"
	 "cases.path.real_return_pct|cases.path.real_wage_growth_pct|"
	 "cases.result.adjustment_ends_fy|cases.result.basic_adjustment_ends_fy|"
	 "cases.result.basic_part_at_end_pct|cases.result.proportional_adjustment_ends_fy|"
	 "cases.result.proportional_part_at_end_pct|"
	 "cases.result.replacement_rate_at_end_pct|"
	 "cases.result.replacement_rate_fy2024_pct|high_growth_replacement_path.basic_pct|"
	 "high_growth_replacement_path.proportional_pct|"
	 "high_growth_replacement_path.total_pct"},
	{"economy.model_parameters", TOT_KNOWN_DOUBLE, "*"},
	{"economy.policy_rates", TOT_KNOWN_DOUBLE,
	 "boj_call_rate_target.value|ecb_deposit_facility.value"},
	{"mortality.gompertz_makeham", TOT_KNOWN_DOUBLE, "*"},
	{"mortality.improvement", TOT_KNOWN_DOUBLE, "tables.*|calibration_to_destatis.values.*"},
	{"mortality.tables", TOT_KNOWN_DOUBLE, "tables.*|official_life_expectancy_checks.*"},
};

const size_t tot_known_other_count = sizeof tot_known_other / sizeof tot_known_other[0];
