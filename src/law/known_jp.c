/* Every figure that may stand in the files of Japan, with its most decimals. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"

const struct tot_known tot_known_jp[] = {
	{"jp.annual_revision", 4,
	 "employees_pension_factor_fy2026.value|factor_existing|factor_new"},
	{"jp.annual_revision", 6,
	 "macro_slide_percent|net_wage_change_percent|price_change_percent|"
	 "unused_slide_carried_percent"},
	{"jp.claim_timing", 0,
	 "ages.early_from|ages.late_minimum_months|ages.regular|early.from_age|"
	 "early.maximum_months|late.maximum_months|deemed_claim.limits.after_age|"
	 "deemed_claim.limits.before_age|deemed_claim.limits.years"},
	{"jp.claim_timing", 4, "early.reduction_per_month|late.increase_per_month"},
	{"jp.coverage", 0,
	 "age_limits.category_1_from|age_limits.category_1_until|"
	 "age_limits.employees_until|age_limits.permanent_residence_until|"
	 "age_limits.employees_until_before_2002_04|"
	 "age_limits.special_voluntary_until|age_limits.voluntary_until|"
	 "employees.age_limit|employees.short_time.firm_size.persons_at_least"},
	{"jp.dependant_additions", 0,
	 "base_amounts.further_child|base_amounts.spouse_and_first_two_children|"
	 "each_further_child|from_2028_04_01.child_base_each|"
	 "from_2028_04_01.condition_child_months|from_2028_04_01.spouse_base|"
	 "from_2028_04_01.basic_full_months|from_2028_04_01.spouse_special_base|"
	 "limits.children_at_first_amount|limits.child_until_age|"
	 "limits.disabled_child_until_age|limits.middle_age_men|limits.middle_age_women|"
	 "limits.months|limits.spouse_below_age|limits.spouse_income_below|"
	 "middle_age_special_years.years|special_1934_1940|special_1940_1941|"
	 "special_1941_1942|special_1942_1943|"
	 "special_addition_birth_of_recipient.base_amount|special_from_1943|"
	 "spouse_and_each_of_first_two_children|spouse_total_from_1943"},
	{"jp.disability", 0,
	 "grade1_existing|grade1_new|grade2_existing|grade2_new|minimum_grade3_existing|"
	 "minimum_grade3_new|figures.minimum_months|figures.months_to_certification|"
	 "figures.former_insured_from_age|figures.former_insured_until_age|"
	 "figures.youth_until_age|figures.later_claim_until_age|figures.spouse_until_age|"
	 "figures.allowance_factor|figures.allowance_cured_within_years"},
	{"jp.disability", TOT_FRACTION, "figures.grade1_factor"},
	{"jp.epi_accrual", 6, "flat_part_unit_rate"},
	{"jp.epi_accrual", 0,
	 "floor_average_before_2003_04.base|"
	 "floor_average_before_2003_04.older_cohorts.base"},
	{"jp.epi_accrual", 4,
	 "from_2003_04|old_level_from_2003_04|old_level_pre_2003_04|pre_2003_04|"
	 "total_remuneration_factor.value"},
	{"jp.epi_old_level_revaluation", 4,
	 "old_level_rate.born_from_1938_04_02|old_level_rate.born_to_1938_04_01"},
	{"jp.epi_old_level_revaluation", 6, "rate"},
	{"jp.epi_premium_rate", 6,
	 "special_premium_on_bonuses.value|values.value|values.value_women"},
	{"jp.epi_revaluation_2013", 4, "born_*"},
	{"jp.epi_revaluation_2024", 4, "born_*"},
	{"jp.epi_revaluation_2025", 4, "born_*"},
	{"jp.epi_revaluation_2026", 4, "born_*"},
	{"jp.epi_smr_grades", 0,
	 "bonus.cap_per_month|bonus.rounded_down_to|earlier_ranges.grades|"
	 "earlier_ranges.maximum|earlier_ranges.minimum|tables.grade|tables.grades|"
	 "tables.maximum|tables.minimum|tables.standard_monthly_remuneration"},
	{"jp.furikae_addition", 0, "amount_fy2026"},
	{"jp.furikae_addition", 4, "factor"},
	{"jp.lump_sum_epi", 4,
	 "before_2005_04.m12|before_2005_04.m18|before_2005_04.m24|before_2005_04.m30|"
	 "before_2005_04.m36|before_2005_04.m6|beyond_60_months.m66|beyond_60_months.m72|"
	 "beyond_60_months.m78|beyond_60_months.m84|beyond_60_months.m90|"
	 "beyond_60_months.m96|m12|m18|m24|m30|m36|m42|m48|m54|m6|m60|"
	 "reform.cap_8_years.factor_if_enacted.m66|"
	 "reform.cap_8_years.factor_if_enacted.m72|"
	 "reform.cap_8_years.factor_if_enacted.m78|"
	 "reform.cap_8_years.factor_if_enacted.m84|"
	 "reform.cap_8_years.factor_if_enacted.m90|"
	 "reform.cap_8_years.factor_if_enacted.m96"},
	{"jp.lump_sum_epi", 0,
	 "cap.months|limits.claim_within_years|limits.minimum_months|"
	 "limits.multiple_of_months"},
	{"jp.lump_sum_epi", 6, "premium_rate|tax.withholding_percent"},
	{"jp.lump_sum_np", 0,
	 "before_fiscal_year_2005.m12|before_fiscal_year_2005.m18|"
	 "before_fiscal_year_2005.m24|before_fiscal_year_2005.m30|"
	 "before_fiscal_year_2005.m36|before_fiscal_year_2005.m6|cap.months|m12|m18|m24|"
	 "m30|m36|m42|m48|m54|m6|m60"},
	{"jp.lump_sum_np", TOT_FRACTION,
	 "month_weights.exempt_half|month_weights.exempt_quarter|"
	 "month_weights.exempt_three_quarters"},
	{"jp.np_exemption", 0, "counts_for_10_years"},
	{"jp.np_exemption", TOT_FRACTION,
	 "weight_beyond_480_from_2009_04|weight_beyond_480_until_2009_03|"
	 "weight_from_2009_04|weight_until_2009_03"},
	{"jp.np_full_pension", 0, "values.existing|values.new|values.value"},
	{"jp.np_insurable_months", 0, "months"},
	{"jp.np_premium", 0,
	 "additional_premium.annuity_per_month|additional_premium.values.value|partial_premium."
	 "fy2026.half_exempt_pays|"
	 "partial_premium.fy2026.quarter_exempt_pays|"
	 "partial_premium.fy2026.three_quarter_exempt_pays|"
	 "partial_premium.shares.rounded_to|values.statutory_base|values.value|"
	 "values.value_age_35_and_over"},
	{"jp.np_premium", TOT_FRACTION,
	 "partial_premium.shares.exempt_half|partial_premium.shares.exempt_quarter|"
	 "partial_premium.shares.exempt_three_quarters"},
	{"jp.np_premium", 6, "values.premium_revision_rate|values.premium_revision_rate_any_of.0"},
	{"jp.np_revision_rate", 0, "base_amounts.full_pension|base_amounts.unit_price"},
	{"jp.np_revision_rate", 4, "values.existing|values.new|values.value"},
	{"jp.qualifying", 0,
	 "counts_for_25_years|counts_for_old_age|counts_for_two_thirds|"
	 "contribution_requirement.figures.one_year_below_age|"
	 "contribution_requirement.figures.one_year_months|"
	 "old_age.values.value|shortened_years_until_2017.employees_schemes.years|"
	 "shortened_years_until_2017.old_age_general.years|survivors_long_term.value"},
	{"jp.qualifying", TOT_FRACTION, "contribution_requirement.figures.ratio"},
	{"jp.reform_2025", 0, "survivors_2028.below_age|survivors_2028.years"},
	{"jp.reform_2025", TOT_FRACTION, "survivors_2028.share"},
	{"jp.reform_2025", 4, "widow_addition_phase_out.rate"},
	{"jp.special_pension_ages", 0,
	 "earnings_related_part.men.age|earnings_related_part.women.age|flat_part.men.age|"
	 "flat_part.women.age|long_career_months|minimum_months"},
	{"jp.survivors", 0,
	 "basic|child_1_and_2_each|child_3_and_more_each|death_lump_sum.amount|"
	 "middle_aged_widow_addition|transitional_widow_addition.denominator|"
	 "transitional_widow_addition.numerator|figures.former_insured_from_age|"
	 "figures.former_insured_until_age|figures.child_until_age|"
	 "figures.disabled_child_until_age|figures.income_limit|figures.minimum_months|"
	 "figures.death_within_years|figures.older_relative_age|figures.paid_from_age|"
	 "figures.young_wife_below_age|figures.young_wife_years|figures.own_pension_age|"
	 "figures.widow_addition_from_age|figures.widow_addition_until_age|"
	 "figures.widow_addition_months|figures.middle_age_men|figures.middle_age_women|"
	 "death_benefit_figures.additional_premium_months|"
	 "death_benefit_figures.additional_premium_amount|"
	 "death_benefit_figures.widows_pension_marriage_years|"
	 "death_benefit_figures.widows_pension_from_age|"
	 "death_benefit_figures.widows_pension_until_age"},
	{"jp.survivors", TOT_FRACTION,
	 "figures.share|figures.spouse_share|figures.spouse_own_share|"
	 "figures.widow_addition_share|death_benefit_figures.widows_pension_share|"
	 "category_1_weights.exempt_quarter|category_1_weights.exempt_half|"
	 "category_1_weights.exempt_three_quarters"},
	{"jp.tax", 0,
	 "basic_deduction.tables.deduction|income_tax_brackets.tables.deduction|"
	 "lump_sum_withdrawal.retirement_deduction.minimum|"
	 "lump_sum_withdrawal.retirement_deduction.per_later_year|"
	 "lump_sum_withdrawal.retirement_deduction.per_year|"
	 "lump_sum_withdrawal.retirement_deduction.taxable_rounded_down_to|"
	 "lump_sum_withdrawal.retirement_deduction.years_at_first_amount|"
	 "lump_sum_withdrawal.short_service_half_rule.halved_up_to|"
	 "lump_sum_withdrawal.short_service_half_rule.years|"
	 "nonresident_pension.allowance.below_65|nonresident_pension.allowance.from_65|"
	 "nonresident_pension.higher_from_age|"
	 "public_pension_deduction.by_other_income.fixed|"
	 "public_pension_deduction.by_other_income.minimum_65_and_over|"
	 "public_pension_deduction.by_other_income.minimum_below_65|"
	 "public_pension_deduction.figures.left_out_of_scale|"
	 "public_pension_deduction.scale.base|public_pension_deduction.scale.over"},
	{"jp.tax", 6,
	 "income_tax_brackets.tables.rate_percent|"
	 "lump_sum_withdrawal.withholding.employees_percent|"
	 "lump_sum_withdrawal.withholding.values.value|nonresident_pension.rates.value|"
	 "lump_sum_withdrawal.withholding.national_pension_percent|"
	 "nonresident_pension.rate_percent|public_pension_deduction.scale.rate_percent|"
	 "surtax.values.value"},
	{"jp.tax", TOT_FRACTION, "lump_sum_withdrawal.retirement_deduction.taxable_share"},
	{"jp.transitional_addition", 0, "cap_months.cap|unit_price.existing|unit_price.new"},
	{"jp.zaishoku_threshold", 0, "under_65_until_2022_03.start_threshold|values.value"},
};

const size_t tot_known_jp_count = sizeof tot_known_jp / sizeof tot_known_jp[0];
