/* Writing results so that a full disk or a closed output is noticed and no half file is left. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum exit_status failed(const char *name)
{
	fprintf(stderr, "totalise: cannot write %s: %s\n", name, strerror(errno ? errno : EIO));
	return EXIT_IO;
}

static bool colored(const struct sink *sink)
{
	if (sink->options->color == COLOR_AUTO)
		return !sink->options->output && isatty(STDOUT_FILENO) == 1;
	return sink->options->color == COLOR_ALWAYS;
}

/* A heading is a line that begins with two capitals at the left margin. */
static void embolden(struct tot_text *out, const struct tot_text *text)
{
	for (const char *line = text->bytes; line && *line;) {
		const size_t size = strcspn(line, "\n");
		const bool heading =
			line[0] >= 'A' && line[0] <= 'Z' && line[1] >= 'A' && line[1] <= 'Z';
		tot_text_add(out, heading ? "\033[1m" : "");
		tot_text_add_bytes(out, line, size);
		tot_text_add(out, heading ? "\033[0m" : "");
		if (line[size])
			tot_text_add(out, "\n");
		line += size + (line[size] ? 1 : 0);
	}
	out->failed |= text->failed;
}

static void add(struct sink *sink, const struct tot_text *text)
{
	if (sink->options->output)
		tot_text_add_bytes(&sink->held, text->bytes, text->size);
	else if (fwrite(text->bytes, 1, text->size, stdout) < text->size && !sink->error)
		sink->error = errno ? errno : EIO;
	sink->wrote = true;
	sink->held.failed |= text->failed;
}

void sink_add(struct sink *sink, struct tot_text *text, bool headings)
{
	struct tot_text bold = {0};
	if (headings && colored(sink)) {
		embolden(&bold, text);
		add(sink, &bold);
		tot_text_free(&bold);
	} else if (text->bytes) {
		add(sink, text);
	} else {
		sink->held.failed |= text->failed;
	}
	tot_text_free(text);
}

static bool write_all(int fd, const char *bytes, size_t size)
{
	while (size) {
		const ssize_t done = write(fd, bytes, size);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		size -= (size_t)done;
	}
	return true;
}

/* A device or pipe is written as it is; renaming would replace it. */
static enum exit_status write_directly(const char *name, const struct tot_text *text)
{
	const int fd = open(name, O_WRONLY);
	if (fd < 0)
		return failed(name);
	const bool written = write_all(fd, text->bytes ? text->bytes : "", text->size);
	const int error = errno;
	if (close(fd) == 0 && written)
		return EXIT_GOOD;
	if (!written)
		errno = error;
	return failed(name);
}

/* A new file may be read by whom the user lets read new files. */
static bool give_mode(int fd, const struct stat *old)
{
	const mode_t mask = umask(0);
	umask(mask);
	return fchmod(fd, old ? old->st_mode & 07777 : 0666 & ~mask) == 0;
}

static enum exit_status replace(const char *name, const struct stat *old,
				const struct tot_text *text)
{
	char temporary[PATH_MAX];
	const int length = snprintf(temporary, sizeof temporary, "%s.XXXXXX", name);
	if (length < 0 || (size_t)length >= sizeof temporary) {
		errno = ENAMETOOLONG;
		return failed(name);
	}
	const int fd = mkstemp(temporary);
	if (fd < 0)
		return failed(name);
	const bool written =
		write_all(fd, text->bytes ? text->bytes : "", text->size) && give_mode(fd, old);
	int error = written ? 0 : errno;
	if (close(fd) != 0 && !error)
		error = errno;
	if (!error && rename(temporary, name) == 0)
		return EXIT_GOOD;
	if (!error)
		error = errno;
	unlink(temporary);
	errno = error;
	return failed(name);
}

static enum exit_status write_file(const char *name, const struct tot_text *text)
{
	struct stat old;
	char real[PATH_MAX];
	if (stat(name, &old) != 0)
		return replace(name, NULL, text);
	if (S_ISDIR(old.st_mode)) {
		errno = EISDIR;
		return failed(name);
	}
	if (!S_ISREG(old.st_mode))
		return write_directly(name, text);
	return realpath(name, real) ? replace(real, &old, text) : failed(name);
}

static enum exit_status flush_stdout(int error)
{
	errno = error;
	if (error || fflush(stdout) != 0 || fclose(stdout) != 0)
		return failed("standard output");
	return EXIT_GOOD;
}

enum exit_status sink_close(struct sink *sink)
{
	enum exit_status status = EXIT_GOOD;
	if (sink->held.failed) {
		fputs("totalise: not enough memory\n", stderr);
		status = EXIT_IO;
	} else if (!sink->options->output) {
		status = sink->wrote ? flush_stdout(sink->error) : EXIT_GOOD;
	} else if (sink->wrote) {
		status = write_file(sink->options->output, &sink->held);
	}
	tot_text_free(&sink->held);
	return status;
}

enum exit_status sink_print(const struct options *options, struct tot_text *text)
{
	struct sink sink = {.options = options};
	sink_add(&sink, text, false);
	return sink_close(&sink);
}
