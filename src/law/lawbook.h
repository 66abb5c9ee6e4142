/* Inside of the law book: files, grids of figures, bound figures. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_LAWBOOK_H
#define TOT_LAW_LAWBOOK_H

#include <string.h>

#include "totalise/agreement.h"
#include "totalise/arena.h"
#include "totalise/deadline.h"
#include "totalise/diag.h"
#include "totalise/law.h"

#include "json.h"

/* What a file is, from its folder and the end of its name. */
enum tot_file_kind { TOT_FILE_PARAMETER, TOT_FILE_AGREEMENT, TOT_FILE_CSV };

struct tot_law_file {
	const char *name;      /* "law/de/access_factor.json" */
	const char *shown;     /* name for diagnostics: with the folder that the user gave */
	const char *parameter; /* "de.access_factor"; the last part of the name for other files */
	enum tot_file_kind kind;
	const char *bytes;
	size_t size;
	const unsigned char *packed; /* of a built-in file: read when the program was built */
	size_t packed_size;
	const struct tot_json *root; /* NULL for CSV and before it is read */
	struct tot_grid *grids;	     /* linked, in the order of the file */
};

/* The key of a look-up that a column or a member stands for. */
enum tot_dim {
	TOT_DIM_NONE,
	TOT_DIM_DAY,
	TOT_DIM_YEAR,
	TOT_DIM_MONTH,
	TOT_DIM_BIRTH,
	TOT_DIM_NUMBER,
	TOT_DIM_WORD
};

#define TOT_OPEN_LOW INT64_MIN
#define TOT_OPEN_HIGH INT64_MAX

/* One key: a range with both ends included, or a word. */
struct tot_key {
	enum tot_dim dim;
	int64_t low, high;
	const char *word;
};

#define TOT_KEYS_MAX 3
#define TOT_DEFAULT_TABLES 8

/* A node on the way from the root of a file: what it says for everything below it. */
struct tot_scope {
	const struct tot_scope *up,
		*beside; /* above; the member of the same list before this one */
	const struct tot_json *node;
	const char *law, *source, *confidence; /* NULL: ask `up` */
	bool draft;			       /* this node or one above is no law yet */
	struct tot_key key;		       /* TOT_DIM_NONE if the node selects nothing */
};

/* How the rows of a grid are written in the file. */
enum tot_grid_form {
	TOT_GRID_TABLE,	 /* columns and rows of cells */
	TOT_GRID_SERIES, /* a list of objects */
	TOT_GRID_OBJECT, /* the numbers of one object */
	TOT_GRID_LIST	 /* a list of numbers: columns "0", "1", ... */
};

/* A rectangle of figures with its keys: every shape of the law file format comes down to this. */
struct tot_grid {
	const char *path; /* "tables.east" */
	enum tot_grid_form form;
	const struct tot_scope *scope;
	const struct tot_json *rows;  /* the list of rows; the object itself for TOT_GRID_OBJECT */
	const struct tot_json *names; /* `columns` of a table, else NULL */
	const char **columns;
	size_t column_count, row_count;
	const struct tot_json **cells; /* row by row; NULL where an object has no such key */
	struct tot_grid_key {
		enum tot_dim dim;
		size_t column;
	} dims[TOT_KEYS_MAX];
	size_t dim_count;
	struct tot_key *keys;	     /* row_count * dim_count */
	struct tot_row_order *order; /* rows that are law, by the first key */
	size_t order_count;
	bool ranges_disjoint; /* rows can be found by binary search */
	bool *is_key;	      /* by column: it only says which row is which */
	int *own_confidence;  /* by column: column `confidence_X` of X, or -1 */
	int law_column, source_column, confidence_column, currency_column, status_column;
	int from_column, to_column; /* of the first key, as written; -1 if none */
	const char **key_names;	    /* the first key by row, where it is a number */
	struct tot_grid *next;
};

struct tot_row_order {
	int64_t low, high;
	size_t row;
};

static inline const struct tot_json *tot_grid_cell(const struct tot_grid *grid, size_t row,
						   size_t column)
{
	return grid->cells[row * grid->column_count + column];
}

/* Columns for one figure of one grid: one, or several told apart by birth ("born_*"). */
struct tot_bound_column {
	size_t column;
	struct tot_key birth;  /* TOT_DIM_NONE: always */
	const char **pointers; /* by row */
};

struct tot_bound_grid {
	const struct tot_law_file *file;
	const struct tot_grid *grid;
	struct tot_bound_column *columns;
	size_t column_count;
	struct tot_key member_keys[TOT_KEYS_MAX]; /* what the way to the grid selects */
	size_t member_key_count;
};

struct tot_bound {
	struct tot_bound_grid *grids;
	size_t grid_count;
};

