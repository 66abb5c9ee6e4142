/* Who of the family has rights after a death, and on which day that is looked at (s. 46, s. 48). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/survivor.h"

#include <string.h>

#include "de/figures.h"
#include "de/payment.h"

static const char *const ids[TOT_DE_SURVIVOR_COUNT] = {
	[TOT_DE_WIDOW_SMALL] = "DE.survivor.widow_small",
	[TOT_DE_WIDOW_LARGE] = "DE.survivor.widow_large",
	[TOT_DE_ORPHAN_HALF] = "DE.survivor.orphan_half",
	[TOT_DE_ORPHAN_FULL] = "DE.survivor.orphan_full",
	[TOT_DE_REMARRIAGE] = "DE.survivor.remarriage_settlement",
};

const char *tot_de_survivor_id(enum tot_de_survivor kind)
{
	return ids[kind];
}

enum tot_de_survivor tot_de_survivor_kind(const char *id)
{
	int kind = 0;
	while (kind < TOT_DE_SURVIVOR_COUNT && strcmp(ids[kind], id) != 0)
		kind++;
	return (enum tot_de_survivor)kind;
}

static const struct tot_event *death_event(const struct tot_scenario *life)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DEATH)
			return &life->events[i];
	return NULL;
}

enum tot_status tot_de_death_of(struct tot_de_death *out, const struct tot_scenario *life,
				bool drew, struct tot_date as_of, const struct tot_law *law)
{
	struct tot_date first;
	const struct tot_date remarried = life->family.spouse.remarried;
	*out = (struct tot_de_death){.event = death_event(life), .drew = drew};
	if (!out->event)
		return TOT_OK;
	const enum tot_status status =
		tot_de_start_of_survivor(&first, out->event->on, drew, out->event->on, law);
	if (status < 0)
		return status;
	out->start = tot_month_of(first);
	out->look = tot_date_compare(first, as_of) > 0 ? first : as_of;
	if (!tot_date_is_none(remarried) && tot_date_compare(remarried, out->look) < 0)
		out->look = remarried;
	return TOT_OK;
}

struct tot_couple tot_de_couple_of(const struct tot_scenario *life, struct tot_date died)
{
	const struct tot_spouse *spouse = &life->family.spouse;
	return (struct tot_couple){spouse->born, life->person.born, spouse->married, died};
}

/* s. 100 (3): a right that ends in a month is paid to the end of the month. */
static bool younger(struct tot_date born, int64_t years, struct tot_date on)
{
	const struct tot_age age = {(int)years, 0};
	return tot_date_compare(born, on) <= 0 &&
	       tot_month_of(tot_age_reached(born, age)) >= tot_month_of(on);
}

enum tot_status tot_de_is_orphan(bool *out, const struct tot_child *child, struct tot_date on,
				 const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t basic, longer;
	enum tot_status status = tot_de_number(&basic, law, TOT_DE_ORPHAN_AGE, &at);
	if (status >= 0)
		status = tot_de_number(&longer, law, TOT_DE_ORPHAN_EDUCATION_AGE, &at);
	if (status < 0)
		return status;
	const bool learns = !tot_date_is_none(child->in_education_until) &&
			    tot_month_of(child->in_education_until) >= tot_month_of(on);
	*out = younger(child->born, basic, on) ||
	       ((learns || child->disabled) && younger(child->born, longer, on));
	return TOT_OK;
}

enum tot_status tot_de_orphans(int *out, const struct tot_family *family, struct tot_date on,
			       const struct tot_law *law)
{
	*out = 0;
	for (size_t i = 0; i < family->child_count; i++) {
		bool orphan;
		const enum tot_status status =
			tot_de_is_orphan(&orphan, &family->children[i], on, law);
		if (status < 0)
			return status;
		*out += orphan;
	}
	return TOT_OK;
}

/* s. 46 (2) no. 1: a child below 18, or one that is disabled and cannot care for itself. */
static enum tot_status raises_child(bool *out, const struct tot_family *family, struct tot_date on,
				    const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t years;
	*out = false;
	const enum tot_status status = tot_de_number(&years, law, TOT_DE_SURVIVOR_CHILD_AGE, &at);
	for (size_t i = 0; i < family->child_count && status >= 0; i++) {
		const struct tot_child *child = &family->children[i];
		*out |= younger(child->born, years, on) ||
			(child->disabled && tot_date_compare(child->born, on) <= 0);
	}
	return status < 0 ? status : TOT_OK;
}

enum tot_status tot_de_large_on(bool *large, tot_month *by_age, const struct tot_family *family,
				struct tot_date died, struct tot_date on, const struct tot_law *law)
{
	const struct tot_at at = {.year = died.year};
	int64_t years, months;
	bool child;
	enum tot_status status = tot_de_number(&years, law, TOT_DE_WIDOW_YEARS, &at);
	if (status >= 0)
		status = tot_de_number(&months, law, TOT_DE_WIDOW_MONTHS, &at);
	if (status >= 0)
		status = raises_child(&child, family, on, law);
	if (status < 0)
		return status;
	const struct tot_age age = {(int)years, (int)months};
	const struct tot_date reached = tot_age_reached(family->spouse.born, age);
	*by_age = tot_month_of(reached) + 1;
	/* At the death the day decides, later the beginning of a month. */
	*large = child || family->spouse.disabled || tot_date_compare(reached, died) < 0 ||
		 *by_age <= tot_month_of(on);
	return TOT_OK;
}
