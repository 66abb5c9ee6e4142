/* Amounts after a death: survivors' basic pension, employees' pension, the widow's addition. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

#include <string.h>

static void explain(const struct tot_benefit *benefit, const char *law, struct tot_ctx *ctx)
{
	char amount[TOT_JP_TEXT];
	tot_trace_law(ctx->trace, law);
	tot_trace_result(ctx->trace, "JPY per year", "%s",
			 tot_jp_yen(amount, benefit->amount.value));
	tot_trace_formula(ctx->trace, "%s", benefit->formula);
	tot_trace_rounding(ctx->trace, "once, half up to 1 yen (NPA s. 17 (1), EPA s. 35 (1))");
}

/* A surviving spouse without `residence` lives in Germany (DECISIONS 40). */
static bool in_japan(const struct tot_spouse *spouse, struct tot_date day)
{
	const struct tot_person person = {.residence = spouse->residence,
					  .residence_count = spouse->residence_count};
	const char *country = tot_person_residence(&person, day);
	return country && strcmp(country, "JP") == 0;
}

/* The addition that belongs to this death, by its share. */
static enum tot_status shared_addition(struct tot_ratio *out, const struct tot_jp_death *death,
				       struct tot_ctx *ctx)
{
	const enum tot_status status = tot_jp_widow_addition(out, death->heirs.born,
							     death->addition_old, death->died, ctx);
	if (status < 0)
		return status;
	*out = tot_ratio_mul(
		*out, tot_jp_share_of(&death->addition, "widow_add",
				      death->term == TOT_JP_SHORT_TERM ? "short_term" : "long_term",
				      ctx));
	return status;
}

/* What the basic pension is made of. */
struct basic {
	struct tot_value full;
	tot_yen additions;
	struct tot_ratio share;
	struct tot_ratio least; /* the widow's addition that is suspended for it, else 0 */
};

static enum tot_status basic_parts(struct basic *out, const struct tot_jp_death *death,
				   const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_spouse *spouse = &view->life->family.spouse;
	const bool children = death->basic_heirs.who == TOT_JP_CHILDREN;
	const enum tot_status known =
		tot_jp_full_basic(&out->full, death->basic_heirs.born, ctx->as_of, ctx->law);
	if (known < 0)
		return known;
	const struct tot_jp_additions_for whose = {.children = death->children,
						   .first_is_recipient = children,
						   .right = death->died,
						   .in_japan = in_japan(spouse, death->look)};
	tot_trace_value(ctx->trace, "full basic pension", &out->full);
	enum tot_status status = tot_jp_child_additions(&out->additions, &whose, ctx);
	if (status < 0)
		return status;
	out->share = tot_jp_share_of(&death->basic, "survivor_basic", NULL, ctx);
	out->least = tot_ratio_of(0, 1);
	if (death->basic.agreement && death->addition_suspended) {
		status = shared_addition(&out->least, death, ctx);
		if (status < 0)
			return status;
	}
	return known;
}

static const char *basic_formula(const struct tot_jp_death *death, const struct basic *parts,
				 tot_yen yen, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	struct tot_text out = {0};
	const bool apart = death->basic.agreement || death->basic_heirs.count > 1;
	tot_text_format(&out, "%s%s", apart && parts->additions ? "(" : "",
			tot_jp_yen(text, parts->full.value));
	if (parts->additions)
		tot_text_format(&out, " + children %s%s", tot_jp_yen(text, parts->additions),
				apart ? ")" : "");
	if (death->basic_heirs.count > 1)
		tot_text_format(&out, " / %d", death->basic_heirs.count);
	if (death->basic.agreement)
		tot_text_format(&out, " x %s", tot_jp_exact(text, parts->share));
	tot_text_format(&out, " = %s", tot_jp_yen(text, yen));
	const char *formula = tot_arena_format(ctx->arena, "%s", out.bytes ? out.bytes : "");
	tot_text_free(&out);
	return formula;
}

