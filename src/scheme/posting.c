/* How long a posted person keeps the law of home. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/scheme.h"

static bool is_party(const struct tot_agreement *agreement, const char *state)
{
	for (size_t i = 0; i < 2; i++)
		if (agreement->parties[i] && strcmp(agreement->parties[i], state) == 0)
			return true;
	return false;
}

static const struct tot_posting_rule *rule_for(const struct tot_posting *posting,
					       const struct tot_law *law)
{
	const struct tot_agreement *agreement;
	for (size_t a = 0; (agreement = tot_law_agreement(law, a)); a++) {
		if (!agreement->complete || !is_party(agreement, posting->home) ||
		    !is_party(agreement, posting->host))
			continue;
		for (size_t i = 0; i < agreement->posting_count; i++)
			if (agreement->postings[i].self_employed == posting->self_employed)
				return &agreement->postings[i];
	}
	return NULL;
}

struct tot_date tot_posting_home_end(const struct tot_posting *posting, const struct tot_law *law)
{
	const struct tot_date end =
		tot_date_is_none(posting->to) ? posting->planned_to : posting->to;
	if (posting->basis && strcmp(posting->basis, "posting") != 0)
		return end;
	const struct tot_posting_rule *rule = rule_for(posting, law);
	if (!rule)
		return end;
	const struct tot_date limit =
		tot_posting_rule_end(rule, posting->from, posting->extension_months);
	return tot_date_is_none(end) || tot_date_compare(limit, end) < 0 ? limit : end;
}
