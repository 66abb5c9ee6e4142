/* Interest by term: zero rates of the scenario or of government bonds, as discount factors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_errno.h>
#include <gsl/gsl_interp.h>
#include <math.h>

#include "value.h"

/* Below this no rate discounts: money would be worth more the later it comes, without bound. */
#define LOWEST_RATE (-0.99)
#define CURVE_POINTS 200

static double bounded(double rate)
{
	return rate < LOWEST_RATE ? LOWEST_RATE : rate;
}

/* One rate: forward month by month, by multiplication alone. */
static void flat(double *out, size_t months, double rate)
{
	const double step = exp(-log1p(bounded(rate)) / 12.0);
	double factor = 1.0;
	for (size_t m = 0; m < months; m++) {
		out[m] = factor;
		factor *= step;
	}
}

struct spline {
	double years[CURVE_POINTS], rates[CURVE_POINTS];
	size_t count;
	gsl_interp *interp;
};

static enum tot_status rate_at(double *out, const struct spline *spline, double years)
{
	const size_t last = spline->count - 1;
	if (years <= spline->years[0])
		*out = spline->rates[0];
	else if (years >= spline->years[last])
		*out = spline->rates[last];
	else if (gsl_interp_eval_e(spline->interp, spline->years, spline->rates, years, NULL,
				   out) != GSL_SUCCESS)
		return TOT_ERR_DOMAIN;
	return TOT_OK;
}

static enum tot_status bend(double *out, size_t months, const struct spline *spline)
{
	enum tot_status status = TOT_OK;
	for (size_t m = 0; status >= 0 && m < months; m++) {
		double rate = 0.0;
		status = rate_at(&rate, spline, (double)m / 12.0);
		out[m] = exp(-log1p(bounded(rate)) * (double)m / 12.0);
	}
	return status;
}

static bool rising(const struct tot_rate_point *curve, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!isfinite(curve[i].years) || !isfinite(curve[i].rate) ||
		    (i && curve[i].years <= curve[i - 1].years))
			return false;
	return count > 0 && count <= CURVE_POINTS;
}

enum tot_status tot_discounts(double *out, size_t months, const struct tot_rate_point *curve,
			      size_t count, double shift)
{
	struct spline spline = {.count = count};
	if (!rising(curve, count))
		return TOT_ERR_DOMAIN;
	if (count == 1) {
		flat(out, months, curve[0].rate + shift);
		return TOT_OK;
	}
	for (size_t i = 0; i < count; i++) {
		spline.years[i] = curve[i].years;
		spline.rates[i] = curve[i].rate + shift;
	}
	spline.interp = gsl_interp_alloc(count > 2 ? gsl_interp_steffen : gsl_interp_linear, count);
	if (!spline.interp)
		return TOT_ERR_MEMORY;
	enum tot_status status = TOT_OK;
	if (gsl_interp_init(spline.interp, spline.years, spline.rates, count) != GSL_SUCCESS)
		status = TOT_ERR_DOMAIN;
	if (status >= 0)
		status = bend(out, months, &spline);
	gsl_interp_free(spline.interp);
	return status;
}

/* Newest yearly mean that is known on the day, at most some years old. */
#define YEARS_BACK 40

static enum tot_status newest(double *out, const struct tot_law *law, enum tot_value_figure which,
			      int year)
{
	enum tot_status status = TOT_ERR_NO_PARAMETER;
	for (int y = year; status == TOT_ERR_NO_PARAMETER && y > year - YEARS_BACK; y--) {
		const struct tot_at at = {.year = y};
		status = tot_value_figure(out, law, which, &at);
	}
	return status;
}

enum tot_status tot_bond_curve(struct tot_rate_point *out, size_t *count, const struct tot_law *law,
			       bool yen, struct tot_date day)
{
	static const struct {
		bool yen;
		double years;
		enum tot_value_figure figure;
	} bonds[] = {{false, 10.0, TOT_VALUE_YIELD_DE},
		     {true, 2.0, TOT_VALUE_YIELD_JP_2},
		     {true, 5.0, TOT_VALUE_YIELD_JP_5},
		     {true, 10.0, TOT_VALUE_YIELD_JP_10},
		     {true, 30.0, TOT_VALUE_YIELD_JP_30}};
	*count = 0;
	for (size_t i = 0; i < sizeof(bonds) / sizeof(bonds[0]); i++) {
		double percent;
		if (bonds[i].yen != yen)
			continue;
		const enum tot_status status = newest(&percent, law, bonds[i].figure, day.year);
		if (status < 0)
			return status;
		/* Japanese bonds state a yield of two half-years. */
		const double half = percent / 200.0;
		const double rate = yen ? half * (2.0 + half) : percent / 100.0;
		out[(*count)++] = (struct tot_rate_point){bonds[i].years, rate};
	}
	return TOT_OK;
}
