/* From when a German pension is paid, by the day of the claim: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PAYMENT_H
#define TOT_DE_PAYMENT_H

#include "totalise/de.h"

/*
 * First month of a temporary pension for reduced earning capacity.
 *
 * Given      event: day on which the capacity was reduced; claimed: day of the claim
 * Returned   out: the seventh calendar month after the event, or the month of a later claim
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 101 (1), s. 99 (1); law/de/pension_start.json
 * Example    event 2026-01-20: claimed by 2026-08-31 gives 2026-08, claimed 2026-10-05 gives
 *            2026-10
 */
TOT_NODISCARD enum tot_status tot_de_start_temporary(tot_month *out, struct tot_date event,
						     struct tot_date claimed,
						     const struct tot_law *law);

/*
 * First day of a survivor's pension.
 *
 * Given      death; drew_pension: the deceased had a pension for the month of death; claimed
 * Returned   out: the day of death, or the first day of the next month; not more than twelve months
 *            before the month of the claim
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        SGB VI s. 99 (2); law/de/pension_start.json
 * Example    death 2024-03-10 of a pensioner: claimed 2024-04-02 gives 2024-04-01, claimed
 *            2026-05-05 gives 2025-05-01
 */
TOT_NODISCARD enum tot_status tot_de_start_of_survivor(struct tot_date *out, struct tot_date death,
						       bool drew_pension, struct tot_date claimed,
						       const struct tot_law *law);

/* Who pays health and care insurance from a pension. */
struct tot_de_insured_pensioner {
	struct tot_date born;
	bool has_fund_rate;
	int64_t fund_rate; /* additional rate of the person's fund, 0.0001 percent */
	const struct tot_child *children;
	size_t child_count;
};

/* Contributions of a month, cents, and their rates, 0.0001 percent. */
struct tot_de_insurance {
	tot_cents health, care, net;
	int64_t health_rate, care_rate;
};

/*
 * Health and care contributions of a compulsorily insured pensioner who lives in Germany.
 *
 * Given      gross: monthly pension, cents; on: a day of the month of payment; person
 * Returned   out
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER before 2009; TOT_ERR_OVERFLOW
 * Law        SGB V s. 241-242a, s. 247, s. 249a; SGB XI s. 55, s. 59;
 *            law/de/health_care_contributions.json: without a rate of the fund the average one; no
 *            ceiling (no pension reaches it)
 * Rounding   each contribution half up to 0.01
 * Example    1,366.62 EUR in 2009-07, one child: 107.96 and 26.65, net 1,232.01
 */
TOT_NODISCARD enum tot_status tot_de_insurance_of(struct tot_de_insurance *out, tot_cents gross,
						  struct tot_date on,
						  const struct tot_de_insured_pensioner *person,
						  const struct tot_law *law);

#endif
