/* Months that follow from residence and nationality: unpaid and complementary ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <string.h>

/* What the rules ask about a person, worked out once. */
struct facts {
	const struct tot_scenario *life;
	const struct tot_law *law;
	struct tot_jp_ages ages;
	tot_month np_from;	   /* first month of the National Pension */
	tot_month foreigners_from; /* first month of resident foreigners */
	struct tot_date settled;   /* permanent residence or naturalisation; none = never */
	struct tot_months owned;
};

/* Act 34/1985 suppl. s. 8 (5) no. 10, 11: permission or naturalisation before 65. */
static enum tot_status find_settled(struct facts *facts)
{
	const struct tot_person *person = &facts->life->person;
	int64_t age;
	const enum tot_status status = tot_jp_number(&age, facts->law, TOT_JP_AGE_PERMANENT_UNTIL);
	if (status != TOT_OK)
		return status;
	const struct tot_date limit = tot_age_reached(person->born, (struct tot_age){(int)age, 0});
	for (size_t i = 0; i < person->residence_count; i++) {
		const struct tot_residence *stay = &person->residence[i];
		if (stay->permanent && strcmp(stay->country, "JP") == 0 &&
		    tot_date_compare(stay->from, limit) < 0) {
			facts->settled = stay->from;
			break;
		}
	}
	for (size_t i = 0; i < person->nationality_count; i++) {
		const struct tot_nationality *nation = &person->nationalities[i];
		const bool naturalised = strcmp(nation->country, "JP") == 0 &&
					 !tot_date_is_none(nation->from) &&
					 tot_date_compare(nation->from, facts->ages.from_20) >= 0 &&
					 tot_date_compare(nation->from, limit) < 0;
		if (naturalised && (tot_date_is_none(facts->settled) ||
				    tot_date_compare(nation->from, facts->settled) < 0))
			facts->settled = nation->from;
	}
	return TOT_OK;
}

/* Work under German law keeps a resident out of category 1: a posting (DECISIONS 9). */
static bool works_abroad(const struct facts *facts, tot_month month)
{
	const struct tot_scenario *life = facts->life;
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *record = &life->periods[i];
		const bool work =
			record->kind == TOT_EMPLOYMENT || record->kind == TOT_SELF_EMPLOYMENT;
		if (work && strcmp(record->country, "DE") == 0 &&
		    month >= tot_month_of(record->from) &&
		    (tot_date_is_none(record->to) || month <= tot_month_of(record->to)))
			return true;
	}
	return tot_jp_posted_here(life, month, facts->law);
}

static bool refunded_later(const struct tot_scenario *life, struct tot_date day)
{
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_REFUND && strcmp(event->country, "JP") == 0 &&
		    tot_date_compare(day, event->on) <= 0)
			return true;
	}
	return false;
}

/* DECISIONS 9: what a month without a record of its own is. */
static enum tot_kind derived_kind(const struct facts *facts, tot_month month)
{
	const struct tot_person *person = &facts->life->person;
	const struct tot_date day = tot_month_last_day(month);
	const bool national = tot_person_national(person, "JP", day);
	const char *country = tot_person_residence(person, day);
	const bool resident = country && strcmp(country, "JP") == 0;
	if (resident && (national || month >= facts->foreigners_from))
		return works_abroad(facts, month) || refunded_later(facts->life, day)
			       ? TOT_KIND_COUNT
			       : TOT_UNPAID;
	/* Nationals abroad: NPA suppl. s. 7, Act 34/1985 suppl. s. 8 (5) no. 9. */
	if (national)
		return TOT_COMPLEMENTARY;
	/* No. 11: abroad until they settled; no. 10: in Japan while foreigners were shut out. */
	const bool settled_later = !tot_date_is_none(facts->settled) &&
				   (resident || tot_date_compare(day, facts->settled) < 0);
	return settled_later ? TOT_COMPLEMENTARY : TOT_KIND_COUNT;
}

enum tot_status tot_jp_add_runs(struct tot_timeline *io, const struct tot_months *set,
				enum tot_kind kind, struct tot_ctx *ctx)
{
	tot_month first, end;
	for (tot_month at = 0; tot_months_run(set, at, &first, &end); at = end) {
		struct tot_span *span = tot_jp_add_span(io, ctx);
		if (!span)
			return TOT_ERR_MEMORY;
		span->kind = kind;
		span->from = tot_month_first_day(first);
		span->to = tot_month_last_day(end - 1);
		span->derived = true;
		tot_months_add_range(&span->months, first, end);
	}
	return TOT_OK;
}

enum tot_status tot_jp_derive(struct tot_timeline *io, const struct tot_scenario *life,
			      struct tot_ctx *ctx)
{
	if (life->person.residence_count == 0)
		return TOT_OK;
	struct facts facts = {.life = life, .law = ctx->law};
	enum tot_status status = tot_jp_ages_of(&facts.ages, life->person.born, ctx->law);
	if (status == TOT_OK)
		status = find_settled(&facts);
	if (status != TOT_OK)
		return status;
	facts.np_from = tot_month_of(tot_jp_day(ctx->law, TOT_JP_DAY_NATIONAL_PENSION));
	facts.foreigners_from = tot_month_of(tot_jp_day(ctx->law, TOT_JP_DAY_FOREIGNERS));
	for (size_t i = 0; i < io->span_count; i++)
		tot_months_or(&facts.owned, &io->spans[i].months);
	const tot_month first =
		facts.ages.month_20 > facts.np_from ? facts.ages.month_20 : facts.np_from;
	struct tot_months unpaid = {{0}}, complementary = {{0}};
	for (tot_month month = first; month < facts.ages.month_60; month++) {
		if (tot_months_has(&facts.owned, month))
			continue;
		const enum tot_kind kind = derived_kind(&facts, month);
		if (kind == TOT_UNPAID)
			tot_months_add(&unpaid, month);
		else if (kind == TOT_COMPLEMENTARY)
			tot_months_add(&complementary, month);
	}
	status = tot_jp_add_runs(io, &unpaid, TOT_UNPAID, ctx);
	return status == TOT_OK ? tot_jp_add_runs(io, &complementary, TOT_COMPLEMENTARY, ctx)
				: status;
}
