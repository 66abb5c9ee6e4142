/* Changes of the law by a JSON Merge Patch. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_REFORM_H
#define TOT_LAW_REFORM_H

#include "lawbook.h"

/*
 * The value with a patch applied (RFC 7396): members are replaced or added, null removes one, everything that is
 * no object replaces the whole value. Beyond the RFC, an object over a list whose entries have an `id` changes the
 * entries that it names by id. Neither tree is changed; the result shares no node with them.
 * Returned: NULL when memory is short, or when the patch removes the value as a whole.
 */
struct tot_json *tot_json_merge(struct tot_arena *arena, const struct tot_json *target,
				const struct tot_json *patch);

/*
 * Read a reform: an object whose members are named after law files ("jp.lump_sum_epi", "agreements/de-jp.json"
 * or "de-jp") and hold a patch of that file; `title`, `note`, `source` are texts about it. Names that fit no
 * file of the loader's law are faults.
 */
TOT_NODISCARD enum tot_status tot_reform_read(struct tot_loader *loader,
					      const struct tot_reform *reform);

/* The root of a file after the reform; the same root if it leaves the file alone. */
const struct tot_json *tot_reform_apply(struct tot_loader *loader, const struct tot_law_file *file,
					const struct tot_json *root);

#endif
