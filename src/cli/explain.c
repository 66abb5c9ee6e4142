/* totalise explain: the derivation of one result, or of all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/life.h"
#include "cli/sink.h"

static void list_ids(const struct tot_step *step)
{
	for (; step; step = step->next) {
		if (step->id[0])
			fprintf(stderr, " %s", step->id);
		list_ids(step->children);
	}
}

static enum exit_status unknown_id(const struct tot_report *report, const char *id)
{
	fprintf(stderr, "totalise: nothing in this life has the id '%s'; there are:", id);
	list_ids(report->trace.roots);
	fputs("\n", stderr);
	return EXIT_USAGE;
}

typedef bool explain(struct tot_text *out, const struct tot_report *report, const char *id,
		     int depth);

static explain *explain_as(enum format format)
{
	return format == FORMAT_JSON   ? tot_explain_json
	       : format == FORMAT_HTML ? tot_explain_html
				       : tot_explain_text;
}

static enum exit_status print(struct life *life, const struct options *options)
{
	const char *id = options->operand_count > 1 ? options->operands[1] : NULL;
	const int depth = options->explain ? options->explain : -1;
	struct tot_text text = {0};
	life->report->compact = options->compact;
	if (explain_as(options->format)(&text, life->report, id, depth))
		return sink_print(options, &text);
	tot_text_free(&text);
	return unknown_id(life->report, id);
}

enum exit_status command_explain(const struct options *options)
{
	if (options->compact && options->format != FORMAT_JSON)
		return usage_error("--compact goes with --format=json");
	struct tot_law *law = NULL;
	enum exit_status status = law_open(&law, options);
	if (status != EXIT_GOOD)
		return status;
	struct life life;
	status = life_evaluate(&life, options->operands[0], law, options);
	if (status == EXIT_GOOD)
		status = print(&life, options);
	life_free(&life);
	tot_law_free(law);
	return status;
}
