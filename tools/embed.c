/* Print the files named on the command line as a C array of bytes with their names and fingerprint. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "law/digest.h"
#include "law/pack.h"

/* Compilers must take strings of 4,095 characters; gcc and clang join the pieces of a literal. */
#define LINE_BYTES 96

static unsigned char *read_all(const char *name, size_t *size)
{
	FILE *file = fopen(name, "rb");
	if (!file)
		return NULL;
	size_t room = 1 << 16, used = 0, got;
	unsigned char *bytes = malloc(room);
	while (bytes && (got = fread(bytes + used, 1, room - used, file)) > 0) {
		used += got;
		if (used < room)
			continue;
		unsigned char *larger = realloc(bytes, room *= 2);
		if (!larger)
			free(bytes);
		bytes = larger;
	}
	if (ferror(file)) {
		free(bytes);
		bytes = NULL;
	}
	fclose(file);
	*size = used;
	return bytes;
}

/* Three octal digits always: a digit that follows cannot be taken into the escape. */
static void print_literal(const unsigned char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		unsigned char c = bytes[i];
		if (i % LINE_BYTES == 0)
			fputs(i ? "\"\n\t\"" : "\t\"", stdout);
		if (c == '"' || c == '\\' || c == '?')
			printf("\\%c", c);
		else if (c >= 0x20 && c < 0x7F)
			putchar(c);
		else if (c == '\n')
			fputs("\\n", stdout);
		else
			printf("\\%03o", c);
	}
	fputs(size ? "\"" : "\t\"\"", stdout);
}

static int is_json(const char *name)
{
	const size_t length = strlen(name);
	return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

/* The file as it is after reading, so that the program need not read it again at every start. */
static int print_packed(const char *name, const unsigned char *bytes, size_t size, size_t *packed)
{
	struct tot_arena arena = {0};
	struct tot_diag diag = {0};
	struct tot_text text = {0};
	const struct tot_json *root = NULL;
	const enum tot_status status =
		tot_json_read(&root, &arena, (const char *)bytes, size, name, &diag);
	for (const struct tot_diag_item *item = diag.first; item; item = item->next)
		fprintf(stderr, "%s:%s: %s\n", item->file, item->place, item->text);
	if (status == TOT_OK)
		tot_pack(&text, root);
	const int fine = status == TOT_OK && !text.failed;
	if (fine)
		print_literal((const unsigned char *)text.bytes, text.size);
	*packed = text.size;
	tot_text_free(&text);
	tot_diag_free(&diag);
	tot_arena_free(&arena);
	return fine;
}

int main(int argc, char **argv)
{
	uint64_t digest = TOT_DIGEST_START;
	size_t *sizes = calloc(2 * (size_t)argc, sizeof *sizes);
	if (!sizes)
		return 1;
	size_t *packed = sizes + argc;
	puts("/* The law files as bytes; written when the program is built. */\n"
	     "#include \"law/builtin.h\"\n\n"
	     "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n");
	for (int i = 1; i < argc; i++) {
		unsigned char *bytes = read_all(argv[i], &sizes[i]);
		if (!bytes) {
			fprintf(stderr, "embed: %s: cannot read\n", argv[i]);
			free(sizes);
			return 1;
		}
		digest = tot_digest_add(digest, argv[i], strlen(argv[i]) + 1);
		digest = tot_digest_add(digest, bytes, sizes[i]);
		printf("static const char file_%d[] =\n", i);
		print_literal(bytes, sizes[i]);
		puts(";\n");
		int fine = 1;
		if (is_json(argv[i])) {
			printf("static const char packed_%d[] =\n", i);
			fine = print_packed(argv[i], bytes, sizes[i], &packed[i]);
			puts(";\n");
		}
		free(bytes);
		if (!fine) {
			free(sizes);
			return 1;
		}
	}
	puts("const struct tot_builtin_file tot_builtin_files[] = {");
	for (int i = 1; i < argc; i++)
		if (is_json(argv[i]))
			printf("\t{\"%s\", (const unsigned char *)file_%d, %zu, (const unsigned "
			       "char *)packed_%d, "
			       "%zu},\n",
			       argv[i], i, sizes[i], i, packed[i]);
		else
			printf("\t{\"%s\", (const unsigned char *)file_%d, %zu, 0, 0},\n", argv[i],
			       i, sizes[i]);
	if (argc == 1)
		puts("\t{0},");
	printf("};\n\nconst size_t tot_builtin_file_count = %d;\n", argc - 1);
	printf("const char tot_builtin_digest[] = \"%016llx\";\n", (unsigned long long)digest);
	free(sizes);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
