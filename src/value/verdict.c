/* The verdict: does the answer stay the same when the inputs move? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "value.h"

/* Strategies closer than this share of what is at stake are not told apart. */
#define CLOSE_CALL 0.05

/* What is tried beside the terms of the scenario, one input at a time. */
struct trial {
	const char *input; /* named when it turns the answer */
	double rate;	   /* below -1: as it is */
	const char *improvement;
	double exchange; /* factor on jpy_per_eur */
};

#define AS_IT_IS (-2.0)
#define USUAL_RATE 0.01

static const struct trial trials[] = {
	{"a real discount rate of 0 percent", 0.0, NULL, 1.0},
	{"a real discount rate of 1 percent", 0.01, NULL, 1.0},
	{"a real discount rate of 3 percent", 0.03, NULL, 1.0},
	{"life expectancy without improvement", AS_IT_IS, "none", 1.0},
	{"life expectancy with medium improvement", AS_IT_IS, "medium", 1.0},
	{"a yen worth 25 percent more (20 percent fewer yen per euro)", AS_IT_IS, NULL, 0.8},
	{"a yen worth 17 percent less (20 percent more yen per euro)", AS_IT_IS, NULL, 1.2},
};

#define TRIALS (sizeof(trials) / sizeof(trials[0]))

/* The strategy that keeps everything: the first one without a refund. */
static const struct tot_valued *kept(const struct tot_comparison *comparison)
{
	for (size_t i = 0; i < comparison->strategy_count; i++)
		if (!comparison->strategies[i].closed &&
		    !tot_strategy_refunds(&comparison->strategies[i]))
			return &comparison->strategies[i];
	return NULL;
}

const struct tot_valued *tot_best_refund(const struct tot_comparison *comparison,
					 const struct tot_terms *terms,
					 const struct tot_market *market,
					 const struct tot_survival *survival)
{
	const struct tot_valued *best = NULL;
	double most = 0.0;
	for (size_t i = 0; i < comparison->strategy_count; i++) {
		const struct tot_valued *valued = &comparison->strategies[i];
		if (valued->closed || !tot_strategy_refunds(valued))
			continue;
		const double value = tot_value_moved(valued, terms, market, survival);
		if (!best || value > most) {
			best = valued;
			most = value;
		}
	}
	return best;
}

/* A real rate of a trial; at nominal rates the same distance from the usual real rate. */
static void shift(struct tot_terms *moved, double rate)
{
	if (moved->nominal || moved->curve_count)
		moved->shift = rate - USUAL_RATE;
	else
		moved->rate = rate;
}

/* What keeping is worth beyond the best refund under the terms of a trial. */
static enum tot_status try(double *lead, const struct trial *trial,
			   const struct tot_comparison *comparison, const struct tot_valued *keep,
			   const struct tot_terms *terms, const struct tot_survival *survival,
			   struct tot_ctx *ctx)
{
	struct tot_terms moved = *terms;
	struct tot_survival lives = *survival;
	struct tot_market there;
	moved.jpy_per_eur = llround((double)terms->jpy_per_eur * trial->exchange);
	if (trial->rate > -1.0)
		shift(&moved, trial->rate);
	if (trial->improvement && strcmp(trial->improvement, terms->improvement) != 0) {
		const enum tot_status status = tot_survival_make(
			&lives, ctx->law, terms->table, trial->improvement, terms->health_factor,
			terms->born, terms->sex, terms->as_of, ctx->arena);
		if (status < 0)
			return status;
	}
	const enum tot_status status = tot_market_make(&there, &moved, ctx->law, ctx->arena);
	if (status < 0)
		return status;
	const struct tot_valued *best = tot_best_refund(comparison, &moved, &there, &lives);
	*lead = tot_value_of(keep, TOT_ALL, &there, &lives) -
		tot_value_of(best, TOT_ALL, &there, &lives);
	return TOT_OK;
}

static enum tot_status depend(struct tot_comparison *io, const char *input, struct tot_ctx *ctx)
{
	io->verdict_depends_on = tot_arena_grow(ctx->arena, io->verdict_depends_on,
						io->depends_count, sizeof(*io->verdict_depends_on));
	if (!io->verdict_depends_on) {
		io->depends_count = 0;
		return TOT_ERR_MEMORY;
	}
	io->verdict_depends_on[io->depends_count++] = input;
	return TOT_OK;
}

/* Is the lead small against what is at stake: the rights given up, or the money received? */
static bool close_call(const struct tot_valued *keep, const struct tot_valued *best, double lead)
{
	const double gained = best->refund_value - keep->refund_value;
	const double destroyed = gained + lead;
	return fabs(lead) <= CLOSE_CALL * fmax(fabs(gained), fabs(destroyed));
}

static enum tot_status try_all(struct tot_comparison *io, const struct tot_valued *keep,
			       const struct tot_terms *terms, const struct tot_survival *survival,
			       double lead, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; status >= 0 && i < TRIALS; i++) {
		double moved;
		status = try(&moved, &trials[i], io, keep, terms, survival, ctx);
		if (status >= 0 && (moved < 0.0) != (lead < 0.0))
			status = depend(io, trials[i].input, ctx);
	}
	return status;
}

static const char *title_of(const struct tot_outcome *keep, const char *id)
{
	for (size_t s = 0; s < keep->state_count; s++) {
		const struct tot_benefit *benefit =
			tot_findings_find_benefit(&keep->findings[s], id);
		if (benefit && benefit->title)
			return benefit->title;
	}
	return NULL;
}

