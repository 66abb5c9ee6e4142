/* Strict JSON: what must be refused, with its place; the rest equals what cJSON reads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law_folder.h"

#include <cjson/cJSON.h>
#include <math.h>

#include "law/builtin.h"
#include "law/json.h"
#include "law/pack.h"

struct bad {
	const char *name, *text;
	size_t size; /* 0: length of the text */
	const char *code, *place;
};

static const struct bad bad[] = {
	{"empty file", "", 0, "empty", ""},
	{"blanks only", " \n\t", 0, "empty", ""},
	{"byte-order mark", "\xEF\xBB\xBF{}", 0, "byte-order-mark", "1:1"},
	{"no JSON",
	 "\x7F"
	 "ELF",
	 0, "syntax", "1:1"},
	{"word that is no value", "{\"a\": nil}", 0, "syntax", "1:7"},
	{"single quotes", "{'a': 1}", 0, "syntax", "1:2"},
	{"no colon", "{\"a\" 1}", 0, "syntax", "1:6"},
	{"comma before the end", "{\"a\": 1,}", 0, "syntax", "1:9"},
	{"comma before the end of a list", "[1,]", 0, "syntax", "1:4"},
	{"two values without comma", "[1 2]", 0, "syntax", "1:4"},
	{"comment", "{} // nothing", 0, "trailing-text", "1:4"},
	{"text after the end", "{}\n{}", 0, "trailing-text", "2:1"},
	{"leading zero", "[0123]", 0, "bad-number", "1:2"},
	{"negative leading zero", "[-01]", 0, "bad-number", "1:3"},
	{"nothing after the point", "[5.]", 0, "bad-number", "1:4"},
	{"nothing before the point", "[.5]", 0, "syntax", "1:2"},
	{"plus sign", "[+5]", 0, "syntax", "1:2"},
	{"minus alone", "[-]", 0, "bad-number", "1:3"},
	{"empty exponent", "[1e]", 0, "bad-number", "1:4"},
	{"infinite number", "[1e999]", 0, "bad-number", "1:2"},
	{"negative infinite number", "[1, -1e400]", 0, "bad-number", "1:5"},
	{"number of 64 digits",
	 "[1234567890123456789012345678901234567890123456789012345678901234]", 0, "bad-number",
	 "1:2"},
	{"hexadecimal number", "[0x10]", 0, "syntax", "1:3"},
	{"NaN", "[NaN]", 0, "syntax", "1:2"},
	{"escaped NUL", "[\"a\\u0000b\"]", 0, "bad-escape", "1:4"},
	{"NUL in a text", "[\"a\0b\"]", 7, "control-character", "1:4"},
	{"NUL after the end", "{}\0", 3, "trailing-text", "1:3"},
	{"tab in a text", "[\"a\tb\"]", 0, "control-character", "1:4"},
	{"line break in a text", "[\"a\nb\"]", 0, "control-character", "1:4"},
	{"unknown escape", "[\"\\x\"]", 0, "bad-escape", "1:4"},
	{"short unicode escape", "[\"\\u12\"]", 0, "bad-escape", "1:5"},
	{"lone high surrogate", "[\"\\ud800\"]", 0, "bad-escape", "1:3"},
	{"lone low surrogate", "[\"\\udc00\"]", 0, "bad-escape", "1:3"},
	{"two high surrogates", "[\"\\ud800\\ud800\"]", 0, "bad-escape", "1:3"},
	{"stray continuation byte", "[\"\x80\"]", 0, "bad-utf8", "1:3"},
	{"overlong sequence", "[\"\xC0\xAF\"]", 0, "bad-utf8", "1:3"},
	{"overlong sequence of three", "[\"\xE0\x80\xAF\"]", 0, "bad-utf8", "1:3"},
	{"surrogate in UTF-8", "[\"\xED\xA0\x80\"]", 0, "bad-utf8", "1:3"},
	{"beyond Unicode", "[\"\xF4\x90\x80\x80\"]", 0, "bad-utf8", "1:3"},
	{"Latin-1", "[\"\xE4\"]", 0, "bad-utf8", "1:3"},
	{"cut in an object", "{\"a\": 1", 0, "truncated", "1:8"},
	{"cut in a text", "{\"a\": \"b", 0, "truncated", "1:9"},
	{"cut in a word", "[tru", 0, "truncated", "1:5"},
	{"cut after a comma", "[1,\n", 0, "truncated", "2:1"},
	{"cut in an escape", "[\"\\", 0, "truncated", "1:4"},
	{"column counts characters", "[\"\xC3\xA4\xE5\xB9\xB4\", x]", 0, "syntax", "1:8"},
};

