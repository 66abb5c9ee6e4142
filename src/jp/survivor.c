/* Rights after a death: insured or 25 years, contributions, by own months or by an agreement. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

#include "disability.h"

#include <string.h>

#define EMPLOYEE TOT_KIND_BIT(TOT_EMPLOYMENT)

/* What the rights hang on. */
struct facts {
	struct tot_findings *findings;
	struct tot_jp_death *death;
	const struct tot_view *view;
	struct tot_ctx *ctx;
	int own_basic, own_employees; /* months */
	bool insured, employee;	      /* on the day of the death */
	bool after_examination;	      /* within five years of an examination as an employee */
	const struct tot_deemed_spans *deemed, *deemed_examination;
	const struct tot_benefit *pension; /* disability employees' pension of grade 1 or 2 */
};

/* EPA s. 58 (1) no. 2: first examined as an employee, death before five years have passed. */
static enum tot_status examination(struct facts *io)
{
	int64_t years;
	const struct tot_scenario *life = io->view->life;
	const struct tot_date died = io->death->died;
	const enum tot_status status =
		tot_jp_number(&years, io->ctx->law, TOT_JP_SURV_WITHIN_YEARS);
	for (size_t i = 0; status == TOT_OK && i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind != TOT_EVENT_DISABILITY)
			continue;
		const struct tot_date first =
			tot_date_is_none(event->first_examined) ? event->on : event->first_examined;
		if (tot_date_compare(died, first) < 0 ||
		    tot_date_compare(died, tot_date_add_months_clamped(first, (int)years * 12)) >=
			    0)
			continue;
		io->after_examination |= tot_jp_covered(io->view->own, EMPLOYEE, first);
		if (!io->deemed_examination)
			io->deemed_examination = tot_view_deemed(
				io->view, "JP.death_within_5y_of_first_exam", first);
	}
	return status;
}

/* EPA s. 58 (1) no. 3: the deceased had a disability employees' pension of grade 1 or 2. */
static const struct tot_benefit *disability_pension(const struct facts *facts)
{
	const struct tot_benefit *pension =
		tot_findings_find_benefit(facts->findings, "JP.disability.employees");
	if (!pension || !pension->entitled || pension->start > tot_month_of(facts->death->died))
		return NULL;
	const struct tot_jp_disability *disability = pension->facts;
	return disability->event->grade <= TOT_JP_GRADE_2 ? pension : NULL;
}

static enum tot_status gather(struct facts *io)
{
	struct tot_months basic;
	bool former;
	const struct tot_view *view = io->view;
	const struct tot_date died = io->death->died;
	enum tot_status status = tot_jp_insured_on(&io->insured, view, died, io->ctx);
	if (status == TOT_OK)
		status = tot_jp_former_insured(&former, view, died, TOT_JP_SURV_FORMER_FROM,
					       TOT_JP_SURV_FORMER_UNTIL, io->ctx);
	if (status == TOT_OK)
		status = tot_jp_national_months(&basic, view,
						TOT_JP_PAID_KINDS | TOT_JP_EXEMPT_KINDS,
						io->death->end, io->ctx);
	if (status == TOT_OK)
		status = examination(io);
	if (status != TOT_OK)
		return status;
	io->insured = io->insured || former;
	io->employee = tot_jp_covered(view->own, EMPLOYEE, died);
	io->own_basic = tot_months_count(&basic);
	io->own_employees =
		tot_months_count_range(&view->own->by_kind[TOT_EMPLOYMENT], 0, io->death->end);
	io->deemed = tot_view_deemed(view, "JP.insured_at_death", died);
	io->pension = disability_pension(io);
	return TOT_OK;
}

static bool alone(const struct tot_qualifying *test)
{
	return test->met && !test->by_agreement;
}

static void share(struct tot_jp_share *out, const char *agreement, int own,
		  const struct facts *facts)
{
	*out = (struct tot_jp_share){
		.agreement = agreement,
		.own = own,
		.other = tot_jp_lent_months(facts->view, "JP.surv_two_thirds", facts->death->end)};
}

