/* Months of home law, counted as the agreement counts them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/agreement.h"

struct tot_date tot_posting_rule_end(const struct tot_posting_rule *rule, struct tot_date from,
				     int extension_months)
{
	const int months = rule->max_months + extension_months;
	if (rule->by_day)
		return tot_date_add_days(tot_date_add_months_clamped(from, months), -1);
	const bool skip = rule->first_month_on_first_day && from.day > 1;
	return tot_month_last_day(tot_month_of(from) + skip + months - 1);
}
