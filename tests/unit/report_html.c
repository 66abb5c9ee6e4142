/* The report as a page: escaping by construction, derivations, hostile scenarios. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "life.h"
#include "report/html_part.h"

static void expect(struct tot_text *text, const char *wanted)
{
	assert_false(text->failed);
	assert_string_equal(text->bytes, wanted);
	tot_text_free(text);
}

static void writer_escapes_texts_and_attributes(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_html h = {.out = &text};
	tot_html_open(&h, "p");
	tot_html_attr(&h, "class", "a\"b'c");
	tot_html_text(&h, "1 < 2 & 3 > 2");
	tot_html_close(&h);
	expect(&text, "<p class=\"a&quot;b&#39;c\">1 &lt; 2 &amp; 3 &gt; 2</p>\n");
}

static void writer_formats_before_it_escapes(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_html h = {.out = &text};
	tot_html_linef(&h, "td", "%s %d", "<b>", 7);
	expect(&text, "<td>&lt;b&gt; 7</td>");
}

static void writer_closes_empty_elements(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_html h = {.out = &text};
	tot_html_open(&h, "link");
	tot_html_attr(&h, "href", "data:,");
	tot_html_close(&h);
	tot_html_open(&h, "div");
	tot_html_attr(&h, "hidden", NULL);
	tot_html_close(&h);
	expect(&text, "<link href=\"data:,\"/>\n<div hidden=\"hidden\"></div>\n");
}

static void writer_replaces_control_characters(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_html h = {.out = &text};
	tot_html_line(&h, "b", "a\001b\x1B[1mc\td");
	expect(&text, "<b>a\xEF\xBF\xBD"
		      "b\xEF\xBF\xBD[1mc\td</b>");
}

struct world {
	struct tot_law *law;
	struct tot_scenario *life;
	struct tot_report *report;
	struct tot_diag diag;
};

static void open_world(struct world *w, const char *text)
{
	*w = (struct world){0};
	assert_int_equal(tot_law_open(&w->law, NULL, &w->diag), TOT_OK);
	assert_true(tot_scenario_read(&w->life, text, strlen(text), "<i>.json", &w->diag) >= 0);
	assert_true(tot_report_make(&w->report, w->life, w->law, w->life->as_of, &w->diag,
				    &w->diag) >= 0);
}

static void close_world(struct world *w)
{
	tot_report_free(w->report);
	tot_scenario_free(w->life);
	tot_law_free(w->law);
	tot_diag_free(&w->diag);
}

#define HOSTILE "</title><script>alert(1)</script><img src=x onerror=alert(2)>\\\" ' & \\u65e5"

static const char hostile_life[] =
	"{\"format\":\"totalise-scenario/1\",\"title\":\"" HOSTILE "\",\"as_of\":\"2026-11-21\","
	"\"person\":{\"born\":\"1986-08-23\",\"sex\":\"male\",\"nationalities\":[\"VN\"],"
	"\"residence\":[{\"country\":\"JP\",\"from\":\"2017-10-01\",\"to\":\"2025-03-31\"},"
	"{\"country\":\"VN\",\"from\":\"2025-04-01\"}]},"
	"\"periods\":[{\"country\":\"JP\",\"kind\":\"employment\",\"from\":\"2017-10-01\","
	"\"to\":\"2025-03-31\",\"pay\":{\"monthly\":360000},\"note\":\"" HOSTILE "\"}],"
	"\"compare\":{\"strategies\":[{\"id\":\"keep\",\"title\":\"" HOSTILE "\"},"
	"{\"id\":\"<s>\",\"title\":\"" HOSTILE "\",\"refunds\":[{\"country\":\"JP\","
	"\"filed\":\"2026-12-01\"}]}]}}";

static void no_text_of_a_scenario_becomes_markup(void **state)
{
	(void)state;
	struct world w;
	struct tot_text page = {0};
	open_world(&w, hostile_life);
	/* Texts that the program takes from elsewhere are escaped as well. */
	tot_diag_add(&w.report->notices, TOT_WARNING, "odd", "f", "/a<u>b", "%s", "<em>odd</em>");
	tot_trace_begin(&w.report->trace, "x\"><svg onload=alert(3)>", "<h1>label</h1>");
	tot_trace_formula(&w.report->trace, "<script>1</script>");
	tot_trace_input(&w.report->trace, "<a href=x>", "</details>");
	tot_trace_end(&w.report->trace);
	tot_report_html(&page, w.report);
	assert_false(page.failed);
	static const char *const markup[] = {"<script",	  "<img", "<em>",      "<u>",
					     "<svg on",	  "<i>",  "<a href=x", "onload=alert(3)>\"",
					     "<h1>label", "<s>"};
	for (size_t i = 0; i < sizeof markup / sizeof markup[0]; i++)
		if (strstr(page.bytes, markup[i]))
			fail_msg("the page has %s", markup[i]);
	assert_non_null(strstr(page.bytes, "<title>&lt;/title&gt;&lt;script&gt;alert(1)"));
	assert_non_null(strstr(page.bytes, "&quot; &#39; &amp; \xE6\x97\xA5</h1>"));
	assert_non_null(strstr(page.bytes, "id=\"why-x&quot;&gt;&lt;svg onload=alert(3)&gt;\""));
	tot_text_free(&page);
	close_world(&w);
}

