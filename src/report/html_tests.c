/* The qualifying tests as tables: months of one's own, months of the other state, months needed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

#include <stdio.h>

static const char *const columns[] = {"Test",	  ">Own months", ">Credited", ">Lent",
				      ">Counted", ">Needed",	 "Result",    NULL};

static void number(struct tot_page *page, int value)
{
	char text[16];
	snprintf(text, sizeof text, "%d", value);
	tot_page_cell(page, ">", text);
}

static void test_row(struct tot_page *page, const struct tot_qualifying *test)
{
	struct tot_html *h = &page->body;
	struct tot_text words = {0};
	tot_page_row(page);
	tot_html_open(h, "th");
	tot_html_attr(h, "scope", "row");
	tot_page_name(h, test->title, test->id);
	tot_html_text(h, " ");
	tot_html_line(h, "code", test->id);
	tot_html_close(h);
	number(page, test->own);
	number(page, test->credits);
	number(page, test->lent);
	number(page, test->counted);
	if (test->required_ratio)
		tot_page_cell(page, ">", test->required_ratio);
	else
		number(page, test->required);
	tot_test_words(&words, test);
	tot_html_open(h, "td");
	tot_html_attr(h, "class", test->met ? "yes" : "no");
	if (words.bytes) {
		struct tot_text sentence = {0};
		tot_html_text(h, tot_sentence(&sentence, words.bytes));
		tot_text_free(&sentence);
	}
	tot_html_close(h);
	tot_page_row_end(page);
	tot_text_free(&words);
}

static void state(struct tot_page *page, const struct tot_findings *findings)
{
	char month[TOT_DATE_TEXT], caption[160];
	snprintf(caption, sizeof caption, "%s: tests on the months before %s",
		 tot_state_name(findings->country), tot_month_print(month, findings->timeline_end));
	tot_subheading(tot_page_text(page), tot_state_name(findings->country));
	tot_page_table(page, caption, columns);
	for (size_t i = 0; i < findings->qualifying_count; i++)
		test_row(page, &findings->qualifying[i]);
	tot_page_table_end(page);
	for (size_t i = 0; i < findings->qualifying_count; i++)
		tot_page_why(page, findings->qualifying[i].id);
}

void tot_html_tests(struct tot_page *page)
{
	const struct tot_outcome *o = page->report->outcome;
	bool lent = false;
	tot_heading(tot_page_text(page), "Tests: insured long enough?");
	for (size_t i = 0; i < o->state_count; i++) {
		const struct tot_findings *findings = &o->findings[i];
		if (tot_state_months(page->report, i) == 0 || findings->qualifying_count == 0)
			continue;
		state(page, findings);
		for (size_t j = 0; j < findings->qualifying_count; j++)
			lent |= findings->qualifying[j].lent > 0;
	}
	if (lent)
		tot_text_lent(tot_page_text(page));
}