static void refuses(void **state)
{
	const struct bad *row = *state;
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	size_t size = row->size ? row->size : strlen(row->text);
	assert_int_equal(tot_json_read(&root, &arena, row->text, size, "f", &diag), TOT_ERR_DATA);
	assert_null(root);
	assert_int_equal(diag.errors, 1);
	assert_string_equal(diag.first->code, row->code);
	assert_string_equal(diag.first->place, row->place);
	tot_diag_free(&diag);
	tot_arena_free(&arena);
}

static void all_doubled_keys_are_told(void **state)
{
	static const char text[] =
		"{\"a\": 1, \"b\": {\"c\": 1, \"c\": 2, \"\\u0063\": 3}, \"a\": [{\"d\": 0, "
		"\"d\": 0}]}";
	static const char *const places[] = {"/b/c", "/b/c", "/a", "/a/0/d"};
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	(void)state;
	assert_int_equal(tot_json_read(&root, &arena, text, strlen(text), "f", &diag),
			 TOT_ERR_DATA);
	assert_int_equal(faults(&diag, "duplicate-key"), 4);
	for (size_t i = 0; i < 4; i++) {
		bool found = false;
		for (const struct tot_diag_item *item = diag.first; item; item = item->next)
			found |= strcmp(item->place, places[i]) == 0;
		assert_true(found);
	}
	tot_diag_free(&diag);
	tot_arena_free(&arena);
}

static void doubled_keys_of_a_large_object(void **state)
{
	char text[4096] = "{";
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	(void)state;
	for (int i = 0; i < 100; i++) {
		size_t used = strlen(text);
		snprintf(text + used, sizeof text - used, "\"key%d\": %d,", i % 98, i);
	}
	text[strlen(text) - 1] = '}';
	assert_int_equal(tot_json_read(&root, &arena, text, strlen(text), "f", &diag),
			 TOT_ERR_DATA);
	assert_int_equal(faults(&diag, "duplicate-key"), 2);
	tot_diag_free(&diag);
	tot_arena_free(&arena);
}

static enum tot_status read_depth(size_t levels, struct tot_diag *diag)
{
	char text[256];
	struct tot_arena arena = {0};
	const struct tot_json *root;
	memset(text, '[', levels);
	memset(text + levels, ']', levels);
	enum tot_status status = tot_json_read(&root, &arena, text, 2 * levels, "f", diag);
	tot_arena_free(&arena);
	return status;
}

static void depth_has_a_limit(void **state)
{
	struct tot_diag diag = {0};
	(void)state;
	assert_int_equal(read_depth(TOT_JSON_MAX_DEPTH, &diag), TOT_OK);
	assert_int_equal(read_depth(TOT_JSON_MAX_DEPTH + 1, &diag), TOT_ERR_DATA);
	assert_int_equal(faults(&diag, "too-deep"), 1);
	tot_diag_free(&diag);
}

