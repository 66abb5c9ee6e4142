/* Plain words for what the library names by constants, and values as people read them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_WORDS_H
#define TOT_REPORT_WORDS_H

#include "totalise/report.h"

/* "Germany"; the code of the country for states without a scheme. */
const char *tot_state_name(const char *country);

/* "employment", "contributions not paid": what a kind of month means to a person. */
const char *tot_kind_words(enum tot_kind kind);

/* "if_alive", "if_survivor", "certain": as written in JSON and CSV. */
const char *tot_condition_word(enum tot_condition condition);

/* What a status means, as the rest of a sentence; "" for an exact value. */
const char *tot_status_words(enum tot_status status);

/* "Keep the pension."; NULL if there is nothing to decide. */
const char *tot_verdict_words(const char *verdict);

#define TOT_AMOUNT_TEXT 64

/* "1,234.56 EUR a month" into TOT_AMOUNT_TEXT bytes; "an unknown amount". Returns the buffer. */
const char *tot_amount_words(char *out, const struct tot_amount *amount);

/* Money of the comparison, whole units: "12,345 EUR". */
const char *tot_value_words(char *out, double value, const char *currency);

#define TOT_AGE_TEXT 40

/* "67", "66 years 6 months". */
const char *tot_age_words(char *out, struct tot_age age);

/* "2009-10 to 2014-03, 2020-04": the months of a set as people write them; "none". Adds to out. */
void tot_runs_words(struct tot_text *out, const struct tot_months *months);

/* Is the benefit paid to survivors? Its age is that of the recipient then. */
bool tot_is_survivors(const char *id);

/* The statute's own name of a test, benefit or refund, such as "Regelaltersrente"; NULL if none is known. */
const char *tot_native_term(const char *id);

/* The language of that name: "de", "ja". */
const char *tot_native_language(const char *id);

/* The text with a capital at its beginning, as a sentence wants it, into `out`; returns out->bytes. */
const char *tot_sentence(struct tot_text *out, const char *text);

#define TOT_TITLE_TEXT 128

/* A title without the native term in parentheses at its end. Returns the buffer. */
const char *tot_title_short(char *out, const char *title);

#endif
