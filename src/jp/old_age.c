/* Amounts of the old-age pensions: basic and employees', early or late claim inside. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

#include <string.h>

#include "disability.h"
#include "survivor.h"

tot_yen tot_jp_payment(tot_yen yearly)
{
	return yearly / 6;
}

tot_yen tot_jp_payment_february(tot_yen yearly)
{
	return yearly - 5 * tot_jp_payment(yearly);
}

tot_month tot_jp_first_payment(tot_month start)
{
	return start + (tot_month_number(start) % 2 ? 1 : 2);
}

static enum tot_status claim_facts_of(struct tot_jp_claim_facts *out,
				      const struct tot_benefit *benefit,
				      const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_date born = view->life->person.born;
	const enum tot_status status = tot_jp_ages_of(&out->ages, born, ctx->law);
	if (status != TOT_OK)
		return status;
	out->right = tot_jp_right(&out->ages, benefit->earliest_start);
	out->deemed = tot_jp_deemed(view, benefit->id, benefit->start, out->right, ctx);
	return tot_jp_timing_of(&out->timing, born, out->right, benefit->start - out->deemed,
				ctx->law);
}

/* The step by which each month before or after changes the amount. */
static void explain_timing(const struct tot_jp_timing *timing, struct tot_date born,
			   struct tot_ctx *ctx)
{
	char factor[TOT_DECIMAL_TEXT], step[TOT_DECIMAL_TEXT];
	struct tot_value value;
	const enum tot_jp_figure figure = timing->early ? TOT_JP_EARLY_STEP : TOT_JP_LATE_STEP;
	if (!ctx->trace || !(timing->early || timing->late) ||
	    tot_jp_of_cohort(&value, ctx->law, figure, born) != TOT_OK)
		return;
	tot_trace_begin(ctx->trace, "", timing->early ? "early claim" : "late claim");
	tot_trace_law(ctx->trace, "National Pension Act s. 28, suppl. s. 9-2; "
				  "Employees' Pension Insurance Act s. 44-3, suppl. s. 7-3");
	tot_trace_result(ctx->trace, "", "%s", tot_decimal_print(factor, timing->factor, 3));
	tot_trace_formula(ctx->trace, "1 %c %d x %s", timing->early ? '-' : '+',
			  timing->early + timing->late, tot_decimal_print(step, value.value, 3));
	tot_trace_value(ctx->trace, "a month", &value);
	tot_trace_end(ctx->trace);
}

void tot_jp_say_timing(struct tot_benefit *benefit, const struct tot_jp_timing *timing,
		       struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print(text, timing->factor, 3);
	tot_benefit_factor(benefit, ctx, "timing_factor", "%s", text);
	if (timing->early)
		tot_benefit_reason(benefit, ctx, "claimed %d month%s before 65: x %s for life",
				   timing->early, timing->early == 1 ? "" : "s", text);
	if (timing->late)
		tot_benefit_reason(benefit, ctx, "claimed %d months late: x %s for life",
				   timing->late, text);
}

