/* Spouse, child and transfer addition: on which right they rest, from when and how long. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dependants.h"

/* The right that additions follow: months, day and first month of the pensioner. */
struct basis {
	const struct tot_view *view;
	const struct tot_benefit *employees, *basic;
	struct tot_jp_ages ages;
	const struct tot_qualifying *test; /* JP.spouse_add_240 */
	tot_month right;		   /* month in which the right to additions arises */
	tot_month from;			   /* first month paid under the plan */
	struct tot_date day;		   /* of the right */
	int months;			   /* own employees' months */
};

static tot_month later(tot_month a, tot_month b)
{
	return a > b ? a : b;
}

/* Fewer months for those who worked after 40 or 35 (Act 34/1985 suppl. s. 12 (1) no. 4-5). */
static void middle_age(struct tot_qualifying *out, const struct tot_months *own,
		       const struct tot_person *person, const struct tot_law *law)
{
	int64_t years;
	struct tot_months months = *own;
	if (!tot_jp_middle_age(&years, &months, person, law) ||
	    tot_months_count(&months) < years * 12)
		return;
	tot_qualify(out, &months, tot_months_count(&months), NULL, NULL, TOT_MONTH_LIMIT,
		    (int)years * 12);
	out->met_on = tot_months_last(&months);
}

/* EPA s. 44 (1): 240 months, at the right or at a later revision for a person who works on. */
static enum tot_status test_240(struct tot_qualifying *test, struct basis *io, struct tot_ctx *ctx)
{
	int64_t required;
	const struct tot_view *view = io->view;
	struct tot_months own = view->own->by_kind[TOT_EMPLOYMENT];
	const tot_month last = tot_months_last(&own) + 2;
	const enum tot_status status = tot_jp_number(&required, ctx->law, TOT_JP_DEPENDANT_MONTHS);
	if (status != TOT_OK)
		return status;
	tot_month end =
		tot_jp_amount_end(view->own, io->from, io->right, &io->ages, false, ctx->law);
	for (tot_month month = io->from + 1; month <= last; month++) {
		const tot_month now =
			tot_jp_amount_end(view->own, month, io->right, &io->ages, false, ctx->law);
		if (tot_months_count_range(&own, 0, end) >= required)
			break;
		if (tot_months_count_range(&own, 0, now) < required)
			continue;
		io->from = month;
		io->right = month - 1;
		io->day = tot_month_first_day(month);
		end = now;
	}
	tot_months_clip(&own, 0, end);
	io->months = tot_months_count(&own);
	/* Act 104/2007 s. 27 no. 5: German months count up to the month before the right. */
	tot_jp_test_employment(test, view, test->id, &own, io->right, (int)required);
	if (io->months < required)
		middle_age(test, &own, &view->life->person, ctx->law);
	return TOT_OK;
}

static enum tot_status add_test(struct tot_findings *out, const char *id, const char *title,
				const char *law, struct basis *io, struct tot_ctx *ctx)
{
	struct tot_qualifying *test = tot_findings_test(out, id, title, law);
	if (!test)
		return TOT_ERR_MEMORY;
	const enum tot_status status = test_240(test, io, ctx);
	if (status == TOT_OK)
		tot_trace_test(ctx->trace, test->id, test, NULL);
	io->test = test;
	return status;
}

/* From 65 on, or with the flat part of the pension before 65; never while the pension waits. */
static enum tot_status basis_of(struct basis *out, const struct tot_findings *found,
				const struct tot_view *view, const struct tot_jp_start *start,
				struct tot_ctx *ctx)
{
	*out = (struct basis){.view = view,
			      .employees = tot_findings_find_benefit(found, "JP.old_age.employees"),
			      .basic = tot_findings_find_benefit(found, "JP.old_age.basic")};
	const enum tot_status status =
		tot_jp_ages_of(&out->ages, view->life->person.born, ctx->law);
	if (status != TOT_OK || !out->employees || !out->basic)
		return status;
	out->right = start->earliest == TOT_MONTH_NONE ? out->ages.month_65
						       : tot_jp_right(&out->ages, start->earliest);
	out->from = later(start->start, out->right + 1);
	out->day = out->right > out->ages.month_65 ? tot_month_first_day(out->right)
						   : out->ages.until_65;
	const tot_month flat = tot_jp_flat_start(
		tot_findings_find_benefit(found, "JP.old_age.special"), view, ctx->law);
	if (flat != TOT_MONTH_NONE && flat <= out->right) {
		out->from = flat;
		out->right = flat - 1;
		out->day = tot_month_last_day(out->right);
	}
	return TOT_OK;
}

