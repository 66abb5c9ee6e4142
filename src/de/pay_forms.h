/* Inside of the pay of a year: what collects it, and the forms of pay. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_PAY_FORMS_H
#define TOT_DE_PAY_FORMS_H

#include "de/pay.h"

/* What collects the year: the result and where it looks. */
struct tot_de_collector {
	struct tot_de_pay_year *out;
	const struct tot_timeline *own;
	const struct tot_de_basis *basis;
	tot_month january;
	unsigned regular; /* months with monthly pay: their ceilings take up bonuses */
};

enum tot_de_bearer tot_de_bearer_of(const struct tot_span *span);

/* Add the pay of one record for the months of `bits`; unknown pay is noted, not an error. */
enum tot_status tot_de_add_pay(struct tot_de_collector *c, const struct tot_span *span,
			       unsigned bits);

/* SGB IV s. 23a: a bonus fills what the ceilings of the months so far leave free. */
void tot_de_add_bonus(struct tot_de_collector *c, const struct tot_span *span, int k);

#endif