static void size_has_a_limit(void **state)
{
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	const struct tot_json *root;
	size_t size = TOT_JSON_MAX_BYTES + 1;
	char *text = malloc(size);
	(void)state;
	assert_non_null(text);
	memset(text, ' ', size);
	memcpy(text, "{}", 2);
	assert_int_equal(tot_json_read(&root, &arena, text, size - 1, "f", &diag), TOT_OK);
	assert_int_equal(tot_json_read(&root, &arena, text, size, "f", &diag), TOT_ERR_DATA);
	assert_int_equal(faults(&diag, "too-large"), 1);
	free(text);
	tot_diag_free(&diag);
	tot_arena_free(&arena);
}

static void texts_and_pointers(void **state)
{
	static const char text[] =
		"{\"a/b\": {\"m~n\": [10, {\"x\": \"\\u00e4\\ud83d\\ude00\\n\\/\"}]}, \"\": null}";
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	char pointer[TOT_POINTER_TEXT];
	(void)state;
	assert_int_equal(tot_json_read(&root, &arena, text, strlen(text), "f", &diag), TOT_OK);
	const struct tot_json *leaf = tot_json_find(root, "/a~1b/m~0n/1/x");
	assert_non_null(leaf);
	assert_string_equal(leaf->string, "\xC3\xA4\xF0\x9F\x98\x80\n/");
	assert_string_equal(tot_json_pointer(pointer, sizeof pointer, leaf), "/a~1b/m~0n/1/x");
	assert_string_equal(tot_json_pointer(pointer, 5, leaf), "/a~1");
	assert_string_equal(tot_json_pointer(pointer, sizeof pointer, root), "");
	assert_int_equal(tot_json_find(root, "/")->type, TOT_JSON_NULL);
	assert_ptr_equal(tot_json_find(root, ""), root);
	assert_null(tot_json_find(root, "/a~1b/m~0n/01"));
	assert_null(tot_json_find(root, "/a~1b/m~0n/2"));
	assert_null(tot_json_find(root, "a"));
	assert_null(tot_json_get(root, "A/b"));
	tot_arena_free(&arena);
	tot_diag_free(&diag);
}

static void same_value(const struct tot_json *own, const cJSON *reference)
{
	if (cJSON_IsNumber(reference)) {
		assert_int_equal(own->type, TOT_JSON_NUMBER);
		assert_true(own->number == reference->valuedouble);
	} else if (cJSON_IsString(reference)) {
		assert_int_equal(own->type, TOT_JSON_STRING);
		assert_string_equal(own->string, reference->valuestring);
	} else if (cJSON_IsBool(reference)) {
		assert_int_equal(own->type, TOT_JSON_BOOL);
		assert_int_equal(own->boolean, cJSON_IsTrue(reference) != 0);
	} else if (cJSON_IsNull(reference)) {
		assert_int_equal(own->type, TOT_JSON_NULL);
	} else {
		assert_int_equal(own->type,
				 cJSON_IsArray(reference) ? TOT_JSON_ARRAY : TOT_JSON_OBJECT);
	}
	const struct tot_json *member = own->first;
	for (const cJSON *child = reference->child; child; child = child->next) {
		assert_non_null(member);
		assert_ptr_equal(member->parent, own);
		if (child->string)
			assert_string_equal(member->key, child->string);
		same_value(member, child);
		member = member->next;
	}
	assert_null(member);
}

static void same_as_cjson(void **state)
{
	const struct tot_builtin_file *file = *state;
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	const struct tot_json *root = NULL;
	const char *text = (const char *)file->bytes;
	cJSON *reference = cJSON_ParseWithLengthOpts(text, file->size, NULL, 0);
	assert_non_null(reference);
	assert_int_equal(tot_json_read(&root, &arena, text, file->size, file->name, &diag), TOT_OK);
	same_value(root, reference);
	cJSON_Delete(reference);
	tot_arena_free(&arena);
	tot_diag_free(&diag);
}

