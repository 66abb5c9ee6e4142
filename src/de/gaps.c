/* What of a German life is not computed yet: said in the result, never passed over. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/figures.h"
#include "de/plan.h"

static void say(struct tot_ctx *ctx, const char *what)
{
	if (ctx->notices)
		tot_diag_add(ctx->notices, TOT_INFO, "not-modelled", "", "", "%s", what);
}

static bool has(const struct tot_timeline *own, tot_kinds kinds)
{
	struct tot_months months;
	tot_timeline_kinds(&months, own, kinds);
	return tot_months_count(&months) > 0;
}

static void notice_periods(const struct tot_timeline *own, struct tot_ctx *ctx)
{
	const tot_kinds credited = TOT_DE_CREDITABLE | TOT_KIND_BIT(TOT_SUBSTITUTE);
	struct tot_months miners, underground;
	tot_timeline_flagged(&miners, own, TOT_DE_WORK, TOT_FLAG_MINERS, 0);
	tot_timeline_flagged(&underground, own, TOT_DE_WORK, TOT_FLAG_UNDERGROUND, 0);
	if (has(own, credited) && (tot_months_count(&miners) || tot_months_count(&underground)))
		say(ctx, "Germany: contribution-free months of the miners' scheme (SGB VI s. 84) "
			 "are counted in the general scheme: cents can differ");
	if (tot_months_count(&underground))
		say(ctx, "Germany: the supplement for work underground (SGB VI s. 85) is not "
			 "computed");
}

static void notice_children(const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_scenario *life = view->life;
	if (life->family.child_count && !life->person.residence_count)
		say(ctx, "Germany: the person's residence is not stated; child-raising counts only "
			 "beside German work");
}

/* Work beside a pension that is already paid brings points later (s. 66 (3a), s. 75 (1)). */
static void notice_later_work(const struct tot_timeline *own, tot_month start, struct tot_ctx *ctx)
{
	struct tot_months months;
	if (start > tot_month_of(ctx->as_of))
		return;
	tot_timeline_flagged(&months, own, TOT_DE_CONTRIBUTION, 0, TOT_FLAG_MINIJOB_EXEMPT);
	tot_months_clip(&months, start, TOT_MONTH_LIMIT);
	if (tot_months_count(&months))
		say(ctx, "Germany: points from contributions after the start of the pension (SGB "
			 "VI s. 66 (3a), s. 76d) are not computed; the pension can be higher");
}

void tot_de_notice_gaps(const struct tot_view *view, tot_month start, struct tot_ctx *ctx)
{
	/* A life without German records has nothing that could be missing. */
	if (!view->own->span_count)
		return;
	notice_periods(view->own, ctx);
	notice_later_work(view->own, start, ctx);
	notice_children(view, ctx);
}