static enum tot_status basic_amount(struct tot_benefit *benefit, const struct tot_view *view,
				    const struct tot_jp_claim_facts *facts, struct tot_ctx *ctx)
{
	struct tot_jp_basic_months months;
	struct tot_jp_basic basic = {0};
	const struct tot_date born = view->life->person.born;
	enum tot_status status =
		tot_jp_basic_months_of(&months, view->own, benefit->start, born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_basic_pension(&basic, &months, born, &facts->timing, ctx);
	if (status < 0)
		return status;
	char full[TOT_JP_TEXT], weighted[TOT_JP_TEXT], amount[TOT_JP_TEXT], times[TOT_JP_TEXT];
	tot_benefit_factor(benefit, ctx, "months", "%d", basic.months);
	tot_benefit_factor(benefit, ctx, "weighted_months", "%s",
			   tot_jp_exact(weighted, basic.weighted));
	tot_benefit_factor(benefit, ctx, "full_amount", "%lld", (long long)basic.full);
	tot_jp_say_timing(benefit, &facts->timing, ctx);
	/* NPA suppl. s. 9-2-3, s. 5 (1) no. 2, s. 9-2 (5). */
	if (facts->timing.early)
		tot_benefit_reason(benefit, ctx,
				   "an early claim shuts later disability claims, voluntary "
				   "insurance and the widow's pension");
	benefit->formula =
		tot_arena_format(ctx->arena, "%s x %s/%d%s = %s", tot_jp_yen(full, basic.full),
				 weighted, basic.denominator, tot_jp_times(times, &facts->timing),
				 tot_jp_yen(amount, basic.amount));
	tot_jp_set_amount(benefit, basic.amount, "year", status);
	return TOT_OK;
}

/* Deemed claim (NPA s. 28 (5), EPA s. 44-3 (5)): the years before the claim are paid at once. */
static void say_arrears(struct tot_benefit *benefit, const struct tot_jp_claim_facts *facts,
			struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	if (!facts->deemed || !benefit->amount.known)
		return;
	benefit->arrears = benefit->amount.value * facts->deemed / 12;
	tot_benefit_factor(benefit, ctx, "arrears_months", "%d", facts->deemed);
	tot_benefit_component(benefit, ctx, "arrears", "%s JPY for %d months, at today's level",
			      tot_jp_yen(text, benefit->arrears), facts->deemed);
	tot_benefit_reason(benefit, ctx,
			   "counts as claimed %d months earlier; those months are paid at once",
			   facts->deemed);
}

static enum tot_status main_amount(struct tot_benefit *benefit, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	struct tot_jp_claim_facts facts;
	enum tot_status status = claim_facts_of(&facts, benefit, view, ctx);
	if (status != TOT_OK)
		return status;
	explain_timing(&facts.timing, view->life->person.born, ctx);
	if (strcmp(benefit->id, "JP.old_age.basic") == 0)
		status = basic_amount(benefit, view, &facts, ctx);
	else if (strcmp(benefit->id, "JP.old_age.additional") == 0)
		status = tot_jp_additional_amount(benefit, view, &facts, ctx);
	else
		status = tot_jp_employees_amount(benefit, view, &facts, ctx);
	if (status == TOT_OK)
		say_arrears(benefit, &facts, ctx);
	return status;
}

static enum tot_status amount_of(struct tot_benefit *benefit, const struct tot_findings *findings,
				 const struct tot_view *view, struct tot_ctx *ctx)
{
	enum tot_status status;
	if (strcmp(benefit->id, "JP.old_age.special") == 0)
		status = tot_jp_special_amount(benefit, view, ctx);
	else if (strstr(benefit->id, "_addition"))
		status = tot_jp_addition_amount(benefit, findings, view, ctx);
	else
		status = main_amount(benefit, view, ctx);
	if (status != TOT_ERR_NO_PARAMETER && status != TOT_ERR_OVERFLOW)
		return status;
	tot_jp_no_amount(benefit, "year");
	tot_benefit_reason(benefit, ctx,
			   status == TOT_ERR_OVERFLOW
				   ? "the pay is beyond what can be computed exactly; correct it"
				   : "the law book has no figures for this cohort or day");
	return TOT_OK;
}

enum tot_status tot_jp_benefit(struct tot_findings *io, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	for (size_t i = 0; i < io->benefit_count; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		if (strncmp(benefit->id, "JP.old_age.", 11) != 0)
			continue;
		benefit->amount = (struct tot_amount){.currency = "JPY", .per = "year"};
		if (!benefit->entitled)
			continue;
		tot_trace_begin(ctx->trace, benefit->id, benefit->title);
		tot_trace_test(ctx->trace, "", benefit->test, NULL);
		const enum tot_status status = amount_of(benefit, io, view, ctx);
		tot_trace_end(ctx->trace);
		if (status != TOT_OK)
			return status;
	}
	tot_jp_notices(io, view, ctx);
	const enum tot_status status = tot_jp_disability_amounts(io, view, ctx);
	return status == TOT_OK ? tot_jp_survivor_amounts(io, view, ctx) : status;
}
