/* The life as a picture: one lane a state, one character a span of months. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/lanes.h"
#include "report/text_part.h"

#define LANE 11 /* column where the lanes begin */
#define CELLS_MAX (TOT_WIDTH - LANE)
#define LABEL_CELLS 6 /* least distance of two years on the axis */

struct picture {
	tot_month from; /* first month of a January */
	int months;	/* of one cell */
	int cells;
	bool used[TOT_LANE_LETTERS];
	bool part; /* a small letter is shown */
};

static struct picture scale(tot_month from, tot_month to)
{
	static const int steps[] = {3, 6, 12, 24, 60};
	struct picture p = {.from = tot_month_make(tot_month_year(from), 1)};
	const int all = tot_month_make(tot_month_year(to - 1) + 1, 1) - p.from;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		p.months = steps[i];
		p.cells = (all + p.months - 1) / p.months;
		if (p.cells <= CELLS_MAX)
			break;
	}
	if (p.cells > CELLS_MAX)
		p.cells = CELLS_MAX;
	return p;
}

static void axis(struct tot_text *out, const struct picture *p)
{
	static const int steps[] = {1, 2, 5, 10, 20, 50};
	int years = 0;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		years = steps[i];
		if (years * 12 / p->months >= LABEL_CELLS)
			break;
	}
	char ticks[CELLS_MAX + 1];
	memset(ticks, ' ', sizeof ticks);
	ticks[p->cells] = '\0';
	const int first = tot_month_year(p->from);
	for (int year = first; year < first + p->cells * p->months / 12; year++) {
		const int cell = (tot_month_make(year, 1) - p->from) / p->months;
		if (year % years || cell >= p->cells)
			continue;
		ticks[cell] = '|';
		if (cell + 4 > CELLS_MAX)
			continue;
		tot_text_pad(out, LANE + cell);
		tot_text_format(out, "%d", year);
	}
	int last = p->cells;
	while (last > 0 && ticks[last - 1] == ' ')
		last--;
	tot_text_add(out, "\n");
	tot_text_pad(out, LANE);
	tot_text_format(out, "%.*s\n", last, ticks);
}

static char cell(struct picture *p, const struct tot_timeline *line, tot_month end,
		 tot_month pension, tot_month from)
{
	const tot_month to = from + p->months;
	int best = 0;
	size_t which = 0;
	for (size_t i = 0; i < TOT_LANE_LETTERS; i++) {
		struct tot_months months = {0};
		tot_timeline_kinds(&months, line, tot_lane_letters[i].kinds);
		int count = tot_months_count_range(&months, from, to < end ? to : end);
		if (tot_lane_letters[i].kinds == 0)
			count = pension >= to ? 0 : pension <= from ? p->months : to - pension;
		if (count > best) {
			best = count;
			which = i;
		}
	}
	if (!best)
		return '.';
	p->used[which] = true;
	if (2 * best >= p->months)
		return tot_lane_letters[which].letter;
	p->part = true;
	return (char)(tot_lane_letters[which].letter - 'A' + 'a');
}

static void lane(struct tot_text *out, struct picture *p, const struct tot_timeline *line,
		 tot_month end, tot_month pension)
{
	tot_text_pad(out, 2);
	tot_text_add(out, tot_state_name(line->country));
	tot_text_pad(out, LANE);
	for (int i = 0; i < p->cells; i++)
		tot_text_format(out, "%c", cell(p, line, end, pension, p->from + i * p->months));
	tot_text_add(out, "\n");
}

static void today(struct tot_text *out, const struct picture *p, struct tot_date as_of)
{
	char text[TOT_DATE_TEXT];
	const int at = (tot_month_of(as_of) - p->from) / p->months;
	if (tot_month_of(as_of) < p->from || at >= p->cells)
		return;
	tot_date_print(text, as_of);
	if (at + 18 < CELLS_MAX) {
		tot_text_pad(out, LANE + at);
		tot_text_format(out, "^ today, %s\n", text);
	} else {
		tot_text_pad(out, LANE + at - 18);
		tot_text_format(out, "today, %s ^\n", text);
	}
}

