/* Parts of the printed forms of postings, and those of one life. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/posting_out.h"

#include <stdlib.h>

#include "batch/csv.h"
#include "report/json_part.h"
#include "report/text_part.h"
#include "totalise/posting.h"

#define REMIND_DAYS 30

void tot_posting_foot(struct tot_text *out)
{
	tot_text_add(out, "\n");
	tot_wrap(out, 0, 0,
		 "Not authoritative: only the insurers and authorities decide. Ask them before you "
		 "file anything.");
}

void tot_posting_json_begin(struct tot_writer *w, struct tot_date as_of)
{
	tot_write_object(w, NULL);
	tot_write_string(w, "format", "totalise-posting/1");
	tot_write_date(w, "as_of", as_of);
}

static void event(struct tot_text *out, const char *who, struct tot_date on, const char *what,
		  const char *where, struct tot_date as_of)
{
	struct tot_text summary = {0};
	if (tot_date_is_none(on) || tot_date_compare(on, as_of) < 0)
		return;
	tot_text_format(&summary, "%s: %s", who, what);
	const struct tot_calendar_event entry = {.on = on,
						 .summary = summary.bytes ? summary.bytes : what,
						 .description = where,
						 .remind_days = REMIND_DAYS};
	tot_calendar_add(out, &entry, as_of);
	out->failed |= summary.failed;
	tot_text_free(&summary);
}

void tot_posting_events(struct tot_text *out, const struct tot_coverage *coverage, const char *who,
			struct tot_date as_of)
{
	struct tot_text text = {0};
	if (coverage->next_step)
		event(out, who, coverage->next_on, coverage->next_step, coverage->next_where,
		      as_of);
	tot_text_format(&text, "Last day of the certificate%s%s", coverage->form ? " " : "",
			coverage->form ? coverage->form : "");
	/* The next filing is often due on the same day: one entry is enough. */
	const bool doubled = tot_date_compare(coverage->valid_to, coverage->next_on) == 0;
	if (coverage->certified && text.bytes && !doubled)
		event(out, who, coverage->valid_to, text.bytes, coverage->issuer, as_of);
	tot_text_free(&text);
	for (size_t i = 0; i < coverage->span_count; i++) {
		const struct tot_law_span *span = &coverage->spans[i];
		tot_text_format(&text, "The law of %s applies", tot_state_name(span->state));
		if (text.bytes)
			event(out, who, span->from, text.bytes, span->why, as_of);
		tot_text_free(&text);
	}
}

enum tot_status tot_life_postings_find(struct tot_life_postings **out,
				       const struct tot_scenario *life, const struct tot_law *law,
				       struct tot_date as_of)
{
	struct tot_life_postings *found = calloc(1, sizeof(*found));
	if (!found)
		return TOT_ERR_MEMORY;
	struct tot_ctx ctx = {.law = law, .as_of = as_of, .arena = &found->arena};
	enum tot_status status = TOT_OK;
	found->life = life;
	found->as_of = as_of;
	found->list =
		tot_arena_alloc(&found->arena, (life->posting_count + 1) * sizeof(*found->list));
	if (!found->list)
		status = TOT_ERR_MEMORY;
	for (size_t i = 0; i < life->posting_count && status >= 0; i++)
		status = tot_coverage_of(&found->list[found->count++], &life->postings[i], life,
					 &ctx);
	if (status >= 0)
		*out = found;
	else
		tot_life_postings_free(found);
	return status < 0 ? status : TOT_OK;
}

void tot_life_postings_free(struct tot_life_postings *postings)
{
	if (!postings)
		return;
	tot_arena_free(&postings->arena);
	free(postings);
}

void tot_life_postings_text(struct tot_text *out, const struct tot_life_postings *postings)
{
	char day[TOT_DATE_TEXT];
	const char *title = postings->life->title;
	if (title && title[0])
		tot_wrap(out, 0, 0, title);
	tot_wrapf(out, 0, 0, "Postings, as of %s", tot_date_print(day, postings->as_of));
	if (!postings->count)
		tot_wrap(out, 1, 1, "The scenario has no postings.");
	for (size_t i = 0; i < postings->count; i++) {
		tot_text_add(out, "\n");
		tot_text_coverage_entry(out, &postings->list[i]);
	}
	tot_posting_foot(out);
}

/* One line a stretch of law. */
void tot_life_postings_csv(struct tot_text *out, const struct tot_life_postings *postings)
{
	tot_text_add(out, "home,host,state,from,to,why\n");
	for (size_t i = 0; i < postings->count; i++) {
		const struct tot_coverage *coverage = &postings->list[i];
		for (size_t k = 0; k < coverage->span_count; k++) {
			char day[TOT_DATE_TEXT];
			const struct tot_law_span *span = &coverage->spans[k];
			tot_csv_cell(out, coverage->posting->home, true);
			tot_csv_cell(out, coverage->posting->host, false);
			tot_csv_cell(out, span->state, false);
			tot_csv_cell(out, tot_date_print(day, span->from), false);
			tot_csv_cell(out,
				     tot_date_is_none(span->to) ? ""
								: tot_date_print(day, span->to),
				     false);
			tot_csv_cell(out, span->why, false);
			tot_text_add(out, "\n");
		}
	}
}

void tot_life_postings_json(struct tot_text *out, const struct tot_life_postings *postings,
			    bool compact)
{
	struct tot_writer w = {.out = out, .compact = compact};
	tot_posting_json_begin(&w, postings->as_of);
	tot_write_string(&w, "title", postings->life->title ? postings->life->title : "");
	tot_write_array(&w, "coverage");
	for (size_t i = 0; i < postings->count; i++)
		tot_json_coverage_entry(&w, &postings->list[i]);
	tot_write_array_end(&w);
	tot_write_object_end(&w);
	tot_text_add(out, "\n");
}

void tot_life_postings_calendar(struct tot_text *out, const struct tot_life_postings *postings)
{
	const char *title = postings->life->title;
	const char *who = title && title[0] ? title : "Posting";
	tot_calendar_begin(out, who);
	for (size_t i = 0; i < postings->count; i++)
		tot_posting_events(out, &postings->list[i], who, postings->as_of);
	tot_calendar_end(out);
}
