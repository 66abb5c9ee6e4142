/* Law, columns and output of the commands for many lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/many.h"

#include <malloc.h>
#include <signal.h>
#include <stdio.h>

#include "cli/sink.h"

/* Memory that threads keep between lives instead of giving it back. */
#define KEPT_BYTES (16 << 20)

volatile sig_atomic_t many_stop;

static void stop(int number)
{
	many_stop = number;
}

void many_watch(bool finish)
{
	const int signals[] = {SIGINT, SIGTERM, SIGUSR1};
	struct sigaction action = {.sa_handler = stop, .sa_flags = finish ? SA_RESTART : 0};
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
		sigaction(signals[i], &action, NULL);
}

static enum exit_status read_columns(struct many *many, const struct options *options)
{
	struct tot_diag diag = {0};
	enum exit_status status = EXIT_GOOD;
	if (options->columns && tot_columns_read(&many->columns, options->columns, &diag) < 0)
		status = diag.first ? usage_error("--columns: %s", diag.first->text) : EXIT_IO;
	tot_diag_free(&diag);
	return status;
}

enum exit_status many_open(struct many *many, const struct options *options)
{
	*many = (struct many){0};
	mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
	mallopt(M_TOP_PAD, 1 << 20);
	enum exit_status status = read_columns(many, options);
	if (status == EXIT_GOOD)
		status = law_open(&many->law, options);
	if (status == EXIT_GOOD && options->compare_reform) {
		struct options unreformed = *options;
		unreformed.reform = NULL;
		status = law_open(&many->base, &unreformed);
	}
	if (status != EXIT_GOOD)
		return status;
	/* A part must not depend on the day on which it runs. */
	struct tot_date today = {0};
	if (!options->shards)
		today = today_utc();
	many->plan = (struct tot_batch_plan){
		.job = {.law = many->law,
			.base = many->base,
			.columns = many->columns,
			.as_of = options->as_of,
			.today = today,
			.explain = options->explain,
			.strict = options->strict},
		.threads = options->threads ? (int)options->threads : 1,
		.pin = options->pin,
		.stop_on_error = options->stop_on_error,
		.stop = &many_stop,
	};
	return EXIT_GOOD;
}

void many_free(struct many *many)
{
	tot_columns_free(many->columns);
	tot_law_free(many->law);
	tot_law_free(many->base);
}

enum exit_status many_fault(enum tot_status status, struct tot_diag *diag,
			    const struct options *options)
{
	diag_print(diag, options);
	if (status == TOT_ERR_MEMORY)
		fputs("totalise: not enough memory\n", stderr);
	tot_diag_free(diag);
	return exit_of(status);
}

enum exit_status many_status(const struct tot_tally *tally)
{
	return tally->doubtful ? EXIT_LAW : tally->bad ? EXIT_INVALID : EXIT_GOOD;
}

static enum tot_block_use every_block(struct tot_batch_out *out, uint64_t block)
{
	(void)out;
	(void)block;
	return TOT_BLOCK_EVALUATE;
}

static enum tot_status add(struct tot_batch_out *self, const struct tot_piece *piece)
{
	struct plain_out *out = (struct plain_out *)self;
	const bool written =
		tot_file_write(&out->file, piece->lives->output.bytes, piece->lives->output.size) &&
		error_log_add(&out->errors, &piece->lives->errors);
	if (!written)
		return TOT_ERR_IO;
	return out->summary ? tot_summary_add(out->summary, &piece->lives->cohorts) : TOT_OK;
}

static bool begin(struct plain_out *out, const struct options *options, const char *input,
		  struct tot_text *header)
{
	out->out = (struct tot_batch_out){.use = every_block, .add = add};
	out->file = (struct tot_file){.fd = -1};
	const bool fine = tot_file_open(&out->file, options->output, &out->diag) &&
			  error_log_open(&out->errors, options->errors, input, &out->diag) &&
			  tot_file_write(&out->file, header->bytes, header->size) &&
			  !header->failed;
	tot_text_free(header);
	return fine;
}

/* A program that was told to end by a signal ends by it. */
static enum exit_status end_by_signal(void)
{
	signal(many_stop, SIG_DFL);
	raise(many_stop);
	return EXIT_IO;
}

enum exit_status plain_run(const struct options *options, const struct tot_batch_plan *plan,
			   struct tot_source *source, const char *input, struct tot_text *header,
			   struct tot_summary *summary, struct tot_batch_end *end)
{
	struct plain_out out = {.summary = summary};
	enum tot_status status = TOT_ERR_IO;
	bool done = begin(&out, options, input, header);
	if (done) {
		status = tot_batch_run(end, plan, source, &out.out);
		done = status == TOT_OK && !end->stopped && tot_file_commit(&out.file, false) &&
		       error_log_commit(&out.errors);
	}
	if (done) {
		tot_diag_free(&out.diag);
		return many_status(&end->tally);
	}
	tot_file_abandon(&out.file);
	error_log_abandon(&out.errors);
	if (out.diag.errors)
		return sink_fault(&out.diag);
	if (many_stop)
		return end_by_signal();
	return many_fault(status, source->diag, options);
}
