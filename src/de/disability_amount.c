/* Amounts of pensions for reduced earning capacity, and what earnings leave of them (s. 96a). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/earnings.h"
#include "de/figures.h"
#include "de/income.h"
#include "de/partial.h"
#include "de/pension.h"
#include "de/reference_age.h"

static const char *const types[TOT_DE_DISABILITY_COUNT] = {
	[TOT_DE_DISABILITY_FULL] = "full_invalidity",
	[TOT_DE_DISABILITY_PARTIAL] = "partial_invalidity",
	[TOT_DE_DISABILITY_MINERS] = "miners_pension",
};

/* One pension on its way. */
struct disability {
	enum tot_de_disability kind;
	struct tot_benefit *benefit;
	const struct tot_event *event;
	const struct tot_view *view;
	struct tot_de_pension_case it;
	struct tot_de_pension pension;
	enum tot_status doubt;
};

/* Contributions to the event and the added period after it (s. 59, s. 75 (2)). */
static enum tot_status prepare(struct disability *io, const struct tot_de_earlier *earlier,
			       const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	const struct tot_benefit *benefit = io->benefit;
	const tot_month event = tot_month_of(io->event->on);
	io->it = (struct tot_de_pension_case){
		.type = types[io->kind],
		.cut = {.start = benefit->start,
			.before = benefit->counted_before,
			.open_until = plan->open_until},
		.end = benefit->counted_before,
		.without_last_years = true,
		.calculation_months = benefit->calculation_months,
		.basic_pension_months = benefit->basic_pension_months,
		.share = TOT_DE_WHOLE_SHARE,
		.only_miners = io->kind == TOT_DE_DISABILITY_MINERS,
	};
	const enum tot_status status = tot_de_earlier_at(&io->it.earlier, earlier, benefit->start,
							 benefit->start, ctx->law);
	if (status < 0)
		return status;
	/* s. 59 (1): only pensions of s. 43 have an added period. */
	if (io->kind == TOT_DE_DISABILITY_MINERS)
		return TOT_OK;
	io->doubt = tot_de_added_period(&io->it.added, io->view->life->person.born,
					tot_de_after_twenty_years(benefit) ? benefit->start : event,
					tot_month_first_day(benefit->start), ctx->law, ctx->trace);
	/* s. 54 (1) no. 3: the added period is a pension-law period too. */
	io->it.calculation_months +=
		tot_months_count_range(&io->it.added, benefit->counted_before, TOT_MONTH_LIMIT);
	return io->doubt;
}

static struct tot_de_early_case early_case(const struct disability *it)
{
	return (struct tot_de_early_case){
		.born = it->view->life->person.born,
		.on = tot_month_first_day(it->benefit->start),
		.start = it->benefit->start,
		.long_service = it->benefit->long_service_months,
		.miners = it->kind == TOT_DE_DISABILITY_MINERS,
	};
}

/* s. 307i: more personal points for pensions that began from 2001 to 2018. */
static enum tot_status add_for_old_ones(struct disability *io, struct tot_ctx *ctx)
{
	const struct tot_at at = tot_de_on(tot_month_first_day(io->benefit->start));
	struct tot_date from;
	struct tot_value factor;
	const char *text = tot_law_string(ctx->law, "de.zurechnungszeit",
					  "/supplement_for_old_invalidity_pensions/paid_from");
	if (!text || !tot_date_parse(&from, text))
		return TOT_ERR_NO_PARAMETER;
	if (tot_date_compare(ctx->as_of, from) < 0 || io->kind == TOT_DE_DISABILITY_MINERS ||
	    tot_de_get(&factor, ctx->law, TOT_DE_OLD_INVALIDITY_FACTOR, &at) < 0)
		return TOT_OK;
	return tot_de_pension_raise(&io->pension, &factor, io->it.type, ctx);
}

