/* Loading a law book: collect, read, check, bind; all faults of all files before it fails. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lawbook.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "pack.h"
#include "reform.h"

void tot_law_fault(struct tot_loader *loader, const struct tot_law_file *file,
		   const struct tot_json *value, const char *code, const char *format, ...)
{
	char pointer[TOT_POINTER_TEXT] = "";
	va_list args;
	if (value)
		tot_json_pointer(pointer, sizeof pointer, value);
	va_start(args, format);
	tot_diag_addv(loader->diag, TOT_ERROR, code, file->shown, pointer, format, args);
	va_end(args);
}

struct tot_law_file *tot_law_file(const struct tot_law *law, const char *parameter)
{
	for (size_t i = 0; i < law->file_count; i++) {
		if (law->files[i].kind == TOT_FILE_PARAMETER && law->files[i].root &&
		    tot_same(law->files[i].parameter, parameter))
			return &law->files[i];
	}
	return NULL;
}

static enum tot_status read_file(struct tot_loader *loader, struct tot_law_file *file)
{
	enum tot_status status =
		loader->check_all
			? tot_json_read(&file->root, loader->arena, file->bytes, file->size,
					file->shown, loader->diag)
			: tot_unpack(&file->root, loader->arena, file->packed, file->packed_size);
	if (status != TOT_OK)
		return status;
	file->root = tot_reform_apply(loader, file, file->root);
	if (!file->root)
		return TOT_ERR_MEMORY;
	if (file->root->type != TOT_JSON_OBJECT) {
		tot_law_fault(loader, file, NULL, "no-object",
			      "the file must hold one object in { }");
		file->root = NULL;
		return TOT_ERR_DATA;
	}
	if (file->kind != TOT_FILE_PARAMETER)
		return TOT_OK;
	tot_law_walk(loader, file);
	return TOT_OK;
}

static bool is_needed(const struct tot_loader *loader, const struct tot_law_file *file)
{
	if (!loader->only || file->kind != TOT_FILE_PARAMETER ||
	    tot_same(file->parameter, "mortality.tables") ||
	    tot_same(file->parameter, "agreements.deadlines"))
		return true;
	for (size_t s = 0; s < loader->only_count; s++)
		for (size_t i = 0; i < loader->only[s]->count; i++)
			if (tot_name_matches(loader->only[s]->list[i].parameter, file->parameter))
				return true;
	return false;
}

static enum tot_status read_files(struct tot_loader *loader)
{
	for (size_t i = 0; i < loader->law->file_count; i++) {
		struct tot_law_file *file = &loader->law->files[i];
		if (file->kind == TOT_FILE_CSV || !is_needed(loader, file))
			continue;
		enum tot_status status = read_file(loader, file);
		if (status == TOT_ERR_MEMORY)
			return status;
	}
	return TOT_OK;
}

static enum tot_status fill(struct tot_loader *loader, const char *dir,
			    const struct tot_figures *const *sets, size_t n)
{
	enum tot_status status = tot_law_collect(loader, dir);
	if (status == TOT_OK && loader->reform)
		status = tot_reform_read(loader, loader->reform);
	if (status == TOT_OK)
		status = read_files(loader);
	if (status != TOT_OK)
		return status;
	tot_law_life_tables(loader);
	tot_law_agreements(loader);
	tot_law_read_deadlines(loader);
	tot_law_bind(loader, sets, n);
	for (size_t i = 0; loader->check_all && i < loader->law->file_count; i++) {
		if (loader->law->files[i].kind == TOT_FILE_PARAMETER && loader->law->files[i].root)
			tot_check_file(loader, &loader->law->files[i]);
	}
	return TOT_OK;
}

static enum tot_status load(struct tot_law **out, const char *dir, struct tot_loader *loader,
			    const struct tot_figures *const *sets, size_t n)
{
	struct tot_law *law = calloc(1, sizeof *law);
	if (!law)
		return TOT_ERR_MEMORY;
	const size_t before = loader->diag->errors;
	loader->law = law;
	loader->arena = &law->arena;
	enum tot_status status = fill(loader, dir, sets, n);
	if (status == TOT_OK && law->arena.failed)
		status = TOT_ERR_MEMORY;
	else if (status == TOT_OK && loader->diag->errors > before)
		status = TOT_ERR_DATA;
	if (status == TOT_OK)
		*out = law;
	else
		tot_law_free(law);
	return status;
}

enum tot_status tot_law_load_with(struct tot_law **out, const char *dir, bool check_all,
				  const struct tot_figures *const *sets, size_t n,
				  struct tot_diag *diag)
{
	struct tot_loader loader = {.diag = diag, .check_all = check_all};
	return load(out, dir, &loader, sets, n);
}

enum tot_status tot_law_load(struct tot_law **out, const char *dir,
			     const struct tot_figures *const *sets, size_t n, struct tot_diag *diag)
{
	/* The built-in files went through all checks in the tests of this very build. */
	return tot_law_load_with(out, dir, dir != NULL, sets, n, diag);
}

enum tot_status tot_law_load_needed(struct tot_law **out, const struct tot_figures *const *sets,
				    size_t n, struct tot_diag *diag)
{
	struct tot_loader loader = {.diag = diag, .only = sets, .only_count = n};
	return load(out, NULL, &loader, sets, n);
}

enum tot_status tot_law_load_reform(struct tot_law **out, const char *dir,
				    const struct tot_reform *reform,
				    const struct tot_figures *const *sets, size_t n,
				    struct tot_diag *diag)
{
	struct tot_loader loader = {.diag = diag, .check_all = true, .reform = reform};
	return load(out, dir, &loader, sets, n);
}

enum tot_status tot_law_check(const char *dir, const struct tot_figures *const *sets, size_t n,
			      struct tot_diag *diag)
{
	struct tot_law *law = NULL;
	enum tot_status status = tot_law_load_with(&law, dir, true, sets, n, diag);
	tot_law_free(law);
	return status;
}

void tot_law_free(struct tot_law *law)
{
	if (!law)
		return;
	tot_arena_free(&law->arena);
	free(law);
}

const char *tot_law_digest(const struct tot_law *law)
{
	return law->digest;
}

const char *tot_law_string(const struct tot_law *law, const char *parameter, const char *pointer)
{
	const struct tot_law_file *file = tot_law_file(law, parameter);
	const struct tot_json *value = file ? tot_json_find(file->root, pointer) : NULL;
	return value && value->type == TOT_JSON_STRING ? value->string : NULL;
}
