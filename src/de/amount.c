/* Amounts of old-age pensions: points x factors x current pension value (s. 64). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/credits.h"
#include "de/figures.h"
#include "de/plan.h"

enum tot_status tot_de_monthly_pension(tot_cents *out, tot_points personal_points,
				       tot_factor4 type_factor, int64_t value)
{
	/* Points 1e-4, factor 1e-4, value 1e-5 of a euro = 1e-3 of a cent. */
	const struct tot_ratio product =
		tot_ratio_mul(tot_ratio_mul(tot_ratio_of(personal_points, 10000),
					    tot_ratio_of(type_factor, 10000)),
			      tot_ratio_of(value, 1000));
	return tot_ratio_round(out, product, 1, TOT_HALF_UP);
}

/* One product of s. 64: points of one branch at one pension value. */
struct part {
	tot_points points, personal;
	struct tot_value type_factor, value;
	tot_cents amount;
};

struct pension {
	struct tot_de_account account;
	tot_factor access_factor;
	struct part parts[TOT_DE_BRANCHES];
	tot_cents amount;
};

static enum tot_status compute_part(struct part *part, enum tot_de_branch branch,
				    tot_factor access_factor, const struct tot_ctx *ctx)
{
	struct tot_at at = tot_de_on(ctx->as_of);
	at.word = "old_age";
	const bool miners = branch == TOT_DE_MINERS;
	enum tot_status status =
		tot_de_get(&part->value, ctx->law,
			   branch == TOT_DE_EAST ? TOT_DE_VALUE_EAST : TOT_DE_VALUE, &at);
	if (status >= 0)
		status = tot_de_get(&part->type_factor, ctx->law,
				    miners ? TOT_DE_TYPE_FACTOR_MINERS : TOT_DE_TYPE_FACTOR, &at);
	/* s. 66 (1), s. 121 (2): personal points have four decimals. */
	if (status >= 0)
		status = tot_mul_div(&part->personal, part->points, access_factor, 1000,
				     TOT_HALF_UP);
	if (status >= 0)
		status = tot_de_monthly_pension(&part->amount, part->personal,
						part->type_factor.value, part->value.value);
	return status;
}

/* A value without trailing zeros, but with at least `least` decimals. */
static const char *print_short(char *out, int64_t value, int decimals, int least)
{
	while (decimals > least && value % 10 == 0) {
		value /= 10;
		decimals--;
	}
	return tot_decimal_print(out, value, decimals);
}

struct part_text {
	char points[TOT_DECIMAL_TEXT], access[TOT_DECIMAL_TEXT], type[TOT_DECIMAL_TEXT];
	char value[TOT_DECIMAL_TEXT], amount[TOT_DECIMAL_TEXT], personal[TOT_DECIMAL_TEXT];
};

static void print_part(struct part_text *text, const struct part *part, tot_factor access_factor)
{
	tot_decimal_print(text->points, part->points, 4);
	tot_decimal_print(text->personal, part->personal, 4);
	tot_decimal_print(text->access, access_factor, 3);
	print_short(text->type, part->type_factor.value, 4, 1);
	print_short(text->value, part->value.value, 5, 2);
	tot_decimal_print_grouped(text->amount, part->amount, 2);
}

static const char *currency_of(const struct part *part)
{
	return strcmp(part->value.currency, "DM") == 0 ? "DEM" : "EUR";
}

static void trace_part(struct tot_trace *trace, const struct part *part, tot_factor access_factor,
		       const char *label)
{
	struct part_text text;
	if (!trace)
		return;
	print_part(&text, part, access_factor);
	tot_trace_begin(trace, "", "personal points");
	tot_trace_law(trace, "SGB VI s. 66 (1)");
	tot_trace_formula(trace, "%s x %s", text.points, text.access);
	tot_trace_result(trace, "points", "%s", text.personal);
	tot_trace_rounding(trace, "half up to 0.0001 (s. 121 (2))");
	tot_trace_end(trace);
	tot_trace_begin(trace, "", label);
	tot_trace_law(trace, "SGB VI s. 64");
	tot_trace_formula(trace, "%s x %s x %s", text.personal, text.type, text.value);
	tot_trace_result(trace, "a month", "%s %s", text.amount, currency_of(part));
	tot_trace_rounding(trace, "half up to 0.01 (s. 123 (1))");
	tot_trace_value(trace, "pension type factor", &part->type_factor);
	tot_trace_value(trace, "current pension value", &part->value);
	tot_trace_end(trace);
}

