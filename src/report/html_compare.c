/* The comparison as tables: strategies, then the assumptions that they hang on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

#include <stdio.h>

#include "report/svg.h"

static const char *const columns[] = {"Strategy", ">Value", ">Gain", ">Even at", ">Yield", NULL};

static void row_head(struct tot_page *page, const char *text)
{
	tot_html_open(&page->body, "th");
	tot_html_attr(&page->body, "scope", "row");
	tot_html_text(&page->body, text);
	tot_html_close(&page->body);
}

static void strategy_row(struct tot_page *page, const struct tot_comparison *comparison, size_t i)
{
	const struct tot_valued *s = &comparison->strategies[i];
	char text[TOT_EVEN_TEXT];
	tot_page_row(page);
	row_head(page, s->title && s->title[0] ? s->title : s->id);
	if (s->closed) {
		tot_html_open(&page->body, "td");
		tot_html_attr(&page->body, "colspan", "4");
		tot_text_closed(tot_page_text(page), s);
		tot_html_close(&page->body);
	} else {
		tot_page_cell(page, ">", tot_value_words(text, s->value, comparison->currency));
		tot_page_cell(page, ">",
			      i ? tot_value_words(text, -s->difference, comparison->currency)
				: "-");
		tot_page_cell(page, ">", i ? tot_even_words(text, s) : "-");
		tot_page_cell(page, ">", i ? tot_yield_words(text, s) : "-");
	}
	tot_page_row_end(page);
}

static void assumptions(struct tot_page *page, const struct tot_comparison *comparison)
{
	static const char *const heads[] = {"Assumption", "Value", "Where from", NULL};
	tot_page_table(page, "Assumptions of the comparison", heads);
	for (size_t i = 0; i < comparison->assumption_count; i++) {
		const struct tot_assumption *a = &comparison->assumptions[i];
		tot_page_row(page);
		row_head(page, a->name);
		tot_page_cell(page, heads[1], a->value);
		tot_page_cell(page, heads[2],
			      a->source && a->source[0] ? a->source : "written in the scenario");
		tot_page_row_end(page);
	}
	tot_page_table_end(page);
}

/* Those for which the comparison has what they show. */
static void pictures(struct tot_page *page)
{
	static bool (*const draw[])(struct tot_text *, const struct tot_report *) = {
		tot_svg_matrix,	 tot_svg_running_value, tot_svg_income,
		tot_svg_tornado, tot_svg_heat_map,	tot_svg_claim_age,
	};
	for (size_t i = 0; i < sizeof draw / sizeof draw[0]; i++)
		tot_page_picture(page, draw[i]);
}

void tot_html_comparison(struct tot_page *page)
{
	const struct tot_comparison *comparison = page->report->comparison;
	struct tot_text *text = tot_page_text(page);
	tot_heading(text, "Refund or pension: the comparison");
	if (!comparison || comparison->strategy_count == 0) {
		tot_wrap(text, 2, 2, "Nothing to compare.");
		return;
	}
	tot_page_table(page, "What each strategy is worth", columns);
	for (size_t i = 0; i < comparison->strategy_count; i++)
		strategy_row(page, comparison, i);
	tot_page_table_end(page);
	for (size_t i = 0; i < comparison->strategy_count; i++) {
		char id[128];
		snprintf(id, sizeof id, "comparison.%s", comparison->strategies[i].id);
		tot_result(text, id);
	}
	tot_text_verdict(text, comparison);
	pictures(page);
	tot_text_decision(text, comparison);
	assumptions(page, comparison);
}
