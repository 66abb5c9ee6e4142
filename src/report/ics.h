/* Dates as a calendar that calendar programs open: iCalendar, RFC 5545. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_ICS_H
#define TOT_REPORT_ICS_H

#include "totalise/date.h"
#include "totalise/text.h"

/* One date of a whole day. */
struct tot_calendar_event {
	struct tot_date on;
	const char *summary;
	const char *description; /* NULL = none */
	const char *location;	 /* NULL = none */
	int remind_days;	 /* a reminder so many days before; 0 = none */
};

/*
 * Begin, fill and end a calendar.
 *
 * Given      stamp: the day on which it was made, which takes the place of a clock
 * Returned   lines of at most 75 octets that end with CR LF; the UID of an event follows from its
 *            date and texts, so that a calendar that is read a second time replaces the first
 */
void tot_calendar_begin(struct tot_text *out, const char *name);
void tot_calendar_add(struct tot_text *out, const struct tot_calendar_event *event,
		      struct tot_date stamp);
void tot_calendar_end(struct tot_text *out);

#endif