/* One entry of the legend; it is never broken between letter and meaning. */
static void entry(struct tot_text *out, int *column, const char *sign, const char *meaning)
{
	const int cells = tot_text_cells(sign) + 1 + tot_text_cells(meaning) + 2;
	if (*column + cells > TOT_WIDTH) {
		tot_text_add(out, "\n");
		*column = 0;
	}
	if (*column == 0) {
		tot_text_pad(out, 2);
		*column = 2;
	}
	tot_text_format(out, "%s%s %s", *column > 2 ? "  " : "", sign, meaning);
	*column += cells;
}

static void legend(struct tot_text *out, const struct picture *p)
{
	const char *span = p->months == 3    ? "a quarter of a year"
			   : p->months == 6  ? "half a year"
			   : p->months == 12 ? "a year"
			   : p->months == 24 ? "two years"
					     : "five years";
	tot_wrapf(out, 2, 2, "One character is %s%s:", span,
		  p->part ? "; a small letter fills less than half of it" : "");
	int column = 0;
	for (size_t i = 0; i < TOT_LANE_LETTERS; i++) {
		const char sign[2] = {tot_lane_letters[i].letter, '\0'};
		if (p->used[i])
			entry(out, &column, sign, tot_lane_letters[i].meaning);
	}
	entry(out, &column, ".", "nothing");
	tot_text_add(out, "\n");
}

/* "employment 54 (2009-10 to 2014-03); ..." */
static void kinds(struct tot_text *out, const struct tot_timeline *line, tot_month end)
{
	bool first = true;
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		struct tot_months months = line->by_kind[kind];
		tot_months_clip(&months, 0, end);
		const int count = tot_months_count(&months);
		if (!count)
			continue;
		tot_text_format(out, "%s%s %d (", first ? "" : "; ",
				tot_kind_words((enum tot_kind)kind), count);
		tot_runs_words(out, &months);
		tot_text_add(out, ")");
		first = false;
	}
}

static void summary(struct tot_text *out, const struct tot_timeline *line, tot_month end)
{
	struct tot_months months;
	struct tot_text text = {0};
	tot_timeline_months(&months, line, end);
	kinds(&text, line, end);
	if (text.size)
		tot_wrapf(out, 2, 4, "%s: %d insurance months: %s.", tot_state_name(line->country),
			  tot_months_count(&months), text.bytes);
	tot_text_free(&text);
}

/* Payments already taken: why months of the file are not in the picture. */
static void past_refunds(struct tot_text *out, const struct tot_scenario *life)
{
	char text[TOT_DATE_TEXT];
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_REFUND)
			tot_wrapf(
				out, 2, 4,
				"%s: contributions were paid back (claim of %s): the months up to "
				"that day are gone, in both states.",
				tot_state_name(event->country), tot_date_print(text, event->on));
	}
}

void tot_text_timeline_notes(struct tot_text *out, const struct tot_report *report)
{
	const int shared = report->outcome->shared_months;
	if (shared)
		tot_wrapf(out, 2, 4,
			  "%d months count in both states; where months are added together they "
			  "count once.",
			  shared);
	past_refunds(out, report->life);
}

void tot_text_timeline(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *o = report->outcome;
	tot_month from, to;
	tot_heading(out, "Your insurance life");
	if (!tot_lanes_range(report, &from, &to)) {
		tot_wrap(out, 2, 2, "No insurance months anywhere.");
		tot_text_timeline_notes(out, report);
		return;
	}
	struct picture p = scale(from, to);
	axis(out, &p);
	for (size_t i = 0; i < o->state_count; i++)
		lane(out, &p, &o->timelines[i], o->findings[i].timeline_end,
		     tot_lane_pension(&o->findings[i]));
	for (size_t i = 0; i < o->foreign_count; i++)
		lane(out, &p, &o->foreign[i], TOT_MONTH_LIMIT, TOT_MONTH_LIMIT);
	today(out, &p, report->as_of);
	legend(out, &p);
	for (size_t i = 0; i < o->state_count; i++)
		summary(out, &o->timelines[i], o->findings[i].timeline_end);
	for (size_t i = 0; i < o->foreign_count; i++)
		summary(out, &o->foreign[i], TOT_MONTH_LIMIT);
	tot_text_timeline_notes(out, report);
}
