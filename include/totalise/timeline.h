/* Records placed on the calendar by the law of one state: month sets by kind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_TIMELINE_H
#define TOTALISE_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/kind.h"
#include "totalise/months.h"
#include "totalise/scenario.h"

/* A record, or a period that follows from facts (children, residence), with the months it fills. */
struct tot_span {
	const struct tot_period *record; /* NULL for a derived span */
	enum tot_kind kind;
	unsigned flags;
	struct tot_date from,
		to;   /* both included; `to` of an open record is the last day that it fills */
	bool open;    /* the record goes on: ended by the plan or an age limit */
	bool derived; /* follows from facts; shown, but no month of `months` in the result */
	size_t child; /* derived from a child: its index */
	struct tot_months months; /* months it owns under the state's month rule */
};

#define TOT_SPANS_MAX 4096

struct tot_timeline {
	const char *country;
	struct tot_span *spans; /* by first day, then order of the file */
	size_t span_count;
	/* Union of the spans of a kind, without exempt mini-jobs. */
	struct tot_months by_kind[TOT_KIND_COUNT];
	struct tot_date
		erased_until; /* last refund that took everything before it; none = no refund */
};

/* Rebuild by_kind from the spans. */
void tot_timeline_collect(struct tot_timeline *timeline);

/* Months of any of the kinds. */
void tot_timeline_kinds(struct tot_months *out, const struct tot_timeline *timeline,
			tot_kinds kinds);

/* Months of spans of these kinds that have all the flags of `with` and none of `without`. */
void tot_timeline_flagged(struct tot_months *out, const struct tot_timeline *timeline,
			  tot_kinds kinds, unsigned with, unsigned without);

#endif
