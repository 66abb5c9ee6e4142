/* Who is maintained by an old-age pensioner: spouse and children, month by month. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dependants.h"

#include <string.h>

#define LAST_MONTH_OF_FISCAL_YEAR 3

enum tot_status tot_jp_spouse_65(tot_month *out, const struct tot_spouse *spouse,
				 const struct tot_law *law)
{
	int64_t age;
	const enum tot_status status = tot_jp_number(&age, law, TOT_JP_DEPENDANT_SPOUSE_AGE);
	if (status == TOT_OK)
		*out = tot_month_of(tot_age_reached(spouse->born, (struct tot_age){(int)age, 0}));
	return status;
}

tot_month tot_jp_marriage_end(const struct tot_spouse *spouse)
{
	tot_month end = TOT_MONTH_NONE;
	if (!tot_date_is_none(spouse->divorced))
		end = tot_month_of(spouse->divorced) + 1;
	if (!tot_date_is_none(spouse->died) &&
	    (end == TOT_MONTH_NONE || tot_month_of(spouse->died) + 1 < end))
		end = tot_month_of(spouse->died) + 1;
	return end;
}

/* The spouse's earnings in yen, euro at the rate of the comparison (DECISIONS 25). */
static bool earns_too_much(const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const struct tot_money *income = &life->family.spouse.yearly_income;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	struct tot_value rate;
	int64_t limit, yen = income->amount, per_euro = life->compare.jpy_per_eur;
	if (!income->currency || tot_jp_number(&limit, ctx->law, TOT_JP_DEPENDANT_INCOME) != TOT_OK)
		return false;
	if (strcmp(income->currency, "JPY") != 0) {
		if (!life->compare.has_jpy_per_eur) {
			if (tot_jp_figure(&rate, ctx->law, TOT_JP_PER_EUR, &at) != TOT_OK)
				return false;
			per_euro = rate.value;
		}
		/* The rate has four decimals, cents two. */
		if (tot_mul_div(&yen, income->amount, per_euro, 1000000, TOT_HALF_UP) != TOT_OK)
			return false;
	}
	return yen >= limit;
}

const char *tot_jp_spouse_excluded(const struct tot_scenario *life, struct tot_date right,
				   tot_month month, struct tot_ctx *ctx)
{
	const struct tot_spouse *spouse = &life->family.spouse;
	const tot_month end = tot_jp_marriage_end(spouse);
	if (tot_date_compare(spouse->married, right) > 0)
		return "married only after the right had arisen";
	if (end != TOT_MONTH_NONE && end <= month)
		return "the marriage has ended";
	if (earns_too_much(life, ctx))
		return "the spouse earns too much";
	return NULL;
}

/* The month after the last one in which a child counts. */
static tot_month child_end(const struct tot_child *child, const struct tot_law *law)
{
	int64_t age, disabled;
	if (tot_jp_number(&age, law, TOT_JP_DEPENDANT_CHILD_AGE) != TOT_OK ||
	    tot_jp_number(&disabled, law, TOT_JP_DEPENDANT_DISABLED_AGE) != TOT_OK)
		return TOT_MONTH_NONE;
	if (child->disabled)
		return tot_month_of(
			       tot_age_reached(child->born, (struct tot_age){(int)disabled, 0})) +
		       1;
	const tot_month reached =
		tot_month_of(tot_age_reached(child->born, (struct tot_age){(int)age, 0}));
	return tot_month_make(tot_month_fiscal_year(reached) + 1, LAST_MONTH_OF_FISCAL_YEAR) + 1;
}

int tot_jp_children(tot_month *end, const struct tot_scenario *life, struct tot_date right,
		    tot_month month, const struct tot_law *law)
{
	int count = 0;
	*end = month;
	for (size_t i = 0; i < life->family.child_count; i++) {
		const struct tot_child *child = &life->family.children[i];
		const tot_month until = child_end(child, law);
		if (until <= month || tot_date_compare(child->born, right) > 0)
			continue;
		count++;
		if (until > *end)
			*end = until;
	}
	return count;
}
