/* Frames of years before an event, exact to the day: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_FRAME_H
#define TOT_DE_FRAME_H

#include "de/periods.h"

/* Days in which contributions are looked for, both included. */
struct tot_de_frame {
	struct tot_date from, to;
	int extension;		    /* months by which it is longer */
	struct tot_months extended; /* the months that made it so */
};

/* What makes a frame longer. */
struct tot_de_extension {
	tot_kinds kinds;	   /* spans of these kinds, in months without `covered` */
	bool pensions;		   /* pensions for disability already drawn, s. 43 (4) no. 1 */
	int most;		   /* months at most; 0: no limit */
	struct tot_months covered; /* months with compulsory contributions */
	struct tot_months
		abroad; /* months of equal facts in the other state (agreement, Art. 12) */
};

/*
 * The years before an event, longer by the months that the law leaves out.
 *
 * Given      on: day of the event; months: length of the frame; extension
 * Returned   out: it ends on the day before the event and begins on the same day number (s. 26
 *            SGB X)
 * Law        SGB VI s. 43 (4), s. 53 (2) sentence 2; each month in the longer part makes it
 *            longer again
 * Example    event 2026-03-15, 60 months, none left out: 2021-03-15 to 2026-03-14
 */
void tot_de_frame_of(struct tot_de_frame *out, struct tot_date on, int months,
		     const struct tot_de_extension *extension, const struct tot_timeline *own,
		     const struct tot_scenario *life);

/* Months of spans of these kinds with a day inside the frame; exempt mini-jobs are none. */
void tot_de_frame_months(struct tot_months *out, const struct tot_timeline *own, tot_kinds kinds,
			 const struct tot_de_frame *frame);

/* Keep the months that the frame touches. */
void tot_de_frame_clip(struct tot_months *months, const struct tot_de_frame *frame);

/* Add months in which a German pension for disability was drawn, as far as the frame goes. */
void tot_de_frame_pensions(struct tot_months *out, const struct tot_scenario *life,
			   const struct tot_de_frame *frame);

#endif
