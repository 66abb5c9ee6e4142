/* The tornado: how far each assumption moves the gain of keeping (COMPARISON 8). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "value.h"

/* A German security level before tax below that of the report after its end, in percent. */
#define LOW_LEVEL 43.0

enum what { RATE, TABLE, IMPROVEMENT, HEALTH, EXCHANGE, JAPANESE_PATH, GERMAN_PATH, FEES, DELAY };

struct move {
	enum what what;
	const char *assumption, *setting;
	double number;
	const char *word;
};

static const struct move moves[] = {
	{RATE, "discount rate", "1 point lower", -0.01, NULL},
	{RATE, "discount rate", "1 point higher", 0.01, NULL},
	{TABLE, "life table", "that of the other state", 0.0, NULL},
	{IMPROVEMENT, "mortality improvement", "none", 0.0, "none"},
	{IMPROVEMENT, "mortality improvement", "longest lives", 0.0, "low"},
	{HEALTH, "health", "mortality 30 percent lower", 0.7, NULL},
	{HEALTH, "health", "mortality 30 percent higher", 1.3, NULL},
	{EXCHANGE, "rate of exchange", "20 percent fewer yen per euro", 0.8, NULL},
	{EXCHANGE, "rate of exchange", "20 percent more yen per euro", 1.2, NULL},
	{JAPANESE_PATH, "Japanese pension adjustment", "valuation 2024, high growth", 0.0,
	 "valuation-2024-high-growth"},
	{JAPANESE_PATH, "Japanese pension adjustment", "valuation 2024, past 30 years", 0.0,
	 "valuation-2024-past-30-years"},
	{JAPANESE_PATH, "Japanese pension adjustment", "valuation 2024, zero growth", 0.0,
	 "valuation-2024-zero-growth"},
	{GERMAN_PATH, "German pension adjustment", "as the report of 2025", 0.0,
	 "report-2025-middle"},
	{GERMAN_PATH, "German pension adjustment", "report, level 43 percent after 2039", LOW_LEVEL,
	 "report-2025-middle"},
	{FEES, "fees", "none", 0.0, NULL},
	{FEES, "fees", "twice as high", 2.0, NULL},
	{DELAY, "payment of the refund", "a month earlier", -1.0, NULL},
	{DELAY, "payment of the refund", "two months later", 2.0, NULL},
};
#define MOVES (sizeof(moves) / sizeof(moves[0]))

static enum tot_status german_level(struct tot_terms *io, double level, const struct tot_law *law)
{
	const struct tot_date end = {2039, 7, 1};
	const struct tot_at at = {.day = tot_date_to_day(end)};
	double report;
	if (level <= 0.0)
		return TOT_OK;
	const enum tot_status status = tot_value_figure(&report, law, TOT_VALUE_DE_LEVEL, &at);
	if (status >= 0)
		io->level_after_report = level / report;
	return status;
}

/* The other of the two states with tables; tables asked for by id stay. */
static const char *other_table(const char *table)
{
	return strcmp(table, "DE") == 0 ? "JP" : strcmp(table, "JP") == 0 ? "DE" : table;
}

static enum tot_status apply(struct tot_terms *io, const struct move *move,
			     const struct tot_law *law)
{
	switch (move->what) {
	case RATE: io->shift += move->number; break;
	case TABLE: io->table = other_table(io->table); break;
	case IMPROVEMENT: io->improvement = move->word; break;
	case HEALTH: io->health_factor *= move->number; break;
	case EXCHANGE: io->jpy_per_eur = llround((double)io->jpy_per_eur * move->number); break;
	case JAPANESE_PATH:
		io->indexation_jp = move->word;
		io->rates_jp_count = 0;
		break;
	case GERMAN_PATH:
		io->indexation_de = move->word;
		io->rates_de_count = 0;
		return german_level(io, move->number, law);
	case FEES: io->fee_factor = move->number; break;
	case DELAY: io->refund_delay = (int)move->number; break;
	}
	return TOT_OK;
}

static bool moves_lives(enum what what)
{
	return what == TABLE || what == IMPROVEMENT || what == HEALTH;
}