static const char *agreement_of(const struct tot_qualifying *test,
				const struct tot_deemed_spans *deemed)
{
	return test->by_agreement ? test->agreement : deemed ? deemed->agreement : NULL;
}

/* Is the right of the basic pension there, alone or by an agreement (NPA s. 37)? */
static bool basic_right(const struct facts *facts)
{
	struct tot_jp_death *death = facts->death;
	if ((facts->insured && alone(death->paid)) || alone(death->years))
		return true;
	if (facts->own_basic == 0)
		return false;
	if ((facts->insured || facts->deemed) && death->paid->met)
		share(&death->basic,
		      agreement_of(death->paid, facts->insured ? NULL : facts->deemed),
		      facts->own_basic, facts);
	else if (death->years->met)
		share(&death->basic, death->years->agreement, facts->own_basic, facts);
	return death->basic.agreement != NULL;
}

/* EPA s. 58: what needs no agreement first, short-term before long-term (DECISIONS 35). */
static void term_of(const struct facts *facts)
{
	struct tot_jp_death *death = facts->death;
	const struct tot_benefit *pension = facts->pension;
	const bool short_own = facts->employee || facts->after_examination;
	const bool short_deemed = facts->deemed || facts->deemed_examination;
	death->term = TOT_JP_NO_TERM;
	if (facts->own_employees == 0)
		return;
	if ((short_own && alone(death->paid)) || (pension && !pension->by_agreement)) {
		death->term = TOT_JP_SHORT_TERM;
	} else if (alone(death->years)) {
		death->term = TOT_JP_LONG_TERM;
	} else if (((short_own || short_deemed) && death->paid->met) || pension) {
		const struct tot_deemed_spans *deemed =
			facts->deemed ? facts->deemed : facts->deemed_examination;
		const struct tot_jp_disability *disability = pension ? pension->facts : NULL;
		death->term = TOT_JP_SHORT_TERM;
		share(&death->employees,
		      disability ? disability->employees.agreement
				 : agreement_of(death->paid, short_own ? NULL : deemed),
		      facts->own_employees, facts);
	} else if (death->years->met) {
		death->term = TOT_JP_LONG_TERM;
		/* Not shared: the months are real ones; the widow's addition may be. */
		death->employees = (struct tot_jp_share){.agreement = death->years->agreement};
	}
}

/* Act 104/2007 s. 31, s. 33 (3): the addition has a share of its own. */
static void addition_share(const struct facts *facts)
{
	struct tot_jp_death *death = facts->death;
	if (death->term == TOT_JP_SHORT_TERM)
		death->addition = death->employees;
	else if (death->months_240->by_agreement)
		share(&death->addition, death->months_240->agreement, facts->own_employees, facts);
}

static void due(struct tot_benefit *benefit, const struct tot_jp_heirs *heirs,
		const struct facts *facts)
{
	static const char *const names[] = {[TOT_JP_NOBODY] = "nobody",
					    [TOT_JP_SPOUSE] = "the spouse",
					    [TOT_JP_CHILDREN] = "the children",
					    [TOT_JP_PARENTS] = "the parents",
					    [TOT_JP_GRANDCHILDREN] = "the grandchildren",
					    [TOT_JP_GRANDPARENTS] = "the grandparents"};
	char day[TOT_DATE_TEXT];
	benefit->entitled = benefit->chosen = true;
	benefit->start = benefit->earliest_start = heirs->start;
	benefit->age =
		tot_age_on(heirs->born, tot_date_add_days(tot_month_first_day(heirs->start), -1));
	benefit->rhythm = "even_months";
	benefit->first_payment = heirs->start + (tot_month_number(heirs->start) % 2 ? 1 : 2);
	if (heirs->count > 1)
		tot_benefit_reason(benefit, facts->ctx,
				   "paid to %s, %d of them; the amount is that of each",
				   names[heirs->who], heirs->count);
	else
		tot_benefit_reason(benefit, facts->ctx, "paid to %s", names[heirs->who]);
	if (!tot_date_is_none(heirs->until))
		tot_benefit_reason(benefit, facts->ctx,
				   heirs->whole ? "paid until %s; what is paid afterwards on a low "
						  "income is not computed (Act 74/2025)"
						: "paid until %s",
				   tot_date_print(day, heirs->until));
	if (facts->death->event->work_accident)
		tot_benefit_reason(benefit, facts->ctx,
				   "suspended for six years if the employer owes compensation for "
				   "the accident (NPA s. 41, EPA s. 64)");
}

