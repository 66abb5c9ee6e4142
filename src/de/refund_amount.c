/* How much a refund pays: for each month the share that the person bore (s. 210 (2)-(4)). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/refund.h"

#include <string.h>

#include "de/figures.h"
#include "de/pay.h"

/* One calendar year on its way. */
struct year_work {
	struct tot_de_refund_amount *out;
	const struct tot_timeline *own;
	const struct tot_de_basis *basis;
	int year;
	bool euro;
	int64_t self_paid;	     /* percent of contributions without an employer */
	struct tot_ratio month[12];  /* share of the month's own pay, cents */
	struct tot_ratio spread[12]; /* share of pay given by year or as points */
	int64_t rate[12];	     /* employee's rate, to tell periods apart */
	unsigned covered, paid, unknown;
	tot_cents sum; /* EUR */
};

/* First month for which contributions are paid back; the law names the day (s. 210 (2), (7)). */
static tot_month first_month(bool east, const struct tot_law *law)
{
	struct tot_date day;
	const char *text = tot_law_string(law, "de.refund",
					  east ? "/amount/only_contributions_for/east_from"
					       : "/amount/only_contributions_for/west_from");
	return text && tot_date_parse(&day, text) ? tot_month_of(day) : 0;
}

static struct tot_ratio percent_of(struct tot_ratio amount, int64_t percent)
{
	return tot_ratio_mul(amount, tot_ratio_of(percent, 10000));
}

/* Earnings that points as given stand for, in cents of the year. */
static enum tot_status earnings_of(struct tot_ratio *out, struct tot_ratio points, int month,
				   bool east, struct year_work *work)
{
	struct tot_value average, factor;
	*out = tot_ratio_of(0, 1);
	if (points.num == 0)
		return TOT_OK;
	const enum tot_status status = tot_de_average_earnings(&average, work->year, work->basis);
	if (status < 0)
		return status;
	/* 0.0001 points x whole units = 0.01 cents x 10,000 / 100. */
	*out = tot_ratio_mul(points, tot_ratio_of(average.value, 100));
	const struct tot_date day = {work->year, month, 1};
	const struct tot_at at = tot_de_on(day);
	if (east && tot_de_get(&factor, work->basis->law, TOT_DE_EAST_FACTOR, &at) >= 0)
		*out = tot_ratio_div(*out, tot_ratio_of(factor.value, factor.denominator));
	work->out->status = tot_status_worse(work->out->status, status);
	return TOT_OK;
}

struct rates {
	int64_t employee, whole;
	int64_t flat; /* employer's part of a mini-job given as points */
};

static bool read_rates(struct rates *out, const struct tot_de_pay_year *pay, int k,
		       const struct tot_de_basis *basis)
{
	const struct tot_at at = tot_de_rate_day(tot_month_make(pay->year, k + 1), basis);
	const bool household = pay->household >> k & 1;
	if (tot_de_number(&out->flat, basis->law,
			  household ? TOT_DE_MINIJOB_FLAT_HOUSEHOLD : TOT_DE_MINIJOB_FLAT, &at) < 0)
		out->flat = 0;
	return tot_de_number(&out->employee, basis->law,
			     pay->group.miners ? TOT_DE_RATE_MINERS_EMPLOYEE : TOT_DE_RATE_EMPLOYEE,
			     &at) >= 0 &&
	       tot_de_number(&out->whole, basis->law, TOT_DE_RATE, &at) >= 0;
}

