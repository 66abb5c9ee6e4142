/* Deadlines and offices as data: when something must be filed, where, and what is lost. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_DEADLINE_H
#define TOTALISE_DEADLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/date.h"
#include "totalise/law.h"

enum tot_limit_unit {
	TOT_LIMIT_DAY,
	TOT_LIMIT_MONTH,
	TOT_LIMIT_CALENDAR_MONTH, /* whole months after the month of the event */
	TOT_LIMIT_YEAR,
	TOT_LIMIT_FIXED_DAY,  /* a day of the year after that of the event */
	TOT_LIMIT_FIXED_DATE, /* one date for all */
	TOT_LIMIT_NONE	      /* not stated */
};

enum tot_limit_end {
	TOT_END_SAME_DAY,
	TOT_END_DAY_BEFORE,
	TOT_END_OF_MONTH,
	TOT_START_OF_MONTH,
	TOT_END_OF_YEAR
};

struct tot_limit {
	enum tot_limit_unit unit;
	enum tot_limit_end end;
	int value; /* negative: backwards */
	int month, day;
	struct tot_date date;
};

/* One rule of agreements/deadlines.json. */
struct tot_deadline_rule {
	const char *id, *country, *title;
	const char *event, *event_id; /* for people; word of the closed list */
	struct tot_limit limit;
	struct tot_limit due;  /* premiums: when a month's premium falls due */
	const char *for_id;    /* beginning of the ids of the result that it is about; NULL = any */
	bool earliest;	       /* nothing can be done before it */
	const char *if_missed; /* NULL = nothing */
	const char **file_at;
	size_t file_at_count;
	const char *law, *confidence;
};

struct tot_office {
	const char *id, *country, *name;
	const char *street, *city, *tel, *web, *email; /* NULL = not known */
	const char *role;			       /* NULL = none for this purpose */
	const char *is; /* the place of file_at that it is for some persons, or NULL */
	unsigned flags; /* of spans: it is that place for who has one of them; 0 = for others */
	bool for_postings;
};

struct tot_place {
	const char *id, *text;
};

struct tot_deadlines {
	struct tot_deadline_rule *rules;
	size_t rule_count;
	struct tot_office *offices;
	size_t office_count;
	struct tot_place *places; /* file_at */
	size_t place_count;
};

/* Deadlines of the law book; without the file the lists are empty. */
const struct tot_deadlines *tot_law_deadlines(const struct tot_law *law);

/* The day on which a limit that runs from `event` ends; none for TOT_LIMIT_NONE.
 *
 * Given      limit; event: day of the event (its month or year counts where the unit asks for it)
 * Returned   the last day; backwards where the value is negative
 * Law        law file format, section 3, `agreements/deadlines.json`
 * Example    3 months to the end of the month from 2049-05-14: 2049-08-31; 2 years to the day before from
 *            2024-07-01: 2026-06-30; 24 calendar months to the end of the month from 2024-03-15: 2026-03-31
 */
struct tot_date tot_limit_from(const struct tot_limit *limit, struct tot_date event);

#endif
