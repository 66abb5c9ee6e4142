/* What the commands for many lives share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_MANY_H
#define TOT_CLI_MANY_H

#include "cli/errors.h"
#include "cli/life.h"
#include "totalise/batch.h"

/* A run into one output with its log of bad records: a struct tot_batch_out. */
struct plain_out {
	struct tot_batch_out out;
	struct tot_file file;
	struct error_log errors;
	struct tot_summary *summary; /* NULL: none is wanted */
	struct tot_diag diag;
};

/*
 * Run plan over source into --output and --errors. header: what stands before the first result; freed.
 * summary: of a comparison; NULL = none.
 * Returned: the exit status; faults are printed.
 */
enum exit_status plain_run(const struct options *options, const struct tot_batch_plan *plan,
			   struct tot_source *source, const char *input, struct tot_text *header,
			   struct tot_summary *summary, struct tot_batch_end *end);

/* Law, columns, days and threads as the options say; EXIT_GOOD or a printed fault. Free with many_free. */
struct many {
	struct tot_law *law, *base;
	struct tot_columns *columns;
	struct tot_batch_plan plan;
};
enum exit_status many_open(struct many *many, const struct options *options);
void many_free(struct many *many);

/* Faults of a run on standard error; the exit status of its status. */
enum exit_status many_fault(enum tot_status status, struct tot_diag *diag,
			    const struct options *options);

/* The exit status of a run that came to its end. */
enum exit_status many_status(const struct tot_tally *tally);

/*
 * The signal after SIGINT, SIGTERM or SIGUSR1; many_watch makes these set it. finish: a read that waits goes on, so
 * that the block at hand can be finished; else it ends.
 */
extern volatile sig_atomic_t many_stop;
void many_watch(bool finish);

#endif
