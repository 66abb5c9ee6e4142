/* Who was insured how by the law of the day: what records may not be, and what they become. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

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

/* Abroad: nationals, and whom an agreement lets in (Act 104/2007 s. 8). */
static bool may_insure_abroad(const struct tot_timeline *own, const struct tot_scenario *life,
			      tot_month month, const struct tot_law *law)
{
	const struct tot_agreement *agreement;
	if (national(&life->person, month))
		return true;
	for (size_t i = 0; (agreement = tot_law_agreement(law, i)) != NULL; i++)
		for (size_t r = 0; r < agreement->voluntary_count; r++)
			if (strcmp(agreement->voluntary[r].party, "JP") == 0 &&
			    tot_voluntary_rule_holds(agreement, &agreement->voluntary[r], own, life,
						     tot_month_last_day(month)))
				return true;
	return false;
}

/* What voluntary months are for, as they go by. */
struct voluntary {
	struct tot_jp_ages ages;
	int full; /* months of a full pension */
};

/*
 * From 60 until the pension is full (NPA suppl. s. 5 (5) no. 4); from 65 until the years are met
 * (Act 95/1994 suppl. s. 11, Act 104/2004 suppl. s. 23).
 */
static enum tot_status still_needed(bool *out, const struct tot_timeline *own,
				    const struct voluntary *facts, tot_month month,
				    const struct tot_scenario *life, struct tot_ctx *ctx)
{
	struct tot_jp_basic_months months;
	struct tot_ratio weighted;
	*out = true;
	if (month < facts->ages.month_60)
		return TOT_OK;
	enum tot_status status =
		tot_jp_basic_months_of(&months, own, month, life->person.born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_weighted_months(&weighted, &months, facts->full, ctx->law);
	if (status != TOT_OK)
		return status;
	*out = tot_ratio_compare(weighted, tot_ratio_of(facts->full, 1)) < 0;
	if (month < facts->ages.month_65)
		return TOT_OK;
	const struct tot_view view = {.life = life, .own = own};
	struct tot_qualifying test = {0};
	status = tot_jp_test(&test, TOT_JP_BASIC, &view, month, month, ctx);
	*out = *out && !test.met;
	return status;
}

/*
 * Who draws the basic pension early may not insure himself any more (NPA suppl. s. 5 (1) no. 2):
 * month of the claim; TOT_MONTH_LIMIT without one, or while the years are not met.
 */
static enum tot_status early_claim(tot_month *out, const struct tot_timeline *own,
				   const struct voluntary *facts, const struct tot_scenario *life,
				   struct tot_ctx *ctx)
{
	const struct tot_view view = {.life = life, .own = own};
	enum tot_status status = TOT_OK;
	*out = TOT_MONTH_LIMIT;
	for (size_t i = 0; i < life->claim_count && status == TOT_OK; i++) {
		const struct tot_claim *claim = &life->claims[i];
		struct tot_qualifying test = {0};
		tot_month month = TOT_MONTH_LIMIT;
		if (strcmp(claim->country, "JP") != 0)
			continue;
		if (claim->when == TOT_CLAIM_AGE)
			month = tot_month_of(tot_age_reached(life->person.born, claim->age));
		else if (claim->when == TOT_CLAIM_START)
			month = claim->start - 1;
		if (month >= facts->ages.month_65 || month >= *out)
			continue;
		status = tot_jp_test(&test, TOT_JP_BASIC, &view, month, month, ctx);
		if (test.met)
			*out = month;
	}
	return status;
}

/* The months of voluntary records, one after the other. */
static enum tot_status voluntary_months(struct tot_timeline *io, const struct tot_scenario *life,
					struct tot_ctx *ctx)
{
	struct voluntary facts;
	struct tot_value full;
	enum tot_status status = tot_jp_ages_of(&facts.ages, life->person.born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&full, ctx->law, TOT_JP_FULL_MONTHS, life->person.born);
	if (status != TOT_OK)
		return status == TOT_ERR_NO_PARAMETER ? TOT_OK : status;
	facts.full = (int)full.value;
	tot_timeline_collect(io);
	tot_month claimed;
	status = early_claim(&claimed, io, &facts, life, ctx);
	if (status != TOT_OK)
		return status;
	for (size_t i = 0; i < io->span_count; i++) {
		struct tot_span *span = &io->spans[i];
		if (span->kind != TOT_VOLUNTARY)
			continue;
		for (tot_month month = tot_months_next(&span->months, 0); month != TOT_MONTH_NONE;
		     month = tot_months_next(&span->months, month + 1)) {
			bool needed;
			/* The right must exist before the month does. */
			take(span, month, month + 1, NULL);
			tot_timeline_collect(io);
			status = still_needed(&needed, io, &facts, month, life, ctx);
			if (status != TOT_OK)
				return status;
			if (needed && month < claimed &&
			    (!tot_jp_abroad(&life->person, month) ||
			     may_insure_abroad(io, life, month, ctx->law)))
				tot_months_add(&span->months, month);
		}
	}
	return TOT_OK;
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
		status = voluntary_months(io, life, ctx);
	return status;
}