static enum tot_status compute(struct disability *io, const struct tot_de_earlier *earlier,
			       const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	tot_factor access_factor;
	const struct tot_de_early_case early = early_case(io);
	enum tot_status status = prepare(io, earlier, plan, ctx);
	if (status >= 0)
		status = tot_de_pension_points(&io->pension, &io->it, io->view, ctx);
	if (status >= 0)
		status = tot_de_early_factor(&access_factor, &early, ctx->law, ctx->trace);
	if (status >= 0)
		status = tot_de_pension_money(&io->pension, &io->it, access_factor, io->view, ctx);
	if (status >= 0)
		status = add_for_old_ones(io, ctx);
	if (status >= 0)
		io->pension.account.status =
			tot_status_worse(io->pension.account.status, io->doubt);
	return status;
}

/* s. 96a (1c): most points of one of the 15 calendar years before the event. */
static enum tot_status highest_year(tot_points *out, const struct disability *it,
				    const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t years;
	const enum tot_status known = tot_de_number(&years, law, TOT_DE_EARNINGS_FRAME, &at);
	*out = 0;
	if (known < 0)
		return known;
	for (int back = 1; back <= years; back++) {
		const int year = it->event->on.year - back;
		struct tot_months months = {{0}};
		tot_points points;
		tot_months_add_range(&months, tot_month_make(year, 1), tot_month_make(year + 1, 1));
		const enum tot_status status = tot_ratio_round(
			&points,
			tot_de_pools_sum(&it->pension.special.pools, TOT_DE_POOLS_PENSION, &months),
			1, TOT_HALF_UP);
		if (status < 0)
			return status;
		if (points > *out)
			*out = points;
	}
	return TOT_OK;
}

static enum tot_status earnings_limit(tot_cents *out, const struct disability *it, int year,
				      const struct tot_law *law)
{
	tot_points highest;
	if (it->kind == TOT_DE_DISABILITY_FULL)
		return tot_de_earnings_limit_full(out, year, law);
	const enum tot_status status = highest_year(&highest, it, law);
	return status < 0 ? status : tot_de_earnings_limit_partial(out, year, highest, law);
}

/* DECISIONS 24: the amount is before the limits; what stated income would leave is said beside it. */
static enum tot_status say_earnings(struct disability *io, struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	tot_cents limit, earned, paid;
	const struct tot_scenario *life = io->view->life;
	const int start = tot_month_year(io->benefit->start);
	const int year = start > ctx->as_of.year ? start : ctx->as_of.year;
	enum tot_status status = earnings_limit(&limit, io, year, ctx->law);
	if (status == TOT_ERR_NO_PARAMETER || io->kind == TOT_DE_DISABILITY_MINERS)
		return TOT_OK;
	if (status < 0)
		return status;
	tot_benefit_factor(io->benefit, ctx, "earnings_limit", "%s",
			   tot_decimal_print(text, limit, 2));
	tot_benefit_reason(io->benefit, ctx,
			   "earnings of up to %s EUR in %d take nothing off; what is above "
			   "lowers the pension (SGB VI s. 96a)",
			   tot_decimal_print_grouped(text, limit, 2), year);
	if (!life->person.other_income.currency)
		return TOT_OK;
	status = tot_de_euro_cents(&earned, &life->person.other_income, life, ctx);
	if (status >= 0)
		status = tot_de_pension_beside_earnings(&paid, io->pension.amount, earned, limit,
							ctx->law);
	if (status < 0)
		return status;
	tot_benefit_factor(io->benefit, ctx, "beside_other_income", "%s",
			   tot_decimal_print(text, paid, 2));
	tot_benefit_reason(io->benefit, ctx,
			   "if other_income is earnings, %s EUR a month are paid beside them",
			   tot_decimal_print_grouped(text, paid, 2));
	return TOT_OK;
}

/*
 * What a later pension follows. s. 77 (3) sentence 2: points of a partial pension count as used in the
 * share that its type factor pays.
 */
