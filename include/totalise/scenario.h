/* One insured life, what the person plans, and what is to be compared: totalise-scenario/1. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_SCENARIO_H
#define TOTALISE_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "totalise/date.h"
#include "totalise/diag.h"
#include "totalise/kind.h"
#include "totalise/status.h"

/*
 * Bounds of a scenario; what lies beyond is a fault of the file. Days lie in 1900-01 to 2113-04, as the
 * months of every set do.
 */
#define TOT_SCENARIO_TEXT_MAX 10000	      /* bytes of one text */
#define TOT_SCENARIO_AMOUNT_MAX 1000000000000 /* smallest units of one amount: 10^12 */
#define TOT_SCENARIO_PERIODS_MAX 2000	      /* periods, and added periods of all strategies */
#define TOT_SCENARIO_CHILDREN_MAX 50	      /* children; dependants too */
#define TOT_SCENARIO_LIST_MAX 200	      /* entries of every other list */
#define TOT_SCENARIO_PAY_MAX 2600	      /* steps, years or bonuses of one record */
#define TOT_SCENARIO_DRAWS_MAX 10000000	      /* draws of a simulation */

/* Fees of a comparison that gives only some of them, in yen (SCENARIO.md, defaults of compare). */
#define TOT_FEE_FIXED_JPY 30000
#define TOT_FEE_TRANSFER_JPY 2500

/* Amounts are in the smallest unit: cents of EUR and DEM, whole yen. */
struct tot_money {
	int64_t amount;
	const char *currency; /* "EUR", "DEM", "JPY"; NULL = the amount was not given */
};

/* Decimals of a currency: 0 for JPY, else 2. */
int tot_currency_decimals(const char *currency);

enum tot_sex { TOT_FEMALE, TOT_MALE };

/* A country (or "refugee", "stateless") for a time; no date = open on that side. */
struct tot_nationality {
	const char *country;
	struct tot_date from, to;
};

struct tot_residence {
	const char *country;
	struct tot_date from, to;
	bool permanent;
	struct tot_date re_entry_permit_until;
};

struct tot_person {
	struct tot_date born;
	enum tot_sex sex;
	struct tot_nationality *nationalities;
	size_t nationality_count;
	struct tot_residence *residence;
	size_t residence_count;
	struct tot_date severely_disabled_from; /* none = never */
	struct tot_money other_income;		/* a year */
	bool has_health_fund_rate;
	int64_t health_fund_rate; /* 0.0001 percent */
};

struct tot_own_pension {
	const char *country; /* "DE" */
	const char *part;    /* "basic", "employees"; "" = the whole state */
	int64_t monthly;     /* smallest unit of the state's currency */
};

struct tot_spouse {
	bool present;
	struct tot_date born, married, divorced, remarried, died;
	enum tot_sex sex;
	bool disabled;
	struct tot_nationality *nationalities;
	size_t nationality_count;
	struct tot_residence *residence;
	size_t residence_count;
	struct tot_money yearly_income;
	struct tot_own_pension *own_pension;
	size_t own_pension_count;
};

struct tot_raising {
	bool by_person; /* false: by the spouse */
	struct tot_date from, to;
};

struct tot_child {
	struct tot_date born;
	struct tot_raising *raising; /* empty: the mother raised the child all the time */
	size_t raising_count;
	struct tot_date in_education_until;
	bool disabled;
};

struct tot_dependant {
	const char *relation; /* parent, grandparent, grandchild */
	struct tot_date born;
};

struct tot_family {
	struct tot_spouse spouse;
	struct tot_child *children;
	size_t child_count;
	struct tot_dependant *dependants;
	size_t dependant_count;
};

enum tot_pay_form {
	TOT_PAY_NONE,
	TOT_PAY_MONTHLY,
	TOT_PAY_YEARLY,
	TOT_PAY_AVERAGE,
	TOT_PAY_AVERAGE_REVALUED,
	TOT_PAY_POINTS,
	TOT_PAY_POINTS_BY_YEAR,
	TOT_PAY_CONTRIBUTION
};

