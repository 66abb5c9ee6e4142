/* Rate and time left of a batch. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define SECONDS_ON_TERMINAL 0.5
#define SECONDS_IN_LOG 10.0

static double now(void)
{
	struct timespec t;
	if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
		return 0.0;
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_start(struct progress *progress, uint64_t total)
{
	const double begin = now();
	*progress = (struct progress){.terminal = isatty(STDERR_FILENO) == 1,
				      .total = total,
				      .began = begin,
				      .shown = begin};
}

static void line(struct progress *progress, uint64_t records, double seconds)
{
	fprintf(stderr, "%s%llu lives, %.0f a second", progress->terminal ? "\r\033[K" : "",
		(unsigned long long)records, seconds > 0 ? (double)records / seconds : 0.0);
	progress->written = true;
}

void progress_show(void *data, uint64_t records, uint64_t bytes)
{
	struct progress *progress = data;
	const double at = now(), seconds = at - progress->began;
	if (at - progress->shown < (progress->terminal ? SECONDS_ON_TERMINAL : SECONDS_IN_LOG))
		return;
	progress->shown = at;
	line(progress, records, seconds);
	if (progress->total && bytes && bytes <= progress->total) {
		const double done = (double)bytes / (double)progress->total;
		fprintf(stderr, ", %.0f %%, %.0f s left", 100 * done, seconds * (1 - done) / done);
	}
	fputs(progress->terminal ? "" : "\n", stderr);
	fflush(stderr);
}

void progress_end(struct progress *progress, uint64_t records)
{
	const double seconds = now() - progress->began;
	line(progress, records, seconds);
	fprintf(stderr, ", %.1f s\n", seconds);
}
