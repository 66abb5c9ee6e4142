/* When to claim: the value of everything kept for each month in which a state's pension may start. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

#define FIRST_AGE 60
#define LAST_AGE 75
#define FLAT 0.01 /* months within this share of the best value are as good */
#define GAMMA 1	  /* position of gamma 2 in tot_gammas */

struct work {
	struct tot_comparison *io;
	const struct tot_scenario *life;
	const struct tot_outcome *keep;
	const struct tot_terms *terms;
	const struct tot_market *market;
	const struct tot_survival *survival;
	struct tot_ctx *ctx;
};

/* Does this state pay an old-age pension of which something starts in the month? */
static bool starts(const struct tot_outcome *outcome, const char *country, tot_month month)
{
	const struct tot_findings *findings = tot_outcome_findings(outcome, country);
	for (size_t i = 0; findings && i < findings->benefit_count; i++) {
		const struct tot_benefit *benefit = &findings->benefits[i];
		if (strstr(benefit->id, ".old_age.") && tot_benefit_flows(benefit) &&
		    benefit->start == month)
			return true;
	}
	return false;
}

static enum tot_status push(struct tot_comparison *io, const struct tot_claim_point *point,
			    struct tot_arena *arena)
{
	io->claim_points = tot_arena_grow(arena, io->claim_points, io->claim_point_count,
					  sizeof(*io->claim_points));
	if (!io->claim_points) {
		io->claim_point_count = 0;
		return TOT_ERR_MEMORY;
	}
	io->claim_points[io->claim_point_count++] = *point;
	return TOT_OK;
}

static enum tot_status try_month(const struct work *work, const char *country, tot_month month,
				 struct tot_ctx *quiet)
{
	struct tot_claim claim = {.country = country,
				  .when = TOT_CLAIM_START,
				  .start = month,
				  .share = 1000000,
				  .pointer = ""};
	const struct tot_strategy strategy = {
		.id = "claim", .title = "", .claims = &claim, .claim_count = 1};
	struct tot_outcome *outcome = NULL;
	enum tot_status status = tot_evaluate(&outcome, work->life, &strategy, false, quiet);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK; /* no figure for that month: it cannot be valued */
	if (status < 0 || !starts(outcome, country, month))
		return status < 0 ? status : TOT_OK;
	struct tot_valued valued = {.id = "", .title = "", .outcome = outcome};
	status = tot_value_strategy(&valued, work->terms, work->market, work->survival, quiet);
	if (status < 0)
		return status;
	/* What the plan lacks against this month, as money today. */
	struct tot_valued plan = *work->io->base;
	status =
		tot_value_metrics(&plan, &valued, work->terms, work->market, work->survival, quiet);
	const struct tot_claim_point point = {country, month, valued.value, plan.equivalent[GAMMA]};
	return status < 0 ? status : push(work->io, &point, work->ctx->arena);
}

/* Memory of a month's evaluation is given back at once: there are hundreds of them. */
static enum tot_status try_alone(const struct work *work, const char *country, tot_month month)
{
	struct tot_arena scratch = {0};
	struct tot_ctx quiet = *work->ctx;
	quiet.arena = &scratch;
	quiet.trace = NULL;
	quiet.notices = NULL;
	const enum tot_status status = try_month(work, country, month, &quiet);
	tot_arena_free(&scratch);
	return status;
}

/* The best month, and how far around it the value is all but the same. */
static void find_best(struct tot_comparison *io, size_t first, const char *country)
{
	size_t best = first;
	for (size_t i = first; i < io->claim_point_count; i++)
		if (io->claim_points[i].value > io->claim_points[best].value)
			best = i;
	const double least = io->claim_points[best].value * (1.0 - FLAT);
	size_t from = best, to = best;
	while (from > first && io->claim_points[from - 1].value >= least)
		from--;
	while (to + 1 < io->claim_point_count && io->claim_points[to + 1].value >= least)
		to++;
	io->claim_best[io->claim_best_count++] = (struct tot_claim_best){
		country, io->claim_points[best].start, io->claim_points[from].start,
		io->claim_points[to].start, io->claim_points[best].value};
}

enum tot_status tot_claim_ages(struct tot_comparison *io, const struct tot_scenario *life,
			       const struct tot_outcome *keep, const struct tot_terms *terms,
			       const struct tot_market *market, const struct tot_survival *survival,
			       struct tot_ctx *ctx)
{
	const struct work work = {io, life, keep, terms, market, survival, ctx};
	enum tot_status status = TOT_OK;
	for (size_t s = 0; status >= 0 && s < keep->state_count; s++) {
		const char *country = keep->schemes[s]->state;
		const size_t first = io->claim_point_count;
		tot_month month = tot_month_of(terms->born) + 12 * FIRST_AGE;
		if (month <= tot_month_of(terms->as_of))
			month = tot_month_of(terms->as_of) + 1;
		const tot_month last = tot_month_of(terms->born) + 12 * LAST_AGE + 1;
		for (; status >= 0 && month <= last; month++)
			status = try_alone(&work, country, month);
		if (status >= 0 && io->claim_point_count > first)
			find_best(io, first, country);
	}
	return status;
}
