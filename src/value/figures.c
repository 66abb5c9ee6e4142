/* Figures of the law book that the valuation reads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value.h"

#define RATE(column)                                         \
	{                                                    \
		"mortality.improvement", "tables", column, 5 \
	}

#define REPORT "economy.de_rentenversicherungsbericht_2025"
#define VALUATION "economy.mhlw_actuarial_valuation_2024"
#define CORRELATION "correlation_of_monthly_changes_1999_2026"
#define MODEL "economy.model_parameters"

static const struct tot_figure list[] = {
	[TOT_VALUE_JPY_PER_EUR] = {"economy.fx_eur_jpy", "values", "value", 4},
	[TOT_VALUE_SCALE_S] = {"mortality.improvement", "calibration_to_destatis.values", "scale_s",
			       4},
	[TOT_VALUE_YIELD_DE] = {"economy.bond_yields", "", "de_10y", 3},
	[TOT_VALUE_YIELD_JP_2] = {"economy.bond_yields", "", "jp_2y", 3},
	[TOT_VALUE_YIELD_JP_5] = {"economy.bond_yields", "", "jp_5y", 3},
	[TOT_VALUE_YIELD_JP_10] = {"economy.bond_yields", "", "jp_10y", 3},
	[TOT_VALUE_YIELD_JP_30] = {"economy.bond_yields", "", "jp_30y", 3},
	[TOT_VALUE_DE_ADJUSTMENT] = {REPORT, "derived_path", "rate_pct", 3},
	[TOT_VALUE_DE_WAGES] = {REPORT, "wage_assumption_long_term", "value", 2},
	[TOT_VALUE_DE_LEVEL] = {REPORT, "security_level_before_tax_pct", "value", 1},
	[TOT_VALUE_JP_WAGES] = {VALUATION, "cases.path", "real_wage_growth_pct", 2},
	[TOT_VALUE_JP_PRICES] = {VALUATION, "cases.path", "cpi_pct", 2},
	[TOT_VALUE_JP_BASIC_AT_END] = {VALUATION, "cases.result", "basic_part_at_end_pct", 1},
	[TOT_VALUE_JP_SLIDE_END] = {VALUATION, "cases.result", "basic_adjustment_ends_fy", 0},
	[TOT_VALUE_JP_BASIC_NOW] = {VALUATION, "high_growth_replacement_path", "basic_pct", 2},
	[TOT_VALUE_DE_INFLATION] = {MODEL, "inflation.de_cpi_yearly_1995_2025", "mean_pct", 3},
	[TOT_VALUE_JP_INFLATION] = {MODEL, "inflation.jp_cpi_yearly_1995_2025", "mean_pct", 3},
	[TOT_VALUE_DE_INFLATION_PHI] = {MODEL, "inflation.de_cpi_yearly_1995_2025", "ar1_phi", 4},
	[TOT_VALUE_JP_INFLATION_PHI] = {MODEL, "inflation.jp_cpi_yearly_1995_2025", "ar1_phi", 4},
	[TOT_VALUE_DE_INFLATION_SD] = {MODEL, "inflation.de_cpi_yearly_1995_2025",
				       "residual_sd_pct_points", 4},
	[TOT_VALUE_JP_INFLATION_SD] = {MODEL, "inflation.jp_cpi_yearly_1995_2025",
				       "residual_sd_pct_points", 4},
	[TOT_VALUE_FX_PHI] = {MODEL, "fx_eur_jpy.real_rate_ar1_yearly", "phi", 4},
	[TOT_VALUE_FX_SD] = {MODEL, "fx_eur_jpy.real_rate_ar1_yearly", "residual_sd", 4},
	[TOT_VALUE_DE_KAPPA] = {MODEL, "rates.de_10y_monthly_1999_2026", "vasicek_kappa_per_year",
				4},
	[TOT_VALUE_JP_KAPPA] = {MODEL, "rates.jp_10y_monthly_1999_2026", "vasicek_kappa_per_year",
				4},
	[TOT_VALUE_DE_SIGMA] = {MODEL, "rates.de_10y_monthly_1999_2026",
				"vasicek_sigma_pct_points_per_sqrt_year", 4},
	[TOT_VALUE_JP_SIGMA] = {MODEL, "rates.jp_10y_monthly_1999_2026",
				"vasicek_sigma_pct_points_per_sqrt_year", 4},
	[TOT_VALUE_FX_CORRELATION_DE] = {MODEL, CORRELATION, "fx_with_de_10y", 3},
	[TOT_VALUE_FX_CORRELATION_JP] = {MODEL, CORRELATION, "fx_with_jp_10y", 3},
	[TOT_VALUE_IMPROVEMENT] = RATE("2020-2025_to_2025-2030"),
	RATE("2025-2030_to_2030-2035"),
	RATE("2030-2035_to_2035-2040"),
	RATE("2035-2040_to_2040-2045"),
	RATE("2040-2045_to_2045-2050"),
	RATE("2045-2050_to_2050-2055"),
	RATE("2050-2055_to_2055-2060"),
	RATE("2055-2060_to_2060-2065"),
	RATE("2060-2065_to_2065-2070"),
	RATE("2065-2070_to_2070-2075"),
	RATE("2070-2075_to_2075-2080"),
	RATE("2075-2080_to_2080-2085"),
	RATE("2080-2085_to_2085-2090"),
	RATE("2085-2090_to_2090-2095"),
	RATE("2090-2095_to_2095-2100"),
};

_Static_assert(sizeof(list) / sizeof(list[0]) == TOT_VALUE_IMPROVEMENT + TOT_TRANSITIONS,
	       "one figure a transition");

enum tot_status tot_value_figure(double *out, const struct tot_law *law,
				 enum tot_value_figure which, const struct tot_at *at)
{
	struct tot_value value;
	const enum tot_status status =
		tot_law_get(&value, law, &tot_value_figures, (size_t)which, at);
	if (status >= 0)
		*out = (double)value.value / (double)value.denominator;
	return status;
}

const struct tot_figures tot_value_figures = {"value", list, sizeof(list) / sizeof(list[0])};
