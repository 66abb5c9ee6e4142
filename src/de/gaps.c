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
	const tot_kinds valued =
		TOT_KIND_BIT(TOT_CREDITABLE_SICKNESS) | TOT_KIND_BIT(TOT_CREDITABLE_MATERNITY) |
		TOT_KIND_BIT(TOT_CREDITABLE_UNEMPLOYMENT) |
		TOT_KIND_BIT(TOT_CREDITABLE_PENSION_RECEIPT) | TOT_KIND_BIT(TOT_SUBSTITUTE);
	struct tot_months technical, training, underground;
	tot_timeline_flagged(&technical, own, TOT_KIND_BIT(TOT_CREDITABLE_EDUCATION),
			     TOT_FLAG_TECHNICAL, 0);
	tot_timeline_flagged(&training, own, TOT_DE_WORK, TOT_FLAG_TRAINING, 0);
	tot_timeline_flagged(&underground, own, TOT_DE_WORK, TOT_FLAG_UNDERGROUND, 0);
	if (has(own, valued) || tot_months_count(&technical) || tot_months_count(&training))
		say(ctx, "Germany: points for contribution-free and contribution-reduced months "
			 "(SGB VI s. 71-74) are not computed; the pension can be higher");
	if (has(own, TOT_DE_CONSIDERATION))
		say(ctx, "Germany: the raising of low earnings beside children under ten "
			 "(SGB VI s. 70 (3a)) is not computed; the pension can be higher");
	if (tot_months_count(&underground))
		say(ctx, "Germany: the supplement for work underground (SGB VI s. 85) and the "
			 "pension for underground miners are not computed");
}

/* Points of the regular pension for each contribution month: both minimums are for low averages. */
static bool low_average(const struct tot_findings *found, const struct tot_ctx *ctx)
{
	const struct tot_benefit *benefit = tot_findings_find_benefit(found, "DE.old_age.regular");
	const struct tot_qualifying *months = tot_findings_find_test(found, "DE.w5");
	const struct tot_at at = tot_de_on(ctx->as_of);
	int64_t cap, points;
	if (!benefit || !benefit->factors || !benefit->factors->value || !months ||
	    tot_decimal_parse(&points, benefit->factors->value, 4) < 0 ||
	    tot_de_number(&cap, ctx->law, TOT_DE_SUPPLEMENT_CAP, &at) < 0)
		return true;
	return points < cap * months->own;
}

static void notice_tests(const struct tot_findings *found, struct tot_ctx *ctx)
{
	const struct tot_qualifying *test = tot_findings_find_test(found, "DE.w35");
	const struct tot_at at = tot_de_on(ctx->as_of);
	int64_t months;
	if (tot_de_number(&months, ctx->law, TOT_DE_SUPPLEMENT_MONTHS, &at) < 0)
		return;
	if (test && test->counted >= months && low_average(found, ctx))
		say(ctx,
		    "Germany: the minimum for low earnings before 1992 (SGB VI s. 262) and the "
		    "basic-pension supplement (s. 76g) are not computed; the pension can be "
		    "higher");
}

static void notice_facts(const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_scenario *life = view->life;
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DISABILITY ||
		    life->events[i].kind == TOT_EVENT_DEATH) {
			say(ctx, "Germany: pensions for disability and for survivors are not "
				 "computed");
			break;
		}
	if (!tot_date_is_none(life->person.severely_disabled_from))
		say(ctx,
		    "Germany: the old-age pension for severely disabled persons (SGB VI s. 37, "
		    "s. 236a) is not computed");
	if (!tot_de_plans_known_type(view))
		say(ctx, "Germany: the planned type of old-age pension is not computed");
	for (size_t i = 0; i < view->claim_count; i++)
		if (strcmp(view->claims[i].country, "DE") == 0 && view->claims[i].share > 0 &&
		    view->claims[i].share < 1000000)
			say(ctx,
			    "Germany: a part of the pension (SGB VI s. 42) is not computed; the "
			    "amounts are full pensions");
}

static void notice_children(const struct tot_view *view, struct tot_ctx *ctx)
{
	const struct tot_scenario *life = view->life;
	if (life->family.child_count && !life->person.residence_count)
		say(ctx, "Germany: the person's residence is not stated; child-raising counts only "
			 "beside German work");
}

void tot_de_notice_gaps(const struct tot_findings *found, const struct tot_view *view,
			struct tot_ctx *ctx)
{
	/* A life without German records has nothing that could be missing. */
	if (!view->own->span_count)
		return;
	notice_periods(view->own, ctx);
	notice_tests(found, ctx);
	notice_facts(view, ctx);
	notice_children(view, ctx);
}
