/* Contributions beside an old-age pension: more points, from the regular age on (s. 66 (3a), s. 76d). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/entries.h"
#include "de/figures.h"

enum { JULY = 7 };

/* Months whose contributions are counted together, and from when. */
struct step {
	tot_month first, end; /* months of contributions */
	tot_month from;	      /* the pension is higher from it */
	int late;	      /* months from the regular age to it */
};

/* s. 66 (3a): all up to the regular age with it, later ones each July for the year before. */
static struct step step_at(tot_month first, tot_month start, tot_month regular)
{
	if (first < regular)
		return (struct step){start, regular, regular, 0};
	const int year = tot_month_year(first);
	const tot_month from = tot_month_make(year + 1, JULY);
	return (struct step){first, tot_month_make(year + 1, 1), from, from - regular};
}

/* The points of these months alone: without credits, which belong to the pension itself. */
static enum tot_status points_of(struct tot_de_account *out, const struct step *step,
				 const struct tot_timeline *own, const struct tot_scenario *life,
				 struct tot_ctx *ctx)
{
	struct tot_de_basis basis;
	struct tot_scenario without = *life;
	struct tot_timeline part = *own;
	without.credit_count = 0;
	part.spans = tot_arena_alloc(ctx->arena, (own->span_count + 1) * sizeof(*part.spans));
	if (!part.spans)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < own->span_count; i++) {
		part.spans[i] = own->spans[i];
		tot_months_clip(&part.spans[i].months, step->first, step->end);
	}
	tot_timeline_collect(&part);
	const enum tot_status status =
		tot_de_basis_of(&basis, ctx->law, ctx->as_of, step->from, ctx->trace);
	return status < 0 ? status : tot_de_points_account(out, &part, &without, &basis, ctx);
}

/* s. 5 (4) no. 1: work beside a full pension after the regular age is free unless that is waived. */
static void say_waiver(struct tot_benefit *benefit, const struct step *step,
		       const struct tot_timeline *own, struct tot_ctx *ctx)
{
	static const char words[] =
		"work after the regular age brings this only if the freedom from insurance was "
		"waived in writing to the employer (SGB VI s. 5 (4))";
	struct tot_months work;
	tot_timeline_kinds(&work, own, TOT_KIND_BIT(TOT_EMPLOYMENT));
	tot_months_clip(&work, step->first, step->end);
	for (size_t i = 0; i < benefit->reason_count; i++)
		if (strcmp(benefit->reasons[i], words) == 0)
			return;
	if (tot_months_count(&work))
		tot_benefit_reason(benefit, ctx, "%s", words);
}

static enum tot_status add_step(struct tot_benefit *benefit, const struct step *step,
				const struct tot_timeline *own, const struct tot_scenario *life,
				struct tot_ctx *ctx)
{
	static const struct tot_de_kept none;
	struct tot_de_account account;
	tot_factor factor;
	tot_cents amount = 0;
	char text[TOT_DECIMAL_TEXT];
	const char *month = tot_de_month_text(ctx, step->from);
	tot_trace_begin(ctx->trace, "", tot_arena_format(ctx->arena, "more from %s", month));
	tot_trace_law(ctx->trace, "SGB VI s. 66 (3a), s. 76d, s. 77 (2)");
	enum tot_status status = points_of(&account, step, own, life, ctx);
	if (status >= 0)
		status = tot_de_access_factor(&factor, 0, step->late, ctx->law, ctx->trace);
	for (int branch = 0; branch < TOT_DE_BRANCHES && status >= 0; branch++) {
		struct tot_de_part part = {.points = account.sum[branch]};
		if (!part.points)
			continue;
		status = tot_de_part_compute(&part, (enum tot_de_branch)branch, "old_age", factor,
					     &none, ctx);
		if (status >= 0)
			status = tot_add(&amount, amount, part.amount);
		if (status >= 0)
			tot_de_part_trace(ctx->trace, &part, factor, "personal points",
					  "more a month");
	}
	tot_trace_end(ctx->trace);
	if (status < 0 || !amount)
		return status;
	tot_benefit_component(benefit, ctx, tot_arena_format(ctx->arena, "more_from_%s", month),
			      "%s", tot_decimal_print(text, amount, 2));
	tot_benefit_reason(benefit, ctx,
			   "contributions after its start raise it by %s EUR a month from %s on "
			   "(SGB VI s. 66 (3a), s. 76d)",
			   tot_decimal_print_grouped(text, amount, 2), month);
	if (step->late)
		say_waiver(benefit, step, own, ctx);
	return TOT_OK;
}

enum tot_status tot_de_add_after_start(struct tot_benefit *benefit, const struct tot_view *view,
				       const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	struct tot_timeline own;
	struct tot_months months;
	const tot_month regular = plan->limits[TOT_DE_REGULAR].full;
	const struct tot_de_cut cut = {
		.start = benefit->start, .before = TOT_MONTH_LIMIT, .open_until = benefit->start};
	enum tot_status status = tot_de_cut_timeline(&own, view, &cut, ctx);
	if (status < 0)
		return status;
	tot_timeline_flagged(&months, &own, TOT_DE_CONTRIBUTION, 0, 0);
	tot_months_clip(&months, benefit->start, TOT_MONTH_LIMIT);
	for (tot_month month = tot_months_next(&months, 0);
	     month != TOT_MONTH_NONE && status >= 0;) {
		const struct step step = step_at(month, benefit->start, regular);
		status = add_step(benefit, &step, &own, view->life, ctx);
		month = tot_months_next(&months, step.end);
	}
	return status == TOT_ERR_NO_PARAMETER ? TOT_OK : status;
}
