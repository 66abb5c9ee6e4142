/* totalise sweep: one life over a grid of changed values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/many.h"

/* What is shown without --columns: the pensions of the plan, and the Japanese refund beside them. */
static const char usual[] =
	"benefits[DE].id,benefits[DE].start,benefits[DE].amount.value,"
	"benefits[JP.old_age.basic].start,benefits[JP.old_age.basic].amount.value,"
	"benefits[JP.old_age.employees].amount.value,refunds[JP.lump_sum.employees].net.value";

static enum exit_status run(struct many *many, const struct options *options,
			    const struct tot_text *life)
{
	const char *name = options->operands[0];
	struct tot_source *source = NULL;
	struct tot_text prefix = {0}, header = {0};
	struct tot_diag diag = {0};
	struct tot_batch_end end = {0};
	const enum tot_status status =
		tot_grid_open(&source, &prefix, life->bytes, life->size, name, options->vary,
			      options->vary_count, &diag);
	enum exit_status result;
	if (status == TOT_OK) {
		tot_batch_header(&header, prefix.bytes, &many->plan.job);
		result = plain_run(options, &many->plan, source, name, &header, NULL, &end);
	} else {
		result = many_fault(status, &diag, options);
		if (status == TOT_ERR_DOMAIN)
			result = EXIT_USAGE;
	}
	if (end.tally.bad && !options->quiet)
		fprintf(stderr, "totalise: %llu of %llu points could not be evaluated\n",
			(unsigned long long)end.tally.bad, (unsigned long long)end.tally.records);
	if (source)
		source->free(source);
	tot_text_free(&prefix);
	tot_diag_free(&diag);
	return result;
}

enum exit_status command_sweep(const struct options *options)
{
	struct many many;
	struct tot_text life = {0};
	struct tot_diag diag = {0};
	struct options with_columns = *options;
	if (options->vary_count == 0)
		return usage_error("'sweep' needs --vary=POINTER=VALUES");
	if (!options->columns)
		with_columns.columns = usual;
	enum exit_status status = many_open(&many, &with_columns);
	if (status == EXIT_GOOD) {
		status = text_read(&life, options->operands[0], &diag);
		diag_print(&diag, options);
	}
	if (status == EXIT_GOOD)
		status = run(&many, options, &life);
	tot_text_free(&life);
	tot_diag_free(&diag);
	many_free(&many);
	return status;
}
