/* A run by threads: the same bytes as alone, in order, also of bad records; made for SAN=thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "totalise/batch.h"

/* Invented lives, every tenth of them bad; an input error after `fails` records if that is not 0. */
struct lives {
	struct tot_source source;
	uint64_t number, count, fails;
};

static enum tot_status next(struct tot_source *self, struct tot_text *text,
			    struct tot_record *record, bool *end)
{
	struct lives *lives = (struct lives *)self;
	*end = lives->number == lives->count;
	if (*end)
		return TOT_OK;
	if (lives->fails && lives->number == lives->fails)
		return TOT_ERR_IO;
	*record = (struct tot_record){.line = ++lives->number, .start = text->size};
	if (lives->number % 10 == 0)
		tot_text_add(text, "{\"format\": 1}");
	else
		tot_population_life(text, 3, lives->number);
	record->size = text->size - record->start;
	return TOT_OK;
}

/* What was handed out, and in which pieces. */
struct collected {
	struct tot_batch_out out;
	struct tot_text output, errors;
	uint64_t blocks, skip; /* blocks ended; every block but this one is evaluated (0: all) */
	uint64_t known;
};

static enum tot_block_use use(struct tot_batch_out *self, uint64_t block)
{
	const struct collected *c = (struct collected *)self;
	if (c->skip && block == c->skip)
		return TOT_BLOCK_SKIP;
	return c->known && block == c->known ? TOT_BLOCK_KNOWN : TOT_BLOCK_EVALUATE;
}

static enum tot_status add(struct tot_batch_out *self, const struct tot_piece *piece)
{
	struct collected *c = (struct collected *)self;
	tot_text_add_bytes(&c->output, piece->lives->output.bytes, piece->lives->output.size);
	tot_text_add_bytes(&c->errors, piece->lives->errors.bytes, piece->lives->errors.size);
	c->blocks += piece->last ? 1 : 0;
	return TOT_OK;
}

static enum tot_status known(struct tot_batch_out *self, uint64_t block, uint64_t digest)
{
	struct collected *c = (struct collected *)self;
	assert_int_equal(block, c->known);
	assert_true(digest != 0);
	c->blocks++;
	return TOT_OK;
}

struct world {
	struct tot_law *law;
	struct tot_columns *columns;
};

static int open_world(void **state)
{
	static struct world world;
	struct tot_diag diag = {0};
	*state = &world;
	return tot_law_open(&world.law, NULL, &diag) == TOT_OK &&
			       tot_columns_read(&world.columns, "line,benefits[DE].amount.value",
						&diag) == TOT_OK
		       ? 0
		       : -1;
}

static int close_world(void **state)
{
	struct world *world = *state;
	tot_columns_free(world->columns);
	tot_law_free(world->law);
	return 0;
}

static enum tot_status run(struct collected *c, struct tot_batch_end *end,
			   const struct tot_batch_plan *plan, const struct world *world,
			   struct lives *lives)
{
	struct tot_batch_plan full = *plan;
	full.job = (struct tot_batch_job){.law = world->law, .columns = world->columns};
	lives->source.next = next;
	c->out = (struct tot_batch_out){.use = use, .add = add, .known = known};
	return tot_batch_run(end, &full, &lives->source, &c->out);
}

static void free_collected(struct collected *c)
{
	tot_text_free(&c->output);
	tot_text_free(&c->errors);
}

/* 256 lives of a first block and 44 of a second, in units that end with the block. */
static void the_same_bytes(void **state)
{
	struct collected alone = {0};
	struct tot_batch_end end;
	struct lives lives = {.count = 300};
	assert_int_equal(run(&alone, &end, &(struct tot_batch_plan){.threads = 1}, *state, &lives),
			 TOT_OK);
	assert_int_equal(end.records, 300);
	assert_int_equal(end.tally.records, 300);
	assert_int_equal(end.tally.bad, 30);
	assert_int_equal(alone.blocks, 2);
	const uint64_t digest = end.digest;
	for (int threads = 2; threads <= 6; threads += 4) {
		struct collected c = {0};
		struct lives again = {.count = 300};
		const struct tot_batch_plan plan = {.threads = threads, .pin = threads == 2};
		assert_int_equal(run(&c, &end, &plan, *state, &again), TOT_OK);
		assert_string_equal(c.output.bytes, alone.output.bytes);
		assert_string_equal(c.errors.bytes, alone.errors.bytes);
		assert_int_equal(end.digest, digest);
		assert_int_equal(end.tally.bad, 30);
		assert_int_equal(c.blocks, 2);
		free_collected(&c);
	}
	free_collected(&alone);
}

