/* Pay of one calendar year under the contribution ceilings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/figures.h"
#include "de/pay_forms.h"

struct tot_de_group tot_de_group_at(size_t index)
{
	return (struct tot_de_group){.east = index & 1, .miners = index & 2};
}

int tot_de_bits(unsigned bits)
{
	int count = 0;
	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

unsigned tot_de_year_bits(const struct tot_months *months, int year)
{
	const tot_month january = tot_month_make(year, 1);
	unsigned bits = 0;
	for (int k = 0; k < 12; k++)
		if (tot_months_has(months, january + k))
			bits |= 1U << k;
	return bits;
}

struct tot_at tot_de_rate_day(tot_month month, const struct tot_de_basis *basis)
{
	const bool later = tot_month_year(month) > basis->last_year;
	return tot_de_on(tot_month_first_day(later ? tot_month_make(basis->last_year, 12) : month));
}

/* The East ends with Anlage 10; voluntary contributions always have western limits. */
static bool is_east(const struct tot_span *span, int year, const struct tot_law *law)
{
	struct tot_value factor;
	const struct tot_date day = {year, 12, 31};
	const struct tot_at at = tot_de_on(day);
	return span->record->east && span->kind != TOT_VOLUNTARY &&
	       tot_de_get(&factor, law, TOT_DE_EAST_FACTOR, &at) >= 0;
}

bool tot_de_in_group(const struct tot_span *span, int year, struct tot_de_group group,
		     const struct tot_law *law)
{
	const tot_kinds kinds = TOT_DE_CONTRIBUTION & ~TOT_KIND_BIT(TOT_CHILD_RAISING);
	const bool miners = span->flags & (TOT_FLAG_MINERS | TOT_FLAG_UNDERGROUND);
	return span->record && (kinds & TOT_KIND_BIT(span->kind)) &&
	       !(span->flags & TOT_FLAG_MINIJOB_EXEMPT) && miners == group.miners &&
	       is_east(span, year, law) == group.east;
}

/* Records of one form and bearer; only those with `count` months in the year if it is not 0. */
static enum tot_status add_records(struct tot_de_collector *c, enum tot_pay_form form,
				   enum tot_de_bearer bearer, int count)
{
	for (size_t i = 0; i < c->own->span_count; i++) {
		const struct tot_span *span = &c->own->spans[i];
		if (!span->record || span->record->pay.form != form ||
		    tot_de_bearer_of(span) != bearer ||
		    !tot_de_in_group(span, c->out->year, c->out->group, c->basis->law))
			continue;
		const unsigned bits = tot_de_year_bits(&span->months, c->out->year);
		if (!bits || (count && tot_de_bits(bits) != count))
			continue;
		c->out->covered |= bits;
		const enum tot_status status = tot_de_add_pay(c, span, bits);
		if (status < 0)
			return status;
	}
	return TOT_OK;
}

/*
 * First the records whose contributions the person bore. Pay given by year: the shortest record first, since
 * a longer one can use the ceilings of other months too.
 */
static enum tot_status add_form(struct tot_de_collector *c, enum tot_pay_form form)
{
	const bool by_year = form == TOT_PAY_YEARLY;
	enum tot_status status = TOT_OK;
	for (int bearer = 0; bearer < TOT_DE_BEARERS; bearer++)
		for (int count = by_year ? 1 : 0; count <= (by_year ? 12 : 0) && status >= 0;
		     count++)
			status = add_records(c, form, (enum tot_de_bearer)bearer, count);
	return status;
}

static void add_bonuses(struct tot_de_collector *c)
{
	for (int k = 0; k < 12; k++)
		for (size_t i = 0; i < c->own->span_count; i++) {
			const struct tot_span *span = &c->own->spans[i];
			if (span->record && span->record->pay.form == TOT_PAY_MONTHLY &&
			    span->record->pay.bonus_count &&
			    tot_months_has(&span->months, c->january + k) &&
			    tot_de_in_group(span, c->out->year, c->out->group, c->basis->law))
				tot_de_add_bonus(c, span, k);
		}
}

static bool has_month(const struct tot_de_collector *c)
{
	for (size_t i = 0; i < c->own->span_count; i++) {
		const struct tot_span *span = &c->own->spans[i];
		if (tot_months_count_range(&span->months, c->january, c->january + 12) &&
		    tot_de_in_group(span, c->out->year, c->out->group, c->basis->law))
			return true;
	}
	return false;
}

static enum tot_status prepare(struct tot_de_pay_year *out, const struct tot_de_basis *basis)
{
	struct tot_value average;
	const enum tot_status status = tot_de_average_earnings(&average, out->year, basis);
	if (status < 0)
		return status;
	out->euro = strcmp(average.currency, "EUR") == 0;
	const tot_month january = tot_month_make(out->year, 1);
	const struct tot_ratio zero = tot_ratio_of(0, 1);
	for (int k = 0; k < 12; k++) {
		const enum tot_status found = tot_de_ceiling(
			&out->ceiling[k], january + k, out->group.east, out->group.miners, basis);
		if (found < 0 && found != TOT_ERR_NO_PARAMETER)
			return found;
		if (found < 0)
			out->ceiling[k] = TOT_DE_NO_CEILING;
		out->contribution_base[k] = zero;
		out->flat_spread[k] = zero;
		for (int bearer = 0; bearer < TOT_DE_BEARERS; bearer++) {
			out->spread[bearer][k] = zero;
			out->given[bearer][k] = zero;
		}
	}
	return TOT_OK;
}

enum tot_status tot_de_pay_year_of(struct tot_de_pay_year *out, const struct tot_timeline *own,
				   int year, struct tot_de_group group,
				   const struct tot_de_basis *basis)
{
	static const enum tot_pay_form forms[] = {
		TOT_PAY_CONTRIBUTION,	 TOT_PAY_YEARLY, TOT_PAY_POINTS,
		TOT_PAY_POINTS_BY_YEAR,	 TOT_PAY_NONE,	 TOT_PAY_AVERAGE,
		TOT_PAY_AVERAGE_REVALUED};
	*out = (struct tot_de_pay_year){.year = year, .group = group};
	struct tot_de_collector c = {
		.out = out, .own = own, .basis = basis, .january = tot_month_make(year, 1)};
	if (!has_month(&c))
		return TOT_OK;
	enum tot_status status = prepare(out, basis);
	if (status >= 0)
		status = add_form(&c, TOT_PAY_MONTHLY);
	add_bonuses(&c);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]) && status >= 0; i++)
		status = add_form(&c, forms[i]);
	return status;
}

static void add_to(struct tot_ratio *sum, struct tot_ratio more)
{
	if (more.num)
		*sum = tot_ratio_add(*sum, more);
}

struct tot_ratio tot_de_base(const struct tot_de_pay_year *pay, int first, int end)
{
	struct tot_ratio sum = tot_ratio_of(0, 1);
	tot_cents due = 0;
	for (int k = first; k < end; k++) {
		due += tot_de_due(pay, k);
		add_to(&sum, pay->contribution_base[k]);
		for (int bearer = 0; bearer < TOT_DE_BEARERS; bearer++)
			add_to(&sum, pay->spread[bearer][k]);
	}
	add_to(&sum, tot_ratio_of(due, 1));
	return sum;
}

tot_cents tot_de_due(const struct tot_de_pay_year *pay, int k)
{
	tot_cents sum = 0;
	for (int bearer = 0; bearer < TOT_DE_BEARERS; bearer++)
		sum += pay->due[bearer][k];
	return sum;
}
