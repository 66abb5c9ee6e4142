/* Random paths by year: normal numbers, plain and mirrored or of a Sobol sequence by a bridge. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_VALUE_DRAWS_H
#define TOT_VALUE_DRAWS_H

#include "value.h"

#define TOT_FACTORS 4 /* exchange, interest, prices in Germany, prices in Japan */

/* Normal numbers of one draw: shocks of each factor and year, and one for mortality. */
struct tot_shocks {
	double by_year[TOT_FACTORS][TOT_RUNNING_AGES];
	double level;
};

struct tot_source; /* where the numbers come from */

/*
 * A source of shocks for `years` years.
 *
 * Given      seed; sobol: a shifted Sobol sequence whose numbers fix the coarse shape of the paths of
 *            the first three factors (bridge), pseudo-random numbers for the rest; else pseudo-random
 *            numbers of which every second draw is the mirror image of the one before
 * Returned   NULL without memory; free it with tot_source_free
 */
struct tot_source *tot_source_make(size_t years, uint64_t seed, bool sobol);
void tot_source_free(struct tot_source *source);

/* The next draw. The same seed gives the same draws in the same order. */
void tot_source_next(struct tot_shocks *out, struct tot_source *source);

#endif
