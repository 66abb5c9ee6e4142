/* A reform: law files patched before they are checked and bound. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reform.h"

#include <stdio.h>

#include "digest.h"

static const char *const about[] = {"title", "note", "source"};

static bool is_about(const char *key)
{
	for (size_t i = 0; i < sizeof about / sizeof about[0]; i++)
		if (strcmp(key, about[i]) == 0)
			return true;
	return false;
}

static bool copy(struct tot_arena *arena, struct tot_json *out, const struct tot_json *from,
		 const struct tot_json *patch);

/* Members of an object that are left, and those that the patch adds; elements of an array as they are. */
static size_t gather(const struct tot_json **list, const struct tot_json *from,
		     const struct tot_json *patch)
{
	size_t count = 0;
	for (const struct tot_json *item = from ? from->first : NULL; item; item = item->next) {
		const struct tot_json *change = patch ? tot_json_get(patch, item->key) : NULL;
		if (!change || change->type != TOT_JSON_NULL)
			list[count++] = item;
	}
	for (const struct tot_json *item = patch ? patch->first : NULL; item; item = item->next)
		if (item->type != TOT_JSON_NULL && !(from && tot_json_get(from, item->key)))
			list[count++] = item;
	return count;
}

static bool copy_children(struct tot_arena *arena, struct tot_json *out,
			  const struct tot_json *from, const struct tot_json *patch)
{
	const size_t most = (from ? from->count : 0) + (patch ? patch->count : 0);
	if (most == 0)
		return true;
	const struct tot_json **list =
		tot_arena_alloc(arena, most * sizeof(const struct tot_json *));
	out->count = list ? gather(list, from, patch) : 0;
	if (out->count == 0)
		return list != NULL;
	out->first = tot_arena_alloc(arena, out->count * sizeof *out->first);
	for (size_t i = 0; out->first && i < out->count; i++) {
		struct tot_json *child = &out->first[i];
		const bool added = patch && list[i]->parent == patch;
		const struct tot_json *change = added	? list[i]
						: patch ? tot_json_get(patch, list[i]->key)
							: NULL;
		child->key = list[i]->key;
		child->index = i;
		child->parent = out;
		child->next = i + 1 < out->count ? child + 1 : NULL;
		if (!copy(arena, child, added ? NULL : list[i], change))
			return false;
	}
	return out->first != NULL;
}

/* A list whose entries have an `id` (the rules of an agreement). */
static bool has_ids(const struct tot_json *list)
{
	return list && list->type == TOT_JSON_ARRAY && list->count &&
	       tot_json_string(list->first, "id");
}

/* Beyond RFC 7396, by which a list can only be replaced: an object changes the entries that it names by id. */
static bool copy_entries(struct tot_arena *arena, struct tot_json *out, const struct tot_json *list,
			 const struct tot_json *patch)
{
	size_t used = 0;
	out->type = TOT_JSON_ARRAY;
	out->count = list->count;
	out->first = tot_arena_alloc(arena, out->count * sizeof *out->first);
	for (size_t i = 0; out->first && i < out->count; i++) {
		struct tot_json *child = &out->first[i];
		const struct tot_json *entry = tot_json_at(list, i);
		const char *id = tot_json_string(entry, "id");
		const struct tot_json *change = id ? tot_json_get(patch, id) : NULL;
		used += change ? 1 : 0;
		child->index = i;
		child->parent = out;
		child->next = i + 1 < out->count ? child + 1 : NULL;
		if (!copy(arena, child, entry, change))
			return false;
	}
	/* An id that the list does not have must not be passed over: the fault is an object for a list. */
	if (used < patch->count)
		out->type = TOT_JSON_OBJECT;
	return out->first != NULL;
}

