/* The law files as bytes inside the program; tools/embed writes the array. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_BUILTIN_H
#define TOT_LAW_BUILTIN_H

#include <stddef.h>

struct tot_builtin_file {
	const char *name; /* "law/de/average_earnings.json" */
	const unsigned char *bytes;
	size_t size;
	const unsigned char *packed; /* JSON as tot_unpack takes it; NULL for other files */
	size_t packed_size;
};

extern const struct tot_builtin_file tot_builtin_files[];
extern const size_t tot_builtin_file_count;
extern const char tot_builtin_digest[]; /* what tot_law_digest returns for these files */

#endif