static void hard_numbers_equal_those_of_cjson(void **state)
{
	static const char text[] =
		"[0, -0, 0.1, 1e22, 1e23, 123456789012345678, 0.30000000000000004, "
		"1.7976931348623157e308,"
		" 5e-324, 2.2250738585072014e-308, 9007199254740993, 0.000001, 7.79413e-05, 1E+2,"
		" 3.141592653589793238462643383279, 100000000000000000000000000000000000001, "
		"1e-400]";
	const struct tot_builtin_file file = {
		.name = "numbers", .bytes = (const unsigned char *)text, .size = sizeof text - 1};
	union {
		const struct tot_builtin_file *in;
		void *out;
	} pass = {&file};
	(void)state;
	same_as_cjson(&pass.out);
}

static void is_same(const struct tot_json *a, const struct tot_json *b)
{
	assert_int_equal(a->type, b->type);
	assert_int_equal(a->boolean, b->boolean);
	assert_memory_equal(&a->number, &b->number, sizeof a->number);
	assert_int_equal(a->index, b->index);
	assert_int_equal(a->count, b->count);
	assert_int_equal(!a->next, !b->next);
	assert_int_equal(!a->key, !b->key);
	if (a->key)
		assert_string_equal(a->key, b->key);
	assert_int_equal(!a->string, !b->string);
	if (a->string)
		assert_string_equal(a->string, b->string);
	for (size_t i = 0; i < a->count; i++) {
		assert_ptr_equal(a->first[i].parent, a);
		is_same(&a->first[i], &b->first[i]);
	}
}

/* What the program holds of each file is what reading the file gives; cut bytes are refused. */
static void packed_files_are_the_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < tot_builtin_file_count; i++) {
		const struct tot_builtin_file *file = &tot_builtin_files[i];
		struct tot_arena arena = {0};
		struct tot_diag diag = {0};
		const struct tot_json *read = NULL, *packed = NULL, *cut = NULL;
		if (!file->packed)
			continue;
		assert_int_equal(tot_json_read(&read, &arena, (const char *)file->bytes, file->size,
					       file->name, &diag),
				 TOT_OK);
		assert_int_equal(tot_unpack(&packed, &arena, file->packed, file->packed_size),
				 TOT_OK);
		is_same(packed, read);
		for (size_t size = 0; size < file->packed_size; size += 1 + size / 4)
			assert_int_equal(tot_unpack(&cut, &arena, file->packed, size),
					 TOT_ERR_DATA);
		assert_null(cut);
		tot_diag_free(&diag);
		tot_arena_free(&arena);
	}
}

static bool is_json(const char *name)
{
	size_t length = strlen(name);
	return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

static struct CMUnitTest as_test(const char *name, CMUnitTestFunction run, const void *row)
{
	union {
		const void *in;
		void *out;
	} pass = {row};
	return (struct CMUnitTest){name, run, NULL, NULL, pass.out};
}

int main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(all_doubled_keys_are_told),
		cmocka_unit_test(doubled_keys_of_a_large_object),
		cmocka_unit_test(depth_has_a_limit),
		cmocka_unit_test(size_has_a_limit),
		cmocka_unit_test(texts_and_pointers),
		cmocka_unit_test(hard_numbers_equal_those_of_cjson),
		cmocka_unit_test(packed_files_are_the_files),
	};
	size_t fixed_count = sizeof fixed / sizeof fixed[0], bad_count = sizeof bad / sizeof bad[0];
	struct CMUnitTest *tests =
		calloc(fixed_count + bad_count + tot_builtin_file_count, sizeof *tests);
	size_t count = 0;
	if (!tests)
		return 1;
	for (size_t i = 0; i < fixed_count; i++)
		tests[count++] = fixed[i];
	for (size_t i = 0; i < bad_count; i++)
		tests[count++] = as_test(bad[i].name, refuses, &bad[i]);
	for (size_t i = 0; i < tot_builtin_file_count; i++) {
		if (is_json(tot_builtin_files[i].name))
			tests[count++] = as_test(tot_builtin_files[i].name, same_as_cjson,
						 &tot_builtin_files[i]);
	}
	int failed = _cmocka_run_group_tests("strict JSON", tests, count, NULL, NULL);
	free(tests);
	return failed;
}
