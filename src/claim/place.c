/* Timelines of all states after the refunds done so far, and the views that tests get. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

static enum tot_status place(struct tot_timeline *out, const struct tot_work *work, size_t state,
			     tot_month open_end, struct tot_ctx *ctx)
{
	const struct tot_scheme *scheme = work->outcome->schemes[state];
	enum tot_status status = scheme->ops->place(out, work->life, open_end, ctx);
	for (size_t i = 0; status >= 0 && i < work->done_count; i++) {
		const struct tot_refund_step *step = &work->done[i];
		if (step->state == state)
			status = scheme->ops->after_refund(out, step->filed, step->which,
							   work->life, ctx);
	}
	return status;
}

enum tot_status tot_place_all(struct tot_work *work, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t s = 0; status >= 0 && s < work->outcome->state_count; s++)
		status = place(&work->outcome->timelines[s], work, s, work->open_end[s], ctx);
	return status;
}

enum tot_status tot_view_make(struct tot_view *out, const struct tot_work *work, size_t state,
			      bool with_lent, struct tot_ctx *ctx)
{
	*out = (struct tot_view){.life = work->life,
				 .own = &work->outcome->timelines[state],
				 .claims = work->claims[state],
				 .claim_count = work->claim_count[state]};
	if (!with_lent || !work->only[state])
		return TOT_OK;
	return tot_aggregate(out, work->outcome->schemes[state], work->only[state], work->outcome,
			     ctx);
}

void tot_timeline_months(struct tot_months *out, const struct tot_timeline *timeline, tot_month end)
{
	const tot_kinds not_counted = TOT_KIND_BIT(TOT_UNPAID) | TOT_KIND_BIT(TOT_COMPLEMENTARY) |
				      TOT_KIND_BIT(TOT_OTHER_SYSTEM);
	tot_timeline_flagged(out, timeline, ~not_counted, 0, TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_clip(out, 0, end);
}
