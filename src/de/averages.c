/* What divides and limits the earnings of a year: averages, ceilings, eastern factors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/credits.h"
#include "de/figures.h"

enum tot_status tot_de_basis_of(struct tot_de_basis *out, const struct tot_law *law,
				struct tot_date as_of, tot_month start, struct tot_trace *trace)
{
	struct tot_value value;
	int64_t last;
	const enum tot_status status =
		tot_law_last(&value, &last, law, &tot_de_figures, TOT_DE_AVERAGE_PRELIMINARY);
	if (status < 0)
		return status;
	*out = (struct tot_de_basis){.law = law,
				     .trace = trace,
				     .as_of = as_of,
				     .start = start,
				     .last_year = as_of.year < last ? as_of.year : (int)last};
	return TOT_OK;
}

/* s. 70 (1) sentence 2: the year of the start and the one before take preliminary averages. */
static bool takes_preliminary(int year, const struct tot_de_basis *basis)
{
	if (basis->start == TOT_MONTH_NONE)
		return false;
	const int start = tot_month_year(basis->start);
	return year == start || year == start - 1;
}

/* The final figure, or the preliminary one in the years that want it or know no other. */
static enum tot_status choose(struct tot_value *out, enum tot_de_figure final,
			      enum tot_de_figure preliminary, int year,
			      const struct tot_de_basis *basis)
{
	const struct tot_date day = {year, 1, 1};
	const struct tot_at at = tot_de_on(day);
	/* DECISIONS 1: the final figure of a year is known from 1 January two years later. */
	const bool known = basis->as_of.year >= year + 2;
	const bool wants_preliminary = takes_preliminary(year, basis);
	if (wants_preliminary && tot_de_get(out, basis->law, preliminary, &at) >= 0)
		return TOT_OK;
	if ((known || wants_preliminary) && tot_de_get(out, basis->law, final, &at) >= 0)
		return TOT_OK;
	enum tot_status status = tot_de_get(out, basis->law, preliminary, &at);
	if (status >= 0)
		return TOT_PROVISIONAL;
	status = tot_de_get(out, basis->law, final, &at);
	return status;
}

enum tot_status tot_de_average_earnings(struct tot_value *out, int year,
					const struct tot_de_basis *basis)
{
	if (year <= basis->last_year)
		return choose(out, TOT_DE_AVERAGE_FINAL, TOT_DE_AVERAGE_PRELIMINARY, year, basis);
	/* DECISIONS 2: later years are in the wages of the last one with an average. */
	const struct tot_at at = {.year = basis->last_year};
	const enum tot_status status = tot_de_get(out, basis->law, TOT_DE_AVERAGE_PRELIMINARY, &at);
	return status < 0 ? status : TOT_PROJECTED;
}

static enum tot_status max_points(struct tot_value *out, int year, const struct tot_de_basis *basis)
{
	if (year <= basis->last_year)
		return choose(out, TOT_DE_MAX_POINTS, TOT_DE_MAX_POINTS_PRELIMINARY, year, basis);
	const struct tot_date day = {basis->last_year, 1, 1};
	const struct tot_at at = tot_de_on(day);
	const enum tot_status status =
		tot_de_get(out, basis->law, TOT_DE_MAX_POINTS_PRELIMINARY, &at);
	return status < 0 ? status : TOT_PROJECTED;
}

/* Anlage 10; the preliminary factor goes with the preliminary average. */
static enum tot_status east_factor(struct tot_value *out, int year, int month,
				   const struct tot_de_basis *basis)
{
	const struct tot_date day = {year, month, 1};
	const struct tot_at at = tot_de_on(day);
	const bool open = basis->as_of.year < year + 2;
	if ((takes_preliminary(year, basis) || open) &&
	    tot_de_get(out, basis->law, TOT_DE_EAST_FACTOR_PRELIMINARY, &at) >= 0)
		return TOT_OK;
	return tot_de_get(out, basis->law, TOT_DE_EAST_FACTOR, &at);
}

static void trace_lift(struct tot_trace *trace, struct tot_ratio before, struct tot_ratio after,
		       const struct tot_value *factor)
{
	int64_t pay;
	char number[TOT_DECIMAL_TEXT], by[TOT_DECIMAL_TEXT], result[TOT_DECIMAL_TEXT];
	if (!trace || tot_ratio_round(&pay, before, 1, TOT_HALF_UP) < 0)
		return;
	tot_trace_begin(trace, "", "eastern earnings lifted to the western level");
	tot_trace_law(trace, "SGB VI s. 256a (1)");
	tot_trace_formula(trace, "%s x %s", tot_decimal_print_grouped(number, pay, 2),
			  tot_decimal_print(by, factor->value, 4));
	tot_trace_result(trace, "", "%s", tot_decimal_print_grouped(result, after.num, 2));
	tot_trace_rounding(trace, "half up to 0.01 (s. 123 (1))");
	tot_trace_value(trace, "factor of Anlage 10", factor);
	tot_trace_end(trace);
}

