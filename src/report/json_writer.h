/* Writing JSON in a stable form: one line, or two blanks a level. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_JSON_WRITER_H
#define TOT_REPORT_JSON_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "totalise/date.h"
#include "totalise/scheme.h"
#include "totalise/text.h"

/* Set out and compact; the rest is zero. `key` is NULL for the elements of an array. */
struct tot_writer {
	struct tot_text *out;
	bool compact;
	int depth;   /* open objects and arrays */
	bool inside; /* something stands already at this level */
};

void tot_write_object(struct tot_writer *w, const char *key);
void tot_write_object_end(struct tot_writer *w);
void tot_write_array(struct tot_writer *w, const char *key);
void tot_write_array_end(struct tot_writer *w);

void tot_write_string(struct tot_writer *w, const char *key, const char *text); /* NULL: null */
void tot_write_text(struct tot_writer *w, const char *key, const char *text);	/* NULL, "": null */
void tot_write_int(struct tot_writer *w, const char *key, int64_t value);
void tot_write_bool(struct tot_writer *w, const char *key, bool value);
void tot_write_null(struct tot_writer *w, const char *key);

/* Decimal text as a JSON number without trailing zeros: "62.500000" is 62.5. */
void tot_write_decimal(struct tot_writer *w, const char *key, const char *text);

/* A binary number rounded half up to `decimals`, without trailing zeros; null if it is not finite. */
void tot_write_double(struct tot_writer *w, const char *key, double value, int decimals);

/* "2019-03", "2019-03-31", "66y6m"; null if there is none. */
void tot_write_month(struct tot_writer *w, const char *key, tot_month month);
void tot_write_date(struct tot_writer *w, const char *key, struct tot_date date);
void tot_write_age(struct tot_writer *w, const char *key, struct tot_age age);

/* {"value", "currency", "per", "why"}; null if it is not known. why: id of a trace step, NULL for none. */
void tot_write_amount(struct tot_writer *w, const char *key, const struct tot_amount *amount,
		      const char *why);

/* Money of the comparison: units as a binary number, rounded half up to the decimals of the currency. */
void tot_write_value(struct tot_writer *w, const char *key, double value, const char *currency,
		     const char *per);

#endif
