/* A claim for a lump sum, as its files share it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_REFUND_H
#define TOT_JP_REFUND_H

#include "jp.h"

/* The life as the claim meets it. */
struct tot_jp_claim {
	const struct tot_view *view;
	struct tot_ctx *ctx;
	struct tot_jp_window window;
	struct tot_date on;	  /* day of the claim, or the day looked at if there is none */
	struct tot_timeline past; /* what lies before that day */
};

/* Every condition but the number of months; each one that fails is a reason. */
TOT_NODISCARD enum tot_status tot_jp_check_claim(struct tot_refund *refund,
						 const struct tot_jp_claim *claim);

/* The agreement of this id; NULL if the law book has none. */
const struct tot_agreement *tot_jp_agreement(const struct tot_law *law, const char *id);

/* Do lent months that complete the ten years shut the lump sums? The choice of the scenario. */
bool tot_jp_treaty_months_bar(const struct tot_scenario *life);

/*
 * Notices on what is enacted for later (re-entry permits), announced (the higher cap: a draft that
 * no amount uses) or disputed (lent months and the ten years).
 *
 * Given      findings with the refunds of the claim
 * Returned   notices of claim->ctx, each once; nothing without notices
 * Law        Act 74/2025; law/jp/lump_sum_epi.json, reform; refunds of the agreement
 * Example    119 months of employees' insurance: 60 paid for, 96 are announced
 */
void tot_jp_refund_notices(const struct tot_findings *findings, const struct tot_jp_claim *claim);

#endif
