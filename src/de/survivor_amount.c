/* Amounts of widows', widowers' and orphans' pensions (s. 67, s. 78a, s. 88a, s. 97). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/figures.h"
#include "de/income.h"
#include "de/survivor.h"

/* A pension to a widow or widower on its way. */
struct widow {
	struct tot_benefit *benefit;
	const struct tot_view *view;
	const struct tot_de_base *base;
	struct tot_de_death death;
	enum tot_de_survivor_law law;
	bool large;
	tot_points child_supplement;
	tot_cents first, gross, offset, supplement, amount;
	struct tot_de_survivor_parts later; /* from the fourth month after the death on */
};

/* Words of law/de/pension_type_factors.json: in the first three months, and later. */
static const char *type_of(const struct widow *w, bool first)
{
	if (first)
		return w->large ? "large_widow_first_3_months" : "small_widow_first_3_months";
	if (!w->large)
		return "small_widow_afterwards";
	return w->law == TOT_DE_SURVIVOR_OLD_LAW ? "large_widow_afterwards_old_law"
						 : "large_widow_afterwards_new_law";
}

/* `more`: points of the child supplement. */
static enum tot_status pay_parts(struct tot_de_survivor_parts *out, const struct widow *w,
				 const char *type, tot_points more, const char *label,
				 struct tot_ctx *ctx)
{
	tot_points personal[TOT_DE_BRANCHES];
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		personal[branch] = w->base->pension.parts[branch].personal;
	personal[TOT_DE_WEST] += more;
	return tot_de_survivor_pay_parts(out, personal, type, label, ctx);
}

/* Months of one child that the survivor raised, at most those of the third birthday (s. 78a (1)). */
static struct tot_months raised(const struct tot_child *child, bool mother, int months,
				tot_month death)
{
	struct tot_months out = {{0}};
	/* From the month after the birth; a child born on the first counts from its month. */
	const tot_month from = tot_month_of(tot_date_add_days(child->born, -1)) + 1;
	if (!child->raising_count && mother)
		tot_months_add_range(&out, from, TOT_MONTH_LIMIT);
	for (size_t i = 0; i < child->raising_count; i++) {
		const struct tot_raising *raising = &child->raising[i];
		const bool begun = tot_date_is_none(raising->from);
		const bool open = tot_date_is_none(raising->to);
		if (!raising->by_person)
			tot_months_add_range(&out, begun ? from : tot_month_of(raising->from),
					     open ? TOT_MONTH_LIMIT
						  : tot_month_of(raising->to) + 1);
	}
	/* s. 78a (2): from the month of the death on, whoever raised the child before. */
	tot_months_add_range(&out, death, TOT_MONTH_LIMIT);
	tot_months_clip(&out, from, from + (tot_month)months);
	return out;
}

static enum tot_status months_raised(int *out, const struct tot_scenario *life, tot_month death,
				     const struct tot_law *law)
{
	const struct tot_at at = {0};
	const bool mother = life->family.spouse.sex == TOT_FEMALE;
	int64_t months;
	const enum tot_status status =
		tot_de_number(&months, law, TOT_DE_CHILD_SUPPLEMENT_PER_CHILD, &at);
	*out = 0;
	for (size_t i = 0; i < life->family.child_count && status >= 0; i++) {
		const struct tot_months own =
			raised(&life->family.children[i], mother, (int)months, death);
		*out += tot_months_count(&own);
	}
	return status;
}

static enum tot_status add_child_supplement(struct widow *w, struct tot_ctx *ctx)
{
	int months;
	char text[TOT_DECIMAL_TEXT];
	if (w->law == TOT_DE_SURVIVOR_OLD_LAW)
		return TOT_OK;
	enum tot_status status =
		months_raised(&months, w->view->life, tot_month_of(w->death.event->on), ctx->law);
	if (status >= 0)
		status = tot_de_child_supplement(&w->child_supplement, months, ctx->law);
	if (status < 0 || !months)
		return status;
	tot_trace_begin(ctx->trace, "", "supplement for children raised");
	tot_trace_law(ctx->trace, "SGB VI s. 78a");
	tot_trace_input(ctx->trace, "months to the third birthdays", "%d", months);
	tot_trace_result(ctx->trace, "personal points", "%s",
			 tot_decimal_print(text, w->child_supplement, 4));
	tot_trace_end(ctx->trace);
	return TOT_OK;
}

