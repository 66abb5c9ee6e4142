/* Civil dates, calendar months and completed ages. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_DATE_H
#define TOTALISE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "totalise/status.h"

/* A day of the Gregorian calendar; {0, 0, 0} = no date. */
struct tot_date {
	int year, month, day;
};

/* Calendar months since 1900-01 (which is 0). */
typedef int32_t tot_month;

/* Days since 1900-01-01 (which is 0): the key of figures that hold from a day on. */
typedef int32_t tot_day;

#define TOT_MONTH_NONE INT32_MIN /* no month */
#define TOT_MONTH_LIMIT 2560	 /* first month outside every set: 2113-05 */

/* Years and months, for ages and terms. */
struct tot_age {
	int years, months;
};

bool tot_date_valid(struct tot_date date);
bool tot_date_is_none(struct tot_date date);
int tot_days_in_month(int year, int month);

/* Negative, zero or positive as a lies before, on or after b. */
int tot_date_compare(struct tot_date a, struct tot_date b);

tot_day tot_date_to_day(struct tot_date date);
struct tot_date tot_date_from_day(tot_day day);

/* The date `days` later (earlier if negative). */
struct tot_date tot_date_add_days(struct tot_date date, int days);

/*
 * The date `months` later on the same day number. Where the month has no such day: its last day.
 * Example: 2024-08-31 plus 6 months is 2025-02-28.
 */
struct tot_date tot_date_add_months_clamped(struct tot_date date, int months);

tot_month tot_month_make(int year, int month);
tot_month tot_month_of(struct tot_date date);
int tot_month_year(tot_month month);
int tot_month_number(tot_month month); /* 1 .. 12 */
struct tot_date tot_month_first_day(tot_month month);
struct tot_date tot_month_last_day(tot_month month);

/* Japanese fiscal year: April of the year to March of the next. Example: 2026-03 is 2025. */
int tot_month_fiscal_year(tot_month month);

/*
 * Day on which an age is completed: the day before the birthday, in both states.
 *
 * Given      birth, years and months of age
 * Returned   the day at whose end the age is completed; where the month has no such day, its last day
 * Law        BGB s. 187 (2), s. 188 (2); Japan: Act 50/1902
 * Example    born 1964-06-01: 67 on 2031-05-31; born 1961-08-31: 66y6m on 2028-02-29
 */
struct tot_date tot_age_reached(struct tot_date birth, struct tot_age age);

/* Age completed at the end of `day`, in years and months; {0, 0} before birth. */
struct tot_age tot_age_on(struct tot_date birth, struct tot_date day);

/* Parse "2018-03-31"; false if it is not a day that exists (years 1800 to 2199). */
bool tot_date_parse(struct tot_date *out, const char *text);

/* Parse "2018-03"; false if it is not a month between 1900-01 and 2113-04. */
bool tot_month_parse(tot_month *out, const char *text);

/* Parse "65" or "66y6m"; years 0 to 120, months 0 to 11. */
bool tot_age_parse(struct tot_age *out, const char *text);

#define TOT_DATE_TEXT 12 /* room for "2018-03-31" */

/* Print into a buffer of TOT_DATE_TEXT bytes; returns the buffer. No month prints "-". */
const char *tot_date_print(char *out, struct tot_date date);
const char *tot_month_print(char *out, tot_month month);
const char *tot_age_print(char *out, struct tot_age age);

#endif
