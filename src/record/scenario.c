/* One scenario file: the top level, and what holds the document together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "record/parts.h"

#define FORMAT "totalise-scenario/1"
#define KEYS "format title as_of person family periods credits postings events plan compare choices"

static void read_format(struct tot_reader *reader, const struct tot_json *root)
{
	const struct tot_json *format = tot_read_member(reader, root, "format", true);
	const char *text = format ? tot_read_text(reader, format) : NULL;
	if (text && strcmp(text, FORMAT) != 0)
		tot_fault(reader, format, "unknown-format",
			  "%s is no format of a scenario; write \"%s\"", tot_quote(text).text,
			  FORMAT);
}

static const char *read_title(struct tot_reader *reader, const struct tot_json *root)
{
	const char *title = tot_read_text_member(reader, root, "title", false);
	if (title && strpbrk(title, "\r\n"))
		tot_fault(reader, tot_json_get(root, "title"), "several-lines",
			  "a title is one line; put longer remarks into the \"note\" of a period");
	return title ? title : "";
}

static void read_life(struct tot_reader *reader, const struct tot_json *root,
		      struct tot_scenario *life)
{
	if (!tot_read_object(reader, root, KEYS))
		return;
	read_format(reader, root);
	life->title = read_title(reader, root);
	life->as_of = tot_read_date(reader, root, "as_of", TOT_DAY_ONLY, false);
	tot_read_person(reader, root, &life->person);
	tot_read_family(reader, root, &life->family);
	tot_read_periods(reader, root, "periods", true, &life->periods, &life->period_count);
	tot_read_credits(reader, root, life);
	tot_read_postings(reader, root, life);
	tot_read_events(reader, root, life);
	tot_read_plan(reader, root, life);
	tot_read_compare(reader, root, &life->compare);
	tot_read_choices(reader, root, life);
	tot_check_life(reader, life);
}

/* Read the text into `life`; the JSON values live only as long as this call. */
static enum tot_status read_text(struct tot_scenario *life, const char *text, size_t size,
				 struct tot_diag *diag)
{
	struct tot_arena values = {0};
	const struct tot_json *root = NULL;
	struct tot_reader reader = {.arena = &life->arena, .file = life->file, .diag = diag};
	enum tot_status status = tot_json_read(&root, &values, text, size, life->file, diag);
	/* A root in spite of an error: only names are doubled, so the rest of the file can be
	 * checked. */
	if (root)
		read_life(&reader, root, life);
	if (status == TOT_OK && reader.faults > 0)
		status = TOT_ERR_DATA;
	if (values.failed || life->arena.failed)
		status = TOT_ERR_MEMORY;
	tot_arena_free(&values);
	return status;
}

enum tot_status tot_scenario_read(struct tot_scenario **out, const char *text, size_t size,
				  const char *file, struct tot_diag *diag)
{
	struct tot_scenario *life = calloc(1, sizeof(*life));
	if (!life)
		return TOT_ERR_MEMORY;
	life->file = tot_arena_copy(&life->arena, file, strlen(file));
	const enum tot_status status =
		life->file ? read_text(life, text, size, diag) : TOT_ERR_MEMORY;
	if (status == TOT_OK)
		*out = life;
	else
		tot_scenario_free(life);
	return status;
}

void tot_scenario_free(struct tot_scenario *scenario)
{
	if (!scenario)
		return;
	/* The arena is a member: it is emptied before the memory that holds it goes. */
	struct tot_arena arena = scenario->arena;
	free(scenario);
	tot_arena_free(&arena);
}
