/* What chance does to the answer: interest, exchange, prices and mortality at random. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draws.h"

/*
 * Everything moves around the assumptions; death itself is taken by expectation within each draw
 * (COMPARISON 7).
 */

const double tot_quantile_levels[TOT_QUANTILES] = {0.05, 0.25, 0.5, 0.75, 0.95};

/* Standard deviation of the logarithm of the level of mortality: an assumption, no estimate. */
#define LEVEL_SD 0.1
#define FAN_DRAWS 2000

enum factor { EXCHANGE, INTEREST, PRICES_DE, PRICES_JP };

/* x(t+1) = phi x(t) + sd z; its sum takes old x(t) + fresh x(t+1) of each year. */
struct process {
	double phi, sd, old, fresh;
};

struct model {
	struct process process[TOT_FACTORS];
	double correlation; /* of the rate of exchange and interest at home */
	bool yen_home, nominal;
	size_t years;
	/* Half the variance of each sum by year: what keeps the mean where the assumptions are. */
	double half[TOT_FACTORS][TOT_RUNNING_AGES];
};

/* What is paid in one year of age on one kind of condition, at its expected worth. */
struct cell {
	bool yen, indexed;
	double gain[2];	 /* of keeping; of the refund */
	double alive[2]; /* the same times the chance to be alive */
	double income;	 /* of whoever keeps, without interest */
};

#define CELLS 6 /* certain, by currency; then by currency and indexation */

struct book {
	struct cell cells[TOT_RUNNING_AGES][CELLS];
	int first_age;
	size_t years;
};

static enum tot_status read(struct model *io, enum factor factor, const struct tot_law *law,
			    const enum tot_value_figure figures[2], double scale)
{
	const struct tot_at none = {0};
	struct process *process = &io->process[factor];
	enum tot_status status = tot_value_figure(&process->phi, law, figures[0], &none);
	if (status >= 0)
		status = tot_value_figure(&process->sd, law, figures[1], &none);
	process->sd *= scale;
	return status;
}

/* Variance of the sum of a process by year, from the recursion of its moments. */
static void variances(double *half, const struct process *p, size_t years)
{
	double x = 0.0, cross = 0.0, sum = 0.0; /* variances of x and of the sum, covariance */
	const double shock = p->sd * p->sd, pull = p->old + p->fresh * p->phi;
	for (size_t t = 0; t < years; t++) {
		half[t] = 0.5 * sum;
		sum += 2.0 * pull * cross + pull * pull * x + p->fresh * p->fresh * shock;
		cross = p->phi * (cross + pull * x) + p->fresh * shock;
		x = p->phi * p->phi * x + shock;
	}
}

static enum tot_status model_make(struct model *out, const struct tot_terms *terms,
				  const struct tot_law *law, size_t years)
{
	static const enum tot_value_figure exchange[] = {TOT_VALUE_FX_PHI, TOT_VALUE_FX_SD},
					   german[] = {TOT_VALUE_DE_KAPPA, TOT_VALUE_DE_SIGMA},
					   japanese[] = {TOT_VALUE_JP_KAPPA, TOT_VALUE_JP_SIGMA},
					   euro[] = {TOT_VALUE_DE_INFLATION_PHI,
						     TOT_VALUE_DE_INFLATION_SD},
					   yen[] = {TOT_VALUE_JP_INFLATION_PHI,
						    TOT_VALUE_JP_INFLATION_SD};
	struct model made = {.yen_home = strcmp(terms->currency, "JPY") == 0,
			     .nominal = terms->nominal,
			     .years = years};
	const struct tot_at none = {0};
	enum tot_status status = read(&made, EXCHANGE, law, exchange, 1.0);
	if (status >= 0)
		status = read(&made, INTEREST, law, made.yen_home ? japanese : german, 0.01);
	if (status >= 0)
		status = read(&made, PRICES_DE, law, euro, 0.01);
	if (status >= 0)
		status = read(&made, PRICES_JP, law, yen, 0.01);
	if (status >= 0)
		status = tot_value_figure(&made.correlation, law,
					  made.yen_home ? TOT_VALUE_FX_CORRELATION_JP
							: TOT_VALUE_FX_CORRELATION_DE,
					  &none);
	if (status < 0)
		return status;
	/* A mean-reverting rate by year: the exact step of the continuous law. */
	struct process *rate = &made.process[INTEREST];
	const double kappa = rate->phi;
	rate->phi = exp(-kappa);
	rate->sd *= kappa > 0.0 ? sqrt(-expm1(-2.0 * kappa) / (2.0 * kappa)) : 1.0;
	rate->old = rate->fresh = 0.5;
	made.process[PRICES_DE].fresh = made.process[PRICES_JP].fresh = 1.0;
	/* The rate of exchange is its own level: the "sum" moves by the change of x. */
	made.process[EXCHANGE].old = -1.0;
	made.process[EXCHANGE].fresh = 1.0;
	for (int f = 0; f < TOT_FACTORS; f++)
		variances(made.half[f], &made.process[f], years);
	*out = made;
	return TOT_OK;
}

