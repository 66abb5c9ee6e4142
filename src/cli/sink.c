/* Writing results so that a full disk or a closed output is noticed and no half file is left. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sink.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/file.h"

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

enum exit_status sink_fault(struct tot_diag *diag)
{
	for (const struct tot_diag_item *i = diag->first; i; i = i->next)
		fprintf(stderr, "totalise: cannot write %s: %s\n",
			i->file[0] ? i->file : "standard output", i->text);
	tot_diag_free(diag);
	return EXIT_IO;
}

static enum exit_status write_file(const char *name, const struct tot_text *text)
{
	struct tot_diag diag = {0};
	struct tot_file file;
	if (tot_file_open(&file, name, &diag) && tot_file_write(&file, text->bytes, text->size) &&
	    tot_file_commit(&file, false))
		return EXIT_GOOD;
	tot_file_abandon(&file);
	return sink_fault(&diag);
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
