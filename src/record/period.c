/* Insurance periods and credits without a place in the calendar. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

#define B(kind) TOT_KIND_BIT(TOT_##kind)

/* The kinds of scenarios; those behind them in the enumeration are made by laws and agreements. */
#define RECORD_KINDS (TOT_KIND_BIT(TOT_OTHER_SYSTEM + 1) - 1)

/* The columns of the table of kinds in SCENARIO.md. */
tot_kinds tot_country_kinds(const char *country)
{
	const tot_kinds japan = B(EMPLOYMENT) | B(SELF_EMPLOYMENT) | B(RESIDENT) |
				B(DEPENDENT_SPOUSE) | B(VOLUNTARY) | B(EXEMPT_QUARTER) |
				B(EXEMPT_HALF) | B(EXEMPT_THREE_QUARTERS) | B(EXEMPT_FULL) |
				B(DEFERRED) | B(UNPAID) | B(COMPLEMENTARY);
	if (strcmp(country, "JP") == 0)
		return japan;
	if (strcmp(country, "DE") == 0)
		return (RECORD_KINDS & ~japan) | B(EMPLOYMENT) | B(SELF_EMPLOYMENT) | B(VOLUNTARY);
	return RECORD_KINDS;
}

tot_kinds tot_paid_kinds(const char *country)
{
	if (strcmp(country, "JP") == 0)
		return B(EMPLOYMENT);
	if (strcmp(country, "DE") == 0)
		return B(EMPLOYMENT) | B(SELF_EMPLOYMENT) | B(VOLUNTARY) | B(BENEFIT_SICKNESS) |
		       B(BENEFIT_UNEMPLOYMENT) | B(CARE) | B(SERVICE);
	return 0;
}

/* The names of a set of kinds as one list of words. */
static const char *kind_words(struct tot_reader *reader, tot_kinds kinds)
{
	const char *words = "";
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		if (kinds & TOT_KIND_BIT(kind))
			words = tot_arena_format(reader->arena, "%s%s%s", words,
						 words[0] != '\0' ? " " : "",
						 tot_kind_name((enum tot_kind)kind));
	}
	return words;
}

/* A word that is no kind, or a kind that the law of the country does not have. */
static bool read_kind(struct tot_reader *reader, const struct tot_json *object,
		      struct tot_period *out)
{
	const struct tot_json *member = tot_read_member(reader, object, "kind", true);
	const char *word = member ? tot_read_text(reader, member) : NULL;
	if (!word)
		return false;
	const bool known =
		tot_kind_parse(&out->kind, word) && (TOT_KIND_BIT(out->kind) & RECORD_KINDS);
	if (!known)
		return tot_read_word(reader, object, "kind",
				     kind_words(reader, tot_country_kinds(out->country)),
				     true) >= 0;
	if (TOT_KIND_BIT(out->kind) & tot_country_kinds(out->country))
		return true;
	tot_fault(
		reader, member, "kind-not-in-country",
		"%s has no periods of the kind \"%s\"; choose one of its own kinds, or correct the "
		"country",
		strcmp(out->country, "JP") == 0 ? "Japan" : "Germany", word);
	return false;
}

static void read_region(struct tot_reader *reader, const struct tot_json *object,
			struct tot_period *out)
{
	const int region = tot_read_word(reader, object, "region", "west east", false);
	out->east = region == 1;
	if (region >= 0 && out->country[0] != '\0' && strcmp(out->country, "DE") != 0)
		tot_fault(reader, tot_json_get(object, "region"), "region-not-in-country",
			  "only German periods have a region; leave it out");
}

static void read_period(struct tot_reader *reader, const struct tot_json *value,
			struct tot_period *out)
{
	out->pointer = tot_place_of(reader, value);
	out->country = "";
	if (!tot_read_object(reader, value, "country kind from to pay region flags note"))
		return;
	const char *country = tot_read_country(reader, value, "country", true);
	if (country)
		out->country = country;
	const bool kind_known = read_kind(reader, value, out);
	out->from = tot_read_date(reader, value, "from", TOT_DAY_FIRST, true);
	out->to = tot_read_date(reader, value, "to", TOT_DAY_LAST, false);
	tot_read_order(reader, value, "from", out->from, "to", out->to);
	read_region(reader, value, out);
	out->note = tot_read_text_member(reader, value, "note", false);
	const bool sure = country && kind_known;
	out->flags = tot_read_flags(reader, value, out, sure);
	tot_read_pay(reader, value, out, sure);
}

void tot_read_periods(struct tot_reader *reader, const struct tot_json *object, const char *key,
		      bool required, struct tot_period **out, size_t *count)
{
	const struct tot_json *list =
		tot_read_array(reader, object, key, TOT_SCENARIO_PERIODS_MAX, required);
	if (!list)
		return;
	*out = tot_read_room(reader, list->count, sizeof(**out));
	if (!*out)
		return;
	for (const struct tot_json *entry = list->first; entry; entry = entry->next)
		read_period(reader, entry, &(*out)[(*count)++]);
}

static void read_credit(struct tot_reader *reader, const struct tot_json *value,
			struct tot_credit *out)
{
	static const char kinds[] =
		"pension_rights_adjustment pension_splitting minijob_supplement bought";
	if (!tot_read_object(reader, value, "country kind points from to effective"))
		return;
	out->country = tot_read_choice(reader, value, "country", "DE", true);
	const int kind = tot_read_word(reader, value, "kind", kinds, true);
	if (kind >= 0)
		out->kind = tot_read_text(reader, tot_json_get(value, "kind"));
	/* Points that were bought belong to no months (s. 187a SGB VI). */
	const bool months = kind >= 0 && kind <= 2;
	out->from = tot_read_date(reader, value, "from", TOT_DAY_FIRST, months);
	out->to = tot_read_date(reader, value, "to", TOT_DAY_LAST, months);
	out->effective = tot_read_date(reader, value, "effective", TOT_DAY_FIRST, false);
	tot_read_order(reader, value, "from", out->from, "to", out->to);
	if (!tot_read_scaled_member(reader, value, "points", -1000.0, 1000.0, 4, true,
				    &out->points))
		return;
	if (kind >= 2 && out->points < 0)
		tot_fault(reader, tot_json_get(value, "points"), "negative-points",
			  "points can be negative only after a divorce or splitting; correct the "
			  "sign");
}

void tot_read_credits(struct tot_reader *reader, const struct tot_json *root,
		      struct tot_scenario *out)
{
	const struct tot_json *entry;
	out->credits = tot_read_list(reader, root, "credits", TOT_SCENARIO_LIST_MAX,
				     sizeof(*out->credits), &entry);
	for (; entry; entry = entry->next)
		read_credit(reader, entry, &out->credits[out->credit_count++]);
}
