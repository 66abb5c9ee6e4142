/* Amounts on disability: basic pension by grade, employees' pension and allowance. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disability.h"
#include "earned.h"

#include <string.h>

enum tot_status tot_jp_disability_basic(struct tot_ratio *out, enum tot_jp_grade grade,
					tot_yen full, const struct tot_law *law)
{
	struct tot_value factor;
	*out = tot_ratio_of(full, 1);
	if (grade != TOT_JP_GRADE_1)
		return TOT_OK;
	const enum tot_status status =
		tot_jp_figure(&factor, law, TOT_JP_DIS_GRADE_1, &(struct tot_at){0});
	if (status == TOT_OK)
		*out = tot_ratio_mul(*out, tot_jp_ratio(&factor));
	return status;
}

/* Twice the amount of grade 3, at least twice its floor (EPA s. 57). */
static enum tot_status allowance(struct tot_jp_sum *io, tot_yen floor, const struct tot_law *law)
{
	int64_t factor;
	const enum tot_status status = tot_jp_number(&factor, law, TOT_JP_DIS_ALLOWANCE);
	if (status != TOT_OK)
		return status;
	if (io->whole < floor)
		*io = (struct tot_jp_sum){floor, tot_ratio_of(0, 1)};
	*io = tot_jp_sum_times(*io, tot_ratio_of(factor, 1));
	return TOT_OK;
}

enum tot_status tot_jp_disability_employees(tot_yen *out,
					    const struct tot_jp_disability_parts *parts,
					    const struct tot_law *law)
{
	const struct tot_jp_sum nothing = {0, tot_ratio_of(0, 1)};
	struct tot_ratio grade = tot_ratio_of(1, 1);
	int64_t least;
	if (parts->months <= 0)
		return TOT_ERR_DOMAIN;
	enum tot_status status = tot_jp_number(&least, law, TOT_JP_DIS_MINIMUM_MONTHS);
	if (status == TOT_OK)
		status = tot_jp_disability_basic(&grade, parts->grade, 1, law);
	if (status != TOT_OK)
		return status;
	struct tot_jp_sum sum = tot_jp_least_months(parts->earned, parts->months, (int)least);
	sum = tot_jp_sum_times(sum, grade);
	if (parts->grade == TOT_JP_GRADE_ALLOWANCE) {
		status = allowance(&sum, parts->floor, law);
		return status == TOT_OK ? tot_jp_sum_round(out, sum, 0) : status;
	}
	sum = tot_jp_sum_times(sum, parts->share);
	/* s. 50 (3): the floor, shared by its own rule (Act 104/2007 s. 32 (3)). */
	const struct tot_jp_sum floor = tot_jp_sum_times(
		tot_jp_sum_add(nothing, tot_ratio_of(parts->floor, 1)), parts->floor_share);
	const bool below = tot_jp_sum_compare(sum, floor) < 0;
	const struct tot_jp_sum spouse = tot_jp_sum_times(
		tot_jp_sum_add(nothing, tot_ratio_of(parts->spouse, 1)), parts->floor_share);
	return tot_jp_sum_round(out, tot_jp_sum_plus(below ? floor : sum, spouse), 0);
}

static bool lives_in_japan(const struct tot_person *person, struct tot_date day)
{
	const char *country = tot_person_residence(person, day);
	return country && strcmp(country, "JP") == 0;
}

static void explain(const struct tot_benefit *benefit, const char *law, struct tot_ctx *ctx)
{
	char amount[TOT_JP_TEXT];
	tot_trace_law(ctx->trace, law);
	tot_trace_result(ctx->trace, benefit->amount.per ? "JPY per year" : "JPY", "%s",
			 tot_jp_yen(amount, benefit->amount.value));
	tot_trace_formula(ctx->trace, "%s", benefit->formula);
	tot_trace_rounding(ctx->trace, "once, half up to 1 yen (NPA s. 17 (1), EPA s. 35 (1))");
}

/* What the basic pension is made of. */
struct basic {
	struct tot_value full;
	struct tot_ratio own, share;
	tot_yen additions;
	int children;
};

