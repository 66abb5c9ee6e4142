/* Insured on a day, and the contribution requirement: two thirds paid, or one year without a gap. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "requirement.h"

#include <string.h>

#define COUNTED_KINDS (TOT_JP_PAID_KINDS | TOT_JP_EXEMPT_KINDS | TOT_KIND_BIT(TOT_DEFERRED))

static const char two_thirds[] = "two_thirds", one_year[] = "one_year";

bool tot_jp_covered(const struct tot_timeline *own, tot_kinds kinds, struct tot_date day)
{
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if ((TOT_KIND_BIT(span->kind) & kinds) && tot_date_compare(span->from, day) <= 0 &&
		    tot_date_compare(day, span->to) <= 0)
			return true;
	}
	return false;
}

/* NPA suppl. s. 3: from 65 an employee with a right to an old-age pension is in no category. */
static enum tot_status pensioner_from_65(bool *out, const struct tot_view *view,
					 const struct tot_jp_ages *ages, struct tot_date day,
					 struct tot_ctx *ctx)
{
	struct tot_qualifying test = {0};
	*out = false;
	if (tot_date_compare(day, ages->until_65) < 0)
		return TOT_OK;
	const tot_month month = tot_month_of(day);
	const enum tot_status status = tot_jp_test(&test, TOT_JP_BASIC, view, month, month, ctx);
	*out = test.met;
	return status;
}

enum tot_status tot_jp_insured_on(bool *out, const struct tot_view *view, struct tot_date day,
				  struct tot_ctx *ctx)
{
	struct tot_jp_ages ages;
	bool pensioner = false;
	enum tot_status status = tot_jp_ages_of(&ages, view->life->person.born, ctx->law);
	if (status == TOT_OK)
		status = pensioner_from_65(&pensioner, view, &ages, day, ctx);
	if (status != TOT_OK)
		return status;
	const tot_kinds kinds = pensioner ? TOT_JP_INSURED_KINDS & ~TOT_KIND_BIT(TOT_EMPLOYMENT)
					  : TOT_JP_INSURED_KINDS;
	*out = tot_jp_covered(view->own, kinds, day);
	return TOT_OK;
}

enum tot_status tot_jp_former_insured(bool *out, const struct tot_view *view, struct tot_date day,
				      enum tot_jp_figure from, enum tot_jp_figure until,
				      struct tot_ctx *ctx)
{
	const struct tot_person *person = &view->life->person;
	struct tot_months insured;
	int64_t first, end;
	enum tot_status status = tot_jp_number(&first, ctx->law, from);
	if (status == TOT_OK)
		status = tot_jp_number(&end, ctx->law, until);
	if (status != TOT_OK)
		return status;
	const struct tot_date low = tot_age_reached(person->born, (struct tot_age){(int)first, 0});
	const struct tot_date high = tot_age_reached(person->born, (struct tot_age){(int)end, 0});
	const char *country = tot_person_residence(person, day);
	tot_timeline_kinds(&insured, view->own, TOT_JP_INSURED_KINDS);
	*out = tot_date_compare(low, day) <= 0 && tot_date_compare(day, high) < 0 && country &&
	       strcmp(country, "JP") == 0 &&
	       tot_months_count_range(&insured, 0, tot_month_of(day)) > 0;
	return TOT_OK;
}

/* What the requirement looks at. */
struct look {
	struct tot_value ratio;
	int64_t year;  /* months of the one-year rule */
	bool one_year; /* the rule still holds for this event */
	bool insured;  /* on the day of the event */
	tot_month end; /* months before it count */
};

