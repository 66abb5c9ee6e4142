/* Tests and pensions that one more year of voluntary contributions would open. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/scheme.h"

/* Tests met and pensions due with the year that are not without it, by id. */
static enum tot_status compare(struct tot_voluntary *out, const struct tot_findings *without,
			       const struct tot_findings *with, struct tot_ctx *ctx)
{
	const char **closes =
		tot_arena_alloc(ctx->arena, (size_t)2 * TOT_FINDINGS_MAX * sizeof(*closes));
	if (!closes)
		return TOT_ERR_MEMORY;
	out->closes = closes;
	for (size_t i = 0; i < with->qualifying_count; i++) {
		const struct tot_qualifying *now =
			tot_findings_find_test(without, with->qualifying[i].id);
		if (with->qualifying[i].met && now && !now->met)
			closes[out->close_count++] = with->qualifying[i].id;
	}
	for (size_t i = 0; i < with->benefit_count; i++) {
		const struct tot_benefit *now =
			tot_findings_find_benefit(without, with->benefits[i].id);
		if (with->benefits[i].entitled && now && !now->entitled)
			closes[out->close_count++] = with->benefits[i].id;
	}
	return TOT_OK;
}

/* Room for two sets of findings is too much for the stack. */
enum tot_status tot_voluntary_closes(struct tot_voluntary *out, const struct tot_view *view,
				     const struct tot_timeline *longer, tot_entitle_fn *entitle,
				     struct tot_ctx *ctx)
{
	struct tot_view with_year = *view;
	struct tot_findings *found = tot_arena_alloc(ctx->arena, 2 * sizeof(*found));
	if (!found)
		return TOT_ERR_MEMORY;
	with_year.own = longer;
	enum tot_status status = entitle(&found[0], view, ctx);
	if (status >= 0)
		status = entitle(&found[1], &with_year, ctx);
	return status < 0 ? status : compare(out, &found[0], &found[1], ctx);
}
