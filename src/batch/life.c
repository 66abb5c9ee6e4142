/* One record of a batch: read, evaluated, printed as a line of JSON or of CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "batch/columns.h"
#include "batch/csv.h"
#include "batch/difference.h"
#include "report/json_writer.h"

/* What one evaluation needs and leaves behind. */
struct attempt {
	const struct tot_record *record;
	const char *text; /* that the record points into */
	const struct tot_batch_job *job;
	struct tot_scenario *life;
	struct tot_diag diag;	/* faults and warnings of the record */
	struct tot_arena arena; /* of the results that were read back */
};

static void error_line(struct tot_text *out, uint64_t line, const struct tot_diag_item *item)
{
	struct tot_writer w = {.out = out, .compact = true};
	struct tot_text message = {0};
	/* A fault of syntax has a position in its line, "1:10"; only the column says something. */
	const char *column = item->place[0] == '/' ? NULL : strchr(item->place, ':');
	if (column)
		tot_text_format(&message, "column %s: ", column + 1);
	tot_text_add(&message, item->text);
	tot_write_object(&w, NULL);
	tot_write_int(&w, "line", (int64_t)line);
	tot_write_string(&w, "pointer", column ? "" : item->place);
	tot_write_string(&w, "code", item->code);
	tot_write_string(&w, "message", message.bytes);
	tot_write_object_end(&w);
	tot_text_add(out, "\n");
	out->failed |= message.failed;
	tot_text_free(&message);
}

static void error_lines(struct tot_text *out, const struct attempt *attempt)
{
	for (const struct tot_diag_item *i = attempt->diag.first; i; i = i->next)
		if (i->severity == TOT_ERROR)
			error_line(out, attempt->record->line, i);
}

static struct tot_date day_of_decision(const struct attempt *attempt)
{
	const struct tot_batch_job *job = attempt->job;
	if (!tot_date_is_none(job->as_of))
		return job->as_of;
	return tot_date_is_none(attempt->life->as_of) ? job->today : attempt->life->as_of;
}

static unsigned parts_of(const struct tot_batch_job *job)
{
	const unsigned parts = job->columns ? tot_columns_parts(job->columns)
					    : TOT_PART_EFFECTS | TOT_PART_COMPARISON;
	return parts | (job->explain ? TOT_PART_TRACE : 0U);
}

/* The result under one law: its line of JSON, read back where values of it are wanted. */
static enum tot_status evaluate(struct tot_result *out, struct attempt *attempt,
				const struct tot_law *law)
{
	struct tot_report *report = NULL;
	const struct tot_batch_job *job = attempt->job;
	enum tot_status status =
		tot_report_make_parts(&report, attempt->life, law, day_of_decision(attempt),
				      parts_of(job), &attempt->diag, &attempt->diag);
	if (report && job->columns)
		report->left_out = tot_columns_left_out(job->columns);
	if (status >= TOT_OK)
		tot_report_json(&out->text, report, true, job->explain);
	else if (status != TOT_ERR_MEMORY && attempt->diag.errors == 0)
		tot_diag_add(&attempt->diag, TOT_ERROR, "evaluation", "", "",
			     "cannot be evaluated: %s%s", tot_status_name(status),
			     status == TOT_ERR_NO_PARAMETER ? " for a day that this life needs"
							    : "");
	tot_report_free(report);
	if (out->text.failed)
		return TOT_ERR_MEMORY;
	if (status < TOT_OK || (!job->columns && !job->base))
		return status;
	const enum tot_status read = tot_json_read(&out->root, &attempt->arena, out->text.bytes,
						   out->text.size, "", &attempt->diag);
	return read < TOT_OK ? read : status;
}

/* For the summary: year of birth, then base and reform of every column, between tabs. */
static void cohort(struct tot_text *out, const struct attempt *attempt,
		   const struct tot_json *result, const struct tot_json *base)
{
	const struct tot_columns *columns = attempt->job->columns;
	tot_text_format(out, "%d", attempt->life->person.born.year);
	for (size_t i = 0; i < tot_columns_count(columns); i++) {
		const char *path = tot_columns_path(columns, i);
		tot_text_add(out, "\t");
		tot_result_number(out, tot_result_find(base, path));
		tot_text_add(out, "\t");
		tot_result_number(out, tot_result_find(result, path));
	}
	tot_text_add(out, "\n");
}

