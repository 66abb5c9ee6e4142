/* What a month of employees' insurance weighs: grades, bonuses, spread and average pay. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <stdio.h>
#include <string.h>

enum tot_status tot_jp_standard_remuneration(tot_yen *out, tot_yen pay, tot_month month,
					     const struct tot_law *law)
{
	struct tot_value grade;
	const struct tot_at at = {
		.day = tot_date_to_day(tot_month_first_day(month)), .month = month, .number = pay};
	const enum tot_status status = tot_jp_figure(&grade, law, TOT_JP_GRADE, &at);
	if (status == TOT_OK)
		*out = grade.value;
	return status;
}

static enum tot_status cap_bonus(tot_yen *io, tot_month month, const struct tot_law *law)
{
	struct tot_value cap;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	const enum tot_status status = tot_jp_figure(&cap, law, TOT_JP_BONUS_CAP, &at);
	if (status == TOT_OK && *io > cap.value)
		*io = cap.value;
	return status;
}

void tot_jp_pay_rules_of(struct tot_jp_pay_rules *out, const struct tot_ctx *ctx)
{
	*out = (struct tot_jp_pay_rules){
		.law = ctx->law,
		.wage_year = tot_jp_wage_year(ctx),
		.total_pay = tot_month_of(tot_jp_day(ctx->law, TOT_JP_DAY_TOTAL_PAY))};
}

/* EPA s. 24-4: each bonus to 1,000 yen down. */
static enum tot_status add_bonus(tot_yen *sum, tot_yen bonus, tot_month month,
				 const struct tot_law *law)
{
	struct tot_value step;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(month))};
	enum tot_status status = tot_jp_figure(&step, law, TOT_JP_BONUS_STEP, &at);
	tot_yen cut;
	if (status == TOT_OK)
		status = tot_round_to(&cut, bonus, step.value, TOT_DOWN);
	return status == TOT_OK ? tot_add(sum, *sum, cut) : status;
}

enum tot_status tot_jp_standard_bonus(tot_yen *out, const tot_yen *bonuses, size_t count,
				      tot_month month, const struct tot_law *law)
{
	tot_yen sum = 0;
	enum tot_status status = TOT_OK;
	const bool counts = month >= tot_month_of(tot_jp_day(law, TOT_JP_DAY_TOTAL_PAY));
	for (size_t i = 0; counts && i < count && status == TOT_OK; i++)
		status = add_bonus(&sum, bonuses[i], month, law);
	if (status == TOT_OK && sum > 0)
		status = cap_bonus(&sum, month, law);
	if (status == TOT_OK)
		*out = sum;
	return status;
}

int tot_jp_wage_year(const struct tot_ctx *ctx)
{
	struct tot_value value;
	int64_t last;
	const enum tot_status status =
		tot_law_last(&value, &last, ctx->law, &tot_jp_figures, TOT_JP_WAGE_YEAR);
	return status == TOT_OK && last < ctx->as_of.year ? (int)last : ctx->as_of.year;
}

/* Months of a year that the record covers under the month rule, as written (DECISIONS 29). */
static int covered_months(const struct tot_span *span, int year)
{
	const struct tot_period *record = span->record;
	const struct tot_date to = tot_date_is_none(record->to) ? span->to : record->to;
	const tot_month first = tot_month_of(record->from);
	tot_month end = tot_month_of(tot_date_add_days(to, 1));
	if (end == first)
		end++;
	const tot_month january = tot_month_make(year, 1);
	const tot_month from = first > january ? first : january;
	const tot_month until = end < january + 12 ? end : january + 12;
	return until > from ? until - from : 0;
}

/* Pay that grows changes in January only: the last one worked out is kept. */
static enum tot_status base_pay(int64_t *out, struct tot_jp_pay_rules *rules,
				const struct tot_period *record, tot_month month)
{
	const bool grows = record->pay.growth != 0;
	if (grows && rules->record == record && rules->year == tot_month_year(month)) {
		*out = rules->amount;
		return TOT_OK;
	}
	const enum tot_status status = tot_pay_monthly(out, record, month, rules->wage_year);
	if (status == TOT_OK && grows) {
		rules->record = record;
		rules->year = tot_month_year(month);
		rules->amount = *out;
	}
	return status;
}

