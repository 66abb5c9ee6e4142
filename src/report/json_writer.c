/* Writing JSON: separators, indentation, escapes and the forms of money, months and ages. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_writer.h"

#include <math.h>
#include <string.h>

#include "totalise/scenario.h"

static void new_line(struct tot_writer *w)
{
	if (w->compact)
		return;
	tot_text_add(w->out, "\n");
	for (int i = 0; i < w->depth; i++)
		tot_text_add(w->out, "  ");
}

static void escaped(struct tot_text *out, const char *text)
{
	tot_text_add(out, "\"");
	for (const char *at = text; *at;) {
		const size_t plain =
			strcspn(at, "\"\\\001\002\003\004\005\006\a\b\t\n\v\f\r\016\017"
				    "\020\021\022\023\024\025\026\027\030\031\032\033"
				    "\034\035\036\037");
		tot_text_add_bytes(out, at, plain);
		at += plain;
		if (!*at)
			break;
		if (*at == '"' || *at == '\\')
			tot_text_format(out, "\\%c", *at);
		else if (*at == '\n')
			tot_text_add(out, "\\n");
		else if (*at == '\t')
			tot_text_add(out, "\\t");
		else
			tot_text_format(out, "\\u%04x", (unsigned)*at);
		at++;
	}
	tot_text_add(out, "\"");
}

/* Everything that stands before a value: comma, line, key. */
static void begin(struct tot_writer *w, const char *key)
{
	if (w->inside)
		tot_text_add(w->out, ",");
	if (w->depth > 0)
		new_line(w);
	if (key) {
		escaped(w->out, key);
		tot_text_add(w->out, w->compact ? ":" : ": ");
	}
	w->inside = true;
}

static void open_level(struct tot_writer *w, const char *key, const char *bracket)
{
	begin(w, key);
	tot_text_add(w->out, bracket);
	w->depth++;
	w->inside = false;
}

static void close_level(struct tot_writer *w, const char *bracket)
{
	w->depth--;
	if (w->inside)
		new_line(w);
	tot_text_add(w->out, bracket);
	w->inside = true;
}

void tot_write_object(struct tot_writer *w, const char *key)
{
	open_level(w, key, "{");
}

void tot_write_object_end(struct tot_writer *w)
{
	close_level(w, "}");
}

void tot_write_array(struct tot_writer *w, const char *key)
{
	open_level(w, key, "[");
}

void tot_write_array_end(struct tot_writer *w)
{
	close_level(w, "]");
}

void tot_write_null(struct tot_writer *w, const char *key)
{
	begin(w, key);
	tot_text_add(w->out, "null");
}

void tot_write_string(struct tot_writer *w, const char *key, const char *text)
{
	if (!text) {
		tot_write_null(w, key);
		return;
	}
	begin(w, key);
	escaped(w->out, text);
}

void tot_write_text(struct tot_writer *w, const char *key, const char *text)
{
	tot_write_string(w, key, text && text[0] ? text : NULL);
}

void tot_write_int(struct tot_writer *w, const char *key, int64_t value)
{
	begin(w, key);
	tot_text_format(w->out, "%lld", (long long)value);
}

void tot_write_bool(struct tot_writer *w, const char *key, bool value)
{
	begin(w, key);
	tot_text_add(w->out, value ? "true" : "false");
}

void tot_write_decimal(struct tot_writer *w, const char *key, const char *text)
{
	if (!text || !text[0]) {
		tot_write_null(w, key);
		return;
	}
	size_t size = strlen(text);
	if (strchr(text, '.')) {
		while (text[size - 1] == '0')
			size--;
		if (text[size - 1] == '.')
			size--;
	}
	begin(w, key);
	tot_text_add_bytes(w->out, text, size);
}

void tot_write_double(struct tot_writer *w, const char *key, double value, int decimals)
{
	const double scaled = value * (double)tot_pow10(decimals);
	if (!isfinite(scaled) || fabs(scaled) > 9e15) {
		tot_write_null(w, key);
		return;
	}
	char text[TOT_DECIMAL_TEXT];
	tot_write_decimal(w, key, tot_decimal_print(text, llround(scaled), decimals));
}

void tot_write_month(struct tot_writer *w, const char *key, tot_month month)
{
	char text[TOT_DATE_TEXT];
	tot_write_string(w, key, month == TOT_MONTH_NONE ? NULL : tot_month_print(text, month));
}

void tot_write_date(struct tot_writer *w, const char *key, struct tot_date date)
{
	char text[TOT_DATE_TEXT];
	tot_write_string(w, key, tot_date_is_none(date) ? NULL : tot_date_print(text, date));
}

void tot_write_age(struct tot_writer *w, const char *key, struct tot_age age)
{
	char text[TOT_DATE_TEXT];
	tot_write_string(w, key, tot_age_print(text, age));
}

void tot_write_amount(struct tot_writer *w, const char *key, const struct tot_amount *amount,
		      const char *why)
{
	if (!amount->known || !amount->currency) {
		tot_write_null(w, key);
		return;
	}
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print(text, amount->value, tot_currency_decimals(amount->currency));
	tot_write_object(w, key);
	tot_write_string(w, "value", text);
	tot_write_string(w, "currency", amount->currency);
	if (amount->per)
		tot_write_string(w, "per", amount->per);
	if (why)
		tot_write_string(w, "why", why);
	tot_write_object_end(w);
}

void tot_write_value(struct tot_writer *w, const char *key, double value, const char *currency,
		     const char *per)
{
	const double scaled = value * (double)tot_pow10(tot_currency_decimals(currency));
	const bool known = isfinite(scaled) && fabs(scaled) < 9e15;
	const struct tot_amount amount = {known, known ? llround(scaled) : 0, currency, per};
	tot_write_amount(w, key, &amount, NULL);
}
