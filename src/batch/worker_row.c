/* The columns of a list of posted workers, and one row of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/worker_row.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "record/read.h"

#define NAME_TEXT 64
#define EXTENSION_MAX 600

static const char *const names[TOT_WORKER_COLUMNS] = {
	[TOT_WORKER_PERSON] = "person",
	[TOT_WORKER_HOME] = "home",
	[TOT_WORKER_HOST] = "host",
	[TOT_WORKER_FROM] = "from",
	[TOT_WORKER_PLANNED_TO] = "planned_to",
	[TOT_WORKER_TO] = "to",
	[TOT_WORKER_AS] = "as",
	[TOT_WORKER_EXTENSION_MONTHS] = "extension_months",
	[TOT_WORKER_PAY] = "pay",
	[TOT_WORKER_NATIONALITY] = "nationality",
	[TOT_WORKER_BASIS] = "basis",
	[TOT_WORKER_KEEP] = "keep_host_insurance",
	[TOT_WORKER_FAMILY] = "spouse_and_children",
};

/* "Planned to" is the column planned_to. */
static int column_of(const char *text)
{
	char name[NAME_TEXT];
	snprintf(name, sizeof(name), "%s", text);
	for (char *c = name; *c; c++)
		*c = (char)(*c == ' ' || *c == '-' ? '_' : tolower((unsigned char)*c));
	for (int i = 0; i < TOT_WORKER_COLUMNS; i++)
		if (strcmp(name, names[i]) == 0)
			return i;
	return -1;
}

static void ignore_column(const struct tot_csv_cell *cell, const char *file, struct tot_diag *diag)
{
	char place[NAME_TEXT];
	snprintf(place, sizeof(place), "%zu:%zu", cell->line, cell->column);
	tot_diag_add(diag, TOT_WARNING, "unknown-column", file, place,
		     "the column '%s' is not known and is left out", cell->text);
}

bool tot_worker_head_read(struct tot_worker_head *out, const struct tot_csv_row *row,
			  const char *file, struct tot_diag *diag)
{
	const size_t before = diag->errors;
	for (int i = 0; i < TOT_WORKER_COLUMNS; i++)
		out->column[i] = -1;
	for (size_t i = 0; i < row->count; i++) {
		const int column = column_of(row->cells[i].text);
		if (column < 0)
			ignore_column(&row->cells[i], file, diag);
		else if (out->column[column] >= 0)
			tot_csv_fault(diag, file, &row->cells[i], "doubled-column",
				      "the column '%s' stands twice", names[column]);
		else
			out->column[column] = (int)i;
	}
	const struct tot_csv_cell start = {"", row->line, 1};
	for (int i = 0; i < TOT_WORKER_NEEDED; i++)
		if (out->column[i] < 0)
			tot_csv_fault(diag, file, &start, "missing-column",
				      "the head has no column '%s'; needed are person, home, host, "
				      "from, planned_to",
				      names[i]);
	return diag->errors == before;
}

/* What reading one row works with. */
struct row {
	const struct tot_worker_head *head;
	const struct tot_csv_row *cells;
	struct tot_arena *arena;
	const char *file;
	struct tot_diag *diag;
};

/* The cell of a column; NULL where the row or the file has none, or it is empty. */
static const struct tot_csv_cell *cell_of(const struct row *row, enum tot_worker_column column)
{
	const int at = row->head->column[column];
	if (at < 0 || (size_t)at >= row->cells->count || !row->cells->cells[at].text[0])
		return NULL;
	return &row->cells->cells[at];
}

static void missing(const struct row *row, enum tot_worker_column column)
{
	const struct tot_csv_row *cells = row->cells;
	const int at = row->head->column[column];
	const struct tot_csv_cell start = {"", cells->line, 1};
	const bool there = at >= 0 && (size_t)at < cells->count;
	tot_csv_fault(row->diag, row->file, there ? &cells->cells[at] : &start, "missing-value",
		      "'%s' is missing", names[column]);
}

static const char *read_country(const struct row *row, enum tot_worker_column column)
{
	const struct tot_csv_cell *cell = cell_of(row, column);
	if (!cell) {
		missing(row, column);
		return NULL;
	}
	const char *hint = tot_country_hint(cell->text);
	if (tot_country_known(cell->text))
		return cell->text;
	tot_csv_fault(row->diag, row->file, cell, "unknown-country",
		      "'%s' is no country; write a code of two letters such as %s", cell->text,
		      hint ? hint : "DE");
	return NULL;
}

/* A day, or a month: its first or last day. */
static struct tot_date read_day(const struct row *row, enum tot_worker_column column, bool last)
{
	struct tot_date date = {0};
	tot_month month;
	const struct tot_csv_cell *cell = cell_of(row, column);
	if (!cell) {
		if (column < TOT_WORKER_NEEDED)
			missing(row, column);
		return date;
	}
	const struct tot_date first = tot_month_first_day(0);
	if (tot_month_parse(&month, cell->text))
		return last ? tot_month_last_day(month) : tot_month_first_day(month);
	if (!tot_date_parse(&date, cell->text) || tot_date_compare(date, first) < 0 ||
	    tot_month_of(date) >= TOT_MONTH_LIMIT) {
		tot_csv_fault(row->diag, row->file, cell, "bad-day",
			      "'%s' is no day; write it as 2026-11-21", cell->text);
		date = (struct tot_date){0};
	}
	return date;
}

