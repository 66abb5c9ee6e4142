/* Income beside a survivor's pension (s. 97), child supplement (s. 78a), remarriage (s. 107). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/survivor_income.h"

#include "de/figures.h"

static bool read_day(struct tot_date *out, const char *pointer, const struct tot_law *law)
{
	const char *text = tot_law_string(law, "de.survivors", pointer);
	return text && tot_date_parse(out, text);
}

enum tot_status tot_de_survivor_law_of(enum tot_de_survivor_law *out,
				       const struct tot_couple *couple, const struct tot_law *law)
{
	struct tot_date new_law, young;
	if (!read_day(&new_law, "/conditions/old_law_before", law) ||
	    !read_day(&young, "/conditions/old_law_spouse_born_before", law))
		return TOT_ERR_NO_PARAMETER;
	const bool old_couple = tot_date_compare(couple->born, young) < 0 ||
				tot_date_compare(couple->spouse_born, young) < 0;
	const bool old_marriage = tot_date_compare(couple->married, new_law) < 0;
	const bool old_death = tot_date_compare(couple->died, new_law) < 0;
	*out = old_death || (old_marriage && old_couple) ? TOT_DE_SURVIVOR_OLD_LAW
							 : TOT_DE_SURVIVOR_NEW_LAW;
	return TOT_OK;
}

/* Percentages of a kind; some have another one for pensions that began before a year. */
static const struct {
	enum tot_de_figure now, earlier;
	bool old_law; /* earnings, and what replaces them by law */
} incomes[TOT_DE_INCOME_COUNT] = {
	[TOT_DE_INCOME_EMPLOYMENT] = {TOT_DE_NET_EMPLOYMENT, TOT_DE_NET_EMPLOYMENT, true},
	[TOT_DE_INCOME_CIVIL_SERVANT] = {TOT_DE_NET_CIVIL_SERVANT, TOT_DE_NET_CIVIL_SERVANT, true},
	[TOT_DE_INCOME_EXEMPT_WORKER] = {TOT_DE_NET_EXEMPT_WORKER, TOT_DE_NET_EXEMPT_WORKER, true},
	[TOT_DE_INCOME_MARGINAL_JOB] = {TOT_DE_NET_MARGINAL_JOB, TOT_DE_NET_MARGINAL_JOB, true},
	[TOT_DE_INCOME_SELF_EMPLOYMENT] = {TOT_DE_NET_SELF_EMPLOYMENT, TOT_DE_NET_SELF_EMPLOYMENT,
					   true},
	[TOT_DE_INCOME_PENSION] = {TOT_DE_NET_PENSION, TOT_DE_NET_PENSION_OLD, true},
	[TOT_DE_INCOME_SERVICE_PENSION] = {TOT_DE_NET_SERVICE_PENSION,
					   TOT_DE_NET_SERVICE_PENSION_OLD, true},
	[TOT_DE_INCOME_PROFESSIONAL] = {TOT_DE_NET_PROFESSIONAL, TOT_DE_NET_PROFESSIONAL_OLD, true},
	[TOT_DE_INCOME_OCCUPATIONAL] = {TOT_DE_NET_OCCUPATIONAL, TOT_DE_NET_OCCUPATIONAL, false},
	[TOT_DE_INCOME_ANNUITY] = {TOT_DE_NET_ANNUITY, TOT_DE_NET_ANNUITY, false},
	[TOT_DE_INCOME_CAPITAL] = {TOT_DE_NET_CAPITAL, TOT_DE_NET_CAPITAL, false},
	[TOT_DE_INCOME_CAPITAL_FLAT] = {TOT_DE_NET_CAPITAL_FLAT, TOT_DE_NET_CAPITAL_FLAT, false},
};

bool tot_de_income_counts(enum tot_de_income kind, enum tot_de_survivor_law law)
{
	return law == TOT_DE_SURVIVOR_NEW_LAW || incomes[kind].old_law;
}

