/* A line on the terminal that says how far a batch is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_PROGRESS_H
#define TOT_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* Set by progress_start. */
struct progress {
	bool terminal;	     /* the line is written over itself */
	uint64_t total;	     /* bytes of the input; 0 = a pipe, no time left can be told */
	double began, shown; /* seconds of the monotonic clock */
	bool written;
};

/* total: bytes of the input, 0 = not known. */
void progress_start(struct progress *progress, uint64_t total);

/* For struct tot_batch_plan: at most two lines a second on a terminal, one in ten seconds elsewhere. */
void progress_show(void *data, uint64_t records, uint64_t bytes);

/* The last line: what was done, and how fast. */
void progress_end(struct progress *progress, uint64_t records);

#endif
