/* What an outcome pays, as dated payments at the level of today. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "value.h"

static enum tot_status add(struct tot_flows *io, const struct tot_flow *flow, struct tot_date as_of,
			   struct tot_arena *arena)
{
	if (flow->amount == 0 || tot_date_compare(flow->date, as_of) < 0)
		return TOT_OK;
	io->list = tot_arena_grow(arena, io->list, io->count, sizeof(*io->list));
	if (!io->list) {
		io->count = 0;
		return TOT_ERR_MEMORY;
	}
	io->list[io->count++] = *flow;
	return TOT_OK;
}

/* A month's pension at the end of the month (SGB VI s. 118 (1)). */
static enum tot_status pay_monthly(struct tot_flows *io, const struct tot_benefit *benefit,
				   tot_month end, struct tot_date as_of, struct tot_arena *arena)
{
	enum tot_status status = TOT_OK;
	tot_month from = benefit->start;
	if (benefit->end && benefit->end < end)
		end = benefit->end;
	if (from < tot_month_of(as_of))
		from = tot_month_of(as_of);
	for (tot_month m = from; status >= 0 && m < end; m++) {
		const struct tot_flow flow = {tot_month_last_day(m),
					      benefit->amount.value,
					      benefit->amount.currency,
					      benefit->country,
					      benefit->id,
					      TOT_IF_ALIVE,
					      {0},
					      false};
		status = add(io, &flow, as_of, arena);
	}
	return status;
}

#define PAYMENT_DAY 15

/*
 * Every even month for the two months before, truncated to 1 yen; what was cut off from April's
 * payment to February's is paid with February's (NPA s. 18 (3), s. 18-2; EPA s. 36 (3), s. 36-2).
 */
static enum tot_status pay_even_months(struct tot_flows *io, const struct tot_benefit *benefit,
				       tot_month end, struct tot_date as_of,
				       struct tot_arena *arena)
{
	const int64_t year = benefit->amount.value;
	int64_t rest = 0; /* in twelfths of a yen */
	enum tot_status status = TOT_OK;
	int64_t arrears = benefit->arrears; /* NPA s. 28 (5): with the first payment */
	const tot_month next = benefit->start + 1;
	if (benefit->end && benefit->end < end)
		end = benefit->end;
	for (tot_month m = next + tot_month_number(next) % 2; status >= 0 && m - 2 < end; m += 2) {
		int64_t months = 0;
		for (tot_month paid = m - 2; paid < m; paid++)
			months += paid >= benefit->start && paid < end;
		int64_t amount = year * months / 12 + arrears;
		arrears = 0;
		rest += year * months % 12;
		if (tot_month_number(m) == 2) {
			amount += rest / 12;
			rest = 0;
		}
		struct tot_date day = tot_month_first_day(m);
		day.day = PAYMENT_DAY;
		const struct tot_flow flow = {day,
					      amount,
					      benefit->amount.currency,
					      benefit->country,
					      benefit->id,
					      TOT_IF_ALIVE,
					      {0},
					      false};
		status = add(io, &flow, as_of, arena);
	}
	return status;
}

/* A pension of the insured person that the plan pays, of a known amount or not. */
static bool pension(const struct tot_benefit *benefit)
{
	return benefit->chosen && benefit->entitled &&
	       (strstr(benefit->id, ".old_age.") || strstr(benefit->id, ".disability."));
}

bool tot_benefit_flows(const struct tot_benefit *benefit)
{
	return pension(benefit) && benefit->start != TOT_MONTH_NONE && benefit->amount.per;
}

/* A pension for disability ends where an old-age pension of the same state begins. */
static tot_month paid_until(const struct tot_benefit *benefit, const struct tot_findings *findings,
			    tot_month end)
{
	if (!strstr(benefit->id, ".disability."))
		return end;
	for (size_t i = 0; i < findings->benefit_count; i++) {
		const struct tot_benefit *other = &findings->benefits[i];
		if (strstr(other->id, ".old_age.") && tot_benefit_flows(other) &&
		    other->start < end)
			end = other->start;
	}
	return end;
}

enum tot_status tot_flows_pension(struct tot_flows *io, const struct tot_benefit *benefit,
				  tot_month end, struct tot_date as_of, struct tot_arena *arena)
{
	const struct tot_amount *amount = &benefit->amount;
	if (!amount->known) {
		io->incomplete = true;
		return TOT_OK;
	}
	return strcmp(amount->per, "year") == 0 ? pay_even_months(io, benefit, end, as_of, arena)
						: pay_monthly(io, benefit, end, as_of, arena);
}

/* Payments of one claim for a refund: every entry of it that was filed together. */
struct payer {
	struct tot_flows *flows;
	const struct tot_terms *terms;
	struct tot_ctx *ctx;
	const struct tot_taken *taken; /* first entry of the claim */
};

static enum tot_status pay_refund(const struct payer *payer, int delay, int64_t amount,
				  const char *currency, const char *kind)
{
	const struct tot_taken *taken = payer->taken;
	/*
	 * A claim once filed is paid to the heirs too; to be filed, the person must live
	 * (COMPARISON 6).
	 */
	const bool filed = tot_date_compare(taken->filed, payer->terms->as_of) <= 0;
	const struct tot_date no_day = {0};
	const struct tot_flow flow = {.date = tot_date_add_months_clamped(taken->filed, delay),
				      .amount = amount,
				      .currency = currency,
				      .state = taken->refund.country,
				      .kind = kind,
				      .condition = filed ? TOT_CERTAIN : TOT_IF_ALIVE,
				      .alive_on = filed ? no_day : taken->filed,
				      .refund = true};
	return add(payer->flows, &flow, payer->terms->as_of, payer->ctx->arena);
}

