/* Child-raising and consideration periods of the children that the person raised. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/periods.h"

#include <string.h>

#include "de/figures.h"

static bool overlaps(struct tot_date from, struct tot_date to, tot_month month)
{
	if (tot_date_compare(from, tot_month_last_day(month)) > 0)
		return false;
	return tot_date_is_none(to) || tot_date_compare(to, tot_month_first_day(month)) >= 0;
}

/* Does the person raise the child on a day of the month? Without a statement the mother does. */
static bool raises(const struct tot_scenario *life, const struct tot_child *child, tot_month month)
{
	if (!child->raising_count)
		return life->person.sex == TOT_FEMALE;
	/* No first day is a day before all others: open on that side. */
	for (size_t i = 0; i < child->raising_count; i++)
		if (child->raising[i].by_person &&
		    overlaps(child->raising[i].from, child->raising[i].to, month))
			return true;
	return false;
}

static bool lives_in_germany(const struct tot_person *person, tot_month month)
{
	for (size_t i = 0; i < person->residence_count; i++) {
		const struct tot_residence *residence = &person->residence[i];
		if (strcmp(residence->country, "DE") == 0 &&
		    overlaps(residence->from, residence->to, month))
			return true;
	}
	return false;
}

/* Months in which raising counts: in Germany, or abroad beside German work (s. 56 (1), (3)). */
struct raising {
	const struct tot_scenario *life;
	const struct tot_months *work;
	struct tot_months posted_in; /* s. 56 (4) no. 1: insured abroad while working in Germany */
	bool only_work;		     /* residence in Germany is not asked for */
};

static bool counts(const struct raising *raising, const struct tot_child *child, tot_month month)
{
	if (tot_months_has(&raising->posted_in, month) || !raises(raising->life, child, month))
		return false;
	return tot_months_has(raising->work, month) ||
	       (!raising->only_work && lives_in_germany(&raising->life->person, month));
}

static enum tot_status months_of_child(int *out, struct tot_date born, tot_month start,
				       const struct tot_law *law)
{
	struct tot_at at = tot_de_on(tot_month_first_day(start));
	int64_t months;
	at.birth = tot_date_to_day(born);
	const enum tot_status status = tot_de_number(&months, law, TOT_DE_CHILD_MONTHS, &at);
	if (status >= 0)
		*out = (int)months;
	return status;
}

/* s. 56 (5): months of raising two at once are added at the end, for this and each further child. */
static void raise_child(struct tot_months *out, struct tot_months *taken, int months,
			const struct tot_child *child, const struct raising *raising)
{
	tot_month month = tot_month_of(child->born) + 1;
	const tot_month end = month + months;
	int added = 0;
	for (; month < end || added > 0; month++) {
		if (month >= TOT_MONTH_LIMIT)
			return;
		if (month >= end)
			added--;
		if (!counts(raising, child, month))
			continue;
		if (tot_months_has(taken, month)) {
			added++;
			continue;
		}
		tot_months_add(out, month);
		tot_months_add(taken, month);
	}
}

/* Next child by birth; SIZE_MAX when all are done. Twins in the order of the file. */
static size_t next_child(const struct tot_family *family, size_t after)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < family->child_count; i++) {
		const struct tot_date born = family->children[i].born;
		if (after != SIZE_MAX) {
			const int order = tot_date_compare(born, family->children[after].born);
			if (order < 0 || (order == 0 && i <= after))
				continue;
		}
		if (best == SIZE_MAX || tot_date_compare(born, family->children[best].born) < 0)
			best = i;
	}
	return best;
}

enum tot_status tot_de_child_months(struct tot_months *out, const struct tot_scenario *life,
				    const struct tot_months *work, tot_month start,
				    const struct tot_law *law)
{
	struct raising raising = {.life = life, .work = work};
	struct tot_months taken = {{0}};
	enum tot_status status = TOT_OK;
	tot_de_posted_in(&raising.posted_in, life, law);
	memset(out, 0, life->family.child_count * sizeof(*out));
	for (size_t i = next_child(&life->family, SIZE_MAX); i != SIZE_MAX && status >= 0;
	     i = next_child(&life->family, i)) {
		const struct tot_child *child = &life->family.children[i];
		int months;
		status = months_of_child(&months, child->born, start, law);
		if (status >= 0)
			raise_child(&out[i], &taken, months, child, &raising);
	}
	return status < 0 ? status : TOT_OK;
}

/* s. 57: until the tenth birthday, under the same conditions. */
static enum tot_status consideration(struct tot_months *out, const struct tot_child *child,
				     const struct raising *raising, const struct tot_law *law)
{
	int64_t years;
	const struct tot_at at = {0};
	const enum tot_status status = tot_de_number(&years, law, TOT_DE_CONSIDERATION_AGE, &at);
	if (status < 0)
		return status;
	const struct tot_age age = {(int)years, 0};
	const tot_month last = tot_month_of(tot_age_reached(child->born, age));
	for (tot_month month = tot_month_of(child->born); month <= last; month++)
		if (counts(raising, child, month))
			tot_months_add(out, month);
	return TOT_OK;
}

enum tot_status tot_de_raising_within(struct tot_months *out, const struct tot_scenario *life,
				      const struct tot_months *within, const struct tot_law *law)
{
	enum tot_status status = TOT_OK;
	const struct raising raising = {.life = life, .work = within, .only_work = true};
	*out = (struct tot_months){{0}};
	for (size_t i = 0; i < life->family.child_count && status >= 0; i++)
		status = consideration(out, &life->family.children[i], &raising, law);
	return status;
}

static enum tot_status add_span(struct tot_timeline *io, enum tot_kind kind, size_t child,
				const struct tot_months *months, struct tot_ctx *ctx)
{
	const tot_month first = tot_months_next(months, 0);
	if (first == TOT_MONTH_NONE)
		return TOT_OK;
	struct tot_span *span = tot_de_span_add(io, ctx);
	if (!span)
		return TOT_ERR_MEMORY;
	*span = (struct tot_span){.kind = kind,
				  .child = child,
				  .months = *months,
				  .from = tot_month_first_day(first),
				  .to = tot_month_last_day(tot_months_last(months))};
	return TOT_OK;
}

enum tot_status tot_de_place_children(struct tot_timeline *io, const struct tot_scenario *life,
				      tot_month start, struct tot_ctx *ctx)
{
	const size_t count = life->family.child_count;
	struct tot_months work,
		*months = tot_arena_alloc(ctx->arena, (count + 1) * sizeof(*months));
	if (!months)
		return TOT_ERR_MEMORY;
	tot_timeline_flagged(&work, io, TOT_DE_WORK, 0, TOT_FLAG_MINIJOB_EXEMPT);
	enum tot_status status = tot_de_child_months(months, life, &work, start, ctx->law);
	struct raising raising = {.life = life, .work = &work};
	tot_de_posted_in(&raising.posted_in, life, ctx->law);
	for (size_t i = 0; i < count && status >= 0; i++) {
		struct tot_months considered = {{0}};
		status = add_span(io, TOT_CHILD_RAISING, i, &months[i], ctx);
		if (status >= 0)
			status = consideration(&considered, &life->family.children[i], &raising,
					       ctx->law);
		if (status >= 0)
			status = add_span(io, TOT_CONSIDERATION_CHILD, i, &considered, ctx);
	}
	return status < 0 ? status : TOT_OK;
}
