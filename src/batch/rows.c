/* Rows by libcsv, strict about quotes; a row with a stray quote is a bad row, not the end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/rows.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#define OPTIONS (CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL)

struct tot_rows {
	struct tot_stream *stream;
	uint64_t *bytes;
	struct tot_diag *diag;
	struct csv_parser parser;
	struct tot_arena arena; /* of the rows read and not yet dropped */
	struct tot_row *list;
	size_t count, at;    /* rows read, and the one at hand */
	struct tot_row open; /* the row that is being read */
	uint64_t line;	     /* lines fed */
	size_t fed;	     /* bytes of the open row */
	bool begun, ended;
};

static void on_cell(void *text, size_t size, void *data)
{
	struct tot_rows *rows = data;
	struct tot_row *row = &rows->open;
	const char *copy = tot_arena_copy(&rows->arena, text ? text : "", text ? size : 0);
	const char **cells =
		tot_arena_grow(&rows->arena, row->cells, row->count, sizeof *row->cells);
	if (!copy || !cells)
		return;
	row->cells = cells;
	row->cells[row->count++] = copy;
}

static void close_row(struct tot_rows *rows, const char *problem)
{
	struct tot_row *list =
		tot_arena_grow(&rows->arena, rows->list, rows->count, sizeof *rows->list);
	if (list) {
		rows->list = list;
		rows->open.problem = problem;
		rows->list[rows->count++] = rows->open;
	}
	rows->open = (struct tot_row){.line = rows->open.line};
	rows->fed = 0;
}

static void on_row(int end, void *data)
{
	(void)end;
	close_row(data, NULL);
}

/* The separator is the one of the header: a semicolon where there is no comma. */
static void choose_separator(struct tot_rows *rows, const char *text, size_t size)
{
	if (!memchr(text, ',', size) && memchr(text, ';', size))
		csv_set_delim(&rows->parser, ';');
}

static enum tot_status start_parser(struct tot_rows *rows)
{
	return csv_init(&rows->parser, OPTIONS) == 0 ? TOT_OK : TOT_ERR_MEMORY;
}

/* After a stray quote: the rest of the line is dropped, and the next line begins a row. */
static enum tot_status recover(struct tot_rows *rows)
{
	const unsigned char separator = csv_get_delim(&rows->parser);
	csv_free(&rows->parser);
	const enum tot_status status = start_parser(rows);
	if (status == TOT_OK)
		csv_set_delim(&rows->parser, separator);
	close_row(rows, "a quote stands inside a cell; put the cell in quotes and double those "
			"inside it");
	return status;
}

/* One line, or what the buffer has of it. */
static enum tot_status feed(struct tot_rows *rows)
{
	struct tot_stream *stream = rows->stream;
	const char *from = stream->buffer + stream->at;
	const char *end = memchr(from, '\n', stream->size - stream->at);
	const size_t size = end ? (size_t)(end - from) + 1 : stream->size - stream->at;
	if (rows->open.count == 0 && !rows->parser.quoted && rows->fed == 0)
		rows->open.line = rows->line + 1;
	if (!rows->begun)
		choose_separator(rows, from, size);
	rows->begun = true;
	rows->fed += size;
	enum tot_status status = TOT_OK;
	if (csv_parse(&rows->parser, from, size, on_cell, on_row, rows) != size)
		status = csv_error(&rows->parser) == CSV_EPARSE ? recover(rows) : TOT_ERR_MEMORY;
	stream->at += size;
	rows->line += end ? 1 : 0;
	if (end && rows->open.count == 0 && !rows->parser.quoted)
		rows->fed = 0;
	if (rows->fed <= TOT_RECORD_BYTES)
		return rows->arena.failed ? TOT_ERR_MEMORY : status;
	tot_diag_add(rows->diag, TOT_ERROR, "quote", stream->name, "",
		     "the row that begins in line %llu is longer than 1 MiB; is a quote not "
		     "closed?",
		     (unsigned long long)rows->open.line);
	return TOT_ERR_DATA;
}

static enum tot_status finish(struct tot_rows *rows)
{
	rows->ended = true;
	if (csv_fini(&rows->parser, on_cell, on_row, rows) != 0)
		close_row(rows, "a quote is opened and never closed");
	return rows->arena.failed ? TOT_ERR_MEMORY : TOT_OK;
}

enum tot_status tot_rows_peek(const struct tot_row **out, struct tot_rows *rows)
{
	enum tot_status status = TOT_OK;
	while (status == TOT_OK && rows->at == rows->count && !rows->ended) {
		status = tot_stream_fill(rows->stream, rows->bytes, rows->diag);
		if (status != TOT_OK)
			break;
		status = rows->stream->ended ? finish(rows) : feed(rows);
	}
	*out = status == TOT_OK && rows->at < rows->count ? &rows->list[rows->at] : NULL;
	return status;
}

void tot_rows_drop(struct tot_rows *rows)
{
	rows->at++;
	/* Cells of a row that goes on stay until it is complete. */
	if (rows->at < rows->count || rows->open.count)
		return;
	tot_arena_free(&rows->arena);
	rows->list = NULL;
	rows->open.cells = NULL;
	rows->count = rows->at = 0;
}

/* A byte-order mark is no part of the first name. */
static enum tot_status skip_mark(struct tot_rows *rows)
{
	const enum tot_status status = tot_stream_fill(rows->stream, rows->bytes, rows->diag);
	struct tot_stream *stream = rows->stream;
	if (status == TOT_OK && stream->size - stream->at >= 3 &&
	    memcmp(stream->buffer + stream->at, "\xEF\xBB\xBF", 3) == 0)
		stream->at += 3;
	return status;
}

enum tot_status tot_rows_open(struct tot_rows **out, struct tot_stream *stream, uint64_t *bytes,
			      struct tot_diag *diag)
{
	struct tot_rows *rows = calloc(1, sizeof *rows);
	if (!rows)
		return TOT_ERR_MEMORY;
	rows->stream = stream;
	rows->bytes = bytes;
	rows->diag = diag;
	enum tot_status status = start_parser(rows);
	if (status == TOT_OK)
		status = skip_mark(rows);
	if (status == TOT_OK)
		*out = rows;
	else
		tot_rows_free(rows);
	return status;
}

void tot_rows_free(struct tot_rows *rows)
{
	if (!rows)
		return;
	csv_free(&rows->parser);
	tot_arena_free(&rows->arena);
	free(rows);
}
