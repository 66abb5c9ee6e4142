/* Packed texts and a hash table of names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"

#define PIECE_BYTES ((size_t)16 << 10)

char *tot_json_room(struct tot_json_texts *texts, size_t size)
{
	if (size > PIECE_BYTES / 4)
		return tot_arena_alloc(texts->arena, size);
	if (texts->left < size) {
		texts->at = tot_arena_alloc(texts->arena, PIECE_BYTES);
		texts->left = texts->at ? PIECE_BYTES : 0;
		if (!texts->at)
			return NULL;
	}
	char *room = texts->at;
	texts->at += size;
	texts->left -= size;
	return room;
}

static size_t find_slot(const struct tot_json_texts *texts, const char *name, size_t length)
{
	uint64_t hash = tot_digest_add(TOT_DIGEST_START, name, length);
	size_t slot = (size_t)hash & (texts->slot_count - 1);
	while (texts->slots[slot] && (strncmp(texts->slots[slot], name, length) != 0 ||
				      texts->slots[slot][length] != '\0'))
		slot = (slot + 1) & (texts->slot_count - 1);
	return slot;
}

/* At most half of the slots are taken. */
static bool grow(struct tot_json_texts *texts)
{
	struct tot_json_texts larger = *texts;
	if (texts->name_count * 2 < texts->slot_count)
		return true;
	larger.slot_count = texts->slot_count ? texts->slot_count * 2 : 128;
	larger.slots = calloc(larger.slot_count, sizeof *larger.slots);
	if (!larger.slots) {
		texts->arena->failed = true;
		return false;
	}
	for (size_t i = 0; i < texts->slot_count; i++) {
		const char *name = texts->slots[i];
		if (name)
			larger.slots[find_slot(&larger, name, strlen(name))] = name;
	}
	free(texts->slots);
	*texts = larger;
	return true;
}

const char *tot_json_name(struct tot_json_texts *texts, const char *name, size_t length)
{
	if (!grow(texts))
		return NULL;
	size_t slot = find_slot(texts, name, length);
	if (texts->slots[slot])
		return texts->slots[slot];
	char *copy = tot_json_room(texts, length + 1);
	if (!copy)
		return NULL;
	memcpy(copy, name, length);
	copy[length] = '\0';
	texts->slots[slot] = copy;
	texts->name_count++;
	return copy;
}
