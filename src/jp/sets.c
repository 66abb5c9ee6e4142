/* Sets of months that the tests and the basic pension count. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

/* NPA s. 26, suppl. s. 9: paid, exempt and deferred months, complementary months. */
void tot_jp_qualifying_months(struct tot_months *out, const struct tot_timeline *own)
{
	tot_timeline_kinds(out, own, TOT_JP_QUALIFYING_KINDS);
}

/* Months at 20-59 since 1961-04 (Act 34/1985 suppl. s. 8 (4)). */
static enum tot_status category_2_window(tot_month *from, tot_month *end, struct tot_date born,
					 const struct tot_law *law)
{
	struct tot_jp_ages ages;
	const enum tot_status status = tot_jp_ages_of(&ages, born, law);
	if (status != TOT_OK)
		return status;
	const tot_month first = tot_month_of(tot_jp_day(law, TOT_JP_DAY_NATIONAL_PENSION));
	*from = ages.month_20 > first ? ages.month_20 : first;
	*end = ages.month_60;
	return TOT_OK;
}

enum tot_status tot_jp_within_basic(struct tot_months *io, struct tot_date born,
				    const struct tot_law *law)
{
	tot_month from, end;
	const enum tot_status status = category_2_window(&from, &end, born, law);
	if (status == TOT_OK)
		tot_months_clip(io, from, end);
	return status;
}

enum tot_status tot_jp_basic_set(struct tot_months *out, const struct tot_timeline *own,
				 struct tot_date born, const struct tot_law *law)
{
	struct tot_months employees = own->by_kind[TOT_EMPLOYMENT];
	const enum tot_status status = tot_jp_within_basic(&employees, born, law);
	if (status != TOT_OK)
		return status;
	tot_timeline_kinds(out, own,
			   (TOT_JP_PAID_KINDS | TOT_JP_EXEMPT_KINDS) &
				   ~TOT_KIND_BIT(TOT_EMPLOYMENT));
	tot_months_or(out, &employees);
	return TOT_OK;
}

enum tot_status tot_jp_basic_months_of(struct tot_jp_basic_months *out,
				       const struct tot_timeline *own, tot_month end,
				       struct tot_date born, const struct tot_law *law)
{
	static const enum tot_kind kinds[TOT_JP_WEIGHTS] = {
		[TOT_JP_QUARTER_EXEMPT] = TOT_EXEMPT_QUARTER,
		[TOT_JP_HALF_EXEMPT] = TOT_EXEMPT_HALF,
		[TOT_JP_THREE_QUARTER_EXEMPT] = TOT_EXEMPT_THREE_QUARTERS,
		[TOT_JP_FULL_EXEMPT] = TOT_EXEMPT_FULL};
	struct tot_months all;
	const enum tot_status status = tot_jp_basic_set(&all, own, born, law);
	if (status != TOT_OK)
		return status;
	tot_months_clip(&all, 0, end);
	const tot_month half = tot_month_of(tot_jp_day(law, TOT_JP_DAY_HALF_STATE));
	for (int weight = TOT_JP_WEIGHTS - 1; weight >= TOT_JP_PAID; weight--) {
		struct tot_months months = all;
		if (weight != TOT_JP_PAID)
			tot_months_and(&months, &own->by_kind[kinds[weight]]);
		tot_months_andnot(&all, &months);
		out->until_2009_03[weight] = tot_months_count_range(&months, 0, half);
		out->from_2009_04[weight] = tot_months_count_range(&months, half, TOT_MONTH_LIMIT);
	}
	return TOT_OK;
}
