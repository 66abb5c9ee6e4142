/* Who has a right to a disability pension: insured, contributions, grade, the day of the right. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disability.h"

#include <string.h>

#define EMPLOYEE TOT_KIND_BIT(TOT_EMPLOYMENT)

enum tot_status tot_jp_certification_day(struct tot_date *out, struct tot_date first,
					 const struct tot_law *law)
{
	int64_t months;
	const enum tot_status status = tot_jp_number(&months, law, TOT_JP_DIS_CERTIFIED_AFTER);
	if (status != TOT_OK)
		return status;
	const struct tot_date day = tot_date_add_months_clamped(first, (int)months);
	*out = day.day == first.day ? day : tot_date_add_days(day, 1);
	return TOT_OK;
}

/* What the conditions look at, besides the disability itself. */
struct facts {
	struct tot_jp_disability *disability;
	const struct tot_view *view;
	const struct tot_qualifying *test;
	bool insured;  /* under the National Pension on the day of the first examination */
	bool employee; /* under the employees' insurance */
	bool too_late; /* the grade came later and no claim before 65 is possible */
	const struct tot_deemed_spans *deemed; /* insured by the agreement */
	int own_basic, own_employees;	       /* own months at the certification */
	struct tot_ctx *ctx;
};

static enum tot_status dates(struct tot_jp_disability *out, const struct tot_event *event,
			     const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_date twenty;
	int64_t age;
	out->event = event;
	out->first = tot_date_is_none(event->first_examined) ? event->on : event->first_examined;
	out->certified = event->determined;
	enum tot_status status = TOT_OK;
	if (tot_date_is_none(event->determined))
		status = tot_jp_certification_day(&out->certified, out->first, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_number(&age, ctx->law, TOT_JP_DIS_YOUTH);
	if (status != TOT_OK)
		return status;
	twenty = tot_age_reached(view->life->person.born, (struct tot_age){(int)age, 0});
	out->youth = tot_date_compare(out->first, twenty) < 0 &&
		     !tot_jp_covered(view->own, EMPLOYEE, out->first);
	/* NPA s. 30-2, EPA s. 47-2: what reaches the grade later is due from the claim. */
	out->right = tot_date_compare(event->on, out->certified) > 0 ? event->on : out->certified;
	if (out->youth && tot_date_compare(out->right, twenty) < 0)
		out->right = twenty;
	/* EPA s. 51: the month of the certification is the last one in the amount. */
	out->end = tot_month_of(out->certified) + 1;
	return TOT_OK;
}

static enum tot_status gather(struct facts *out)
{
	struct tot_months basic;
	struct tot_jp_disability *d = out->disability;
	const struct tot_view *view = out->view;
	const struct tot_date born = view->life->person.born;
	bool former, below;
	enum tot_status status = tot_jp_insured_on(&out->insured, view, d->first, out->ctx);
	if (status == TOT_OK)
		status = tot_jp_former_insured(&former, view, d->first, TOT_JP_DIS_FORMER_FROM,
					       TOT_JP_DIS_FORMER_UNTIL, out->ctx);
	if (status == TOT_OK)
		status = tot_jp_below_age(&below, born, TOT_JP_DIS_LATER_CLAIM, d->right,
					  out->ctx->law);
	if (status == TOT_OK)
		status = tot_jp_national_months(
			&basic, view, TOT_JP_PAID_KINDS | TOT_JP_EXEMPT_KINDS, d->end, out->ctx);
	if (status != TOT_OK)
		return status;
	out->insured = out->insured || former;
	out->employee = tot_jp_covered(view->own, EMPLOYEE, d->first);
	out->too_late = !below && tot_date_compare(d->right, d->certified) > 0;
	out->own_basic = tot_months_count(&basic);
	out->own_employees = tot_months_count_range(&view->own->by_kind[TOT_EMPLOYMENT], 0, d->end);
	out->deemed = tot_view_deemed(view, "JP.insured_at_first_exam", d->first);
	return TOT_OK;
}

static enum tot_status add_test(struct tot_findings *io, struct facts *facts)
{
	struct tot_qualifying *test = tot_findings_test(
		io, "JP.dis_two_thirds", "Contributions before the disability",
		"National Pension Act s. 30 (1); Employees' Pension Insurance Act s. 47 (1); Act "
		"34/1985 suppl. s. 20");
	if (!test)
		return TOT_ERR_MEMORY;
	facts->test = test;
	return tot_jp_requirement(test, facts->view, facts->disability->first,
				  facts->disability->end, facts->ctx);
}

static struct tot_benefit *add_benefit(struct tot_findings *io, const char *id, const char *title,
				       const char *law, const struct facts *facts)
{
	struct tot_benefit *benefit = tot_findings_benefit(io, id, title, law);
	if (!benefit)
		return NULL;
	benefit->test = facts->test;
	benefit->facts = facts->disability;
	return benefit;
}

/* What stands against a pension of either insurance. */
static void common_reasons(struct tot_benefit *benefit, const struct facts *facts)
{
	char day[TOT_DATE_TEXT];
	const struct tot_jp_disability *d = facts->disability;
	const struct tot_date died = tot_jp_death_day(facts->view->life);
	if (d->event->grade == 0)
		tot_benefit_reason(benefit, facts->ctx,
				   "the grade of the Japanese tables is not given "
				   "(events: grade)");
	if (facts->too_late)
		tot_benefit_reason(benefit, facts->ctx,
				   "the grade was reached after the certification day, and a claim "
				   "was possible before 65 only");
	if (!tot_date_is_none(died) && tot_month_of(d->right) >= tot_month_of(died))
		tot_benefit_reason(benefit, facts->ctx, "the person died on %s, before the start",
				   tot_date_print(day, died));
}

static void contribution_reason(struct tot_benefit *benefit, const struct facts *facts)
{
	const struct tot_qualifying *test = facts->test;
	if (!test->met)
		tot_benefit_reason(benefit, facts->ctx,
				   "contributions: %d of %d insured months before the first "
				   "examination are paid or exempt, %s are needed",
				   test->counted, test->insured_months, test->required_ratio);
}

static void due_from(struct tot_benefit *benefit, const struct facts *facts)
{
	const struct tot_jp_disability *d = facts->disability;
	benefit->entitled = benefit->chosen = true;
	benefit->start = benefit->earliest_start = tot_month_of(d->right) + 1;
	benefit->age = tot_age_on(facts->view->life->person.born,
				  tot_date_add_days(tot_month_first_day(benefit->start), -1));
	benefit->rhythm = "even_months";
	benefit->first_payment = benefit->start + (tot_month_number(benefit->start) % 2 ? 1 : 2);
	if (d->event->work_accident)
		tot_benefit_reason(benefit, facts->ctx,
				   "suspended for six years if the employer owes compensation for "
				   "the accident (NPA s. 36, EPA s. 54)");
	tot_benefit_reason(benefit, facts->ctx,
			   "from 65 it is a choice: this or the old-age pension of the same kind; "
			   "the basic disability pension may stand beside the old-age employees' "
			   "pension");
}

static void take_share(struct tot_jp_share *share, int own, const struct facts *facts,
		       const char *agreement)
{
	*share = (struct tot_jp_share){
		.agreement = agreement,
		.own = own,
		.other = tot_jp_lent_months(facts->view, facts->test->id, facts->disability->end)};
}

/* The agreement that a benefit needs: for the contributions, or for the day. */
static const char *needed_agreement(const struct facts *facts, bool insured)
{
	if (!insured && facts->deemed)
		return facts->deemed->agreement;
	return facts->test->by_agreement ? facts->test->agreement : NULL;
}

/* NPA s. 30-4: from 20, without contributions, for residents below an income limit. */
static void youth(struct tot_benefit *benefit, const struct facts *facts)
{
	const struct tot_person *person = &facts->view->life->person;
	const struct tot_date start =
		tot_month_first_day(tot_month_of(facts->disability->right) + 1);
	const struct tot_date day =
		tot_date_compare(start, facts->ctx->as_of) > 0 ? start : facts->ctx->as_of;
	const char *country = tot_person_residence(person, day);
	if (!country || strcmp(country, "JP") != 0)
		tot_benefit_reason(benefit, facts->ctx,
				   "examined before 20: paid only to residents of Japan");
	if (benefit->reason_count)
		return;
	due_from(benefit, facts);
	tot_benefit_reason(benefit, facts->ctx,
			   "examined before 20: an income limit applies, which is not looked at");
}

static enum tot_status add_basic(struct tot_findings *io, const struct facts *facts)
{
	char day[TOT_DATE_TEXT];
	struct tot_jp_disability *d = facts->disability;
	struct tot_benefit *benefit =
		add_benefit(io, "JP.disability.basic", "Disability basic pension",
			    "National Pension Act s. 30, s. 33", facts);
	if (!benefit)
		return TOT_ERR_MEMORY;
	common_reasons(benefit, facts);
	if (d->event->grade > TOT_JP_GRADE_2)
		tot_benefit_reason(benefit, facts->ctx, "grade 1 or 2 is needed");
	if (d->youth) {
		youth(benefit, facts);
		d->basic_due = benefit->entitled;
		return TOT_OK;
	}
	if (!facts->insured && !facts->deemed)
		tot_benefit_reason(benefit, facts->ctx,
				   "not insured in Japan on %s, the day of the first examination",
				   tot_date_print(day, d->first));
	contribution_reason(benefit, facts);
	if (benefit->reason_count)
		return TOT_OK;
	const char *agreement = needed_agreement(facts, facts->insured);
	if (agreement && facts->own_basic == 0) {
		tot_benefit_reason(benefit, facts->ctx,
				   "the agreement needs an own paid or exempt month");
		return TOT_OK;
	}
	benefit->by_agreement = agreement != NULL;
	if (agreement)
		take_share(&d->basic, facts->own_basic, facts, agreement);
	d->basic_due = true;
	due_from(benefit, facts);
	return TOT_OK;
}

/*
 * Agreement art. 13 (3): not deemed insured for the employees' pension where the basic pension is
 * due for the same disability without that.
 */
static bool deemed_employee(const struct facts *facts)
{
	return facts->deemed && !(facts->insured && facts->disability->basic_due);
}

static enum tot_status add_employees(struct tot_findings *io, const struct facts *facts)
{
	char day[TOT_DATE_TEXT];
	struct tot_jp_disability *d = facts->disability;
	struct tot_benefit *benefit =
		add_benefit(io, "JP.disability.employees", "Disability employees' pension",
			    "Employees' Pension Insurance Act s. 47, s. 50", facts);
	if (!benefit)
		return TOT_ERR_MEMORY;
	common_reasons(benefit, facts);
	if (d->event->grade == TOT_JP_GRADE_ALLOWANCE)
		tot_benefit_reason(benefit, facts->ctx, "grade 1, 2 or 3 is needed");
	if (!facts->employee && !deemed_employee(facts))
		tot_benefit_reason(benefit, facts->ctx,
				   "not in the employees' insurance on %s, the day of the first "
				   "examination",
				   tot_date_print(day, d->first));
	contribution_reason(benefit, facts);
	if (benefit->reason_count)
		return TOT_OK;
	if (facts->own_employees == 0) {
		tot_benefit_reason(benefit, facts->ctx, "no own month of employees' insurance");
		return TOT_OK;
	}
	const char *agreement = needed_agreement(facts, facts->employee);
	benefit->by_agreement = agreement != NULL;
	if (agreement)
		take_share(&d->employees, facts->own_employees, facts, agreement);
	due_from(benefit, facts);
	return TOT_OK;
}

/* EPA s. 56: nobody who draws another pension. */
static bool draws_a_pension(const struct tot_scenario *life, struct tot_date day)
{
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_BENEFIT && strcmp(event->country, "JP") == 0 &&
		    strcmp(event->what, "rehabilitation") != 0 &&
		    tot_date_compare(event->on, day) <= 0 &&
		    (tot_date_is_none(event->to) || tot_date_compare(day, event->to) <= 0))
			return true;
	}
	return false;
}

