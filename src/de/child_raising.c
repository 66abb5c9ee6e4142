/* The child-raising pension (s. 47): from one's own insurance, after the death of a former spouse. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/entries.h"
#include "de/figures.h"
#include "de/income.h"
#include "de/partial.h"
#include "de/reference_age.h"

#define ID "DE.survivor.child_raising"

static enum tot_status divorced_by_new_law(bool *out, const struct tot_spouse *spouse,
					   const struct tot_law *law)
{
	struct tot_date from;
	const char *text = tot_law_string(law, "de.survivors", "/conditions/divorce_from");
	if (!text || !tot_date_parse(&from, text))
		return TOT_ERR_NO_PARAMETER;
	*out = tot_date_compare(spouse->divorced, from) >= 0;
	return TOT_OK;
}

/* s. 47 (1) no. 2: a child below 18 on the day, or a disabled one. */
static enum tot_status raises(bool *out, const struct tot_family *family, tot_month month,
			      const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t years;
	const enum tot_status status = tot_de_number(&years, law, TOT_DE_SURVIVOR_CHILD_AGE, &at);
	*out = false;
	for (size_t i = 0; i < family->child_count && status >= 0; i++) {
		const struct tot_child *child = &family->children[i];
		const struct tot_age age = {(int)years, 0};
		*out |= tot_month_of(child->born) <= month &&
			(child->disabled ||
			 tot_month_of(tot_age_reached(child->born, age)) >= month);
	}
	return status;
}

static enum tot_status decide(struct tot_benefit *benefit, struct tot_de_plan *plan,
			      struct tot_ctx *ctx)
{
	const struct tot_scenario *life = plan->view->life;
	const struct tot_spouse *spouse = &life->family.spouse;
	const tot_month start = tot_month_of(spouse->died) + 1;
	const tot_month today = tot_month_of(ctx->as_of);
	struct tot_qualifying *test = tot_de_test_entry(TOT_DE_TEST_W5, ctx);
	bool by_law, child;
	if (!test)
		return TOT_ERR_MEMORY;
	enum tot_status status = tot_de_plan_test(test, plan, TOT_DE_TEST_W5, start);
	if (status >= 0)
		status = divorced_by_new_law(&by_law, spouse, ctx->law);
	if (status >= 0)
		status = raises(&child, &life->family, start > today ? start : today, ctx->law);
	if (status < 0)
		return status;
	benefit->test = test;
	if (!by_law)
		tot_benefit_reason(benefit, ctx, "divorced before July 1977 (SGB VI s. 47 (1))");
	if (!child)
		tot_benefit_reason(benefit, ctx, "no child below 18 is raised (SGB VI s. 47 (1))");
	if (!test->met)
		tot_benefit_reason(benefit, ctx, "%s (%s): %d of %d months before %s", test->title,
				   test->id, test->counted, test->required,
				   tot_de_month_text(ctx, start));
	if (start >= plan->limits[TOT_DE_REGULAR].full)
		tot_benefit_reason(benefit, ctx, "the regular age is reached");
	benefit->entitled = benefit->chosen = benefit->reason_count == 0;
	if (!benefit->entitled)
		return TOT_OK;
	benefit->by_agreement = test->by_agreement;
	benefit->start = benefit->earliest_start = benefit->counted_before = start;
	benefit->age = tot_age_on(life->person.born, tot_month_last_day(start - 1));
	tot_benefit_reason(benefit, ctx,
			   "as long as a child below 18 is raised, without a new marriage, to %s",
			   tot_de_month_text(ctx, plan->limits[TOT_DE_REGULAR].full - 1));
	return TOT_OK;
}

enum tot_status tot_de_entitle_child_raising(struct tot_findings *out, struct tot_de_plan *plan,
					     struct tot_ctx *ctx)
{
	const struct tot_spouse *spouse = &plan->view->life->family.spouse;
	if (!spouse->present || tot_date_is_none(spouse->divorced) ||
	    tot_date_is_none(spouse->died) ||
	    tot_date_compare(spouse->died, spouse->divorced) < 0 || plan->death != TOT_MONTH_NONE)
		return TOT_OK;
	struct tot_benefit *benefit =
		tot_findings_benefit(out, ID, "Child-raising pension", "SGB VI s. 47");
	if (!benefit)
		return TOT_ERR_MEMORY;
	benefit->country = "DE";
	return decide(benefit, plan, ctx);
}

