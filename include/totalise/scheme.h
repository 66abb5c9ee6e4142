/* A state's law as a module: one constant descriptor and six operations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_SCHEME_H
#define TOTALISE_SCHEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "totalise/agreement.h"
#include "totalise/arena.h"
#include "totalise/decimal.h"
#include "totalise/law.h"
#include "totalise/scenario.h"
#include "totalise/timeline.h"
#include "totalise/trace.h"

/* Everything a rule may see besides the life: passed down, never global. */
struct tot_ctx {
	const struct tot_law *law;
	struct tot_date as_of;
	struct tot_arena *arena;  /* texts of the findings */
	struct tot_trace *trace;  /* NULL = nobody asks why */
	struct tot_diag *notices; /* what the result must say about itself */
};

/* Months of the other party that one test may borrow, made by claim/aggregate.c from agreement data. */
struct tot_lent {
	const char *condition;		    /* "DE.w5" */
	const struct tot_aggregation *rule; /* minimum, factors, as */
	const char *agreement;		    /* "de-jp" */
	const char *lender;		    /* "JP" */
	struct tot_months months;	    /* accepted months, own months not yet taken out */
	struct tot_months alternative;	    /* with every disputed kind decided the other way */
	bool has_alternative;
	const char *choice; /* what the alternative decides, e.g. "de.w5.exempt_full: accept" */
	struct tot_months factor_months[2]; /* lent months that weigh rule->factors[i].factor */
	/* Facts in the other state that make the frame of the test longer (rule->extended_by). */
	struct tot_months extension;
	struct tot_months raising_residence; /* there, as far as the person raises a child */
};

/* A condition that insurance of the other party can meet, made by claim/frames.c from agreement data. */
struct tot_deemed_spans {
	const struct tot_deemed *rule;
	const char *agreement;
	const struct tot_timeline *periods; /* of the state rule->of */
};

/* What one evaluation may see of a life. For amounts `lent` is empty: lent months never reach an amount. */
struct tot_view {
	const struct tot_scenario *life;
	const struct tot_timeline *own;
	const struct tot_claim *claims; /* claims of this state that hold, at most one a part */
	size_t claim_count;
	const struct tot_lent *lent;
	size_t lent_count;
	const struct tot_deemed_spans *deemed;
	size_t deemed_count;
};

/* Outcome of one qualifying test: an entry of `qualifying` in the result. */
struct tot_qualifying {
	const char *id, *country, *title, *law;
	int required;
	const char *required_ratio; /* "2/3" for ratio tests, else NULL */
	int own, credits, lent, overlap, counted, missing;
	int insured_months; /* ratio tests: what `counted` is held against */
	const char *rule;   /* ratio tests: "two_thirds" or "one_year"; else NULL */
	bool met, by_agreement;
	const char *lent_by;			 /* state that lends; NULL if nothing was lent */
	const struct tot_aggregation *lent_rule; /* by this rule of `agreement`, or NULL */
	const char *agreement;
	tot_month met_on; /* first month at whose end the test is met, or TOT_MONTH_NONE */
	bool has_alternative;
	const char *alternative_choice;
	int alternative_counted;
	bool alternative_met;
	struct tot_months own_months, lent_months; /* for the trace and the timeline picture */
};

/* A named number of a benefit, as printed: "access_factor" = "0.856"; or a group of them. */
struct tot_named {
	const char *name;
	const char *value; /* decimal text; NULL for a group */
	struct tot_named *children;
	struct tot_named *next;
};

struct tot_amount {
	bool known;
	int64_t value;	      /* smallest unit */
	const char *currency; /* "EUR" */
	const char *per;      /* "month", "year"; NULL = once */
};

/* What is taken from a benefit: "health insurance" and so on. */
struct tot_deduction {
	const char *name, *law;
	struct tot_amount amount;
	struct tot_deduction *next;
};

