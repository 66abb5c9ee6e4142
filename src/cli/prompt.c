/* Questions on standard error, answers from standard input. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/prompt.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "totalise/decimal.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void trim(char *text)
{
	size_t size = strlen(text), first = 0;
	while (size && is_blank(text[size - 1]))
		text[--size] = '\0';
	while (is_blank(text[first]))
		first++;
	memmove(text, text + first, size - first + 1);
}

/* The rest of a line that is too long is not the next answer. */
static void skip_line(void)
{
	for (int c = getchar(); c != '\n' && c != EOF;)
		c = getchar();
}

bool prompt_line(struct prompt *p, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fflush(stderr);
	if (!fgets(p->answer, sizeof p->answer, stdin)) {
		fputs("\n", stderr);
		p->ended = true;
		return false;
	}
	if (!strchr(p->answer, '\n') && strlen(p->answer) == sizeof p->answer - 1)
		skip_line();
	trim(p->answer);
	return true;
}

void prompt_again(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("  ", stderr);
	vfprintf(stderr, format, args);
	fputs("\n", stderr);
	va_end(args);
}

bool prompt_day(struct prompt *p, const char *question, struct tot_date least, bool may_lack,
		struct tot_date *out)
{
	char text[TOT_DATE_TEXT];
	*out = (struct tot_date){0};
	while (prompt_line(p, "%s ", question)) {
		if (!p->answer[0] && may_lack)
			return true;
		if (!tot_date_parse(out, p->answer))
			prompt_again("Please write a day as 2018-03-31 (year, month, day).");
		else if (!tot_date_is_none(least) && tot_date_compare(*out, least) < 0)
			prompt_again("That is before %s.", tot_date_print(text, least));
		else
			return true;
		*out = (struct tot_date){0};
	}
	return false;
}

static char capital(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

bool prompt_country(struct prompt *p, const char *question, bool may_lack, char out[3])
{
	out[0] = '\0';
	while (prompt_line(p, "%s ", question)) {
		if (!p->answer[0] && may_lack)
			return true;
		out[0] = capital(p->answer[0]);
		if (out[0])
			out[1] = capital(p->answer[1]);
		out[2] = '\0';
		if (strlen(p->answer) == 2 && out[0] >= 'A' && out[0] <= 'Z' && out[1] >= 'A' &&
		    out[1] <= 'Z')
			return true;
		prompt_again("Please write two letters: DE for Germany, JP for Japan.");
	}
	return false;
}

bool prompt_amount(struct prompt *p, const char *question, int decimals, int64_t *out)
{
	*out = -1;
	while (prompt_line(p, "%s ", question)) {
		if (!p->answer[0])
			return true;
		if (tot_decimal_parse(out, p->answer, decimals) == TOT_OK && *out >= 0)
			return true;
		prompt_again("Please write a number without separators, such as %s.",
			     decimals ? "3900 or 3900.50" : "350000");
	}
	return false;
}

bool prompt_choice(struct prompt *p, const char *question, int count, int *out)
{
	while (prompt_line(p, "%s ", question)) {
		char *end = p->answer;
		const long number = p->answer[0] ? strtol(p->answer, &end, 10) : 1;
		*out = (int)number;
		if (*end == '\0' && number >= 1 && number <= count)
			return true;
		prompt_again("Please write a number from 1 to %d.", count);
	}
	return false;
}
