/* Proleptic Gregorian calendar, calendar months and completed ages. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/date.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#define EPOCH_YEAR 1900

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int tot_days_in_month(int year, int month)
{
	static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && leap(year) ? 1 : 0);
}

bool tot_date_is_none(struct tot_date date)
{
	return date.month == 0;
}

bool tot_date_valid(struct tot_date date)
{
	return date.year >= 1800 && date.year <= 2199 && date.day >= 1 &&
	       date.day <= tot_days_in_month(date.year, date.month);
}

int tot_date_compare(struct tot_date a, struct tot_date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return a.day == b.day ? 0 : a.day < b.day ? -1 : 1;
}

/* Days before 1 January of a year, counted from 1900-01-01. */
static int days_before_year(int year)
{
	const int y = year - 1, e = EPOCH_YEAR - 1;
	const int leaps = (y / 4 - y / 100 + y / 400) - (e / 4 - e / 100 + e / 400);
	return 365 * (year - EPOCH_YEAR) + leaps;
}

tot_day tot_date_to_day(struct tot_date date)
{
	int day = days_before_year(date.year) + date.day - 1;
	for (int month = 1; month < date.month; month++)
		day += tot_days_in_month(date.year, month);
	return day;
}

struct tot_date tot_date_from_day(tot_day day)
{
	int year = EPOCH_YEAR + day / 366;
	while (days_before_year(year + 1) <= day)
		year++;
	while (days_before_year(year) > day)
		year--;
	int rest = day - days_before_year(year), month = 1;
	while (rest >= tot_days_in_month(year, month))
		rest -= tot_days_in_month(year, month++);
	return (struct tot_date){year, month, rest + 1};
}

struct tot_date tot_date_add_days(struct tot_date date, int days)
{
	return tot_date_from_day(tot_date_to_day(date) + days);
}

tot_month tot_month_make(int year, int month)
{
	return 12 * (year - EPOCH_YEAR) + month - 1;
}

tot_month tot_month_of(struct tot_date date)
{
	return tot_month_make(date.year, date.month);
}

int tot_month_year(tot_month month)
{
	return EPOCH_YEAR + (month >= 0 ? month / 12 : -((-month + 11) / 12));
}

int tot_month_number(tot_month month)
{
	return month - tot_month_make(tot_month_year(month), 1) + 1;
}

struct tot_date tot_month_first_day(tot_month month)
{
	return (struct tot_date){tot_month_year(month), tot_month_number(month), 1};
}

struct tot_date tot_month_last_day(tot_month month)
{
	const int year = tot_month_year(month), number = tot_month_number(month);
	return (struct tot_date){year, number, tot_days_in_month(year, number)};
}

int tot_month_fiscal_year(tot_month month)
{
	return tot_month_year(month) - (tot_month_number(month) < 4 ? 1 : 0);
}

struct tot_date tot_date_add_months_clamped(struct tot_date date, int months)
{
	const tot_month month = tot_month_of(date) + months;
	const struct tot_date last = tot_month_last_day(month);
	return (struct tot_date){last.year, last.month, date.day < last.day ? date.day : last.day};
}

struct tot_date tot_age_reached(struct tot_date birth, struct tot_age age)
{
	const tot_month month = tot_month_of(birth) + 12 * age.years + age.months;
	/* BGB s. 188 (2): the period ends with the day before the one that bears the birth's number. */
	if (birth.day == 1)
		return tot_month_last_day(month - 1);
	const struct tot_date last = tot_month_last_day(month);
	const int day = birth.day - 1;
	return (struct tot_date){last.year, last.month, day < last.day ? day : last.day};
}

struct tot_age tot_age_on(struct tot_date birth, struct tot_date day)
{
	int months = tot_month_of(day) - tot_month_of(birth) + 1;
	while (months > 0 &&
	       tot_date_compare(tot_age_reached(birth, (struct tot_age){0, months}), day) > 0)
		months--;
	return months > 0 ? (struct tot_age){months / 12, months % 12} : (struct tot_age){0, 0};
}

/* Exactly `width` digits; negative if there is anything else. */
static int digits(const char *text, int width)
{
	int value = 0;
	for (int i = 0; i < width; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = 10 * value + (text[i] - '0');
	}
	return value;
}

bool tot_date_parse(struct tot_date *out, const char *text)
{
	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	const struct tot_date date = {digits(text, 4), digits(text + 5, 2), digits(text + 8, 2)};
	if (!tot_date_valid(date))
		return false;
	*out = date;
	return true;
}

bool tot_month_parse(tot_month *out, const char *text)
{
	if (strlen(text) != 7 || text[4] != '-')
		return false;
	const int year = digits(text, 4), number = digits(text + 5, 2);
	if (year < EPOCH_YEAR || number < 1 || number > 12)
		return false;
	const tot_month month = tot_month_make(year, number);
	if (month >= TOT_MONTH_LIMIT)
		return false;
	*out = month;
	return true;
}

/* Up to `width` digits at *text, which moves behind them; -1 if there is none. */
static int short_number(const char **text, int width)
{
	int value = -1;
	for (int i = 0; i < width && **text >= '0' && **text <= '9'; i++, (*text)++)
		value = 10 * (value < 0 ? 0 : value) + (**text - '0');
	return value;
}

bool tot_age_parse(struct tot_age *out, const char *text)
{
	const int years = short_number(&text, 3);
	int months = 0;
	if (*text == 'y') {
		text++;
		months = short_number(&text, 2);
		if (*text++ != 'm')
			return false;
	}
	if (*text != '\0' || years < 0 || years > 120 || months < 0 || months > 11)
		return false;
	*out = (struct tot_age){years, months};
	return true;
}

const char *tot_date_print(char *out, struct tot_date date)
{
	if (tot_date_is_none(date))
		snprintf(out, TOT_DATE_TEXT, "-");
	else
		snprintf(out, TOT_DATE_TEXT, "%04u-%02u-%02u", (unsigned)date.year % 10000U,
			 (unsigned)date.month % 100U, (unsigned)date.day % 100U);
	return out;
}

const char *tot_month_print(char *out, tot_month month)
{
	if (month == TOT_MONTH_NONE)
		snprintf(out, TOT_DATE_TEXT, "-");
	else
		snprintf(out, TOT_DATE_TEXT, "%04u-%02u", (unsigned)tot_month_year(month) % 10000U,
			 (unsigned)tot_month_number(month) % 100U);
	return out;
}

const char *tot_age_print(char *out, struct tot_age age)
{
	if (age.months)
		snprintf(out, TOT_DATE_TEXT, "%uy%um", (unsigned)age.years % 1000U,
			 (unsigned)age.months % 100U);
	else
		snprintf(out, TOT_DATE_TEXT, "%u", (unsigned)age.years % 1000U);
	return out;
}
