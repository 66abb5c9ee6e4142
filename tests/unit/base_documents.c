/* What owns memory: arena, diagnostics, trace and growing text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/random.h"
#include "totalise/arena.h"
#include "totalise/diag.h"
#include "totalise/text.h"
#include "totalise/trace.h"

/* ---- arena ---- */

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
	(void)state;
	struct tot_arena arena = {0};
	struct {
		unsigned char *bytes;
		size_t size;
	} piece[400];
	uint64_t seed = 5;
	for (int i = 0; i < 400; i++) {
		const bool large = i % 37 == 0;
		piece[i].size = (size_t)random_int(&seed, 1, large ? 300000 : 900);
		piece[i].bytes = tot_arena_alloc(&arena, piece[i].size);
		assert_non_null(piece[i].bytes);
		assert_int_equal((uintptr_t)piece[i].bytes % _Alignof(max_align_t), 0);
		for (size_t b = 0; b < piece[i].size; b++)
			assert_int_equal(piece[i].bytes[b], 0);
		memset(piece[i].bytes, i % 251 + 1, piece[i].size);
	}
	for (int i = 0; i < 400; i++)
		for (size_t b = 0; b < piece[i].size; b++)
			assert_int_equal(piece[i].bytes[b], i % 251 + 1);
	assert_false(arena.failed);
	tot_arena_free(&arena);
	assert_null(arena.blocks);
}

static void a_large_piece_does_not_waste_the_block_in_use(void **state)
{
	(void)state;
	struct tot_arena arena = {0};
	const char *first = tot_arena_alloc(&arena, 16);
	assert_non_null(tot_arena_alloc(&arena, (size_t)1 << 20));
	const char *second = tot_arena_alloc(&arena, 16);
	assert_ptr_equal(second, first + 16);
	tot_arena_free(&arena);
}

static void an_impossible_size_fails_and_is_remembered(void **state)
{
	(void)state;
	struct tot_arena arena = {0};
	assert_null(tot_arena_alloc(&arena, SIZE_MAX));
	assert_true(arena.failed);
	assert_non_null(tot_arena_alloc(&arena, 8));
	assert_true(arena.failed);
	tot_arena_free(&arena);
	assert_false(arena.failed);
	assert_null(tot_arena_grow(&arena, NULL, SIZE_MAX / 2 + 1, 16));
	assert_true(arena.failed);
	tot_arena_free(&arena);
	tot_arena_free(NULL);
}

static void texts_in_the_arena(void **state)
{
	(void)state;
	struct tot_arena arena = {0};
	assert_string_equal(tot_arena_copy(&arena, "abcdef", 3), "abc");
	assert_string_equal(tot_arena_copy(&arena, "", 0), "");
	assert_string_equal(tot_arena_format(&arena, "%d months, %s", 64, "met"), "64 months, met");
	char large[5000];
	memset(large, 'x', sizeof(large));
	large[sizeof(large) - 1] = '\0';
	assert_int_equal(strlen(tot_arena_format(&arena, "%s%s", large, large)), 2 * strlen(large));
	tot_arena_free(&arena);
}

static void a_growing_array_keeps_its_elements(void **state)
{
	(void)state;
	struct tot_arena arena = {0};
	int *numbers = NULL;
	for (int i = 0; i < 5000; i++) {
		numbers = tot_arena_grow(&arena, numbers, (size_t)i, sizeof(*numbers));
		assert_non_null(numbers);
		numbers[i] = 3 * i;
	}
	for (int i = 0; i < 5000; i++)
		assert_int_equal(numbers[i], 3 * i);
	tot_arena_free(&arena);
}

/* ---- diagnostics ---- */

