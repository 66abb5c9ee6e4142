/* totalise law show agreements.overview: the agreements of both states as tables. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement_read.h"
#include "show.h"

/* A column of the printed table, with the names that it has in the tables of the file. */
struct printed {
	const char *head;
	const char *names[2];
	int width;
};

static const struct printed printed[] = {
	{"state", {"country", "group"}, 24},
	{"code", {"iso", NULL}, 7},
	{"in force", {"in_force", "from"}, 12},
	{"adds months", {"totalisation", NULL}, 13},
	{"posting", {"posting_months", NULL}, 9},
	{"planned longer", {"if_planned_longer", NULL}, 17},
	{"confidence", {"confidence", NULL}, 11},
};
enum { PRINTED = sizeof printed / sizeof printed[0] };

/* Position of a column in a table; -1 = it has none. */
static int column_of(const struct tot_json *table, const struct printed *column)
{
	const struct tot_json *names = tot_json_get(table, "columns");
	int at = 0;
	for (const struct tot_json *name = names ? names->first : NULL; name;
	     name = name->next, at++)
		for (size_t i = 0; i < 2; i++)
			if (column->names[i] && name->type == TOT_JSON_STRING &&
			    tot_same(name->string, column->names[i]))
				return at;
	return -1;
}

static void add_cell(struct tot_text *out, const struct tot_json *cell)
{
	if (!cell || cell->type == TOT_JSON_NULL)
		tot_text_add(out, "-");
	else if (cell->type == TOT_JSON_STRING)
		tot_text_add(out, cell->string);
	else if (cell->type == TOT_JSON_BOOL)
		tot_text_add(out, cell->boolean ? "yes" : "no");
	else if (cell->type == TOT_JSON_NUMBER)
		tot_text_format(out, "%d", (int)cell->number);
	else
		for (const struct tot_json *item = cell->first; item; item = item->next)
			tot_text_format(out, "%s%s", item == cell->first ? "" : " ",
					item->type == TOT_JSON_STRING ? item->string : "");
}

/* Whether a row is in force on the day: signed ones without a date are not. */
static bool holds(const struct tot_json *row, int from, const struct tot_date *on)
{
	struct tot_date date;
	const struct tot_json *cell = from < 0 ? NULL : tot_json_at(row, (size_t)from);
	if (!on || !cell)
		return true;
	char text[TOT_DATE_TEXT] = "";
	if (cell->type == TOT_JSON_STRING && strlen(cell->string) >= 10)
		memcpy(text, cell->string, 10);
	return tot_date_parse(&date, text) && tot_date_compare(date, *on) <= 0;
}

static void show_row(struct tot_text *out, const struct tot_json *row, const int *columns)
{
	int column = 2;
	tot_text_add(out, "  ");
	for (int i = 0; i < PRINTED; i++) {
		if (columns[i] < 0)
			continue;
		add_cell(out, tot_json_at(row, (size_t)columns[i]));
		column += printed[i].width;
		tot_text_add(out, " ");
		tot_text_pad(out, column);
	}
	while (out->size && out->bytes[out->size - 1] == ' ')
		out->bytes[--out->size] = '\0';
	tot_text_add(out, "\n");
}

static void show_table(struct tot_text *out, const struct tot_json *table,
		       const struct tot_date *on)
{
	int columns[PRINTED], column = 2;
	const struct tot_json *rows = tot_json_get(table, "rows");
	tot_text_format(out, "\n%s\n  ", tot_json_string(table, "title"));
	for (int i = 0; i < PRINTED; i++) {
		columns[i] = column_of(table, &printed[i]);
		if (columns[i] < 0)
			continue;
		tot_text_add(out, printed[i].head);
		column += printed[i].width;
		tot_text_add(out, " ");
		tot_text_pad(out, column);
	}
	while (out->size && out->bytes[out->size - 1] == ' ')
		out->bytes[--out->size] = '\0';
	tot_text_add(out, "\n");
	for (const struct tot_json *row = rows ? rows->first : NULL; row; row = row->next)
		if (holds(row, columns[2], on))
			show_row(out, row, columns);
}

enum tot_status tot_show_overview(struct tot_text *out, const struct tot_law_file *file,
				  const struct tot_date *on)
{
	size_t count;
	const char *as_of = tot_json_string(file->root, "as_of");
	const char *note = tot_json_string(file->root, "as_of_note");
	const struct tot_json *table = tot_member_list(file->root, "tables", &count);
	tot_text_format(out, "agreements.overview: %s, as of %s\n",
			tot_json_string(tot_json_get(file->root, "title"), "en"),
			as_of ? as_of : "?");
	for (; table; table = table->next)
		show_table(out, table, on);
	if (note)
		tot_text_format(out, "\n%s\n", note);
	tot_text_add(
		out,
		"posting: months under home law; planned longer: host_from_start = the law of the "
		"host from\nthe first day, home_until_max = home law for the months, then that of "
		"the host; confidence:\nof the worst cell of the row.\n");
	return out->failed ? TOT_ERR_MEMORY : TOT_OK;
}
