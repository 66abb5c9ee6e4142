/* Income tax on what Japan pays: shared inside src/jp. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_JP_TAX_H
#define TOT_JP_TAX_H

#include "jp.h"

/*
 * National income tax on a taxable income, with the surtax on it.
 *
 * Given      income: truncated to 1,000 yen already; on: the law of that day
 * Returned   out, yen
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 2007; TOT_ERR_OVERFLOW
 * Law        Income Tax Act s. 89; reconstruction surtax Act s. 13; law/jp/tax.json
 * Rounding   once, down to 1 yen
 * Example    970,000 on 2022-06-01: 970,000 x 5 percent x 1.021 = 49,518
 */
TOT_NODISCARD enum tot_status tot_jp_income_tax(tot_yen *out, tot_yen income, struct tot_date on,
						struct tot_ctx *ctx);

/*
 * The operation deduct of the scheme.
 *
 * Given      findings with amounts; view: the life. Residence at the start, or today if the
 *            pension has begun, decides: Japan: income tax of residents; abroad: withholding
 * Returned   deductions and net of each benefit with a yearly amount in yen. The allowances of the
 *            tax are used first by the pensions that begin first. Pensions on disability and to
 *            survivors are free of tax. A notice says what is assumed and what is left out.
 * Status     TOT_OK; TOT_ERR_OVERFLOW, TOT_ERR_MEMORY
 * Law        Income Tax Act s. 35, 89, 161, 213; Act on Special Measures s. 41-15-3; NPA s. 25, EPA
 *            s. 41 (2); agreement on double taxation with Germany of 2015, Art. 17 (1)
 * Rounding   down to 1 yen a year
 */
TOT_NODISCARD enum tot_status tot_jp_deduct(struct tot_findings *io, const struct tot_view *view,
					    struct tot_ctx *ctx);

#endif
