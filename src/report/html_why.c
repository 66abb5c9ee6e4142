/* Derivations on the page: steps inside steps, each opened by its own line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

#include <stdio.h>
#include <string.h>

static bool has(const char *text)
{
	return text && text[0];
}

/* "earnings points = 53.9912 points" */
static void head(struct tot_html *h, const struct tot_step *step)
{
	tot_html_text(h, step->label);
	if (!has(step->value))
		return;
	tot_html_text(h, " = ");
	tot_html_open(h, "strong");
	tot_html_textf(h, "%s%s%s", step->value, has(step->unit) ? " " : "",
		       has(step->unit) ? step->unit : "");
	tot_html_close(h);
}

static void inputs(struct tot_html *h, const struct tot_step *step)
{
	for (const struct tot_trace_input *input = step->inputs; input; input = input->next)
		tot_html_linef(h, "p", "%s: %s", input->label, input->value);
}

static void details(struct tot_html *h, const struct tot_report *report,
		    const struct tot_step *step)
{
	struct tot_step_detail list[TOT_STEP_DETAILS];
	const size_t count = tot_step_details(list, report, step);
	const bool formula = count && list[0].name[0] == '=';
	if (!formula)
		inputs(h, step);
	for (size_t i = 0; i < count; i++) {
		tot_html_linef(h, "p", "%s%s", list[i].name, list[i].text);
		if (i == 0 && formula)
			inputs(h, step);
	}
}

/* A step that rests on others is a line that opens; the last one of a branch lies open. */
void tot_html_step(struct tot_html *h, const struct tot_report *report, const struct tot_step *step,
		   int depth)
{
	const bool opens = step->children && depth != 1;
	tot_html_open(h, "li");
	tot_html_open(h, opens ? "details" : "div");
	tot_html_open(h, opens ? "summary" : "p");
	head(h, step);
	tot_html_close(h);
	details(h, report, step);
	if (opens) {
		tot_html_open(h, "ul");
		for (const struct tot_step *below = step->children; below; below = below->next)
			tot_html_step(h, report, below, depth - 1);
		tot_html_close(h);
	}
	tot_html_close(h);
	tot_html_close(h);
}

bool tot_page_has_why(const struct tot_page *page, const char *id)
{
	char word[128];
	snprintf(word, sizeof word, " %s ", id);
	return page->derived.bytes && strstr(page->derived.bytes, word);
}

void tot_page_why(struct tot_page *page, const char *id)
{
	struct tot_html *h = &page->body;
	const struct tot_step *step = tot_trace_find(&page->report->trace, id);
	char place[128];
	if (!step || tot_page_has_why(page, id))
		return;
	tot_text_format(&page->derived, "%s ", id);
	snprintf(place, sizeof place, "why-%s", id);
	tot_html_open(h, "details");
	tot_html_attr(h, "class", "why");
	tot_html_attr(h, "id", place);
	tot_html_open(h, "summary");
	tot_html_text(h, "Step by step: ");
	head(h, step);
	tot_html_close(h);
	details(h, page->report, step);
	if (step->children && page->depth != 1) {
		tot_html_open(h, "ul");
		for (const struct tot_step *below = step->children; below; below = below->next)
			tot_html_step(h, page->report, below, page->depth - 1);
		tot_html_close(h);
	}
	tot_html_close(h);
}
