/* totalise new: a scenario to start from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/file.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/sink.h"
#include "cli/templates.h"
#include "totalise/batch.h"

#define DEFAULT_TEMPLATE "returning-engineer"
#define WRITTEN_BYTES ((size_t)64 << 10)

static enum exit_status unknown(const char *name)
{
	struct tot_text names = {0};
	for (size_t i = 0; template_name(i); i++)
		tot_text_format(&names, "%s%s", i ? ", " : "", template_name(i));
	const enum exit_status status = usage_error("unknown template '%s'; there are: %s", name,
						    names.bytes ? names.bytes : "none");
	tot_text_free(&names);
	return status;
}

static enum exit_status asked(const struct options *options)
{
	struct tot_text text = {0};
	const enum exit_status status = ask_scenario(&text, options);
	if (status == EXIT_GOOD)
		return sink_print(options, &text);
	tot_text_free(&text);
	return status;
}

/* Lives one by one, so that any number of them takes no memory. */
static enum exit_status population(const struct options *options)
{
	struct tot_diag diag = {0};
	struct tot_file file = {.fd = -1};
	struct tot_text text = {0};
	bool fine = tot_file_open(&file, options->output, &diag);
	for (int64_t i = 0; fine && i < options->population; i++) {
		tot_population_life(&text, (uint64_t)options->seed, (uint64_t)i);
		const bool full = text.size > WRITTEN_BYTES || i + 1 == options->population;
		fine = !text.failed && (!full || tot_file_write(&file, text.bytes, text.size));
		text.size = full ? 0 : text.size;
	}
	fine = fine && tot_file_commit(&file, false);
	tot_file_abandon(&file);
	tot_text_free(&text);
	return fine ? EXIT_GOOD : sink_fault(&diag);
}

enum exit_status command_new(const struct options *options)
{
	if (options->ask && options->template)
		return usage_error("--ask and --template do not go together");
	if (options->ask)
		return asked(options);
	if (options->population)
		return population(options);
	if (options->seed)
		return usage_error("--seed goes with --population");
	const char *name = options->template ? options->template : DEFAULT_TEMPLATE;
	size_t size = 0;
	const unsigned char *bytes = template_bytes(name, &size);
	if (!bytes && !options->template && template_name(0))
		bytes = template_bytes(template_name(0), &size);
	if (!bytes)
		return unknown(name);
	struct tot_text text = {0};
	tot_text_add_bytes(&text, (const char *)bytes, size);
	return sink_print(options, &text);
}
