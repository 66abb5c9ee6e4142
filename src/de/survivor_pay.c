/* Each survivors' pension of the findings gets its amount; remarriage ends with a settlement (s. 107). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/figures.h"
#include "de/survivor.h"

struct payer {
	const struct tot_view *view;
	struct tot_de_death death;
	const struct tot_de_drawn *drawn;
	const struct tot_de_plan *plan;
	struct tot_ctx *ctx;
};

void tot_de_report_base(struct tot_benefit *benefit, const struct tot_de_base *base,
			struct tot_ctx *ctx)
{
	const struct tot_de_pension *pension = &base->pension;
	char text[TOT_DECIMAL_TEXT];
	tot_points points = 0, personal = 0;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		points += pension->parts[branch].points;
		personal += pension->parts[branch].personal;
	}
	tot_benefit_factor(benefit, ctx, "points", "%s", tot_decimal_print(text, points, 4));
	tot_benefit_factor(benefit, ctx, "personal_points", "%s",
			   tot_decimal_print(text, personal, 4));
	tot_benefit_factor(benefit, ctx, "access_factor", "%s",
			   tot_decimal_print(text, pension->access_factor, 3));
}

void tot_de_report_monthly(struct tot_benefit *benefit, tot_cents amount,
			   const struct tot_de_base *base, struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	if (base->pension.account.unknown_months)
		tot_benefit_reason(benefit, ctx,
				   "the pay of %d months is not known; the amount is "
				   "without them",
				   base->pension.account.unknown_months);
	benefit->amount = (struct tot_amount){true, amount, "EUR", "month"};
	benefit->status = base->pension.account.status;
	benefit->rhythm = "monthly";
	benefit->first_payment = benefit->start;
	benefit->each_payment = amount;
	tot_trace_result(ctx->trace, "a month", "%s EUR",
			 tot_decimal_print_grouped(text, amount, 2));
}

enum tot_status tot_de_survivor_pay_parts(struct tot_de_survivor_parts *out,
					  const tot_points personal[TOT_DE_BRANCHES],
					  const char *type, const char *label, struct tot_ctx *ctx)
{
	*out = (struct tot_de_survivor_parts){.amount = 0};
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		struct tot_de_part *part = &out->of[branch];
		part->personal = personal[branch];
		if (branch != TOT_DE_WEST && !part->personal)
			continue;
		enum tot_status status =
			tot_de_part_pay(part, (enum tot_de_branch)branch, type, ctx);
		if (status >= 0)
			status = tot_add(&out->amount, out->amount, part->amount);
		if (status < 0)
			return status;
		tot_de_part_trace_amount(ctx->trace, part, label);
	}
	return TOT_OK;
}

/* The first one with points, else the general one. */
static int shown_part(const struct tot_de_survivor_parts *parts)
{
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		if (parts->of[branch].personal)
			return branch;
	return TOT_DE_WEST;
}

void tot_de_report_parts(struct tot_benefit *benefit, const struct tot_de_survivor_parts *parts,
			 struct tot_ctx *ctx)
{
	struct tot_de_part_text text;
	tot_de_part_print(&text, &parts->of[shown_part(parts)], 0);
	tot_benefit_factor(benefit, ctx, "type_factor", "%s", text.type);
	tot_benefit_factor(benefit, ctx, "pension_value", "%s", text.value);
}

const char *tot_de_parts_formula(const struct tot_de_survivor_parts *parts, struct tot_ctx *ctx)
{
	const char *formula = "";
	const int shown = shown_part(parts);
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		const struct tot_de_part *part = &parts->of[branch];
		struct tot_de_part_text text;
		if (branch != shown && !part->personal)
			continue;
		tot_de_part_print(&text, part, 0);
		formula = tot_arena_format(ctx->arena, "%s%s%s personal points%s x %s x %s EUR",
					   formula, formula[0] ? " + " : "", text.personal,
					   tot_de_branch_words((enum tot_de_branch)branch),
					   text.type, text.value);
	}
	return formula;
}

static enum tot_status pay_orphan(struct tot_benefit *benefit, const struct tot_de_base *base,
				  bool full, struct tot_ctx *ctx)
{
	static const char *const types[] = {"half_orphan", "full_orphan"};
	tot_points personal[TOT_DE_BRANCHES], sum = 0;
	struct tot_de_survivor_parts parts;
	char number[TOT_DECIMAL_TEXT];
	enum tot_status status = tot_de_orphan_supplement(personal, base, full, ctx);
	if (status < 0)
		return status;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		sum += personal[branch];
		personal[branch] += base->pension.parts[branch].personal +
				    base->pension.supplement.personal[branch];
	}
	status = tot_de_survivor_pay_parts(&parts, personal, types[full], "monthly pension", ctx);
	if (status < 0)
		return status;
	tot_de_report_base(benefit, base, ctx);
	tot_de_report_parts(benefit, &parts, ctx);
	tot_benefit_factor(benefit, ctx, "orphan_supplement", "%s",
			   tot_decimal_print(number, sum, 4));
	benefit->formula = tot_arena_format(ctx->arena, "%s = %s EUR a month",
					    tot_de_parts_formula(&parts, ctx),
					    tot_decimal_print_grouped(number, parts.amount, 2));
	tot_de_report_monthly(benefit, parts.amount, base, ctx);
	return TOT_OK;
}

/* Months for which the pension was paid, the month of the remarriage too. */
static int months_paid(const struct payer *p)
{
	const struct tot_date remarried = p->view->life->family.spouse.remarried;
	const struct tot_date end = tot_date_is_none(remarried) ? p->death.look : remarried;
	const int months = tot_month_of(end) - p->death.start + 1;
	return months > 0 ? months : 0;
}

