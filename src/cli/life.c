/* Reading files, opening the law, evaluating one life for a command. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/life.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "law/json.h"

enum exit_status worse(enum exit_status a, enum exit_status b)
{
	return a > b ? a : b;
}

enum exit_status exit_of(enum tot_status status)
{
	switch (status) {
	case TOT_OK:
	case TOT_PROVISIONAL:
	case TOT_PROJECTED:
	case TOT_INCOMPLETE_RECORD: return EXIT_GOOD;
	case TOT_ERR_DATA:
	case TOT_ERR_DOMAIN:
	case TOT_ERR_OVERFLOW: return EXIT_INVALID;
	case TOT_ERR_NO_PARAMETER: return EXIT_LAW;
	case TOT_ERR_MEMORY:
	case TOT_ERR_IO: break;
	}
	return EXIT_IO;
}

/* One line; what could steer a terminal is shown as '?'. */
static void print_item(const struct tot_diag_item *item)
{
	const int size = tot_diag_print(NULL, 0, item);
	char *line = size < 0 ? NULL : malloc((size_t)size + 1);
	if (!line)
		return;
	tot_diag_print(line, (size_t)size + 1, item);
	for (char *c = line; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7F)
			*c = '?';
	fprintf(stderr, "%s\n", line);
	free(line);
}

void diag_print(const struct tot_diag *diag, const struct options *options)
{
	for (const struct tot_diag_item *i = diag->first; i; i = i->next)
		if (i->severity == TOT_ERROR || !options->quiet)
			print_item(i);
}

static enum exit_status read_stream(struct tot_text *out, FILE *file, const char *name,
				    struct tot_diag *diag)
{
	char part[1 << 14];
	size_t got;
	errno = 0;
	while (out->size <= TOT_JSON_MAX_BYTES && (got = fread(part, 1, sizeof part, file)) > 0)
		tot_text_add_bytes(out, part, got);
	if (ferror(file)) {
		tot_diag_add(diag, TOT_ERROR, "unreadable", name, "", "cannot be read: %s",
			     strerror(errno ? errno : EIO));
		return EXIT_IO;
	}
	if (out->failed) {
		tot_diag_add(diag, TOT_ERROR, "memory", name, "", "not enough memory");
		return EXIT_IO;
	}
	if (out->size > TOT_JSON_MAX_BYTES) {
		tot_diag_add(diag, TOT_ERROR, "too-large", name, "",
			     "larger than %zu MiB; a scenario is one life, a few kilobytes of JSON",
			     TOT_JSON_MAX_BYTES >> 20);
		return EXIT_INVALID;
	}
	return EXIT_GOOD;
}

enum exit_status text_read(struct tot_text *out, const char *name, struct tot_diag *diag)
{
	if (strcmp(name, "-") == 0)
		return read_stream(out, stdin, name, diag);
	FILE *file = fopen(name, "rb");
	if (!file) {
		tot_diag_add(diag, TOT_ERROR, "unreadable", name, "", "cannot be opened: %s",
			     strerror(errno));
		return EXIT_IO;
	}
	const enum exit_status status = read_stream(out, file, name, diag);
	fclose(file);
	return status;
}

enum exit_status life_read(struct tot_scenario **out, const char *name, struct tot_diag *diag)
{
	struct tot_text text = {0};
	enum exit_status status = text_read(&text, name, diag);
	if (status == EXIT_GOOD && text.size == 0) {
		tot_diag_add(diag, TOT_ERROR, "empty", name, "",
			     "the file is empty; \"totalise new\" prints a scenario to start from");
		status = EXIT_INVALID;
	}
	if (status == EXIT_GOOD) {
		const enum tot_status read =
			tot_scenario_read(out, text.bytes, text.size, name, diag);
		status = exit_of(read);
		if (status != EXIT_GOOD && diag->errors == 0)
			tot_diag_add(diag, TOT_ERROR, "unreadable", name, "", "%s",
				     tot_status_name(read));
	}
	tot_text_free(&text);
	return status;
}

