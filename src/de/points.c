/* Earnings points of a life, year by year (s. 63, 70, 76, 76b, 256a). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/credits.h"
#include "de/figures.h"
#include "de/pay.h"

/* What one calendar year needs while it is computed. */
struct year_work {
	struct tot_de_year_points *out;
	struct tot_de_account *account;
	const struct tot_timeline *own;
	const struct tot_de_basis *basis;
	unsigned covered; /* months with contributions other than for child-raising */
};

static enum tot_de_branch branch_of(struct tot_de_group group)
{
	if (group.miners)
		return TOT_DE_MINERS;
	return group.east ? TOT_DE_EAST : TOT_DE_WEST;
}

/* Months from `first` that share a factor of Anlage 10: in 1990 the halves of the year. */
static int part_end(const struct tot_de_pay_year *pay, int first, const struct tot_law *law)
{
	struct tot_value value, other;
	const tot_month january = tot_month_make(pay->year, 1);
	struct tot_at at = tot_de_on(tot_month_first_day(january + first));
	if (!pay->group.east || tot_de_get(&value, law, TOT_DE_EAST_FACTOR, &at) < 0)
		return 12;
	int end = first + 1;
	for (; end < 12; end++) {
		at = tot_de_on(tot_month_first_day(january + end));
		if (tot_de_get(&other, law, TOT_DE_EAST_FACTOR, &at) < 0 ||
		    other.value != value.value)
			break;
	}
	return end;
}

/* The East before July 1990 has no ceiling: what was lifted is held below the western one (s. 260). */
static enum tot_status cap_lifted(struct tot_ratio *earnings, bool *east,
				  const struct tot_de_pay_year *pay, int first, int end,
				  const struct tot_de_basis *basis)
{
	const tot_month january = tot_month_make(pay->year, 1);
	tot_cents room = 0;
	for (int k = first; k < end; k++) {
		tot_cents ceiling;
		if (!(pay->covered >> k & 1))
			continue;
		const enum tot_status status =
			tot_de_ceiling(&ceiling, january + k, false, pay->group.miners, basis);
		if (status < 0)
			return status;
		room += ceiling;
	}
	struct tot_ratio lifted = *earnings;
	const enum tot_status status = tot_de_lift(&lifted, pay->year, first + 1, basis);
	if (status < 0)
		return status;
	*earnings = tot_ratio_compare(lifted, tot_ratio_of(room, 1)) > 0 ? tot_ratio_of(room, 1)
									 : lifted;
	*east = false;
	return TOT_OK;
}

/* Runs of months with equal monthly pay: "2020-04..2020-12 9 x 5,600.00". */
static void trace_months(struct tot_trace *trace, const struct tot_de_pay_year *pay, int first,
			 int end)
{
	const tot_month january = tot_month_make(pay->year, 1);
	while (first < end) {
		const tot_cents due = tot_de_due(pay, first);
		int next = first + 1;
		char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], number[TOT_DECIMAL_TEXT];
		while (next < end && tot_de_due(pay, next) == due)
			next++;
		tot_month_print(from, january + first);
		tot_month_print(to, january + next - 1);
		if (due)
			tot_trace_input(trace, "monthly pay and bonuses", "%s..%s %d x %s", from,
					to, next - first,
					tot_decimal_print_grouped(number, due, 2));
		first = next;
	}
}

static void trace_pay(struct tot_trace *trace, const struct tot_de_pay_year *pay, int first,
		      int end, struct tot_ratio base)
{
	int64_t cents;
	char number[TOT_DECIMAL_TEXT];
	if (!trace || tot_ratio_round(&cents, base, 1, TOT_HALF_UP) < 0)
		return;
	const char *what = "insured pay";
	if (pay->group.miners)
		what = "insured pay, miners' scheme";
	else if (pay->group.east)
		what = "insured pay, East";
	trace_months(trace, pay, first, end);
	tot_trace_input(trace, what, "%s %s, %d months",
			tot_decimal_print_grouped(number, cents, 2), pay->euro ? "EUR" : "DM",
			tot_de_bits(pay->covered));
	if (!pay->capped)
		return;
	tot_cents ceiling = 0;
	for (int k = first; k < end; k++)
		if ((pay->covered >> k & 1) && pay->ceiling[k] != TOT_DE_NO_CEILING)
			ceiling += pay->ceiling[k];
	tot_trace_input(trace, "ceiling of these months", "%s",
			tot_decimal_print_grouped(number, ceiling, 2));
}

static enum tot_status quotients(struct year_work *work, const struct tot_de_pay_year *pay)
{
	const enum tot_de_branch branch = branch_of(pay->group);
	for (int first = 0; first < 12;) {
		const int end = part_end(pay, first, work->basis->law);
		struct tot_ratio base = tot_de_base(pay, first, end);
		tot_points points;
		bool east = pay->group.east;
		enum tot_status status = TOT_OK;
		if (base.num != 0) {
			trace_pay(work->basis->trace, pay, first, end, base);
			if (east && pay->ceiling[first] == TOT_DE_NO_CEILING)
				status = cap_lifted(&base, &east, pay, first, end, work->basis);
			if (status >= 0)
				status = tot_de_points_of(&points, base, pay->year, first + 1, east,
							  work->basis);
			if (status < 0)
				return status;
			work->out->paid[branch] += points;
			work->account->status = tot_status_worse(work->account->status, status);
		}
		first = end;
	}
	return TOT_OK;
}

