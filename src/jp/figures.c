/* Where each figure of Japanese law stands in the law book. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

static const struct tot_figure list[TOT_JP_FIGURE_COUNT] = {
	[TOT_JP_AGE_CATEGORY_1_FROM] = {"jp.coverage", "age_limits", "category_1_from", 0},
	[TOT_JP_AGE_CATEGORY_1_UNTIL] = {"jp.coverage", "age_limits", "category_1_until", 0},
	[TOT_JP_AGE_VOLUNTARY_UNTIL] = {"jp.coverage", "age_limits", "voluntary_until", 0},
	[TOT_JP_AGE_VOLUNTARY_SPECIAL_UNTIL] = {"jp.coverage", "age_limits",
						"special_voluntary_until", 0},
	[TOT_JP_AGE_EMPLOYEES_UNTIL] = {"jp.coverage", "age_limits", "employees_until", 0},
	[TOT_JP_AGE_PERMANENT_UNTIL] = {"jp.coverage", "age_limits", "permanent_residence_until",
					0},
	[TOT_JP_REQUIRED_MONTHS] = {"jp.qualifying", "old_age.values", "value", 0},
	[TOT_JP_AGE_REGULAR] = {"jp.claim_timing", "ages", "regular", 0},
	[TOT_JP_AGE_EARLY] = {"jp.claim_timing", "ages", "early_from", 0},
	[TOT_JP_LATE_MINIMUM] = {"jp.claim_timing", "ages", "late_minimum_months", 0},
	[TOT_JP_EARLY_STEP] = {"jp.claim_timing", "early", "reduction_per_month", 3},
	[TOT_JP_LATE_STEP] = {"jp.claim_timing", "late", "increase_per_month", 3},
	[TOT_JP_LATE_MAXIMUM] = {"jp.claim_timing", "late", "maximum_months", 0},
	[TOT_JP_FULL_NEW] = {"jp.np_full_pension", "values", "new", 0},
	[TOT_JP_FULL_EXISTING] = {"jp.np_full_pension", "values", "existing", 0},
	[TOT_JP_FULL_MONTHS] = {"jp.np_insurable_months", "", "months", 0},
	[TOT_JP_WEIGHT_OLD] = {"jp.np_exemption", "", "weight_until_2009_03", TOT_FRACTION},
	[TOT_JP_WEIGHT_NEW] = {"jp.np_exemption", "", "weight_from_2009_04", TOT_FRACTION},
	[TOT_JP_WEIGHT_BEYOND_OLD] = {"jp.np_exemption", "", "weight_beyond_480_until_2009_03",
				      TOT_FRACTION},
	[TOT_JP_WEIGHT_BEYOND_NEW] = {"jp.np_exemption", "", "weight_beyond_480_from_2009_04",
				      TOT_FRACTION},
	[TOT_JP_REVISION_NEW] = {"jp.np_revision_rate", "values", "new", 3},
	[TOT_JP_REVISION_EXISTING] = {"jp.np_revision_rate", "values", "existing", 3},
	[TOT_JP_UNIT_PRICE] = {"jp.np_revision_rate", "base_amounts", "unit_price", 0},
	[TOT_JP_GRADE] = {"jp.epi_smr_grades", "tables", "standard_monthly_remuneration", 0},
	[TOT_JP_BONUS_CAP] = {"jp.epi_smr_grades", "bonus", "cap_per_month", 0},
	[TOT_JP_BONUS_STEP] = {"jp.epi_smr_grades", "bonus", "rounded_down_to", 0},
	[TOT_JP_REVALUATION] = {"jp.epi_revaluation_*", "", "born_*", 3},
	[TOT_JP_ACCRUAL_PRE] = {"jp.epi_accrual", "", "pre_2003_04", 3},
	[TOT_JP_ACCRUAL_POST] = {"jp.epi_accrual", "", "from_2003_04", 3},
	[TOT_JP_OLD_ACCRUAL_PRE] = {"jp.epi_accrual", "", "old_level_pre_2003_04", 3},
	[TOT_JP_OLD_ACCRUAL_POST] = {"jp.epi_accrual", "", "old_level_from_2003_04", 3},
	[TOT_JP_FLAT_RATE] = {"jp.epi_accrual", "", "flat_part_unit_rate", 3},
	[TOT_JP_FLOOR_BASE] = {"jp.epi_accrual", "floor_average_before_2003_04.older_cohorts",
			       "base", 0},
	[TOT_JP_OLD_REVALUATION] = {"jp.epi_old_level_revaluation", "", "rate", 3},
	[TOT_JP_OLD_LEVEL_RATE] = {"jp.epi_old_level_revaluation", "old_level_rate", "born_*", 3},
	[TOT_JP_ADDITION_CAP] = {"jp.transitional_addition", "cap_months", "cap", 0},
	[TOT_JP_TOTAL_FACTOR] = {"jp.epi_accrual", "total_remuneration_factor", "value", 1},
	[TOT_JP_LUMP_MINIMUM] = {"jp.lump_sum_epi", "limits", "minimum_months", 0},
	[TOT_JP_LUMP_STEP] = {"jp.lump_sum_epi", "limits", "multiple_of_months", 0},
	[TOT_JP_LUMP_YEARS] = {"jp.lump_sum_epi", "limits", "claim_within_years", 0},
	[TOT_JP_LUMP_CAP] = {"jp.lump_sum_epi", "cap", "months", 0},
	[TOT_JP_LUMP_EPI_6] = {"jp.lump_sum_epi", "", "m6", 1},
	[TOT_JP_LUMP_EPI_6 + 1] = {"jp.lump_sum_epi", "", "m12", 1},
	[TOT_JP_LUMP_EPI_6 + 2] = {"jp.lump_sum_epi", "", "m18", 1},
	[TOT_JP_LUMP_EPI_6 + 3] = {"jp.lump_sum_epi", "", "m24", 1},
	[TOT_JP_LUMP_EPI_6 + 4] = {"jp.lump_sum_epi", "", "m30", 1},
	[TOT_JP_LUMP_EPI_6 + 5] = {"jp.lump_sum_epi", "", "m36", 1},
	[TOT_JP_LUMP_EPI_6 + 6] = {"jp.lump_sum_epi", "", "m42", 1},
	[TOT_JP_LUMP_EPI_6 + 7] = {"jp.lump_sum_epi", "", "m48", 1},
	[TOT_JP_LUMP_EPI_6 + 8] = {"jp.lump_sum_epi", "", "m54", 1},
	[TOT_JP_LUMP_EPI_6 + 9] = {"jp.lump_sum_epi", "", "m60", 1},
	/* Empty in the law, whose cap is 60 months; a reform that raises the cap fills them. */
	[TOT_JP_LUMP_EPI_6 + 10] = {"jp.lump_sum_epi", "beyond_60_months", "m66", 1},
	[TOT_JP_LUMP_EPI_6 + 11] = {"jp.lump_sum_epi", "beyond_60_months", "m72", 1},
	[TOT_JP_LUMP_EPI_6 + 12] = {"jp.lump_sum_epi", "beyond_60_months", "m78", 1},
	[TOT_JP_LUMP_EPI_6 + 13] = {"jp.lump_sum_epi", "beyond_60_months", "m84", 1},
	[TOT_JP_LUMP_EPI_6 + 14] = {"jp.lump_sum_epi", "beyond_60_months", "m90", 1},
	[TOT_JP_LUMP_EPI_6 + 15] = {"jp.lump_sum_epi", "beyond_60_months", "m96", 1},
	[TOT_JP_LUMP_EPI_OLD_6] = {"jp.lump_sum_epi", "before_2005_04", "m6", 1},
	[TOT_JP_LUMP_EPI_OLD_6 + 1] = {"jp.lump_sum_epi", "before_2005_04", "m12", 1},
	[TOT_JP_LUMP_EPI_OLD_6 + 2] = {"jp.lump_sum_epi", "before_2005_04", "m18", 1},
	[TOT_JP_LUMP_EPI_OLD_6 + 3] = {"jp.lump_sum_epi", "before_2005_04", "m24", 1},
	[TOT_JP_LUMP_EPI_OLD_6 + 4] = {"jp.lump_sum_epi", "before_2005_04", "m30", 1},
	[TOT_JP_LUMP_EPI_OLD_6 + 5] = {"jp.lump_sum_epi", "before_2005_04", "m36", 1},
	[TOT_JP_LUMP_NP_6] = {"jp.lump_sum_np", "", "m6", 0},
	[TOT_JP_LUMP_NP_6 + 1] = {"jp.lump_sum_np", "", "m12", 0},
	[TOT_JP_LUMP_NP_6 + 2] = {"jp.lump_sum_np", "", "m18", 0},
	[TOT_JP_LUMP_NP_6 + 3] = {"jp.lump_sum_np", "", "m24", 0},
	[TOT_JP_LUMP_NP_6 + 4] = {"jp.lump_sum_np", "", "m30", 0},
	[TOT_JP_LUMP_NP_6 + 5] = {"jp.lump_sum_np", "", "m36", 0},
	[TOT_JP_LUMP_NP_6 + 6] = {"jp.lump_sum_np", "", "m42", 0},
	[TOT_JP_LUMP_NP_6 + 7] = {"jp.lump_sum_np", "", "m48", 0},
	[TOT_JP_LUMP_NP_6 + 8] = {"jp.lump_sum_np", "", "m54", 0},
	[TOT_JP_LUMP_NP_6 + 9] = {"jp.lump_sum_np", "", "m60", 0},
	[TOT_JP_LUMP_NP_OLD_6] = {"jp.lump_sum_np", "before_fiscal_year_2005", "m6", 0},
	[TOT_JP_LUMP_NP_OLD_6 + 1] = {"jp.lump_sum_np", "before_fiscal_year_2005", "m12", 0},
	[TOT_JP_LUMP_NP_OLD_6 + 2] = {"jp.lump_sum_np", "before_fiscal_year_2005", "m18", 0},
	[TOT_JP_LUMP_NP_OLD_6 + 3] = {"jp.lump_sum_np", "before_fiscal_year_2005", "m24", 0},
	[TOT_JP_LUMP_NP_OLD_6 + 4] = {"jp.lump_sum_np", "before_fiscal_year_2005", "m30", 0},
	[TOT_JP_LUMP_NP_OLD_6 + 5] = {"jp.lump_sum_np", "before_fiscal_year_2005", "m36", 0},
	[TOT_JP_LUMP_NP_CAP] = {"jp.lump_sum_np", "cap", "months", 0},
	[TOT_JP_LUMP_NP_QUARTER] = {"jp.lump_sum_np", "month_weights", "exempt_quarter",
				    TOT_FRACTION},
	[TOT_JP_LUMP_NP_HALF] = {"jp.lump_sum_np", "month_weights", "exempt_half", TOT_FRACTION},
	[TOT_JP_LUMP_NP_THREE_QUARTERS] = {"jp.lump_sum_np", "month_weights",
					   "exempt_three_quarters", TOT_FRACTION},
	[TOT_JP_WITHHOLDING] = {"jp.tax", "lump_sum_withdrawal.withholding", "employees_percent",
				2},
	[TOT_JP_DEDUCTION_YEAR] = {"jp.tax", "lump_sum_withdrawal.retirement_deduction", "per_year",
				   0},
	[TOT_JP_DEDUCTION_MINIMUM] = {"jp.tax", "lump_sum_withdrawal.retirement_deduction",
				      "minimum", 0},
	[TOT_JP_DEDUCTION_LONG_YEARS] = {"jp.tax", "lump_sum_withdrawal.retirement_deduction",
					 "years_at_first_amount", 0},
	[TOT_JP_DEDUCTION_LONG_YEAR] = {"jp.tax", "lump_sum_withdrawal.retirement_deduction",
					"per_later_year", 0},
	[TOT_JP_TAXABLE_SHARE] = {"jp.tax", "lump_sum_withdrawal.retirement_deduction",
				  "taxable_share", TOT_FRACTION},
	[TOT_JP_TAXABLE_STEP] = {"jp.tax", "lump_sum_withdrawal.retirement_deduction",
				 "taxable_rounded_down_to", 0},
	[TOT_JP_SHORT_YEARS] = {"jp.tax", "lump_sum_withdrawal.short_service_half_rule", "years",
				0},
	[TOT_JP_SHORT_HALVED] = {"jp.tax", "lump_sum_withdrawal.short_service_half_rule",
				 "halved_up_to", 0},
	[TOT_JP_TAX_RATE] = {"jp.tax", "income_tax_brackets", "rate_percent", 0},
	[TOT_JP_TAX_DEDUCTION] = {"jp.tax", "income_tax_brackets", "deduction", 0},
	[TOT_JP_SURTAX] = {"jp.tax", "surtax.values", "value", 1},
	[TOT_JP_PREMIUM_RATE] = {"jp.epi_premium_rate", "values", "value", 3},
	[TOT_JP_PREMIUM] = {"jp.np_premium", "values", "value", 0},
	[TOT_JP_PREMIUM_ADDITIONAL] = {"jp.np_premium", "additional_premium.values", "value", 0},
	[TOT_JP_PREMIUM_STEP] = {"jp.np_premium", "partial_premium.shares", "rounded_to", 0},
	[TOT_JP_PREMIUM_QUARTER_EXEMPT] = {"jp.np_premium", "partial_premium.shares",
					   "exempt_quarter", TOT_FRACTION},
	[TOT_JP_PREMIUM_HALF_EXEMPT] = {"jp.np_premium", "partial_premium.shares", "exempt_half",
					TOT_FRACTION},
	[TOT_JP_PREMIUM_THREE_QUARTERS_EXEMPT] = {"jp.np_premium", "partial_premium.shares",
						  "exempt_three_quarters", TOT_FRACTION},
	[TOT_JP_WAGE_YEAR] = {"de.average_earnings", "", "preliminary", 2},
};

