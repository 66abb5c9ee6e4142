/* Death lump sum and widow's pension: what category 1 months leave behind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

#include <string.h>

#define PAID_KINDS                                                        \
	(TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) | TOT_KIND_BIT(TOT_RESIDENT) | \
	 TOT_KIND_BIT(TOT_VOLUNTARY))

static const tot_kinds kinds[TOT_JP_WEIGHTS] = {
	[TOT_JP_PAID] = PAID_KINDS,
	[TOT_JP_QUARTER_EXEMPT] = TOT_KIND_BIT(TOT_EXEMPT_QUARTER),
	[TOT_JP_HALF_EXEMPT] = TOT_KIND_BIT(TOT_EXEMPT_HALF),
	[TOT_JP_THREE_QUARTER_EXEMPT] = TOT_KIND_BIT(TOT_EXEMPT_THREE_QUARTERS),
	[TOT_JP_FULL_EXEMPT] = TOT_KIND_BIT(TOT_EXEMPT_FULL)};

/* What a month of this kind weighs in the lump sum (NPA s. 52-2 (1)); fully exempt: nothing. */
static enum tot_status weight_of(struct tot_ratio *out, int kind, const struct tot_law *law)
{
	static const enum tot_jp_figure figures[TOT_JP_WEIGHTS] = {
		[TOT_JP_QUARTER_EXEMPT] = TOT_JP_DEATH_QUARTER,
		[TOT_JP_HALF_EXEMPT] = TOT_JP_DEATH_HALF,
		[TOT_JP_THREE_QUARTER_EXEMPT] = TOT_JP_DEATH_THREE_QUARTERS};
	struct tot_value value;
	*out = tot_ratio_of(kind == TOT_JP_PAID, 1);
	if (kind == TOT_JP_PAID || kind == TOT_JP_FULL_EXEMPT)
		return TOT_OK;
	const enum tot_status status =
		tot_jp_figure(&value, law, figures[kind], &(struct tot_at){0});
	if (status == TOT_OK)
		*out = tot_jp_ratio(&value);
	return status;
}

enum tot_status tot_jp_category_1_of(struct tot_jp_category_1 *out, const struct tot_timeline *own,
				     tot_month end, const struct tot_law *law)
{
	struct tot_months months;
	const tot_month half = tot_month_of(tot_jp_day(law, TOT_JP_DAY_HALF_STATE));
	*out = (struct tot_jp_category_1){.weighted = tot_ratio_of(0, 1)};
	for (int kind = 0; kind < TOT_JP_WEIGHTS; kind++) {
		struct tot_ratio weight;
		const enum tot_status status = weight_of(&weight, kind, law);
		if (status != TOT_OK)
			return status;
		tot_timeline_kinds(&months, own, kinds[kind]);
		tot_months_clip(&months, 0, end);
		const int count = tot_months_count(&months);
		out->months.until_2009_03[kind] = tot_months_count_range(&months, 0, half);
		out->months.from_2009_04[kind] = count - out->months.until_2009_03[kind];
		out->weighted =
			tot_ratio_add(out->weighted, tot_ratio_mul(weight, tot_ratio_of(count, 1)));
		out->qualifying += count;
	}
	/* A deferral counts for the years of the widow's pension beside another month (s. 49 (1)). */
	const int deferred = tot_months_count_range(&own->by_kind[TOT_DEFERRED], 0, end);
	out->qualifying += out->qualifying > 0 ? deferred : 0;
	tot_timeline_flagged(&months, own, PAID_KINDS, TOT_FLAG_ADDITIONAL_PREMIUM, 0);
	out->with_premium = tot_months_count_range(&months, 0, end);
	return TOT_OK;
}

enum tot_status tot_jp_death_lump_sum(tot_yen *out, struct tot_ratio weighted, int with_premium,
				      const struct tot_law *law)
{
	struct tot_value band;
	struct tot_at at = {0};
	int64_t months, extra;
	enum tot_status status = tot_ratio_round(&at.number, weighted, 1, TOT_DOWN);
	*out = 0;
	if (status != TOT_OK)
		return status;
	status = tot_jp_figure(&band, law, TOT_JP_DEATH_LUMP_SUM, &at);
	if (status != TOT_OK)
		return status == TOT_ERR_NO_PARAMETER ? TOT_OK : status;
	status = tot_jp_number(&months, law, TOT_JP_DEATH_EXTRA_MONTHS);
	if (status == TOT_OK)
		status = tot_jp_number(&extra, law, TOT_JP_DEATH_EXTRA);
	if (status == TOT_OK)
		*out = band.value + (with_premium >= months ? extra : 0);
	return status;
}

/* Did the deceased ever draw the old-age or the disability basic pension? */
static bool drew(const struct tot_findings *findings, const struct tot_jp_death *death,
		 const struct tot_scenario *life)
{
	static const char *const ids[] = {"JP.old_age.basic", "JP.disability.basic"};
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		const struct tot_benefit *benefit = tot_findings_find_benefit(findings, ids[i]);
		if (benefit && benefit->entitled && benefit->start <= tot_month_of(death->died))
			return true;
	}
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_BENEFIT && strcmp(event->country, "JP") == 0 &&
		    (strcmp(event->what, "old_age") == 0 || strcmp(event->what, "disability") == 0))
			return true;
	}
	return false;
}

