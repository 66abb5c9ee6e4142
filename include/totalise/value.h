/* Refund now or pension later: dated cash flows and what they are worth. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_VALUE_H
#define TOTALISE_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/claim.h"

/*
 * Make the errors of GSL statuses of this library: by default it ends the program. It is a setting of
 * the whole process; tot_law_open makes it, before there are threads.
 */
void tot_value_prepare(void);

/* Figures that the valuation reads; bind them with those of the schemes. */
extern const struct tot_figures tot_value_figures;

enum tot_condition { TOT_IF_ALIVE, TOT_IF_SURVIVOR, TOT_CERTAIN };

/* Relative risk aversion for which equivalents are given: 1, 2 and 5. */
#define TOT_GAMMAS 3
extern const double tot_gammas[TOT_GAMMAS];

#define TOT_HEAT_RATES 13
#define TOT_HEAT_AGES 26
#define TOT_RUNNING_AGES 122

/* 5, 25, 50, 75 and 95 percent. */
#define TOT_QUANTILES 5
extern const double tot_quantile_levels[TOT_QUANTILES];

/* One payment of a strategy, at the level of today. */
struct tot_flow {
	struct tot_date date;
	int64_t amount; /* smallest unit */
	const char *currency, *state;
	const char *
		kind; /* id of the benefit or refund: "JP.old_age.basic", "JP.lump_sum.employees" */
	enum tot_condition condition;
	struct tot_date alive_on; /* TOT_IF_ALIVE: day to live to; none = the day of the payment */
	bool refund;		  /* part of a refund: its payment, the tax paid back, its fees */
};

struct tot_part {
	const char *name; /* "DE.old_age.regular", "JP.lump_sum.employees" */
	double value;	  /* in the currency of the comparison */
};

/* An age that may not exist: years, fractional. */
struct tot_maybe {
	bool known;
	double value;
};

struct tot_item; /* src/value: flows of one month, currency and condition, for the valuation */

struct tot_valued {
	const char *id, *title;
	bool closed;
	const char **reasons; /* why it is closed */
	size_t reason_count;
	const struct tot_outcome *outcome;
	struct tot_flow *flows;
	size_t flow_count;
	const struct tot_item *items; /* the flows once more, added up */
	size_t item_count;
	const struct tot_strategy *strategy; /* what is done; NULL: the life as it stands */
	double value; /* expected present value, in units (not cents) of `currency` */
	struct tot_part *by_kind;
	size_t by_kind_count;
	double first_year_income; /* of the first twelve months for which a pension is paid */
	/* Against the first strategy (keep): */
	struct tot_maybe break_even_undiscounted, break_even_discounted; /* age in years */
	double implied_yields[8];
	size_t implied_yield_count;
	struct tot_maybe
		moneys_worth; /* EPV of what keeping gives and this destroys / EPV of the refund */
	double difference;    /* value of keep minus value of this one */
	double refund_value;  /* EPV of the refund flows alone, after tax and fees */
	/* Chance to live beyond the undiscounted break-even age: from today, and from the age of 65. */
	struct tot_maybe alive_then, alive_then_from_65;
	struct tot_maybe
		keep_better; /* chance that keeping pays more, over the day of death alone */
	double regret_keep,
		regret_this; /* expected loss where the other choice was the better one */
	struct tot_maybe
		equivalent[TOT_GAMMAS]; /* money today that makes this one as good as keep */
	const char **no_price;		/* what it ends without a price in this comparison */
	size_t no_price_count;
	bool incomplete; /* an amount that is due is not known: its flows are missing */
};

/* One assumption moved, all others as they are. */
struct tot_sensitivity {
	const char *assumption, *setting;
	double gain; /* value of keeping minus value of the best refund */
	size_t bar;  /* both ends of one bar of the tornado have the same number */
	bool turns;  /* the answer is another one */
};

/* Gain of keeping by discount rate and age at death. */
struct tot_heat {
	double rates[TOT_HEAT_RATES];
	double ages[TOT_HEAT_AGES];
	double gain[TOT_HEAT_AGES][TOT_HEAT_RATES];
	bool known;
};

/* The running total of one strategy's present value, at whole years of age. */
struct tot_running {
	int first_age, count;		 /* ages first_age, first_age + 1, ... */
	double total[TOT_RUNNING_AGES];	 /* received up to that age by whoever lives to it */
	double income[TOT_RUNNING_AGES]; /* of the year of life, without interest */
	double alive[TOT_RUNNING_AGES];	 /* chance to reach it */
};

/* Values of draws: rates, exchange, inflation and the level of mortality at random. */
struct tot_simulation {
	int draws;
	uint64_t seed;
	bool sobol;
	double quantiles[TOT_QUANTILES]; /* of the gain of keeping, at tot_quantile_levels */
	double mean, keep_better;	 /* chance that keeping pays more */
	double regret_keep, regret_refund;
	int first_age, ages; /* income of whoever keeps everything, by age */
	double fan[TOT_RUNNING_AGES][TOT_QUANTILES];
};

