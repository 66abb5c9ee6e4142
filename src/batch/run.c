/* The run of a batch: one reader and writer, any number of evaluating threads, order kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/pool.h"
#include "law/digest.h"

/* The reading side: where in the input we are. */
struct reader {
	struct tot_source *source;
	struct tot_batch_out *out;
	const struct tot_batch_plan *plan;
	struct tot_batch_end *end;
	uint64_t block_digest;
	enum tot_block_use use; /* of the block that is being read */
	bool ended;
	enum tot_status status;
};

static bool told_to_stop(const struct tot_batch_plan *plan)
{
	return plan->stop && *plan->stop;
}

static bool at_block(const struct reader *reader)
{
	return reader->end->records % TOT_BLOCK_RECORDS == 0;
}

/* Add one record to the unit; false if there is none. */
static bool read_record(struct reader *reader, struct tot_unit *unit)
{
	struct tot_record *record = &unit->records[unit->count];
	bool end = false;
	*record = (struct tot_record){.start = unit->input.size};
	reader->status = reader->source->next(reader->source, &unit->input, record, &end);
	if (unit->input.failed)
		reader->status = TOT_ERR_MEMORY;
	if (reader->status != TOT_OK || end) {
		reader->ended = true;
		return false;
	}
	if (at_block(reader)) {
		reader->use = reader->out->use(reader->out, unit->block);
		reader->block_digest = TOT_DIGEST_START;
	}
	const char *text = unit->input.bytes + record->start;
	reader->end->digest = tot_digest_add(reader->end->digest, text, record->size);
	reader->end->digest = tot_digest_add(reader->end->digest, "\n", 1);
	reader->block_digest = tot_digest_add(reader->block_digest, text, record->size);
	reader->block_digest = tot_digest_add(reader->block_digest, "\n", 1);
	reader->end->records++;
	unit->count++;
	return true;
}

/*
 * Fill a unit with the next records of one block; false if nothing is left. A block whose end cannot be seen yet
 * (the input may end with it) is closed by the unit that follows or by the end.
 */
static bool fill(struct reader *reader, struct tot_unit *unit)
{
	const struct tot_batch_plan *plan = reader->plan;
	tot_unit_clear(unit);
	unit->block = reader->end->records / TOT_BLOCK_RECORDS;
	if (told_to_stop(plan) && (!plan->whole_blocks || at_block(reader))) {
		reader->end->stopped = true;
		reader->ended = true;
	}
	while (!reader->ended && unit->count < TOT_UNIT_RECORDS &&
	       unit->input.size < TOT_UNIT_BYTES && read_record(reader, unit))
		if (at_block(reader))
			break;
	unit->use = reader->use;
	unit->digest = reader->block_digest;
	const bool complete = reader->ended && reader->status == TOT_OK && !reader->end->stopped;
	unit->last = complete || at_block(reader);
	return unit->count > 0 || (complete && !at_block(reader));
}

static enum tot_status hand_out(struct reader *reader, const struct tot_unit *unit)
{
	struct tot_tally *sum = &reader->end->tally;
	const struct tot_piece piece = {.block = unit->block,
					.lives = &unit->lives,
					.last = unit->last,
					.digest = unit->digest};
	if (unit->status != TOT_OK)
		return unit->status;
	sum->records += unit->lives.tally.records;
	sum->bad += unit->lives.tally.bad;
	sum->doubtful += unit->lives.tally.doubtful;
	enum tot_status status = TOT_OK;
	if (unit->use == TOT_BLOCK_EVALUATE)
		status = reader->out->add(reader->out, &piece);
	else if (unit->use == TOT_BLOCK_KNOWN && unit->last)
		status = reader->out->known(reader->out, unit->block, unit->digest);
	if (reader->plan->progress)
		reader->plan->progress(reader->plan->progress_data, reader->end->tally.records,
				       reader->source->bytes);
	if (reader->plan->stop_on_error && sum->bad)
		reader->ended = true;
	return status;
}

static enum tot_status run_alone(struct reader *reader)
{
	struct tot_unit unit = {0};
	enum tot_status status = TOT_OK;
	while (status == TOT_OK && !reader->ended && fill(reader, &unit)) {
		tot_unit_evaluate(&unit, reader->plan);
		status = hand_out(reader, &unit);
	}
	tot_unit_free(&unit);
	return status;
}

/* Fill what is free, else wait for the oldest and hand it out. */
static enum tot_status run_threads(struct reader *reader)
{
	struct tot_pool *pool = NULL;
	enum tot_status status = tot_pool_start(&pool, reader->plan);
	while (status == TOT_OK) {
		struct tot_unit *unit = reader->ended ? NULL : tot_pool_free_unit(pool);
		if (unit) {
			if (fill(reader, unit))
				tot_pool_push(pool);
			continue;
		}
		unit = tot_pool_wait(pool);
		if (!unit)
			break;
		status = hand_out(reader, unit);
		if (reader->plan->stop_on_error && reader->end->tally.bad)
			break;
		tot_pool_pop(pool);
	}
	tot_pool_end(pool);
	return status;
}

enum tot_status tot_batch_run(struct tot_batch_end *end, const struct tot_batch_plan *plan,
			      struct tot_source *source, struct tot_batch_out *out)
{
	struct reader reader = {.source = source, .out = out, .plan = plan, .end = end};
	*end = (struct tot_batch_end){.digest = TOT_DIGEST_START};
	const enum tot_status status =
		plan->threads > 1 ? run_threads(&reader) : run_alone(&reader);
	return status != TOT_OK ? status : reader.status;
}
