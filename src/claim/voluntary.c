/* The right to voluntary insurance that an agreement or coordination rule gives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

static const char *describe(const struct tot_voluntary_rule *rule, struct tot_ctx *ctx)
{
	struct tot_arena *arena = ctx->arena;
	const char *who = rule->national ? tot_arena_format(arena, "national of %s", rule->national)
					 : "any nationality";
	const char *where =
		rule->residence ? tot_arena_format(arena, ", residence %s", rule->residence) : "";
	const char *months =
		rule->own_months ? tot_arena_format(arena, ", %d months insured", rule->own_months)
				 : "";
	return tot_arena_format(arena, "right to voluntary insurance (%s%s%s; %s)", who, where,
				months, rule->law ? rule->law : "agreement");
}

const char *tot_voluntary_right(const char *state, const struct tot_timeline *own,
				const struct tot_scenario *life, struct tot_date on,
				struct tot_ctx *ctx)
{
	const struct tot_agreement *agreement;
	for (size_t a = 0; (agreement = tot_law_agreement(ctx->law, a)); a++)
		for (size_t r = 0; r < agreement->voluntary_count; r++) {
			const struct tot_voluntary_rule *rule = &agreement->voluntary[r];
			if (strcmp(rule->party, state) == 0 &&
			    tot_voluntary_rule_holds(agreement, rule, own, life, on))
				return describe(rule, ctx);
		}
	return NULL;
}

/*
 * How far back the right is looked for: contributions of earlier months can no longer be paid
 * anywhere.
 */
enum { MONTHS_BACK = 36 };

/* A month has the right if one of its days has it: the first or the last is asked. */
static bool right_in(const struct tot_scheme *scheme, const struct tot_timeline *own,
		     const struct tot_scenario *life, tot_month month, struct tot_ctx *ctx)
{
	return tot_voluntary_right(scheme->state, own, life, tot_month_last_day(month), ctx) ||
	       tot_voluntary_right(scheme->state, own, life, tot_month_first_day(month), ctx);
}

static tot_month first_of_right(const struct tot_scheme *scheme, const struct tot_timeline *own,
				const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const tot_month now = tot_month_of(ctx->as_of);
	tot_month since = now;
	while (since > 0 && since > now - MONTHS_BACK &&
	       right_in(scheme, own, life, since - 1, ctx))
		since--;
	return since;
}

enum tot_status tot_voluntary_find(struct tot_work *work, struct tot_ctx *ctx)
{
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	quiet.notices = NULL;
	enum tot_status status = TOT_OK;
	for (size_t s = 0; status >= 0 && s < work->outcome->state_count; s++) {
		const struct tot_scheme *scheme = work->outcome->schemes[s];
		struct tot_view view;
		if (!scheme->ops->voluntary)
			continue;
		status = tot_view_make(&view, work, s, true, &quiet);
		if (status < 0)
			return status;
		const char *right =
			tot_voluntary_right(scheme->state, view.own, work->life, ctx->as_of, ctx);
		const tot_month since = first_of_right(scheme, view.own, work->life, ctx);
		status = scheme->ops->voluntary(&work->outcome->findings[s], &view, right, since,
						ctx);
	}
	return status;
}
