/* Lines of JSON as records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "batch/stream.h"

struct lines {
	struct tot_source source;
	struct tot_stream *stream;
	uint64_t line; /* lines begun */
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool is_blank(const char *text, size_t size)
{
	while (size && is_space(text[size - 1]))
		size--;
	return size == 0;
}

/* One line without its end; what lies beyond the longest record is dropped. */
static enum tot_status take_line(struct lines *lines, struct tot_text *text, size_t start,
				 bool *too_long, bool *any)
{
	struct tot_stream *stream = lines->stream;
	*too_long = *any = false;
	for (;;) {
		const enum tot_status status =
			tot_stream_fill(stream, &lines->source.bytes, lines->source.diag);
		if (status != TOT_OK || stream->ended)
			return status;
		*any = true;
		const char *from = stream->buffer + stream->at;
		const size_t left = stream->size - stream->at;
		const char *end = memchr(from, '\n', left);
		const size_t size = end ? (size_t)(end - from) : left;
		*too_long |= text->size - start + size > TOT_RECORD_BYTES;
		if (!*too_long)
			tot_text_add_bytes(text, from, size);
		stream->at += size + (end ? 1 : 0);
		if (end)
			return TOT_OK;
	}
}

static enum tot_status next(struct tot_source *self, struct tot_text *text,
			    struct tot_record *record, bool *end)
{
	struct lines *lines = (struct lines *)self;
	const size_t start = text->size;
	bool too_long, any;
	for (;;) {
		const enum tot_status status = take_line(lines, text, start, &too_long, &any);
		if (status != TOT_OK || !any) {
			*end = true;
			return status;
		}
		lines->line++;
		if (too_long || !is_blank(text->bytes + start, text->size - start))
			break;
		text->size = start;
	}
	*record = (struct tot_record){.line = lines->line, .start = start, .faulty = too_long};
	if (too_long) {
		text->size = start;
		tot_text_add(text, "the line is longer than 1 MiB; one life is a few kilobytes");
	}
	record->size = text->size - start;
	return TOT_OK;
}

static void close_lines(struct tot_source *self)
{
	struct lines *lines = (struct lines *)self;
	free(lines->stream);
	free(lines);
}

enum tot_status tot_lines_open(struct tot_source **out, struct tot_stream *stream,
			       struct tot_diag *diag)
{
	struct lines *lines = calloc(1, sizeof *lines);
	if (!lines)
		return TOT_ERR_MEMORY;
	lines->source = (struct tot_source){.next = next, .free = close_lines, .diag = diag};
	lines->stream = stream;
	*out = (struct tot_source *)lines;
	return TOT_OK;
}
