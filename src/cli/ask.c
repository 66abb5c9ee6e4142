/* totalise new --ask: questions about one life, written as a scenario while they are answered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ask.h"

#include <stdio.h>
#include <string.h>

#include "cli/life.h"
#include "cli/prompt.h"
#include "report/json_writer.h"
#include "report/words.h"

/* What people name when they are asked what they did; the law of a state allows some of them. */
static const enum tot_kind kinds[] = {
	TOT_EMPLOYMENT, TOT_SELF_EMPLOYMENT,	  TOT_RESIDENT,
	TOT_VOLUNTARY,	TOT_DEPENDENT_SPOUSE,	  TOT_EXEMPT_FULL,
	TOT_DEFERRED,	TOT_BENEFIT_UNEMPLOYMENT, TOT_CREDITABLE_EDUCATION,
};
#define KINDS (sizeof kinds / sizeof kinds[0])

static bool one_code(struct tot_writer *w, const char *code, size_t size)
{
	char text[16] = "";
	const bool word = (size == 7 && strncmp(code, "refugee", size) == 0) ||
			  (size == 9 && strncmp(code, "stateless", size) == 0);
	if (!word && size != 2)
		return false;
	for (size_t i = 0; i < size; i++)
		text[i] = (char)(!word && code[i] >= 'a' && code[i] <= 'z' ? code[i] - 'a' + 'A'
									   : code[i]);
	if (!word && (text[0] < 'A' || text[0] > 'Z' || text[1] < 'A' || text[1] > 'Z'))
		return false;
	if (w)
		tot_write_string(w, NULL, text);
	return true;
}

/* "DE, JP" into the list; w NULL: only whether it can be read. */
static bool codes(struct tot_writer *w, const char *list)
{
	size_t count = 0;
	while (*list) {
		list += strspn(list, ", ");
		const size_t size = strcspn(list, ", ");
		if (size && !one_code(w, list, size))
			return false;
		count += size > 0;
		list += size;
	}
	return count > 0;
}

static bool nationalities(struct prompt *p, struct tot_writer *w)
{
	while (prompt_line(p, "Nationality (two letters, such as DE or JP; several: DE, JP): ")) {
		if (!codes(NULL, p->answer)) {
			prompt_again("Please write two letters for each: DE, JP, VN; or refugee, "
				     "stateless.");
			continue;
		}
		tot_write_array(w, "nationalities");
		codes(w, p->answer);
		tot_write_array_end(w);
		return true;
	}
	return false;
}

static bool sex(struct prompt *p, struct tot_writer *w)
{
	while (prompt_line(p, "Female or male (f, m): ")) {
		const char first = p->answer[0];
		if (first == 'f' || first == 'F' || first == 'm' || first == 'M') {
			tot_write_string(w, "sex",
					 first == 'f' || first == 'F' ? "female" : "male");
			return true;
		}
		prompt_again("Pension law asks for one of the two: f or m.");
	}
	return false;
}

static void stay(struct tot_writer *w, const char *country, struct tot_date from,
		 struct tot_date next)
{
	tot_write_object(w, NULL);
	tot_write_string(w, "country", country);
	tot_write_date(w, "from", from);
	if (!tot_date_is_none(next))
		tot_write_date(w, "to", tot_date_add_days(next, -1));
	tot_write_object_end(w);
}

/* Where the person lived, from birth to today: each stay ends with the day before the next. */
static bool residence(struct prompt *p, struct tot_writer *w, struct tot_date born)
{
	char country[3], next[3];
	struct tot_date from = born, moved;
	if (!prompt_country(p, "Country in which you lived first:", false, country))
		return false;
	tot_write_array(w, "residence");
	while (prompt_country(
		p, "Country to which you moved next (empty: none, still there):", true, next)) {
		if (!next[0]) {
			stay(w, country, from, (struct tot_date){0});
			tot_write_array_end(w);
			return true;
		}
		if (!prompt_day(p, "Day of the move:", tot_date_add_days(from, 1), false, &moved))
			return false;
		stay(w, country, from, moved);
		memcpy(country, next, sizeof country);
		from = moved;
	}
	return false;
}

static bool person(struct prompt *p, struct tot_writer *w, struct tot_date *born)
{
	if (!prompt_day(p, "Day of birth (year-month-day, such as 1984-05-17):",
			(struct tot_date){0}, false, born))
		return false;
	tot_write_object(w, "person");
	tot_write_date(w, "born", *born);
	if (!sex(p, w) || !nationalities(p, w) || !residence(p, w, *born))
		return false;
	tot_write_object_end(w);
	return true;
}

static bool children(struct prompt *p, struct tot_writer *w, struct tot_date born)
{
	struct tot_date child;
	const char *question = "Children: day of birth of the first (empty: none):";
	bool any = false;
	while (prompt_day(p, question, born, true, &child)) {
		if (tot_date_is_none(child)) {
			if (any) {
				tot_write_array_end(w);
				tot_write_object_end(w);
			}
			return true;
		}
		if (!any) {
			tot_write_object(w, "family");
			tot_write_array(w, "children");
		}
		any = true;
		question = "Day of birth of the next child (empty: no more):";
		tot_write_object(w, NULL);
		tot_write_date(w, "born", child);
		tot_write_object_end(w);
	}
	return false;
}