static enum tot_status add_group(struct year_work *work, struct tot_de_group group)
{
	struct tot_de_pay_year pay;
	enum tot_status status =
		tot_de_pay_year_of(&pay, work->own, work->out->year, group, work->basis);
	if (status < 0 || !pay.covered)
		return status;
	work->covered |= pay.covered;
	work->account->unknown_months += tot_de_bits(pay.unknown);
	if (work->out->year > work->basis->last_year)
		work->account->future_months += tot_de_bits(pay.covered & ~pay.unknown);
	const enum tot_de_branch branch = branch_of(group);
	struct tot_ratio *given = &work->out->given[branch];
	for (int k = 0; k < 12; k++)
		for (int bearer = 0; bearer < TOT_DE_BEARERS; bearer++)
			if (pay.given[bearer][k].num)
				*given = tot_ratio_add(*given, pay.given[bearer][k]);
	return quotients(work, &pay);
}

/* Own points of the child-raising months (DECISIONS 19). */
static enum tot_status own_points_of(tot_points *out, const struct year_work *work, unsigned months)
{
	struct tot_ratio sum = tot_ratio_of(0, 1);
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		sum = tot_ratio_add(sum, tot_ratio_of(work->out->paid[branch], 1));
		sum = tot_ratio_add(sum, work->out->given[branch]);
	}
	const int shared = tot_de_bits(work->covered & months);
	if (work->covered == (work->covered & months))
		return tot_ratio_round(out, sum, 1, TOT_HALF_UP);
	tot_points month;
	const struct tot_ratio count = tot_ratio_of(tot_de_bits(work->covered), 1);
	const enum tot_status status =
		tot_ratio_round(&month, tot_ratio_div(sum, count), 1, TOT_HALF_UP);
	if (status >= 0)
		*out = month * shared;
	return status;
}

static enum tot_status add_child_raising(struct year_work *work, const struct tot_months *raising)
{
	const unsigned months = tot_de_year_bits(raising, work->out->year);
	work->out->raising = months;
	if (!months)
		return TOT_OK;
	tot_points own;
	struct tot_trace *trace = work->basis->trace;
	char text[TOT_DECIMAL_TEXT], other[TOT_DECIMAL_TEXT];
	enum tot_status status = own_points_of(&own, work, months);
	if (status < 0)
		return status;
	tot_trace_begin(trace, "", "child-raising");
	tot_trace_law(trace, "SGB VI s. 70 (2)");
	status = tot_de_child_points(&work->out->child, work->out->year, tot_de_bits(months), own,
				     work->basis);
	if (status >= 0) {
		tot_trace_result(trace, "points", "%s",
				 tot_decimal_print(text, work->out->child, 4));
		tot_trace_formula(trace, "%d months, beside %s other points of these months",
				  tot_de_bits(months), tot_decimal_print(other, own, 4));
		work->account->status = tot_status_worse(work->account->status, status);
	}
	tot_trace_end(trace);
	return status;
}

static void trace_year(struct tot_trace *trace, const struct tot_de_year_points *year)
{
	int64_t points;
	char text[TOT_DECIMAL_TEXT];
	if (!trace || tot_de_year_total(&points, year) < 0)
		return;
	tot_trace_result(trace, "points", "%s", tot_decimal_print(text, points, 4));
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		if (year->given[branch].num == 0 ||
		    tot_ratio_round(&points, year->given[branch], 1, TOT_HALF_UP) < 0)
			continue;
		tot_trace_input(trace, "points as given", "%s", tot_decimal_print(text, points, 4));
	}
}

static enum tot_status compute_year(struct year_work *work, const struct tot_months *raising)
{
	struct tot_trace *trace = work->basis->trace;
	char label[TOT_DECIMAL_TEXT];
	enum tot_status status = TOT_OK;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		work->out->given[branch] = tot_ratio_of(0, 1);
	tot_trace_begin(trace, "", tot_decimal_print(label, work->out->year, 0));
	for (size_t g = 0; g < TOT_DE_GROUPS && status >= 0; g++)
		status = add_group(work, tot_de_group_at(g));
	work->out->covered = work->covered;
	if (status >= 0)
		status = add_child_raising(work, raising);
	if (status >= 0)
		trace_year(trace, work->out);
	tot_trace_end(trace);
	return status;
}

enum tot_status tot_de_year_total(tot_points *out, const struct tot_de_year_points *year)
{
	struct tot_ratio sum = tot_ratio_of(year->child, 1);
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		sum = tot_ratio_add(sum, tot_ratio_of(year->paid[branch], 1));
		sum = tot_ratio_add(sum, year->given[branch]);
	}
	return tot_ratio_round(out, sum, 1, TOT_HALF_UP);
}

