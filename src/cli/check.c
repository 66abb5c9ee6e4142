/* totalise check: every fault of every scenario. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/life.h"
#include "cli/sink.h"

static enum exit_status check_file(struct sink *sink, const char *name,
				   const struct options *options)
{
	struct tot_diag diag = {0};
	struct tot_scenario *scenario = NULL;
	const enum exit_status status = life_read(&scenario, name, &diag);
	diag_print(&diag, options);
	if (status == EXIT_GOOD && !options->quiet) {
		struct tot_text text = {0};
		tot_text_format(&text, "%s: ok", name);
		if (diag.warnings)
			tot_text_format(&text, ", %zu warning%s", diag.warnings,
					diag.warnings == 1 ? "" : "s");
		tot_text_add(&text, "\n");
		sink_add(sink, &text, false);
	}
	tot_scenario_free(scenario);
	tot_diag_free(&diag);
	return status;
}

enum exit_status command_check(const struct options *options)
{
	struct sink sink = {.options = options};
	enum exit_status status = EXIT_GOOD;
	for (size_t i = 0; i < options->operand_count; i++)
		status = worse(status, check_file(&sink, options->operands[i], options));
	return worse(status, sink_close(&sink));
}
