/* Names and bytes of scenarios/templates, embedded as the law files are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/templates.h"

#include <stdio.h>
#include <string.h>

/* tools/embed writes the array; the makefile gives it these names. */
#define tot_builtin_files tot_template_files
#define tot_builtin_file_count tot_template_count
#define tot_builtin_digest tot_template_digest
#include "law/builtin.h"

/* "scenarios/templates/third-country.json" without folder and ending. */
static size_t stem(const char *path, const char **start)
{
	const char *slash = strrchr(path, '/');
	*start = slash ? slash + 1 : path;
	return strcspn(*start, ".");
}

const char *template_name(size_t index)
{
	static char name[64];
	const char *start;
	if (index >= tot_builtin_file_count)
		return NULL;
	const size_t size = stem(tot_builtin_files[index].name, &start);
	snprintf(name, sizeof name, "%.*s", (int)size, start);
	return name;
}

const unsigned char *template_bytes(const char *name, size_t *size)
{
	for (size_t i = 0; i < tot_builtin_file_count; i++) {
		const char *start;
		const size_t length = stem(tot_builtin_files[i].name, &start);
		if (strlen(name) == length && memcmp(name, start, length) == 0) {
			*size = tot_builtin_files[i].size;
			return tot_builtin_files[i].bytes;
		}
	}
	return NULL;
}
