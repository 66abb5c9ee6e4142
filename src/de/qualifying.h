/* The German qualifying periods: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_QUALIFYING_H
#define TOT_DE_QUALIFYING_H

#include "de/early.h"

/* Tests that count months up to a start; those of disability are in de/disability_tests.c. */
enum tot_de_test {
	TOT_DE_TEST_W5,
	TOT_DE_TEST_W15,
	TOT_DE_TEST_W20,
	TOT_DE_TEST_W25,
	TOT_DE_TEST_W35,
	TOT_DE_TEST_W45,
	TOT_DE_TEST_GR33,
	TOT_DE_TESTS
};

/* Supplement points of exempt mini-jobs as last computed: a search asks for the same again and again. */
struct tot_de_exempt_memo {
	tot_month cut; /* TOT_MONTH_NONE: nothing computed yet */
	int year;      /* of the start: it and the year before take preliminary averages */
	tot_points points;
};

/*
 * Months that count, set apart by the rule that limits them; made once for many candidate starts.
 */
struct tot_de_sets {
	struct tot_timeline timeline;		 /* records up to the end of the search */
	struct tot_months counted[TOT_DE_TESTS]; /* without condition */
	struct tot_months work;			 /* s. 51 (3a) no. 1 */
	struct tot_months unemployment;		 /* no. 3: not in the window before the start */
	struct tot_months voluntary;		 /* no. 4: only with 18 years of work */
	struct tot_months
		credited_unemployment; /* no. 4: shuts voluntary months of the window out */
	struct tot_de_early early;     /* the 5 years are met without their months */
	int required[TOT_DE_TESTS], work_needed, window;
	bool has_credits;
	struct tot_months exempt_jobs;	 /* exempt mini-jobs: months of s. 52 only */
	struct tot_de_exempt_memo *memo; /* of the arena */
};

/* Sort the months of a life for all tests; `cut` says how far open records go. */
enum tot_status tot_de_sets_of(struct tot_de_sets *out, const struct tot_view *view,
			       const struct tot_de_cut *cut, struct tot_ctx *ctx);

/*
 * One test as of a month.
 *
 * Given      cut: months before it count; start: start of the pension (the window of the 45 years)
 * Returned   out: numbers, met, by_agreement (see tot_qualify)
 */
enum tot_status tot_de_test_at(struct tot_qualifying *out, enum tot_de_test test,
			       const struct tot_de_sets *sets, const struct tot_view *view,
			       tot_month cut, tot_month start, struct tot_ctx *ctx);

/* The 5 years met early: the numbers stay, nothing is missing, and nobody lends. */
void tot_de_count_as_met(struct tot_qualifying *out, const struct tot_de_early *early);

/*
 * The first start from which the test has the same outcome as at every later one: nothing is
 * added any more and the window of the last years is empty. TOT_MONTH_NONE if that is not known
 * (credits, children, 5 years met early).
 */
tot_month tot_de_settled(enum tot_de_test test, const struct tot_de_sets *sets,
			 const struct tot_view *view);

/* First month at whose end the test is met, looked at for a pension from `start`. */
enum tot_status tot_de_met_on(tot_month *out, enum tot_de_test test, const struct tot_de_sets *sets,
			      const struct tot_view *view, tot_month start, struct tot_ctx *ctx);

/*
 * A test with more to say than its months: open its step, write what is special, close it with
 * the months.
 * Given      label: of the step with the months
 */
void tot_de_trace_open(struct tot_trace *trace, const struct tot_qualifying *test);
void tot_de_trace_close(struct tot_trace *trace, const struct tot_qualifying *test,
			const char *label);

/* "DE.w5" and its name and section. */
const char *tot_de_test_id(enum tot_de_test test);
const char *tot_de_test_title(enum tot_de_test test);
const char *tot_de_test_law(enum tot_de_test test);

#endif
