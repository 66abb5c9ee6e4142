/* Steps of one comparison, shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_VALUE_VALUE_H
#define TOT_VALUE_VALUE_H

#include "totalise/value.h"

/* Positions in tot_value_figures. */
enum tot_value_figure {
	TOT_VALUE_JPY_PER_EUR,
	TOT_VALUE_SCALE_S,
	TOT_VALUE_YIELD_DE, /* yearly means of government bonds, 0.001 percent */
	TOT_VALUE_YIELD_JP_2,
	TOT_VALUE_YIELD_JP_5,
	TOT_VALUE_YIELD_JP_10,
	TOT_VALUE_YIELD_JP_30,
	TOT_VALUE_DE_ADJUSTMENT, /* of the pension report to 2039; 0.001 percent */
	TOT_VALUE_DE_WAGES,	 /* after it; 0.01 percent */
	TOT_VALUE_DE_LEVEL,	 /* security level before tax; 0.1 percent */
	TOT_VALUE_JP_WAGES,	 /* of a case of the actuarial valuation; 0.01 percent, real */
	TOT_VALUE_JP_PRICES,
	TOT_VALUE_JP_BASIC_AT_END,
	TOT_VALUE_JP_SLIDE_END, /* fiscal year */
	TOT_VALUE_JP_BASIC_NOW,
	TOT_VALUE_DE_INFLATION, /* long-run mean, 0.001 percent */
	TOT_VALUE_JP_INFLATION,
	TOT_VALUE_DE_INFLATION_PHI,
	TOT_VALUE_JP_INFLATION_PHI,
	TOT_VALUE_DE_INFLATION_SD,
	TOT_VALUE_JP_INFLATION_SD,
	TOT_VALUE_FX_PHI,
	TOT_VALUE_FX_SD,
	TOT_VALUE_DE_KAPPA,
	TOT_VALUE_JP_KAPPA,
	TOT_VALUE_DE_SIGMA,
	TOT_VALUE_JP_SIGMA,
	TOT_VALUE_FX_CORRELATION_DE, /* of the rate of exchange with the interest of a state */
	TOT_VALUE_FX_CORRELATION_JP,
	TOT_VALUE_IMPROVEMENT
};

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
	bool nominal;			    /* else at today's purchasing power */
	bool rate_given;		    /* `rate` or `curve` is the scenario's */
	double rate;			    /* a year, where there is no curve */
	const struct tot_rate_point *curve; /* zero rates instead of `rate` */
	size_t curve_count;
	bool projected;		   /* exchange by scenario, not by parity */
	const char *indexation_de; /* words of the scenario; NULL = none */
	const char *indexation_jp;
	const double *rates_de, *rates_jp; /* the user's own yearly rates instead */
	size_t rates_de_count, rates_jp_count;
	bool net; /* pensions after deductions */
	/* What a sensitivity moves: added to rates, factors, months. */
	double shift, fee_factor, level_after_report;
	int refund_delay;
	const char *table, *improvement;
	double health_factor;
	int64_t jpy_per_eur; /* 0.0001 JPY */
	int64_t fee_fixed_jpy, fee_transfer_jpy;
	double fee_percent; /* of the tax refund */
	struct tot_date as_of, born;
	enum tot_sex sex;
	double wealth, other_income; /* in the currency of the comparison; the income a year */
};

/* JPY per EUR as a number of economics. */
static inline double tot_parity(const struct tot_terms *terms)
{
	return (double)terms->jpy_per_eur / 10000.0;
}

/* How a payment moves with time: not at all, or with the pensions of a state. */
enum tot_path { TOT_PATH_NONE, TOT_PATH_DE, TOT_PATH_JP_BASIC, TOT_PATH_JP_EMPLOYEES, TOT_PATHS };

/* What one unit paid in each month is worth: months 0 to `months` - 1 from the day of the decision. */
struct tot_market {
	size_t months;
	double *discount; /* of the currency of the comparison */
	double *worth[2]; /* today's worth of 1 EUR, 1 JPY paid in a month, in that currency */
	double *level[TOT_PATHS]; /* pensions of a month against those of today */
};

/*
 * The market that the terms mean (COMPARISON 6).
 *
 * Given      terms; law: curves and paths of the scenario's words
 * Returned   out, in `arena`. Real mode: one real rate for both currencies and pensions that keep
 *            their purchasing power, unless a path is asked for, which is then taken relative to
 *            prices. Nominal mode: each currency with its own curve, pensions on their paths.
 *            Exchange: parity discounts each currency with its own curve and converts at today's
 *            rate; scenario converts at the rate that prices give and discounts with the home curve.
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_MEMORY; TOT_ERR_DOMAIN for a curve out of order
 */
TOT_NODISCARD enum tot_status tot_market_make(struct tot_market *out, const struct tot_terms *terms,
					      const struct tot_law *law, struct tot_arena *arena);