static enum tot_status look_at(struct look *out, const struct tot_view *view, struct tot_date event,
			       struct tot_ctx *ctx)
{
	int64_t age;
	enum tot_status status =
		tot_jp_figure(&out->ratio, ctx->law, TOT_JP_REQ_RATIO, &(struct tot_at){0});
	if (status == TOT_OK)
		status = tot_jp_number(&out->year, ctx->law, TOT_JP_REQ_YEAR_MONTHS);
	if (status == TOT_OK)
		status = tot_jp_number(&age, ctx->law, TOT_JP_REQ_YEAR_AGE);
	if (status == TOT_OK)
		status = tot_jp_insured_on(&out->insured, view, event, ctx);
	if (status != TOT_OK)
		return status;
	const struct tot_date limit =
		tot_age_reached(view->life->person.born, (struct tot_age){(int)age, 0});
	out->end = tot_month_of(event) - 1;
	out->one_year = tot_date_compare(event, limit) < 0 &&
			tot_date_compare(event, tot_jp_day(ctx->law, TOT_JP_DAY_ONE_YEAR_RULE)) < 0;
	return TOT_OK;
}

enum tot_status tot_jp_national_months(struct tot_months *out, const struct tot_view *view,
				       tot_kinds kinds, tot_month end, struct tot_ctx *ctx)
{
	struct tot_jp_ages ages;
	bool pensioner = false;
	enum tot_status status = tot_jp_ages_of(&ages, view->life->person.born, ctx->law);
	if (status == TOT_OK && end > ages.month_65)
		status = pensioner_from_65(&pensioner, view, &ages, ages.until_65, ctx);
	if (status != TOT_OK)
		return status;
	tot_timeline_kinds(out, view->own, kinds);
	tot_months_clip(out, 0, pensioner ? ages.month_65 : end);
	return TOT_OK;
}

/* The rule that is met; NULL if neither. */
static const char *rule_met(const struct tot_months *paid, const struct tot_months *insured,
			    const struct look *look)
{
	const int months = tot_months_count(insured);
	if (tot_months_count(paid) * look->ratio.denominator >= months * look->ratio.value)
		return two_thirds;
	if (!look->one_year)
		return NULL;
	/* Not insured on the day: the year ends with the latest insured month. */
	const tot_month end = look->insured ? look->end : tot_months_last(insured) + 1;
	struct tot_months unpaid = *insured;
	tot_months_andnot(&unpaid, paid);
	return tot_months_count_range(&unpaid, end - (tot_month)look->year, end) == 0 ? one_year
										      : NULL;
}

static int own_minimum(const struct tot_view *view, const struct tot_lent *lent, tot_month end)
{
	struct tot_months own;
	const tot_kinds kinds = lent->rule->own_minimum_kinds;
	tot_timeline_kinds(&own, view->own, kinds ? kinds : COUNTED_KINDS);
	return tot_months_count_range(&own, 0, end);
}

/* German months enter as paid and as insured ones (Act 104/2007 s. 11 (1), s. 12 (1)). */
static void borrow(struct tot_qualifying *io, struct tot_months paid, struct tot_months insured,
		   const struct tot_lent *lent, const struct look *look)
{
	struct tot_months add = lent->months;
	tot_months_clip(&add, 0, look->end);
	io->overlap = tot_months_count_and(&add, &paid);
	tot_months_andnot(&add, &paid);
	tot_months_or(&paid, &add);
	tot_months_or(&insured, &add);
	io->lent = tot_months_count(&add);
	io->lent_months = add;
	io->lent_by = io->lent ? lent->lender : NULL;
	io->lent_rule = io->lent ? lent->rule : NULL;
	io->agreement = io->lent ? lent->agreement : NULL;
	io->counted = io->own + io->lent;
	io->insured_months = tot_months_count(&insured);
	const char *rule = rule_met(&paid, &insured, look);
	io->met = io->by_agreement = rule != NULL;
	io->rule = rule ? rule : two_thirds;
}

