/* Pictures: complete elements, the same bytes twice, nothing drawn where there is nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/svg.h"
#include "report/svg_draw.h"
#include "svg_life.h"

typedef bool picture(struct tot_text *out, const struct tot_report *report);

/* Every "<name" that is no empty element has its "</name>". */
static void assert_balanced(const char *svg)
{
	int open = 0;
	for (const char *at = strchr(svg, '<'); at; at = strchr(at + 1, '<')) {
		const char *end = strchr(at, '>');
		assert_non_null(end);
		if (at[1] == '/')
			open--;
		else if (end[-1] != '/')
			open++;
		assert_true(open >= 0);
	}
	assert_int_equal(open, 0);
}

/* Draw twice; the picture is whole and the same. The caller frees it. */
static struct tot_text drawn(picture *draw, const struct tot_report *report)
{
	struct tot_text first = {0}, second = {0};
	assert_true(draw(&first, report));
	assert_true(draw(&second, report));
	assert_string_equal(first.bytes, second.bytes);
	assert_int_equal(strncmp(first.bytes, "<svg ", 5), 0);
	assert_string_equal(first.bytes + first.size - 7, "</svg>\n");
	assert_balanced(first.bytes);
	assert_null(strstr(first.bytes, "nan"));
	assert_null(strstr(first.bytes, " id="));
	tot_text_free(&second);
	return first;
}

static void the_timeline_shows_states_tests_and_pensions(void **state)
{
	(void)state;
	struct svg_life life = svg_life("scenarios/engineer-returns-to-germany.json");
	struct tot_text text = drawn(tot_svg_timeline, life.report);
	assert_non_null(strstr(text.bytes, ">Germany<"));
	assert_non_null(strstr(text.bytes, ">72 months of insurance<"));
	assert_non_null(strstr(text.bytes, ">pension from 2051-06<"));
	assert_non_null(strstr(text.bytes, ">Tests met<"));
	tot_text_free(&text);
	svg_life_free(&life);
}

static void the_timeline_shows_the_window_of_a_refund(void **state)
{
	(void)state;
	struct svg_life life = svg_life("scenarios/lump-sum-500000.json");
	struct tot_text text = drawn(tot_svg_timeline, life.report);
	assert_non_null(strstr(text.bytes, ">Refunds that may be claimed<"));
	tot_text_free(&text);
	svg_life_free(&life);
}

static void a_life_without_months_has_no_timeline(void **state)
{
	(void)state;
	struct tot_outcome outcome = {0};
	const struct tot_report report = {.outcome = &outcome};
	struct tot_text text = {0};
	assert_false(tot_svg_timeline(&text, &report));
	assert_int_equal(text.size, 0);
}

static void texts_are_escaped(void **state)
{
	(void)state;
	struct tot_text text = {0};
	tot_svg_escape(&text, "a<b> & \"c\"\001");
	assert_string_equal(text.bytes, "a&lt;b&gt; &amp; &quot;c&quot;");
	tot_text_free(&text);
}

static void long_texts_are_cut_at_characters(void **state)
{
	(void)state;
	char cut[40];
	tot_svg_cut(cut, sizeof cut, "Regelaltersrente", 16);
	assert_string_equal(cut, "Regelaltersrente");
	tot_svg_cut(cut, sizeof cut, "Regelaltersrente", 8);
	assert_string_equal(cut, "Regel...");
	tot_svg_cut(cut, sizeof cut, "\xE8\x80\x81\xE9\xBD\xA2\xE5\xB9\xB4\xE9\x87\x91", 7);
	assert_string_equal(cut, "\xE8\x80\x81\xE9\xBD\xA2...");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_timeline_shows_states_tests_and_pensions),
		cmocka_unit_test(the_timeline_shows_the_window_of_a_refund),
		cmocka_unit_test(a_life_without_months_has_no_timeline),
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(long_texts_are_cut_at_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
