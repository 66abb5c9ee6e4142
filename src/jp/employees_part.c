/* Which months make up an employees' pension, and what they are worth. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

#include <string.h>

bool tot_jp_at_face(const struct tot_view *view)
{
	const char *choice = tot_scenario_choice(view->life, "jp.employees.revaluation", "on");
	return strcmp(choice, "off") == 0;
}

static bool employed_on(const struct tot_timeline *own, struct tot_date day)
{
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		if (span->kind == TOT_EMPLOYMENT && tot_date_compare(span->from, day) <= 0 &&
		    tot_date_compare(day, span->to) <= 0)
			return true;
	}
	return false;
}

tot_month tot_jp_amount_end(const struct tot_timeline *own, tot_month month, tot_month right,
			    const struct tot_jp_ages *ages, bool early, const struct tot_law *law)
{
	if (!employed_on(own, tot_month_first_day(month)))
		return month;
	tot_month end = early ? month - 1 : right;
	int year = tot_month_year(month);
	if (month < tot_month_make(year, 10))
		year--;
	/* Base day 1 September: the right must exist, and the rule be in force. */
	const struct tot_date base = {year, 9, 1};
	const struct tot_date since = tot_jp_day(law, TOT_JP_DAY_YEARLY_RECALCULATION);
	const struct tot_date begun =
		right > ages->month_65 ? tot_month_first_day(right) : ages->until_65;
	if (!early && tot_date_compare(base, since) >= 0 && tot_date_compare(begun, base) <= 0 &&
	    tot_month_of(base) > end)
		end = tot_month_of(base);
	return end;
}

enum tot_status tot_jp_employees_part_of(struct tot_jp_employees_part *out,
					 const struct tot_view *view,
					 const struct tot_months *within, bool with_addition,
					 struct tot_ctx *ctx)
{
	const struct tot_date born = view->life->person.born;
	struct tot_months basic = *within;
	out->months = tot_months_count(within);
	enum tot_status status = tot_jp_within_basic(&basic, born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_pay_of(&out->pay, view->own, within, ctx);
	if (status != TOT_OK)
		return status;
	tot_jp_explain_pay(&out->pay, ctx);
	out->earnings_status = tot_jp_earnings_related(&out->earnings, &out->pay, born,
						       !tot_jp_at_face(view), ctx);
	if (out->earnings_status < 0 && out->earnings_status != TOT_ERR_NO_PARAMETER)
		return out->earnings_status;
	if (!with_addition)
		return TOT_OK;
	out->addition_status = tot_jp_transitional_addition(&out->addition, out->months,
							    tot_months_count(&basic), born, ctx);
	if (out->addition_status < 0 && out->addition_status != TOT_ERR_NO_PARAMETER)
		return out->addition_status;
	return TOT_OK;
}

bool tot_jp_part_complete(const struct tot_jp_employees_part *part)
{
	return part->earnings_status >= 0 && part->addition_status >= 0 && part->pay.unknown == 0;
}

void tot_jp_say_incomplete(struct tot_benefit *benefit, const struct tot_jp_employees_part *part,
			   struct tot_ctx *ctx)
{
	if (part->pay.unknown)
		tot_benefit_reason(benefit, ctx, "pay of %zu months unknown: %s", part->pay.unknown,
				   part->pay.unknown_why);
	if (part->earnings_status < 0 || part->addition_status < 0)
		tot_benefit_reason(
			benefit, ctx,
			"the law book has no revaluation table for fiscal year %d and this "
			"year of birth",
			tot_month_fiscal_year(tot_month_of(ctx->as_of)));
}