enum tot_status tot_de_lift(struct tot_ratio *earnings, int year, int month,
			    const struct tot_de_basis *basis)
{
	struct tot_value factor;
	int64_t lifted;
	enum tot_status status = east_factor(&factor, year, month, basis);
	if (status < 0)
		return status;
	/* s. 256a (1): the product is an amount of money, rounded to the cent (s. 123 (1)). */
	const struct tot_ratio product =
		tot_ratio_mul(*earnings, tot_ratio_of(factor.value, factor.denominator));
	status = tot_ratio_round(&lifted, product, 1, TOT_HALF_UP);
	if (status < 0)
		return status;
	trace_lift(basis->trace, *earnings, tot_ratio_of(lifted, 1), &factor);
	*earnings = tot_ratio_of(lifted, 1);
	return TOT_OK;
}

static void trace_quotient(struct tot_trace *trace, struct tot_ratio earnings, tot_points points,
			   const struct tot_value *average, enum tot_status status)
{
	int64_t cents;
	char number[TOT_DECIMAL_TEXT], divisor[TOT_DECIMAL_TEXT], result[TOT_DECIMAL_TEXT];
	if (!trace || tot_ratio_round(&cents, earnings, 1, TOT_HALF_UP) < 0)
		return;
	tot_trace_begin(trace, "", "earnings / average earnings");
	tot_trace_law(trace, "SGB VI s. 70 (1)");
	tot_trace_formula(trace, "%s / %s", tot_decimal_print_grouped(number, cents, 2),
			  tot_decimal_print_grouped(divisor, average->value, 0));
	tot_trace_result(trace, "points", "%s", tot_decimal_print(result, points, 4));
	tot_trace_rounding(trace, "half up to 0.0001 (s. 121 (2))");
	if (status == TOT_PROVISIONAL)
		tot_trace_caveat(trace, "the final average is not fixed yet: preliminary one");
	if (status == TOT_PROJECTED)
		tot_trace_caveat(trace, "future year: pay and average in today's wages");
	tot_trace_value(trace, "average earnings", average);
	tot_trace_end(trace);
}

enum tot_status tot_de_points_of(tot_points *out, struct tot_ratio earnings, int year, int month,
				 bool east, const struct tot_de_basis *basis)
{
	struct tot_value average;
	enum tot_status status = east ? tot_de_lift(&earnings, year, month, basis) : TOT_OK;
	if (status < 0)
		return status;
	const enum tot_status average_status = tot_de_average_earnings(&average, year, basis);
	if (average_status < 0)
		return average_status;
	/* Cents over whole units: the quotient of the same currency, four decimals. */
	const struct tot_ratio quotient =
		tot_ratio_div(earnings, tot_ratio_of(average.value * 100, 1));
	tot_points points;
	status = tot_ratio_round(&points, quotient, 10000, TOT_HALF_UP);
	if (status < 0)
		return status;
	trace_quotient(basis->trace, earnings, points, &average, average_status);
	*out = points;
	return average_status;
}

enum tot_status tot_de_ceiling(tot_cents *out, tot_month month, bool east, bool miners,
			       const struct tot_de_basis *basis)
{
	const int year = tot_month_year(month);
	const bool later = year > basis->last_year;
	const tot_month of = later ? tot_month_make(basis->last_year, 12) : month;
	const struct tot_at at = tot_de_on(tot_month_first_day(of));
	const enum tot_de_figure west = miners ? TOT_DE_CEILING_MINERS : TOT_DE_CEILING;
	const enum tot_de_figure eastern =
		miners ? TOT_DE_CEILING_EAST_MINERS : TOT_DE_CEILING_EAST;
	int64_t yearly;
	const enum tot_status status =
		tot_de_number(&yearly, basis->law, east ? eastern : west, &at);
	if (status < 0)
		return status;
	/* The tables hold yearly amounts; a month has one twelfth (s. 159, s. 122). */
	const enum tot_status divided = tot_mul_div(out, yearly, 100, 12, TOT_HALF_UP);
	return divided < 0 ? divided : later ? TOT_PROJECTED : TOT_OK;
}

enum tot_status tot_de_child_points(tot_points *out, int year, int months, tot_points own,
				    const struct tot_de_basis *basis)
{
	struct tot_value each, most;
	int64_t full, limit;
	const struct tot_at at = {0};
	enum tot_status status = tot_de_get(&each, basis->law, TOT_DE_CHILD_POINTS, &at);
	if (status < 0)
		return status;
	full = each.value * months;
	/* Without other points the yearly maximum cannot bind. */
	if (own == 0) {
		*out = full;
		return TOT_OK;
	}
	status = max_points(&most, year, basis);
	if (status < 0)
		return status;
	const enum tot_status rounded = tot_mul_div(&limit, most.value, months, 12, TOT_HALF_UP);
	if (rounded < 0)
		return rounded;
	/* s. 70 (2) sentence 2: both together at most the proportional yearly maximum. */
	const tot_points room = limit > own ? limit - own : 0;
	*out = full < room ? full : room;
	if (*out < full)
		tot_trace_value(basis->trace, "yearly maximum (Anlage 2b)", &most);
	return status;
}

enum tot_status tot_de_minijob_points(tot_points *out, struct tot_ratio weighted, int year,
				      const struct tot_de_basis *basis)
{
	return tot_de_points_of(out, weighted, year, 1, false, basis);
}
