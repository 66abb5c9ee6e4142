/* Refund of contributions (s. 210): shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_REFUND_H
#define TOT_DE_REFUND_H

#include "de/periods.h"

/* The operation refund of the scheme. */
enum tot_status tot_de_refund(struct tot_findings *io, const struct tot_view *view,
			      struct tot_date filed, const char *voluntary, struct tot_ctx *ctx);

/* The event of a death up to a day; NULL: the person lives. */
const struct tot_event *tot_de_death_until(const struct tot_scenario *life, struct tot_date on);

/*
 * The refund after a death.
 *
 * Given      died; on: day looked at; five_years: met, months of other states included
 * Returned   io: eligible, opens, the reason
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 210 (1) no. 3
 * Example    40 months, dead on 2026-02-15, a widow: eligible from that day
 */
enum tot_status tot_de_refund_survivors(struct tot_refund *io, struct tot_date died,
					struct tot_date on, bool five_years,
					const struct tot_scenario *life, struct tot_ctx *ctx);

/* What would be paid for a set of records. */
struct tot_de_refund_amount {
	tot_cents gross;	/* EUR */
	struct tot_months paid; /* months with a share */
	int unknown_months;	/* contribution months whose share cannot be computed */
	enum tot_status status;
};

/*
 * Contributions that the person bore.
 *
 * Given      own: records of the months that are paid back; life: credits; filed
 * Returned   out
 * Status     TOT_OK (the caveat is out->status); TOT_ERR_OVERFLOW
 * Law        SGB VI s. 210 (2)-(4); DECISIONS 27
 */
enum tot_status tot_de_refund_of(struct tot_de_refund_amount *out, const struct tot_timeline *own,
				 const struct tot_scenario *life, struct tot_date filed,
				 struct tot_ctx *ctx);

#endif
