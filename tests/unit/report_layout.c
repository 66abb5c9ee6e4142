/* Lines of at most 80 cells, also with Japanese and with words longer than a line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "report/layout.h"
#include "report/words.h"

static int widest(const struct tot_text *text)
{
	int most = 0;
	for (char *line = text->bytes; line && *line;) {
		char *end = strchr(line, '\n');
		if (end)
			*end = '\0';
		const int cells = tot_text_cells(line);
		most = cells > most ? cells : most;
		if (!end)
			break;
		*end = '\n';
		line = end + 1;
	}
	return most;
}

static void wraps_at_blanks(void **state)
{
	(void)state;
	struct tot_text text = {0};
	tot_wrap(&text, 2, 4, "one two three");
	assert_string_equal(text.bytes, "  one two three\n");
	tot_text_free(&text);
	tot_wrap(&text, 0, 2,
		 "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 123 "
		 "56");
	assert_string_equal(text.bytes, "0123456789 0123456789 0123456789 0123456789 0123456789 "
					"0123456789 0123456789 123\n  56\n");
	tot_text_free(&text);
}

static void goes_on_after_a_label(void **state)
{
	(void)state;
	struct tot_text text = {0};
	tot_text_add(&text, "  Japan");
	tot_wrap(&text, 12, 12, "a  b");
	assert_string_equal(text.bytes, "  Japan     a b\n");
	tot_text_free(&text);
}

static void breaks_what_has_no_blanks(void **state)
{
	(void)state;
	struct tot_text text = {0};
	char word[201];
	memset(word, 'x', 200);
	word[200] = '\0';
	tot_wrapf(&text, 4, 8, "a %s b", word);
	assert_int_equal(widest(&text), 80);
	tot_text_free(&text);
	for (int i = 0; i < 60; i++)
		tot_text_add(&text, "\xE9\x87\x91");
	struct tot_text wrapped = {0};
	tot_wrap(&wrapped, 3, 6, text.bytes);
	assert_true(widest(&wrapped) <= 80 && widest(&wrapped) >= 79);
	tot_text_free(&text);
	tot_text_free(&wrapped);
}

static void words_for_people(void **state)
{
	(void)state;
	char text[TOT_TITLE_TEXT];
	const struct tot_amount euro = {true, 123456, "EUR", "month"},
				yen = {true, 831700, "JPY", "year"};
	const struct tot_amount none = {0};
	assert_string_equal(tot_amount_words(text, &euro), "1,234.56 EUR a month");
	assert_string_equal(tot_amount_words(text, &yen), "831,700 JPY a year");
	assert_string_equal(tot_amount_words(text, &none), "an unknown amount");
	assert_string_equal(tot_age_words(text, (struct tot_age){67, 0}), "67");
	assert_string_equal(tot_age_words(text, (struct tot_age){66, 1}), "66 years 1 month");
	assert_string_equal(tot_title_short(text, "Basic pension (term)"), "Basic pension");
	assert_string_equal(tot_title_short(text, "Basic (old) pension"), "Basic (old) pension");
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++)
		assert_true(tot_kind_words((enum tot_kind)kind)[0] != '\0');
}

static void nothing_steers_the_terminal(void **state)
{
	(void)state;
	struct tot_text text = {0};
	tot_text_add(&text, "\033[0m");
	tot_text_add(&text, "a\033[31mb\a\x7F\tc\xC2\x9B"
			    "d\n\xE6\x97\xA5\xC3\xA4");
	tot_harmless(&text, 4);
	assert_string_equal(text.bytes, "\033[0ma?[31mb???c??d\n\xE6\x97\xA5\xC3\xA4");
	tot_text_free(&text);
}

static void headings_are_in_capitals(void **state)
{
	(void)state;
	struct tot_text text = {0};
	tot_heading(&text, "Pensions (* = paid)");
	tot_heading(&text, "Pr\xC3\xBC"
			   "fung: Gr\xC3\xB6\xC3\x9F"
			   "e \xE5\xB9\xB4");
	assert_string_equal(text.bytes, "\nPENSIONS (* = paid)\n\nPR\xC3\x9C"
					"FUNG: GR\xC3\x96\xC3\x9F"
					"E \xE5\xB9\xB4\n");
	tot_text_free(&text);
}

static void rows_end_in_one_column(void **state)
{
	(void)state;
	struct tot_text text = {0};
	tot_row(&text, "\xE9\x87\x91", "1 JPY");
	tot_row(&text, "net", "1,234 JPY");
	assert_int_equal(strchr(text.bytes, '\n') - text.bytes, 56); /* 3 bytes in 2 cells */
	assert_int_equal(text.size, 57 + 56);
	tot_text_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_steers_the_terminal),
		cmocka_unit_test(headings_are_in_capitals),
		cmocka_unit_test(rows_end_in_one_column),
		cmocka_unit_test(wraps_at_blanks),
		cmocka_unit_test(goes_on_after_a_label),
		cmocka_unit_test(breaks_what_has_no_blanks),
		cmocka_unit_test(words_for_people),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
