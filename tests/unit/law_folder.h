/* A folder with a small law book, written for one test and removed after it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_LAW_FOLDER_H
#define TEST_LAW_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "totalise/law.h"

#define FOLDER_FILES 8

struct folder {
	char path[64];
	char files[FOLDER_FILES][160];
	size_t count;
};

static inline void folder_make(struct folder *folder)
{
	static const char *const parts[] = {"",	       "/law",		 "/law/de",
					    "/law/jp", "/law/mortality", "/agreements"};
	memset(folder, 0, sizeof *folder);
	snprintf(folder->path, sizeof folder->path, "/tmp/totalise-law-XXXXXX");
	assert_non_null(mkdtemp(folder->path));
	for (size_t i = 1; i < sizeof parts / sizeof parts[0]; i++) {
		char path[160];
		snprintf(path, sizeof path, "%s%s", folder->path, parts[i]);
		assert_int_equal(mkdir(path, 0700), 0);
	}
}

/* `name` as in the law book: "law/de/x.json". */
static inline void folder_write(struct folder *folder, const char *name, const char *bytes,
				size_t size)
{
	assert_true(folder->count < FOLDER_FILES);
	char path[160];
	snprintf(path, sizeof path, "%s/%s", folder->path, name);
	memcpy(folder->files[folder->count++], path, sizeof path);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

static inline void folder_remove(struct folder *folder)
{
	static const char *const parts[] = {"/law/de", "/law/jp",     "/law/mortality",
					    "/law",    "/agreements", ""};
	for (size_t i = 0; i < folder->count; i++)
		unlink(folder->files[i]);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		char path[160];
		snprintf(path, sizeof path, "%s%s", folder->path, parts[i]);
		rmdir(path);
	}
}

/* Number of faults with this code. */
static inline size_t faults(const struct tot_diag *diag, const char *code)
{
	size_t count = 0;
	for (const struct tot_diag_item *item = diag->first; item; item = item->next)
		count += item->severity == TOT_ERROR && strcmp(item->code, code) == 0;
	return count;
}

static inline void print_faults(const struct tot_diag *diag)
{
	for (const struct tot_diag_item *item = diag->first; item; item = item->next) {
		char line[1024];
		tot_diag_print(line, sizeof line, item);
		print_message("%s [%s]\n", line, item->code);
	}
}

#endif
