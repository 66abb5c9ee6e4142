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

#endif
