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

static const char not_modelled[] = "not-modelled";

static void events(const struct tot_view *view, struct tot_ctx *ctx)
{
	for (size_t i = 0; i < view->life->event_count; i++) {
		const enum tot_event_kind kind = view->life->events[i].kind;
		if (kind == TOT_EVENT_DISABILITY || kind == TOT_EVENT_DEATH)
			tot_jp_notice(
				ctx, not_modelled,
				"Japan: disability and survivors' pensions are not computed.");
	}
}

void tot_jp_notices(const struct tot_findings *findings, const struct tot_view *view,
		    struct tot_ctx *ctx)
{
	(void)findings;
	if (view->own->span_count > 0)
		events(view, ctx);
}