/* One entry of `benefits`. */
struct tot_benefit {
	const char *id, *country, *title;
	bool entitled, chosen, by_agreement;
	const struct tot_qualifying
		*test; /* the qualifying test as of its own start; NULL if none */
	/*
	 * Months of its own and of other states before the start that conditions inside the amount ask for:
	 * `entitle` counts them, since amounts see no lent months (de: DECISIONS 21, 28).
	 */
	int calculation_months, basic_pension_months;
	int long_service_months; /* de: for the lower reference ages of s. 77 (4) */
	tot_month
		counted_before; /* months before it are in the amount; TOT_MONTH_NONE: the start */
	/* What `entitle` found for the amount, in ctx->arena; only the state's own files read it. */
	const void *facts;
	tot_month earliest_start; /* TOT_MONTH_NONE if never payable */
	tot_month start;
	tot_month end;	    /* month after the last one paid; 0 = for life */
	struct tot_age age; /* completed on the day before the start; years -1: of nobody insured */
	struct tot_amount amount;
	const char *formula; /* the amount in one line, for the report */
	const char *law;
	struct tot_named *factors;
	struct tot_named *components; /* name and amount text */
	const char **reasons;	      /* why not entitled, or what limits it */
	size_t reason_count;
	enum tot_status status;
	const char *rhythm;		  /* "monthly" or "even_months" */
	tot_month first_payment;	  /* month in which the first payment is made */
	int64_t each_payment;		  /* amount of a regular payment */
	int64_t arrears;		  /* paid once with the first payment */
	struct tot_deduction *deductions; /* only where the scenario asks for them */
	struct tot_amount net;		  /* what they leave; not known: not asked for */
};

/* One entry of `refunds`. */
struct tot_refund {
	const char *id, *country, *title;
	bool eligible;
	const char **reasons;
	size_t reason_count;
	int months; /* months refunded: JP national: the weighted count, see months_text */
	const char *months_text; /* decimal text when months are weighted; NULL otherwise */
	int paid_months;
	const char *average_remuneration; /* decimal text, or NULL */
	const char *factor;
	struct tot_amount gross, withheld, tax, tax_refund, net;
	struct tot_date opens, closes; /* window of the claim; none = open */
	struct tot_months erases;
	int erases_by_kind[TOT_KIND_COUNT];
	const char **
		effects; /* sorted ids of tests and benefits that it would destroy; filled by claim */
	size_t effect_count;
	const char *formula, *law;
	enum tot_status status;
};

/* What twelve months of voluntary contributions of one height cost and bring. */
struct tot_voluntary_year {
	struct tot_amount cost;	   /* of the twelve months */
	struct tot_amount monthly; /* more pension at the values of the day, without deduction */
	const char *points;	   /* decimal text, or NULL where the state counts none */
	enum tot_status status;
};

/* One entry of `voluntary`: may the person insure voluntarily on the day, and what would it bring? */
struct tot_voluntary {
	const char *country;
	bool entitled;
	const char *why;	       /* the right, or what stands against it */
	tot_month from, to;	       /* first and last month to pay for; none in `to`: no end */
	struct tot_amount least, most; /* a month */
	struct tot_date deadline;      /* last day to pay for the year of `from` */
	bool has_effect;	       /* the rest is filled */
	struct tot_voluntary_year least_year, most_year;
	const char **closes; /* ids of tests and pensions that one more year would open */
	size_t close_count;
};

#define TOT_FINDINGS_MAX 48

/* What one state finds about a life. */
struct tot_findings {
	const char *country;
	tot_month planned_start; /* planned old-age start: tests count the months before it */
	tot_month timeline_end;	 /* the timeline is counted to the month before it */
	struct tot_qualifying qualifying[TOT_FINDINGS_MAX];
	size_t qualifying_count;
	struct tot_benefit benefits[TOT_FINDINGS_MAX];
	size_t benefit_count;
	struct tot_refund refunds[4];
	size_t refund_count;
	bool has_voluntary; /* the state says who may insure voluntarily */
	struct tot_voluntary voluntary;
};

/* Contributions of one month of one record, in the smallest unit of the currency. */
struct tot_shares {
	int64_t base, employee, employer;
	const char *currency;
};

