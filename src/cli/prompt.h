/* One question and one answer in the terminal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_PROMPT_H
#define TOT_CLI_PROMPT_H

#include <stdbool.h>
#include <stdint.h>

#include "totalise/date.h"
#include "totalise/text.h"

#define ANSWER_SIZE 256

/* The last answer, without blanks at its ends; `ended` once there are no more. Zero-initialise. */
struct prompt {
	char answer[ANSWER_SIZE];
	bool ended;
};

/* Print the question, read a line. false: there are no more answers. */
bool prompt_line(struct prompt *p, const char *format, ...) TOT_PRINTF(2, 3);

/* Why the answer is asked for again. */
void prompt_again(const char *format, ...) TOT_PRINTF(1, 2);

/*
 * Questions with a form. Each asks until the answer has it; false: there are no more answers.
 * Given      least: no day before it (none = any); may_lack: an empty answer gives none, -1 or ""
 * Returned   a day; a country or other code in capitals; an amount in 10^-decimals units; a number from 1
 */
bool prompt_day(struct prompt *p, const char *question, struct tot_date least, bool may_lack,
		struct tot_date *out);
bool prompt_country(struct prompt *p, const char *question, bool may_lack, char out[3]);
bool prompt_amount(struct prompt *p, const char *question, int decimals, int64_t *out);
bool prompt_choice(struct prompt *p, const char *question, int count, int *out);

#endif
