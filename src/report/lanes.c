/* What the pictures of a life share: kinds in groups, the months they show. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/lanes.h"

#define BIT(kind) TOT_KIND_BIT(TOT_##kind)

const struct tot_lane_letter tot_lane_letters[TOT_LANE_LETTERS] = {
	{'W', "work", BIT(EMPLOYMENT) | BIT(SELF_EMPLOYMENT)},
	{'N', "contributions as a resident", BIT(RESIDENT)},
	{'D', "dependent spouse", BIT(DEPENDENT_SPOUSE)},
	{'V', "voluntary contributions", BIT(VOLUNTARY)},
	{'B', "sickness or unemployment benefit",
	 BIT(BENEFIT_SICKNESS) | BIT(BENEFIT_UNEMPLOYMENT)},
	{'K', "child-raising, care",
	 BIT(CHILD_RAISING) | BIT(CARE) | BIT(CONSIDERATION_CHILD) | BIT(CONSIDERATION_CARE)},
	{'S', "military or other service", BIT(SERVICE) | BIT(SUBSTITUTE)},
	{'E', "exempted or deferred",
	 BIT(EXEMPT_QUARTER) | BIT(EXEMPT_HALF) | BIT(EXEMPT_THREE_QUARTERS) | BIT(EXEMPT_FULL) |
		 BIT(DEFERRED)},
	{'A', "time without contributions that counts (school, sickness, ...)",
	 BIT(CREDITABLE_SICKNESS) | BIT(CREDITABLE_MATERNITY) | BIT(CREDITABLE_UNEMPLOYMENT) |
		 BIT(CREDITABLE_EDUCATION) | BIT(CREDITABLE_TRAINING_SEARCH) |
		 BIT(CREDITABLE_PENSION_RECEIPT) | BIT(CREDITABLE_OTHER)},
	{'O', "another pension system", BIT(OTHER_SYSTEM)},
	{'C', "counts for the years needed only", BIT(COMPLEMENTARY)},
	{'U', "contributions owed and not paid", BIT(UNPAID)},
	{'P', "pension paid", 0},
};

tot_month tot_lane_pension(const struct tot_findings *findings)
{
	tot_month first = TOT_MONTH_LIMIT;
	for (size_t i = 0; i < findings->benefit_count; i++) {
		const struct tot_benefit *benefit = &findings->benefits[i];
		if (benefit->entitled && benefit->chosen && benefit->start != TOT_MONTH_NONE &&
		    benefit->start < first)
			first = benefit->start;
	}
	return first;
}

static void widen(const struct tot_timeline *line, tot_month end, tot_month *from, tot_month *to)
{
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		struct tot_months months = line->by_kind[kind];
		tot_months_clip(&months, 0, end);
		const tot_month first = tot_months_next(&months, 0);
		const tot_month last = tot_months_last(&months);
		if (first != TOT_MONTH_NONE && first < *from)
			*from = first;
		if (last != TOT_MONTH_NONE && last + 1 > *to)
			*to = last + 1;
	}
}

bool tot_lanes_range(const struct tot_report *report, tot_month *from, tot_month *to)
{
	const struct tot_outcome *outcome = report->outcome;
	*from = TOT_MONTH_LIMIT;
	*to = 0;
	for (size_t i = 0; i < outcome->state_count; i++) {
		const struct tot_findings *findings = &outcome->findings[i];
		const tot_month pension = tot_lane_pension(findings);
		widen(&outcome->timelines[i], findings->timeline_end, from, to);
		if (pension < TOT_MONTH_LIMIT && pension + 24 > *to)
			*to = pension + 24;
	}
	for (size_t i = 0; i < outcome->foreign_count; i++)
		widen(&outcome->foreign[i], TOT_MONTH_LIMIT, from, to);
	if (*from < *to && tot_month_of(report->as_of) >= *to)
		*to = tot_month_of(report->as_of) + 1;
	return *from < *to;
}