struct tot_scheme_ops {
	/*
	 * Place the records of this state on the calendar.
	 * Given      life; open_end: open records fill the months before it (and never pass an age limit)
	 * Returned   out, spans and kinds; spans live in ctx->arena
	 */
	enum tot_status (*place)(struct tot_timeline *out, const struct tot_scenario *life,
				 tot_month open_end, struct tot_ctx *ctx);
	/* Month before which open records end when the plan of this state is carried out. */
	enum tot_status (*open_end)(tot_month *out, const struct tot_view *view,
				    struct tot_ctx *ctx);
	/* Qualifying tests, starts, and which benefits are due: everything of findings but amounts. */
	enum tot_status (*entitle)(struct tot_findings *out, const struct tot_view *view,
				   struct tot_ctx *ctx);
	/* Amounts of every benefit with a start, in findings->benefits; view->lent is empty. */
	enum tot_status (*benefit)(struct tot_findings *io, const struct tot_view *view,
				   struct tot_ctx *ctx);
	/*
	 * Refunds as of `filed` (none: as of ctx->as_of): conditions, window, amounts, months erased.
	 * Given      view with lent months (some conditions count them); voluntary: the agreement's right to
	 *            voluntary insurance in this state on that day, with its reason, or NULL
	 */
	enum tot_status (*refund)(struct tot_findings *io, const struct tot_view *view,
				  struct tot_date filed, const char *voluntary,
				  struct tot_ctx *ctx);
	/* Take away what a refund filed on that day erases: the record begins anew the day after. */
	enum tot_status (*after_refund)(struct tot_timeline *io, struct tot_date filed,
					const char *which, const struct tot_scenario *life,
					struct tot_ctx *ctx);
	/* Shares of one month of one record. */
	enum tot_status (*contribution)(struct tot_shares *out, const struct tot_period *record,
					tot_month month, struct tot_ctx *ctx);
	/*
	 * Voluntary insurance as of ctx->as_of, in findings->voluntary. May be NULL.
	 * Given      view with lent months; right: as `voluntary` of refund; since: first month from which
	 *            that right has lasted to the day
	 */
	enum tot_status (*voluntary)(struct tot_findings *io, const struct tot_view *view,
				     const char *right, tot_month since, struct tot_ctx *ctx);
	/* Deductions and net of every benefit that has an amount. May be NULL. */
	enum tot_status (*deduct)(struct tot_findings *io, const struct tot_view *view,
				  struct tot_ctx *ctx);
};

struct tot_scheme {
	const char *id, *state, *name, *currency; /* "de", "DE", "Germany", "EUR" */
	const struct tot_figures *figures;
	tot_kinds kinds;      /* kinds that a record of this state may have */
	tot_kinds flat_kinds; /* kinds whose contribution is the same whatever the pay */
	bool owner_pays;      /* contributions are due only for months that the record owns */
	bool claims_by_part;  /* parts of the pension are claimed apart ("basic", "employees") */
	const struct tot_scheme_ops *ops; /* NULL: months are known, pensions are not computed */
};

/* Last day of the work as it is known: `to`, else `planned_to`; none = open. */
struct tot_date tot_posting_last_day(const struct tot_posting *posting);

/* What an agreement says about one posting. */
struct tot_posting_law {
	const struct tot_agreement *agreement; /* NULL: the law book has none of the two states */
	const struct tot_posting_rule *rule;   /* NULL: no rule with a length decides */
	struct tot_date counted_from;	       /* where the months of the rule begin to count */
	int extension_months;		       /* granted */
	bool continued; /* a short break before it: the months count from an earlier posting */
	bool before_agreement; /* it began before the agreement; the months count from its first day */
	bool planned_longer;  /* planned beyond `limit` */
	bool host_from_start; /* the law of the host from the first day */
	struct tot_date
		limit; /* end of the months with the extension granted; none without a rule */
	struct tot_date
		home_end; /* last day under home law; the day before the start if there is none */
};

/* The agreement that binds both states during the posting, complete or not; NULL if there is none. */
const struct tot_agreement *tot_posting_agreement(const struct tot_posting *posting,
						  const struct tot_law *law);

/*
 * Which law applies to a posting, and until when.
 *
 * Given      posting, with the earlier ones of the same two states behind it; law: the agreements
 * Returned   out
 * Law        agreement format, section 4: `max`, `extension`, `if_planned_longer`, `gap` (a break that the
 *            practice of the home state calls the same posting, or that is shorter than the treaty asks for,
 *            lets the months run on). Exceptions, ships, public service and states without an agreement: home
 *            law to the last day of the work
 * Example    60 calendar months from 2020-01-15, planned to 2026-12-31: home law until 2025-01-31; as a second
 *            posting that begins two months after one from 2018-01-01: until 2022-12-31
 */
void tot_posting_law_of(struct tot_posting_law *out, const struct tot_posting *posting,
			const struct tot_law *law);

/* tot_posting_law_of(...).home_end: the day before posting->from if home law does not apply at all. */
struct tot_date tot_posting_home_end(const struct tot_posting *posting, const struct tot_law *law);

/*
 * Does a rule of an agreement (voluntary[].who) give the right to voluntary insurance on a day?
 *
 * Given      own: months of the state that the rule is about
 * Returned   true with the nationality, residence, age and own months of the rule, while the agreement
 *            is in force
 * Example    a German in Germany with 60 Japanese months: Act 104/2007 s. 8
 */
bool tot_voluntary_rule_holds(const struct tot_agreement *agreement,
			      const struct tot_voluntary_rule *rule, const struct tot_timeline *own,
			      const struct tot_scenario *life, struct tot_date on);
extern const struct tot_figures tot_exchange_figures;