static enum tot_status gain_in(double *out, const struct move *move,
			       const struct tot_comparison *comparison,
			       const struct tot_terms *terms, const struct tot_market *market,
			       const struct tot_survival *survival, struct tot_ctx *ctx)
{
	struct tot_terms moved = *terms;
	struct tot_market there = *market;
	struct tot_survival lives = *survival;
	enum tot_status status = apply(&moved, move, ctx->law);
	if (status >= 0 && moves_lives(move->what))
		status = tot_survival_make(&lives, ctx->law, moved.table, moved.improvement,
					   moved.health_factor, moved.born, moved.sex, moved.as_of,
					   ctx->arena);
	else if (status >= 0 && move->what != FEES && move->what != DELAY)
		status = tot_market_make(&there, &moved, ctx->law, ctx->arena);
	if (status < 0)
		return status;
	const struct tot_valued *best = tot_best_refund(comparison, &moved, &there, &lives);
	*out = tot_value_moved(comparison->base, &moved, &there, &lives) -
	       tot_value_moved(best, &moved, &there, &lives);
	return TOT_OK;
}

/* Each move has its own memory, given back at once: only the number stays. */
static enum tot_status gain_of(double *out, const struct move *move,
			       const struct tot_comparison *comparison,
			       const struct tot_terms *terms, const struct tot_market *market,
			       const struct tot_survival *survival, const struct tot_ctx *ctx)
{
	struct tot_arena scratch = {0};
	struct tot_ctx own = *ctx;
	own.arena = &scratch;
	const enum tot_status status =
		gain_in(out, move, comparison, terms, market, survival, &own);
	tot_arena_free(&scratch);
	return status;
}

struct bar {
	size_t number;
	double low, high;
};

static int by_spread(const void *a, const void *b)
{
	const struct bar *left = a, *right = b;
	const double x = left->high - left->low, y = right->high - right->low;
	if (x < y || x > y)
		return x < y ? 1 : -1;
	return left->number < right->number ? -1 : 1;
}

/* Bars by their spread, the widest first; what moves nothing is left out. */
static void sort(struct tot_comparison *io, const struct tot_sensitivity *found, size_t count,
		 double gain)
{
	struct bar bars[MOVES + 8] = {{0}};
	size_t bar_count = 0;
	for (size_t i = 0; i < count; i++) {
		if (!i || found[i].bar != found[i - 1].bar)
			bars[bar_count++] = (struct bar){found[i].bar, gain, gain};
		struct bar *bar = &bars[bar_count - 1];
		bar->low = fmin(bar->low, found[i].gain);
		bar->high = fmax(bar->high, found[i].gain);
	}
	qsort(bars, bar_count, sizeof(bars[0]), by_spread);
	for (size_t b = 0; b < bar_count; b++)
		for (size_t i = 0; i < count; i++)
			if (found[i].bar == bars[b].number && bars[b].high > bars[b].low) {
				io->sensitivity[io->sensitivity_count] = found[i];
				io->sensitivity[io->sensitivity_count++].bar = b;
			}
}

/* Other months to come are valued already: a bar of their own. */
static size_t add_options(struct tot_sensitivity *out, const struct tot_comparison *io, size_t bar)
{
	size_t count = 0;
	for (size_t i = 0; i < io->option_count; i++)
		if (!io->options[i].refund_closed && strcmp(io->options[i].id, "plan") != 0)
			out[count++] = (struct tot_sensitivity){"months still to come",
								io->options[i].title,
								io->options[i].gain, bar, false};
	return count;
}

enum tot_status tot_sensitivities(struct tot_comparison *io, const struct tot_terms *terms,
				  const struct tot_market *market,
				  const struct tot_survival *survival, struct tot_ctx *ctx)
{
	struct tot_sensitivity found[MOVES + 8];
	const double gain = io->base->value - io->best->value;
	enum tot_status status = TOT_OK;
	size_t count = 0;
	for (size_t i = 0; status >= 0 && i < MOVES; i++) {
		struct tot_sensitivity *one = &found[count++];
		*one = (struct tot_sensitivity){moves[i].assumption, moves[i].setting, 0.0,
						(size_t)moves[i].what, false};
		status = gain_of(&one->gain, &moves[i], io, terms, market, survival, ctx);
		/* A path that does not reach back to the day of the decision moves nothing. */
		if (status == TOT_ERR_NO_PARAMETER) {
			status = TOT_OK;
			count--;
		}
	}
	if (status < 0)
		return status;
	count += add_options(&found[count], io, (size_t)DELAY + 1);
	for (size_t i = 0; i < count; i++)
		found[i].turns = (found[i].gain < 0.0) != (gain < 0.0);
	io->sensitivity = tot_arena_alloc(ctx->arena, count * sizeof(*io->sensitivity));
	if (!io->sensitivity)
		return TOT_ERR_MEMORY;
	sort(io, found, count, gain);
	return TOT_OK;
}
