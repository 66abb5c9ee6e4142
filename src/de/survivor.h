/* Pensions to survivors (s. 46-48, s. 107): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_SURVIVOR_H
#define TOT_DE_SURVIVOR_H

#include "de/pension.h"
#include "de/survivor_income.h"

enum tot_de_survivor {
	TOT_DE_WIDOW_SMALL,
	TOT_DE_WIDOW_LARGE,
	TOT_DE_ORPHAN_HALF,
	TOT_DE_ORPHAN_FULL,
	TOT_DE_REMARRIAGE,
	TOT_DE_SURVIVOR_COUNT
};

/* A death and the day on which rights are looked at (DECISIONS 24). */
struct tot_de_death {
	const struct tot_event *event; /* NULL: nobody died */
	bool drew;		       /* the deceased drew a pension in the month of death */
	tot_month start;	       /* first month of survivors' pensions, claimed in time */
	struct tot_date look;
};

/* "DE.survivor.widow_small" and so on; the kind of an id, or TOT_DE_SURVIVOR_COUNT. */
const char *tot_de_survivor_id(enum tot_de_survivor kind);
enum tot_de_survivor tot_de_survivor_kind(const char *id);

/*
 * The death of a life.
 *
 * Given      drew: the deceased drew a pension in the month of death; as_of
 * Returned   out
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 99 (2); DECISIONS 24: looked at on `as_of`, at the start if that is later, at a
 *            remarriage if that is earlier
 * Example    pensioner died 2024-03-10, as of 2026-11-21: start 2024-04, looked at on 2026-11-21
 */
enum tot_status tot_de_death_of(struct tot_de_death *out, const struct tot_scenario *life,
				bool drew, struct tot_date as_of, const struct tot_law *law);

/* The survivor and the insured spouse, for the question which law holds. */
struct tot_couple tot_de_couple_of(const struct tot_scenario *life, struct tot_date died);

/* Is the child an orphan with a pension on the day (s. 48 (4)): below 18, or 27 in education or disabled? */
enum tot_status tot_de_is_orphan(bool *out, const struct tot_child *child, struct tot_date on,
				 const struct tot_law *law);

/* How many children of the family are such orphans. */
enum tot_status tot_de_orphans(int *out, const struct tot_family *family, struct tot_date on,
			       const struct tot_law *law);

/*
 * Is a large pension due on a day, and from which month by age alone?
 *
 * Given      died: day of death; on: a day after it
 * Returned   large; by_age: first month after the age limit of the year of death
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 46 (2), s. 242a (4), (5); law/de/retirement_ages.json
 * Example    widow born 1981-01-20, death in 2026 (46y6m): by age from 2027-08
 */
enum tot_status tot_de_large_on(bool *large, tot_month *by_age, const struct tot_family *family,
				struct tot_date died, struct tot_date on,
				const struct tot_law *law);

/* Entries of the survivors' pensions, without amounts. */
enum tot_status tot_de_entitle_survivors(struct tot_findings *out, struct tot_de_plan *plan,
					 struct tot_ctx *ctx);

/* Pensions that the deceased drew. */
struct tot_de_drawn {
	const struct tot_de_pension *old_age; /* NULL: none */
	tot_month start;		      /* of the old-age pension */
	struct tot_de_earlier disability;
};

/* What a survivor's pension is computed from: the personal points of the deceased. */
struct tot_de_base {
	struct tot_de_pension pension;
	struct tot_de_special_case special; /* for the months of s. 78 */
	struct tot_de_basis basis;
};

/*
 * Personal points of the deceased.
 *
 * Given      benefit: an entry with its counts; death; drawn; view: own months only
 * Returned   out: those of the old-age pension drawn, else those of the life to the death with an added
 *            period, at least those of a pension for disability
 * Status     as tot_de_pension_points
 * Law        SGB VI s. 59, s. 66 (2), s. 77 (2) no. 4, (3), s. 88 (2)
 */
