/* German records on the calendar: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PERIODS_H
#define TOT_DE_PERIODS_H

#include "totalise/de.h"

#define TOT_DE_WORK (TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_KIND_BIT(TOT_SELF_EMPLOYMENT))
#define TOT_DE_DEEMED \
	(TOT_KIND_BIT(TOT_CHILD_RAISING) | TOT_KIND_BIT(TOT_CARE) | TOT_KIND_BIT(TOT_SERVICE))
#define TOT_DE_BENEFITS \
	(TOT_KIND_BIT(TOT_BENEFIT_SICKNESS) | TOT_KIND_BIT(TOT_BENEFIT_UNEMPLOYMENT))
#define TOT_DE_COMPULSORY (TOT_DE_WORK | TOT_DE_DEEMED | TOT_DE_BENEFITS)
#define TOT_DE_CONTRIBUTION (TOT_DE_COMPULSORY | TOT_KIND_BIT(TOT_VOLUNTARY))
#define TOT_DE_CONSIDERATION \
	(TOT_KIND_BIT(TOT_CONSIDERATION_CHILD) | TOT_KIND_BIT(TOT_CONSIDERATION_CARE))
#define TOT_DE_CREDITABLE                                                                     \
	(TOT_KIND_BIT(TOT_CREDITABLE_SICKNESS) | TOT_KIND_BIT(TOT_CREDITABLE_MATERNITY) |     \
	 TOT_KIND_BIT(TOT_CREDITABLE_UNEMPLOYMENT) | TOT_KIND_BIT(TOT_CREDITABLE_EDUCATION) | \
	 TOT_KIND_BIT(TOT_CREDITABLE_TRAINING_SEARCH) |                                       \
	 TOT_KIND_BIT(TOT_CREDITABLE_PENSION_RECEIPT) | TOT_KIND_BIT(TOT_CREDITABLE_OTHER))
#define TOT_DE_KINDS                                                      \
	(TOT_DE_CONTRIBUTION | TOT_DE_CONSIDERATION | TOT_DE_CREDITABLE | \
	 TOT_KIND_BIT(TOT_SUBSTITUTE) | TOT_KIND_BIT(TOT_OTHER_SYSTEM))

/* The operations place and after_refund of the scheme. */
enum tot_status tot_de_place(struct tot_timeline *out, const struct tot_scenario *life,
			     tot_month open_end, struct tot_ctx *ctx);
enum tot_status tot_de_after_refund(struct tot_timeline *io, struct tot_date filed,
				    const char *which, const struct tot_scenario *life,
				    struct tot_ctx *ctx);

/* Add child-raising and consideration spans for a pension that begins at `start`. */
enum tot_status tot_de_place_children(struct tot_timeline *io, const struct tot_scenario *life,
				      tot_month start, struct tot_ctx *ctx);

/* Add the German months of postings: home law abroad, host law after the home law of others. */
enum tot_status tot_de_place_postings(struct tot_timeline *io, const struct tot_scenario *life,
				      struct tot_ctx *ctx);

/*
 * Months up to the tenth birthday of each child in which the person raises it, among `within`: for facts of
 * child-raising abroad that an agreement makes equal (s. 57, s. 43 (4) no. 2).
 */
enum tot_status tot_de_raising_within(struct tot_months *out, const struct tot_scenario *life,
				      const struct tot_months *within, const struct tot_law *law);

/* Months of foreign workers in Germany under their home law (no child-raising, s. 56 (4) no. 1). */
void tot_de_posted_in(struct tot_months *out, const struct tot_scenario *life,
		      const struct tot_law *law);

/* One more span at the end; NULL when memory is short or there are TOT_SPANS_MAX. */
struct tot_span *tot_de_span_add(struct tot_timeline *io, struct tot_ctx *ctx);

/* Put the spans in order: by first day, then as they were added. */
void tot_de_spans_sort(struct tot_timeline *io);

/* Where to look at a life. */
struct tot_de_cut {
	tot_month start;  /* pension start: decides about child-raising months of old children */
	tot_month before; /* months from here on are left out */
	tot_month open_until; /* open records never pass it */
	/* s. 58 (1) no. 5: months with a pension that had an added period; NULL: none */
	const struct tot_months *receipt;
};

/*
 * The view's records as they are at a cut: open records fill the months before it, later months are gone,
 * child-raising months are those of that pension start. A copy in ctx->arena.
 */
enum tot_status tot_de_cut_timeline(struct tot_timeline *out, const struct tot_view *view,
				    const struct tot_de_cut *cut, struct tot_ctx *ctx);

/* Day from which the record begins anew after the last refund; none if there was no refund. */
tot_month tot_de_first_kept_month(const struct tot_timeline *timeline);

/* Does a span of these kinds cover the day? */
bool tot_de_covers(const struct tot_timeline *timeline, tot_kinds kinds, struct tot_date on);

#endif
