/* Voluntary insurance in the National Pension: shared inside src/jp. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_VOLUNTARY_H
#define TOT_JP_VOLUNTARY_H

#include "jp.h"

/* What voluntary months are for, as they go by. */
struct tot_jp_voluntary {
	struct tot_jp_ages ages;
	int full;	   /* months of a full pension */
	tot_month claimed; /* an early claim ends the right in this month; TOT_MONTH_LIMIT: none */
};

/*
 * The facts of a life.
 *
 * Given      own: months that are certain; claims and benefits of life
 * Returned   out
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER for a cohort without a full pension
 * Law        NPA s. 27, suppl. s. 5 (1) no. 2
 * Example    born 1962-05-10, ten years, early claim at 61: claimed 2023-05
 */
TOT_NODISCARD enum tot_status tot_jp_voluntary_of(struct tot_jp_voluntary *out,
						  const struct tot_timeline *own,
						  const struct tot_scenario *life,
						  struct tot_ctx *ctx);

/*
 * May a person who lives abroad insure himself in a month?
 * Law        NPA suppl. s. 5 (1) no. 3; Act 104/2007 s. 8
 * Example    a German in Germany with 60 Japanese months: yes, in France: no
 */
bool tot_jp_may_insure_abroad(const struct tot_timeline *own, const struct tot_scenario *life,
			      tot_month month, const struct tot_law *law);

/*
 * Are more months of use?
 *
 * Given      own: the months before
 * Returned   out: true below 60; at 60 to 64 until the pension is full, from 65 on until the years
 *            of the old-age pension are met
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        NPA suppl. s. 5 (5) no. 4; Act 95/1994 suppl. s. 11, Act 104/2004 suppl. s. 23
 * Example    480 paid months at 60: false
 */
TOT_NODISCARD enum tot_status tot_jp_voluntary_needed(bool *out, const struct tot_timeline *own,
						      const struct tot_jp_voluntary *facts,
						      tot_month month,
						      const struct tot_scenario *life,
						      struct tot_ctx *ctx);

/*
 * Voluntary records keep the months for which the right exists.
 *
 * Given      io: records that own their months
 * Returned   io: months of TOT_VOLUNTARY spans without a right are gone
 * Status     TOT_OK, also for a cohort without figures; TOT_ERR_NO_PARAMETER
 * Law        as above
 * Example    born 1960-05-10, 456 paid months at 60: 24 of 60 voluntary months stay
 */
TOT_NODISCARD enum tot_status tot_jp_voluntary_months(struct tot_timeline *io,
						      const struct tot_scenario *life,
						      struct tot_ctx *ctx);

/*
 * One more year: what it costs, what it adds to the basic pension, which tests it closes.
 *
 * Given      out: the right, with the premium of a month; months: those that may be paid for
 * Returned   out->least_year and most_year alike; nothing where fewer than twelve months are open
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        NPA s. 27, s. 87; Act 104/2007
 * Rounding   pension half up to 1 yen a year; twelve times the premium of the first month
 * Example    2026: 215,040 for 21,183 a year
 */
TOT_NODISCARD enum tot_status tot_jp_voluntary_effect(struct tot_voluntary *out,
						      const struct tot_months *months,
						      const struct tot_view *view,
						      struct tot_ctx *ctx);

/* The records with one more, of these months; months that follow from residence give way. */
TOT_NODISCARD enum tot_status tot_jp_with_voluntary(struct tot_timeline *out,
						    const struct tot_timeline *own,
						    const struct tot_months *months,
						    struct tot_ctx *ctx);

/*
 * The operation voluntary of the scheme.
 *
 * Given      view with lent months; right: of an agreement, or NULL; since: of no meaning, a month
 *            counts from the application on
 * Returned   io->voluntary: first and last month, premium (least = most), one more year; without a
 *            right, what stands against it. No deadline: the day of the application decides.
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER, TOT_ERR_MEMORY
 * Law        NPA suppl. s. 5; Act 95/1994 suppl. s. 11, Act 104/2004 suppl. s. 23; Act 104/2007 s. 8
 * Example    a Japanese of 46 in Germany on 2026-11-21: from 2026-11, 17,920 a month
 */
enum tot_status tot_jp_voluntary(struct tot_findings *io, const struct tot_view *view,
				 const char *right, tot_month since, struct tot_ctx *ctx);

#endif