/* A block that is not ours is read and not evaluated; one that is known is only looked at. */
static void blocks_left_out(void **state)
{
	struct collected c = {.skip = 1, .known = 2};
	struct tot_batch_end end;
	struct lives lives = {.count = 2 * TOT_BLOCK_RECORDS + 20};
	assert_int_equal(run(&c, &end, &(struct tot_batch_plan){.threads = 3}, *state, &lives),
			 TOT_OK);
	assert_int_equal(end.records, 2 * TOT_BLOCK_RECORDS + 20);
	assert_int_equal(end.tally.records, TOT_BLOCK_RECORDS);
	assert_int_equal(c.blocks, 2);
	free_collected(&c);
}

/* An input that ends exactly with a block has no empty block behind it. */
static void whole_blocks(void **state)
{
	struct collected c = {0};
	struct tot_batch_end end;
	struct lives lives = {.count = TOT_BLOCK_RECORDS};
	assert_int_equal(run(&c, &end, &(struct tot_batch_plan){.threads = 2}, *state, &lives),
			 TOT_OK);
	assert_int_equal(c.blocks, 1);
	free_collected(&c);
	struct collected none = {0};
	struct lives empty = {.count = 0};
	assert_int_equal(run(&none, &end, &(struct tot_batch_plan){.threads = 2}, *state, &empty),
			 TOT_OK);
	assert_int_equal(none.blocks, 0);
	assert_int_equal(end.records, 0);
	free_collected(&none);
}

/* A failing input is reported, and its last block is not taken for complete. */
static void input_that_fails(void **state)
{
	for (int threads = 1; threads <= 3; threads += 2) {
		struct collected c = {0};
		struct tot_batch_end end;
		struct lives lives = {.count = 50, .fails = 20};
		const struct tot_batch_plan plan = {.threads = threads};
		assert_int_equal(run(&c, &end, &plan, *state, &lives), TOT_ERR_IO);
		assert_int_equal(c.blocks, 0);
		free_collected(&c);
	}
}

static void told_to_stop(void **state)
{
	const volatile sig_atomic_t stop = 1;
	struct collected c = {0};
	struct tot_batch_end end;
	struct lives lives = {.count = 50};
	const struct tot_batch_plan plan = {.threads = 2, .stop = &stop};
	assert_int_equal(run(&c, &end, &plan, *state, &lives), TOT_OK);
	assert_true(end.stopped);
	assert_int_equal(end.records, 0);
	assert_int_equal(c.blocks, 0);
	free_collected(&c);
}

static void stop_on_error(void **state)
{
	for (int threads = 1; threads <= 3; threads += 2) {
		struct collected c = {0};
		struct tot_batch_end end;
		struct lives lives = {.count = 100};
		const struct tot_batch_plan plan = {.threads = threads, .stop_on_error = true};
		assert_int_equal(run(&c, &end, &plan, *state, &lives), TOT_OK);
		assert_int_equal(end.tally.bad, 1);
		assert_int_equal(end.tally.records, 10);
		assert_null(strstr(c.output.bytes, "\n11,"));
		free_collected(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_bytes), cmocka_unit_test(blocks_left_out),
		cmocka_unit_test(whole_blocks),	  cmocka_unit_test(input_that_fails),
		cmocka_unit_test(told_to_stop),	  cmocka_unit_test(stop_on_error),
	};
	return cmocka_run_group_tests(tests, open_world, close_world);
}
