/* The age from which keeping has paid more than the other strategy. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "value.h"

/* No pension is paid less often: over a longer gap the total does not grow. */
#define GROWTH_MONTHS 2.0

/* End of a day in calendar months. */
static double end_of(struct tot_date day)
{
	return (double)tot_month_of(day) +
	       (double)day.day / (double)tot_days_in_month(day.year, day.month);
}

static double start_of(struct tot_date day)
{
	return (double)tot_month_of(day) +
	       (double)(day.day - 1) / (double)tot_days_in_month(day.year, day.month);
}

/* One side of the race: flows paid so far. */
struct side {
	const struct tot_flow *flows;
	size_t count, next;
};

static double worth(const struct tot_flow *flow, const struct tot_terms *terms,
		    const struct tot_market *market)
{
	const bool yen = strcmp(flow->currency, "JPY") == 0;
	if (!market)
		return tot_exchange(flow->amount, flow->currency, terms->currency,
				    tot_parity(terms));
	const struct tot_item item = {
		.month = tot_month_of(flow->date) - tot_month_of(terms->as_of),
		.yen = yen,
		.path = tot_path_of(flow),
		.amount = tot_exchange(flow->amount, flow->currency, yen ? "JPY" : "EUR", 1.0)};
	return tot_item_worth(&item, market);
}

/* Pay what is due on `day`, in the currency of the comparison. */
static double pay(struct side *side, struct tot_date day, const struct tot_terms *terms,
		  const struct tot_market *market)
{
	double sum = 0.0;
	while (side->next < side->count &&
	       tot_date_compare(side->flows[side->next].date, day) <= 0) {
		const struct tot_flow *flow = &side->flows[side->next++];
		if (flow->condition != TOT_IF_SURVIVOR)
			sum += worth(flow, terms, market);
	}
	return sum;
}

/* The earlier of the next payments of both sides; false at the end. */
static bool next_day(struct tot_date *day, const struct side *a, const struct side *b)
{
	const bool has_a = a->next < a->count, has_b = b->next < b->count;
	if (has_a)
		*day = a->flows[a->next].date;
	if (has_b && (!has_a || tot_date_compare(b->flows[b->next].date, *day) < 0))
		*day = b->flows[b->next].date;
	return has_a || has_b;
}

struct tot_maybe tot_break_even(const struct tot_flow *keep, size_t keep_count,
				const struct tot_flow *other, size_t other_count,
				const struct tot_terms *terms, const struct tot_market *market)
{
	struct side a = {keep, keep_count, 0}, b = {other, other_count, 0};
	struct tot_maybe age = {false, 0.0};
	struct tot_date day = terms->as_of;
	double lead = 0.0, before = end_of(day);
	while (next_day(&day, &a, &b)) {
		const double now = end_of(day);
		const double gain = pay(&a, day, terms, market) - pay(&b, day, terms, market);
		if (lead < 0.0 && lead + gain >= 0.0) {
			const double from = fmax(before, now - GROWTH_MONTHS);
			const double crossing = from + (now - from) * (-lead / gain);
			age = (struct tot_maybe){true, (crossing - start_of(terms->born)) / 12.0};
		}
		lead += gain;
		if (lead < 0.0)
			age.known = false;
		if (gain < 0.0 || gain > 0.0) /* payments that both make move nothing */
			before = now;
	}
	return age.known ? age : (struct tot_maybe){false, 0.0};
}
