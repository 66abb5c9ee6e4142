/* A file that appears only when it is complete. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_FILE_H
#define TOT_BATCH_FILE_H

#include <limits.h>
#include <stdbool.h>

#include "totalise/diag.h"

/* Set by tot_file_open. */
struct tot_file {
	const char *name;
	char place[PATH_MAX]; /* where it will be: a link is followed */
	char temporary
		[PATH_MAX]; /* "" for what is written as it is: standard output, a pipe, a device */
	int fd;
	struct tot_diag *diag; /* why it cannot be written; file "" is standard output */
};

/* Begin to write `name` (kept by the caller; NULL: standard output). False: the reason is in diag. */
bool tot_file_open(struct tot_file *file, const char *name, struct tot_diag *diag);

bool tot_file_write(struct tot_file *file, const char *bytes, size_t size);

/* Put the file in its place; `sync`: only after it has reached the disk. False: nothing was replaced. */
bool tot_file_commit(struct tot_file *file, bool sync);

/* Leave no trace of what was not committed. */
void tot_file_abandon(struct tot_file *file);

#endif
