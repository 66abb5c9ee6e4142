/* The output of one shard: its blocks one by one, then the part, then its manifest. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/part.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "law/digest.h"

static bool name_with(char *out, size_t size, const char *name, const char *end)
{
	const int length = snprintf(out, size, "%s%s", name, end);
	return length > 0 && (size_t)length < size;
}

static enum tot_block_use use(struct tot_batch_out *self, uint64_t block)
{
	struct tot_shard *part = (struct tot_shard *)self;
	if ((int64_t)(block % (uint64_t)part->shards) != part->shard)
		return TOT_BLOCK_SKIP;
	part->block = (struct tot_block){0};
	return tot_segment_read(&part->block, NULL, NULL, part->folder, block, part->settings)
		       ? TOT_BLOCK_KNOWN
		       : TOT_BLOCK_EVALUATE;
}

/* Another run of the same shard may have finished the part and removed the folder: then all is well. */
static bool finished_elsewhere(const struct tot_shard *part)
{
	char name[PATH_MAX];
	return name_with(name, sizeof name, part->name, TOT_MANIFEST) && access(name, R_OK) == 0;
}

static enum tot_status keep_block(struct tot_shard *part, const struct tot_piece *piece)
{
	const struct tot_block block = {.tally = part->block.tally,
					.input = piece->digest,
					.output = part->output.size,
					.errors = part->errors.size};
	if (part->output.failed || part->errors.failed)
		return TOT_ERR_MEMORY;
	tot_text_add(&part->output, "");
	tot_text_add(&part->errors, "");
	const bool kept = tot_segment_write(part->folder, piece->block, part->settings, &block,
					    &part->output, &part->errors, part->diag);
	part->output.size = part->errors.size = 0;
	part->block = (struct tot_block){0};
	return kept || finished_elsewhere(part) ? TOT_OK : TOT_ERR_IO;
}

static enum tot_status add(struct tot_batch_out *self, const struct tot_piece *piece)
{
	struct tot_shard *part = (struct tot_shard *)self;
	part->block.tally.records += piece->lives->tally.records;
	part->block.tally.bad += piece->lives->tally.bad;
	part->block.tally.doubtful += piece->lives->tally.doubtful;
	tot_text_add_bytes(&part->output, piece->lives->output.bytes, piece->lives->output.size);
	tot_text_add_bytes(&part->errors, piece->lives->errors.bytes, piece->lives->errors.size);
	return piece->last ? keep_block(part, piece) : TOT_OK;
}

static enum tot_status known(struct tot_batch_out *self, uint64_t number, uint64_t digest)
{
	struct tot_shard *part = (struct tot_shard *)self;
	struct tot_block block;
	if (tot_segment_read(&block, NULL, NULL, part->folder, number, part->settings) &&
	    block.input == digest)
		return TOT_OK;
	if (finished_elsewhere(part))
		return TOT_OK;
	tot_diag_add(part->diag, TOT_ERROR, "changed-input", part->folder, "",
		     "these blocks were evaluated from another input; remove the folder to begin "
		     "anew");
	return TOT_ERR_DATA;
}

static void add_tally(struct tot_tally *sum, const struct tot_tally *one)
{
	sum->records += one->records;
	sum->bad += one->bad;
	sum->doubtful += one->doubtful;
}

static enum tot_status look_at_manifest(const struct tot_shard *part, bool *finished,
					struct tot_tally *tally)
{
	char name[PATH_MAX];
	struct tot_manifest manifest;
	if (!name_with(name, sizeof name, part->name, TOT_MANIFEST))
		return TOT_ERR_IO;
	enum tot_status status = tot_manifest_read(&manifest, name, part->diag);
	*finished = status == TOT_OK;
	if (status == TOT_OK &&
	    (manifest.settings != part->settings || manifest.shard != part->shard ||
	     manifest.shards != part->shards)) {
		tot_diag_add(part->diag, TOT_ERROR, "other-part", part->name, "",
			     "a part of another shard, version, law or choice of columns has this "
			     "name; remove it and its manifest, or choose another name");
		status = TOT_ERR_DATA;
	}
	for (size_t i = 0; status == TOT_OK && i < manifest.block_count; i++)
		add_tally(tally, &manifest.blocks[i].tally);
	tot_arena_free(&manifest.arena);
	return status == TOT_ERR_IO ? TOT_OK : status;
}

