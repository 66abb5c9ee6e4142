/* Old-age pensions: which are due and when; tests at the planned start. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/basic_pension.h"
#include "de/entries.h"
#include "de/partial.h"

static const struct {
	const char *title, *law;
} words[TOT_DE_OLD_AGE_COUNT] = {
	[TOT_DE_REGULAR] = {"Regular old-age pension", "SGB VI s. 35, s. 235"},
	[TOT_DE_LONG_INSURED] = {"Old-age pension for long-insured persons",
				 "SGB VI s. 36, s. 236"},
	[TOT_DE_SEVERELY_DISABLED] = {"Old-age pension for severely disabled persons",
				      "SGB VI s. 37, s. 236a"},
	[TOT_DE_UNDERGROUND] = {"Old-age pension for miners long underground",
				"SGB VI s. 40, s. 238"},
	[TOT_DE_ESPECIALLY_LONG_INSURED] = {"Old-age pension for especially long-insured persons",
					    "SGB VI s. 38, s. 236b"},
};

static enum tot_status add_test(struct tot_findings *out, struct tot_de_plan *plan,
				enum tot_de_test test, struct tot_ctx *ctx)
{
	struct tot_qualifying *entry = tot_findings_test(
		out, tot_de_test_id(test), tot_de_test_title(test), tot_de_test_law(test));
	if (!entry)
		return TOT_ERR_MEMORY;
	entry->country = "DE";
	enum tot_status status = tot_de_plan_test(entry, plan, test, plan->planned);
	if (status >= 0)
		status = tot_de_met_on(&entry->met_on, test, &plan->sets, plan->view, plan->planned,
				       &plan->quiet);
	if (status < 0)
		return status;
	if (test != TOT_DE_TEST_W45) {
		tot_trace_test(ctx->trace, entry->id, entry, NULL);
		return status;
	}
	tot_de_trace_open(ctx->trace, entry);
	tot_trace_input(
		ctx->trace, "brochure",
		"voluntary months with 18 compulsory contributions; by law with 18 years of "
		"them (s. 51 (3a) no. 4)");
	tot_de_trace_close(ctx->trace, entry, "months counted");
	return status;
}

/* Not due: which condition is missing, and by how much (at the planned start or the age limit). */
static void say_missing(struct tot_benefit *benefit, struct tot_de_plan *plan,
			enum tot_de_old_age type, const struct tot_qualifying *test, tot_month at,
			struct tot_ctx *ctx)
{
	const enum tot_de_test id = tot_de_test_of(type);
	if (type == TOT_DE_SEVERELY_DISABLED &&
	    tot_date_is_none(plan->view->life->person.severely_disabled_from))
		tot_benefit_reason(benefit, ctx,
				   "no severe disability (degree of 50 or more) is recognised");
	if (!test->met)
		tot_benefit_reason(benefit, ctx, "%s (%s): %d of %d months before %s, %d missing",
				   tot_de_test_title(id), tot_de_test_id(id), test->counted,
				   test->required, tot_de_month_text(ctx, at), test->missing);
	if (at > plan->last)
		tot_benefit_reason(benefit, ctx, "the person dies before the age limit");
}

static void say_later(struct tot_benefit *benefit, const struct tot_de_plan *plan,
		      enum tot_de_old_age type, struct tot_ctx *ctx)
{
	char age[TOT_DATE_TEXT];
	tot_month allowed;
	const struct tot_de_limits *limits = &plan->limits[type];
	if (plan->wanted == TOT_MONTH_NONE || benefit->start == plan->wanted)
		return;
	if (benefit->start == limits->first)
		tot_benefit_reason(benefit, ctx, "not before the age of %s: first payable from %s",
				   tot_age_print(age, limits->first_age),
				   tot_de_month_text(ctx, limits->first));
	else if (tot_de_allowed_from(&allowed, plan, type) >= 0 && benefit->start == allowed)
		tot_benefit_reason(
			benefit, ctx, "%s: first payable from %s",
			type == TOT_DE_SEVERELY_DISABLED
				? "the severe disability is recognised later than the age"
				: "the law of that time",
			tot_de_month_text(ctx, allowed));
	else
		tot_benefit_reason(benefit, ctx, "the qualifying period is met from %s on",
				   tot_de_month_text(ctx, benefit->start));
}

