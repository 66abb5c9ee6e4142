/* Dates as a calendar: lines, escapes and folding of RFC 5545. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ics.h"

#include <stdint.h>
#include <string.h>

#define LINE_OCTETS 75 /* s. 3.1, without the line break */

/* s. 3.1: a long line goes on after CR LF and a blank; a character of UTF-8 is not torn. */
static void add_line(struct tot_text *out, const char *line, size_t size)
{
	size_t room = LINE_OCTETS;
	while (size > room) {
		size_t cut = room;
		while (cut > 1 && ((unsigned char)line[cut] & 0xC0) == 0x80)
			cut--;
		tot_text_add_bytes(out, line, cut);
		tot_text_add(out, "\r\n ");
		line += cut;
		size -= cut;
		room = LINE_OCTETS - 1;
	}
	tot_text_add_bytes(out, line, size);
	tot_text_add(out, "\r\n");
}

static void plain(struct tot_text *out, const char *line)
{
	add_line(out, line, strlen(line));
}

/* s. 3.3.11: a text value. */
static void text_line(struct tot_text *out, const char *name, const char *value)
{
	struct tot_text line = {0};
	tot_text_format(&line, "%s:", name);
	for (; *value; value++) {
		if (strchr("\\;,", *value))
			tot_text_format(&line, "\\%c", *value);
		else if (*value == '\n')
			tot_text_add(&line, "\\n");
		else if ((unsigned char)*value >= 0x20 || *value == '\t')
			tot_text_add_bytes(&line, value, 1);
	}
	if (line.bytes && !line.failed)
		add_line(out, line.bytes, line.size);
	out->failed |= line.failed;
	tot_text_free(&line);
}

static void day_line(struct tot_text *out, const char *name, struct tot_date day, const char *tail)
{
	struct tot_text line = {0};
	tot_text_format(&line, "%s:%04d%02d%02d%s", name, day.year, day.month, day.day, tail);
	if (line.bytes)
		plain(out, line.bytes);
	tot_text_free(&line);
}

/* FNV-1a: the same event has the same name every time. */
static uint64_t hash(uint64_t value, const char *text)
{
	for (; text && *text; text++)
		value = (value ^ (unsigned char)*text) * UINT64_C(1099511628211);
	return value;
}

static void identity(struct tot_text *out, const struct tot_calendar_event *event)
{
	struct tot_text line = {0};
	uint64_t value = hash(UINT64_C(14695981039346656037), event->summary);
	value = hash(hash(value, event->description), event->location);
	tot_text_format(&line, "UID:%04d%02d%02d-%016llx@totalise", event->on.year, event->on.month,
			event->on.day, (unsigned long long)value);
	if (line.bytes)
		plain(out, line.bytes);
	tot_text_free(&line);
}

void tot_calendar_begin(struct tot_text *out, const char *name)
{
	plain(out, "BEGIN:VCALENDAR");
	plain(out, "VERSION:2.0");
	plain(out, "PRODID:-//totalise//totalise//EN");
	plain(out, "CALSCALE:GREGORIAN");
	plain(out, "METHOD:PUBLISH");
	text_line(out, "X-WR-CALNAME", name);
}

void tot_calendar_add(struct tot_text *out, const struct tot_calendar_event *event,
		      struct tot_date stamp)
{
	struct tot_text trigger = {0};
	plain(out, "BEGIN:VEVENT");
	identity(out, event);
	day_line(out, "DTSTAMP", stamp, "T000000Z");
	day_line(out, "DTSTART;VALUE=DATE", event->on, "");
	day_line(out, "DTEND;VALUE=DATE", tot_date_add_days(event->on, 1), "");
	text_line(out, "SUMMARY", event->summary);
	if (event->description)
		text_line(out, "DESCRIPTION", event->description);
	if (event->location)
		text_line(out, "LOCATION", event->location);
	plain(out, "TRANSP:TRANSPARENT");
	if (event->remind_days) {
		tot_text_format(&trigger, "TRIGGER:-P%dD", event->remind_days);
		plain(out, "BEGIN:VALARM");
		plain(out, "ACTION:DISPLAY");
		text_line(out, "DESCRIPTION", event->summary);
		plain(out, trigger.bytes ? trigger.bytes : "TRIGGER:-P0D");
		plain(out, "END:VALARM");
		tot_text_free(&trigger);
	}
	plain(out, "END:VEVENT");
}

void tot_calendar_end(struct tot_text *out)
{
	plain(out, "END:VCALENDAR");
}