static void diagnostics_are_kept_in_order_and_counted(void **state)
{
	(void)state;
	struct tot_diag diag = {0};
	char text[] = "changes later";
	tot_diag_add(&diag, TOT_ERROR, "bad-date", "life.json", "/periods/3/from", "%s", text);
	text[0] = 'X';
	tot_diag_add(&diag, TOT_WARNING, "short", "life.json", "", "second");
	tot_diag_add(&diag, TOT_INFO, "note", NULL, NULL, "third");
	tot_diag_add(&diag, TOT_ERROR, "bad-json", "life.json", "12:7", "fourth");
	tot_diag_add(NULL, TOT_ERROR, "x", "", "", "goes nowhere");
	assert_int_equal(diag.errors, 2);
	assert_int_equal(diag.warnings, 1);
	const char *expected[] = {"changes later", "second", "third", "fourth"};
	const struct tot_diag_item *item = diag.first;
	for (size_t i = 0; i < 4; i++, item = item->next)
		assert_string_equal(item->text, expected[i]);
	assert_null(item);
	tot_diag_free(&diag);
	assert_int_equal(diag.errors, 0);
	tot_diag_free(NULL);
}

static void printed_diagnostics(void **state)
{
	(void)state;
	const struct {
		struct tot_diag_item item;
		const char *expected;
	} cases[] = {
		{{TOT_ERROR, "c", "life.json", "/periods/3/from", "no such day; write 2018-02-28",
		  NULL},
		 "life.json:/periods/3/from: error: no such day; write 2018-02-28"},
		{{TOT_ERROR, "c", "life.json", "12:7", "a comma is missing", NULL},
		 "life.json:12:7: error: a comma is missing"},
		{{TOT_WARNING, "c", "life.json", "", "no residence given", NULL},
		 "life.json: warning: no residence given"},
		{{TOT_INFO, "c", "", "/person", "text", NULL}, "/person: info: text"},
		{{TOT_ERROR, "c", "", "", "out of memory", NULL}, "error: out of memory"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[100], shorter[10];
		const int length = (int)strlen(cases[i].expected);
		assert_int_equal(tot_diag_print(text, sizeof(text), &cases[i].item), length);
		assert_string_equal(text, cases[i].expected);
		assert_int_equal(tot_diag_print(shorter, sizeof(shorter), &cases[i].item), length);
		assert_int_equal(strlen(shorter), sizeof(shorter) - 1);
	}
}

/* ---- trace ---- */

static void a_trace_is_a_tree_in_the_order_of_writing(void **state)
{
	(void)state;
	struct tot_trace trace = {0};
	tot_trace_begin(&trace, "DE.w5", "five years");
	tot_trace_law(&trace, "SGB VI s. 50 (1)");
	tot_trace_input(&trace, "own", "%d", 40);
	tot_trace_input(&trace, "lent", "%d", 24);
	tot_trace_begin(&trace, "", "own months");
	tot_trace_result(&trace, "months", "%d", 40);
	tot_trace_end(&trace);
	tot_trace_begin(&trace, "DE.w5.lent", "months lent");
	tot_trace_formula(&trace, "%d - %d", 24, 0);
	tot_trace_source(&trace, "agreements/%s", "de-jp.json");
	tot_trace_rounding(&trace, "none");
	tot_trace_caveat(&trace, "%s", "disputed");
	tot_trace_end(&trace);
	tot_trace_result(&trace, "months", "%d of %d", 64, 60);
	tot_trace_end(&trace);
	tot_trace_begin(&trace, "DE.w35", "35 years");
	tot_trace_end(&trace);

	const struct tot_step *root = trace.roots;
	assert_string_equal(root->value, "64 of 60");
	assert_string_equal(root->unit, "months");
	assert_string_equal(root->law, "SGB VI s. 50 (1)");
	assert_string_equal(root->formula, "");
	assert_string_equal(root->inputs->label, "own");
	assert_string_equal(root->inputs->value, "40");
	assert_string_equal(root->inputs->next->value, "24");
	assert_null(root->inputs->next->next);
	assert_string_equal(root->children->label, "own months");
	const struct tot_step *lent = root->children->next;
	assert_ptr_equal(lent, tot_trace_find(&trace, "DE.w5.lent"));
	assert_string_equal(lent->formula, "24 - 0");
	assert_string_equal(lent->source, "agreements/de-jp.json");
	assert_string_equal(lent->rounding, "none");
	assert_string_equal(lent->caveat, "disputed");
	assert_ptr_equal(lent->parent, root);
	assert_null(lent->next);
	assert_string_equal(root->next->id, "DE.w35");
	assert_null(root->next->next);
	assert_null(tot_trace_find(&trace, "DE.w45"));
	tot_trace_free(&trace);
	assert_null(trace.roots);
}

static void no_trace_costs_nothing_and_stray_ends_do_no_harm(void **state)
{
	(void)state;
	tot_trace_begin(NULL, "x", "y");
	tot_trace_law(NULL, "z");
	tot_trace_result(NULL, "EUR", "%d", 1);
	tot_trace_formula(NULL, "%d", 1);
	tot_trace_input(NULL, "a", "%d", 1);
	tot_trace_source(NULL, "%d", 1);
	tot_trace_rounding(NULL, "none");
	tot_trace_caveat(NULL, "%d", 1);
	tot_trace_end(NULL);
	assert_null(tot_trace_find(NULL, "x"));
	tot_trace_free(NULL);
	struct tot_trace trace = {0};
	tot_trace_end(&trace);
	tot_trace_law(&trace, "no step is open");
	tot_trace_input(&trace, "a", "%d", 1);
	assert_null(trace.roots);
	tot_trace_free(&trace);
}

/* ---- text ---- */

static void cells_of_latin_and_japanese(void **state)
{
	(void)state;
	const struct {
		const char *text;
		int cells;
	} cases[] = {
		{"", 0},
		{"pension", 7},
		{"Zugangsfaktor für Müller", 24},
		{"厚生年金", 8},
		{"脱退一時金 (lump sum)", 21},
		{"ｶﾅ", 2},	  /* half-width kana */
		{"Ａ", 2},	  /* full-width A */
		{"e\xCC\x81", 1}, /* e with a combining acute */
		{"…–€", 3},
		{"\xF0\xA0\xAE\xB7", 2}, /* a character beyond the first plane */
		{"\xFF\x80", 2},	 /* no UTF-8: a byte is a cell */
		{"\xE5\x8E", 1},	 /* cut in the middle */
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(tot_text_cells(cases[i].text), cases[i].cells);
}

static void columns_line_up(void **state)
{
	(void)state;
	struct tot_text text = {0};
	tot_text_pad(&text, 2);
	tot_text_add(&text, "厚生年金");
	tot_text_pad(&text, 12);
	tot_text_add(&text, "|\nRente");
	tot_text_pad(&text, 12);
	tot_text_add(&text, "|\n");
	tot_text_pad(&text, 3);
	tot_text_add(&text, "wider than three");
	tot_text_pad(&text, 3);
	tot_text_add(&text, "|");
	assert_string_equal(text.bytes, "  厚生年金  |\nRente       |\n   wider than three|");
	tot_text_free(&text);
}

static void text_grows_by_pieces_of_all_sizes(void **state)
{
	(void)state;
	struct tot_text text = {0};
	assert_null(text.bytes);
	tot_text_add(&text, "");
	assert_string_equal(text.bytes, "");
	for (int i = 0; i < 3000; i++)
		tot_text_format(&text, "%04d", i);
	assert_int_equal(text.size, 12000);
	assert_int_equal(strlen(text.bytes), 12000);
	assert_memory_equal(text.bytes + 4 * 2718, "2718", 4);
	tot_text_add_bytes(&text, "a\0b", 3);
	assert_int_equal(text.size, 12003);
	assert_memory_equal(text.bytes + 12000, "a\0b", 4);
	assert_false(text.failed);
	tot_text_add_bytes(&text, "", SIZE_MAX / 2);
	assert_true(text.failed);
	tot_text_free(&text);
	tot_text_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
		cmocka_unit_test(a_large_piece_does_not_waste_the_block_in_use),
		cmocka_unit_test(an_impossible_size_fails_and_is_remembered),
		cmocka_unit_test(texts_in_the_arena),
		cmocka_unit_test(a_growing_array_keeps_its_elements),
		cmocka_unit_test(diagnostics_are_kept_in_order_and_counted),
		cmocka_unit_test(printed_diagnostics),
		cmocka_unit_test(a_trace_is_a_tree_in_the_order_of_writing),
		cmocka_unit_test(no_trace_costs_nothing_and_stray_ends_do_no_harm),
		cmocka_unit_test(cells_of_latin_and_japanese),
		cmocka_unit_test(columns_line_up),
		cmocka_unit_test(text_grows_by_pieces_of_all_sizes),
	};
	return cmocka_run_group_tests_name("base documents", tests, NULL, NULL);
}
