/* Steps of one comparison, shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_VALUE_VALUE_H
#define TOT_VALUE_VALUE_H

#include "totalise/value.h"

/* Positions in tot_value_figures. */
enum tot_value_figure { TOT_VALUE_JPY_PER_EUR, TOT_VALUE_SCALE_S, TOT_VALUE_IMPROVEMENT };

/*
 * Transitions between five-year periods in mortality/improvement.json, and the year in which they
 * begin.
 */
#define TOT_TRANSITIONS 15
#define TOT_TRANSITION_FIRST_YEAR 2022
#define TOT_TRANSITION_YEARS 5

/* Age at which every projection of cash flows ends. */
#define TOT_HORIZON_AGE 120

/* Everything that a valuation takes for granted: given in the scenario, or a default. */
struct tot_terms {
	const char *currency;
	double rate;
	const char *table, *improvement;
	double health_factor;
	int64_t jpy_per_eur; /* 0.0001 JPY */
	int64_t fee_fixed_jpy, fee_transfer_jpy;
	double fee_percent; /* of the tax refund */
	struct tot_date as_of, born;
	enum tot_sex sex;
};

/* JPY per EUR as a number of economics. */
static inline double tot_parity(const struct tot_terms *terms)
{
	return (double)terms->jpy_per_eur / 10000.0;
}

/* Months from filing to payment (COMPARISON 3.1, 3.2). */
#define TOT_DELAY_REFUND 4
#define TOT_DELAY_TAX_REFUND 8

/* A table and how it moves with the calendar. */
struct tot_mortality {
	const struct tot_life_table *table;
	const struct tot_law *law;
	const char *rates_key; /* "DE-male": improvement rates; NULL = none */
	double scale;
	int base_year; /* year in which the table holds unchanged */
	bool frozen;   /* a projection kept at the year of the start */
};

/* Table and rates that the words mean. Status as tot_survival_make. */
TOT_NODISCARD enum tot_status tot_mortality_find(struct tot_mortality *out,
						 const struct tot_law *law, const char *table,
						 const char *improvement, enum tot_sex sex,
						 struct tot_arena *arena);

/* JPY per EUR on a day, in 0.0001: the newest yearly average known (DECISIONS 25). */
TOT_NODISCARD enum tot_status tot_exchange_default(int64_t *out, const struct tot_law *law,
						   struct tot_date day);

/* Amount of a flow in units of `currency`. */
double tot_exchange(int64_t amount, const char *from, const char *currency, double jpy_per_eur);

/* Terms of a life; notices for what the scenario asks and the valuation does not model. */
TOT_NODISCARD enum tot_status tot_terms_make(struct tot_terms *out, const struct tot_scenario *life,
					     struct tot_ctx *ctx);

/* The list of assumptions for the report. */
TOT_NODISCARD enum tot_status tot_terms_list(struct tot_comparison *out,
					     const struct tot_terms *terms,
					     const struct tot_scenario *life, struct tot_ctx *ctx);

/* A growing list of flows. */
struct tot_flows {
	struct tot_flow *list;
	size_t count;
	bool incomplete; /* an amount that is due is not known */
};

/* All payments of an outcome from terms->as_of on, by date. */
TOT_NODISCARD enum tot_status tot_flows_make(struct tot_flows *out,
					     const struct tot_outcome *outcome,
					     const struct tot_terms *terms, struct tot_ctx *ctx);

/* Is the benefit an old-age pension that is paid under the plan? */
bool tot_benefit_flows(const struct tot_benefit *benefit);

/* Payments of such a pension; `end` = first month that is not paid any more. */
TOT_NODISCARD enum tot_status tot_flows_pension(struct tot_flows *io,
						const struct tot_benefit *benefit, tot_month end,
						struct tot_date as_of, struct tot_arena *arena);

/* Pensions of the first twelve months for which one is paid, at the level of today. */
double tot_first_year(const struct tot_outcome *outcome, const struct tot_terms *terms);

