/* Faults of bad records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/errors.h"

#include <stdio.h>
#include <string.h>

#include "law/json.h"

bool error_log_open(struct error_log *log, const char *name, const char *input,
		    struct tot_diag *diag)
{
	*log = (struct error_log){.input = input, .to_file = name != NULL};
	return !name || tot_file_open(&log->file, name, diag);
}

/* One line of JSON as "FILE:LINE:/periods/3/from: error: ..." */
static void for_people(const char *input, const char *text, size_t size)
{
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	const struct tot_json *item = NULL;
	if (tot_json_read(&item, &arena, text, size, "", &diag) == TOT_OK) {
		const struct tot_json *line = tot_json_get(item, "line");
		const char *pointer = tot_json_string(item, "pointer");
		const char *message = tot_json_string(item, "message");
		fprintf(stderr, "%s:%.0f%s%s: error: ", input, line ? line->number : 0.0,
			pointer && pointer[0] ? ":" : "", pointer ? pointer : "");
		for (const char *c = message ? message : ""; *c; c++)
			fputc((unsigned char)*c < 0x20 || *c == 0x7F ? '?' : *c, stderr);
		fputc('\n', stderr);
	}
	tot_diag_free(&diag);
	tot_arena_free(&arena);
}

bool error_log_add(struct error_log *log, const struct tot_text *lines)
{
	if (lines->size == 0)
		return true;
	if (log->to_file)
		return tot_file_write(&log->file, lines->bytes, lines->size);
	for (const char *at = lines->bytes; *at;) {
		const size_t size = strcspn(at, "\n");
		for_people(log->input, at, size);
		at += size + (at[size] ? 1 : 0);
	}
	return true;
}

bool error_log_commit(struct error_log *log)
{
	return !log->to_file || tot_file_commit(&log->file, false);
}

void error_log_abandon(struct error_log *log)
{
	if (log->to_file)
		tot_file_abandon(&log->file);
}
