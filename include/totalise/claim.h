/* A life under all states' laws: refunds in date order, months lent, entitlements, amounts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_CLAIM_H
#define TOTALISE_CLAIM_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/deadline.h"
#include "totalise/scheme.h"

#define TOT_SCHEMES_MAX 4

/* The schemes by position, in the order of reports; NULL past the end. */
const struct tot_scheme *tot_scheme_at(size_t index);

/* Scheme of a state ("DE"); NULL if its pensions are not computed. */
const struct tot_scheme *tot_scheme_of(const char *state);

/* A refund that was asked for in one strategy, on its day. */
struct tot_taken {
	const struct tot_scheme *scheme;
	struct tot_date filed;
	const char *which;	  /* employees, national, all */
	struct tot_refund refund; /* amounts; a lump sum of both branches is two entries */
	bool paid;		  /* false: not eligible on that day; refund.reasons say why */
};

/* What is paid for one record that runs on the day of the decision, in its month. */
struct tot_contribution {
	const char *country;
	const char *id; /* of its step in the trace */
	const struct tot_period *record;
	struct tot_shares shares;
};

/* A stretch of a posting under the law of one state. */
struct tot_law_span {
	const char *state;
	struct tot_date from, to; /* to: none = open */
	const char *why;
};

/* Contributions of a posting in one state: by month for the same pay, and their sums. */
struct tot_posting_cost {
	bool known;
	const char *country;
	struct tot_shares *months; /* month_count, from `first` on */
	size_t month_count;
	tot_month first;
	struct tot_shares total;
	struct tot_shares
		converted; /* the sums in the currency of the other state; NULL currency: none */
};

/* One entry of `coverage`: which state insures a posted person, and what has to be filed. */
struct tot_coverage {
	const struct tot_posting *posting;
	struct tot_posting_law law;
	struct tot_law_span spans[4];
	size_t span_count;
	bool certified; /* a certificate belongs to it; the next four say which */
	const char *form, *issuer;
	struct tot_date valid_to, apply_from; /* apply_from: none = no earliest day is known */
	struct tot_date
		extension_until; /* last day that an extension can reach; none = not known */
	const char *next_step;	 /* NULL: nothing to file */
	struct tot_date next_on; /* last day for it; none = at once */
	const char *next_where;
	const char **notes;
	size_t note_count;
	struct tot_posting_cost home, host;
};

/*
 * Which law applies to one posting, with certificate, next filing and contributions.
 *
 * Given      posting; life: for an exchange rate of its own (NULL = none); ctx->as_of: the day on which the
 *            next filing is asked for
 * Returned   out; texts and lists in ctx->arena
 * Status     TOT_OK; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW
 * Law        agreement format, section 4; contributions by the national law of either state as if it held for
 *            the whole posting, on the same pay
 */
TOT_NODISCARD enum tot_status tot_coverage_of(struct tot_coverage *out,
					      const struct tot_posting *posting,
					      const struct tot_scenario *life, struct tot_ctx *ctx);

/* One entry of `deadlines`. */
struct tot_deadline {
	const struct tot_deadline_rule *rule;
	const char *what;
	struct tot_date on; /* none: no day, it holds whenever something is filed */
	const char *where;  /* with addresses; NULL: nothing is filed */
	const char *places; /* the same without addresses */
	const char *why;    /* from which day it is counted, and what is lost */
};

/* One entry of `institutions`: where this person applies. */
struct tot_institution {
	const struct tot_office *office;
	const char *address;
	const char *why;
};

/* One life evaluated as it stands or under one strategy. */
struct tot_outcome {
	const struct tot_scheme *schemes[TOT_SCHEMES_MAX];
	size_t state_count;
	struct tot_timeline
		timelines[TOT_SCHEMES_MAX]; /* after refunds; open records end with the plan */
	struct tot_findings findings[TOT_SCHEMES_MAX];
	struct tot_timeline *foreign; /* states without a scheme: months only */
	size_t foreign_count;
	struct tot_taken taken[TOT_SCHEMES_MAX * 4];
	size_t taken_count;
	struct tot_contribution *contributions; /* of records with given pay */
	size_t contribution_count;
	struct tot_coverage *coverage; /* one entry a posting, in the order of the scenario */
	size_t coverage_count;
	struct tot_institution *institutions;
	size_t institution_count;
	struct tot_deadline *deadlines; /* by day, those without one last */
	size_t deadline_count;
	bool closed;	       /* a refund of the strategy was not possible */
	int shared_months;     /* months that the first two states both count in their timelines */
	enum tot_status doubt; /* gravest status of the benefits that the plan pays */
};

