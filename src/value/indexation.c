/* How pensions move: the German report, the Japanese actuarial valuation, a path of one's own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "value.h"

#define REPORT_END 2039	    /* last year of the projection in the report */
#define VALUATION_YEAR 2024 /* fiscal year from which the valuation lets the basic part slide */
#define REFORM_END 2030	    /* the proportional part slides at a third of the rate to it */
#define LAST_PATH_YEAR 2040 /* last row of each case; it holds for all later years */
#define NEW_AWARD_AGE 68    /* from the fiscal year of this age prices count beside wages */
#define GERMAN_MONTH 7	    /* SGB VI s. 65 */
#define JAPANESE_MONTH 4    /* NPA s. 27-2, EPIA s. 43-2 */
#define DEFAULT_CASE "past_30_years"

enum tot_path tot_path_of(const struct tot_flow *flow)
{
	const bool pension = strstr(flow->kind, ".old_age.") ||
			     strstr(flow->kind, ".disability.") || strstr(flow->kind, ".survivor.");
	if (flow->refund || !pension)
		return TOT_PATH_NONE;
	if (strcmp(flow->state, "DE") == 0)
		return TOT_PATH_DE;
	return strstr(flow->kind, ".basic") ? TOT_PATH_JP_BASIC : TOT_PATH_JP_EMPLOYEES;
}

static enum tot_status percent(double *out, const struct tot_law *law, enum tot_value_figure which,
			       const struct tot_at *at)
{
	const enum tot_status status = tot_value_figure(out, law, which, at);
	*out /= 100.0;
	return status;
}

/* Growth of a user's own list: the first rate is that of the year after the decision. */
static double own_rate(const double *rates, size_t count, int years_after)
{
	if (years_after < 1 || count == 0)
		return 0.0;
	return rates[(size_t)years_after <= count ? (size_t)years_after - 1 : count - 1];
}

/* German pensions: a rate to 2039, then wages; the level falls once more where a trial says so. */
static enum tot_status german_level(double *level, size_t months, const struct tot_terms *terms,
				    const struct tot_law *law)
{
	const struct tot_at none = {.day = tot_date_to_day(terms->as_of)};
	double adjustment = 0.0, wages = 0.0, prices = 0.0, now = 1.0;
	enum tot_status status = percent(&adjustment, law, TOT_VALUE_DE_ADJUSTMENT, &none);
	if (status >= 0)
		status = percent(&wages, law, TOT_VALUE_DE_WAGES, &none);
	if (status >= 0)
		status = percent(&prices, law, TOT_VALUE_DE_INFLATION, &none);
	if (status < 0)
		return status;
	const tot_month start = tot_month_of(terms->as_of);
	for (size_t m = 0; m < months; m++) {
		const tot_month month = start + (tot_month)m;
		const int year = tot_month_year(month);
		if (m && tot_month_number(month) == GERMAN_MONTH) {
			double growth = year <= REPORT_END ? adjustment : wages;
			if (terms->rates_de_count)
				growth = own_rate(terms->rates_de, terms->rates_de_count,
						  year - terms->as_of.year);
			else if (!terms->nominal)
				growth = (1.0 + growth) / (1.0 + prices) - 1.0;
			now *= 1.0 + growth;
			if (year == REPORT_END + 1 && terms->level_after_report > 0.0)
				now *= terms->level_after_report;
		}
		level[m] = now;
	}
	return TOT_OK;
}

/* A case of the valuation: growth of wages and prices by fiscal year, and the slide a year. */
struct japanese_case {
	const struct tot_law *law;
	char id[40];
	double basic_slide; /* share taken off a year */
	int slide_end;	    /* last fiscal year */
};

/* "valuation-2024-past-30-years" is the case past_30_years of the file. */
static void case_id(char *out, size_t size, const char *word)
{
	static const char prefix[] = "valuation-2024-";
	const bool named = word && strncmp(word, prefix, sizeof(prefix) - 1) == 0;
	snprintf(out, size, "%s", named ? word + sizeof(prefix) - 1 : DEFAULT_CASE);
	for (char *c = out; *c; c++)
		if (*c == '-')
			*c = '_';
}

/*
 * The slide that brings the basic part to its level at the end, spread evenly. A case whose end is
 * not known (zero growth: the reserve runs dry first) slides as the past thirty years.
 */
static enum tot_status find_slide(struct japanese_case *io)
{
	struct tot_at at = {.word = io->id, .year = VALUATION_YEAR};
	double basic_end, end, now;
	enum tot_status status = tot_value_figure(&now, io->law, TOT_VALUE_JP_BASIC_NOW, &at);
	if (status < 0)
		return status;
	status = tot_value_figure(&end, io->law, TOT_VALUE_JP_SLIDE_END, &at);
	if (status == TOT_ERR_NO_PARAMETER) {
		at.word = DEFAULT_CASE;
		status = tot_value_figure(&end, io->law, TOT_VALUE_JP_SLIDE_END, &at);
	}
	if (status >= 0)
		status = tot_value_figure(&basic_end, io->law, TOT_VALUE_JP_BASIC_AT_END, &at);
	if (status < 0)
		return status;
	io->slide_end = (int)end;
	io->basic_slide = 1.0 - pow(basic_end / now, 1.0 / (end - (double)VALUATION_YEAR));
	return TOT_OK;
}

