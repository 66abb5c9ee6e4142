/* What only shows when the whole life is known: impossible days, and facts that are legal but odd.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

/* Something of the life that lasts from `from` to `to` (none: open) and stands at `place`. */
struct stretch {
	const char *place, *what;
	struct tot_date from, to;
};

/* Before birth nothing happens: an error if all of it lies there, a warning if a part does. */
static void check_birth(struct tot_reader *reader, struct tot_date born, struct stretch one)
{
	char birth[TOT_DATE_TEXT];
	if (tot_date_is_none(born) || tot_date_is_none(one.from) ||
	    tot_date_compare(one.from, born) >= 0)
		return;
	tot_date_print(birth, born);
	if (!tot_date_is_none(one.to) && tot_date_compare(one.to, born) < 0)
		tot_fault_at(reader, one.place, "before-birth",
			     "%s lies before the birth on %s; correct one of the days", one.what,
			     birth);
	else
		tot_warn_at(reader, one.place, "before-birth",
			    "%s begins before the birth on %s; nothing before it counts", one.what,
			    birth);
}

static void check_event_days(struct tot_reader *reader, const struct tot_scenario *life)
{
	struct tot_date died = {0, 0, 0};
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		const struct tot_date end =
			event->kind == TOT_EVENT_BENEFIT ? event->to : event->on;
		check_birth(reader, life->person.born,
			    (struct stretch){event->pointer, "the event", event->on, end});
		if (event->kind == TOT_EVENT_DEATH)
			died = event->on;
	}
	if (tot_date_is_none(died))
		return;
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *period = &life->periods[i];
		if (!tot_date_is_none(period->from) && tot_date_compare(period->from, died) > 0)
			tot_warn_at(reader, period->pointer, "after-death",
				    "the period begins after the death; it does not count");
	}
}

static void check_person_days(struct tot_reader *reader, const struct tot_scenario *life)
{
	const struct tot_person *person = &life->person;
	if (!tot_date_is_none(life->as_of) && !tot_date_is_none(person->born) &&
	    tot_date_compare(life->as_of, person->born) < 0)
		tot_fault_at(
			reader, "/as_of", "before-birth",
			"the day of the decision lies before the birth; correct one of the days");
	for (size_t i = 0; i < person->residence_count; i++) {
		const struct tot_residence *stay = &person->residence[i];
		const char *place = tot_arena_format(reader->arena, "/person/residence/%zu", i);
		check_birth(reader, person->born,
			    (struct stretch){place, "the stay", stay->from, stay->to});
	}
	if (person->residence_count == 0)
		tot_warn_at(reader, "/person", "no-residence",
			    "no \"residence\" is given; no months follow from it, and the person "
			    "is taken "
			    "to live in neither state");
	for (size_t i = 0; i < life->credit_count; i++) {
		const struct tot_credit *credit = &life->credits[i];
		const char *place = tot_arena_format(reader->arena, "/credits/%zu", i);
		check_birth(reader, person->born,
			    (struct stretch){place, "the credit", credit->from, credit->to});
	}
}

static void check_family_days(struct tot_reader *reader, const struct tot_scenario *life)
{
	const struct tot_date born = life->person.born;
	const struct tot_spouse *spouse = &life->family.spouse;
	if (tot_date_is_none(born))
		return;
	if (spouse->present && !tot_date_is_none(spouse->married))
		check_birth(reader, born,
			    (struct stretch){"/family/spouse/married", "the marriage",
					     spouse->married, spouse->married});
	for (size_t i = 0; i < life->family.child_count; i++) {
		const struct tot_child *child = &life->family.children[i];
		const char *place = tot_arena_format(reader->arena, "/family/children/%zu", i);
		if (tot_date_is_none(child->born))
			continue;
		check_birth(reader, born,
			    (struct stretch){place, "the birth of the child", child->born,
					     child->born});
		for (size_t k = 0; k < child->raising_count; k++) {
			if (!child->raising[k].by_person && !spouse->present)
				tot_warn_at(reader, place, "no-spouse",
					    "raised by the spouse, but the family names none");
		}
	}
}

/* Do two records have a day in common? */
static bool overlap(const struct tot_period *a, const struct tot_period *b)
{
	if (tot_date_is_none(a->from) || tot_date_is_none(b->from))
		return false;
	const bool a_before = !tot_date_is_none(a->to) && tot_date_compare(a->to, b->from) < 0;
	const bool b_before = !tot_date_is_none(b->to) && tot_date_compare(b->to, a->from) < 0;
	return !a_before && !b_before;
}

static bool full_time(const struct tot_period *period)
{
	return period->kind == TOT_EMPLOYMENT && period->country[0] != '\0' &&
	       !(period->flags & (TOT_FLAG_MINIJOB | TOT_FLAG_MINIJOB_EXEMPT));
}

/* Two employments at once are possible; more often a day of one of them is wrong. */
static void check_two_jobs(struct tot_reader *reader, const struct tot_scenario *life)
{
	for (size_t i = 1; i < life->period_count; i++) {
		const struct tot_period *one = &life->periods[i];
		if (!full_time(one))
			continue;
		for (size_t k = 0; k < i; k++) {
			const struct tot_period *other = &life->periods[k];
			if (!full_time(other) || strcmp(one->country, other->country) != 0 ||
			    !overlap(one, other))
				continue;
			tot_warn_at(reader, one->pointer, "two-jobs",
				    "employed at the same time as in %s; each month counts once, "
				    "the pay "
				    "is added",
				    other->pointer);
			break;
		}
	}
}

void tot_check_life(struct tot_reader *reader, const struct tot_scenario *life)
{
	check_person_days(reader, life);
	check_family_days(reader, life);
	check_event_days(reader, life);
	for (size_t i = 0; i < life->period_count; i++) {
		const struct tot_period *period = &life->periods[i];
		check_birth(
			reader, life->person.born,
			(struct stretch){period->pointer, "the period", period->from, period->to});
		tot_check_record(reader, period, life);
	}
	for (size_t i = 0; i < life->posting_count; i++) {
		const struct tot_posting *posting = &life->postings[i];
		check_birth(reader, life->person.born,
			    (struct stretch){posting->pointer, "the posting", posting->from,
					     tot_date_is_none(posting->to) ? posting->planned_to
									   : posting->to});
	}
	check_two_jobs(reader, life);
	for (size_t i = 0; i < life->compare.strategy_count; i++) {
		const struct tot_strategy *strategy = &life->compare.strategies[i];
		for (size_t k = 0; k < strategy->add_period_count; k++)
			tot_check_record(reader, &strategy->add_periods[k], life);
	}
}