static void set_start(struct tot_benefit *benefit, tot_month earliest, tot_month start,
		      tot_month end, struct tot_date born)
{
	benefit->entitled = true;
	benefit->earliest_start = earliest;
	benefit->start = start;
	benefit->end = end;
	benefit->age = tot_age_on(born, tot_date_add_days(tot_month_first_day(start), -1));
	benefit->rhythm = "even_months";
	benefit->first_payment = tot_jp_first_payment(start);
}

/* The pension and the months that every addition to it needs; says what is missing. */
static bool pension_due(struct tot_benefit *benefit, const struct basis *basis,
			const struct tot_qualifying *test, struct tot_ctx *ctx)
{
	benefit->test = test;
	if (!basis->employees->entitled)
		tot_benefit_reason(benefit, ctx, "no old-age employees' pension is due");
	else if (!test->met)
		tot_benefit_reason(benefit, ctx, "%d of %d months of employees' insurance",
				   test->counted, test->required);
	return basis->employees->entitled && test->met;
}

static enum tot_status spouse_addition(struct tot_findings *out, const struct basis *basis,
				       struct tot_ctx *ctx)
{
	char month[TOT_DATE_TEXT];
	tot_month month_65;
	const struct tot_scenario *life = basis->view->life;
	const struct tot_spouse *spouse = &life->family.spouse;
	struct tot_benefit *benefit =
		tot_findings_benefit(out, "JP.old_age.spouse_addition", "Spouse addition",
				     "Employees' Pension Insurance Act s. 44");
	if (!benefit)
		return TOT_ERR_MEMORY;
	const enum tot_status status = tot_jp_spouse_65(&month_65, spouse, ctx->law);
	if (status != TOT_OK || !pension_due(benefit, basis, basis->test, ctx))
		return status;
	const tot_month looked = later(basis->from, tot_month_of(ctx->as_of));
	const char *why = tot_jp_spouse_excluded(life, basis->day, looked, ctx);
	if (!why && looked > month_65)
		why = "the spouse is 65 or older";
	if (why) {
		tot_benefit_reason(benefit, ctx, "%s", why);
		return TOT_OK;
	}
	const tot_month marriage = tot_jp_marriage_end(spouse);
	tot_month end = month_65 + 1;
	if (marriage != TOT_MONTH_NONE && marriage < end)
		end = marriage;
	set_start(benefit, basis->right + 1, basis->from, end, life->person.born);
	benefit->chosen = true;
	benefit->by_agreement = basis->test->by_agreement || basis->employees->by_agreement;
	tot_benefit_reason(benefit, ctx,
			   "paid until %s; not while the spouse has a pension of 240 "
			   "own employees' months or for disability",
			   tot_month_print(month, end - 1));
	return TOT_OK;
}

static enum tot_status transfer_addition(struct tot_findings *out, const struct basis *basis,
					 const struct tot_qualifying *test, struct tot_ctx *ctx)
{
	tot_month month_65;
	struct tot_value factor;
	const struct tot_scenario *life = basis->view->life;
	const struct tot_spouse *spouse = &life->family.spouse;
	struct tot_benefit *benefit = tot_findings_benefit(
		out, "JP.old_age.transfer_addition",
		"Transfer addition to the spouse's basic pension", "Act 34/1985 suppl. s. 14");
	if (!benefit)
		return TOT_ERR_MEMORY;
	const enum tot_status status = tot_jp_spouse_65(&month_65, spouse, ctx->law);
	if (status != TOT_OK || !pension_due(benefit, basis, test, ctx))
		return status;
	const tot_month start = later(month_65, later(basis->right, basis->ages.month_65)) + 1;
	const char *why = tot_jp_spouse_excluded(life, basis->day, start, ctx);
	if (!why &&
	    tot_jp_of_cohort(&factor, ctx->law, TOT_JP_TRANSFER_FACTOR, spouse->born) != TOT_OK)
		why = "the law has none for the spouse's year of birth";
	if (why) {
		tot_benefit_reason(benefit, ctx, "%s", why);
		return TOT_OK;
	}
	set_start(benefit, start, start, 0, spouse->born);
	benefit->by_agreement = test->by_agreement || basis->employees->by_agreement;
	tot_benefit_reason(benefit, ctx,
			   "paid to the spouse with the spouse's own basic pension, if the spouse "
			   "has fewer than 240 own employees' months");
	return TOT_OK;
}

/* From 2028-04 only for children who live in Japan; rights that exist stay as they are. */
static bool child_lives_elsewhere(const struct tot_person *person, tot_month from, tot_month looked,
				  tot_month reform)
{
	const char *country = tot_person_residence(person, tot_month_first_day(looked));
	return looked >= reform && from >= reform && person->residence_count > 0 &&
	       (!country || country[0] != 'J' || country[1] != 'P');
}

