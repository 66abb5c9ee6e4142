/* The JSON writer: separators, escapes, numbers, money. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "report/json_writer.h"

static void expect(struct tot_text *text, const char *wanted)
{
	assert_false(text->failed);
	assert_string_equal(text->bytes, wanted);
	tot_text_free(text);
}

static void compact_is_one_line(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_writer w = {.out = &text, .compact = true};
	tot_write_object(&w, NULL);
	tot_write_string(&w, "a", "b");
	tot_write_array(&w, "list");
	tot_write_int(&w, NULL, 1);
	tot_write_int(&w, NULL, -2);
	tot_write_array_end(&w);
	tot_write_array(&w, "none");
	tot_write_array_end(&w);
	tot_write_bool(&w, "yes", true);
	tot_write_null(&w, "nothing");
	tot_write_object_end(&w);
	expect(&text, "{\"a\":\"b\",\"list\":[1,-2],\"none\":[],\"yes\":true,\"nothing\":null}");
}

static void pretty_indents_by_two(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_writer w = {.out = &text};
	tot_write_object(&w, NULL);
	tot_write_object(&w, "in");
	tot_write_int(&w, "x", 1);
	tot_write_object_end(&w);
	tot_write_object(&w, "empty");
	tot_write_object_end(&w);
	tot_write_object_end(&w);
	expect(&text, "{\n  \"in\": {\n    \"x\": 1\n  },\n  \"empty\": {}\n}");
}

static void strings_are_escaped(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_writer w = {.out = &text, .compact = true};
	tot_write_string(&w, NULL, "a\"b\\c\nd\te\x01\x1f \xE8\x84\xB1");
	expect(&text, "\"a\\\"b\\\\c\\nd\\te\\u0001\\u001f \xE8\x84\xB1\"");
}

static void numbers_have_no_idle_zeros(void **state)
{
	(void)state;
	static const struct {
		const char *text, *wanted;
	} cases[] = {{"62.500000", "62.5"}, {"36", "36"},  {"100", "100"},
		     {"0.000000", "0"},	    {"7.00", "7"}, {"-1.250", "-1.25"}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct tot_text text = {0};
		struct tot_writer w = {.out = &text, .compact = true};
		tot_write_decimal(&w, NULL, cases[i].text);
		expect(&text, cases[i].wanted);
	}
}

static void unknown_is_null(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_writer w = {.out = &text, .compact = true};
	const struct tot_amount unknown = {0};
	tot_write_array(&w, NULL);
	tot_write_month(&w, NULL, TOT_MONTH_NONE);
	tot_write_date(&w, NULL, (struct tot_date){0});
	tot_write_amount(&w, NULL, &unknown, NULL);
	tot_write_double(&w, NULL, (double)NAN, 2);
	tot_write_text(&w, NULL, "");
	tot_write_string(&w, NULL, NULL);
	tot_write_array_end(&w);
	expect(&text, "[null,null,null,null,null,null]");
}

/* RESULT.md: money is a string of exact decimals; yen are whole. */
static void money_has_the_decimals_of_its_currency(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_writer w = {.out = &text, .compact = true};
	const struct tot_amount euro = {true, 123456, "EUR", "month"},
				yen = {true, 1286938, "JPY", NULL};
	tot_write_array(&w, NULL);
	tot_write_amount(&w, NULL, &euro, NULL);
	tot_write_amount(&w, NULL, &yen, "JP.x");
	tot_write_value(&w, NULL, 10.125, "EUR", NULL);
	tot_write_value(&w, NULL, 10.5, "JPY", NULL);
	tot_write_array_end(&w);
	expect(&text, "[{\"value\":\"1234.56\",\"currency\":\"EUR\",\"per\":\"month\"},"
		      "{\"value\":\"1286938\",\"currency\":\"JPY\",\"why\":\"JP.x\"},"
		      "{\"value\":\"10.13\",\"currency\":\"EUR\"},"
		      "{\"value\":\"11\",\"currency\":\"JPY\"}]");
}

static void months_and_ages(void **state)
{
	(void)state;
	struct tot_text text = {0};
	struct tot_writer w = {.out = &text, .compact = true};
	tot_write_array(&w, NULL);
	tot_write_month(&w, NULL, tot_month_make(2019, 3));
	tot_write_date(&w, NULL, (struct tot_date){2019, 3, 31});
	tot_write_age(&w, NULL, (struct tot_age){67, 0});
	tot_write_age(&w, NULL, (struct tot_age){66, 6});
	tot_write_array_end(&w);
	expect(&text, "[\"2019-03\",\"2019-03-31\",\"67\",\"66y6m\"]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compact_is_one_line),
		cmocka_unit_test(pretty_indents_by_two),
		cmocka_unit_test(strings_are_escaped),
		cmocka_unit_test(numbers_have_no_idle_zeros),
		cmocka_unit_test(unknown_is_null),
		cmocka_unit_test(money_has_the_decimals_of_its_currency),
		cmocka_unit_test(months_and_ages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