/* A numbered list of the kinds that the law of this state knows. */
static bool kind_of(struct prompt *p, const struct tot_scheme *scheme, enum tot_kind *kind)
{
	enum tot_kind offered[KINDS];
	int count = 0, choice = 0;
	for (size_t i = 0; i < KINDS; i++)
		if (!scheme || (scheme->kinds & TOT_KIND_BIT(kinds[i]))) {
			offered[count++] = kinds[i];
			fprintf(stderr, "  %d %s\n", count, tot_kind_words(kinds[i]));
		}
	if (!prompt_choice(p, "What was it (a number; empty: 1)?", count, &choice))
		return false;
	*kind = offered[choice - 1];
	return true;
}

/* Half a year's bonus is paid in the middle and at the end of the year. */
static bool bonuses(struct prompt *p, struct tot_writer *w)
{
	static const int paid_in[] = {7, 12};
	int64_t bonus;
	if (!prompt_amount(p, "Bonus of half a year, paid in July and in December (empty: none):",
			   0, &bonus))
		return false;
	if (bonus <= 0)
		return true;
	tot_write_array(w, "bonuses");
	for (size_t i = 0; i < sizeof paid_in / sizeof paid_in[0]; i++) {
		tot_write_object(w, NULL);
		tot_write_int(w, "every", paid_in[i]);
		tot_write_int(w, "amount", bonus);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
	return true;
}

static bool pay(struct prompt *p, struct tot_writer *w, const struct tot_scheme *scheme,
		enum tot_kind kind)
{
	const tot_kinds paid = TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) |
			       TOT_KIND_BIT(TOT_BENEFIT_UNEMPLOYMENT);
	char question[160], text[TOT_DECIMAL_TEXT];
	int64_t amount;
	if (!scheme || !(paid & ~scheme->flat_kinds & TOT_KIND_BIT(kind)))
		return true;
	const int decimals = tot_currency_decimals(scheme->currency);
	snprintf(question, sizeof question,
		 "Gross pay a month in %s (before 2002 in the currency of the time; empty: not "
		 "known):",
		 scheme->currency);
	if (!prompt_amount(p, question, decimals, &amount))
		return false;
	if (amount < 0)
		return true;
	tot_write_object(w, "pay");
	tot_write_decimal(w, "monthly", tot_decimal_print(text, amount, decimals));
	if (!decimals && !bonuses(p, w))
		return false;
	tot_write_object_end(w);
	return true;
}

static bool record(struct prompt *p, struct tot_writer *w, const char *country,
		   struct tot_date born)
{
	const struct tot_scheme *scheme = tot_scheme_of(country);
	enum tot_kind kind;
	struct tot_date from, to;
	if (!kind_of(p, scheme, &kind) || !prompt_day(p, "First day:", born, false, &from) ||
	    !prompt_day(p, "Last day (empty: it goes on):", from, true, &to))
		return false;
	tot_write_object(w, NULL);
	tot_write_string(w, "country", country);
	tot_write_string(w, "kind", tot_kind_name(kind));
	tot_write_date(w, "from", from);
	tot_write_date(w, "to", to);
	if (!pay(p, w, scheme, kind))
		return false;
	tot_write_object_end(w);
	return true;
}

static bool records(struct prompt *p, struct tot_writer *w, struct tot_date born)
{
	char country[3];
	tot_write_array(w, "periods");
	while (prompt_country(
		p, "Work or pension insurance: country (DE, JP, ...; empty: no more):", true,
		country)) {
		if (!country[0]) {
			tot_write_array_end(w);
			return true;
		}
		if (!record(p, w, country, born))
			return false;
	}
	return false;
}

static bool answers(struct prompt *p, struct tot_writer *w, const struct options *options)
{
	struct tot_date born;
	fputs("A few questions about one life, the oldest first. Nothing is sent anywhere.\n",
	      stderr);
	tot_write_object(w, NULL);
	tot_write_string(w, "format", "totalise-scenario/1");
	if (!prompt_line(p, "A title for the report (may be empty): "))
		return false;
	if (p->answer[0])
		tot_write_string(w, "title", p->answer);
	if (!tot_date_is_none(options->as_of))
		tot_write_date(w, "as_of", options->as_of);
	if (!person(p, w, &born) || !children(p, w, born) || !records(p, w, born))
		return false;
	tot_write_object_end(w);
	tot_text_add(w->out, "\n");
	return true;
}

/* The answers make one life without faults; warnings are told as for any file. */
static enum exit_status verify(const struct tot_text *text, const struct options *options)
{
	struct tot_scenario *life = NULL;
	struct tot_diag diag = {0};
	const enum tot_status status =
		tot_scenario_read(&life, text->bytes, text->size, "answers", &diag);
	diag_print(&diag, options);
	tot_diag_free(&diag);
	tot_scenario_free(life);
	return exit_of(status);
}

enum exit_status ask_scenario(struct tot_text *out, const struct options *options)
{
	struct prompt p = {.ended = false};
	struct tot_writer w = {.out = out};
	if (!answers(&p, &w, options)) {
		fputs("totalise: the answers end too early; nothing is written\n", stderr);
		return EXIT_IO;
	}
	return out->failed ? EXIT_IO : verify(out, options);
}