static enum tot_status add_income(tot_cents *io, tot_cents gross, enum tot_de_income kind,
				  const struct tot_ctx *ctx)
{
	tot_cents net;
	const enum tot_status status =
		tot_de_net_income(&net, gross, kind, ctx->as_of.year, ctx->law);
	if (status >= 0)
		*io += net;
	return status;
}

/* DECISIONS 25: yearly income is earnings, own pensions are statutory ones. */
static enum tot_status net_income(tot_cents *out, const struct tot_scenario *life,
				  const struct tot_ctx *ctx)
{
	const struct tot_spouse *spouse = &life->family.spouse;
	tot_cents year, month;
	*out = 0;
	enum tot_status status = tot_de_euro_cents(&year, &spouse->yearly_income, life, ctx);
	if (status >= 0)
		status = tot_mul_div(&month, year, 1, 12, TOT_HALF_UP);
	if (status >= 0 && month)
		status = add_income(out, month, TOT_DE_INCOME_EMPLOYMENT, ctx);
	for (size_t i = 0; i < spouse->own_pension_count && status >= 0; i++) {
		status = tot_de_own_pension_cents(&month, &spouse->own_pension[i], life, ctx);
		if (status >= 0)
			status = add_income(out, month, TOT_DE_INCOME_PENSION, ctx);
	}
	return status;
}

static void trace_multiples(struct tot_ctx *ctx)
{
	static const struct {
		enum tot_de_figure figure;
		const char *label;
	} list[] = {
		{TOT_DE_OFFSET_ALLOWANCE, "free: current pension value times"},
		{TOT_DE_OFFSET_PER_CHILD, "and for each child times"},
		{TOT_DE_OFFSET_RATE, "share of what is above"},
	};
	const struct tot_at at = {0};
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		struct tot_value value;
		if (tot_de_get(&value, ctx->law, list[i].figure, &at) >= 0)
			tot_trace_value(ctx->trace, list[i].label, &value);
	}
}

static enum tot_status find_offset(struct widow *w, struct tot_ctx *ctx)
{
	int orphans;
	tot_cents net;
	char text[TOT_DECIMAL_TEXT];
	const struct tot_scenario *life = w->view->life;
	enum tot_status status = net_income(&net, life, ctx);
	if (status >= 0)
		status = tot_de_orphans(&orphans, &life->family, w->death.look, ctx->law);
	if (status >= 0)
		status = tot_de_income_offset(&w->offset, net, orphans,
					      w->later.of[TOT_DE_WEST].value.value, ctx->law);
	if (status < 0 || !net)
		return status;
	if (w->offset > w->gross)
		w->offset = w->gross;
	tot_trace_begin(ctx->trace, "", "own income");
	tot_trace_law(ctx->trace, "SGB VI s. 97, SGB IV s. 18a-18e");
	tot_trace_input(ctx->trace, "net income a month, by flat deductions (s. 18b (5) SGB IV)",
			"%s EUR", tot_decimal_print_grouped(text, net, 2));
	tot_trace_input(ctx->trace, "children with an orphan's pension", "%d", orphans);
	trace_multiples(ctx);
	tot_trace_result(ctx->trace, "EUR a month", "%s",
			 tot_decimal_print_grouped(text, w->offset, 2));
	tot_trace_end(ctx->trace);
	return TOT_OK;
}

