/* Where results go: standard output, or a file that appears only when it is complete. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_SINK_H
#define TOT_CLI_SINK_H

#include "cli/options.h"
#include "totalise/diag.h"

/* Zero-initialise with the options; results are held back until sink_close only for a file. */
struct sink {
	const struct options *options;
	struct tot_text held;
	bool wrote; /* something is to appear */
	int error;  /* why standard output failed; 0 = it did not */
};

/* Add a text and free it; headings of people's text are bold where colours are on. */
void sink_add(struct sink *sink, struct tot_text *text, bool headings);

/* Everything is written, flushed and in its place, or there is a message: EXIT_GOOD or EXIT_IO. */
enum exit_status sink_close(struct sink *sink);

/* One text as the whole output; frees it. */
enum exit_status sink_print(const struct options *options, struct tot_text *text);

/* Print the faults of a file that could not be written, and free them: EXIT_IO. */
enum exit_status sink_fault(struct tot_diag *diag);

#endif
