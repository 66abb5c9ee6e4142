/* Months and quarters: what a unit of one state becomes in another (agreement format, section 5). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim.h"

enum { MONTHS_OF_QUARTER = 3, MONTHS_OF_YEAR = 12 };

static tot_month quarter_of(tot_month month)
{
	return month - month % MONTHS_OF_QUARTER;
}

/* Each quarter with an insured month becomes so many months, placed on the months of the quarter. */
static void per_unit(struct tot_months *io, int months)
{
	struct tot_months all = {{0}};
	const int most = months < MONTHS_OF_QUARTER ? months : MONTHS_OF_QUARTER;
	for (tot_month m = tot_months_next(io, 0); m != TOT_MONTH_NONE;) {
		const tot_month quarter = quarter_of(m);
		tot_months_add_range(&all, quarter, quarter + most);
		m = tot_months_next(io, quarter + MONTHS_OF_QUARTER);
	}
	*io = all;
}

/*
 * The quarters of one year: months divided and rounded up, at most so many, on the earliest quarters with
 * such a month and without an own one. A quarter is written as its first month.
 */
static void one_year(struct tot_months *out, const struct tot_months *lent,
		     const struct tot_months *own, tot_month january,
		     const struct tot_accept *accept)
{
	const int months = tot_months_count_range(lent, january, january + MONTHS_OF_YEAR);
	int units = (months + accept->months_per_unit - 1) / accept->months_per_unit;
	if (accept->max_per_year && units > accept->max_per_year)
		units = accept->max_per_year;
	for (tot_month q = january; q < january + MONTHS_OF_YEAR && units > 0;
	     q += MONTHS_OF_QUARTER) {
		const tot_month end = q + MONTHS_OF_QUARTER;
		if (!tot_months_count_range(lent, q, end) || tot_months_count_range(own, q, end))
			continue;
		tot_months_add(out, q);
		units--;
	}
}

static void per_year(struct tot_months *io, const struct tot_months *own,
		     const struct tot_accept *accept)
{
	struct tot_months units = {{0}};
	for (tot_month m = tot_months_next(io, 0);
	     m != TOT_MONTH_NONE && accept->months_per_unit > 0;) {
		const tot_month january = m - m % MONTHS_OF_YEAR;
		one_year(&units, io, own, january, accept);
		m = tot_months_next(io, january + MONTHS_OF_YEAR);
	}
	*io = units;
}

void tot_convert_months(struct tot_months *io, const struct tot_accept *accept,
			const struct tot_months *own)
{
	if (accept->convert == TOT_CONVERT_PER_UNIT)
		per_unit(io, accept->months_per_unit);
	else if (accept->convert == TOT_CONVERT_PER_YEAR)
		per_year(io, own, accept);
}
