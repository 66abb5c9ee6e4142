/* Manifests of parts: written, read, and the digest of settings that they carry. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/part.h"
#include "law/digest.h"
#include "law/json.h"
#include "report/json_writer.h"

#define FORMAT "totalise-part/1"
#define HEX_TEXT 17

static uint64_t add_text(uint64_t digest, const char *text)
{
	return tot_digest_add(digest, text, strlen(text) + 1);
}

uint64_t tot_settings_digest(const struct tot_batch_job *job, const char *version)
{
	char day[TOT_DATE_TEXT], number[32];
	uint64_t digest = add_text(TOT_DIGEST_START, version);
	digest = add_text(digest, tot_law_digest(job->law));
	digest = add_text(digest, job->base ? tot_law_digest(job->base) : "");
	digest = add_text(digest, tot_date_print(day, job->as_of));
	snprintf(number, sizeof number, "%d %d %d", job->explain, job->strict, TOT_BLOCK_RECORDS);
	digest = add_text(digest, number);
	for (size_t i = 0; job->columns && i < tot_columns_count(job->columns); i++)
		digest = add_text(digest, tot_columns_path(job->columns, i));
	return digest;
}

static void write_hex(struct tot_writer *w, const char *key, uint64_t value)
{
	char text[HEX_TEXT];
	snprintf(text, sizeof text, "%016llx", (unsigned long long)value);
	tot_write_string(w, key, text);
}

static void write_block(struct tot_writer *w, const struct tot_block *block)
{
	tot_write_array(w, NULL);
	tot_write_int(w, NULL, (int64_t)block->tally.records);
	tot_write_int(w, NULL, (int64_t)block->tally.bad);
	tot_write_int(w, NULL, (int64_t)block->tally.doubtful);
	tot_write_int(w, NULL, (int64_t)block->output);
	tot_write_int(w, NULL, (int64_t)block->errors);
	tot_write_array_end(w);
}

bool tot_manifest_write(const struct tot_manifest *m, const char *name, struct tot_diag *diag)
{
	struct tot_text text = {0};
	struct tot_writer w = {.out = &text, .compact = true};
	struct tot_file file;
	tot_write_object(&w, NULL);
	tot_write_string(&w, "format", FORMAT);
	write_hex(&w, "settings", m->settings);
	tot_write_int(&w, "shard", m->shard);
	tot_write_int(&w, "shards", m->shards);
	tot_write_int(&w, "records", (int64_t)m->records);
	write_hex(&w, "input", m->input);
	write_hex(&w, "digest", m->digest);
	tot_write_string(&w, "header", m->header);
	tot_write_array(&w, "blocks");
	for (size_t i = 0; i < m->block_count; i++)
		write_block(&w, &m->blocks[i]);
	tot_write_array_end(&w);
	tot_write_object_end(&w);
	tot_text_add(&text, "\n");
	bool fine = !text.failed && tot_file_open(&file, name, diag);
	if (fine) {
		fine = tot_file_write(&file, text.bytes, text.size) && tot_file_commit(&file, true);
		tot_file_abandon(&file);
	}
	tot_text_free(&text);
	return fine;
}

bool tot_read_whole(struct tot_text *out, const char *name)
{
	char part[1 << 14];
	ssize_t got = -1;
	const int fd = open(name, O_RDONLY);
	if (fd < 0)
		return false;
	while ((got = read(fd, part, sizeof part)) > 0)
		tot_text_add_bytes(out, part, (size_t)got);
	close(fd);
	return got == 0 && !out->failed;
}

static uint64_t hex_of(const struct tot_json *object, const char *key, bool *fine)
{
	const char *text = tot_json_string(object, key);
	*fine &= text && strlen(text) == HEX_TEXT - 1 &&
		 strspn(text, "0123456789abcdef") == HEX_TEXT - 1;
	return *fine ? strtoull(text, NULL, 16) : 0;
}

/* A count below 2^53, as JSON numbers are exact. */
static uint64_t count_of(const struct tot_json *value, bool *fine)
{
	*fine &= value && value->type == TOT_JSON_NUMBER && value->number >= 0 &&
		 value->number < 9e15;
	return *fine ? (uint64_t)value->number : 0;
}

static bool read_blocks(struct tot_manifest *m, const struct tot_json *list)
{
	bool fine = list && list->type == TOT_JSON_ARRAY;
	if (!fine)
		return false;
	m->blocks = tot_arena_alloc(&m->arena, (list->count + 1) * sizeof *m->blocks);
	for (size_t i = 0; m->blocks && fine && i < list->count; i++) {
		const struct tot_json *cells = tot_json_at(list, i);
		m->blocks[i] = (struct tot_block){
			.tally = {.records = count_of(tot_json_at(cells, 0), &fine),
				  .bad = count_of(tot_json_at(cells, 1), &fine),
				  .doubtful = count_of(tot_json_at(cells, 2), &fine)},
			.output = count_of(tot_json_at(cells, 3), &fine),
			.errors = count_of(tot_json_at(cells, 4), &fine)};
	}
	m->block_count = list->count;
	return fine && m->blocks;
}

static bool read_members(struct tot_manifest *m, const struct tot_json *root)
{
	bool fine = true;
	const char *format = tot_json_string(root, "format");
	m->header = tot_json_string(root, "header");
	m->settings = hex_of(root, "settings", &fine);
	m->input = hex_of(root, "input", &fine);
	m->digest = hex_of(root, "digest", &fine);
	m->shard = (int64_t)count_of(tot_json_get(root, "shard"), &fine);
	m->shards = (int64_t)count_of(tot_json_get(root, "shards"), &fine);
	m->records = count_of(tot_json_get(root, "records"), &fine);
	return format && strcmp(format, FORMAT) == 0 && m->header && fine && m->shard < m->shards &&
	       read_blocks(m, tot_json_get(root, "blocks"));
}

enum tot_status tot_manifest_read(struct tot_manifest *out, const char *name, struct tot_diag *diag)
{
	struct tot_text text = {0};
	const struct tot_json *root = NULL;
	enum tot_status status = TOT_ERR_IO;
	*out = (struct tot_manifest){0};
	if (tot_read_whole(&text, name))
		status = tot_json_read(&root, &out->arena, text.bytes ? text.bytes : "", text.size,
				       name, diag);
	tot_text_free(&text);
	if (status == TOT_OK && !read_members(out, root))
		status = out->arena.failed ? TOT_ERR_MEMORY : TOT_ERR_DATA;
	if (status == TOT_ERR_DATA && diag->errors == 0)
		tot_diag_add(diag, TOT_ERROR, "manifest", name, "",
			     "this is no manifest of a part");
	return status;
}
