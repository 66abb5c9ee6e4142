/* The explanation of a number: a tree of steps, each with its section, inputs and source. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_TRACE_H
#define TOTALISE_TRACE_H

#include <stddef.h>

#include "totalise/arena.h"

struct tot_trace_input {
	const char *label; /* "earnings 2024" */
	const char *value; /* "45,000.00 EUR" */
	struct tot_trace_input *next;
};

struct tot_step {
	const char *id;	      /* "DE.old_age.regular", or "" for a step below one */
	const char *label;    /* what was computed */
	const char *value;    /* the result as text, or "" */
	const char *unit;     /* "EUR per month", "points", or "" */
	const char *formula;  /* the formula with its figures, or "" */
	const char *law;      /* section, or "" */
	const char *source;   /* where a dated figure was read, with its confidence, or "" */
	const char *rounding; /* "half up to 0.0001", or "" */
	const char *caveat;   /* why the value is doubtful, or "" */
	struct tot_trace_input *inputs;
	struct tot_step *children, *next, *parent, *last_child;
	struct tot_trace_input *last_input;
};

/*
 * Zero-initialise before use. Every function accepts a NULL trace and then does nothing, so that
 * formulas cost nothing when nobody asked why. Texts are copied.
 */
struct tot_trace {
	struct tot_arena arena;
	struct tot_step *roots, *last_root, *current;
};

/* Open a step below the current one; each begin needs its end. */
void tot_trace_begin(struct tot_trace *trace, const char *id, const char *label);
void tot_trace_end(struct tot_trace *trace);

/* Describe the open step. */
void tot_trace_law(struct tot_trace *trace, const char *law);
void tot_trace_result(struct tot_trace *trace, const char *unit, const char *format, ...)
	TOT_PRINTF(3, 4);
void tot_trace_formula(struct tot_trace *trace, const char *format, ...) TOT_PRINTF(2, 3);
void tot_trace_input(struct tot_trace *trace, const char *label, const char *format, ...)
	TOT_PRINTF(3, 4);
void tot_trace_source(struct tot_trace *trace, const char *format, ...) TOT_PRINTF(2, 3);
void tot_trace_rounding(struct tot_trace *trace, const char *rounding);
void tot_trace_caveat(struct tot_trace *trace, const char *format, ...) TOT_PRINTF(2, 3);

/* The first step with this id, depth first; NULL if there is none. */
const struct tot_step *tot_trace_find(const struct tot_trace *trace, const char *id);

void tot_trace_free(struct tot_trace *trace);

#endif