struct tot_bound_set {
	const struct tot_figures *set;
	struct tot_bound *bound; /* set->count */
};

struct tot_law {
	struct tot_arena arena;
	struct tot_law_file *files; /* by name */
	size_t file_count;
	struct tot_bound_set *sets;
	size_t set_count;
	struct tot_deadlines deadlines;
	struct tot_agreement **agreements;
	size_t agreement_count;
	struct tot_life_table *tables;
	size_t table_count;
	const char *default_tables[TOT_DEFAULT_TABLES][3]; /* state, sex, id */
	char digest[17];
};

/* tot_law_load with or without the checks that cannot fail for the built-in files. */
enum tot_status tot_law_load_with(struct tot_law **out, const char *dir, bool check_all,
				  const struct tot_figures *const *sets, size_t n,
				  struct tot_diag *diag);

/* What loading needs everywhere. */
struct tot_loader {
	struct tot_law *law;
	struct tot_arena *arena; /* &law->arena */
	struct tot_diag *diag;
	bool check_all; /* false for the built-in files, which the tests have checked */
	/* Not NULL: only files that these figures name, agreements and life tables are read. */
	const struct tot_figures *const *only;
	size_t only_count;
	const struct tot_reform *reform; /* NULL: the law as it is */
	const struct tot_json *changes;	 /* the reform as it was read */
};

/* files.c: the bytes of all files, sorted by name; `dir` NULL = built in. */
enum tot_status tot_law_collect(struct tot_loader *loader, const char *dir);

/* grid.c: all grids of a parameter file, with their keys. */
void tot_law_walk(struct tot_loader *loader, struct tot_law_file *file);

/* grid_scope.c: the scope of a node below `up` (NULL for the root); NULL when memory is short. */
struct tot_scope *tot_scope_new(struct tot_loader *loader, const struct tot_scope *up,
				const struct tot_json *node);

/* A node with `from` holds from that day; the file of a fiscal year while it is valid. */
void tot_scope_days(struct tot_scope *scope);

/* A member of a list is told apart by a word, or by its day: it holds until the next one. */
void tot_scope_member(struct tot_loader *loader, struct tot_scope *scope);

/* grid_keys.c: the keys of the rows, and what the other columns say. */
void tot_grid_keys(struct tot_loader *loader, struct tot_grid *grid);

/* bind.c: figures to grids; a missing one is a fault. */
void tot_law_bind(struct tot_loader *loader, const struct tot_figures *const *sets, size_t n);

/* check.c and others: section 5 of the law file format. */
void tot_check_file(struct tot_loader *loader, const struct tot_law_file *file);

/* lookup.c: a cell as a scaled integer; false if it is no such number. */
bool tot_cell_value(struct tot_value *out, const struct tot_json *cell, int decimals);

/* True for the keys of section 2 that are never figures. */
bool tot_key_is_text(const char *key);

/* life_table.c */
void tot_law_life_tables(struct tot_loader *loader);

/* agreement.c */
void tot_law_read_deadlines(struct tot_loader *loader);
void tot_law_agreements(struct tot_loader *loader);

/* Equal texts; most comparisons end at the first letter. */
static inline bool tot_same(const char *a, const char *b)
{
	return a[0] == b[0] && strcmp(a, b) == 0;
}

/* True if `name` equals `pattern`, or begins with it up to a final star. */
static inline bool tot_name_matches(const char *pattern, const char *name)
{
	size_t length = strlen(pattern);
	if (length && pattern[length - 1] == '*')
		return strncmp(pattern, name, length - 1) == 0;
	return tot_same(pattern, name);
}

/* Nearest text on the way up; "" if there is none. */
const char *tot_scope_law(const struct tot_scope *scope);
const char *tot_scope_source(const struct tot_scope *scope);
const char *tot_scope_confidence(const struct tot_scope *scope);

/* True if this cell's row is a draft, or a node above it. */
bool tot_grid_draft(const struct tot_grid *grid, size_t row);

/* What stands in a named column of a row; NULL if there is none or it is no text. */
const char *tot_grid_text(const struct tot_grid *grid, size_t row, int column);

/* The confidence of one cell: its column's own, its row's, or the nearest above; "" if none. */
const char *tot_grid_confidence(const struct tot_grid *grid, size_t row, size_t column);

int tot_grid_column(const struct tot_grid *grid, const char *name); /* -1 if there is none */

struct tot_law_file *tot_law_file(const struct tot_law *law, const char *parameter);

/* Report a fault of a value, or of a whole file if `value` is NULL. */
void tot_law_fault(struct tot_loader *loader, const struct tot_law_file *file,
		   const struct tot_json *value, const char *code, const char *format, ...)
	TOT_PRINTF(5, 6);

#endif
