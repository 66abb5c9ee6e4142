/* Every figure that may stand in the files of Germany, with its most decimals. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"

const struct tot_known tot_known_de[] = {
	{"de.access_factor", 4, "base|early_per_month|late_per_month"},
	{"de.assessment_basis_pre1992", 2,
	 "values.equivalent_current_pension_value_dm|values.general|values.miners"},
	{"de.average_earnings", 2,
	 "draft_2027.derived_not_read.final_2025|draft_2027.preliminary_2027|final|"
	 "preliminary"},
	{"de.average_earnings", 6, "draft_2027.derived_not_read.wage_growth_2025_percent"},
	{"de.basic_pension_supplement", 2,
	 "income_test.couple_1|income_test.couple_2|"
	 "income_test.current_pension_value_used|income_test.multiples.couple.0|"
	 "income_test.multiples.couple.1|income_test.multiples.single.0|"
	 "income_test.multiples.single.1|income_test.single_1|income_test.single_2"},
	{"de.basic_pension_supplement", 4,
	 "parameters.cap_at_396|parameters.cap_at_420|parameters.factor|"
	 "parameters.min_point_value_per_month"},
	{"de.basic_pension_supplement", 6,
	 "income_test.percent_above|income_test.percent_between|"
	 "parameters.cap_step_per_month"},
	{"de.basic_pension_supplement", 0,
	 "parameters.full_months|parameters.max_months_valued|parameters.min_months"},
	{"de.child_raising", 0,
	 "consideration_period.extra_from_year|consideration_period.extra_min_months|"
	 "consideration_period.until_age|months_per_child.months"},
	{"de.child_raising", 6, "consideration_period.extra_share_percent"},
	{"de.child_raising", 4,
	 "consideration_period.extra_cap_per_month|"
	 "consideration_period.extra_total_cap_per_month|points_per_month|"
	 "points_per_month_miners|"
	 "supplements_for_pensions_in_payment.points_per_child"},
	{"de.contribution_ceilings", 2,
	 "draft_2027.general|draft_2027.general_month|tables.east.general|"
	 "tables.east.miners|tables.west_or_uniform.general|"
	 "tables.west_or_uniform.general_salaried_before_1949_06|"
	 "tables.west_or_uniform.miners"},
	{"de.contribution_free_valuation", 0,
	 "education.from_age|education.max_months|figures.invalidity_last_months|"
	 "figures.period_from_age|figures.school_max_months|figures.training_before_age|"
	 "figures.training_first_months|percent_of_value.max_months"},
	{"de.contribution_free_valuation", 4,
	 "figures.care_consideration_per_month|figures.school_cap_per_month|"
	 "figures.training_least_per_month|percent_of_value.cap_per_month"},
	{"de.contribution_free_valuation", 6,
	 "figures.full_percent|figures.school_percent|percent_of_value.percent|"
	 "tables.sickness.percent|tables.sickness.percent_without_contributions|"
	 "tables.unemployment.percent|tables.unemployment.percent_without_benefit"},
	{"de.contribution_rates", 6,
	 "employee|employer|general|miners|miners_employee|miners_employer|"
	 "projection.2027|projection.2028"},
	{"de.current_pension_value", 5, "east|west_or_uniform"},
	{"de.earnings_limits", 0, "frame.years"},
	{"de.earnings_limits", 2,
	 "deduction.percent|"
	 "full_invalidity|invalidity_before_2023.full|miners_pension_minimum|"
	 "old_age.limit|partial_minimum|partial_per_point"},
	{"de.east_conversion_factors", 4, "factor|preliminary_factor"},
	{"de.ep_purchase_factors", 4, "eur_per_point|eur_per_point_east|miners_eur_per_point"},
	{"de.ep_purchase_factors", 10, "miners_points_per_eur|points_per_eur"},
	{"de.euro_conversion", 5, "values.value"},
	{"de.fixed_points", 0, "low_pay.before_year|low_pay.min_months"},
	{"de.fixed_points", 4,
	 "low_pay.limit_per_month|low_pay.multiple|tables.service.points_per_year|"
	 "tables.training.points_per_month|tables.underground.points_per_year"},
	{"de.health_care_contributions", 0,
	 "care.children.first_discounted|care.children.last_discounted|"
	 "care.children.until_age|care.childless.from_age"},
	{"de.health_care_contributions", 6,
	 "care.children.discount_each|"
	 "average_additional_rate.percent|care.childless_surcharge|"
	 "care.rate_borne_by_pensioner|health.pensioner|"
	 "health.total_with_average_additional"},
	{"de.max_earnings_points", 4,
	 "general_final|general_preliminary|general_salaried_final|miners_final|"
	 "miners_preliminary"},
	{"de.minijob", 6,
	 "employer_flat_rate.ordinary_percent|employer_flat_rate.private_household_percent"},
	{"de.minijob", 2, "limit.minimum_wage|limit.value|minimum_base.value"},
	{"de.pension_start", 0,
	 "invalidity.temporary_most_months|invalidity.temporary_waits_months|own_pension.claim_"
	 "window_months|"
	 "part_of_pension.values.least_percent|"
	 "survivors.retro_months"},
	{"de.pension_type_factors", 4, "general|miners|miners_underground_supplement"},
	{"de.reference_amount", 2, "east_month|east_year|west_month|west_year"},
	{"de.refund", 6, "amount.self_paid_percent"},
	{"de.refund", 0, "wait.months|who.wait_24_months"},
	{"de.retirement_ages", 0,
	 "long_service_exception.before_2024.floor.0|"
	 "long_service_exception.before_2024.floor.1|"
	 "long_service_exception.before_2024.reference.0|"
	 "long_service_exception.before_2024.reference.1|"
	 "long_service_exception.before_2024.years_needed|"
	 "long_service_exception.from_2024.floor.0|"
	 "long_service_exception.from_2024.floor.1|"
	 "long_service_exception.from_2024.reference.0|"
	 "long_service_exception.from_2024.reference.1|"
	 "long_service_exception.from_2024.years_needed|"
	 "tables.especially_long_insured.months|"
	 "tables.especially_long_insured.waiting_period_years|"
	 "tables.especially_long_insured.years|"
	 "tables.especially_long_insured_start.months|"
	 "tables.especially_long_insured_start.years|"
	 "tables.invalidity_and_death_reference_age.floor_months|"
	 "tables.invalidity_and_death_reference_age.floor_years|"
	 "tables.invalidity_and_death_reference_age.miners_floor_months|"
	 "tables.invalidity_and_death_reference_age.miners_floor_years|"
	 "tables.invalidity_and_death_reference_age.reference_months|"
	 "tables.invalidity_and_death_reference_age.reference_years|"
	 "tables.large_widow_age.months|tables.large_widow_age.years|"
	 "tables.long_service_reference_age.floor_months|"
	 "tables.long_service_reference_age.floor_years|"
	 "tables.long_service_reference_age.miners_floor_months|"
	 "tables.long_service_reference_age.miners_floor_years|"
	 "tables.long_service_reference_age.months_needed|"
	 "tables.long_service_reference_age.reference_months|"
	 "tables.long_service_reference_age.reference_years|"
	 "tables.long_insured.earliest_months|tables.long_insured.earliest_years|"
	 "tables.long_insured.months|tables.long_insured.waiting_period_years|"
	 "tables.long_insured.years|tables.regular.months|"
	 "tables.regular.waiting_period_years|tables.regular.years|"
	 "tables.severely_disabled.earliest_months|"
	 "tables.severely_disabled.earliest_years|tables.severely_disabled.months|"
	 "tables.severely_disabled.waiting_period_years|tables.severely_disabled.years|"
	 "tables.underground_miners.months|tables.underground_miners.waiting_period_years|"
	 "tables.underground_miners.years"},
	{"de.survivors", 4,
	 "child_raising_pension.factor|child_supplement_widow.points_first_36_months|"
	 "child_supplement_widow.points_further_months|income_offset.allowance_multiple|"
	 "income_offset.per_child_multiple|orphan_supplement.full_orphan_per_month|"
	 "orphan_supplement.half_orphan_per_month|orphan_supplement.miners.full|"
	 "orphan_supplement.miners.half"},
	{"de.survivors", 0,
	 "child_supplement_widow.first_months|child_supplement_widow.months_per_child|child_"
	 "supplement_widow.not_under_old_law|"
	 "child_supplement_widow.not_while_factor_is_1|conditions.child_under_age|"
	 "conditions.full_factor_months|conditions.marriage_months|"
	 "conditions.protection_months|conditions.small_months|"
	 "income_offset.new_percentages_from_year|orphan_age.basic|"
	 "orphan_age.hours_per_week_more_than|orphan_age.in_education_service_or_disabled|"
	 "orphan_age.transition_months|remarriage_lump_sum.first_remarriage_only|"
	 "remarriage_lump_sum.months"},
	{"de.survivors", 2,
	 "income_offset.allowance|income_offset.current_pension_value|"
	 "income_offset.per_child"},
	{"de.survivors", 6,
	 "income_offset.net_deductions_percent.capital_income|"
	 "income_offset.net_deductions_percent.capital_income_flat_tax|"
	 "income_offset.net_deductions_percent.civil_servant_like|"
	 "income_offset.net_deductions_percent.civil_service_pension_before_2011|"
	 "income_offset.net_deductions_percent.civil_service_pension_from_2011|"
	 "income_offset.net_deductions_percent.employment|"
	 "income_offset.net_deductions_percent.exempt_worker_172_1|"
	 "income_offset.net_deductions_percent.marginal_job_172_3|"
	 "income_offset.net_deductions_percent.occupational_pension|"
	 "income_offset.net_deductions_percent.occupational_pension_deferred_tax_before_2011|"
	 "income_offset.net_deductions_percent.occupational_pension_deferred_tax_from_2011|"
	 "income_offset.net_deductions_percent.private_annuity|"
	 "income_offset.net_deductions_percent.professional_scheme_before_2011|"
	 "income_offset.net_deductions_percent.professional_scheme_from_2011|"
	 "income_offset.net_deductions_percent.self_employment|"
	 "income_offset.net_deductions_percent.statutory_pension_start_before_2011|"
	 "income_offset.net_deductions_percent.statutory_pension_start_from_2011|"
	 "income_offset.rate"},
	{"de.taxation", 2,
	 "aktivrente.per_month|aktivrente.tax_free_per_year|basic_allowance.value|"
	 "lump_deduction|tariff_2026.zone_2.above|tariff_2026.zone_2.linear|"
	 "tariff_2026.zone_2.square|tariff_2026.zone_3.above|tariff_2026.zone_3.constant|"
	 "tariff_2026.zone_3.linear|tariff_2026.zone_3.square|tariff_2026.zone_4.above|"
	 "tariff_2026.zone_4.less|tariff_2026.zone_4.rate_percent|tariff_2026.zone_5.above|"
	 "tariff_2026.zone_5.less|tariff_2026.zone_5.rate_percent|tariff_2026.zones.to"},
	{"de.taxation", 0, "refund_of_contributions.taxable|taxable_share.first_year"},
	{"de.taxation", 6, "taxable_share.percent"},
	{"de.voluntary_contributions", 2, "maximum|maximum_base|minimum|minimum_base"},
	{"de.voluntary_contributions", 6, "rate_percent"},
	{"de.voluntary_insurance", 0, "figures.deadline_month|figures.from_age|rules.right"},
	{"de.waiting_periods", 4, "figures.points_per_month"},
	{"de.waiting_periods", 0,
	 "figures.covered_since_year|figures.early_after_year|figures.early_frame_months|"
	 "figures.early_months|figures.early_school_months|figures.early_training_months|"
	 "figures.gr33_months|figures.reha_frame_months|figures.reha_months|"
	 "figures.three_in_five_frame_months|figures.three_in_five_months|"
	 "figures.unemployment_window_months|figures.voluntary_needs_work_months|"
	 "figures.w15_months|figures.w20_months|figures.w25_months|"
	 "figures.w35_months|figures.w45_months|figures.w5_months|grundrente_33|"
	 "lengths.months|lengths.years|three_in_five_years|w35|w45|w5_15_20"},
	{"de.zurechnungszeit", 0, "months|years"},
	{"de.zurechnungszeit", 4, "supplement_for_old_invalidity_pensions.factor.factor"},
};

const size_t tot_known_de_count = sizeof tot_known_de / sizeof tot_known_de[0];
