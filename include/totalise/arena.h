/* Memory of one document: allocated piece by piece, freed at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_ARENA_H
#define TOTALISE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/status.h"

struct tot_arena_block;

/* Zero-initialise before use. `failed` stays true after the first allocation failure. */
struct tot_arena {
	struct tot_arena_block *blocks;
	bool failed;
};

/* Zeroed memory of `size` bytes, aligned for any object; NULL when memory is short. */
void *tot_arena_alloc(struct tot_arena *arena, size_t size);

/* Copy of the first `size` bytes of `text` with a terminating NUL; NULL when memory is short. */
char *tot_arena_copy(struct tot_arena *arena, const char *text, size_t size);

/* Formatted text in the arena; "" when memory is short (and `failed` is set). */
const char *tot_arena_format(struct tot_arena *arena, const char *format, ...) TOT_PRINTF(2, 3);

/*
 * Room for one more element at the end of a growing array.
 *
 * Given
 *   items, count   the array so far (NULL, 0 at first); capacity doubles at powers of two
 *   size           size of one element in bytes
 * Returned
 *   the array with room for count + 1 elements (moved when it had to grow), or NULL when memory is short
 */
void *tot_arena_grow(struct tot_arena *arena, void *items, size_t count, size_t size);

void tot_arena_free(struct tot_arena *arena);

#endif
