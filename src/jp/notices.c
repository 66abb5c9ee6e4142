/* What a life has that these amounts leave out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <string.h>

void tot_jp_notice(struct tot_ctx *ctx, const char *code, const char *text)
{
	if (!ctx->notices)
		return;
	for (const struct tot_diag_item *item = ctx->notices->first; item; item = item->next)
		if (strcmp(item->code, code) == 0 && strcmp(item->text, text) == 0)
			return;
	tot_diag_add(ctx->notices, TOT_INFO, code, "", "", "%s", text);
}

/* Months of a record that no record owns: the law of the day does not insure them in this way. */
static bool not_insured(const struct tot_timeline *own, enum tot_kind kind)
{
	struct tot_months owned = {{0}};
	for (size_t i = 0; i < own->span_count; i++)
		if (!own->spans[i].derived)
			tot_months_or(&owned, &own->spans[i].months);
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		struct tot_months months = {{0}};
		if (span->kind != kind || span->derived)
			continue;
		tot_months_add_range(&months, tot_month_of(span->from),
				     tot_month_of(tot_date_add_days(span->to, 1)));
		tot_months_andnot(&months, &owned);
		if (tot_months_count(&months) > 0)
			return true;
	}
	return false;
}

static void insurance(const struct tot_view *view, struct tot_ctx *ctx)
{
	static const char code[] = "not-insured";
	const struct tot_timeline *own = view->own;
	/* A refund takes months too, and says so. */
	for (size_t i = 0; i < view->life->event_count; i++)
		if (view->life->events[i].kind == TOT_EVENT_REFUND)
			return;
	if (not_insured(own, TOT_DEPENDENT_SPOUSE))
		tot_jp_notice(ctx, code,
			      "Japan: months as dependent spouse before 1986-04, or abroad from "
			      "2020-04, are no insurance; for who has the basis of life in Japan "
			      "(students, who goes with a posted worker) write that stay as "
			      "residence in Japan");
	if (not_insured(own, TOT_VOLUNTARY))
		tot_jp_notice(ctx, code,
			      "Japan: some voluntary months do not count: from 60 on none beyond a "
			      "full basic pension, from 65 on none beyond the ten years, abroad "
			      "only for nationals and by an agreement");
	if (not_insured(own, TOT_EMPLOYMENT))
		tot_jp_notice(
			ctx, code,
			"Japan: until 2002-03 the employees' insurance ended at 65; months of "
			"work after it do not count");
}

void tot_jp_notices(const struct tot_findings *findings, const struct tot_view *view,
		    struct tot_ctx *ctx)
{
	(void)findings;
	insurance(view, ctx);
}
