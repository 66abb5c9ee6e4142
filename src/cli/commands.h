/* The commands, one file each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_COMMANDS_H
#define TOT_CLI_COMMANDS_H

#include "cli/options.h"

enum exit_status command_report(const struct options *options);
enum exit_status command_check(const struct options *options);
enum exit_status command_explain(const struct options *options);
enum exit_status command_posting(const struct options *options);
enum exit_status command_new(const struct options *options);
enum exit_status command_batch(const struct options *options);
enum exit_status command_merge(const struct options *options);
enum exit_status command_sweep(const struct options *options);
enum exit_status command_law(const struct options *options);

#endif