/* The shares of month k in one group, exact. */
static enum tot_status add_month(struct year_work *work, const struct tot_de_pay_year *pay, int k,
				 const struct rates *rates)
{
	struct tot_ratio own =
		percent_of(tot_ratio_of(pay->due[TOT_DE_BORNE][k], 1), rates->employee);
	/* s. 210 (3) sentence 3: half of voluntary contributions. */
	own = tot_ratio_add(own, tot_ratio_of(pay->contribution[k] * work->self_paid, 100));
	/* Mini-job: the whole contribution less the employer's flat rate of the wage. */
	if (pay->due[TOT_DE_BORNE_MINIJOB][k])
		own = tot_ratio_add(
			own,
			tot_ratio_sub(percent_of(tot_ratio_of(pay->due[TOT_DE_BORNE_MINIJOB][k], 1),
						 rates->whole),
				      tot_ratio_of(pay->flat[k], 10000)));
	struct tot_ratio given, minijob;
	enum tot_status status =
		earnings_of(&given, pay->given[TOT_DE_BORNE][k], k + 1, pay->group.east, work);
	if (status >= 0)
		status = earnings_of(&minijob, pay->given[TOT_DE_BORNE_MINIJOB][k], k + 1,
				     pay->group.east, work);
	if (status < 0)
		return status;
	struct tot_ratio spread =
		percent_of(tot_ratio_add(pay->spread[TOT_DE_BORNE][k], given), rates->employee);
	spread = tot_ratio_add(spread, percent_of(minijob, rates->whole - rates->flat));
	spread = tot_ratio_add(
		spread,
		tot_ratio_sub(percent_of(pay->spread[TOT_DE_BORNE_MINIJOB][k], rates->whole),
			      percent_of(pay->flat_spread[k], 1)));
	work->month[k] = tot_ratio_add(work->month[k], own);
	work->spread[k] = tot_ratio_add(work->spread[k], spread);
	if (own.num || spread.num)
		work->paid |= 1U << k;
	return TOT_OK;
}

static enum tot_status add_group(struct year_work *work, struct tot_de_group group)
{
	struct tot_de_pay_year pay;
	const tot_month january = tot_month_make(work->year, 1);
	const tot_month first = first_month(group.east, work->basis->law);
	enum tot_status status =
		tot_de_pay_year_of(&pay, work->own, work->year, group, work->basis);
	for (int k = 0; k < 12 && status >= 0; k++) {
		struct rates rates;
		if (!(pay.covered >> k & 1) || january + k < first)
			continue;
		work->covered |= 1U << k;
		work->euro = pay.euro;
		if ((pay.unknown >> k & 1) || !read_rates(&rates, &pay, k, work->basis)) {
			work->unknown |= 1U << k;
			continue;
		}
		work->rate[k] = rates.employee;
		status = add_month(work, &pay, k, &rates);
	}
	return status;
}

/* A share in cents of the year's currency to the sum in euro, rounded like the law rounds money. */
static enum tot_status pay_out(struct year_work *work, struct tot_ratio share)
{
	tot_cents cents;
	struct tot_value rate;
	enum tot_status status = tot_ratio_round(&cents, share, 1, TOT_HALF_UP);
	if (status >= 0 && !work->euro && cents) {
		const struct tot_date fixed = {1999, 1, 1};
		const struct tot_at at = tot_de_on(fixed);
		status = tot_de_get(&rate, work->basis->law, TOT_DE_EURO, &at);
		if (status >= 0)
			status = tot_mul_div(&cents, cents, rate.denominator, rate.value,
					     TOT_HALF_UP);
	}
	return status < 0 ? status : tot_add(&work->sum, work->sum, cents);
}

static bool seen_before(const struct year_work *work, int k)
{
	for (int before = 0; before < k; before++)
		if (work->rate[before] == work->rate[k])
			return true;
	return false;
}

/* Shares of pay given by year in all months that have the rate of month k. */
static struct tot_ratio spread_at_rate(const struct year_work *work, int k)
{
	struct tot_ratio share = tot_ratio_of(0, 1);
	for (int other = k; other < 12; other++)
		if (work->rate[other] == work->rate[k] && work->spread[other].num)
			share = tot_ratio_add(share, work->spread[other]);
	return share;
}

/* DECISIONS 27: each month for itself; pay given by year once for a year and rate. */
static enum tot_status add_up(struct year_work *work)
{
	enum tot_status status = TOT_OK;
	for (int k = 0; k < 12 && status >= 0; k++)
		status = pay_out(work, work->month[k]);
	for (int k = 0; k < 12 && status >= 0; k++)
		if (!seen_before(work, k))
			status = pay_out(work, spread_at_rate(work, k));
	return status;
}

