/* Who is maintained by an old-age pensioner: spouse and children, month by month. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_DEPENDANTS_H
#define TOT_JP_DEPENDANTS_H

#include "old_age.h"

/*
 * First month of an age of the spouse ("65"), TOT_MONTH_NONE without the figure.
 */
TOT_NODISCARD enum tot_status tot_jp_spouse_65(tot_month *out, const struct tot_spouse *spouse,
					       const struct tot_law *law);

/*
 * Why the spouse of a life is not one whom the pensioner maintains in a month; NULL if it is.
 *
 * Given      right: day on which the right to the addition arises; month: the one that is looked at
 * Law        EPA s. 44 (1): maintained when the right arises, income below 8,500,000 yen a year;
 *            (4): ends with death, divorce
 */
const char *tot_jp_spouse_excluded(const struct tot_scenario *life, struct tot_date right,
				   tot_month month, struct tot_ctx *ctx);

/* The month after the last one in which the marriage lasts; TOT_MONTH_NONE = no end known. */
tot_month tot_jp_marriage_end(const struct tot_spouse *spouse);

/*
 * Children who give an addition in a month.
 *
 * Given      right: children born later do not count; month
 * Returned   their number; end: the month after the last one in which any of them does
 * Law        EPA s. 44 (1), (4) nos. 8-10: until 31 March after the age of 18, disabled ones to 20
 */
int tot_jp_children(tot_month *end, const struct tot_scenario *life, struct tot_date right,
		    tot_month month, const struct tot_law *law);

#endif
