/* What the pictures of a life share: kinds in groups, the months they show. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_LANES_H
#define TOT_REPORT_LANES_H

#include "totalise/report.h"

/* Groups of kinds, the strongest first: of equal numbers of months the first one is shown. */
struct tot_lane_letter {
	char letter;
	const char *meaning;
	tot_kinds kinds; /* 0: months for which a pension is paid */
};

#define TOT_LANE_LETTERS 13
extern const struct tot_lane_letter tot_lane_letters[TOT_LANE_LETTERS];

/* First month for which the plan pays a pension; TOT_MONTH_LIMIT if there is none. */
tot_month tot_lane_pension(const struct tot_findings *findings);

/*
 * Months from the first record to the last one, to two years after each pension begins, and to the
 * day of the decision. Returned: false if there is no month anywhere.
 */
bool tot_lanes_range(const struct tot_report *report, tot_month *from, tot_month *to);

#endif
