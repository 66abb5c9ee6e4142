/* The income test of the supplement for long insurance (s. 97a). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/basic_pension.h"
#include "de/figures.h"
#include "de/income.h"

static enum tot_status read_limits(struct tot_value limits[2], bool couple,
				   const struct tot_law *law, const struct tot_at *at)
{
	const enum tot_status status = tot_de_get(
		&limits[0], law, couple ? TOT_DE_INCOME_COUPLE_1 : TOT_DE_INCOME_SINGLE_1, at);
	return status < 0
		       ? status
		       : tot_de_get(&limits[1], law,
				    couple ? TOT_DE_INCOME_COUPLE_2 : TOT_DE_INCOME_SINGLE_2, at);
}

static tot_cents above(tot_cents income, tot_cents limit)
{
	return income > limit ? income - limit : 0;
}

enum tot_status tot_de_income_test(tot_cents *out, tot_cents part, tot_cents income, bool couple,
				   struct tot_date on, const struct tot_law *law,
				   struct tot_trace *trace)
{
	const struct tot_at at = tot_de_on(on);
	struct tot_value limits[2];
	int64_t between, beyond;
	tot_cents reduction;
	char text[TOT_DECIMAL_TEXT], low[TOT_DECIMAL_TEXT], high[TOT_DECIMAL_TEXT];
	enum tot_status status = read_limits(limits, couple, law, &at);
	if (status >= 0)
		status = tot_de_number(&between, law, TOT_DE_INCOME_BETWEEN, &at);
	if (status >= 0)
		status = tot_de_number(&beyond, law, TOT_DE_INCOME_ABOVE, &at);
	if (status < 0)
		return status;
	const tot_cents second = above(income, limits[1].value);
	const tot_cents first = above(income, limits[0].value) - second;
	status = tot_mul_div(&reduction, first * between + second * beyond, 1, 100, TOT_HALF_UP);
	if (status < 0)
		return status;
	*out = above(part, reduction);
	tot_trace_begin(trace, "", "income test of the supplement");
	tot_trace_law(trace, "SGB VI s. 97a (4)");
	tot_trace_input(trace, "income a month", "%s EUR",
			tot_decimal_print_grouped(text, income, 2));
	tot_trace_value(trace, "first threshold", &limits[0]);
	tot_trace_value(trace, "second threshold", &limits[1]);
	tot_trace_formula(trace, "%d percent of %s and %d percent of %s are taken off",
			  (int)between, tot_decimal_print_grouped(low, first, 2), (int)beyond,
			  tot_decimal_print_grouped(high, second, 2));
	tot_trace_result(trace, "EUR a month", "%s", tot_decimal_print_grouped(text, *out, 2));
	tot_trace_end(trace);
	return TOT_OK;
}

static bool has_spouse(const struct tot_spouse *spouse, struct tot_date on)
{
	return spouse->present && tot_date_is_none(spouse->divorced) &&
	       (tot_date_is_none(spouse->died) || tot_date_compare(spouse->died, on) > 0) &&
	       (tot_date_is_none(spouse->married) || tot_date_compare(spouse->married, on) <= 0);
}

/* A year's money as a month's cents, added. */
static enum tot_status add_yearly(tot_cents *io, const struct tot_money *money,
				  const struct tot_scenario *life, const struct tot_ctx *ctx)
{
	tot_cents year, month;
	enum tot_status status = tot_de_euro_cents(&year, money, life, ctx);
	if (status >= 0)
		status = tot_mul_div(&month, year, 1, 12, TOT_HALF_UP);
	if (status >= 0)
		*io += month;
	return status;
}

static enum tot_status add_spouse(tot_cents *io, const struct tot_scenario *life,
				  const struct tot_ctx *ctx)
{
	const struct tot_spouse *spouse = &life->family.spouse;
	enum tot_status status = add_yearly(io, &spouse->yearly_income, life, ctx);
	for (size_t i = 0; i < spouse->own_pension_count && status >= 0; i++) {
		tot_cents month;
		status = tot_de_own_pension_cents(&month, &spouse->own_pension[i], life, ctx);
		if (status >= 0)
			*io += month;
	}
	return status;
}

enum tot_status tot_de_test_supplement(struct tot_de_supplement *io, tot_cents pension,
				       const struct tot_scenario *life, struct tot_ctx *ctx)
{
	tot_cents income = pension;
	const char *residence = tot_person_residence(&life->person, ctx->as_of);
	io->abroad = residence && strcmp(residence, "DE") != 0;
	io->amount = io->gross;
	if (!io->gross || !life->person.other_income.currency)
		return TOT_OK;
	const bool couple = has_spouse(&life->family.spouse, ctx->as_of);
	enum tot_status status = add_yearly(&income, &life->person.other_income, life, ctx);
	if (status >= 0 && couple)
		status = add_spouse(&income, life, ctx);
	if (status >= 0)
		status = tot_de_income_test(&io->amount, io->gross, income, couple, ctx->as_of,
					    ctx->law, ctx->trace);
	io->tested = status >= 0;
	return status;
}
