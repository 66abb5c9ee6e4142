/* Life tables: probabilities of death from the CSV files that mortality/tables.json names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "life_table.h"

struct csv {
	struct tot_loader *loader;
	const struct tot_law_file *file;
	const char *at, *end;
	size_t line;
};

static void csv_fault(struct csv *csv, const char *code, const char *message)
{
	char place[32];
	snprintf(place, sizeof place, "%zu:1", csv->line);
	tot_diag_add(csv->loader->diag, TOT_ERROR, code, csv->file->shown, place, "%s", message);
}

/* A plain decimal of at most 15 digits, exact in a double and divided once by a power of ten. */
bool tot_csv_number(double *out, const char **at, const char *end)
{
	static const double powers[] = {1e0, 1e1, 1e2,	1e3,  1e4,  1e5,  1e6,	1e7,
					1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	int64_t digits = 0;
	const char *c = *at, *point = NULL;
	for (; c < end && (unsigned)(*c - '0') <= 9 && c - *at <= 16; c++)
		digits = digits * 10 + (*c - '0');
	if (c < end && *c == '.') {
		point = c++;
		for (; c < end && (unsigned)(*c - '0') <= 9 && c - *at <= 16; c++)
			digits = digits * 10 + (*c - '0');
	}
	bool fine = c - *at >= 1 && c - *at <= 16 && c[-1] != '.';
	*out = fine ? (double)digits / powers[point ? c - point - 1 : 0] : 0;
	*at = c;
	return fine;
}

static bool next_line(struct csv *csv)
{
	const char *newline = memchr(csv->at, '\n', (size_t)(csv->end - csv->at));
	csv->at = newline ? newline + 1 : csv->end;
	csv->line++;
	return csv->at < csv->end;
}

/* The age of a row must follow that of the row before. */
static bool read_age(struct csv *csv, int expected)
{
	double age;
	if (!tot_csv_number(&age, &csv->at, csv->end) || csv->at == csv->end || *csv->at != ',' ||
	    age != (double)expected) {
		csv_fault(csv, "bad-age", "the ages must be 0, 1, 2 and so on, each once");
		return false;
	}
	csv->at++;
	return true;
}

static bool read_qx(struct csv *csv, double *qx, bool last)
{
	if (!tot_csv_number(qx, &csv->at, csv->end) || *qx > 1) {
		csv_fault(csv, "bad-qx", "a probability of death from 0 to 1 was expected");
		return false;
	}
	bool ended = csv->at == csv->end || *csv->at == '\n';
	if (ended != last) {
		csv_fault(csv, "row-length",
			  "the row has another number of cells than the first line");
		return false;
	}
	csv->at += !ended;
	return true;
}

/* "age,qx,lx,dx,Lx,Tx,ex,flag" or "age,q2023,...": number of columns with rates; 0 if neither. */
static int read_header(struct csv *csv, struct tot_life_table *table)
{
	static const char period[] = "age,qx,lx,dx,Lx,Tx,ex,flag\n";
	size_t size = (size_t)(csv->end - csv->at);
	if (size >= sizeof period - 1 && memcmp(csv->at, period, sizeof period - 1) == 0)
		return 1;
	const char *line = memchr(csv->at, '\n', size);
	const char *c = csv->at + 3;
	if (!line || size < 10 || memcmp(csv->at, "age,q", 5) != 0)
		return 0;
	int years = 0;
	for (double year; c < line; years++) {
		if (memcmp(c, ",q", 2) != 0)
			return 0;
		c += 2;
		if (!tot_csv_number(&year, &c, line) || year < 1900 || year > 2200)
			return 0;
		if (years == 0)
			table->first_year = (int)year;
		if ((int)year != table->first_year + years)
			return 0;
	}
	return c == line ? years : 0;
}

static void read_rows(struct csv *csv, struct tot_life_table *table, double *qx)
{
	bool period = table->first_year == 0;
	while (csv->at < csv->end && table->ages < TOT_AGES_MAX) {
		double *row = qx + (size_t)table->ages * (size_t)table->years;
		if (!read_age(csv, table->ages))
			return;
		for (int y = 0; y < table->years; y++) {
			if (!read_qx(csv, &row[y], !period && y + 1 == table->years))
				return;
		}
		table->ages++;
		next_line(csv);
	}
	if (csv->at < csv->end)
		csv_fault(csv, "bad-age", "a life table ends at age 150 at the latest");
	else if (table->ages < 100)
		csv_fault(csv, "bad-age", "a life table needs the ages from 0 to at least 99");
	else if (period && qx[table->ages - 1] != 1)
		csv_fault(csv, "bad-qx",
			  "the last probability of death of a period table must be 1");
}

static void read_table(struct tot_loader *loader, const struct tot_law_file *file,
		       struct tot_life_table *table)
{
	struct csv csv = {loader, file, file->bytes, file->bytes + file->size, 1};
	table->years = read_header(&csv, table);
	if (table->years == 0) {
		csv_fault(&csv, "bad-header",
			  "the first line must be age,qx,lx,dx,Lx,Tx,ex,flag or "
			  "age,qYEAR,qYEAR+1,...");
		return;
	}
	double *qx =
		tot_arena_alloc(loader->arena, TOT_AGES_MAX * (size_t)table->years * sizeof *qx);
	size_t before = loader->diag->errors;
	next_line(&csv);
	if (qx)
		read_rows(&csv, table, qx);
	table->qx = qx;
	bool fine = qx && loader->diag->errors == before;
	if (loader->check_all && fine && table->first_year == 0)
		tot_life_table_check(loader, file, table);
}

static const struct tot_law_file *csv_file(const struct tot_law *law, const char *name)
{
	for (size_t i = 0; name && i < law->file_count; i++) {
		const char *file = law->files[i].name;
		if (strncmp(file, "law/mortality/", 14) == 0 && strcmp(file + 14, name) == 0)
			return &law->files[i];
	}
	return NULL;
}

static void add_table(struct tot_loader *loader, const struct tot_law_file *index,
		      const struct tot_json *entry, struct tot_life_table *table)
{
	const struct tot_law_file *file = csv_file(loader->law, tot_json_string(entry, "file"));
	table->id = tot_json_string(entry, "id");
	table->state = tot_json_string(entry, "state");
	table->sex = tot_json_string(entry, "sex");
	table->source = tot_json_string(entry, "source");
	table->confidence = tot_json_string(entry, "confidence");
	if (!table->id || !table->state || !table->sex || !table->source || !table->confidence)
		tot_law_fault(loader, index, entry, "missing-key",
			      "a life table needs id, file, state, sex, source and confidence");
	else if (!file)
		tot_law_fault(loader, index, entry, "missing-file",
			      "there is no file of this name beside tables.json");
	else
		read_table(loader, file, table);
}

static const char *id_of_file(const struct tot_json *tables, const char *name)
{
	for (const struct tot_json *entry = tables->first; entry; entry = entry->next) {
		const char *file = tot_json_string(entry, "file");
		if (name && file && strcmp(file, name) == 0)
			return tot_json_string(entry, "id");
	}
	return NULL;
}

static void add_defaults(struct tot_loader *loader, const struct tot_law_file *index,
			 const struct tot_json *tables)
{
	static const char *const sexes[] = {"male", "female"};
	const struct tot_json *states = tot_json_get(index->root, "default_tables");
	const struct tot_json *pair = states ? states->first : NULL;
	for (size_t n = 0; pair; pair = pair->next) {
		for (size_t s = 0; s < 2; s++) {
			const struct tot_json *file = tot_json_at(pair, s);
			const char *id = file && file->type == TOT_JSON_STRING
						 ? id_of_file(tables, file->string)
						 : NULL;
			if (!id || n >= TOT_DEFAULT_TABLES) {
				tot_law_fault(loader, index, pair, "bad-default",
					      "two files of the index were expected: men, women");
				continue;
			}
			const char **entry = loader->law->default_tables[n++];
			entry[0] = pair->key;
			entry[1] = sexes[s];
			entry[2] = id;
		}
	}
}

void tot_law_life_tables(struct tot_loader *loader)
{
	struct tot_law *law = loader->law;
	const struct tot_law_file *index = tot_law_file(law, "mortality.tables");
	const struct tot_json *tables = index ? tot_json_get(index->root, "tables") : NULL;
	if (!tables || tables->type != TOT_JSON_ARRAY)
		return;
	law->tables = tot_arena_alloc(loader->arena, tables->count * sizeof *law->tables);
	if (!law->tables)
		return;
	law->table_count = tables->count;
	for (size_t i = 0; i < tables->count; i++)
		add_table(loader, index, &tables->first[i], &law->tables[i]);
	add_defaults(loader, index, tables);
}

const struct tot_life_table *tot_law_life_table(const struct tot_law *law, const char *id)
{
	for (size_t i = 0; id && i < law->table_count; i++) {
		if (strcmp(law->tables[i].id, id) == 0)
			return &law->tables[i];
	}
	return NULL;
}

const struct tot_life_table *tot_law_default_table(const struct tot_law *law, const char *state,
						   const char *sex)
{
	for (size_t i = 0; i < TOT_DEFAULT_TABLES; i++) {
		const char *const *entry = law->default_tables[i];
		if (entry[0] && strcmp(entry[0], state) == 0 && strcmp(entry[1], sex) == 0)
			return tot_law_life_table(law, entry[2]);
	}
	return NULL;
}
