/* Section 4 of an agreement file: which law applies to work abroad; and who its parties are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement_read.h"

#include <ctype.h>

bool tot_agreement_in_force(const struct tot_agreement *agreement, struct tot_date on)
{
	return tot_date_compare(agreement->in_force, on) <= 0 &&
	       (tot_date_is_none(agreement->ended) || tot_date_compare(on, agreement->ended) <= 0);
}

bool tot_agreement_is_party(const struct tot_agreement *agreement, const char *state,
			    struct tot_date on)
{
	for (size_t i = 0; i < agreement->member_count; i++) {
		const struct tot_party *member = &agreement->members[i];
		if (tot_same(member->state, state))
			return tot_date_compare(member->from, on) <= 0 &&
			       (tot_date_is_none(member->until) ||
				tot_date_compare(on, member->until) <= 0);
	}
	return false;
}

const struct tot_by_state *tot_by_state(const struct tot_by_states *list, const char *state)
{
	for (size_t i = 0; i < list->count; i++)
		if (tot_same(list->list[i].state, state))
			return &list->list[i];
	return NULL;
}

/* An object with states as keys and texts, numbers or lists of texts as values. */
static void build_by_state(const struct tot_build *build, struct tot_by_states *out,
			   const struct tot_json *node)
{
	const struct tot_json *member = node ? node->first : NULL;
	for (; member; member = member->next) {
		const struct tot_json *value =
			member->type == TOT_JSON_ARRAY ? member->first : member;
		struct tot_by_state *list =
			tot_arena_grow(build->arena, out->list, out->count, sizeof *list);
		if (!list)
			return;
		out->list = list;
		list[out->count++] = (struct tot_by_state){
			.state = member->key,
			.text = value && value->type == TOT_JSON_STRING ? value->string : NULL,
			.number = value && value->type == TOT_JSON_NUMBER ? (int)value->number : 0,
		};
	}
}

static void add_member(const struct tot_build *build, struct tot_agreement *out, const char *state,
		       const struct tot_json *party)
{
	struct tot_party *list =
		tot_arena_grow(build->arena, out->members, out->member_count, sizeof *out->members);
	if (!list || !state)
		return;
	size_t count;
	const struct tot_json *exception = tot_member_list(party, "exceptions", &count);
	while (exception && !tot_member_is(exception, "country", state))
		exception = exception->next;
	const struct tot_json *dates = exception ? exception : party;
	out->members = list;
	list[out->member_count++] = (struct tot_party){state, tot_member_day(dates, "from"),
						       tot_member_day(dates, "until")};
}

void tot_build_parties(const struct tot_build *build, struct tot_agreement *out)
{
	size_t count, states;
	const struct tot_json *party = tot_member_list(build->root, "parties", &count);
	for (size_t i = 0; party; party = party->next, i++) {
		const char *country = tot_json_string(party, "country");
		const struct tot_json *member = tot_member_list(party, "countries", &states);
		if (country && i < 2)
			out->parties[i] = country;
		if (country)
			add_member(build, out, country, party);
		for (; member; member = member->next)
			if (member->type == TOT_JSON_STRING)
				add_member(build, out, member->string, party);
	}
}

/* "JP_practice" is the cap of an authority; without a cap of the treaty it is the one that is known. */
static void build_extension(struct tot_posting_rule *out, const struct tot_json *extension)
{
	const struct tot_json *months = tot_json_get(extension, "max_months");
	out->extension_possible = tot_member_bool(extension, "possible", false);
	out->extension_by = tot_json_string(extension, "by");
	out->extension_months = tot_member_int(months, "treaty");
	for (const struct tot_json *cap = months ? months->first : NULL;
	     cap && !tot_member_int(months, "treaty"); cap = cap->next) {
		if (!strstr(cap->key, "_practice") || cap->type != TOT_JSON_NUMBER)
			continue;
		out->extension_months = (int)cap->number;
		out->extension_by_practice = true;
	}
}

static void build_gap(const struct tot_build *build, struct tot_posting_rule *out,
		      const struct tot_json *gap)
{
	const struct tot_json *practice = tot_json_get(gap, "practice");
	out->gap_by_treaty = tot_member_bool(gap, "treaty_rule", false);
	out->gap_months = tot_member_int(gap, "min_months_between");
	for (const struct tot_json *state = practice ? practice->first : NULL; state;
	     state = state->next) {
		const int months = tot_member_int(state, "interruption_up_to_months");
		struct tot_by_states *same = &out->same_posting;
		struct tot_by_state *list =
			months ? tot_arena_grow(build->arena, same->list, same->count, sizeof *list)
			       : NULL;
		if (!list)
			continue;
		same->list = list;
		list[same->count++] = (struct tot_by_state){state->key, NULL, months};
	}
}

