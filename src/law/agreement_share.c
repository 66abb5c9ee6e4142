/* Rules of an agreement by condition, and the share of an amount that is due only by it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/agreement.h"

const struct tot_aggregation *tot_agreement_rule(const struct tot_agreement *agreement,
						 const char *condition)
{
	for (size_t i = 0; i < agreement->aggregation_count; i++) {
		if (strcmp(agreement->aggregation[i].condition, condition) == 0)
			return &agreement->aggregation[i];
	}
	return NULL;
}

static bool narrowed(const struct tot_benefit_rule *rule, const char *narrow)
{
	return !narrow || (rule->part && strcmp(rule->part, narrow) == 0) ||
	       (rule->kase && strcmp(rule->kase, narrow) == 0);
}

const struct tot_benefit_rule *tot_agreement_benefit(const struct tot_agreement *agreement,
						     const char *party, const char *benefit,
						     const char *narrow)
{
	for (size_t i = 0; i < agreement->benefit_count; i++) {
		const struct tot_benefit_rule *rule = &agreement->benefits[i];
		if (rule->by_agreement && strcmp(rule->party, party) == 0 &&
		    strcmp(rule->benefit, benefit) == 0 && narrowed(rule, narrow))
			return rule;
	}
	return NULL;
}

static struct tot_ratio one(void)
{
	return tot_ratio_of(1, 1);
}

/* own / total; nothing where there are no months at all. */
static struct tot_ratio part(int own, int total)
{
	return total > 0 ? tot_ratio_of(own, total) : tot_ratio_of(0, 1);
}

/* [own + (cap - own) x own / (own + other)] / cap: months short of the cap count in the ratio. */
static struct tot_ratio modified_minimum(int own, int other, int cap)
{
	struct tot_ratio missing = tot_ratio_of(cap - own, 1);
	struct tot_ratio lent = tot_ratio_mul(missing, part(own, own + other));
	return tot_ratio_div(tot_ratio_add(tot_ratio_of(own, 1), lent), tot_ratio_of(cap, 1));
}

struct tot_ratio tot_agreement_share(const struct tot_benefit_rule *rule, int own, int other)
{
	int total = own + other;
	switch (rule->formula) {
	case TOT_OWN_OVER_REQUIRED:
		return rule->required <= 0 || own >= rule->required ? one()
								    : part(own, rule->required);
	case TOT_OWN_OVER_TOTAL: return part(own, total);
	case TOT_OWN_OVER_CAPPED_TOTAL:
		return own >= rule->cap ? one() : part(own, total < rule->cap ? total : rule->cap);
	case TOT_MODIFIED_MINIMUM:
		return own >= rule->cap ? one() : modified_minimum(own, other, rule->cap);
	case TOT_OWN_OVER_POSSIBLE: return part(own, total);
	case TOT_OWN_OVER_CAPPED_POSSIBLE:
		return own >= rule->cap ? one() : part(own, total < rule->cap ? total : rule->cap);
	case TOT_THEORETICAL_TIMES_RATIO: return part(own, total);
	case TOT_US_THEORETICAL: return part(own, other);
	case TOT_DIRECT:
	case TOT_MAX_OF: break;
	}
	return one();
}

static int minimum_of(const struct tot_agreement *agreement, const char *state)
{
	static const char everybody[] = "*";
	const struct tot_by_state *own = tot_by_state(&agreement->short_minimum, state);
	const struct tot_by_state *all = tot_by_state(&agreement->short_minimum, everybody);
	return own ? own->number : all ? all->number : 0;
}

void tot_agreement_parts(struct tot_state_part *out, const struct tot_agreement *agreement,
			 const char *const *states, const int *months, size_t count)
{
	int total = 0, all = 0;
	for (size_t i = 0; i < count; i++) {
		out[i] = (struct tot_state_part){
			.pays = months[i] > 0 && months[i] >= minimum_of(agreement, states[i]),
			.own = months[i]};
		all += months[i];
		total += out[i].pays ? months[i] : 0;
	}
	for (size_t i = 0; i < count; i++) {
		out[i].total = total;
		out[i].theoretical = all;
	}
}

enum tot_status tot_agreement_highest(int64_t *out, int64_t theoretical, struct tot_ratio share,
				      int64_t alone)
{
	int64_t amount;
	const enum tot_status status = tot_ratio_round(
		&amount, tot_ratio_mul(tot_ratio_of(theoretical, 1), share), 1, TOT_HALF_UP);
	if (status == TOT_OK)
		*out = amount > alone ? amount : alone;
	return status;
}
