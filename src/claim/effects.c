/* What a refund would destroy: the tests and benefits that hold without it and not with it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "claim.h"

static bool test_holds(const struct tot_outcome *outcome, const char *state, const char *id)
{
	const struct tot_findings *findings = tot_outcome_findings(outcome, state);
	const struct tot_qualifying *test = findings ? tot_findings_find_test(findings, id) : NULL;
	return test && test->met;
}

static bool benefit_due(const struct tot_outcome *outcome, const char *state, const char *id)
{
	const struct tot_findings *findings = tot_outcome_findings(outcome, state);
	const struct tot_benefit *benefit =
		findings ? tot_findings_find_benefit(findings, id) : NULL;
	return benefit && benefit->entitled;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum tot_status compare(struct tot_refund *refund, const struct tot_outcome *keep,
			       const struct tot_outcome *with, struct tot_ctx *ctx)
{
	const char **lost = tot_arena_alloc(ctx->arena, (size_t)2 * TOT_FINDINGS_MAX *
								TOT_SCHEMES_MAX * sizeof(*lost));
	if (!lost)
		return TOT_ERR_MEMORY;
	size_t count = 0;
	for (size_t s = 0; s < keep->state_count; s++) {
		const struct tot_findings *found = &keep->findings[s];
		for (size_t i = 0; i < found->qualifying_count; i++)
			if (found->qualifying[i].met &&
			    !test_holds(with, found->country, found->qualifying[i].id))
				lost[count++] = found->qualifying[i].id;
		for (size_t i = 0; i < found->benefit_count; i++)
			if (found->benefits[i].entitled &&
			    !benefit_due(with, found->country, found->benefits[i].id))
				lost[count++] = found->benefits[i].id;
	}
	qsort(lost, count, sizeof(*lost), by_name);
	refund->effects = lost;
	refund->effect_count = count;
	return TOT_OK;
}

/* The life with the refund is looked at and thrown away; the ids that are kept live elsewhere. */
static enum tot_status find_lost(struct tot_refund *refund, const struct tot_outcome *keep,
				 const struct tot_scenario *life,
				 const struct tot_strategy *strategy, struct tot_ctx *ctx)
{
	struct tot_arena scratch = {0};
	struct tot_ctx inner = *ctx;
	struct tot_outcome *with;
	inner.arena = &scratch;
	enum tot_status status = tot_evaluate(&with, life, strategy, false, &inner);
	if (status >= 0)
		status = compare(refund, keep, with, ctx);
	tot_arena_free(&scratch);
	return status;
}

enum tot_status tot_effects(struct tot_outcome *outcome, const struct tot_scenario *life,
			    struct tot_ctx *ctx)
{
	for (size_t s = 0; s < outcome->state_count; s++) {
		for (size_t r = 0; r < outcome->findings[s].refund_count; r++) {
			struct tot_refund *refund = &outcome->findings[s].refunds[r];
			if (!refund->eligible)
				continue;
			const char *part = strrchr(refund->id, '.');
			struct tot_refund_plan plan = {.country = refund->country,
						       .scheme = part ? part + 1 : "all",
						       .filed = ctx->as_of};
			if (tot_date_compare(refund->opens, plan.filed) > 0)
				plan.filed = refund->opens;
			const struct tot_strategy strategy = {
				.id = "effects", .title = "", .refunds = &plan, .refund_count = 1};
			const enum tot_status status =
				find_lost(refund, outcome, life, &strategy, ctx);
			if (status < 0)
				return status;
		}
	}
	return TOT_OK;
}
