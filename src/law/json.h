/* Strict JSON: what cJSON accepts and a law file or scenario must not contain is refused here. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_JSON_H
#define TOT_LAW_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/arena.h"
#include "totalise/diag.h"
#include "totalise/status.h"

enum tot_json_type {
	TOT_JSON_NULL,
	TOT_JSON_BOOL,
	TOT_JSON_NUMBER,
	TOT_JSON_STRING,
	TOT_JSON_ARRAY,
	TOT_JSON_OBJECT
};

/* A value that lives in the arena it was read into. Members and elements keep their order. */
struct tot_json {
	enum tot_json_type type;
	bool boolean;
	double number;
	const char *string;	/* text of a string */
	const char *key;	/* name inside an object; NULL elsewhere */
	size_t index;		/* position inside the parent */
	size_t count;		/* members or elements */
	struct tot_json *first; /* first member or element */
	struct tot_json *next, *parent;
};

/* Largest file and deepest nesting that are read. */
#define TOT_JSON_MAX_BYTES ((size_t)16 << 20)
#define TOT_JSON_MAX_DEPTH 64

/*
 * Read one JSON text.
 *
 * Given
 *   text, size   the bytes, UTF-8
 *   file         name for the diagnostics
 * Returned
 *   out          the root, owned by the arena; untouched on an error, but for doubled names: the root is
 *                given then too, so that the caller can find the other faults
 * Status
 *   TOT_OK; TOT_ERR_DATA (all faults in diag: position for syntax, pointer for duplicate keys);
 *   TOT_ERR_MEMORY
 * Refused: byte-order mark, invalid UTF-8, NUL, \u0000, control characters, numbers such as 0123,
 * 5. or 1e999, duplicate keys, text after the end, more than TOT_JSON_MAX_DEPTH levels, larger than
 * TOT_JSON_MAX_BYTES. An empty string is left to the caller.
 */
TOT_NODISCARD enum tot_status tot_json_read(const struct tot_json **out, struct tot_arena *arena,
					    const char *text, size_t size, const char *file,
					    struct tot_diag *diag);

/* Member of an object by its exact name; NULL if absent or `object` is NULL or no object. */
const struct tot_json *tot_json_get(const struct tot_json *object, const char *key);

/* Element of an array or object by position; NULL if there is none. */
const struct tot_json *tot_json_at(const struct tot_json *array, size_t index);

/* Text of a string member; NULL if absent or no string. */
const char *tot_json_string(const struct tot_json *object, const char *key);

/* The value at an RFC 6901 pointer below `root`; NULL if there is none. */
const struct tot_json *tot_json_find(const struct tot_json *root, const char *pointer);

#define TOT_POINTER_TEXT 512

/* The place of a value as an RFC 6901 pointer ("" for the root), cut at `size`. Returns `out`. */
const char *tot_json_pointer(char *out, size_t size, const struct tot_json *value);

#endif
