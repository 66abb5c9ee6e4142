/* totalise new: a scenario to start from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/sink.h"
#include "cli/templates.h"

#define DEFAULT_TEMPLATE "returning-engineer"

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

enum exit_status command_new(const struct options *options)
{
	if (options->ask && options->template)
		return usage_error("--ask and --template do not go together");
	if (options->ask)
		return asked(options);
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
