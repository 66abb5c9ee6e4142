/* Income beside a survivor's pension, child supplement, remarriage: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_SURVIVOR_INCOME_H
#define TOT_DE_SURVIVOR_INCOME_H

#include "totalise/de.h"

/* Kinds of income that SGB IV s. 18b (5) makes net by a flat percentage. */
enum tot_de_income {
	TOT_DE_INCOME_EMPLOYMENT,
	TOT_DE_INCOME_CIVIL_SERVANT,
	TOT_DE_INCOME_EXEMPT_WORKER, /* employees of s. 172 (1): pensioners and the like */
	TOT_DE_INCOME_MARGINAL_JOB,
	TOT_DE_INCOME_SELF_EMPLOYMENT,
	TOT_DE_INCOME_PENSION, /* statutory, German or comparable foreign: Japan's too */
	TOT_DE_INCOME_SERVICE_PENSION,
	TOT_DE_INCOME_PROFESSIONAL,
	TOT_DE_INCOME_OCCUPATIONAL,
	TOT_DE_INCOME_ANNUITY,
	TOT_DE_INCOME_CAPITAL,
	TOT_DE_INCOME_CAPITAL_FLAT, /* taxed at the flat rate for capital */
	TOT_DE_INCOME_COUNT
};

/* The law that a survivor's pension follows (s. 242a, s. 255, s. 264c, s. 269b). */
enum tot_de_survivor_law { TOT_DE_SURVIVOR_OLD_LAW, TOT_DE_SURVIVOR_NEW_LAW };

/* A survivor and the insured spouse. */
struct tot_couple {
	struct tot_date born, spouse_born, married, died;
};

/*
 * Which law a widow's or widower's pension follows.
 *
 * Returned   out: the old law for a death before 2002, or a marriage before 2002 with one spouse
 *            born before 2 January 1962
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 242a (1), s. 255 (1), s. 264c, s. 269b; law/de/survivors.json
 */
TOT_NODISCARD enum tot_status tot_de_survivor_law_of(enum tot_de_survivor_law *out,
						     const struct tot_couple *couple,
						     const struct tot_law *law);

/*
 * Does this kind of income count beside a survivor's pension?
 * Law        SGB IV s. 18a; s. 114 (1): under the old law only earnings and what replaces them
 */
bool tot_de_income_counts(enum tot_de_income kind, enum tot_de_survivor_law law);

/*
 * Net income of a month.
 *
 * Given      gross: cents; kind; pension_start: year in which a pension began (it decides for
 *            pensions)
 * Returned   out: cents
 * Status     TOT_OK; TOT_ERR_DOMAIN for a kind that there is not; TOT_ERR_NO_PARAMETER
 * Law        SGB IV s. 18b (5); law/de/survivors.json
 * Rounding   half up to 0.01
 * Example    wage 3,000 EUR: 1,800 EUR
 */
TOT_NODISCARD enum tot_status tot_de_net_income(tot_cents *out, tot_cents gross,
						enum tot_de_income kind, int pension_start,
						const struct tot_law *law);

/*
 * What own income takes from a widow's, widower's or child-raising pension from the fourth month
 * on.
 *
 * Given      net: net income of a month, cents; children: entitled to an orphan's pension; value:
 *            current pension value, 0.00001
 * Returned   out: cents a month, not below 0; the pension itself is the most that can go
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        SGB VI s. 97 (2); law/de/survivors.json
 * Rounding   allowances and the result half up to 0.01
 * Example    net 1,500 EUR, no child, value 40.79: 169.26 EUR
 */
TOT_NODISCARD enum tot_status tot_de_income_offset(tot_cents *out, tot_cents net, int children,
						   int64_t value, const struct tot_law *law);

/*
 * Points of the child supplement to a widow's or widower's pension.
 *
 * Given      months: of child-raising up to the third birthday, assigned to the survivor
 * Returned   out: 0.0001; added after the access factor, not under the old law, not while the
 *            factor is 1
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 78a, s. 264c
 * Example    36 months: 36360
 */
TOT_NODISCARD enum tot_status tot_de_child_supplement(tot_points *out, int months,
						      const struct tot_law *law);

/*
 * Monthly amounts of a large pension: to the end of the third month after that of death, and
 * afterwards.
 */
struct tot_de_large_pension {
	tot_cents first_three_months, afterwards;
};

/*
 * A large widow's or widower's pension before income is counted.
 *
 * Given      points: personal points of the deceased, 0.0001; supplement: of s. 78a; value 0.00001;
 *            which law
 * Returned   out
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        SGB VI s. 67 nos. 5-6, s. 255 (1), s. 88a: never above the deceased's full pension
 * Example    36.5310 points, 3.6360 of a child, 42.52 EUR: 1,553.30 and 939.35 EUR
 */
TOT_NODISCARD enum tot_status tot_de_large_pension(struct tot_de_large_pension *out,
						   tot_points points, tot_points supplement,
						   int64_t value, enum tot_de_survivor_law which,
						   const struct tot_law *law);

/*
 * Settlement on the first remarriage.
 *
 * Given      average: of the last twelve monthly pensions, cents; small_new_law: a small pension
 *            under the new law; paid: months for which it was paid already
 * Returned   out: cents
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        SGB VI s. 107 (1); s. 269b: 24 months under the old law
 * Example    520 EUR: 12,480 EUR; small, 200 EUR, 10 months paid: 2,800 EUR
 */
TOT_NODISCARD enum tot_status tot_de_remarriage_settlement(tot_cents *out, tot_cents average,
							   bool small_new_law, int paid,
							   const struct tot_law *law);

#endif