/* Months of equal shares in a row: "9 x 446.40". */
static void trace_months(struct tot_trace *trace, const struct year_work *work)
{
	const tot_month january = tot_month_make(work->year, 1);
	for (int first = 0; first < 12;) {
		int64_t cents;
		int end = first + 1;
		char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], number[TOT_DECIMAL_TEXT];
		while (end < 12 && work->rate[end] == work->rate[first] &&
		       tot_ratio_compare(work->month[end], work->month[first]) == 0)
			end++;
		if (work->month[first].num &&
		    tot_ratio_round(&cents, work->month[first], 1, TOT_HALF_UP) >= 0)
			tot_trace_input(trace, "monthly pay", "%s..%s %d x %s",
					tot_month_print(from, january + first),
					tot_month_print(to, january + end - 1), end - first,
					tot_decimal_print_grouped(number, cents, 2));
		first = end;
	}
}

/* The rates of the year, each once. */
static void trace_rates(struct tot_trace *trace, const struct year_work *work)
{
	for (int k = 0; k < 12; k++) {
		struct tot_value rate;
		if (!work->rate[k] || (k && work->rate[k] == work->rate[k - 1]))
			continue;
		const struct tot_at at =
			tot_de_rate_day(tot_month_make(work->year, k + 1), work->basis);
		if (tot_de_get(&rate, work->basis->law, TOT_DE_RATE_EMPLOYEE, &at) >= 0)
			tot_trace_value(trace, "employee's rate, percent", &rate);
	}
}

static void trace_year(struct tot_trace *trace, const struct year_work *work)
{
	char text[TOT_DECIMAL_TEXT];
	if (!trace)
		return;
	tot_trace_begin(trace, "", tot_decimal_print(text, work->year, 0));
	tot_trace_law(trace, "SGB VI s. 210 (3)");
	trace_months(trace, work);
	tot_trace_formula(trace, "%d months with a share, each at its own rate and ceiling",
			  tot_de_bits(work->paid));
	tot_trace_result(trace, "EUR", "%s", tot_decimal_print_grouped(text, work->sum, 2));
	tot_trace_rounding(trace, work->euro ? "each month half up to 0.01"
					     : "each month half up to 0.01, then DM into euro");
	if (work->unknown)
		tot_trace_caveat(trace, "%d months without known pay or rate are left out",
				 tot_de_bits(work->unknown));
	trace_rates(trace, work);
	tot_trace_end(trace);
}

static enum tot_status add_year(struct tot_de_refund_amount *out, const struct tot_timeline *own,
				int year, const struct tot_de_basis *basis)
{
	struct year_work work = {.out = out, .own = own, .basis = basis, .year = year};
	const struct tot_at at = {0};
	enum tot_status status =
		tot_de_number(&work.self_paid, basis->law, TOT_DE_REFUND_SELF_PAID, &at);
	for (int k = 0; k < 12; k++)
		work.month[k] = work.spread[k] = tot_ratio_of(0, 1);
	for (size_t g = 0; g < TOT_DE_GROUPS && status >= 0; g++)
		status = add_group(&work, tot_de_group_at(g));
	if (status >= 0)
		status = add_up(&work);
	if (status < 0)
		return status;
	for (int k = 0; k < 12; k++)
		if (work.paid >> k & 1)
			tot_months_add(&out->paid, tot_month_make(year, k + 1));
	out->unknown_months += tot_de_bits(work.unknown);
	if (year > basis->last_year && work.paid)
		out->status = tot_status_worse(out->status, TOT_PROJECTED);
	if (work.covered)
		trace_year(basis->trace, &work);
	return tot_add(&out->gross, out->gross, work.sum);
}

/*
 * Price of a point on a day, 0.0001 EUR: as announced, before that by the rule of s. 187 (3), the preliminary
 * average of the year x the contribution rate.
 */
