/* Implied yields: every rate at which two strategies are worth the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <math.h>

#include "value.h"

#define INTERVALS 120
#define ROUNDS 100
#define PRECISION 1e-12

struct amounts {
	const double *by_month;
	size_t count;
};

/*
 * Value at a rate by Horner's rule in the monthly discount factor: four sums side by side, of every
 * fourth month each, because one alone would wait for itself.
 */
static double value_at(double rate, void *params)
{
	const struct amounts *amounts = params;
	const double factor = exp(-log1p(rate) / 12.0), square = factor * factor;
	const double fourth = square * square;
	double sums[4] = {0.0};
	size_t m = amounts->count;
	for (; m % 4; m--)
		sums[(m - 1) % 4] = amounts->by_month[m - 1];
	for (; m; m -= 4)
		for (size_t s = 0; s < 4; s++)
			sums[s] = sums[s] * fourth + amounts->by_month[m - 4 + s];
	return (sums[0] + sums[1] * factor) + (sums[2] + sums[3] * factor) * square;
}

/* The root between two rates whose values have opposite signs. */
static enum tot_status root_between(double *root, gsl_root_fsolver *solver, gsl_function *function,
				    double low, double high)
{
	if (gsl_root_fsolver_set(solver, function, low, high) != GSL_SUCCESS)
		return TOT_ERR_DOMAIN;
	for (int round = 0; round < ROUNDS; round++) {
		if (gsl_root_fsolver_iterate(solver) != GSL_SUCCESS)
			return TOT_ERR_DOMAIN;
		*root = gsl_root_fsolver_root(solver);
		const int state =
			gsl_root_test_interval(gsl_root_fsolver_x_lower(solver),
					       gsl_root_fsolver_x_upper(solver), PRECISION, 0.0);
		if (state == GSL_SUCCESS)
			return TOT_OK;
		if (state != GSL_CONTINUE)
			return TOT_ERR_DOMAIN;
	}
	return TOT_ERR_DOMAIN;
}

static bool all_zero(const double *amounts, size_t months)
{
	for (size_t m = 0; m < months; m++)
		if (amounts[m] != 0.0)
			return false;
	return true;
}

/*
 * Brent needs a sign change: look at a grid first and take every interval that has one (COMPARISON
 * 7).
 */
static enum tot_status scan(struct tot_yield_list *out, gsl_root_fsolver *solver,
			    gsl_function *function, double from, double to)
{
	double low = from, at_low = value_at(low, function->params);
	for (int i = 1; i <= INTERVALS; i++) {
		const double high = from + (to - from) * i / INTERVALS;
		const double at_high = value_at(high, function->params);
		double root = low;
		bool found = at_low == 0.0;
		if (!found && at_high != 0.0 && (at_low < 0.0) != (at_high < 0.0)) {
			found = true;
			const enum tot_status status =
				root_between(&root, solver, function, low, high);
			if (status < 0)
				return status;
		}
		if (found && out->count < TOT_YIELDS_MAX)
			out->rates[out->count++] = root;
		low = high;
		at_low = at_high;
	}
	if (at_low == 0.0 && out->count < TOT_YIELDS_MAX)
		out->rates[out->count++] = low;
	return TOT_OK;
}

void tot_value_prepare(void)
{
	gsl_set_error_handler_off();
}

enum tot_status tot_yields(struct tot_yield_list *out, const double *amounts, size_t months,
			   double from, double to)
{
	struct amounts params = {amounts, months};
	gsl_function function = {value_at, &params};
	out->count = 0;
	if (all_zero(amounts, months))
		return TOT_OK;
	gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
	if (!solver)
		return TOT_ERR_MEMORY;
	const enum tot_status status = scan(out, solver, &function, from, to);
	gsl_root_fsolver_free(solver);
	return status;
}
