/* Parts of one entry of `coverage`, shared by the files that fill it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLAIM_COVERAGE_H
#define TOT_CLAIM_COVERAGE_H

#include "claim.h"

/* A remark at the end of an entry. */
void tot_coverage_note(struct tot_coverage *io, struct tot_ctx *ctx, const char *text);

/* "Article 7(1), agreement de-jp"; article NULL: only the agreement. The entry has one. */
const char *tot_coverage_article(const struct tot_coverage *coverage, const char *article,
				 struct tot_ctx *ctx);

/* Is this the basis of the posting ("exception", "ship", ...)? */
bool tot_coverage_is(const struct tot_posting *posting, const char *basis);

/* coverage_trace.c: the derivation of one entry, with its number as "coverage[0]". */
void tot_coverage_trace(const struct tot_coverage *coverage, size_t index, struct tot_ctx *ctx);

/* coverage_next.c: what to file next, by when and where, on the day of the decision. */
void tot_coverage_next(struct tot_coverage *io, struct tot_ctx *ctx);

/* The first day under the law of another state; none if `state` insures all the time. */
struct tot_date tot_coverage_first_out(const struct tot_coverage *coverage, const char *state);

/* Could insurance in the party of this option go on beside the law that applies? */
bool tot_coverage_may_keep(const struct tot_coverage *coverage, const struct tot_keep_both *keep);

/* coverage_notes.c: breaks, family, options, branches that the agreement leaves out. */
void tot_coverage_remarks(struct tot_coverage *io, struct tot_ctx *ctx);

#endif