static enum tot_status growth_of(double *wages, double *prices, const struct japanese_case *one,
				 int year)
{
	const struct tot_at at = {.word = one->id,
				  .year = year > LAST_PATH_YEAR ? LAST_PATH_YEAR : year};
	double real = 0.0;
	*prices = 0.0;
	enum tot_status status = percent(&real, one->law, TOT_VALUE_JP_WAGES, &at);
	if (status >= 0)
		status = percent(prices, one->law, TOT_VALUE_JP_PRICES, &at);
	*wages = (1.0 + real) * (1.0 + *prices) - 1.0;
	return status;
}

/* Is the pension revised as one already awarded: the person turns 68 in the fiscal year or before? */
static bool awarded(struct tot_date born, int fiscal_year)
{
	return fiscal_year + (born.month < JAPANESE_MONTH) - born.year >= NEW_AWARD_AGE;
}

/* The slide never makes a pension fall below that of the year before; the rest waits. */
static double slide(double growth, double share, double *waiting)
{
	const double room = growth > 0.0 ? 1.0 - 1.0 / (1.0 + growth) : 0.0;
	const double due = *waiting + share;
	const double taken = due < room ? due : room;
	*waiting = due - taken;
	return (1.0 + growth) * (1.0 - taken) - 1.0;
}

static enum tot_status japanese_year(double *now, double *waiting, const struct japanese_case *one,
				     const struct tot_terms *terms, bool basic, int year)
{
	double wages = 0.0, prices = 0.0;
	if (terms->rates_jp_count) {
		*now *= 1.0 +
			own_rate(terms->rates_jp, terms->rates_jp_count, year - terms->as_of.year);
		return TOT_OK;
	}
	const enum tot_status status = growth_of(&wages, &prices, one, year);
	if (status < 0)
		return status;
	double growth = awarded(terms->born, year) && prices < wages ? prices : wages;
	double share = 0.0;
	if (basic && year <= one->slide_end)
		share = one->basic_slide;
	else if (!basic && year <= REFORM_END)
		share = one->basic_slide / 3.0;
	growth = slide(growth, share, waiting);
	*now *= (1.0 + growth) / (terms->nominal ? 1.0 : 1.0 + prices);
	return TOT_OK;
}

static enum tot_status japanese_level(double *level, size_t months, const struct tot_terms *terms,
				      const struct tot_law *law, bool basic)
{
	struct japanese_case one = {.law = law};
	double now = 1.0, waiting = 0.0;
	case_id(one.id, sizeof(one.id), terms->indexation_jp);
	enum tot_status status = find_slide(&one);
	const tot_month start = tot_month_of(terms->as_of);
	for (size_t m = 0; status >= 0 && m < months; m++) {
		const tot_month month = start + (tot_month)m;
		if (m && tot_month_number(month) == JAPANESE_MONTH)
			status = japanese_year(&now, &waiting, &one, terms, basic,
					       tot_month_year(month));
		level[m] = now;
	}
	return status;
}

static enum tot_status fill(double *level, size_t months, const struct tot_terms *terms,
			    const struct tot_law *law, enum tot_path path)
{
	const bool german = path == TOT_PATH_DE;
	const bool asked = german ? terms->indexation_de || terms->rates_de_count
				  : terms->indexation_jp || terms->rates_jp_count;
	const bool fixed = path == TOT_PATH_NONE || (!terms->nominal && !asked);
	for (size_t m = 0; fixed && m < months; m++)
		level[m] = 1.0;
	if (fixed)
		return TOT_OK;
	return german ? german_level(level, months, terms, law)
		      : japanese_level(level, months, terms, law, path == TOT_PATH_JP_BASIC);
}

enum tot_status tot_levels_make(struct tot_market *io, const struct tot_terms *terms,
				const struct tot_law *law, struct tot_arena *arena)
{
	enum tot_status status = TOT_OK;
	for (int path = 0; status >= 0 && path < TOT_PATHS; path++) {
		io->level[path] = tot_arena_alloc(arena, io->months * sizeof(double));
		if (!io->level[path])
			return TOT_ERR_MEMORY;
		status = fill(io->level[path], io->months, terms, law, (enum tot_path)path);
	}
	return status;
}

enum tot_status tot_prices_make(double *eur, double *jpy, size_t months,
				const struct tot_terms *terms, const struct tot_law *law)
{
	const struct tot_at none = {.day = tot_date_to_day(terms->as_of)};
	struct japanese_case one = {.law = law};
	double german = 0.0, wages = 0.0, japanese = 0.0;
	case_id(one.id, sizeof(one.id), terms->indexation_jp);
	enum tot_status status = percent(&german, law, TOT_VALUE_DE_INFLATION, &none);
	for (size_t m = 0; status >= 0 && m < months; m++) {
		const tot_month month = tot_month_of(terms->as_of) + (tot_month)m;
		if (m == 0 || tot_month_number(month) == JAPANESE_MONTH)
			status = growth_of(&wages, &japanese, &one, tot_month_year(month));
		eur[m] = m ? eur[m - 1] * exp(log1p(german) / 12.0) : 1.0;
		jpy[m] = m ? jpy[m - 1] * exp(log1p(japanese) / 12.0) : 1.0;
	}
	return status;
}
