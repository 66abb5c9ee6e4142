/* The record as it could go on: no further months, the plan, two years less or more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

#define STEP_MONTHS 24

struct work {
	struct tot_comparison *io;
	const struct tot_scenario *life;
	const struct tot_terms *terms;
	const struct tot_market *market;
	const struct tot_survival *survival;
	struct tot_ctx *ctx;
};

/* Value of a strategy in a life with other records. */
static enum tot_status value_in(double *out, bool *closed, const struct work *work,
				const struct tot_scenario *life,
				const struct tot_strategy *strategy)
{
	struct tot_ctx quiet = *work->ctx;
	struct tot_outcome *outcome = NULL;
	quiet.trace = NULL;
	quiet.notices = NULL;
	enum tot_status status = tot_evaluate(&outcome, life, strategy, false, &quiet);
	if (status < 0)
		return status;
	struct tot_valued valued = {
		.id = "", .title = "", .outcome = outcome, .strategy = strategy};
	*closed = outcome->closed;
	*out = 0.0;
	if (outcome->closed)
		return TOT_OK;
	status = tot_value_strategy(&valued, work->terms, work->market, work->survival, &quiet);
	*out = valued.value;
	return status < 0 ? status : TOT_OK;
}

static enum tot_status push(const struct work *work, const struct tot_option *one)
{
	struct tot_comparison *io = work->io;
	io->options = tot_arena_grow(work->ctx->arena, io->options, io->option_count,
				     sizeof(*io->options));
	if (!io->options) {
		io->option_count = 0;
		return TOT_ERR_MEMORY;
	}
	io->options[io->option_count++] = *one;
	return TOT_OK;
}

static enum tot_status add(const struct work *work, const struct tot_scenario *life, const char *id,
			   const char *title)
{
	const struct tot_comparison *io = work->io;
	struct tot_option one = {.id = id, .title = title};
	bool keep_closed;
	enum tot_status status = value_in(&one.keep, &keep_closed, work, life, io->base->strategy);
	if (status >= 0)
		status = value_in(&one.refund, &one.refund_closed, work, life, io->best->strategy);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK; /* no figure for such a life: it cannot be valued */
	if (status < 0)
		return status;
	one.gain = one.refund_closed ? 0.0 : one.keep - one.refund;
	return push(work, &one);
}

/* A copy of the records with room for one more. */
static struct tot_period *copy(const struct tot_scenario *life, struct tot_arena *arena)
{
	struct tot_period *list = tot_arena_alloc(arena, (life->period_count + 1) * sizeof(*list));
	if (list && life->period_count)
		memcpy(list, life->periods, life->period_count * sizeof(*list));
	return list;
}

/* Last day of the plan for a record that goes on: the month before that state's pension. */
static struct tot_date last_day(const struct work *work, const struct tot_period *period)
{
	const struct tot_outcome *outcome = work->io->base->outcome;
	if (!tot_date_is_none(period->to))
		return period->to;
	for (size_t s = 0; s < outcome->state_count; s++)
		if (strcmp(outcome->findings[s].country, period->country) == 0 &&
		    outcome->findings[s].planned_start != TOT_MONTH_NONE)
			return tot_month_last_day(outcome->findings[s].planned_start - 1);
	return (struct tot_date){0};
}

/* End every record on the day at the latest. Returned: is anything cut? */
static bool cut(struct tot_scenario *io, struct tot_period *list, struct tot_date day)
{
	size_t count = 0;
	bool changed = false;
	for (size_t i = 0; i < io->period_count; i++) {
		struct tot_period period = io->periods[i];
		const bool later = tot_date_compare(period.from, day) > 0;
		const bool longer =
			tot_date_is_none(period.to) || tot_date_compare(period.to, day) > 0;
		changed |= later || longer;
		if (longer)
			period.to = day;
		if (!later)
			list[count++] = period;
	}
	io->periods = list;
	io->period_count = count;
	return changed;
}

/* The record that ends last, with the day on which it does. */
static const struct tot_period *last_record(const struct work *work, const char *country,
					    struct tot_date *end)
{
	const struct tot_period *last = NULL;
	for (size_t i = 0; i < work->life->period_count; i++) {
		const struct tot_period *period = &work->life->periods[i];
		const struct tot_date day = last_day(work, period);
		if (country && strcmp(period->country, country) != 0)
			continue;
		if (tot_date_is_none(day) || (last && tot_date_compare(day, *end) <= 0))
			continue;
		last = period;
		*end = day;
	}
	return last;
}

/* Two years more in a state, paid as its last record was. */
static enum tot_status longer(const struct work *work, const struct tot_scheme *scheme)
{
	struct tot_scenario life = *work->life;
	struct tot_date end;
	const struct tot_period *last = last_record(work, scheme->state, &end);
	struct tot_period *list = copy(work->life, work->ctx->arena);
	if (!list)
		return TOT_ERR_MEMORY;
	if (!last || tot_date_is_none(last->to))
		return TOT_OK;
	tot_month from = tot_month_of(end) + 1;
	if (from <= tot_month_of(work->terms->as_of))
		from = tot_month_of(work->terms->as_of) + 1;
	struct tot_period more = *last;
	more.from = tot_month_first_day(from);
	more.to = tot_month_last_day(from + STEP_MONTHS - 1);
	if (more.pay.form == TOT_PAY_MONTHLY && more.pay.step_count) {
		more.pay.steps = &more.pay.steps[more.pay.step_count - 1];
		more.pay.step_count = 1;
		more.pay.growth = 0;
	}
	list[life.period_count++] = more;
	life.periods = list;
	return add(work, &life, tot_arena_format(work->ctx->arena, "plus-24-%s", scheme->id),
		   tot_arena_format(work->ctx->arena, "24 months more in %s", scheme->name));
}

/* The plan and what is less than it. */
static enum tot_status shorter(const struct work *work)
{
	struct tot_scenario life = *work->life;
	struct tot_date end;
	const struct tot_period *last = last_record(work, NULL, &end);
	struct tot_period *list = copy(work->life, work->ctx->arena);
	const struct tot_comparison *io = work->io;
	const struct tot_option plan = {.id = "plan",
					.title = "as planned",
					.keep = io->base->value,
					.refund = io->best->value,
					.gain = io->base->value - io->best->value};
	enum tot_status status = push(work, &plan);
	if (!list)
		return TOT_ERR_MEMORY;
	if (status < 0 || !last || tot_date_compare(end, work->terms->as_of) <= 0)
		return status;
	if (cut(&life, list, work->terms->as_of))
		status = add(work, &life, "none", "no further months");
	life = *work->life;
	const struct tot_date sooner = tot_date_add_months_clamped(end, -STEP_MONTHS);
	list = copy(work->life, work->ctx->arena);
	if (!list)
		return TOT_ERR_MEMORY;
	if (status >= 0 && tot_date_compare(sooner, work->terms->as_of) > 0 &&
	    cut(&life, list, sooner))
		status = add(work, &life, "minus-24", "24 months less");
	return status;
}

enum tot_status tot_options_make(struct tot_comparison *io, const struct tot_scenario *life,
				 const struct tot_terms *terms, const struct tot_market *market,
				 const struct tot_survival *survival, struct tot_ctx *ctx)
{
	const struct work work = {io, life, terms, market, survival, ctx};
	enum tot_status status = shorter(&work);
	for (size_t s = 0; status >= 0 && s < io->base->outcome->state_count; s++)
		status = longer(&work, io->base->outcome->schemes[s]);
	return status;
}
