/* totalise report: lives evaluated and printed as text, JSON or cash flows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/commands.h"
#include "cli/life.h"
#include "cli/sink.h"

static void derivation(struct tot_text *out, const struct tot_report *report, int depth)
{
	tot_text_add(out, "\nDERIVATION\n");
	if (!tot_explain_text(out, report, NULL, depth))
		tot_text_add(out, "  none\n");
}

/* The header line of the CSV stands once. */
static void flows(struct tot_text *out, const struct tot_report *report, bool first)
{
	struct tot_text text = {0};
	tot_report_flows(&text, report);
	const char *line = text.bytes ? strchr(text.bytes, '\n') : NULL;
	if (text.bytes)
		tot_text_add(out, first || !line ? text.bytes : line + 1);
	out->failed |= text.failed;
	tot_text_free(&text);
}

static void print(struct sink *sink, struct life *life, const struct options *options)
{
	struct tot_text text = {0};
	const bool people = options->format == FORMAT_TEXT && !options->flows;
	life->report->flows = options->flows;
	if (options->format == FORMAT_JSON) {
		tot_report_json(&text, life->report, options->compact, options->explain);
	} else if (options->format == FORMAT_HTML) {
		tot_report_html(&text, life->report);
	} else if (options->flows) {
		flows(&text, life->report, !sink->wrote);
	} else {
		if (sink->wrote)
			tot_text_add(&text, "\n");
		tot_report_text(&text, life->report);
		if (options->explain)
			derivation(&text, life->report, options->explain);
	}
	sink_add(sink, &text, people);
}

enum exit_status command_report(const struct options *options)
{
	if (options->compact && options->format != FORMAT_JSON)
		return usage_error("--compact goes with --format=json");
	if (options->flows && options->format == FORMAT_HTML)
		return usage_error("--flows goes with --format=text (as CSV) or json");
	if (options->operand_count > 1 && options->format == FORMAT_HTML)
		return usage_error("--format=html is one page: name one FILE");
	struct tot_law *law = NULL;
	enum exit_status status = law_open(&law, options);
	if (status != EXIT_GOOD)
		return status;
	struct sink sink = {.options = options};
	for (size_t i = 0; i < options->operand_count; i++) {
		struct life life;
		const enum exit_status one =
			life_evaluate(&life, options->operands[i], law, options);
		if (one == EXIT_GOOD)
			print(&sink, &life, options);
		life_free(&life);
		status = worse(status, one);
	}
	tot_law_free(law);
	return worse(status, sink_close(&sink));
}
