/* Parts of an agreement file besides its rules: deemed conditions, voluntary insurance, postings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement_build.h"

static void build_deemed(const struct tot_agreement_build *build, struct tot_deemed *out,
			 const struct tot_json *node)
{
	const struct tot_json *if_ = tot_json_get(node, "satisfied_if");
	out->id = tot_json_string(node, "id");
	out->party = tot_json_string(node, "party");
	out->condition = tot_json_string(node, "condition");
	out->of = tot_json_string(if_, "of");
	out->kinds = tot_node_kinds(build, if_, "in_kinds");
	out->own_minimum = tot_node_integer(tot_json_get(node, "needs_own"), "value");
	out->within_years = tot_node_integer(if_, "death_within_years");
	out->law = tot_json_string(node, "law");
}

/* Entries that ask for a number of other units instead of a span are not executed. */
void tot_agreement_build_deemed(const struct tot_agreement_build *build, struct tot_agreement *out)
{
	size_t count;
	const struct tot_json *entry = tot_node_list(build->root, "deemed", &count);
	out->deemed = tot_arena_alloc(build->arena, (count + 1) * sizeof *out->deemed);
	for (; out->deemed && entry; entry = entry->next) {
		if (tot_json_get(tot_json_get(entry, "satisfied_if"), "in_kinds"))
			build_deemed(build, &out->deemed[out->deemed_count++], entry);
	}
}

static void build_voluntary(const struct tot_agreement_build *build, struct tot_voluntary_rule *out,
			    const char *party, const struct tot_json *node)
{
	const struct tot_json *if_ = tot_json_get(node, "if"), *age = tot_json_get(if_, "age");
	const struct tot_json *months = tot_json_get(node, "own_months");
	const struct tot_json *low = tot_json_at(age, 0), *high = tot_json_at(age, 1);
	out->party = party;
	out->national = tot_json_string(if_, "national");
	if (tot_json_string(if_, "national_or_refugee")) {
		out->national = tot_json_string(if_, "national_or_refugee");
		out->or_refugee = true;
	}
	out->residence = tot_json_string(if_, "residence");
	out->age_from = low && low->type == TOT_JSON_NUMBER ? (int)low->number : 0;
	out->age_to = high && high->type == TOT_JSON_NUMBER ? (int)high->number : 0;
	out->min_age = tot_node_integer(node, "min_age");
	out->voluntary_before = tot_node_day(if_, "voluntary_before");
	out->own_months = tot_node_integer(months, "value");
	out->own_kinds = tot_node_kinds(build, months, "kinds");
	out->law = tot_json_string(node, "law");
	out->confidence = tot_json_string(node, "confidence");
}

void tot_agreement_build_voluntary(const struct tot_agreement_build *build,
				   struct tot_agreement *out)
{
	size_t states, entries;
	const struct tot_json *state = tot_node_list(build->root, "voluntary", &states);
	for (; state; state = state->next) {
		const struct tot_json *who = tot_node_list(state, "who", &entries);
		for (; who; who = who->next) {
			struct tot_voluntary_rule *rules = tot_arena_grow(
				build->arena, out->voluntary, out->voluntary_count, sizeof *rules);
			if (!rules)
				return;
			out->voluntary = rules;
			rules[out->voluntary_count] = (struct tot_voluntary_rule){0};
			build_voluntary(build, &rules[out->voluntary_count++],
					tot_json_string(state, "party"), who);
		}
	}
}

void tot_agreement_build_refunds(const struct tot_agreement_build *build, struct tot_agreement *out)
{
	size_t count;
	const struct tot_json *refund = tot_node_list(build->root, "refunds", &count);
	for (; refund; refund = refund->next) {
		const struct tot_json *blocked = tot_json_get(refund, "blocked_if");
		if (tot_node_integer(blocked, "own_months_at_least") == 0)
			continue;
		out->lump_blocked_own_months = tot_node_integer(blocked, "own_months_at_least");
		out->blocked_own_months_text = tot_json_string(blocked, "note");
	}
}

static void build_posting(struct tot_posting_rule *out, const struct tot_json *node)
{
	const struct tot_json *max = tot_json_get(node, "max");
	out->self_employed = tot_node_is(node, "who", "self_employed");
	out->max_months = tot_node_integer(max, "value");
	out->by_day = tot_node_is(max, "unit", "month_by_day");
	out->first_month_on_first_day =
		tot_node_is(node, "start_month_counts", "only_if_start_on_first_day");
	out->host_if_longer = tot_node_is(node, "if_planned_longer", "host_from_start");
	out->article = tot_json_string(node, "article");
}

void tot_agreement_build_postings(const struct tot_agreement_build *build,
				  struct tot_agreement *out)
{
	const struct tot_json *coverage = tot_json_get(build->root, "coverage");
	const struct tot_json *posting = tot_node_list(coverage, "postings", &out->posting_count);
	out->postings =
		tot_arena_alloc(build->arena, (out->posting_count + 1) * sizeof *out->postings);
	for (size_t i = 0; out->postings && posting; posting = posting->next)
		build_posting(&out->postings[i++], posting);
}