enum tot_status tot_shard_open(struct tot_shard *part, bool *finished, struct tot_tally *tally,
			       struct tot_diag *diag)
{
	part->out = (struct tot_batch_out){.use = use, .add = add, .known = known};
	part->diag = diag;
	*finished = false;
	*tally = (struct tot_tally){0};
	const enum tot_status status = look_at_manifest(part, finished, tally);
	if (status != TOT_OK || *finished)
		return status;
	if (name_with(part->folder, sizeof part->folder, part->name, TOT_PART_BLOCKS) &&
	    (mkdir(part->folder, 0777) == 0 || access(part->folder, W_OK | X_OK) == 0))
		return TOT_OK;
	tot_diag_add(diag, TOT_ERROR, "no-folder", part->folder, "",
		     "this folder for finished blocks can neither be made nor written to");
	return TOT_ERR_IO;
}

/* The part and its errors, put together from the blocks. */
struct assembly {
	struct tot_shard *part;
	struct tot_manifest manifest;
	struct tot_file output, errors;
	uint64_t output_digest, errors_digest;
};

static bool copy_block(struct assembly *a, uint64_t number)
{
	struct tot_text output = {0}, errors = {0};
	struct tot_manifest *m = &a->manifest;
	struct tot_block *blocks =
		tot_arena_grow(&m->arena, m->blocks, m->block_count, sizeof *m->blocks);
	bool fine = blocks != NULL;
	if (fine) {
		m->blocks = blocks;
		fine = tot_segment_read(&m->blocks[m->block_count], &output, &errors,
					a->part->folder, number, a->part->settings);
	}
	if (fine) {
		m->block_count++;
		a->output_digest = tot_digest_add(a->output_digest, output.bytes, output.size);
		a->errors_digest = tot_digest_add(a->errors_digest, errors.bytes, errors.size);
		fine = tot_file_write(&a->output, output.bytes, output.size) &&
		       tot_file_write(&a->errors, errors.bytes, errors.size);
	}
	tot_text_free(&output);
	tot_text_free(&errors);
	return fine;
}

static uint64_t blocks_of(uint64_t records)
{
	return (records + TOT_BLOCK_RECORDS - 1) / TOT_BLOCK_RECORDS;
}

static bool assemble(struct assembly *a, const struct tot_batch_end *end)
{
	const struct tot_shard *part = a->part;
	char errors[PATH_MAX], manifest[PATH_MAX];
	if (!name_with(errors, sizeof errors, part->name, TOT_PART_ERRORS) ||
	    !name_with(manifest, sizeof manifest, part->name, TOT_MANIFEST) ||
	    !tot_file_open(&a->output, part->name, part->diag) ||
	    !tot_file_open(&a->errors, errors, part->diag))
		return false;
	const uint64_t count = blocks_of(end->records), step = (uint64_t)part->shards;
	for (uint64_t b = (uint64_t)part->shard; b < count; b += step)
		if (!copy_block(a, b))
			return false;
	a->manifest.digest = a->output_digest ^ a->errors_digest;
	return tot_file_commit(&a->output, true) && tot_file_commit(&a->errors, true) &&
	       tot_manifest_write(&a->manifest, manifest, part->diag);
}

/* The blocks, and what a killed run left half written beside them. */
static void remove_blocks(const struct tot_shard *part)
{
	DIR *folder = opendir(part->folder);
	for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
		char name[PATH_MAX + sizeof entry->d_name + 1];
		snprintf(name, sizeof name, "%s/%s", part->folder, entry->d_name);
		if (entry->d_name[0] != '.')
			unlink(name);
	}
	if (folder)
		closedir(folder);
	rmdir(part->folder);
}

enum tot_status tot_shard_finish(struct tot_shard *part, const struct tot_batch_end *end,
				 struct tot_tally *tally)
{
	struct assembly a = {.part = part,
			     .manifest = {.settings = part->settings,
					  .shard = part->shard,
					  .shards = part->shards,
					  .records = end->records,
					  .input = end->digest,
					  .header = part->header},
			     .output = {.fd = -1},
			     .errors = {.fd = -1},
			     .output_digest = TOT_DIGEST_START,
			     .errors_digest = TOT_DIGEST_START};
	const bool fine = assemble(&a, end);
	tot_file_abandon(&a.output);
	tot_file_abandon(&a.errors);
	*tally = (struct tot_tally){0};
	for (size_t i = 0; i < a.manifest.block_count; i++)
		add_tally(tally, &a.manifest.blocks[i].tally);
	tot_arena_free(&a.manifest.arena);
	if (fine) {
		remove_blocks(part);
		return TOT_OK;
	}
	bool finished = false;
	if (!finished_elsewhere(part))
		return TOT_ERR_IO;
	*tally = (struct tot_tally){0};
	return look_at_manifest(part, &finished, tally);
}

void tot_shard_free(struct tot_shard *part)
{
	tot_text_free(&part->output);
	tot_text_free(&part->errors);
}
