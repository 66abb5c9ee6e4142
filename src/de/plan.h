/* When a German old-age pension can start and when the plan wants it: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PLAN_H
#define TOT_DE_PLAN_H

#include "de/disability.h"

/* One life on its way to an old-age pension. */
struct tot_de_plan {
	const struct tot_view *view;
	struct tot_ctx quiet; /* searches leave no trace */
	struct tot_de_limits limits[TOT_DE_OLD_AGE_COUNT];
	const struct tot_claim *claim;	    /* NULL: no claim planned, as at the regular age */
	bool allowed[TOT_DE_OLD_AGE_COUNT]; /* types that the claim would take */
	tot_month wanted;		    /* TOT_MONTH_NONE: the earliest month */
	tot_month planned; /* first month in which an allowed type is paid, else the wanted one */
	bool payable;	   /* an allowed type is paid at all */
	tot_month open_until;			 /* open records end before it at the latest */
	tot_month last;				 /* no start after it */
	tot_month death;			 /* month of death, or TOT_MONTH_NONE */
	struct tot_months not_met[TOT_DE_TESTS]; /* starts at which a test was found not met */
	struct tot_de_disability_right disability[TOT_DE_DISABILITY_COUNT];
	struct tot_months receipt; /* months of s. 58 (1) no. 5 */
	struct tot_de_sets sets;
	int child_months; /* months of a child born before 1992 that `sets` were made with */
};

/* Read claim and age limits only; `planned` and `payable` are not set. */
enum tot_status tot_de_plan_begin(struct tot_de_plan *out, const struct tot_view *view,
				  const struct tot_ctx *ctx);

/* The same, and find the planned start. */
enum tot_status tot_de_plan_of(struct tot_de_plan *out, const struct tot_view *view,
			       const struct tot_ctx *ctx);

/*
 * Months of s. 58 (1) no. 5 by the pensions for disability in the findings: for views without lent
 * months, in which the rights cannot be found again.
 */
enum tot_status tot_de_plan_receipt(struct tot_de_plan *io, const struct tot_findings *findings);

/* The test that a type of pension needs. */
enum tot_de_test tot_de_test_of(enum tot_de_old_age type);

/*
 * First month in which age, recognition (s. 37) and the law of that month allow the type,
 * whatever months of insurance there are; after plan->last if there is none.
 */
enum tot_status tot_de_allowed_from(tot_month *out, const struct tot_de_plan *plan,
				    enum tot_de_old_age type);

/* First month not before `from` in which the type is payable; TOT_MONTH_NONE if there is none. */
enum tot_status tot_de_first_start(tot_month *out, struct tot_de_plan *plan,
				   enum tot_de_old_age type, tot_month from);

/* A test of the plan at a start. */
enum tot_status tot_de_plan_test(struct tot_qualifying *out, struct tot_de_plan *plan,
				 enum tot_de_test test, tot_month start);

/* "DE.old_age.regular" and so on. */
const char *tot_de_old_age_id(enum tot_de_old_age type);

/* The operations open_end, entitle and benefit of the scheme. */
enum tot_status tot_de_open_end(tot_month *out, const struct tot_view *view, struct tot_ctx *ctx);
enum tot_status tot_de_entitle(struct tot_findings *out, const struct tot_view *view,
			       struct tot_ctx *ctx);
enum tot_status tot_de_benefit(struct tot_findings *io, const struct tot_view *view,
			       struct tot_ctx *ctx);

/* Say what of the life this program does not compute yet. */
void tot_de_notice_gaps(const struct tot_view *view, struct tot_ctx *ctx);

#endif
