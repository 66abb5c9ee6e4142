/* A refund after the death of the insured person (s. 210 (1) no. 3). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/refund.h"
#include "de/survivor.h"

const struct tot_event *tot_de_death_until(const struct tot_scenario *life, struct tot_date on)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DEATH &&
		    tot_date_compare(life->events[i].on, on) <= 0)
			return &life->events[i];
	return NULL;
}

static bool widowed(const struct tot_spouse *spouse, struct tot_date died, struct tot_date on)
{
	const bool divorced = !tot_date_is_none(spouse->divorced) &&
			      tot_date_compare(spouse->divorced, died) <= 0;
	const bool dead =
		!tot_date_is_none(spouse->died) && tot_date_compare(spouse->died, on) <= 0;
	return spouse->present && !divorced && !dead;
}

enum tot_status tot_de_refund_survivors(struct tot_refund *io, struct tot_date died,
					struct tot_date on, bool five_years,
					const struct tot_scenario *life, struct tot_ctx *ctx)
{
	int orphans;
	const enum tot_status status = tot_de_orphans(&orphans, &life->family, on, ctx->law);
	if (status < 0)
		return status;
	const bool spouse = widowed(&life->family.spouse, died, on);
	io->eligible = !five_years && (spouse || orphans);
	io->opens = died;
	if (five_years)
		tot_refund_reason(
			io, ctx,
			"the five years are met: pensions to survivors instead (SGB VI s. "
			"210 (1) no. 3)");
	else if (!io->eligible)
		tot_refund_reason(
			io, ctx,
			"no widow, widower or orphan is left who could claim it (SGB VI s. "
			"210 (1) no. 3)");
	else
		tot_refund_reason(io, ctx,
				  "paid to the %s; no 24 months to wait (SGB VI s. 210 (1) no. 3, "
				  "(2))",
				  spouse ? "widow or widower" : "orphans");
	return TOT_OK;
}
