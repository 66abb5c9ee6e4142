/* totalise merge: the parts of a sharded batch as one file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/merge.h"

#include <stdio.h>

#include "cli/commands.h"
#include "cli/many.h"
#include "cli/sink.h"

/* The list alone on standard output: for sbatch --array=$(totalise merge ...). */
static enum exit_status tell_missing(const struct tot_text *missing)
{
	fprintf(stderr,
		"totalise: nothing is merged, for these shards are not finished; run them "
		"again: %s\n",
		missing->bytes);
	printf("%s\n", missing->bytes);
	return fflush(stdout) == 0 ? EXIT_INVALID : EXIT_IO;
}

static enum exit_status finish(const struct tot_merge *merge, const struct options *options)
{
	const struct tot_tally tally = tot_merge_tally(merge);
	if (tally.bad && !options->quiet)
		fprintf(stderr, "totalise: %llu of %llu lives could not be evaluated%s\n",
			(unsigned long long)tally.bad, (unsigned long long)tally.records,
			options->errors ? "" : "; --errors=FILE merges their faults");
	return many_status(&tally);
}

static enum exit_status write_all(struct tot_merge *merge, const struct options *options,
				  struct tot_diag *diag)
{
	struct tot_diag faults = {0};
	struct tot_file out = {.fd = -1}, errors = {.fd = -1};
	enum tot_status status = TOT_ERR_IO;
	bool fine = tot_file_open(&out, options->output, &faults) &&
		    (!options->errors || tot_file_open(&errors, options->errors, &faults));
	if (fine)
		status = tot_merge_write(merge, &out, options->errors ? &errors : NULL);
	fine = fine && status == TOT_OK && tot_file_commit(&out, true) &&
	       (!options->errors || tot_file_commit(&errors, true));
	tot_file_abandon(&out);
	if (options->errors)
		tot_file_abandon(&errors);
	if (fine)
		return finish(merge, options);
	if (faults.errors)
		return sink_fault(&faults);
	diag_print(diag, options);
	return EXIT_IO;
}

enum exit_status command_merge(const struct options *options)
{
	struct tot_merge *merge = NULL;
	struct tot_text missing = {0};
	struct tot_diag diag = {0};
	enum exit_status result;
	const enum tot_status status =
		tot_merge_open(&merge, options->operands, options->operand_count, &missing, &diag);
	if (missing.size) {
		result = tell_missing(&missing);
	} else if (status == TOT_OK) {
		result = write_all(merge, options, &diag);
	} else {
		diag_print(&diag, options);
		result = exit_of(status);
	}
	tot_merge_free(merge);
	tot_text_free(&missing);
	tot_diag_free(&diag);
	return result;
}
