/* Many lives: records in, results out in the same order, by threads, in parts, over grids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_BATCH_H
#define TOTALISE_BATCH_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "totalise/report.h"

/* Records of one block: what a shard takes, and what is kept when a shard is stopped. */
#define TOT_BLOCK_RECORDS 256

/* Longest record; a longer one is a faulty record, so that memory stays flat. */
#define TOT_RECORD_BYTES ((size_t)1 << 20)

#define TOT_THREADS_MAX 256

/* Chosen values of a result, as columns of CSV. */
struct tot_columns;

/*
 * Read a list of columns.
 *
 * Given      list: paths into the JSON result, separated by commas: names joined by dots, elements of lists in
 *            brackets by id, by country (of benefits the one paid under the plan) or by position from 0;
 *            `line` is the line of the record
 * Returned   out; free it with tot_columns_free
 * Status     TOT_OK; TOT_ERR_DATA if a path is empty, its brackets do not fit or no result can have it (diag)
 * Example    "title,benefits[DE.old_age.regular].amount.value,timelines[JP].months"
 */
TOT_NODISCARD enum tot_status tot_columns_read(struct tot_columns **out, const char *list,
					       struct tot_diag *diag);

void tot_columns_free(struct tot_columns *columns);

size_t tot_columns_count(const struct tot_columns *columns);

/* Path of a column as it was given; NULL past the end. */
const char *tot_columns_path(const struct tot_columns *columns, size_t index);

/* The parts of an evaluation (enum tot_parts) that the columns need. */
unsigned tot_columns_parts(const struct tot_columns *columns);

/* One life of a batch. */
struct tot_record {
	uint64_t line;		    /* where it begins in its file */
	size_t start, size;	    /* its text inside the unit that holds it */
	bool faulty;		    /* it could not be read as a record: its text says why */
	size_t prefix, prefix_size; /* cells that stand before its columns, in the same text */
};

/*
 * Where records come from. `next` adds the text of a record to `text` and describes it.
 * Status of next: TOT_OK; TOT_ERR_IO, TOT_ERR_MEMORY or TOT_ERR_DATA with the reason in diag. *end: none is left.
 */
struct tot_source {
	enum tot_status (*next)(struct tot_source *self, struct tot_text *text,
				struct tot_record *record, bool *end);
	void (*free)(struct tot_source *self);
	struct tot_diag *diag;
	uint64_t bytes; /* read so far from the files, for a progress line */
};

/*
 * Records of a stream: lines of JSON, or rows of CSV; which of both, the first byte that is no blank tells.
 *
 * Given      fd: open for reading, kept by the caller; periods_fd: second table of CSV, -1 = none; name,
 *            periods_name: for diagnostics, kept by the caller
 * Returned   out: free with out->free(out)
 * Status     TOT_OK; TOT_ERR_DATA (a header that is none), TOT_ERR_IO, TOT_ERR_MEMORY with the reason in diag
 */
TOT_NODISCARD enum tot_status tot_source_open(struct tot_source **out, int fd, const char *name,
					      int periods_fd, const char *periods_name,
					      struct tot_diag *diag);

/* Dimensions of a grid. */
#define TOT_VARY_MAX 8

/*
 * One scenario with changed values: a record for every point of a grid, the last dimension the fastest.
 *
 * Given      text, size: the scenario; file: its name for diagnostics; vary: count times POINTER=VALUES, an
 *            RFC 6901 pointer to a member (which may be missing in its object), and A,B,C or FROM:TO:STEP of
 *            numbers, ages ("60:65:6m"), months ("2027-01:2028-01:3m") or days ("2027-01-01:2027-12-31:1m")
 * Returned   out: free with out->free(out); header: names of the varied members as cells of CSV, each with a
 *            comma behind it
 * Status     TOT_OK; TOT_ERR_DOMAIN if a --vary is none or has no place in the scenario (diag); TOT_ERR_DATA if
 *            the text is no JSON (diag); TOT_ERR_MEMORY
 */
TOT_NODISCARD enum tot_status tot_grid_open(struct tot_source **out, struct tot_text *header,
					    const char *text, size_t size, const char *file,
					    const char *const *vary, size_t count,
					    struct tot_diag *diag);

/* How each record is evaluated and printed; shared by all threads, never changed while they run. */
struct tot_batch_job {
	const struct tot_law *law;
	const struct tot_law *base;	   /* compare with this law; NULL = no comparison */
	const struct tot_columns *columns; /* NULL: the whole result as one line of JSON */
	struct tot_date as_of;		   /* replaces that of the record; none = it does not */
	struct tot_date today; /* for a record without as_of; none = such a record is faulty */
	int explain;	       /* levels of the trace in JSON; 0 = none, -1 = all */
	bool strict;	       /* doubt is failure */
};

