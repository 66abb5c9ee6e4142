/* What the person still pays for periods that only a strategy adds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

/* First month for which a period is not paid any more: its end, or the old-age pension there. */
static tot_month end_of(const struct tot_period *period, const struct tot_outcome *outcome,
			tot_month horizon)
{
	tot_month end = tot_date_is_none(period->to) ? horizon : tot_month_of(period->to) + 1;
	for (size_t s = 0; s < outcome->state_count; s++) {
		const struct tot_findings *findings = &outcome->findings[s];
		if (strcmp(findings->country, period->country) == 0 &&
		    findings->planned_start != TOT_MONTH_NONE && findings->planned_start < end)
			end = findings->planned_start;
	}
	return end;
}

static enum tot_status pay(struct tot_flows *io, const struct tot_scheme *scheme,
			   const struct tot_period *period, tot_month month, struct tot_ctx *ctx)
{
	struct tot_shares shares = {0};
	enum tot_status status = scheme->ops->contribution(&shares, period, month, ctx);
	/* A rate of a year that no table holds: the amount is not known. */
	if (status == TOT_ERR_NO_PARAMETER || (status >= 0 && !shares.currency)) {
		io->incomplete = true;
		return TOT_OK;
	}
	if (status < 0 || shares.employee == 0)
		return status;
	io->list = tot_arena_grow(ctx->arena, io->list, io->count, sizeof(*io->list));
	if (!io->list) {
		io->count = 0;
		return TOT_ERR_MEMORY;
	}
	io->list[io->count++] = (struct tot_flow){
		.date = tot_month_last_day(month),
		.amount = -shares.employee,
		.currency = shares.currency,
		.state = scheme->state,
		.kind = tot_arena_format(ctx->arena, "%s.contributions", scheme->state),
		.condition = TOT_IF_ALIVE};
	return TOT_OK;
}

enum tot_status tot_flows_contributions(struct tot_flows *io, const struct tot_strategy *strategy,
					const struct tot_outcome *outcome,
					const struct tot_terms *terms, struct tot_ctx *ctx)
{
	struct tot_ctx quiet = *ctx;
	enum tot_status status = TOT_OK;
	quiet.trace = NULL;
	quiet.notices = NULL;
	const tot_month horizon = tot_month_of(terms->born) + 12 * TOT_HORIZON_AGE;
	const size_t before = io->count;
	for (size_t i = 0; i < strategy->add_period_count; i++) {
		const struct tot_period *period = &strategy->add_periods[i];
		const struct tot_scheme *scheme = tot_scheme_of(period->country);
		if (!scheme || !scheme->ops || !scheme->ops->contribution)
			continue;
		const tot_month end = end_of(period, outcome, horizon);
		tot_month month = tot_month_of(period->from);
		if (month < tot_month_of(terms->as_of))
			month = tot_month_of(terms->as_of);
		for (; status >= 0 && month < end; month++)
			status = pay(io, scheme, period, month, &quiet);
	}
	if (status >= 0 && io->count > before)
		tot_flows_sort(io);
	return status < 0 ? status : TOT_OK;
}
