/* Pensions for reduced earning capacity in the result: due or not, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/entries.h"

static const struct {
	const char *title, *law;
} words[TOT_DE_DISABILITY_COUNT] = {
	[TOT_DE_DISABILITY_FULL] = {"Pension for fully reduced earning capacity",
				    "SGB VI s. 43 (2)"},
	[TOT_DE_DISABILITY_PARTIAL] = {"Pension for partially reduced earning capacity",
				       "SGB VI s. 43 (1)"},
	[TOT_DE_DISABILITY_MINERS] = {"Pension for miners", "SGB VI s. 45"},
};

static void say_tests(struct tot_benefit *benefit, const struct tot_de_disability_right *right,
		      struct tot_ctx *ctx)
{
	const struct tot_qualifying *five = &right->five_years, *covered = &right->covered;
	if (!five->met)
		tot_benefit_reason(benefit, ctx, "%s (%s): %d of %d months before %s, %d missing",
				   five->title, five->id, five->counted, five->required,
				   tot_de_date_text(ctx, right->event->on), five->missing);
	if (!covered->met && !right->early)
		tot_benefit_reason(benefit, ctx,
				   "compulsory contributions in the five years before %s "
				   "(DE.em_3in5): %d of %d months, nor is every month since 1984 "
				   "covered (DE.em_since1984)",
				   tot_de_date_text(ctx, right->event->on), covered->counted,
				   covered->required);
	if (five->met && (covered->met || right->early))
		tot_benefit_reason(
			benefit, ctx,
			"the pension would begin in %s, after the regular age is reached",
			tot_de_month_text(ctx, right->start));
}

/* Why there is no such pension although the person is disabled. */
static void say_refusal(struct tot_benefit *benefit, enum tot_de_disability kind,
			const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	const struct tot_de_disability_right *right = &plan->disability[kind];
	if (!right->event && kind == TOT_DE_DISABILITY_FULL)
		tot_benefit_reason(benefit, ctx,
				   "the earning capacity is partially reduced only; where no "
				   "part-time work can be found the full pension can be due for "
				   "some years, paid in Germany only (SGB VI s. 43 (2), s. 102 "
				   "(2), s. 112)");
	else if (!right->event)
		tot_benefit_reason(benefit, ctx,
				   "the earning capacity is fully reduced: of two pensions only "
				   "the higher one is paid (SGB VI s. 89)");
	else if (right->due)
		tot_benefit_reason(benefit, ctx,
				   "an old-age pension is drawn from %s on (SGB VI s. 34)",
				   tot_de_month_text(ctx, plan->planned));
	else
		say_tests(benefit, right, ctx);
}

static void say_terms(struct tot_benefit *benefit, const struct tot_de_disability_right *right,
		      const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const struct tot_event *event = right->event;
	const char *home = tot_person_residence(&life->person, ctx->as_of);
	if (event->temporary)
		tot_benefit_reason(
			benefit, ctx,
			"for a limited period: from the seventh month after the "
			"disability, to %s at most, then it can be granted again (SGB VI "
			"s. 101 (1), s. 102 (2))",
			tot_de_month_text(ctx, right->end - 1));
	else
		tot_benefit_reason(benefit, ctx,
				   "an old-age pension follows at the regular age at the latest, "
				   "from %s (SGB VI s. 43, s. 115 (3))",
				   tot_de_month_text(ctx, right->end));
	if (right->twenty_years)
		tot_benefit_reason(benefit, ctx,
				   "disabled before the five years were met: due after 20 years "
				   "(SGB VI s. 43 (6))");
	if (right->early)
		tot_benefit_reason(benefit, ctx, "%s (%s)", right->five_years.title,
				   right->five_years.law);
	if (event->work_accident)
		tot_benefit_reason(benefit, ctx,
				   "a pension from accident insurance beside it can lower it "
				   "(SGB VI s. 93)");
	if (home && strcmp(home, "DE") != 0)
		tot_benefit_reason(benefit, ctx,
				   "paid abroad as far as it does not depend on the labour market "
				   "(SGB VI s. 110, s. 112, s. 113)");
}

static enum tot_status add_entry(struct tot_findings *out, enum tot_de_disability kind,
				 const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	const struct tot_de_disability_right *right = &plan->disability[kind];
	struct tot_benefit *benefit = tot_findings_benefit(out, tot_de_disability_id(kind),
							   words[kind].title, words[kind].law);
	struct tot_qualifying *test = tot_arena_alloc(ctx->arena, sizeof(*test));
	if (!benefit || !test)
		return TOT_ERR_MEMORY;
	benefit->country = "DE";
	*test = right->five_years;
	benefit->test = right->event ? test : NULL;
	benefit->entitled = right->due && !(plan->payable && plan->planned <= right->start);
	if (!benefit->entitled || !right->event) {
		say_refusal(benefit, kind, plan, ctx);
		return TOT_OK;
	}
	benefit->start = benefit->earliest_start = right->start;
	benefit->end = right->end;
	if (plan->payable && plan->planned < benefit->end)
		benefit->end = plan->planned;
	benefit->counted_before =
		right->twenty_years ? right->start : tot_month_of(right->event->on) + 1;
	benefit->by_agreement =
		right->five_years.by_agreement ||
		(right->covered.by_agreement && !right->early && !right->twenty_years);
	benefit->age =
		tot_age_on(plan->view->life->person.born, tot_month_last_day(benefit->start - 1));
	say_terms(benefit, right, plan->view->life, ctx);
	return TOT_OK;
}

enum tot_status tot_de_entitle_disability(struct tot_findings *out, const struct tot_de_plan *plan,
					  struct tot_ctx *ctx)
{
	const struct tot_de_disability_right *rights = plan->disability;
	enum tot_status status = TOT_OK;
	if (!rights[TOT_DE_DISABILITY_FULL].event && !rights[TOT_DE_DISABILITY_PARTIAL].event)
		return TOT_OK;
	for (int kind = 0; kind < TOT_DE_DISABILITY_COUNT && status >= 0; kind++)
		if (kind != TOT_DE_DISABILITY_MINERS || rights[kind].five_years.id)
			status = add_entry(out, (enum tot_de_disability)kind, plan, ctx);
	return status;
}
