/* What entries of German benefits share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/entries.h"

const char *tot_de_date_text(struct tot_ctx *ctx, struct tot_date date)
{
	char text[TOT_DATE_TEXT];
	return tot_arena_format(ctx->arena, "%s", tot_date_print(text, date));
}

const char *tot_de_month_text(struct tot_ctx *ctx, tot_month month)
{
	char text[TOT_DATE_TEXT];
	return tot_arena_format(ctx->arena, "%s", tot_month_print(text, month));
}

struct tot_qualifying *tot_de_test_entry(enum tot_de_test test, struct tot_ctx *ctx)
{
	struct tot_qualifying *entry = tot_arena_alloc(ctx->arena, sizeof(*entry));
	if (entry)
		*entry = (struct tot_qualifying){.id = tot_de_test_id(test),
						 .country = "DE",
						 .title = tot_de_test_title(test),
						 .law = tot_de_test_law(test),
						 .met_on = TOT_MONTH_NONE};
	return entry;
}
