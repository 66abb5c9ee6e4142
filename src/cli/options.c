/* Reading the command line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/sink.h"
#include "law/builtin.h"

#ifndef TOT_VERSION
#define TOT_VERSION "unknown"
#endif

#define ROWS_MAX 48
#define LONG_ONLY 256 /* what getopt_long returns for row i: LONG_ONLY + i */
#define DEPTH_MAX 99

enum exit_status usage_error(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("totalise: ", stderr);
	vfprintf(stderr, format, args);
	fputs("\nTry 'totalise --help'.\n", stderr);
	va_end(args);
	return EXIT_USAGE;
}

/* What the table means to getopt: operands in order ("-"), a missing argument told apart (":"). */
static void prepare(struct option *longs, char *shorts)
{
	*shorts++ = '-';
	*shorts++ = ':';
	for (size_t i = 0; i < option_row_count && i < ROWS_MAX; i++) {
		const struct option_row *row = &option_rows[i];
		const int argument = row->argument == ARGUMENT_NONE	  ? no_argument
				     : row->argument == ARGUMENT_REQUIRED ? required_argument
									  : optional_argument;
		longs[i] = (struct option){row->name, argument, NULL, LONG_ONLY + (int)i};
		if (!row->letter)
			continue;
		*shorts++ = row->letter;
		if (row->argument == ARGUMENT_REQUIRED)
			*shorts++ = ':';
	}
	*shorts = '\0';
}

static size_t row_of(int code)
{
	if (code >= LONG_ONLY)
		return (size_t)(code - LONG_ONLY);
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].letter && option_rows[i].letter == code)
			return i;
	return option_row_count;
}

static bool word(const char *name, const char *value, const char *const *words, int *out)
{
	for (int i = 0; words[i]; i++)
		if (strcmp(words[i], value) == 0) {
			*out = i;
			return true;
		}
	struct tot_text known = {0};
	for (int i = 0; words[i]; i++)
		tot_text_format(&known, "%s%s", i ? " or " : "", words[i]);
	usage_error("--%s=%s: use %s", name, value, known.bytes ? known.bytes : "");
	tot_text_free(&known);
	return false;
}

static bool day(const char *name, const char *value, struct tot_date *out)
{
	if (tot_date_parse(out, value))
		return true;
	usage_error("--%s=%s: write a day such as 2026-11-21", name, value);
	return false;
}

static bool depth(const char *value, int *out)
{
	char *end;
	*out = -1;
	if (!value)
		return true;
	const long levels = strtol(value, &end, 10);
	if (value[0] < '0' || value[0] > '9' || *end || levels < 1 || levels > DEPTH_MAX) {
		usage_error("--explain=%s: write a number of levels from 1 to %d", value,
			    DEPTH_MAX);
		return false;
	}
	*out = (int)levels;
	return true;
}

static bool set_text(struct options *o, const char *name, const char *value)
{
	const struct {
		const char *name, **text;
	} rows[] = {{"law-dir", &o->law_dir}, {"output", &o->output},  {"template", &o->template},
		    {"ics", &o->ics},	      {"reform", &o->reform},  {"columns", &o->columns},
		    {"errors", &o->errors},   {"summary", &o->summary}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (strcmp(name, rows[i].name) != 0)
			continue;
		if (!value[0]) {
			usage_error("--%s needs a value", name);
			return false;
		}
		*rows[i].text = value;
	}
	return true;
}

static void set_flag(struct options *o, const char *name)
{
	const struct {
		const char *name;
		bool *flag;
	} rows[] = {{"ask", &o->ask},
		    {"compact", &o->compact},
		    {"flows", &o->flows},
		    {"strict", &o->strict},
		    {"quiet", &o->quiet},
		    {"pin", &o->pin},
		    {"progress", &o->progress},
		    {"stop-on-error", &o->stop_on_error},
		    {"compare-reform", &o->compare_reform}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strcmp(name, rows[i].name) == 0)
			*rows[i].flag = true;
}

static bool set(struct options *o, const char *name, const char *value)
{
	static const char *const formats[] = {"text", "json", "html", "csv", NULL};
	static const char *const colors[] = {"auto", "always", "never", NULL};
	static const char *const languages[] = {"en", NULL};
	int index = 0;
	if (strcmp(name, "as-of") == 0)
		return day(name, value, &o->as_of);
	if (strcmp(name, "on") == 0)
		return day(name, value, &o->on);
	if (strcmp(name, "explain") == 0)
		return depth(value, &o->explain);
	if (strcmp(name, "lang") == 0)
		return word(name, value, languages, &index);
	if (strcmp(name, "format") == 0) {
		const bool known = word(name, value, formats, &index);
		o->format = (enum format)index;
		return known;
	}
	if (strcmp(name, "color") == 0) {
		const bool known = word(name, value, colors, &index);
		o->color = (enum color)index;
		return known;
	}
	if (strcmp(name, "shard") == 0)
		return options_shard(o, value);
	if (strcmp(name, "vary") == 0)
		return options_vary(o, value);
	set_flag(o, name);
	return set_text(o, name, value) && options_number(o, name, value);
}

