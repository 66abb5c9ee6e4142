/* Amounts of old-age pensions: points x factors x current pension value (s. 64). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/basic_pension.h"
#include "de/credits.h"
#include "de/part.h"
#include "de/partial.h"

struct pension {
	struct tot_de_account account;
	tot_factor access_factor;
	struct tot_de_part parts[TOT_DE_BRANCHES];
	struct tot_de_special special;
	struct tot_de_supplement supplement;
	tot_cents amount; /* with the supplement */
};

static enum tot_status multiply(struct pension *out, struct tot_ctx *ctx)
{
	static const char *const labels[TOT_DE_BRANCHES] = {
		[TOT_DE_WEST] = "monthly pension",
		[TOT_DE_EAST] = "monthly pension from points (East)",
		[TOT_DE_MINERS] = "monthly pension of the miners' scheme",
	};
	out->amount = 0;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		struct tot_de_part *part = &out->parts[branch];
		part->points = out->account.sum[branch];
		if (branch != TOT_DE_WEST && part->points == 0)
			continue;
		enum tot_status status = tot_de_part_compute(part, (enum tot_de_branch)branch,
							     out->access_factor, ctx);
		/* s. 80, s. 254b: each part is rounded, then they are added. */
		if (status >= 0)
			status = tot_add(&out->amount, out->amount, part->amount);
		if (status < 0)
			return status;
		tot_de_part_trace(ctx->trace, part, out->access_factor, "personal points",
				  labels[branch]);
	}
	return TOT_OK;
}

static enum tot_status add_supplement_part(struct pension *io, enum tot_de_branch branch,
					   tot_points points, struct tot_ctx *ctx)
{
	struct tot_de_part part = {.points = points};
	const enum tot_status status = tot_de_part_compute(&part, branch, io->access_factor, ctx);
	if (status < 0)
		return status;
	tot_de_part_trace(ctx->trace, &part, io->access_factor, "personal points of the supplement",
			  "monthly supplement for long insurance");
	return tot_add(&io->supplement.gross, io->supplement.gross, part.amount);
}

/* s. 66 (1) sentence 2, s. 77 (5): the supplement of s. 76g has personal points of its own. */
static enum tot_status add_supplement(struct pension *io, const struct tot_timeline *own,
				      const struct tot_benefit *benefit,
				      const struct tot_view *view, struct tot_ctx *ctx)
{
	enum tot_status status = tot_de_supplement_of(&io->supplement, &io->special, own,
						      benefit->basic_pension_months, ctx);
	/* s. 254b: points (East) are apart only as long as the account has them apart. */
	const tot_points east = io->account.sum[TOT_DE_EAST] ? io->supplement.east : 0;
	tot_points points[] = {[TOT_DE_WEST] = io->supplement.points - east, [TOT_DE_EAST] = east};
	if (status >= 0)
		status = tot_de_take_share(points, 2, tot_de_share(view), ctx->trace);
	io->supplement.points = points[TOT_DE_WEST] + points[TOT_DE_EAST];
	for (int branch = TOT_DE_WEST; branch <= TOT_DE_EAST && status >= 0; branch++)
		if (points[branch])
			status = add_supplement_part(io, (enum tot_de_branch)branch, points[branch],
						     ctx);
	if (status < 0 || !io->supplement.points)
		return status;
	status = tot_de_test_supplement(&io->supplement, io->amount, view->life, ctx);
	if (status >= 0)
		status = tot_add(&io->amount, io->amount, io->supplement.amount);
	return status;
}

/* s. 77 (2): months before the limit age, or months after the regular age that were let pass. */
static enum tot_status access_of(tot_factor *out, const struct tot_benefit *benefit,
				 enum tot_de_old_age type, const struct tot_view *view,
				 struct tot_ctx *ctx)
{
	struct tot_de_limits own, regular;
	const struct tot_date born = view->life->person.born;
	enum tot_status status = tot_de_age_limits(&own, type, born, ctx->law, ctx->trace);
	if (status >= 0)
		status = tot_de_age_limits(&regular, TOT_DE_REGULAR, born, ctx->law, NULL);
	if (status < 0)
		return status;
	const tot_month start = benefit->start;
	const int early = own.full > start ? own.full - start : 0;
	const tot_month from =
		regular.full > benefit->earliest_start ? regular.full : benefit->earliest_start;
	const int late = start > from ? start - from : 0;
	return tot_de_access_factor(out, early, late, ctx->law, ctx->trace);
}

static void list_years(struct tot_benefit *benefit, const struct tot_de_account *account,
		       struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	struct tot_named *group = tot_benefit_factor(benefit, ctx, "points_by_year", NULL);
	for (size_t i = 0; group && i < account->year_count; i++) {
		tot_points points;
		if (tot_de_year_total(&points, &account->years[i]) < 0)
			continue;
		tot_named_add(&group->children, ctx,
			      tot_arena_format(ctx->arena, "%d", account->years[i].year), "%s",
			      tot_decimal_print(text, points, 4));
	}
}