/* Counts of a run. Sums are exact whatever the number of threads. */
struct tot_tally {
	uint64_t records, bad,
		doubtful; /* bad: not evaluated; doubtful: bad under --strict alone */
};

/* What evaluated records leave behind. */
struct tot_lives {
	struct tot_text output; /* a line a life */
	struct tot_text errors; /* a line of JSON a fault: {"line", "pointer", "code", "message"} */
	struct tot_text cohorts; /* of a comparison with columns: what tot_summary_add reads */
	struct tot_tally tally;
};

/*
 * Evaluate one record.
 *
 * Given      record, text: the unit's text that it points into; job
 * Returned   out: added to, and counted
 * Status     TOT_OK, also for a bad record; TOT_ERR_MEMORY
 */
TOT_NODISCARD enum tot_status tot_batch_life(struct tot_lives *out, const struct tot_record *record,
					     const char *text, const struct tot_batch_job *job);

/* The first line of a CSV output; nothing for JSON. */
void tot_batch_header(struct tot_text *out, const char *prefix, const struct tot_batch_job *job);

/* What a block is to the output. */
enum tot_block_use {
	TOT_BLOCK_SKIP,	    /* not ours */
	TOT_BLOCK_EVALUATE, /* evaluate it */
	TOT_BLOCK_KNOWN	    /* evaluated before: only look whether it is the same */
};

/* Consecutive records of one block, evaluated. */
struct tot_piece {
	uint64_t block;
	const struct tot_lives *lives;
	bool last;	 /* of its block */
	uint64_t digest; /* over all records of the block; valid in the last piece */
};

/* Where results go, in the order of the records. All calls come from one thread. */
struct tot_batch_out {
	enum tot_block_use (*use)(struct tot_batch_out *self, uint64_t block);
	enum tot_status (*add)(struct tot_batch_out *self, const struct tot_piece *piece);
	/* A block of TOT_BLOCK_KNOWN was read; digest over its records. NULL if use never says so. */
	enum tot_status (*known)(struct tot_batch_out *self, uint64_t block, uint64_t digest);
};

struct tot_batch_plan {
	struct tot_batch_job job;
	int threads; /* 1 = evaluate in the calling thread */
	bool pin;    /* each thread on a processor of its own */
	bool stop_on_error;
	bool whole_blocks;		   /* a stop is looked for only between blocks */
	const volatile sig_atomic_t *stop; /* not 0: end as soon as possible; may be NULL */
	void (*progress)(void *data, uint64_t records, uint64_t bytes); /* may be NULL */
	void *progress_data;
};

struct tot_batch_end {
	struct tot_tally tally;
	uint64_t records; /* read, also those of other shards */
	uint64_t digest;  /* over all records read */
	bool stopped;	  /* told to stop before the input ended */
};

/*
 * Run a batch: read, evaluate, hand out in order. Memory does not grow with the input.
 *
 * Status     TOT_OK, also with bad records (end->tally); TOT_ERR_IO, TOT_ERR_MEMORY, TOT_ERR_DATA of the
 *            source or the output, whose diag has the reason
 */
TOT_NODISCARD enum tot_status tot_batch_run(struct tot_batch_end *end,
					    const struct tot_batch_plan *plan,
					    struct tot_source *source, struct tot_batch_out *out);

/*
 * One invented life for tests and benchmarks, as a line of JSON: work in Germany and Japan in turn, both
 * currencies of Germany, gaps, some self-employment and unemployment, any nationality. Not a sample of anything.
 *
 * Given      seed, index: the same pair gives the same life, whatever other lives are made
 */
void tot_population_life(struct tot_text *out, uint64_t seed, uint64_t index);

/* Winners, losers and totals of a comparison, by year of birth. */
struct tot_summary;
TOT_NODISCARD enum tot_status tot_summary_new(struct tot_summary **out,
					      const struct tot_columns *columns);
void tot_summary_free(struct tot_summary *summary);

/* Take the lives of a piece in. Status: TOT_OK; TOT_ERR_OVERFLOW if a sum leaves its range. */
TOT_NODISCARD enum tot_status tot_summary_add(struct tot_summary *summary,
					      const struct tot_text *cohorts);

/*
 * The summary as CSV: born,column,lives,winners,losers,unchanged,base,reform,difference; a line for each year of
 * birth and column that had a number, then those of all years ("all"). A value that a life does not have counts
 * as nothing: who gains a pension is a winner.
 */
void tot_summary_print(struct tot_text *out, const struct tot_summary *summary);

#endif