/* One of the words; `fallback` where nothing is written. */
static const char *read_word(const struct row *row, enum tot_worker_column column,
			     const char *words, const char *fallback)
{
	const struct tot_csv_cell *cell = cell_of(row, column);
	if (!cell)
		return fallback;
	if (tot_word_find(words, cell->text) < 0)
		tot_csv_fault(row->diag, row->file, cell, "unknown-word",
			      "'%s' is not known here; use one of: %s", cell->text, words);
	return cell->text;
}

static bool read_yes(const struct row *row, enum tot_worker_column column)
{
	const char *word = read_word(row, column, "yes no true false", "no");
	return strcmp(word, "yes") == 0 || strcmp(word, "true") == 0;
}

static int read_extension(const struct row *row)
{
	int64_t months = 0;
	const struct tot_csv_cell *cell = cell_of(row, TOT_WORKER_EXTENSION_MONTHS);
	if (cell && (tot_decimal_parse(&months, cell->text, 0) != TOT_OK || months < 0 ||
		     months > EXTENSION_MAX)) {
		tot_csv_fault(row->diag, row->file, cell, "bad-number",
			      "'%s' is no number of months from 0 to %d", cell->text,
			      EXTENSION_MAX);
		months = 0;
	}
	return (int)months;
}

/* Pay a month in the currency of home, as one step from the first day on. */
static void read_pay(struct tot_pay *out, const struct row *row, const struct tot_posting *posting)
{
	int64_t amount = 0;
	const struct tot_csv_cell *cell = cell_of(row, TOT_WORKER_PAY);
	const struct tot_scheme *home = posting->home ? tot_scheme_of(posting->home) : NULL;
	if (!cell || !posting->home)
		return;
	const int decimals = tot_currency_decimals(home ? home->currency : NULL);
	if (tot_decimal_parse(&amount, cell->text, decimals) != TOT_OK || amount < 0 ||
	    amount > TOT_SCENARIO_AMOUNT_MAX) {
		tot_csv_fault(row->diag, row->file, cell, "bad-number",
			      "'%s' is no pay; write digits with at most %d decimals after a point",
			      cell->text, decimals);
		return;
	}
	struct tot_pay_step *step = tot_arena_alloc(row->arena, sizeof(*step));
	if (!step)
		return;
	*step = (struct tot_pay_step){tot_month_of(posting->from), amount};
	out->form = TOT_PAY_MONTHLY;
	out->steps = step;
	out->step_count = 1;
}

static void check_order(const struct row *row, struct tot_date from, struct tot_date to,
			enum tot_worker_column column)
{
	const struct tot_csv_cell *cell = cell_of(row, column);
	if (cell && !tot_date_is_none(from) && !tot_date_is_none(to) &&
	    tot_date_compare(to, from) < 0)
		tot_csv_fault(row->diag, row->file, cell, "date-order", "'%s' lies before 'from'",
			      cell->text);
}

bool tot_worker_row_read(struct tot_worker *out, const struct tot_worker_head *head,
			 const struct tot_csv_row *cells, struct tot_arena *arena, const char *file,
			 struct tot_diag *diag)
{
	const size_t before = diag->errors;
	const struct row row = {head, cells, arena, file, diag};
	const struct tot_csv_cell *person = cell_of(&row, TOT_WORKER_PERSON);
	const struct tot_csv_cell *nationality = cell_of(&row, TOT_WORKER_NATIONALITY);
	struct tot_posting *posting = &out->posting;
	*out = (struct tot_worker){.person = person ? person->text : "",
				   .nationality = nationality ? nationality->text : ""};
	if (!person)
		missing(&row, TOT_WORKER_PERSON);
	posting->home = read_country(&row, TOT_WORKER_HOME);
	posting->host = read_country(&row, TOT_WORKER_HOST);
	if (posting->home && posting->host && strcmp(posting->home, posting->host) == 0)
		tot_csv_fault(diag, file, cell_of(&row, TOT_WORKER_HOST), "same-country",
			      "home and host are the same state");
	posting->from = read_day(&row, TOT_WORKER_FROM, false);
	posting->planned_to = read_day(&row, TOT_WORKER_PLANNED_TO, true);
	posting->to = read_day(&row, TOT_WORKER_TO, true);
	check_order(&row, posting->from, posting->planned_to, TOT_WORKER_PLANNED_TO);
	check_order(&row, posting->from, posting->to, TOT_WORKER_TO);
	posting->self_employed =
		strcmp(read_word(&row, TOT_WORKER_AS, "employee self_employed", "employee"),
		       "self_employed") == 0;
	posting->extension_months = read_extension(&row);
	posting->basis = read_word(&row, TOT_WORKER_BASIS, "posting exception ship public_service",
				   "posting");
	posting->keep_host_insurance = read_yes(&row, TOT_WORKER_KEEP);
	posting->spouse_and_children = read_yes(&row, TOT_WORKER_FAMILY);
	read_pay(&posting->pay, &row, posting);
	return diag->errors == before;
}
