/* Tests that count months of employees' insurance, German contribution months where they miss. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

#include <string.h>

static void count(struct tot_qualifying *out, const struct tot_view *view, const char *condition,
		  const struct tot_months *own, tot_month cut, int required)
{
	tot_qualify(out, own, tot_months_count(own), NULL, tot_view_lent(view, condition), cut,
		    required);
	/* Order 347/2007 s. 56: at least one own month, whatever is lent. */
	if (out->own == 0)
		out->met = out->by_agreement = false;
}

void tot_jp_test_employment(struct tot_qualifying *out, const struct tot_view *view,
			    const char *condition, const struct tot_months *own, tot_month cut,
			    int required)
{
	tot_month low = 0, high = TOT_MONTH_LIMIT;
	count(out, view, condition, own, cut, required);
	while (out->met && low + 1 < high) {
		const tot_month middle = low + (high - low) / 2;
		struct tot_months early = *own;
		struct tot_qualifying probe = {0};
		tot_months_clip(&early, 0, middle);
		count(&probe, view, condition, &early, middle < cut ? middle : cut, required);
		if (probe.met)
			high = middle;
		else
			low = middle;
	}
	if (out->met)
		out->met_on = high - 1;
}

bool tot_jp_middle_age(int64_t *years, struct tot_months *io, const struct tot_person *person,
		       const struct tot_law *law)
{
	int64_t age;
	struct tot_value value;
	const enum tot_jp_figure which = person->sex == TOT_MALE ? TOT_JP_DEPENDANT_MIDDLE_MEN
								 : TOT_JP_DEPENDANT_MIDDLE_WOMEN;
	if (tot_jp_of_cohort(&value, law, TOT_JP_DEPENDANT_MIDDLE_YEARS, person->born) != TOT_OK ||
	    tot_jp_number(&age, law, which) != TOT_OK)
		return false;
	/* The last row, open, is the ordinary rule of 20 years. */
	if (!value.to[0])
		return false;
	const struct tot_date day = tot_age_reached(person->born, (struct tot_age){(int)age, 0});
	tot_months_clip(io, tot_month_of(day), TOT_MONTH_LIMIT);
	*years = value.value;
	return true;
}

struct tot_ratio tot_jp_agreement_share(const struct tot_qualifying *test,
					const struct tot_law *law)
{
	const struct tot_agreement *agreement;
	const char *id = test->lent_rule ? test->lent_rule->benefit : NULL;
	for (size_t i = 0; test->by_agreement && id && (agreement = tot_law_agreement(law, i)); i++)
		for (size_t k = 0; k < agreement->benefit_count; k++)
			if (strcmp(agreement->id, test->agreement) == 0 &&
			    strcmp(agreement->benefits[k].id, id) == 0)
				return tot_agreement_share(&agreement->benefits[k], test->own,
							   test->lent);
	return tot_ratio_of(1, 1);
}