/*
 * Evaluate a life.
 *
 * Given
 *   life       a checked scenario; ctx->as_of the day of the decision
 *   strategy   NULL = the life as it stands; else its refunds, claims and periods are added
 *   effects    also find what each possible refund would destroy (evaluates the life again for each), and
 *              what voluntary insurance would bring what is paid
 *              now, and what deductions leave of benefits
 * Returned
 *   out        everything in ctx->arena
 * Status
 *   TOT_OK or a caveat; TOT_ERR_* of memory, overflow or law data (reason in ctx->notices)
 * Law        refunds first, in date order, then aggregation (agreement files, `refunds`)
 */
TOT_NODISCARD enum tot_status tot_evaluate(struct tot_outcome **out,
					   const struct tot_scenario *life,
					   const struct tot_strategy *strategy, bool effects,
					   struct tot_ctx *ctx);

/* Findings of a state in an outcome; NULL if it has none. */
const struct tot_findings *tot_outcome_findings(const struct tot_outcome *outcome,
						const char *state);

/*
 * Months that the result calls `months` of a timeline: all kinds but unpaid, complementary and other_system,
 * and without exempt mini-jobs (DECISIONS 9), before `end`.
 */
void tot_timeline_months(struct tot_months *out, const struct tot_timeline *timeline,
			 tot_month end);

/* Timeline of a state, with or without a scheme; NULL if the life has no record there. */
const struct tot_timeline *tot_outcome_timeline(const struct tot_outcome *outcome,
						const char *state);

/* Is the agreement in force on that day, and is the state of the scheme bound by it? */
bool tot_agreement_lends(const struct tot_agreement *agreement, const struct tot_scheme *scheme,
			 struct tot_date on);

/*
 * The months that one agreement lends to the tests of a state, and the conditions that it deems to be met.
 *
 * Given      io->life; outcome: timelines of all states after refunds
 * Returned   io->lent and io->deemed; see struct tot_lent
 * Law        agreement format, section 5. Several agreements are never added: each is asked alone
 */
TOT_NODISCARD enum tot_status tot_aggregate(struct tot_view *io, const struct tot_scheme *scheme,
					    const struct tot_agreement *agreement,
					    const struct tot_outcome *outcome, struct tot_ctx *ctx);

/*
 * Units of the lender as units of the borrower.
 *
 * Given      io: months of the lender that are accepted; own: months of the borrower (quarters with one are
 *            not given again)
 * Returned   io: months (per_unit: all months of a quarter), or quarters written as their first month
 *            (per_calendar_year: months of the year / months_per_unit, rounded up)
 * Law        agreement format, section 5, `convert`
 * Example    per year by 3, 2010-01..2011-08: four quarters of 2010 and three of 2011
 */
void tot_convert_months(struct tot_months *io, const struct tot_accept *accept,
			const struct tot_months *own);

/* The spans in which a day makes conditions of `scheme` hold; see struct tot_deemed_spans. */
TOT_NODISCARD enum tot_status tot_aggregate_deemed(struct tot_deemed_spans **out, size_t *count,
						   const struct tot_scheme *scheme,
						   const struct tot_timeline *lenders,
						   size_t lender_count, struct tot_ctx *ctx);

/*
 * Right to voluntary insurance in a state that an agreement or national rule of its file gives.
 * Returned: the reason as text, or NULL if there is none on that day.
 */
const char *tot_voluntary_right(const char *state, const struct tot_timeline *own,
				const struct tot_scenario *life, struct tot_date on,
				struct tot_ctx *ctx);

#endif
