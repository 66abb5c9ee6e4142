/* What the pensions of an outcome bring in the first year for which one is paid. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

/*
 * First month from the day of the decision on for which a pension is paid; TOT_MONTH_LIMIT if none.
 */
static tot_month first_month(const struct tot_outcome *outcome, tot_month today)
{
	tot_month first = TOT_MONTH_LIMIT;
	for (size_t s = 0; s < outcome->state_count; s++)
		for (size_t b = 0; b < outcome->findings[s].benefit_count; b++) {
			const struct tot_benefit *benefit = &outcome->findings[s].benefits[b];
			const tot_month start = benefit->start < today ? today : benefit->start;
			if (benefit->end && benefit->end <= today)
				continue;
			if (tot_benefit_flows(benefit) && start < first)
				first = start;
		}
	return first;
}

double tot_first_year(const struct tot_outcome *outcome, const struct tot_terms *terms)
{
	const tot_month first = first_month(outcome, tot_month_of(terms->as_of));
	double sum = 0.0;
	for (size_t s = 0; s < outcome->state_count; s++)
		for (size_t b = 0; b < outcome->findings[s].benefit_count; b++) {
			const struct tot_benefit *benefit = &outcome->findings[s].benefits[b];
			const struct tot_amount *amount = &benefit->amount;
			if (!tot_benefit_flows(benefit) || !amount->known ||
			    benefit->start >= first + 12)
				continue;
			const tot_month from = benefit->start < first ? first : benefit->start;
			tot_month until = first + 12;
			if (benefit->end && benefit->end < until)
				until = benefit->end;
			const int months = until > from ? until - from : 0;
			const double part =
				strcmp(amount->per, "year") == 0 ? months / 12.0 : months;
			sum += part * tot_exchange(amount->value, amount->currency, terms->currency,
						   tot_parity(terms));
		}
	return sum;
}
