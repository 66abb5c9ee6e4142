/* Bytes of a file or pipe, read in pieces of fixed size. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_STREAM_H
#define TOT_BATCH_STREAM_H

#include "totalise/batch.h"

#define TOT_STREAM_BYTES ((size_t)64 << 10)

/* Set fd and name; the rest is zero. */
struct tot_stream {
	int fd;
	const char *name;
	char buffer[TOT_STREAM_BYTES];
	size_t at, size; /* what is not used yet: buffer[at .. size) */
	bool ended;
};

/*
 * Make sure that something is in the buffer, or that the stream has ended (at == size).
 * Status: TOT_OK; TOT_ERR_IO with the reason in diag.
 */
TOT_NODISCARD enum tot_status tot_stream_fill(struct tot_stream *stream, uint64_t *bytes,
					      struct tot_diag *diag);

/* Pass over a byte-order mark of UTF-8 at the beginning, and find the first byte that is no blank; -1 = none. */
TOT_NODISCARD enum tot_status tot_stream_sniff(int *first, struct tot_stream *stream,
					       uint64_t *bytes, struct tot_diag *diag);

/* Records of JSON, one a line; the source takes the stream over. */
TOT_NODISCARD enum tot_status tot_lines_open(struct tot_source **out, struct tot_stream *stream,
					     struct tot_diag *diag);

/* Rows of CSV as scenarios; `periods` is the second table, or NULL. The source takes both over. */
TOT_NODISCARD enum tot_status tot_table_open(struct tot_source **out, struct tot_stream *stream,
					     struct tot_stream *periods, struct tot_diag *diag);

#endif
