/* Where the faults of bad records go: a file, or lines for people on standard error. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_ERRORS_H
#define TOT_CLI_ERRORS_H

#include "batch/file.h"
#include "cli/options.h"

struct error_log {
	const char *input; /* name of the records' file */
	bool to_file;
	struct tot_file file;
};

/* name: of --errors, NULL = standard error. False: the reason is in diag. */
bool error_log_open(struct error_log *log, const char *name, const char *input,
		    struct tot_diag *diag);

/* Lines as tot_batch_life writes them. */
bool error_log_add(struct error_log *log, const struct tot_text *lines);

bool error_log_commit(struct error_log *log);
void error_log_abandon(struct error_log *log);

#endif
