/* Print the files named on the command line as a C array of bytes with their names and fingerprint. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../src/law/digest.h"

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

int main(int argc, char **argv)
{
	uint64_t digest = TOT_DIGEST_START;
	size_t *sizes = calloc((size_t)argc, sizeof *sizes);
	if (!sizes)
		return 1;
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
		free(bytes);
	}
	puts("const struct tot_builtin_file tot_builtin_files[] = {");
	for (int i = 1; i < argc; i++)
		printf("\t{\"%s\", (const unsigned char *)file_%d, %zu},\n", argv[i], i, sizes[i]);
	if (argc == 1)
		puts("\t{0},");
	printf("};\n\nconst size_t tot_builtin_file_count = %d;\n", argc - 1);
	printf("const char tot_builtin_digest[] = \"%016llx\";\n", (unsigned long long)digest);
	free(sizes);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
