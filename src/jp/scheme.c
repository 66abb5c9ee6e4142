/* Japan as a scheme: the one descriptor that joins the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tax.h"
#include "voluntary.h"

static const struct tot_scheme_ops ops = {
	.place = tot_jp_place,
	.open_end = tot_jp_open_end,
	.entitle = tot_jp_entitle,
	.benefit = tot_jp_benefit,
	.refund = tot_jp_refund,
	.after_refund = tot_jp_after_refund,
	.contribution = tot_jp_contribution,
	.voluntary = tot_jp_voluntary,
	.deduct = tot_jp_deduct,
};

const struct tot_scheme tot_scheme_jp = {
	.id = "jp",
	.state = "JP",
	.name = "Japan",
	.currency = "JPY",
	.figures = &tot_jp_figures,
	.kinds = TOT_JP_QUALIFYING_KINDS | TOT_KIND_BIT(TOT_UNPAID),
	.flat_kinds = (TOT_JP_CATEGORY_1_KINDS & ~TOT_KIND_BIT(TOT_UNPAID)) |
		      TOT_KIND_BIT(TOT_DEPENDENT_SPOUSE),
	.owner_pays = true,
	.claims_by_part = true,
	.ops = &ops,
};