/* Months with a value: contributions without exempt mini-jobs. */
static void valued_months(struct tot_months *out, const struct tot_timeline *own)
{
	tot_timeline_flagged(out, own, TOT_DE_CONTRIBUTION, 0, TOT_FLAG_MINIJOB_EXEMPT);
}

static enum tot_status add_years(struct tot_de_account *account, const struct tot_timeline *own,
				 const struct tot_de_basis *basis, struct tot_ctx *ctx)
{
	struct tot_months valued, raising;
	valued_months(&valued, own);
	tot_timeline_kinds(&raising, own, TOT_KIND_BIT(TOT_CHILD_RAISING));
	const tot_month last = tot_months_last(&valued);
	enum tot_status status = TOT_OK;
	for (tot_month m = tot_months_next(&valued, 0);
	     m != TOT_MONTH_NONE && m <= last && status >= 0;
	     m = tot_months_next(&valued, tot_month_make(tot_month_year(m) + 1, 1))) {
		struct tot_de_year_points *years = tot_arena_grow(
			ctx->arena, account->years, account->year_count, sizeof(*years));
		if (!years)
			return TOT_ERR_MEMORY;
		account->years = years;
		struct year_work work = {.out = &years[account->year_count++],
					 .account = account,
					 .own = own,
					 .basis = basis};
		*work.out = (struct tot_de_year_points){.year = tot_month_year(m)};
		status = compute_year(&work, &raising);
	}
	return status;
}

/* s. 66 (1): the sum; points as given are exact until here (DECISIONS 17). */
static enum tot_status add_up(struct tot_de_account *account, bool east_apart)
{
	struct tot_ratio sum[TOT_DE_BRANCHES];
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++)
		sum[branch] = tot_ratio_of(0, 1);
	sum[TOT_DE_WEST] = tot_ratio_of(account->supplements + account->credits, 1);
	for (size_t i = 0; i < account->year_count; i++) {
		const struct tot_de_year_points *year = &account->years[i];
		for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
			const bool west = branch == TOT_DE_EAST && !east_apart;
			struct tot_ratio *to = &sum[west ? TOT_DE_WEST : branch];
			*to = tot_ratio_add(*to, tot_ratio_of(year->paid[branch], 1));
			*to = tot_ratio_add(*to, year->given[branch]);
		}
		sum[TOT_DE_WEST] = tot_ratio_add(sum[TOT_DE_WEST], tot_ratio_of(year->child, 1));
	}
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		const enum tot_status status =
			tot_ratio_round(&account->sum[branch], sum[branch], 1, TOT_HALF_UP);
		if (status < 0)
			return status;
	}
	return TOT_OK;
}

static void trace_additions(struct tot_trace *trace, const struct tot_de_account *account)
{
	char text[TOT_DECIMAL_TEXT];
	if (account->supplements)
		tot_trace_input(trace, "supplement for exempt mini-jobs (s. 76b)", "%s points",
				tot_decimal_print(text, account->supplements, 4));
	if (account->credits)
		tot_trace_input(trace, "points without months (s. 76, 76c, 187a)", "%s points",
				tot_decimal_print(text, account->credits, 4));
	tot_trace_result(trace, "points", "%s",
			 tot_decimal_print(text, account->sum[TOT_DE_WEST], 4));
	if (account->sum[TOT_DE_EAST])
		tot_trace_input(trace, "points (East)", "%s",
				tot_decimal_print(text, account->sum[TOT_DE_EAST], 4));
	if (account->sum[TOT_DE_MINERS])
		tot_trace_input(trace, "points of the miners' scheme", "%s",
				tot_decimal_print(text, account->sum[TOT_DE_MINERS], 4));
	if (account->unknown_months)
		tot_trace_caveat(trace, "%d months without known pay are left out",
				 account->unknown_months);
}

enum tot_status tot_de_points_account(struct tot_de_account *out, const struct tot_timeline *own,
				      const struct tot_scenario *life,
				      const struct tot_de_basis *basis, struct tot_ctx *ctx)
{
	struct tot_value east;
	const struct tot_at at = tot_de_on(basis->as_of);
	bool unknown = false;
	*out = (struct tot_de_account){.status = TOT_OK};
	tot_trace_begin(basis->trace, "", "earnings points");
	tot_trace_law(basis->trace, "SGB VI s. 66 (1)");
	enum tot_status status = add_years(out, own, basis, ctx);
	if (status >= 0)
		status = tot_de_exempt_points(&out->supplements, &unknown, own, basis);
	out->credits = tot_de_credit_points(own, life, basis->start);
	if (status >= 0) {
		out->status = tot_status_worse(out->status, status);
		/* s. 254b: points (East) are apart as long as they have a value. */
		status = add_up(out, tot_de_get(&east, basis->law, TOT_DE_VALUE_EAST, &at) >= 0);
	}
	if (status >= 0) {
		/* DECISIONS 5: the gravest one. */
		if (out->future_months)
			out->status = tot_status_worse(out->status, TOT_PROJECTED);
		if (out->unknown_months || unknown)
			out->status = tot_status_worse(out->status, TOT_INCOMPLETE_RECORD);
		trace_additions(basis->trace, out);
	}
	tot_trace_end(basis->trace);
	return status < 0 ? status : TOT_OK;
}
