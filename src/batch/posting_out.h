/* What the printed forms of postings share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_POSTING_OUT_H
#define TOT_BATCH_POSTING_OUT_H

#include "report/ics.h"
#include "report/json_writer.h"
#include "totalise/claim.h"

/* The last lines for people. */
void tot_posting_foot(struct tot_text *out);

/* Open the object of totalise-posting/1 with its first members. */
void tot_posting_json_begin(struct tot_writer *w, struct tot_date as_of);

/* The dates of one posting from `as_of` on: next filing, end of the certificate, law of the host. */
void tot_posting_events(struct tot_text *out, const struct tot_coverage *coverage, const char *who,
			struct tot_date as_of);

#endif
