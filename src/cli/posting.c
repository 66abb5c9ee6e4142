/* totalise posting: which law applies when, for one scenario or a list of posted workers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/commands.h"
#include "cli/life.h"
#include "cli/sink.h"
#include "totalise/posting.h"

/* A scenario is one object; everything else is a list. */
static bool is_scenario(const struct tot_text *text)
{
	static const char mark[] = "\xEF\xBB\xBF";
	const char *at = text->bytes;
	if (strncmp(at, mark, 3) == 0)
		at += 3;
	at += strspn(at, " \t\r\n");
	return *at == '{';
}

/* What is printed and what goes into the calendar. */
struct forms {
	struct tot_text shown, calendar;
};

static enum exit_status told(enum tot_status status, const char *name, struct tot_diag *diag)
{
	if (status < 0 && diag->errors == 0)
		tot_diag_add(diag, TOT_ERROR, "evaluation", name, "", "cannot be evaluated: %s",
			     tot_status_name(status));
	return exit_of(status);
}

static enum exit_status one_life(struct forms *out, const struct tot_text *text, const char *name,
				 const struct tot_law *law, const struct options *options,
				 struct tot_diag *diag)
{
	struct tot_scenario *life = NULL;
	struct tot_life_postings *found = NULL;
	enum tot_status status = tot_scenario_read(&life, text->bytes, text->size, name, diag);
	if (status >= 0)
		status = tot_life_postings_find(&found, life, law, decision_day(options, life));
	if (status >= 0) {
		if (options->format == FORMAT_JSON)
			tot_life_postings_json(&out->shown, found, options->compact);
		else if (options->format == FORMAT_CSV)
			tot_life_postings_csv(&out->shown, found);
		else
			tot_life_postings_text(&out->shown, found);
		tot_life_postings_calendar(&out->calendar, found);
	}
	tot_life_postings_free(found);
	tot_scenario_free(life);
	return told(status, name, diag);
}

/* Faulty rows are told and left out; the others are printed, and the exit status says it. */
static enum exit_status many_workers(struct forms *out, const struct tot_text *text,
				     const char *name, const struct tot_law *law,
				     const struct options *options, struct tot_diag *diag)
{
	struct tot_workers *found = NULL;
	const enum tot_status status = tot_workers_read(&found, text->bytes, text->size, name, law,
							decision_day(options, NULL), diag);
	if (status >= 0) {
		if (options->format == FORMAT_JSON)
			tot_workers_json(&out->shown, found, options->compact);
		else if (options->format == FORMAT_CSV)
			tot_workers_csv(&out->shown, found);
		else
			tot_workers_text(&out->shown, found);
		tot_workers_calendar(&out->calendar, found);
	}
	tot_workers_free(found);
	const enum exit_status result = told(status, name, diag);
	return diag->errors ? worse(result, EXIT_INVALID) : result;
}

static enum exit_status print(struct forms *forms, const struct options *options)
{
	struct sink sink = {.options = options};
	struct options calendar = *options;
	enum exit_status status = EXIT_GOOD;
	calendar.output = options->ics;
	if (options->ics)
		status = sink_print(&calendar, &forms->calendar);
	else
		tot_text_free(&forms->calendar);
	sink_add(&sink, &forms->shown, false);
	return worse(status, sink_close(&sink));
}

enum exit_status command_posting(const struct options *options)
{
	const char *name = options->operands[0];
	struct tot_diag diag = {0};
	struct tot_text text = {0};
	struct tot_law *law = NULL;
	struct forms forms = {0};
	if (options->compact && options->format != FORMAT_JSON)
		return usage_error("--compact goes with --format=json");
	enum exit_status status = law_open(&law, options);
	if (status != EXIT_GOOD)
		return status;
	status = text_read(&text, name, &diag);
	if (status == EXIT_GOOD && !text.size) {
		tot_diag_add(&diag, TOT_ERROR, "empty", name, "", "the file is empty");
		status = EXIT_INVALID;
	}
	if (status == EXIT_GOOD)
		status = is_scenario(&text)
				 ? one_life(&forms, &text, name, law, options, &diag)
				 : many_workers(&forms, &text, name, law, options, &diag);
	diag_print(&diag, options);
	tot_diag_free(&diag);
	tot_text_free(&text);
	tot_law_free(law);
	return forms.shown.size ? worse(status, print(&forms, options)) : status;
}
