/* The 5 years met without their months (s. 50 (1) sentence 2, s. 53): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_EARLY_H
#define TOT_DE_EARLY_H

#include "de/periods.h"

/* From which month on the qualifying period of 5 years counts as met, and why. */
struct tot_de_early {
	tot_month month; /* met at its end; TOT_MONTH_NONE: never */
	const char *title, *law;
};

/*
 * The 5 years met early by an accident at work or soon after training, or by an earlier pension.
 *
 * Given      own: records without a cut; life: events of disability and death, benefits drawn
 * Returned   out: the first of these facts that holds
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 50 (1) sentence 2 no. 1, s. 53 (1) no. 1, (2), s. 245 (1)
 * Example    employed, accident at work with full disability on 2024-05-10: met at the end of
 *            2024-05
 */
TOT_NODISCARD enum tot_status tot_de_early_of(struct tot_de_early *out,
					      const struct tot_timeline *own,
					      const struct tot_scenario *life,
					      const struct tot_law *law);

#endif