static void build_posting(const struct tot_build *build, struct tot_posting_rule *out,
			  const struct tot_json *node)
{
	const struct tot_json *max = tot_json_get(node, "max");
	out->self_employed = tot_member_is(node, "who", "self_employed");
	out->max_months = tot_member_int(max, "value");
	out->by_day = tot_member_is(max, "unit", "month_by_day");
	out->first_month_on_first_day =
		tot_member_is(node, "start_month_counts", "only_if_start_on_first_day");
	out->host_if_longer = tot_member_is(node, "if_planned_longer", "host_from_start");
	build_extension(out, tot_json_get(node, "extension"));
	build_gap(build, out, tot_json_get(node, "gap"));
	out->article = tot_json_string(node, "article");
	out->confidence = tot_json_string(node, "confidence");
}

static void build_postings(const struct tot_build *build, struct tot_agreement *out,
			   const struct tot_json *coverage)
{
	const struct tot_json *posting = tot_member_list(coverage, "postings", &out->posting_count);
	out->postings =
		tot_arena_alloc(build->arena, (out->posting_count + 1) * sizeof *out->postings);
	for (size_t i = 0; out->postings && posting; posting = posting->next)
		build_posting(build, &out->postings[i++], posting);
}

static void build_keep_both(const struct tot_build *build, struct tot_coverage_rules *out,
			    const struct tot_json *coverage)
{
	size_t count;
	const struct tot_json *entry = tot_member_list(coverage, "keep_both", &count);
	out->keep_both = tot_arena_alloc(build->arena, (count + 1) * sizeof *out->keep_both);
	for (; out->keep_both && entry; entry = entry->next)
		out->keep_both[out->keep_both_count++] = (struct tot_keep_both){
			.party = tot_json_string(entry, "party"),
			.what = tot_json_string(entry, "what"),
			.law = tot_json_string(entry, "law"),
			.backdated_months = tot_member_int(entry, "backdated_if_within_months"),
			.abroad = tot_member_is(entry, "works", "abroad"),
			.national = tot_json_string(tot_json_get(entry, "if"), "national"),
		};
}

static void build_family(const struct tot_build *build, struct tot_coverage_rules *out,
			 const struct tot_json *coverage)
{
	size_t count;
	const struct tot_json *entry = tot_member_list(coverage, "family", &count);
	out->family = tot_arena_alloc(build->arena, (count + 1) * sizeof *out->family);
	for (; out->family && entry; entry = entry->next)
		out->family[out->family_count++] = (struct tot_family_rule){
			.host = tot_json_string(entry, "host"),
			.rule = tot_json_string(entry, "rule"),
			.law = tot_json_string(entry, "law"),
			.note = tot_json_string(entry, "note"),
		};
}

static void build_branches(const struct tot_build *build, struct tot_coverage_rules *out)
{
	size_t count;
	const struct tot_json *scope = tot_json_get(build->root, "scope");
	const struct tot_json *branch = tot_member_list(scope, "not_covered", &count);
	out->not_covered = tot_arena_alloc(build->arena, (count + 1) * sizeof *out->not_covered);
	for (; out->not_covered && branch; branch = branch->next)
		if (branch->type == TOT_JSON_STRING)
			out->not_covered[out->not_covered_count++] = branch->string;
	const struct tot_json *only = tot_json_get(scope, "coverage_only");
	for (const struct tot_json *state = only ? only->first : NULL; state; state = state->next) {
		/* src and confidence stand beside the states. */
		if (strlen(state->key) == 2 && isupper((unsigned char)state->key[0])) {
			build_by_state(build, &out->coverage_only, only);
			return;
		}
	}
}

static const char *rule_of(const struct tot_json *coverage, const char *key, const char **article)
{
	const struct tot_json *node = tot_json_get(coverage, key);
	*article = tot_json_string(node, "article");
	return tot_json_string(node, "rule");
}

void tot_build_coverage(const struct tot_build *build, struct tot_agreement *out)
{
	const struct tot_json *coverage = tot_json_get(build->root, "coverage");
	const struct tot_json *certificate = tot_json_get(coverage, "certificate");
	struct tot_coverage_rules *rules = &out->coverage;
	build_postings(build, out, coverage);
	rules->article = tot_json_string(coverage, "article");
	rules->ships = rule_of(coverage, "ships", &rules->ships_article);
	rules->public_service = rule_of(coverage, "public_service", &rules->public_article);
	rules->exceptions = rule_of(coverage, "exceptions", &rules->exceptions_article);
	build_by_state(build, &rules->apply_at,
		       tot_json_get(tot_json_get(coverage, "exceptions"), "apply_at"));
	rules->form = tot_json_string(certificate, "form");
	build_by_state(build, &rules->issuers, tot_json_get(certificate, "issuer"));
	build_by_state(build, &rules->earliest,
		       tot_json_get(certificate, "earliest_application_months_before_start"));
	build_keep_both(build, rules, coverage);
	build_family(build, rules, coverage);
	build_branches(build, rules);
}