struct child_right {
	const struct tot_qualifying *test; /* NULL: 120 own months under the law from 2028-04 */
	const struct tot_benefit *pension;
	tot_month right, from;
};

/* The employees' pension: 240 months, from 2028-04 120; else, from 2028-04, the basic one. */
static bool child_right_of(struct child_right *out, const struct basis *basis, tot_month reform,
			   const struct tot_law *law)
{
	int64_t months = 0;
	const struct tot_qualifying *test = basis->test;
	const enum tot_status status = tot_jp_number(&months, law, TOT_JP_REFORM_CHILD_MONTHS);
	if (basis->employees->entitled && test->met) {
		*out = (struct child_right){test, basis->employees, basis->right, basis->from};
		return true;
	}
	const bool reformed =
		basis->employees->entitled && status == TOT_OK && basis->months >= months;
	if (!reformed && !basis->basic->entitled)
		return false;
	const struct tot_benefit *pension = reformed ? basis->employees : basis->basic;
	const tot_month right = later(basis->ages.month_65, pension->earliest_start - 1);
	*out = (struct child_right){reformed ? NULL : basis->basic->test, pension,
				    later(right, reform - 1),
				    later(later(pension->start, right + 1), reform)};
	return true;
}

static enum tot_status child_addition(struct tot_findings *out, const struct basis *basis,
				      struct tot_ctx *ctx)
{
	char month[TOT_DATE_TEXT];
	struct child_right right;
	tot_month end;
	const struct tot_scenario *life = basis->view->life;
	const tot_month reform = tot_month_of(tot_jp_day(ctx->law, TOT_JP_DAY_REFORM_ADDITIONS));
	struct tot_benefit *benefit = tot_findings_benefit(
		out, "JP.old_age.child_addition", "Child addition",
		"Employees' Pension Insurance Act s. 44; from 2028-04 also National Pension Act");
	if (!benefit)
		return TOT_ERR_MEMORY;
	benefit->test = basis->test;
	if (!child_right_of(&right, basis, reform, ctx->law)) {
		tot_benefit_reason(benefit, ctx, "no old-age pension is due");
		return TOT_OK;
	}
	benefit->test = right.test;
	const tot_month looked = later(right.from, tot_month_of(ctx->as_of));
	if (tot_jp_children(&end, life, basis->day, looked, ctx->law) == 0) {
		tot_benefit_reason(benefit, ctx,
				   "no child up to the March after the age of 18 in %s",
				   tot_month_print(month, looked));
		return TOT_OK;
	}
	if (child_lives_elsewhere(&life->person, right.from, looked, reform)) {
		tot_benefit_reason(benefit, ctx,
				   "from 2028-04 only for a child who lives in Japan (students "
				   "abroad and the like excepted)");
		return TOT_OK;
	}
	set_start(benefit, right.right + 1, right.from, end, life->person.born);
	benefit->chosen = true;
	benefit->by_agreement =
		(right.test && right.test->by_agreement) || right.pension->by_agreement;
	tot_benefit_reason(benefit, ctx, "paid until %s, the last month of the youngest child",
			   tot_month_print(month, end - 1));
	return TOT_OK;
}

enum tot_status tot_jp_entitle_additions(struct tot_findings *out, const struct tot_view *view,
					 const struct tot_jp_start starts[TOT_JP_PARTS],
					 struct tot_ctx *ctx)
{
	const struct tot_family *family = &view->life->family;
	struct basis basis, transfer;
	if (!family->spouse.present && family->child_count == 0)
		return TOT_OK;
	enum tot_status status = basis_of(&basis, out, view, &starts[TOT_JP_EMPLOYEES], ctx);
	if (status != TOT_OK || !basis.employees || !basis.basic || view->own->span_count == 0)
		return status;
	transfer = basis;
	status = add_test(out, "JP.spouse_add_240", "240 months for the spouse and child additions",
			  "Employees' Pension Insurance Act s. 44 (1)", &basis, ctx);
	if (status == TOT_OK && family->spouse.present)
		status = add_test(out, "JP.furikae_240", "240 months for the transfer addition",
				  "Act 34/1985 suppl. s. 14 (1)", &transfer, ctx);
	if (status == TOT_OK && family->spouse.present)
		status = spouse_addition(out, &basis, ctx);
	if (status == TOT_OK && family->child_count > 0)
		status = child_addition(out, &basis, ctx);
	if (status == TOT_OK && family->spouse.present)
		status = transfer_addition(out, &transfer, transfer.test, ctx);
	return status;
}
