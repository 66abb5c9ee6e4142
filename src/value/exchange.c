/* Yen and euro: one rate for the whole comparison (parity). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "value.h"

enum tot_status tot_exchange_default(int64_t *out, const struct tot_law *law, struct tot_date day)
{
	struct tot_value value;
	const struct tot_at at = {.day = tot_date_to_day(day), .year = day.year};
	const enum tot_status status =
		tot_law_get(&value, law, &tot_value_figures, TOT_VALUE_JPY_PER_EUR, &at);
	if (status >= 0)
		*out = value.value;
	return status;
}

double tot_exchange(int64_t amount, const char *from, const char *currency, double jpy_per_eur)
{
	const bool yen = strcmp(from, "JPY") == 0;
	const double units = yen ? (double)amount : (double)amount / 100.0;
	if (yen == (strcmp(currency, "JPY") == 0))
		return units;
	return yen ? units / jpy_per_eur : units * jpy_per_eur;
}
