/* Sums of a comparison by year of birth. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "batch/columns.h"
#include "batch/csv.h"
#include "batch/difference.h"

#define FIRST_YEAR 1850
#define YEARS 270 /* and one more line for all years */
#define NUMBER_TEXT 40

struct sums {
	uint64_t lives, winners, losers,
		numbers;      /* numbers: lives that have the value under a law */
	int64_t base, reform; /* in 10^-TOT_SUM_DECIMALS */
};

struct tot_summary {
	const struct tot_columns *columns;
	size_t count;
	struct sums *years; /* by year, then by column; the last year is "all" */
};

enum tot_status tot_summary_new(struct tot_summary **out, const struct tot_columns *columns)
{
	struct tot_summary *summary = calloc(1, sizeof *summary);
	if (!summary)
		return TOT_ERR_MEMORY;
	summary->columns = columns;
	summary->count = tot_columns_count(columns);
	summary->years = calloc((YEARS + 1) * summary->count, sizeof *summary->years);
	if (!summary->years) {
		free(summary);
		return TOT_ERR_MEMORY;
	}
	*out = summary;
	return TOT_OK;
}

void tot_summary_free(struct tot_summary *summary)
{
	if (!summary)
		return;
	free(summary->years);
	free(summary);
}

/* The cell up to the next tab or line end; *text is behind it afterwards. Empty cells are 0 and not known. */
static int64_t take_number(const char **text, bool *known)
{
	char cell[NUMBER_TEXT];
	const size_t size = strcspn(*text, "\t\n");
	int64_t number = 0;
	const size_t kept = size < sizeof cell ? size : sizeof cell - 1;
	memcpy(cell, *text, kept);
	cell[kept] = '\0';
	*known = size && tot_decimal_parse(&number, cell, TOT_SUM_DECIMALS) == TOT_OK;
	*text += size + ((*text)[size] == '\t' ? 1 : 0);
	return *known ? number : 0;
}

static enum tot_status count(struct sums *sums, int64_t base, int64_t reform, bool known)
{
	sums->lives++;
	sums->winners += reform > base ? 1 : 0;
	sums->losers += reform < base ? 1 : 0;
	sums->numbers += known ? 1 : 0;
	const enum tot_status status = tot_add(&sums->base, sums->base, base);
	return status == TOT_OK ? tot_add(&sums->reform, sums->reform, reform) : status;
}

/* One life: year, then two cells a column. */
static enum tot_status take_life(struct tot_summary *summary, const char **text)
{
	char *end = NULL;
	const long year = strtol(*text, &end, 10);
	const size_t row =
		year >= FIRST_YEAR && year < FIRST_YEAR + YEARS ? (size_t)(year - FIRST_YEAR) : 0;
	enum tot_status status = TOT_OK;
	*text = end + (*end == '\t' ? 1 : 0);
	for (size_t i = 0; status == TOT_OK && i < summary->count; i++) {
		bool known[2];
		const int64_t base = take_number(text, &known[0]);
		const int64_t reform = take_number(text, &known[1]);
		const bool any = known[0] || known[1];
		status = count(&summary->years[row * summary->count + i], base, reform, any);
		if (status == TOT_OK)
			status = count(&summary->years[YEARS * summary->count + i], base, reform,
				       any);
	}
	return status;
}

enum tot_status tot_summary_add(struct tot_summary *summary, const struct tot_text *cohorts)
{
	enum tot_status status = TOT_OK;
	const char *at = cohorts->size ? cohorts->bytes : "";
	while (status == TOT_OK && *at) {
		status = take_life(summary, &at);
		at += strcspn(at, "\n");
		at += *at ? 1 : 0;
	}
	return status;
}

/* A sum without decimals that are zero in all of money: two of them, or four. */
static void print_sum(struct tot_text *out, int64_t sum)
{
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print(text, sum, TOT_SUM_DECIMALS);
	if (sum % 100 == 0)
		text[strlen(text) - 2] = '\0';
	tot_text_format(out, ",%s", text);
}

static void print_line(struct tot_text *out, const struct tot_summary *summary, size_t row,
		       size_t column)
{
	const struct sums *s = &summary->years[row * summary->count + column];
	int64_t difference;
	if (s->numbers == 0)
		return;
	if (row == YEARS)
		tot_text_add(out, "all");
	else
		tot_text_format(out, "%zu", row + FIRST_YEAR);
	tot_csv_cell(out, tot_columns_path(summary->columns, column), false);
	tot_text_format(out, ",%llu,%llu,%llu,%llu", (unsigned long long)s->lives,
			(unsigned long long)s->winners, (unsigned long long)s->losers,
			(unsigned long long)(s->lives - s->winners - s->losers));
	print_sum(out, s->base);
	print_sum(out, s->reform);
	if (__builtin_sub_overflow(s->reform, s->base, &difference))
		tot_text_add(out, ",");
	else
		print_sum(out, difference);
	tot_text_add(out, "\n");
}

void tot_summary_print(struct tot_text *out, const struct tot_summary *summary)
{
	tot_text_add(out, "born,column,lives,winners,losers,unchanged,base,reform,difference\n");
	for (size_t row = 0; row <= YEARS; row++)
		for (size_t column = 0; column < summary->count; column++)
			print_line(out, summary, row, column);
}