/* RFC 7396, section 2. `from` NULL: the patch stands alone, and its nulls vanish too. */
static bool copy(struct tot_arena *arena, struct tot_json *out, const struct tot_json *from,
		 const struct tot_json *patch)
{
	const bool merged = patch && patch->type == TOT_JSON_OBJECT;
	const struct tot_json *value = patch ? patch : from;
	out->type = value->type;
	out->boolean = value->boolean;
	out->number = value->number;
	out->string = value->string;
	if (!merged)
		return copy_children(arena, out, value, NULL);
	if (has_ids(from))
		return copy_entries(arena, out, from, patch);
	const bool object = from && from->type == TOT_JSON_OBJECT;
	return copy_children(arena, out, object ? from : NULL, patch);
}

struct tot_json *tot_json_merge(struct tot_arena *arena, const struct tot_json *target,
				const struct tot_json *patch)
{
	struct tot_json *root = tot_arena_alloc(arena, sizeof *root);
	return root && copy(arena, root, target, patch) ? root : NULL;
}

/* "agreements/de-jp.json" is "de-jp"; false for files of parameters. */
static bool is_agreement_id(const struct tot_law_file *file, const char *key)
{
	const char *slash = strrchr(file->name, '/');
	const char *stem = slash ? slash + 1 : file->name;
	const size_t length = strlen(key);
	return strncmp(file->name, "agreements/", 11) == 0 && strncmp(stem, key, length) == 0 &&
	       strcmp(stem + length, ".json") == 0;
}

static bool names_file(const struct tot_law_file *file, const char *key)
{
	return file->kind != TOT_FILE_CSV &&
	       (strcmp(file->parameter, key) == 0 || strcmp(file->name, key) == 0 ||
		is_agreement_id(file, key));
}

static void fault(struct tot_loader *loader, const struct tot_reform *reform,
		  const struct tot_json *member, const char *code, const char *text)
{
	char pointer[TOT_POINTER_TEXT];
	tot_diag_add(loader->diag, TOT_ERROR, code, reform->file,
		     tot_json_pointer(pointer, sizeof pointer, member), "%s", text);
}

static void check_member(struct tot_loader *loader, const struct tot_reform *reform,
			 const struct tot_json *member)
{
	size_t found = 0;
	if (is_about(member->key)) {
		if (member->type != TOT_JSON_STRING)
			fault(loader, reform, member, "wrong-type", "this must be a text");
		return;
	}
	for (size_t i = 0; i < loader->law->file_count; i++)
		found += names_file(&loader->law->files[i], member->key) ? 1 : 0;
	if (!found)
		fault(loader, reform, member, "unknown-file",
		      "no law file has this name; \"totalise law list\" names the parameters, and "
		      "an agreement is named by its id, such as \"de-jp\"");
	else if (member->type != TOT_JSON_OBJECT)
		fault(loader, reform, member, "wrong-type",
		      "the patch of a law file must be an object");
}

enum tot_status tot_reform_read(struct tot_loader *loader, const struct tot_reform *reform)
{
	const struct tot_json *root = NULL;
	struct tot_law *law = loader->law;
	const size_t before = loader->diag->errors;
	const enum tot_status status = tot_json_read(&root, loader->arena, reform->text,
						     reform->size, reform->file, loader->diag);
	if (status != TOT_OK)
		return status;
	if (root->type != TOT_JSON_OBJECT)
		fault(loader, reform, root, "no-object", "a reform must be one object in { }");
	else
		for (const struct tot_json *m = root->first; m; m = m->next)
			check_member(loader, reform, m);
	loader->changes = root;
	uint64_t digest = tot_digest_add(TOT_DIGEST_START, law->digest, sizeof law->digest);
	digest = tot_digest_add(digest, reform->text, reform->size);
	snprintf(law->digest, sizeof law->digest, "%016llx", (unsigned long long)digest);
	return loader->diag->errors > before ? TOT_ERR_DATA : TOT_OK;
}

const struct tot_json *tot_reform_apply(struct tot_loader *loader, const struct tot_law_file *file,
					const struct tot_json *root)
{
	for (const struct tot_json *m = loader->changes ? loader->changes->first : NULL; m;
	     m = m->next)
		if (root && !is_about(m->key) && names_file(file, m->key))
			root = tot_json_merge(loader->arena, root, m);
	return root;
}