/* "23.4567 points x 1.000 x 1.0 x 42.52 EUR", for each part. */
static const char *formula_of(const struct pension *pension, struct tot_ctx *ctx)
{
	const char *formula = "";
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		const struct tot_de_part *part = &pension->parts[branch];
		struct tot_de_part_text text;
		if (branch != TOT_DE_WEST && part->points == 0)
			continue;
		tot_de_part_print(&text, part, pension->access_factor);
		formula = tot_arena_format(ctx->arena, "%s%s%s points%s x %s x %s x %s %s", formula,
					   branch == TOT_DE_WEST ? "" : " + ", text.points,
					   branch == TOT_DE_EAST     ? " (East)"
					   : branch == TOT_DE_MINERS ? " (miners)"
								     : "",
					   text.access, text.type, text.value,
					   tot_de_part_currency(part));
	}
	char amount[TOT_DECIMAL_TEXT];
	if (pension->supplement.amount)
		formula =
			tot_arena_format(ctx->arena, "%s + supplement %s EUR", formula,
					 tot_decimal_print(amount, pension->supplement.amount, 2));
	return tot_arena_format(ctx->arena, "%s = %s %s a month", formula,
				tot_decimal_print_grouped(amount, pension->amount, 2),
				tot_de_part_currency(&pension->parts[TOT_DE_WEST]));
}

static void add_components(struct tot_benefit *benefit, const struct pension *pension,
			   struct tot_ctx *ctx)
{
	static const char *const names[TOT_DE_BRANCHES] = {"general", "east", "miners"};
	char supplement[TOT_DECIMAL_TEXT];
	if (!pension->account.sum[TOT_DE_EAST] && !pension->account.sum[TOT_DE_MINERS] &&
	    !pension->supplement.points)
		return;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		char text[TOT_DECIMAL_TEXT];
		if (pension->account.sum[branch])
			tot_benefit_component(
				benefit, ctx, names[branch], "%s",
				tot_decimal_print(text, pension->parts[branch].amount, 2));
	}
	if (pension->supplement.points)
		tot_benefit_component(benefit, ctx, "basic_pension_supplement", "%s",
				      tot_decimal_print(supplement, pension->supplement.amount, 2));
}

/* DECISIONS 21: the supplement is before the income test unless the income is stated. */
static void say_supplement(struct tot_benefit *benefit, const struct tot_de_supplement *supplement,
			   struct tot_ctx *ctx)
{
	char gross[TOT_DECIMAL_TEXT], paid[TOT_DECIMAL_TEXT];
	if (!supplement->points)
		return;
	tot_decimal_print_grouped(gross, supplement->gross, 2);
	if (!supplement->tested)
		tot_benefit_reason(benefit, ctx,
				   "with %s EUR supplement for long insurance (SGB VI s. 76g), "
				   "before the income test (s. 97a): other_income is not stated",
				   gross);
	else
		tot_benefit_reason(benefit, ctx,
				   "with %s EUR supplement for long insurance (SGB VI s. 76g); "
				   "%s EUR before the income test (s. 97a)",
				   tot_decimal_print_grouped(paid, supplement->amount, 2), gross);
	if (supplement->abroad)
		tot_benefit_reason(
			benefit, ctx,
			"whoever lives abroad must prove the income, else the supplement "
			"is not paid (SGB VI s. 97a (3))");
}

/* The part whose factors are shown: the general one, or the first one that has points. */
static const struct tot_de_part *shown_part(const struct pension *pension)
{
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		if (pension->parts[branch].points)
			return &pension->parts[branch];
	return &pension->parts[TOT_DE_WEST];
}

static void report(struct tot_benefit *benefit, const struct pension *pension, struct tot_ctx *ctx)
{
	const struct tot_de_part *general = shown_part(pension);
	struct tot_de_part_text text;
	tot_points points = 0, personal = 0;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		points += pension->parts[branch].points;
		personal += pension->parts[branch].personal;
	}
	tot_de_part_print(&text, general, pension->access_factor);
	char number[TOT_DECIMAL_TEXT];
	tot_benefit_factor(benefit, ctx, "points", "%s", tot_decimal_print(number, points, 4));
	tot_benefit_factor(benefit, ctx, "personal_points", "%s",
			   tot_decimal_print(number, personal, 4));
	tot_benefit_factor(benefit, ctx, "access_factor", "%s", text.access);
	tot_benefit_factor(benefit, ctx, "type_factor", "%s", text.type);
	tot_benefit_factor(benefit, ctx, "pension_value", "%s", text.value);
	list_years(benefit, &pension->account, ctx);
	if (pension->supplement.points)
		tot_benefit_factor(benefit, ctx, "supplement", "%s",
				   tot_decimal_print(number, pension->supplement.points, 4));
	add_components(benefit, pension, ctx);
	say_supplement(benefit, &pension->supplement, ctx);
	benefit->formula = formula_of(pension, ctx);
	benefit->amount =
		(struct tot_amount){true, pension->amount, tot_de_part_currency(general), "month"};
	benefit->status = pension->account.status;
	/* s. 118: at the end of the month. */
	benefit->rhythm = "monthly";
	benefit->first_payment = benefit->start;
	benefit->each_payment = pension->amount;
	tot_trace_result(ctx->trace, "a month", "%s %s",
			 tot_decimal_print_grouped(number, pension->amount, 2),
			 tot_de_part_currency(general));
}

