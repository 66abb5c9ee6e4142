/* Amounts of old-age pensions, and which of them is paid (s. 89). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/entries.h"
#include "de/figures.h"
#include "de/partial.h"

/* s. 77 (2): months before the limit age, or months after the regular age that were let pass. */
static enum tot_status access_of(tot_factor *out, const struct tot_benefit *benefit,
				 enum tot_de_old_age type, const struct tot_view *view,
				 struct tot_ctx *ctx)
{
	struct tot_de_limits own, regular;
	const struct tot_date born = view->life->person.born;
	enum tot_status status = tot_de_age_limits(&own, type, born, ctx->law, ctx->trace);
	if (status >= 0)
		status = tot_de_age_limits(&regular, TOT_DE_REGULAR, born, ctx->law, NULL);
	if (status < 0)
		return status;
	const tot_month start = benefit->start;
	const int early = own.full > start ? own.full - start : 0;
	const tot_month from =
		regular.full > benefit->earliest_start ? regular.full : benefit->earliest_start;
	const int late = start > from ? start - from : 0;
	return tot_de_access_factor(out, early, late, ctx->law, ctx->trace);
}

/* s. 187a: what it would cost today to buy the deduction of a pension to come off. */
static enum tot_status say_buy_off(struct tot_benefit *benefit,
				   const struct tot_de_pension *pension, struct tot_ctx *ctx)
{
	const struct tot_at at = {0};
	int64_t whole;
	tot_cents cost;
	char text[TOT_DECIMAL_TEXT];
	enum tot_status status = tot_de_number(&whole, ctx->law, TOT_DE_ACCESS_BASE, &at);
	if (status < 0 || pension->access_factor >= whole ||
	    benefit->start <= tot_month_of(ctx->as_of) || pension->parts[TOT_DE_WEST].kept.points)
		return status;
	status = tot_de_buy_off_cost(&cost, pension->parts[TOT_DE_WEST].points,
				     pension->access_factor, ctx->as_of.year, ctx->law);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	if (status < 0 || !cost)
		return status;
	tot_benefit_factor(benefit, ctx, "buy_off_cost", "%s", tot_decimal_print(text, cost, 2));
	tot_benefit_reason(
		benefit, ctx,
		"the deduction can be bought off until the regular age, today for %s EUR "
		"(SGB VI s. 187a)",
		tot_decimal_print_grouped(text, cost, 2));
	return TOT_OK;
}

static enum tot_status compute(struct tot_de_pension *pension, struct tot_benefit *benefit,
			       enum tot_de_old_age type, const struct tot_view *view,
			       const struct tot_de_plan *plan, const struct tot_de_earlier *earlier,
			       struct tot_ctx *ctx)
{
	struct tot_de_pension_case it = {
		.type = "old_age",
		.cut = {.start = benefit->start,
			.before = benefit->start,
			.open_until = plan->open_until,
			.receipt = &plan->receipt},
		.end = benefit->start,
		.calculation_months = benefit->calculation_months,
		.basic_pension_months = benefit->basic_pension_months,
		.share = tot_de_share(view),
	};
	tot_factor access_factor;
	enum tot_status status =
		tot_de_earlier_at(&it.earlier, earlier, benefit->start, benefit->start, ctx->law);
	if (status >= 0)
		status = tot_de_pension_points(pension, &it, view, ctx);
	if (status >= 0)
		status = access_of(&access_factor, benefit, type, view, ctx);
	if (status >= 0)
		status = tot_de_pension_money(pension, &it, access_factor, view, ctx);
	if (status == TOT_ERR_NO_PARAMETER) {
		tot_de_pension_unknown(benefit, ctx);
		return TOT_OK;
	}
	if (status < 0)
		return status;
	tot_de_pension_report(benefit, pension, ctx);
	status = say_buy_off(benefit, pension, ctx);
	if (status < 0)
		return status;
	return tot_de_add_after_start(benefit, view, plan, ctx);
}

/* s. 89 (1): the highest; the list is in the order that decides between equal amounts. */
static void choose(struct tot_findings *io, const struct tot_de_plan *plan)
{
	struct tot_benefit *best = NULL;
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++)
		for (size_t i = 0; i < io->benefit_count; i++) {
			struct tot_benefit *benefit = &io->benefits[i];
			if (strcmp(benefit->id, tot_de_old_age_id((enum tot_de_old_age)type)) !=
				    0 ||
			    !plan->allowed[type] || !benefit->entitled ||
			    benefit->start != io->planned_start)
				continue;
			if (!best || benefit->amount.value > best->amount.value)
				best = benefit;
		}
	if (best)
		best->chosen = true;
}

/* The pension that the deceased drew, if it began before the death. */
static void draw(struct tot_de_drawn *io, const struct tot_benefit *benefit,
		 const struct tot_de_pension *pension, const struct tot_de_plan *plan)
{
	if (!benefit->chosen || !benefit->amount.known || plan->death == TOT_MONTH_NONE ||
	    benefit->start > plan->death)
		return;
	io->old_age = pension;
	io->start = benefit->start;
}

static enum tot_status pay_type(struct tot_de_pension *out, struct tot_benefit *benefit,
				enum tot_de_old_age type, const struct tot_view *view,
				const struct tot_de_plan *plan,
				const struct tot_de_earlier *earlier, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	tot_trace_begin(ctx->trace, benefit->id, benefit->title);
	tot_trace_law(ctx->trace, benefit->law);
	tot_trace_test(ctx->trace, "", benefit->test, NULL);
	if (benefit->entitled)
		status = compute(out, benefit, type, view, plan, earlier, ctx);
	else
		tot_de_trace_refusal(benefit, ctx);
	tot_trace_end(ctx->trace);
	return status;
}

static struct tot_benefit *entry_of(struct tot_findings *io, enum tot_de_old_age type)
{
	for (size_t i = 0; i < io->benefit_count; i++)
		if (strcmp(io->benefits[i].id, tot_de_old_age_id(type)) == 0)
			return &io->benefits[i];
	return NULL;
}

enum tot_status tot_de_benefit(struct tot_findings *io, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	struct tot_de_plan plan;
	struct tot_de_drawn drawn = {.old_age = NULL};
	struct tot_de_pension *pensions =
		tot_arena_alloc(ctx->arena, TOT_DE_OLD_AGE_COUNT * sizeof(*pensions));
	if (!pensions)
		return TOT_ERR_MEMORY;
	enum tot_status status = tot_de_plan_begin(&plan, view, ctx);
	if (status >= 0)
		status = tot_de_plan_receipt(&plan, io);
	if (status >= 0)
		status = tot_de_pay_disability(io, &drawn.disability, view, &plan, ctx);
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT && status >= 0; type++) {
		struct tot_benefit *benefit = entry_of(io, (enum tot_de_old_age)type);
		if (benefit)
			status = pay_type(&pensions[type], benefit, (enum tot_de_old_age)type, view,
					  &plan, &drawn.disability, ctx);
	}
	if (status < 0)
		return status;
	choose(io, &plan);
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++) {
		const struct tot_benefit *benefit = entry_of(io, (enum tot_de_old_age)type);
		if (benefit)
			draw(&drawn, benefit, &pensions[type], &plan);
	}
	status = tot_de_pay_survivors(io, &drawn, view, &plan, ctx);
	if (status >= 0)
		status = tot_de_pay_child_raising(io, view, &plan, ctx);
	tot_de_notice_gaps(view, ctx);
	return status;
}
