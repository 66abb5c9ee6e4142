/* The three tests after a death: contributions, 25 years, 240 months for the widow's addition. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

/* What the tests look at. */
struct looked {
	struct tot_findings *findings;
	struct tot_jp_death *death;
	const struct tot_view *view;
	struct tot_ctx *ctx;
	int own_employees; /* months */
};

/* The kinds that an agreement asks for as own months; all that count where it names none. */
static int own_minimum(const struct looked *facts, const char *condition, tot_kinds otherwise)
{
	struct tot_months own;
	const struct tot_lent *lent = tot_view_lent(facts->view, condition);
	const tot_kinds kinds =
		lent && lent->rule->own_minimum_kinds ? lent->rule->own_minimum_kinds : otherwise;
	tot_timeline_kinds(&own, facts->view->own, kinds);
	return tot_months_count_range(&own, 0, facts->death->end);
}

/* A number of years of a table by birth that suffice instead; 0 where it has no row. */
static int shorter(enum tot_jp_figure figure, struct tot_date born, const struct tot_law *law)
{
	struct tot_value years;
	return tot_jp_of_cohort(&years, law, figure, born) == TOT_OK ? (int)years.value * 12 : 0;
}

/* Employees' months from 40, women from 35 (Act 34/1985 suppl. s. 12 (1) no. 4). */
static enum tot_status middle_age_months(int *out, const struct looked *facts)
{
	int64_t age;
	const struct tot_person *person = &facts->view->life->person;
	const enum tot_status status = tot_jp_number(
		&age, facts->ctx->law,
		person->sex == TOT_MALE ? TOT_JP_SURV_MIDDLE_MEN : TOT_JP_SURV_MIDDLE_WOMEN);
	if (status != TOT_OK)
		return status;
	const tot_month from =
		tot_month_of(tot_age_reached(person->born, (struct tot_age){(int)age, 0}));
	*out = tot_months_count_range(&facts->view->own->by_kind[TOT_EMPLOYMENT], from,
				      facts->death->end);
	return TOT_OK;
}

/* Fewer months of this kind suffice for older cohorts. */
static void shorten(struct tot_qualifying *io, int months, int required)
{
	if (io->met && !io->by_agreement)
		return;
	if (required == 0 || months < required || required >= io->required)
		return;
	io->own = io->counted = months;
	io->required = required;
	io->lent = io->overlap = io->missing = 0;
	io->lent_by = NULL;
	io->lent_rule = NULL;
	io->met = true;
	io->by_agreement = false;
}

static enum tot_status add_25_years(const struct looked *facts)
{
	struct tot_months own;
	struct tot_value required;
	int64_t twenty;
	int middle;
	const struct tot_date born = facts->view->life->person.born;
	const struct tot_law *law = facts->ctx->law;
	struct tot_qualifying *test = tot_findings_test(
		facts->findings, "JP.surv_25y", "25 years of the deceased",
		"National Pension Act s. 37; Employees' Pension Insurance Act s. 58 (1) no. 4");
	if (!test)
		return TOT_ERR_MEMORY;
	facts->death->years = test;
	enum tot_status status =
		tot_jp_figure(&required, law, TOT_JP_SURV_MONTHS, &(struct tot_at){0});
	if (status == TOT_OK)
		status = tot_jp_number(&twenty, law, TOT_JP_WIDOW_MONTHS);
	if (status == TOT_OK)
		status = middle_age_months(&middle, facts);
	if (status != TOT_OK)
		return status;
	tot_jp_qualifying_months(&own, facts->view->own);
	tot_months_clip(&own, 0, facts->death->end);
	tot_qualify(test, &own, own_minimum(facts, test->id, TOT_JP_QUALIFYING_KINDS), NULL,
		    tot_view_lent(facts->view, test->id), facts->death->end, (int)required.value);
	shorten(test, tot_months_count(&own), shorter(TOT_JP_SURV_GENERAL_YEARS, born, law));
	shorten(test, facts->own_employees, shorter(TOT_JP_SURV_SHORT_YEARS, born, law));
	/* Later cohorts stand there with the 20 years of the additions: no shortening (annex 3). */
	const int reduced = shorter(TOT_JP_SURV_MIDDLE_YEARS, born, law);
	if (reduced < twenty)
		shorten(test, middle, reduced);
	tot_trace_test(facts->ctx->trace, test->id, test, &required);
	return TOT_OK;
}

static enum tot_status add_240(const struct looked *facts)
{
	struct tot_months own = facts->view->own->by_kind[TOT_EMPLOYMENT];
	struct tot_value required;
	int middle;
	struct tot_qualifying *test =
		tot_findings_test(facts->findings, "JP.widow_add_240",
				  "240 months of the deceased for the widow's addition",
				  "Employees' Pension Insurance Act s. 62 (1)");
	if (!test)
		return TOT_ERR_MEMORY;
	facts->death->months_240 = test;
	enum tot_status status =
		tot_jp_figure(&required, facts->ctx->law, TOT_JP_WIDOW_MONTHS, &(struct tot_at){0});
	if (status == TOT_OK)
		status = middle_age_months(&middle, facts);
	if (status != TOT_OK)
		return status;
	tot_months_clip(&own, 0, facts->death->end);
	tot_qualify(test, &own, facts->own_employees, NULL, tot_view_lent(facts->view, test->id),
		    facts->death->end, (int)required.value);
	shorten(test, middle,
		shorter(TOT_JP_SURV_MIDDLE_YEARS, facts->view->life->person.born, facts->ctx->law));
	tot_trace_test(facts->ctx->trace, test->id, test, &required);
	return TOT_OK;
}

enum tot_status tot_jp_survivor_tests(struct tot_findings *io, struct tot_jp_death *death,
				      const struct tot_view *view, struct tot_ctx *ctx)
{
	struct looked looked = {.findings = io, .death = death, .view = view, .ctx = ctx};
	looked.own_employees =
		tot_months_count_range(&view->own->by_kind[TOT_EMPLOYMENT], 0, death->end);
	struct tot_qualifying *test = tot_findings_test(
		io, "JP.surv_two_thirds", "Contributions before the death",
		"National Pension Act s. 37; Employees' Pension Insurance Act s. 58 (1); Act "
		"34/1985 suppl. s. 20");
	if (!test)
		return TOT_ERR_MEMORY;
	death->paid = test;
	enum tot_status status = tot_jp_requirement(test, view, death->died, death->end, ctx);
	if (status == TOT_OK)
		status = add_25_years(&looked);
	return status == TOT_OK ? add_240(&looked) : status;
}
