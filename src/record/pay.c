/* What a record earned in one month: steps, growth, bonuses, currency. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/scenario.h"

#include <string.h>

#define LIMBS 160
#define MILLION 1000000U

/* A natural number of up to 5,120 bits: 213 years of growth below 50 percent in millionths fit. */
struct natural {
	uint32_t limb[LIMBS];
	size_t used;
};

static struct natural natural_of(uint64_t value)
{
	struct natural n = {.used = 2};
	n.limb[0] = (uint32_t)value;
	n.limb[1] = (uint32_t)(value >> 32);
	return n;
}

static bool multiply(struct natural *n, uint32_t factor)
{
	uint64_t carry = 0;
	for (size_t i = 0; i < n->used; i++) {
		carry += (uint64_t)n->limb[i] * factor;
		n->limb[i] = (uint32_t)carry;
		carry >>= 32;
	}
	if (carry == 0)
		return true;
	if (n->used == LIMBS)
		return false;
	n->limb[n->used++] = (uint32_t)carry;
	return true;
}

static void add(struct natural *a, const struct natural *b)
{
	uint64_t carry = 0;
	const size_t used = a->used > b->used ? a->used : b->used;
	for (size_t i = 0; i < used || carry; i++) {
		carry += (uint64_t)a->limb[i] + b->limb[i];
		a->limb[i] = (uint32_t)carry;
		carry >>= 32;
		if (i >= a->used)
			a->used = i + 1;
	}
}

static void divide(struct natural *n, uint32_t divisor)
{
	uint64_t rest = 0;
	for (size_t i = n->used; i-- > 0;) {
		rest = rest << 32 | n->limb[i];
		n->limb[i] = (uint32_t)(rest / divisor);
		rest %= divisor;
	}
	while (n->used > 2 && n->limb[n->used - 1] == 0)
		n->used--;
}

/*
 * amount * ((10^6 + growth) / 10^6)^years, half up: floor((2 N + D) / 2 D) with whole numbers,
 * where the division by D = 10^(6 years) is done a million at a time (whole-number division may be
 * split up).
 */
static enum tot_status grown(int64_t *out, int64_t amount, int64_t growth, int years)
{
	struct natural n = natural_of((uint64_t)amount), half = natural_of(1);
	for (int i = 0; i < years; i++) {
		if (!multiply(&n, (uint32_t)(MILLION + growth)) || !multiply(&half, MILLION))
			return TOT_ERR_OVERFLOW;
	}
	if (!multiply(&n, 2) || n.used == LIMBS)
		return TOT_ERR_OVERFLOW;
	add(&n, &half);
	for (int i = 0; i < years; i++)
		divide(&n, MILLION);
	divide(&n, 2);
	if (n.used > 2 || n.limb[1] > INT32_MAX)
		return TOT_ERR_OVERFLOW;
	*out = (int64_t)((uint64_t)n.limb[1] << 32 | n.limb[0]);
	return TOT_OK;
}

/* The last step that has begun; the first one holds from the start of the record. */
static int64_t step_amount(const struct tot_pay *pay, tot_month month)
{
	size_t step = 0;
	while (step + 1 < pay->step_count && pay->steps[step + 1].from <= month)
		step++;
	return pay->steps[step].amount;
}

enum tot_status tot_pay_monthly(int64_t *out, const struct tot_period *period, tot_month month,
				int freeze_year)
{
	const struct tot_pay *pay = &period->pay;
	if (pay->form != TOT_PAY_MONTHLY || pay->step_count == 0)
		return TOT_ERR_DOMAIN;
	const int last = tot_month_year(month) < freeze_year ? tot_month_year(month) : freeze_year;
	const int years = last - period->from.year;
	if (pay->growth == 0 || years <= 0) {
		*out = step_amount(pay, month);
		return TOT_OK;
	}
	return grown(out, pay->steps[0].amount, pay->growth, years);
}

int64_t tot_pay_bonus(const struct tot_period *period, tot_month month)
{
	int64_t sum = 0;
	for (size_t i = 0; i < period->pay.bonus_count; i++) {
		const struct tot_bonus *bonus = &period->pay.bonuses[i];
		if (bonus->month == month || bonus->every == tot_month_number(month))
			sum += bonus->amount;
	}
	return sum;
}

bool tot_pay_year(int64_t *out, const struct tot_period *period, int year)
{
	for (size_t i = 0; i < period->pay.year_count; i++) {
		if (period->pay.years[i].year == year) {
			*out = period->pay.years[i].amount;
			return true;
		}
	}
	return false;
}

const char *tot_pay_currency(const struct tot_period *period, tot_month month)
{
	if (period->pay.currency)
		return period->pay.currency;
	if (strcmp(period->country, "JP") == 0)
		return "JPY";
	/* The euro is the currency of Germany from 2002-01 on; third countries have no other
	 * default. */
	return month < tot_month_make(2002, 1) && strcmp(period->country, "DE") == 0 ? "DEM"
										     : "EUR";
}
