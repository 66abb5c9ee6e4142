/* The columns of a period table that follow from qx, computed again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "life_table.h"

#define RADIX 100000.0

/* The files print four decimals, made from rates with more decimals than qx shows at high ages. */
#define TOLERANCE 1e-3

/* lx and Tx of all ages: deaths uniform in the year of age. */
struct derived {
	double survivors[TOT_AGES_MAX + 1];
	double years[TOT_AGES_MAX + 1];
};

static void derive(struct derived *derived, const struct tot_life_table *table)
{
	derived->survivors[0] = RADIX;
	for (int age = 0; age < table->ages; age++)
		derived->survivors[age + 1] = derived->survivors[age] * (1 - table->qx[age]);
	derived->years[table->ages] = 0;
	for (int age = table->ages; age-- > 0;)
		derived->years[age] = derived->years[age + 1] +
				      (derived->survivors[age] + derived->survivors[age + 1]) / 2;
}

/* lx, dx, Lx, Tx, ex of one age. */
static void columns_of(double out[5], const struct derived *derived, int age)
{
	double now = derived->survivors[age], next = derived->survivors[age + 1];
	out[0] = now;
	out[1] = now - next;
	out[2] = (now + next) / 2;
	out[3] = derived->years[age];
	out[4] = now > 0 ? derived->years[age] / now : 0;
}

static bool flag_fits(const char *at, size_t length)
{
	static const char *const flags[] = {"official", "decoded", "extrapolated", "closing"};
	for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
		if (strlen(flags[i]) == length && memcmp(flags[i], at, length) == 0)
			return true;
	}
	return false;
}

/* What is wrong with a line "age,qx,lx,dx,Lx,Tx,ex,flag"; NULL if nothing. */
static const char *check_line(const char *at, const char *end, const double expected[5])
{
	double number;
	for (int skip = 0; skip < 2; skip++) {
		at = memchr(at, ',', (size_t)(end - at));
		if (!at)
			return "the row must have eight cells";
		at++;
	}
	for (int c = 0; c < 5; c++) {
		if (!tot_csv_number(&number, &at, end) || at == end || *at != ',')
			return "a number was expected in each of the columns lx to ex";
		at++;
		if (fabs(number - expected[c]) > TOLERANCE)
			return "lx, dx, Lx, Tx and ex do not follow from qx";
	}
	return flag_fits(at, (size_t)(end - at))
		       ? NULL
		       : "official, decoded, extrapolated or closing was expected as flag";
}

void tot_life_table_check(struct tot_loader *loader, const struct tot_law_file *file,
			  const struct tot_life_table *table)
{
	struct derived derived;
	const char *at = file->bytes, *end = file->bytes + file->size;
	derive(&derived, table);
	for (int age = -1; age < table->ages && at < end; age++) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		double expected[5];
		char place[32];
		if (age >= 0) {
			columns_of(expected, &derived, age);
			const char *problem = check_line(at, newline ? newline : end, expected);
			snprintf(place, sizeof place, "%d:1", age + 2);
			if (problem)
				tot_diag_add(loader->diag, TOT_ERROR, "bad-life-table", file->shown,
					     place, "%s", problem);
		}
		at = newline ? newline + 1 : end;
	}
}
