/* Bump allocation in blocks that are freed together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)64 << 10)

struct tot_arena_block {
	struct tot_arena_block *next;
	size_t used, size;
	max_align_t bytes[];
};

static struct tot_arena_block *new_block(struct tot_arena *arena, size_t size)
{
	size_t room = size > BLOCK_BYTES ? size : BLOCK_BYTES;
	struct tot_arena_block *block = malloc(sizeof(*block) + room);
	if (!block) {
		arena->failed = true;
		return NULL;
	}
	/* Pieces are zeroed when they are given out: most of a block is often never used. */
	*block = (struct tot_arena_block){.size = room};
	/* A large piece goes behind the block in use, whose rest stays usable. */
	if (size > BLOCK_BYTES && arena->blocks) {
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	} else {
		block->next = arena->blocks;
		arena->blocks = block;
	}
	return block;
}

void *tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	if (size > SIZE_MAX / 2) {
		arena->failed = true;
		return NULL;
	}
	size = (size + align - 1) / align * align;
	struct tot_arena_block *block = arena->blocks;
	if (!block || block->size - block->used < size)
		block = new_block(arena, size);
	if (!block)
		return NULL;
	void *piece = (char *)block->bytes + block->used;
	block->used += size;
	return memset(piece, 0, size);
}

char *tot_arena_copy(struct tot_arena *arena, const char *text, size_t size)
{
	char *copy = tot_arena_alloc(arena, size + 1);
	if (copy && size)
		memcpy(copy, text, size);
	return copy;
}

const char *tot_arena_format(struct tot_arena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	va_list again;
	va_copy(again, args);
	int size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = size < 0 ? NULL : tot_arena_alloc(arena, (size_t)size + 1);
	if (text)
		vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	return text ? text : "";
}

void *tot_arena_grow(struct tot_arena *arena, void *items, size_t count, size_t size)
{
	if (count && (count & (count - 1)))
		return items;
	if (size && count > SIZE_MAX / 4 / size) {
		arena->failed = true;
		return NULL;
	}
	void *larger = tot_arena_alloc(arena, (count ? 2 * count : 1) * size);
	if (larger && count)
		memcpy(larger, items, count * size);
	return larger;
}

void tot_arena_free(struct tot_arena *arena)
{
	if (!arena)
		return;
	for (struct tot_arena_block *block = arena->blocks, *next; block; block = next) {
		next = block->next;
		free(block);
	}
	*arena = (struct tot_arena){0};
}