static enum tot_status add_lump(struct tot_findings *io, const struct tot_jp_death *death,
				const struct tot_jp_category_1 *months, const struct tot_view *view,
				struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	tot_yen yen;
	const struct tot_family *family = &view->life->family;
	struct tot_benefit *benefit =
		tot_findings_benefit(io, "JP.survivor.death_lump_sum", "Death lump sum (once)",
				     "National Pension Act s. 52-2, s. 52-4");
	if (!benefit)
		return TOT_ERR_MEMORY;
	benefit->facts = death;
	const enum tot_status status =
		tot_jp_death_lump_sum(&yen, months->weighted, months->with_premium, ctx->law);
	if (status != TOT_OK)
		return status;
	if (yen == 0)
		tot_benefit_reason(benefit, ctx, "%s counted months of category 1: too few",
				   tot_jp_exact(text, months->weighted));
	if (drew(io, death, view->life))
		tot_benefit_reason(benefit, ctx,
				   "the deceased drew an old-age or disability basic pension");
	if (death->basic_heirs.who != TOT_JP_NOBODY)
		tot_benefit_reason(benefit, ctx, "a survivors' basic pension is due");
	if (!tot_jp_married_on(&family->spouse, death->died) && family->child_count == 0 &&
	    family->dependant_count == 0)
		tot_benefit_reason(benefit, ctx, "no relative of the household is known");
	if (benefit->reason_count)
		return TOT_OK;
	benefit->entitled = benefit->chosen = true;
	benefit->start = benefit->earliest_start = benefit->first_payment =
		tot_month_of(death->died);
	if (family->spouse.present)
		benefit->age = tot_age_on(family->spouse.born, death->died);
	tot_benefit_reason(benefit, ctx, "to be claimed within two years of the death");
	return TOT_OK;
}