static enum exit_status law_outcome(enum tot_status status, struct tot_diag *diag,
				    const struct options *options)
{
	diag_print(diag, options);
	if (status < 0 && diag->errors == 0)
		fprintf(stderr, "totalise: the law data cannot be read: %s\n",
			tot_status_name(status));
	tot_diag_free(diag);
	if (status >= 0)
		return EXIT_GOOD;
	return status == TOT_ERR_MEMORY ? EXIT_IO : EXIT_LAW;
}

static const char *law_folder(const struct options *options)
{
	const char *dir = options->law_dir ? options->law_dir : getenv("TOTALISE_LAW_DIR");
	return dir && dir[0] ? dir : NULL;
}

/* The law as --reform changes it. */
static enum exit_status open_reform(struct tot_law **out, const struct options *options)
{
	struct tot_diag diag = {0};
	struct tot_text text = {0};
	enum exit_status status = text_read(&text, options->reform, &diag);
	if (status == EXIT_GOOD) {
		const struct tot_reform reform = {text.bytes ? text.bytes : "", text.size,
						  options->reform};
		const enum tot_status read =
			tot_law_open_reform(out, law_folder(options), &reform, &diag);
		status = law_outcome(read, &diag, options);
	} else {
		diag_print(&diag, options);
		tot_diag_free(&diag);
	}
	tot_text_free(&text);
	return status;
}

enum exit_status law_open(struct tot_law **out, const struct options *options)
{
	struct tot_diag diag = {0};
	if (options->reform)
		return open_reform(out, options);
	const enum tot_status status = tot_law_open(out, law_folder(options), &diag);
	return law_outcome(status, &diag, options);
}

enum exit_status law_open_whole(struct tot_law **out, const struct options *options)
{
	struct tot_diag diag = {0};
	if (options->reform)
		return open_reform(out, options);
	const enum tot_status status = tot_law_open_whole(out, law_folder(options), &diag);
	return law_outcome(status, &diag, options);
}

enum exit_status law_verify(const struct options *options)
{
	struct tot_diag diag = {0};
	/* A reformed book is checked as a whole when it is opened. */
	if (options->reform)
		return EXIT_GOOD;
	const enum tot_status status = tot_law_verify(law_folder(options), &diag);
	return law_outcome(status, &diag, options);
}

/* The only look at the clock: a decision without a day is one of today (UTC). */
struct tot_date today_utc(void)
{
	const time_t now = time(NULL);
	struct tm parts;
	if (!gmtime_r(&now, &parts))
		return (struct tot_date){0};
	return (struct tot_date){parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

struct tot_date decision_day(const struct options *options, const struct tot_scenario *scenario)
{
	if (!tot_date_is_none(options->as_of))
		return options->as_of;
	return !scenario || tot_date_is_none(scenario->as_of) ? today_utc() : scenario->as_of;
}

static enum exit_status make_report(struct life *life, const char *name, const struct tot_law *law,
				    const struct options *options, struct tot_diag *diag)
{
	struct tot_diag faults = {0};
	const enum tot_status status =
		tot_report_make(&life->report, life->scenario, law,
				decision_day(options, life->scenario), diag, &faults);
	if (status < 0 && faults.errors == 0)
		tot_diag_add(&faults, TOT_ERROR, "evaluation", name, "",
			     "cannot be evaluated: %s%s", tot_status_name(status),
			     status == TOT_ERR_NO_PARAMETER ? " for a day that this life needs"
							    : "");
	enum exit_status result = exit_of(status);
	if (status > 0 && options->strict) {
		tot_diag_add(&faults, TOT_ERROR, "doubt", name, "",
			     "the amounts are %s, and --strict takes doubt as failure",
			     tot_status_name(life->report->doubt));
		result = EXIT_LAW;
	}
	diag_print(&faults, options);
	tot_diag_free(&faults);
	return result;
}

enum exit_status life_evaluate(struct life *life, const char *name, const struct tot_law *law,
			       const struct options *options)
{
	struct tot_diag diag = {0};
	*life = (struct life){0};
	enum exit_status status = life_read(&life->scenario, name, &diag);
	if (status == EXIT_GOOD)
		status = make_report(life, name, law, options, &diag);
	else
		diag_print(&diag, options);
	tot_diag_free(&diag);
	return status;
}

void life_free(struct life *life)
{
	tot_report_free(life->report);
	tot_scenario_free(life->scenario);
	*life = (struct life){0};
}
