/* The person of a scenario: birth, nationalities, residence, income beside pensions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

#define NATIONALITY_EXTRA "refugee stateless"

static void read_nationality(struct tot_reader *reader, const struct tot_json *value,
			     struct tot_nationality *out)
{
	if (value->type == TOT_JSON_STRING) {
		out->country = tot_read_country_value(reader, value, NATIONALITY_EXTRA);
		return;
	}
	if (!tot_read_object(reader, value, "country from to"))
		return;
	const struct tot_json *country = tot_read_member(reader, value, "country", true);
	if (country)
		out->country = tot_read_country_value(reader, country, NATIONALITY_EXTRA);
	out->from = tot_read_date(reader, value, "from", TOT_DAY_FIRST, false);
	out->to = tot_read_date(reader, value, "to", TOT_DAY_LAST, false);
	tot_read_order(reader, value, "from", out->from, "to", out->to);
}

void tot_read_nationalities(struct tot_reader *reader, const struct tot_json *object,
			    struct tot_nationality **out, size_t *count)
{
	const struct tot_json *list =
		tot_read_array(reader, object, "nationalities", TOT_SCENARIO_LIST_MAX, true);
	if (!list)
		return;
	if (list->count == 0) {
		tot_fault(reader, list, "empty-list",
			  "no nationality; name at least one country, or \"stateless\"");
		return;
	}
	*out = tot_read_room(reader, list->count, sizeof(**out));
	if (!*out)
		return;
	for (const struct tot_json *entry = list->first; entry; entry = entry->next)
		read_nationality(reader, entry, &(*out)[(*count)++]);
}

static void read_stay(struct tot_reader *reader, const struct tot_json *value,
		      struct tot_residence *out)
{
	if (!tot_read_object(reader, value, "country from to permanent re_entry_permit_until"))
		return;
	out->country = tot_read_country(reader, value, "country", true);
	out->from = tot_read_date(reader, value, "from", TOT_DAY_FIRST, true);
	out->to = tot_read_date(reader, value, "to", TOT_DAY_LAST, false);
	tot_read_order(reader, value, "from", out->from, "to", out->to);
	out->permanent = tot_read_bool(reader, value, "permanent");
	out->re_entry_permit_until =
		tot_read_date(reader, value, "re_entry_permit_until", TOT_DAY_LAST, false);
}

static bool stays_overlap(const struct tot_residence *a, const struct tot_residence *b)
{
	if (tot_date_is_none(a->from) || tot_date_is_none(b->from))
		return false;
	const bool a_before = !tot_date_is_none(a->to) && tot_date_compare(a->to, b->from) < 0;
	const bool b_before = !tot_date_is_none(b->to) && tot_date_compare(b->to, a->from) < 0;
	return !a_before && !b_before;
}

/* Two homes at once leave open where the person lives; the one entered later is taken. */
static void check_stays(struct tot_reader *reader, const struct tot_json *list,
			const struct tot_residence *stays)
{
	for (size_t i = 1; i < list->count; i++) {
		for (size_t k = 0; k < i; k++) {
			if (!stays_overlap(&stays[i], &stays[k]))
				continue;
			tot_warn(reader, tot_json_at(list, i), "residence-overlap",
				 "overlaps with entry %zu of the list; the stay that began later "
				 "counts",
				 k);
			break;
		}
	}
}

void tot_read_residence(struct tot_reader *reader, const struct tot_json *object,
			struct tot_residence **out, size_t *count)
{
	const struct tot_json *list =
		tot_read_array(reader, object, "residence", TOT_SCENARIO_LIST_MAX, false);
	if (!list)
		return;
	*out = tot_read_room(reader, list->count, sizeof(**out));
	if (!*out)
		return;
	for (const struct tot_json *entry = list->first; entry; entry = entry->next)
		read_stay(reader, entry, &(*out)[(*count)++]);
	check_stays(reader, list, *out);
}

void tot_read_person(struct tot_reader *reader, const struct tot_json *root, struct tot_person *out)
{
	static const char keys[] =
		"born sex nationalities residence severely_disabled_from other_income "
		"health_fund_rate";
	const struct tot_json *person = tot_read_member(reader, root, "person", true);
	if (!person || !tot_read_object(reader, person, keys))
		return;
	out->born = tot_read_date(reader, person, "born", TOT_DAY_ONLY, true);
	if (tot_read_word(reader, person, "sex", "female male", true) == 1)
		out->sex = TOT_MALE;
	tot_read_nationalities(reader, person, &out->nationalities, &out->nationality_count);
	tot_read_residence(reader, person, &out->residence, &out->residence_count);
	out->severely_disabled_from =
		tot_read_date(reader, person, "severely_disabled_from", TOT_DAY_FIRST, false);
	tot_read_order(reader, person, "born", out->born, "severely_disabled_from",
		       out->severely_disabled_from);
	out->other_income = tot_read_money(reader, person, "other_income");
	out->has_health_fund_rate = tot_read_scaled_member(reader, person, "health_fund_rate", 0.0,
							   20.0, 4, false, &out->health_fund_rate);
}

bool tot_person_national(const struct tot_person *person, const char *country, struct tot_date on)
{
	const bool any_eu = strcmp(country, "EU") == 0;
	for (size_t i = 0; i < person->nationality_count; i++) {
		const struct tot_nationality *entry = &person->nationalities[i];
		if (!tot_date_is_none(entry->from) && tot_date_compare(on, entry->from) < 0)
			continue;
		if (!tot_date_is_none(entry->to) && tot_date_compare(on, entry->to) > 0)
			continue;
		if (any_eu ? tot_country_is_eu(entry->country)
			   : strcmp(entry->country, country) == 0)
			return true;
	}
	return false;
}

const char *tot_person_residence(const struct tot_person *person, struct tot_date on)
{
	const struct tot_residence *found = NULL;
	for (size_t i = 0; i < person->residence_count; i++) {
		const struct tot_residence *stay = &person->residence[i];
		if (tot_date_compare(on, stay->from) < 0)
			continue;
		if (!tot_date_is_none(stay->to) && tot_date_compare(on, stay->to) > 0)
			continue;
		if (!found || tot_date_compare(stay->from, found->from) >= 0)
			found = stay;
	}
	return found ? found->country : NULL;
}
