/* Agreement files as rules that src/claim executes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/agreement.h"

#include <string.h>

#include "agreement_read.h"

static tot_month month(const struct tot_json *node, const char *key)
{
	tot_month value;
	const char *text = tot_json_string(node, key);
	return text && tot_month_parse(&value, text) ? value : TOT_MONTH_NONE;
}

static tot_kinds kinds(const struct tot_build *build, const struct tot_json *node, const char *key)
{
	tot_kinds set = 0;
	const struct tot_json *value = tot_json_get(node, key);
	return value && tot_agreement_kinds(&set, build->root, value) ? set : 0;
}

/* The first text of a text or a list of texts. */
static const char *first_text(const struct tot_json *node, const char *key)
{
	const struct tot_json *value = tot_json_get(node, key);
	if (value && value->type == TOT_JSON_ARRAY)
		value = value->first;
	return value && value->type == TOT_JSON_STRING ? value->string : NULL;
}

static int word_index(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; word && i < count; i++) {
		if (words[i] && strcmp(words[i], word) == 0)
			return (int)i;
	}
	return 0;
}

static enum tot_as as_word(const char *word)
{
	static const char *const words[] = {
		[TOT_AS_CONTRIBUTION] = "contribution",
		[TOT_AS_COMPULSORY_WORK] = "compulsory_work",
		[TOT_AS_PENSION_LAW_PERIOD] = "pension_law_period",
		[TOT_AS_COVERED_MONTH] = "covered_month",
		[TOT_AS_PAID_AND_INSURED] = "paid_and_insured",
		[TOT_AS_QUARTER] = "quarter",
		[TOT_AS_SAME_KIND] = "same_kind",
		[TOT_AS_EMPLOYMENT] = "employment",
		[TOT_AS_COMPLEMENTARY] = "complementary",
	};
	return (enum tot_as)word_index(words, sizeof words / sizeof words[0], word);
}

static enum tot_formula formula_word(const char *word)
{
	static const char *const words[] = {
		[TOT_DIRECT] = "direct",
		[TOT_OWN_OVER_REQUIRED] = "own_over_required",
		[TOT_OWN_OVER_TOTAL] = "own_over_total",
		[TOT_OWN_OVER_CAPPED_TOTAL] = "own_over_capped_total",
		[TOT_MODIFIED_MINIMUM] = "modified_minimum",
		[TOT_OWN_OVER_POSSIBLE] = "own_over_possible",
		[TOT_OWN_OVER_CAPPED_POSSIBLE] = "own_over_capped_possible",
		[TOT_THEORETICAL_TIMES_RATIO] = "theoretical_times_ratio",
		[TOT_MAX_OF] = "max_of",
		[TOT_US_THEORETICAL] = "us_theoretical",
	};
	return (enum tot_formula)word_index(words, sizeof words / sizeof words[0], word);
}

static unsigned need_flag(const struct tot_json *node, const char *key)
{
	enum tot_flag value;
	const char *text = tot_json_string(node, key);
	return text && tot_flag_parse(&value, text) ? (unsigned)value : 0;
}

static void build_accept(const struct tot_build *build, struct tot_aggregation *out,
			 const struct tot_json *node)
{
	const struct tot_json *entry = tot_member_list(node, "accept", &out->accept_count);
	out->accept = tot_arena_alloc(build->arena, out->accept_count * sizeof *out->accept);
	for (size_t i = 0; out->accept && entry; entry = entry->next, i++) {
		out->accept[i] = (struct tot_accept){
			.from = tot_json_string(entry, "from"),
			.kinds = kinds(build, entry, "kinds"),
			.as = as_word(tot_json_string(entry, "as")),
			.need_flag = need_flag(entry, "need_flag"),
			.not_before = month(entry, "not_before"),
			.until = tot_json_string(entry, "until"),
		};
		tot_build_convert(build, &out->accept[i], entry);
	}
}

