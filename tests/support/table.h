/* A CSV table as a group of tests: each row is a case that bears the row as its name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_TABLE_H
#define TEST_TABLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TABLE_CELLS 12

struct table_row {
	char name[320];
	char line[320];
	const char *cell[TABLE_CELLS]; /* texts between the commas; "" past the last */
};

static inline void table_split(struct table_row *row)
{
	char *at = row->line;
	for (int i = 0; i < TABLE_CELLS; i++) {
		row->cell[i] = at;
		at += strcspn(at, ",");
		if (*at)
			*at++ = '\0';
	}
}

/* Run `test` on each row of a file: state is the row. Empty lines, lines with # and the head are left out. */
static inline int table_run(const char *group, const char *path, CMUnitTestFunction test)
{
	FILE *file = fopen(path, "r");
	struct table_row *rows = calloc(1000, sizeof(*rows));
	struct CMUnitTest *tests = calloc(1000, sizeof(*tests));
	size_t count = 0;
	char head[320];
	if (!file || !rows || !tests || !fgets(head, sizeof(head), file)) {
		fprintf(stderr, "%s: cannot be read\n", path);
		return 1;
	}
	while (count < 1000 && fgets(rows[count].line, sizeof(rows[count].line), file)) {
		struct table_row *row = &rows[count];
		row->line[strcspn(row->line, "\r\n")] = '\0';
		if (row->line[0] == '\0' || row->line[0] == '#')
			continue;
		memcpy(row->name, row->line, sizeof(row->name));
		table_split(row);
		tests[count++] = (struct CMUnitTest){row->name, test, NULL, NULL, row};
	}
	fclose(file);
	const int failed = _cmocka_run_group_tests(group, tests, count, NULL, NULL);
	free(tests);
	free(rows);
	return count ? failed : 1;
}

#endif
