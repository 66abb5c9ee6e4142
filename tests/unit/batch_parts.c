/* The parts of a batch: patches, varied values, columns, cells, rows of CSV, invented lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "batch/cells.h"
#include "batch/columns.h"
#include "batch/csv.h"
#include "batch/difference.h"
#include "batch/vary.h"
#include "law/reform.h"
#include "report/json_writer.h"

static const struct tot_json *json(struct tot_arena *arena, const char *text)
{
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	assert_int_equal(tot_json_read(&root, arena, text, strlen(text), "", &diag), TOT_OK);
	tot_diag_free(&diag);
	return root;
}

static void write_json(struct tot_writer *w, const struct tot_json *value)
{
	const bool list = value->type == TOT_JSON_ARRAY;
	if (value->type == TOT_JSON_STRING) {
		tot_write_string(w, value->key, value->string);
	} else if (value->type == TOT_JSON_NUMBER) {
		tot_write_double(w, value->key, value->number, 6);
	} else if (value->type == TOT_JSON_NULL) {
		tot_write_null(w, value->key);
	} else {
		if (list)
			tot_write_array(w, value->key);
		else
			tot_write_object(w, value->key);
		for (const struct tot_json *item = value->first; item; item = item->next) {
			assert_ptr_equal(item->parent, value);
			write_json(w, item);
		}
		if (list)
			tot_write_array_end(w);
		else
			tot_write_object_end(w);
	}
}

/* RFC 7396, appendix A, and entries of a list by their id. */
static void merge_patches(void **state)
{
	static const char *const rows[][3] = {
		{"{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
		{"{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}"},
		{"{\"a\":\"b\"}", "{\"a\":null}", "{}"},
		{"{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}"},
		{"{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
		{"{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}"},
		{"{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}",
		 "{\"a\":{\"b\":\"d\"}}"},
		{"{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}"},
		{"[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]"},
		{"{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]"},
		{"{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}"},
		{"[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}"},
		{"{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}"},
		{"[{\"id\":\"x\",\"v\":1},{\"id\":\"y\",\"v\":2}]", "{\"y\":{\"v\":3}}",
		 "[{\"id\":\"x\",\"v\":1},{\"id\":\"y\",\"v\":3}]"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct tot_arena arena = {0};
		struct tot_text text = {0};
		struct tot_writer w = {.out = &text, .compact = true};
		write_json(&w, tot_json_merge(&arena, json(&arena, rows[i][0]),
					      json(&arena, rows[i][1])));
		assert_string_equal(text.bytes, rows[i][2]);
		tot_text_free(&text);
		tot_arena_free(&arena);
	}
}

static void varied_values(void **state)
{
	static const char *const rows[][2] = {
		{"/x=1:3:1", "1 2 3"},
		{"/x=0:1:0.5", "0.0 0.5 1.0"},
		{"/x=-2:2:2", "-2 0 2"},
		{"/x=60:61:6m", "60 60y6m 61"},
		{"/x=64y6m:66y6m:1y", "64y6m 65y6m 66y6m"},
		{"/x=2027-11:2028-02:1", "2027-11 2027-12 2028-01 2028-02"},
		{"/x=2027-11:2030-01:1y", "2027-11 2028-11 2029-11"},
		{"/x=2027-12-31:2028-03-31:1m", "2027-12-31 2028-01-31 2028-02-29 2028-03-31"},
		{"/x=2028-02-28:2028-03-02:1", "2028-02-28 2028-02-29 2028-03-01 2028-03-02"},
		{"/x=2024-02-29:2026-03-01:1y", "2024-02-29 2025-02-28 2026-02-28"},
		{"/x=a,b,c", "a b c"},
		{"/x=2=3", "2=3"},
	};
	static const char *const faults[] = {"/x",
					     "x=1",
					     "/x=",
					     "/x=1:2",
					     "/x=2:1:1",
					     "/x=1:2:0",
					     "/x=1:2:-1",
					     "/x=a,,b",
					     "/x=a:b:c",
					     "/x=1:2:1m:",
					     "/x=2027-01:2028-01:1d",
					     "/x=0:1000000:1"};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct tot_arena arena = {0};
		struct tot_diag diag = {0};
		struct tot_text text = {0};
		struct tot_vary vary;
		assert_int_equal(tot_vary_read(&vary, rows[i][0], &arena, &diag), TOT_OK);
		assert_string_equal(vary.pointer, "/x");
		for (size_t k = 0; k < vary.count; k++)
			tot_text_format(&text, "%s%s", k ? " " : "", vary.values[k]);
		assert_string_equal(text.bytes, rows[i][1]);
		tot_text_free(&text);
		tot_arena_free(&arena);
		tot_diag_free(&diag);
	}
	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
		struct tot_arena arena = {0};
		struct tot_diag diag = {0};
		struct tot_vary vary;
		assert_int_equal(tot_vary_read(&vary, faults[i], &arena, &diag), TOT_ERR_DOMAIN);
		assert_int_equal(diag.errors, 1);
		tot_arena_free(&arena);
		tot_diag_free(&diag);
	}
}

static void columns_of_a_result(void **state)
{
	static const char result[] =
		"{\"benefits\":[{\"id\":\"DE.a\",\"country\":\"DE\",\"chosen\":false,\"n\":1},"
		"{\"id\":\"DE.b\",\"country\":\"DE\",\"chosen\":true,\"n\":2.5,\"x\":null,"
		"\"m\":{\"value\":\"1.50\",\"currency\":\"EUR\"},\"reasons\":[\"p\",\"q\"]}],"
		"\"timelines\":[{\"country\":\"DE\",\"months\":7}],\"title\":\"a, \\\"b\\\"\"}";
	static const char *const rows[][2] = {
		{"benefits[DE.a].n", "1"},
		{"benefits[DE].n", "2.5"},
		{"benefits[1].m.value", "1.50"},
		{"benefits[DE.b].m", "value 1.50 currency EUR"},
		{"benefits[DE].reasons", "p; q"},
		{"benefits[DE].x", ""},
		{"benefits[DE].chosen", "true"},
		{"benefits[JP].n", ""},
		{"benefits[2].n", ""},
		{"timelines[DE].months", "7"},
		{"title.none", ""},
		{"line", "12"},
	};
	struct tot_arena arena = {0};
	const struct tot_json *root = json(&arena, result);
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct tot_text text = {0};
		tot_text_add(&text, "");
		tot_column_cell(&text, rows[i][0], root, 12);
		assert_string_equal(text.bytes, rows[i][1]);
		tot_text_free(&text);
	}
	struct tot_text cell = {0};
	tot_csv_cell(&cell, tot_json_string(root, "title"), true);
	tot_csv_cell(&cell, "plain", false);
	assert_string_equal(cell.bytes, "\"a, \"\"b\"\"\",plain");
	tot_text_free(&cell);
	tot_arena_free(&arena);
}

