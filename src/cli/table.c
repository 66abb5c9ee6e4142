/* The table of commands and options, and the help that is printed from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/templates.h"
#include "report/layout.h"

#define MANY ((size_t)-1)

const struct command commands[] = {
	{"report", "FILE...", "evaluate lives: timelines, tests, pensions, refunds, comparison", 1,
	 MANY, command_report},
	{"check", "FILE...", "look for faults in scenarios; prints each with its place", 1, MANY,
	 command_check},
	{"explain", "FILE [ID]",
	 "derive one result, or all: sections of law, dated values, sources", 1, 2,
	 command_explain},
	{"posting", "FILE",
	 "which state insures the work abroad, until when, what to file next; one scenario, or a "
	 "CSV list of posted workers",
	 1, 1, command_posting},
	{"new", "", "print a scenario to start from, or ask for one", 0, 0, command_new},
	{"batch", "FILE [PERIODS]",
	 "evaluate many lives from lines of JSON or rows of CSV, in their order", 1, 2,
	 command_batch},
	{"merge", "PART...", "join the parts of a sharded batch", 1, MANY, command_merge},
	{"sweep", "FILE", "a table of results over a grid of changed values", 1, 1, command_sweep},
	{"law", "[list | show NAME | check | dump | diff DATE DATE]",
	 "the figures of the law, with date, source and confidence", 0, 3, command_law},
	{0},
};

/* The order is that of the help. */
const struct option_row option_rows[] = {
	{"as-of", 0, ARGUMENT_REQUIRED, "DATE", NULL,
	 "day of the decision, such as 2026-11-21; the law as known on it (default: the "
	 "scenario's, else "
	 "today in UTC)"},
	{"format", 'f', ARGUMENT_REQUIRED, "FORMAT", " report explain posting ",
	 "text (default), json, html (one page that needs nothing else); with posting text, json "
	 "or csv"},
	{"compact", 0, ARGUMENT_NONE, NULL, " report explain posting ", "JSON in one line"},
	{"flows", 0, ARGUMENT_NONE, NULL, " report ",
	 "the dated cash flows of every strategy: as CSV, or inside the JSON"},
	{"explain", 0, ARGUMENT_OPTIONAL, "DEPTH", NULL,
	 "add the derivation of every number, all of it or DEPTH levels"},
	{"ics", 0, ARGUMENT_REQUIRED, "FILE", " posting ",
	 "write the dates as a calendar to FILE (iCalendar)"},
	{"template", 0, ARGUMENT_REQUIRED, "NAME", " new ", "which scenario to print"},
	{"ask", 0, ARGUMENT_NONE, NULL, " new ",
	 "ask for the facts of a life in the terminal, and print its scenario"},
	{"population", 0, ARGUMENT_REQUIRED, "N", " new ",
	 "print N lives for tests and benchmarks instead, one a line"},
	{"seed", 0, ARGUMENT_REQUIRED, "S", " new ",
	 "with --population: another S gives other lives (default 0)"},
	{"columns", 0, ARGUMENT_REQUIRED, "LIST", " batch sweep ",
	 "CSV of these values, such as line,title,benefits[DE.old_age.regular].amount.value; "
	 "[DE] is the pension paid by Germany"},
	{"vary", 0, ARGUMENT_REQUIRED, "POINTER=VALUES", " sweep ",
	 "values for the member at a JSON pointer: FROM:TO:STEP or A,B,C; several --vary make a "
	 "grid"},
	{"threads", 0, ARGUMENT_REQUIRED, "N", " batch sweep ",
	 "threads that evaluate (default 1)"},
	{"pin", 0, ARGUMENT_NONE, NULL, " batch ", "each thread on a processor of its own"},
	{"errors", 0, ARGUMENT_REQUIRED, "FILE", " batch merge ",
	 "write the faults of bad records there, one line of JSON each (default: standard error)"},
	{"stop-on-error", 0, ARGUMENT_NONE, NULL, " batch ", "end at the first bad record"},
	{"progress", 0, ARGUMENT_NONE, NULL, " batch ",
	 "lives done, rate and time left on standard error"},
	{"shard", 0, ARGUMENT_REQUIRED, "I/N", " batch ",
	 "only part I (from 0) of N, into the file of --output; stopped, it goes on where it was"},
	{"reform", 0, ARGUMENT_REQUIRED, "FILE", " report explain law batch sweep ",
	 "change the law by this JSON Merge Patch, checked as the law files are"},
	{"compare-reform", 0, ARGUMENT_NONE, NULL, " batch ",
	 "with --reform: base, reform and difference of each life"},
	{"summary", 0, ARGUMENT_REQUIRED, "FILE", " batch ",
	 "with --compare-reform and --columns: winners, losers and totals by year of birth, as "
	 "CSV"},
	{"on", 0, ARGUMENT_REQUIRED, "DATE", " law ", "with 'show': only what holds on that day"},
	{"law-dir", 0, ARGUMENT_REQUIRED, "DIR", NULL,
	 "read law/ and agreements/ from this folder instead of the built-in files (default: the "
	 "environment variable TOTALISE_LAW_DIR)"},
	{"output", 'o', ARGUMENT_REQUIRED, "FILE", NULL,
	 "write to FILE; it is replaced only when everything was written"},
	{"strict", 0, ARGUMENT_NONE, NULL, NULL,
	 "doubt is failure: nothing is printed for a life whose amounts are provisional, projected "
	 "or "
	 "incomplete, and the exit status is 3"},
	{"quiet", 'q', ARGUMENT_NONE, NULL, NULL, "no warnings and no \"ok\" lines"},
	{"color", 0, ARGUMENT_REQUIRED, "WHEN", NULL,
	 "bold headings: auto (default), always, never"},
	{"lang", 0, ARGUMENT_REQUIRED, "en", NULL,
	 "language of the texts; this version knows English"},
	{"help", 'h', ARGUMENT_NONE, NULL, NULL, "print the help, of a command if one is named"},
	{"version", 'V', ARGUMENT_NONE, NULL, NULL,
	 "print version and fingerprint of the law data"},
};
const size_t option_row_count = sizeof option_rows / sizeof option_rows[0];

