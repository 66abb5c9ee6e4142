/* States whose law is not built in: their months are known and shown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

static struct tot_timeline *timeline_for(struct tot_outcome *outcome, const char *country,
					 size_t spans, struct tot_ctx *ctx)
{
	for (size_t i = 0; i < outcome->foreign_count; i++)
		if (strcmp(outcome->foreign[i].country, country) == 0)
			return &outcome->foreign[i];
	struct tot_timeline *grown = tot_arena_grow(ctx->arena, outcome->foreign,
						    outcome->foreign_count, sizeof(*grown));
	struct tot_span *list = tot_arena_alloc(ctx->arena, spans * sizeof(*list));
	if (!grown || !list)
		return NULL;
	outcome->foreign = grown;
	struct tot_timeline *timeline = &grown[outcome->foreign_count++];
	*timeline = (struct tot_timeline){.country = country, .spans = list};
	return timeline;
}

enum tot_status tot_place_foreign(struct tot_outcome *outcome, const struct tot_scenario *life,
				  struct tot_ctx *ctx)
{
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *period = &life->periods[i];
		const struct tot_scheme *scheme = tot_scheme_of(period->country);
		if (scheme && scheme->ops)
			continue;
		struct tot_timeline *timeline =
			timeline_for(outcome, period->country, life->period_count, ctx);
		if (!timeline)
			return TOT_ERR_MEMORY;
		const bool open = tot_date_is_none(period->to);
		const struct tot_date to = open ? ctx->as_of : period->to;
		struct tot_span span = {.record = period,
					.kind = period->kind,
					.flags = period->flags,
					.from = period->from,
					.to = to,
					.open = open};
		tot_months_add_range(&span.months, tot_month_of(period->from),
				     tot_month_of(to) + 1);
		timeline->spans[timeline->span_count++] = span;
	}
	for (size_t i = 0; i < outcome->foreign_count; i++)
		tot_timeline_collect(&outcome->foreign[i]);
	return TOT_OK;
}
