/* Tables of CSV as scenarios: one wide table, or persons and periods in the same order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "batch/cells.h"
#include "batch/rows.h"

#define FORMAT "totalise-scenario/1"

/* Members of a scenario, and short names for those of its person and of a period's pay. */
static const char *const members[] = {"title",	 "as_of",   "person",	"family",
				      "periods", "credits", "postings", "events",
				      "plan",	 "compare", "choices"};
static const char *const of_person[] = {"born",
					"sex",
					"nationalities",
					"residence",
					"severely_disabled_from",
					"other_income",
					"health_fund_rate"};
static const char *const of_period[] = {"country", "kind",   "from",  "to",
					"pay",	   "region", "flags", "note"};
static const char *const of_pay[] = {"monthly",		 "yearly", "average",
				     "average_revalued", "points", "bonuses",
				     "contribution",	 "growth", "currency"};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* One file with the paths that its columns stand for. */
struct sheet {
	struct tot_stream *stream;
	struct tot_rows *rows;
	struct tot_arena arena;
	const char **paths; /* NULL for the column `id` */
	size_t count, id;   /* id == count: there is none */
};

struct table {
	struct tot_source source;
	struct sheet persons, periods; /* periods.stream NULL: one wide table */
	struct tot_arena arena;	       /* of one record */
	const char *problem;	       /* of the record, in its arena */
	bool loose_told;
};

static bool begins(const char *path, const char *const *list, size_t count)
{
	const size_t size = strcspn(path, ".");
	for (size_t i = 0; i < count; i++)
		if (strlen(list[i]) == size && memcmp(list[i], path, size) == 0)
			return true;
	return false;
}

/* The path of a column in the scenario, or below a period; NULL if there is no such member. */
static const char *path_of(struct tot_arena *arena, const char *name, bool period)
{
	if (period && begins(name, of_period, COUNT(of_period)))
		return name;
	if (period && begins(name, of_pay, COUNT(of_pay)))
		return tot_arena_format(arena, "pay.%s", name);
	if (!period && begins(name, members, COUNT(members)))
		return name;
	if (!period && begins(name, of_person, COUNT(of_person)))
		return tot_arena_format(arena, "person.%s", name);
	return NULL;
}

static void read_name(struct sheet *sheet, size_t i, const char *name, bool period,
		      struct tot_diag *diag)
{
	if (strcmp(name, "id") == 0) {
		sheet->id = i;
		return;
	}
	const char *copy = tot_arena_copy(&sheet->arena, name, strlen(name));
	sheet->paths[i] = copy ? path_of(&sheet->arena, copy, period) : NULL;
	if (copy && !sheet->paths[i])
		tot_diag_add(diag, TOT_ERROR, "column", sheet->stream->name, "1",
			     "the column '%s' is no member of a %s; the README names the columns",
			     name, period ? "period" : "scenario");
}

static enum tot_status read_header(struct sheet *sheet, bool period, struct tot_source *source)
{
	const struct tot_row *row = NULL;
	enum tot_status status =
		tot_rows_open(&sheet->rows, sheet->stream, &source->bytes, source->diag);
	if (status == TOT_OK)
		status = tot_rows_peek(&row, sheet->rows);
	if (status != TOT_OK || !row)
		return status;
	sheet->count = sheet->id = row->count;
	sheet->paths = tot_arena_alloc(&sheet->arena, (row->count + 1) * sizeof *sheet->paths);
	for (size_t i = 0; sheet->paths && i < row->count; i++)
		read_name(sheet, i, row->cells[i], period, source->diag);
	tot_rows_drop(sheet->rows);
	if (sheet->arena.failed)
		return TOT_ERR_MEMORY;
	return source->diag->errors ? TOT_ERR_DATA : TOT_OK;
}

static const char *id_of(const struct sheet *sheet, const struct tot_row *row)
{
	return sheet->id < row->count ? row->cells[sheet->id] : "";
}

/* Fewer cells than columns are empty ones; more are a fault. */
static const char *problem_of(const struct sheet *sheet, const struct tot_row *row)
{
	if (row->problem)
		return row->problem;
	return row->count > sheet->count ? "the row has more cells than the header" : NULL;
}

/* The cells stay in the arena of the record, for the row goes when the next is looked at. */
static bool put_row(struct table *table, struct tot_cell *root, const struct sheet *sheet,
		    const struct tot_row *row, const char *prefix)
{
	for (size_t i = 0; i < row->count; i++) {
		if (!sheet->paths[i] || !row->cells[i][0])
			continue;
		const char *value =
			tot_arena_copy(&table->arena, row->cells[i], strlen(row->cells[i]));
		const char *path = tot_arena_format(&table->arena, "%s%s", prefix, sheet->paths[i]);
		if (!value || !tot_cell_put(&table->arena, root, path, value))
			return false;
	}
	return true;
}

