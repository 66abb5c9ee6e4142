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
}

static void notice_children(const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_scenario *life = view->life;
	if (life->family.child_count && !life->person.residence_count)
		say(ctx, "Germany: the person's residence is not stated; child-raising counts only "
			 "beside German work");
}

/* s. 110, s. 113, s. 114: nobody here has periods of the foreign pension law. */
static void notice_abroad(const struct tot_view *view, struct tot_ctx *ctx)
{
	const char *home = tot_person_residence(&view->life->person, ctx->as_of);
	if (home && strcmp(home, "DE") != 0 && ctx->notices)
		tot_diag_add(
			ctx->notices, TOT_INFO, "de-paid-abroad", "", "",
			"German pensions are paid abroad in full, those of months without "
			"contributions in the same ratio (SGB VI s. 110, s. 113, s. 114); only a "
			"disability pension that depends on the labour market is not (s. 112)");
}

void tot_de_notice_gaps(const struct tot_view *view, struct tot_ctx *ctx)
{
	/* A life without German records has nothing that could be missing. */
	if (!view->own->span_count)
		return;
	notice_periods(view->own, ctx);
	notice_children(view, ctx);
	notice_abroad(view, ctx);
}
