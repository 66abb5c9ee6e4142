/* The employees' pension beside work: what the earnings test suspends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

#include <string.h>

#define MONTHS_OF_YEAR 12
#define FINE 1000000

/* Work from the end of the insurance on (age 70) is tested as if it were insured. */
static bool goes_on(const struct tot_period *record, struct tot_date end)
{
	return strcmp(record->country, "JP") == 0 && record->kind == TOT_EMPLOYMENT &&
	       !tot_date_is_none(record->to) && tot_date_compare(record->to, end) >= 0;
}

static void add_later_work(struct tot_timeline *io, const struct tot_period *record,
			   struct tot_date end)
{
	struct tot_span *span = &io->spans[io->span_count++];
	const struct tot_date from = tot_date_compare(record->from, end) > 0 ? record->from : end;
	*span = (struct tot_span){.record = record,
				  .kind = TOT_EMPLOYMENT,
				  .flags = record->flags,
				  .from = from,
				  .to = record->to};
	tot_months_add_range(&span->months, tot_month_of(from), tot_month_of(record->to) + 1);
}

enum tot_status tot_jp_work_of(struct tot_jp_work *out, const struct tot_view *view,
			       struct tot_ctx *ctx)
{
	int64_t last_age;
	const struct tot_scenario *life = view->life;
	enum tot_status status = tot_jp_ages_of(&out->ages, life->person.born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_number(&last_age, ctx->law, TOT_JP_AGE_EMPLOYEES_UNTIL);
	if (status != TOT_OK)
		return status;
	const struct tot_date end =
		tot_age_reached(life->person.born, (struct tot_age){(int)last_age, 0});
	const size_t room = view->own->span_count + life->period_count + 1;
	out->timeline = *view->own;
	out->timeline.spans = tot_arena_alloc(ctx->arena, room * sizeof(*out->timeline.spans));
	if (!out->timeline.spans)
		return TOT_ERR_MEMORY;
	if (view->own->span_count)
		memcpy(out->timeline.spans, view->own->spans,
		       view->own->span_count * sizeof(*view->own->spans));
	for (size_t i = 0; i < life->period_count; i++)
		if (goes_on(&life->periods[i], end))
			add_later_work(&out->timeline, &life->periods[i], end);
	tot_timeline_collect(&out->timeline);
	return TOT_OK;
}

static bool at_work(const struct tot_timeline *work, struct tot_date day)
{
	for (size_t i = 0; i < work->span_count; i++)
		if (work->spans[i].kind == TOT_EMPLOYMENT &&
		    tot_date_compare(work->spans[i].from, day) <= 0 &&
		    tot_date_compare(day, work->spans[i].to) <= 0)
			return true;
	return false;
}

/* Total monthly remuneration: that of the month, and a twelfth of a year's bonuses. */
static enum tot_status remuneration(struct tot_ratio *out, enum tot_status *doubt,
				    const struct tot_jp_work *work, tot_month month,
				    struct tot_ctx *ctx)
{
	struct tot_jp_pay pay;
	struct tot_months year = {{0}};
	tot_yen bonuses = 0, standard = -1;
	tot_months_add_range(&year, month - MONTHS_OF_YEAR + 1, month + 1);
	const enum tot_status status = tot_jp_pay_of(&pay, &work->timeline, &year, ctx);
	if (status != TOT_OK)
		return status;
	for (size_t i = 0; i < pay.count; i++) {
		bonuses += pay.months[i].bonus;
		if (pay.months[i].month == month)
			standard = pay.months[i].remuneration;
	}
	/* A month that was left before its last day is tested, but is no month of insurance. */
	if (standard < 0 && pay.count && !pay.unknown)
		standard = pay.months[pay.count - 1].remuneration;
	*doubt = standard < 0 ? TOT_INCOMPLETE_RECORD : tot_jp_pay_status(&pay, ctx);
	*out = tot_ratio_add(tot_ratio_of(standard, 1), tot_ratio_of(bonuses, MONTHS_OF_YEAR));
	return TOT_OK;
}

struct thresholds {
	struct tot_value upper, start;
	bool two; /* the rule below 65 with two thresholds */
};

static enum tot_status thresholds_of(struct thresholds *out, const struct tot_jp_work *work,
				     tot_month month, const struct tot_ctx *ctx)
{
	struct tot_date day = tot_month_first_day(month);
	out->two = month <= work->ages.month_65 &&
		   tot_date_compare(day, tot_jp_day(ctx->law, TOT_JP_DAY_WORK_ONE_RULE)) <= 0;
	if (tot_date_compare(ctx->as_of, day) < 0)
		day = ctx->as_of;
	const struct tot_at at = {.day = tot_date_to_day(day)};
	enum tot_status status = tot_jp_figure(&out->upper, ctx->law, TOT_JP_WORK_THRESHOLD, &at);
	if (status == TOT_OK && out->two)
		status = tot_jp_figure(&out->start, ctx->law, TOT_JP_WORK_THRESHOLD_UNDER_65, &at);
	return status;
}

static struct tot_ratio half(struct tot_ratio ratio)
{
	return tot_ratio_mul(ratio, tot_ratio_of(1, 2));
}

static bool above(struct tot_ratio a, struct tot_ratio b)
{
	return tot_ratio_compare(a, b) > 0;
}

/* EPA s. 46 (1): half of what pension and remuneration together exceed. */
static struct tot_ratio one_threshold(struct tot_ratio b, struct tot_ratio t,
				      const struct thresholds *limits)
{
	return half(tot_ratio_sub(tot_ratio_add(b, t), tot_ratio_of(limits->upper.value, 1)));
}

/* EPA suppl. s. 11 (1) as it stood until 2022-03, with its four formulas. */
static struct tot_ratio two_thresholds(struct tot_ratio b, struct tot_ratio t,
				       const struct thresholds *limits)
{
	const struct tot_ratio start = tot_ratio_of(limits->start.value, 1);
	const struct tot_ratio upper = tot_ratio_of(limits->upper.value, 1);
	const struct tot_ratio beyond = tot_ratio_sub(t, upper);
	if (!above(b, start)) {
		const struct tot_ratio pay = above(t, upper) ? upper : t;
		const struct tot_ratio first = half(tot_ratio_sub(tot_ratio_add(pay, b), start));
		return above(t, upper) ? tot_ratio_add(first, beyond) : first;
	}
	return above(t, upper) ? tot_ratio_add(half(upper), beyond) : half(t);
}

static void explain_step(const struct tot_jp_suspension *s, struct tot_ratio b, struct tot_ratio t,
			 const struct thresholds *limits, tot_month month, struct tot_ctx *ctx)
{
	char monthly[TOT_JP_TEXT], pay[TOT_JP_TEXT], text[TOT_JP_TEXT], at[TOT_DATE_TEXT];
	tot_trace_begin(ctx->trace, "", "pension beside work (earnings test)");
	tot_trace_law(ctx->trace, limits->two ? "Employees' Pension Insurance Act suppl. s. 11, "
						"until 2022-03"
					      : "Employees' Pension Insurance Act s. 46");
	tot_trace_result(ctx->trace, "JPY a month suspended", "%s",
			 tot_jp_grouped(text, s->monthly, 2));
	tot_jp_grouped(monthly, b, 2);
	tot_jp_grouped(pay, t, 2);
	if (limits->two)
		tot_trace_formula(ctx->trace, "two thresholds, %s and %s", monthly, pay);
	else
		tot_trace_formula(ctx->trace, "(%s + %s - %lld) / 2, not below 0, at most %s",
				  monthly, pay, (long long)limits->upper.value, monthly);
	tot_trace_input(ctx->trace, "month", "%s", tot_month_print(at, month));
	tot_trace_input(ctx->trace, "pension a month", "%s JPY", monthly);
	tot_trace_input(ctx->trace, "remuneration with a twelfth of the bonuses", "%s JPY", pay);
	tot_trace_input(ctx->trace, "share suspended", "%s", tot_jp_exact(text, s->share));
	tot_trace_value(ctx->trace, "threshold", &limits->upper);
	if (limits->two)
		tot_trace_value(ctx->trace, "first threshold below 65", &limits->start);
	tot_trace_end(ctx->trace);
}

enum tot_status tot_jp_suspended(struct tot_jp_suspension *out, const struct tot_jp_work *work,
				 tot_month month, struct tot_ratio yearly, bool explain,
				 struct tot_ctx *ctx)
{
	const struct tot_ratio nothing = tot_ratio_of(0, 1);
	struct tot_ratio pay;
	struct thresholds limits;
	*out = (struct tot_jp_suspension){.share = nothing, .monthly = nothing};
	const struct tot_date first = tot_month_first_day(month);
	/* EPA s. 46 (1): a day of insurance that goes on from the month before. */
	out->tested = at_work(&work->timeline, first) &&
		      at_work(&work->timeline, tot_date_add_days(first, -1));
	if (!out->tested)
		return TOT_OK;
	enum tot_status status = remuneration(&pay, &out->status, work, month, ctx);
	if (status != TOT_OK)
		return status;
	out->unknown = out->status == TOT_INCOMPLETE_RECORD ||
		       thresholds_of(&limits, work, month, ctx) != TOT_OK;
	if (out->unknown)
		return TOT_OK;
	int64_t fine; /* no share notices the millionth of a yen, and 64 bits hold it */
	status = tot_ratio_round(&fine, yearly, FINE, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	const struct tot_ratio pension =
		tot_ratio_mul(tot_ratio_of(fine, FINE), tot_ratio_of(1, MONTHS_OF_YEAR));
	out->monthly = limits.two ? two_thresholds(pension, pay, &limits)
				  : one_threshold(pension, pay, &limits);
	if (!above(out->monthly, nothing))
		out->monthly = nothing;
	if (above(out->monthly, pension))
		out->monthly = pension;
	if (above(pension, nothing))
		out->share = tot_ratio_div(out->monthly, pension);
	if (explain && ctx->trace)
		explain_step(out, pension, pay, &limits, month, ctx);
	return out->share.overflow ? TOT_ERR_OVERFLOW : TOT_OK;
}

void tot_jp_say_suspended(struct tot_benefit *benefit, const struct tot_jp_suspension *suspension,
			  struct tot_ctx *ctx)
{
	char share[TOT_JP_TEXT], monthly[TOT_JP_TEXT];
	if (suspension->unknown) {
		tot_benefit_reason(benefit, ctx,
				   "beside work a part may be suspended (earnings test); the pay "
				   "or the threshold of the first month is not known");
		return;
	}
	tot_benefit_factor(benefit, ctx, "suspended_share", "%s",
			   tot_jp_exact(share, suspension->share));
	if (suspension->monthly.num > 0)
		tot_benefit_reason(benefit, ctx,
				   "beside the work of the first month %s yen a month are not paid "
				   "(earnings test); the amount is that before it",
				   tot_jp_grouped(monthly, suspension->monthly, 0));
}

#define SHARE_SCALE 1000000000

enum tot_status tot_jp_payment_rate(struct tot_ratio *out, const struct tot_jp_work *work,
				    tot_month right, tot_month claim, struct tot_ratio yearly,
				    struct tot_ctx *ctx)
{
	const int64_t months = claim - right;
	int64_t paid = 0, share;
	for (tot_month month = right + 1; month <= claim; month++) {
		struct tot_jp_suspension one;
		enum tot_status status = tot_jp_suspended(&one, work, month, yearly, false, ctx);
		if (status == TOT_OK)
			status = tot_ratio_round(&share, one.share, SHARE_SCALE, TOT_HALF_UP);
		if (status != TOT_OK)
			return status;
		paid += SHARE_SCALE - share;
	}
	if (months <= 0 || paid == SHARE_SCALE * months) {
		*out = tot_ratio_of(1, 1);
		return TOT_OK;
	}
	const enum tot_status status = tot_mul_div(&paid, paid, 1, months, TOT_HALF_UP);
	if (status == TOT_OK)
		*out = tot_ratio_of(paid, SHARE_SCALE);
	return status;
}