struct tot_pay_step {
	tot_month from; /* the first step holds from the start of the record, whatever it says */
	int64_t amount;
};

struct tot_pay_year {
	int year;
	int64_t amount; /* money of the year, or points in 0.0001 */
};

struct tot_bonus {
	tot_month month; /* one bonus; TOT_MONTH_NONE when `every` is set */
	int every;	 /* calendar month 1-12, each year; 0 when `month` is set */
	int64_t amount;
};

struct tot_pay {
	enum tot_pay_form form;
	struct tot_pay_step *steps; /* monthly; ascending */
	size_t step_count;
	struct tot_pay_year *years; /* yearly, points by year; ascending */
	size_t year_count;
	int64_t amount; /* average, average_revalued, contribution (money); points (0.0001) */
	struct tot_bonus *bonuses;
	size_t bonus_count;
	int64_t growth;	      /* a year, 1e-6; 0 = none */
	const char *currency; /* NULL = that of the month paid for */
};

struct tot_period {
	const char *country;
	enum tot_kind kind;
	struct tot_date from, to; /* to: none = goes on */
	bool east;
	unsigned flags; /* enum tot_flag */
	struct tot_pay pay;
	const char *note;
	const char *pointer; /* place in the file, "/periods/3" */
};

struct tot_credit {
	const char *country;
	const char *
		kind; /* pension_rights_adjustment, pension_splitting, minijob_supplement, bought */
	int64_t points; /* 0.0001, may be negative */
	struct tot_date from, to, effective;
};

struct tot_posting {
	const char *home, *host;
	struct tot_date from, planned_to, to;
	bool self_employed;
	int extension_months;
	struct tot_pay pay;
	bool spouse_and_children, keep_host_insurance;
	const char *basis; /* posting, exception, ship, public_service */
	const char *pointer;
	const struct tot_posting
		*earlier; /* the one before it between the same two states, or NULL */
};

enum tot_event_kind { TOT_EVENT_REFUND, TOT_EVENT_DISABILITY, TOT_EVENT_DEATH, TOT_EVENT_BENEFIT };

struct tot_event {
	enum tot_event_kind kind;
	const char *country; /* refund, benefit */
	struct tot_date on;  /* filed, since, on, from */
	struct tot_date to;
	const char *scheme; /* refund JP: employees, national, all */
	struct tot_date first_examined, determined;
	bool capacity_partial, temporary, work_accident;
	int grade; /* 0 = not given; 4 = "allowance" */
	const char *what;
	struct tot_money monthly;
	bool thanks_to_agreement;
	const char *pointer;
};

enum tot_claim_when { TOT_CLAIM_REGULAR, TOT_CLAIM_EARLIEST, TOT_CLAIM_AGE, TOT_CLAIM_START };

struct tot_claim {
	const char *country;
	const char *type; /* as written; NULL = default (DE "best", JP "all") */
	enum tot_claim_when when;
	struct tot_age age;
	tot_month start;
	int64_t share; /* 1e-6 of the full pension; 1000000 = all of it */
	bool deemed;
	const char *pointer;
};

struct tot_refund_plan {
	const char *country;
	const char *scheme; /* JP: employees, national, all (default) */
	struct tot_date filed;
};

struct tot_strategy {
	const char *id, *title;
	struct tot_refund_plan *refunds;
	size_t refund_count;
	struct tot_claim *claims; /* replace the plan's claims of the same state and part */
	size_t claim_count;
	struct tot_period *add_periods;
	size_t add_period_count;
};

struct tot_rate_point {
	double years, rate;
};

