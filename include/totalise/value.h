/* Refund now or pension later: dated cash flows and what they are worth. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_VALUE_H
#define TOTALISE_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/claim.h"

/* Figures that the valuation reads; bind them with those of the schemes. */
extern const struct tot_figures tot_value_figures;

enum tot_condition { TOT_IF_ALIVE, TOT_IF_SURVIVOR, TOT_CERTAIN };

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
	bool incomplete;      /* an amount that is due is not known: its flows are missing */
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