static enum tot_status prepare(struct tot_de_pension_case *it, const struct tot_benefit *benefit,
			       const struct tot_view *view, const struct tot_de_plan *plan,
			       struct tot_ctx *ctx)
{
	*it = (struct tot_de_pension_case){
		.type = "child_raising_pension",
		.cut = {.start = benefit->start,
			.before = benefit->start,
			.open_until = plan->open_until},
		.end = benefit->start,
		.calculation_months = benefit->calculation_months,
		.basic_pension_months = benefit->basic_pension_months,
		.share = TOT_DE_WHOLE_SHARE,
	};
	const enum tot_status status =
		tot_de_added_period(&it->added, view->life->person.born, benefit->start,
				    tot_month_first_day(benefit->start), ctx->law, ctx->trace);
	it->calculation_months += tot_months_count(&it->added);
	return status;
}

/* s. 97: own income beside it; DECISIONS 25: other income is taken to be earnings. */
static enum tot_status subtract_income(struct tot_benefit *benefit, const struct tot_de_pension *p,
				       const struct tot_scenario *life, struct tot_ctx *ctx)
{
	tot_cents year, month, net, offset;
	int orphans;
	char text[TOT_DECIMAL_TEXT];
	const tot_cents pension = p->amount - p->supplement.amount;
	if (!life->person.other_income.currency)
		return TOT_OK;
	enum tot_status status = tot_de_euro_cents(&year, &life->person.other_income, life, ctx);
	if (status >= 0)
		status = tot_mul_div(&month, year, 1, 12, TOT_HALF_UP);
	if (status >= 0)
		status = tot_de_net_income(&net, month, TOT_DE_INCOME_EMPLOYMENT, ctx->as_of.year,
					   ctx->law);
	if (status >= 0)
		status = tot_de_orphans(&orphans, &life->family, ctx->as_of, ctx->law);
	if (status >= 0)
		status = tot_de_income_offset(&offset, net, orphans,
					      p->parts[TOT_DE_WEST].value.value, ctx->law);
	if (status < 0)
		return status;
	if (offset > pension)
		offset = pension;
	benefit->amount.value -= offset;
	benefit->each_payment = benefit->amount.value;
	tot_benefit_component(benefit, ctx, "income_offset", "-%s",
			      tot_decimal_print(text, offset, 2));
	benefit->formula =
		tot_arena_format(ctx->arena, "%s - %s EUR for own income", benefit->formula,
				 tot_decimal_print_grouped(text, offset, 2));
	return TOT_OK;
}

static enum tot_status compute(struct tot_benefit *benefit, const struct tot_view *view,
			       const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	struct tot_de_pension_case it;
	struct tot_de_pension *pension = tot_arena_alloc(ctx->arena, sizeof(*pension));
	const struct tot_de_early_case early = {.born = view->life->person.born,
						.on = tot_month_first_day(benefit->start),
						.start = benefit->start};
	tot_factor access_factor;
	if (!pension)
		return TOT_ERR_MEMORY;
	enum tot_status status = prepare(&it, benefit, view, plan, ctx);
	if (status >= 0)
		status = tot_de_pension_points(pension, &it, view, ctx);
	if (status >= 0)
		status = tot_de_early_factor(&access_factor, &early, ctx->law, ctx->trace);
	if (status >= 0)
		status = tot_de_pension_money(pension, &it, access_factor, view, ctx);
	if (status < 0)
		return status;
	tot_de_pension_report(benefit, pension, ctx);
	return subtract_income(benefit, pension, view->life, ctx);
}

enum tot_status tot_de_pay_child_raising(struct tot_findings *io, const struct tot_view *view,
					 const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	for (size_t i = 0; i < io->benefit_count; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		enum tot_status status = TOT_OK;
		if (strcmp(benefit->id, ID) != 0)
			continue;
		tot_trace_begin(ctx->trace, ID, benefit->title);
		tot_trace_law(ctx->trace, benefit->law);
		tot_trace_test(ctx->trace, "", benefit->test, NULL);
		if (benefit->entitled)
			status = compute(benefit, view, plan, ctx);
		else
			tot_de_trace_refusal(benefit, ctx);
		if (status == TOT_ERR_NO_PARAMETER) {
			tot_de_pension_unknown(benefit, ctx);
			status = TOT_OK;
		}
		tot_trace_end(ctx->trace);
		return status < 0 ? status : TOT_OK;
	}
	return TOT_OK;
}