static enum tot_status monthly_pay(struct tot_ratio *pay, tot_yen *bonus,
				   struct tot_jp_pay_rules *rules, const struct tot_period *record,
				   tot_month month)
{
	int64_t amount;
	enum tot_status status = base_pay(&amount, rules, record, month);
	if (status != TOT_OK)
		return status;
	*pay = tot_ratio_of(amount, 1);
	if (month < rules->total_pay)
		return TOT_OK;
	for (size_t i = 0; i < record->pay.bonus_count; i++) {
		const struct tot_bonus *item = &record->pay.bonuses[i];
		if (item->month != month && item->every != tot_month_number(month))
			continue;
		status = add_bonus(bonus, item->amount, month, rules->law);
		if (status != TOT_OK)
			return status;
	}
	return TOT_OK;
}

enum tot_status tot_jp_record_pay(struct tot_ratio *pay, tot_yen *bonus, bool *graded,
				  struct tot_jp_pay_rules *rules, const struct tot_span *span,
				  tot_month month)
{
	const struct tot_period *record = span->record;
	int64_t year_pay;
	*bonus = 0;
	*graded = true;
	if (record->pay.form == TOT_PAY_NONE || strcmp(tot_pay_currency(record, month), "JPY") != 0)
		return TOT_INCOMPLETE_RECORD;
	if (record->pay.form == TOT_PAY_MONTHLY)
		return monthly_pay(pay, bonus, rules, record, month);
	if (record->pay.form == TOT_PAY_YEARLY) {
		const int year = tot_month_year(month);
		const int months = covered_months(span, year);
		if (months == 0 || !tot_pay_year(&year_pay, record, year))
			return TOT_INCOMPLETE_RECORD;
		*pay = tot_ratio_of(year_pay, months);
		return TOT_OK;
	}
	if (record->pay.form != TOT_PAY_AVERAGE && record->pay.form != TOT_PAY_AVERAGE_REVALUED)
		return TOT_INCOMPLETE_RECORD;
	*graded = false;
	*pay = tot_ratio_of(record->pay.amount, 1);
	return TOT_OK;
}

/* All employers of one month: pay added, then graded; bonuses added, then capped (EPA s. 24). */
static enum tot_status pay_of_month(struct tot_jp_pay_month *out, struct tot_jp_pay_rules *rules,
				    const struct tot_timeline *own, tot_month month)
{
	struct tot_ratio to_grade = tot_ratio_of(0, 1), as_given = to_grade;
	tot_yen bonus = 0, standard = 0, given = 0, cut = 0;
	bool any_graded = false, revalued = false;
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if (span->kind != TOT_EMPLOYMENT || !tot_months_has(&span->months, month))
			continue;
		struct tot_ratio pay;
		tot_yen extra;
		bool graded;
		status = tot_jp_record_pay(&pay, &extra, &graded, rules, span, month);
		if (status != TOT_OK)
			return status;
		any_graded = any_graded || graded;
		revalued = revalued || span->record->pay.form == TOT_PAY_AVERAGE_REVALUED;
		struct tot_ratio *sum = graded ? &to_grade : &as_given;
		*sum = tot_ratio_add(*sum, pay);
		status = tot_add(&bonus, bonus, extra);
		if (status != TOT_OK)
			return status;
	}
	status = tot_ratio_round(&cut, to_grade, 1, TOT_DOWN);
	if (status == TOT_OK && any_graded)
		status = tot_jp_standard_remuneration(&standard, cut, month, rules->law);
	if (status == TOT_OK)
		status = tot_ratio_round(&given, as_given, 1, TOT_EXACT_ONLY);
	if (status == TOT_OK && bonus > 0)
		status = cap_bonus(&bonus, month, rules->law);
	*out = (struct tot_jp_pay_month){month, standard, bonus, cut, revalued};
	return status == TOT_OK ? tot_add(&out->remuneration, standard, given) : status;
}

/* Leave without premiums: every record of the month says so. */
static bool on_leave(const struct tot_timeline *own, tot_month month)
{
	bool leave = false;
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if (span->kind != TOT_EMPLOYMENT || !tot_months_has(&span->months, month))
			continue;
		if (!(span->flags & TOT_FLAG_PREMIUM_WAIVED))
			return false;
		leave = true;
	}
	return leave;
}