enum tot_status tot_de_net_income(tot_cents *out, tot_cents gross, enum tot_de_income kind,
				  int pension_start, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t percent, from_year;
	if (kind < 0 || kind >= TOT_DE_INCOME_COUNT)
		return TOT_ERR_DOMAIN;
	enum tot_status status = tot_de_number(&from_year, law, TOT_DE_NET_NEW_FROM_YEAR, &at);
	if (status < 0)
		return status;
	status = tot_de_number(
		&percent, law,
		pension_start < from_year ? incomes[kind].earlier : incomes[kind].now, &at);
	return status < 0 ? status : tot_mul_div(out, gross, 10000 - percent, 10000, TOT_HALF_UP);
}

/* A multiple (0.01) of the current pension value (0.00001), in cents. */
static enum tot_status multiple_of_value(tot_cents *out, enum tot_de_figure figure, int64_t value,
					 const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t multiple;
	const enum tot_status status = tot_de_number(&multiple, law, figure, &at);
	return status < 0 ? status : tot_mul_div(out, multiple, value, 100000, TOT_HALF_UP);
}

enum tot_status tot_de_income_offset(tot_cents *out, tot_cents net, int children, int64_t value,
				     const struct tot_law *law)
{
	const struct tot_at at = {0};
	tot_cents allowance, per_child;
	int64_t rate;
	enum tot_status status = multiple_of_value(&allowance, TOT_DE_OFFSET_ALLOWANCE, value, law);
	if (status >= 0)
		status = multiple_of_value(&per_child, TOT_DE_OFFSET_PER_CHILD, value, law);
	if (status >= 0)
		status = tot_de_number(&rate, law, TOT_DE_OFFSET_RATE, &at);
	if (status < 0)
		return status;
	const tot_cents excess = net - allowance - children * per_child;
	return tot_mul_div(out, excess > 0 ? excess : 0, rate, 10000, TOT_HALF_UP);
}

enum tot_status tot_de_child_supplement(tot_points *out, int months, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t limit, first, further;
	enum tot_status status = tot_de_number(&limit, law, TOT_DE_CHILD_SUPPLEMENT_MONTHS, &at);
	if (status >= 0)
		status = tot_de_number(&first, law, TOT_DE_CHILD_SUPPLEMENT_FIRST, &at);
	if (status >= 0)
		status = tot_de_number(&further, law, TOT_DE_CHILD_SUPPLEMENT_FURTHER, &at);
	if (status < 0)
		return status;
	const int64_t early = months < limit ? months : limit;
	*out = early * first + (months - early) * further;
	return TOT_OK;
}

static enum tot_status type_factor(tot_factor4 *out, const char *pension, const struct tot_law *law)
{
	const struct tot_at at = {.word = pension};
	return tot_de_number(out, law, TOT_DE_TYPE_FACTOR, &at);
}

enum tot_status tot_de_large_pension(struct tot_de_large_pension *out, tot_points points,
				     tot_points supplement, int64_t value,
				     enum tot_de_survivor_law which, const struct tot_law *law)
{
	const bool old_law = which == TOT_DE_SURVIVOR_OLD_LAW;
	struct tot_de_large_pension pension;
	tot_factor4 first, later;
	enum tot_status status = type_factor(&first, "large_widow_first_3_months", law);
	if (status >= 0)
		status = type_factor(&later,
				     old_law ? "large_widow_afterwards_old_law"
					     : "large_widow_afterwards_new_law",
				     law);
	/* s. 78a (3): no supplement while the factor is 1; s. 264c: none under the old law. */
	if (status >= 0)
		status = tot_de_monthly_pension(&pension.first_three_months, points, first, value);
	if (status >= 0)
		status = tot_de_monthly_pension(&pension.afterwards,
						points + (old_law ? 0 : supplement), later, value);
	if (status < 0)
		return status;
	if (pension.afterwards > pension.first_three_months)
		pension.afterwards = pension.first_three_months;
	*out = pension;
	return TOT_OK;
}

enum tot_status tot_de_remarriage_settlement(tot_cents *out, tot_cents average, bool small_new_law,
					     int paid, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t months;
	const enum tot_status status = tot_de_number(&months, law, TOT_DE_REMARRIAGE_MONTHS, &at);
	if (status < 0)
		return status;
	if (small_new_law)
		months = paid < months ? months - paid : 0;
	return tot_mul_div(out, average, months, 1, TOT_EXACT_ONLY);
}
