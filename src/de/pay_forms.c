/* The forms of pay: monthly, by year, contributions, points, fixed points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/figures.h"
#include "de/pay_forms.h"

enum tot_de_bearer tot_de_bearer_of(const struct tot_span *span)
{
	const tot_kinds others = TOT_KIND_BIT(TOT_BENEFIT_UNEMPLOYMENT) | TOT_DE_DEEMED;
	if (others & TOT_KIND_BIT(span->kind))
		return TOT_DE_NOT_BORNE;
	return span->flags & TOT_FLAG_MINIJOB ? TOT_DE_BORNE_MINIJOB : TOT_DE_BORNE;
}

/* Pay, in euro or DM, in the currency of the year's figures. False: the rate between them is missing. */
static bool money(int64_t *out, int64_t amount, const struct tot_span *span, tot_month month,
		  const struct tot_de_collector *c)
{
	const bool euro = strcmp(tot_pay_currency(span->record, month), "EUR") == 0;
	*out = amount;
	if (euro == c->out->euro)
		return true;
	struct tot_value rate;
	const struct tot_date fixed = {1999, 1, 1};
	const struct tot_at at = tot_de_on(fixed);
	if (tot_de_get(&rate, c->basis->law, TOT_DE_EURO, &at) < 0)
		return false;
	const enum tot_status status =
		euro ? tot_mul_div(out, amount, rate.value, rate.denominator, TOT_HALF_UP)
		     : tot_mul_div(out, amount, rate.denominator, rate.value, TOT_HALF_UP);
	return status >= 0;
}

/* Put an amount under the ceiling of month k; returned: what of it counts. */
static tot_cents fill(struct tot_de_collector *c, int k, tot_cents amount)
{
	struct tot_de_pay_year *out = c->out;
	if (out->ceiling[k] == TOT_DE_NO_CEILING)
		return amount;
	const tot_cents free = out->ceiling[k] - out->filled[k];
	const tot_cents taken = amount < free ? amount : free;
	out->capped |= taken < amount;
	out->filled[k] += taken;
	return taken;
}

/* Least base of a mini-job, cents, and the employer's flat rate; none before 1999-04. */
static bool minijob_figures(tot_cents *least, int64_t *flat, const struct tot_de_collector *c,
			    const struct tot_span *span, int k)
{
	const struct tot_at at = tot_de_rate_day(c->january + k, c->basis);
	const enum tot_de_figure rate = span->flags & TOT_FLAG_HOUSEHOLD
						? TOT_DE_MINIJOB_FLAT_HOUSEHOLD
						: TOT_DE_MINIJOB_FLAT;
	if (tot_de_number(least, c->basis->law, TOT_DE_MINIJOB_BASE, &at) < 0 ||
	    tot_de_number(flat, c->basis->law, rate, &at) < 0)
		return false;
	*least *= 100;
	return true;
}

static void add_minijob(struct tot_de_collector *c, const struct tot_span *span, int k,
			tot_cents *wage)
{
	tot_cents least;
	int64_t flat;
	/* Before 1999-04 there was no such job; the pay then counts as it is. */
	if (!minijob_figures(&least, &flat, c, span, k))
		return;
	c->out->flat[k] += *wage * flat;
	if (*wage < least)
		*wage = least;
}

/* s. 163 (8) for yearly pay: even wages of the months, each at least at the least base. */
static void add_minijob_year(struct tot_de_collector *c, const struct tot_span *span, unsigned bits,
			     struct tot_ratio *share)
{
	const struct tot_ratio wage = tot_ratio_div(*share, tot_ratio_of(tot_de_bits(bits), 1));
	for (int k = 0; k < 12; k++) {
		tot_cents least;
		int64_t flat;
		if (!(bits >> k & 1) || !minijob_figures(&least, &flat, c, span, k))
			continue;
		c->out->flat_spread[k] = tot_ratio_add(c->out->flat_spread[k],
						       tot_ratio_mul(wage, tot_ratio_of(flat, 1)));
		const struct tot_ratio base = tot_ratio_of(least, 1);
		if (tot_ratio_compare(wage, base) < 0)
			*share = tot_ratio_add(*share, tot_ratio_sub(base, wage));
	}
}

static enum tot_status add_monthly(struct tot_de_collector *c, const struct tot_span *span,
				   unsigned bits, enum tot_de_bearer bearer)
{
	for (int k = 0; k < 12; k++) {
		int64_t pay;
		if (!(bits >> k & 1))
			continue;
		const enum tot_status status =
			tot_pay_monthly(&pay, span->record, c->january + k, c->basis->last_year);
		if (status == TOT_ERR_DOMAIN ||
		    (status >= 0 && !money(&pay, pay, span, c->january + k, c))) {
			c->out->unknown |= 1U << k;
			continue;
		}
		if (status < 0)
			return status;
		if (bearer == TOT_DE_BORNE_MINIJOB)
			add_minijob(c, span, k, &pay);
		c->regular |= 1U << k;
		c->out->due[bearer][k] += fill(c, k, pay);
	}
	return TOT_OK;
}

