/* Earnings beside a pension: the limits of a year, and what is left of the pension (s. 96a). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/earnings.h"

#include "de/figures.h"

/* The figure of the year, or of the last year known. */
static enum tot_status of_year(int64_t *out, enum tot_de_figure figure, int year,
			       const struct tot_law *law)
{
	const struct tot_at at = {.year = year};
	struct tot_value last;
	int64_t last_year;
	const enum tot_status status =
		tot_law_last(&last, &last_year, law, &tot_de_figures, (size_t)figure);
	if (status < 0)
		return status;
	if (year <= last_year)
		return tot_de_number(out, law, figure, &at);
	*out = last.value;
	return TOT_PROJECTED;
}

enum tot_status tot_de_earnings_limit_full(tot_cents *out, int year, const struct tot_law *law)
{
	return of_year(out, TOT_DE_EARNINGS_FULL, year, law);
}

enum tot_status tot_de_earnings_limit_partial(tot_cents *out, int year, tot_points highest,
					      const struct tot_law *law)
{
	int64_t least, for_point, own;
	enum tot_status status = of_year(&least, TOT_DE_EARNINGS_PARTIAL_LEAST, year, law);
	if (status >= 0)
		status = of_year(&for_point, TOT_DE_EARNINGS_PARTIAL_POINT, year, law);
	if (status < 0)
		return status;
	const enum tot_status doubt = status;
	status = tot_mul_div(&own, for_point, highest, 10000, TOT_HALF_UP);
	if (status < 0)
		return status;
	*out = own > least ? own : least;
	return doubt;
}

enum tot_status tot_de_pension_beside_earnings(tot_cents *out, tot_cents pension, tot_cents earned,
					       tot_cents limit, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t percent, deduction = 0;
	enum tot_status status = tot_de_number(&percent, law, TOT_DE_EARNINGS_DEDUCTION, &at);
	/* Hundredths of a percent of a twelfth. */
	if (status >= 0 && earned > limit)
		status = tot_mul_div(&deduction, earned - limit, percent, INT64_C(12) * 10000,
				     TOT_HALF_UP);
	if (status >= 0)
		*out = deduction < pension ? pension - deduction : 0;
	return status;
}

enum tot_status tot_de_old_age_earnings_limit(tot_cents *out, bool *limited, struct tot_date on,
					      const struct tot_law *law)
{
	const struct tot_at at = tot_de_on(on);
	struct tot_value last;
	int64_t from, limit = 0;
	enum tot_status status =
		tot_law_last(&last, &from, law, &tot_de_figures, TOT_DE_EARNINGS_OLD_AGE);
	if (status < 0)
		return status;
	status = tot_de_number(&limit, law, TOT_DE_EARNINGS_OLD_AGE, &at);
	/* The rows after the last limit say that there is none. */
	const bool none = status == TOT_ERR_NO_PARAMETER && at.day > from;
	if (status < 0 && !none)
		return status;
	*limited = !none;
	*out = limit;
	return TOT_OK;
}
