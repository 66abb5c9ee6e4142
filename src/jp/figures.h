/* The figures of Japanese law that the formulas read, and the days that rules turn on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_FIGURES_H
#define TOT_JP_FIGURES_H

#include "totalise/law.h"

enum tot_jp_figure {
	/* coverage */
	TOT_JP_AGE_CATEGORY_1_FROM,
	TOT_JP_AGE_CATEGORY_1_UNTIL,
	TOT_JP_AGE_VOLUNTARY_UNTIL,
	TOT_JP_AGE_VOLUNTARY_SPECIAL_UNTIL,
	TOT_JP_AGE_EMPLOYEES_UNTIL,
	TOT_JP_AGE_PERMANENT_UNTIL,
	/* qualifying and timing */
	TOT_JP_REQUIRED_MONTHS,
	TOT_JP_AGE_REGULAR,
	TOT_JP_AGE_EARLY,
	TOT_JP_LATE_MINIMUM,
	TOT_JP_EARLY_STEP,
	TOT_JP_LATE_STEP,
	TOT_JP_LATE_MAXIMUM,
	/* basic pension */
	TOT_JP_FULL_NEW,
	TOT_JP_FULL_EXISTING,
	TOT_JP_FULL_MONTHS,
	TOT_JP_WEIGHT_OLD,
	TOT_JP_WEIGHT_NEW,
	TOT_JP_WEIGHT_BEYOND_OLD,
	TOT_JP_WEIGHT_BEYOND_NEW,
	TOT_JP_REVISION_NEW,
	TOT_JP_REVISION_EXISTING,
	TOT_JP_UNIT_PRICE,
	/* employees' pension */
	TOT_JP_GRADE,
	TOT_JP_BONUS_CAP,
	TOT_JP_BONUS_STEP,
	TOT_JP_REVALUATION,
	TOT_JP_ACCRUAL_PRE,
	TOT_JP_ACCRUAL_POST,
	TOT_JP_OLD_ACCRUAL_PRE,
	TOT_JP_OLD_ACCRUAL_POST,
	TOT_JP_FLAT_RATE,
	TOT_JP_FLOOR_BASE,
	TOT_JP_OLD_REVALUATION,
	TOT_JP_OLD_LEVEL_RATE,
	TOT_JP_ADDITION_CAP,
	/* lump sums; the ten factor columns m6 ... m60 follow one another */
	TOT_JP_TOTAL_FACTOR,
	TOT_JP_LUMP_MINIMUM,
	TOT_JP_LUMP_STEP,
	TOT_JP_LUMP_YEARS,
	TOT_JP_LUMP_CAP,
	TOT_JP_LUMP_EPI_6,
	TOT_JP_LUMP_EPI_OLD_6 = TOT_JP_LUMP_EPI_6 + 16, /* m6 ... m36: six columns */
	TOT_JP_LUMP_NP_6 = TOT_JP_LUMP_EPI_OLD_6 + 6,
	TOT_JP_LUMP_NP_OLD_6 = TOT_JP_LUMP_NP_6 + 10, /* six columns */
	TOT_JP_LUMP_NP_CAP = TOT_JP_LUMP_NP_OLD_6 + 6,
	TOT_JP_LUMP_NP_QUARTER,
	TOT_JP_LUMP_NP_HALF,
	TOT_JP_LUMP_NP_THREE_QUARTERS,
	TOT_JP_WITHHOLDING,
	TOT_JP_DEDUCTION_YEAR,
	TOT_JP_DEDUCTION_MINIMUM,
	TOT_JP_DEDUCTION_LONG_YEARS,
	TOT_JP_DEDUCTION_LONG_YEAR,
	TOT_JP_TAXABLE_SHARE,
	TOT_JP_TAXABLE_STEP,
	TOT_JP_SHORT_YEARS,
	TOT_JP_SHORT_HALVED,
	TOT_JP_TAX_RATE,
	TOT_JP_TAX_DEDUCTION,
	TOT_JP_SURTAX,
	/* premiums */
	TOT_JP_PREMIUM_RATE,
	TOT_JP_PREMIUM,
	TOT_JP_PREMIUM_ADDITIONAL,
	TOT_JP_PREMIUM_STEP,
	TOT_JP_PREMIUM_QUARTER_EXEMPT,
	TOT_JP_PREMIUM_HALF_EXEMPT,
	TOT_JP_PREMIUM_THREE_QUARTERS_EXEMPT,
	/* the year in whose wages the future is computed is one for both states (DECISIONS 2) */
	TOT_JP_WAGE_YEAR,
	TOT_JP_FIGURE_COUNT
};

extern const struct tot_figures tot_jp_figures;

TOT_NODISCARD enum tot_status tot_jp_figure(struct tot_value *out, const struct tot_law *law,
					    enum tot_jp_figure figure, const struct tot_at *at);

/* The same for figures without keys, and for those of a birth cohort. */
TOT_NODISCARD enum tot_status tot_jp_number(int64_t *out, const struct tot_law *law,
					    enum tot_jp_figure figure);
TOT_NODISCARD enum tot_status tot_jp_of_cohort(struct tot_value *out, const struct tot_law *law,
					       enum tot_jp_figure figure, struct tot_date born);

/* A figure as a fraction. */
struct tot_ratio tot_jp_ratio(const struct tot_value *value);

/* Days that rules turn on, written as text in the law files. */
enum tot_jp_day {
	TOT_JP_DAY_NATIONAL_PENSION, /* 1961-04-01: first month of the National Pension */
	TOT_JP_DAY_FOREIGNERS,	     /* 1982-01-01: foreigners are insured as residents */
	TOT_JP_DAY_TOTAL_PAY,	     /* 2003-04-01: bonuses count */
	TOT_JP_DAY_HALF_STATE, /* 2009-04-01: half of the basic pension is paid by the state */
	TOT_JP_DAY_NEW_GROUP,  /* 1956-04-02: born from then on = newly awarded */
	TOT_JP_DAY_SPECIAL_VOLUNTARY,	 /* 1975-04-01: last birthday for insurance from 65 to 69 */
	TOT_JP_DAY_YEARLY_RECALCULATION, /* 2022-04-01: months of working pensioners each October */
	TOT_JP_DAY_SPECIAL_MEN,		 /* last birthdays with a pension before 65 */
	TOT_JP_DAY_SPECIAL_WOMEN
};

/* The day; none if the law book does not say it. */
struct tot_date tot_jp_day(const struct tot_law *law, enum tot_jp_day day);

#endif