static enum tot_status add_benefit(struct tot_findings *out, struct tot_de_plan *plan,
				   enum tot_de_old_age type, struct tot_ctx *ctx)
{
	struct tot_benefit *benefit = tot_findings_benefit(out, tot_de_old_age_id(type),
							   words[type].title, words[type].law);
	struct tot_qualifying *test = tot_arena_alloc(ctx->arena, sizeof(*test));
	if (!benefit || !test)
		return TOT_ERR_MEMORY;
	const enum tot_de_test id = tot_de_test_of(type);
	*test = (struct tot_qualifying){.id = tot_de_test_id(id),
					.country = "DE",
					.title = tot_de_test_title(id),
					.law = tot_de_test_law(id)};
	benefit->country = "DE";
	benefit->test = test;
	enum tot_status status =
		tot_de_first_start(&benefit->earliest_start, plan, type, TOT_MONTH_NONE);
	if (status >= 0)
		status = tot_de_first_start(&benefit->start, plan, type, plan->wanted);
	const tot_month first = plan->limits[type].first;
	const tot_month planned = plan->planned > first ? plan->planned : first;
	const tot_month at = benefit->start == TOT_MONTH_NONE ? planned : benefit->start;
	if (status >= 0)
		status = tot_de_plan_test(test, plan, id, at);
	if (status < 0)
		return status;
	benefit->entitled = benefit->start != TOT_MONTH_NONE;
	if (!benefit->entitled) {
		say_missing(benefit, plan, type, test, at, ctx);
		return TOT_OK;
	}
	benefit->by_agreement = test->by_agreement;
	benefit->age =
		tot_age_on(plan->view->life->person.born, tot_month_last_day(benefit->start - 1));
	say_later(benefit, plan, type, ctx);
	status = tot_de_say_earnings(benefit, &plan->sets.timeline,
				     plan->limits[TOT_DE_REGULAR].full, ctx);
	return status < 0 ? status : tot_de_say_share(benefit, plan->view, ctx);
}

/* Some pensions are only spoken of where the life has a reason for them, or the plan names them. */
static bool concerns(const struct tot_de_plan *plan, enum tot_de_old_age type)
{
	const struct tot_lent *lent = tot_view_lent(plan->view, tot_de_test_id(TOT_DE_TEST_W25));
	const bool named = plan->allowed[type] && !plan->allowed[TOT_DE_REGULAR];
	if (type == TOT_DE_SEVERELY_DISABLED)
		return named || !tot_date_is_none(plan->view->life->person.severely_disabled_from);
	if (type == TOT_DE_UNDERGROUND)
		return named || tot_months_count(&plan->sets.counted[TOT_DE_TEST_W25]) ||
		       (lent && tot_months_count(&lent->months));
	return true;
}

enum tot_status tot_de_entitle(struct tot_findings *out, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	struct tot_de_plan plan;
	enum tot_status status = tot_de_plan_of(&plan, view, ctx);
	if (status < 0)
		return status;
	out->country = "DE";
	out->planned_start = plan.planned;
	out->timeline_end = plan.planned;
	for (int test = 0; test < TOT_DE_TESTS && status >= 0; test++)
		status = add_test(out, &plan, (enum tot_de_test)test, ctx);
	if (status >= 0)
		status = tot_de_disability_tests(out, &plan, ctx);
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT && status >= 0; type++)
		if (concerns(&plan, (enum tot_de_old_age)type))
			status = add_benefit(out, &plan, (enum tot_de_old_age)type, ctx);
	if (status >= 0)
		status = tot_de_entitle_disability(out, &plan, ctx);
	if (status >= 0)
		status = tot_de_entitle_survivors(out, &plan, ctx);
	if (status >= 0)
		status = tot_de_entitle_child_raising(out, &plan, ctx);
	if (status >= 0)
		status = tot_de_entitle_rehabilitation(out, &plan, ctx);
	if (status >= 0)
		status = tot_de_count_facts(out, view, ctx);
	return status < 0 ? status : TOT_OK;
}
