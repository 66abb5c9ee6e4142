/* The figures that German law reads from the law book. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_FIGURES_H
#define TOT_DE_FIGURES_H

#include "totalise/law.h"

enum tot_de_figure {
	TOT_DE_AVERAGE_FINAL,
	TOT_DE_AVERAGE_PRELIMINARY,
	TOT_DE_CEILING,
	TOT_DE_CEILING_MINERS,
	TOT_DE_CEILING_EAST,
	TOT_DE_CEILING_EAST_MINERS,
	TOT_DE_RATE,
	TOT_DE_RATE_EMPLOYEE,
	TOT_DE_RATE_EMPLOYER,
	TOT_DE_RATE_MINERS,
	TOT_DE_RATE_MINERS_EMPLOYEE,
	TOT_DE_RATE_MINERS_EMPLOYER,
	TOT_DE_VALUE,
	TOT_DE_VALUE_EAST,
	TOT_DE_EAST_FACTOR,
	TOT_DE_EAST_FACTOR_PRELIMINARY,
	TOT_DE_MAX_POINTS,
	TOT_DE_MAX_POINTS_PRELIMINARY,
	TOT_DE_EURO,
	TOT_DE_REGULAR_YEARS,
	TOT_DE_REGULAR_MONTHS,
	TOT_DE_LONG_YEARS,
	TOT_DE_LONG_MONTHS,
	TOT_DE_LONG_EARLY_YEARS,
	TOT_DE_LONG_EARLY_MONTHS,
	TOT_DE_ESPECIALLY_YEARS,
	TOT_DE_ESPECIALLY_MONTHS,
	TOT_DE_ACCESS_BASE,
	TOT_DE_ACCESS_EARLY,
	TOT_DE_ACCESS_LATE,
	TOT_DE_TYPE_FACTOR,
	TOT_DE_TYPE_FACTOR_MINERS,
	TOT_DE_CHILD_MONTHS,
	TOT_DE_CHILD_POINTS,
	TOT_DE_CONSIDERATION_AGE,
	TOT_DE_MINIJOB_BASE,
	TOT_DE_MINIJOB_FLAT,
	TOT_DE_MINIJOB_FLAT_HOUSEHOLD,
	TOT_DE_W5,
	TOT_DE_W35,
	TOT_DE_W45,
	TOT_DE_POINTS_PER_MONTH,
	TOT_DE_WORK_FOR_VOLUNTARY,
	TOT_DE_UNEMPLOYMENT_WINDOW,
	TOT_DE_EDUCATION_AGE,
	TOT_DE_EDUCATION_MONTHS,
	TOT_DE_CLAIM_WINDOW,
	TOT_DE_REFUND_WAIT,
	TOT_DE_REFUND_SELF_PAID,
	TOT_DE_POINT_PRICE,
	TOT_DE_SERVICE_POINTS,
	TOT_DE_TRAINING_POINTS,
	TOT_DE_SUPPLEMENT_CAP,
	TOT_DE_SUPPLEMENT_MONTHS,
	TOT_DE_FIGURE_COUNT
};

extern const struct tot_figures tot_de_figures;

/* A figure by its keys; status as tot_law_get. */
TOT_NODISCARD enum tot_status tot_de_get(struct tot_value *out, const struct tot_law *law,
					 enum tot_de_figure figure, const struct tot_at *at);

/* The same when only the number is wanted. */
TOT_NODISCARD enum tot_status tot_de_number(int64_t *out, const struct tot_law *law,
					    enum tot_de_figure figure, const struct tot_at *at);

/* Keys of a day, with the year and month that it lies in. */
struct tot_at tot_de_on(struct tot_date date);

#endif