/* The same without interest: amounts in the currency of the comparison, at their own time. */
TOT_NODISCARD enum tot_status tot_market_plain(struct tot_market *out,
					       const struct tot_market *market,
					       struct tot_arena *arena);

/*
 * Discount factors of months 0 to `months` - 1 for zero rates (years, rate), the rates moved by
 * `shift`. One point: flat; two: on a line; more: a monotone spline (Steffen); outside flat.
 * Status     TOT_OK; TOT_ERR_DOMAIN if the years do not rise or there is no point; TOT_ERR_MEMORY
 */
TOT_NODISCARD enum tot_status tot_discounts(double *out, size_t months,
					    const struct tot_rate_point *curve, size_t count,
					    double shift);

/* Government bonds of the newest year known on the day, as zero rates. `out` has room for 4. */
TOT_NODISCARD enum tot_status tot_bond_curve(struct tot_rate_point *out, size_t *count,
					     const struct tot_law *law, bool yen,
					     struct tot_date day);

/* Fill level[] of a market; Status as tot_market_make. */
TOT_NODISCARD enum tot_status tot_levels_make(struct tot_market *io, const struct tot_terms *terms,
					      const struct tot_law *law, struct tot_arena *arena);

/* Price levels of both currencies by month, for the projected rate of exchange. */
TOT_NODISCARD enum tot_status tot_prices_make(double *eur, double *jpy, size_t months,
					      const struct tot_terms *terms,
					      const struct tot_law *law);

/* A figure of the valuation as a number of economics: percent are divided by 100 by the caller. */
TOT_NODISCARD enum tot_status tot_value_figure(double *out, const struct tot_law *law,
					       enum tot_value_figure which,
					       const struct tot_at *at);

/* Path of a flow by its state and kind. */
enum tot_path tot_path_of(const struct tot_flow *flow);

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

/* Payments by date, then kind. */
void tot_flows_sort(struct tot_flows *io);

/* All payments of an outcome from terms->as_of on, by date. */
TOT_NODISCARD enum tot_status tot_flows_make(struct tot_flows *out,
					     const struct tot_outcome *outcome,
					     const struct tot_terms *terms, struct tot_ctx *ctx);

/* What the person pays from the day on for periods that a strategy adds, by month. */
TOT_NODISCARD enum tot_status tot_flows_contributions(struct tot_flows *io,
						      const struct tot_strategy *strategy,
						      const struct tot_outcome *outcome,
						      const struct tot_terms *terms,
						      struct tot_ctx *ctx);

/* Amount of a pension as the terms compare it: after deductions where they ask for it. */
struct tot_amount tot_benefit_paid(const struct tot_benefit *benefit,
				   const struct tot_terms *terms);

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
						 const struct tot_market *market,
						 const struct tot_survival *survival,
						 struct tot_ctx *ctx);

/* Flows of one month, currency and condition added up: what a valuation walks through. */
struct tot_item {
	int month; /* of payment, counted from the day of the decision */
	int alive; /* month up to which the person must live; -1 = certain */
	bool yen, refund, fee;
	enum tot_path path;
	double amount; /* units of its currency */
};

/* Items of flows that come by date; NULL without memory. Flows to survivors have none. */
struct tot_item *tot_items_make(size_t *count, const struct tot_flow *flows, size_t flow_count,
				struct tot_date start, struct tot_arena *arena);

/* Which items are valued. */
enum tot_share { TOT_ALL, TOT_REFUNDS, TOT_PENSIONS };

/* Value of a strategy's flows, or of those that are, or are not, part of refunds. */
double tot_value_of(const struct tot_valued *valued, enum tot_share share,
		    const struct tot_market *market, const struct tot_survival *survival);

/* The same with fees and the day of payment of refunds as the terms move them. */
double tot_value_moved(const struct tot_valued *valued, const struct tot_terms *terms,
		       const struct tot_market *market, const struct tot_survival *survival);

/* What an item is worth under a market if its condition is met; chance that it is. */
double tot_item_worth(const struct tot_item *item, const struct tot_market *market);
double tot_item_chance(const struct tot_item *item, const struct tot_survival *survival);

/* Difference, money's worth, break-even ages and implied yields against the first strategy. */
TOT_NODISCARD enum tot_status tot_value_against(
	struct tot_valued *io, const struct tot_valued *keep, const struct tot_terms *terms,
	const struct tot_market *market, const struct tot_survival *survival, struct tot_ctx *ctx);

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
 * Given      flows by date; conditions are taken as met; market: NULL = today's level, at the rate of
 *            exchange of the terms and without interest
 * Returned   years of age; not known if keep is never behind, or stays behind to the end. Between
 *            two payments the total is taken to grow evenly, over at most two months.
 */
struct tot_maybe tot_break_even(const struct tot_flow *keep, size_t keep_count,
				const struct tot_flow *other, size_t other_count,
				const struct tot_terms *terms, const struct tot_market *market);

