/* A computed pension as an entry of the result: factors, components, formula. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/credits.h"
#include "de/pension.h"

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

/* The part whose factors are shown: the first one that has points, else the first computed. */
static const struct tot_de_part *shown_part(const struct tot_de_pension *pension)
{
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		if (pension->parts[branch].points)
			return &pension->parts[branch];
	for (int branch = 0; branch < TOT_DE_MINERS; branch++)
		if (pension->parts[branch].value.currency)
			return &pension->parts[branch];
	return &pension->parts[TOT_DE_MINERS];
}

/* With points of an earlier pension there is more than one access factor: see the trace. */
static const char *points_words(const struct tot_de_part *part, const struct tot_de_part_text *text,
				const char *branch, struct tot_ctx *ctx)
{
	if (part->kept.points || part->kept.least_personal)
		return tot_arena_format(ctx->arena, "%s personal points%s", text->personal, branch);
	return tot_arena_format(ctx->arena, "%s points%s x %s", text->points, branch, text->access);
}

/* "23.4567 points x 1.000 x 1.0 x 42.52 EUR", for each part. */
static const char *formula_of(const struct tot_de_pension *pension, struct tot_ctx *ctx)
{
	const char *formula = "";
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		const struct tot_de_part *part = &pension->parts[branch];
		struct tot_de_part_text text;
		if (part != shown_part(pension) && part->points == 0)
			continue;
		tot_de_part_print(&text, part, pension->access_factor);
		formula = tot_arena_format(
			ctx->arena, "%s%s%s%s", formula, formula[0] ? " + " : "",
			points_words(part, &text, tot_de_branch_words((enum tot_de_branch)branch),
				     ctx),
			tot_arena_format(ctx->arena, " x %s x %s %s", text.type, text.value,
					 tot_de_part_currency(part)));
	}
	char amount[TOT_DECIMAL_TEXT];
	if (pension->supplement.amount)
		formula =
			tot_arena_format(ctx->arena, "%s + supplement %s EUR", formula,
					 tot_decimal_print(amount, pension->supplement.amount, 2));
	return tot_arena_format(ctx->arena, "%s = %s %s a month", formula,
				tot_decimal_print_grouped(amount, pension->amount, 2),
				tot_de_part_currency(shown_part(pension)));
}

static void add_components(struct tot_benefit *benefit, const struct tot_de_pension *pension,
			   struct tot_ctx *ctx)
{
	static const char *const names[TOT_DE_BRANCHES] = {"general", "east", "miners",
							   "underground"};
	char supplement[TOT_DECIMAL_TEXT];
	if (!pension->account.sum[TOT_DE_EAST] && !pension->account.sum[TOT_DE_MINERS] &&
	    !pension->supplement.points)
		return;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		char text[TOT_DECIMAL_TEXT];
		if (pension->parts[branch].points)
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

void tot_de_pension_report(struct tot_benefit *benefit, const struct tot_de_pension *pension,
			   struct tot_ctx *ctx)
{
	const struct tot_de_part *general = shown_part(pension);
	struct tot_de_part_text text;
	tot_points points = 0, personal = 0;
	if (pension->account.unknown_months)
		tot_benefit_reason(benefit, ctx,
				   "the pay of %d months is not known; the amount is "
				   "without them",
				   pension->account.unknown_months);
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

void tot_de_pension_unknown(struct tot_benefit *benefit, struct tot_ctx *ctx)
{
	benefit->status = TOT_INCOMPLETE_RECORD;
	tot_benefit_reason(benefit, ctx,
			   "the amount cannot be computed: the law files have no figure for "
			   "one of its years");
	tot_trace_caveat(ctx->trace, "a figure is missing in the law files");
}

void tot_de_trace_refusal(const struct tot_benefit *benefit, struct tot_ctx *ctx)
{
	tot_trace_result(ctx->trace, "", "not due");
	for (size_t i = 0; i < benefit->reason_count; i++)
		tot_trace_input(ctx->trace, "because", "%s", benefit->reasons[i]);
}
