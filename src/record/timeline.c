/* Month sets of a timeline by kind and by flag. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/timeline.h"

void tot_timeline_collect(struct tot_timeline *timeline)
{
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++)
		timeline->by_kind[kind] = (struct tot_months){{0}};
	/* An exempt mini-job brings no contribution months, only months of s. 52 SGB VI. */
	for (size_t i = 0; i < timeline->span_count; i++)
		if (!(timeline->spans[i].flags & TOT_FLAG_MINIJOB_EXEMPT))
			tot_months_or(&timeline->by_kind[timeline->spans[i].kind],
				      &timeline->spans[i].months);
}

void tot_timeline_kinds(struct tot_months *out, const struct tot_timeline *timeline,
			tot_kinds kinds)
{
	*out = (struct tot_months){{0}};
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		if (kinds & TOT_KIND_BIT(kind))
			tot_months_or(out, &timeline->by_kind[kind]);
	}
}

void tot_timeline_flagged(struct tot_months *out, const struct tot_timeline *timeline,
			  tot_kinds kinds, unsigned with, unsigned without)
{
	*out = (struct tot_months){{0}};
	for (size_t i = 0; i < timeline->span_count; i++) {
		const struct tot_span *span = &timeline->spans[i];
		if ((kinds & TOT_KIND_BIT(span->kind)) && (span->flags & with) == with &&
		    (span->flags & without) == 0)
			tot_months_or(out, &span->months);
	}
}