static bool point_price(struct tot_ratio *out, struct tot_date day, const struct tot_law *law)
{
	struct tot_value average, euro;
	int64_t price, rate;
	const struct tot_at at = tot_de_on(day);
	const struct tot_date fixed = {1999, 1, 1};
	const struct tot_at then = tot_de_on(fixed);
	if (tot_de_number(&price, law, TOT_DE_POINT_PRICE, &at) >= 0) {
		*out = tot_ratio_of(price, 1);
		return true;
	}
	if (tot_de_get(&average, law, TOT_DE_AVERAGE_PRELIMINARY, &at) < 0 ||
	    tot_de_number(&rate, law, TOT_DE_RATE, &at) < 0 ||
	    tot_de_get(&euro, law, TOT_DE_EURO, &then) < 0)
		return false;
	/* Whole units x 0.01 percent = 0.0001 units. */
	*out = tot_ratio_of(average.value * rate, 1);
	if (strcmp(average.currency, "EUR") != 0)
		*out = tot_ratio_mul(*out, tot_ratio_of(euro.denominator, euro.value));
	return true;
}

/* s. 210 (4): half of the price of points that a divorce gave or took. */
static enum tot_status add_divorces(struct tot_de_refund_amount *out,
				    const struct tot_timeline *own, const struct tot_scenario *life,
				    struct tot_date filed, const struct tot_law *law)
{
	for (size_t i = 0; i < life->credit_count; i++) {
		const struct tot_credit *credit = &life->credits[i];
		/* DECISIONS 39: a credit counts from `effective`. */
		const struct tot_date since =
			tot_date_is_none(credit->effective) ? credit->to : credit->effective;
		if (strcmp(credit->country, "DE") != 0 ||
		    strcmp(credit->kind, "pension_rights_adjustment") != 0 ||
		    tot_date_compare(since, filed) > 0 ||
		    (!tot_date_is_none(own->erased_until) &&
		     tot_date_compare(since, own->erased_until) <= 0))
			continue;
		struct tot_ratio price;
		int64_t self_paid;
		tot_cents half;
		const struct tot_at any = {0};
		if (!point_price(&price, credit->to, law)) {
			out->status = TOT_INCOMPLETE_RECORD;
			continue;
		}
		enum tot_status status =
			tot_de_number(&self_paid, law, TOT_DE_REFUND_SELF_PAID, &any);
		/* 1e-4 points x 1e-4 euro x percent = 1e-8 cents. */
		if (status >= 0)
			status = tot_ratio_round(
				&half,
				tot_ratio_mul(price,
					      tot_ratio_of(credit->points * self_paid, 100000000)),
				1, TOT_HALF_UP);
		if (status >= 0)
			status = tot_add(&out->gross, out->gross, half);
		if (status < 0)
			return status;
	}
	return TOT_OK;
}

enum tot_status tot_de_refund_of(struct tot_de_refund_amount *out, const struct tot_timeline *own,
				 const struct tot_scenario *life, struct tot_date filed,
				 struct tot_ctx *ctx)
{
	struct tot_de_basis basis;
	struct tot_months months;
	*out = (struct tot_de_refund_amount){.status = TOT_OK};
	enum tot_status status =
		tot_de_basis_of(&basis, ctx->law, ctx->as_of, TOT_MONTH_NONE, ctx->trace);
	tot_timeline_flagged(&months, own, TOT_DE_CONTRIBUTION, 0, TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_clip(&months, first_month(false, ctx->law), TOT_MONTH_LIMIT);
	for (tot_month m = tot_months_next(&months, 0); m != TOT_MONTH_NONE && status >= 0;
	     m = tot_months_next(&months, tot_month_make(tot_month_year(m) + 1, 1)))
		status = add_year(out, own, tot_month_year(m), &basis);
	if (status >= 0)
		status = add_divorces(out, own, life, filed, ctx->law);
	if (out->unknown_months)
		out->status = tot_status_worse(out->status, TOT_INCOMPLETE_RECORD);
	return status < 0 ? status : TOT_OK;
}
