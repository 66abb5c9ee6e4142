/* Random paths by year: normal numbers, plain and mirrored or of a Sobol sequence by a bridge. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draws.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

/* Sobol numbers in GSL have at most 40 dimensions: one for mortality, 13 for each of 3 factors. */
#define DIMENSIONS 40
#define COARSE_FACTORS 3
#define COARSE 13
#define SMALLEST 1e-12

/* One point of a bridge: the time filled, between two that are filled already. */
struct joint {
	size_t at, left, right; /* right == at: the end of the path */
};

struct tot_source {
	gsl_rng *rng;
	gsl_qrng *sobol; /* NULL: pseudo-random numbers alone */
	double shift[DIMENSIONS];
	struct joint joints[TOT_RUNNING_AGES];
	size_t years;
	struct tot_shocks last;
	bool mirror; /* the next draw is the image of the last */
};

/* The order in which a bridge is built: the end, the middle, the middles of both halves, ... */
static void plan(struct tot_source *source)
{
	size_t count = 0, head = 0;
	const size_t years = source->years;
	struct joint open[2 * TOT_RUNNING_AGES];
	size_t tail = 0;
	if (years == 0)
		return;
	source->joints[count++] = (struct joint){years, 0, years};
	open[tail++] = (struct joint){0, 0, years};
	while (head < tail) {
		const struct joint span = open[head++];
		const size_t middle = (span.left + span.right) / 2;
		if (middle == span.left)
			continue;
		source->joints[count++] = (struct joint){middle, span.left, span.right};
		open[tail++] = (struct joint){0, span.left, middle};
		open[tail++] = (struct joint){0, middle, span.right};
	}
}

struct tot_source *tot_source_make(size_t years, uint64_t seed, bool sobol)
{
	struct tot_source *source = calloc(1, sizeof(*source));
	if (!source)
		return NULL;
	source->years = years < TOT_RUNNING_AGES ? years : TOT_RUNNING_AGES - 1;
	source->rng = gsl_rng_alloc(gsl_rng_mt19937);
	if (sobol)
		source->sobol = gsl_qrng_alloc(gsl_qrng_sobol, DIMENSIONS);
	if (!source->rng || (sobol && !source->sobol)) {
		tot_source_free(source);
		return NULL;
	}
	/* The generator takes 32 bits: the upper ones of the seed count too. */
	gsl_rng_set(source->rng, (unsigned long)((seed ^ (seed >> 32)) & 0xFFFFFFFFU));
	for (size_t i = 0; i < DIMENSIONS; i++)
		source->shift[i] = gsl_rng_uniform(source->rng);
	plan(source);
	return source;
}

void tot_source_free(struct tot_source *source)
{
	if (!source)
		return;
	if (source->rng)
		gsl_rng_free(source->rng);
	if (source->sobol)
		gsl_qrng_free(source->sobol);
	free(source);
}

static double normal(struct tot_source *source)
{
	return gsl_ran_gaussian_ziggurat(source->rng, 1.0);
}

static double of_uniform(double u)
{
	u = u < SMALLEST ? SMALLEST : u > 1.0 - SMALLEST ? 1.0 - SMALLEST : u;
	return gsl_cdf_ugaussian_Pinv(u);
}

static void pseudo_random(struct tot_shocks *out, struct tot_source *source, int first)
{
	for (int f = first; f < TOT_FACTORS; f++)
		for (size_t t = 0; t < source->years; t++)
			out->by_year[f][t] = normal(source);
}

/* A path whose coarse points come from `numbers`: its yearly steps are independent and normal. */
static void bridge(double *steps, struct tot_source *source, const double *numbers)
{
	double path[TOT_RUNNING_AGES + 1] = {0.0};
	for (size_t j = 0; j < source->years; j++) {
		const struct joint *joint = &source->joints[j];
		const double z = j < COARSE ? numbers[j] : normal(source);
		if (joint->right == joint->at) {
			path[joint->at] = sqrt((double)joint->at) * z;
			continue;
		}
		const double all = (double)(joint->right - joint->left);
		const double before = (double)(joint->at - joint->left);
		const double after = (double)(joint->right - joint->at);
		path[joint->at] = (after * path[joint->left] + before * path[joint->right]) / all +
				  sqrt(before * after / all) * z;
	}
	for (size_t t = 0; t < source->years; t++)
		steps[t] = path[t + 1] - path[t];
}

static void quasi_random(struct tot_shocks *out, struct tot_source *source)
{
	double point[DIMENSIONS], numbers[DIMENSIONS];
	gsl_qrng_get(source->sobol, point);
	for (size_t i = 0; i < DIMENSIONS; i++) {
		const double u = point[i] + source->shift[i];
		numbers[i] = of_uniform(u - floor(u));
	}
	out->level = numbers[0];
	for (int f = 0; f < COARSE_FACTORS; f++)
		bridge(out->by_year[f], source, &numbers[1 + f * COARSE]);
	pseudo_random(out, source, COARSE_FACTORS);
}

static void turn(struct tot_shocks *io, size_t years)
{
	for (int f = 0; f < TOT_FACTORS; f++)
		for (size_t t = 0; t < years; t++)
			io->by_year[f][t] = -io->by_year[f][t];
	io->level = -io->level;
}

void tot_source_next(struct tot_shocks *out, struct tot_source *source)
{
	if (source->sobol) {
		quasi_random(out, source);
		return;
	}
	if (source->mirror) {
		turn(&source->last, source->years);
	} else {
		source->last.level = normal(source);
		pseudo_random(&source->last, source, 0);
	}
	source->mirror = !source->mirror;
	*out = source->last;
}
