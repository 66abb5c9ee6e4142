/* What the commands share: files, diagnostics, the law book, one life with its report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_LIFE_H
#define TOT_CLI_LIFE_H

#include "cli/options.h"
#include "totalise/report.h"

/* The bytes of a file ("-": standard input). A fault is told in diag: EXIT_INVALID or EXIT_IO. */
enum exit_status text_read(struct tot_text *out, const char *name, struct tot_diag *diag);

/* The day of the option, else of the scenario (which may be NULL), else today in UTC. */
struct tot_date decision_day(const struct options *options, const struct tot_scenario *scenario);

/* Read a scenario file ("-": standard input). A fault is told in diag: EXIT_INVALID or EXIT_IO. */
enum exit_status life_read(struct tot_scenario **out, const char *name, struct tot_diag *diag);

/* The law book of --law-dir, of the environment, or the built-in one; faults are printed. */
enum exit_status law_open(struct tot_law **out, const struct options *options);

/* The same with the files that no formula reads. */
enum exit_status law_open_whole(struct tot_law **out, const struct options *options);

/* Every check of the same law book; faults are printed. */
enum exit_status law_verify(const struct options *options);

/* One file evaluated; faults are printed. Free with life_free, also after a failure. */
struct life {
	struct tot_scenario *scenario;
	struct tot_report *report;
};
enum exit_status life_evaluate(struct life *life, const char *name, const struct tot_law *law,
			       const struct options *options);
void life_free(struct life *life);

/* Today: the day of a decision that names none. */
struct tot_date today_utc(void);

/* All items as lines on standard error; with --quiet only the errors. */
void diag_print(const struct tot_diag *diag, const struct options *options);

/* The exit status that a status of the library stands for. */
enum exit_status exit_of(enum tot_status status);

/* The graver of two. */
enum exit_status worse(enum exit_status a, enum exit_status b);

#endif