static enum tot_status keep(struct tot_de_earlier *out, const struct disability *it, tot_month end,
			    const struct tot_law *law)
{
	const struct tot_de_early_case early = early_case(it);
	struct tot_de_limits regular;
	*out = (struct tot_de_earlier){.drawn = true,
				       .access_factor = it->pension.access_factor,
				       .from = it->benefit->start,
				       .end = end};
	enum tot_status status = tot_de_early_span_of(&out->early, &early, law, NULL);
	if (status >= 0)
		status = tot_de_age_limits(&regular, TOT_DE_REGULAR, early.born, law, NULL);
	if (status < 0)
		return status;
	out->regular = regular.full;
	for (int branch = 0; branch < TOT_DE_BRANCHES; branch++) {
		const struct tot_de_part *part = &it->pension.parts[branch];
		const bool partial = it->kind == TOT_DE_DISABILITY_PARTIAL;
		out->personal[branch] = part->personal;
		out->points[branch] = part->points;
		if (!partial || !part->points)
			continue;
		status = tot_mul_div(&out->points[branch], part->points,
				     it->pension.parts[TOT_DE_WEST].type_factor.value, 10000,
				     TOT_HALF_UP);
		if (status < 0)
			return status;
	}
	return TOT_OK;
}

static enum tot_status pay(struct disability *io, struct tot_de_earlier *earlier,
			   const struct tot_de_plan *plan, struct tot_ctx *ctx)
{
	enum tot_status status = compute(io, earlier, plan, ctx);
	if (status == TOT_ERR_NO_PARAMETER) {
		tot_de_pension_unknown(io->benefit, ctx);
		return TOT_OK;
	}
	if (status >= 0)
		status = say_earnings(io, ctx);
	if (status < 0)
		return status;
	tot_de_pension_report(io->benefit, &io->pension, ctx);
	tot_month end;
	status = tot_de_disability_end(&end, io->event, io->benefit->start, io->view->life,
				       ctx->law);
	if (status < 0 || io->kind == TOT_DE_DISABILITY_MINERS)
		return status;
	return keep(earlier, io, end, ctx->law);
}

/* s. 89 (1): the highest; the full pension stands first. */
static void choose(struct tot_findings *io)
{
	struct tot_benefit *best = NULL;
	for (size_t i = 0; i < io->benefit_count; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		if (tot_de_disability_kind(benefit->id) == TOT_DE_DISABILITY_COUNT ||
		    !benefit->entitled)
			continue;
		if (!best || benefit->amount.value > best->amount.value)
			best = benefit;
	}
	if (best)
		best->chosen = true;
}

enum tot_status tot_de_pay_disability(struct tot_findings *io, struct tot_de_earlier *earlier,
				      const struct tot_view *view, const struct tot_de_plan *plan,
				      struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	*earlier = (struct tot_de_earlier){.drawn = false};
	/* The full pension last: it follows a partial one. */
	for (int kind = TOT_DE_DISABILITY_COUNT - 1; kind >= 0 && status >= 0; kind--)
		for (size_t i = 0; i < io->benefit_count && status >= 0; i++) {
			struct disability it = {.kind = (enum tot_de_disability)kind,
						.benefit = &io->benefits[i],
						.view = view};
			if (tot_de_disability_kind(it.benefit->id) != it.kind)
				continue;
			it.event = tot_de_disability_event(it.kind, view->life);
			tot_trace_begin(ctx->trace, it.benefit->id, it.benefit->title);
			tot_trace_law(ctx->trace, it.benefit->law);
			if (it.benefit->test)
				tot_trace_test(ctx->trace, "", it.benefit->test, NULL);
			if (it.benefit->entitled)
				status = pay(&it, earlier, plan, ctx);
			else
				tot_de_trace_refusal(it.benefit, ctx);
			tot_trace_end(ctx->trace);
		}
	if (status >= 0)
		choose(io);
	return status;
}
