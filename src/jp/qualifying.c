/* Ten years: paid, exempt and complementary months, German ones where they are missing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

#include "disability.h"
#include "survivor.h"

static const struct {
	const char *condition, *test_title, *benefit, *benefit_title, *law;
} parts[TOT_JP_PARTS] = {
	[TOT_JP_BASIC] = {"JP.old_basic_10y", "Ten years for the basic pension", "JP.old_age.basic",
			  "Old-age basic pension", "National Pension Act s. 26, suppl. s. 9 (1)"},
	[TOT_JP_EMPLOYEES] = {"JP.old_epi_10y", "Ten years for the employees' pension",
			      "JP.old_age.employees", "Old-age employees' pension",
			      "Employees' Pension Insurance Act s. 42, suppl. s. 14 (1)"},
};

/* Months needed for a right that arises in a month. */
static enum tot_status required_months(struct tot_value *out, tot_month right,
				       const struct tot_law *law)
{
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(right))};
	return tot_jp_figure(out, law, TOT_JP_REQUIRED_MONTHS, &at);
}

/* Own months without which a part is never due: a paid or exempt one, an employees' one. */
static enum tot_status own_minimum(int *out, enum tot_jp_part part, const struct tot_view *view,
				   tot_month cut, struct tot_ctx *ctx)
{
	struct tot_months set = view->own->by_kind[TOT_EMPLOYMENT];
	enum tot_status status = TOT_OK;
	if (part == TOT_JP_BASIC)
		status = tot_jp_basic_set(&set, view->own, view->life->person.born, ctx->law);
	if (status == TOT_OK)
		*out = tot_months_count_range(&set, 0, cut);
	return status;
}

/* The test with fewer years, if those are fewer than it asks for and the months fill them. */
static bool take_years(struct tot_qualifying *out, const struct tot_months *months, int64_t years,
		       tot_month cut)
{
	struct tot_qualifying shorter = *out;
	const int required = (int)years * 12;
	if (required >= out->required || tot_months_count(months) < required)
		return false;
	tot_qualify(&shorter, months, tot_months_count(months), NULL, NULL, cut, required);
	*out = shorter;
	return true;
}

/*
 * Fewer years than the 25 that a right before 2017-08 asks for, by year of birth (Act 34/1985
 * suppl. s. 12 (1)): in the employees' schemes, in them after the age of 40 (women 35), or at all.
 */
static void shorten(struct tot_qualifying *out, const struct tot_view *view,
		    const struct tot_months *own, tot_month cut, const struct tot_law *law)
{
	int64_t years;
	struct tot_value value;
	const struct tot_person *person = &view->life->person;
	struct tot_months employees = view->own->by_kind[TOT_EMPLOYMENT];
	tot_months_clip(&employees, 0, cut);
	if (tot_jp_of_cohort(&value, law, TOT_JP_SHORT_YEARS_EMPLOYEES, person->born) == TOT_OK &&
	    take_years(out, &employees, value.value, cut))
		return;
	if (tot_jp_middle_age(&years, &employees, person, law) &&
	    take_years(out, &employees, years, cut))
		return;
	if (tot_jp_of_cohort(&value, law, TOT_JP_SHORT_YEARS_GENERAL, person->born) == TOT_OK)
		take_years(out, own, value.value, cut);
}

enum tot_status tot_jp_test(struct tot_qualifying *out, enum tot_jp_part part,
			    const struct tot_view *view, tot_month cut, tot_month right,
			    struct tot_ctx *ctx)
{
	struct tot_value required;
	int minimum;
	const enum tot_status known = required_months(&required, right, ctx->law);
	const enum tot_status status = own_minimum(&minimum, part, view, cut, ctx);
	if (known != TOT_OK && known != TOT_ERR_NO_PARAMETER)
		return known;
	if (status != TOT_OK)
		return status;
	struct tot_months own;
	tot_jp_qualifying_months(&own, view->own);
	tot_months_clip(&own, 0, cut);
	if (known != TOT_OK) {
		/* The law before 1986-04 is not in the law book: no right of that time is found. */
		tot_qualify(out, &own, minimum, NULL, NULL, cut, 0);
		out->met = false;
		return TOT_OK;
	}
	tot_qualify(out, &own, minimum, NULL, tot_view_lent(view, parts[part].condition), cut,
		    (int)required.value);
	if (!out->met || out->by_agreement)
		shorten(out, view, &own, cut, ctx->law);
	if (minimum < 1)
		out->met = out->by_agreement = false;
	return TOT_OK;
}

enum tot_status tot_jp_test_lump_sum(struct tot_qualifying *out, const struct tot_view *view,
				     const struct tot_months *employment, tot_month cut,
				     struct tot_ctx *ctx)
{
	int64_t required;
	const enum tot_status status = tot_jp_number(&required, ctx->law, TOT_JP_LUMP_MINIMUM);
	if (status != TOT_OK)
		return status;
	tot_qualify(out, employment, tot_months_count(employment), NULL,
		    tot_view_lent(view, "JP.lump_epi_6m"), cut, (int)required);
	return TOT_OK;
}

/* First month at whose end the test is met: the predicate only ever turns from false to true. */
static enum tot_status find_met_on(struct tot_qualifying *test, enum tot_jp_part part,
				   const struct tot_view *view, tot_month cut, struct tot_ctx *ctx)
{
	tot_month low = 0, high = cut;
	if (!test->met)
		return TOT_OK;
	while (low + 1 < high) {
		const tot_month middle = low + (high - low) / 2;
		struct tot_qualifying probe = {0};
		const enum tot_status status =
			tot_jp_test(&probe, part, view, middle, cut - 1, ctx);
		if (status != TOT_OK)
			return status;
		if (probe.met)
			high = middle;
		else
			low = middle;
	}
	test->met_on = high - 1;
	return TOT_OK;
}

