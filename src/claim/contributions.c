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

/* Does this record pay for the month of the decision? */
static bool is_due(const struct tot_scheme *scheme, const struct tot_span *span, struct tot_date on)
{
	const struct tot_period *record = span->record;
	if (!record || span->derived || !runs_on(record, on))
		return false;
	if (scheme->owner_pays && !tot_months_has(&span->months, tot_month_of(on)))
		return false;
	return (scheme->flat_kinds & TOT_KIND_BIT(record->kind)) || has_wage(record);
}

static void explain(const struct tot_shares *shares, struct tot_trace *trace)
{
	char text[TOT_DECIMAL_TEXT];
	const int decimals = tot_currency_decimals(shares->currency);
	tot_trace_input(trace, "insured person", "%s %s",
			tot_decimal_print_grouped(text, shares->employee, decimals),
			shares->currency);
	tot_trace_result(
		trace, shares->currency, "%s",
		tot_decimal_print_grouped(text, shares->employee + shares->employer, decimals));
}

/* One entry, if the state can tell the shares. */
static enum tot_status add(struct tot_outcome *outcome, const struct tot_scheme *scheme,
			   const struct tot_period *record, struct tot_ctx *ctx)
{
	struct tot_shares shares;
	const char *id = tot_arena_format(ctx->arena, "%s.contribution.%zu", scheme->state,
					  outcome->contribution_count + 1);
	tot_trace_begin(ctx->trace, id, "pension contribution of the month");
	const enum tot_status status =
		scheme->ops->contribution(&shares, record, tot_month_of(ctx->as_of), ctx);
	if (status == TOT_OK)
		explain(&shares, ctx->trace);
	tot_trace_end(ctx->trace);
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
		.country = scheme->state, .id = id, .record = record, .shares = shares};
	return TOT_OK;
}

enum tot_status tot_contributions_find(struct tot_outcome *outcome, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t s = 0; s < outcome->state_count; s++) {
		const struct tot_timeline *own = &outcome->timelines[s];
		for (size_t i = 0; i < own->span_count && status >= 0; i++) {
			const struct tot_span *span = &own->spans[i];
			if (is_due(outcome->schemes[s], span, ctx->as_of))
				status = add(outcome, outcome->schemes[s], span->record, ctx);
		}
	}
	return status;
}