/* EPA s. 55: cured within five years. */
static enum tot_status cured_in_time(bool *out, const struct facts *facts)
{
	int64_t years;
	const struct tot_jp_disability *d = facts->disability;
	const enum tot_status status =
		tot_jp_number(&years, facts->ctx->law, TOT_JP_DIS_CURED_YEARS);
	if (status == TOT_OK)
		*out = tot_date_compare(d->certified, tot_date_add_months_clamped(
							      d->first, (int)years * 12)) <= 0;
	return status;
}

static enum tot_status add_allowance(struct tot_findings *io, const struct facts *facts)
{
	char day[TOT_DATE_TEXT];
	bool in_time = true;
	const struct tot_jp_disability *d = facts->disability;
	struct tot_benefit *benefit =
		add_benefit(io, "JP.disability.allowance", "Disability allowance (once)",
			    "Employees' Pension Insurance Act s. 55, s. 57", facts);
	if (!benefit)
		return TOT_ERR_MEMORY;
	const enum tot_status status = cured_in_time(&in_time, facts);
	if (status != TOT_OK)
		return status;
	if (d->event->grade != TOT_JP_GRADE_ALLOWANCE)
		tot_benefit_reason(benefit, facts->ctx,
				   "only for a lasting disability below grade 3");
	if (!facts->employee)
		tot_benefit_reason(benefit, facts->ctx,
				   "not in the employees' insurance on %s, the day of the first "
				   "examination",
				   tot_date_print(day, d->first));
	contribution_reason(benefit, facts);
	if (facts->test->by_agreement)
		tot_benefit_reason(benefit, facts->ctx,
				   "no agreement lends months to the allowance");
	if (!in_time)
		tot_benefit_reason(benefit, facts->ctx,
				   "not cured within five years of the first examination");
	const struct tot_date died = tot_jp_death_day(facts->view->life);
	if (!tot_date_is_none(died) && tot_date_compare(died, d->certified) < 0)
		tot_benefit_reason(benefit, facts->ctx, "the person died on %s, before the cure",
				   tot_date_print(day, died));
	if (draws_a_pension(facts->view->life, d->certified))
		tot_benefit_reason(benefit, facts->ctx, "another pension is drawn");
	if (benefit->reason_count)
		return TOT_OK;
	benefit->entitled = benefit->chosen = true;
	benefit->start = benefit->earliest_start = benefit->first_payment =
		tot_month_of(d->certified);
	benefit->age = tot_age_on(facts->view->life->person.born, d->certified);
	return TOT_OK;
}

enum tot_status tot_jp_entitle_disability(struct tot_findings *io, const struct tot_view *view,
					  struct tot_ctx *ctx)
{
	const struct tot_event *event = NULL;
	for (size_t i = view->life->event_count; i-- > 0;)
		if (view->life->events[i].kind == TOT_EVENT_DISABILITY)
			event = &view->life->events[i];
	if (!event)
		return TOT_OK;
	struct tot_jp_disability *disability = tot_arena_alloc(ctx->arena, sizeof(*disability));
	if (!disability)
		return TOT_ERR_MEMORY;
	*disability = (struct tot_jp_disability){0};
	struct facts facts = {.disability = disability, .view = view, .ctx = ctx};
	enum tot_status status = dates(disability, event, view, ctx);
	if (status == TOT_OK)
		status = gather(&facts);
	if (status == TOT_OK)
		status = add_test(io, &facts);
	if (status == TOT_OK)
		status = add_basic(io, &facts);
	if (status == TOT_OK)
		status = add_employees(io, &facts);
	return status == TOT_OK ? add_allowance(io, &facts) : status;
}
