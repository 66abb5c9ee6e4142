/* What employee and employer pay in the month of the decision for records that run then. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim.h"

/* Records whose pay is known as money, and for which somebody pays a contribution of his own. */
static bool has_wage(const struct tot_period *record)
{
	const tot_kinds kinds = TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) |
				TOT_KIND_BIT(TOT_VOLUNTARY);
	const enum tot_pay_form form = record->pay.form;
	return (kinds & TOT_KIND_BIT(record->kind)) &&
	       (form == TOT_PAY_MONTHLY || form == TOT_PAY_YEARLY || form == TOT_PAY_CONTRIBUTION);
}

static bool runs_on(const struct tot_period *record, struct tot_date on)
{
	return tot_date_compare(record->from, on) <= 0 &&
	       (tot_date_is_none(record->to) || tot_date_compare(record->to, on) >= 0);
}

/* One entry, if the state can tell the shares. */
static enum tot_status add(struct tot_outcome *outcome, const struct tot_scheme *scheme,
			   const struct tot_period *record, struct tot_ctx *ctx)
{
	struct tot_shares shares;
	const enum tot_status status =
		scheme->ops->contribution(&shares, record, tot_month_of(ctx->as_of), ctx);
	if (status == TOT_ERR_OVERFLOW || status == TOT_ERR_MEMORY)
		return status;
	if (status < 0 || status == TOT_INCOMPLETE_RECORD)
		return TOT_OK;
	struct tot_contribution *list = tot_arena_grow(ctx->arena, outcome->contributions,
						       outcome->contribution_count, sizeof(*list));
	if (!list)
		return TOT_ERR_MEMORY;
	outcome->contributions = list;
	list[outcome->contribution_count++] = (struct tot_contribution){
		.country = scheme->state, .record = record, .shares = shares};
	return TOT_OK;
}

enum tot_status tot_contributions_find(struct tot_outcome *outcome, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t s = 0; s < outcome->state_count; s++) {
		const struct tot_timeline *own = &outcome->timelines[s];
		for (size_t i = 0; i < own->span_count && status >= 0; i++) {
			const struct tot_period *record = own->spans[i].record;
			if (record && !own->spans[i].derived && has_wage(record) &&
			    runs_on(record, ctx->as_of))
				status = add(outcome, outcome->schemes[s], record, ctx);
		}
	}
	return status;
}
