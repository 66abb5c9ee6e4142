/* Pensions for reduced earning capacity (s. 43, s. 45): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_DISABILITY_H
#define TOT_DE_DISABILITY_H

#include "de/frame.h"
#include "de/qualifying.h"

enum tot_de_disability {
	TOT_DE_DISABILITY_FULL,
	TOT_DE_DISABILITY_PARTIAL,
	TOT_DE_DISABILITY_MINERS,
	TOT_DE_DISABILITY_COUNT
};

/* An insured person as the tests see them; `quiet` leaves no trace. */
struct tot_de_insured {
	const struct tot_de_sets *sets;
	const struct tot_view *view;
	struct tot_ctx *quiet;
};

/* What one kind of disability gives. */
struct tot_de_disability_right {
	const struct tot_event *event;	  /* NULL: the life has no such disability */
	bool due;			  /* by its own conditions, whatever else is drawn */
	bool early;			  /* s. 43 (5): no three years in five are asked for */
	bool twenty_years;		  /* s. 43 (6) */
	struct tot_qualifying five_years; /* or the 20 years */
	struct tot_qualifying covered;	  /* three in five, or every month since 1984 */
	tot_month start, end;		  /* first month, month from which nothing is paid */
	struct tot_months receipt; /* months that a later pension credits (s. 58 (1) no. 5) */
};

/*
 * 36 months of compulsory contributions in the five years before a day, and the frame looked at.
 *
 * Given      out->id: condition whose months are lent; on: day of the disability
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 43 (1) no. 2, (4), s. 241 (1); DECISIONS 14
 * Example    work 2023-03..2026-02, disability on 2026-03-15: 36 months
 */
enum tot_status tot_de_three_in_five(struct tot_qualifying *out, struct tot_de_frame *frame,
				     struct tot_date on, const struct tot_de_insured *it);

/*
 * Every month since 1984 covered, and the five years met before.
 *
 * Given      out->id; on: day of the disability
 * Returned   out; before: the five years on 1984-01-01
 * Law        SGB VI s. 241 (2)
 */
enum tot_status tot_de_covered_since_1984(struct tot_qualifying *out, struct tot_qualifying *before,
					  struct tot_date on, const struct tot_de_insured *it);

/*
 * What each kind of disability of a life gives.
 *
 * Given      view with lent months
 * Returned   out[kind]; without an event of disability all are empty
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        SGB VI s. 43, s. 45, s. 99 (1), s. 101 (1), s. 102 (2), s. 241; DECISIONS 24
 * Example    insured since 2010, full and lasting disability on 2026-02-15: from 2026-03
 */
enum tot_status tot_de_disability_rights(
	struct tot_de_disability_right out[TOT_DE_DISABILITY_COUNT], const struct tot_view *view,
	struct tot_ctx *ctx);

/* "DE.disability.full" and so on; the kind of an id, or TOT_DE_DISABILITY_COUNT. */
const char *tot_de_disability_id(enum tot_de_disability kind);
enum tot_de_disability tot_de_disability_kind(const char *id);

/* Is the pension due by s. 43 (6), after 20 years? */
bool tot_de_after_twenty_years(const struct tot_benefit *benefit);

/* The event of a life that a kind of pension looks at; NULL if there is none. */
const struct tot_event *tot_de_disability_event(enum tot_de_disability kind,
						const struct tot_scenario *life);

/*
 * Months that a later pension credits because this one has an added period.
 *
 * Given      from: first month of the added period; start: first month of the pension
 * Returned   out: from `from` to the end of the added period, of a temporary pension to its end
 * Status     as tot_de_added_period
 * Law        SGB VI s. 58 (1) no. 5, s. 102 (2)
 */
enum tot_status tot_de_pension_receipt(struct tot_months *out, tot_month from, tot_month start,
				       bool temporary, struct tot_date born,
				       const struct tot_law *law);

/*
 * Month from which a pension for reduced earning capacity is not paid any more.
 *
 * Returned   out: after the regular age; of a temporary one three years after its start at the latest
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 43 (1), (2), s. 102 (2)
 */
enum tot_status tot_de_disability_end(tot_month *out, const struct tot_event *event,
				      tot_month start, const struct tot_scenario *life,
				      const struct tot_law *law);

struct tot_de_plan;

/*
 * The tests of disability pensions as of a disability, else as of ctx->as_of: "covered today?".
 *
 * Returned   out: DE.em_3in5 and DE.em_since1984 added, met_on never known
 * Law        SGB VI s. 43 (1) no. 2, (4), s. 241; DECISIONS 14
 */
enum tot_status tot_de_disability_tests(struct tot_findings *out, struct tot_de_plan *plan,
					struct tot_ctx *ctx);

/* Entries of the pensions for reduced earning capacity, without amounts. */
enum tot_status tot_de_entitle_disability(struct tot_findings *out, const struct tot_de_plan *plan,
					  struct tot_ctx *ctx);

#endif
