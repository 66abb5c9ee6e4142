/* What a refund ends and this comparison does not price. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

static enum tot_status say(struct tot_valued *io, const char *text, struct tot_ctx *ctx)
{
	if (!text)
		return TOT_ERR_MEMORY;
	io->no_price =
		tot_arena_grow(ctx->arena, io->no_price, io->no_price_count, sizeof(*io->no_price));
	if (!io->no_price) {
		io->no_price_count = 0;
		return TOT_ERR_MEMORY;
	}
	io->no_price[io->no_price_count++] = text;
	return TOT_OK;
}

/* Waiting periods and other tests that are met today and not after the refund. */
static enum tot_status tests(struct tot_valued *io, const struct tot_findings *keep,
			     const struct tot_scheme *scheme, struct tot_ctx *ctx)
{
	const struct tot_findings *left = tot_outcome_findings(io->outcome, keep->country);
	enum tot_status status = TOT_OK;
	for (size_t i = 0; status >= 0 && i < keep->qualifying_count; i++) {
		const struct tot_qualifying *test = &keep->qualifying[i];
		const struct tot_qualifying *after =
			left ? tot_findings_find_test(left, test->id) : NULL;
		if (!test->met || (after && after->met) || strstr(test->id, ".lump_"))
			continue;
		status = say(io,
			     tot_arena_format(
				     ctx->arena,
				     "%s: %s is met if the months stay, and not after the refund",
				     scheme->name, test->title),
			     ctx);
	}
	return status;
}

/* Cover by the months of a state whose contributions are paid back. */
static enum tot_status cover(struct tot_valued *io, const struct tot_scheme *scheme,
			     struct tot_ctx *ctx)
{
	enum tot_status status = say(
		io,
		tot_arena_format(ctx->arena,
				 "%s: pensions on disability and to survivors that rest on these "
				 "months",
				 scheme->name),
		ctx);
	if (status >= 0)
		status = say(io,
			     tot_arena_format(ctx->arena,
					      "%s: a later return to work begins a new record at "
					      "zero",
					      scheme->name),
			     ctx);
	return status;
}

enum tot_status tot_no_price(struct tot_valued *io, const struct tot_outcome *keep,
			     struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t s = 0; status >= 0 && s < keep->state_count; s++) {
		bool refunded = false;
		for (size_t i = 0; i < io->outcome->taken_count; i++)
			refunded |= io->outcome->taken[i].paid &&
				    io->outcome->taken[i].scheme == keep->schemes[s];
		status = tests(io, &keep->findings[s], keep->schemes[s], ctx);
		if (status >= 0 && refunded)
			status = cover(io, keep->schemes[s], ctx);
	}
	return status;
}