enum tot_status tot_jp_pay_of(struct tot_jp_pay *out, const struct tot_timeline *own,
			      const struct tot_months *within, struct tot_ctx *ctx)
{
	struct tot_months months = own->by_kind[TOT_EMPLOYMENT];
	tot_months_and(&months, within);
	const size_t count = (size_t)tot_months_count(&months);
	struct tot_jp_pay_rules rules;
	tot_jp_pay_rules_of(&rules, ctx);
	*out = (struct tot_jp_pay){0};
	out->months = tot_arena_alloc(ctx->arena, (count + 1) * sizeof(*out->months));
	if (!out->months)
		return TOT_ERR_MEMORY;
	for (tot_month month = tot_months_next(&months, 0); month != TOT_MONTH_NONE;
	     month = tot_months_next(&months, month + 1)) {
		struct tot_jp_pay_month *now = &out->months[out->count];
		const enum tot_status status = pay_of_month(now, &rules, own, month);
		if (status != TOT_OK && status != TOT_INCOMPLETE_RECORD &&
		    status != TOT_ERR_NO_PARAMETER)
			return status;
		/* EPA s. 81-2: leave counts with the remuneration before it, bonuses as paid. */
		const bool leave = out->count > 0 && on_leave(own, month);
		if (leave) {
			const tot_yen bonus = status == TOT_OK ? now->bonus : 0;
			*now = out->months[out->count - 1];
			now->month = month;
			now->bonus = bonus;
		}
		if (leave || status == TOT_OK) {
			out->revalued |= out->months[out->count++].revalued;
			continue;
		}
		if (out->unknown++ == 0)
			out->unknown_why = status == TOT_INCOMPLETE_RECORD
						   ? "no pay in yen is given"
						   : "no grade table is known before 1985-10";
	}
	return TOT_OK;
}

/* The months of one run of equal pay: how the standard remuneration came about. */
static void explain_run(const struct tot_jp_pay_month *run, size_t count, struct tot_ctx *ctx)
{
	char label[TOT_JP_TEXT], from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], text[TOT_JP_TEXT];
	struct tot_value grade;
	tot_yen bonuses = 0;
	const struct tot_at at = {.day = tot_date_to_day(tot_month_first_day(run->month)),
				  .month = run->month,
				  .number = run->pay};
	for (size_t i = 0; i < count; i++)
		bonuses += run[i].bonus;
	snprintf(label, sizeof(label), "%s to %s", tot_month_print(from, run->month),
		 tot_month_print(to, run[count - 1].month));
	tot_trace_begin(ctx->trace, "", label);
	tot_trace_result(ctx->trace, "JPY a month", "%s", tot_jp_yen(text, run->remuneration));
	if (run->pay > 0)
		tot_trace_input(ctx->trace, "pay", "%s JPY a month", tot_jp_yen(text, run->pay));
	if (bonuses > 0)
		tot_trace_input(ctx->trace, "standard bonuses in these months", "%s JPY",
				tot_jp_yen(text, bonuses));
	if (run->pay > 0 && tot_jp_figure(&grade, ctx->law, TOT_JP_GRADE, &at) == TOT_OK)
		tot_trace_value(ctx->trace, "grade", &grade);
	tot_trace_end(ctx->trace);
}

void tot_jp_explain_pay(const struct tot_jp_pay *pay, struct tot_ctx *ctx)
{
	if (!ctx->trace || pay->count == 0)
		return;
	tot_trace_begin(ctx->trace, "", "standard remuneration");
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act s. 20, s. 24-4");
	tot_trace_result(ctx->trace, "months", "%zu", pay->count);
	size_t first = 0;
	for (size_t i = 1; i <= pay->count; i++) {
		const struct tot_jp_pay_month *run = &pay->months[first];
		if (i < pay->count && pay->months[i].month == pay->months[i - 1].month + 1 &&
		    run->pay == pay->months[i].pay &&
		    run->remuneration == pay->months[i].remuneration)
			continue;
		explain_run(run, i - first, ctx);
		first = i;
	}
	tot_trace_end(ctx->trace);
}

enum tot_status tot_jp_pay_status(const struct tot_jp_pay *pay, const struct tot_ctx *ctx)
{
	if (pay->unknown)
		return TOT_INCOMPLETE_RECORD;
	const tot_month known = tot_month_make(tot_jp_wage_year(ctx), 12);
	return pay->count && pay->months[pay->count - 1].month > known ? TOT_PROJECTED : TOT_OK;
}
