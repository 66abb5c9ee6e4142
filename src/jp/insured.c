/* Who was insured how by the law of the day: what records may not be, and what they become. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voluntary.h"

#include <string.h>

bool tot_jp_abroad(const struct tot_person *person, tot_month month)
{
	const char *country = tot_person_residence(person, tot_month_last_day(month));
	return person->residence_count > 0 && (!country || strcmp(country, "JP") != 0);
}

static bool national(const struct tot_person *person, tot_month month)
{
	return tot_person_national(person, "JP", tot_month_last_day(month));
}

/* Take months from a span; `to_complementary` collects those that count for entitlement only. */
static void take(struct tot_span *span, tot_month from, tot_month end,
		 struct tot_months *to_complementary)
{
	struct tot_months months = span->months;
	tot_months_clip(&months, from, end);
	tot_months_andnot(&span->months, &months);
	if (to_complementary)
		tot_months_or(to_complementary, &months);
}

/* EPA s. 14 no. 5: until 2002-03 the employees' insurance ended at 65. */
static enum tot_status end_at_65(struct tot_span *span, struct tot_date born,
				 const struct tot_law *law)
{
	int64_t age;
	const enum tot_status status = tot_jp_number(&age, law, TOT_JP_AGE_EMPLOYEES_BEFORE_2002);
	if (status == TOT_OK)
		take(span, tot_month_of(tot_age_reached(born, (struct tot_age){(int)age, 0})),
		     tot_month_of(tot_jp_day(law, TOT_JP_DAY_EMPLOYEES_70)), NULL);
	return status;
}

/*
 * Category 3 exists since 1986-04; before, an employee's spouse who did not join has complementary
 * months (Act 34/1985 suppl. s. 8 (5) no. 1). Since 2020-04 it needs residence in Japan (NPA
 * s. 7 (1) no. 3).
 */
static void category_3(struct tot_span *span, const struct tot_person *person,
		       struct tot_months *complementary, const struct tot_law *law)
{
	const tot_month begun = tot_month_of(tot_jp_day(law, TOT_JP_DAY_CATEGORY_3));
	const tot_month resident = tot_month_of(tot_jp_day(law, TOT_JP_DAY_CATEGORY_3_RESIDENT));
	take(span, 0, begun, complementary);
	for (tot_month month = tot_months_next(&span->months, resident); month != TOT_MONTH_NONE;
	     month = tot_months_next(&span->months, month + 1))
		if (tot_jp_abroad(person, month))
			take(span, month, month + 1, NULL);
}

/* A national abroad who joined and did not pay: complementary (Act 62/2012, since 2014-04). */
static void unpaid_abroad(struct tot_span *span, const struct tot_person *person,
			  struct tot_months *complementary)
{
	for (tot_month month = tot_months_next(&span->months, 0); month != TOT_MONTH_NONE;
	     month = tot_months_next(&span->months, month + 1))
		if (tot_jp_abroad(person, month) && national(person, month))
			take(span, month, month + 1, complementary);
}

enum tot_status tot_jp_trim(struct tot_timeline *io, const struct tot_scenario *life,
			    struct tot_ctx *ctx)
{
	bool any_voluntary = false;
	struct tot_months complementary = {{0}};
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < io->span_count && status == TOT_OK; i++) {
		struct tot_span *span = &io->spans[i];
		any_voluntary = any_voluntary || span->kind == TOT_VOLUNTARY;
		if (span->kind == TOT_EMPLOYMENT)
			status = end_at_65(span, life->person.born, ctx->law);
		else if (span->kind == TOT_DEPENDENT_SPOUSE)
			category_3(span, &life->person, &complementary, ctx->law);
		else if (span->kind == TOT_UNPAID)
			unpaid_abroad(span, &life->person, &complementary);
	}
	if (status == TOT_OK)
		status = tot_jp_add_runs(io, &complementary, TOT_COMPLEMENTARY, ctx);
	if (status == TOT_OK && any_voluntary)
		status = tot_jp_voluntary_months(io, life, ctx);
	return status;
}
