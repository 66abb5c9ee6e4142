/* The derivation of a report is complete: every result can be asked for by its id. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_STEPS_H
#define TOT_REPORT_STEPS_H

#include "totalise/value.h"

/*
 * Add a step for each result that has none: what is not due has no formula, but a law, a test and reasons.
 *
 * Given      outcome, comparison (NULL = none)
 * Returned   trace, with steps named by the ids of tests, benefits and refunds, and "comparison." with the id of
 *            a strategy
 * Example    a lump sum taken, no Japanese months left: JP.old_age.basic = not due, because 120 months are
 *            missing   (tests/unit/report_steps.c)
 */
void tot_report_steps(struct tot_trace *trace, const struct tot_outcome *outcome,
		      const struct tot_comparison *comparison);

#endif