static unsigned parts(const char *list)
{
	struct tot_columns *columns = NULL;
	struct tot_diag diag = {0};
	assert_int_equal(tot_columns_read(&columns, list, &diag), TOT_OK);
	const unsigned result = tot_columns_parts(columns);
	tot_columns_free(columns);
	tot_diag_free(&diag);
	return result;
}

static void parts_that_columns_need(void **state)
{
	(void)state;
	assert_int_equal(parts("line,title,benefits[DE].amount.value"), 0);
	assert_int_equal(parts("benefits[DE].net.value"), TOT_PART_EFFECTS);
	assert_int_equal(parts("refunds[DE.refund]"), TOT_PART_EFFECTS);
	assert_int_equal(parts("benefits"), TOT_PART_EFFECTS);
	assert_true(parts("comparison.verdict") & TOT_PART_COMPARISON);
	assert_int_equal(parts("notices"), TOT_PARTS_ALL);
}

static void faulty_columns(void **state)
{
	static const char *const lists[] = {
		"",	     "a",	    "title,", "benefits[DE", "benefits[].x",
		"benefits.", "benefits]x[", ".title", "lines"};
	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		struct tot_columns *columns = NULL;
		struct tot_diag diag = {0};
		assert_int_equal(tot_columns_read(&columns, lists[i], &diag), TOT_ERR_DATA);
		assert_null(columns);
		assert_true(diag.errors > 0);
		tot_diag_free(&diag);
	}
}

static void cells_become_json(void **state)
{
	static const char *const cells[][2] = {
		{"title", "12"},
		{"person.sex", "male"},
		{"periods.0.pay.monthly", "3900.50"},
		{"periods.0.flags", "miners training"},
		{"periods.1.to", ""},
		{"periods.1.pay.yearly.2019", "45000"},
		{"plan.claims.0.age", "65"},
		{"family.children.0.disabled", "true"},
		{"x", "007"},
	};
	struct tot_arena arena = {0};
	struct tot_cell root = {.name = ""};
	struct tot_text text = {0};
	(void)state;
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
		assert_true(tot_cell_put(&arena, &root, cells[i][0], cells[i][1]));
	tot_cell_print(&text, &root);
	assert_string_equal(
		text.bytes,
		"{\"title\":\"12\",\"person\":{\"sex\":\"male\"},\"periods\":[{\"pay\":"
		"{\"monthly\":3900.5},\"flags\":[\"miners\",\"training\"]},{\"pay\":{\"yearly\":"
		"{\"2019\":45000}}}],\"plan\":{\"claims\":[{\"age\":\"65\"}]},\"family\":"
		"{\"children\":[{\"disabled\":true}]},\"x\":\"007\"}");
	tot_text_free(&text);
	tot_arena_free(&arena);
}

