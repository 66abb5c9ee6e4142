/* Strategies: the scenario with refunds, claims or periods of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

static void read_strategy(struct tot_reader *reader, const struct tot_json *value,
			  struct tot_strategy *out)
{
	if (!tot_read_object(reader, value, "id title refunds claims add_periods"))
		return;
	out->id = tot_read_text_member(reader, value, "id", true);
	out->title = tot_read_text_member(reader, value, "title", false);
	if (!out->title)
		out->title = out->id;
	const struct tot_json *one;
	out->refunds = tot_read_list(reader, value, "refunds", TOT_SCENARIO_LIST_MAX,
				     sizeof(*out->refunds), &one);
	for (; one; one = one->next)
		tot_read_refund(reader, one, "country scheme filed",
				&out->refunds[out->refund_count++]);
	tot_read_claims(reader, value, &out->claims, &out->claim_count);
	tot_read_periods(reader, value, "add_periods", false, &out->add_periods,
			 &out->add_period_count);
}

static void check_id(struct tot_reader *reader, const struct tot_json *value,
		     const struct tot_compare *compare)
{
	const struct tot_strategy *last = &compare->strategies[compare->strategy_count - 1];
	for (const struct tot_strategy *one = compare->strategies; last->id && one < last; one++) {
		if (one->id && strcmp(one->id, last->id) == 0)
			tot_fault(reader, value, "doubled-id",
				  "the id %s stands twice; give each strategy its own",
				  tot_quote(last->id).text);
	}
}

void tot_read_strategies(struct tot_reader *reader, const struct tot_json *compare,
			 struct tot_compare *out)
{
	const struct tot_json *entry;
	out->strategies = tot_read_list(reader, compare, "strategies", TOT_SCENARIO_LIST_MAX,
					sizeof(*out->strategies), &entry);
	for (; entry; entry = entry->next) {
		read_strategy(reader, entry, &out->strategies[out->strategy_count++]);
		check_id(reader, entry, out);
	}
}
