/* Option values that are numbers, parts of a whole, or values to vary. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "totalise/batch.h"

#define POPULATION_MAX 1000000000
#define SHARDS_MAX 100000

/* A whole number without sign; -1 if it is none. */
static int64_t whole(const char *text, char **end)
{
	if (text[0] < '0' || text[0] > '9')
		return -1;
	errno = 0;
	const long long value = strtoll(text, end, 10);
	return errno ? -1 : (int64_t)value;
}

bool options_number(struct options *o, const char *name, const char *value)
{
	const struct {
		const char *name;
		int64_t *number, least, most;
	} rows[] = {{"threads", &o->threads, 1, TOT_THREADS_MAX},
		    {"population", &o->population, 1, POPULATION_MAX},
		    {"seed", &o->seed, 0, INT64_MAX}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *end = NULL;
		if (strcmp(name, rows[i].name) != 0)
			continue;
		const int64_t number = whole(value, &end);
		if (number < rows[i].least || number > rows[i].most || !end || *end) {
			usage_error("--%s=%s: write a whole number from %lld to %lld", name, value,
				    (long long)rows[i].least, (long long)rows[i].most);
			return false;
		}
		*rows[i].number = number;
	}
	return true;
}

bool options_shard(struct options *o, const char *value)
{
	char *slash = NULL, *end = NULL;
	o->shard = whole(value, &slash);
	o->shards = o->shard >= 0 && slash && *slash == '/' ? whole(slash + 1, &end) : -1;
	if (o->shards < 1 || o->shards > SHARDS_MAX || !end || *end || o->shard >= o->shards) {
		usage_error("--shard=%s: write I/N with I from 0 to N - 1, such as 0/8", value);
		return false;
	}
	return true;
}

bool options_vary(struct options *o, const char *value)
{
	const char *equals = strchr(value, '=');
	if (value[0] != '/' || !equals || !equals[1]) {
		usage_error("--vary=%s: write POINTER=FROM:TO:STEP or POINTER=A,B,C, such as "
			    "/plan/claims/0/age=60:70:1",
			    value);
		return false;
	}
	if (o->vary_count == VARY_MAX) {
		usage_error("--vary stands more than %d times", VARY_MAX);
		return false;
	}
	o->vary[o->vary_count++] = value;
	return true;
}
