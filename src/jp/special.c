/* The employees' pension before 65 of the older cohorts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

static const char condition[] = "JP.old_special_12m", id[] = "JP.old_age.special";

/* Month of an age of the tables; TOT_MONTH_NONE where the cohort has none any more. */
static tot_month month_of(enum tot_jp_figure figure, struct tot_date born,
			  const struct tot_law *law)
{
	struct tot_value age;
	if (tot_jp_of_cohort(&age, law, figure, born) != TOT_OK)
		return TOT_MONTH_NONE;
	return tot_month_of(tot_age_reached(born, (struct tot_age){(int)age.value, 0}));
}

enum tot_status tot_jp_special_of(struct tot_jp_special *out, const struct tot_view *view,
				  const struct tot_law *law)
{
	const struct tot_person *person = &view->life->person;
	const tot_kinds kind = TOT_KIND_BIT(TOT_EMPLOYMENT);
	bool women = person->sex == TOT_FEMALE;
	tot_timeline_flagged(&out->months, view->own, kind, 0, 0);
	if (women) {
		/* Months of public service have the ages of men (DECISIONS 36). */
		struct tot_months other;
		tot_timeline_flagged(&other, view->own, kind, 0, TOT_FLAG_PUBLIC_SERVICE);
		women = tot_months_count(&other) > 0;
		if (women)
			out->months = other;
	}
	out->age_month = month_of(women ? TOT_JP_SPECIAL_AGE_WOMEN : TOT_JP_SPECIAL_AGE_MEN,
				  person->born, law);
	out->flat_month = month_of(women ? TOT_JP_SPECIAL_FLAT_WOMEN : TOT_JP_SPECIAL_FLAT_MEN,
				   person->born, law);
	return TOT_OK;
}

static enum tot_status twelve_months(struct tot_qualifying *out, const struct tot_view *view,
				     const struct tot_jp_special *special, tot_month cut,
				     const struct tot_law *law)
{
	int64_t required;
	struct tot_months own = special->months;
	const enum tot_status status = tot_jp_number(&required, law, TOT_JP_SPECIAL_MONTHS);
	tot_months_clip(&own, 0, cut);
	if (status == TOT_OK)
		tot_jp_test_employment(out, view, condition, &own, cut, (int)required);
	return status;
}

/* The right in a month: ten years and twelve months, counted with the months that are over. */
static enum tot_status right_in(bool *out, bool *by_agreement, const struct tot_view *view,
				const struct tot_jp_special *special, tot_month month,
				struct tot_ctx *ctx)
{
	struct tot_qualifying years = {0}, months = {0};
	enum tot_status status = tot_jp_test(&years, TOT_JP_EMPLOYEES, view, month, month, ctx);
	if (status == TOT_OK)
		status = twelve_months(&months, view, special, month, ctx->law);
	*out = years.met && months.met;
	*by_agreement = years.by_agreement || months.by_agreement;
	return status;
}