/* s. 107, s. 269b: the average of monthly pensions; at today's level each of them is the same. */
static enum tot_status pay_settlement(struct tot_benefit *benefit, const struct tot_de_base *base,
				      const struct payer *p)
{
	struct tot_ctx *ctx = p->ctx;
	const struct tot_scenario *life = p->view->life;
	const struct tot_date died = p->death.event->on;
	const struct tot_couple couple = tot_de_couple_of(life, died);
	bool large = false;
	tot_month by_age;
	enum tot_de_survivor_law which = TOT_DE_SURVIVOR_NEW_LAW;
	tot_cents month, amount;
	char text[TOT_DECIMAL_TEXT], each[TOT_DECIMAL_TEXT];
	enum tot_status status =
		tot_de_large_on(&large, &by_age, &life->family, died, p->death.look, ctx->law);
	if (status >= 0)
		status = tot_de_survivor_law_of(&which, &couple, ctx->law);
	if (status >= 0)
		status = tot_de_pay_widow(&month, NULL, base, &p->death, large, p->view, ctx);
	const bool small_new_law = !large && which == TOT_DE_SURVIVOR_NEW_LAW;
	if (status >= 0)
		status = tot_de_remarriage_settlement(&amount, month, small_new_law, months_paid(p),
						      ctx->law);
	if (status < 0)
		return status;
	benefit->amount = (struct tot_amount){true, amount, "EUR", NULL};
	benefit->status = base->pension.account.status;
	benefit->formula = tot_arena_format(
		ctx->arena, "%s monthly pensions of %s EUR = %s EUR",
		tot_arena_format(ctx->arena, "%lld", (long long)(month ? amount / month : 0)),
		tot_decimal_print_grouped(each, month, 2),
		tot_decimal_print_grouped(text, amount, 2));
	if (!benefit->entitled)
		tot_benefit_reason(benefit, ctx, "it would be %s EUR",
				   tot_decimal_print_grouped(text, amount, 2));
	tot_trace_formula(ctx->trace, "%s", benefit->formula);
	tot_trace_result(ctx->trace, "once", "%s EUR", tot_decimal_print_grouped(text, amount, 2));
	return TOT_OK;
}

static enum tot_status compute(struct tot_benefit *benefit, enum tot_de_survivor kind,
			       const struct payer *p)
{
	struct tot_de_base *base = tot_arena_alloc(p->ctx->arena, sizeof(*base));
	tot_cents amount;
	if (!base)
		return TOT_ERR_MEMORY;
	const enum tot_status status =
		tot_de_survivor_base(base, benefit, &p->death, p->drawn, p->view, p->plan, p->ctx);
	if (status < 0)
		return status;
	switch (kind) {
	case TOT_DE_WIDOW_SMALL:
	case TOT_DE_WIDOW_LARGE:
		return tot_de_pay_widow(&amount, benefit, base, &p->death,
					kind == TOT_DE_WIDOW_LARGE, p->view, p->ctx);
	case TOT_DE_ORPHAN_HALF:
	case TOT_DE_ORPHAN_FULL:
		return pay_orphan(benefit, base, kind == TOT_DE_ORPHAN_FULL, p->ctx);
	case TOT_DE_REMARRIAGE: return pay_settlement(benefit, base, p);
	case TOT_DE_SURVIVOR_COUNT: break;
	}
	return TOT_ERR_DOMAIN;
}

static enum tot_status pay(struct tot_benefit *benefit, enum tot_de_survivor kind,
			   const struct payer *p)
{
	struct tot_trace *trace = p->ctx->trace;
	enum tot_status status = TOT_OK;
	tot_trace_begin(trace, benefit->id, benefit->title);
	tot_trace_law(trace, benefit->law);
	if (benefit->test)
		tot_trace_test(trace, "", benefit->test, NULL);
	if (kind == TOT_DE_WIDOW_LARGE)
		tot_trace_input(trace, "brochure",
				"names the age of 47; by law the age depends on the year of the "
				"death (s. 242a (5)) and is 47 from 2029");
	if (benefit->counted_before == TOT_MONTH_NONE)
		tot_de_trace_refusal(benefit, p->ctx);
	else
		status = compute(benefit, kind, p);
	if (status == TOT_ERR_NO_PARAMETER) {
		tot_de_pension_unknown(benefit, p->ctx);
		status = TOT_OK;
	}
	tot_trace_end(trace);
	return status;
}

enum tot_status tot_de_pay_survivors(struct tot_findings *io, const struct tot_de_drawn *drawn,
				     const struct tot_view *view, const struct tot_de_plan *plan,
				     struct tot_ctx *ctx)
{
	struct payer p = {.view = view, .drawn = drawn, .plan = plan, .ctx = ctx};
	const struct tot_months events = tot_de_drawn_months(view->life);
	const bool drew = drawn->old_age ||
			  (drawn->disability.drawn && plan->death < drawn->disability.end) ||
			  (plan->death != TOT_MONTH_NONE && tot_months_has(&events, plan->death));
	enum tot_status status = tot_de_death_of(&p.death, view->life, drew, ctx->as_of, ctx->law);
	for (size_t i = 0; i < io->benefit_count && status >= 0 && p.death.event; i++) {
		const enum tot_de_survivor kind = tot_de_survivor_kind(io->benefits[i].id);
		if (kind != TOT_DE_SURVIVOR_COUNT)
			status = pay(&io->benefits[i], kind, &p);
	}
	return status < 0 ? status : TOT_OK;
}
