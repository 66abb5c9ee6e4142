/* Merging: block by block in the order of the input, each part checked against its manifest. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/merge.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "law/digest.h"

/* One of the two files of a part: how far it has been copied. */
struct half {
	uint64_t at, digest;
};

struct piece_file {
	const char *name;
	struct tot_manifest manifest;
	struct half output, errors;
	bool found;
};

struct tot_merge {
	struct piece_file *parts; /* by shard */
	size_t shards;
	const struct tot_manifest *first;
	struct tot_diag *diag;
	char *buffer;
	size_t room;
};

static bool fault(struct tot_merge *merge, const char *name, const char *code, const char *text)
{
	tot_diag_add(merge->diag, TOT_ERROR, code, name, "", "%s", text);
	return false;
}

/* The parts of one batch agree in everything but the shard. */
static bool fits(struct tot_merge *merge, const char *name, const struct tot_manifest *m)
{
	const struct tot_manifest *first = merge->first;
	if (m->shards != first->shards)
		return fault(merge, name, "mixed-parts",
			     "this part belongs to another number of shards than the first");
	if (m->settings != first->settings || strcmp(m->header, first->header) != 0)
		return fault(merge, name, "mixed-parts",
			     "this part was made by another version, law, day or choice of columns "
			     "than the first");
	if (m->records != first->records || m->input != first->input)
		return fault(merge, name, "mixed-parts",
			     "this part was made from another input than the first");
	if (merge->parts[m->shard].found)
		return fault(merge, name, "doubled-part", "another part holds the same shard");
	return true;
}

static bool size_is(const char *name, uint64_t size)
{
	struct stat info;
	return stat(name, &info) == 0 && (uint64_t)info.st_size == size;
}

static bool sizes_fit(struct tot_merge *merge, const char *name, const struct tot_manifest *m)
{
	char errors[PATH_MAX];
	uint64_t output_size = 0, errors_size = 0;
	for (size_t i = 0; i < m->block_count; i++) {
		output_size += m->blocks[i].output;
		errors_size += m->blocks[i].errors;
	}
	snprintf(errors, sizeof errors, "%s%s", name, TOT_PART_ERRORS);
	if (size_is(name, output_size) && size_is(errors, errors_size))
		return true;
	return fault(merge, name, "damaged-part",
		     "the part or its .errors does not have the size that its manifest names");
}

static bool make_room(struct tot_merge *merge, const struct tot_manifest *m)
{
	merge->shards = (size_t)m->shards;
	merge->parts = calloc(merge->shards, sizeof *merge->parts);
	return merge->parts != NULL;
}

/* Take one part in; a part without manifest is one that is not finished. */
static enum tot_status take(struct tot_merge *merge, const char *name)
{
	char path[PATH_MAX];
	struct tot_manifest m;
	snprintf(path, sizeof path, "%s%s", name, TOT_MANIFEST);
	enum tot_status status = tot_manifest_read(&m, path, merge->diag);
	if (status == TOT_OK && !merge->first && !make_room(merge, &m))
		status = TOT_ERR_MEMORY;
	bool kept = status == TOT_OK && (!merge->first || fits(merge, name, &m)) &&
		    sizes_fit(merge, name, &m);
	if (!kept) {
		tot_arena_free(&m.arena);
		return status == TOT_ERR_IO || status == TOT_ERR_MEMORY ? status : TOT_ERR_DATA;
	}
	struct piece_file *part = &merge->parts[m.shard];
	*part = (struct piece_file){.name = name,
				    .manifest = m,
				    .output = {.digest = TOT_DIGEST_START},
				    .errors = {.digest = TOT_DIGEST_START},
				    .found = true};
	if (!merge->first)
		merge->first = &part->manifest;
	return TOT_OK;
}

static void list_missing(struct tot_text *out, const struct tot_merge *merge)
{
	for (size_t i = 0; i < merge->shards; i++)
		if (!merge->parts[i].found)
			tot_text_format(out, "%s%zu", out->size ? "," : "", i);
}

