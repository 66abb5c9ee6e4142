/* Units of work and the threads that evaluate them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_POOL_H
#define TOT_BATCH_POOL_H

#include "totalise/batch.h"

/* A unit is small, so that many threads together stay below the promised memory. */
#define TOT_UNIT_RECORDS 16
#define TOT_UNIT_BYTES ((size_t)128 << 10)

/* Consecutive records of one block with their results. */
struct tot_unit {
	struct tot_record records[TOT_UNIT_RECORDS];
	size_t count;
	struct tot_text input;
	struct tot_lives lives;
	enum tot_status status;
	enum tot_block_use use;
	uint64_t block, digest;
	bool last; /* of its block */
	bool done;
};

/* Empty it, memory kept unless it has become large. */
void tot_unit_clear(struct tot_unit *unit);
void tot_unit_evaluate(struct tot_unit *unit, const struct tot_batch_plan *plan);
void tot_unit_free(struct tot_unit *unit);

/* Threads with a ring of units: pushed, evaluated in any order, taken back in the order of the pushes. */
struct tot_pool;
TOT_NODISCARD enum tot_status tot_pool_start(struct tot_pool **out,
					     const struct tot_batch_plan *plan);

/* The next unit to fill, or NULL when all are in use; push hands it to the threads. */
struct tot_unit *tot_pool_free_unit(struct tot_pool *pool);
void tot_pool_push(struct tot_pool *pool);

/* Wait for the oldest unit; NULL when none is under way. pop makes it free again. */
struct tot_unit *tot_pool_wait(struct tot_pool *pool);
void tot_pool_pop(struct tot_pool *pool);

/* End all threads and free the pool; what nobody began is not evaluated. NULL is allowed. */
void tot_pool_end(struct tot_pool *pool);

#endif
