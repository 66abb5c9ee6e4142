/* Steps of one evaluation, shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLAIM_CLAIM_H
#define TOT_CLAIM_CLAIM_H

#include "totalise/claim.h"

/* One refund of a life: an event of the past, or part of a strategy. */
struct tot_refund_step {
	size_t state; /* position of the scheme */
	struct tot_date filed;
	const char *which;
	bool past; /* already paid: no condition is asked any more */
};

#define TOT_REFUND_STEPS_MAX 64

/* What an evaluation works on. */
struct tot_work {
	const struct tot_scenario *life; /* with the periods and claims of the strategy */
	struct tot_outcome *outcome;
	tot_month open_end[TOT_SCHEMES_MAX];
	const struct tot_claim *claims[TOT_SCHEMES_MAX];
	size_t claim_count[TOT_SCHEMES_MAX];
	struct tot_refund_step steps[TOT_REFUND_STEPS_MAX]; /* by date */
	size_t step_count;
	const struct tot_agreement
		*only[TOT_SCHEMES_MAX]; /* the agreement that lends; NULL = none */
	struct tot_refund_step done[TOT_REFUND_STEPS_MAX]; /* those that took their months away */
	size_t done_count;
};

/* The scenario with what the strategy adds; NULL without memory. */
const struct tot_scenario *tot_life_under(const struct tot_scenario *life,
					  const struct tot_strategy *strategy, struct tot_ctx *ctx);

/* Place all records, apply the refunds done so far. */
TOT_NODISCARD enum tot_status tot_place_all(struct tot_work *work, struct tot_ctx *ctx);

/* The view that tests (with lent months) or amounts (without) of one scheme may see. */
TOT_NODISCARD enum tot_status tot_view_make(struct tot_view *out, const struct tot_work *work,
					    size_t state, bool with_lent, struct tot_ctx *ctx);

/* Collect the refunds of events and strategy by date; TOT_ERR_DATA if there are too many. */
TOT_NODISCARD enum tot_status tot_refund_steps(struct tot_work *work,
					       const struct tot_strategy *strategy);

/* Carry the steps out in date order: conditions, payment, months taken away. */
TOT_NODISCARD enum tot_status tot_refunds_apply(struct tot_work *work, struct tot_ctx *ctx);

/* Months of states without a built-in law. */
TOT_NODISCARD enum tot_status tot_place_foreign(struct tot_outcome *outcome,
						const struct tot_scenario *life,
						struct tot_ctx *ctx);

/* Who may insure voluntarily, and what one more year of it would bring, by each state's law. */
TOT_NODISCARD enum tot_status tot_voluntary_find(struct tot_work *work, struct tot_ctx *ctx);

/* Deductions and net of benefits, if the life asks for them (compare.tax "net"). */
TOT_NODISCARD enum tot_status tot_deductions_find(struct tot_work *work, struct tot_ctx *ctx);

/* Contributions of the month of ctx->as_of for records with given pay. */
TOT_NODISCARD enum tot_status tot_contributions_find(struct tot_outcome *outcome,
						     struct tot_ctx *ctx);

/* Coverage of every posting of the life. */
TOT_NODISCARD enum tot_status tot_coverage_find(struct tot_outcome *outcome,
						const struct tot_scenario *life,
						struct tot_ctx *ctx);

/* Contributions of a posting by home and host law, month by month and in sum. */
TOT_NODISCARD enum tot_status tot_posting_costs(struct tot_coverage *io,
						const struct tot_scenario *life,
						struct tot_ctx *ctx);

/* Where this person applies: the institutions of each state with months, and for postings. */
TOT_NODISCARD enum tot_status tot_institutions_find(struct tot_outcome *outcome,
						    struct tot_ctx *ctx);

/* Every date that matters to this life, from the rules of the law book. */
TOT_NODISCARD enum tot_status tot_deadlines_find(struct tot_outcome *outcome,
						 const struct tot_scenario *life,
						 struct tot_ctx *ctx);

/* Facts that make the frame of a test longer; timeline: of the state in which they lie. */
void tot_frame_facts(struct tot_lent *io, const struct tot_timeline *timeline,
		     const struct tot_scenario *life);

/* The conditions that an agreement deems to be met for a state. */
TOT_NODISCARD enum tot_status tot_deemed_find(struct tot_view *io, const struct tot_scheme *scheme,
					      const struct tot_outcome *outcome,
					      const struct tot_agreement *agreement,
					      struct tot_ctx *ctx);

/* Which agreement lends to each state: of several complete ones the one that brings most. */
TOT_NODISCARD enum tot_status tot_agreements_choose(struct tot_work *work, struct tot_ctx *ctx);

/* What months in third states do, and what agreements that are only sketched would change. */
TOT_NODISCARD enum tot_status tot_third_states(struct tot_work *work, struct tot_ctx *ctx);

/* "Germany", or the code of a state without a scheme. */
const char *tot_state_title(const char *state);

/* What each possible refund would destroy: evaluates the life again with it. */
TOT_NODISCARD enum tot_status tot_effects(struct tot_outcome *outcome,
					  const struct tot_scenario *life, struct tot_ctx *ctx);

#endif