static void build_disputed(const struct tot_build *build, struct tot_aggregation *out,
			   const struct tot_json *node)
{
	const struct tot_json *entry = tot_member_list(node, "disputed", &out->disputed_count);
	out->disputed = tot_arena_alloc(build->arena, out->disputed_count * sizeof *out->disputed);
	for (size_t i = 0; out->disputed && entry; entry = entry->next, i++) {
		out->disputed[i] = (struct tot_disputed){
			.kinds = kinds(build, entry, "kinds"),
			.accept = tot_member_is(entry, "default", "accept"),
			.why = tot_json_string(entry, "why"),
		};
	}
}

static void build_factors(const struct tot_build *build, struct tot_aggregation *out,
			  const struct tot_json *node)
{
	const struct tot_json *entry = tot_member_list(node, "factors", &out->factor_count);
	out->factors = tot_arena_alloc(build->arena, out->factor_count * sizeof *out->factors);
	for (size_t i = 0; out->factors && entry; entry = entry->next, i++) {
		struct tot_ratio factor = tot_ratio_of(1, 1);
		const char *text = tot_json_string(entry, "factor");
		if (text && !tot_ratio_parse(&factor, text))
			factor = tot_ratio_of(1, 1);
		out->factors[i] = (struct tot_lent_factor){
			.flag = need_flag(entry, "flag"),
			.from = month(entry, "from"),
			.until = month(entry, "until"),
			.factor = factor,
		};
	}
}

static void build_rule(const struct tot_build *build, const struct tot_agreement *agreement,
		       struct tot_aggregation *out, const struct tot_json *node)
{
	const struct tot_json *minimum = tot_json_get(node, "own_minimum");
	out->id = tot_json_string(node, "id");
	out->party = tot_json_string(node, "party");
	out->condition = tot_json_string(node, "condition");
	out->law = tot_json_string(node, "law");
	out->required = tot_member_int(tot_json_get(node, "required"), "value");
	build_accept(build, out, node);
	build_disputed(build, out, node);
	build_factors(build, out, node);
	out->own_minimum = tot_member_int(minimum, "value");
	out->own_minimum_kinds = kinds(build, minimum, "kinds");
	out->only_if_needed = tot_member_bool(node, "only_if_needed", false);
	out->threshold_only = tot_member_is(node, "effect", "threshold_only");
	out->overlap_any_own = !tot_member_is(node, "overlap", "own_first");
	out->benefit = tot_json_string(node, "benefit");
	out->extended_by = tot_build_extended_by(agreement, node);
	out->confidence = tot_json_string(node, "confidence");
}

static void build_benefit(const struct tot_build *build, struct tot_benefit_rule *out,
			  const struct tot_json *node)
{
	const struct tot_json *other = tot_json_get(node, "other");
	out->id = tot_json_string(node, "id");
	out->party = first_text(node, "party");
	out->law = tot_json_string(node, "law");
	out->benefit = first_text(node, "benefit");
	out->part = tot_json_string(node, "part");
	out->kase = tot_json_string(node, "case");
	out->by_agreement = tot_member_is(node, "when", "by_agreement");
	out->formula = formula_word(tot_json_string(node, "formula"));
	out->required = tot_member_int(node, "required");
	out->cap = tot_member_int(node, "cap");
	out->base_required_months = tot_member_is(node, "base", "required_months");
	out->own_kinds = kinds(build, tot_json_get(node, "own"), "kinds");
	out->other_of = tot_json_string(other, "of");
	out->other_kinds = kinds(build, other, "kinds");
	out->other_from = month(other, "from");
	out->drop_overlap = tot_member_bool(other, "drop_overlap", true);
	out->confidence = tot_json_string(node, "confidence");
}

static void build_voluntary(const struct tot_build *build, struct tot_voluntary_rule *out,
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
	out->min_age = tot_member_int(node, "min_age");
	out->voluntary_before = tot_member_day(if_, "voluntary_before");
	out->own_months = tot_member_int(months, "value");
	out->own_kinds = kinds(build, months, "kinds");
	out->law = tot_json_string(node, "law");
	out->confidence = tot_json_string(node, "confidence");
}

