/* What the files that look for the events of deadlines share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLAIM_DEADLINES_H
#define TOT_CLAIM_DEADLINES_H

#include "claim.h"

/* One rule that is applied to one life. */
struct tot_deadline_work {
	struct tot_outcome *outcome;
	const struct tot_scenario *life;
	const struct tot_deadline_rule *rule;
	const struct tot_deadlines *data;
	struct tot_ctx *ctx;
	bool failed;
};

/* A deadline of the rule that ends on `on` (none: no day); not before the day of the decision. */
void tot_deadline_add(struct tot_deadline_work *work, struct tot_date on, const char *about,
		      const char *counted_from);

/* The same from an event: the rule's own limit decides the day. */
void tot_deadline_from(struct tot_deadline_work *work, struct tot_date event, const char *about);

/* Is the rule one of this state? "A-B" is one of both. */
bool tot_deadline_of_state(const struct tot_deadline_rule *rule, const char *state);

/* Does the rule speak of this id of the result? */
bool tot_deadline_for(const struct tot_deadline_rule *rule, const char *id);

/* deadline_claims.c: pensions, survivors, refunds. */
void tot_deadline_conditions_met(struct tot_deadline_work *work);
void tot_deadline_benefit_due(struct tot_deadline_work *work);
void tot_deadline_birthday(struct tot_deadline_work *work);
void tot_deadline_capacity(struct tot_deadline_work *work);
void tot_deadline_claim(struct tot_deadline_work *work);
void tot_deadline_death(struct tot_deadline_work *work);
void tot_deadline_insurance_ends(struct tot_deadline_work *work);
void tot_deadline_window(struct tot_deadline_work *work);
void tot_deadline_tax(struct tot_deadline_work *work);
void tot_deadline_first_benefit(struct tot_deadline_work *work);

/* deadline_months.c: contributions, children, postings. */
void tot_deadline_calendar_year(struct tot_deadline_work *work);
void tot_deadline_premium(struct tot_deadline_work *work);
void tot_deadline_exempt(struct tot_deadline_work *work);
void tot_deadline_application(struct tot_deadline_work *work);
void tot_deadline_declaration(struct tot_deadline_work *work);
void tot_deadline_posting_starts(struct tot_deadline_work *work);
void tot_deadline_posting_limit(struct tot_deadline_work *work);
void tot_deadline_other_law(struct tot_deadline_work *work);

#endif