static void cells(struct tot_text *out, const struct attempt *attempt,
		  const struct tot_json *result, const struct tot_json *base)
{
	const struct tot_columns *columns = attempt->job->columns;
	struct tot_text cell = {0};
	tot_text_add_bytes(out, attempt->text + attempt->record->prefix,
			   attempt->record->prefix_size);
	for (size_t i = 0; i < tot_columns_count(columns); i++) {
		const char *path = tot_columns_path(columns, i);
		cell.size = 0;
		if (attempt->job->base) {
			tot_difference_cells(out, path, base, result, attempt->record->line,
					     i == 0);
			continue;
		}
		tot_text_add(&cell, "");
		tot_column_cell(&cell, path, result, attempt->record->line);
		tot_csv_cell(out, cell.bytes ? cell.bytes : "", i == 0);
	}
	out->failed |= cell.failed;
	tot_text_free(&cell);
	tot_text_add(out, "\n");
}

static void print(struct tot_lives *out, const struct attempt *attempt,
		  const struct tot_result *result, const struct tot_result *base)
{
	if (attempt->job->columns) {
		cells(&out->output, attempt, result->root, base->root);
		if (attempt->job->base)
			cohort(&out->cohorts, attempt, result->root, base->root);
	} else if (attempt->job->base) {
		tot_difference_line(&out->output, base, result, attempt->record->line);
	} else {
		tot_text_add_bytes(&out->output, result->text.bytes, result->text.size);
	}
}

static bool has_day(struct attempt *attempt)
{
	if (!tot_date_is_none(day_of_decision(attempt)))
		return true;
	tot_diag_add(&attempt->diag, TOT_ERROR, "no-as-of", "", "/as_of",
		     "the day of the decision is missing; write \"as_of\" or give --as-of, for a "
		     "part must not depend on the day on which it runs");
	return false;
}

static enum tot_status evaluate_all(struct tot_lives *out, struct attempt *attempt)
{
	struct tot_result result = {0}, base = {0};
	enum tot_status status = evaluate(&result, attempt, attempt->job->law);
	if (status > TOT_OK && attempt->job->strict) {
		tot_diag_add(&attempt->diag, TOT_ERROR, "doubt", "", "",
			     "the amounts are %s, and --strict takes doubt as failure",
			     tot_status_name(status));
		out->tally.doubtful++;
	} else if (status >= TOT_OK && attempt->job->base) {
		status = evaluate(&base, attempt, attempt->job->base);
	}
	if (status >= TOT_OK && attempt->diag.errors == 0)
		print(out, attempt, &result, &base);
	tot_text_free(&result.text);
	tot_text_free(&base.text);
	return out->output.failed || out->cohorts.failed ? TOT_ERR_MEMORY : status;
}

enum tot_status tot_batch_life(struct tot_lives *out, const struct tot_record *record,
			       const char *text, const struct tot_batch_job *job)
{
	struct attempt attempt = {.record = record, .text = text, .job = job};
	enum tot_status status = TOT_ERR_DATA;
	if (record->faulty)
		tot_diag_add(&attempt.diag, TOT_ERROR, "record", "", "", "%.*s", (int)record->size,
			     text + record->start);
	else
		status = tot_scenario_read(&attempt.life, text + record->start, record->size, "",
					   &attempt.diag);
	if (status >= TOT_OK && has_day(&attempt))
		status = evaluate_all(out, &attempt);
	out->tally.records++;
	if (attempt.diag.errors) {
		out->tally.bad++;
		error_lines(&out->errors, &attempt);
	}
	tot_scenario_free(attempt.life);
	tot_diag_free(&attempt.diag);
	tot_arena_free(&attempt.arena);
	return status == TOT_ERR_MEMORY || out->errors.failed ? TOT_ERR_MEMORY : TOT_OK;
}

void tot_batch_header(struct tot_text *out, const char *prefix, const struct tot_batch_job *job)
{
	if (!job->columns)
		return;
	tot_text_add(out, prefix ? prefix : "");
	for (size_t i = 0; i < tot_columns_count(job->columns); i++) {
		const char *path = tot_columns_path(job->columns, i);
		if (job->base)
			tot_difference_header(out, path, i == 0);
		else
			tot_csv_cell(out, path, i == 0);
	}
	tot_text_add(out, "\n");
}
