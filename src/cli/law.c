/* totalise law: the figures themselves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/life.h"
#include "cli/sink.h"

static enum tot_status list(struct tot_text *out, const struct tot_law *law,
			    const struct options *o)
{
	(void)o;
	return tot_law_list(out, law);
}

static enum tot_status show(struct tot_text *out, const struct tot_law *law,
			    const struct options *o)
{
	return tot_law_show(out, law, o->operands[1], tot_date_is_none(o->on) ? NULL : &o->on);
}

static enum tot_status check(struct tot_text *out, const struct tot_law *law,
			     const struct options *o)
{
	if (!o->quiet)
		tot_text_format(out, "law: ok, fingerprint %s\n", tot_law_digest(law));
	return TOT_OK;
}

static enum tot_status dump(struct tot_text *out, const struct tot_law *law,
			    const struct options *o)
{
	(void)o;
	return tot_law_dump(out, law);
}

static enum tot_status diff(struct tot_text *out, const struct tot_law *law,
			    const struct options *o)
{
	struct tot_date from, to;
	if (!tot_date_parse(&from, o->operands[1]) || !tot_date_parse(&to, o->operands[2]))
		return TOT_ERR_DOMAIN;
	return tot_law_diff(out, law, from, to);
}

struct job {
	const char *name, *operands;
	size_t count;
	enum tot_status (*run)(struct tot_text *out, const struct tot_law *law,
			       const struct options *o);
};

static const struct job jobs[] = {
	{"list", "", 0, list}, {"show", " NAME", 1, show},	{"check", "", 0, check},
	{"dump", "", 0, dump}, {"diff", " DATE DATE", 2, diff},
};

static const struct job *find(const char *name)
{
	for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++)
		if (strcmp(jobs[i].name, name) == 0)
			return &jobs[i];
	return NULL;
}

static enum exit_status check_days(const struct options *o)
{
	struct tot_date day;
	for (size_t i = 1; i < 3; i++)
		if (!tot_date_parse(&day, o->operands[i]))
			return usage_error("'%s' is no day such as 2026-11-21", o->operands[i]);
	return EXIT_GOOD;
}

static enum exit_status run(const struct job *job, const struct options *options)
{
	struct tot_law *law = NULL;
	struct tot_text text = {0};
	enum exit_status status = job->run == check ? law_verify(options) : EXIT_GOOD;
	if (status == EXIT_GOOD)
		status = law_open_whole(&law, options);
	if (status != EXIT_GOOD)
		return status;
	const enum tot_status done = job->run(&text, law, options);
	tot_law_free(law);
	if (done >= 0)
		return sink_print(options, &text);
	tot_text_free(&text);
	if (done == TOT_ERR_NO_PARAMETER)
		fprintf(stderr, "totalise: the law data has no '%s'%s; see 'totalise law list'\n",
			options->operands[1], tot_date_is_none(options->on) ? "" : " on that day");
	else
		fprintf(stderr, "totalise: law %s: %s\n", job->name, tot_status_name(done));
	return done == TOT_ERR_NO_PARAMETER ? EXIT_LAW : exit_of(done);
}

enum exit_status command_law(const struct options *options)
{
	const char *name = options->operand_count ? options->operands[0] : "list";
	const struct job *job = find(name);
	if (!job)
		return usage_error("'law' has no '%s'; it has list, show, check, dump, diff", name);
	const size_t count = options->operand_count ? options->operand_count - 1 : 0;
	if (count != job->count)
		return usage_error("use: totalise law %s%s", job->name, job->operands);
	if (!tot_date_is_none(options->on) && job->run != show)
		return usage_error("--on goes with 'law show'");
	if (job->run == diff) {
		const enum exit_status days = check_days(options);
		if (days != EXIT_GOOD)
			return days;
	}
	return run(job, options);
}