void tot_de_add_bonus(struct tot_de_collector *c, const struct tot_span *span, int k)
{
	const enum tot_de_bearer bearer = tot_de_bearer_of(span);
	int64_t bonus = tot_pay_bonus(span->record, c->january + k);
	if (bonus == 0 || !money(&bonus, bonus, span, c->january + k, c))
		return;
	if (c->out->ceiling[k] == TOT_DE_NO_CEILING) {
		c->out->due[bearer][k] += bonus;
		return;
	}
	tot_cents left = bonus;
	for (int m = 0; m <= k && left > 0; m++) {
		if (!(c->regular >> m & 1) || c->out->ceiling[m] == TOT_DE_NO_CEILING)
			continue;
		const tot_cents free = c->out->ceiling[m] - c->out->filled[m];
		const tot_cents taken = left < free ? left : free;
		c->out->filled[m] += taken;
		left -= taken;
	}
	c->out->capped |= left > 0;
	c->out->due[bearer][k] += bonus - left;
}

/* Voluntary contributions: base = contribution / rate, at most the free part of the ceiling. */
static enum tot_status add_contribution(struct tot_de_collector *c, const struct tot_span *span,
					unsigned bits)
{
	for (int k = 0; k < 12; k++) {
		if (!(bits >> k & 1))
			continue;
		int64_t rate, paid = span->record->pay.amount, most;
		const struct tot_at at = tot_de_rate_day(c->january + k, c->basis);
		enum tot_status status = tot_de_number(&rate, c->basis->law, TOT_DE_RATE, &at);
		if (status < 0 || !money(&paid, paid, span, c->january + k, c)) {
			c->out->unknown |= 1U << k;
			continue;
		}
		struct tot_ratio base =
			tot_ratio_mul(tot_ratio_of(paid, 1), tot_ratio_of(10000, rate));
		const bool open = c->out->ceiling[k] == TOT_DE_NO_CEILING;
		const tot_cents free = open ? 0 : c->out->ceiling[k] - c->out->filled[k];
		status = tot_mul_div(&most, free, rate, 10000, TOT_HALF_UP);
		if (status < 0)
			return status;
		if (!open && paid >= most) {
			c->out->capped |= paid > most;
			paid = most;
			base = tot_ratio_of(free, 1);
		}
		tot_cents whole;
		status = tot_ratio_round(&whole, base, 1, TOT_HALF_UP);
		if (status < 0)
			return status;
		c->out->filled[k] += whole;
		c->out->contribution[k] += paid;
		c->out->contribution_base[k] = tot_ratio_add(c->out->contribution_base[k], base);
	}
	return TOT_OK;
}

/* Where a record ends; an open one with its span. */
static tot_month record_end(const struct tot_span *span)
{
	if (!tot_date_is_none(span->record->to))
		return tot_month_of(span->record->to);
	return tot_date_is_none(span->to) ? tot_months_last(&span->months) : tot_month_of(span->to);
}

/* Months of the record itself from `from` to `to`, also those that a cut or a refund took away. */
static int record_months(const struct tot_span *span, tot_month from, tot_month to)
{
	const tot_month first = tot_month_of(span->record->from);
	const tot_month last = record_end(span);
	const tot_month begin = first > from ? first : from;
	const tot_month end = last < to ? last : to;
	return end >= begin ? end - begin + 1 : 0;
}

static void spread_evenly(struct tot_ratio *to, unsigned bits, struct tot_ratio whole, int parts)
{
	const struct tot_ratio part = tot_ratio_div(whole, tot_ratio_of(parts, 1));
	for (int k = 0; k < 12; k++)
		if (bits >> k & 1)
			to[k] = tot_ratio_add(to[k], part);
}

