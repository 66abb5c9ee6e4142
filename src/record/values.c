/* Dates, numbers and amounts of money as a scenario writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/read.h"

#include <math.h>
#include <string.h>

#include "totalise/decimal.h"

/* Does the text look like the pattern, where 0 stands for any digit? */
static bool looks_like(const char *text, const char *pattern)
{
	for (; *pattern != '\0'; text++, pattern++) {
		const bool digit = *text >= '0' && *text <= '9';
		if (*pattern == '0' ? !digit : *text != *pattern)
			return false;
	}
	return *text == '\0';
}

static const char *forms(enum tot_day_side side)
{
	return side == TOT_DAY_ONLY ? "YYYY-MM-DD" : "YYYY-MM or YYYY-MM-DD";
}

/* The text is neither a day nor a month of the calendar: say which of the two it fails to be. */
static void bad_date(struct tot_reader *reader, const struct tot_json *value, const char *text,
		     const char *form)
{
	if (looks_like(text, "0000-00") || looks_like(text, "0000-00-00")) {
		struct tot_date outside;
		const bool month = text[7] == '\0';
		const bool month_exists =
			memcmp(text + 5, "00", 2) != 0 && memcmp(text + 5, "12", 2) <= 0;
		if (month ? month_exists : tot_date_parse(&outside, text))
			tot_fault(reader, value, "out-of-range",
				  "%s lies outside 1900-01 to 2113-04; correct the year", text);
		else
			tot_fault(reader, value, "bad-date", "%s is not a %s; write %s", text,
				  month ? "month" : "day", form);
		return;
	}
	tot_fault(reader, value, "bad-date", "%s is not a date; write %s", tot_quote(text).text,
		  form);
}

struct tot_date tot_read_date(struct tot_reader *reader, const struct tot_json *object,
			      const char *key, enum tot_day_side side, bool required)
{
	const struct tot_date none = {0, 0, 0};
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	const bool open_end = !required && strcmp(key, "to") == 0;
	if (!member || (member->type == TOT_JSON_NULL && open_end))
		return none;
	const char *text = tot_read_text(reader, member);
	struct tot_date date;
	tot_month month;
	if (!text)
		return none;
	if (tot_date_parse(&date, text) && date.year >= 1900 &&
	    tot_month_of(date) < TOT_MONTH_LIMIT)
		return date;
	if (!tot_month_parse(&month, text)) {
		bad_date(reader, member, text, forms(side));
		return none;
	}
	if (side == TOT_DAY_ONLY) {
		tot_fault(reader, member, "bad-date",
			  "%s is a month, but the day matters here; write %s", text, forms(side));
		return none;
	}
	return side == TOT_DAY_FIRST ? tot_month_first_day(month) : tot_month_last_day(month);
}

tot_month tot_read_month(struct tot_reader *reader, const struct tot_json *object, const char *key,
			 bool required)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	const char *text = member ? tot_read_text(reader, member) : NULL;
	tot_month month;
	if (!text)
		return TOT_MONTH_NONE;
	if (tot_month_parse(&month, text))
		return month;
	struct tot_date day;
	if (tot_date_parse(&day, text))
		tot_fault(reader, member, "bad-date", "%s is a day; write its month, YYYY-MM",
			  text);
	else
		bad_date(reader, member, text, "YYYY-MM");
	return TOT_MONTH_NONE;
}

void tot_read_order(struct tot_reader *reader, const struct tot_json *object, const char *from_key,
		    struct tot_date from, const char *to_key, struct tot_date to)
{
	char first[TOT_DATE_TEXT], last[TOT_DATE_TEXT];
	if (tot_date_is_none(from) || tot_date_is_none(to) || tot_date_compare(from, to) <= 0)
		return;
	tot_fault(reader, tot_json_get(object, from_key), "date-order",
		  "\"%s\" %s lies after \"%s\" %s; swap or correct them", from_key,
		  tot_date_print(first, from), to_key, tot_date_print(last, to));
}

bool tot_read_number(struct tot_reader *reader, const struct tot_json *value, double least,
		     double most, double *out)
{
	if (value->type != TOT_JSON_NUMBER) {
		tot_fault(reader, value, "wrong-type", "expected a number%s",
			  value->type == TOT_JSON_STRING ? "; write it without quotation marks"
							 : "");
		return false;
	}
	if (!isfinite(value->number) || value->number < least || value->number > most) {
		tot_fault(reader, value, "out-of-range", "%.10g lies outside %.10g to %.10g",
			  value->number, least, most);
		return false;
	}
	*out = value->number;
	return true;
}

bool tot_read_number_member(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, double least, double most, bool required, double *out)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	return member && tot_read_number(reader, member, least, most, out);
}

bool tot_read_scaled(struct tot_reader *reader, const struct tot_json *value, double least,
		     double most, int decimals, int64_t *out)
{
	double number;
	if (!tot_read_number(reader, value, least, most, &number))
		return false;
	if (tot_decimal_from_double(out, number, decimals) == TOT_OK)
		return true;
	if (decimals == 0)
		tot_fault(reader, value, "too-many-decimals", "%.10g is not a whole number",
			  number);
	else
		tot_fault(reader, value, "too-many-decimals",
			  "%.15g has too many decimals; at most %d are read", number, decimals);
	return false;
}

bool tot_read_scaled_member(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, double least, double most, int decimals, bool required,
			    int64_t *out)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	return member && tot_read_scaled(reader, member, least, most, decimals, out);
}

bool tot_read_integer_member(struct tot_reader *reader, const struct tot_json *object,
			     const char *key, int64_t least, int64_t most, int64_t *out)
{
	return tot_read_scaled_member(reader, object, key, (double)least, (double)most, 0, false,
				      out);
}

bool tot_read_amount(struct tot_reader *reader, const struct tot_json *value, const char *currency,
		     int64_t *out)
{
	const int decimals = tot_currency_decimals(currency);
	if (value->type == TOT_JSON_NUMBER && value->number < 0.0) {
		tot_fault(reader, value, "negative-amount",
			  "%.10g is negative; amounts are zero or more", value->number);
		return false;
	}
	const double most = (double)TOT_SCENARIO_AMOUNT_MAX / (decimals == 0 ? 1.0 : 100.0);
	double number;
	if (!tot_read_number(reader, value, 0.0, most, &number))
		return false;
	if (tot_decimal_from_double(out, number, decimals) == TOT_OK)
		return true;
	tot_fault(reader, value, "too-many-decimals", "%.15g has too many decimals; %s %s", number,
		  currency ? currency : "this currency", decimals == 0 ? "has none" : "has two");
	return false;
}

bool tot_read_amount_member(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, const char *currency, bool required, int64_t *out)
{
	const struct tot_json *member = tot_read_member(reader, object, key, required);
	return member && tot_read_amount(reader, member, currency, out);
}

struct tot_money tot_read_money(struct tot_reader *reader, const struct tot_json *object,
				const char *key)
{
	struct tot_money money = {0, NULL};
	const struct tot_json *member = tot_json_get(object, key);
	if (!member || !tot_read_object(reader, member, "amount currency"))
		return money;
	const char *currency = tot_read_choice(reader, member, "currency", "EUR JPY", true);
	if (tot_read_amount_member(reader, member, "amount", currency, true, &money.amount))
		money.currency = currency;
	return money;
}