static size_t count(const char *text, const char *word)
{
	size_t found = 0;
	for (; (text = strstr(text, word)); text += strlen(word))
		found++;
	return found;
}

static void every_result_has_its_derivation_once(void **state)
{
	(void)state;
	struct world w;
	struct tot_text page = {0};
	open_world(&w, hostile_life);
	tot_report_html(&page, w.report);
	const struct tot_outcome *o = w.report->outcome;
	for (size_t i = 0; i < o->state_count; i++)
		for (size_t j = 0; j < o->findings[i].refund_count; j++) {
			char id[80];
			snprintf(id, sizeof id, "id=\"why-%s\"", o->findings[i].refunds[j].id);
			assert_int_equal(count(page.bytes, id), 1);
		}
	assert_int_equal(count(page.bytes, "<details"), count(page.bytes, "</details>"));
	assert_int_equal(count(page.bytes, "<summary"), count(page.bytes, "<details"));
	assert_int_equal(count(page.bytes, "<h1>"), 1);
	tot_text_free(&page);
	close_world(&w);
}

static void the_answer_stands_first(void **state)
{
	(void)state;
	struct world w;
	struct tot_text page = {0};
	open_world(&w, hostile_life);
	tot_report_html(&page, w.report);
	const char *answer = strstr(page.bytes, "<section id=\"part1\"");
	assert_non_null(answer);
	assert_non_null(strstr(answer, "<h2 id=\"part1-title\">The answer</h2>"));
	assert_non_null(strstr(answer, "<dt>Japan</dt>"));
	/* Signs that only lines need are not in the headings. */
	assert_null(strstr(page.bytes, "* = paid under your plan"));
	tot_text_free(&page);
	close_world(&w);
}

static void one_derivation_is_a_page_of_its_own(void **state)
{
	(void)state;
	struct world w;
	struct tot_text page = {0};
	open_world(&w, hostile_life);
	assert_true(tot_explain_html(&page, w.report, "JP.lump_sum.employees", -1));
	assert_non_null(strstr(page.bytes, "id=\"why-JP.lump_sum.employees\""));
	assert_null(strstr(page.bytes, "id=\"why-JP.lump_sum.national\""));
	tot_text_free(&page);
	assert_true(tot_explain_html(&page, w.report, "JP.lump_sum.employees", 1));
	assert_int_equal(count(page.bytes, "<li>"), 1); /* that of the contents */
	tot_text_free(&page);
	assert_true(tot_explain_html(&page, w.report, NULL, -1));
	assert_non_null(strstr(page.bytes, "id=\"why-JP.lump_sum.national\""));
	tot_text_free(&page);
	assert_false(tot_explain_html(&page, w.report, "JP.nothing", -1));
	assert_null(page.bytes);
	close_world(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writer_escapes_texts_and_attributes),
		cmocka_unit_test(writer_formats_before_it_escapes),
		cmocka_unit_test(writer_closes_empty_elements),
		cmocka_unit_test(writer_replaces_control_characters),
		cmocka_unit_test(no_text_of_a_scenario_becomes_markup),
		cmocka_unit_test(every_result_has_its_derivation_once),
		cmocka_unit_test(the_answer_stands_first),
		cmocka_unit_test(one_derivation_is_a_page_of_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