/* DECISIONS 16, 18: even over the record's months of the year, into what its ceilings leave free. */
static enum tot_status add_yearly(struct tot_de_collector *c, const struct tot_span *span,
				  unsigned bits, enum tot_de_bearer bearer)
{
	int64_t amount;
	const int all = record_months(span, c->january, c->january + 11);
	const int here = tot_de_bits(bits);
	if (!tot_pay_year(&amount, span->record, c->out->year) || all < here ||
	    !money(&amount, amount, span, c->january + 11, c)) {
		c->out->unknown |= bits;
		return TOT_OK;
	}
	tot_cents part, counted = 0;
	struct tot_ratio share = tot_ratio_mul(tot_ratio_of(amount, 1), tot_ratio_of(here, all));
	if (bearer == TOT_DE_BORNE_MINIJOB)
		add_minijob_year(c, span, bits, &share);
	const enum tot_status status = tot_ratio_round(&part, share, 1, TOT_HALF_UP);
	if (status < 0)
		return status;
	for (int k = 0; k < 12; k++) {
		if (!(bits >> k & 1))
			continue;
		if (c->out->ceiling[k] == TOT_DE_NO_CEILING) {
			counted = part;
			break;
		}
		const tot_cents free = c->out->ceiling[k] - c->out->filled[k];
		const tot_cents taken = part - counted < free ? part - counted : free;
		c->out->filled[k] += taken;
		counted += taken;
	}
	if (counted < part) {
		c->out->capped = true;
		share = tot_ratio_of(counted, 1);
	}
	spread_evenly(c->out->spread[bearer], bits, share, here);
	return TOT_OK;
}

static void add_points(struct tot_de_collector *c, const struct tot_span *span, unsigned bits,
		       enum tot_de_bearer bearer)
{
	const struct tot_pay *pay = &span->record->pay;
	int64_t points = pay->amount;
	int parts = record_months(span, 0, TOT_MONTH_LIMIT);
	if (pay->form == TOT_PAY_POINTS_BY_YEAR) {
		parts = record_months(span, c->january, c->january + 11);
		if (!tot_pay_year(&points, span->record, c->out->year)) {
			c->out->unknown |= bits;
			return;
		}
	}
	if (span->flags & TOT_FLAG_HOUSEHOLD)
		c->out->household |= bits;
	if (parts > 0)
		spread_evenly(c->out->given[bearer], bits, tot_ratio_of(points, 1), parts);
}

/* s. 256 (1), (3): fixed points of service and of training where no pay is known. */
static void add_fixed(struct tot_de_collector *c, const struct tot_span *span, unsigned bits)
{
	struct tot_ratio *given = c->out->given[TOT_DE_NOT_BORNE];

	const bool service = span->kind == TOT_SERVICE;
	const bool training =
		span->kind == TOT_EMPLOYMENT && (span->flags & TOT_FLAG_TRAINING) != 0;
	for (int k = 0; k < 12; k++) {
		int64_t points;
		const struct tot_at at = tot_de_on(tot_month_first_day(c->january + k));
		if (!(bits >> k & 1))
			continue;
		if ((service || training) &&
		    tot_de_number(&points, c->basis->law,
				  service ? TOT_DE_SERVICE_POINTS : TOT_DE_TRAINING_POINTS,
				  &at) >= 0)
			given[k] = tot_ratio_add(given[k], tot_ratio_of(points, service ? 12 : 1));
		else
			c->out->unknown |= 1U << k;
	}
}

enum tot_status tot_de_add_pay(struct tot_de_collector *c, const struct tot_span *span,
			       unsigned bits)
{
	const enum tot_de_bearer bearer = tot_de_bearer_of(span);
	switch (span->record->pay.form) {
	case TOT_PAY_MONTHLY: return add_monthly(c, span, bits, bearer);
	case TOT_PAY_CONTRIBUTION: return add_contribution(c, span, bits);
	case TOT_PAY_YEARLY: return add_yearly(c, span, bits, bearer);
	case TOT_PAY_POINTS:
	case TOT_PAY_POINTS_BY_YEAR: add_points(c, span, bits, bearer); return TOT_OK;
	/* Averages are a form of Japanese records. */
	case TOT_PAY_NONE:
	case TOT_PAY_AVERAGE:
	case TOT_PAY_AVERAGE_REVALUED: break;
	}
	add_fixed(c, span, bits);
	return TOT_OK;
}

bool tot_de_month_wage(struct tot_ratio *out, const struct tot_span *span, tot_month month,
		       const struct tot_de_basis *basis)
{
	const struct tot_period *record = span->record;
	const tot_month january = tot_month_make(tot_month_year(month), 1);
	int64_t amount;
	if (record->pay.form == TOT_PAY_MONTHLY &&
	    tot_pay_monthly(&amount, record, month, basis->last_year) >= 0) {
		*out = tot_ratio_of(amount + tot_pay_bonus(record, month), 1);
		return true;
	}
	const int parts = record_months(span, january, january + 11);
	if (record->pay.form != TOT_PAY_YEARLY || parts < 1 ||
	    !tot_pay_year(&amount, record, tot_month_year(month)))
		return false;
	*out = tot_ratio_of(amount, parts);
	return true;
}
