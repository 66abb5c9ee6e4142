/* Texts of a JSON document: packed into its arena, names of members kept once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_JSON_NAMES_H
#define TOT_LAW_JSON_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/arena.h"

struct tot_json_texts {
	struct tot_arena *arena;
	char *at; /* free bytes of the piece in use */
	size_t left;
	const char **slots; /* names, found by their hash; of the heap until the document is read */
	size_t slot_count, name_count;
};

/* Room for `size` bytes; NULL when memory is short. */
char *tot_json_room(struct tot_json_texts *texts, size_t size);

/* The one copy of this name: equal names have equal addresses. NULL when memory is short. */
const char *tot_json_name(struct tot_json_texts *texts, const char *name, size_t length);

#endif