enum tot_status tot_merge_open(struct tot_merge **out, const char *const *names, size_t count,
			       struct tot_text *missing, struct tot_diag *diag)
{
	struct tot_merge *merge = calloc(1, sizeof *merge);
	if (!merge)
		return TOT_ERR_MEMORY;
	*out = merge;
	merge->diag = diag;
	for (size_t i = 0; i < count; i++)
		if (take(merge, names[i]) == TOT_ERR_MEMORY)
			return TOT_ERR_MEMORY;
	if (diag->errors)
		return TOT_ERR_DATA;
	if (!merge->first) {
		fault(merge, names[0], "no-part",
		      "no part is finished: there is no manifest beside it");
		return TOT_ERR_IO;
	}
	list_missing(missing, merge);
	return missing->size ? TOT_ERR_DATA : TOT_OK;
}

static bool grow(struct tot_merge *merge, size_t size)
{
	if (size <= merge->room)
		return true;
	char *buffer = realloc(merge->buffer, size);
	if (!buffer)
		return false;
	merge->buffer = buffer;
	merge->room = size;
	return true;
}

/* `size` bytes of a file from a position; files are opened one at a time, however many parts there are. */
static bool read_at(struct tot_merge *merge, const char *name, uint64_t at, size_t size)
{
	const int fd = open(name, O_RDONLY);
	size_t done = 0;
	while (fd >= 0 && done < size) {
		const ssize_t got =
			pread(fd, merge->buffer + done, size - done, (off_t)(at + done));
		if (got <= 0)
			break;
		done += (size_t)got;
	}
	if (fd >= 0)
		close(fd);
	return fd >= 0 && done == size;
}

static bool copy(struct tot_merge *merge, struct half *half, const char *name, uint64_t bytes,
		 struct tot_file *out)
{
	const size_t size = (size_t)bytes;
	if (size == 0)
		return true;
	if (!grow(merge, size))
		return fault(merge, name, "memory", "not enough memory for a block");
	if (!read_at(merge, name, half->at, size))
		return fault(merge, name, "unreadable", "the part cannot be read");
	half->at += bytes;
	half->digest = tot_digest_add(half->digest, merge->buffer, size);
	return !out || tot_file_write(out, merge->buffer, size);
}

static bool copy_block(struct tot_merge *merge, uint64_t number, struct tot_file *out,
		       struct tot_file *errors)
{
	struct piece_file *part = &merge->parts[number % merge->shards];
	const uint64_t index = number / merge->shards;
	char name[PATH_MAX];
	if (index >= part->manifest.block_count)
		return fault(merge, part->name, "damaged-part", "the manifest lacks a block");
	const struct tot_block *block = &part->manifest.blocks[index];
	snprintf(name, sizeof name, "%s%s", part->name, TOT_PART_ERRORS);
	return copy(merge, &part->output, part->name, block->output, out) &&
	       copy(merge, &part->errors, name, block->errors, errors);
}

static bool digests_fit(struct tot_merge *merge)
{
	for (size_t i = 0; i < merge->shards; i++) {
		const struct piece_file *part = &merge->parts[i];
		if ((part->output.digest ^ part->errors.digest) != part->manifest.digest)
			return fault(merge, part->name, "damaged-part",
				     "the bytes of the part are not those of its manifest");
	}
	return true;
}

enum tot_status tot_merge_write(struct tot_merge *merge, struct tot_file *out,
				struct tot_file *errors)
{
	const char *header = merge->first->header;
	const uint64_t count = (merge->first->records + TOT_BLOCK_RECORDS - 1) / TOT_BLOCK_RECORDS;
	bool fine = tot_file_write(out, header, strlen(header));
	for (uint64_t b = 0; fine && b < count; b++)
		fine = copy_block(merge, b, out, errors);
	if (!fine)
		return TOT_ERR_IO;
	return digests_fit(merge) ? TOT_OK : TOT_ERR_DATA;
}

struct tot_tally tot_merge_tally(const struct tot_merge *merge)
{
	struct tot_tally sum = {0};
	for (size_t i = 0; i < merge->shards; i++)
		for (size_t b = 0; b < merge->parts[i].manifest.block_count; b++) {
			const struct tot_tally *one = &merge->parts[i].manifest.blocks[b].tally;
			sum.records += one->records;
			sum.bad += one->bad;
			sum.doubtful += one->doubtful;
		}
	return sum;
}

void tot_merge_free(struct tot_merge *merge)
{
	if (!merge)
		return;
	for (size_t i = 0; merge->parts && i < merge->shards; i++)
		if (merge->parts[i].found)
			tot_arena_free(&merge->parts[i].manifest.arena);
	free(merge->parts);
	free(merge->buffer);
	free(merge);
}