/* The periods of one person: the rows with the same id that come next. */
static enum tot_status put_periods(struct table *table, struct tot_cell *root, const char *id)
{
	const struct tot_row *row = NULL;
	enum tot_status status = TOT_OK;
	size_t count = 0;
	while ((status = tot_rows_peek(&row, table->periods.rows)) == TOT_OK && row &&
	       strcmp(id_of(&table->periods, row), id) == 0) {
		const char *problem = problem_of(&table->periods, row);
		const char *prefix = tot_arena_format(&table->arena, "periods.%zu.", count++);
		if (problem && !table->problem)
			table->problem = tot_arena_format(&table->arena, "line %llu of %s: %s",
							  (unsigned long long)row->line,
							  table->periods.stream->name, problem);
		else if (!problem && !put_row(table, root, &table->periods, row, prefix))
			return TOT_ERR_MEMORY;
		tot_rows_drop(table->periods.rows);
	}
	if (status == TOT_OK && count == 0 && !table->problem)
		table->problem = tot_arena_format(
			&table->arena,
			"no period of this id comes next in %s; its rows stand in the order of "
			"the persons",
			table->periods.stream->name);
	return status;
}

/* Periods that are left when the persons have ended: told once. */
static enum tot_status loose_periods(struct table *table, struct tot_record *record, bool *end)
{
	const struct tot_row *row = NULL;
	enum tot_status status = TOT_OK;
	if (table->periods.rows && !table->loose_told)
		status = tot_rows_peek(&row, table->periods.rows);
	*end = !row;
	if (!row)
		return status;
	table->loose_told = true;
	record->line = row->line;
	table->problem = tot_arena_format(
		&table->arena,
		"this line of %s has the id '%.40s', which no person that follows has; the rows "
		"stand in the order of the persons",
		table->periods.stream->name, id_of(&table->periods, row));
	return TOT_OK;
}

static enum tot_status put_person(struct table *table, struct tot_cell *root,
				  const struct tot_row *row, struct tot_record *record)
{
	const char *problem = problem_of(&table->persons, row);
	const char *id = tot_arena_format(&table->arena, "%s", id_of(&table->persons, row));
	record->line = row->line;
	if (problem)
		table->problem = tot_arena_format(&table->arena, "%s", problem);
	const bool fine = tot_cell_put(&table->arena, root, "format", FORMAT) &&
			  tot_cell_put(&table->arena, root, "title", id) &&
			  (problem || put_row(table, root, &table->persons, row, ""));
	tot_rows_drop(table->persons.rows);
	if (!fine)
		return TOT_ERR_MEMORY;
	return table->periods.rows ? put_periods(table, root, id) : TOT_OK;
}

static enum tot_status next(struct tot_source *self, struct tot_text *text,
			    struct tot_record *record, bool *end)
{
	struct table *table = (struct table *)self;
	const struct tot_row *row = NULL;
	struct tot_cell root = {.name = ""};
	*record = (struct tot_record){.start = text->size};
	*end = false;
	tot_arena_free(&table->arena);
	table->problem = NULL;
	enum tot_status status =
		table->persons.rows ? tot_rows_peek(&row, table->persons.rows) : TOT_OK;
	if (status == TOT_OK && !row)
		status = loose_periods(table, record, end);
	else if (status == TOT_OK)
		status = put_person(table, &root, row, record);
	if (status != TOT_OK)
		return status;
	record->faulty = table->problem != NULL;
	if (record->faulty)
		tot_text_add(text, table->problem);
	else if (!*end)
		tot_cell_print(text, &root);
	record->size = text->size - record->start;
	return table->arena.failed ? TOT_ERR_MEMORY : TOT_OK;
}

static void free_sheet(struct sheet *sheet)
{
	tot_rows_free(sheet->rows);
	tot_arena_free(&sheet->arena);
}

static void close_table(struct tot_source *self)
{
	struct table *table = (struct table *)self;
	free_sheet(&table->persons);
	free_sheet(&table->periods);
	free(table->persons.stream);
	free(table->periods.stream);
	tot_arena_free(&table->arena);
	free(table);
}

static enum tot_status read_headers(struct table *table)
{
	enum tot_status status = read_header(&table->persons, false, &table->source);
	if (status == TOT_OK && table->periods.stream)
		status = read_header(&table->periods, true, &table->source);
	if (status != TOT_OK || !table->periods.stream)
		return status;
	if (table->persons.id < table->persons.count && table->periods.id < table->periods.count)
		return TOT_OK;
	tot_diag_add(table->source.diag, TOT_ERROR, "no-id", table->persons.stream->name, "1",
		     "two tables need a column 'id' each, by which the periods find their person");
	return TOT_ERR_DATA;
}

enum tot_status tot_table_open(struct tot_source **out, struct tot_stream *stream,
			       struct tot_stream *periods, struct tot_diag *diag)
{
	struct table *table = calloc(1, sizeof *table);
	if (!table)
		return TOT_ERR_MEMORY;
	table->source = (struct tot_source){.next = next, .free = close_table, .diag = diag};
	table->persons.stream = stream;
	table->periods.stream = periods;
	const enum tot_status status = read_headers(table);
	if (status == TOT_OK) {
		*out = &table->source;
		return TOT_OK;
	}
	/* The caller keeps the streams of a table that was not opened. */
	table->persons.stream = table->periods.stream = NULL;
	close_table(&table->source);
	return status;
}