static void enter(struct book *io, const struct tot_valued *valued, int side,
		  const struct tot_terms *terms, const struct tot_market *market,
		  const struct tot_market *plain, const struct tot_survival *survival)
{
	const int now = tot_month_of(terms->as_of) - tot_month_of(terms->born);
	for (size_t i = 0; i < valued->item_count; i++) {
		const struct tot_item *item = &valued->items[i];
		const bool indexed = item->path != TOT_PATH_NONE;
		int year = (now + item->month) / 12 - io->first_age;
		if (year >= (int)io->years)
			year = (int)io->years - 1;
		const int kind = item->alive < 0 ? item->yen : 2 + 2 * item->yen + indexed;
		struct cell *cell = &io->cells[year < 0 ? 0 : year][kind];
		const double worth = tot_item_worth(item, market);
		cell->yen = item->yen;
		cell->indexed = indexed;
		cell->gain[side] += worth;
		cell->alive[side] += worth * tot_item_chance(item, survival);
		if (side == 0 && !item->refund)
			cell->income += tot_item_worth(item, plain);
	}
}

/* Factors of one draw by year: on home interest, foreign money, and pensions of each state. */
struct draw {
	double interest[TOT_RUNNING_AGES], foreign[TOT_RUNNING_AGES];
	double prices[2][TOT_RUNNING_AGES], power;
};

static void sums(double *out, const struct model *model, enum factor factor, const double *shocks)
{
	const struct process *p = &model->process[factor];
	double x = 0.0, sum = 0.0;
	for (size_t t = 0; t < model->years; t++) {
		out[t] = sum;
		const double next = p->phi * x + p->sd * shocks[t];
		sum += p->old * x + p->fresh * next;
		x = next;
	}
}

static void draw_make(struct draw *out, const struct model *model, struct tot_shocks *shocks)
{
	double fx[TOT_RUNNING_AGES] = {0.0}, rate[TOT_RUNNING_AGES] = {0.0};
	double de[TOT_RUNNING_AGES] = {0.0}, jp[TOT_RUNNING_AGES] = {0.0};
	const double rho = model->correlation, rest = sqrt(1.0 - rho * rho);
	for (size_t t = 0; t < model->years; t++)
		shocks->by_year[INTEREST][t] =
			rho * shocks->by_year[EXCHANGE][t] + rest * shocks->by_year[INTEREST][t];
	sums(fx, model, EXCHANGE, shocks->by_year[EXCHANGE]);
	sums(rate, model, INTEREST, shocks->by_year[INTEREST]);
	if (model->nominal) {
		sums(de, model, PRICES_DE, shocks->by_year[PRICES_DE]);
		sums(jp, model, PRICES_JP, shocks->by_year[PRICES_JP]);
	}
	/* More yen for a euro: yen are worth less at home in euro, euro more at home in yen. */
	const double sign = model->yen_home ? 1.0 : -1.0;
	for (size_t t = 0; t < model->years; t++) {
		out->interest[t] = exp(-rate[t] - model->half[INTEREST][t]);
		out->foreign[t] = exp(sign * (fx[t] + jp[t] - de[t]) - model->half[EXCHANGE][t]);
		out->prices[0][t] = model->nominal ? exp(de[t] - model->half[PRICES_DE][t]) : 1.0;
		out->prices[1][t] = model->nominal ? exp(jp[t] - model->half[PRICES_JP][t]) : 1.0;
	}
	out->power = exp(LEVEL_SD * shocks->level - 0.5 * LEVEL_SD * LEVEL_SD);
}

/* Expected share alive at another level of mortality: the force times `power`. */
static double thinned(double expected, double whole, double power)
{
	const double share = whole > 0.0 || whole < 0.0 ? expected / whole : 0.0;
	return share > 0.0 && share < 1.0 ? whole * exp(power * log(share)) : expected;
}

static double moved(const struct cell *cell, const struct draw *draw, const struct model *model,
		    size_t t)
{
	double factor = cell->yen == model->yen_home ? 1.0 : draw->foreign[t];
	if (cell->indexed)
		factor *= draw->prices[cell->yen][t];
	return factor;
}

