/* How long a person lives: period tables, improvement, projections by calendar year. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "value.h"

/*
 * Middle of the period that ends the id of a table: "DE-male-2022-2024" is 2023, "JP-male-2020"
 * 2020.
 */
static int middle_year(const char *id)
{
	int first = 0, last = 0;
	for (const char *part = strchr(id, '-'); part; part = strchr(part + 1, '-')) {
		const int year = (int)strtol(part + 1, NULL, 10);
		if (year < 1900)
			continue;
		first = first ? first : year;
		last = year;
	}
	return (first + last) / 2;
}

/* Scale of the improvement rates that a word means; see tot_survival_make. */
static enum tot_status scale_of(double *out, const struct tot_law *law, const char *key,
				const char *word)
{
	struct tot_value value;
	const struct tot_at at = {.word = key};
	double medium = 1.0;
	const enum tot_status status =
		tot_law_get(&value, law, &tot_value_figures, TOT_VALUE_SCALE_S, &at);
	if (status >= 0)
		medium = (double)value.value / (double)value.denominator;
	else if (status !=
		 TOT_ERR_NO_PARAMETER) /* a state without a calibration: the rates in full */
		return status;
	if (strcmp(word, "low") == 0)
		*out = 1.0;
	else if (strcmp(word, "medium") == 0)
		*out = medium;
	else if (strcmp(word, "high") == 0)
		*out = 2.0 * medium - 1.0;
	else
		return TOT_ERR_DATA;
	return TOT_OK;
}

enum tot_status tot_mortality_find(struct tot_mortality *out, const struct tot_law *law,
				   const char *table, const char *improvement, enum tot_sex sex,
				   struct tot_arena *arena)
{
	const char *person = sex == TOT_MALE ? "male" : "female";
	const bool none = strcmp(improvement, "none") == 0;
	struct tot_mortality found = {.law = law,
				      .table = tot_law_default_table(law, table, person)};
	if (found.table && !none) {
		char id[64];
		snprintf(id, sizeof(id), "%s-projection-%s-%s", table, person, improvement);
		const struct tot_life_table *projection = tot_law_life_table(law, id);
		found.table = projection ? projection : found.table;
	} else if (!found.table) {
		found.table = tot_law_life_table(law, table);
	}
	if (!found.table)
		return TOT_ERR_DATA;
	found.frozen = none && found.table->years > 1;
	if (!none && found.table->years <= 1) {
		found.rates_key =
			tot_arena_format(arena, "%s-%s", found.table->state, found.table->sex);
		found.base_year = middle_year(found.table->id);
		const enum tot_status status =
			scale_of(&found.scale, law, found.rates_key, improvement);
		if (status < 0)
			return status;
	}
	*out = found;
	return arena->failed ? TOT_ERR_MEMORY : TOT_OK;
}

/* Rates of decline of one age group, by transition, times the scale. */
struct rates {
	int age;
	double by_transition[TOT_TRANSITIONS];
};

static enum tot_status read_rates(struct rates *io, const struct tot_mortality *mortality, int age)
{
	/* Age groups begin at 0, 1 and multiples of 5. */
	const int group = age < 5 ? (age > 0) : age - age % 5;
	if (io->age == group)
		return TOT_OK;
	const struct tot_at at = {.word = mortality->rates_key, .number = age};
	for (size_t i = 0; i < TOT_TRANSITIONS; i++) {
		struct tot_value value;
		const enum tot_status status = tot_law_get(
			&value, mortality->law, &tot_value_figures, TOT_VALUE_IMPROVEMENT + i, &at);
		if (status < 0)
			return status;
		io->by_transition[i] =
			mortality->scale * (double)value.value / (double)value.denominator;
	}
	io->age = group;
	return TOT_OK;
}

/*
 * Factor on the force of mortality from the table's year to `year`; after the last transition it
 * goes on.
 */
static double improvement(const struct rates *rates, int base_year, int year)
{
	double factor = 1.0;
	for (int y = base_year; y < year; y++) {
		int transition = (y - TOT_TRANSITION_FIRST_YEAR) / TOT_TRANSITION_YEARS;
		if (y < TOT_TRANSITION_FIRST_YEAR)
			transition = 0;
		else if (transition >= TOT_TRANSITIONS)
			transition = TOT_TRANSITIONS - 1;
		factor *= 1.0 - rates->by_transition[transition];
	}
	return factor;
}

