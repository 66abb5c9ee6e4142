/* totalise new --ask: the few things that a person knows, asked in the terminal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_ASK_H
#define TOT_CLI_ASK_H

#include "cli/options.h"

/*
 * Ask on standard error, read the answers from standard input, one a line.
 *
 * Returned   out: a scenario without faults; nothing is written if it cannot be finished
 * Status     EXIT_GOOD; EXIT_INVALID: the answers do not fit together (told on standard error); EXIT_IO: they
 *            end too early
 * An answer that cannot be read is asked for again.
 */
enum exit_status ask_scenario(struct tot_text *out, const struct options *options);

#endif