static void explain(const struct tot_qualifying *test, const struct look *look, struct tot_ctx *ctx)
{
	char ranges[512], end[TOT_DATE_TEXT];
	if (!ctx->trace)
		return;
	tot_trace_begin(ctx->trace, test->id, test->title);
	tot_trace_law(ctx->trace, test->law);
	tot_trace_result(ctx->trace, "", "%s", test->met ? "met" : "not met");
	tot_trace_formula(ctx->trace, "%d paid, exempt or lent of %d insured months, %s needed%s",
			  test->counted, test->insured_months, test->required_ratio,
			  test->rule == one_year ? "; no unpaid month in the last year" : "");
	tot_trace_input(ctx->trace, "months up to", "%s", tot_month_print(end, look->end - 1));
	tot_months_print(ranges, sizeof(ranges), &test->own_months);
	tot_trace_input(ctx->trace, "own months paid, exempt or deferred", "%d: %s", test->own,
			ranges);
	if (test->lent) {
		tot_months_print(ranges, sizeof(ranges), &test->lent_months);
		tot_trace_input(ctx->trace, "months lent", "%d by %s: %s; %s", test->lent,
				test->lent_by, ranges, test->lent_rule->law);
	}
	tot_trace_value(ctx->trace, "ratio", &look->ratio);
	tot_trace_end(ctx->trace);
}

enum tot_status tot_jp_requirement(struct tot_qualifying *out, const struct tot_view *view,
				   struct tot_date event, tot_month own_end, struct tot_ctx *ctx)
{
	struct look look;
	struct tot_months paid, insured;
	enum tot_status status = look_at(&look, view, event, ctx);
	if (status == TOT_OK)
		status =
			tot_jp_national_months(&insured, view, TOT_JP_INSURED_KINDS, look.end, ctx);
	if (status != TOT_OK)
		return status;
	tot_timeline_kinds(&paid, view->own, COUNTED_KINDS);
	tot_months_and(&paid, &insured);
	const char *rule = rule_met(&paid, &insured, &look);
	out->required_ratio = tot_arena_format(ctx->arena, "%lld/%lld", (long long)look.ratio.value,
					       (long long)look.ratio.denominator);
	out->own = out->counted = tot_months_count(&paid);
	out->own_months = paid;
	out->insured_months = tot_months_count(&insured);
	out->met = rule != NULL;
	out->rule = rule ? rule : two_thirds;
	const struct tot_lent *lent = tot_view_lent(view, out->id);
	if (!rule && lent && own_minimum(view, lent, own_end) >= lent->rule->own_minimum)
		borrow(out, paid, insured, lent, &look);
	if (!out->met) {
		int64_t needed;
		status = tot_mul_div(&needed, out->insured_months, look.ratio.value,
				     look.ratio.denominator, TOT_UP);
		if (status != TOT_OK)
			return status;
		out->missing = (int)needed - out->counted;
	}
	explain(out, &look, ctx);
	return TOT_OK;
}

int tot_jp_lent_months(const struct tot_view *view, const char *condition, tot_month end)
{
	const struct tot_lent *lent = tot_view_lent(view, condition);
	return lent ? tot_months_count_range(&lent->months, 0, end) : 0;
}

static const struct tot_benefit_rule *rule_of(const struct tot_jp_share *share, const char *benefit,
					      const char *narrow, const struct tot_law *law)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; share->agreement && (agreement = tot_law_agreement(law, i)); i++)
		if (strcmp(agreement->id, share->agreement) == 0)
			return tot_agreement_benefit(agreement, "JP", benefit, narrow);
	return NULL;
}

struct tot_ratio tot_jp_share_of(const struct tot_jp_share *share, const char *benefit,
				 const char *narrow, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	const struct tot_benefit_rule *rule = rule_of(share, benefit, narrow, ctx->law);
	if (!rule)
		return tot_ratio_of(1, 1);
	const struct tot_ratio ratio = tot_agreement_share(rule, share->own, share->other);
	tot_trace_begin(ctx->trace, "", "share, since the amount is due only by the agreement");
	tot_trace_law(ctx->trace, rule->law);
	tot_trace_result(ctx->trace, "", "%s", tot_jp_exact(text, ratio));
	tot_trace_formula(ctx->trace, "%lld/%lld", (long long)ratio.num, (long long)ratio.den);
	tot_trace_input(ctx->trace, "own months", "%d", share->own);
	tot_trace_input(ctx->trace, "months of the other state", "%d", share->other);
	tot_trace_source(ctx->trace, "agreement %s, rule %s (%s)", share->agreement, rule->id,
			 rule->confidence);
	tot_trace_end(ctx->trace);
	return ratio;
}