/* The record as it could go on: value of both choices. */
struct tot_option {
	const char *id, *title;
	double keep, refund, gain;
	bool refund_closed;
};

/* Value of everything kept when a state's pension starts in a month. */
struct tot_claim_point {
	const char *country;
	tot_month start;
	double value;
	struct tot_maybe equivalent; /* money today against the plan's own month, gamma 2 */
};

struct tot_claim_best {
	const char *country;
	tot_month start, from, to; /* best month; months within one percent of its value */
	double value;
};

/* Refund and invest, or keep (COMPARISON 10): all at the start of the pension. */
struct tot_invest {
	double rate, capital; /* yearly return; what the refund has grown to */
	double annuity;	      /* a year for life that this buys at the discount rate */
	double pension;	      /* a year that keeping pays from then on */
	double age;
};

struct tot_assumption {
	const char *name, *value;
	const char *source; /* "" = written in the scenario, else "default" and where from */
};

struct tot_comparison {
	const char *currency;
	struct tot_assumption *assumptions;
	size_t assumption_count;
	struct tot_valued *strategies;
	size_t strategy_count;
	const char *verdict;	  /* keep, refund, depends, or none (nothing to decide) */
	const char *verdict_text; /* one or two sentences for people */
	const char **verdict_depends_on;
	size_t depends_count;
	const struct tot_valued *base, *best; /* keeping, and the refund worth most; NULL if none */
	struct tot_sensitivity *sensitivity;  /* bars by size, the largest first */
	size_t sensitivity_count;
	struct tot_heat heat;
	struct tot_running *running; /* of each strategy; count 0 where it is closed */
	double annuity_equivalent; /* of 1 in an annuity at the first pension, gamma 2; 0 = none */
	struct tot_option *options;
	size_t option_count;
	struct tot_claim_point *claim_points;
	size_t claim_point_count;
	struct tot_claim_best claim_best[TOT_SCHEMES_MAX];
	size_t claim_best_count;
	struct tot_simulation *simulation; /* NULL: not asked for */
	struct tot_invest *invest;
	size_t invest_count;
};

/*
 * Compare the strategies of a life, or the standard set (keep, refund JP, refund DE, refund both).
 *
 * Given      life; ctx with as_of; keep: the life evaluated as it stands
 * Returned   out, in ctx->arena
 * Status     TOT_OK or a caveat; errors of memory or law data
 */
TOT_NODISCARD enum tot_status tot_compare_strategies(struct tot_comparison **out,
						     const struct tot_scenario *life,
						     const struct tot_outcome *keep,
						     struct tot_ctx *ctx);

/* Survival from a day: probabilities of being alive at the end of month 0, 1, 2, ... after it. */
struct tot_survival {
	double *alive; /* alive[0] is 1 */
	size_t count;
};

/*
 * Monthly survival of a person from `start` on, to the age of 120.
 *
 * Given
 *   table          "DE", "JP" (default table of the state and sex) or the id of a table
 *   improvement    none, low, medium, high: the level of *mortality*, so that `low` is the longest
 *                  life in both states. A state with projections (Japan): the projection of that
 *                  name, by calendar year. Otherwise the yearly rates of mortality/improvement.json
 *                  from the middle of the table's period on, times a scale: `medium` scale_s (the
 *                  official moderate assumption), `low` 1 (the UN rates in full), `high` as far
 *                  below `medium` as `low` is above it. A table asked for by id is improved by
 *                  those rates; a projection asked for by id moves with the calendar year, or with
 *                  `none` stays at the year of `start`.
 *   health_factor  on the force of mortality; 1 = the table
 * Returned
 *   out            in `arena`
 * Status     TOT_OK; TOT_ERR_DATA if there is no such table or word; TOT_ERR_DOMAIN before birth;
 *            TOT_ERR_MEMORY
 * Within a year of age survivors fall linearly; each month takes the mortality of its calendar
 * year. After the last age or year of a table its last row holds.
 * Example    born 1975-01-01, male, start 2040-01-01, "DE", medium: 20.776 years to live
 */
TOT_NODISCARD enum tot_status tot_survival_make(struct tot_survival *out, const struct tot_law *law,
						const char *table, const char *improvement,
						double health_factor, struct tot_date born,
						enum tot_sex sex, struct tot_date start,
						struct tot_arena *arena);

/*
 * Expected present value: flows x discount x probability of their condition.
 *
 * Given
 *   start        day of the decision; time is calendar months from it, divided by 12; earlier flows
 *                are left out
 *   survival     from `start`; NULL = nobody dies
 *   rate         a year, effective
 *   currency     "EUR" or "JPY"; jpy_per_eur converts the other one (parity)
 * Returned     in units of `currency`. TOT_IF_SURVIVOR flows are not valued (0).
 */
double tot_present_value(const struct tot_flow *flows, size_t count, struct tot_date start,
			 const struct tot_survival *survival, double rate, const char *currency,
			 double jpy_per_eur);

#endif