/* Is the benefit due to whoever keeps everything, and not under the strategy as a whole? */
static bool destroys(const struct tot_valued *strategy, const struct tot_findings *keep,
		     const struct tot_benefit *benefit)
{
	const struct tot_findings *findings =
		tot_outcome_findings(strategy->outcome, keep->country);
	const struct tot_benefit *left =
		findings ? tot_findings_find_benefit(findings, benefit->id) : NULL;
	return benefit->entitled && !(left && left->entitled);
}

/* Benefits that are due now and that the strategy takes away, by name. */
static const char *losses(const struct tot_valued *strategy, const struct tot_outcome *keep,
			  struct tot_ctx *ctx)
{
	const char *text = "";
	for (size_t s = 0; s < keep->state_count; s++) {
		const struct tot_findings *findings = &keep->findings[s];
		for (size_t b = 0; b < findings->benefit_count; b++) {
			const struct tot_benefit *benefit = &findings->benefits[b];
			if (!destroys(strategy, findings, benefit))
				continue;
			const char *title = title_of(keep, benefit->id);
			text = tot_arena_format(ctx->arena, "%s%s%s (%s)", text, *text ? ", " : "",
						title ? title : benefit->id,
						keep->schemes[s]->name);
		}
	}
	return *text ? tot_arena_format(ctx->arena, " The refund ends these rights: %s.", text)
		     : "";
}

static const char *money(double value, const char *currency, struct tot_ctx *ctx)
{
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print_grouped(text, llround(fabs(value)), 0);
	return tot_arena_format(ctx->arena, "%s %s", text, currency);
}

/* The assumptions of the two widest bars of the tornado. */
static const char *swings(const struct tot_comparison *io, struct tot_ctx *ctx)
{
	const char *names[2] = {NULL, NULL};
	for (size_t i = 0; i < io->sensitivity_count; i++)
		if (io->sensitivity[i].bar < 2)
			names[io->sensitivity[i].bar] = io->sensitivity[i].assumption;
	if (!names[0])
		return "";
	return tot_arena_format(ctx->arena, " It moves most with the %s%s%s.", names[0],
				names[1] ? " and the " : "", names[1] ? names[1] : "");
}

static void write_text(struct tot_comparison *io, const struct tot_valued *best, double lead,
		       const struct tot_terms *terms, const struct tot_outcome *keep,
		       struct tot_ctx *ctx)
{
	const char *other = tot_arena_format(ctx->arena, "\"%s\"", best->title);
	const char *base = tot_arena_format(ctx->arena, "%s is worth %s more today than %s.",
					    lead < 0.0 ? other : "Keeping the months",
					    money(lead, terms->currency, ctx),
					    lead < 0.0 ? "keeping the months" : other);
	const char *firmness =
		io->depends_count
			? " That is no clear answer: other assumptions as good as these change it."
			: " That holds for every discount rate, life expectancy and exchange rate "
			  "tried.";
	const char *moves = io->depends_count ? swings(io, ctx) : "";
	const char *gone =
		strcmp(io->verdict, "refund") == 0
			? " The months are then gone for good, also if more follow later."
			: "";
	io->verdict_text = tot_arena_format(ctx->arena, "%s%s%s%s%s", base, firmness, moves,
					    losses(best, keep, ctx), gone);
}

/* A lead between values that lack a payment would be no answer. */
static void write_unknown(struct tot_comparison *io, const struct tot_valued *best,
			  const struct tot_outcome *keep, struct tot_ctx *ctx)
{
	io->verdict_text = tot_arena_format(
		ctx->arena,
		"No answer: the amount of a pension or refund is not known, and the values leave "
		"it out.%s",
		losses(best, keep, ctx));
}

void tot_choose_sides(struct tot_comparison *io, const struct tot_terms *terms,
		      const struct tot_market *market, const struct tot_survival *survival)
{
	io->base = kept(io);
	io->best = io->base ? tot_best_refund(io, terms, market, survival) : NULL;
}

/* Four draws of five must agree with the answer (COMPARISON 5). */
#define SURE 0.8

static enum tot_status ask_chance(struct tot_comparison *io, double lead, struct tot_ctx *ctx)
{
	if (!io->simulation)
		return TOT_OK;
	const double better =
		lead < 0.0 ? 1.0 - io->simulation->keep_better : io->simulation->keep_better;
	return better > SURE
		       ? TOT_OK
		       : depend(io, "chance: fewer than four of five draws of the simulation agree",
				ctx);
}

enum tot_status tot_verdict(struct tot_comparison *io, const struct tot_terms *terms,
			    const struct tot_market *market, const struct tot_survival *survival,
			    const struct tot_outcome *keep, struct tot_ctx *ctx)
{
	io->currency = terms->currency;
	const struct tot_valued *base = kept(io),
				*best = tot_best_refund(io, terms, market, survival);
	io->verdict = "none";
	io->verdict_text = "No refund is possible, so there is nothing to decide.";
	if (best && !base)
		io->verdict_text =
			"Every strategy takes a refund; there is none to compare them with.";
	if (!best || !base)
		return TOT_OK;
	const double lead = base->value - best->value;
	enum tot_status status = try_all(io, base, terms, survival, lead, ctx);
	if (status >= 0 && close_call(base, best, lead))
		status = depend(io, "a difference of less than 5 percent, which nobody can foresee",
				ctx);
	if (status >= 0)
		status = ask_chance(io, lead, ctx);
	const bool unknown = base->incomplete || best->incomplete;
	if (status >= 0 && unknown)
		status = depend(io, "a pension or refund whose amount is not known", ctx);
	if (status < 0)
		return status;
	io->verdict = io->depends_count ? "depends" : lead < 0.0 ? "refund" : "keep";
	if (unknown)
		write_unknown(io, best, keep, ctx);
	else
		write_text(io, best, lead, terms, keep, ctx);
	return ctx->arena->failed ? TOT_ERR_MEMORY : TOT_OK;
}
