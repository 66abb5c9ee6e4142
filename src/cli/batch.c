/* totalise batch: many lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/part.h"
#include "cli/commands.h"
#include "cli/many.h"
#include "cli/progress.h"
#include "cli/sink.h"

#ifndef TOT_VERSION
#define TOT_VERSION "unknown"
#endif

/* The files of the input. */
struct input {
	const char *name, *periods_name;
	int fd, periods_fd;
	struct tot_source *source;
	struct tot_diag diag;
};

static int open_file(const char *name, struct tot_diag *diag)
{
	if (strcmp(name, "-") == 0)
		return STDIN_FILENO;
	const int fd = open(name, O_RDONLY);
	if (fd < 0)
		tot_diag_add(diag, TOT_ERROR, "unreadable", name, "", "cannot be opened: %s",
			     strerror(errno));
	return fd;
}

static void close_file(int fd)
{
	if (fd > STDIN_FILENO)
		close(fd);
}

static void input_close(struct input *input)
{
	if (input->source)
		input->source->free(input->source);
	close_file(input->fd);
	close_file(input->periods_fd);
	tot_diag_free(&input->diag);
}

static enum exit_status input_open(struct input *input, const struct options *options)
{
	*input = (struct input){.name = options->operands[0], .fd = -1, .periods_fd = -1};
	enum tot_status status = TOT_ERR_IO;
	input->fd = open_file(input->name, &input->diag);
	if (options->operand_count > 1) {
		input->periods_name = options->operands[1];
		input->periods_fd = open_file(input->periods_name, &input->diag);
	}
	if (input->diag.errors == 0)
		status = tot_source_open(&input->source, input->fd, input->name, input->periods_fd,
					 input->periods_name, &input->diag);
	return status == TOT_OK ? EXIT_GOOD : many_fault(status, &input->diag, options);
}

/* Bytes of all files; 0 if one is a pipe. */
static uint64_t input_size(const struct input *input)
{
	struct stat one, two = {0};
	if (fstat(input->fd, &one) != 0 || !S_ISREG(one.st_mode))
		return 0;
	if (input->periods_fd >= 0 &&
	    (fstat(input->periods_fd, &two) != 0 || !S_ISREG(two.st_mode)))
		return 0;
	return (uint64_t)one.st_size + (uint64_t)two.st_size;
}

static void tell(const struct tot_batch_end *end, const struct options *options)
{
	const struct tot_tally *t = &end->tally;
	if (t->bad && !options->quiet)
		fprintf(stderr, "totalise: %llu of %llu lives could not be evaluated\n",
			(unsigned long long)t->bad, (unsigned long long)t->records);
}

/* A shard was told to stop: what is finished stays, and the same command goes on with it. */
static enum exit_status stopped(const struct options *options)
{
	if (!options->quiet)
		fputs("totalise: stopped; the same command goes on\n", stderr);
	return EXIT_AGAIN;
}

static enum exit_status run_part(struct many *many, struct tot_shard *part, struct input *input,
				 const struct options *options, struct tot_batch_end *end)
{
	struct tot_diag *diag = part->diag;
	bool finished = false;
	enum tot_status status = tot_shard_open(part, &finished, &end->tally, diag);
	if (status == TOT_OK && !finished)
		status = tot_batch_run(end, &many->plan, input->source, &part->out);
	if (status == TOT_OK && end->stopped)
		return stopped(options);
	if (status == TOT_OK && !finished)
		status = tot_shard_finish(part, end, &end->tally);
	if (status == TOT_OK)
		return many_status(&end->tally);
	if (diag->errors == 0)
		tot_diag_add(diag, TOT_ERROR, "part", part->name, "", "the part failed: %s",
			     tot_status_name(status));
	return many_fault(status, diag, options);
}

static enum exit_status run_shard(struct many *many, struct input *input, struct tot_text *header,
				  const struct options *options, struct tot_batch_end *end)
{
	many->plan.whole_blocks = true;
	tot_text_add(header, "");
	struct tot_shard part = {.name = options->output,
				 .settings = tot_settings_digest(&many->plan.job, TOT_VERSION),
				 .shard = options->shard,
				 .shards = options->shards,
				 .header = header->bytes,
				 .diag = &input->diag};
	const enum exit_status status =
		header->bytes ? run_part(many, &part, input, options, end) : EXIT_IO;
	tot_shard_free(&part);
	tot_text_free(header);
	return status;
}

static enum exit_status write_summary(const struct tot_summary *summary, const char *name)
{
	struct tot_text text = {0};
	struct tot_diag diag = {0};
	struct tot_file file = {.fd = -1};
	tot_summary_print(&text, summary);
	const bool written = !text.failed && tot_file_open(&file, name, &diag) &&
			     tot_file_write(&file, text.bytes, text.size) &&
			     tot_file_commit(&file, false);
	tot_file_abandon(&file);
	tot_text_free(&text);
	return written ? EXIT_GOOD : sink_fault(&diag);
}

/* One output, and the summary of a comparison behind it. */
static enum exit_status run_plain(struct many *many, struct input *input, struct tot_text *header,
				  const struct options *options, struct tot_batch_end *end)
{
	struct tot_summary *summary = NULL;
	if (options->summary && tot_summary_new(&summary, many->columns) != TOT_OK) {
		tot_text_free(header);
		return EXIT_IO;
	}
	enum exit_status status =
		plain_run(options, &many->plan, input->source, input->name, header, summary, end);
	if (summary && status < EXIT_USAGE)
		status = worse(status, write_summary(summary, options->summary));
	tot_summary_free(summary);
	return status;
}

static enum exit_status run(struct many *many, struct input *input, const struct options *options)
{
	struct progress progress;
	struct tot_batch_end end = {0};
	struct tot_text header = {0};
	if (options->progress) {
		progress_start(&progress, input_size(input));
		many->plan.progress = progress_show;
		many->plan.progress_data = &progress;
	}
	tot_batch_header(&header, NULL, &many->plan.job);
	const enum exit_status status = options->shards
						? run_shard(many, input, &header, options, &end)
						: run_plain(many, input, &header, options, &end);
	if (options->progress)
		progress_end(&progress, end.tally.records);
	many->plan.progress_data = NULL;
	tell(&end, options);
	return status;
}

static enum exit_status check(const struct options *o)
{
	if (o->shards && !o->output)
		return usage_error("--shard needs --output=FILE, the name of the part");
	if (o->shards && (o->errors || o->stop_on_error))
		return usage_error("--%s does not go with --shard; the faults of a part are in "
				   "FILE.errors, and 'merge --errors' joins them",
				   o->errors ? "errors" : "stop-on-error");
	if (o->compare_reform && !o->reform)
		return usage_error("--compare-reform needs --reform=FILE");
	if (o->summary && (!o->compare_reform || !o->columns || o->shards))
		return usage_error("--summary goes with --compare-reform and --columns, and not "
				   "with --shard");
	return EXIT_GOOD;
}

enum exit_status command_batch(const struct options *options)
{
	const enum exit_status usage = check(options);
	if (usage != EXIT_GOOD)
		return usage;
	struct many many;
	struct input input;
	enum exit_status status = many_open(&many, options);
	if (status != EXIT_GOOD) {
		many_free(&many);
		return status;
	}
	many_watch(options->shards != 0);
	status = input_open(&input, options);
	if (status == EXIT_GOOD)
		status = run(&many, &input, options);
	input_close(&input);
	many_free(&many);
	return status;
}