static void differences(void **state)
{
	static const char *const rows[][3] = {{"1200.50", "1300", "99.50"},
					      {"1300", "1200.5", "-99.5"},
					      {"", "5", "5"},
					      {"7.25", "", "-7.25"},
					      {"0.00", "0.00", "0.00"}};
	static const char *const none[][2] = {{"", ""}, {"2051-06", "2051-07"}, {"true", "1"}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct tot_text text = {0};
		assert_true(tot_difference(&text, rows[i][0], rows[i][1]));
		assert_string_equal(text.bytes, rows[i][2]);
		tot_text_free(&text);
	}
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
		struct tot_text text = {0};
		assert_false(tot_difference(&text, none[i][0], none[i][1]));
		tot_text_free(&text);
	}
}

/* Every invented life is one: read without a fault. */
static void invented_lives(void **state)
{
	(void)state;
	for (uint64_t i = 0; i < 500; i++) {
		struct tot_text text = {0};
		struct tot_diag diag = {0};
		struct tot_scenario *life = NULL;
		tot_population_life(&text, i / 100, i);
		assert_int_equal(tot_scenario_read(&life, text.bytes, text.size, "", &diag),
				 TOT_OK);
		assert_int_equal(diag.errors, 0);
		tot_scenario_free(life);
		tot_diag_free(&diag);
		tot_text_free(&text);
	}
}

static int write_all(int fd, const char *text)
{
	const size_t size = strlen(text);
	return write(fd, text, size) == (ssize_t)size ? 0 : -1;
}

/* All records of a source as text; faulty ones behind "!". */
static const char *records(struct tot_text *out, const char *text, const char *name)
{
	struct tot_diag diag = {0};
	struct tot_source *source = NULL;
	int ends[2];
	bool end = false;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write_all(ends[1], text), 0);
	close(ends[1]);
	assert_int_equal(tot_source_open(&source, ends[0], name, -1, NULL, &diag), TOT_OK);
	for (;;) {
		struct tot_text record_text = {0};
		struct tot_record record;
		assert_int_equal(source->next(source, &record_text, &record, &end), TOT_OK);
		if (!end)
			tot_text_format(out, "%d%s%.*s|", (int)record.line,
					record.faulty ? "!" : ":", (int)record.size,
					record_text.bytes + record.start);
		tot_text_free(&record_text);
		if (end)
			break;
	}
	assert_int_equal(source->bytes, strlen(text));
	source->free(source);
	tot_diag_free(&diag);
	close(ends[0]);
	return out->bytes ? out->bytes : "";
}

static void records_of_streams(void **state)
{
	static const char *const rows[][3] = {
		{"-", "{\"a\":1}\n\n{\"b\":2}", "1:{\"a\":1}|3:{\"b\":2}|"},
		{"x.ndjson", "garbage\n", "1:garbage|"},
		{"-", "", ""},
		{"-", "\n\n", ""},
		{"-", "title,sex\na,male\r\n\nb,\n",
		 "2:{\"format\":\"totalise-scenario/"
		 "1\",\"title\":\"a\",\"person\":{\"sex\":\"male\"}}|"
		 "4:{\"format\":\"totalise-scenario/1\",\"title\":\"b\"}|"},
		{"-", "title\n\"two\nlines\"\nlast",
		 "2:{\"format\":\"totalise-scenario/1\",\"title\":\"two\\nlines\"}|"
		 "4:{\"format\":\"totalise-scenario/1\",\"title\":\"last\"}|"},
		{"-", "title\na,b\nc",
		 "2!the row has more cells than the header|"
		 "3:{\"format\":\"totalise-scenario/1\",\"title\":\"c\"}|"},
		{"-", "title\n\"open", "2!a quote is opened and never closed|"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct tot_text text = {0};
		assert_string_equal(records(&text, rows[i][1], rows[i][0]), rows[i][2]);
		tot_text_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(merge_patches),       cmocka_unit_test(varied_values),
		cmocka_unit_test(columns_of_a_result), cmocka_unit_test(parts_that_columns_need),
		cmocka_unit_test(faulty_columns),      cmocka_unit_test(cells_become_json),
		cmocka_unit_test(differences),	       cmocka_unit_test(invented_lives),
		cmocka_unit_test(records_of_streams),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