/* Assumptions of the comparison; `has_*` false = the default, which the evaluation fills in. */
struct tot_compare {
	bool present;
	const char *currency; /* NULL = default */
	const char *mode;     /* "real", "nominal"; NULL = default */
	bool has_discount_rate;
	double discount_rate;
	struct tot_rate_point *curve;
	size_t curve_count;
	const char *mortality_table, *improvement; /* NULL = default */
	bool has_health_factor;
	double health_factor;
	bool has_jpy_per_eur;
	int64_t jpy_per_eur; /* 0.0001 JPY */
	const char *exchange_mode;
	const char *indexation_de, *indexation_jp;
	double *rates_de, *rates_jp; /* lists of yearly rates, or NULL */
	size_t rates_de_count, rates_jp_count;
	const char *tax; /* gross, net */
	bool has_fees;
	int64_t fee_fixed_jpy, fee_transfer_jpy;
	double fee_percent;
	struct tot_money wealth, other_yearly_income;
	struct tot_strategy *strategies;
	size_t strategy_count;
	bool simulate;
	int draws;
	uint64_t seed;
};

struct tot_choice {
	const char *id, *value;
};

struct tot_scenario {
	struct tot_arena arena;
	const char *file;
	const char *title;     /* "" if none */
	struct tot_date as_of; /* none = not given */
	struct tot_person person;
	struct tot_family family;
	struct tot_period *periods;
	size_t period_count;
	struct tot_credit *credits;
	size_t credit_count;
	struct tot_posting *postings;
	size_t posting_count;
	struct tot_event *events;
	size_t event_count;
	struct tot_claim *claims;
	size_t claim_count;
	struct tot_compare compare;
	struct tot_choice *choices;
	size_t choice_count;
};

/*
 * Read and check one scenario.
 *
 * Given      text, size; file: name for diagnostics
 * Returned   out: the scenario; free it with tot_scenario_free
 * Status     TOT_OK; TOT_ERR_DATA with every fault of the file in diag; TOT_ERR_MEMORY. Warnings (legal
 *            but odd facts) are added to diag also on success.
 */
TOT_NODISCARD enum tot_status tot_scenario_read(struct tot_scenario **out, const char *text,
						size_t size, const char *file,
						struct tot_diag *diag);

void tot_scenario_free(struct tot_scenario *scenario);

/* Fill `earlier` of every posting of a list: the one of the same home and host that began last before it. */
void tot_postings_link(struct tot_posting *postings, size_t count);

/* Value of a choice; `fallback` if the scenario does not make it. */
const char *tot_scenario_choice(const struct tot_scenario *scenario, const char *id,
				const char *fallback);

/* Is the person a national of the country on that day? "EU" asks for any state of EU, EEA, Switzerland. */
bool tot_person_national(const struct tot_person *person, const char *country, struct tot_date on);

/*
 * Country of residence on a day: the entry that covers it, of several the one that began last;
 * NULL = elsewhere or not stated.
 */
const char *tot_person_residence(const struct tot_person *person, struct tot_date on);

/* True for a member state of the EU, the EEA or Switzerland (on the law of 2026). */
bool tot_country_is_eu(const char *country);

/*
 * Monthly pay of a record in one month, before any cap.
 *
 * Given      period: form TOT_PAY_MONTHLY; month inside the record; freeze_year: year after whose January
 *            `growth` is not applied any more (DECISIONS 2)
 * Returned   smallest unit of the currency; growth^n applied to the first amount and rounded once
 */
TOT_NODISCARD enum tot_status tot_pay_monthly(int64_t *out, const struct tot_period *period,
					      tot_month month, int freeze_year);

/* Bonuses paid in the month, summed in the smallest unit. */
int64_t tot_pay_bonus(const struct tot_period *period, tot_month month);

/* Entry of `yearly` or `points by year`; false if the year has none. */
bool tot_pay_year(int64_t *out, const struct tot_period *period, int year);

/* Currency of the pay of a month: the written one, else DEM until 2001-12, EUR, or JPY by country. */
const char *tot_pay_currency(const struct tot_period *period, tot_month month);

#endif