static enum tot_status compute(struct tot_benefit *benefit, enum tot_de_old_age type,
			       const struct tot_view *view, tot_month open_until,
			       struct tot_ctx *ctx)
{
	struct pension pension = {.amount = 0};
	struct tot_timeline own;
	struct tot_de_basis basis;
	const struct tot_de_cut cut = {
		.start = benefit->start, .before = benefit->start, .open_until = open_until};
	enum tot_status status = tot_de_cut_timeline(&own, view, &cut, ctx);
	if (status >= 0)
		status = tot_de_basis_of(&basis, ctx->law, ctx->as_of, benefit->start, ctx->trace);
	if (status >= 0)
		status = tot_de_points_account(&pension.account, &own, view->life, &basis, ctx);
	const struct tot_de_special_case it = {.own = &own,
					       .born = view->life->person.born,
					       .end = benefit->start,
					       .drawn = tot_de_drawn_months(view->life),
					       .calculation_months = benefit->calculation_months,
					       .basis = &basis};
	if (status >= 0)
		status = tot_de_special_points(&pension.special, &pension.account, &it, ctx);
	if (status >= 0)
		status = tot_de_take_share(pension.account.sum, TOT_DE_BRANCHES, tot_de_share(view),
					   ctx->trace);
	if (status >= 0)
		status = access_of(&pension.access_factor, benefit, type, view, ctx);
	if (status >= 0)
		status = multiply(&pension, ctx);
	if (status >= 0)
		status = add_supplement(&pension, &own, benefit, view, ctx);
	if (status == TOT_ERR_NO_PARAMETER) {
		benefit->status = TOT_INCOMPLETE_RECORD;
		tot_benefit_reason(
			benefit, ctx,
			"the amount cannot be computed: the law files have no figure for "
			"one of its years");
		tot_trace_caveat(ctx->trace, "a figure is missing in the law files");
		return TOT_OK;
	}
	if (status < 0)
		return status;
	if (pension.account.unknown_months)
		tot_benefit_reason(benefit, ctx,
				   "the pay of %d months is not known; the amount is "
				   "without them",
				   pension.account.unknown_months);
	report(benefit, &pension, ctx);
	return TOT_OK;
}

static void trace_refusal(const struct tot_benefit *benefit, struct tot_ctx *ctx)
{
	tot_trace_result(ctx->trace, "", "not due");
	for (size_t i = 0; i < benefit->reason_count; i++)
		tot_trace_input(ctx->trace, "because", "%s", benefit->reasons[i]);
}

/* s. 89 (1): the highest; the list is in the order that decides between equal amounts. */
static void choose(struct tot_findings *io, const struct tot_de_plan *plan)
{
	struct tot_benefit *best = NULL;
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT; type++)
		for (size_t i = 0; i < io->benefit_count; i++) {
			struct tot_benefit *benefit = &io->benefits[i];
			if (strcmp(benefit->id, tot_de_old_age_id((enum tot_de_old_age)type)) !=
				    0 ||
			    !plan->allowed[type] || !benefit->entitled ||
			    benefit->start != io->planned_start)
				continue;
			if (!best || benefit->amount.value > best->amount.value)
				best = benefit;
		}
	if (best)
		best->chosen = true;
}

enum tot_status tot_de_benefit(struct tot_findings *io, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	struct tot_de_plan plan;
	enum tot_status status = tot_de_plan_begin(&plan, view, ctx);
	for (int type = 0; type < TOT_DE_OLD_AGE_COUNT && status >= 0; type++)
		for (size_t i = 0; i < io->benefit_count && status >= 0; i++) {
			struct tot_benefit *benefit = &io->benefits[i];
			if (strcmp(benefit->id, tot_de_old_age_id((enum tot_de_old_age)type)) != 0)
				continue;
			tot_trace_begin(ctx->trace, benefit->id, benefit->title);
			tot_trace_law(ctx->trace, benefit->law);
			tot_trace_test(ctx->trace, "", benefit->test, NULL);
			if (benefit->entitled)
				status = compute(benefit, (enum tot_de_old_age)type, view,
						 plan.open_until, ctx);
			else
				trace_refusal(benefit, ctx);
			tot_trace_end(ctx->trace);
		}
	if (status < 0)
		return status;
	choose(io, &plan);
	tot_de_notice_gaps(view, io->planned_start, ctx);
	return TOT_OK;
}
