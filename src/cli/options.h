/* Commands and options: one table for parsing, --help and the manual. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_OPTIONS_H
#define TOT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "totalise/date.h"
#include "totalise/text.h"

/* Exit statuses; of several files the largest counts. */
enum exit_status {
	EXIT_GOOD = 0,
	EXIT_INVALID = 1, /* a scenario is faulty */
	EXIT_USAGE = 2,
	EXIT_LAW = 3,	/* law data missing, inconsistent, or doubtful under --strict */
	EXIT_IO = 4,	/* input, output or memory */
	EXIT_AGAIN = 75 /* a shard was told to stop and can be continued */
};

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_HTML, FORMAT_CSV };
enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

#define VARY_MAX 8 /* as TOT_VARY_MAX */

struct options {
	const struct command *command;
	const char **operands; /* after the command */
	size_t operand_count;
	struct tot_date as_of; /* none = not given */
	struct tot_date on;
	int explain; /* levels; 0 = none, -1 = all */
	enum format format;
	enum color color;
	const char *law_dir, *output, *template, *ics, *reform;
	bool ask, compact, flows, strict, quiet;
	/* Many lives. */
	const char *columns, *errors, *summary;
	const char *vary[VARY_MAX];
	size_t vary_count;
	int64_t threads, population, seed; /* 0 = not given */
	int64_t shard, shards;		   /* shards 0 = not given */
	bool pin, progress, stop_on_error, compare_reform;
};

struct command {
	const char *name;
	const char *operands; /* as in the help */
	const char *summary;
	size_t least, most; /* operands */
	enum exit_status (*run)(const struct options *options);
};

/*
 * Read the command line.
 *
 * Returned   true: run options->command; false: nothing is left to do and *status is the exit status
 *            (help and version are printed, a wrong usage is told on standard error)
 * `options->operands` points into a copy that the caller frees.
 */
bool options_parse(struct options *options, int argc, char **argv, enum exit_status *status);

/* A value of --threads, --seed and so on, of --shard and --vary; false: told on standard error. */
bool options_number(struct options *options, const char *name, const char *value);
bool options_shard(struct options *options, const char *value);
bool options_vary(struct options *options, const char *value);

/* One line on standard error and the way to the help; returns EXIT_USAGE. */
enum exit_status usage_error(const char *format, ...) TOT_PRINTF(1, 2);

/* The commands in the order of the help; the last one has no name. */
extern const struct command commands[];

/* Help of the program (command NULL) or of one command. */
void help_print(struct tot_text *out, const struct command *command);

/* One option of the table. */
enum argument { ARGUMENT_NONE, ARGUMENT_REQUIRED, ARGUMENT_OPTIONAL };
struct option_row {
	const char *name;
	char letter; /* 0 = only the long form */
	enum argument argument;
	const char *value;    /* name of the argument in the help */
	const char *commands; /* names between blanks: " report explain "; NULL = all */
	const char *help;
};
extern const struct option_row option_rows[];
extern const size_t option_row_count;

bool option_goes_with(const struct option_row *row, const struct command *command);

#endif