static double gain_of(const struct book *book, const struct draw *draw, const struct model *model)
{
	double gain = 0.0;
	for (size_t t = 0; t < book->years; t++)
		for (size_t c = 0; c < CELLS; c++) {
			const struct cell *cell = &book->cells[t][c];
			double sides[2];
			for (int s = 0; s < 2; s++)
				sides[s] = thinned(cell->alive[s], cell->gain[s], draw->power);
			if (sides[0] < 0.0 || sides[0] > 0.0 || sides[1] < 0.0 || sides[1] > 0.0)
				gain += (sides[0] - sides[1]) * draw->interest[t] *
					moved(cell, draw, model, t);
		}
	return gain;
}

static double income_of(const struct book *book, const struct draw *draw, const struct model *model,
			size_t t)
{
	double sum = 0.0;
	for (size_t c = 0; c < CELLS; c++)
		sum += book->cells[t][c].income * moved(&book->cells[t][c], draw, model, t);
	return sum;
}

/* Results of all draws; `fan` holds the incomes of the first ones, year by year. */
struct results {
	double *gains, *fan;
	size_t draws, fan_draws;
};

static void quantiles(double *out, double *values, size_t count)
{
	gsl_sort(values, 1, count);
	for (size_t q = 0; q < TOT_QUANTILES; q++)
		out[q] = gsl_stats_quantile_from_sorted_data(values, 1, count,
							     tot_quantile_levels[q]);
}

static void sum_up(struct tot_simulation *io, struct results *results, const struct book *book)
{
	const double count = (double)results->draws;
	for (size_t i = 0; i < results->draws; i++) {
		const double gain = results->gains[i];
		io->mean += gain / count;
		io->keep_better += gain > 0.0 ? 1.0 / count : 0.0;
		io->regret_refund += gain > 0.0 ? gain / count : 0.0;
		io->regret_keep += gain < 0.0 ? -gain / count : 0.0;
	}
	quantiles(io->quantiles, results->gains, results->draws);
	io->first_age = book->first_age;
	io->ages = (int)book->years;
	for (size_t t = 0; t < book->years; t++)
		quantiles(io->fan[t], &results->fan[t * results->fan_draws], results->fan_draws);
}

static void run(struct results *io, struct tot_source *source, const struct model *model,
		const struct book *book)
{
	struct tot_shocks shocks = {.level = 0.0};
	struct draw draw = {.power = 1.0};
	for (size_t i = 0; i < io->draws; i++) {
		tot_source_next(&shocks, source);
		draw_make(&draw, model, &shocks);
		io->gains[i] = gain_of(book, &draw, model);
		for (size_t t = 0; i < io->fan_draws && t < book->years; t++)
			io->fan[t * io->fan_draws + i] = income_of(book, &draw, model, t);
	}
}

static enum tot_status draw_all(struct tot_simulation *io, const struct model *model,
				const struct book *book)
{
	struct results results = {.draws = (size_t)io->draws};
	results.fan_draws = results.draws < FAN_DRAWS ? results.draws : FAN_DRAWS;
	results.gains = calloc(results.draws, sizeof(double));
	results.fan = calloc(results.fan_draws * book->years, sizeof(double));
	struct tot_source *source = tot_source_make(book->years, io->seed, io->sobol);
	const bool ready = results.gains && results.fan && source;
	if (ready) {
		run(&results, source, model, book);
		sum_up(io, &results, book);
	}
	free(results.gains);
	free(results.fan);
	tot_source_free(source);
	return ready ? TOT_OK : TOT_ERR_MEMORY;
}

enum tot_status tot_simulate(struct tot_comparison *io, const struct tot_compare *asked,
			     const struct tot_terms *terms, const struct tot_market *market,
			     const struct tot_survival *survival, struct tot_ctx *ctx)
{
	struct tot_simulation *made = tot_arena_alloc(ctx->arena, sizeof(*made));
	struct book *book = tot_arena_alloc(ctx->arena, sizeof(*book));
	struct tot_market plain;
	struct model model;
	if (!made || !book)
		return TOT_ERR_MEMORY;
	const int age = (tot_month_of(terms->as_of) - tot_month_of(terms->born)) / 12;
	book->first_age = age;
	book->years = age < TOT_HORIZON_AGE ? (size_t)(TOT_HORIZON_AGE - age) + 1 : 1;
	enum tot_status status = tot_market_plain(&plain, market, ctx->arena);
	if (status >= 0)
		status = model_make(&model, terms, ctx->law, book->years);
	if (status < 0)
		return status;
	enter(book, io->base, 0, terms, market, &plain, survival);
	if (io->best)
		enter(book, io->best, 1, terms, market, &plain, survival);
	made->draws = asked->draws;
	made->seed = asked->seed;
	made->sobol = asked->sobol;
	status = draw_all(made, &model, book);
	if (status >= 0)
		io->simulation = made;
	return status;
}
