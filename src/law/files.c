/* The files of a law book: those inside the program, or those of a folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "builtin.h"
#include "digest.h"
#include "lawbook.h"

/* Law file format, section 1: examples for tests, no law. */
static const char *const not_law[] = {"worked-examples.json", "reference-values.json"};

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);
	return length >= tail && strcmp(text + length - tail, end) == 0;
}

static bool is_folder(const char *path)
{
	struct stat info;
	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* "law/jp/np_premium.json" is "jp.np_premium"; folder, dot, name without .json. */
static const char *parameter_of(struct tot_arena *arena, const char *name)
{
	const char *start = strncmp(name, "law/", 4) == 0 ? name + 4 : name;
	size_t length = strlen(start);
	if (ends_with(start, ".json"))
		length -= strlen(".json");
	char *parameter = tot_arena_copy(arena, start, length);
	for (char *c = parameter; c && *c; c++) {
		if (*c == '/')
			*c = '.';
		else if (*c == '-')
			*c = '_';
	}
	return parameter;
}

static enum tot_file_kind kind_of(const char *name)
{
	if (ends_with(name, ".csv"))
		return TOT_FILE_CSV;
	bool agreement = strncmp(name, "agreements/", 11) == 0 &&
			 strcmp(name, "agreements/overview.json") != 0 &&
			 strcmp(name, "agreements/deadlines.json") != 0;
	return agreement ? TOT_FILE_AGREEMENT : TOT_FILE_PARAMETER;
}

static struct tot_law_file *add_file(struct tot_loader *loader, const char *name, const char *shown)
{
	struct tot_law *law = loader->law;
	struct tot_law_file *files =
		tot_arena_grow(loader->arena, law->files, law->file_count, sizeof *files);
	if (!files)
		return NULL;
	law->files = files;
	struct tot_law_file *file = &files[law->file_count++];
	*file = (struct tot_law_file){
		.name = name,
		.shown = shown,
		.parameter = parameter_of(loader->arena, name),
		.kind = kind_of(name),
	};
	return file;
}

static void collect_builtin(struct tot_loader *loader)
{
	for (size_t i = 0; i < tot_builtin_file_count; i++) {
		const struct tot_builtin_file *from = &tot_builtin_files[i];
		struct tot_law_file *file = add_file(loader, from->name, from->name);
		if (!file)
			return;
		file->bytes = (const char *)from->bytes;
		file->size = from->size;
		file->packed = from->packed;
		file->packed_size = from->packed_size;
	}
	memcpy(loader->law->digest, tot_builtin_digest, sizeof loader->law->digest - 1);
}

static void read_bytes(struct tot_loader *loader, struct tot_law_file *file)
{
	FILE *stream = fopen(file->shown, "rb");
	size_t room = TOT_JSON_MAX_BYTES + 1, used = 0;
	struct stat info;
	if (stream && stat(file->shown, &info) == 0 && info.st_size < (off_t)TOT_JSON_MAX_BYTES)
		room = (size_t)info.st_size + 1;
	char *bytes = stream ? tot_arena_alloc(loader->arena, room) : NULL;
	if (bytes)
		used = fread(bytes, 1, room, stream);
	if (!stream || ferror(stream))
		tot_law_fault(loader, file, NULL, "unreadable", "the file cannot be read");
	else if (bytes && used == room)
		tot_law_fault(loader, file, NULL, "too-large",
			      "the file is larger than %zu MiB or grows; it is not read",
			      TOT_JSON_MAX_BYTES >> 20);
	if (stream)
		fclose(stream);
	file->bytes = bytes ? bytes : "";
	file->size = used == room ? 0 : used;
}

static bool wanted(const char *name, bool csv)
{
	if (name[0] == '.')
		return false;
	for (size_t i = 0; i < sizeof not_law / sizeof not_law[0]; i++) {
		if (strcmp(name, not_law[i]) == 0)
			return false;
	}
	return ends_with(name, ".json") || (csv && ends_with(name, ".csv"));
}

/* The files of one folder, known in the law book as `prefix`/NAME. */
static void read_folder(struct tot_loader *loader, const char *path, const char *prefix, bool csv)
{
	DIR *folder = opendir(path);
	if (!folder)
		return;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		if (!wanted(entry->d_name, csv))
			continue;
		const char *name = tot_arena_format(loader->arena, "%s/%s", prefix, entry->d_name);
		const char *shown = tot_arena_format(loader->arena, "%s/%s", path, entry->d_name);
		struct tot_law_file *file = add_file(loader, name, shown);
		if (file)
			read_bytes(loader, file);
	}
	closedir(folder);
}

static void read_law(struct tot_loader *loader, const char *path)
{
	DIR *folder = opendir(path);
	if (!folder)
		return;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		const char *inner = tot_arena_format(loader->arena, "%s/%s", path, entry->d_name);
		if (entry->d_name[0] == '.' || strcmp(entry->d_name, "agreements") == 0 ||
		    !is_folder(inner))
			continue;
		read_folder(loader, inner, tot_arena_format(loader->arena, "law/%s", entry->d_name),
			    true);
	}
	closedir(folder);
}

static int by_name(const void *a, const void *b)
{
	const struct tot_law_file *left = a, *right = b;
	return strcmp(left->name, right->name);
}

static void digest_files(struct tot_law *law)
{
	uint64_t digest = TOT_DIGEST_START;
	for (size_t i = 0; i < law->file_count; i++) {
		const struct tot_law_file *file = &law->files[i];
		digest = tot_digest_add(digest, file->name, strlen(file->name) + 1);
		digest = tot_digest_add(digest, file->bytes, file->size);
	}
	snprintf(law->digest, sizeof law->digest, "%016llx", (unsigned long long)digest);
}

static void collect_folder(struct tot_loader *loader, const char *dir)
{
	struct tot_arena *arena = loader->arena;
	const char *law = tot_arena_format(arena, "%s/law", dir);
	if (!is_folder(law))
		law = dir;
	const char *agreements = tot_arena_format(arena, "%s/agreements", dir);
	if (!is_folder(agreements))
		agreements = tot_arena_format(arena, "%s/../agreements", dir);
	read_law(loader, law);
	read_folder(loader, agreements, "agreements", false);
	if (loader->law->file_count > 1)
		qsort(loader->law->files, loader->law->file_count, sizeof *loader->law->files,
		      by_name);
	digest_files(loader->law);
}

enum tot_status tot_law_collect(struct tot_loader *loader, const char *dir)
{
	if (!dir) {
		collect_builtin(loader);
		return TOT_OK;
	}
	if (!is_folder(dir)) {
		tot_diag_add(loader->diag, TOT_ERROR, "no-folder", dir, "",
			     "this is no folder that can be read; name the folder that holds law/ "
			     "and agreements/");
		return TOT_ERR_IO;
	}
	collect_folder(loader, dir);
	if (loader->law->file_count == 0) {
		tot_diag_add(loader->diag, TOT_ERROR, "no-law-files", dir, "",
			     "the folder holds no law files; name the folder that holds law/ and "
			     "agreements/");
		return TOT_ERR_IO;
	}
	return TOT_OK;
}