/* Ages and marriage of the widow, NPA s. 49 (1), (3). */
static enum tot_status widow_reasons(struct tot_benefit *benefit, tot_month *start,
				     const struct tot_jp_death *death,
				     const struct tot_spouse *spouse, struct tot_ctx *ctx)
{
	bool below;
	int64_t from, years;
	enum tot_status status =
		tot_jp_below_age(&below, spouse->born, TOT_JP_WIDOWS_UNTIL, death->look, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_number(&from, ctx->law, TOT_JP_WIDOWS_FROM);
	if (status == TOT_OK)
		status = tot_jp_number(&years, ctx->law, TOT_JP_WIDOWS_MARRIAGE);
	if (status != TOT_OK)
		return status;
	const struct tot_date sixty = tot_age_reached(spouse->born, (struct tot_age){(int)from, 0});
	*start = tot_month_of(tot_date_compare(sixty, death->died) > 0 ? sixty : death->died) + 1;
	const struct tot_date long_enough =
		tot_date_add_months_clamped(spouse->married, (int)years * 12);
	if (tot_date_compare(long_enough, death->died) > 0)
		tot_benefit_reason(benefit, ctx, "less than ten years of marriage");
	if (death->spouse_rich)
		tot_benefit_reason(benefit, ctx, "the widow earns too much to count as maintained");
	if (!below)
		tot_benefit_reason(benefit, ctx, "paid from 60 to 64 only");
	if (!tot_date_is_none(spouse->remarried) &&
	    tot_date_compare(spouse->remarried, death->look) <= 0)
		tot_benefit_reason(benefit, ctx, "the widow has married again");
	return TOT_OK;
}

static enum tot_status add_widows(struct tot_findings *io, const struct tot_jp_death *death,
				  const struct tot_jp_category_1 *months,
				  const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_value required;
	tot_month start;
	const struct tot_spouse *spouse = &view->life->family.spouse;
	const struct tot_at at = {.day = tot_date_to_day(death->died)};
	struct tot_benefit *benefit = tot_findings_benefit(
		io, "JP.survivor.widow_pension", "Widow's pension of the National Pension",
		"National Pension Act s. 49, s. 50");
	if (!benefit)
		return TOT_ERR_MEMORY;
	benefit->facts = death;
	if (!tot_jp_married_on(spouse, death->died) || spouse->sex != TOT_FEMALE) {
		tot_benefit_reason(benefit, ctx, "only for a widow");
		return TOT_OK;
	}
	enum tot_status status = widow_reasons(benefit, &start, death, spouse, ctx);
	if (status == TOT_OK)
		status = tot_jp_figure(&required, ctx->law, TOT_JP_REQUIRED_MONTHS, &at);
	if (status != TOT_OK)
		return status;
	if (months->qualifying < required.value)
		tot_benefit_reason(benefit, ctx, "%d of %lld months of category 1",
				   months->qualifying, (long long)required.value);
	if (drew(io, death, view->life))
		tot_benefit_reason(benefit, ctx,
				   "the deceased drew an old-age or disability basic pension");
	if (benefit->reason_count)
		return TOT_OK;
	benefit->entitled = benefit->chosen = true;
	benefit->start = benefit->earliest_start = start;
	benefit->age = tot_age_on(spouse->born, tot_date_add_days(tot_month_first_day(start), -1));
	benefit->rhythm = "even_months";
	benefit->first_payment = start + (tot_month_number(start) % 2 ? 1 : 2);
	tot_benefit_reason(benefit, ctx,
			   "paid to the widow until 65, and not beside another pension");
	return TOT_OK;
}

enum tot_status tot_jp_entitle_death_benefits(struct tot_findings *io,
					      const struct tot_jp_death *death,
					      const struct tot_view *view, struct tot_ctx *ctx)
{
	struct tot_jp_category_1 months;
	enum tot_status status =
		tot_jp_category_1_of(&months, view->own, tot_month_of(death->died), ctx->law);
	if (status == TOT_OK)
		status = add_lump(io, death, &months, view, ctx);
	return status == TOT_OK ? add_widows(io, death, &months, view, ctx) : status;
}

static void explain(const struct tot_benefit *benefit, const char *rounding, struct tot_ctx *ctx)
{
	char amount[TOT_JP_TEXT];
	tot_trace_law(ctx->trace, benefit->law);
	tot_trace_result(ctx->trace, benefit->amount.per ? "JPY per year" : "JPY", "%s",
			 tot_jp_yen(amount, benefit->amount.value));
	tot_trace_formula(ctx->trace, "%s", benefit->formula);
	tot_trace_rounding(ctx->trace, rounding);
}

enum tot_status tot_jp_death_lump_amount(struct tot_benefit *benefit, const struct tot_view *view,
					 struct tot_ctx *ctx)
{
	char counted[TOT_JP_TEXT], amount[TOT_JP_TEXT];
	struct tot_jp_category_1 months;
	tot_yen yen = 0;
	const struct tot_jp_death *death = benefit->facts;
	enum tot_status status =
		tot_jp_category_1_of(&months, view->own, tot_month_of(death->died), ctx->law);
	if (status == TOT_OK)
		status =
			tot_jp_death_lump_sum(&yen, months.weighted, months.with_premium, ctx->law);
	if (status != TOT_OK)
		return status;
	tot_jp_exact(counted, months.weighted);
	tot_benefit_factor(benefit, ctx, "weighted_months", "%s", counted);
	tot_jp_set_amount(benefit, yen, NULL, TOT_OK);
	benefit->formula = tot_arena_format(
		ctx->arena,
		"for %s months of category 1, %d of them with the additional premium: %s", counted,
		months.with_premium, tot_jp_yen(amount, yen));
	explain(benefit, "a part of a month is left out", ctx);
	return TOT_OK;
}

enum tot_status tot_jp_widows_amount(struct tot_benefit *benefit, const struct tot_view *view,
				     struct tot_ctx *ctx)
{
	char full_text[TOT_JP_TEXT], weighted_text[TOT_JP_TEXT], amount[TOT_JP_TEXT];
	struct tot_jp_category_1 months;
	struct tot_value full, denominator, share;
	struct tot_ratio weighted;
	tot_yen yen;
	const struct tot_jp_death *death = benefit->facts;
	const struct tot_law *law = ctx->law;
	const enum tot_status known =
		tot_jp_full_basic(&full, view->life->family.spouse.born, ctx->as_of, law);
	if (known < 0)
		return known;
	enum tot_status status =
		tot_jp_category_1_of(&months, view->own, tot_month_of(death->died), law);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&denominator, law, TOT_JP_FULL_MONTHS,
					  view->life->person.born);
	if (status == TOT_OK)
		status = tot_jp_weighted_months(&weighted, &months.months, (int)denominator.value,
						law);
	if (status == TOT_OK)
		status = tot_jp_figure(&share, law, TOT_JP_WIDOWS_SHARE, &(struct tot_at){0});
	if (status != TOT_OK)
		return status;
	const struct tot_ratio basic =
		tot_ratio_mul(tot_ratio_of(full.value, denominator.value), weighted);
	status = tot_ratio_round(&yen, tot_ratio_mul(basic, tot_jp_ratio(&share)), 1, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	tot_benefit_factor(benefit, ctx, "weighted_months", "%s",
			   tot_jp_exact(weighted_text, weighted));
	tot_benefit_factor(benefit, ctx, "full_amount", "%lld", (long long)full.value);
	tot_jp_set_amount(benefit, yen, "year", known);
	benefit->formula = tot_arena_format(ctx->arena, "%s x %s/%lld x %lld/%lld = %s",
					    tot_jp_yen(full_text, full.value), weighted_text,
					    (long long)denominator.value, (long long)share.value,
					    (long long)share.denominator, tot_jp_yen(amount, yen));
	tot_trace_value(ctx->trace, "full basic pension", &full);
	tot_trace_value(ctx->trace, "share", &share);
	explain(benefit, "once, half up to 1 yen, National Pension Act s. 17 (1)", ctx);
	return TOT_OK;
}
