/* Threads that evaluate units of a ring. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* pthread_setaffinity_np */
#include "batch/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

#define UNITS_PER_THREAD 3

/* A text that a rare long record has made large is given back. */
#define KEPT_BYTES ((size_t)512 << 10)

struct tot_pool {
	const struct tot_batch_plan *plan;
	pthread_mutex_t lock;
	pthread_cond_t ready, done;
	struct tot_unit *units;
	size_t unit_count;
	uint64_t pushed, taken, popped;
	bool closed;
	pthread_t *threads;
	int thread_count;
};

static void empty(struct tot_text *text)
{
	if (text->capacity > KEPT_BYTES || text->failed)
		tot_text_free(text);
	text->size = 0;
}

void tot_unit_clear(struct tot_unit *unit)
{
	empty(&unit->input);
	empty(&unit->lives.output);
	empty(&unit->lives.errors);
	empty(&unit->lives.cohorts);
	unit->count = 0;
	unit->lives.tally = (struct tot_tally){0};
	unit->status = TOT_OK;
	unit->done = false;
}

void tot_unit_evaluate(struct tot_unit *unit, const struct tot_batch_plan *plan)
{
	for (size_t i = 0; unit->use == TOT_BLOCK_EVALUATE && i < unit->count; i++) {
		if (unit->status != TOT_OK || (plan->stop_on_error && unit->lives.tally.bad))
			return;
		unit->status = tot_batch_life(&unit->lives, &unit->records[i], unit->input.bytes,
					      &plan->job);
	}
}

void tot_unit_free(struct tot_unit *unit)
{
	tot_text_free(&unit->input);
	tot_text_free(&unit->lives.output);
	tot_text_free(&unit->lives.errors);
	tot_text_free(&unit->lives.cohorts);
}

static void *work(void *data)
{
	struct tot_pool *pool = data;
	pthread_mutex_lock(&pool->lock);
	for (;;) {
		while (pool->taken == pool->pushed && !pool->closed)
			pthread_cond_wait(&pool->ready, &pool->lock);
		if (pool->closed)
			break;
		struct tot_unit *unit = &pool->units[pool->taken++ % pool->unit_count];
		pthread_mutex_unlock(&pool->lock);
		tot_unit_evaluate(unit, pool->plan);
		pthread_mutex_lock(&pool->lock);
		unit->done = true;
		pthread_cond_signal(&pool->done);
	}
	pthread_mutex_unlock(&pool->lock);
	return NULL;
}

/* Thread i on the i-th of the processors that we may use; a refusal changes only the speed. */
static void pin(pthread_t thread, int index)
{
	cpu_set_t allowed, one;
	if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
		return;
	const int count = CPU_COUNT(&allowed);
	for (int cpu = 0, seen = 0; cpu < CPU_SETSIZE; cpu++) {
		if (!CPU_ISSET((size_t)cpu, &allowed) || seen++ != index % count)
			continue;
		CPU_ZERO(&one);
		CPU_SET((size_t)cpu, &one);
		(void)pthread_setaffinity_np(thread, sizeof one, &one);
		return;
	}
}

static enum tot_status start_threads(struct tot_pool *pool)
{
	for (int i = 0; i < pool->plan->threads; i++) {
		if (pthread_create(&pool->threads[i], NULL, work, pool) != 0)
			break;
		pool->thread_count++;
		if (pool->plan->pin)
			pin(pool->threads[i], i);
	}
	/* Fewer threads than asked for do the same work. */
	return pool->thread_count ? TOT_OK : TOT_ERR_MEMORY;
}

enum tot_status tot_pool_start(struct tot_pool **out, const struct tot_batch_plan *plan)
{
	struct tot_pool *pool = calloc(1, sizeof *pool);
	if (!pool)
		return TOT_ERR_MEMORY;
	*out = pool;
	pool->plan = plan;
	pthread_mutex_init(&pool->lock, NULL);
	pthread_cond_init(&pool->ready, NULL);
	pthread_cond_init(&pool->done, NULL);
	pool->unit_count = (size_t)plan->threads * UNITS_PER_THREAD;
	pool->units = calloc(pool->unit_count, sizeof *pool->units);
	pool->threads = calloc((size_t)plan->threads, sizeof *pool->threads);
	return pool->units && pool->threads ? start_threads(pool) : TOT_ERR_MEMORY;
}

struct tot_unit *tot_pool_free_unit(struct tot_pool *pool)
{
	if (pool->pushed - pool->popped == pool->unit_count)
		return NULL;
	return &pool->units[pool->pushed % pool->unit_count];
}

void tot_pool_push(struct tot_pool *pool)
{
	pthread_mutex_lock(&pool->lock);
	pool->pushed++;
	pthread_cond_signal(&pool->ready);
	pthread_mutex_unlock(&pool->lock);
}

struct tot_unit *tot_pool_wait(struct tot_pool *pool)
{
	if (pool->popped == pool->pushed)
		return NULL;
	struct tot_unit *unit = &pool->units[pool->popped % pool->unit_count];
	pthread_mutex_lock(&pool->lock);
	while (!unit->done)
		pthread_cond_wait(&pool->done, &pool->lock);
	pthread_mutex_unlock(&pool->lock);
	return unit;
}

void tot_pool_pop(struct tot_pool *pool)
{
	pool->popped++;
}

void tot_pool_end(struct tot_pool *pool)
{
	if (!pool)
		return;
	pthread_mutex_lock(&pool->lock);
	pool->closed = true;
	pthread_cond_broadcast(&pool->ready);
	pthread_mutex_unlock(&pool->lock);
	for (int i = 0; i < pool->thread_count; i++)
		pthread_join(pool->threads[i], NULL);
	for (size_t i = 0; pool->units && i < pool->unit_count; i++)
		tot_unit_free(&pool->units[i]);
	free(pool->units);
	free(pool->threads);
	pthread_cond_destroy(&pool->done);
	pthread_cond_destroy(&pool->ready);
	pthread_mutex_destroy(&pool->lock);
	free(pool);
}