/* Chances, regret and equivalents of a strategy against keeping. Status TOT_OK; TOT_ERR_MEMORY. */
TOT_NODISCARD enum tot_status tot_value_metrics(
	struct tot_valued *io, const struct tot_valued *keep, const struct tot_terms *terms,
	const struct tot_market *market, const struct tot_survival *survival, struct tot_ctx *ctx);

/*
 * A person who lives on income and on wealth, by year: chance to be alive, discount, income.
 * With a subjective rate equal to the rate of interest the best plan spends (alive / price of
 * utility)^(1/gamma) where that is more than the income (COMPARISON 5).
 */
struct tot_consumer {
	size_t years;
	double alive[TOT_RUNNING_AGES], discount[TOT_RUNNING_AGES], income[TOT_RUNNING_AGES];
};

/*
 * Wealth with which `without` is as well off as `with` is with `wealth`.
 *
 * Given      both: the same years, chances and discounts; wealth: of the one with the income
 * Returned   true and *out >= 0; false if some year has nothing to live on, or it takes more than a
 *            million times everything
 */
bool tot_equivalent_wealth(double *out, const struct tot_consumer *with, double wealth,
			   const struct tot_consumer *without, double gamma);

/*
 * Wealth without annuities as good as 1 in a fair annuity (Yaari): (B/A)^(gamma/(gamma-1)) with
 * A the sum of alive x discount, B that of alive^(1/gamma) x discount.
 * Example    constant force h, interest r, gamma 2, both 0.02: ((r+h)/(r+h/2))^2 = 1.778
 */
double tot_annuity_equivalent(const double *alive, const double *discount, size_t years,
			      double gamma);

/* Running totals, income and survival of a strategy by age. */
void tot_running_make(struct tot_running *out, const struct tot_valued *valued,
		      const struct tot_terms *terms, const struct tot_market *market,
		      const struct tot_market *plain, const struct tot_survival *survival);

/* Gain of keeping by rate and age at death. Status of memory and law data. */
TOT_NODISCARD enum tot_status tot_heat_make(struct tot_heat *out, const struct tot_valued *keep,
					    const struct tot_valued *other,
					    const struct tot_terms *terms,
					    const struct tot_law *law);

/* What a refund strategy ends and nobody prices: rights of survivors, disability, waiting periods. */
TOT_NODISCARD enum tot_status tot_no_price(struct tot_valued *io, const struct tot_outcome *keep,
					   struct tot_ctx *ctx);

/* The tornado: io->sensitivity, sorted, from io->base and io->best. */
TOT_NODISCARD enum tot_status tot_sensitivities(struct tot_comparison *io,
						const struct tot_terms *terms,
						const struct tot_market *market,
						const struct tot_survival *survival,
						struct tot_ctx *ctx);

/* The refund strategy worth most under these terms; NULL if none is open. */
const struct tot_valued *tot_best_refund(const struct tot_comparison *comparison,
					 const struct tot_terms *terms,
					 const struct tot_market *market,
					 const struct tot_survival *survival);

/* Draws of a simulation into io->simulation. Status TOT_OK; memory; law data. */
TOT_NODISCARD enum tot_status tot_simulate(
	struct tot_comparison *io, const struct tot_compare *asked, const struct tot_terms *terms,
	const struct tot_market *market, const struct tot_survival *survival, struct tot_ctx *ctx);

/* Other months to come: io->options. */
TOT_NODISCARD enum tot_status tot_options_make(
	struct tot_comparison *io, const struct tot_scenario *life, const struct tot_terms *terms,
	const struct tot_market *market, const struct tot_survival *survival, struct tot_ctx *ctx);

/* Value by month of claim: io->claim_points and io->claim_best. */
TOT_NODISCARD enum tot_status tot_claim_ages(
	struct tot_comparison *io, const struct tot_scenario *life, const struct tot_outcome *keep,
	const struct tot_terms *terms, const struct tot_market *market,
	const struct tot_survival *survival, struct tot_ctx *ctx);

/* Refund and invest at some rates of return: io->invest. */
TOT_NODISCARD enum tot_status tot_invest_make(struct tot_comparison *io,
					      const struct tot_terms *terms,
					      const struct tot_market *market,
					      const struct tot_survival *survival,
					      struct tot_ctx *ctx);

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

/* io->base and io->best: keeping, and the refund worth most against it. */
void tot_choose_sides(struct tot_comparison *io, const struct tot_terms *terms,
		      const struct tot_market *market, const struct tot_survival *survival);

/* Verdict, its text and what it depends on. */
TOT_NODISCARD enum tot_status tot_verdict(struct tot_comparison *io, const struct tot_terms *terms,
					  const struct tot_market *market,
					  const struct tot_survival *survival,
					  const struct tot_outcome *keep, struct tot_ctx *ctx);

#endif
