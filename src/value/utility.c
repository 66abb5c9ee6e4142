/* What an income for life is worth to somebody who does not know how long life will be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "value.h"

const double tot_gammas[TOT_GAMMAS] = {1.0, 2.0, 5.0};

#define ROUNDS 200
#define MOST 1e6 /* times everything that the other one has: no answer beyond it */

static double utility(double consumption, double gamma)
{
	return gamma == 1.0 ? log(consumption) : pow(consumption, 1.0 - gamma) / (1.0 - gamma);
}

/* Spending from wealth when utility has a price: level x alive^(1/gamma), less the income. */
static double spent(const struct tot_consumer *one, const double *shape, double level)
{
	double sum = 0.0;
	for (size_t t = 0; t < one->years; t++) {
		const double more = level * shape[t] - one->income[t];
		if (more > 0.0)
			sum += more * one->discount[t];
	}
	return sum;
}

/* The level at which wealth is used up: spending rises with it, so halve the interval. */
static double find_level(const struct tot_consumer *one, const double *shape, double wealth)
{
	double low = 0.0, high = 1.0;
	while (spent(one, shape, high) < wealth && high < 1e30)
		high *= 2.0;
	for (int round = 0; round < ROUNDS && high - low > 1e-14 * high; round++) {
		const double middle = 0.5 * (low + high);
		if (spent(one, shape, middle) < wealth)
			low = middle;
		else
			high = middle;
	}
	return 0.5 * (low + high);
}

/* Expected utility of the best plan; -infinity where a year has nothing to live on. */
static double best_utility(const struct tot_consumer *one, double wealth, double gamma)
{
	double shape[TOT_RUNNING_AGES], sum = 0.0;
	for (size_t t = 0; t < one->years; t++)
		shape[t] = pow(one->alive[t], 1.0 / gamma);
	const double level = wealth > 0.0 ? find_level(one, shape, wealth) : 0.0;
	for (size_t t = 0; t < one->years; t++) {
		const double from_wealth = level * shape[t];
		const double c = from_wealth > one->income[t] ? from_wealth : one->income[t];
		if (one->alive[t] <= 0.0)
			continue;
		if (!(c > 0.0))
			return -HUGE_VAL;
		sum += one->alive[t] * one->discount[t] * utility(c, gamma);
	}
	return sum;
}

static double everything(const struct tot_consumer *one, double wealth)
{
	double sum = wealth;
	for (size_t t = 0; t < one->years; t++)
		sum += one->income[t] * one->discount[t];
	return sum;
}

bool tot_equivalent_wealth(double *out, const struct tot_consumer *with, double wealth,
			   const struct tot_consumer *without, double gamma)
{
	const double goal = best_utility(with, wealth, gamma);
	const double most = MOST * everything(with, wealth);
	double low = 0.0, high = everything(with, wealth);
	if (!isfinite(goal) || !(high > 0.0))
		return false;
	while (best_utility(without, high, gamma) < goal) {
		low = high;
		high *= 2.0;
		if (high > most)
			return false;
	}
	for (int round = 0; round < ROUNDS && high - low > 1e-12 * high; round++) {
		const double middle = 0.5 * (low + high);
		if (best_utility(without, middle, gamma) < goal)
			low = middle;
		else
			high = middle;
	}
	*out = 0.5 * (low + high);
	return true;
}

double tot_annuity_equivalent(const double *alive, const double *discount, size_t years,
			      double gamma)
{
	double a = 0.0, b = 0.0, entropy = 0.0;
	for (size_t t = 0; t < years; t++) {
		a += alive[t] * discount[t];
		b += pow(alive[t], 1.0 / gamma) * discount[t];
		if (alive[t] > 0.0)
			entropy -= alive[t] * discount[t] * log(alive[t]);
	}
	if (!(a > 0.0))
		return 0.0;
	return gamma == 1.0 ? exp(entropy / a) : pow(b / a, gamma / (gamma - 1.0));
}
