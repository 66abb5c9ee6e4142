/* What is taken from a German pension: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_DEDUCTIONS_H
#define TOT_DE_DEDUCTIONS_H

#include "totalise/de.h"

/*
 * The operation deduct of the scheme.
 *
 * Given      findings with amounts; view: the life. Residence at the start, or today if the
 *            pension has begun, decides: Germany: health and care insurance; Japan: income tax
 * Returned   deductions and net of each benefit with a monthly amount in EUR; a notice says what is
 *            assumed and what is left out
 * Status     TOT_OK; TOT_ERR_OVERFLOW, TOT_ERR_MEMORY
 * Law        SGB V s. 249a, SGB XI s. 55; EStG s. 49 (1) no. 7, s. 50 (1); agreement on double
 *            taxation with Japan of 2015, Art. 17 (1)
 * Rounding   contributions half up to 0.01; a twelfth of the year's tax half up to 0.01
 */
enum tot_status tot_de_deduct(struct tot_findings *io, const struct tot_view *view,
			      struct tot_ctx *ctx);

#endif