static enum tot_status basic_amount(struct tot_benefit *benefit, const struct tot_view *view,
				    struct tot_ctx *ctx)
{
	char more[TOT_JP_TEXT];
	const struct tot_jp_death *death = benefit->facts;
	const int heirs = death->basic_heirs.count;
	struct basic parts;
	tot_yen yen;
	const enum tot_status known = basic_parts(&parts, death, view, ctx);
	if (known < 0)
		return known;
	struct tot_ratio sum =
		tot_ratio_mul(tot_ratio_of(parts.full.value + parts.additions, heirs), parts.share);
	const bool least = tot_ratio_compare(sum, parts.least) < 0;
	const enum tot_status status =
		tot_ratio_round(&yen, least ? parts.least : sum, 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	tot_benefit_factor(benefit, ctx, "full_amount", "%lld", (long long)parts.full.value);
	if (death->basic.agreement)
		tot_jp_say_share(benefit, parts.share, ctx);
	if (parts.additions)
		tot_benefit_component(
			benefit, ctx, "child_additions", "%s",
			tot_jp_rounded(
				more,
				tot_ratio_mul(tot_ratio_of(parts.additions, heirs), parts.share),
				0));
	if (least)
		tot_benefit_reason(benefit, ctx,
				   "not less than the widow's addition that is suspended for it");
	tot_jp_set_amount(benefit, yen, "year", known);
	benefit->formula = basic_formula(death, &parts, yen, ctx);
	explain(benefit, "National Pension Act s. 38-39-2", ctx);
	return TOT_OK;
}

enum tot_status tot_jp_survivor_employees(tot_yen *out, struct tot_jp_sum whole,
					  struct tot_ratio share, struct tot_ratio addition,
					  const struct tot_jp_own_first *own, int heirs,
					  const struct tot_law *law)
{
	struct tot_value spouse, half;
	enum tot_status status =
		tot_jp_figure(&spouse, law, TOT_JP_SURV_SPOUSE_SHARE, &(struct tot_at){0});
	if (status == TOT_OK)
		status = tot_jp_figure(&half, law, TOT_JP_SURV_OWN_SHARE, &(struct tot_at){0});
	if (status != TOT_OK)
		return status;
	struct tot_jp_sum sum = tot_jp_sum_times(whole, share);
	int64_t own_yen = 0;
	if (own->applies) {
		/* EPA s. 60 (1) no. 2: two thirds and half of the own pension, if that is more. */
		const struct tot_jp_sum other = tot_jp_sum_add(
			tot_jp_sum_times(sum, tot_jp_ratio(&spouse)),
			tot_ratio_mul(tot_ratio_of(own->own, 1), tot_jp_ratio(&half)));
		if (tot_jp_sum_compare(other, sum) > 0)
			sum = other;
		own_yen = own->own;
	}
	sum = tot_jp_sum_add(sum, addition);
	if (sum.whole < own_yen) {
		*out = 0;
		return TOT_OK;
	}
	/* s. 64-2: as far as it exceeds the own pension. */
	sum.whole -= own_yen;
	return tot_jp_sum_round(out, tot_jp_sum_times(sum, tot_ratio_of(1, heirs)), 0);
}

/* The own old-age employees' pension of the spouse, a year, from 65 on. */
static enum tot_status own_first(struct tot_jp_own_first *out, const struct tot_benefit *benefit,
				 const struct tot_view *view, struct tot_ctx *ctx)
{
	bool young;
	const struct tot_jp_death *death = benefit->facts;
	const struct tot_spouse *spouse = &view->life->family.spouse;
	*out = (struct tot_jp_own_first){0};
	if (death->heirs.who != TOT_JP_SPOUSE)
		return TOT_OK;
	const enum tot_status status = tot_jp_below_age(&young, spouse->born, TOT_JP_SURV_OWN_AGE,
							tot_jp_look_day(benefit, ctx), ctx->law);
	if (status != TOT_OK)
		return status;
	out->applies = !young;
	for (size_t i = 0; i < spouse->own_pension_count; i++)
		if (strcmp(spouse->own_pension[i].country, "JP") == 0 &&
		    strcmp(spouse->own_pension[i].part, "employees") == 0)
			out->own += spouse->own_pension[i].monthly * 12;
	return TOT_OK;
}

/* What the employees' pension is made of. */
struct parts {
	struct tot_jp_earned earned;
	struct tot_jp_sum whole;
	struct tot_value share;
	struct tot_ratio proration, addition;
	struct tot_jp_own_first own;
	enum tot_status known;
};

static enum tot_status gather(struct parts *out, const struct tot_benefit *benefit,
			      const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_jp_death *death = benefit->facts;
	const struct tot_jp_sum nothing = {0, tot_ratio_of(0, 1)};
	const bool brief = death->term == TOT_JP_SHORT_TERM;
	int64_t least;
	enum tot_status status = tot_jp_number(&least, ctx->law, TOT_JP_SURV_MINIMUM_MONTHS);
	if (status == TOT_OK)
		status = tot_jp_figure(&out->share, ctx->law,
				       death->heirs.whole ? TOT_JP_REFORM_SHARE : TOT_JP_SURV_SHARE,
				       &(struct tot_at){0});
	if (status == TOT_OK)
		status = own_first(&out->own, benefit, view, ctx);
	if (status != TOT_OK)
		return status;
	out->whole = tot_jp_sum_add(nothing, out->earned.earnings.amount);
	out->proration = tot_ratio_of(1, 1);
	out->addition = tot_ratio_of(0, 1);
	out->known = TOT_OK;
	if (brief) {
		out->whole = tot_jp_least_months(out->whole, out->earned.months, (int)least);
		out->proration =
			tot_jp_share_of(&death->employees, "survivor_epi", "short_term", ctx);
		out->whole = tot_jp_sum_times(out->whole, out->proration);
	}
	tot_trace_value(ctx->trace, "share of the pension", &out->share);
	if (death->addition_due)
		out->known = shared_addition(&out->addition, death, ctx);
	return out->known < 0 ? out->known : TOT_OK;
}

static const char *formula_of(const struct parts *parts, const struct tot_jp_death *death,
			      tot_yen yen, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	int64_t cents, least;
	struct tot_text out = {0};
	const struct tot_jp_sum nothing = {0, tot_ratio_of(0, 1)};
	const struct tot_jp_sum earned = tot_jp_sum_add(nothing, parts->earned.earnings.amount);
	if (tot_jp_sum_round(&cents, earned, 2) != TOT_OK ||
	    tot_jp_number(&least, ctx->law, TOT_JP_SURV_MINIMUM_MONTHS) != TOT_OK)
		return "";
	tot_text_format(&out, "%s", tot_decimal_print_grouped(text, cents, 2));
	if (death->term == TOT_JP_SHORT_TERM && parts->earned.months < least)
		tot_text_format(&out, " x %lld/%d", (long long)least, parts->earned.months);
	if (parts->proration.num != parts->proration.den)
		tot_text_format(&out, " x %s", tot_jp_exact(text, parts->proration));
	tot_text_format(&out, " x %lld/%lld", (long long)parts->share.value,
			(long long)parts->share.denominator);
	if (death->addition_due)
		tot_text_format(&out, " + widow's addition %s",
				tot_jp_grouped(text, parts->addition, 0));
	if (parts->own.applies && parts->own.own)
		tot_text_format(&out,
				", or with half of the own pension if that is more, less "
				"the own pension %s",
				tot_jp_yen(text, parts->own.own));
	if (death->heirs.count > 1)
		tot_text_format(&out, " / %d", death->heirs.count);
	tot_text_format(&out, " = %s", tot_jp_yen(text, yen));
	const char *formula = tot_arena_format(ctx->arena, "%s", out.bytes ? out.bytes : "");
	tot_text_free(&out);
	return formula;
}

static enum tot_status employees_amount(struct tot_benefit *benefit, const struct tot_view *view,
					struct tot_ctx *ctx)
{
	struct parts parts;
	char text[TOT_JP_TEXT];
	tot_yen yen;
	const struct tot_jp_death *death = benefit->facts;
	const bool brief = death->term == TOT_JP_SHORT_TERM;
	const struct tot_date youngest = {0, 0, 0};
	enum tot_status status =
		tot_jp_earned_of(&parts.earned, view, death->end, death->heirs.born,
				 brief ? youngest : view->life->person.born, ctx);
	if (status != TOT_OK)
		return status;
	tot_jp_say_earned(benefit, &parts.earned, ctx);
	if (!parts.earned.known) {
		tot_jp_no_amount(benefit, "year");
		return TOT_OK;
	}
	status = gather(&parts, benefit, view, ctx);
	if (status == TOT_OK)
		status = tot_jp_survivor_employees(&yen, parts.whole, tot_jp_ratio(&parts.share),
						   parts.addition, &parts.own, death->heirs.count,
						   ctx->law);
	if (status != TOT_OK)
		return status;
	if (parts.proration.num != parts.proration.den)
		tot_jp_say_share(benefit, parts.proration, ctx);
	if (death->addition_due)
		tot_benefit_component(benefit, ctx, "widow_addition", "%s",
				      tot_jp_rounded(text, parts.addition, 0));
	if (yen == 0)
		tot_benefit_reason(benefit, ctx,
				   "the own old-age employees' pension comes first and is as "
				   "high");
	tot_jp_set_amount(benefit, yen, "year",
			  tot_status_worse(tot_jp_pay_status(&parts.earned.pay, ctx), parts.known));
	benefit->formula = formula_of(&parts, death, yen, ctx);
	explain(benefit, "Employees' Pension Insurance Act s. 60, s. 62, s. 64-2", ctx);
	return TOT_OK;
}

static enum tot_status addition_amount(struct tot_benefit *benefit, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	struct tot_ratio addition;
	tot_yen yen;
	const struct tot_jp_death *death = benefit->facts;
	const enum tot_status known = shared_addition(&addition, death, ctx);
	if (known < 0)
		return known;
	const enum tot_status status = tot_ratio_round(&yen, addition, 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	tot_jp_set_amount(benefit, yen, "year", known);
	benefit->formula = tot_arena_format(ctx->arena, "%s", tot_jp_yen(text, yen));
	explain(benefit, "Employees' Pension Insurance Act s. 62", ctx);
	return TOT_OK;
}

static enum tot_status amount_of(struct tot_benefit *benefit, const struct tot_view *view,
				 struct tot_ctx *ctx)
{
	if (strcmp(benefit->id, "JP.survivor.basic") == 0)
		return basic_amount(benefit, view, ctx);
	if (strcmp(benefit->id, "JP.survivor.employees") == 0)
		return employees_amount(benefit, view, ctx);
	if (strcmp(benefit->id, "JP.survivor.widow_addition") == 0)
		return addition_amount(benefit, ctx);
	if (strcmp(benefit->id, "JP.survivor.death_lump_sum") == 0)
		return tot_jp_death_lump_amount(benefit, view, ctx);
	return tot_jp_widows_amount(benefit, view, ctx);
}

/* NPA s. 20, s. 52-6, EPA s. 38: one of the employees' and the widow's pension, or the lump sum. */
static void choose(struct tot_findings *io)
{
	const struct tot_benefit *employees =
		tot_findings_find_benefit(io, "JP.survivor.employees");
	struct tot_benefit *widows = NULL, *lump = NULL;
	for (size_t i = 0; i < io->benefit_count; i++) {
		if (strcmp(io->benefits[i].id, "JP.survivor.widow_pension") == 0)
			widows = &io->benefits[i];
		if (strcmp(io->benefits[i].id, "JP.survivor.death_lump_sum") == 0)
			lump = &io->benefits[i];
	}
	if (!widows || !lump || !employees)
		return;
	widows->chosen = widows->entitled &&
			 !(employees->entitled && employees->amount.value >= widows->amount.value);
	lump->chosen = lump->entitled && !widows->chosen;
}

enum tot_status tot_jp_survivor_amounts(struct tot_findings *io, const struct tot_view *view,
					struct tot_ctx *ctx)
{
	for (size_t i = 0; i < io->benefit_count; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		if (strncmp(benefit->id, "JP.survivor.", 12) != 0)
			continue;
		const bool once = strcmp(benefit->id, "JP.survivor.death_lump_sum") == 0;
		const char *per = once ? NULL : "year";
		benefit->amount = (struct tot_amount){.currency = "JPY", .per = per};
		if (!benefit->entitled)
			continue;
		tot_trace_begin(ctx->trace, benefit->id, benefit->title);
		enum tot_status status = amount_of(benefit, view, ctx);
		tot_trace_end(ctx->trace);
		status = tot_jp_without_amount(benefit, per, status, ctx);
		if (status != TOT_OK)
			return status;
	}
	choose(io);
	return TOT_OK;
}