static void no_right(struct tot_benefit *benefit, const struct facts *facts, const char *insurance)
{
	char day[TOT_DATE_TEXT];
	const struct tot_jp_death *death = facts->death;
	tot_benefit_reason(benefit, facts->ctx,
			   "neither %s on %s with the contributions (%d of %d insured months), nor "
			   "25 years (%d of %d months)",
			   insurance, tot_date_print(day, death->died), death->paid->counted,
			   death->paid->insured_months, death->years->counted,
			   death->years->required);
}

static struct tot_benefit *add(const struct facts *facts, const char *id, const char *title,
			       const char *law, const struct tot_qualifying *test)
{
	struct tot_benefit *benefit = tot_findings_benefit(facts->findings, id, title, law);
	if (!benefit)
		return NULL;
	benefit->test = test;
	benefit->facts = facts->death;
	return benefit;
}

static enum tot_status add_basic(const struct facts *facts)
{
	struct tot_jp_death *death = facts->death;
	struct tot_benefit *benefit = add(facts, "JP.survivor.basic", "Survivors' basic pension",
					  "National Pension Act s. 37, s. 38", death->paid);
	if (!benefit)
		return TOT_ERR_MEMORY;
	const bool right = basic_right(facts);
	if (!right)
		no_right(benefit, facts, "insured in Japan");
	const enum tot_status status = tot_jp_basic_heirs(death, facts->view, facts->ctx);
	if (status != TOT_OK)
		return status;
	if (death->basic_heirs.who == TOT_JP_NOBODY)
		tot_benefit_reason(benefit, facts->ctx, "%s", death->basic_heirs.why_not);
	if (!right)
		death->basic_heirs = (struct tot_jp_heirs){.why_not = "no right"};
	if (benefit->reason_count)
		return TOT_OK;
	benefit->by_agreement = death->basic.agreement != NULL;
	due(benefit, &death->basic_heirs, facts);
	return TOT_OK;
}

static enum tot_status add_employees(const struct facts *facts)
{
	struct tot_jp_death *death = facts->death;
	struct tot_benefit *benefit =
		add(facts, "JP.survivor.employees", "Survivors' employees' pension",
		    "Employees' Pension Insurance Act s. 58-60", death->paid);
	if (!benefit)
		return TOT_ERR_MEMORY;
	term_of(facts);
	if (death->term == TOT_JP_NO_TERM && facts->own_employees == 0)
		tot_benefit_reason(benefit, facts->ctx, "no month of employees' insurance");
	else if (death->term == TOT_JP_NO_TERM)
		no_right(benefit, facts, "in the employees' insurance");
	const enum tot_status status = tot_jp_employees_heirs(death, facts->view, facts->ctx);
	if (status != TOT_OK)
		return status;
	if (death->heirs.who == TOT_JP_NOBODY)
		tot_benefit_reason(benefit, facts->ctx, "%s", death->heirs.why_not);
	if (death->term == TOT_JP_NO_TERM)
		death->heirs = (struct tot_jp_heirs){.why_not = "no right"};
	if (benefit->reason_count)
		return TOT_OK;
	benefit->by_agreement = death->employees.agreement != NULL;
	if (death->term == TOT_JP_LONG_TERM)
		benefit->test = death->years;
	due(benefit, &death->heirs, facts);
	tot_benefit_reason(benefit, facts->ctx,
			   death->term == TOT_JP_SHORT_TERM
				   ? "short-term: the deceased was insured, or drew a disability "
				     "pension"
				   : "long-term: 25 years");
	return TOT_OK;
}