/* "JP.lump_sum.employees" and a name to "JP.lump_sum.<name>". */
static const char *sibling(const struct payer *payer, const char *name)
{
	const char *id = payer->taken->refund.id;
	const char *dot = strrchr(id, '.');
	return tot_arena_format(payer->ctx->arena, "%.*s.%s", dot ? (int)(dot - id) : 0, id, name);
}

static int64_t known(const struct tot_amount *amount)
{
	return amount->known ? amount->value : 0;
}

/* Several strategies take the same refund: say it once. */
static void note_costs(struct tot_ctx *ctx, int64_t tax_refund, int64_t fees)
{
	static const char code[] = "tax-refund-not-worth";
	char refund[TOT_DECIMAL_TEXT], cost[TOT_DECIMAL_TEXT];
	for (const struct tot_diag_item *i = ctx->notices ? ctx->notices->first : NULL; i;
	     i = i->next)
		if (strcmp(i->code, code) == 0)
			return;
	tot_diag_add(
		ctx->notices, TOT_INFO, code, "", "",
		"The tax refund of %s yen would cost %s yen of fees; the comparison leaves it out",
		tot_decimal_print_grouped(refund, tax_refund, 0),
		tot_decimal_print_grouped(cost, fees, 0));
}

/*
 * What the agent and the banks take (COMPARISON 3.1): a charge for each transfer, and for the tax
 * refund a fixed fee and a share. Fees are stated in yen and belong to refunds paid in yen. A tax
 * refund that costs more than it brings is left alone.
 */
static enum tot_status pay_tax_refund(const struct payer *payer, int64_t tax_refund,
				      const char *currency)
{
	const struct tot_terms *terms = payer->terms;
	enum tot_status status = TOT_OK;
	const int64_t share = (int64_t)llround((double)tax_refund * terms->fee_percent / 100.0);
	const int64_t fees = terms->fee_fixed_jpy + share + terms->fee_transfer_jpy;
	if (tax_refund <= 0)
		return TOT_OK;
	if (tax_refund <= fees) {
		note_costs(payer->ctx, tax_refund, fees);
		return TOT_OK;
	}
	status = pay_refund(payer, TOT_DELAY_TAX_REFUND, tax_refund, currency,
			    sibling(payer, "tax_refund"));
	if (status >= 0)
		status = pay_refund(payer, TOT_DELAY_TAX_REFUND, -fees, currency,
				    sibling(payer, "fees"));
	return status;
}

static bool same_claim(const struct tot_taken *a, const struct tot_taken *b)
{
	return a->paid && b->paid && a->scheme == b->scheme &&
	       tot_date_compare(a->filed, b->filed) == 0;
}

/* All entries filed with `taken`: payments, then the tax refund of all of them with its fees. */
static enum tot_status pay_claim(const struct payer *payer, const struct tot_outcome *outcome)
{
	enum tot_status status = TOT_OK;
	int64_t tax_refund = 0;
	const char *currency = NULL;
	for (size_t i = 0; status >= 0 && i < outcome->taken_count; i++) {
		const struct tot_refund *refund = &outcome->taken[i].refund;
		if (!same_claim(&outcome->taken[i], payer->taken))
			continue;
		if (!refund->gross.known) {
			payer->flows->incomplete = true;
			continue;
		}
		currency = refund->gross.currency;
		tax_refund += known(&refund->tax_refund);
		status = pay_refund(payer, TOT_DELAY_REFUND,
				    refund->gross.value - known(&refund->withheld), currency,
				    refund->id);
	}
	if (status < 0 || !currency || strcmp(currency, "JPY") != 0)
		return status;
	status = pay_refund(payer, TOT_DELAY_REFUND, -payer->terms->fee_transfer_jpy, currency,
			    sibling(payer, "fees"));
	return status < 0 ? status : pay_tax_refund(payer, tax_refund, currency);
}

static enum tot_status pay_refunds(struct tot_flows *io, const struct tot_outcome *outcome,
				   const struct tot_terms *terms, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; status >= 0 && i < outcome->taken_count; i++) {
		const struct payer payer = {io, terms, ctx, &outcome->taken[i]};
		bool first = outcome->taken[i].paid;
		for (size_t j = 0; j < i; j++)
			first = first && !same_claim(&outcome->taken[j], &outcome->taken[i]);
		if (first)
			status = pay_claim(&payer, outcome);
	}
	return status;
}

static int by_date(const void *a, const void *b)
{
	const struct tot_flow *left = a, *right = b;
	const int order = tot_date_compare(left->date, right->date);
	if (order)
		return order;
	const int kind = strcmp(left->kind, right->kind);
	return kind ? kind : (left->amount > right->amount) - (left->amount < right->amount);
}

enum tot_status tot_flows_make(struct tot_flows *out, const struct tot_outcome *outcome,
			       const struct tot_terms *terms, struct tot_ctx *ctx)
{
	struct tot_flows made = {0};
	const tot_month end = tot_month_of(terms->born) + 12 * TOT_HORIZON_AGE;
	enum tot_status status = TOT_OK;
	for (size_t s = 0; s < outcome->state_count; s++) {
		const struct tot_findings *findings = &outcome->findings[s];
		for (size_t b = 0; status >= 0 && b < findings->benefit_count; b++) {
			const struct tot_benefit *benefit = &findings->benefits[b];
			if (pension(benefit))
				status = tot_flows_pension(&made, benefit,
							   paid_until(benefit, findings, end),
							   terms->as_of, ctx->arena);
		}
	}
	if (status >= 0)
		status = pay_refunds(&made, outcome, terms, ctx);
	if (status < 0)
		return status;
	if (made.count)
		qsort(made.list, made.count, sizeof(*made.list), by_date);
	*out = made;
	return TOT_OK;
}
