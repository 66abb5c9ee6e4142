/* Frames of years before an event, exact to the day (DECISIONS 14). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/frame.h"

#include <string.h>

static struct tot_date later(struct tot_date a, struct tot_date b)
{
	return tot_date_compare(a, b) > 0 ? a : b;
}

static struct tot_date earlier(struct tot_date a, struct tot_date b)
{
	return tot_date_compare(a, b) < 0 ? a : b;
}

/* Months touched by the days from `from` to `to` that lie in the frame. */
static void touch(struct tot_months *out, struct tot_date from, struct tot_date to,
		  const struct tot_de_frame *frame)
{
	const struct tot_date first = later(from, frame->from);
	const struct tot_date last = earlier(to, frame->to);
	if (tot_date_compare(first, last) <= 0)
		tot_months_add_range(out, tot_month_of(first), tot_month_of(last) + 1);
}

void tot_de_frame_months(struct tot_months *out, const struct tot_timeline *own, tot_kinds kinds,
			 const struct tot_de_frame *frame)
{
	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		struct tot_months touched = {{0}};
		if (!(kinds & TOT_KIND_BIT(span->kind)) || (span->flags & TOT_FLAG_MINIJOB_EXEMPT))
			continue;
		touch(&touched, span->from, span->to, frame);
		tot_months_and(&touched, &span->months);
		tot_months_or(out, &touched);
	}
}

void tot_de_frame_clip(struct tot_months *months, const struct tot_de_frame *frame)
{
	tot_months_clip(months, tot_month_of(frame->from), tot_month_of(frame->to) + 1);
}

void tot_de_frame_pensions(struct tot_months *out, const struct tot_scenario *life,
			   const struct tot_de_frame *frame)
{
	for (size_t i = 0; i < life->event_count; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_BENEFIT && strcmp(event->country, "DE") == 0 &&
		    strcmp(event->what, "disability") == 0)
			touch(out, event->on, tot_date_is_none(event->to) ? frame->to : event->to,
			      frame);
	}
}

/* Months of the frame that make it longer. */
static void extending(struct tot_months *out, const struct tot_de_frame *frame,
		      const struct tot_de_extension *extension, const struct tot_timeline *own,
		      const struct tot_scenario *life)
{
	struct tot_months abroad = extension->abroad;
	tot_de_frame_months(out, own, extension->kinds, frame);
	tot_de_frame_clip(&abroad, frame);
	tot_months_or(out, &abroad);
	if (extension->pensions)
		tot_de_frame_pensions(out, life, frame);
	tot_months_andnot(out, &extension->covered);
	/* s. 122 (3): of more months than the law allows the oldest count. */
	if (extension->most)
		tot_months_keep_first(out, extension->most);
}

void tot_de_frame_of(struct tot_de_frame *out, struct tot_date on, int months,
		     const struct tot_de_extension *extension, const struct tot_timeline *own,
		     const struct tot_scenario *life)
{
	const struct tot_date begin = {1900, 1, 1};
	*out = (struct tot_de_frame){.to = tot_date_add_days(on, -1), .extension = -1};
	/* Each month left out adds one, which may be left out again: until nothing is added. */
	for (int more = 0; more != out->extension;) {
		out->extension = more;
		out->from = later(begin, tot_date_add_months_clamped(on, -months - more));
		extending(&out->extended, out, extension, own, life);
		more = tot_months_count(&out->extended);
	}
}