static enum tot_status add_addition(const struct facts *facts)
{
	struct tot_jp_death *death = facts->death;
	const char *why;
	struct tot_benefit *benefit =
		add(facts, "JP.survivor.widow_addition", "Widow's addition",
		    "Employees' Pension Insurance Act s. 62", death->months_240);
	if (!benefit)
		return TOT_ERR_MEMORY;
	const enum tot_status status =
		tot_jp_widow_addition_due(death, &why, facts->view, facts->ctx);
	if (status != TOT_OK)
		return status;
	if (death->addition_due || death->addition_suspended)
		addition_share(facts);
	if (!death->addition_due) {
		tot_benefit_reason(benefit, facts->ctx, "%s", why);
		return TOT_OK;
	}
	benefit->by_agreement = death->addition.agreement != NULL;
	due(benefit, &death->heirs, facts);
	/* DECISIONS 34: it stands inside the pension, and would be counted twice. */
	benefit->chosen = false;
	tot_benefit_reason(benefit, facts->ctx,
			   "inside the amount of the survivors' employees' pension");
	return TOT_OK;
}

/* The old-age pensions of a person who has died: never begun, or at their end. */
static void end_old_age(const struct facts *facts)
{
	char day[TOT_DATE_TEXT];
	const tot_month last = tot_month_of(facts->death->died);
	for (size_t i = 0; i < facts->findings->benefit_count; i++) {
		struct tot_benefit *benefit = &facts->findings->benefits[i];
		if (strncmp(benefit->id, "JP.survivor.", 12) == 0 || !benefit->entitled)
			continue;
		benefit->chosen = false;
		if (benefit->start <= last) {
			tot_benefit_reason(benefit, facts->ctx,
					   "paid until the month of the death, %s",
					   tot_month_print(day, last));
			continue;
		}
		benefit->entitled = benefit->by_agreement = false;
		benefit->start = benefit->earliest_start = benefit->first_payment = TOT_MONTH_NONE;
		benefit->age = (struct tot_age){0, 0};
		tot_benefit_reason(benefit, facts->ctx, "the person died on %s, before the start",
				   tot_date_print(day, facts->death->died));
	}
	if (facts->findings->timeline_end > facts->death->end)
		facts->findings->timeline_end = facts->death->end;
}

enum tot_status tot_jp_entitle_survivors(struct tot_findings *io, const struct tot_view *view,
					 struct tot_ctx *ctx)
{
	const struct tot_event *event = NULL;
	for (size_t i = 0; i < view->life->event_count && !event; i++)
		if (view->life->events[i].kind == TOT_EVENT_DEATH)
			event = &view->life->events[i];
	if (!event)
		return TOT_OK;
	struct tot_jp_death *death = tot_arena_alloc(ctx->arena, sizeof(*death));
	if (!death)
		return TOT_ERR_MEMORY;
	struct facts facts = {.findings = io, .death = death, .view = view, .ctx = ctx};
	enum tot_status status = tot_jp_death_of(death, view, event, ctx);
	if (status == TOT_OK)
		status = gather(&facts);
	if (status == TOT_OK)
		status = tot_jp_survivor_tests(io, death, view, ctx);
	if (status == TOT_OK)
		status = add_basic(&facts);
	if (status == TOT_OK)
		status = add_employees(&facts);
	if (status == TOT_OK)
		status = add_addition(&facts);
	if (status != TOT_OK)
		return status;
	end_old_age(&facts);
	return tot_jp_entitle_death_benefits(io, death, view, ctx);
}
