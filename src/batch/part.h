/* Parts of a sharded batch: blocks kept as they are finished, part files, their manifests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_PART_H
#define TOT_BATCH_PART_H

#include "batch/file.h"
#include "totalise/batch.h"

/* What one finished block is. */
struct tot_block {
	struct tot_tally tally;
	uint64_t input;		 /* digest over its records */
	uint64_t output, errors; /* bytes */
};

/* What a part says about itself: NAME.manifest. Texts live in the arena. */
struct tot_manifest {
	struct tot_arena arena;
	uint64_t settings; /* digest of everything that decides the output, but for the input */
	int64_t shard, shards;
	uint64_t records, input;  /* of the whole input: count and digest */
	uint64_t digest;	  /* over the bytes of the part and of its errors */
	const char *header;	  /* first line of the merged output, with its end; "" for JSON */
	struct tot_block *blocks; /* in the order of the part */
	size_t block_count;
};

#define TOT_MANIFEST ".manifest" /* behind the name of the part */
#define TOT_PART_ERRORS ".errors"
#define TOT_PART_BLOCKS ".blocks" /* folder of the finished blocks of an unfinished part */

/* Digest of what decides the output of a job. */
uint64_t tot_settings_digest(const struct tot_batch_job *job, const char *version);

bool tot_manifest_write(const struct tot_manifest *manifest, const char *name,
			struct tot_diag *diag);

/*
 * Read a manifest. Status: TOT_OK; TOT_ERR_IO if there is none (nothing in diag); TOT_ERR_DATA, TOT_ERR_MEMORY.
 * Free with tot_arena_free(&out->arena), also after a failure.
 */
TOT_NODISCARD enum tot_status tot_manifest_read(struct tot_manifest *out, const char *name,
						struct tot_diag *diag);

/* A whole small file; false if it cannot be read. */
bool tot_read_whole(struct tot_text *out, const char *name);

/* One block on the disk: FOLDER/NUMBER. False: the reason is in diag. */
bool tot_segment_write(const char *folder, uint64_t number, uint64_t settings,
		       const struct tot_block *block, const struct tot_text *output,
		       const struct tot_text *errors, struct tot_diag *diag);

/* The block if it was finished under the same settings; output and errors may be NULL. False: it is to be done. */
bool tot_segment_read(struct tot_block *block, struct tot_text *output, struct tot_text *errors,
		      const char *folder, uint64_t number, uint64_t settings);

/* The output of one shard: a struct tot_batch_out. */
struct tot_shard {
	struct tot_batch_out out;
	const char *name;
	char folder[PATH_MAX];
	uint64_t settings;
	int64_t shard, shards;
	const char *header;
	struct tot_diag *diag;
	struct tot_block block; /* the one that is being filled, or was found */
	bool known;
	struct tot_text output, errors;
};

/*
 * Begin or go on with a part.
 * Returned   *finished: it is complete already, *tally are its counts; nothing is to be done
 * Status     TOT_OK; TOT_ERR_DATA if a part of other settings has this name; TOT_ERR_IO
 */
TOT_NODISCARD enum tot_status tot_shard_open(struct tot_shard *part, bool *finished,
					     struct tot_tally *tally, struct tot_diag *diag);

/* All blocks are done: write the part, its errors, and last its manifest; the blocks are removed. */
TOT_NODISCARD enum tot_status tot_shard_finish(struct tot_shard *part,
					       const struct tot_batch_end *end,
					       struct tot_tally *tally);

void tot_shard_free(struct tot_shard *part);

#endif