static enum tot_status basic_parts(struct basic *out, const struct tot_benefit *benefit,
				   const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_jp_disability *d = benefit->facts;
	const struct tot_date day = tot_jp_look_day(benefit, ctx);
	const struct tot_date born = view->life->person.born;
	const enum tot_status known = tot_jp_full_basic(&out->full, born, ctx->as_of, ctx->law);
	if (known < 0)
		return known;
	enum tot_status status = tot_jp_disability_basic(
		&out->own, (enum tot_jp_grade)d->event->grade, out->full.value, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_children_on(&out->children, &view->life->family, day, ctx->law);
	if (status != TOT_OK)
		return status;
	const struct tot_jp_additions_for whose = {
		.children = out->children,
		.right = d->right,
		.in_japan = lives_in_japan(&view->life->person, day)};
	tot_trace_value(ctx->trace, "full basic pension", &out->full);
	status = tot_jp_child_additions(&out->additions, &whose, ctx);
	if (status < 0)
		return status;
	out->share = tot_jp_share_of(&d->basic, "disability_basic", NULL, ctx);
	return tot_status_worse(known, status);
}

static enum tot_status basic_amount(struct tot_benefit *benefit, const struct tot_view *view,
				    struct tot_ctx *ctx)
{
	char full[TOT_JP_TEXT], more[TOT_JP_TEXT], share[TOT_JP_TEXT], total[TOT_JP_TEXT];
	struct basic parts;
	tot_yen yen;
	const struct tot_jp_disability *d = benefit->facts;
	const enum tot_status known = basic_parts(&parts, benefit, view, ctx);
	if (known < 0)
		return known;
	const struct tot_ratio sum = tot_ratio_add(parts.own, tot_ratio_of(parts.additions, 1));
	const enum tot_status status =
		tot_ratio_round(&yen, tot_ratio_mul(sum, parts.share), 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	tot_benefit_factor(benefit, ctx, "full_amount", "%lld", (long long)parts.full.value);
	if (benefit->by_agreement)
		tot_jp_say_share(benefit, parts.share, ctx);
	if (parts.additions)
		tot_benefit_component(
			benefit, ctx, "child_additions", "%s",
			tot_jp_rounded(more,
				       tot_ratio_mul(tot_ratio_of(parts.additions, 1), parts.share),
				       0));
	tot_jp_set_amount(benefit, yen, "year", known);
	const bool first = d->event->grade == TOT_JP_GRADE_1;
	benefit->formula = tot_arena_format(
		ctx->arena, "%s%s%s%s%s%s%s = %s", benefit->by_agreement ? "(" : "",
		tot_jp_grouped(full, parts.own, 0), first ? " (grade 1)" : " (grade 2)",
		parts.additions ? " + children " : "",
		parts.additions ? tot_jp_yen(more, parts.additions) : "",
		benefit->by_agreement ? ") x " : "",
		benefit->by_agreement ? tot_jp_exact(share, parts.share) : "",
		tot_jp_yen(total, yen));
	explain(benefit, "National Pension Act s. 33, s. 33-2", ctx);
	return TOT_OK;
}

/* EPA s. 50-2: grades 1 and 2, a spouse below 65 who is maintained. */
static enum tot_status spouse_part(tot_yen *out, const struct tot_benefit *benefit,
				   const struct tot_view *view, struct tot_ctx *ctx)
{
	bool young = false, rich = false;
	const struct tot_jp_disability *d = benefit->facts;
	const struct tot_spouse *spouse = &view->life->family.spouse;
	const struct tot_date day = tot_jp_look_day(benefit, ctx);
	*out = 0;
	if (d->event->grade > TOT_JP_GRADE_2 || !tot_jp_married_on(spouse, day))
		return TOT_OK;
	enum tot_status status =
		tot_jp_below_age(&young, spouse->born, TOT_JP_DIS_SPOUSE_AGE, day, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_earns_too_much(&rich, view->life, ctx);
	if (status != TOT_OK || !young || rich)
		return status;
	return tot_jp_spouse_addition(out, d->right, ctx);
}

/* EPA s. 50 (3): only where no basic pension stands beside it. */
static enum tot_status floor_part(tot_yen *out, const struct tot_benefit *benefit,
				  const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_value floor;
	const struct tot_jp_disability *d = benefit->facts;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	const bool existing = tot_date_compare(view->life->person.born,
					       tot_jp_day(ctx->law, TOT_JP_DAY_NEW_GROUP)) < 0;
	*out = 0;
	if (d->basic_due)
		return TOT_OK;
	const enum tot_status status = tot_jp_figure(
		&floor, ctx->law, existing ? TOT_JP_DIS_FLOOR_EXISTING : TOT_JP_DIS_FLOOR_NEW, &at);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, "least amount without a basic pension", &floor);
	*out = floor.value;
	return TOT_OK;
}

static const char *employees_formula(const struct tot_jp_disability_parts *parts, tot_yen yen,
				     bool shared, struct tot_ctx *ctx)
{
	char earned[TOT_JP_TEXT], share[TOT_JP_TEXT], spouse[TOT_JP_TEXT], total[TOT_JP_TEXT];
	char part[TOT_JP_TEXT], floor[TOT_JP_TEXT];
	int64_t cents, least = 0;
	struct tot_text text = {0};
	if (tot_jp_sum_round(&cents, parts->earned, 2) != TOT_OK ||
	    tot_jp_number(&least, ctx->law, TOT_JP_DIS_MINIMUM_MONTHS) != TOT_OK)
		return "";
	tot_text_format(&text, "%s", tot_decimal_print_grouped(earned, cents, 2));
	if (parts->months < least)
		tot_text_format(&text, " x %lld/%d", (long long)least, parts->months);
	if (parts->grade == TOT_JP_GRADE_1)
		tot_text_add(&text, " x grade 1");
	if (shared)
		tot_text_format(&text, " x %s", tot_jp_exact(share, parts->share));
	if (parts->floor)
		tot_text_format(&text, ", at least %s%s%s", tot_jp_yen(floor, parts->floor),
				shared ? " x " : "",
				shared ? tot_jp_exact(part, parts->floor_share) : "");
	if (parts->grade == TOT_JP_GRADE_ALLOWANCE)
		tot_text_add(&text, ", twice");
	if (parts->spouse)
		tot_text_format(&text, " + spouse %s%s%s", tot_jp_yen(spouse, parts->spouse),
				shared ? " x " : "",
				shared ? tot_jp_exact(part, parts->floor_share) : "");
	tot_text_format(&text, " = %s", tot_jp_yen(total, yen));
	const char *formula = tot_arena_format(ctx->arena, "%s", text.bytes ? text.bytes : "");
	tot_text_free(&text);
	return formula;
}

static enum tot_status gather_parts(struct tot_jp_disability_parts *out,
				    const struct tot_jp_earned *earned,
				    const struct tot_benefit *benefit, const struct tot_view *view,
				    struct tot_ctx *ctx)
{
	const struct tot_jp_disability *d = benefit->facts;
	const struct tot_jp_sum nothing = {0, tot_ratio_of(0, 1)};
	*out = (struct tot_jp_disability_parts){
		.earned = tot_jp_sum_add(nothing, earned->earnings.amount),
		.months = earned->months,
		.grade = (enum tot_jp_grade)d->event->grade};
	enum tot_status status = floor_part(&out->floor, benefit, view, ctx);
	if (status == TOT_OK)
		status = spouse_part(&out->spouse, benefit, view, ctx);
	if (status != TOT_OK)
		return status;
	out->share = tot_jp_share_of(&d->employees, "disability_epi", "earnings_related", ctx);
	out->floor_share = tot_ratio_of(1, 1);
	if (out->floor || out->spouse)
		out->floor_share = tot_jp_share_of(&d->employees, "disability_epi",
						   "floor_and_spouse_addition", ctx);
	return TOT_OK;
}

/* The pension, or the allowance, which is paid once. */
static enum tot_status employees_amount(struct tot_benefit *benefit, const struct tot_view *view,
					struct tot_ctx *ctx)
{
	struct tot_jp_earned earned;
	struct tot_jp_disability_parts parts;
	char spouse[TOT_JP_TEXT];
	tot_yen yen;
	const struct tot_jp_disability *d = benefit->facts;
	const char *per = d->event->grade == TOT_JP_GRADE_ALLOWANCE ? NULL : "year";
	enum tot_status status = tot_jp_earned_of(&earned, view, d->end, view->life->person.born,
						  (struct tot_date){0, 0, 0}, ctx);
	if (status != TOT_OK)
		return status;
	tot_jp_say_earned(benefit, &earned, ctx);
	if (!earned.known) {
		tot_jp_no_amount(benefit, per);
		return TOT_OK;
	}
	status = gather_parts(&parts, &earned, benefit, view, ctx);
	if (status == TOT_OK)
		status = tot_jp_disability_employees(&yen, &parts, ctx->law);
	if (status != TOT_OK)
		return status;
	if (benefit->by_agreement)
		tot_jp_say_share(benefit, parts.share, ctx);
	if (parts.spouse)
		tot_benefit_component(benefit, ctx, "spouse_addition", "%s",
				      tot_jp_rounded(spouse,
						     tot_ratio_mul(tot_ratio_of(parts.spouse, 1),
								   parts.floor_share),
						     0));
	tot_jp_set_amount(benefit, yen, per, tot_jp_pay_status(&earned.pay, ctx));
	benefit->formula = employees_formula(&parts, yen, benefit->by_agreement, ctx);
	explain(benefit, "Employees' Pension Insurance Act s. 50, s. 50-2, s. 57", ctx);
	return TOT_OK;
}

enum tot_status tot_jp_disability_amounts(struct tot_findings *io, const struct tot_view *view,
					  struct tot_ctx *ctx)
{
	for (size_t i = 0; i < io->benefit_count; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		if (strncmp(benefit->id, "JP.disability.", 14) != 0)
			continue;
		const bool basic = strcmp(benefit->id, "JP.disability.basic") == 0;
		const bool once = strcmp(benefit->id, "JP.disability.allowance") == 0;
		benefit->amount =
			(struct tot_amount){.currency = "JPY", .per = once ? NULL : "year"};
		if (!benefit->entitled)
			continue;
		tot_trace_begin(ctx->trace, benefit->id, benefit->title);
		enum tot_status status = basic ? basic_amount(benefit, view, ctx)
					       : employees_amount(benefit, view, ctx);
		tot_trace_end(ctx->trace);
		status = tot_jp_without_amount(benefit, once ? NULL : "year", status, ctx);
		if (status != TOT_OK)
			return status;
	}
	return TOT_OK;
}