static int clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

/* Yearly probability of death at an age in a calendar year, remembered while neither changes. */
struct death {
	const struct tot_mortality *mortality;
	double health_factor;
	struct rates rates;
	int age, year;
	double q;
};

static enum tot_status die(struct death *io, int age, int year)
{
	if (io->age == age && io->year == year)
		return TOT_OK;
	const struct tot_mortality *mortality = io->mortality;
	const struct tot_life_table *table = mortality->table;
	const int row = clamp(age, 0, table->ages - 1);
	const int column = clamp(year - table->first_year, 0, table->years - 1);
	double q = table->qx[row * table->years + column];
	double power = io->health_factor;
	if (mortality->rates_key) {
		const enum tot_status status = read_rates(&io->rates, mortality, age);
		if (status < 0)
			return status;
		power *= improvement(&io->rates, mortality->base_year, year);
	}
	/* The factors act on the force: q' = 1 - (1 - q)^factor. */
	if (q < 1.0 && power != 1.0)
		q = -expm1(power * log1p(-q));
	io->age = age;
	io->year = year;
	io->q = q;
	return TOT_OK;
}

/* Chance to live from `from` to `to` months after a birthday, at most 12. */
static double within_year(double q, double from, double to)
{
	const double before = 1.0 - q * from / 12.0;
	return before > 0.0 ? (1.0 - q * to / 12.0) / before : 0.0;
}

/* Place of a day in calendar months, as a fraction: the start of the day. */
static double position(struct tot_date day)
{
	return (double)tot_month_of(day) +
	       (double)(day.day - 1) / (double)tot_days_in_month(day.year, day.month);
}

/* Chance to live through the month that begins `months` after the birth. */
static enum tot_status live_month(double *out, struct death *death, double months, int year)
{
	const int age = (int)floor(months / 12.0);
	const double from = months - 12.0 * age;
	enum tot_status status = die(death, age, year);
	if (status < 0)
		return status;
	*out = within_year(death->q, from, fmin(from + 1.0, 12.0));
	if (from + 1.0 <= 12.0)
		return TOT_OK;
	status = die(death, age + 1, year);
	if (status >= 0)
		*out *= within_year(death->q, 0.0, from - 11.0);
	return status;
}

static enum tot_status fill(struct tot_survival *out, struct death *death, double birth,
			    double start)
{
	const int start_year = tot_month_year((tot_month)floor(start));
	out->alive[0] = 1.0;
	for (size_t m = 0; m + 1 < out->count; m++) {
		double lives;
		const int year = tot_month_year((tot_month)floor(start + (double)m + 0.5));
		const enum tot_status status =
			live_month(&lives, death, start - birth + (double)m,
				   death->mortality->frozen ? start_year : year);
		if (status < 0)
			return status;
		out->alive[m + 1] = out->alive[m] * lives;
	}
	return TOT_OK;
}

enum tot_status tot_survival_make(struct tot_survival *out, const struct tot_law *law,
				  const char *table, const char *improvement_word,
				  double health_factor, struct tot_date born, enum tot_sex sex,
				  struct tot_date start, struct tot_arena *arena)
{
	struct tot_mortality mortality;
	enum tot_status status =
		tot_mortality_find(&mortality, law, table, improvement_word, sex, arena);
	if (status < 0)
		return status;
	const double from = position(start), birth = position(born);
	if (from < birth)
		return TOT_ERR_DOMAIN;
	const double rest = 12.0 * TOT_HORIZON_AGE - (from - birth);
	struct tot_survival made = {.count = rest > 0.0 ? (size_t)ceil(rest) + 1 : 1};
	made.alive = tot_arena_alloc(arena, made.count * sizeof(*made.alive));
	if (!made.alive)
		return TOT_ERR_MEMORY;
	struct death death = {.mortality = &mortality, .health_factor = health_factor, .age = -1};
	death.rates.age = -1;
	status = fill(&made, &death, birth, from);
	if (status >= 0)
		*out = made;
	return status;
}