const struct tot_figures tot_jp_figures = {"JP", list, TOT_JP_FIGURE_COUNT};

enum tot_status tot_jp_figure(struct tot_value *out, const struct tot_law *law,
			      enum tot_jp_figure figure, const struct tot_at *at)
{
	return tot_law_get(out, law, &tot_jp_figures, (size_t)figure, at);
}

enum tot_status tot_jp_number(int64_t *out, const struct tot_law *law, enum tot_jp_figure figure)
{
	struct tot_value value;
	const enum tot_status status = tot_jp_figure(&value, law, figure, &(struct tot_at){0});
	if (status == TOT_OK)
		*out = value.value;
	return status;
}

enum tot_status tot_jp_of_cohort(struct tot_value *out, const struct tot_law *law,
				 enum tot_jp_figure figure, struct tot_date born)
{
	const struct tot_at at = {.birth = tot_date_to_day(born)};
	return tot_jp_figure(out, law, figure, &at);
}

struct tot_ratio tot_jp_ratio(const struct tot_value *value)
{
	return tot_ratio_of(value->value, value->denominator);
}

struct tot_date tot_jp_day(const struct tot_law *law, enum tot_jp_day day)
{
	static const struct {
		const char *parameter, *pointer;
	} places[] = {
		[TOT_JP_DAY_NATIONAL_PENSION] = {"jp.coverage", "/days/national_pension_from"},
		[TOT_JP_DAY_FOREIGNERS] = {"jp.coverage", "/days/foreign_residents_from"},
		[TOT_JP_DAY_TOTAL_PAY] = {"jp.epi_smr_grades", "/bonus/from"},
		[TOT_JP_DAY_HALF_STATE] = {"jp.np_exemption", "/state_half_from"},
		[TOT_JP_DAY_NEW_GROUP] = {"jp.np_full_pension", "/boundary_birth_new"},
		[TOT_JP_DAY_SPECIAL_VOLUNTARY] = {"jp.coverage",
						  "/days/special_voluntary_born_until"},
		[TOT_JP_DAY_YEARLY_RECALCULATION] = {"jp.epi_accrual",
						     "/yearly_recalculation/from"},
		[TOT_JP_DAY_SPECIAL_MEN] = {"jp.special_pension_ages", "/last_cohorts/men"},
		[TOT_JP_DAY_SPECIAL_WOMEN] = {"jp.special_pension_ages", "/last_cohorts/women"},
	};
	struct tot_date date = {0, 0, 0};
	const char *text = tot_law_string(law, places[day].parameter, places[day].pointer);
	return text && tot_date_parse(&date, text) ? date : (struct tot_date){0, 0, 0};
}
