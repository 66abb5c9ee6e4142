/* Rows of a CSV text with the place of every cell, by libcsv. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/csv.h"

#include <csv.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "totalise/text.h"

#define PLACE_TEXT 48

struct reader {
	struct tot_csv *out;
	struct tot_arena *arena;
	struct tot_csv_row row;
	size_t line, column;	       /* of the byte that is read */
	size_t cell_line, cell_column; /* where the open cell begins; 0 = not yet seen */
	bool failed;
};

static void take_cell(void *bytes, size_t size, void *data)
{
	struct reader *reader = data;
	struct tot_csv_row *row = &reader->row;
	struct tot_csv_cell *cells =
		tot_arena_grow(reader->arena, row->cells, row->count, sizeof(*cells));
	const char *text = cells ? tot_arena_copy(reader->arena, bytes ? bytes : "", size) : NULL;
	if (!text) {
		reader->failed = true;
		return;
	}
	row->cells = cells;
	cells[row->count++] =
		(struct tot_csv_cell){text, reader->cell_line ? reader->cell_line : reader->line,
				      reader->cell_line ? reader->cell_column : reader->column};
	reader->cell_line = 0;
}

static void take_row(int terminator, void *data)
{
	struct reader *reader = data;
	(void)terminator;
	struct tot_csv *out = reader->out;
	struct tot_csv_row *rows =
		tot_arena_grow(reader->arena, out->rows, out->count, sizeof(*rows));
	if (!rows) {
		reader->failed = true;
		return;
	}
	out->rows = rows;
	reader->row.line = reader->row.cells ? reader->row.cells[0].line : reader->line;
	rows[out->count++] = reader->row;
	reader->row = (struct tot_csv_row){0};
}

/* The delimiter that stands most often in the head outside quotes. */
static unsigned char delimiter_of(const char *text, size_t size)
{
	static const char candidates[] = ",;\t";
	size_t count[3] = {0};
	bool quoted = false;
	for (size_t i = 0; i < size && (quoted || (text[i] != '\n' && text[i] != '\r')); i++) {
		if (text[i] == '"')
			quoted = !quoted;
		const char *found = text[i] ? strchr(candidates, text[i]) : NULL;
		if (!quoted && found)
			count[found - candidates]++;
	}
	size_t best = 0;
	for (size_t i = 1; i < 3; i++)
		if (count[i] > count[best])
			best = i;
	return (unsigned char)candidates[best];
}

static bool open_parser(struct csv_parser *parser, unsigned char delimiter)
{
	if (csv_init(parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		return false;
	csv_set_delim(parser, delimiter);
	return true;
}

/* Where the next byte stands; bytes inside a character of UTF-8 are no column. */
static void step(struct reader *reader, const char *byte, const char *end)
{
	const bool alone = *byte == '\r' && (byte + 1 == end || byte[1] != '\n');
	if (*byte == '\n' || alone) {
		reader->line++;
		reader->column = 1;
	} else if (byte + 1 == end || ((unsigned char)byte[1] & 0xC0) != 0x80) {
		reader->column++;
	}
}

/* A row that libcsv refuses is left out up to the end of its line. */
static const char *skip_row(struct reader *reader, const char *byte, const char *end,
			    const char *file, struct tot_diag *diag)
{
	const struct tot_csv_cell cell = {NULL, reader->line, reader->column};
	tot_csv_fault(diag, file, &cell, "unreadable-row",
		      "a quote stands where none can be; write \"\" for a quote inside quotes");
	reader->row = (struct tot_csv_row){0};
	reader->cell_line = 0;
	while (byte < end && *byte != '\n')
		step(reader, byte++, end);
	return byte;
}

static bool read_bytes(struct reader *reader, struct csv_parser *parser, const char *text,
		       const char *end, const char *file, struct tot_diag *diag)
{
	const unsigned char delimiter = csv_get_delim(parser);
	for (const char *byte = text; byte < end && !reader->failed; byte++) {
		const bool between = *byte == '\n' || *byte == '\r' || *byte == ' ';
		if (!reader->cell_line && !between) {
			reader->cell_line = reader->line;
			reader->cell_column = reader->column;
		}
		if (csv_parse(parser, byte, 1, take_cell, take_row, reader) != 1) {
			if (csv_error(parser) != CSV_EPARSE)
				return false;
			byte = skip_row(reader, byte, end, file, diag);
			csv_free(parser);
			if (!open_parser(parser, delimiter))
				return false;
			if (byte == end)
				break;
		}
		step(reader, byte, end);
	}
	return !reader->failed;
}

enum tot_status tot_csv_read(struct tot_csv *out, struct tot_arena *arena, const char *text,
			     size_t size, const char *file, struct tot_diag *diag)
{
	static const char mark[] = "\xEF\xBB\xBF";
	struct csv_parser parser;
	struct reader reader = {.out = out, .arena = arena, .line = 1, .column = 1};
	*out = (struct tot_csv){0};
	if (size >= 3 && memcmp(text, mark, 3) == 0) {
		text += 3;
		size -= 3;
	}
	if (!open_parser(&parser, delimiter_of(text, size)))
		return TOT_ERR_MEMORY;
	bool fine = read_bytes(&reader, &parser, text, text + size, file, diag);
	if (fine && csv_fini(&parser, take_cell, take_row, &reader) != 0) {
		const struct tot_csv_cell cell = {NULL, reader.cell_line ? reader.cell_line : 1,
						  reader.cell_line ? reader.cell_column : 1};
		tot_csv_fault(diag, file, &cell, "unreadable-row",
			      "the quotes of this cell are not closed");
	}
	csv_free(&parser);
	fine = fine && !reader.failed;
	return fine ? TOT_OK : TOT_ERR_MEMORY;
}

void tot_csv_cell(struct tot_text *out, const char *text, bool first)
{
	if (!first)
		tot_text_add(out, ",");
	if (!text[strcspn(text, ",;\"\r\n\t")]) {
		tot_text_add(out, text);
		return;
	}
	tot_text_add(out, "\"");
	for (size_t size; *text; text += size) {
		size = strcspn(text, "\"");
		if (size == 0) {
			tot_text_add(out, "\"\"");
			size = 1;
		} else {
			tot_text_add_bytes(out, text, size);
		}
	}
	tot_text_add(out, "\"");
}

void tot_csv_fault(struct tot_diag *diag, const char *file, const struct tot_csv_cell *cell,
		   const char *code, const char *format, ...)
{
	char place[PLACE_TEXT];
	va_list args;
	snprintf(place, sizeof(place), "%zu:%zu", cell->line, cell->column);
	va_start(args, format);
	tot_diag_addv(diag, TOT_ERROR, code, file, place, format, args);
	va_end(args);
}
