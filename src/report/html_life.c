/* The months of a life as a table: which state counts which, and from when to when. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"
#include "report/svg.h"

#include <stdio.h>

static const char *const columns[] = {"State", "What kind of months", ">Months", "When", NULL};

static void kind_row(struct tot_page *page, const char *state, const char *kind,
		     const struct tot_months *months)
{
	struct tot_text runs = {0};
	char count[16];
	tot_runs_words(&runs, months);
	snprintf(count, sizeof count, "%d", tot_months_count(months));
	tot_page_row(page);
	tot_html_open(&page->body, "th");
	tot_html_attr(&page->body, "scope", "row");
	tot_html_text(&page->body, state);
	tot_html_close(&page->body);
	tot_page_cell(page, columns[1], kind);
	tot_page_cell(page, columns[2], count);
	tot_page_cell(page, columns[3], runs.bytes ? runs.bytes : "");
	tot_page_row_end(page);
	tot_text_free(&runs);
}

static void line(struct tot_page *page, const struct tot_timeline *line, tot_month end)
{
	const char *state = tot_state_name(line->country);
	struct tot_months all;
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		struct tot_months months = line->by_kind[kind];
		tot_months_clip(&months, 0, end);
		if (tot_months_count(&months))
			kind_row(page, state, tot_kind_words((enum tot_kind)kind), &months);
	}
	tot_timeline_months(&all, line, end);
	if (tot_months_count(&all))
		kind_row(page, state, "insurance months, each counted once", &all);
}

static bool any(const struct tot_timeline *line, tot_month end)
{
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++)
		if (tot_months_count_range(&line->by_kind[kind], 0, end))
			return true;
	return false;
}

static bool any_months(const struct tot_outcome *o)
{
	for (size_t i = 0; i < o->state_count; i++)
		if (any(&o->timelines[i], o->findings[i].timeline_end))
			return true;
	for (size_t i = 0; i < o->foreign_count; i++)
		if (any(&o->foreign[i], TOT_MONTH_LIMIT))
			return true;
	return false;
}

void tot_html_life(struct tot_page *page)
{
	const struct tot_outcome *o = page->report->outcome;
	struct tot_text *text = tot_page_text(page);
	tot_heading(text, "Your insurance life");
	tot_page_picture(page, tot_svg_timeline);
	if (any_months(o)) {
		tot_page_table(page, "Months of insurance by state and kind", columns);
		for (size_t i = 0; i < o->state_count; i++)
			line(page, &o->timelines[i], o->findings[i].timeline_end);
		for (size_t i = 0; i < o->foreign_count; i++)
			line(page, &o->foreign[i], TOT_MONTH_LIMIT);
		tot_page_table_end(page);
	} else {
		tot_wrap(text, 2, 2, "No insurance months anywhere.");
	}
	tot_text_timeline_notes(text, page->report);
}
