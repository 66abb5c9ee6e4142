/* Points and months without a place in the calendar: mini-jobs, divorce, splitting. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/credits.h"

#include <string.h>

#include "de/figures.h"
#include "de/pay.h"

static bool is_exempt(const struct tot_span *span)
{
	return span->record && (span->flags & TOT_FLAG_MINIJOB_EXEMPT);
}

/* Wage x flat rate / full rate of one month, added to the sum of the year. */
static enum tot_status add_month(struct tot_ratio *sum, bool *unknown, const struct tot_span *span,
				 tot_month month, const struct tot_de_basis *basis)
{
	const struct tot_at at = tot_de_rate_day(month, basis);
	const bool household = span->flags & TOT_FLAG_HOUSEHOLD;
	int64_t flat, rate;
	struct tot_ratio wage;
	/* No flat rate, no supplement: before 1999-04. */
	if (tot_de_number(&flat, basis->law,
			  household ? TOT_DE_MINIJOB_FLAT_HOUSEHOLD : TOT_DE_MINIJOB_FLAT, &at) < 0)
		return TOT_OK;
	const enum tot_status status = tot_de_number(&rate, basis->law, TOT_DE_RATE, &at);
	if (status < 0)
		return status;
	if (!tot_de_month_wage(&wage, span, month, basis)) {
		*unknown = true;
		return TOT_OK;
	}
	*sum = tot_ratio_add(*sum, tot_ratio_mul(wage, tot_ratio_of(flat, rate)));
	return TOT_OK;
}

static enum tot_status add_year(tot_points *points, bool *unknown, const struct tot_timeline *own,
				int year, const struct tot_de_basis *basis)
{
	struct tot_ratio sum = tot_ratio_of(0, 1);
	const tot_month january = tot_month_make(year, 1);
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < own->span_count; i++)
		for (tot_month m = january; m < january + 12 && status >= 0; m++)
			if (is_exempt(&own->spans[i]) && tot_months_has(&own->spans[i].months, m))
				status = add_month(&sum, unknown, &own->spans[i], m, basis);
	tot_points of_year;
	if (status < 0 || sum.num == 0)
		return status;
	status = tot_de_minijob_points(&of_year, sum, year, basis);
	if (status >= 0)
		*points += of_year;
	return status;
}

enum tot_status tot_de_exempt_points(tot_points *out, bool *unknown, const struct tot_timeline *own,
				     const struct tot_de_basis *basis)
{
	struct tot_months jobs;
	enum tot_status worst = TOT_OK;
	*out = 0;
	tot_timeline_flagged(&jobs, own, TOT_DE_WORK, TOT_FLAG_MINIJOB_EXEMPT, 0);
	for (tot_month m = tot_months_next(&jobs, 0); m != TOT_MONTH_NONE;
	     m = tot_months_next(&jobs, tot_month_make(tot_month_year(m) + 1, 1))) {
		const enum tot_status status =
			add_year(out, unknown, own, tot_month_year(m), basis);
		if (status < 0)
			return status;
		worst = tot_status_worse(worst, status);
	}
	return worst;
}

/* Is the credit there at the beginning of `start`, and not taken away by a refund? (DECISIONS 39) */
static bool holds(const struct tot_credit *credit, const struct tot_timeline *own, tot_month start)
{
	if (strcmp(credit->country, "DE") != 0)
		return false;
	const bool dated = !tot_date_is_none(credit->effective);
	const struct tot_date since = dated ? credit->effective : credit->to;
	if (!tot_date_is_none(own->erased_until) && tot_date_compare(since, own->erased_until) <= 0)
		return false;
	return !dated || tot_date_compare(credit->effective, tot_month_first_day(start)) <= 0;
}

tot_points tot_de_credit_points(const struct tot_timeline *own, const struct tot_scenario *life,
				tot_month start)
{
	tot_points sum = 0;
	for (size_t i = 0; i < life->credit_count; i++)
		if (holds(&life->credits[i], own, start))
			sum += life->credits[i].points;
	return sum;
}

static bool is_minijob(const struct tot_credit *credit)
{
	return strcmp(credit->kind, "minijob_supplement") == 0;
}

