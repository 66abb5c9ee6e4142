/* Reading streams, and the choice between lines of JSON and rows of CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum tot_status tot_stream_fill(struct tot_stream *stream, uint64_t *bytes, struct tot_diag *diag)
{
	if (stream->at < stream->size || stream->ended)
		return TOT_OK;
	/* A signal ends the wait of a caller who has not asked the system to go on (SA_RESTART). */
	const ssize_t got = read(stream->fd, stream->buffer, sizeof stream->buffer);
	if (got < 0) {
		tot_diag_add(diag, TOT_ERROR, "unreadable", stream->name, "", "cannot be read: %s",
			     strerror(errno));
		return TOT_ERR_IO;
	}
	stream->at = 0;
	stream->size = (size_t)got;
	stream->ended = got == 0;
	*bytes += (uint64_t)got;
	return TOT_OK;
}

enum tot_status tot_stream_sniff(int *first, struct tot_stream *stream, uint64_t *bytes,
				 struct tot_diag *diag)
{
	const enum tot_status status = tot_stream_fill(stream, bytes, diag);
	*first = -1;
	if (status != TOT_OK)
		return status;
	const char *text = stream->buffer;
	size_t at = stream->at;
	if (stream->size - at >= 3 && memcmp(text + at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	while (at < stream->size && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')))
		at++;
	if (at < stream->size)
		*first = (unsigned char)text[at];
	return TOT_OK;
}

static bool ends_with(const char *name, const char *end)
{
	const size_t length = strlen(name), tail = strlen(end);
	return length >= tail && strcmp(name + length - tail, end) == 0;
}

/* The name decides where it tells; a pipe is told by its first byte. */
static bool is_table(const char *name, int first)
{
	if (ends_with(name, ".csv"))
		return true;
	if (ends_with(name, ".ndjson") || ends_with(name, ".jsonl") || ends_with(name, ".json"))
		return false;
	return first != '{' && first != '[' && first != -1;
}

static struct tot_stream *new_stream(int fd, const char *name)
{
	struct tot_stream *stream = calloc(1, sizeof *stream);
	if (stream) {
		stream->fd = fd;
		stream->name = name;
	}
	return stream;
}

enum tot_status tot_source_open(struct tot_source **out, int fd, const char *name, int periods_fd,
				const char *periods_name, struct tot_diag *diag)
{
	uint64_t bytes = 0;
	int first = -1;
	struct tot_stream *stream = new_stream(fd, name), *periods = NULL;
	enum tot_status status =
		stream ? tot_stream_sniff(&first, stream, &bytes, diag) : TOT_ERR_MEMORY;
	if (status == TOT_OK && periods_fd >= 0) {
		periods = new_stream(periods_fd, periods_name);
		status = periods ? TOT_OK : TOT_ERR_MEMORY;
	}
	const bool table = periods || is_table(name, first);
	if (status == TOT_OK)
		status = table ? tot_table_open(out, stream, periods, diag)
			       : tot_lines_open(out, stream, diag);
	if (status == TOT_OK) {
		(*out)->bytes += bytes;
		return TOT_OK;
	}
	free(stream);
	free(periods);
	return status;
}
