/* What a lump sum takes away: the months before the claim, for every purpose and both states. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <string.h>

/*
 * By the Acts the months on which the payment rests (EPA suppl. s. 29 (5), NPA suppl. s. 9-3-2
 * (4)); the Pension Service says all periods before the claim (DECISIONS 37; the default).
 * Complementary months are no insurance and stay.
 */
tot_kinds tot_jp_erased_kinds(const char *which, const struct tot_scenario *life)
{
	const bool by_scheme =
		strcmp(tot_scenario_choice(life, "jp.lump_sum.erases", "all"), "scheme") == 0;
	if (by_scheme && which && strcmp(which, "employees") == 0)
		return TOT_KIND_BIT(TOT_EMPLOYMENT);
	if (by_scheme && which && strcmp(which, "national") == 0)
		return TOT_JP_CATEGORY_1_KINDS;
	if (by_scheme)
		return TOT_KIND_BIT(TOT_EMPLOYMENT) | TOT_JP_CATEGORY_1_KINDS;
	return TOT_JP_INSURED_KINDS;
}

enum tot_status tot_jp_after_refund(struct tot_timeline *io, struct tot_date filed,
				    const char *which, const struct tot_scenario *life,
				    struct tot_ctx *ctx)
{
	(void)ctx;
	const tot_kinds kinds = tot_jp_erased_kinds(which, life);
	const struct tot_date after = tot_date_add_days(filed, 1);
	size_t kept = 0;
	for (size_t i = 0; i < io->span_count; i++) {
		struct tot_span *span = &io->spans[i];
		if (TOT_KIND_BIT(span->kind) & kinds && tot_date_compare(span->from, filed) <= 0) {
			if (tot_date_compare(span->to, filed) <= 0)
				continue;
			/* The record begins anew the day after, with that month (NPA s. 11). */
			span->from = after;
			tot_months_clip(&span->months, tot_month_of(after), TOT_MONTH_LIMIT);
		}
		if (kept != i)
			io->spans[kept] = *span;
		kept++;
	}
	io->span_count = kept;
	if (kinds == TOT_JP_INSURED_KINDS)
		io->erased_until = filed;
	tot_timeline_collect(io);
	return TOT_OK;
}
