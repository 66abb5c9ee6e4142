/* The law book: every dated figure of the law files, with source and confidence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_LAW_H
#define TOTALISE_LAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "totalise/date.h"
#include "totalise/decimal.h"
#include "totalise/diag.h"
#include "totalise/status.h"
#include "totalise/text.h"

struct tot_law;	      /* immutable after loading: threads may share it */
struct tot_agreement; /* totalise/agreement.h */

/*
 * A figure that a formula reads. The shape of the node (law file format, section 3) is found from its
 * keys; `path` leads to it.
 */
struct tot_figure {
	const char *
		parameter; /* "de.average_earnings"; "jp.epi_revaluation_*": the file valid on `day` */
	const char
		*path; /* member names joined by dots: "tables.east"; "" = the head of the file */
	const char *column; /* column of a table, number of a series, key of a scalar */
	int decimals; /* scale of the integer: 2 = hundredths; TOT_FRACTION = text such as "5/6" */
};
#define TOT_FRACTION (-1)

/* The figures of one module, bound when the law book is loaded: a missing one is a fault then. */
struct tot_figures {
	const char *id; /* "DE" */
	const struct tot_figure *list;
	size_t count;
};

/*
 * Keys of a look-up. Fill those that the figure's node needs; the others are ignored. `day` is needed
 * also where a node above the figure has `from` or `valid_from`: before that day there is no value.
 */
struct tot_at {
	tot_day day;	 /* `from`, `from`..`to`, `valid_from`, members of a list with `from` */
	int year;	 /* `year`, `fiscal_year...`, `from_year_1_january`, `death_year_*` */
	tot_month month; /* `month`, `month_from`, `last_month_from` */
	tot_day birth; /* `born_from`; a column such as born_from_1956_04_02 when the figure's column is "born_*" */
	int64_t number;	  /* bands: `from_inclusive`..`below`, `..._up_to`, `age_from` */
	const char *word; /* `pension`, `kind`, `country`, `id`, "STATE-SEX" ... */
};

/* A figure with everything that a report says about it. Texts live as long as the law book. */
struct tot_value {
	int64_t value;	     /* numerator */
	int64_t denominator; /* 10^decimals, or that of the fraction */
	int decimals;
	const char *parameter; /* "de.average_earnings" */
	const char *pointer;   /* "/rows/133/2" in its file */
	const char *from, *to; /* validity as written in the file; "" = open or none */
	const char
		*currency;  /* of the row, as written ("DM"); "" if the table has no such column */
	const char *law;    /* nearest section on the way up; "" if none */
	const char *source; /* nearest source on the way up; "" if none */
	const char *confidence; /* official, secondary, memory, computed */
};

/*
 * Load and check all files of a law book.
 *
 * Given
 *   dir        NULL: the files built into the program; else a folder that holds law/ and agreements/,
 *              or a law folder itself (agreements/ inside it or beside it)
 *   sets, n    figures to bind
 * Returned
 *   out        the law book; free it with tot_law_free
 * Status
 *   TOT_OK; TOT_ERR_DATA (every fault of every file in diag); TOT_ERR_IO; TOT_ERR_MEMORY. Nothing is
 *   written on an error.
 */
TOT_NODISCARD enum tot_status tot_law_load(struct tot_law **out, const char *dir,
					   const struct tot_figures *const *sets, size_t n,
					   struct tot_diag *diag);

/*
 * The built-in law book without the files that no figure of the sets comes from: what an evaluation needs,
 * at half the time. tot_law_list, _show, _dump and _diff want the whole one of tot_law_load.
 */
TOT_NODISCARD enum tot_status tot_law_load_needed(struct tot_law **out,
						  const struct tot_figures *const *sets, size_t n,
						  struct tot_diag *diag);

/* A JSON Merge Patch (RFC 7396) over the law files, by the names of their parameters or agreements. */
struct tot_reform {
	const char *text;
	size_t size;
	const char *file; /* name for diagnostics */
};