/* s. 97 (1), s. 97a (7): the supplement for long insurance stands apart from the offset. */
static enum tot_status pay_supplement(struct widow *w, struct tot_ctx *ctx)
{
	const struct tot_de_supplement *supplement = &w->base->pension.supplement;
	struct tot_de_survivor_parts parts;
	if (!supplement->personal[TOT_DE_WEST] && !supplement->personal[TOT_DE_EAST])
		return TOT_OK;
	const enum tot_status status =
		tot_de_survivor_pay_parts(&parts, supplement->personal, type_of(w, false),
					  "monthly supplement for long insurance", ctx);
	w->supplement = parts.amount;
	return status;
}

static enum tot_status compute(struct widow *w, struct tot_ctx *ctx)
{
	struct tot_de_survivor_parts first;
	enum tot_status status = pay_parts(&first, w, type_of(w, true), 0,
					   "monthly pension in the first three months", ctx);
	if (status >= 0)
		status = add_child_supplement(w, ctx);
	if (status >= 0)
		status = pay_parts(&w->later, w, type_of(w, false), w->child_supplement,
				   "monthly pension afterwards", ctx);
	if (status < 0)
		return status;
	w->first = first.amount;
	/* s. 88a: never above the deceased's full pension. */
	w->gross = w->later.amount < w->first ? w->later.amount : w->first;
	status = find_offset(w, ctx);
	if (status >= 0)
		status = pay_supplement(w, ctx);
	w->amount = w->gross - w->offset + w->supplement;
	return status;
}

static void add_money(struct tot_benefit *benefit, const char *name, tot_cents amount,
		      struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	tot_benefit_component(benefit, ctx, name, "%s", tot_decimal_print(text, amount, 2));
}

static const char *formula_of(const struct widow *w, struct tot_ctx *ctx)
{
	char amount[TOT_DECIMAL_TEXT];
	const char *formula = tot_de_parts_formula(&w->later, ctx);
	if (w->gross < w->later.amount)
		formula = tot_arena_format(ctx->arena, "%s, at most %s EUR (s. 88a)", formula,
					   tot_decimal_print_grouped(amount, w->gross, 2));
	if (w->offset)
		formula = tot_arena_format(ctx->arena, "%s - %s EUR for own income", formula,
					   tot_decimal_print_grouped(amount, w->offset, 2));
	if (w->supplement)
		formula = tot_arena_format(ctx->arena, "%s + supplement %s EUR", formula,
					   tot_decimal_print_grouped(amount, w->supplement, 2));
	return tot_arena_format(ctx->arena, "%s = %s EUR a month", formula,
				tot_decimal_print_grouped(amount, w->amount, 2));
}

static void report(const struct widow *w, struct tot_ctx *ctx)
{
	struct tot_benefit *benefit = w->benefit;
	char number[TOT_DECIMAL_TEXT];
	tot_de_report_base(benefit, w->base, ctx);
	tot_de_report_parts(benefit, &w->later, ctx);
	if (w->child_supplement)
		tot_benefit_factor(benefit, ctx, "child_supplement", "%s",
				   tot_decimal_print(number, w->child_supplement, 4));
	add_money(benefit, "first_three_months", w->first, ctx);
	add_money(benefit, "gross", w->gross, ctx);
	if (w->offset)
		add_money(benefit, "income_offset", -w->offset, ctx);
	if (w->supplement)
		add_money(benefit, "basic_pension_supplement", w->supplement, ctx);
	benefit->formula = formula_of(w, ctx);
	tot_de_report_monthly(benefit, w->amount, w->base, ctx);
}

enum tot_status tot_de_pay_widow(tot_cents *amount, struct tot_benefit *benefit,
				 const struct tot_de_base *base, const struct tot_de_death *death,
				 bool large, const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_couple couple = tot_de_couple_of(view->life, death->event->on);
	struct widow w = {
		.benefit = benefit, .view = view, .base = base, .death = *death, .large = large};
	enum tot_status status = tot_de_survivor_law_of(&w.law, &couple, ctx->law);
	if (status >= 0)
		status = compute(&w, ctx);
	if (status < 0)
		return status;
	*amount = w.amount;
	if (benefit)
		report(&w, ctx);
	return TOT_OK;
}