static void build_all_voluntary(const struct tot_build *build, struct tot_agreement *out)
{
	size_t states, entries;
	const struct tot_json *state = tot_member_list(build->root, "voluntary", &states);
	for (; state; state = state->next) {
		const struct tot_json *who = tot_member_list(state, "who", &entries);
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

static void build_refunds(const struct tot_build *build, struct tot_agreement *out)
{
	size_t count;
	const struct tot_json *refund = tot_member_list(build->root, "refunds", &count);
	for (; refund; refund = refund->next) {
		const struct tot_json *blocked = tot_json_get(refund, "blocked_if");
		if (tot_member_int(blocked, "own_months_at_least") == 0)
			continue;
		out->lump_blocked_own_months = tot_member_int(blocked, "own_months_at_least");
		out->blocked_own_months_text = tot_json_string(blocked, "note");
	}
}

/* Complete: bilateral, every party counts months, and no rule converts units. */
static bool is_complete(const struct tot_build *build, const struct tot_agreement *agreement)
{
	size_t count;
	const struct tot_json *party = tot_member_list(build->root, "parties", &count);
	if (!tot_member_is(build->root, "kind", "bilateral") || count != 2)
		return false;
	for (; party; party = party->next) {
		if (!tot_member_is(party, "unit", "month"))
			return false;
	}
	for (size_t i = 0; i < agreement->aggregation_count; i++) {
		const struct tot_aggregation *rule = &agreement->aggregation[i];
		for (size_t k = 0; k < rule->accept_count; k++) {
			if (rule->accept[k].convert != TOT_CONVERT_NONE)
				return false;
		}
	}
	return true;
}

static const char *title_of(const struct tot_json *root)
{
	const char *title = tot_json_string(tot_json_get(root, "title"), "en");
	return title ? title : "";
}

static void build_agreement(const struct tot_build *build, struct tot_agreement *out)
{
	out->id = tot_json_string(build->root, "id");
	out->title = title_of(build->root);
	tot_build_parties(build, out);
	tot_build_facts(build, out);
	out->in_force = tot_member_day(build->root, "in_force");
	out->ended = tot_member_day(build->root, "ended");
	const struct tot_json *rule =
		tot_member_list(build->root, "aggregation", &out->aggregation_count);
	out->aggregation =
		tot_arena_alloc(build->arena, out->aggregation_count * sizeof *out->aggregation);
	for (size_t i = 0; out->aggregation && rule; rule = rule->next)
		build_rule(build, out, &out->aggregation[i++], rule);
	const struct tot_json *benefit =
		tot_member_list(build->root, "benefits", &out->benefit_count);
	out->benefits = tot_arena_alloc(build->arena, out->benefit_count * sizeof *out->benefits);
	for (size_t i = 0; out->benefits && benefit; benefit = benefit->next)
		build_benefit(build, &out->benefits[i++], benefit);
	build_all_voluntary(build, out);
	tot_build_coverage(build, out);
	build_refunds(build, out);
	out->complete = is_complete(build, out);
}

static void add_agreement(struct tot_loader *loader, const struct tot_law_file *file)
{
	struct tot_law *law = loader->law;
	struct tot_agreement *agreement = tot_arena_alloc(loader->arena, sizeof *agreement);
	struct tot_agreement **all =
		tot_arena_grow(loader->arena, law->agreements, law->agreement_count,
			       sizeof(struct tot_agreement *));
	if (!agreement || !all)
		return;
	struct tot_build build = {loader->arena, file->root};
	build_agreement(&build, agreement);
	law->agreements = all;
	all[law->agreement_count++] = agreement;
	/* "agreements/de-jp.json" must call itself de-jp. */
	const char *name = file->name + strlen("agreements/");
	size_t length = strlen(agreement->id);
	if (strncmp(name, agreement->id, length) != 0 || strcmp(name + length, ".json") != 0)
		tot_law_fault(loader, file, tot_json_get(file->root, "id"), "wrong-id",
			      "the id must be the name of the file without .json");
}

void tot_law_agreements(struct tot_loader *loader)
{
	for (size_t i = 0; i < loader->law->file_count; i++) {
		const struct tot_law_file *file = &loader->law->files[i];
		if (file->kind != TOT_FILE_AGREEMENT || !file->root)
			continue;
		if (!loader->check_all || tot_agreement_check(loader, file))
			add_agreement(loader, file);
	}
}

const struct tot_agreement *tot_law_agreement(const struct tot_law *law, size_t index)
{
	return index < law->agreement_count ? law->agreements[index] : NULL;
}
