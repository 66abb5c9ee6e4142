/* The timelines of a result in JSON: months by kind, runs of a kind, gaps. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

static void run(struct tot_writer *w, const char *kind, tot_month first, tot_month end)
{
	tot_write_object(w, NULL);
	if (kind)
		tot_write_string(w, "kind", kind);
	tot_write_month(w, "from", first);
	tot_write_month(w, "to", end - 1);
	tot_write_int(w, "months", end - first);
	tot_write_object_end(w);
}

static void by_kind(struct tot_writer *w, const struct tot_months *kinds)
{
	tot_write_object(w, "by_kind");
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		const int months = tot_months_count(&kinds[kind]);
		if (months)
			tot_write_int(w, tot_kind_name((enum tot_kind)kind), months);
	}
	tot_write_object_end(w);
}

/* The runs of all kinds by their first month; runs of one month in the order of the kinds. */
static void spans(struct tot_writer *w, const struct tot_months *kinds)
{
	tot_month next[TOT_KIND_COUNT] = {0};
	tot_write_array(w, "spans");
	for (;;) {
		int best = -1;
		tot_month first = 0, end = 0, best_first = 0, best_end = 0;
		for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
			if (!tot_months_run(&kinds[kind], next[kind], &first, &end))
				continue;
			if (best >= 0 && first >= best_first)
				continue;
			best = kind;
			best_first = first;
			best_end = end;
		}
		if (best < 0)
			break;
		run(w, tot_kind_name((enum tot_kind)best), best_first, best_end);
		next[best] = best_end;
	}
	tot_write_array_end(w);
}

static void gaps(struct tot_writer *w, const struct tot_months *months)
{
	tot_month first = 0, end = 0, previous = TOT_MONTH_NONE;
	tot_write_array(w, "gaps");
	for (tot_month m = 0; tot_months_run(months, m, &first, &end); m = end) {
		if (previous != TOT_MONTH_NONE)
			run(w, NULL, previous, first);
		previous = end;
	}
	tot_write_array_end(w);
}

static void timeline(struct tot_writer *w, const struct tot_timeline *line, tot_month end)
{
	struct tot_months kinds[TOT_KIND_COUNT], months;
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		kinds[kind] = line->by_kind[kind];
		tot_months_clip(&kinds[kind], 0, end);
	}
	tot_timeline_months(&months, line, end);
	tot_write_object(w, NULL);
	tot_write_string(w, "country", line->country);
	tot_write_int(w, "months", tot_months_count(&months));
	by_kind(w, kinds);
	spans(w, kinds);
	gaps(w, &months);
	tot_write_object_end(w);
}

void tot_json_timelines(struct tot_writer *w, const struct tot_report *report)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "timelines");
	for (size_t i = 0; i < outcome->state_count; i++)
		timeline(w, &outcome->timelines[i], outcome->findings[i].timeline_end);
	for (size_t i = 0; i < outcome->foreign_count; i++)
		timeline(w, &outcome->foreign[i], TOT_MONTH_LIMIT);
	tot_write_array_end(w);
}
