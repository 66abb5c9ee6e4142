/* Spouse, children and other dependants of a scenario. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

/* "DE", "JP", "JP.basic", "JP.employees": the state and the part of it that pays. */
static bool own_pension_payer(struct tot_reader *reader, const struct tot_json *member,
			      struct tot_own_pension *out)
{
	const char *dot = strchr(member->key, '.');
	const size_t size = dot ? (size_t)(dot - member->key) : strlen(member->key);
	char *country = tot_arena_copy(reader->arena, member->key, size);
	if (!country)
		return false;
	out->country = country;
	out->part = dot ? tot_arena_format(reader->arena, "%s", dot + 1) : "";
	const bool part_known = !dot || (strcmp(country, "JP") == 0 &&
					 tot_word_find("basic employees", dot + 1) >= 0);
	if (tot_country_known(country) && part_known)
		return true;
	tot_fault(reader, member, "unknown-key",
		  "%s names no state; write \"DE\", \"JP\", \"JP.basic\", \"JP.employees\" or "
		  "another "
		  "country code",
		  tot_quote(member->key).text);
	return false;
}

static void read_own_pension(struct tot_reader *reader, const struct tot_json *object,
			     struct tot_spouse *out)
{
	const struct tot_json *map = tot_json_get(object, "own_pension");
	if (!map)
		return;
	if (map->type != TOT_JSON_OBJECT || map->count > TOT_SCENARIO_LIST_MAX) {
		tot_fault(reader, map, "wrong-type",
			  "expected an object such as {\"DE\": 800, \"JP.basic\": 60000}");
		return;
	}
	out->own_pension = tot_read_room(reader, map->count, sizeof(*out->own_pension));
	if (!out->own_pension)
		return;
	for (const struct tot_json *member = map->first; member; member = member->next) {
		struct tot_own_pension *entry = &out->own_pension[out->own_pension_count];
		if (!own_pension_payer(reader, member, entry))
			continue;
		const char *currency = strcmp(entry->country, "JP") == 0 ? "JPY" : "EUR";
		if (tot_read_amount(reader, member, currency, &entry->monthly))
			out->own_pension_count++;
	}
}

static void read_spouse(struct tot_reader *reader, const struct tot_json *family,
			struct tot_spouse *out)
{
	static const char keys[] =
		"born sex nationalities married divorced remarried died disabled "
		"residence yearly_income own_pension";
	const struct tot_json *spouse = tot_json_get(family, "spouse");
	if (!spouse || !tot_read_object(reader, spouse, keys))
		return;
	out->present = true;
	out->born = tot_read_date(reader, spouse, "born", TOT_DAY_ONLY, true);
	if (tot_read_word(reader, spouse, "sex", "female male", true) == 1)
		out->sex = TOT_MALE;
	tot_read_nationalities(reader, spouse, &out->nationalities, &out->nationality_count);
	tot_read_residence(reader, spouse, &out->residence, &out->residence_count);
	out->married = tot_read_date(reader, spouse, "married", TOT_DAY_ONLY, true);
	out->divorced = tot_read_date(reader, spouse, "divorced", TOT_DAY_ONLY, false);
	out->remarried = tot_read_date(reader, spouse, "remarried", TOT_DAY_ONLY, false);
	out->died = tot_read_date(reader, spouse, "died", TOT_DAY_ONLY, false);
	out->disabled = tot_read_bool(reader, spouse, "disabled");
	out->yearly_income = tot_read_money(reader, spouse, "yearly_income");
	read_own_pension(reader, spouse, out);
	tot_read_order(reader, spouse, "born", out->born, "married", out->married);
	tot_read_order(reader, spouse, "married", out->married, "divorced", out->divorced);
	tot_read_order(reader, spouse, "married", out->married, "remarried", out->remarried);
	tot_read_order(reader, spouse, "married", out->married, "died", out->died);
}

static void read_raising(struct tot_reader *reader, const struct tot_json *value,
			 struct tot_raising *out)
{
	if (!tot_read_object(reader, value, "by from to"))
		return;
	out->by_person = tot_read_word(reader, value, "by", "person spouse", true) == 0;
	out->from = tot_read_date(reader, value, "from", TOT_DAY_FIRST, true);
	out->to = tot_read_date(reader, value, "to", TOT_DAY_LAST, false);
	tot_read_order(reader, value, "from", out->from, "to", out->to);
}

/* `raised_by`: one word for all the time, or a list of stretches. */
static void read_raised_by(struct tot_reader *reader, const struct tot_json *object,
			   struct tot_child *out)
{
	const struct tot_json *value = tot_json_get(object, "raised_by");
	if (!value)
		return;
	const bool list = value->type == TOT_JSON_ARRAY;
	if (list && !tot_read_array(reader, object, "raised_by", TOT_SCENARIO_LIST_MAX, false))
		return;
	out->raising = tot_read_room(reader, list ? value->count : 1, sizeof(*out->raising));
	if (!out->raising)
		return;
	if (!list) {
		const int who = tot_read_word(reader, object, "raised_by", "person spouse", false);
		out->raising[0] = (struct tot_raising){.by_person = who == 0, .from = out->born};
		out->raising_count = 1;
		return;
	}
	for (const struct tot_json *entry = value->first; entry; entry = entry->next)
		read_raising(reader, entry, &out->raising[out->raising_count++]);
}

static void read_child(struct tot_reader *reader, const struct tot_json *value,
		       struct tot_child *out)
{
	if (!tot_read_object(reader, value, "born raised_by in_education_until disabled"))
		return;
	out->born = tot_read_date(reader, value, "born", TOT_DAY_ONLY, true);
	read_raised_by(reader, value, out);
	out->in_education_until =
		tot_read_date(reader, value, "in_education_until", TOT_DAY_LAST, false);
	tot_read_order(reader, value, "born", out->born, "in_education_until",
		       out->in_education_until);
	out->disabled = tot_read_bool(reader, value, "disabled");
}

static void read_dependant(struct tot_reader *reader, const struct tot_json *value,
			   struct tot_dependant *out)
{
	if (!tot_read_object(reader, value, "relation born"))
		return;
	out->relation =
		tot_read_choice(reader, value, "relation", "parent grandparent grandchild", true);
	out->born = tot_read_date(reader, value, "born", TOT_DAY_ONLY, true);
}

void tot_read_family(struct tot_reader *reader, const struct tot_json *root, struct tot_family *out)
{
	const struct tot_json *family = tot_json_get(root, "family");
	if (!family || !tot_read_object(reader, family, "spouse children dependants"))
		return;
	read_spouse(reader, family, &out->spouse);
	const struct tot_json *child;
	out->children = tot_read_list(reader, family, "children", TOT_SCENARIO_CHILDREN_MAX,
				      sizeof(*out->children), &child);
	for (; child; child = child->next)
		read_child(reader, child, &out->children[out->child_count++]);
	const struct tot_json *one;
	out->dependants = tot_read_list(reader, family, "dependants", TOT_SCENARIO_CHILDREN_MAX,
					sizeof(*out->dependants), &one);
	for (; one; one = one->next)
		read_dependant(reader, one, &out->dependants[out->dependant_count++]);
}