static enum tot_status add_test(struct tot_findings *out, enum tot_jp_part part,
				const struct tot_view *view, tot_month cut, struct tot_ctx *ctx)
{
	struct tot_qualifying *test = tot_findings_test(out, parts[part].condition,
							parts[part].test_title, parts[part].law);
	struct tot_value required;
	if (!test)
		return TOT_ERR_MEMORY;
	/* A pension begins in the month after that of the right (NPA s. 18). */
	enum tot_status status = tot_jp_test(test, part, view, cut, cut - 1, ctx);
	if (status == TOT_OK)
		status = find_met_on(test, part, view, cut, ctx);
	if (status != TOT_OK)
		return status;
	const bool known = required_months(&required, cut - 1, ctx->law) == TOT_OK;
	tot_trace_test(ctx->trace, test->id, test, known ? &required : NULL);
	return TOT_OK;
}

static enum tot_status add_lump_sum_test(struct tot_findings *out, const struct tot_view *view,
					 struct tot_ctx *ctx)
{
	struct tot_qualifying *test =
		tot_findings_test(out, "JP.lump_epi_6m", "Six months for the employees' lump sum",
				  "Employees' Pension Insurance Act suppl. s. 29 (1)");
	if (!test)
		return TOT_ERR_MEMORY;
	const struct tot_months *months = &view->own->by_kind[TOT_EMPLOYMENT];
	const enum tot_status status =
		tot_jp_test_lump_sum(test, view, months, TOT_MONTH_LIMIT, ctx);
	if (status != TOT_OK)
		return status;
	tot_month low = 0, high = TOT_MONTH_LIMIT;
	while (test->met && low + 1 < high) {
		const tot_month middle = low + (high - low) / 2;
		struct tot_months early = *months;
		struct tot_qualifying probe = {0};
		tot_months_clip(&early, 0, middle);
		const enum tot_status again =
			tot_jp_test_lump_sum(&probe, view, &early, middle, ctx);
		if (again != TOT_OK)
			return again;
		if (probe.met)
			high = middle;
		else
			low = middle;
	}
	if (test->met)
		test->met_on = high - 1;
	tot_trace_test(ctx->trace, test->id, test, NULL);
	return TOT_OK;
}

static void say_why_not(struct tot_benefit *benefit, enum tot_jp_part part,
			const struct tot_qualifying *test, const struct tot_view *view,
			struct tot_ctx *ctx)
{
	int minimum;
	if (test->required == 0)
		tot_benefit_reason(benefit, ctx, "the law before 1986-04 is not computed");
	if (test->missing > 0)
		tot_benefit_reason(benefit, ctx, "%d of %d months: %d month%s missing",
				   test->counted, test->required, test->missing,
				   test->missing == 1 ? "" : "s");
	if (own_minimum(&minimum, part, view, benefit->start, ctx) != TOT_OK || minimum > 0)
		return;
	tot_benefit_reason(benefit, ctx, "%s",
			   part == TOT_JP_BASIC ? "no own paid or exempt month at 20 to 59"
						: "no own month of employees' insurance");
}

static enum tot_status add_benefit(struct tot_findings *out, enum tot_jp_part part,
				   const struct tot_jp_start *start, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	struct tot_benefit *benefit = tot_findings_benefit(
		out, parts[part].benefit, parts[part].benefit_title, parts[part].law);
	const struct tot_qualifying *test = tot_findings_find_test(out, parts[part].condition);
	if (!benefit || !test)
		return TOT_ERR_MEMORY;
	benefit->test = test;
	benefit->start = start->start;
	benefit->earliest_start = start->earliest;
	benefit->age = tot_age_on(view->life->person.born,
				  tot_date_add_days(tot_month_first_day(start->start), -1));
	benefit->entitled = test->met && start->earliest != TOT_MONTH_NONE;
	benefit->chosen = benefit->entitled;
	benefit->by_agreement = benefit->entitled && test->by_agreement;
	benefit->rhythm = "even_months";
	benefit->first_payment = tot_jp_first_payment(start->start);
	if (benefit->entitled)
		return TOT_OK;
	say_why_not(benefit, part, test, view, ctx);
	/* What is never paid has no start. */
	benefit->start = benefit->first_payment = TOT_MONTH_NONE;
	benefit->age = (struct tot_age){0, 0};
	return TOT_OK;
}

enum tot_status tot_jp_entitle(struct tot_findings *out, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	struct tot_jp_start starts[TOT_JP_PARTS];
	*out = (struct tot_findings){.country = "JP"};
	enum tot_status status = tot_jp_starts(starts, view, ctx);
	if (status != TOT_OK)
		return status;
	out->planned_start = out->timeline_end = starts[TOT_JP_EMPLOYEES].start;
	for (int part = 0; part < TOT_JP_PARTS && status == TOT_OK; part++)
		status = add_test(out, (enum tot_jp_part)part, view, starts[part].start, ctx);
	if (status == TOT_OK)
		status = add_lump_sum_test(out, view, ctx);
	for (int part = 0; part < TOT_JP_PARTS && status == TOT_OK; part++)
		status = add_benefit(out, (enum tot_jp_part)part, &starts[part], view, ctx);
	if (status == TOT_OK)
		status = tot_jp_entitle_special(out, view, &starts[TOT_JP_EMPLOYEES], ctx);
	if (status == TOT_OK)
		status = tot_jp_entitle_additional(out, view, ctx);
	if (status == TOT_OK)
		status = tot_jp_entitle_additions(out, view, starts, ctx);
	if (status == TOT_OK)
		status = tot_jp_entitle_disability(out, view, ctx);
	return status == TOT_OK ? tot_jp_entitle_survivors(out, view, ctx) : status;
}