enum tot_status tot_de_survivor_base(struct tot_de_base *out, const struct tot_benefit *benefit,
				     const struct tot_de_death *death,
				     const struct tot_de_drawn *drawn, const struct tot_view *view,
				     const struct tot_de_plan *plan, struct tot_ctx *ctx);

/*
 * Pension to a widow or widower from the fourth month after the death on.
 *
 * Given      base; death; large: or small; benefit: entry to fill, or NULL for the amount alone
 * Returned   amount: cents a month, after own income
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        SGB VI s. 67, s. 78a, s. 88a, s. 97, s. 255, s. 264c; DECISIONS 24, 25
 * Rounding   each product half up to 0.01
 * Example    36.5310 personal points, one child raised, 42.52 EUR, new law: 939.35 EUR
 */
enum tot_status tot_de_pay_widow(tot_cents *amount, struct tot_benefit *benefit,
				 const struct tot_de_base *base, const struct tot_de_death *death,
				 bool large, const struct tot_view *view, struct tot_ctx *ctx);

/* Points and access factor of the deceased, as factors of an entry. */
void tot_de_report_base(struct tot_benefit *benefit, const struct tot_de_base *base,
			struct tot_ctx *ctx);

/* Parts of a survivor's pension; those without personal points are empty but the general one. */
struct tot_de_survivor_parts {
	struct tot_de_part of[TOT_DE_BRANCHES];
	tot_cents amount; /* their sum */
};

/*
 * Personal points at one type factor.
 *
 * Given      personal: of each branch; type: word of law/de/pension_type_factors.json; label: of the
 *            steps in the trace
 * Returned   out
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_OVERFLOW
 * Law        SGB VI s. 64, s. 80
 * Rounding   each part half up to 0.01
 * Example    4.9521 and 29.7300 of miners, large, new law, 42.52 EUR: 115.81 + 926.98 EUR
 */
enum tot_status tot_de_survivor_pay_parts(struct tot_de_survivor_parts *out,
					  const tot_points personal[TOT_DE_BRANCHES],
					  const char *type, const char *label, struct tot_ctx *ctx);

/* Type factor and pension value of the first part with points, as factors of an entry. */
void tot_de_report_parts(struct tot_benefit *benefit, const struct tot_de_survivor_parts *parts,
			 struct tot_ctx *ctx);

/* "36.5310 personal points x 0.55 x 42.52 EUR", part by part. */
const char *tot_de_parts_formula(const struct tot_de_survivor_parts *parts, struct tot_ctx *ctx);

/* The monthly amount and its payments; closes the sum in the trace. */
void tot_de_report_monthly(struct tot_benefit *benefit, tot_cents amount,
			   const struct tot_de_base *base, struct tot_ctx *ctx);

/*
 * Amounts of survivors' pensions, in the findings.
 *
 * Given      view: own months only; drawn: what the deceased drew
 * Law        SGB VI s. 46, s. 48, s. 78, s. 107, s. 269b; DECISIONS 24
 */
enum tot_status tot_de_pay_survivors(struct tot_findings *io, const struct tot_de_drawn *drawn,
				     const struct tot_view *view, const struct tot_de_plan *plan,
				     struct tot_ctx *ctx);

/*
 * Supplement points of an orphan's pension (s. 78).
 *
 * Given      base; full: of a full orphan
 * Returned   out[branch]: with the access factor
 * Rounding   points of the other months, then the sum times the factor, half up to 0.0001
 * Example    288 contribution months, 245 others, 347 assignable, 0.892: 36.5086 points
 */
enum tot_status tot_de_orphan_supplement(tot_points out[TOT_DE_BRANCHES],
					 const struct tot_de_base *base, bool full,
					 struct tot_ctx *ctx);

/* The same from counted months. */
struct tot_de_orphan_months {
	int contributions, other; /* of the general scheme */
	int miners;		  /* contributions to the miners' scheme */
	int considered, assignable;
};

enum tot_status tot_de_orphan_points(tot_points out[TOT_DE_BRANCHES],
				     const struct tot_de_orphan_months *months,
				     tot_factor access_factor, bool full, const struct tot_law *law,
				     struct tot_trace *trace);

#endif
