/* Postings printed alone: those of one life, and the list of posted workers of an employer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_POSTING_H
#define TOTALISE_POSTING_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/claim.h"
#include "totalise/text.h"

/* One row of the list. */
struct tot_worker {
	const char *person, *nationality; /* nationality: "" if not given */
	struct tot_posting posting;
	struct tot_coverage coverage; /* of the worker's posting of the day */
};

/* The posted workers of one file. */
struct tot_workers {
	struct tot_arena arena;
	struct tot_date as_of;
	struct tot_worker *list; /* one a person, what falls due first at the front */
	size_t count;
};

/*
 * Read a list of posted workers and find out what each has to file next.
 *
 * Given
 *   text, size   CSV with a head; columns in any order, further ones are ignored with a warning:
 *                person, home, host, from, planned_to (needed); to, as (employee, self_employed),
 *                extension_months, pay (a month, in the currency of home), nationality, basis
 *                (posting, exception, ship, public_service), keep_host_insurance, spouse_and_children
 *                (yes, no). Several rows of one person between the same states are postings one after the
 *                other; the one of the day is shown, else the next, else the last
 *   file, as_of  name for diagnostics; day of the decision
 * Returned
 *   out          free it with tot_workers_free
 * Status
 *   TOT_OK, also when rows are faulty: each is told in diag with LINE:COLUMN and left out;
 *   TOT_ERR_DATA if the head lacks a column that is needed; TOT_ERR_MEMORY
 */
TOT_NODISCARD enum tot_status tot_workers_read(struct tot_workers **out, const char *text,
					       size_t size, const char *file,
					       const struct tot_law *law, struct tot_date as_of,
					       struct tot_diag *diag);
void tot_workers_free(struct tot_workers *workers);

/* State whose law holds on the day; NULL before the start and after the end. */
const char *tot_worker_law_now(const struct tot_worker *worker, struct tot_date as_of);

/* Days from the day to the end of the certificate; -1 without one and when it is over. */
int tot_worker_days_left(const struct tot_worker *worker, struct tot_date as_of);

/* The list for people, as CSV with a head, as totalise-posting/1. */
void tot_workers_text(struct tot_text *out, const struct tot_workers *workers);
void tot_workers_csv(struct tot_text *out, const struct tot_workers *workers);
void tot_workers_json(struct tot_text *out, const struct tot_workers *workers, bool compact);

/* The dates as a calendar (RFC 5545). */
void tot_workers_calendar(struct tot_text *out, const struct tot_workers *workers);

/* The postings of one life, evaluated. */
struct tot_life_postings {
	struct tot_arena arena;
	const struct tot_scenario *life;
	struct tot_date as_of;
	struct tot_coverage *list;
	size_t count;
};

/*
 * Coverage of every posting of a scenario, without anything else.
 * Given: life, kept by the caller. Returned: out; free it with tot_life_postings_free.
 * Status: TOT_OK; TOT_ERR_MEMORY, TOT_ERR_OVERFLOW
 */
TOT_NODISCARD enum tot_status tot_life_postings_find(struct tot_life_postings **out,
						     const struct tot_scenario *life,
						     const struct tot_law *law,
						     struct tot_date as_of);
void tot_life_postings_free(struct tot_life_postings *postings);
void tot_life_postings_text(struct tot_text *out, const struct tot_life_postings *postings);
void tot_life_postings_csv(struct tot_text *out, const struct tot_life_postings *postings);
void tot_life_postings_json(struct tot_text *out, const struct tot_life_postings *postings,
			    bool compact);
void tot_life_postings_calendar(struct tot_text *out, const struct tot_life_postings *postings);

#endif
