/* Lists and ranges of values: numbers, ages, months, days. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/vary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "totalise/date.h"
#include "totalise/decimal.h"

#define DECIMALS_MAX 6
#define PART_TEXT 40

/* A range being read: its three texts, and where its values go. */
struct range {
	char from[PART_TEXT], to[PART_TEXT], step[PART_TEXT];
	struct tot_vary *out;
	struct tot_arena *arena;
};

static bool add(struct tot_vary *out, struct tot_arena *arena, const char *text, size_t size)
{
	const char **values = tot_arena_grow(arena, out->values, out->count, sizeof *out->values);
	const char *copy = tot_arena_copy(arena, text, size);
	if (!values || !copy)
		return false;
	out->values = values;
	out->values[out->count++] = copy;
	return true;
}

static bool emit(struct range *range, const char *text)
{
	return range->out->count < TOT_VALUES_MAX &&
	       add(range->out, range->arena, text, strlen(text));
}

/* "6m" is 6 and 'm'; without a letter the unit is 0. False if it is no positive whole number. */
static bool step_of(int *count, char *unit, const char *text)
{
	char *end = NULL;
	if (text[0] < '1' || text[0] > '9')
		return false;
	const long value = strtol(text, &end, 10);
	*unit = *end;
	if (*end && end[1])
		return false;
	*count = (int)value;
	return value <= 10000;
}

static int decimals_of(const char *text)
{
	const char *dot = strchr(text, '.');
	return dot ? (int)strlen(dot + 1) : 0;
}

static bool numbers(struct range *range)
{
	const char *texts[] = {range->from, range->to, range->step};
	int64_t value[3];
	char text[TOT_DECIMAL_TEXT];
	int decimals = 0;
	for (size_t i = 0; i < 3; i++)
		if (decimals_of(texts[i]) > decimals)
			decimals = decimals_of(texts[i]);
	if (decimals > DECIMALS_MAX)
		return false;
	for (size_t i = 0; i < 3; i++)
		if (tot_decimal_parse(&value[i], texts[i], decimals) != TOT_OK)
			return false;
	if (value[2] <= 0 || value[0] > value[1])
		return false;
	for (int64_t v = value[0]; v <= value[1]; v += value[2])
		if (!emit(range, tot_decimal_print(text, v, decimals)))
			return false;
	return true;
}

static bool days(struct range *range)
{
	struct tot_date from, to;
	char unit, text[TOT_DATE_TEXT];
	int step = 0;
	if (!tot_date_parse(&from, range->from) || !tot_date_parse(&to, range->to) ||
	    !step_of(&step, &unit, range->step) || !strchr("dmy", unit ? unit : 'd') ||
	    tot_date_compare(from, to) > 0)
		return false;
	for (int i = 0;; i += step) {
		/* The 31st of a short month is its last day, counted from the first day of the range. */
		const struct tot_date day =
			unit == 'm' || unit == 'y'
				? tot_date_add_months_clamped(from, unit == 'y' ? 12 * i : i)
				: tot_date_add_days(from, i);
		if (tot_date_compare(day, to) > 0)
			return true;
		if (!emit(range, tot_date_print(text, day)))
			return false;
	}
}

static bool months(struct range *range)
{
	tot_month from, to;
	char unit, text[TOT_DATE_TEXT];
	int step = 0;
	if (!tot_month_parse(&from, range->from) || !tot_month_parse(&to, range->to) ||
	    !step_of(&step, &unit, range->step) || !strchr("my", unit ? unit : 'm') || from > to)
		return false;
	for (tot_month m = from; m <= to; m += unit == 'y' ? 12 * step : step)
		if (!emit(range, tot_month_print(text, m)))
			return false;
	return true;
}

static bool ages(struct range *range)
{
	struct tot_age from, to;
	char unit, text[TOT_DATE_TEXT];
	int step = 0;
	if (!tot_age_parse(&from, range->from) || !tot_age_parse(&to, range->to) ||
	    !step_of(&step, &unit, range->step) || !strchr("my", unit ? unit : 'y'))
		return false;
	const int last = to.years * 12 + to.months;
	int age = from.years * 12 + from.months;
	if (age > last)
		return false;
	for (; age <= last; age += unit == 'm' ? step : 12 * step)
		if (!emit(range, tot_age_print(text, (struct tot_age){age / 12, age % 12})))
			return false;
	return true;
}

static bool take_part(char *out, const char **text, bool last)
{
	const size_t size = strcspn(*text, ":");
	if (size == 0 || size >= PART_TEXT || last != ((*text)[size] == '\0'))
		return false;
	memcpy(out, *text, size);
	out[size] = '\0';
	*text += size + (last ? 0 : 1);
	return true;
}

static bool read_range(struct tot_vary *out, const char *text, struct tot_arena *arena)
{
	struct range range = {.out = out, .arena = arena};
	if (!take_part(range.from, &text, false) || !take_part(range.to, &text, false) ||
	    !take_part(range.step, &text, true))
		return false;
	return days(&range) || months(&range) || numbers(&range) || ages(&range);
}

static bool read_list(struct tot_vary *out, const char *text, struct tot_arena *arena)
{
	for (;;) {
		const size_t size = strcspn(text, ",");
		if (size == 0 || out->count == TOT_VALUES_MAX || !add(out, arena, text, size))
			return false;
		if (!text[size])
			return true;
		text += size + 1;
	}
}

enum tot_status tot_vary_read(struct tot_vary *out, const char *text, struct tot_arena *arena,
			      struct tot_diag *diag)
{
	const size_t size = strcspn(text, "=");
	*out = (struct tot_vary){0};
	if (text[0] == '/' && text[size]) {
		const char *values = text + size + 1;
		out->pointer = tot_arena_copy(arena, text, size);
		if (strchr(values, ':') ? read_range(out, values, arena)
					: read_list(out, values, arena))
			return arena->failed ? TOT_ERR_MEMORY : TOT_OK;
	}
	if (arena->failed)
		return TOT_ERR_MEMORY;
	tot_diag_add(
		diag, TOT_ERROR, "vary", "", "",
		"'%s' is no list of values; write POINTER=A,B,C or POINTER=FROM:TO:STEP with at "
		"most %d values, FROM not after TO and a positive STEP, such as "
		"/plan/claims/0/age=60:70:1 or /as_of=2027-01-01:2027-12-31:1m",
		text, TOT_VALUES_MAX);
	return TOT_ERR_DOMAIN;
}
