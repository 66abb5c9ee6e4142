/* Finished blocks of an unfinished part. Whoever writes a block writes the same bytes, so two at once do no harm. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "batch/part.h"
#include "law/digest.h"

#define MARK "totalise-block/1"
#define HEAD_BYTES 256

static bool name_of(char *out, size_t size, const char *folder, uint64_t number)
{
	const int length = snprintf(out, size, "%s/%012llu", folder, (unsigned long long)number);
	return length > 0 && (size_t)length < size;
}

static uint64_t digest_of(const struct tot_block *block, const char *output, const char *errors)
{
	uint64_t digest = tot_digest_add(TOT_DIGEST_START, output, (size_t)block->output);
	return tot_digest_add(digest, errors, (size_t)block->errors);
}

bool tot_segment_write(const char *folder, uint64_t number, uint64_t settings,
		       const struct tot_block *block, const struct tot_text *output,
		       const struct tot_text *errors, struct tot_diag *diag)
{
	char name[PATH_MAX], head[HEAD_BYTES];
	struct tot_file file;
	if (!name_of(name, sizeof name, folder, number))
		return false;
	const int size = snprintf(
		head, sizeof head, MARK " %016llx %016llx %llu %llu %llu %llu %llu %016llx\n",
		(unsigned long long)settings, (unsigned long long)block->input,
		(unsigned long long)block->tally.records, (unsigned long long)block->tally.bad,
		(unsigned long long)block->tally.doubtful, (unsigned long long)block->output,
		(unsigned long long)block->errors,
		(unsigned long long)digest_of(block, output->bytes, errors->bytes));
	if (!tot_file_open(&file, name, diag))
		return false;
	const bool fine = tot_file_write(&file, head, (size_t)size) &&
			  tot_file_write(&file, output->bytes, output->size) &&
			  tot_file_write(&file, errors->bytes, errors->size) &&
			  tot_file_commit(&file, true);
	tot_file_abandon(&file);
	return fine;
}

/* The numbers of the head, which ends with the first newline. */
static bool read_head(struct tot_block *block, uint64_t *digest, const struct tot_text *text,
		      uint64_t settings)
{
	unsigned long long n[8];
	if (sscanf(text->bytes, MARK " %llx %llx %llu %llu %llu %llu %llu %llx", &n[0], &n[1],
		   &n[2], &n[3], &n[4], &n[5], &n[6], &n[7]) != 8 ||
	    n[0] != settings)
		return false;
	*block = (struct tot_block){.tally = {.records = n[2], .bad = n[3], .doubtful = n[4]},
				    .input = n[1],
				    .output = n[5],
				    .errors = n[6]};
	*digest = n[7];
	return true;
}

bool tot_segment_read(struct tot_block *block, struct tot_text *output, struct tot_text *errors,
		      const char *folder, uint64_t number, uint64_t settings)
{
	char name[PATH_MAX];
	struct tot_text text = {0};
	uint64_t digest = 0;
	const char *body = NULL;
	if (name_of(name, sizeof name, folder, number) && tot_read_whole(&text, name) &&
	    text.bytes && read_head(block, &digest, &text, settings))
		body = strchr(text.bytes, '\n');
	bool fine =
		body && text.size - (size_t)(++body - text.bytes) == block->output + block->errors;
	fine = fine && digest_of(block, body, body + block->output) == digest;
	if (fine && output)
		tot_text_add_bytes(output, body, (size_t)block->output);
	if (fine && errors)
		tot_text_add_bytes(errors, body + block->output, (size_t)block->errors);
	tot_text_free(&text);
	return fine;
}
