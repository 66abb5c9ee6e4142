/* Months that voluntary insurance may have: who, from when, as long as they are needed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voluntary.h"

#include <string.h>

/* Abroad: nationals, and whom an agreement lets in (Act 104/2007 s. 8). */
bool tot_jp_may_insure_abroad(const struct tot_timeline *own, const struct tot_scenario *life,
			      tot_month month, const struct tot_law *law)
{
	const struct tot_agreement *agreement;
	if (tot_person_national(&life->person, "JP", tot_month_last_day(month)))
		return true;
	for (size_t i = 0; (agreement = tot_law_agreement(law, i)) != NULL; i++)
		for (size_t r = 0; r < agreement->voluntary_count; r++)
			if (strcmp(agreement->voluntary[r].party, "JP") == 0 &&
			    tot_voluntary_rule_holds(agreement, &agreement->voluntary[r], own, life,
						     tot_month_last_day(month)))
				return true;
	return false;
}

/*
 * From 60 until the pension is full (NPA suppl. s. 5 (5) no. 4); from 65 until the years are met
 * (Act 95/1994 suppl. s. 11, Act 104/2004 suppl. s. 23).
 */
enum tot_status tot_jp_voluntary_needed(bool *out, const struct tot_timeline *own,
					const struct tot_jp_voluntary *facts, tot_month month,
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

/* Month of the claim by which the plan draws a pension; TOT_MONTH_LIMIT without a wanted month. */
static tot_month claimed_in(const struct tot_claim *claim, struct tot_date born)
{
	if (strcmp(claim->country, "JP") != 0)
		return TOT_MONTH_LIMIT;
	if (claim->when == TOT_CLAIM_AGE)
		return tot_month_of(tot_age_reached(born, claim->age));
	return claim->when == TOT_CLAIM_START ? claim->start - 1 : TOT_MONTH_LIMIT;
}

/* Month before a pension that is drawn already. */
static tot_month drawn_from(const struct tot_event *event)
{
	const bool drawn = event->kind == TOT_EVENT_BENEFIT && strcmp(event->country, "JP") == 0 &&
			   strcmp(event->what, "old_age") == 0;
	return drawn ? tot_month_of(event->on) - 1 : TOT_MONTH_LIMIT;
}

/*
 * Who draws the basic pension early may not insure himself any more (NPA suppl. s. 5 (1) no. 2):
 * month of the claim; TOT_MONTH_LIMIT without one, or while the years are not met.
 */
static enum tot_status find_early_claim(struct tot_jp_voluntary *out,
					const struct tot_timeline *own,
					const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const struct tot_view view = {.life = life, .own = own};
	enum tot_status status = TOT_OK;
	out->claimed = TOT_MONTH_LIMIT;
	for (size_t i = 0; i < life->event_count; i++) {
		const tot_month month = drawn_from(&life->events[i]);
		if (month < out->ages.month_65 && month < out->claimed)
			out->claimed = month;
	}
	for (size_t i = 0; i < life->claim_count && status == TOT_OK; i++) {
		struct tot_qualifying test = {0};
		const tot_month month = claimed_in(&life->claims[i], life->person.born);
		if (month >= out->ages.month_65 || month >= out->claimed)
			continue;
		status = tot_jp_test(&test, TOT_JP_BASIC, &view, month, month, ctx);
		if (test.met)
			out->claimed = month;
	}
	return status;
}

enum tot_status tot_jp_voluntary_of(struct tot_jp_voluntary *out, const struct tot_timeline *own,
				    const struct tot_scenario *life, struct tot_ctx *ctx)
{
	struct tot_value full;
	enum tot_status status = tot_jp_ages_of(&out->ages, life->person.born, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&full, ctx->law, TOT_JP_FULL_MONTHS, life->person.born);
	if (status != TOT_OK)
		return status;
	out->full = (int)full.value;
	return find_early_claim(out, own, life, ctx);
}

/* The months of one record, one after the other: the right must exist before the month does. */
static enum tot_status trim(struct tot_span *span, struct tot_timeline *io,
			    const struct tot_jp_voluntary *facts, const struct tot_scenario *life,
			    struct tot_ctx *ctx)
{
	for (tot_month month = tot_months_next(&span->months, 0); month != TOT_MONTH_NONE;
	     month = tot_months_next(&span->months, month + 1)) {
		bool needed;
		struct tot_months one = {{0}};
		tot_months_add(&one, month);
		tot_months_andnot(&span->months, &one);
		tot_timeline_collect(io);
		const enum tot_status status =
			tot_jp_voluntary_needed(&needed, io, facts, month, life, ctx);
		if (status != TOT_OK)
			return status;
		if (needed && month < facts->claimed &&
		    (!tot_jp_abroad(&life->person, month) ||
		     tot_jp_may_insure_abroad(io, life, month, ctx->law)))
			tot_months_add(&span->months, month);
	}
	return TOT_OK;
}

enum tot_status tot_jp_voluntary_months(struct tot_timeline *io, const struct tot_scenario *life,
					struct tot_ctx *ctx)
{
	struct tot_jp_voluntary facts;
	tot_timeline_collect(io);
	enum tot_status status = tot_jp_voluntary_of(&facts, io, life, ctx);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	for (size_t i = 0; i < io->span_count && status == TOT_OK; i++)
		if (io->spans[i].kind == TOT_VOLUNTARY)
			status = trim(&io->spans[i], io, &facts, life, ctx);
	return status;
}