/* Value a strategy whose outcome is known: flows, value, parts, first year. */
TOT_NODISCARD enum tot_status tot_value_strategy(struct tot_valued *io,
						 const struct tot_terms *terms,
						 const struct tot_survival *survival,
						 struct tot_ctx *ctx);

/* Flows of one month, currency and condition added up: what a valuation walks through. */
struct tot_item {
	int month; /* of payment, counted from the day of the decision */
	int alive; /* month up to which the person must live; -1 = certain */
	bool yen, refund;
	double amount; /* units of its currency */
};

/* Items of flows that come by date; NULL without memory. Flows to survivors have none. */
struct tot_item *tot_items_make(size_t *count, const struct tot_flow *flows, size_t flow_count,
				struct tot_date start, struct tot_arena *arena);

/* Which items are valued. */
enum tot_share { TOT_ALL, TOT_REFUNDS, TOT_PENSIONS };

/* Value of a strategy's flows, or of those that are, or are not, part of refunds. */
double tot_value_of(const struct tot_valued *valued, enum tot_share share,
		    const struct tot_terms *terms, const struct tot_survival *survival);

/* Difference, money's worth, break-even ages and implied yields against the first strategy. */
TOT_NODISCARD enum tot_status tot_value_against(struct tot_valued *io,
						const struct tot_valued *keep,
						const struct tot_terms *terms,
						const struct tot_survival *survival,
						struct tot_ctx *ctx);

#define TOT_YIELDS_MAX 8

struct tot_yield_list {
	double rates[TOT_YIELDS_MAX];
	size_t count;
};

/*
 * All rates a year from `from` to `to` at which the sum of amounts[m] x (1 + rate)^(-m/12) is zero.
 *
 * Returned   ascending rates, the first TOT_YIELDS_MAX; none if all amounts are zero
 * Status     TOT_OK; TOT_ERR_MEMORY; TOT_ERR_DOMAIN if the root finder fails
 */
TOT_NODISCARD enum tot_status tot_yields(struct tot_yield_list *out, const double *amounts,
					 size_t months, double from, double to);

/*
 * Age at which the running total of `keep` overtakes that of `other` for the last time.
 *
 * Given      flows by date; rate: 0 = undiscounted; conditions are taken as met
 * Returned   years of age; not known if keep is never behind, or stays behind to the end. Between
 *            two payments the total is taken to grow evenly, over at most two months.
 */
struct tot_maybe tot_break_even(const struct tot_flow *keep, size_t keep_count,
				const struct tot_flow *other, size_t other_count,
				const struct tot_terms *terms, double rate);

/* The strategies to compare, each evaluated or closed with its reasons. */
TOT_NODISCARD enum tot_status tot_strategies_make(struct tot_comparison *out,
						  const struct tot_scenario *life,
						  const struct tot_outcome *keep,
						  struct tot_ctx *ctx);

/* Strategies of the scenario: keep and each refund that is possible, or closed with the reasons. */
TOT_NODISCARD enum tot_status tot_strategies_standard(struct tot_comparison *out,
						      const struct tot_scenario *life,
						      const struct tot_outcome *keep,
						      struct tot_ctx *ctx);

/* Evaluate a strategy; closed with reasons if a refund of it is not possible. */
TOT_NODISCARD enum tot_status tot_strategy_evaluate(struct tot_valued *io,
						    const struct tot_scenario *life,
						    const struct tot_strategy *strategy,
						    struct tot_ctx *ctx);

/* Close a strategy with one more reason; a reason that is there already is not repeated. */
TOT_NODISCARD enum tot_status tot_strategy_close(struct tot_valued *io, const char *reason,
						 struct tot_ctx *ctx);

/* Does the strategy take a refund that is paid? */
bool tot_strategy_refunds(const struct tot_valued *valued);

/* Verdict, its text and what it depends on. */
TOT_NODISCARD enum tot_status tot_verdict(struct tot_comparison *io, const struct tot_terms *terms,
					  const struct tot_survival *survival,
					  const struct tot_outcome *keep, struct tot_ctx *ctx);

#endif