static bool is_marriage(const struct tot_credit *credit)
{
	return strcmp(credit->kind, "pension_rights_adjustment") == 0 ||
	       strcmp(credit->kind, "pension_splitting") == 0;
}

static void add_range(struct tot_months *to, const struct tot_credit *credit, tot_month cut)
{
	const tot_month end = tot_month_of(credit->to) + 1;
	tot_months_add_range(to, tot_month_of(credit->from), end < cut ? end : cut);
}

/* s. 52 (2): all mini-jobs together. */
static enum tot_status minijob_months(struct tot_credit_months *out, const struct tot_timeline *own,
				      const struct tot_scenario *life, tot_points points,
				      tot_month cut, const struct tot_law *law)
{
	struct tot_months *within = &out->within[out->count];
	tot_timeline_flagged(within, own, TOT_DE_WORK, TOT_FLAG_MINIJOB_EXEMPT, 0);
	tot_months_clip(within, 0, cut);
	for (size_t i = 0; i < life->credit_count; i++) {
		const struct tot_credit *credit = &life->credits[i];
		if (!is_minijob(credit) || !holds(credit, own, cut))
			continue;
		points += credit->points;
		add_range(within, credit, cut);
	}
	const enum tot_status status =
		tot_de_months_of_points(&out->months[out->count], points, law);
	if (status >= 0)
		out->count++;
	return status;
}

static bool same_marriage(const struct tot_credit *a, const struct tot_credit *b)
{
	return tot_date_compare(a->from, b->from) == 0 && tot_date_compare(a->to, b->to) == 0;
}

/* s. 52 (1), (1a): the net gain of a marriage; nothing if points were lost. */
static enum tot_status marriage_months(struct tot_credit_months *out,
				       const struct tot_timeline *own,
				       const struct tot_scenario *life, size_t first, tot_month cut,
				       const struct tot_law *law)
{
	const struct tot_credit *credits = life->credits;
	tot_points points = 0;
	for (size_t i = 0; i < life->credit_count; i++) {
		if (!is_marriage(&credits[i]) || !holds(&credits[i], own, cut) ||
		    !same_marriage(&credits[i], &credits[first]))
			continue;
		if (i < first)
			return TOT_OK;
		points += credits[i].points;
	}
	const size_t room = sizeof(out->months) / sizeof(out->months[0]);
	if (points <= 0 || out->count >= room)
		return TOT_OK;
	add_range(&out->within[out->count], &credits[first], cut);
	const enum tot_status status =
		tot_de_months_of_points(&out->months[out->count], points, law);
	if (status >= 0)
		out->count++;
	return status;
}

enum tot_status tot_de_credit_months(struct tot_credit_months *out, const struct tot_timeline *own,
				     const struct tot_scenario *life, tot_points exempt,
				     tot_month cut, bool with_marriages, const struct tot_law *law)
{
	*out = (struct tot_credit_months){.count = 0};
	enum tot_status status = minijob_months(out, own, life, exempt, cut, law);
	for (size_t i = 0; i < life->credit_count && with_marriages && status >= 0; i++)
		if (is_marriage(&life->credits[i]) && holds(&life->credits[i], own, cut))
			status = marriage_months(out, own, life, i, cut, law);
	return status;
}

enum tot_status tot_de_buy_off_cost(tot_cents *out, tot_points points, tot_factor access_factor,
				    int year, const struct tot_law *law)
{
	const struct tot_at at = {.year = year};
	int64_t price;
	tot_points lost;
	if (access_factor <= 0)
		return TOT_ERR_DOMAIN;
	enum tot_status status = tot_de_number(&price, law, TOT_DE_POINT_PRICE, &at);
	if (status >= 0)
		status = tot_mul_div(&lost, points, 1000 - access_factor, 1000, TOT_HALF_UP);
	if (status < 0)
		return status;
	/* Points and price have four decimals each: 1e-8 euro over a factor of 1e-3. */
	const struct tot_ratio cost = tot_ratio_div(
		tot_ratio_mul(tot_ratio_of(lost > 0 ? lost : 0, 10000), tot_ratio_of(price, 10000)),
		tot_ratio_of(access_factor, 1000));
	return tot_ratio_round(out, cost, 100, TOT_HALF_UP);
}
