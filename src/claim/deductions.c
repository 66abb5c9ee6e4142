/* Deductions from benefits, where the scenario wants to know what is left of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

enum tot_status tot_deductions_find(struct tot_work *work, struct tot_ctx *ctx)
{
	const char *tax = work->life->compare.tax;
	struct tot_ctx quiet = *ctx;
	enum tot_status status = TOT_OK;
	quiet.trace = NULL;
	quiet.notices = NULL;
	if (!tax || strcmp(tax, "net") != 0)
		return TOT_OK;
	for (size_t s = 0; status >= 0 && s < work->outcome->state_count; s++) {
		const struct tot_scheme *scheme = work->outcome->schemes[s];
		struct tot_view view;
		if (!scheme->ops->deduct)
			continue;
		status = tot_view_make(&view, work, s, true, &quiet);
		if (status >= 0)
			status = scheme->ops->deduct(&work->outcome->findings[s], &view, ctx);
	}
	return status;
}
