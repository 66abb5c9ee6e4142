/* A list of posted workers: read, joined by person, sorted by what falls due first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "batch/worker_row.h"

/* Person, then states, then first day: the postings of a person stand together. */
static int by_person(const void *a, const void *b)
{
	const struct tot_worker *x = a, *y = b;
	int order = strcmp(x->person, y->person);
	if (!order)
		order = strcmp(x->posting.home, y->posting.home);
	if (!order)
		order = strcmp(x->posting.host, y->posting.host);
	return order ? order : tot_date_compare(x->posting.from, y->posting.from);
}

/* What falls due first; nothing to file at the end; equal days by name. */
static int by_due(const void *a, const void *b)
{
	const struct tot_worker *x = a, *y = b;
	const struct tot_date on = x->coverage.next_on, other = y->coverage.next_on;
	const bool none = tot_date_is_none(on), none_other = tot_date_is_none(other);
	if (none != none_other)
		return none ? 1 : -1;
	const int order = none ? 0 : tot_date_compare(on, other);
	return order ? order : by_person(a, b);
}

static enum tot_status read_rows(struct tot_workers *io, const struct tot_csv *csv,
				 const char *file, struct tot_diag *diag)
{
	struct tot_worker_head head;
	const struct tot_csv_row none = {.line = 1};
	if (!tot_worker_head_read(&head, csv->count ? &csv->rows[0] : &none, file, diag))
		return TOT_ERR_DATA;
	io->list = tot_arena_alloc(&io->arena, (csv->count + 1) * sizeof(*io->list));
	if (!io->list)
		return TOT_ERR_MEMORY;
	for (size_t i = 1; i < csv->count; i++)
		if (tot_worker_row_read(&io->list[io->count], &head, &csv->rows[i], &io->arena,
					file, diag))
			io->count++;
	return TOT_OK;
}

static bool same_person(const struct tot_worker *a, const struct tot_worker *b)
{
	return strcmp(a->person, b->person) == 0;
}

/* The posting of the day, else the next one, else the last one. */
static size_t of_the_day(const struct tot_posting *list, size_t count, struct tot_date as_of)
{
	size_t best = 0;
	int best_rank = -1;
	for (size_t i = 0; i < count; i++) {
		const bool begun = tot_date_compare(list[i].from, as_of) <= 0;
		const bool over = tot_date_compare(tot_posting_last_day(&list[i]), as_of) < 0;
		const int rank = begun && !over ? 2 : begun ? 0 : 1;
		const bool sooner = tot_date_compare(list[i].from, list[best].from) < 0;
		if (rank > best_rank || (rank == best_rank && (rank == 1) == sooner)) {
			best = i;
			best_rank = rank;
		}
	}
	return best;
}

/* One worker from the rows of one person. */
static enum tot_status join(struct tot_worker *out, struct tot_worker *rows, size_t count,
			    struct tot_ctx *ctx)
{
	struct tot_posting *postings = tot_arena_alloc(ctx->arena, count * sizeof(*postings));
	if (!postings)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < count; i++)
		postings[i] = rows[i].posting;
	tot_postings_link(postings, count);
	const size_t chosen = of_the_day(postings, count, ctx->as_of);
	const struct tot_worker found = {.person = rows[chosen].person,
					 .nationality = rows[chosen].nationality,
					 .posting = postings[chosen]};
	*out = found;
	return tot_coverage_of(&out->coverage, &postings[chosen], NULL, ctx);
}

static enum tot_status evaluate(struct tot_workers *io, const struct tot_law *law)
{
	struct tot_ctx ctx = {.law = law, .as_of = io->as_of, .arena = &io->arena};
	enum tot_status status = TOT_OK;
	size_t workers = 0;
	qsort(io->list, io->count, sizeof(*io->list), by_person);
	for (size_t i = 0, next; i < io->count && status >= 0; i = next) {
		for (next = i + 1; next < io->count && same_person(&io->list[i], &io->list[next]);)
			next++;
		status = join(&io->list[workers++], &io->list[i], next - i, &ctx);
	}
	io->count = workers;
	qsort(io->list, io->count, sizeof(*io->list), by_due);
	return status < 0 ? status : TOT_OK;
}

enum tot_status tot_workers_read(struct tot_workers **out, const char *text, size_t size,
				 const char *file, const struct tot_law *law, struct tot_date as_of,
				 struct tot_diag *diag)
{
	struct tot_csv csv;
	struct tot_workers *workers = calloc(1, sizeof(*workers));
	if (!workers)
		return TOT_ERR_MEMORY;
	workers->as_of = as_of;
	enum tot_status status = tot_csv_read(&csv, &workers->arena, text, size, file, diag);
	if (status == TOT_OK)
		status = read_rows(workers, &csv, file, diag);
	if (status == TOT_OK)
		status = evaluate(workers, law);
	if (status == TOT_OK && workers->arena.failed)
		status = TOT_ERR_MEMORY;
	if (status == TOT_OK)
		*out = workers;
	else
		tot_workers_free(workers);
	return status;
}

void tot_workers_free(struct tot_workers *workers)
{
	if (!workers)
		return;
	tot_arena_free(&workers->arena);
	free(workers);
}

static bool holds(const struct tot_law_span *span, struct tot_date day)
{
	return tot_date_compare(span->from, day) <= 0 &&
	       (tot_date_is_none(span->to) || tot_date_compare(day, span->to) <= 0);
}

const char *tot_worker_law_now(const struct tot_worker *worker, struct tot_date as_of)
{
	for (size_t i = 0; i < worker->coverage.span_count; i++)
		if (holds(&worker->coverage.spans[i], as_of))
			return worker->coverage.spans[i].state;
	return NULL;
}

int tot_worker_days_left(const struct tot_worker *worker, struct tot_date as_of)
{
	const struct tot_date end = worker->coverage.valid_to;
	const int days = tot_date_is_none(end) ? -1 : tot_date_to_day(end) - tot_date_to_day(as_of);
	return days < 0 ? -1 : days;
}