/* What was found on the command line besides the values. */
struct seen {
	bool rows[ROWS_MAX];
	bool failed;
};

static bool bad_option(int code, char **argv)
{
	if (code == ':')
		usage_error("option '%s' needs a value", argv[optind - 1]);
	else if (code == '?' && optopt >= LONG_ONLY)
		usage_error("option --%s takes no value", option_rows[optopt - LONG_ONLY].name);
	else if (code == '?' && optopt)
		usage_error("unknown option '-%c'", optopt);
	else
		usage_error("unknown option '%s'", argv[optind - 1]);
	return false;
}

static bool read_all(struct options *o, int argc, char **argv, struct seen *seen)
{
	struct option longs[ROWS_MAX + 1] = {0};
	char shorts[2 * ROWS_MAX + 3];
	prepare(longs, shorts);
	opterr = 0;
	optind = 1;
	int code;
	while ((code = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (code == 1) {
			o->operands[o->operand_count++] = optarg;
			continue;
		}
		const size_t row = row_of(code);
		if (row >= option_row_count)
			return bad_option(code, argv);
		seen->rows[row] = true;
		if (!set(o, option_rows[row].name, optarg))
			return false;
	}
	while (optind < argc)
		o->operands[o->operand_count++] = argv[optind++];
	return true;
}

static bool asked(const struct seen *seen, const char *name)
{
	for (size_t i = 0; i < option_row_count; i++)
		if (seen->rows[i] && strcmp(option_rows[i].name, name) == 0)
			return true;
	return false;
}

static enum exit_status print_version(const struct options *o)
{
	struct tot_text text = {0};
	tot_text_format(&text,
			"totalise %s\nLaw data %s\nLicence GPL-3.0-or-later; no warranty. Not "
			"authoritative: only the insurers decide.\n",
			TOT_VERSION, tot_builtin_digest);
	return sink_print(o, &text);
}

static enum exit_status print_help(const struct options *o)
{
	struct tot_text text = {0};
	help_print(&text, o->command);
	return sink_print(o, &text);
}

static enum exit_status find_command(struct options *o)
{
	const char *name = o->operands[0];
	const struct command *c = commands;
	while (c->name && strcmp(c->name, name) != 0)
		c++;
	if (!c->name)
		return usage_error("unknown command '%s'", name);
	o->command = c;
	o->operands++;
	o->operand_count--;
	return EXIT_GOOD;
}

static enum exit_status check_command(const struct options *o, const struct seen *seen)
{
	const struct command *c = o->command;
	for (size_t i = 0; i < option_row_count; i++)
		if (seen->rows[i] && !option_goes_with(&option_rows[i], c))
			return usage_error("option --%s does not go with '%s'", option_rows[i].name,
					   c->name);
	if (o->format == FORMAT_HTML && c->run == command_posting)
		return usage_error("--format=html: use text, json or csv with '%s'", c->name);
	if (o->format == FORMAT_CSV && c->run != command_posting)
		return usage_error("--format=csv: use text or json with '%s'", c->name);
	if (o->operand_count < c->least)
		return usage_error("'%s' needs a FILE (\"-\" is standard input)", c->name);
	if (o->operand_count > c->most)
		return usage_error("'%s' takes no '%s'", c->name, o->operands[c->most]);
	return EXIT_GOOD;
}

bool options_parse(struct options *o, int argc, char **argv, enum exit_status *status)
{
	struct seen seen = {0};
	*status = EXIT_USAGE;
	if (!read_all(o, argc, argv, &seen))
		return false;
	if (asked(&seen, "version")) {
		*status = print_version(o);
		return false;
	}
	if (o->operand_count == 0 && !asked(&seen, "help")) {
		*status = usage_error("no command given");
		return false;
	}
	if (o->operand_count && (*status = find_command(o)) != EXIT_GOOD)
		return false;
	if (asked(&seen, "help")) {
		*status = print_help(o);
		return false;
	}
	*status = check_command(o, &seen);
	return *status == EXIT_GOOD;
}