bool option_goes_with(const struct option_row *row, const struct command *command)
{
	if (!row->commands || !command)
		return true;
	char name[32];
	snprintf(name, sizeof name, " %s ", command->name);
	return strstr(row->commands, name) != NULL;
}

/* In the help of the program: the commands that an option belongs to. */
static void option_commands(struct tot_text *out, const struct option_row *row)
{
	bool first = true;
	for (const struct command *c = commands; row->commands && c->name; c++) {
		if (!option_goes_with(row, c))
			continue;
		tot_text_format(out, "%s%s", first ? "" : ", ", c->name);
		first = false;
	}
	if (!first)
		tot_text_add(out, ": ");
}

static void option_lines(struct tot_text *out, const struct option_row *row,
			 const struct command *command)
{
	struct tot_text names = {0};
	const char *before = row->argument == ARGUMENT_OPTIONAL ? "[=" : "=";
	const char *after = row->argument == ARGUMENT_OPTIONAL ? "]" : "";
	tot_text_add(out, "  ");
	if (row->letter)
		tot_text_format(out, "-%c, ", row->letter);
	tot_text_pad(out, 6);
	tot_text_format(out, "--%s%s%s%s", row->name, row->value ? before : "",
			row->value ? row->value : "", row->value ? after : "");
	if (!command)
		option_commands(&names, row);
	tot_wrapf(out, 25, 25, " %s%s", names.bytes ? names.bytes : "", row->help);
	tot_text_free(&names);
}

static void option_list(struct tot_text *out, const struct command *command)
{
	tot_text_add(out, "\nOptions:\n");
	for (size_t i = 0; i < option_row_count; i++)
		if (option_goes_with(&option_rows[i], command))
			option_lines(out, &option_rows[i], command);
}

static void template_list(struct tot_text *out)
{
	tot_text_add(out, "\nTemplates:\n");
	for (size_t i = 0; template_name(i); i++)
		tot_text_format(out, "  %s\n", template_name(i));
}

static void statuses(struct tot_text *out)
{
	tot_text_add(out, "\nExit status:\n");
	tot_wrap(out, 2, 2,
		 "0 all evaluated (also when nobody is entitled); 1 a scenario is faulty; 2 wrong "
		 "usage; 3 law data missing or inconsistent, or doubt under --strict; 4 input, "
		 "output or memory; 75 a shard was told to stop and can be continued");
}

static void program_help(struct tot_text *out)
{
	tot_text_add(out, "Usage: totalise COMMAND [OPTION]... [FILE]...\n");
	tot_wrap(out, 0, 0,
		 "Pensions of a life insured in Germany and in Japan: what each state pays, what "
		 "their agreement changes, and whether a refund of contributions is worth it.");
	tot_text_add(out, "\nCommands:\n");
	for (const struct command *c = commands; c->name; c++) {
		tot_text_format(out, "  %s %s", c->name, c->operands);
		if (strlen(c->name) + strlen(c->operands) > 20)
			tot_text_add(out, "\n");
		tot_wrap(out, 26, 26, c->summary);
	}
	option_list(out, NULL);
	statuses(out);
	tot_text_add(out, "\n");
	tot_wrap(out, 0, 0,
		 "FILE is a scenario in JSON; \"-\" is standard input. \"totalise COMMAND --help\" "
		 "says more. Nothing printed is authoritative: only the insurers decide.");
}

void help_print(struct tot_text *out, const struct command *command)
{
	if (!command) {
		program_help(out);
		return;
	}
	tot_text_format(out, "Usage: totalise %s [OPTION]...%s%s\n", command->name,
			command->operands[0] ? " " : "", command->operands);
	tot_wrapf(out, 0, 0, "%s.", command->summary);
	option_list(out, command);
	if (strcmp(command->name, "new") == 0)
		template_list(out);
	statuses(out);
}
