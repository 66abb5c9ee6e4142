/* Parts of a sharded batch put together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_MERGE_H
#define TOT_BATCH_MERGE_H

#include "batch/part.h"

struct tot_merge;

/*
 * Look at the parts.
 *
 * Given      names of count parts, in any order; kept by the caller as long as the merge
 * Returned   out: free with tot_merge_free, also after TOT_ERR_DATA; missing: the shards that no finished part
 *            holds, as "2,5"; empty if all are there
 * Status     TOT_OK; TOT_ERR_DATA if parts are mixed, doubled or missing, or do not have the size that their
 *            manifest names (diag); TOT_ERR_IO if no part is finished; TOT_ERR_MEMORY
 */
TOT_NODISCARD enum tot_status tot_merge_open(struct tot_merge **out, const char *const *names,
					     size_t count, struct tot_text *missing,
					     struct tot_diag *diag);

/*
 * Write all records in the order of the input, and the faults of the bad ones if errors is not NULL.
 * Status: TOT_OK; TOT_ERR_IO, TOT_ERR_DATA if a part is not what its manifest says (diag); the caller then
 * abandons the files.
 */
TOT_NODISCARD enum tot_status tot_merge_write(struct tot_merge *merge, struct tot_file *out,
					      struct tot_file *errors);

struct tot_tally tot_merge_tally(const struct tot_merge *merge);

void tot_merge_free(struct tot_merge *merge);

#endif