static enum tot_status first_right(tot_month *out, bool *by_agreement, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	struct tot_jp_special special;
	struct tot_jp_ages ages;
	bool due = false;
	*out = TOT_MONTH_NONE;
	enum tot_status status = tot_jp_special_of(&special, view, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_ages_of(&ages, view->life->person.born, ctx->law);
	if (special.age_month == TOT_MONTH_NONE || tot_months_count(&special.months) == 0)
		return status;
	for (tot_month month = special.age_month; status == TOT_OK && month < ages.month_65;
	     month++) {
		status = right_in(&due, by_agreement, view, &special, month, ctx);
		if (status == TOT_OK && due) {
			*out = month;
			break;
		}
	}
	return status;
}

enum tot_status tot_jp_special_right(tot_month *out, const struct tot_view *view,
				     struct tot_ctx *ctx)
{
	bool by_agreement = false;
	return first_right(out, &by_agreement, view, ctx);
}

static void say_why_not(struct tot_benefit *benefit, const struct tot_view *view,
			const struct tot_jp_special *special, const struct tot_qualifying *test,
			bool claimed_early, struct tot_ctx *ctx)
{
	char last[TOT_DATE_TEXT];
	const bool man = view->life->person.sex == TOT_MALE;
	if (special->age_month == TOT_MONTH_NONE)
		tot_benefit_reason(
			benefit, ctx, "the pension before 65 exists only for %s born up to %s",
			man ? "men" : "women",
			tot_date_print(last, tot_jp_day(ctx->law, man ? TOT_JP_DAY_SPECIAL_MEN
								      : TOT_JP_DAY_SPECIAL_WOMEN)));
	else if (claimed_early)
		tot_benefit_reason(
			benefit, ctx,
			"the employees' pension is claimed early, before this one begins");
	else if (!test->met)
		tot_benefit_reason(benefit, ctx, "%d of %d months of employees' insurance",
				   test->counted, test->required);
	else
		tot_benefit_reason(benefit, ctx,
				   "the years of the old-age pension are not met "
				   "before 65");
}

/* The test of the twelve months is shown for the cohorts that have the pension. */
static enum tot_status add_test(struct tot_qualifying **out, struct tot_findings *found,
				const struct tot_view *view, const struct tot_jp_special *special,
				tot_month cut, struct tot_ctx *ctx)
{
	*out = tot_findings_test(found, condition, "Twelve months for the pension before 65",
				 "Employees' Pension Insurance Act suppl. s. 8");
	if (!*out)
		return TOT_ERR_MEMORY;
	const enum tot_status status = twelve_months(*out, view, special, cut, ctx->law);
	if (status == TOT_OK)
		tot_trace_test(ctx->trace, (*out)->id, *out, NULL);
	return status;
}

static void fill_start(struct tot_benefit *benefit, const struct tot_view *view, tot_month right,
		       tot_month month_65)
{
	benefit->start = benefit->earliest_start = right + 1;
	benefit->end = month_65 + 1;
	benefit->age = tot_age_on(view->life->person.born,
				  tot_date_add_days(tot_month_first_day(right + 1), -1));
	benefit->first_payment = tot_jp_first_payment(benefit->start);
}

enum tot_status tot_jp_entitle_special(struct tot_findings *out, const struct tot_view *view,
				       const struct tot_jp_start *employees, struct tot_ctx *ctx)
{
	struct tot_jp_special special;
	struct tot_jp_ages ages;
	tot_month right;
	bool by_agreement = false;
	struct tot_qualifying *test = NULL;
	if (tot_months_count(&view->own->by_kind[TOT_EMPLOYMENT]) == 0)
		return TOT_OK;
	enum tot_status status = tot_jp_ages_of(&ages, view->life->person.born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_special_of(&special, view, ctx->law);
	if (status == TOT_OK)
		status = first_right(&right, &by_agreement, view, ctx);
	if (status == TOT_OK && special.age_month != TOT_MONTH_NONE)
		status = add_test(&test, out, view, &special,
				  right == TOT_MONTH_NONE ? ages.month_65 : right, ctx);
	if (status != TOT_OK)
		return status;
	struct tot_benefit *benefit =
		tot_findings_benefit(out, id, "Special employees' pension before 65",
				     "Employees' Pension Insurance Act suppl. s. 8, 8-2, 9");
	if (!benefit)
		return TOT_ERR_MEMORY;
	const bool early =
		employees->earliest != TOT_MONTH_NONE && employees->start <= ages.month_65;
	benefit->test = test;
	benefit->rhythm = "even_months";
	benefit->entitled = benefit->chosen = right != TOT_MONTH_NONE && !early;
	benefit->by_agreement = benefit->entitled && by_agreement;
	if (benefit->entitled)
		fill_start(benefit, view, right, ages.month_65);
	else
		say_why_not(benefit, view, &special, test, early, ctx);
	return TOT_OK;
}

/* EPA suppl. s. 9-2, 9-3: 44 years of coverage or a disability, and no longer insured. */
static bool flat_at_once(const struct tot_benefit *benefit, const struct tot_view *view,
			 const struct tot_jp_special *special, bool stopped,
			 const struct tot_law *law)
{
	int64_t long_career;
	const struct tot_date start = tot_month_first_day(benefit->start);
	if (!stopped || tot_jp_number(&long_career, law, TOT_JP_SPECIAL_LONG_CAREER) != TOT_OK)
		return false;
	if (tot_months_count_range(&special->months, 0, benefit->start) >= long_career)
		return true;
	for (size_t i = 0; i < view->life->event_count; i++) {
		const struct tot_event *event = &view->life->events[i];
		if (event->kind == TOT_EVENT_DISABILITY && event->grade >= 1 && event->grade <= 3 &&
		    tot_date_compare(event->on, start) < 0)
			return true;
	}
	return false;
}

tot_month tot_jp_flat_start(const struct tot_benefit *benefit, const struct tot_view *view,
			    const struct tot_law *law)
{
	struct tot_jp_special special;
	if (!benefit || !benefit->entitled || tot_jp_special_of(&special, view, law) != TOT_OK)
		return TOT_MONTH_NONE;
	const struct tot_jp_ages none = {0};
	const bool stopped = tot_jp_amount_end(view->own, benefit->start, benefit->start - 1, &none,
					       true, law) == benefit->start;
	if (flat_at_once(benefit, view, &special, stopped, law))
		return benefit->start;
	if (special.flat_month == TOT_MONTH_NONE)
		return TOT_MONTH_NONE;
	return special.flat_month + 1 > benefit->start ? special.flat_month + 1 : benefit->start;
}

/* Amount of both parts, and the test of work beside it. */
static enum tot_status amount(struct tot_benefit *benefit, const struct tot_view *view,
			      const struct tot_jp_employees_part *part, struct tot_ratio flat,
			      struct tot_ctx *ctx)
{
	char earnings[TOT_JP_TEXT], text[TOT_JP_TEXT], total[TOT_JP_TEXT];
	const struct tot_jp_sum nothing = {0, tot_ratio_of(0, 1)};
	tot_yen yearly, whole;
	struct tot_jp_work work;
	struct tot_jp_suspension suspension;
	const struct tot_jp_sum sum =
		tot_jp_sum_add(tot_jp_sum_add(nothing, part->earnings.amount), flat);
	enum tot_status status = tot_jp_sum_round(&yearly, sum, 0);
	if (status == TOT_OK)
		status = tot_ratio_round(&whole, flat, 1, TOT_HALF_UP);
	if (status == TOT_OK)
		status = tot_jp_work_of(&work, view, ctx);
	if (status != TOT_OK)
		return status;
	tot_jp_set_amount(benefit, yearly, "year", tot_jp_pay_status(&part->pay, ctx));
	tot_jp_grouped(earnings, part->earnings.amount, 2);
	tot_jp_yen(total, yearly);
	benefit->formula =
		whole == 0
			? tot_arena_format(ctx->arena, "%s earnings-related = %s", earnings, total)
			: tot_arena_format(ctx->arena, "%s earnings-related + %s flat = %s",
					   earnings, tot_jp_yen(text, whole), total);
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act suppl. s. 9, 9-2, s. 43");
	tot_trace_result(ctx->trace, "JPY per year", "%s", total);
	tot_trace_formula(ctx->trace, "%s", benefit->formula);
	tot_trace_rounding(ctx->trace, "once, half up to 1 yen, s. 35 (1)");
	status = tot_jp_suspended(&suspension, &work, benefit->start,
				  tot_ratio_add(part->earnings.amount, tot_ratio_of(whole, 1)),
				  true, ctx);
	if (status == TOT_OK)
		tot_jp_say_suspended(benefit, &suspension, ctx);
	return status;
}

static void say_parts(struct tot_benefit *benefit, const struct tot_jp_employees_part *part,
		      struct tot_ratio flat, const struct tot_jp_special *special,
		      struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT], month[TOT_DATE_TEXT];
	tot_benefit_factor(benefit, ctx, "months", "%d", part->months);
	if (part->earnings_status >= 0 && part->pay.unknown == 0) {
		tot_benefit_factor(benefit, ctx, "regular", "%s",
				   tot_jp_rounded(text, part->earnings.regular, 0));
		if (part->earnings.has_guarantee)
			tot_benefit_factor(benefit, ctx, "guarantee", "%s",
					   tot_jp_rounded(text, part->earnings.guarantee, 0));
	}
	if (flat.num > 0)
		tot_benefit_factor(benefit, ctx, "flat_part", "%s", tot_jp_rounded(text, flat, 0));
	else if (special->flat_month != TOT_MONTH_NONE && special->flat_month >= benefit->start)
		tot_benefit_reason(benefit, ctx, "the flat part comes with it from %s",
				   tot_month_print(month, special->flat_month + 1));
	tot_benefit_reason(benefit, ctx,
			   "paid until %s, the month of the age of 65; what is not claimed within "
			   "five years is lost",
			   tot_month_print(month, benefit->end - 1));
}

enum tot_status tot_jp_special_amount(struct tot_benefit *benefit, const struct tot_view *view,
				      struct tot_ctx *ctx)
{
	struct tot_jp_special special;
	struct tot_jp_ages ages;
	struct tot_jp_employees_part part = {0};
	struct tot_ratio flat = tot_ratio_of(0, 1);
	const struct tot_date born = view->life->person.born;
	const tot_month right = benefit->start - 1;
	enum tot_status status = tot_jp_special_of(&special, view, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_ages_of(&ages, born, ctx->law);
	if (status != TOT_OK)
		return status;
	const tot_month end =
		tot_jp_amount_end(view->own, benefit->start, right, &ages, true, ctx->law);
	const bool flat_now = tot_jp_flat_start(benefit, view, ctx->law) == benefit->start;
	tot_months_clip(&special.months, 0, end);
	status = tot_jp_employees_part_of(&part, view, &special.months, false, ctx);
	if (status == TOT_OK && flat_now)
		status = tot_jp_flat_part(&flat, part.months, born, ctx);
	if (status != TOT_OK)
		return status;
	say_parts(benefit, &part, flat, &special, ctx);
	tot_jp_no_amount(benefit, "year");
	if (part.earnings_status < 0 || part.pay.unknown) {
		tot_jp_say_incomplete(benefit, &part, ctx);
		return TOT_OK;
	}
	return amount(benefit, view, &part, flat, ctx);
}
