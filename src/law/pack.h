/* JSON that was read when the program was built: packed, so that nothing is parsed at its start. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_PACK_H
#define TOT_LAW_PACK_H

#include "json.h"
#include "totalise/text.h"

/*
 * Append a value: its type; then a number as eight bytes, a string with its NUL, or the count of the
 * children as four bytes and each child, in an object behind its name with NUL. Lowest byte first.
 */
void tot_pack(struct tot_text *out, const struct tot_json *value);

/*
 * The packed value as a tree in the arena; its texts stay in `bytes`, which must outlive it.
 * Status: TOT_OK; TOT_ERR_DATA if the bytes are none of tot_pack; TOT_ERR_MEMORY.
 */
TOT_NODISCARD enum tot_status tot_unpack(const struct tot_json **out, struct tot_arena *arena,
					 const unsigned char *bytes, size_t size);

#endif