/*
 * tot_law_load with the files changed by a reform before they are checked, completely, as those of a folder are.
 * The fingerprint of the book is another one. Status: as tot_law_load; faults of the reform are in diag too.
 */
TOT_NODISCARD enum tot_status tot_law_load_reform(struct tot_law **out, const char *dir,
						  const struct tot_reform *reform,
						  const struct tot_figures *const *sets, size_t n,
						  struct tot_diag *diag);

void tot_law_free(struct tot_law *law);

/*
 * Check a law book completely (`totalise law check`).
 *
 * tot_law_load checks a folder completely as well. The built-in files it takes as they are, since the
 * tests of the same build have checked them; this function looks at them again.
 * Status: as tot_law_load.
 */
TOT_NODISCARD enum tot_status tot_law_check(const char *dir, const struct tot_figures *const *sets,
					    size_t n, struct tot_diag *diag);

/*
 * The value of a bound figure.
 *
 * Given
 *   set, index  the figure: set->list[index]; the set must have been given to tot_law_load
 *   at          keys
 * Returned
 *   out         the value; true is 1 and false 0 (times 10^decimals)
 * Status
 *   TOT_OK; TOT_ERR_NO_PARAMETER if no row holds for these keys, the cell is null, or the row is a draft
 *   (never the nearest one); nothing written then
 */
TOT_NODISCARD enum tot_status tot_law_get(struct tot_value *out, const struct tot_law *law,
					  const struct tot_figures *set, size_t index,
					  const struct tot_at *at);

/*
 * The last row of a figure that is keyed by year or day and has a value that is no draft.
 * Returned: *key is the year, or the day on which the row begins.
 */
TOT_NODISCARD enum tot_status tot_law_last(struct tot_value *out, int64_t *key,
					   const struct tot_law *law, const struct tot_figures *set,
					   size_t index);

/* 16 hexadecimal digits over the names and bytes of all files of law/ and agreements/. */
const char *tot_law_digest(const struct tot_law *law);

/* Agreements by position and by id; NULL past the end. */
const struct tot_agreement *tot_law_agreement(const struct tot_law *law, size_t index);

/* One life table: q(age) for one year, or for `years` calendar years from `first_year`. */
struct tot_life_table {
	const char *id, *state, *sex; /* "DE-male-2022-2024", "DE", "male" */
	const char *source, *confidence;
	int ages;	  /* rows, from age 0 */
	int first_year;	  /* of a projection; 0 for a period table */
	int years;	  /* columns; 1 for a period table */
	const double *qx; /* qx[age * years + (year - first_year)] */
};

/* Life table by its id; by state and sex the default period table. NULL if there is none. */
const struct tot_life_table *tot_law_life_table(const struct tot_law *law, const char *id);
const struct tot_life_table *tot_law_default_table(const struct tot_law *law, const char *state,
						   const char *sex);

/* Text of the JSON string at `pointer` in the file of `parameter`; NULL if there is none. */
const char *tot_law_string(const struct tot_law *law, const char *parameter, const char *pointer);

/*
 * The commands of `totalise law`. Each writes lines of text.
 *
 * list    one line a parameter: name, unit, first and last day, number of figures, worst confidence
 * show    NAME = a parameter, a part of it ("de.contribution_ceilings.tables.east") or "agreements";
 *         with a day (not NULL) only what holds on it: value, since when, source, confidence
 * dump    every figure of every file, one a line, sorted
 * diff    figures that hold on `to` and differ from those on `from`
 * Status: TOT_ERR_NO_PARAMETER if the name is not known or nothing holds on that day.
 */
TOT_NODISCARD enum tot_status tot_law_list(struct tot_text *out, const struct tot_law *law);
TOT_NODISCARD enum tot_status tot_law_show(struct tot_text *out, const struct tot_law *law,
					   const char *name, const struct tot_date *on);
TOT_NODISCARD enum tot_status tot_law_dump(struct tot_text *out, const struct tot_law *law);
TOT_NODISCARD enum tot_status tot_law_diff(struct tot_text *out, const struct tot_law *law,
					   struct tot_date from, struct tot_date to);

#endif
