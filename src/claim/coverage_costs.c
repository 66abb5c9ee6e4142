/* Contributions of a posting under the law of either state, on the same pay. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "coverage.h"

/* A record of the whole posting in one state. */
static struct tot_period record_in(const char *country, const struct tot_posting *posting)
{
	return (struct tot_period){
		.country = country,
		.kind = posting->self_employed ? TOT_SELF_EMPLOYMENT : TOT_EMPLOYMENT,
		.from = posting->from,
		.to = tot_posting_last_day(posting),
		.pay = posting->pay,
		.pointer = posting->pointer,
	};
}

/* The months that the state's own rule makes of the record. */
static enum tot_status months_of(struct tot_months *out, const struct tot_scheme *scheme,
				 struct tot_period *record, const struct tot_scenario *life,
				 struct tot_ctx *ctx)
{
	*out = (struct tot_months){{0}};
	if (!life) {
		tot_months_add_range(out, tot_month_of(record->from), tot_month_of(record->to) + 1);
		return TOT_OK;
	}
	struct tot_timeline timeline;
	struct tot_scenario alone = {.person = life->person,
				     .file = life->file,
				     .title = life->title,
				     .as_of = life->as_of,
				     .periods = record,
				     .period_count = 1};
	const enum tot_status status = scheme->ops->place(&timeline, &alone, TOT_MONTH_LIMIT, ctx);
	if (status >= 0)
		*out = timeline.by_kind[record->kind];
	return status;
}

static enum tot_status add_shares(struct tot_shares *io, const struct tot_shares *more)
{
	enum tot_status status = tot_add(&io->base, io->base, more->base);
	if (status == TOT_OK)
		status = tot_add(&io->employee, io->employee, more->employee);
	if (status == TOT_OK)
		status = tot_add(&io->employer, io->employer, more->employer);
	return status;
}

/* Every month by the law of the state; a month that the law cannot tell leaves the sum unknown. */
static enum tot_status sum_up(struct tot_posting_cost *out, const struct tot_scheme *scheme,
			      struct tot_period *record, const struct tot_scenario *life,
			      struct tot_ctx *ctx)
{
	struct tot_months months;
	enum tot_status status = months_of(&months, scheme, record, life, ctx);
	if (status < 0 || !tot_months_count(&months))
		return status == TOT_ERR_MEMORY ? status : TOT_OK;
	const tot_month first = tot_months_next(&months, 0), last = tot_months_last(&months);
	struct tot_shares *list =
		tot_arena_alloc(ctx->arena, (size_t)(last - first + 1) * sizeof(*list));
	if (!list)
		return TOT_ERR_MEMORY;
	struct tot_shares total = {.currency = scheme->currency};
	for (tot_month m = first; m <= last && status >= 0; m++) {
		if (!tot_months_has(&months, m))
			continue;
		status = scheme->ops->contribution(&list[m - first], record, m, ctx);
		if (status < 0 || status == TOT_INCOMPLETE_RECORD ||
		    strcmp(list[m - first].currency, scheme->currency) != 0)
			return status == TOT_ERR_MEMORY || status == TOT_ERR_OVERFLOW ? status
										      : TOT_OK;
		status = add_shares(&total, &list[m - first]);
	}
	*out = (struct tot_posting_cost){.known = status >= 0,
					 .country = scheme->state,
					 .months = list,
					 .month_count = (size_t)(last - first + 1),
					 .first = first,
					 .total = total};
	return status;
}

static enum tot_status convert(int64_t *io, const char *from, const char *to, int64_t rate)
{
	return tot_exchange_amount(io, *io, from, to, rate);
}

/* The pay in the other currency; only pay by month or by year can be changed. */
static enum tot_status convert_pay(struct tot_pay *io, const char *from, const char *to,
				   int64_t rate, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	struct tot_pay_step *steps =
		tot_arena_alloc(ctx->arena, (io->step_count + 1) * sizeof(*steps));
	struct tot_pay_year *years =
		tot_arena_alloc(ctx->arena, (io->year_count + 1) * sizeof(*years));
	struct tot_bonus *bonuses =
		tot_arena_alloc(ctx->arena, (io->bonus_count + 1) * sizeof(*bonuses));
	if (!steps || !years || !bonuses)
		return TOT_ERR_MEMORY;
	if (io->form != TOT_PAY_MONTHLY && io->form != TOT_PAY_YEARLY)
		return TOT_ERR_NO_PARAMETER;
	for (size_t i = 0; i < io->step_count && status >= 0; i++) {
		steps[i] = io->steps[i];
		status = convert(&steps[i].amount, from, to, rate);
	}
	for (size_t i = 0; i < io->year_count && status >= 0; i++) {
		years[i] = io->years[i];
		status = convert(&years[i].amount, from, to, rate);
	}
	for (size_t i = 0; i < io->bonus_count && status >= 0; i++) {
		bonuses[i] = io->bonuses[i];
		status = convert(&bonuses[i].amount, from, to, rate);
	}
	io->steps = steps;
	io->years = years;
	io->bonuses = bonuses;
	io->currency = to;
	return status;
}

static enum tot_status convert_total(struct tot_posting_cost *io, const char *to, int64_t rate)
{
	const char *from = io->total.currency;
	struct tot_shares other = io->total;
	if (!io->known)
		return TOT_OK;
	enum tot_status status = convert(&other.base, from, to, rate);
	if (status >= 0)
		status = convert(&other.employee, from, to, rate);
	if (status >= 0)
		status = convert(&other.employer, from, to, rate);
	other.currency = to;
	if (status >= 0)
		io->converted = other;
	return status;
}

enum tot_status tot_posting_costs(struct tot_coverage *io, const struct tot_scenario *life,
				  struct tot_ctx *ctx)
{
	const struct tot_posting *posting = io->posting;
	const struct tot_scheme *home = tot_scheme_of(posting->home);
	const struct tot_scheme *host = tot_scheme_of(posting->host);
	struct tot_ctx quiet = *ctx;
	int64_t rate = 0;
	quiet.trace = NULL;
	quiet.notices = NULL;
	if (posting->pay.form == TOT_PAY_NONE || !home || !home->ops ||
	    tot_date_is_none(tot_posting_last_day(posting)))
		return TOT_OK;
	struct tot_period at_home = record_in(posting->home, posting);
	enum tot_status status = sum_up(&io->home, home, &at_home, life, &quiet);
	if (status < 0 || !host || !host->ops || tot_exchange_rate(&rate, life, &quiet) != TOT_OK)
		return status;
	struct tot_period at_host = record_in(posting->host, posting);
	const char *paid_in = tot_pay_currency(&at_home, tot_month_of(posting->from));
	status = convert_pay(&at_host.pay, paid_in, host->currency, rate, &quiet);
	if (status >= 0)
		status = sum_up(&io->host, host, &at_host, life, &quiet);
	if (status >= 0)
		status = convert_total(&io->home, host->currency, rate);
	if (status >= 0)
		status = convert_total(&io->host, home->currency, rate);
	return status == TOT_ERR_NO_PARAMETER ? TOT_OK : status;
}