static enum tot_status multiply(struct pension *out, struct tot_ctx *ctx)
{
	static const char *const labels[TOT_DE_BRANCHES] = {
		[TOT_DE_WEST] = "monthly pension",
		[TOT_DE_EAST] = "monthly pension from points (East)",
		[TOT_DE_MINERS] = "monthly pension of the miners' scheme",
	};
	out->amount = 0;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		struct part *part = &out->parts[branch];
		part->points = out->account.sum[branch];
		if (branch != TOT_DE_WEST && part->points == 0)
			continue;
		enum tot_status status =
			compute_part(part, (enum tot_de_branch)branch, out->access_factor, ctx);
		/* s. 80, s. 254b: each part is rounded, then they are added. */
		if (status >= 0)
			status = tot_add(&out->amount, out->amount, part->amount);
		if (status < 0)
			return status;
		trace_part(ctx->trace, part, out->access_factor, labels[branch]);
	}
	return TOT_OK;
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
		const struct part *part = &pension->parts[branch];
		struct part_text text;
		if (branch != TOT_DE_WEST && part->points == 0)
			continue;
		print_part(&text, part, pension->access_factor);
		formula = tot_arena_format(ctx->arena, "%s%s%s points%s x %s x %s x %s %s", formula,
					   branch == TOT_DE_WEST ? "" : " + ", text.points,
					   branch == TOT_DE_EAST     ? " (East)"
					   : branch == TOT_DE_MINERS ? " (miners)"
								     : "",
					   text.access, text.type, text.value, currency_of(part));
	}
	char amount[TOT_DECIMAL_TEXT];
	return tot_arena_format(ctx->arena, "%s = %s %s a month", formula,
				tot_decimal_print_grouped(amount, pension->amount, 2),
				currency_of(&pension->parts[TOT_DE_WEST]));
}

static void add_components(struct tot_benefit *benefit, const struct pension *pension,
			   struct tot_ctx *ctx)
{
	static const char *const names[TOT_DE_BRANCHES] = {"general", "east", "miners"};
	if (!pension->account.sum[TOT_DE_EAST] && !pension->account.sum[TOT_DE_MINERS])
		return;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		char text[TOT_DECIMAL_TEXT];
		if (pension->account.sum[branch])
			tot_benefit_component(
				benefit, ctx, names[branch], "%s",
				tot_decimal_print(text, pension->parts[branch].amount, 2));
	}
}

/* The part whose factors are shown: the general one, or the first one that has points. */
static const struct part *shown_part(const struct pension *pension)
{
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		if (pension->parts[branch].points)
			return &pension->parts[branch];
	return &pension->parts[TOT_DE_WEST];
}

static void report(struct tot_benefit *benefit, const struct pension *pension, struct tot_ctx *ctx)
{
	const struct part *general = shown_part(pension);
	struct part_text text;
	tot_points points = 0, personal = 0;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		points += pension->parts[branch].points;
		personal += pension->parts[branch].personal;
	}
	print_part(&text, general, pension->access_factor);
	char number[TOT_DECIMAL_TEXT];
	tot_benefit_factor(benefit, ctx, "points", "%s", tot_decimal_print(number, points, 4));
	tot_benefit_factor(benefit, ctx, "personal_points", "%s",
			   tot_decimal_print(number, personal, 4));
	tot_benefit_factor(benefit, ctx, "access_factor", "%s", text.access);
	tot_benefit_factor(benefit, ctx, "type_factor", "%s", text.type);
	tot_benefit_factor(benefit, ctx, "pension_value", "%s", text.value);
	list_years(benefit, &pension->account, ctx);
	add_components(benefit, pension, ctx);
	benefit->formula = formula_of(pension, ctx);
	benefit->amount = (struct tot_amount){true, pension->amount, currency_of(general), "month"};
	benefit->status = pension->account.status;
	/* s. 118: at the end of the month. */
	benefit->rhythm = "monthly";
	benefit->first_payment = benefit->start;
	benefit->each_payment = pension->amount;
	tot_trace_result(ctx->trace, "a month", "%s %s",
			 tot_decimal_print_grouped(number, pension->amount, 2),
			 currency_of(general));
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
	if (status >= 0)
		status = access_of(&pension.access_factor, benefit, type, view, ctx);
	if (status >= 0)
		status = multiply(&pension, ctx);
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
	tot_de_notice_gaps(io, view, ctx);
	return TOT_OK;
}
