/* Whether a rule of an agreement gives a person the right to voluntary insurance. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/scheme.h"

static bool nationality_fits(const struct tot_voluntary_rule *rule, const struct tot_person *person,
			     struct tot_date on)
{
	if (!rule->national)
		return true;
	return tot_person_national(person, rule->national, on) ||
	       (rule->or_refugee && tot_person_national(person, "refugee", on));
}

static bool residence_fits(const struct tot_voluntary_rule *rule, const struct tot_person *person,
			   struct tot_date on)
{
	if (!rule->residence)
		return true;
	const char *lives_in = tot_person_residence(person, on);
	if (strcmp(rule->residence, "abroad") == 0)
		return !lives_in || strcmp(lives_in, rule->party) != 0;
	if (!lives_in)
		return false;
	if (strcmp(rule->residence, "EU") == 0)
		return tot_country_is_eu(lives_in);
	return strcmp(rule->residence, lives_in) == 0;
}

static bool age_fits(const struct tot_voluntary_rule *rule, const struct tot_person *person,
		     struct tot_date on)
{
	const int age = tot_age_on(person->born, on).years;
	if (rule->age_to && (age < rule->age_from || age > rule->age_to))
		return false;
	return age >= rule->min_age;
}

static bool months_fit(const struct tot_voluntary_rule *rule, const struct tot_timeline *own,
		       struct tot_date on)
{
	if (!tot_date_is_none(rule->voluntary_before)) {
		struct tot_months voluntary;
		tot_timeline_kinds(&voluntary, own, TOT_KIND_BIT(TOT_VOLUNTARY));
		tot_months_clip(&voluntary, 0, tot_month_of(rule->voluntary_before) + 1);
		if (!tot_months_count(&voluntary))
			return false;
	}
	if (!rule->own_months)
		return true;
	struct tot_months months;
	tot_timeline_flagged(&months, own, rule->own_kinds, 0, TOT_FLAG_MINIJOB_EXEMPT);
	return tot_months_count_range(&months, 0, tot_month_of(on) + 1) >= rule->own_months;
}

static bool in_force(const struct tot_agreement *agreement, struct tot_date on)
{
	return tot_date_compare(agreement->in_force, on) <= 0 &&
	       (tot_date_is_none(agreement->ended) || tot_date_compare(on, agreement->ended) <= 0);
}

bool tot_voluntary_rule_holds(const struct tot_agreement *agreement,
			      const struct tot_voluntary_rule *rule, const struct tot_timeline *own,
			      const struct tot_scenario *life, struct tot_date on)
{
	return in_force(agreement, on) && nationality_fits(rule, &life->person, on) &&
	       residence_fits(rule, &life->person, on) && age_fits(rule, &life->person, on) &&
	       months_fit(rule, own, on);
}
