/* Contributions of a month: base, shares, refunds of what the person bore. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/de.h"

#include "de/figures.h"

/* Percent with two decimals of an amount, rounded to the cent (s. 123 (1)). */
static enum tot_status percent_of(tot_cents *out, tot_cents amount, int64_t percent)
{
	return tot_mul_div(out, amount, percent, 10000, TOT_HALF_UP);
}

enum tot_status tot_de_employee_shares(struct tot_de_shares *out, tot_cents base, tot_month month,
				       bool miners, const struct tot_law *law)
{
	const struct tot_at at = tot_de_on(tot_month_first_day(month));
	int64_t employee, employer;
	struct tot_de_shares shares = {.base = base};
	enum tot_status status = tot_de_number(
		&employee, law, miners ? TOT_DE_RATE_MINERS_EMPLOYEE : TOT_DE_RATE_EMPLOYEE, &at);
	if (status >= 0)
		status = tot_de_number(&employer, law,
				       miners ? TOT_DE_RATE_MINERS_EMPLOYER : TOT_DE_RATE_EMPLOYER,
				       &at);
	if (status >= 0)
		status = percent_of(&shares.employee, base, employee);
	if (status >= 0)
		status = percent_of(&shares.employer, base, employer);
	if (status >= 0)
		*out = shares;
	return status;
}

enum tot_status tot_de_minijob_shares(struct tot_de_shares *out, tot_cents wage, tot_month month,
				      bool household, const struct tot_law *law)
{
	const struct tot_at at = tot_de_on(tot_month_first_day(month));
	int64_t least, rate, flat;
	tot_cents whole, employer;
	enum tot_status status = tot_de_number(&least, law, TOT_DE_MINIJOB_BASE, &at);
	if (status >= 0)
		status = tot_de_number(&rate, law, TOT_DE_RATE, &at);
	if (status >= 0)
		status = tot_de_number(
			&flat, law, household ? TOT_DE_MINIJOB_FLAT_HOUSEHOLD : TOT_DE_MINIJOB_FLAT,
			&at);
	if (status < 0)
		return status;
	/* s. 163 (8): at least the minimum base; s. 168 (1) no. 1b: flat rate of the real wage. */
	const tot_cents base = wage > least * 100 ? wage : least * 100;
	status = percent_of(&whole, base, rate);
	if (status >= 0)
		status = percent_of(&employer, wage, flat);
	if (status >= 0)
		*out = (struct tot_de_shares){base, whole - employer, employer};
	return status;
}