/*
 * Yen for one euro: the scenario's own rate, or the newest yearly mean known on ctx->as_of.
 *
 * Given      life: NULL = no rate of its own
 * Returned   out: scale 0.0001 yen
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before the first rate
 * Law        DECISIONS 25
 * Example    2026-11-21, no rate given: 183.7561
 */
TOT_NODISCARD enum tot_status tot_exchange_rate(int64_t *out, const struct tot_scenario *life,
						const struct tot_ctx *ctx);

/*
 * An amount in the other currency, in its smallest unit.
 *
 * Given      amount: cents of EUR or whole yen; from, to: "EUR", "JPY"; rate: of tot_exchange_rate
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER for other currencies; TOT_ERR_OVERFLOW
 * Rounding   half up, once
 * Example    1,000.00 EUR at 183.7561: 183,756 yen
 */
TOT_NODISCARD enum tot_status tot_exchange_amount(int64_t *out, int64_t amount, const char *from,
						  const char *to, int64_t rate);

/* Lent months of a condition in a view; NULL if no agreement lends any. */
const struct tot_lent *tot_view_lent(const struct tot_view *view, const char *condition);

/*
 * The rule by which a condition is deemed to be met on a day, such as "JP.insured_at_first_exam".
 *
 * Given      view with the other party's timeline; day: of the event that the rule names
 * Returned   the rule; NULL if no agreement has one or the day lies outside. Own months (`own_minimum`),
 *            `within_years` and `not_if` are for the state's own law to ask
 * Law        agreement format, section 5, `deemed`
 * Example    first examined in a month of German employment: the rule jp.insured_at_first_exam
 */
const struct tot_deemed_spans *tot_view_deemed(const struct tot_view *view, const char *condition,
					       struct tot_date day);

/*
 * One test "own + lent = counted of required" (agreement format, section 5; DECISIONS 11, 12).
 *
 * Given
 *   own        months of the state that count for this test, already cut at the start examined
 *   minimum    number of own months among the kinds of the rule's own minimum (ignored without a rule)
 *   credits    months of s. 52 that count beside `own` alone and beside own + lent months
 *   lent       borrowed months, or NULL; cut: months from `cut` on are not lent
 *   required   months
 * Returned
 *   the numbers, met and by_agreement of `out`; met_on is left alone
 */
struct tot_credit_months {
	struct tot_months
		within[4]; /* where credit months may lie: months of the marriage or the job */
	int months[4];	   /* how many; placed on the earliest free months, in this order */
	size_t count;
};
void tot_qualify(struct tot_qualifying *out, const struct tot_months *own, int minimum,
		 const struct tot_credit_months *credits, const struct tot_lent *lent,
		 tot_month cut, int required);

/*
 * Write a test into the trace: "own + credits + lent = counted of required" with the months as ranges.
 * Given      id: that of the test, or "" below a benefit; required: the dated figure, or NULL
 */
void tot_trace_test(struct tot_trace *trace, const char *id, const struct tot_qualifying *test,
		    const struct tot_value *required);

/* Helpers that fill findings; texts are in ctx->arena. Each returns NULL when there is no room. */
struct tot_qualifying *tot_findings_test(struct tot_findings *findings, const char *id,
					 const char *title, const char *law);
struct tot_benefit *tot_findings_benefit(struct tot_findings *findings, const char *id,
					 const char *title, const char *law);
struct tot_refund *tot_findings_refund(struct tot_findings *findings, const char *id,
				       const char *title, const char *law);
const struct tot_qualifying *tot_findings_find_test(const struct tot_findings *findings,
						    const char *id);
const struct tot_benefit *tot_findings_find_benefit(const struct tot_findings *findings,
						    const char *id);

/* Append a reason, a named factor or a component. */
void tot_benefit_reason(struct tot_benefit *benefit, struct tot_ctx *ctx, const char *format, ...)
	TOT_PRINTF(3, 4);
void tot_refund_reason(struct tot_refund *refund, struct tot_ctx *ctx, const char *format, ...)
	TOT_PRINTF(3, 4);
struct tot_named *tot_benefit_factor(struct tot_benefit *benefit, struct tot_ctx *ctx,
				     const char *name, const char *format, ...) TOT_PRINTF(4, 5);
void tot_named_add(struct tot_named **list, struct tot_ctx *ctx, const char *name,
		   const char *format, ...) TOT_PRINTF(4, 5);
void tot_benefit_component(struct tot_benefit *benefit, struct tot_ctx *ctx, const char *name,
			   const char *format, ...) TOT_PRINTF(4, 5);

/* Write the source of a figure into the open step of the trace: file, validity, source, confidence. */
void tot_trace_value(struct tot_trace *trace, const char *label, const struct tot_value *value);

#endif
